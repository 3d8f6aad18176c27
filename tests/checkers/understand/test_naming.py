"""Names of services, titles and activities are found by their ground forms, and nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.document import Activity
from checkers.rules.titles import titles_in
from checkers.understand.activities import activity_named
from checkers.understand.coordinators import is_of_early_intervention
from checkers.understand.disciplines import disciplines_in, service_named
from checkers.words import load, plain
from checkers.words.naming import named

SERVICES = {key: (*entry["names"], *entry["providers"]) for key, entry in load("services").items()}


@pytest.mark.parametrize(
    ("words", "discipline"),
    [
        ("Speech Therapies", "speech"),
        ("Physical Therapists", "physical"),
        ("PHYSICAL THEARPY", "physical"),
        ("Ocupational Therapy 2x30", "occupational"),
        ("two occupational therapists", "occupational"),
        ("Speech-Languge Pathologist", "speech"),
        ("Special Education Itinerant Teachers", "itinerant"),
        ("counsellors", "counseling"),
        ("1:1 aides", "aide"),
    ],
)
def test_a_service_in_another_form_is_the_service(words: str, discipline: str) -> None:
    """In the plural, with a slip of the keyboard, beside other words."""
    assert disciplines_in(words) == {discipline}
    assert service_named(words) == discipline


@pytest.mark.parametrize(
    "words",
    ["heard from the school", "Hears the bell", "trained the parents", "Mobile phone", "visualize", "speechless"],
)
def test_other_words_are_no_service(words: str) -> None:
    """A verb that looks like the name, and words that only begin alike."""
    assert not disciplines_in(words)


@given(st.sampled_from([(key, name) for key, names in SERVICES.items() for name in names]), st.sampled_from("lu"))
def test_every_service_is_found_by_each_of_its_names(named_so: tuple[str, str], case: str) -> None:
    """As the list writes it, and in capitals."""
    key, name = named_so
    assert key in disciplines_in(name.upper() if case == "u" else name)


@given(st.text(max_size=60))
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever stands there, the answer is of the lists."""
    assert disciplines_in(text) <= SERVICES.keys()
    assert set(titles_in(text)) <= {*load("credentials")["credentials"], *load("credentials")["titles"]}


@pytest.mark.parametrize(
    ("words", "activity"),
    [
        ("CPSE Meetings", Activity.CPSE_MEETING),
        ("Parent Conferences", Activity.PARENT_CONFERENCE),
        ("Coordnation of Services", Activity.COORDINATION),
        ("Clasroom Observations", Activity.CLASSROOM_OBSERVATION),
        ("consultations", Activity.INDIRECT),
        ("Physical Therapists", Activity.DIRECT),
        ("hand-eye coordination", Activity.UNKNOWN),
    ],
)
def test_an_activity_in_another_form_is_the_activity(words: str, activity: Activity) -> None:
    """In the plural, with a slip; what the hands of a child do is none."""
    assert activity_named(words) is activity


def test_a_title_in_another_form_is_the_title() -> None:
    """In the plural, with a slip."""
    assert titles_in("Speech-Language Pathologists") == ("Speech Language Pathologist", "Speech-Language Pathologist")
    assert titles_in("J. Doe, Ocupational Therapist") == ("Occupational Therapist",)


def test_the_coordinators_initials_are_no_initial_coordinator() -> None:
    """A plural is no slip of another word."""
    assert not is_of_early_intervention("Coordinator's initials")
    assert is_of_early_intervention("Initial Service Coordinator")


def test_the_longest_name_is_given() -> None:
    """Of several names that stand there; and none where none does."""
    names = frozenset({"therapy", "speech therapy", "speech"})
    assert named(plain("Speech therapies today"), names) == "speech therapy"
    assert named(plain("Art"), names) is None
    assert named("", names) is None
