"""From a question to its answer: danger first, then what is no question, what is not covered, and what is known."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import get_args

import pytest

from knowledge import load
from knowledge.answer import LONGEST_QUESTION, answer
from knowledge.compose import Cited, Related, Status, answer_topic, nothing_there
from knowledge.danger import tells_of_danger, without_everyday
from knowledge.find.finding import find
from knowledge.requests import asked_for, requested
from knowledge.schema import State, Topic
from knowledge.settings import settings
from tests.knowledge.little_base import little_base, topic

BASE = load()
TOPICS = pytest.mark.parametrize("each", BASE.topics, ids=lambda each: each.id)
HELP = re.compile(r"\b(?:911|988|1-8\d\d-\d{3}-\d{4})\b")
"""Whom to call at once."""


def of_kind(kind: str) -> list[Topic]:
    """The topics of a kind."""
    return [each for each in BASE.topics if each.kind == kind]


# --- what everybody asks -------------------------------------------------------------------------------------------

FACTS = {
    "ny-schenectady/who-coordinates": r"one of the (?:child's )?(?:related service providers|therapists)",
    "ny-schenectady/seit-paid-extra": r"\bno additional (?:reimbursement|pay)",
    "ny-schenectady/sessions-per-year": r"\b(?:2|two) in a summer",
    "ny-schenectady/medicaid-box": r"does not meet medicaid requirements",
    "ct/monthly-contact": r"\bat least (?:once|one time) a month",
    "ct/keep-first-coordinator": r"program that did the evaluation.*primary provider",
}
"""What the answer must say."""


@pytest.mark.parametrize(
    ("question", "topic_id"),
    [
        ("who coordinates when a child has speech and OT and no SEIT", "ny-schenectady/who-coordinates"),
        ("My girl gets OT and speech but has no SEIT. Who coordinates?", "ny-schenectady/who-coordinates"),
        ("No SEIT, only occupational and speech therapy: who is to coordinate", "ny-schenectady/who-coordinates"),
        ("is a SEIT paid extra", "ny-schenectady/seit-paid-extra"),
        ("Is there extra money for the SEIT who coordinates?", "ny-schenectady/seit-paid-extra"),
        ("do SEITs earn anything on top for coordination", "ny-schenectady/seit-paid-extra"),
        ("how many sessions can be billed in summer", "ny-schenectady/sessions-per-year"),
        ("How many coordination sessions may I bill over July and August?", "ny-schenectady/sessions-per-year"),
        ("what is the most coordination I can bill in a summer program", "ny-schenectady/sessions-per-year"),
        ("which Medicaid box to check", "ny-schenectady/medicaid-box"),
        ("What do I tick for Medicaid on a coordination note?", "ny-schenectady/medicaid-box"),
        ("the medicade box on my coordination notes, which one is it", "ny-schenectady/medicaid-box"),
        ("how often must a Connecticut coordinator document contact", "ct/monthly-contact"),
        ("In CT, how frequently does the service coordinator have to record contact with us?", "ct/monthly-contact"),
        ("how many times a month must a conneticut coordinator write down contact", "ct/monthly-contact"),
        ("may a parent keep the first coordinator", "ct/keep-first-coordinator"),
        ("Can we stay with our first service coordinator in Connecticut?", "ct/keep-first-coordinator"),
        ("we like our initial coordinator, are we allowed to keep her", "ct/keep-first-coordinator"),
    ],
)
def test_what_everybody_asks_is_answered_with_the_fact(question: str, topic_id: str) -> None:
    """In whatever words it is put."""
    given = answer(BASE, question)
    assert (given.status, given.topic) == ("answered", topic_id)
    assert re.search(FACTS[topic_id], given.answer, re.DOTALL | re.IGNORECASE)
    assert given.citations


@pytest.mark.parametrize("question", ["what is the SEIT rate in Suffolk County?", "how much do SEITs make in suffolk"])
def test_the_rate_of_another_county_is_declined(question: str) -> None:
    """It says for where it has no rules, what it covers, and whom to ask; nothing is cited as though known."""
    given = answer(BASE, question)
    assert given.status == "declined"
    assert "Suffolk" in given.answer
    assert settings()["words"]["covered"] in given.answer
    assert re.search(r"\bAsk the CPSE chairperson\b", given.answer)
    assert (given.topic, given.place, given.citations) == ("", "", ())


# --- the statuses --------------------------------------------------------------------------------------------------

STATUSES: list[tuple[str, Status]] = [
    ("Is a SEIT paid extra?", "answered"),
    ("where should coordination be documented", "clarify"),
    ("what is the weather tomorrow", "declined"),
    ("zzqx kkvw", "declined"),
    ("", "declined"),
    ("thanks a lot", "smalltalk"),
    ("someone hits my child", "crisis"),
]


@pytest.mark.parametrize(("question", "status"), STATUSES)
def test_the_status(question: str, status: Status) -> None:
    """What became of a question."""
    assert answer(BASE, question).status == status


def test_every_status_is_tried() -> None:
    """A new one needs a question here."""
    assert {status for _, status in STATUSES} == set(get_args(Status))


@TOPICS
def test_the_status_of_a_topic_is_that_of_its_kind(each: Topic) -> None:
    """And only an answer speaks for a place."""
    given = answer_topic(BASE, "why?", each.id)
    expected = {"answer": "answered", "decline": "declined", "smalltalk": "smalltalk", "crisis": "crisis"}
    assert given.status == expected[each.kind]
    assert (given.question, given.topic, given.confidence) == ("why?", each.id, 1.0)
    assert given.place == (each.places[0] if each.kind == "answer" else "")


@TOPICS
def test_an_answer_is_short_enough_to_be_read(each: Topic) -> None:
    """With what has to be said beside it."""
    given = answer_topic(BASE, each.question, each.id)
    assert 0 < len(given.answer.split()) <= 190
    assert given.answer.startswith(each.short.strip()[:40])
    assert len(given.related) <= 3


def test_what_is_not_answered_is_short_too() -> None:
    """The words for it, with the places put in."""
    for words in settings()["words"].values():
        text = words.format_map(defaultdict(str, covered=settings()["words"]["covered"]))
        assert len(text.split()) < 90


def test_nothing_asked_is_met_with_an_example() -> None:
    """An empty question, or one of blanks."""
    assert answer(BASE, " \n\t ").answer == answer(BASE, "").answer == settings()["words"]["empty"]


def test_a_text_too_long_is_no_question() -> None:
    """One letter less is; the text is not given back whole."""
    long = answer(BASE, "is a SEIT paid extra " * 200)
    assert (long.status, long.answer) == ("declined", settings()["words"]["too_long"])
    assert len(long.question) == LONGEST_QUESTION
    assert answer(BASE, "Is a SEIT paid extra?".ljust(LONGEST_QUESTION)).status == "answered"
    assert answer(BASE, "Is a SEIT paid extra?".ljust(LONGEST_QUESTION + 1)).status == "declined"


# --- asked back ----------------------------------------------------------------------------------------------------


def test_two_places_as_near_are_asked_about() -> None:
    """With their names to choose from, each beside its topic."""
    given = answer(BASE, "where should coordination be documented")
    assert given.options == ("Schenectady County, New York", "Connecticut")
    assert [each.topic for each in given.related] == ["ny-schenectady/documentation", "ct/documentation"]
    assert given.answer == "That depends on the place. Do you mean Schenectady County, New York or Connecticut?"
    assert (given.topic, given.citations) == ("", ())


@pytest.mark.parametrize(
    ("question", "topic_id"),
    [
        ("how must service coordination be documented in Connecticut", "ct/documentation"),
        ("where should coordination be documented in Schenectady", "ny-schenectady/documentation"),
    ],
)
def test_a_place_that_is_named_is_not_asked_about(question: str, topic_id: str) -> None:
    """The question says it, whatever place was set before."""
    for place in ("", "ct", "ny-schenectady"):
        given = answer(BASE, question, place=place)
        assert (given.status, given.topic) == ("answered", topic_id)
        assert given.place == topic_id.removesuffix("/documentation")


def test_a_place_that_is_set_is_not_asked_about() -> None:
    """Who has said where it is about is not asked again."""
    assert answer(BASE, "where should coordination be documented", place="ny-schenectady").status == "answered"


def test_a_question_that_is_not_understood_is_asked_back_about(monkeypatch: pytest.MonkeyPatch) -> None:
    """From where the finder is not sure enough: the nearest topics are there to choose from, each by its question."""
    sure = answer(BASE, "Is a SEIT paid extra?")
    monkeypatch.setitem(settings()["limits"], "sure", sure.confidence + 0.01)
    given = answer(BASE, "Is a SEIT paid extra?")
    assert (sure.status, given.status, given.confidence) == ("answered", "clarify", sure.confidence)
    assert given.options == tuple(each.question for each in given.related)
    assert given.related[0].topic == sure.topic
    assert 1 < len(given.options) <= 3
    monkeypatch.setitem(settings()["limits"], "covered", 1.1)
    assert answer(BASE, "Is a SEIT paid extra?").status == "declined"


@pytest.mark.parametrize(("place", "own"), [("ny", "ny/ei-cost"), ("ct", "ct/fees"), ("fl", "fl/cost")])
def test_beside_a_federal_answer_the_places_own_rule_is_named_first(place: str, own: str) -> None:
    """Where it has one on the same thing: what it costs is up to the State."""
    given = answer(BASE, "May a State charge families for early intervention?", place=place)
    assert (given.topic, given.related[0].topic) == ("federal/part-c-charges", own)
    assert given.answer.startswith("That is up to your State.")
    assert own not in [each.topic for each in answer(BASE, "Does every State bill families of babies in EI?").related]


def test_an_answer_that_may_be_to_another_question_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """It tells to which question it is, first of all cautions, and names what else may be meant before its own next."""
    sure = answer(BASE, "Is a SEIT paid extra?")
    own = BASE.by_id[sure.topic]
    assert [each.topic for each in sure.related] == list(own.related[:3])
    assert not any(own.question in each for each in sure.cautions)
    monkeypatch.setitem(settings()["limits"], "without_doubt", sure.confidence + 0.01)
    monkeypatch.setitem(settings()["limits"], "as_good_as_sure", sure.confidence + 0.01)
    monkeypatch.setitem(settings()["limits"], "worth_naming", 0.0)
    doubted = answer(BASE, "Is a SEIT paid extra?")
    assert (doubted.status, doubted.topic, doubted.answer) == ("answered", sure.topic, sure.answer)
    assert own.question in doubted.cautions[0]
    assert doubted.cautions[1:] == sure.cautions
    near = [hit.topic.id for hit in find(BASE, "Is a SEIT paid extra?").answers[1:3]]
    assert [each.topic for each in doubted.related[:2]] == near
    assert len(doubted.related) == 3
    monkeypatch.setitem(settings()["limits"], "unsure", sure.confidence + 0.01)
    assert answer(BASE, "Is a SEIT paid extra?").answer == f"{settings()['words']['unsure']}\n\n{sure.answer}"


# --- danger --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "question",
    [
        "Someone hit my son, and who coordinates his speech and OT?",
        "hi, I want to die",
        "thanks, but he is hurting my daughter",
        "in Texas my husband beats my son",
        "The aide hit my child. What is the phone number of the CPSE?",
        "how much does a SEIT make, I want to kill myself",
        "Is a SEIT paid extra? My son is not breathing",
        "my toddler swallowed a battery",
        "I don’t want to live any more",
        "I DON'T   WANT TO\nLIVE ANY MORE",
        "im suicidal",
        "the SEIT locked him in a closet",
        "my husband will kill me",
        "she is not safe at home",
    ],
)
def test_danger_goes_first(question: str) -> None:
    """Before an answer, a greeting, a place that is not covered, a price: whom to call stands in the first lines."""
    given = answer(BASE, question)
    assert given.status == "crisis"
    assert HELP.search(given.answer[:400])
    assert given.confidence == 1.0


@pytest.mark.parametrize("place", ["", "ct", "fl", "ny-schenectady"])
def test_danger_goes_first_in_every_place(place: str) -> None:
    """Whatever was set or spoken of before."""
    given = answer(BASE, "I want to kill myself", place=place, role="family", after="ct/documentation")
    assert (given.status, given.place) == ("crisis", "")


@pytest.mark.parametrize("each", of_kind("crisis"), ids=lambda each: each.id)
def test_every_help_begins_with_a_number_to_call(each: Topic) -> None:
    """In its short answer."""
    assert HELP.search(each.short)


def test_there_is_help_where_no_topic_of_danger_is_near() -> None:
    """The topic that the settings name for it is one of danger."""
    named = BASE.topic(settings()["crisis"]["topic"])
    assert named is not None
    assert named.kind == "crisis"
    assert answer(BASE, "the nurse molested the twins").status == "crisis"


@pytest.mark.parametrize(
    "question",
    [
        "I'm dying to know whether a SEIT is paid extra",
        "this paperwork is killing me, who coordinates",
        "My son hits his goals, who coordinates his services?",
        "burning question: is coordination billed to Medicaid?",
        "the therapist neglected to sign the note",
        "my son bites the other kids at daycare, who coordinates his services",
        "My daughter kicked the teacher. Who calls the meeting?",
        "The SEIT hurt her back, who coordinates now?",
        "we hit the maximum of 10 sessions, can I bill more?",
        "hurt feelings after the CPSE meeting",
        "Is it abuse of the system to bill two units?",
        "I am left alone with all this paperwork",
        "my son hit his teacher",
        "child abuse training",
        "which box do I check for missing sessions",
    ],
)
def test_everyday_words_are_no_alarm(question: str) -> None:
    """A child who hits, a goal that is hit, a matter to die for."""
    assert answer(BASE, question).status != "crisis"
    assert not tells_of_danger(question)


def test_danger_beside_an_everyday_word_is_danger() -> None:
    """Only the everyday words are taken out."""
    said = "My son bites other kids, and I want to kill myself"
    assert "bites" not in without_everyday(said)
    assert "kill myself" in without_everyday(said)
    assert tells_of_danger(said)
    assert without_everyday("Who  coordinates,\nand when’s the meeting?") == "Who coordinates, and when's the meeting?"


# --- what an answer does not hold ----------------------------------------------------------------------------------

PRICE = topic(
    "limits/pay-rates", question="Prices", places=["ny"], kind="decline", short="No prices here.", citations=[]
)
CONTACT = topic("limits/contacts", question="Numbers", places=["ny"], kind="decline", short="No numbers.", citations=[])


@pytest.mark.parametrize(
    ("question", "held", "slot"),
    [
        ("What is the fee for keeping a folder?", "The fee is $40.", PRICE),
        ("How many dollars is a kept folder?", "It is $5.", PRICE),
        ("What is the phone number for kept folders?", "Call 518-555-0100.", CONTACT),
        ("Whose email address is kept in the folders?", "folders@county.example", CONTACT),
    ],
)
def test_a_price_or_a_number_that_is_missing_is_declined(question: str, held: str, slot: Topic) -> None:
    """Though the topic is found; one that holds it answers. The topic is pointed to."""
    with_it = topic(question=question, short=held)
    without = topic(question=question, short="Folders are kept.")
    assert answer(little_base(with_it, PRICE, CONTACT), question).status == "answered"
    given = answer(little_base(without, PRICE, CONTACT), question)
    assert (given.status, given.topic, given.answer) == ("declined", slot.id, f"{slot.short}\n\n{slot.more}")
    assert given.related == (Related(without.id, question),)


@pytest.mark.parametrize(
    ("question", "topic_id"),
    [
        ("How much does a SEIT make an hour?", "limits/pay-rates"),
        ("what is the hourly rate for a SEIT", "limits/pay-rates"),
        ("How many dollars is a coordination unit?", "limits/pay-rates"),
        ("what is the phone number of the CPSE chair", "limits/contacts"),
        ("Is there a telephone number on the STAC-1 form?", "limits/contacts"),
        ("Who is the CPSE chairperson in Schenectady?", "limits/contacts"),
    ],
)
def test_prices_and_numbers_are_declined(question: str, topic_id: str) -> None:
    """None is known, so none is told."""
    given = answer(BASE, question)
    assert (given.status, given.topic) == ("declined", topic_id)
    assert not re.search(r"\$\s?\d|\d{3}-\d{4}", given.answer)


ASKED_FOR = {
    "price": (
        "What salary does a SEIT get?",
        "seit salary",
        "What's the average salary of a service coordinator?",
        "Is $45 an hour normal for coordination?",
        "how many dollars per half hour block",
        "how many $ for a session",
        "How much money do coordinators make?",
        "What's the going rate per half hour of coordination?",
        "What do they pay the evaluator?",
        "How much would a private evaluation set us back?",
        "tuition rate special class",
    ),
    "contact": (
        "cpse phone?",
        "Do you have the county's phone?",
        "What is the name of the CPSE chairperson?",
        "give me the name of the director",
        "what's the address of the county office",
        "mailing address for complaints",
        "Who at the county do I email about the STAC?",
        "What’s the chairperson's number?",
        "Is the CPSE office open on Fridays?",
        "Who is our county representative?",
    ),
    "": (
        "How many dollars may we set aside for early intervening services?",
        "Can IDEA money pay a teacher's salary?",
        "Which code is an aide's salary in?",
        "Is a $5,000 laptop equipment?",
        "How much money must the district set aside for private schools?",
        "Can I give consent by phone?",
        "consent over the phone?",
        "meeting by phone",
        "Is a phone call enough?",
        "Must the complaint have my phone number?",
        "Must the name of the coordinator be on the IFSP?",
        "What if there is a change of address of my child?",
        "Can we get our tuition back?",
        "Who decides the rate for related services?",
        "I was on the phone for a family all week. Is that coordination?",
        "The coordinator gave me three phone numbers and I lost them",
        "Can the plan call for a therapist by name?",
    ),
}


@pytest.mark.parametrize(("slot", "question"), [(slot, each) for slot, all_of in ASKED_FOR.items() for each in all_of])
def test_what_asks_for_a_price_or_a_number_and_what_only_speaks_of_one(slot: str, question: str) -> None:
    """A sum to be told, a number to be called; not consent by phone, nor a budget line for salaries."""
    assert asked_for(question) == ((slot,) if slot else ())


def test_no_way_of_asking_for_a_rule_is_taken_for_another_request() -> None:
    """A topic that answers is never kept from its own phrasings, save where it holds what they ask for."""
    slots = settings()["slots"]
    taken = [
        (each.id, phrasing)
        for each in BASE.topics
        if each.kind == "answer"
        for phrasing in each.phrasings
        if requested(phrasing)
        or any(not re.search(slots[name]["holds"], f"{each.short} {each.more}") for name in asked_for(phrasing))
    ]
    assert taken == []


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("We are moving to Texas next month. Does her IEP still count there?", "answered"),
        ("My baby has an IFSP and we move to Ohio", "answered"),
        ("How often must a coordinator visit in Texas?", "declined"),
        ("Texas early intervention", "declined"),
    ],
)
def test_a_move_to_a_place_that_is_not_covered(question: str, status: str) -> None:
    """The federal rule on a move holds in any State; that State's own rules are not told."""
    given = answer(BASE, question)
    assert given.status == status
    assert (given.topic in settings()["moving"]["topics"]) == (status == "answered")


