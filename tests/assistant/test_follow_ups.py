"""Turns that need what went before: ellipsis, another place, program or service; and those that do not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.conversation import Reply, State, say
from assistant.conversation.candidates import candidates
from assistant.conversation.counterparts import counterpart
from knowledge import KnowledgeBase, load
from knowledge.find.places import without_places
from knowledge.parts import tells
from tests.knowledge.little_base import little_base, topic

BASE = load()
ANSWERING = sorted(each.id for each in BASE.topics if each.kind == "answer")


def after(topic_id: str, said: str, *, base: KnowledgeBase = BASE, place: str = "") -> tuple[State, Reply]:
    """The state and the reply to a turn after a topic."""
    return say(base, State(place=place, topic=topic_id, asked=base.by_id[topic_id].question), said)


def topics(*lines: str) -> list[str]:
    """The topic of each reply, or its status where it has none, or "" where nothing was asked."""
    state, found = State(), []
    for line in lines:
        state, reply = say(BASE, state, line)
        found.append((reply.answer.topic or reply.answer.status) if reply.answer else "")
    return found


# --- conversations as people hold them -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "turns",
    [
        {
            "What is service coordination in early intervention?": "federal/what-is-service-coordination",
            "and in Connecticut?": "ct/one-coordinator",
            "how often does she have to call us?": "ct/monthly-contact",
            "can we get a different one?": "federal/choosing-coordinator",
        },
        {
            "I'm a SEIT in Schenectady": "",
            "do I get paid for coordinating?": "ny-schenectady/seit-paid-extra",
            "and for CPSE meetings?": "ny-schenectady/seit-included-functions",
            "what about talking to parents?": "ny-schenectady/seit-parent-conference",
            "where do I write it down?": "ny-schenectady/seit-documentation",
        },
        {
            "What can I do if I disagree with the school?": "federal/ways-to-disagree",
            "how does mediation work?": "federal/mediation",
            "how long does a hearing take?": "federal/hearing-timeline",
            "do his services stop meanwhile?": "federal/stay-put",
        },
        {
            "how long does the evaluation take": "federal/evaluation-deadline",
            "no, I meant early intervention": "federal/part-c-45-days",
            "we're in New York": "ny/ei-45-days",
            "who comes to the meeting?": "ny/ei-ifsp-team",
        },
        {
            "Who drives my preschooler to the special class in New York?": "ny/transport",
            "can I drive her myself and get paid?": "ny/parent-driving",
            "same for early intervention?": "ny/ei-transport",
        },
        {
            "may a state charge us for early intervention": "federal/part-c-charges",
            "what if we can't pay?": "federal/part-c-cannot-pay",
            "and in Connecticut?": "ct/fees",
            "what about Florida?": "fl/cost",
            "and New York?": "ny/ei-cost",
        },
        {
            "what has to be in a prior written notice": "federal/prior-written-notice-contents",
            "is there a form for it in New York?": "ny/prior-notice-form",
            "and in early intervention?": "federal/part-c-notice",
        },
        {
            "I train coordinators in Connecticut": "",
            "what certificates do they need?": "ct/qualifications",
            "how do they prove it?": "ct/proof-of-training",
            "and if someone was never trained?": "ct/never-trained",
        },
    ],
)
def test_a_conversation(turns: dict[str, str]) -> None:
    """Of families, providers and trainers: each turn gets the topic that a helpful expert would turn to."""
    assert topics(*turns) == list(turns.values())


@pytest.mark.parametrize(
    ("last", "said", "topic_id"),
    [
        ("ny/start-evaluation", "how long does it take?", "ny/evaluation-clock"),
        ("ny/start-evaluation", "in our language?", "ny/bilingual-evaluation"),
        ("ny/ei-start", "how long does it take?", "ny/ei-45-days"),
        ("ny/ei-start", "what does it cost?", "ny/ei-cost"),
        ("ny/ei-start", "who is the coordinator?", "ny/ei-first-coordinator"),
        ("federal/request-evaluation", "and if they refuse?", "federal/evaluation-refused"),
        ("federal/hearing-rights", "do I get the money back?", "federal/attorney-fees"),
        ("federal/part-c-charges", "is there a limit?", "federal/part-c-fee-limits"),
        ("federal/part-c-charges", "can we fight it?", "federal/part-c-contest-fee"),
        ("federal/what-is-service-coordination", "is it free?", "federal/free-of-charge"),
        ("fl/one-coordinator", "can we change?", "fl/change-coordinator"),
        ("ny-schenectady/who-coordinates", "is she paid for it?", "ny-schenectady/coordinator-pay"),
        ("ny-schenectady/coordinator-pay", "where do I log it?", "ny-schenectady/documentation"),
        ("ct/monthly-contact", "do texts count?", "ct/what-counts-as-contact"),
    ],
)
def test_a_few_words_stay_with_the_subject(last: str, said: str, topic_id: str) -> None:
    """Cost, time, refusal, who: of what is spoken of, not of whatever has these words."""
    _, reply = after(last, said)
    assert reply.answer is not None
    assert (reply.answer.status, reply.answer.topic) == ("answered", topic_id)


# --- another place -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "said", "topic_id"),
    [
        ("federal/restraint", "what about Connecticut?", "ct/restraint"),
        ("federal/restraint", "and New York?", "ny/restraint-ban"),
        ("federal/part-c-disagree", "and in New York?", "ny/ei-disputes"),
        ("federal/part-c-hearing", "and in Connecticut?", "ct/hearing"),
        ("federal/transition-at-16", "what about Florida?", "fl/transition-at-12"),
        ("federal/age-limit", "and in Connecticut?", "ct/school-age-limit"),
        ("federal/choosing-coordinator", "and in Florida?", "fl/change-coordinator"),
        ("federal/iep-team-members", "and in New York preschool?", "ny/cpse-members"),
        ("ny/transport", "and in Connecticut?", "federal/transportation"),
        ("ct/monthly-contact", "and in New York?", "federal/contact-minimum"),
    ],
)
def test_another_place_has_its_own_rule(last: str, said: str, topic_id: str) -> None:
    """The place's own topic on the subject, else the federal one on it."""
    _, reply = after(last, said)
    assert reply.answer is not None
    assert (reply.answer.status, reply.answer.topic) == ("answered", topic_id)


