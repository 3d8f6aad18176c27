"""From a text to its stems: abbreviations both ways, spelling mended where it is wrong and only there."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge import load
from knowledge.find.analyzer import (
    analyse,
    expanded_stems,
    kindred,
    mend,
    own_stems,
    small_words,
    stem,
    stems,
    tokens,
    words,
)
from knowledge.find.finding import index_of

VOCABULARY = index_of(load()).vocabulary
"""The words of the shipped topics."""


# --- words and stems -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who coordinates?", ["who", "coordinates"]),
        ("naïve Niño", ["naive", "nino"]),
        ("Birth-to-Three", ["birth", "to", "three", "birthtothree"]),
        ("the child's IEP", ["the", "child", "iep"]),
        ("don’t", ["dont"]),
        ("I.E.P.", ["i", "e", "p", "iep"]),
        ("OT/PT", ["ot", "pt", "otpt"]),
        ("303.34(b)(1)", ["303", "34", "30334", "b", "1"]),
        ("", []),
        ("?! 😀 ...", []),
    ],
)
def test_the_words_of_a_text(text: str, expected: list[str]) -> None:
    """In small letters, without accents; a compound whole and in its parts."""
    assert list(tokens(text)) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("evaluations", "evaluated"),
        ("coordinating", "coordinates"),
        ("billing", "billed"),
        ("Therapies", "therapy"),
        ("kids", "child"),
        ("my son", "the children"),
        ("checkbox", "check box"),
        ("mom", "parent"),
        ("cordinator", "coordinator"),
        ("no SEIT", "without a SEIT"),
        ("isn't a SEIT", "doesn't have a SEIT"),
    ],
)
def test_one_meaning_has_one_stem(one: str, other: str) -> None:
    """However it is bent or written, and whatever people call it."""
    assert own_stems(one)
    assert set(own_stems(one)) == set(own_stems(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("with a SEIT", "without a SEIT"),
        ("the SEIT", "no SEIT"),
        ("speech therapy", "physical therapy"),
        ("summer", "year"),
        ("provider", "parent"),
    ],
)
def test_two_meanings_have_two_stems(one: str, other: str) -> None:
    """Whether there is a SEIT decides who coordinates, so its absence is a word of its own."""
    assert set(own_stems(one)) != set(own_stems(other))


def test_small_words_carry_no_subject() -> None:
    """They are kept apart: they tell "who" from "when", and nothing else."""
    assert "who" in small_words("Who is it?")
    assert list(own_stems("who is it, and what about them?")) == []
    assert not set(small_words("coordinator summer")).union(own_stems("the")) & {"coordin", "summer", "the"}


def test_kindred_words_go_both_ways() -> None:
    """What may stand for a word may be stood for by it; no word is kindred to itself."""
    assert stem("reimbursed") in kindred()[stem("paid")]
    for word, near in kindred().items():
        assert word not in near
        assert all(word in kindred()[each] for each in near)


# --- abbreviations -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("short", words()["abbreviations"])
def test_an_abbreviation_brings_its_words(short: str) -> None:
    """Each of the list, in any letters: who asks for the SEIT finds the special education itinerant teacher."""
    meaning = {stem(word) for word in words()["abbreviations"][short].split()} - set(small_words(short))
    small = set(small_words(words()["abbreviations"][short]))
    assert meaning - small <= set(expanded_stems(f"the {short.upper()}?"))
    assert meaning - small <= set(stems(short))


@pytest.mark.parametrize(
    ("meaning", "short"),
    [
        ("special education itinerant teacher", "seit"),
        ("Special Education Itinerant Services", "seis"),
        ("Committee on Preschool Special Education", "cpse"),
        ("Committee on Special Education", "cse"),
        ("individualized education program", "iep"),
        ("Individualized Family Service Plan", "ifsp"),
        ("related service", "rs"),
        ("related service provider", "rsp"),
        ("service coordinator", "sc"),
        ("speech therapist", "slp"),
        ("occupational therapy", "ot"),
        ("physical therapy", "pt"),
        ("early intervention", "ei"),
        ("office of early childhood", "oec"),
        ("birth to three", "b23"),
        ("coordination of services", "cos"),
    ],
)
def test_the_words_bring_their_abbreviation(meaning: str, short: str) -> None:
    """Who writes it out finds what stands under the short name."""
    assert stem(short) in expanded_stems(f"Who is the {meaning}?")


def test_part_of_the_words_brings_no_abbreviation() -> None:
    """An education is no special education itinerant teacher."""
    assert list(expanded_stems("special education")) == []
    assert list(expanded_stems("the teacher")) == []


# --- spelling ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("medicade", "medicaid"),
        ("speach", "speech"),
        ("sesion", "session"),
        ("itinerent", "itinerant"),
        ("coordinatoin", "coordination"),
        ("therapst", "therapist"),
        ("cspe", "cpse"),
        ("ifps", "ifsp"),
        ("biled", "billed"),
        ("summmer", "summer"),
        ("documment", "document"),
    ],
)
def test_a_misspelled_word_is_mended(wrong: str, right: str) -> None:
    """To the word of the topics that it means."""
    assert right in VOCABULARY
    assert mend(wrong, VOCABULARY) == right


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("evaluashun", "evaluation"),
        ("okupational", "occupational"),
        ("tranzishun", "transition"),
        ("preskool", "preschool"),
        ("signachur", "signature"),
        ("meating", "meeting"),  # as near to "meaning" by its letters
        ("evaluater", "evaluator"),  # as near to "evaluate"
    ],
)
def test_a_word_spelled_by_ear_is_mended(wrong: str, right: str) -> None:
    """To the word that sounds the same."""
    assert mend(wrong, VOCABULARY) == right


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("thay sed wich wun", "they said which one"),
        ("How long dose it take?", "how long does it take"),
        ("the dose of a medicine", "the dose of a medicine"),
        ("wut is a servis cordinator", "what is a service coordinator"),
    ],
)
def test_what_is_often_written_wrong_is_read_as_it_is_meant(written: str, meant: str) -> None:
    """Word for word, "dose" only where "does" is meant."""
    assert " ".join(tokens(written)) == meant


def test_what_is_put_right_is_right() -> None:
    """Nothing that a misspelled word becomes is a misspelled word itself, and no topic's question or answer has one."""
    spelled = words()["spelled"]
    assert [right for right in spelled.values() if " ".join(tokens(right)) != right] == []
    written = [text for topic in load().topics for text in (topic.question, topic.short, topic.more)]
    plain = " ".join(f" {' '.join(re.findall(r'[a-z]+', text.lower()))} " for text in written)
    assert [wrong for wrong in spelled if f" {wrong} " in plain] == []


