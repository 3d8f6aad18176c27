"""`tandem ask`: one answer, or one for each line of standard input; shape, streams and exit codes."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from assistant.cli import main
from assistant.wording import citation_in_words, currency_in_words
from knowledge import load
from knowledge.compose import Cited

KEYS = ["question", "status", "answer", "topic", "confidence", "place", "citations", "cautions", "related", "options"]
"""The keys of an answer as the contract has them, in its order."""
CITATION = ["source", "title", "locator", "dated", "currency"]
RELATED = ["topic", "question"]


def has_the_shape(found: Mapping[str, Any]) -> None:
    """Whether an object has the contract's keys, each with a value of its kind."""
    assert list(found)[: len(KEYS)] == KEYS
    assert all(isinstance(found[key], str) for key in ("question", "status", "answer"))
    assert all(found[key] is None or found[key] for key in ("topic", "place"))
    assert isinstance(found["confidence"], float)
    assert [list(each) for each in found["citations"]] == [CITATION] * len(found["citations"])
    assert [list(each) for each in found["related"]] == [RELATED] * len(found["related"])
    assert all(isinstance(each, str) for key in ("cautions", "options") for each in found[key])


def ask_json(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """One answer as JSON, with nothing on standard error."""
    assert main(["ask", "--format", "json", *words]) == 0
    out, err = capsys.readouterr()
    assert not err
    assert out.endswith("\n")
    assert out.count("\n") == 1
    found: dict[str, Any] = json.loads(out)
    return found


# --- JSON ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "status", "topic"),
    [
        ("Is a SEIT paid extra in Schenectady?", "answered", "ny-schenectady/seit-paid-extra"),
        ("where should coordination be documented", "clarify", None),
        ("how much does a SEIT make an hour", "declined", "limits/pay-rates"),
        ("what is the SEIT rate in Suffolk County?", "declined", None),
        ("thanks", "smalltalk", "limits/thanks"),
        ("I want to kill myself", "crisis", "limits/self-harm"),
    ],
)
def test_json_has_the_shape_of_the_contract(
    capsys: pytest.CaptureFixture[str], question: str, status: str, topic: str | None
) -> None:
    """All keys, whatever became of the question; exit code 0, as a decline is an answer too."""
    found = ask_json(capsys, question)
    has_the_shape(found)
    assert list(found) == KEYS
    assert (found["question"], found["status"], found["topic"]) == (question, status, topic)
    assert bool(found["options"]) == (status == "clarify")


def test_json_tells_what_the_answer_rests_on(capsys: pytest.CaptureFixture[str]) -> None:
    """Each citation with its place in the source, its date and its currency; the place the answer speaks for."""
    found = ask_json(capsys, "Is a SEIT paid extra in Schenectady?")
    assert found["place"] == "ny-schenectady"
    assert found["confidence"] > 0.6
    source = load().sources["schenectady-coordination"]
    assert found["citations"][0] == {
        "source": source.id,
        "title": source.title,
        "locator": load().by_id["ny-schenectady/seit-paid-extra"].citations[0].locator,
        "dated": source.dated,
        "currency": source.currency,
    }
    assert all(each["topic"] in load().by_id for each in found["related"])


def test_the_words_of_a_question_need_no_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    """Several words are one question."""
    found = ask_json(capsys, "is", "a", "SEIT", "paid", "extra")
    assert found["question"] == "is a SEIT paid extra"
    assert found["topic"] == "ny-schenectady/seit-paid-extra"


def test_place_and_role_set_the_context(capsys: pytest.CaptureFixture[str]) -> None:
    """The place decides for whom it is answered."""
    question = "How soon must parents be shown early intervention records?"
    for place in ("fl", "ny"):
        found = ask_json(capsys, question, "--place", place, "--role", "family")
        assert found["place"] == place
        assert found["cautions"][0].startswith("This is the federal rule;")


@pytest.mark.parametrize("place", ["FL", "Florida", "florida", "Florida Early Steps"])
def test_a_place_may_be_named(capsys: pytest.CaptureFixture[str], place: str) -> None:
    """As people name it, in any letters."""
    found = ask_json(capsys, "How soon must parents be shown early intervention records?", "--place", place)
    assert found["place"] == "fl"


