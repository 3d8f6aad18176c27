"""Run Tandem from this folder, setting it up first if need be: needs Python 3.11 or later and nothing else.

    python3 run.py demo         the sample documents (any words of the `tandem` command do)
    python3 run.py              the app
    python3 run.py ocr          install text recognition too: scans and pictures are read from then on
    python3 run.py browser      install what shows the app in a browser too: tandem serve
    python3 run.py watch        install what tells of saved files too: tandem check --watch FOLDER
    python3 run.py test         every check of the project; further words go to pytest
    python3 run.py lock         write the lock files anew, after a change of dependencies in pyproject.toml

All that is installed goes into the folder `.venv` beside this file: exactly the versions of requirements.lock, each
compared with its hash. Once that is done no network is used. Only the standard library may be imported here, and
the syntax stays that of Python 3.7, so that an older Python can still say what is missing.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
PACKAGES = ("assistant", "checkers", "knowledge")
RUNNING, TESTING = "requirements.lock", "requirements-dev.lock"
RECOGNISING, SERVING, WATCHING = "requirements-ocr.lock", "requirements-browser.lock", "requirements-watch.lock"
LOCKS = {
    RUNNING: ("--group", "build"),
    TESTING: ("--group", "dev", "--extra", "watch", "--extra", "browser", "--constraints", RUNNING),
    RECOGNISING: ("--group", "build", "--extra", "ocr", "--constraints", RUNNING),
    SERVING: ("--group", "build", "--extra", "browser", "--constraints", RUNNING),
    WATCHING: ("--group", "build", "--extra", "watch", "--constraints", RUNNING),
}
"""Each lock file and what it holds besides the project's own dependencies: groups and extras of pyproject.toml."""

EXTRAS = {
    "ocr": (RECOGNISING, "Scans and pictures of pages are read from now on: python3 run.py check scan.pdf"),
    "browser": (SERVING, "The app can be had in a browser from now on: python3 run.py serve"),
    "watch": (WATCHING, "Documents are checked as they are saved: python3 run.py check --watch FOLDER"),
}
"""What is installed only if it is asked for: its lock file, and what to say then."""

ON_WINDOWS = ("--platform", "win32", "--cache-dir", ".mypy_cache/win32", "assistant", "checkers", "knowledge", "run.py")
CHECKS = (("ruff", "check"), ("mypy",), ("mypy", *ON_WINDOWS), ("lint-imports", "--no-logo"), ("pytest",))
"""What `test` runs, quickest first; pytest last, so that its closing line ends the output."""


class SetupError(Exception):
    """Setting up failed; the message says what to do."""


def main(words: list[str]) -> int:
    """Do what the words of the command line say; return the exit code."""
    try:
        require_python()
        if words[:1] == ["test"]:
            set_up(TESTING)
            index_topics()  # or each process that a test starts would make the index for itself
            return test(words[1:])
        if words[:1] == ["lock"]:
            set_up(TESTING)
            return lock()
        if words and words[0] in EXTRAS:
            lock_name, installed = EXTRAS[words[0]]
            set_up(lock_name)
            say(installed)
            return 0
        asked_for = [name for name, _ in EXTRAS.values() if (VENV / f"{name}.installed").exists()]
        for name in asked_for or [RUNNING]:
            set_up(name)
        index_topics()
    except SetupError as error:
        say(f"Tandem could not be set up. {error}")
        return 2
    except KeyboardInterrupt:
        say("Stopped. The same command goes on from here.")
        return 130
    return tandem(words)


# --- what is run once all is installed --------------------------------------------------------------------------------


def tandem(words: list[str]) -> int:
    """Run the `tandem` command in the user's own folder, in place of this process where the system can do that."""
    command = [str(BIN / "tandem"), *words]
    if os.name == "posix":
        os.execve(command[0], command, environment())  # noqa: S606 - keys and signals then reach the app directly
    return subprocess.run(command, env=environment(), check=False).returncode


