// What surrounds the terminal, which textual.js draws: the dialog to add documents, downloads, keys to touch.
"use strict";

const dialog = document.getElementById("adding");
const said = document.getElementById("said");
const form_action = document.getElementById("form").action;
const session = form_action.slice(0, form_action.lastIndexOf("/") + 1);

const typing = () => document.querySelector(".xterm-helper-textarea");

function add() {
  if (!dialog.open) dialog.showModal();
  document.getElementById("files").focus();
}

document.getElementById("add").addEventListener("click", (event) => {
  event.preventDefault();
  add();
});
document.getElementById("done").addEventListener("click", () => dialog.close());
dialog.addEventListener("close", () => typing()?.focus());
document.addEventListener("tandem-dropped", add);
document.addEventListener("tandem-sent", (event) => {
  const { added, refused } = event.detail;
  said.textContent = added.length ? `Added: ${added.join(", ")}` : "";
  if (!refused.length) dialog.close();
});

// textual.js opens what the app asks for in a new window, which browsers forbid; here it is one of these two, in this one.
window.open = (where) => {
  if (where === "upload") {
    add();
  } else if (/^download\/\w+$/.test(where)) {
    const link = document.createElement("a");
    link.href = session + where;
    link.download = "";
    document.body.append(link);
    link.click();
    link.remove();
    said.textContent = "Your browser has it among its downloads.";
  }
  return null;
};

// textual.js fits the terminal into its place when the window changes; here the lines above it can grow, too.
new ResizeObserver(() => window.dispatchEvent(new Event("resize"))).observe(document.getElementById("terminal"));

for (const button of document.querySelectorAll("#keys button")) {
  button.addEventListener("click", () => {
    const keyCode = Number(button.dataset.code);
    typing()?.dispatchEvent(new KeyboardEvent("keydown", { key: button.dataset.key, keyCode, which: keyCode, bubbles: true }));
    typing()?.focus();
  });
}
// The keys are the app's as soon as it can take them; textual.js says so by a class of the page.
new MutationObserver((_, observer) => {
  if (document.body.classList.contains("-loaded")) {
    observer.disconnect();
    typing()?.focus();
  }
}).observe(document.body, { attributeFilter: ["class"] });
