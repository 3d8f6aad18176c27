"""Linear mode as a process of its own: what starts it, what it is fed through a pipe, and how it ends."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plain.plain_driver import TO_MEND, flat, harmless

ROOT = Path(__file__).parents[2]
NO_INPUT = "tandem: the app needs a terminal, and there is nothing on standard input to go by."


def run(folder: Path, given: str | None, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a folder with these lines on a pipe; None for the null device."""
    own = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", **environment}
    return subprocess.run(
        [sys.executable, "-m", "assistant", *words], cwd=folder, env={**os.environ, **own},
        input=None if given is None else given.encode("utf-8", "surrogateescape"),
        stdin=subprocess.DEVNULL if given is None else None, capture_output=True, timeout=120, check=False,
    )  # fmt: skip


def typed(*lines: str) -> str:
    """Lines as they come through a pipe."""
    return "".join(f"{line}\n" for line in lines)


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    """What a run that went well wrote: nothing on standard error, no byte that moves a terminal."""
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout
    return harmless(done.stdout.decode("utf-8").replace(os.linesep, "\n"))


# --- how it starts -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "environment"), [([], {}), (["--plain"], {}), ([], {"TANDEM_PLAIN": "1"})], ids=["pipe", "option", "set"]
)
def test_what_starts_it(words: list[str], environment: dict[str, str], tmp_path: Path) -> None:
    """No terminal, the option, or the variable; the end of the input ends it."""
    text = said(run(tmp_path, "help\n", *words, **environment))
    assert "10. Help" in text
    assert "A wrong answer changes nothing." in text
    assert text.endswith("Goodbye.\n")


@pytest.mark.parametrize("words", [[], ["--plain"]])
@pytest.mark.parametrize("given", [None, ""], ids=["null device", "empty pipe"])
def test_where_nothing_comes_in_it_is_a_wrong_call(words: list[str], given: str | None, tmp_path: Path) -> None:
    """One line on standard error says what to use instead."""
    done = run(tmp_path, given, *words)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(NO_INPUT)
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes it by <&-")
def test_where_standard_input_is_closed_it_is_a_wrong_call(tmp_path: Path) -> None:
    """As with the null device; nothing is on standard output."""
    command = f'"{sys.executable}" -m assistant <&-'
    own = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, shell=True, cwd=tmp_path, env=own, capture_output=True, timeout=60, check=False)  # noqa: S602
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(NO_INPUT)


