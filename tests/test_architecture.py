"""What the parts may load, and what may stand in the files that set Tandem up.

Which module may import which other is held by import-linter, with the contracts in pyproject.toml; here is what shows
only when the program runs.
"""

from __future__ import annotations

import ast
import json
import pkgutil
import re
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {
    "aiohttp", "click", "docx", "holidays", "jinja2", "lxml", "numpy", "pydantic", "pypdfium2", "requests", "rich",
    "spacy", "textual", "typer",
}  # fmt: skip
"""What takes from four to eighty times as long to import as Python takes to start."""

RUN_COMMAND = """
import sys
from assistant.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
"""
IMPORT_MODULES = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
"""
TELL = """
import json
sys.stderr.write(chr(10) + json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def loaded_by(script: str, *words: str) -> set[str]:
    """The top-level modules that a fresh process has loaded at the end of `script`."""
    command = [sys.executable, "-c", script + TELL, *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stderr.splitlines()[-1]))


def modules_of(package: str) -> list[str]:
    """The package and all modules in it, by name."""
    path = ROOT / package.replace(".", "/")
    return [package, *(module.name for module in pkgutil.walk_packages([str(path)], f"{package}."))]


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("ask", "--help"),
        ("ask", "How many days does the school have to evaluate my child?"),
        ("ask", "--format", "json", "What should I cook for dinner?"),
        ("topics",),
    ],
    ids=" ".join,
)
def test_commands_that_must_start_at_once_load_nothing_heavy(words: tuple[str, ...]) -> None:
    """`--help`, `ask` and `topics` answer before a person notices: nothing heavy but numpy, for a question."""
    allowed = {"numpy"} if words[0] == "ask" and "--help" not in words else set()
    assert not (HEAVY - allowed) & loaded_by(RUN_COMMAND, *words)


def test_importing_the_whole_core_loads_no_screen_library_and_no_spacy() -> None:
    """The core draws nothing, and waits with spaCy until a document needs it."""
    modules = [name for package in ("checkers", "knowledge", "assistant.conversation") for name in modules_of(package)]
    assert len(modules) > len({"checkers", "knowledge", "assistant.conversation"})
    assert not {"click", "rich", "spacy", "textual"} & loaded_by(IMPORT_MODULES, *modules)


def test_checking_can_be_imported_without_the_library_of_any_format() -> None:
    """The libraries for Word and PDF files load with the first file of their format."""
    assert not HEAVY & loaded_by(IMPORT_MODULES, "checkers.check", "checkers.registry")


@pytest.mark.parametrize("name", ["pyproject.toml", "requirements.lock", "requirements-dev.lock"])
def test_no_address_of_a_package_index_stands_in_the_project(name: str) -> None:
    """Where packages come from is the user's own setting."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.findall(r"\w+://\S+|--(?:extra-)?index-url|--find-links", text)


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_has_one_exact_version_and_a_hash(name: str) -> None:
    """Nothing can be installed but the files that were tried."""
    for entry in entries(name):
        assert re.match(r"[\w.-]+==[\w.]+(?: ;.*?)? \\?\s*--hash=sha256:[0-9a-f]{64}", entry), entry


def test_both_locks_agree_and_hold_every_dependency() -> None:
    """What is tested is what is installed."""
    running, testing = (
        {re.split(r"\\|--hash", entry)[0].strip() for entry in entries(name)}
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert running <= testing
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = {re.split("==", entry)[0] for entry in running}
    assert {re.split(r"[<>=!~]", each)[0].lower() for each in project["dependencies"]} <= locked


def entries(name: str) -> list[str]:
    """The requirements in a lock file, each with its hashes, without the comments."""
    text = re.sub(r"(?m)^\s*#.*\n", "", (ROOT / name).read_text(encoding="utf-8"))
    return [entry for entry in re.split(r"\n(?=\S)", text.strip()) if entry]


def test_the_setup_script_needs_nothing_but_an_old_python() -> None:
    """run.py has to run before anything is installed, and to tell an old Python's user what is missing."""
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_tests_cannot_reach_the_network() -> None:
    """A test that looks up another machine fails."""
    with pytest.raises(PermissionError, match="nothing may leave"):
        socket.getaddrinfo("example.org", 443)
