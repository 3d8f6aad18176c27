"""Finding the topics of a question: the places it names, who asks, what was spoken of, and any text at all."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge import KnowledgeBase, load
from knowledge.answer import answer
from knowledge.compose import Status
from knowledge.find.finding import Finding, find, index_of
from knowledge.find.places import Named, find_places
from knowledge.schema import ROLES
from tests.knowledge.little_base import little_base, topic

BASE = load()


def first(found: Finding) -> str:
    """The id of the topic that was found first."""
    return found.answers[0].topic.id


# --- places in a question ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "covered"),
    [
        ("who coordinates in CT?", ("ct",)),
        ("Conn. rules", ("ct",)),
        ("the Connecticut Birth to Three system", ("ct",)),
        ("we live in Hartford", ("ct",)),
        ("N.Y. rule", ("ny",)),
        ("NYS", ("ny",)),
        ("in New York State", ("ny",)),
        ("Schenectady, NY", ("ny-schenectady",)),
        ("SCHENECTADY COUNTY", ("ny-schenectady",)),
        ("in schenectedy county", ("ny-schenectady",)),
        ("a preschool in Niskayuna", ("ny-schenectady",)),
        ("Florida's Early Steps", ("fl",)),
        ("Connecticut or Schenectady?", ("ct", "ny-schenectady")),
        ("New York, and Schenectady in particular", ("ny-schenectady",)),
        ("who coordinates?", ()),
        ("I can act on it exactly, any time", ()),
        ("what does the federal rule say", ()),
    ],
)
def test_a_place_that_is_covered(question: str, covered: tuple[str, ...]) -> None:
    """In any way of writing it, as a town of it, misspelled; the most particular of each line; never inside a word."""
    assert find_places(BASE, question) == Named(covered)


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("the SEIT rate in Suffolk County?", "suffolk"),
        ("in New Jersey", "new jersey"),
        ("in new mexico", "new mexico"),
        ("what is the rule in Georgia", "georgia"),
        ("I moved here from Washington", "washington"),
        ("Does MA pay?", "ma"),
        ("Orange County", "orange county"),
        ("Delaware County", "delaware county"),
        ("Delaware", "delaware"),
        ("Nowhere County", "nowhere county"),
        ("Long Island", "long island"),
    ],
)
def test_a_place_that_is_not_covered(question: str, other: str) -> None:
    """Another state, another county, known or not."""
    assert find_places(BASE, question) == Named((), other)


@pytest.mark.parametrize(
    "question",
    [
        "My ma asked",
        "the county",
        "Does my county pay?",
        "which county is it",
        "washing a toy",
        "ok",
    ],
)
def test_a_word_that_looks_like_a_place_is_none(question: str) -> None:
    """Small "ma" is a mother, and a county without a name is the asker's own."""
    assert find_places(BASE, question) == Named(())


DOCUMENTED = "Where should coordination be documented?"


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("Connecticut", {"ct", "federal"}),
        ("New York", {"ny", "ny-schenectady", "federal"}),
        ("Schenectady", {"ny-schenectady", "ny", "federal"}),
        ("Florida", {"fl", "federal"}),
    ],
)
def test_a_named_place_is_a_filter(name: str, allowed: set[str]) -> None:
    """Only topics that hold there, around it or in it are found; without the name others were."""
    held = [set(hit.topic.places) for hit in find(BASE, f"{DOCUMENTED[:-1]} in {name}?").answers]
    assert held
    assert all(places & allowed for places in held)
    without = [set(hit.topic.places) for hit in find(BASE, DOCUMENTED).answers]
    assert not all(places & allowed for places in without)


def test_who_names_a_state_may_mean_a_part_of_it() -> None:
    """Schenectady's rules are found for New York, and New York's for Schenectady."""
    for place in ("New York", "Schenectady"):
        found = {hit.topic.id for hit in find(BASE, f"Who coordinates services and what is a SEIT in {place}?").answers}
        assert {"ny-schenectady/who-coordinates", "ny/what-is-seit"} <= found


def test_a_named_place_hides_neither_danger_nor_declines() -> None:
    """These hold everywhere."""
    found = find(BASE, "My child was hit in Connecticut. What is the telephone number?")
    assert {hit.topic.kind for hit in found.others} >= {"crisis", "decline"}


def test_what_one_place_leaves_open_is_not_told_to_another() -> None:
    """Florida's lesson says nothing on notes; who asks in Schenectady need not hear of it."""
    told = {hit.topic.id for hit in find(BASE, "How long must coordination notes be kept?", place="fl").others}
    assert "limits/florida-records" in told
    told = {
        hit.topic.id for hit in find(BASE, "How long must coordination notes be kept?", place="ny-schenectady").others
    }
    assert "limits/florida-records" not in told
    assert "limits/contacts" in {hit.topic.id for hit in find(BASE, "telephone number", place="ny").others}


