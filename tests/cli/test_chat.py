"""`tandem chat`: a conversation line by line; shape, streams, context and end."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from assistant.cli import main
from knowledge import load
from tests.cli.test_ask import KEYS, has_the_shape

NOTHING: dict[str, Any] = {"place": None, "role": None, "programme": None, "services": [], "age": None}
"""The context at the beginning."""


def chat(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str, *options: str) -> str:
    """What is said to these lines on standard input; nothing is on standard error, which is no terminal here."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert main(["chat", *options]) == 0
    out, err = capsys.readouterr()
    assert not err
    return out


def chat_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str, *options: str
) -> list[dict[str, Any]]:
    """The same as objects."""
    return [json.loads(line) for line in chat(monkeypatch, capsys, text, "--format", "json", *options).splitlines()]


def test_json_has_the_shape_of_the_contract(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One object a line, as `ask` gives it, and the context beside; beginning anew has all keys too."""
    asked = ["How soon must parents be shown early intervention records?", "how must coordination be documented", "2"]
    found = chat_json(monkeypatch, capsys, "\n".join([*asked, "/new", "thanks", "I want to kill myself", "", "zzqx"]))
    assert len(found) == 8
    for each in found:
        has_the_shape(each)
        assert list(each) == [*KEYS, "context"]
        assert list(each["context"]) == ["place", "role", "programme", "services", "age"]
    assert [each["status"] for each in found] == [
        "answered", "clarify", "answered", "smalltalk", "smalltalk", "crisis", "smalltalk", "declined",
    ]  # fmt: skip


def test_the_context_is_kept_from_line_to_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Place, role and subject; and it is told."""
    text = "I'm a provider. How many coordination sessions can I bill in Schenectady?\nand in Connecticut?\n"
    first, second = chat_json(monkeypatch, capsys, text)
    assert first["topic"] == "ny-schenectady/sessions-per-year"
    assert first["context"] == {**NOTHING, "place": "ny-schenectady", "role": "provider"}
    assert second["topic"] == "ct/monthly-contact"
    assert second["context"] == {**NOTHING, "place": "ct", "role": "provider"}


def test_options_set_the_context(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """From the beginning; nothing is set without them."""
    (found,) = chat_json(monkeypatch, capsys, "thanks\n", "--place", "fl", "--role", "trainer")
    assert found["context"] == {**NOTHING, "place": "fl", "role": "trainer"}
    (found,) = chat_json(monkeypatch, capsys, "thanks\n")
    assert found["context"] == NOTHING


@pytest.mark.parametrize("start", ["", "/new", "  "])
def test_an_empty_line_or_new_starts_over(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], start: str
) -> None:
    """The subject is forgotten: what followed on it does not any more."""
    lines = ["How is coordination paid?", "what about the summer?"]
    kept = chat_json(monkeypatch, capsys, "\n".join(lines))
    anew = chat_json(monkeypatch, capsys, f"{lines[0]}\n{start}\n{lines[1]}\n")
    assert kept[1]["topic"] == "ny-schenectady/sessions-per-year"
    assert anew[1]["answer"].startswith("Starting over.")
    assert anew[2]["topic"] != "ny-schenectady/sessions-per-year"


@pytest.mark.parametrize("end", ["/quit", "/exit", " /Q "])
def test_it_ends_where_it_is_told_to(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], end: str
) -> None:
    """What comes behind is not answered; without that it ends with the input."""
    assert len(chat_json(monkeypatch, capsys, f"thanks\n{end}\nthanks\n")) == 1
    assert len(chat_json(monkeypatch, capsys, "thanks\nthanks")) == 2
    assert chat_json(monkeypatch, capsys, "") == []


@pytest.mark.parametrize("end", ["bye", "Quit.", "goodbye!"])
def test_a_person_may_end_it_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], end: str
) -> None:
    """A program's line is never taken for the end."""
    assert chat(monkeypatch, capsys, f"{end}\nthanks\n") == ""
    assert len(chat_json(monkeypatch, capsys, f"{end}\nthanks\n")) == 2


def test_text_gives_the_answer_and_an_empty_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No greeting and no prompt where no person sits; a carriage return is no part of a line."""
    out = chat(monkeypatch, capsys, "thanks\r\n/new\r\n")
    assert out == f"{load().by_id['limits/thanks'].short}\n\nStarting over. What would you like to know?\n\n"


def test_text_offers_choices_and_takes_one(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """By number."""
    out = chat(monkeypatch, capsys, "how must coordination be documented\n2\n")
    asked, _, chosen = out.partition("  2. Connecticut\n\n")
    assert "  1. Schenectady County, New York\n" in asked
    assert " ".join(load().by_id["ct/documentation"].short.split()) in " ".join(chosen.split())


def test_hostile_lines_move_no_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither as text nor as JSON."""
    text = "\x1b[31m\nzz\x9b\u202e\n\x00\n"
    for options in ([], ["--format", "json"]):
        out = chat(monkeypatch, capsys, text, *options)
        assert not set(out) & set("\x1b\x9b\u202e\x00")


class Terminal(io.StringIO):
    """Standard input at which a person sits."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_a_person_is_greeted_and_prompted_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that what goes to a file is the answers alone; for a program, neither."""
    monkeypatch.setattr("sys.stdin", Terminal("thanks\n/quit\n"))
    assert main(["chat"]) == 0
    out, err = capsys.readouterr()
    assert out == f"{load().by_id['limits/thanks'].short}\n\n"
    greeting, commands, prompts = err.split("\n")
    assert "/quit" in greeting
    assert "/place" in commands
    assert prompts == "> > "
    monkeypatch.setattr("sys.stdin", Terminal("thanks\n"))
    assert main(["chat", "--format", "json"]) == 0
    assert not capsys.readouterr().err


def test_a_place_that_is_not_there_gives_2_with_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is said."""
    monkeypatch.setattr("sys.stdin", io.StringIO("thanks\n"))
    assert main(["chat", "--place", "mars"]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert "there is no place" in err
    assert err.count("\n") == 1


def test_that_a_detail_need_not_be_told_is_said_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the answer; beside JSON on standard error, whose shape stays."""
    text = "Who coordinates for Jayden Rivera?\nIs Jayden Rivera too old at four?\n"
    out = chat(monkeypatch, capsys, text)
    assert out.count("You need not name the child: no answer here needs it.") == 1
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert main(["chat", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert err.startswith("tandem: You need not name the child")
    assert err.count("\n") == 1
    assert all(list(json.loads(line)) == [*KEYS, "context"] for line in out.splitlines())
