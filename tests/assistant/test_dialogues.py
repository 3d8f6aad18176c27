"""Conversations replayed: what is told is noted and used, corrections, small talk, more, simpler words, sources."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.conversation import Reply, State, cues, say
from assistant.conversation.told import told_in
from knowledge import load
from knowledge.schema import PROGRAMMES, ROLES

BASE = load()


def replay(*lines: str, state: State | None = None) -> tuple[State, list[Reply]]:
    """The state at the end, and each reply."""
    state, replies = state or State(), []
    for line in lines:
        state, reply = say(BASE, state, line)
        replies.append(reply)
    return state, replies


def topics(*lines: str) -> list[str]:
    """The topic of each reply, or its status where it has none, or "" where nothing was asked."""
    return [(each.answer.topic or each.answer.status) if each.answer else "" for each in replay(*lines)[1]]


# --- what is told of the asker and the child ---


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("I'm an occupational therapist in Scotia-Glenville.", {"role": "provider", "title": "OT"}),
        (
            "I'm the mother of a 4 year old in Niskayuna",
            {"role": "family", "place": "ny-schenectady", "age": "4 years"},
        ),
        ("My daughter is 18 months old and we live in Florida", {"place": "fl", "programme": "part-c"}),
        ("he gets speech and OT, no SEIT", {"services": ("speech therapy", "occupational therapy", "no SEIT")}),
        ("I train new coordinators", {"role": "trainer"}),
        ("we just moved to Connecticut", {"place": "ct"}),
        ("I have a 7 year old with an IEP", {"age": "7 years", "programme": "part-b-school-age"}),
        ("As his foster mother", {"role": "family"}),
        ("she turned three", {"age": "3 years", "programme": "part-b-preschool"}),
    ],
)
def test_what_is_told_is_noted(said: str, known: dict[str, object]) -> None:
    """And shown in words, and nothing is declined."""
    state, (reply,) = replay(said)
    assert {name: getattr(state, name) for name in known} == known
    assert reply.answer is None
    assert reply.text.endswith("What would you like to know?")


def test_what_was_told_is_used_without_being_asked_again() -> None:
    """The place decides, the service too, and neither is asked for."""
    state, replies = replay("we live in Schenectady County", "he gets speech and OT, no SEIT", "who coordinates?")
    assert replies[-1].answer is not None
    assert (replies[-1].answer.status, replies[-1].answer.topic) == ("answered", "ny-schenectady/who-coordinates")
    state, (reply,) = replay("who coordinates with speech and OT?", state=State(place=state.place, services=("SEIT",)))
    assert reply.answer is not None
    assert reply.answer.topic == "ny-schenectady/who-coordinates-with-seit"


def test_what_is_told_with_a_question_is_noted_and_the_question_answered() -> None:
    """In one turn."""
    _, (reply,) = replay("We live in Florida and our son is 20 months old. Who pays for early intervention?")
    assert "Florida" in reply.noted
    assert "20 months" in reply.noted
    assert reply.answer is not None
    assert reply.answer.status in ("answered", "clarify")


def test_a_place_told_later_asks_the_last_question_there() -> None:
    """Without being asked anew."""
    _, replies = replay("How do I document coordination in Schenectady?", "sorry, we are in Connecticut")
    assert replies[-1].answer is not None
    assert replies[-1].answer.topic == "ct/documentation"


def test_who_lives_where_no_rules_are_known_gets_no_other_place_s() -> None:
    """The federal rules hold there; a place named later that is covered ends it."""
    state, replies = replay("we live in Ohio", "who coordinates when a child has speech and OT and no SEIT?")
    assert [each.answer.status for each in replies if each.answer] == ["declined", "declined"]
    assert "Ohio" in replies[-1].text
    _, (reply,) = replay("how soon must parents be shown early intervention records?", state=state)
    assert reply.answer is not None
    assert reply.answer.topic == "federal/record-access"
    state, _ = replay("we moved to Connecticut", state=state)
    assert (state.place, state.elsewhere) == ("ct", "")


def test_a_question_about_a_child_in_general_notes_nothing() -> None:
    """It is none of the asker's own."""
    state, _ = replay("who coordinates when a child has speech and OT and no SEIT?")
    assert (state.services, state.programme, state.age) == ((), "", "")


