// Sends chosen and dropped documents without leaving the page, and says how far it is. Without this the form works too.
"use strict";

const form = document.getElementById("form");
const files = document.getElementById("files");
const drop = document.getElementById("drop");
const progress = document.getElementById("progress");
const came = document.getElementById("came");

function tell(lines) {
  came.replaceChildren(...lines.map((line) => {
    const item = document.createElement("li");
    item.textContent = line;
    return item;
  }));
}

function send(chosen) {
  if (!chosen.length) {
    progress.textContent = "No document is chosen yet.";
    return;
  }
  const body = new FormData();
  for (const file of chosen) body.append("documents", file);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.responseType = "json";
  request.upload.onprogress = (event) => {
    const share = event.lengthComputable && event.total ? Math.floor(100 * event.loaded / event.total) : 0;
    progress.textContent = `Sending ${chosen.length} ${chosen.length === 1 ? "document" : "documents"}: ${share} %.`;
  };
  request.onerror = () => {
    progress.textContent = "They could not be sent: has the session ended, or was Tandem stopped?";
  };
  request.onload = () => {
    const answer = request.response;
    if (request.status !== 200 || !answer) {
      progress.textContent = (answer && answer.error) || "They could not be sent: the session has ended.";
      return;
    }
    const { added, refused } = answer;
    progress.textContent = `${added.length} added${refused.length ? `, ${refused.length} not` : ""}.`;
    tell([...added.map((name) => `✓ ${name}`), ...refused.map((sentence) => `✗ ${sentence}`)]);
    form.reset();
    document.dispatchEvent(new CustomEvent("tandem-sent", { detail: answer }));
  };
  tell([]);
  request.send(body);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  send(files.files);
});

// A document that is dropped beside the box would replace the page, and end the session.
for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => event.preventDefault());
}
document.addEventListener("dragover", () => drop.classList.add("over"));
document.addEventListener("dragleave", () => drop.classList.remove("over"));
document.addEventListener("drop", (event) => {
  drop.classList.remove("over");
  document.dispatchEvent(new CustomEvent("tandem-dropped"));
  if (event.dataTransfer) send(event.dataTransfer.files);
});
