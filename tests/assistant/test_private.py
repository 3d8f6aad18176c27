"""Details of a child that no answer needs: which questions seem to hold one, and that no other gives alarm."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.private import KINDS, gently, private_in, without_names
from knowledge import load

QUESTIONS = tomllib.loads(Path(__file__).with_name("private.toml").read_text("utf-8"))


@pytest.mark.parametrize(("kind", "question"), [(kind, each) for kind in KINDS for each in QUESTIONS[kind]])
def test_a_detail_is_seen(kind: str, question: str) -> None:
    """That kind of it; another may be in the question too."""
    assert kind in private_in(load(), question)


@pytest.mark.parametrize("question", QUESTIONS["none"])
def test_a_question_without_one_gives_no_alarm(question: str) -> None:
    """Places, people at work, statutes, forms, dates of meetings, ages, amounts, telephone numbers, first names."""
    assert private_in(load(), question) == ()


def test_no_way_of_asking_that_the_knowledge_base_has_gives_alarm() -> None:
    """More than ten thousand."""
    asked = [each for topic in load().topics for each in (topic.question, *topic.phrasings)]
    assert not [each for each in asked if private_in(load(), each)]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Who coordinates for Jayden Rivera, born 3/4/2021?", "Who coordinates for the child?"),
        ("Who coordinates for Jayden Rivera (DOB 3/4/2021)?", "Who coordinates for the child?"),
        ("Liam O’Connor's IEP is late.", "the child's IEP is late."),
        ("My son Jayden Rivera has no SEIT.", "My son  has no SEIT."),
        ("Can Noah James Petrovic get ESY? Noah Petrovic is 4.", "Can the child get ESY? the child is 4."),
    ],
)
def test_a_question_is_asked_without_the_name(said: str, asked: str) -> None:
    """With the birth date that stands beside it; nothing of the other words goes."""
    assert without_names(load(), said) == asked


@pytest.mark.parametrize("question", [*QUESTIONS["none"], "My boy turns three on 8/20/2026.", "", " a\n b "])
def test_a_question_without_a_name_is_asked_to_the_letter(question: str) -> None:
    """A date may be what it is about."""
    assert without_names(load(), question) == question


@pytest.mark.parametrize("question", QUESTIONS["name"])
def test_no_name_is_left(question: str) -> None:
    """And what is asked then is asked as it stands."""
    asked = without_names(load(), question)
    assert "name" not in private_in(load(), asked)
    assert without_names(load(), asked) == asked


def test_who_is_in_danger_is_heard_to_the_letter() -> None:
    """Whatever looks like a name."""
    said = "Jayden Rivera wants to kill himself"
    assert without_names(load(), said) == said


def test_there_are_enough_questions() -> None:
    """Of both sorts, and none twice."""
    seen = [each for kind in KINDS for each in QUESTIONS[kind]]
    assert len(seen) >= 60
    assert len(QUESTIONS["none"]) >= 120
    assert len({*seen, *QUESTIONS["none"]}) == len(seen) + len(QUESTIONS["none"])


def test_it_is_said_in_one_sentence_for_all_kinds() -> None:
    """And nothing for none."""
    assert gently(()) == ""
    assert gently(["birth", "name"]).startswith("You need not name the child or give a birth date: no answer here")
    assert "a birth date or give a number" in gently(KINDS)


@given(st.text(max_size=300))
def test_any_text_at_all_is_looked_at(text: str) -> None:
    """In their order, each kind once."""
    found = private_in(load(), text)
    assert list(found) == [kind for kind in KINDS if kind in found]
    assert "name" in found or without_names(load(), text) == text
