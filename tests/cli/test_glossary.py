"""`tandem glossary`: the field's words explained, as text and as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from assistant.cli import main
from assistant.wording import term_in_words
from knowledge import load
from knowledge.schema import Term


def test_json_is_the_whole_glossary(capsys: pytest.CaptureFixture[str]) -> None:
    """Each term with all its parts, in the order of the file."""
    assert main(["glossary", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert not err
    assert json.loads(out) == json.loads(json.dumps([asdict(term) for term in load().glossary]))


def test_json_of_one_term_is_its_object(capsys: pytest.CaptureFixture[str]) -> None:
    """With names, places, topics and source."""
    assert main(["glossary", "seit", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["name", "explanation", "topics", "source", "others", "forms", "places"]
    assert found["name"] == "SEIT"
    assert "special education itinerant teacher" in found["others"]
    assert found["places"] == ["ny"]


def test_text_lists_every_term(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """In lines that fit, and how to see one of them whole."""
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["glossary"]) == 0
    out, err = capsys.readouterr()
    assert not err
    shown = " ".join(out.split())
    for term in load().glossary:
        assert term_in_words(term) in shown
    assert max(map(len, out.splitlines())) <= 80
    assert out.endswith("“tandem glossary WORD” shows where one of them holds, and what to read on.\n")


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("term", load().glossary, ids=lambda term: term.name)
def test_text_of_one_term_is_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], term: Term, width: int
) -> None:
    """Its names, what it means, where it is used, what to read on and the source, at any width."""
    monkeypatch.setenv("COLUMNS", str(width))
    assert main(["glossary", *term.name.split()]) == 0
    out = capsys.readouterr().out
    shown = " ".join(out.split())
    base = load()
    assert out.startswith(f"{term.name}\n")
    assert term.explanation in shown
    for other in term.others:
        assert other in shown
    for place in term.places:
        assert base.places[place].name in shown
    for topic_id in term.topics:
        assert f"{base.by_id[topic_id].question} (tandem topic {topic_id})" in shown
    assert shown.endswith(f"Where it stands: {base.sources[term.source].title}")
    assert max(len(line) for line in out.splitlines()) <= max(width, 60)


def test_a_term_of_several_words_needs_no_quotation_marks(capsys: pytest.CaptureFixture[str]) -> None:
    """Nor its capitals."""
    assert main(["glossary", "Prior", "written", "NOTICE"]) == 0
    assert capsys.readouterr().out.startswith("prior written notice\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["seitt"], "the glossary has no “seitt”. Nearest: SEIT, "),
        (["qqqq"], "the glossary has no “qqqq”. `tandem glossary` lists the words it explains."),
        ([""], "the glossary has no “”. `tandem glossary` lists"),
        (["\x1b[31m"], "the glossary has no “␛[31m”."),
    ],
)
def test_what_is_not_there_gives_2_with_one_line(
    capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    """It names what is near, or how to find it."""
    assert main(["glossary", *words]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert told in err
    assert err.startswith("tandem: ")
    assert err.count("\n") == 1