def test_the_topics_on_moves_are_federal() -> None:
    """So that no State's rule is told for another."""
    for topic_id in settings()["moving"]["topics"]:
        named = BASE.topic(topic_id)
        assert named is not None
        assert named.places == ("federal",)


def test_the_slots_name_topics_that_decline() -> None:
    """So that a thing that is missing is never answered by a topic that has it not."""
    for slot in settings()["slots"].values():
        named = BASE.topic(slot["topic"])
        assert named is not None
        assert named.kind == "decline"


# --- what is cited, and what is said beside it ---------------------------------------------------------------------


@TOPICS
def test_every_citation_tells_its_source_and_how_old_it_is(each: Topic) -> None:
    """Title, place in it, date, currency, and where it holds, as the list of sources has them."""
    cited = answer_topic(BASE, each.question, each.id).citations
    sources = [BASE.sources[citation.source] for citation in each.citations]
    assert cited == tuple(
        Cited(source.id, source.title, citation.locator, source.dated, source.currency, BASE.places[source.place].name)
        for source, citation in zip(sources, each.citations, strict=True)
    )
    assert {one.currency for one in cited} <= set(get_args(State))
    assert bool(cited) or each.kind != "answer"


@TOPICS
def test_the_age_of_an_answer_is_told_first_among_the_cautions(each: Topic) -> None:
    """Where there is something to tell; the topic's own cautions follow. In its own place that is all."""
    expected = (*([each.currency.note] if each.currency.note else []), *each.cautions)
    assert answer_topic(BASE, each.question, each.id, place=each.places[0]).cautions == expected


