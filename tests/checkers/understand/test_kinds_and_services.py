"""The kind of a document, an IEP's services, its coordinator."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkers.document import Kind
from tests.checkers.understand.model import model


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Daily Progress Note\nChild: Ana", Kind.PROGRESS_NOTE),
        ("SEIT Session Note\nChild: Ana", Kind.PROGRESS_NOTE),
        ("Child: Ana\nDate of Service: 1/5/2026\nTime: 9:00-9:30\nNotes: Blocks.", Kind.PROGRESS_NOTE),
        ("INDIVIDUALIZED EDUCATION PROGRAM (IEP)\nStudent Name: Ana", Kind.DRAFT_IEP),
        ("DRAFT IEP\nStudent: Ana", Kind.DRAFT_IEP),
        ("Individualized Family Service Plan\nChild: Ana", Kind.IFSP),
        ("STAC-1\nName of Child: Ana", Kind.STAC1),
        ("Preschool Attendance Log Sheet\nChild: Ana", Kind.ATTENDANCE_LOG),
        ("Service Coordination Contact Log\nChild: Ana", Kind.CONTACT_LOG),
        ("Prior Written Notice\nChild: Ana", Kind.UNKNOWN),
        ("Dear team,\nthe IEP meeting went well.\nYours, Jo", Kind.UNKNOWN),
        ("", Kind.UNKNOWN),
        ("Shopping list\nmilk\neggs", Kind.UNKNOWN),
    ],
)
def test_the_kind_by_what_a_document_holds(text: str, kind: Kind) -> None:
    """By its title, else by its labels."""
    assert model(text).kind is kind


IEP = "DRAFT IEP\nStudent Name: Ana Diaz\nDate of Meeting: 5/1/2026\n"


@pytest.mark.parametrize(
    "services",
    [
        "Related Services\nSpeech-Language Therapy: 2 x 30 min weekly\nOccupational Therapy: 1 x 30 min weekly",
        (
            "| Service | Frequency | Duration | Location |\n"
            "| Speech/Language Therapy | 2x/week | 30 min | Preschool |\n"
            "| OT | 1x/week | 30 min | Preschool |"
        ),
        "Recommended Special Education Programs and Services\n- Speech therapy 2x30 individual\n- OT 1x30 individual",
    ],
)
def test_the_services_of_an_iep(services: str) -> None:
    """As a list or as a table."""
    assert [each.discipline for each in model(IEP + services).services] == ["speech", "occupational"]


@pytest.mark.parametrize(
    ("line", "disciplines"),
    [
        ("Coordinator of Services: Speech-Language Pathologist", {"speech"}),
        ("Coordinator: Jo Hill, OTR/L", {"occupational"}),
        ("Service Coordinator: Jo Hill", set()),
        ("The occupational therapist will serve as coordinator of services.", {"occupational"}),
        ("The SEIT is designated as the coordinator of services.", {"itinerant"}),
        ("The committee designates the physical therapist as coordinator of services.", {"physical"}),
    ],
)
def test_who_is_designated(line: str, disciplines: set[str]) -> None:
    """At a label or in a sentence."""
    (coordinator,) = model(IEP + line).coordinators
    assert coordinator.disciplines == disciplines


@pytest.mark.parametrize(
    "line",
    [
        "Coordinator of Services: ________",
        "Coordinator of Services: None",
        "Coordinator of Services: TBD",
        "Coordinator of Services:",
    ],
)
def test_nobody_is_designated(line: str) -> None:
    """A blank or a placeholder designates nobody, and the field is known."""
    doc = model(IEP + line)
    assert not doc.coordinators
    assert doc.coordinator_field is not None


LINES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "Progress Note",
            "Child's Name:",
            "Date of Service: 1/5/2026",
            "Signature: ____",
            "| Date | Notes | Signature |",
            "| 1/5 | x | |",
            "[ ] Does not meet Medicaid requirements",
            "Notes:",
            "____  ____",
            "Signature  Date",
            "Related Services",
            "Speech: 2 x 30",
            "Session 2",
            "\t\t",
            "Time: 9-10",
            "Electronically signed by",
            "☐ ☒ Yes",
            "Total",
        ]
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=25))
def test_any_text_is_understood_with_every_place_inside_it(lines: list[str]) -> None:
    """No text at all makes it fail, and whatever is found stands on a line of the document."""
    doc = model("\n".join(lines))
    orders = [*(each.order for each in doc.fields), *(each.order for each in doc.boxes)]
    orders += [each.order for each in doc.signatures]
    assert all(0 <= order < len(doc.lines) for order in orders)
    for entry in doc.entries:
        assert 0 <= entry.first <= entry.last < len(doc.lines)