@pytest.mark.parametrize(
    "word",
    [
        # terms of the field that one letter would turn into another
        "seit", "seis", "cpse", "ifsp", "stac", "psp", "rsp", "slp", "cse", "oec", "b23", "cos",
        # words of ordinary English that look like a term
        "weather", "score", "hire", "sue", "card", "meat", "chair", "dental", "play", "park", "bill",
        # neither in the topics nor near them
        "banana", "dinosaur", "respite", "audiology", "hippotherapy", "dyslexia", "kindergarten", "tutor",
        # too short, or no word
        "ai", "abc", "cpt", "97110", "h2o",
    ],
)  # fmt: skip
def test_a_real_word_is_left_alone(word: str) -> None:
    """What is right is not mended into something else."""
    assert mend(word, VOCABULARY) == word


def test_no_word_of_the_lists_or_the_topics_is_mended() -> None:
    """No abbreviation, no word that people use for a term, no small or ordinary word, and none of the topics."""
    lists = words()
    known = {*lists["abbreviations"], *lists["lay"], *lists["stop"]["words"], *lists["common"]["words"], *VOCABULARY}
    assert [word for word in sorted(known) if mend(word, VOCABULARY) != word] == []


TERMS = frozenset({"coordinator", "session", "cpse", "cases", "notes"})


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("coordnatr", "coordinator"),  # two letters missing in a long word
        ("cordnatr", "cordnatr"),  # three
        ("sesion", "session"),  # one in a short word
        ("sassian", "sassian"),  # two
        ("sesin", "sesin"),
        ("pcse", "pcse"),  # another first letter
        ("cpes", "cpse"),  # two letters changed about
        ("note", "note"),  # a word without its s is right
        ("sessions", "sessions"),  # and with one more
        ("cps", "cps"),  # too short
    ],
)
def test_how_far_mending_goes(word: str, expected: str) -> None:
    """One letter in a word below eight letters, two from there on; never the first one."""
    assert mend(word, TERMS) == expected


@given(st.text(alphabet="abcdeinoprst", max_size=14))
def test_mending_gives_the_word_or_a_known_one(word: str) -> None:
    """Whatever is typed, nothing is made up; and what is mended stays mended."""
    right = mend(word, TERMS)
    assert right == word or right in TERMS
    assert mend(right, TERMS) == right


# --- a question ----------------------------------------------------------------------------------------------------


def test_a_question_is_analysed() -> None:
    """Its own stems, small words, what its abbreviations stand for, the field's words for its own, what was mended."""
    asked = analyse("Who keeps the paperwork of the OT sesions?", VOCABULARY)
    assert asked.mended == (("sesions", "sessions"),)
    assert analyse("wen is the meating", VOCABULARY).mended == (("wen", "when"), ("meating", "meeting"))
    assert {"keep", stem("paperwork"), "ot", "session"} <= set(asked.own)
    assert "who" in asked.small
    assert {"occup", stem("therapy")} <= set(asked.expanded)
    assert {stem("documentation"), "form"} <= set(asked.added)
    assert asked.carried == ()


FIELD = st.sampled_from(
    [*words()["abbreviations"], *words()["lay"], *" ".join(words()["abbreviations"].values()).split()]
)


@given(st.one_of(st.text(max_size=200), st.lists(FIELD, max_size=9).map(" ".join)))
@example("the SEIT is a special education itinerant teacher")
@example("notes on the documentation of progress")
def test_no_stem_counts_twice(text: str) -> None:
    """Of any text: what it says itself is not said again by what is added to it; and every word is plain ASCII."""
    asked = analyse(text, VOCABULARY)
    assert len(set(asked.own)) == len(asked.own)
    assert not set(asked.own) & {*asked.expanded, *asked.added}
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in tokens(text))
