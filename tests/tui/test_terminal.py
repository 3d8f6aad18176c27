"""The command itself on a real terminal of 80 by 24: what reaches it, byte for byte, and what is on its screen."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from tests.tui.app_driver import SAMPLES
from tests.tui.terminal_driver import CTRL_C, ENTER, F2, F3, F6, RIGHT, pasted, terminal

HOSTILE = "e\x1b]0;PWNED\x07\x1b[77;1H\u202ek\u2066\x9b2J.txt"
"""A file's name, or a paste, that would set the title, move the cursor and turn the direction."""
TURNING = "a\u202eb\u2066\x9b2J"
_DIRECTION_OR_C1 = re.compile(r"[\x80-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def test_names_and_pastes_cannot_touch_the_terminal(tmp_path: Path) -> None:
    """Completion, Browse, the list, the page, both lines to type in: nothing but Textual's own sequences comes out."""
    folder = tmp_path / "evil"
    folder.mkdir()
    (folder / HOSTILE).write_text(f"Progress Note\nChild's Name: {HOSTILE}\n", encoding="utf-8")
    (folder / os.fsdecode(b"latin\xe9.txt")).write_text("Progress Note\n", encoding="utf-8")
    with terminal(tmp_path) as window:
        window.until_shown("What do you want to do?")
        window.send(F2)
        window.until_shown("What would you like to know?")
        window.send(pasted(HOSTILE.encode()))
        window.until_shown("PWNED")
        window.send(ENTER)
        window.until_shown("You: ")
        window.send(pasted(TURNING.encode()))
        window.until_shown("a�b��2J")
        window.send(ENTER)
        window.until_shown("You: a�b��2J")
        window.send(F3)
        window.until_shown("Nothing leaves this computer, and")
        window.send(b"evi")
        window.until_shown("→ evil/")
        window.send(RIGHT)
        window.until(lambda screen: "evil/" in screen and "→" not in screen)
        window.send(b"e")
        window.until_shown("evil/e Browse")
        window.send(ENTER)
        window.until_shown("1 not found.")
        window.send(F6)
        window.until_shown("Choose a document")
        window.until_shown("evil")
        window.send(b"\x1b[B", b"f")
        window.until_shown("2 checked: ", "PWNED", "latin�.txt")
        window.send(b"d")
        window.until_shown("Child's Name: ")
        window.send(b"\x1b[Z", b"\x1b[Z", b"\x1b[Z", pasted(TURNING.encode()))
        window.until_shown("a�b��2J")
        window.send(CTRL_C)
        window.until_shown("Leave Tandem?")
        window.send(ENTER)
        assert window.ended() == 0
        text = window.raw.decode("utf-8")
    assert not _DIRECTION_OR_C1.search(text)
    assert "\x1b]0;" not in text
    assert "\x1b[77;1H" not in text
    assert not window.left_over()


def test_a_pdf_is_checked_inside_the_app(tmp_path: Path) -> None:
    """Its reader is a process of its own, which has to start from the app too."""
    with terminal(tmp_path) as window:
        window.until_shown("What do you want to do?")
        window.send(F2)
        window.until_shown("What would you like to know?")
        window.send(F3)
        window.until_shown("Nothing leaves this computer, and")
        window.send(str(SAMPLES / "to-mend" / "ot-log.pdf").encode(), ENTER)
        window.until_shown("1 checked: 1 to mend.", "✗ ot-log.pdf", "Error")


def test_the_second_answer_is_on_the_screen_and_no_byte_ends_the_app(tmp_path: Path) -> None:
    """From its first line; a byte of an old encoding is shown as one that is not known."""
    with terminal(tmp_path) as window:
        window.until_shown("What do you want to do?")
        window.send(F2)
        window.until_shown("What would you like to know?")
        window.send(b"is a SEIT paid extra?", ENTER)
        window.until_shown("You: is a SEIT paid extra? No. The SEIT's rate already includes coordination")
        window.send(b"who coordinates with speech and OT", ENTER)
        window.until_shown("You: who coordinates with speech and OT One of the child's related service providers")
        window.send(b"my husband hits me", ENTER)
        window.until_shown("You: my husband hits me", "911")
        window.send(b"caf\xe9", pasted(b" Jos\xe9's SEIT"))
        window.until_shown("caf Jos�'s SEIT")
        window.send(CTRL_C)
        window.until_shown("Leave Tandem?")
        window.send(CTRL_C)
        assert window.ended() == 0
        assert b"Traceback" not in window.raw