NEIGHBOURS = little_base(
    topic("ct/shelves", question="Who keeps a folder?", phrasings=["folder"]),
    topic("ny/folders", question="Who keeps a folder?", phrasings=["folder"]),
)
"""Two topics that differ in nothing but the place."""


def test_the_topic_of_the_askers_place_comes_first() -> None:
    """Whichever place is set; with none, the first by its id."""
    for place in ("ct", "ny"):
        assert find(NEIGHBOURS, "folder", place=place).answers[0].topic.places == (place,)
    assert [hit.topic.places[0] for hit in find(NEIGHBOURS, "folder").answers] == ["ct", "ny"]


def test_a_place_that_is_set_is_preferred_to_those_around_it() -> None:
    """Its own topics are lifted beside the State's and the federal ones; no other place's come in between."""
    before = {hit.topic.id: hit.score for hit in find(BASE, DOCUMENTED).answers}
    for hit in find(BASE, DOCUMENTED, place="ny-schenectady").answers:
        if hit.topic.id not in before:
            continue
        assert (hit.score > before[hit.topic.id]) == ("ny-schenectady" in hit.topic.places), hit.topic.id
        assert {"ny-schenectady", "ny", "federal"}.intersection(hit.topic.places)


def test_every_place_can_be_looked_at() -> None:
    """To tell whether another place has a rule on it."""
    everywhere = find(BASE, DOCUMENTED, place="ct", everywhere=True)
    assert {"ct", "ny-schenectady"} <= {hit.topic.places[0] for hit in everywhere.answers}


def test_a_named_place_goes_before_the_one_that_is_set() -> None:
    """Who lives in Schenectady may ask about Connecticut."""
    found = find(BASE, f"{DOCUMENTED[:-1]} in Connecticut?", place="ny-schenectady")
    assert first(found).startswith("ct/")


def test_the_name_of_a_place_is_no_word_of_the_question() -> None:
    """It says where and not what; a question of nothing else is still one."""
    named, bare = find(BASE, f"{DOCUMENTED[:-1]} in Schenectady?"), find(BASE, f"{DOCUMENTED[:-1]} in ?")
    assert named.answers[0].likeness == bare.answers[0].likeness
    assert find(BASE, "Schenectady").named.covered == ("ny-schenectady",)


@pytest.mark.parametrize(
    ("question", "topic_id"),
    [
        ("What is Early Steps?", "fl/what-is-early-steps"),
        ("early steps mediation", "fl/mediation"),
        ("Is Early Steps only for poor families?", "fl/cost"),
        ("How does Early Steps assign a coordinator?", "fl/assignment"),
        ("Does Early Steps have to explain my rights?", "fl/explaining-rights"),
        ("How do I refer a child to Early Steps?", "federal/part-c-who-refers"),
    ],
)
def test_the_name_of_a_program_says_where_and_what(question: str, topic_id: str) -> None:
    """Early Steps is Florida, and it is early intervention."""
    found = find(BASE, question)
    assert found.named.covered == ("fl",)
    assert first(found) == topic_id


# --- who asks, and what was spoken of ------------------------------------------------------------------------------

TWINS = little_base(
    topic("ny/folders", question="Who keeps a folder?", roles=["family"], phrasings=["folder"]),
    topic("ny/shelves", question="Who keeps a folder?", roles=["provider"], phrasings=["folder"]),
    topic("ny/attic", question="Is there an attic?", phrasings=["attic"], related=["ny/shelves"]),
)
"""Two topics that differ in whom they are for, and a third beside them."""


def test_who_asks_is_a_preference() -> None:
    """Of two topics as near, the one for the asker's role comes first; without a role, the order of their ids."""
    assert first(find(TWINS, "folder", role="provider")) == "ny/shelves"
    assert first(find(TWINS, "folder", role="family")) == "ny/folders"
    assert first(find(TWINS, "folder")) == "ny/folders"


def test_what_people_ask_next_is_preferred_in_a_follow_up() -> None:
    """And the words of the topic spoken of before count a little."""
    assert first(find(TWINS, "and the folder?", after="ny/attic")) == "ny/shelves"
    assert find(TWINS, "and who has the key?").answers == ()
    assert first(find(TWINS, "and who has the key?", after="ny/attic")) == "ny/attic"


def test_a_topic_that_is_not_there_was_not_spoken_of() -> None:
    """A follow-up on nothing is a question of its own."""
    assert find(TWINS, "folder", after="ny/nothing") == find(TWINS, "folder")


