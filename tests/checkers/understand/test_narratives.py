"""What the words of a narrative show, in whatever form they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.document import Activity
from checkers.understand.narratives import coordination_shown, suggested_activity
from checkers.words import load
from checkers.words.lemmas import ground_form, ground_forms
from tests.benchmarks.narratives import Narrative, narratives


def shown(text: str) -> set[str]:
    """The ids of the activities shown."""
    return {each.id for each in coordination_shown(text)}


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("spoke", "speak"), ("sharing", "share"), ("submitted", "submit"), ("conferring", "confer"),
        ("copies", "copy"), ("supplied", "supply"), ("touched", "touch"), ("rec'd", "receive"), ("mtg", "meeting"),
        ("coordiantor", "coordinator"), ("chairpeson", "chairperson"), ("schedlued", "schedule"),
    ],
)  # fmt: skip
def test_a_form_leads_to_its_ground_form(word: str, base: str) -> None:
    """By rule, by the list, or with one slip of the keyboard mended."""
    assert ground_form(word) == base


@pytest.mark.parametrize("word", ["stared", "sheared", "caller", "lacing", "scissors", "independently", "x2", ""])
def test_other_words_have_none(word: str) -> None:
    """A short word is not mended, and a long one only if it is a letter away."""
    assert ground_form(word) is None


def test_a_ground_form_is_its_own() -> None:
    """However often it is asked for."""
    assert all(ground_forms().get(base) == base for base in ground_forms().values())


@pytest.mark.parametrize(
    "text",
    [
        "Spoke with the PT about moving Tuesdays.",
        "SPEAKING WITH THE PT ABOUT MOVING TUESDAYS",
        "Will speak w/ PT: move Tues. visits to Thurs.",
        "Had spoken to the physical therapist, who moves her Tuesday visit",
        "- PT called; spoke with OT re: new sched",
    ],
)
def test_one_activity_in_many_forms(text: str) -> None:
    """No form is listed for it."""
    assert "schedule" in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "Moved to the next activity on his schedule without help.",
        "Changed the visual schedule with the child; he named each picture.",
        "Sat in the chair, talked about Tuesday and counted days of the week.",
        "Called his friend by name and shared the blocks.",
        "Met 4 of 5 goals; SEIT prompted once.",
        "Reported the number on the dice, gathered chips, sent his car down the ramp.",
        "Eye-hand coordination and body coordination in the gym.",
        "Drafted a letter to grandma with stickers.",
        "Climbed on a chair and told the team he won.",
        "Reviewed colors and read two books. Read a note from home.",
        "Arranged shapes, planned his turn, made a plan with blocks.",
        "pt was seen in the classroom and talked throughout, worked with peers",
    ],
)
def test_work_with_the_child_shows_no_coordination(text: str) -> None:
    """Though it uses the same words."""
    assert shown(text) == set()
    assert suggested_activity(text) is not Activity.COORDINATION


def test_the_words_that_show_it_are_those_of_the_narrative() -> None:
    """So that a person can see them on the page."""
    (first, *_) = coordination_shown("Had lunch. Spoke with the PT about moving Tuesdays, then left.")
    assert (first.id, first.words) == ("schedule", "PT about moving Tuesdays")
    assert first.name == "arranging the schedule"


def test_clauses_are_looked_at_by_themselves() -> None:
    """A verb of one sentence and a person of the next are no conversation."""
    assert shown("He talked. OT was there.") == set()


def test_signs_of_two_kinds_suggest_nothing() -> None:
    """Work with the child beside a word with a colleague: a person has to say."""
    assert suggested_activity("Worked on scissors. Emailed the OT about grips.") is Activity.UNKNOWN
    assert suggested_activity("Emailed the OT about grips.") is Activity.COORDINATION
    assert suggested_activity("Attended the CPSE meeting.") is Activity.CPSE_MEETING
    assert suggested_activity("") is Activity.UNKNOWN


@pytest.mark.parametrize(
    "narrative", [each for each in narratives() if not each.shows], ids=lambda each: each.text[:40]
)
def test_no_other_work_is_taken_for_coordination(narrative: Narrative) -> None:
    """None of the benchmark's narratives of other work."""
    assert shown(narrative.text) == set()


def test_nearly_all_coordination_is_seen() -> None:
    """Of the benchmark's narratives, both halves."""
    coordination = [each for each in narratives() if each.shows]
    seen = [each for each in coordination if shown(each.text)]
    right = sum(len(shown(each.text) & each.shows) for each in coordination)
    assert len(seen) >= 0.95 * len(coordination)
    assert right >= 0.9 * sum(len(each.shows) for each in coordination)


def test_the_benchmark_holds_all_seven_in_both_halves() -> None:
    """Each at least four times."""
    for half in ("tuning", "reported"):
        mine = [each for each in narratives() if each.half == half]
        counts = {key: sum(key in each.shows for each in mine) for key in load("narratives")["coordination"]}
        assert min(counts.values()) >= 4
        assert len(mine) >= 60


@pytest.mark.parametrize("piece", ["speak with OT about schedule ", "PT ", "aA ", "a.b/c-", "(", "\n"])
def test_long_narratives_are_read_quickly(piece: str) -> None:
    """Nothing grows with the square of the length: the whole test run has a limit of its own."""
    assert suggested_activity(piece * (200_000 // len(piece))) in Activity


@given(st.text(max_size=200))
def test_anything_can_be_a_narrative(text: str) -> None:
    """Nothing raises, and the words shown are never empty."""
    assert all(each.words for each in coordination_shown(text))


def test_every_concept_is_used_and_every_sign_known() -> None:
    """The data holds together."""
    words = load("narratives")
    entries = [*words["coordination"].values(), *words["others"].values()]
    used = {name for entry in entries for key in ("signs", "orders") for sign in entry.get(key, ()) for name in sign}
    used |= {name for entry in entries for name in entry.get("begins", ())}
    included = {phrase[1:] for each in words["concepts"].values() for phrase in each if phrase.startswith("@")}
    assert used | included == set(words["concepts"])
    assert all(entry.get("activity", "coordination") in {*Activity, ""} for entry in entries)
    assert set(words["others"]) <= set(Activity)
