"""Rows of a log that nobody has used: no sessions, no lines to sign, whatever the form prints in them."""

import pytest

from tests.checkers.understand.model import model

HEAD = (
    "Attendance Log\nChild's Name: Ana Diaz\n\n"
    "| # | Date | Start | End | Service | Notes | Signature |\n| --- | --- | --- | --- | --- | --- | --- |\n"
)
USED = "| 1 | 3/3/2026 | 9:00 AM | 9:30 AM | Speech Therapy | Named six pictures. | /s/ Jo Hill, CCC-SLP |\n"
PRINTED = [
    "| | | | | | | |",
    "| 2 | | | | | | |",
    "| | / / | | | | | ______ |",
    "| | ____/____/____ | __:__ AM/PM | __:__ AM/PM | | | |",
    "| | __/__/2026 | a.m. | p.m. | | | |",
    "| | MM/DD/YYYY | | | | | |",
    "| | Monday | | | | | |",
    "| | Date: | Start: | End: | | Notes: | Signature: |",
    "| | N/A | N/A | N/A | N/A | N/A | N/A |",
    "| | | | | ☐ Direct ☐ Indirect | | |",
    "| | | | | Speech Therapy | | |",
]


@pytest.mark.parametrize("printed", PRINTED)
def test_a_row_nobody_wrote_in_is_no_session(printed: str) -> None:
    """Nor does anybody have to sign it, nor is its placeholder a forgotten one."""
    doc = model(HEAD + USED + f"{printed}\n" * 3)
    assert len(doc.entries) == 1
    assert [each.evidence.signed for each in doc.signatures] == [True]
    assert not doc.template_words


@pytest.mark.parametrize(
    "written",
    [
        "| 2 | 3/5/2026 | | | | | |",
        "| 2 | | 9:00 AM | 9:30 AM | | | |",
        "| 2 | | | | | Named six pictures. | |",
        "| 2 | MM/DD/YYYY | 9:00 AM | 9:30 AM | | Took turns. | |",
        "| 2 | Monday | | | | Named six pictures of animals. | |",
    ],
)
def test_a_row_somebody_began_is_a_session_to_finish(written: str) -> None:
    """One cell is enough."""
    doc = model(HEAD + USED + f"{written}\n")
    assert len(doc.entries) == 2
    assert [each.evidence.signed for each in doc.signatures] == [True, False]


def test_a_sheet_with_no_used_row_is_left_as_it_is() -> None:
    """It is a blank form, and judged as one."""
    doc = model(HEAD + "| | MM/DD/YYYY | | | | | |\n" * 3)
    assert [field.template for field in doc.values("date")] == ["MM/DD/YYYY"] * 3


def test_a_service_named_under_its_label_in_one_cell_is_its_value() -> None:
    """Though the words are a label on other forms."""
    for label in ("Service", "Service Type", "Activity"):
        fields = {
            field.key: field.value for field in model(f"{label}\nCoordination of Services\nDate: 3/3/2026").fields
        }
        assert "Coordination of Services" in fields.values()
        assert "coordinator" not in fields