def test(words: list[str]) -> int:
    """Run every check and stop at the first that fails, with its exit code. `words` go to pytest."""
    for check in CHECKS:
        command = [*check, *words] if check == ("pytest",) else [*check]
        say(f"\n--- {' '.join(command)}")
        program = str(BIN / command[0])
        code = subprocess.run([program, *command[1:]], cwd=ROOT, env=environment(), check=False).returncode
        if code:
            say(f"--- {command[0]} failed (exit code {code})")
            return code
    return 0


def lock() -> int:
    """Resolve the dependencies anew, for all systems at once, and write the lock files: hashes, and no addresses."""
    compile_lock = [str(BIN / "uv"), "--no-config", "--quiet", "pip", "compile", "pyproject.toml", "--universal"]
    options = ["--generate-hashes", "--upgrade", "--python-version", ".".join(map(str, OLDEST))]
    made_by = ["--custom-compile-command", "python3 run.py lock"]
    for name, group in LOCKS.items():
        command = [*compile_lock, *options, *made_by, *group, "--output-file", name]
        code = subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode
        if code:
            return code
    return 0


# --- setting up -------------------------------------------------------------------------------------------------------


def require_python() -> None:
    """Refuse a Python that is too old, and name a newer one if there is one."""
    if sys.version_info >= OLDEST:
        return
    newer = [name for name in ("python3.14", "python3.13", "python3.12", "python3.11") if shutil.which(name)]
    command = " ".join([*newer[:1], *sys.argv])
    advice = f"There is a newer one: {command}" if newer else "Get one from python.org or your package manager."
    raise SetupError(f"It needs Python 3.11 or later, and this is Python {sys.version.split()[0]}. {advice}")


def set_up(lock_name: str) -> None:
    """Install what the lock file lists, and the project itself, unless that has been done already."""
    done = VENV / f"{lock_name}.installed"
    wanted = fingerprint(lock_name)
    before = done.read_text(encoding="utf-8") if done.exists() else ""
    if PYTHON.exists() and before == wanted:
        return
    size = 700 if lock_name == RECOGNISING else 400
    say(f"Setting Tandem up in the folder .venv: once, about a minute, some {size} MB.")
    try:
        moved = bool(before) and before.splitlines()[0] != str(ROOT)  # its scripts would look for the old place
        if moved or not PYTHON.exists():
            make_venv()
        pip = find_pip()
        install([*pip, "install", "--require-hashes", "--only-binary", ":all:", "-r", lock_name], lock_name)
        install([*pip, "install", "--no-deps", "--no-build-isolation", "--editable", "."], "")
    except OSError as error:
        raise SetupError(f"{error}. Is there room on the disk, and may you write to {ROOT}?") from error
    compile_project()
    done.write_text(wanted, encoding="utf-8")
    if lock_name != RUNNING:
        (VENV / f"{RUNNING}.installed").write_text(fingerprint(RUNNING), encoding="utf-8")
    say("Tandem is set up.")


def fingerprint(lock_name: str) -> str:
    """This folder, and a digest of all that decides what gets installed."""
    digest = hashlib.sha256((ROOT / lock_name).read_bytes() + (ROOT / "pyproject.toml").read_bytes())
    return f"{ROOT}\n{digest.hexdigest()}\n"


