"""How State forms print their dates, headings and tables, and what is read from them."""

import pytest

from checkers.layout import Line, Place, Segment
from checkers.understand.dates import unbroken
from checkers.understand.labelled import Numbered, in_lines, key_of
from checkers.understand.templates import goes_on_printed, split_request
from checkers.words import broken_label_key
from tests.checkers.understand.model import model

IEP = "Individualized Education Program (IEP)\nStudent Name: Ana Diaz\nDate of Meeting: 5/20/2026\n"


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Date of CSE Meeting", "meeting_date"),
        ("ARD Committee Meeting Date", "meeting_date"),
        ("Date Parent Notified of IEP Meeting", None),
        ("Projected IEP Start Date", "start_date"),
        ("Plan Initiation Date", "start_date"),
        ("Projected IEP End Date", "end_date"),
        ("IFSP 6-Month Review Due", "review_date"),
        ("This IEP will be reviewed no later than", "review_date"),
        ("Next Annual IEP", "review_date"),
        ("Next Triennial IEP", None),
        ("Date of last annual review", None),
        ("Measurable Annual Goal #1", "annual_goal"),
        ("Related Service Provider Designated as Coordinator", "coordinator"),
    ],
)
def test_labels_of_plans(label: str, key: str | None) -> None:
    """Told by their words, in whatever order a State prints them; nearly the same words ask for something else."""
    assert key_of(label) == key


@pytest.mark.parametrize(
    ("label", "key"),
    [("Special Educatio n Program/Service s", "service"), ("Da te", None), ("Projected Beginni ng Date", "start_date")],
)
def test_a_label_broken_by_a_narrow_column(label: str, key: str | None) -> None:
    """Only long labels are known by their letters alone."""
    assert broken_label_key(label) == key


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("09/08/ 2026", "09/08/2026"),
        ("03/1 7/20 26", "03/17/2026"),
        ("9/8/2026 to 6/25/2027", "9/8/2026 to 6/25/2027"),
        ("3/4 3/5", "3/4 3/5"),
    ],
)
def test_a_date_broken_by_a_narrow_column(value: str, date: str) -> None:
    """One date is put together; two stay two."""
    assert unbroken(value) == date


@pytest.mark.parametrize(
    ("line", "request_", "answer"),
    [
        ("Explain the extent (e.g., percent of the day): She is out for 1 hour.", "(e.g., percent of the day):", "She"),
        ("For the school-age student: Explain the extent: 42 minutes a day", "Explain the extent:", "42 minutes"),
        ("Identify when reports will be provided: Quarterly", "Identify when reports will be provided:", "Quarterly"),
        ("Identify when reports will be provided:", "Identify when reports will be provided:", ""),
        ("She says: no", "She says: no", ""),
    ],
)
def test_an_answer_on_the_line_of_its_question(line: str, request_: str, answer: str) -> None:
    """What the form prints is told from what was written behind it."""
    printed, written = split_request(line)
    assert printed.endswith(request_)
    assert written.startswith(answer)
    assert bool(written) == bool(answer)


@pytest.mark.parametrize(
    ("before", "line", "goes_on"),
    [
        ("THE FOLLOWING GOALS ARE RECOMMENDED", "TO ENABLE THE STUDENT TO PROGRESS", True),
        ("Identify when reports will be", "provided to the parents: Quarterly", True),
        ("Identify when reports will be provided", "Quarterly", False),
        ("How will it be measured?", "by probes", False),
    ],
)
def test_a_printed_line_that_goes_on(before: str, line: str, goes_on: bool) -> None:
    """A line belongs to the form's own words above it by its letters, never behind a full stop."""
    assert goes_on_printed(before, line) is goes_on


def test_a_wrapped_question_is_no_answer() -> None:
    """The State's words on goals, on two lines, are no goal."""
    doc = model(
        IEP + "MEASURABLE ANNUAL GOALS\nTHE FOLLOWING GOALS ARE RECOMMENDED TO ENABLE THE STUDENT TO BE INVOLVED IN\n"
        "AND PROGRESS IN THE GENERAL EDUCATION CURRICULUM.\nAnnual Goal: Ana will name 20 pictures in 4 of 5 trials.\n"
    )
    assert [goal.text for goal in doc.goals] == ["Ana will name 20 pictures in 4 of 5 trials."]