def test_the_age_goes_before_the_topics_own_cautions_and_three_topics_are_enough() -> None:
    """Of as many as people may ask next."""
    others = [topic(f"ny/{name}") for name in ("shelves", "boxes", "attic", "cellar")]
    noted = {"as_of": "2026-01", "state": "dated", "note": "It is of 2010."}
    full = topic(currency=noted, cautions=["Ask the county."], related=[each.id for each in others])
    given = answer_topic(little_base(full, *others), "why?", full.id, place="ny")
    assert given.cautions == ("It is of 2010.", "Ask the county.")
    assert [each.topic for each in given.related] == ["ny/shelves", "ny/boxes", "ny/attic"]


def test_what_is_superseded_says_so() -> None:
    """In the cautions, beside the rule of today."""
    old = [each for each in BASE.topics if each.currency.state != "current"]
    assert old
    for each in old:
        assert answer_topic(BASE, each.question, each.id).cautions[0] == each.currency.note != ""


FEDERAL = "How soon must parents be shown early intervention records?"


@pytest.mark.parametrize(
    ("place", "question", "name"),
    [
        ("ny", FEDERAL, "New York State"),
        ("fl", FEDERAL, "Florida"),
        ("", f"{FEDERAL[:-1]} in Florida?", "Florida"),
        ("ct", f"{FEDERAL[:-1]} in Florida?", "Florida"),
    ],
)
def test_a_federal_rule_says_that_it_is_one(place: str, question: str, name: str) -> None:
    """Where it answers for a state that has no topic of its own: the state may add to it."""
    given = answer(BASE, question, place=place)
    assert given.topic == "federal/record-access"
    assert BASE.places[given.place].name == name
    assert f"This is the federal rule; {name} may add to it." in given.cautions