def make_venv() -> None:
    """Make the virtual environment; without pip in it where this Python cannot put it there (Debian's, in part)."""
    if importlib.util.find_spec("venv") is None:
        raise SetupError(missing_venv())
    can_add_pip = importlib.util.find_spec("ensurepip") is not None
    if not can_add_pip and importlib.util.find_spec("pip") is None:
        raise SetupError(missing_venv())
    options = ["--clear"] if can_add_pip else ["--clear", "--without-pip"]
    try:
        made = subprocess.run(
            [sys.executable, "-m", "venv", *options, str(VENV)],
            env=environment(), check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
    except BaseException:  # also Ctrl-C: half an environment would pass for a whole one
        shutil.rmtree(VENV, ignore_errors=True)
        raise
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        raise SetupError(f"Python's own words: {made.stdout.strip()}")


def missing_venv() -> str:
    """What to install where Python comes without the means to make a virtual environment."""
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    return (
        "This Python comes without its venv and pip modules. "
        f"On Debian and Ubuntu: sudo apt install {package}. Elsewhere: the Python of python.org has them."
    )


def compile_project() -> None:
    """Compile the project's own modules: pip compiles what it installs, but not what it only links to."""
    subprocess.run([PYTHON, "-m", "compileall", "-q", *PACKAGES], cwd=ROOT, env=environment(), check=False)


def index_topics() -> None:
    """Make the index over the topics where something has changed that it is made of: answers then come at once."""
    knowledge = ROOT / "knowledge"
    made = knowledge / "built" / "content.json"
    parts = [path for kind in ("*.toml", "*.py", "model/*") for path in knowledge.rglob(kind)]
    if not made.exists() or made.stat().st_mtime < max(path.stat().st_mtime for path in parts):
        command = [str(PYTHON), "-m", "knowledge.build"]
        subprocess.run(command, cwd=ROOT, env=environment(), check=False, stderr=subprocess.DEVNULL)


def find_pip() -> list[str]:
    """The pip to install with: the environment's own, or else this Python's, told where to install."""
    own = [str(PYTHON), "-I", "-m", "pip"]
    if not subprocess.run([*own, "--version"], env=environment(), check=False, capture_output=True).returncode:
        return own
    other = [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    if not subprocess.run([*other, "--version"], env=environment(), check=False, capture_output=True).returncode:
        return other
    raise SetupError(missing_venv())


def install(command: list[str], lock_name: str) -> None:
    """Run pip, showing how far it is in one line, and its last words only where it fails.

    Raises:
        SetupError: pip failed.
    """
    total = len(re.findall(r"^[\w.-]+==", (ROOT / lock_name).read_text(), re.MULTILINE)) if lock_name else 0
    options = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    printed: list[str] = []
    seen = 0
    with subprocess.Popen(
        [*command, *options], cwd=ROOT, env=environment(),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
    ) as pip:  # fmt: skip
        for line in pip.stdout or ():
            printed.append(line.rstrip())
            if line.startswith(("Collecting ", "Requirement already satisfied: ")):
                seen += 1
                show_progress(f"  {min(seen, total)} of {total} packages fetched")
            elif line.startswith("Installing collected packages"):
                show_progress("  unpacking")
    show_progress("")
    if pip.returncode:
        raise SetupError(why_pip_failed(printed))


def why_pip_failed(printed: list[str]) -> str:
    """What pip's words mean, in a sentence, and the words themselves."""
    text = "\n".join(printed)
    errors = [line for line in printed if line.startswith("ERROR")]
    tail = "\n".join((errors or printed)[-8:])
    python = f"Python {sys.version_info[0]}.{sys.version_info[1]}"
    if "CERTIFICATE_VERIFY_FAILED" in text:
        meaning = "A certificate was not accepted: behind a proxy, set PIP_CERT to your organisation's certificates."
    elif re.search(r"NewConnectionError|ConnectTimeout|ReadTimeout|NameResolution|ProxyError|Max retries", text):
        meaning = "The packages could not be fetched: is there a network? Once set up, Tandem needs none."
    elif "DO NOT MATCH THE HASHES" in text:
        meaning = "A fetched file is not the one that was locked, so it was not installed. Try again later."
    elif "No matching distribution" in text:
        meaning = f"A package was not found for {python} on this system: is there a network? Else try Python 3.12."
    else:
        meaning = "pip failed."
    return f"{meaning}\npip's last words:\n{tail}"


def environment() -> dict[str, str]:
    """This process's environment for a process in the virtual environment.

    Bytecode may be written: without it Textual and spaCy take more than twice as long to start. And no setting may
    send pip's files, or Python's imports, elsewhere.
    """
    unwanted = {"PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_NO_COMPILE"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    path = os.pathsep.join([str(BIN), kept.get("PATH", os.defpath)])
    return {**kept, "PATH": path, "VIRTUAL_ENV": str(VENV), "PIP_USER": "0"}


# --- words to the user ------------------------------------------------------------------------------------------------


def say(text: str) -> None:
    """Tell the user on standard error: standard output belongs to what is run."""
    print(text, file=sys.stderr, flush=True)


def show_progress(text: str) -> None:
    """Write over the line of progress; nothing where nobody watches."""
    if sys.stderr.isatty():
        print(f"\r{text:<60}", end="" if text else "\r", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