@pytest.mark.parametrize(
    ("last", "place"),
    [
        ("federal/mediation", "ct"),  # Connecticut's topic is on early intervention
        ("federal/due-process-complaint", "fl"),
        ("federal/see-records", "ct"),
        ("federal/attorney-fees", "ny"),  # New York's is on a grant of 2010
        ("federal/signing-the-iep", "ny"),
        ("federal/annual-review", "fl"),
    ],
)
def test_where_a_place_has_no_rule_of_its_own_the_federal_one_stays(last: str, place: str) -> None:
    """What it has on something else is not taken for it."""
    assert counterpart(BASE, last, place=place) == last


@settings(max_examples=60)
@given(st.sampled_from(ANSWERING), st.sampled_from(["Connecticut", "Florida", "New York", "Schenectady"]))
def test_no_other_place_s_rule_is_told_for_the_place_named(last: str, name: str) -> None:
    """Whatever was spoken of: the answer holds in that place, or it is said that none is known."""
    state, reply = after(last, f"and in {name}?")
    assert reply.answer is not None
    if reply.answer.status == "answered":
        assert set(BASE.by_id[reply.answer.topic].places) & set(BASE.line_of(state.place))


@given(st.sampled_from(ANSWERING), st.sampled_from(["", "ct", "fl", "ny", "ny-schenectady"]))
def test_a_counterpart_holds_there(last: str, place: str) -> None:
    """Or there is none."""
    found = counterpart(BASE, last, place=place)
    assert not found or not place or set(BASE.by_id[found].places) & set(BASE.line_of(place))


def test_contrasted_topics_are_counterparts() -> None:
    """However differently they are put; and a federal topic that has nothing to do with the last one is none."""
    base = little_base(
        topic("ny/folders", question="Who keeps a folder?", contrasts=[{"topic": "ct/boxes", "difference": "boxes"}]),
        topic("ct/boxes", question="Where do the boxes stand?", places=["ct"]),
        topic("federal/folders", question="Who keeps the folder?", places=["federal"]),
    )
    assert counterpart(base, "ny/folders", place="ct") == "ct/boxes"
    assert counterpart(base, "ny/folders", place="ny") == "ny/folders"
    assert counterpart(base, "ny/folders", place="fl") == ""


def test_a_place_s_program_may_be_asked_about() -> None:
    """Its name tells the place too, which then is known."""
    asked = ("What is Early Steps?", "what does it cost?", "can he stay after 3?", "and in Connecticut?")
    assert topics(*asked) == ["fl/what-is-early-steps", "fl/cost", "fl/extended-option", "ct/over-three"]
    first, there = topics("How often is contact documented in Connecticut?", "what is it in Florida?")
    assert (first, there) == ("ct/monthly-contact", "fl/contact-minimum")


def test_the_names_of_places_are_taken_out() -> None:
    """With "in" before them."""
    assert without_places(BASE, "Who signs in New York?").split() == ["Who", "signs", "?"]


# --- another program, another service ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "said", "topic_id"),
    [
        ("federal/private-insurance-consent", "same for early intervention?", "federal/part-c-private-insurance"),
        ("federal/ways-to-disagree", "same in early intervention?", "federal/part-c-disagree"),
        ("federal/evaluation-deadline", "what about early intervention?", "federal/part-c-45-days"),
        ("ny/note-elements", "and in early intervention?", "ny/ei-session-note"),
        ("ny/evaluation-clock", "and for early intervention?", "ny/ei-45-days"),
        ("ny/ei-telehealth", "and for preschool?", "ny/telehealth"),
        ("ny/ei-make-ups", "and in preschool?", "ny/make-up-sessions"),
        ("ny/ei-session-note", "and preschool?", "ny/note-elements"),
    ],
)
def test_another_program_has_its_own_rule(last: str, said: str, topic_id: str) -> None:
    """The words that name it are no subject: it is the last question that is asked for it."""
    _, reply = after(last, said)
    assert reply.answer is not None
    assert (reply.answer.status, reply.answer.topic) == ("answered", topic_id)


