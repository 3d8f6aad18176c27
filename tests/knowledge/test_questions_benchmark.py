"""The questions of the benchmark are well-formed and kept apart from the topics; what must be answered is answered."""

from __future__ import annotations

import pytest

from assistant.conversation import State, say
from knowledge import KnowledgeBase, load
from knowledge.answer import answer
from knowledge.find.analyzer import tokens
from tests.benchmarks.questions.plain import PlainSearch
from tests.benchmarks.questions.scoring import ask_all, is_right
from tests.benchmarks.questions.sets import KINDS, PARTS, STATUSES, VOICES, dialogues, in_scope, out_of_scope


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    """The knowledge base that ships with Tandem."""
    return load()


MUST = [
    ("Who coordinates when a child has speech and OT and no SEIT?", {"ny-schenectady/who-coordinates"}),
    ("Is a SEIT paid extra for coordination?", {"ny-schenectady/seit-paid-extra"}),
    ("How many coordination sessions can be billed in the summer?", {"ny-schenectady/sessions-per-year"}),
    ("Which Medicaid box has to be checked?", {"ny-schenectady/medicaid-box"}),
    ("How often must a coordinator in Connecticut document contact?", {"ct/monthly-contact"}),
    ("May a parent in Connecticut keep the first coordinator?", {"ct/keep-first-coordinator"}),
    ("is cordination of servises biled to medicade", {"ny-schenectady/medicaid-box"}),
]


@pytest.mark.parametrize(("question", "topics"), MUST)
def test_what_must_be_answered_is_answered(base: KnowledgeBase, question: str, topics: set[str]) -> None:
    """The questions that everybody brings get the topic that answers them."""
    given = answer(base, question)
    assert (given.status, given.topic) == ("answered", next(iter(topics)))


def test_another_countys_rate_is_declined(base: KnowledgeBase) -> None:
    """No county's rate but Schenectady's rules are known, so nothing is guessed."""
    given = answer(base, "what is the SEIT rate in Suffolk County?")
    assert given.status == "declined"
    assert not given.citations


def test_a_bite_is_no_danger(base: KnowledgeBase) -> None:
    """A child who bites others is an everyday matter and gets no help lines."""
    given = answer(base, "my son bites the other kids at daycare, who coordinates his services")
    assert given.status in ("answered", "clarify")


@pytest.mark.parametrize("nothing", ["???", "😀", "a", "1 2 3", "zzqx kkvw", "-- --", "x" * 1999])
def test_what_is_no_question_is_declined(base: KnowledgeBase, nothing: str) -> None:
    """Text without a word that is known gets no answer, and no error."""
    assert answer(base, nothing).status == "declined"


def test_two_places_that_answer_are_asked_about(base: KnowledgeBase) -> None:
    """Schenectady and Connecticut both say where coordination is documented: neither may be taken for the other."""
    given = answer(base, "where should coordination be documented")
    assert given.status == "clarify"
    assert {item.topic for item in given.related} == {"ny-schenectady/documentation", "ct/documentation"}


def test_a_place_named_alone_moves_the_question_there(base: KnowledgeBase) -> None:
    """A bare "and in Connecticut?" asks for the counterpart of the topic that was spoken of."""
    state, _ = say(base, State(), "How many coordination sessions can I bill in Schenectady?")
    state, reply = say(base, state, "and in Connecticut?")
    assert reply.answer is not None
    assert reply.answer.topic == "ct/monthly-contact"
    assert state.place == "ct"


def test_every_crisis_gets_help(base: KnowledgeBase) -> None:
    """Each question of danger in both parts gets the help lines."""
    missed = [
        asked.ask
        for asked in out_of_scope()
        if asked.status == "crisis" and not is_right(asked, answer(base, asked.ask))
    ]
    assert missed == []


def test_most_questions_are_answered_rightly(base: KnowledgeBase) -> None:
    """A floor under the published figures, with room for a few topics to move."""
    outcomes = [each.outcome for each in ask_all(base, in_scope("calibration"))]
    assert outcomes.count("right") >= 0.85 * len(outcomes)
    assert outcomes.count("wrong") <= 0.06 * len(outcomes)


def test_the_sets_are_well_formed(base: KnowledgeBase) -> None:
    """Every topic, kind, voice and part named is one that there is, and no question stands twice."""
    for asked in in_scope():
        assert asked.topics
        assert asked.kind in KINDS
        assert asked.voice in VOICES
        assert asked.part in PARTS
        assert set(asked.topics) <= set(base.by_id), asked.ask
        assert asked.place in ("", *base.places)
    for other in out_of_scope():
        assert other.status in STATUSES
        assert other.part in PARTS
    for dialogue in dialogues():
        assert dialogue.part in PARTS
        for turn in dialogue.turns:
            assert bool(turn.topics) != bool(turn.status), turn.say
            assert set(turn.topics) <= set(base.by_id), turn.say
    said = [(*tokens(each.ask), each.place) for each in in_scope()]
    said += [(*tokens(each.ask), "") for each in out_of_scope()]
    assert len(said) == len(set(said))


def test_no_question_is_a_phrasing(base: KnowledgeBase) -> None:
    """A question that stands in the knowledge base would measure nothing; only small talk has few ways to be said."""
    known = {tuple(tokens(text)) for topic in base.topics for text in (topic.question, *topic.phrasings)}
    asked = [each.ask for each in in_scope()]
    asked += [each.ask for each in out_of_scope() if each.status != "smalltalk"]
    assert [ask for ask in asked if tuple(tokens(ask)) in known] == []


def test_both_parts_have_every_kind() -> None:
    """Calibrating on one part says something about the other."""
    for part in PARTS:
        assert {asked.kind for asked in in_scope(part)} == set(KINDS)


def test_plain_search_finds_the_topic_with_the_rare_word(base: KnowledgeBase) -> None:
    """The comparison is a fair one: it finds what shares the words."""
    plain = PlainSearch(base.topics)
    assert plain.rank("CPSEeXchange attendance log sheet")[0] == "ny-schenectady/documentation"