def test_the_state_forms_table_of_goals() -> None:
    """Its heads explain themselves; the objectives below a goal are no goals."""
    doc = model(
        IEP
        + "| ANNUAL GOALS What the student will be expected to achieve by the end of the year in which the IEP is in "
        "effect | CRITERIA Measure to determine if goal has been achieved | METHOD How progress will be measured |\n"
        "|---|---|---|\n"
        "| Ana will name 20 pictures | 4 of 5 trials | Observation |\n"
        "| SHORT-TERM INSTRUCTIONAL OBJECTIVES AND/OR BENCHMARKS 1. Ana will name 5 pictures. |  |  |\n"
    )
    assert [(goal.text, goal.criteria) for goal in doc.goals] == [
        ("Ana will name 20 pictures", "4 of 5 trials Observation")
    ]


def test_aids_are_no_services() -> None:
    """What stands below the list's group of aids and supports is none of its services."""
    doc = model(
        IEP + "| Special Education Program/Services | Frequency | Duration | Location |\n|---|---|---|---|\n"
        "| RELATED SERVICES: |  |  |  |\n| Speech Therapy | 2 x weekly | 30 minutes | Preschool |\n"
        "| SUPPLEMENTARY AIDS AND SERVICES/PROGRAM MODIFICATIONS/ACCOMMODATIONS: |  |  |  |\n"
        "| Picture schedule | Daily | All day | Preschool |\n"
    )
    assert [service.name for service in doc.services] == ["Speech Therapy"]


@pytest.mark.parametrize(
    ("head", "key"),
    [
        (
            "A statement of the child's present levels of academic achievement and functional performance",
            "present_levels",
        ),
        ("A statement of measurable annual goals, including academic and functional goals", "annual_goals"),
        ("An explanation of the extent, if any, to which the child will not participate with others", "participation"),
    ],
)
def test_the_laws_own_words_head_a_section(head: str, key: str) -> None:
    """As the model form has them, with the citation, and an answer on the same line or the next."""
    for between in ("\n", " [34 CFR 300.320(a)] ", " [34 CFR 300.320(a)]\n"):
        (section,) = model(f"{IEP}{head}{between}Ana does it on 3 of 5 days.\n").sections
        assert (section.key, section.text) == (key, "Ana does it on 3 of 5 days.")


def test_a_list_of_those_present_names_no_child() -> None:
    """A "Name" beside a "Title" is a participant's."""
    doc = model("Individualized Education Program (IEP)\n| Name | Title |\n|---|---|\n| Pat Hill | Chairperson |\n")
    assert not doc.values("child_name")


@pytest.mark.parametrize("label", ["Service Coordinator:", "IFSP Review Date:"])
def test_the_next_unknown_label_is_no_value(label: str) -> None:
    """A blank field stays blank above a label that nobody knows."""
    doc = model(f"Individualized Family Service Plan\nChild's Name: Theo Grant\n{label}\nMother's day off: 3/4/2026\n")
    assert not [each for each in doc.fields if each.key in ("coordinator", "review_date") and each.value]
    assert not doc.coordinators


@pytest.mark.parametrize("value", ["SEIT provider", "Teacher"])
def test_a_coordinator_called_by_a_label(value: str) -> None:
    """What asks for a provider elsewhere answers here."""
    doc = model(f"{IEP}Coordinator of Services:\t{value}\n")
    assert [who.words for who in doc.coordinators] == [value]


def test_a_heading_over_a_table_of_signatures_is_no_line() -> None:
    """Only the rows of the table are signed."""
    doc = model(
        f"{IEP}Signature and Parent Consent\n| Name | Signature | Date |\n|---|---|---|\n"
        "| Rosa Diaz | /s/ Rosa Diaz | 5/20/2026 |\n"
    )
    assert [each.label for each in doc.signatures] == ["Signature"]


def _line(order: int, *pieces: tuple[float, str]) -> Numbered:
    text, segments = "", []
    for left, words in pieces:
        text += "\t" if text else ""
        segments.append(Segment(len(text), len(text) + len(words), left, left + 5 * len(words)))
        text += words
    return Numbered(order, Line(text, Place(page=1), segments=tuple(segments)))


def test_labels_that_go_on_below_in_their_column() -> None:
    """Two columns of labels, too narrow for them."""
    found = in_lines(
        [
            _line(0, (50.0, "Date of IEP"), (150.0, "5/20/2026"), (300.0, "Date of Next Annual"), (400.0, "5/18/2027")),
            _line(1, (50.0, "Meeting:"), (300.0, "Review:")),
        ]
    )
    assert [(each.key, each.value) for each in found] == [("meeting_date", "5/20/2026"), ("review_date", "5/18/2027")]


def test_a_label_of_its_own_goes_on_with_nothing() -> None:
    """A signature line above another label stays what it is."""
    found = list(in_lines([_line(0, (50.0, "Signature"), (300.0, "Date")), _line(1, (50.0, "Signed by:"))]))
    assert "Signature Signed by" not in [each.label for each in found]
