"""Setting up: what the person is told where it cannot be done."""

from __future__ import annotations

import os
import re
import sys
import tomllib
from pathlib import Path

import pytest

import run


def test_an_old_python_is_refused_with_both_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what is needed and what is there."""
    monkeypatch.setattr(sys, "version_info", (3, 9, 6))
    monkeypatch.setattr(sys, "version", "3.9.6 (default)")
    with pytest.raises(run.SetupError, match=r"3\.11 or later, and this is Python 3\.9\.6"):
        run.require_python()


@pytest.mark.parametrize(
    ("printed", "advice"),
    [
        ("WARNING: Retrying after NewConnectionError('Failed to establish')", "is there a network"),
        ("ERROR: (from versions: none)\nERROR: No matching distribution found for x==1", "try Python 3.12"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "was not installed"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'))", "PIP_CERT"),
        ("ERROR: something new", "pip failed"),
    ],
)
def test_a_failure_of_pip_is_explained_and_quoted(printed: str, advice: str) -> None:
    """Each known failure has its advice, and pip's own words are kept."""
    said = run.why_pip_failed(printed.splitlines())
    assert advice in said
    assert said.endswith(printed)


def test_a_second_run_installs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the note of the last installation fits, pip is not called; where the lock has changed, it is."""
    called: list[str] = []
    for name in ("pyproject.toml", run.RUNNING, "python"):
        (tmp_path / name).write_text(name)
    for name, value in (("ROOT", tmp_path), ("VENV", tmp_path), ("PYTHON", tmp_path / "python")):
        monkeypatch.setattr(run, name, value)
    monkeypatch.setattr(run, "find_pip", lambda: ["pip"])
    monkeypatch.setattr(run, "install", lambda command, _: called.append(command[1]))
    monkeypatch.setattr(run, "compile_project", lambda: None)
    run.set_up(run.RUNNING)
    assert called == ["install", "install"]
    run.set_up(run.RUNNING)
    assert called == ["install", "install"]
    (tmp_path / run.RUNNING).write_text("another package")
    run.set_up(run.RUNNING)
    assert len(called) == len(["install", "install"]) * 2


def test_what_is_installed_may_always_be_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the user's may leave the libraries without bytecode or send them elsewhere; the rest is kept."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PIP_CERT", "/certificates")
    environment = run.environment()
    assert "PYTHONDONTWRITEBYTECODE" not in environment
    assert "PIP_TARGET" not in environment
    assert environment["PIP_CERT"] == "/certificates"
    assert environment["PATH"].split(os.pathsep)[0] == str(run.BIN)


def test_text_recognition_is_kept_once_it_was_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every later command goes on with its lock file, of which the app's own is a part."""
    asked: list[str] = []

    def set_up(lock_name: str) -> None:
        asked.append(lock_name)
        (tmp_path / f"{lock_name}.installed").touch()

    monkeypatch.setattr(run, "VENV", tmp_path)
    monkeypatch.setattr(run, "set_up", set_up)
    monkeypatch.setattr(run, "index_topics", lambda: None)
    monkeypatch.setattr(run, "tandem", lambda _: 0)
    assert [run.main(words) for words in (["doctor"], ["ocr"], ["doctor"])] == [0, 0, 0]
    assert asked == [run.RUNNING, run.RECOGNISING, run.RECOGNISING]
    asked.clear()
    assert [run.main(words) for words in (["watch"], ["doctor"])] == [0, 0]
    assert asked == [run.WATCHING, run.RECOGNISING, run.WATCHING]


@pytest.mark.parametrize("extra", run.EXTRAS)
def test_the_lock_of_an_extra_holds_the_running_one_and_the_extra(extra: str) -> None:
    """The same versions; each with a hash, and no address."""
    name, _ = run.EXTRAS[extra]
    running, locked = _entries(run.RUNNING), _entries(name)
    assert running.keys() <= locked.keys()
    project = tomllib.loads((run.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[<>=]", each)[0] for each in project["optional-dependencies"][extra]}
    assert wanted <= {each.partition("==")[0] for each in locked}
    assert all("--hash=sha256:" in hashes for hashes in locked.values())
    assert "://" not in (run.ROOT / name).read_text(encoding="utf-8")


def test_every_extra_of_the_project_can_be_asked_for() -> None:
    """And is installed from a lock file that is kept up."""
    project = tomllib.loads((run.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["optional-dependencies"].keys() == run.EXTRAS.keys()
    assert {name for name, _ in run.EXTRAS.values()} <= run.LOCKS.keys()


def test_no_library_that_reports_to_its_makers_is_locked() -> None:
    """ONNX Runtime does from 1.29 on, in native code that no hook of Python's sees."""
    [version] = [each.partition("==")[2] for each in _entries(run.RECOGNISING) if each.startswith("onnxruntime==")]
    assert tuple(map(int, version.split(".")))[:2] < (1, 29)


def _entries(name: str) -> dict[str, str]:
    """The requirements in a lock file, each with its hashes."""
    text = re.sub(r"(?m)^\s*#.*\n", "", (run.ROOT / name).read_text(encoding="utf-8"))
    parted = (entry.partition("\\") for entry in re.split(r"\n(?=\S)", text.strip()))
    return {package.strip(): hashes for package, _, hashes in parted}
