"""The `tandem` command itself: help, version, what is mistyped, and what goes wrong."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from assistant.cli import COMMANDS, main, topics, version
from assistant.cli.exits import Exit

ROOT = Path(__file__).parents[2]


# --- help and version ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["--help", "-h", "help"])
def test_help_lists_all_commands(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each with its line; on standard output, as it was asked for."""
    assert main([word]) == 0
    out, err = capsys.readouterr()
    assert not err
    for name, (_, told) in COMMANDS.items():
        assert any(line.split(maxsplit=1) == [name, told] for line in out.splitlines())
    assert "Nothing leaves this computer" in out
    assert "--plain" in out
    assert "TANDEM_PLAIN=1" in out


def test_every_module_with_a_command_is_listed() -> None:
    """A command that no help names would not be found."""
    folder = ROOT / "assistant" / "cli"
    with_command = {path.stem for path in folder.glob("*.py") if "\ndef add_parser(" in path.read_text("utf-8")}
    assert {module for module, _ in COMMANDS.values()} == with_command
    assert with_command >= {"ask", "chat", "check", "demo", "doctor", "inspect", "rule", "topics"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """On standard output, with exit code 0."""
    assert main([name, "--help"]) == 0
    out, err = capsys.readouterr()
    assert not err
    assert out.startswith(f"usage: tandem {name} ")
    assert callable(import_module(f"assistant.cli.{COMMANDS[name][0]}").add_parser)


def test_help_on_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    """`help COMMAND` is `COMMAND --help`; of a word that is none, it says so."""
    assert main(["help", "topics"]) == 0
    shown = capsys.readouterr().out
    assert main(["topics", "--help"]) == 0
    assert capsys.readouterr().out == shown != ""
    assert main(["help", "xyzzy"]) == 2
    assert "there is no command “xyzzy”" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["--version", "-V"])
def test_the_version(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    """That of the project."""
    assert main([word]) == 0
    assert capsys.readouterr() == (f"tandem {version()}\n", "")
    assert f'\nversion = "{version()}"\n' in (ROOT / "pyproject.toml").read_text("utf-8")


# --- what is mistyped ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("chek", "there is no command “chek”. Did you mean “check”? `tandem --help` lists them."),
        ("topcs", "Did you mean “topics”?"),
        ("inspekt", "Did you mean “inspect”?"),
        ("xyzzy", "there is no command “xyzzy”. `tandem --help` lists them."),
        ("--verbose", "there is no command “--verbose”."),
        ("", "there is no command “”."),
        ("\x1b[31m\n", "there is no command “␛[31m␊”."),
        ("\udcff", "there is no command “�”."),
    ],
)
def test_a_command_that_is_not_there_gives_2_with_one_line(
    word: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the nearest one, where one is near; what was typed moves no terminal."""
    assert main([word]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert told in err
    assert err.startswith("tandem: ")
    assert err.count("\n") == 1


def test_without_a_terminal_and_without_input_there_is_no_app(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line says what to use instead; with input, linear mode runs on it."""
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main([]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert "tandem chat" in err
    assert err.count("\n") == 1
    monkeypatch.setattr("sys.stdin", io.StringIO("9\n"))
    assert main([]) == 0
    out, err = capsys.readouterr()
    assert not err
    assert out.endswith("Goodbye.\n")


class Terminal(io.StringIO):
    """Standard input or output at which a person sits."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize(("set_to", "lines"), [("1", True), ("yes", True), ("0", False), ("", False)])
def test_the_variable_chooses_lines_where_there_is_a_terminal(
    set_to: str, lines: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And "0" or nothing the app."""
    from assistant.tui import app

    out = Terminal()
    monkeypatch.setattr(app, "run", lambda: 7)
    monkeypatch.setattr("sys.stdin", Terminal("q\n"))
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setenv("TANDEM_PLAIN", set_to)
    assert main([]) == (0 if lines else 7)
    assert ("Main menu." in out.getvalue()) == lines


def test_the_words_of_the_process_are_the_default(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the installed command calls it."""
    monkeypatch.setattr("sys.argv", ["tandem", "--version"])
    assert main() == 0
    assert capsys.readouterr().out == f"tandem {version()}\n"


def test_the_exit_codes() -> None:
    """Those of the contract; Ctrl-C and a reader that has gone have the codes that a shell gives them."""
    assert (Exit.FINE, Exit.FOUND, Exit.WRONG) == (0, 1, 2)
    assert (Exit.INTERRUPTED, Exit.CUT_OFF) == (130, 141)


# --- what goes wrong -----------------------------------------------------------------------------------------------


def failing(monkeypatch: pytest.MonkeyPatch, failure: BaseException) -> None:
    """Let `tandem topics` fail in the middle of its output."""

    def fail() -> None:
        print("half a line", end="")
        raise failure

    monkeypatch.setattr(topics, "load", fail)


def test_an_error_inside_gives_one_line_without_a_word_of_a_document(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its kind and the module where it happened; no traceback, no message: that may quote a child's name."""
    failing(monkeypatch, ValueError("cannot read Ana Diaz, born 4/4/2022"))
    assert main(["topics"]) == 2
    err = capsys.readouterr().err
    assert "ValueError in assistant.cli.topics" in err
    assert err.startswith("tandem: something went wrong inside Tandem (")
    assert err.count("\n") == 1
    assert "Ana" not in err
    assert "Traceback" not in err


def test_ctrl_c_ends_it_without_a_word(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With the exit code that shells know."""
    failing(monkeypatch, KeyboardInterrupt())
    assert main(["topics"]) == 130
    assert not capsys.readouterr().err


def test_a_reader_that_has_gone_is_told_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is said, and what is still to be written goes nowhere: closing its end would fail again."""
    failing(monkeypatch, BrokenPipeError())
    errors = io.StringIO()
    monkeypatch.setattr("sys.stderr", errors)
    target = tmp_path / "out"
    with target.open("w", encoding="utf-8") as gone:
        monkeypatch.setattr("sys.stdout", gone)
        assert main(["topics"]) == Exit.CUT_OFF
    assert not errors.getvalue()
    assert not target.read_bytes()


def test_a_pipe_that_is_closed_ends_a_long_output() -> None:
    """In a process of its own, as with `| head`: more is written than a pipe holds."""
    reader, writer = os.pipe()
    os.close(reader)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "assistant", "topics", "--format", "json"],
            cwd=ROOT, env=environment, stdout=writer, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
        )  # fmt: skip
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (Exit.CUT_OFF, "")


def test_a_console_that_cannot_show_a_symbol_shows_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old code page stops nothing."""
    target = tmp_path / "out"
    with target.open("w", encoding="ascii") as console:
        monkeypatch.setattr("sys.stdout", console)
        assert main(["topics"]) == 0
    assert b"?tandem topic ID? shows one of them." in target.read_bytes()
