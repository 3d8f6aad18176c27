"""`tandem topics` and `tandem topic`: what the knowledge base holds, as text and as JSON."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest

from assistant.cli import main
from assistant.cli.answers import as_text
from assistant.wording import term_in_words
from knowledge import Topic, load
from knowledge.compose import answer_topic
from knowledge.glossary import terms_of

PARTS = [field.name for field in fields(Topic) if field.name != "file"]
"""All parts of a topic; which file it is kept in is nobody's concern."""
WORDS_USED = "\nWords used here:\n"


def topics_json(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    """The list as JSON, with nothing on standard error."""
    assert main(["topics", "--format", "json", *words]) == 0
    out, err = capsys.readouterr()
    assert not err
    found: list[dict[str, Any]] = json.loads(out)
    return found


def test_json_is_a_list_of_topics_with_all_their_parts(capsys: pytest.CaptureFixture[str]) -> None:
    """Declines and small talk too, in the order of the files."""
    found = topics_json(capsys)
    assert [each["id"] for each in found] == [each.id for each in load().topics]
    assert [list(each) for each in found] == [[*PARTS, "terms"]] * len(found)
    assert {"id", "question", "phrasings", "short", "more", "places", "roles", "citations", "currency"} <= set(PARTS)


def test_json_of_one_topic_is_its_object_of_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    """With citations and currency as objects of their own."""
    assert main(["topic", "ny-schenectady/medicaid-box", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    topic = load().by_id["ny-schenectady/medicaid-box"]
    assert (found["question"], found["short"], found["more"]) == (topic.question, topic.short, topic.more)
    assert found["phrasings"] == list(topic.phrasings)
    assert found["rules"] == ["MED001", "MED002"]
    assert found["currency"] == {"as_of": topic.currency.as_of, "state": "current", "note": ""}
    assert found["citations"][0] == {
        "source": "schenectady-coordination",
        "locator": topic.citations[0].locator,
        "supports": list(topic.citations[0].supports),
    }
    assert [each.keys() for each in found["terms"]] == [{"name", "explanation"}] * len(terms_of(topic))
    assert [each["name"] for each in found["terms"]] == [term.name for term in terms_of(topic)] != []
    assert found in topics_json(capsys)


@pytest.mark.parametrize("place", load().places)
def test_only_topics_that_hold_in_a_place(capsys: pytest.CaptureFixture[str], place: str) -> None:
    """In each of them; a place without any is no fault."""
    found = topics_json(capsys, "--place", place)
    assert [each["id"] for each in found] == [each.id for each in load().topics if place in each.places]


def test_text_lists_the_answers_by_place(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Each with its question, under its place, its programme and its subject with their number; no small talk."""
    monkeypatch.setenv("COLUMNS", "60")
    assert main(["topics"]) == 0
    out, err = capsys.readouterr()
    assert not err
    assert "\x1b" not in out
    answers = [each for each in load().topics if each.kind == "answer"]
    lines, flat = out.split("\n"), "".join(out.split())  # a line may end at a hyphen
    for each in answers:
        assert f"  {each.id}" in lines
        assert each.id + "".join(each.question.split()) in flat
    assert max(map(len, lines)) <= 60
    assert "limits/" not in out
    count = sum(each.places[0] == "ct" for each in answers)
    assert f"Connecticut ({count})\n" in out
    training = sum(each.file == "ct/training.toml" for each in answers)
    assert f"Early intervention (birth to 3): Training of coordinators ({training})" in " ".join(out.split())
    assert out.endswith("“tandem topic ID” shows one of them.\n")


def test_text_lists_one_place(capsys: pytest.CaptureFixture[str]) -> None:
    """And no other."""
    assert main(["topics", "--place", "ct"]) == 0
    out = capsys.readouterr().out
    assert "  ct/documentation\n" in out
    assert "  ny-schenectady/documentation\n" not in out


def test_only_topics_of_a_programme_and_a_subject(capsys: pytest.CaptureFixture[str]) -> None:
    """As text and as JSON; the subject by words of its name or their beginnings."""
    words = ("--place", "ct", "--programme", "part-c", "--subject", "train")
    ids = [each.id for each in load().topics if each.file == "ct/training.toml"]
    assert [each["id"] for each in topics_json(capsys, *words)] == ids
    assert main(["topics", *words]) == 0
    out = capsys.readouterr().out
    assert [line.strip() for line in out.splitlines() if line.startswith("  ct/")] == ids


def test_words_find_topics(capsys: pytest.CaptureFixture[str]) -> None:
    """By their beginnings, in the question or a phrasing; each with its place and subject."""
    found = topics_json(capsys, "medicaid", "consen", "--place", "ny")
    assert "ny/medicaid-consent" in [each["id"] for each in found]
    assert main(["topics", "medicaid", "consen", "--place", "ny"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"“medicaid consen”: {len(found)} topics\n")
    assert "(New York State; Medicaid and preschool services)" in " ".join(out.split())


def test_words_that_no_topic_has_find_the_nearest_or_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """And it says which."""
    assert main(["topics", "sumer", "servises", "--place", "ny"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("No topic has all of “sumer servises”. The nearest:\n")
    assert "  ny/summer-services\n" in out
    assert main(["topics", "\x1b[2Jqqq"]) == 0
    assert capsys.readouterr().out.startswith("No topic is like “␛[2Jqqq”.")
    assert main(["topics", "--subject", "qqq"]) == 0
    assert capsys.readouterr().out.startswith("No topic is like that.")
    assert topics_json(capsys, "qqq") == []


def test_words_of_danger_list_the_help_first(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever else they find."""
    assert main(["topics", "my", "husband", "hits", "me", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)[0]["kind"] == "crisis"
    assert err == "tandem: no topic has all of “my husband hits me”; these are the nearest.\n"


def test_text_of_one_topic_is_its_question_and_its_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what it rests on, as `ask` gives it."""
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["topic", "ct/documentation"]) == 0
    shown = capsys.readouterr().out
    topic = load().by_id["ct/documentation"]
    assert " ".join(topic.short.split()) in " ".join(shown.split())
    assert "\nWhere it stands:\n" in shown
    given = answer_topic(load(), topic.question, topic.id)
    answer, _, words = shown.partition(WORDS_USED)
    assert answer == "".join(f"{line}\n" for line in (topic.question, "", *as_text(given)))
    assert words


def test_text_of_one_topic_ends_in_the_words_it_uses(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each explained, with its other names, in lines that fit; a topic without such words has no list of them."""
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["topic", "ny/services-start"]) == 0
    shown = capsys.readouterr().out
    words = " ".join(shown.partition(WORDS_USED)[2].split())
    assert words == " ".join(f"- {term_in_words(term)}" for term in terms_of(load().by_id["ny/services-start"]))
    assert "- IEP (individualized education program" in words
    assert max(map(len, shown.splitlines())) <= 80
    plain = next(topic for topic in load().topics if not terms_of(topic))
    assert main(["topic", plain.id]) == 0
    assert WORDS_USED not in capsys.readouterr().out


def test_no_signs_of_markdown_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Strong words are words."""
    assert main(["topic", "federal/youth-coordination-models"]) == 0
    out = capsys.readouterr().out
    assert "- Mixed: any of these together" in out
    assert "**" not in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["topics", "--place", "mars"], "there is no place “mars”. There are: federal, ny, ny-schenectady, ct"),
        (["topic", "medicaid-box"], "there is no topic “medicaid-box”. Nearest: ny-schenectady/medicaid-box"),
        (["topic", "ct/documentatoin"], "ct/documentation"),
        (["topic", "§§§"], "`tandem topics` lists them"),
        (["topic", "\x1b[31m"], "“␛[31m”"),
    ],
)
def test_what_is_not_there_gives_2_with_one_line(
    capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    """It names what is near, or how to find it."""
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert not out
    assert told in err
    assert err.startswith("tandem: ")
    assert err.count("\n") == 1


def test_a_topic_needs_an_id(capsys: pytest.CaptureFixture[str]) -> None:
    """Without one the call is wrong."""
    assert main(["topic"]) == 2
    assert "ID" in capsys.readouterr().err
