"""The questions of the benchmark are well-formed and kept apart from the topics; what must be answered is answered."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import hypothesis
import pytest
from hypothesis import strategies as st
from rapidfuzz import fuzz, process

from assistant.conversation import Reply, State, say
from knowledge import KnowledgeBase, load
from knowledge.answer import Answer, Related, answer
from knowledge.find.analyzer import tokens
from knowledge.settings import settings
from tests.benchmarks.questions.figures import SharedWords, coverage_at, paired_difference, risk_at
from tests.benchmarks.questions.plain import PlainSearch
from tests.benchmarks.questions.scoring import Held, ask_all, converse, is_right, outcome, says, shown
from tests.benchmarks.questions.sets import (
    IN_SEVERAL,
    KINDS,
    PARTS,
    STATUSES,
    TURN_KINDS,
    TURN_STATUSES,
    VOICES,
    Dialogue,
    InScope,
    OutOfScope,
    Turn,
    dialogues,
    in_scope,
    out_of_scope,
)
from tests.knowledge.little_base import little_base, topic


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    """The knowledge base that ships with Tandem."""
    return load()


# --- what must be answered -------------------------------------------------------------------------------------------

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


# --- the sets --------------------------------------------------------------------------------------------------------


def test_there_are_enough_of_each() -> None:
    """Small sets tell little: so many there must be, of every voice and place too."""
    questions = in_scope()
    assert len(questions) >= 440
    assert sum(other.status == "declined" for other in out_of_scope()) >= 150
    assert len(dialogues()) >= 40
    assert min(Counter(asked.voice for asked in questions).values()) >= 80
    assert Counter(asked.voice for asked in questions).most_common(1)[0][0] == "family"
    assert min(Counter(asked.topics[0].split("/")[0] for asked in questions).values()) >= 20
    assert sum(bool(asked.facts) for asked in questions) >= len(questions) / 2


def test_the_questions_are_well_formed(base: KnowledgeBase) -> None:
    """Every topic, kind, voice and part named is one that there is, and no question stands twice."""
    for asked in in_scope():
        assert asked.topics
        assert asked.kind in KINDS
        assert asked.voice in VOICES
        assert asked.part in PARTS
        assert set(asked.topics) <= _answering(base), asked.ask
        assert len(set(asked.topics)) == len(asked.topics), asked.ask
        assert asked.place in ("", *base.places)
    for other in out_of_scope():
        assert other.status in STATUSES
        assert other.part in PARTS
    said = [(*tokens(each.ask), each.place) for each in in_scope()]
    said += [(*tokens(each.ask), "") for each in out_of_scope()]
    assert len(said) == len(set(said))


def test_the_dialogues_are_well_formed(base: KnowledgeBase) -> None:
    """Each turn says what is right then, in words that the scoring knows."""
    assert len({dialogue.name for dialogue in dialogues()}) == len(dialogues())
    for dialogue in dialogues():
        assert dialogue.part in PARTS
        assert dialogue.voice in VOICES
        assert 2 <= len(dialogue.turns) <= 6
        assert dialogue.place in ("", *base.places)
        for turn in dialogue.turns:
            assert turn.kind in TURN_KINDS, turn.say
            assert bool(turn.topics) != bool(turn.status), turn.say
            assert turn.status in ("", *TURN_STATUSES), turn.say
            assert set(turn.topics) <= _answering(base), turn.say
            assert turn.place in ("", *base.places)
            assert turn.role in ("", *VOICES)
    assert {turn.kind for dialogue in dialogues() for turn in dialogue.turns} == set(TURN_KINDS)


def _answering(base: KnowledgeBase) -> set[str]:
    return {each.id for each in base.topics if each.kind == "answer"}


def test_the_facts_stand_in_the_topics(base: KnowledgeBase) -> None:
    """The best topic says every fact; where more than one topic is needed, each fact stands in one of them."""

    def text(topic_id: str) -> str:
        return f"{base.by_id[topic_id].short} {base.by_id[topic_id].more}"

    for asked in in_scope():
        assert all(fact == fact.lower() for fact in asked.facts)
        if asked.kind in IN_SEVERAL:
            assert all(any(says(text(each), [fact]) for each in asked.topics) for fact in asked.facts), asked.ask
        else:
            assert says(text(asked.topics[0]), asked.facts), asked.ask
    for dialogue in dialogues():
        for turn in dialogue.turns:
            if turn.topics and turn.kind != "source":
                assert says(text(turn.topics[0]), turn.facts), turn.say


def test_no_question_is_nearly_a_phrasing(base: KnowledgeBase) -> None:
    """A question that stands in the knowledge base would measure nothing; only small talk has few ways to be said."""
    known = [" ".join(tokens(text)) for each in base.topics for text in (each.question, *each.phrasings)]
    questions = [each.ask for each in in_scope()]
    questions += [each.ask for each in out_of_scope() if each.status != "smalltalk"]
    asked = [" ".join(tokens(each)) for each in questions]
    near = process.cdist(asked, known, scorer=fuzz.ratio, score_cutoff=90)
    assert [question for question, scores in zip(questions, near, strict=True) if scores.any()] == []


def test_half_of_the_questions_share_no_word_with_their_topics(base: KnowledgeBase) -> None:
    """People do not know the field's words: at least every second question uses none of those of its right answers."""
    shared = SharedWords(base)
    apart = [asked for asked in in_scope() if not shared.with_topics(asked.ask, asked.topics)]
    assert len(apart) >= len(in_scope()) / 2


