"""The app as a browser shows it, and what its process may see."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from textual.widgets import Input

from assistant.serve.confined import is_within
from assistant.serve.driver import Added
from assistant.serve.served_app import ServedApp
from assistant.tui.dialogs.help import Help
from assistant.tui.screens.check import CheckScreen
from tests.serve.served import NOTE, ROOT
from tests.tui.app_driver import LARGE, until, words


async def test_documents_that_are_added_wait_for_a_dialog_to_be_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then they are checked, wherever one was; the line for a path stays as it is."""
    monkeypatch.chdir(tmp_path)
    for name in ("first note.txt", "second.txt"):
        (tmp_path / name).write_bytes(NOTE.read_bytes())
    async with ServedApp().run_test(size=LARGE) as pilot:
        await pilot.press("f2")
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, Help))
        pilot.app.post_message(Added(["first note.txt"]))
        pilot.app.post_message(Added(["second.txt"]))
        await pilot.pause()
        assert isinstance(pilot.app.screen, Help)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, CheckScreen))
        await until(pilot, lambda: "2 checked" in words(pilot))
        assert pilot.app.screen.query_one("#path", Input).value == ""


async def test_f6_asks_the_page_and_not_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """On every screen; there is no file of this computer to be looked for."""
    asked: list[str] = []
    app = ServedApp()
    monkeypatch.setattr(app, "open_url", asked.append)
    async with app.run_test(size=LARGE) as pilot:
        for key in ("f2", "f3", "f7"):
            await pilot.press(key, "f6")
            await pilot.pause()
    assert asked == ["upload"] * len(("f2", "f3", "f7"))


TRY = """
import os, pathlib, sys
root, code = pathlib.Path(sys.argv[1]), sys.argv[2]
from assistant.serve.confined import confine
from assistant.paths import in_reach
confine(root, lambda: print("refused"))
try:
    print(eval(code))
except PermissionError:
    print("forbidden")
"""


@pytest.mark.parametrize(
    ("code", "comes"),
    [
        ("open('/etc/hostname').read()", "forbidden"),
        ("os.listdir('/')", "forbidden"),
        ("list(os.scandir(os.path.expanduser('~')))", "forbidden"),
        ("open(root / 'mine.txt').read()", "mine"),
        ("(root / 'new.txt').write_text('x')", "1"),
        ("sorted(os.listdir(root))", "['link', 'mine.txt']"),
        ("open(root / '..' / 'other.txt').read()", "forbidden"),
        ("open(root / 'link').read()", "forbidden"),
        ("os.symlink('/etc', root / 'etc')", "forbidden"),
        ("os.rename(root / 'mine.txt', root.parent / 'out.txt')", "forbidden"),
        ("open(os.__file__, 'rb').read(1)[:0]", "b''"),
        ("open(os.__file__, 'ab')", "forbidden"),
        ("os.remove(root.parent / 'other.txt')", "forbidden"),
        ("in_reach(root / 'mine.txt').is_absolute()", "True"),
        ("in_reach(pathlib.Path('/etc/hostname'))", "refused\nhostname"),
    ],
)
def test_what_a_confined_process_can_do(code: str, comes: str, tmp_path: Path) -> None:
    """Read and write what is its own, through no link and no detour; read what it is made of."""
    root = tmp_path / "session"
    root.mkdir()
    (root / "mine.txt").write_text("mine")
    (tmp_path / "other.txt").write_text("other")
    (root / "link").symlink_to(tmp_path / "other.txt")
    done = subprocess.run(
        [sys.executable, "-c", TRY, str(root), code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == comes, done.stderr
    assert (tmp_path / "other.txt").read_text() == "other"


def test_a_folder_whose_name_only_begins_so_is_another() -> None:
    """And a folder is within itself."""
    assert is_within("/a/b", ["/a/b"])
    assert is_within("/a/b/c", ["/x", "/a/b"])
    assert not is_within("/a/bc", ["/a/b"])
    assert not is_within("/a", ["/a/b"])
