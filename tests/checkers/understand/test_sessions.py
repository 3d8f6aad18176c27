"""The sessions of a note."""

import datetime

import pytest

from checkers.document import Activity, Kind
from tests.checkers.understand.model import model


def test_rows_of_a_table_are_sessions() -> None:
    """Blank rows, totals and repeated headers are none."""
    doc = model("""
        Therapy Log
        Child: Ana Diaz   Month: March 2026
        | Date | Time In | Time Out | Notes |
        | 3/2 | 9:00 | 9:30 | Stacked blocks. |
        | Date | Time In | Time Out | Notes |
        | 3/4 | 9:00 | 9:30 | Strung beads. |
        | | | | |
        | Total | | | 2 |
        """)
    assert [entry.date.date for entry in doc.entries if entry.date] == [
        datetime.date(2026, 3, 2),
        datetime.date(2026, 3, 4),
    ]
    assert [(entry.time.start, entry.time.end) for entry in doc.entries if entry.time] == [(540, 570), (540, 570)]


def test_blocks_one_after_another_are_sessions() -> None:
    """The field that comes round again begins the next block; what stands once above is the document's."""
    doc = model("""
        Session Notes
        Child's Name: Ana Diaz
        Service Type: OT
        Date of Service: 1/5/2026   Time: 9:00 - 9:30
        Notes: Stacked blocks.
        Date of Service: 1/7/2026   Time: 9:00 - 9:30
        Notes: Strung beads.
        Signature: Jo Hill  Date: 1/7/2026
        """)
    assert [entry.narrative for entry in doc.entries] == ["Stacked blocks.", "Strung beads."]
    assert {entry.activity for entry in doc.entries} == {Activity.DIRECT}


def test_a_blank_date_does_not_join_two_blocks() -> None:
    """A session whose date was forgotten is still a session."""
    doc = model("""
        Session Notes
        Session 1
        Date: 1/5/2026
        Notes: Stacked blocks.
        Session 2
        Date: ________
        Notes: Strung beads.
        """)
    assert [entry.date is None for entry in doc.entries] == [False, True]


def test_running_notes_begin_with_a_date() -> None:
    """Paragraphs of prose, without any form."""
    doc = model(
        "Progress notes\n3/4/26 30 min. Worked on scissors. J. Doe OTR/L\n3/11/26 30 min. Worked on beads. J. Doe OTR/L"
    )
    assert [entry.minutes for entry in doc.entries] == [30, 30]
    assert not any(entry.form for entry in doc.entries)


def test_cancelled_and_absent_sessions_keep_their_reason() -> None:
    """A cancellation alone has none."""
    reasons = {
        "Cancelled - child sick": True,
        "Child absent, vacation": True,
        "Session cancelled.": False,
        "No show": False,
        "Absent due to illness": True,
    }
    for note, given in reasons.items():
        (entry,) = model(f"Session Note\nDate of Service: 1/5/2026\nNotes: {note}").entries
        assert entry.cancelled, note
        assert bool(entry.reason) is given, note


def test_a_note_that_only_speaks_of_absence_is_no_cancellation() -> None:
    """The words "He was absent yesterday" inside a note of work done changes nothing."""
    (entry,) = model("Session Note\nDate of Service: 1/5/2026\nNotes: Worked on /k/. He was absent yesterday.").entries
    assert not entry.cancelled


def test_the_activity_by_the_forms_own_word() -> None:
    """Field, ticked box, title and service type are certain; a narrative alone is not."""
    base = "Session Note\nDate of Service: 1/5/2026\nNotes: {note}\n"
    certain = (
        ("Activity: Coordination of Services", "x y"),
        ("☐ Direct ☒ Coordination", "x y"),
        ("Service Type: Coordination of services", "x y"),
    )
    for line, note in certain:
        (entry,) = model(base.format(note=note) + line).entries
        assert (entry.activity, entry.activity_certain) == (Activity.COORDINATION, True), line
    (entry,) = model("Coordination of Services Note\n" + base.format(note="x y").split("\n", 1)[1]).entries
    assert (entry.activity, entry.activity_certain) == (Activity.COORDINATION, True)
    (entry,) = model(base.format(note="Spoke with the PT about moving Tuesdays.")).entries
    assert (entry.activity, entry.activity_certain) == (Activity.COORDINATION, False)


def test_a_progress_report_has_no_sessions() -> None:
    """A report over a period is a progress note without entries."""
    doc = model(
        "Quarterly Progress Report\nChild's Name: Ana Diaz\nReporting Period: 9/1/2025 - 11/30/2025\nProgress: Good."
    )
    assert (doc.kind, doc.is_report, doc.entries) == (Kind.PROGRESS_NOTE, True, ())


@pytest.mark.parametrize(
    ("note", "cancelled"),
    [
        ("Closed", True),
        ("Closed for the holiday", True),
        ("Closed - snow", True),
        ("School was closed", True),
        ("Closed the zipper alone, three of four.", False),
        ("Closed circuits with a battery and named the parts.", False),
    ],
)
def test_a_note_that_begins_with_closed(note: str, *, cancelled: bool) -> None:
    """A school is closed; a child closes a zipper."""
    (entry,) = model(f"Session Note\nDate of Service: 1/5/2026\nTime: 9:00 - 9:30\nNotes: {note}").entries
    assert entry.cancelled is cancelled


def test_a_legend_may_have_remarks_in_brackets() -> None:
    """They are no part of what the letter means."""
    rows = """\
        Attendance Log
        Child's Name: Bo Lund

        | Date | Time In | Time Out | Type |
        |---|---|---|---|
        | 4/6/2026 | 9:00 | 11:00 | D |
        | 4/8/2026 | 1:00 | 1:30 | C |

        D = direct (billed)   C = coordination (not billed)
        """
    assert [entry.activity.value for entry in model(rows).entries] == ["direct", "coordination"]