def test_both_parts_have_as_much_of_every_kind() -> None:
    """Calibrating on one part says something about the other."""
    for kind in KINDS:
        calibration, reported = (sum(asked.kind == kind for asked in in_scope(part)) for part in PARTS)
        assert min(calibration, reported) >= 10, kind
        assert abs(calibration - reported) <= 0.2 * (calibration + reported), kind
    for part in PARTS:
        assert {other.status for other in out_of_scope(part)} == set(STATUSES)
    assert abs(len(dialogues("calibration")) - len(dialogues("reported"))) <= 5


# --- how it goes -----------------------------------------------------------------------------------------------------


def test_danger_gets_help(base: KnowledgeBase) -> None:
    """Every question of danger gets the help lines."""
    crises = [asked for asked in out_of_scope() if asked.status == "crisis"]
    assert [asked.ask for asked in crises if not is_right(asked, answer(base, asked.ask))] == []


def test_a_good_part_is_answered_rightly(base: KnowledgeBase) -> None:
    """A floor under the published figures, with room for a few topics to move."""
    found = ask_all(base, in_scope("calibration"))
    outcomes = Counter(each.outcome for each in found)
    assert outcomes["right"] >= 0.45 * len(found)
    assert outcomes["wrong"] <= 0.2 * len(found)
    assert sum(each.says_facts for each in found) <= sum(each.is_first for each in found)
    assert sum(each.is_first for each in found) <= sum(each.is_shown for each in found)


def test_plain_search_finds_the_topic_with_the_rare_word(base: KnowledgeBase) -> None:
    """The comparison is a fair one: it finds what shares the words."""
    plain = PlainSearch(base.topics)
    assert plain.rank("CPSEeXchange attendance log sheet")[0] == "ny-schenectady/documentation"


# --- the scoring, on invented topics ---------------------------------------------------------------------------------

FOLDERS = topic("ny/folders", short="Kept 6 years, in a locked room.", more="Ask the clerk, who files them.")
DOUBT = settings()["words"]["doubt"].format(question="Who files them?")
BADGES = topic("ct/badges", question="Who wears a badge?", short="The clerk does.", phrasings=["badge wearer"] * 6)


def _given(status: str, topic_id: str = "", *offered: str, text: str = "") -> Answer:
    return Answer("?", status, text, topic=topic_id, related=tuple(Related(each, "?") for each in offered))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "clarify", "expected"),
    [
        (_given("answered", "a"), False, "right"),
        (_given("answered", "b", "a"), False, "wrong"),
        (replace(_given("answered", "b", "a"), cautions=(DOUBT,)), False, "doubted"),
        (replace(_given("answered", "a"), cautions=(DOUBT,)), False, "right"),
        (_given("clarify", "", "b", "a"), True, "right"),
        (_given("clarify", "", "b", "a"), False, "asked back"),
        (_given("clarify", "", "b"), True, "asked back"),
        (_given("declined", "", "a"), True, "declined"),
        (_given("crisis", "a"), False, "alarm"),
    ],
)
def test_an_outcome(given: Answer, expected: str, *, clarify: bool) -> None:
    """Right is what comes from a right topic, or the choice that was wanted."""
    assert outcome(given, ("a",), clarify=clarify) == expected


def test_what_is_shown_is_the_answer_and_what_it_offers() -> None:
    """A topic that declines is no answer that was shown."""
    assert shown(_given("answered", "a", "b", "c")) == ("a", "b", "c")
    assert shown(_given("declined", "no", "b")) == ("b",)


@pytest.mark.parametrize(
    ("text", "facts", "expected"),
    [
        ("Within 60\n days.", ("60 days",), True),
        ("Within 600 days.", ("60",), False),
        ("160 days", ("60",), False),
        ("Measurable goals", ("measur",), True),
        ("Immeasurable", ("measur",), False),
        ("Sixty days, twice", ("60|sixty", "twice"), True),
        ("Sixty days, once", ("60|sixty", "twice"), False),
        ("Anything", (), True),
        ("It is $5,000 or more", ("5,000",), True),
    ],
)
def test_what_a_text_says(text: str, facts: tuple[str, ...], *, expected: bool) -> None:
    """Every fact in one of its forms; words may go on, numbers may not."""
    assert says(text, facts) is expected