# --- the commands that change it ---


def test_the_commands_set_show_and_forget() -> None:
    """Each by itself; what is not understood is said, and changes nothing."""
    state, replies = replay("/place Connecticut", "/role OT", "/services speech, PT", "/age 2 years", "/context")
    assert (state.place, state.role, state.title, state.programme) == ("ct", "provider", "OT", "part-c")
    assert state.services == ("speech therapy", "physical therapy")
    for word in ("Connecticut", "OT", "2 years", "early intervention", "physical therapy"):
        assert word in replies[-1].text
    for command in ("/place Mars", "/role queen", "/services moon", "/age old", "/program space"):
        same, (reply,) = replay(command, state=state)
        assert same == state
        assert "For example" in reply.text
    assert replay("/place none", state=state)[0].place == ""
    assert replay("/forget", state=state)[0] == State()


def test_starting_over_keeps_what_is_known() -> None:
    """The subject goes."""
    state, _ = replay("I'm a mom in Connecticut", "he is 2 years old", "who is our service coordinator?", "start over")
    assert (state.place, state.role, state.age) == ("ct", "family", "2 years")
    assert (state.topic, state.asked, state.told) == ("", "", ())


# --- follow-ups, corrections, another subject ---


def test_a_conversation_on_coordination() -> None:
    """Ellipsis, a pronoun, another service."""
    assert topics(
        "who is in charge of the therapies in Schenectady when there is no SEIT?", "what if he gets a SEIT too",
        "is she paid more for that",
    ) == [
        "ny-schenectady/who-coordinates", "ny-schenectady/who-coordinates-with-seit", "ny-schenectady/seit-paid-extra",
    ]  # fmt: skip


def test_a_correction_asks_anew() -> None:
    """For another programme, in any words."""
    for said in ("no, I meant early intervention", "sorry, I mean early intervention, he's only one"):
        _, replies = replay("how long does the school have to evaluate my son", said)
        assert replies[-1].answer is not None
        assert BASE.by_id[replies[-1].answer.topic].programme == "part-c"


def test_another_subject_is_not_drawn_into_the_last() -> None:
    """What has nothing to do with it is declined as it would be alone."""
    asked = "How many coordination sessions can I bill in Schenectady?"
    assert topics(asked, "what is the capital of France")[-1] == "limits/off-topic"
    assert topics(asked, "zzqx vvkw")[-1] == "declined"
    assert topics(asked, "will they approve it, what do you think")[-1] == "limits/prediction"


# --- about the last answer ---


@pytest.mark.parametrize(
    "said", ["say that more simply", "I don't understand", "in plain words please", "what does that mean", "too long"]
)
def test_simpler(said: str) -> None:
    """The short answer alone, with what its abbreviations stand for."""
    state, _ = replay("who is in charge of the therapies in Schenectady when there is no SEIT?")
    after, (reply,) = replay(said, state=state)
    assert after == state
    assert reply.text.startswith("In short: ")
    assert "CPSE: " in reply.text
    assert BASE.by_id[state.topic].more not in reply.text


@pytest.mark.parametrize(
    "said",
    ["what else should I know?", "tell me more", "anything else?", "is that all?", "what should I watch out for"],
)
def test_what_else(said: str) -> None:
    """What goes with it and was not told yet."""
    state, _ = replay("Is a SEIT paid extra for coordinating?", said)
    offered = [topic for _, topic in state.options]
    assert offered
    assert not set(offered) & set(state.told)
    state, (chosen, again) = replay("1", said, state=state)
    assert chosen.answer is not None
    assert chosen.answer.topic == offered[0]
    assert offered[0] not in [topic for _, topic in state.options]
    assert again.text


@pytest.mark.parametrize(
    ("said", "number"),
    [("the last one", -1), ("number two please", 1), ("1 please", 0), ("I mean the first one", 0), ("ok 3 then", 2)],
)
def test_a_choice_in_many_words(said: str, number: int) -> None:
    """By its place in the list."""
    state, _ = replay("Is a SEIT paid extra for coordinating?", "what else should I know?")
    _, (reply,) = replay(said, state=state)
    assert reply.answer is not None
    assert reply.answer.topic == state.options[number][1]