def test_a_file_of_choices_is_as_good_as_a_pipe(tmp_path: Path) -> None:
    """Read to its end; an empty one is nothing to go by."""
    own = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    for content, code in (("9\nq\n", 0), ("", 2)):
        (tmp_path / "choices").write_text(content)
        with (tmp_path / "choices").open("rb") as choices:
            command = [sys.executable, "-m", "assistant"]
            done = subprocess.run(command, stdin=choices, env=own, cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == code
        assert (b"Goodbye." in done.stdout) == (code == 0)


def test_the_option_stands_alone(tmp_path: Path) -> None:
    """What stands beside it is a wrong call."""
    done = run(tmp_path, "q\n", "--plain", "--place")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "--plain stands alone; “--place” is too much." in done.stderr.decode()


def test_a_wrong_configuration_is_said_and_place_and_role_are_taken_from_a_right_one(tmp_path: Path) -> None:
    """As the app does."""
    folder = tmp_path / "tandem"
    folder.mkdir()
    (folder / "config.toml").write_text('place = "ct"\nrole = "family"\n')
    assert "Place: Connecticut. Role: family." in said(run(tmp_path, "q\n", XDG_CONFIG_HOME=str(tmp_path)))
    (folder / "config.toml").write_text("place = 7\n")
    assert "Your own settings are not used:" in said(run(tmp_path, "q\n", XDG_CONFIG_HOME=str(tmp_path)))


def test_an_old_console_gets_what_it_can_show(tmp_path: Path) -> None:
    """With a sign in the place of each character that it has not."""
    done = run(tmp_path, "1\n7\nMED001\nq\n", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b"MED001" in done.stdout


# --- stories -------------------------------------------------------------------------------------------------------


def test_check_a_folder_waive_export_and_check_again(tmp_path: Path) -> None:
    """A note and one with a hostile name: findings are read, one is waived, a report and nothing else is written."""
    notes = tmp_path / "notes"
    notes.mkdir()
    shutil.copy(TO_MEND, notes / "note.txt")
    hostile = "e\x1b]0;PWNED\x07\u202e.txt" if os.name == "posix" else "e\u202e.txt"
    (notes / hostile).write_text("Progress Note\nWalk in the park.\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in notes.iterdir()}
    waive = ["1", "waive", "Signed on paper", "M. Ruiz", "", "yes", "b"]
    text = said(run(tmp_path, typed(
        "1", "1", "notes", "", "note.txt", *waive, "b", "b",
        "write a report", "3", "no", "all.csv", "", "check all", "q", "yes",
    )))  # fmt: skip
    words = flat(text)
    assert "2 checked:" in words
    assert "Finding 1 of 3. Error, DOC005" in words
    assert "1 finding of DOC005 waived." in words
    assert f"Written: {tmp_path / 'all.csv'}" in words
    assert "Checked again: note.txt:" in words
    assert "DOC005" in (tmp_path / "all.csv").read_text("utf-8")
    assert {path: path.read_bytes() for path in before} == before
    assert {path.name for path in tmp_path.rglob("*")} - set(before) == {
        "notes", *(path.name for path in before), "note.txt.tandem.toml", "all.csv",
    }  # fmt: skip


def test_ask_follow_up_correct_the_place_and_save(tmp_path: Path) -> None:
    """Question, follow-up, another place; the answer becomes a handout."""
    text = flat(said(run(tmp_path, typed(
        "6", "schenectady", "2", "Who coordinates when there is no SEIT?", "How is that paid?", "and in Connecticut?",
        "m", "3", "search", "bus", "1", "save", "bus.md", "", "q", "yes",
    ))))  # fmt: skip
    assert "Place: Schenectady County, New York." in text
    assert text.count("You: ") == 3
    assert "Connecticut" in text
    assert (tmp_path / "bus.md").read_text("utf-8").startswith("# ")


def test_bytes_of_an_old_encoding_and_control_signs_do_no_harm(tmp_path: Path) -> None:
    """Typed as a path, a question and a choice."""
    line = os.fsdecode(b"caf\xe9 \x1b[31m\x00\x9b")
    text = said(run(tmp_path, typed(line, "1", "1", line, "", "m", "2", line, "q", "y")))
    assert re.search(r"There is no choice “caf.*31m", text)


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX systems")
def test_at_a_terminal_nothing_is_drawn_and_no_history_is_kept(tmp_path: Path) -> None:
    """Even where the terminal could: not one escape sequence; what is typed is echoed by the terminal alone."""
    import pty

    main, other = pty.openpty()
    own = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "TERM": "xterm-256color", "TANDEM_PLAIN": "1"}
    own |= {"PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "assistant"], stdin=other, stdout=other, stderr=other, env=own, cwd=tmp_path
    ) as process:
        os.close(other)
        os.write(main, b"9\nq\n")
        seen = b""
        while chunk := _read(main):
            seen += chunk
        assert process.wait(60) == 0
    os.close(main)
    assert b"Goodbye." in seen
    assert b"\x1b" not in seen
    assert not list(tmp_path.rglob("*"))


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # as Linux says it where the other side has gone
        return b""


def test_neither_textual_nor_readline_is_loaded() -> None:
    """It starts as fast as a command, and keeps no history."""
    code = "import sys, assistant.plain.start; print(sorted({'textual', 'rich', 'readline'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