@pytest.mark.parametrize(
    ("topic_id", "place"),
    [
        ("federal/record-access", ""),
        ("federal/record-access", "federal"),
        ("federal/free-of-charge", "ct"),
        ("ny/cpse", "ny"),
        ("ny/cpse", "ny-schenectady"),
        ("limits/off-topic", "ct"),
    ],
)
def test_no_other_answer_says_so(topic_id: str, place: str) -> None:
    """Not where no state is meant, nor where the topic holds in the state itself, nor a decline."""
    assert not any("federal rule" in each for each in answer_topic(BASE, "why?", topic_id, place=place).cautions)


@pytest.mark.parametrize(
    ("topic_id", "place", "expected"),
    [
        ("ny/cpse", "ny-schenectady", "ny"),
        ("ny/cpse", "", "ny"),
        ("ny-schenectady/medicaid-box", "ny", "ny-schenectady"),
        ("ct/documentation", "ny", "ct"),
        ("federal/record-access", "ct", "ct"),
        ("federal/record-access", "", "federal"),
    ],
)
def test_the_place_that_an_answer_speaks_for(topic_id: str, place: str, expected: str) -> None:
    """The asker's where the topic holds there, the one around it, else the topic's own."""
    assert answer_topic(BASE, "why?", topic_id, place=place).place == expected