def test_a_choice_by_words_of_one_of_them() -> None:
    """In part, where no other has them."""
    options = (("Who keeps the log?", "ny/note-elements"), ("When do parents sign?", "ny/note-timing"))
    _, (reply,) = replay("the one about parents", state=State(options=options, asked="records"))
    assert reply.answer is not None
    assert reply.answer.topic == "ny/note-timing"


def test_somebody_who_gives_up_is_heard() -> None:
    """Tired words that may mean more get the help."""
    _, (reply,) = replay("I can't take it anymore and I want to die")
    assert reply.answer is not None
    assert reply.answer.status == "crisis"


@pytest.mark.parametrize("said", ["where can I read that", "where is that written", "show me the source", "why?"])
def test_where_it_stands(said: str) -> None:
    """With the locator."""
    state, (first,) = replay("Is a SEIT paid extra for coordinating?")
    _, (reply,) = replay(said, state=state)
    assert first.answer is not None
    assert all(each.locator in reply.text for each in first.answer.citations)


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("thanks so much, that was really helpful", "limits/thanks"),
        ("great, thank you!", "limits/thanks"),
        ("good morning", "limits/greeting"),
        ("see you later", "limits/goodbye"),
        ("that's all for today, bye", "limits/goodbye"),
        ("I'm so exhausted by this", "limits/worn-out"),
        ("I could just cry", "limits/worn-out"),
    ],
)
def test_small_talk(said: str, topic: str) -> None:
    """At the beginning and in the middle; the subject stays."""
    assert topics(said) == [topic]
    before, _ = replay("Is a SEIT paid extra for coordinating?")
    after, (reply,) = replay(said, state=before)
    assert reply.answer is not None
    assert (reply.answer.topic, after.topic) == (topic, before.topic)


@pytest.mark.parametrize(
    "said",
    ["I'm a mom and his father beats him", "my son is 2 and his uncle punched him", "thanks, I want to kill myself",
     "no, I meant my husband hits me", "/place he will kill us"],
)  # fmt: skip
def test_danger_goes_before_all_else(said: str) -> None:
    """Before what is told, before small talk, before a correction and a command."""
    for begun in (State(), replay("Is a SEIT paid extra for coordinating?")[0]):
        _, (reply,) = replay(said, state=begun)
        assert reply.answer is not None
        assert reply.answer.status == "crisis"


# --- any words ---

PIECES = st.sampled_from([
    "I'm an OT", "we live in CT", "my son is 3", "she has speech and a SEIT", "no, I meant", "sorry", "what else",
    "who signs", "and", "in Ohio", "how much is it", "thanks", "simpler please", "/place", "/role", "/services", "none",
    "early intervention", "where does it say that", "same for Schenectady", "2", "?", ",", ".", "he hits me",
])  # fmt: skip


@settings(max_examples=50)  # each one asks the finder up to ten times
@given(st.lists(st.lists(PIECES, max_size=5).map(" ".join), min_size=1, max_size=5))
def test_any_words_leave_a_sound_state_and_replay_alike(lines: list[str]) -> None:
    """Each turn gets a reply; what is carried on is of what there is; the same conversation gives the same."""
    state, replies = replay(*lines)
    assert all(each.text.strip() for each in replies)
    assert state.place in ("", *BASE.places)
    assert state.role in ("", *ROLES)
    assert state.programme in ("", *PROGRAMMES)
    assert {state.topic, *state.told, *(topic for _, topic in state.options)} <= {"", *BASE.by_id}
    assert not (state.place and state.elsewhere)
    assert replay(*lines) == (state, replies)


@given(st.text(max_size=80))
def test_any_text_tells_only_what_there_is(said: str) -> None:
    """And taking it in raises nothing."""
    told = told_in(BASE, said)
    assert told.place in ("", *BASE.places)
    assert told.role in ("", *ROLES)
    assert cues.corrected(said) == "" or cues.corrected(said) in " ".join(said.replace("’", "'").split())


def test_no_question_of_a_topic_is_taken_for_small_talk_or_more() -> None:
    """A cue that swallowed a question would hide its answer."""
    asked = [text for each in BASE.topics if each.kind == "answer" for text in (each.question, *each.phrasings)]
    assert [text for text in asked if cues.small_talk(text) or cues.asks_for_more(text)] == []
    assert [text for text in asked if cues.asks_simpler(text) or cues.asks_for_sources(text)] == []