def test_json_is_plain_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    """No character of a question can move a terminal."""
    assert main(["ask", "--format", "json", "é\x1b[31m\u202e\ud800"]) == 0
    out = capsys.readouterr().out
    assert out.isascii()
    assert out.strip().isprintable()
    assert json.loads(out)["question"] == "é\x1b[31m\u202e\ud800"


# --- one question a line -------------------------------------------------------------------------------------------


def lines_of(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Put text on standard input."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_stdin_gives_one_object_a_line_in_order(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each question is independent: what one was about does not reach the next; an empty line gets its object too."""
    questions = [
        "Is a SEIT paid extra?",
        "",
        "and in Connecticut?",
        "thanks",
        "who coordinates\twith a SEIT",
        "no newline",
    ]
    lines_of(monkeypatch, "\r\n".join(questions))
    assert main(["ask", "--stdin", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert not err
    found = [json.loads(line) for line in out.splitlines()]
    assert [each["question"] for each in found] == questions
    for each in found:
        has_the_shape(each)
    alone = ask_json(capsys, "and in Connecticut?")
    assert found[2] == alone
    assert found[2]["status"] != "answered"


def test_stdin_keeps_the_context_of_the_options(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The place holds for every line."""
    lines_of(monkeypatch, "How soon must parents be shown early intervention records?\n" * 2)
    assert main(["ask", "--stdin", "--format", "json", "--place", "fl"]) == 0
    assert [json.loads(line)["place"] for line in capsys.readouterr().out.splitlines()] == ["fl", "fl"]


def test_stdin_as_text_parts_the_answers(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty line behind each."""
    lines_of(monkeypatch, "thanks\nthanks\n")
    assert main(["ask", "--stdin"]) == 0
    words = load().by_id["limits/thanks"].short
    assert capsys.readouterr().out == f"{words}\n\n{words}\n\n"


def test_nothing_on_stdin_gives_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """And that is no fault."""
    lines_of(monkeypatch, "")
    assert main(["ask", "--stdin", "--format", "json"]) == 0
    assert capsys.readouterr() == ("", "")


# --- text ----------------------------------------------------------------------------------------------------------


def test_text_gives_the_answer_first_then_where_it_stands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Then how old that is, and what people ask next; in plain text."""
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["ask", "What are the ongoing duties of a Connecticut service coordinator?"]) == 0
    out, err = capsys.readouterr()
    assert not err
    assert "\x1b" not in out
    topic = load().by_id["ct/ongoing-activities"]
    flat = " ".join(out.split())
    parts = [
        flat.index(" ".join(topic.short.split())),
        flat.index(f"Note: {topic.currency.note}"),
        flat.index("Where it stands:"),
        flat.index("IDEA Part C regulations, 34 CFR Part 303, 303.34(b)(1)-(10) ("),
        flat.index("People also ask:"),
        flat.index("(tandem topic ct/connecticut-activities)"),
    ]
    assert parts == sorted(parts)
    assert flat.startswith(topic.short.split()[0])


def test_text_numbers_the_choices(capsys: pytest.CaptureFixture[str]) -> None:
    """Where it is asked back."""
    assert main(["ask", "where should coordination be documented"]) == 0
    out = capsys.readouterr().out
    assert "\n  1. Schenectady County, New York\n  2. Connecticut\n" in out
    assert "Where it stands:" not in out
    assert "People also ask:" not in out


def test_text_points_to_what_is_near_a_decline(capsys: pytest.CaptureFixture[str]) -> None:
    """As something to see, not as the answer."""
    assert main(["ask", "Is there a telephone number on the STAC-1 form?"]) == 0
    out = capsys.readouterr().out
    assert "\nSee also:\n" in out
    assert "(tandem topic ny/what-is-stac1)" in " ".join(out.split())


@pytest.mark.parametrize(("columns", "widest"), [("30", 40), ("60", 60), ("300", 88)])
def test_text_fits_the_screen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: str, widest: int
) -> None:
    """Between 40 columns and what reads well."""
    monkeypatch.setenv("COLUMNS", columns)
    assert main(["ask", "Which activities count as coordination of services?"]) == 0
    lengths = [len(line) for line in capsys.readouterr().out.splitlines()]
    assert widest - 12 <= max(lengths) <= widest


@pytest.mark.parametrize(
    ("currency", "words"),
    [
        ("current", "current"),
        ("dated", "an older source: check before you rely on it"),
        ("superseded", "superseded by a newer rule: check what holds now"),
    ],
)
def test_how_old_a_source_is_stands_in_words(currency: str, words: str) -> None:
    """With title, place in it, where it holds, and its date."""
    cited = Cited("law", "The Law", "page 3", "2018-07", currency, "Connecticut")
    assert currency_in_words(cited) == f"dated July 2018; {words}"
    assert citation_in_words(cited).startswith("The Law, page 3 (Connecticut; ")
    assert citation_in_words(cited).endswith(f"dated July 2018; {words})")
    assert currency_in_words(replace(cited, dated="2018-07-03")) == f"dated July 3, 2018; {words}"
    assert currency_in_words(replace(cited, dated="as amended")) == f"as amended; {words}"


def test_a_source_in_words_is_one_harmless_line() -> None:
    """Whatever stands in the list of sources."""
    assert citation_in_words(Cited("x", "A\nB\x1b[1m", "p", "2020", "current", "NY")).isprintable()


# --- wrong calls ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["ask"], "ask what?"),
        (["ask", "  ", ""], "ask what?"),
        (["ask", "--place", "mars", "who coordinates"], "there is no place"),
        (["ask", "--place", "mars", "--stdin"], "federal, ny, ny-schenectady, ct"),
    ],
)
def test_a_wrong_call_gives_2_with_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    """On standard error, and nothing is answered."""
    lines_of(monkeypatch, "who coordinates\n")
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert not out
    assert told in err
    assert err.startswith("tandem: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "words", [["--role", "king", "who"], ["--format", "yaml", "who"], ["--place"], ["--nonsense", "who"]], ids=" ".join
)
def test_a_wrong_option_gives_2(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    """What there is to choose from is told on standard error."""
    assert main(["ask", *words]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert words[0] in err.splitlines()[-1]


def test_a_place_that_is_not_there_moves_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Its name is shown with symbols."""
    assert main(["ask", "--place", "\x1b[31m", "who"]) == 2
    assert "\x1b" not in capsys.readouterr().err


# --- private details -----------------------------------------------------------------------------------------------

NAMED = "Who coordinates for Jayden Rivera, born 3/4/2021?"
GENTLE = "You need not name the child or give a birth date: no answer here needs it."


def test_that_a_detail_need_not_be_told_is_said_with_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    """Below it, and on standard error beside JSON; never beside the help in danger."""
    assert main(["ask", NAMED]) == 0
    assert GENTLE in " ".join(capsys.readouterr().out.split())
    assert main(["ask", "--format", "json", NAMED]) == 0
    out, err = capsys.readouterr()
    has_the_shape(json.loads(out))
    assert err.startswith(f"tandem: {GENTLE}")
    assert main(["ask", "my husband hits Jayden Rivera"]) == 0
    out, err = capsys.readouterr()
    assert "911" in out
    assert "You need not" not in out + err


def test_of_many_questions_it_is_said_once_for_each_kind(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each answer is an object all the same."""
    asked = [NAMED, NAMED, "Who coordinates for student ID 20416733, Jayden Rivera?"]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(asked)))
    assert main(["ask", "--stdin", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == len(asked)
    assert [line.split(":")[1].strip() for line in err.splitlines()] == [
        "You need not name the child or give a birth date",
        "You need not give a number that tells who the child is",
    ]


def test_a_name_is_not_asked_about(capsys: pytest.CaptureFixture[str]) -> None:
    """The question is shown as it was asked."""
    question = "Who coordinates for Jayden Rivera, born 3/4/2021? He has no SEIT."
    assert main(["ask", question, "--place", "ny-schenectady", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["status"], found["question"]) == ("answered", question)
    assert main(["ask", question, "--place", "ny-schenectady", "--why"]) == 0
    assert "who-coordinates" in capsys.readouterr().out.partition("\n")[0]