@pytest.mark.parametrize(
    ("topic_id", "place", "told"),
    [
        ("ct/documentation", "", "own_place"),
        ("ny-schenectady/medicaid-box", "", "own_place"),
        ("ny-schenectady/medicaid-box", "ny", "broader"),
        ("ny-schenectady/medicaid-box", "ny-schenectady", ""),
        ("ny/cpse", "ny-schenectady", ""),
        ("federal/record-access", "", ""),
        ("limits/other-counties", "", ""),
    ],
)
def test_where_an_answer_holds_is_told(topic_id: str, place: str, told: str) -> None:
    """To who has named no place, and to who has named one around it: elsewhere it may differ."""
    names = {"holds": BASE.places[BASE.by_id[topic_id].places[0]].name, "place": BASE.places["ny"].name}
    cautions = answer_topic(BASE, "why?", topic_id, place=place).cautions
    for name in ("own_place", "broader"):
        assert (settings()["words"][name].format(**names) in cautions) == (name == told)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Which Medicaid box must be checked for coordination of services?", "ct"),
        ("how many coordination sessions can be billed in summer", "fl"),
        ("who coordinates when a child has speech and OT and no SEIT in Florida", ""),
    ],
)
def test_no_other_places_rule_is_told_as_the_askers(question: str, place: str) -> None:
    """Where it is plainly about a rule of another place, that is said, and no rule is guessed."""
    given = answer(BASE, question, place=place)
    assert given.status == "declined"
    assert not given.citations
    assert BASE.places[place or "fl"].name in given.answer
    assert given.related


def test_the_federal_rule_answers_where_the_place_has_none() -> None:
    """And says that it is the federal one."""
    given = answer(BASE, "how often must the coordinator document contact with a family", place="ny-schenectady")
    assert given.topic == "federal/contact-minimum"
    assert any(caution.startswith("This is the federal rule") for caution in given.cautions)


def test_a_topic_without_a_counterpart_is_told_of() -> None:
    """With both places, and the topic to read."""
    given = nothing_there(BASE, "and there?", "ny-schenectady/medicaid-box", "ct")
    assert given.status == "declined"
    assert "Connecticut" in given.answer
    assert "Schenectady County, New York" in given.answer
    assert [each.topic for each in given.related] == ["ny-schenectady/medicaid-box"]
    assert given.citations == ()


def test_a_topic_that_is_not_there_cannot_be_chosen() -> None:
    """It is an error of the caller."""
    with pytest.raises(KeyError):
        answer_topic(BASE, "why?", "ny/nothing")
    with pytest.raises(KeyError):
        nothing_there(BASE, "why?", "ny/cpse", "mars")
