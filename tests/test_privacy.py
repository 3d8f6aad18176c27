"""Nothing leaves the machine, and nothing of a document or a question stays.

Python tells an audit hook of every socket that is made and every file that is opened for writing, whichever library
does it; each command runs under such a hook in a process of its own, with an empty home and working folder.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents.learned.in_word import KITE_LANE

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "assistant" / "samples"

WATCH = """
import json, os, sys
seen = []
def watch(event, args):
    if event.startswith("socket.") and event not in ("socket.gethostname",):
        seen.append([event, repr(args[1:])])
    elif event == "open" and isinstance(args[0], (str, bytes, os.PathLike)):
        mode, flags = args[1], args[2] or 0
        writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND)
        if writes and os.fspath(args[0]) != os.devnull:
            seen.append(["write", os.fsdecode(args[0])])
sys.dont_write_bytecode = True
sys.addaudithook(watch)
command = json.loads(sys.argv[1])
from assistant.cli import main
try:
    main(command)
except SystemExit:
    pass
sys.stderr.write("\\nSEEN" + json.dumps(seen))
"""

APP = """
import asyncio
from pathlib import Path
def run():
    from assistant.tui.app import TandemApp
    async def use():
        app = TandemApp()
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.press("f1")
            await pilot.pause()
    asyncio.run(use())
"""


def _run(code: str, command: list[str], tmp_path: Path, given: str = "") -> list[list[str]]:
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    own = {"HOME": str(home), "PYTHONPATH": str(ROOT), "TMPDIR": str(home), "XDG_CACHE_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", code, json.dumps(command)],
        cwd=home, env={**os.environ, **own}, input=given, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert "SEEN" in done.stderr, done.stderr[-2000:]
    assert not list(home.rglob("*")), "files were left behind"
    seen: list[list[str]] = json.loads(done.stderr.rpartition("SEEN")[2])
    return seen


@pytest.mark.parametrize(
    ("command", "given"),
    [
        (["check", str(SAMPLES)], ""),
        (["check", "--format", "json", str(SAMPLES)], ""),
        (["ask", "Who coordinates when a child has speech and OT?"], ""),
        (["ask", "--stdin", "--format", "json"], "Is the SEIT paid extra?\nMy son Jayden Rivera got no speech.\n"),
        (["--plain"], "2\nWho coordinates?\nm\n1\n1\n\n9\n1\n\nq\ny\n"),
        (["chat"], "Who coordinates?\nand in Connecticut?\n"),
        (["rules"], ""),
        (["rule", "MED001"], ""),
        (["topics"], ""),
        (["inspect", str(SAMPLES / "to-mend" / "speech-note.txt")], ""),
        (["doctor"], ""),
        (["profile", "list"], ""),
        (["profile", "show", "ny-schenectady-preschool"], ""),
        (["profile", "new"], "Ulster County\n"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else "",
)
def test_a_command_opens_no_connection_and_writes_no_file(command: list[str], given: str, tmp_path: Path) -> None:
    """Neither the command nor any library it uses."""
    assert _run(WATCH, command, tmp_path, given) == []


def test_a_new_profile_is_all_that_is_written(tmp_path: Path) -> None:
    """Where the user asked, and nowhere else; checking by it writes nothing."""
    path = tmp_path / "ulster.toml"
    assert _run(WATCH, ["profile", "new", str(path), "--defaults"], tmp_path) == [["write", str(path)]]
    assert _run(WATCH, ["check", "--profile", str(path), str(SAMPLES / "to-mend" / "speech-note.txt")], tmp_path) == []


def test_a_sheet_and_a_waiver_are_all_that_is_written(tmp_path: Path) -> None:
    """First without a name in the same folder, then under a hidden one; and a sheet that is read leaves nothing."""
    (tmp_path / "batch").mkdir()
    note = tmp_path / "batch" / "speech-note.txt"
    note.write_bytes((SAMPLES / "to-mend" / "speech-note.txt").read_bytes())
    kept = tmp_path / "batch" / "speech-note.txt.tandem.toml"
    seen = _run(WATCH, ["waive", str(note), "DOC005", "--reason", "r", "--by", "b"], tmp_path)
    assert seen
    assert all(event == "write" and note.parent in (Path(path), Path(path).parent) for event, path in seen)
    for name in ("sheet.docx", "sheet.html"):
        sheet = tmp_path / name
        seen = _run(WATCH, ["gate", str(note.parent), "--output", str(sheet)], tmp_path)
        assert seen
        assert all(event == "write" and tmp_path in (Path(path), Path(path).parent) for event, path in seen)
        assert _run(WATCH, ["verify", str(sheet)], tmp_path) == []
    assert {path.name for path in tmp_path.rglob("*")} == {
        "batch", "home", note.name, kept.name, "sheet.docx", "sheet.html",
    }  # fmt: skip


def test_a_learned_form_is_all_that_is_written(tmp_path: Path) -> None:
    """Its profile, where the user asked; of a copy that is checked by it nothing is kept."""
    blank, path = tmp_path / "blank.docx", tmp_path / "kite.toml"
    blank.write_bytes(KITE_LANE.blank)
    command = ["profile", "learn", str(blank), "--yes", "--kind", "progress_note", "--set", "1=child_name"]
    assert _run(WATCH, [*command, "--output", str(path)], tmp_path) == [["write", str(path)]]
    blank.write_bytes(KITE_LANE.draw(KITE_LANE.copies[0]))
    assert _run(WATCH, ["check", "--profile", str(path), str(blank)], tmp_path) == []


def test_the_app_opens_no_connection_and_writes_no_file(tmp_path: Path) -> None:
    """The event loop's own pair of local sockets is all it has."""
    code = WATCH.replace("from assistant.cli import main", APP).replace("    main(command)", "    run()")
    seen = _run(code, [], tmp_path)
    assert not [event for event in seen if event[0] in ("write", "socket.connect", "socket.getaddrinfo", "socket.bind")]


def test_the_app_in_a_browser_listens_on_this_computer_alone(tmp_path: Path) -> None:
    """At one port of its own, and connects to nothing; all that it wrote is gone at its end."""
    once = """
import os, signal
from assistant.serve import server
serve = server.serve
def end(begun):
    begun()
    os.kill(os.getpid(), signal.SIGTERM)
server.serve = lambda listening, served, begun: serve(listening, served, lambda: end(begun))
from assistant.cli import main
"""
    code = WATCH.replace("from assistant.cli import main", once)
    seen = _run(code, ["serve", "--no-browser"], tmp_path)
    assert [said for event, said in seen if event == "socket.bind"] == ["(('127.0.0.1', 0),)"]
    assert not [event for event, _ in seen if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto")]
    assert all((tmp_path / "home") in Path(said).parents for event, said in seen if event == "write")


def test_the_watch_sees_what_it_watches_for(tmp_path: Path) -> None:
    """The hook itself works: a connection and a file are both seen."""
    code = WATCH.replace(
        "    main(command)",
        "    import socket; s = socket.socket(); s.connect_ex(('127.0.0.1', 9))\n"
        "    open('kept.txt', 'w').close(); os.remove('kept.txt')",
    )
    kinds = {event for event, _ in _run(code, [], tmp_path)}
    assert {"socket.connect", "write"} <= kinds