@pytest.mark.parametrize(
    ("last", "said", "topic_id"),
    [
        ("ny/therapy-assistants", "same for PT?", "ny/pt-assistants"),
        ("ny/note-elements", "same for OT?", "ny/note-elements"),
        ("ny/note-elements", "is it the same for speech?", "ny/note-elements"),
    ],
)
def test_the_same_for_another_service(last: str, said: str, topic_id: str) -> None:
    """The topic beside the last one that is on that service; where there is none, the last one holds for all."""
    _, reply = after(last, said)
    assert reply.answer is not None
    assert (reply.answer.status, reply.answer.topic) == ("answered", topic_id)


# --- what the last answer told, and what nobody told ---------------------------------------------------------------


def test_how_long_is_told_by_the_last_answer() -> None:
    """Where its short answer has a time, a turn that asks for nothing else is about that."""
    assert tells(BASE.by_id["federal/part-c-state-complaint"], "how long?")
    assert not tells(BASE.by_id["federal/part-c-state-complaint"], "is it free?")
    _, reply = after("federal/part-c-state-complaint", "how long?")
    assert reply.answer is not None
    assert reply.answer.topic == "federal/part-c-state-complaint"
    assert "60 days" in reply.text


def test_a_figure_of_the_last_answer_is_no_price() -> None:
    """What it tells is not declined, though it would be alone; a sum that it lacks is."""
    assert topics("how often must contact be documented in Connecticut?", "how long?")[-1] == "ct/monthly-contact"
    assert topics("How is a coordinator paid in Schenectady?", "how much is it?")[-1] == "limits/pay-rates"


@pytest.mark.parametrize(
    "said",
    ["and in Texas?", "what is her phone number?", "will they say yes?", "do you think it's autism?",
     "can you write it for me?", "how much is that in dollars per hour?", "what's the weather tomorrow"],
)  # fmt: skip
@pytest.mark.parametrize(
    "last", ["federal/prior-written-notice", "ny/ei-make-ups", "ny-schenectady/coordinator-pay", "ct/hearing"]
)
def test_what_is_out_of_scope_stays_so(last: str, said: str) -> None:
    """However much the subject before speaks for a topic."""
    _, reply = after(last, said)
    assert reply.answer is not None
    assert reply.answer.status == "declined"


@pytest.mark.parametrize(
    ("said", "topic_id"),
    [
        ("can the school suspend my son for hitting a teacher when he has an IEP?", "federal/ten-day-rule"),
        ("how do I fix a mistake in a session note I already signed", "ny/note-corrections"),
        ("how often must a Connecticut coordinator contact the family", "ct/monthly-contact"),
        ("I don't speak English well, can I get an interpreter", "federal/interpreter-at-meeting"),
    ],
)
@pytest.mark.parametrize("last", ["fl/cost", "ny/class-size", "federal/part-c-45-days"])
def test_a_whole_question_goes_before_the_last_subject(last: str, said: str, topic_id: str) -> None:
    """Another subject, with words enough of its own."""
    (alone,) = topics(said)
    _, reply = after(last, said)
    assert reply.answer is not None
    assert reply.answer.topic == alone == topic_id


def test_a_place_is_asked_back_for_where_none_is_spoken_of() -> None:
    """After a federal rule the place is asked for; after one of a county, that county's is meant."""
    asked = "how must coordination be documented"
    _, reply = after("federal/meeting-notice", asked)
    assert reply.answer is not None
    assert reply.answer.status == "clarify"
    _, reply = after("ny-schenectady/coordinator-pay", asked)
    assert reply.answer is not None
    assert reply.answer.place == "ny-schenectady"


def test_a_service_that_is_supposed_away_counts_no_more() -> None:
    """Who has a SEIT gets the SEIT's rule, but not for "if there's no SEIT"."""
    state = State(
        place="ny-schenectady", services=("SEIT",), topic="ny-schenectady/who-coordinates-with-seit", asked="who?"
    )
    _, reply = say(BASE, state, "and who coordinates if there is no SEIT?")
    assert reply.answer is not None
    assert reply.answer.topic == "ny-schenectady/who-coordinates"


@given(st.sampled_from(ANSWERING), st.sampled_from(["how long?", "who signs it?", "does it cost anything?", "why not"]))
@settings(max_examples=40)
def test_candidates_are_ordered_and_each_once(last: str, said: str) -> None:
    """The best first; likeness is a share."""
    found = candidates(BASE, State(topic=last, asked=BASE.by_id[last].question), said)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert len({each.topic.id for each in found}) == len(found)
    assert all(0 <= each.own <= 1 for each in found)


@pytest.mark.parametrize(
    "said", ["ok, start over", "please start over", "let's start over please", "can we start over"]
)
def test_beginning_anew_in_more_words(said: str) -> None:
    """The subject is forgotten."""
    state, reply = after("ct/hearing", said)
    assert (state.topic, reply.answer) == ("", None)