# --- what is found -------------------------------------------------------------------------------------------------


def test_each_topics_own_question_finds_it_first() -> None:
    """Among the answers, which tell it as though known, or among the others for small talk, danger and declines."""
    lost, given = [], {}
    for each in BASE.topics:
        found = find(BASE, each.question)
        hits = found.answers if each.kind == "answer" else found.others
        if not hits or hits[0].topic.id != each.id:
            lost.append(each.id)
        if each.kind == "answer":
            told = answer(BASE, each.question)
            given[each.id] = told.status, told.topic
    assert lost == []
    assert given == {name: ("answered", name) for name in given}


def test_confidence_grows_with_likeness() -> None:
    """The topic's own words are surer than some of them, and these than none."""
    whole, half, none = (
        find(BASE, text).confidence
        for text in ("Is a SEIT paid extra for coordinating services?", "SEIT paid bicycle giraffe", "bicycle giraffe")
    )
    assert whole > 0.9
    assert whole > half > none
    assert none < 0.2


def test_a_knowledge_base_without_topics_finds_nothing() -> None:
    """And says so with an answer."""
    empty = little_base()
    assert find(empty, "folder") == Finding(Named(()), (), (), 0.0)
    assert answer(empty, "folder").status == "declined"


def test_the_index_is_made_once() -> None:
    """A second question waits for nothing."""
    assert index_of(BASE) is index_of(BASE)


# --- any text ------------------------------------------------------------------------------------------------------

NAMES = ["Connecticut", "Suffolk County", "NY", "SEIT", "cordinater", "hurt", "$", "hi", "phone", "rate", "and", "?"]
WORDS = st.sampled_from([*NAMES, *sorted(index_of(BASE).vocabulary)[::7]])
SAID = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=12).map(" ".join))
PLACE = st.sampled_from(["", *BASE.places])
ROLE = st.sampled_from(["", *ROLES])


@given(SAID, PLACE, ROLE)
@example("\x00\ud800\u202e", "", "")
@example("İ" * 50, "ct", "family")
def test_any_text_gets_a_sound_answer(said: str, place: str, role: str) -> None:
    """Of a status there is, as sure as can be said, and all that it names is there; asked again, it is the same."""
    given_ = answer(BASE, said, place=place, role=role)
    assert given_.question == said
    assert given_.status in get_args(Status)
    assert given_.answer.strip()
    assert 0.0 <= given_.confidence <= 1.0
    assert {given_.topic, *(each.topic for each in given_.related)} <= {"", *BASE.by_id}
    assert given_.place in ("", *BASE.places)
    assert {each.source for each in given_.citations} <= set(BASE.sources)
    assert bool(given_.options) == (given_.status == "clarify")
    assert bool(given_.topic) or given_.status in ("clarify", "declined")
    assert answer(BASE, said, place=place, role=role) == given_


@given(SAID, PLACE, ROLE, st.sampled_from(["", *BASE.by_id]))
def test_what_is_found_is_in_order(said: str, place: str, role: str, after: str) -> None:
    """The best first, each topic once, with likeness and coverage from 0 to 1."""
    found = find(BASE, said, place=place, role=role, after=after)
    scores = [hit.score for hit in found.answers]
    assert scores == sorted(scores, reverse=True)
    assert [hit.likeness for hit in found.others] == sorted((hit.likeness for hit in found.others), reverse=True)
    hits = (*found.answers, *found.others)
    assert len({hit.topic.id for hit in hits}) == len(hits)
    assert all(-1e-9 <= value <= 1 + 1e-9 for hit in hits for value in (hit.likeness, hit.coverage))
    assert {hit.topic.kind for hit in found.answers} <= {"answer"}


@given(SAID)
def test_any_text_names_places_that_there_are(said: str) -> None:
    """And none beside one that it lies in."""
    named = find_places(BASE, said)
    assert set(named.covered) <= set(BASE.places)
    for place in named.covered:
        assert not set(BASE.line_of(place)[1:]) & set(named.covered)


@pytest.fixture
def shuffled() -> tuple[KnowledgeBase, ...]:
    """The shipped topics in their order and in another."""
    orders = BASE.topics, BASE.topics[::-1]
    return tuple(little_base(*order, sources=BASE.sources.values(), places=BASE.places.values()) for order in orders)


def test_the_order_of_the_files_decides_nothing(shuffled: tuple[KnowledgeBase, ...]) -> None:
    """A topic moved to another file is found as before."""
    for said in ("SEIT pay", "coordination summer", DOCUMENTED, "folder"):
        one, other = ([hit.topic.id for hit in find(base, said).answers][:5] for base in shuffled)
        assert one == other
