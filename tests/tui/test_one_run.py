"""One run of the real command, from its first screen to its end: on a pseudo-terminal, and in tmux where that is."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from tests.tui.app_driver import SAMPLES
from tests.tui.terminal_driver import CTRL_C, ENTER, F2, F3, Terminal, terminal
from tests.tui.tmux_driver import Tmux, tmux

QUESTION = "is a SEIT paid extra?"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the samples to mend, and no configuration."""
    shutil.copytree(SAMPLES / "to-mend", tmp_path / "to-mend")
    (tmp_path / "config").mkdir()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path


def check_ask_and_leave(window: Terminal | Tmux) -> None:
    """Check the samples, ask a question, leave; what was on a screen is on it no more on the next."""
    assert "Traceback" not in window.until_shown("F8 Home", "What do you want to do?", "1 Check documents")
    window.send(F3)
    window.until_shown("Nothing leaves this computer, and")
    window.send(b"to-mend", ENTER)
    screen = window.until_shown("4 checked: 4 to mend.", "✗ coordination-note.docx", "Error MED001", "To do: ")
    assert "What do you want to do?" not in screen
    window.send(F2)
    window.until_shown("What would you like to know?")
    window.send(QUESTION.encode(), ENTER)
    screen = window.until_shown(f"You: {QUESTION}", "PgDn reads on")
    assert "coordination-note.docx" not in screen
    assert "\x1b" not in screen
    window.send(CTRL_C)
    window.until_shown("Leave Tandem?")
    window.send(ENTER)
    assert window.ended() == 0
    assert not window.left_over()


def test_on_a_pseudo_terminal(folder: Path) -> None:
    """The samples are checked, a question is answered, and nothing but Textual's own sequences was sent."""
    with terminal(folder) as window:
        check_ask_and_leave(window)
        assert b"Traceback" not in window.raw


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not on this computer; a pseudo-terminal runs the same")
def test_in_tmux(folder: Path) -> None:
    """The same in a terminal that people use; it is given back as it was, with nothing left on it."""
    with tmux(folder) as window:
        check_ask_and_leave(window)
