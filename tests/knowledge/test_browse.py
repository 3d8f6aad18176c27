"""Browsing: shelves that hold each topic once, and words that find topics."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from knowledge import load
from knowledge.browse import Search, answers, programme_name, resting_on, search, search_terms, shelves, subject_of
from knowledge.schema import PROGRAMMES

ALL = answers(load())


def test_every_answer_stands_on_one_shelf() -> None:
    """Of its place, programme and subject; no place comes twice with others between."""
    found = list(shelves(load(), ALL))
    ids = [topic.id for shelf in found for topic in shelf.topics]
    assert sorted(ids) == sorted(topic.id for topic in load().topics if topic.kind == "answer")
    keys = [shelf.path for shelf in found]
    assert len(set(keys)) == len(keys)
    places = [place for at, (place, _, _) in enumerate(keys) if not at or keys[at - 1][0] != place]
    assert places == [place for place in load().places if place in places]


def test_conditions_are_met_by_all_that_is_given() -> None:
    """Each alone, and together."""
    for topic in answers(load(), place="ny", programme="part-b-preschool", subject="consent"):
        assert "ny" in topic.places
        assert topic.programme == "part-b-preschool"
        assert subject_of(topic) == "Consent and notice"
    assert answers(load(), place="ct", programme="part-b-preschool") == ()


def test_every_programme_has_a_plain_name() -> None:
    """And every subject that is named is that of a file."""
    assert len({programme_name(each) for each in PROGRAMMES}) == len(PROGRAMMES)
    named = tomli.loads(files("knowledge").joinpath("subjects.toml").read_text("utf-8"))["subjects"]
    assert set(named) <= {topic.file.removesuffix(".toml") for topic in ALL}


def test_a_file_without_a_name_goes_by_its_own() -> None:
    """In words."""
    assert subject_of(replace(ALL[0], file="ct/new-matters.toml")) == "New matters"


@pytest.mark.parametrize("words", ["medicaid consent", "MEDIC consen", "  consent, Medicaid? "])
def test_words_or_their_beginnings_find_topics_in_any_order(words: str) -> None:
    """Those with them in the question first."""
    found = search(load(), words, ALL)
    assert found.exact
    assert "ny/medicaid-consent" in [topic.id for topic in found.topics[:5]]


def test_the_readers_place_goes_before_others() -> None:
    """Then those it lies in."""
    places = [topic.places[0] for topic in search(load(), "who coordinates", ALL, place="ny-schenectady").topics]
    assert places[0] == "ny-schenectady"
    assert search(load(), "mediation", ALL, place="fl").topics[0].id == "fl/mediation"


def test_every_topic_is_found_by_its_own_question() -> None:
    """First, or beside others that have all of its words."""
    for topic in ALL:
        found = search(load(), topic.question, ALL)
        assert found.exact
        assert topic in found.topics


def test_danger_is_helped_first() -> None:
    """Also among topics of one place."""
    assert search(load(), "my husband hits me", answers(load(), place="ct")).topics[0].kind == "crisis"


def test_signs_alone_find_nothing() -> None:
    """And no words leave all as it is."""
    assert search(load(), "§§", ALL).topics == ()
    assert search(load(), " ", ALL).topics == ALL


@given(st.text(max_size=60))
def test_any_text_can_be_searched(words: str) -> None:
    """What comes is among what was looked through, each once, or help."""
    found = search(load(), words, ALL[:50]).topics
    assert len(set(found)) == len(found)
    assert all(topic in ALL[:50] or topic.kind == "crisis" for topic in found)


def test_whole_words_go_before_beginnings() -> None:
    """Who types "bus" is shown what speaks of a bus before what speaks of business."""
    found = search(load(), "bus", answers(load())).topics
    whole = [
        "bus" in f"{topic.question} {' '.join(topic.phrasings)}".lower().replace("?", " ").split() for topic in found
    ]
    assert True in whole
    assert False in whole
    assert whole == sorted(whole, reverse=True)


# --- sources and terms ---


def test_every_topic_rests_on_each_source_that_it_cites() -> None:
    """Those of the source's own place first."""
    for source in load().sources.values():
        found = resting_on(load(), source.id)
        assert set(found) == {
            topic for topic in answers(load()) if source.id in {each.source for each in topic.citations}
        }
        own = [topic.places[0] == source.place for topic in found]
        assert own == sorted(own, reverse=True)
    assert resting_on(load(), "34-cfr-303")


def test_a_term_of_just_that_name_is_found_first() -> None:
    """Then those that have the words in their first name; by all of their names, and by beginnings."""
    assert search_terms(load(), "seit")[0].name == "SEIT"
    assert "SEIT" in [term.name for term in search_terms(load(), "itinerant teach")]
    assert search_terms(load(), "") == search_terms(load(), "?!") == search_terms(load(), "zebra") == ()
    for term in load().glossary:
        assert term in search_terms(load(), term.name)


def test_the_finder_is_asked_only_where_that_is_wanted() -> None:
    """Words that no topic has find nothing without it."""
    assert search(load(), "medicade billling", answers(load())).topics
    assert search(load(), "medicade billling", answers(load()), near=False) == Search((), exact=False)
