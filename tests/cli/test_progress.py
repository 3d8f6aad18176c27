"""The bar of a long run: on a terminal alone, and never among the results."""

import re
from pathlib import Path

import pytest

from checkers.registry import find_rule
from tests.cli.test_check import TODAY, Terminal, call

COLOUR = re.compile(r"\x1b\[[\d;]*m")


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Three notes, each with one fault."""
    folder = tmp_path / "notes"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(find_rule("MED001").bad, encoding="utf-8")
    return folder


def as_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in the place of standard error. No fixture: pytest puts its own stream there after those."""
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return stream


@pytest.mark.parametrize("output", ["terminal", "pipe", "file"])
def test_it_tells_what_is_done_found_and_left_and_goes(
    output: str, notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is written beside it has the terminal to itself."""
    errors = as_terminal(monkeypatch)
    out = Terminal()
    monkeypatch.setattr(out, "isatty", lambda: output == "terminal")
    monkeypatch.setattr("sys.stdout", out)
    report = tmp_path / "report.txt"
    assert call("check", str(notes), *TODAY, *(("--output", str(report)) if output == "file" else ())) == 1
    shown = COLOUR.sub("", errors.getvalue())
    assert "Checking: 0 of 3" in shown
    assert re.search(r"Checking: 3 of 3 +\S* *3 findings, time left 0:00:00", shown)
    assert shown.endswith("\x1b[2K")
    results = report.read_text("utf-8") if output == "file" else out.getvalue()
    assert results.splitlines()[-1] == "3 files checked: 3 errors."
    assert "Checking" not in results
    assert ("\x1b" in results) == (output == "terminal")


def test_it_begins_with_what_was_done_before(notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what it says last stays."""
    errors = as_terminal(monkeypatch)
    file = tmp_path / "results.jsonl"
    call("check", str(notes), "--resume", str(file), *TODAY)
    for name in "bc":
        (notes / f"{name}.txt").write_text(find_rule("MED001").good, encoding="utf-8")
    errors.truncate(errors.seek(0))
    assert call("check", str(notes), "--resume", str(file), *TODAY) == 1
    assert "Checking: 1 of 3" in errors.getvalue()
    assert errors.getvalue().endswith(f"tandem check: 3 files checked (1 of them before): 1 error. See {file}.\n")


@pytest.mark.parametrize("missing", ["many files", "a terminal", "a terminal that can do more than type"])
def test_there_is_none(missing: str, notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No escape sequence goes anywhere then."""
    errors = as_terminal(monkeypatch)
    if missing == "a terminal":
        monkeypatch.setattr(errors, "isatty", lambda: False)
    elif missing != "many files":
        monkeypatch.setenv("TERM", "dumb")
    assert call("check", str(notes / "a.txt" if missing == "many files" else notes), *TODAY) == 1
    assert not errors.getvalue()


def test_it_has_no_colour_where_none_is_wanted(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """But it is there."""
    errors = as_terminal(monkeypatch)
    call("check", str(notes), *TODAY)
    assert COLOUR.search(errors.getvalue())
    errors.truncate(errors.seek(0))
    monkeypatch.setenv("NO_COLOR", "1")
    call("check", str(notes), *TODAY)
    assert "Checking: 0 of 3" in errors.getvalue()
    assert not COLOUR.search(errors.getvalue())