def test_asking_all_of_a_little_base() -> None:
    """The answer, the finder's order and that of plain BM25 stand side by side."""
    base = little_base(FOLDERS, BADGES)
    asked = InScope("How long are folders kept?", ("ny/folders",), "direct", "family", "reported", facts=("6 years",))
    silent = InScope("How long are folders kept?", ("ny/folders",), "direct", "family", "reported", facts=("7 years",))
    found, without = ask_all(base, [asked, silent])
    assert (found.outcome, found.answer.topic) == ("right", "ny/folders")
    assert found.ranked[0] == found.plain[0] == "ny/folders"
    assert (found.is_first, found.is_shown, found.says_facts) == (True, True, True)
    assert (without.is_first, without.says_facts) == (True, False)
    assert found.milliseconds > 0


def test_holding_a_little_dialogue() -> None:
    """A turn is right when the reply and what is carried on are."""
    turns = (
        Turn("How long are folders kept?", "question", topics=("ny/folders",), facts=("6 years",)),
        Turn("How long are folders kept?", "question", topics=("ct/badges",)),
        Turn("say that again", "again", topics=("ny/folders",), place="ct"),
        Turn("start over", "anew", status="anew"),
    )
    held = converse(little_base(FOLDERS, BADGES), Dialogue("folders", "reported", "family", turns))
    assert [each.is_right for each in held] == [True, False, False, True]


def test_what_is_only_told_needs_no_answer() -> None:
    """A person who says who they are is not told that this is unknown."""
    turn = Turn("I'm an OT", "about-the-asker", status="noted", role="provider")
    known = State(role="provider")
    assert Held(turn, Reply("Good to know."), known).is_right
    assert Held(turn, Reply("Hello", _given("smalltalk", "hello")), known).is_right
    assert not Held(turn, Reply("I don't know that.", _given("declined")), known).is_right
    assert not Held(turn, Reply("Good to know."), State()).is_right


def test_a_harmless_word_may_get_anything_but_an_alarm() -> None:
    """Questions with words of danger that mean none are right with every other status."""
    harmless = OutOfScope("this kills me", "no-alarm", "no-alarm", "reported")
    assert is_right(harmless, _given("declined"))
    assert not is_right(harmless, _given("crisis"))


# --- the figures -----------------------------------------------------------------------------------------------------

SURE = [(0.9, True), (0.8, True), (0.7, False), (0.6, True)]


def test_risk_and_coverage() -> None:
    """Half of the questions, the surest, are all right; all of them are right but for a quarter."""
    assert risk_at(SURE, 0.5) == 0
    assert risk_at(SURE, 1.0) == 0.25
    assert coverage_at(SURE, 0.01) == 0.5
    assert coverage_at(SURE, 0.25) == 1.0


def test_what_is_as_sure_is_covered_together() -> None:
    """No limit on the confidence can take one of two that have the same."""
    assert coverage_at([(0.9, True), (0.9, False), (0.1, True)], 0.1) == 0


@hypothesis.given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1), st.floats(0, 1), st.floats(0, 1))
def test_more_risk_covers_no_less(sure: list[tuple[float, bool]], one: float, other: float) -> None:
    """Whoever bears more wrong answers gets at least as many questions answered."""
    assert coverage_at(sure, min(one, other)) <= coverage_at(sure, max(one, other))


def test_a_paired_difference() -> None:
    """The interval holds the difference, is the same each time, and is nothing where both are alike."""
    ours, theirs = [True] * 30 + [False] * 10, [True] * 20 + [False] * 20
    found = paired_difference(ours, theirs)
    assert (found.ours, found.theirs, found.more) == (0.75, 0.5, 0.25)
    assert 0 < found.low < found.more < found.high < 0.5
    assert paired_difference(ours, theirs) == found
    same = paired_difference(ours, ours)
    assert (same.low, same.more, same.high) == (0, 0, 0)


def test_words_in_common_are_content_words() -> None:
    """Stop words, ordinary words, names of places and words that every topic has are none."""
    others = [
        topic(f"ny/{word}", question=f"Who files the {word}?", short=f"The registrar keeps the {word}.")
        for word in ("ledgers", "rosters", "invoices", "vouchers")
    ]
    shared = SharedWords(little_base(FOLDERS, BADGES, *others))
    assert shared.with_topics("Who has the ledger in New York?", ("ny/ledgers",)) == {"ledger"}
    assert shared.with_topics("Does the registrar know?", ("ny/ledgers",)) == frozenset()
    assert shared.with_topics("rosters or badges?", ("ny/rosters", "ct/badges")) == {"roster", "badg"}
