"""Labels and what stands at them, in the layouts of real forms."""

import datetime

import pytest

from tests.checkers.understand.model import model


@pytest.mark.parametrize(
    "text",
    [
        "Child's Name: Ana Diaz",
        "Child’s Name:   Ana Diaz",
        "STUDENT NAME: Ana Diaz",
        "Name of Student: Ana Diaz   DOB: 1/2/2022",
        "Student's Name ____Ana Diaz____",
        "Child's Name:\tAna Diaz\tDOB:\t1/2/2022",
        "DOB: 1/2/2022 Child's Name: Ana Diaz",
        "Student:\nAna Diaz",
        "| Child's Name | Ana Diaz |\n| DOB | 1/2/2022 |",
        "| Child's Name | DOB |\n| Ana Diaz | 1/2/2022 |",
        "| Child's Name: Ana Diaz | DOB: 1/2/2022 |\n| Service | OT |",
        "Re: Student: Ana Diaz",
    ],
)
def test_the_child_is_found_wherever_a_form_puts_the_name(text: str) -> None:
    """Behind, below or beside the label, on underscores, in a grid."""
    field = model(text).first("child_name")
    assert field is not None
    assert field.value == "Ana Diaz"


@pytest.mark.parametrize(
    "text",
    [
        "Child's Name:",
        "Child's Name: ____________",
        "Child's Name: __________   DOB: 1/2/2022",
        "| Child's Name | |\n| DOB | 1/2/2022 |",
        "| Child's Name | DOB |\n|  | 1/2/2022 |",
        "Child's Name:\nDate of Service: 1/2/2026",
        "Child's Name: ...............",
    ],
)
def test_a_blank_is_seen_as_blank(text: str) -> None:
    """The next label is not taken for a value."""
    field = model(text).first("child_name")
    assert field is not None
    assert field.blank


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Child's Name ______  Date of Birth 1/2/2022______", ["", "1/2/2022"]),
        ("Provider Name ______ Service Type Speech Therapy______", ["", "Speech Therapy"]),
        ("Coordinator of Services Ana Diaz, Teacher______", ["Ana Diaz, Teacher"]),
        ("Child's Name: ______ Date of Birth: ______", ["", ""]),
    ],
)
def test_labels_without_colons_share_a_line_of_blanks(text: str, values: list[str]) -> None:
    """The next label begins behind the blank of the one before, filled or not."""
    assert [field.value for field in model(text).fields] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("School: School Street Center______", "School Street Center"),
        ("Place: ____Program Center North____", "Program Center North"),
    ],
)
def test_a_value_that_begins_like_a_label_is_a_value(text: str, value: str) -> None:
    """Behind a colon, or typed right on the blank."""
    assert [field.value for field in model(text).fields] == [value]


@pytest.mark.parametrize(
    "text", ["Child's Name: [Child's Name]", "Child's Name: {{child_name}}", "Child's Name: <<Name>>"]
)
def test_template_text_is_no_value(text: str) -> None:
    """It is kept apart from values, so that one rule speaks of it."""
    field = model(text).first("child_name")
    assert field is not None
    assert not field.value
    assert field.template


def test_a_word_in_a_sentence_is_no_label() -> None:
    """Only a label at the beginning of a line, or behind another label's value, counts."""
    doc = model("Progress Note\nWe talked about the date: next week. His time in: the pool was good.")
    assert not doc.values("date")
    assert not doc.values("start_time")


def test_a_known_label_as_a_value_is_a_value() -> None:
    """In "Setting: Preschool" the word behind the colon is the value."""
    doc = model("Setting: Preschool   Group Size: 1")
    assert [field.value for field in doc.values("place")] == ["Preschool"]


def test_a_running_narrative_ends_at_the_next_label() -> None:
    """Its lines are joined; the signature below is not part of it."""
    doc = model("""
        Session Note
        Date of Service: 1/5/2026
        Notes: Worked on /k/.
        Four of five tries were right.
        Provider: Jo Hill
        """)
    assert doc.first("narrative") is not None
    assert doc.values("narrative")[0].value == "Worked on /k/.\nFour of five tries were right."


def test_the_ticked_choice_is_the_value() -> None:
    """A row of boxes reads as the words of the ticked one."""
    doc = model("Service: ☐ OT  ☒ PT  ☐ Speech")
    assert doc.values("service_type")[0].value == "PT"


def test_dates_of_fields() -> None:
    """Dated fields carry their dates, with the year of the page."""
    doc = model("Therapy Log\nMonth: March 2026\nDate of Service: 3/4\nNotes: Stacked blocks.")
    assert [date.date for date in doc.values("service_date")[0].dates] == [datetime.date(2026, 3, 4)]
