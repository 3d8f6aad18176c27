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


def test_a_log_without_room_for_notes_is_an_attendance_log() -> None:
    """A column for remarks is room for the reason of an absence; with a column for notes it is a note."""
    log = """
        Service Log
        Child: Ana Diaz   Therapist: Jo Hill, OTR/L
        | Date | Time In | Time Out | Remarks |
        | 3/2/2026 | 9:00 | 9:30 | |
        | 3/4/2026 | - | - | Cancelled - snow day |
        """
    doc = model(log)
    assert doc.kind is Kind.ATTENDANCE_LOG
    assert [(entry.cancelled, entry.reason) for entry in doc.entries] == [(False, ""), (True, "Cancelled - snow day")]
    assert model(log.replace("Remarks", "Session Notes")).kind is Kind.PROGRESS_NOTE


@pytest.mark.parametrize("title", ["Monthly Summary - April 2026", "Quarterly Progress Summary"])
def test_a_summary_over_a_period_is_a_report(title: str) -> None:
    """It holds no session."""
    doc = model(f"{title}\nChild: Ana Diaz\nService: OT\nAna strings beads in four of five trials.")
    assert (doc.kind, doc.is_report) == (Kind.PROGRESS_NOTE, True)


def test_the_activity_tells_what_was_done_where_no_note_is_asked_for() -> None:
    """Words for an activity of coordination, and not the bare name of one."""
    log = """
        Related Service Coordinator - Record
        Child: Ana Diaz
        | Date | Start | End | Units | Activity |
        | 1/13/2026 | 3:00 PM | 3:30 PM | 1 | {} |
        | 2/10/2026 | 3:00 PM | 3:30 PM | 1 | Telephone conference with the OT about sensory needs and goals |
        """
    assert model(log.format("Gathered progress reports")).entries[0].narrative == "Gathered progress reports"
    assert not model(log.format("Coordination of Services")).entries[0].narrative


def test_sender_and_receiver_of_a_message_are_no_times() -> None:
    """The time of a note that was sent by mail stands beside its date."""
    doc = model("""
        From: Jo Hill <jo@kids.example>
        To: records@agency.example
        Subject: session note
        Child: Ana Diaz
        Date of service: 5/19/2026, 1:00-1:30 pm
        Speech therapy at daycare
        Ana asked nine questions about the bus in the book that we read.
        """)
    (entry,) = doc.entries
    assert [(time.start, time.end) for time in entry.times] == [(780, 810)]


def test_a_numbered_list_of_dated_notes_is_one_of_sessions() -> None:
    """The number goes before the date."""
    doc = model("""
        Occupational Therapy Session Notes
        Child: Ana Diaz
        1. 10/2/2025, 9:00-9:30 - Ana copied vertical lines, 7/10.
        2. 10/7/2025 - absent, mother called
        3. 10/9/2025, 9:00-9:30 - Ana wore shoes on the right feet.
        """)
    assert [entry.cancelled for entry in doc.entries] == [False, True, False]


def test_a_day_with_its_times_heads_even_a_short_note() -> None:
    """Without times it would take more words below."""
    doc = model("""
        Weekly Speech Notes
        Student: Ana Diaz
        Monday 3/2/2026  9:00-9:30
        Ana matched rhyming pictures, 6/10.
        Wednesday 3/4/2026  9:00-9:30
        Ana asked for help twice.
        """)
    assert len(doc.entries) == 2


def test_a_column_of_letters_tells_direct_from_indirect() -> None:
    """With or without a legend."""
    doc = model("""
        SEIT Log
        Child: Ana Diaz   SEIT: Jo Hill, MS Ed
        | Date | Time In | Time Out | D/I |
        | 10/6/2025 | 8:30 | 10:30 | D |
        | 10/7/2025 | 8:30 | 9:00 | I |
        """)
    assert [(entry.activity, entry.activity_certain) for entry in doc.entries] == [
        (Activity.DIRECT, True),
        (Activity.INDIRECT, True),
    ]


def test_a_length_of_nothing_leaves_a_session_without_time() -> None:
    """So that a short remark tells that it did not take place."""
    doc = model("""
        SEIT Log
        Child: Ana Diaz
        | Date | Time In | Time Out | Hours | Comments |
        | 10/10/2025 | 8:30 | 10:30 | 2 | |
        | 10/13/2025 | | | 0 | Holiday - school closed |
        """)
    assert [entry.cancelled for entry in doc.entries] == [False, True]


def test_ticked_progress_is_no_narrative() -> None:
    """Nor are the boxes of the next question what stands at a blank label."""
    doc = model("""
        Session Note
        Child's Name: Ana Diaz
        Date of Service: 4/28/2026
        Progress: [x] Progress [ ] Limited Progress [ ] No Progress
        Session Notes: __________
        Medicaid: [x] Meets Medicaid requirements [ ] Does not meet Medicaid requirements
        """)
    assert not doc.entries[0].narrative


def test_the_number_of_a_licence_is_no_narrative() -> None:
    """It is printed with the name under a signature."""
    doc = model("""
        Session Note
        Child's Name: Ana Diaz
        Date of Service: 4/28/2026
        Session Notes: __________
        Signature: /s/ Jo Hill   Date: 4/28/2026
        Jo Hill, M.S., CCC-SLP NPI 1234567893 License # 012345
        """)
    assert not doc.entries[0].narrative


def test_strokes_part_what_stands_side_by_side() -> None:
    """A value ends where the stroke does."""
    doc = model("""
        Treatment Note
        Patient: Ana Diaz | DOB: 3/3/2022 | MRN 4411
        Date of Service: 4/23/2026 | Start: 11:30 | Stop: 12:15 | Total minutes: 45 | Timed units: 3
        Notes: Ana reached across midline in nine of twelve turns.
        """)
    (entry,) = doc.entries
    assert (entry.minutes, entry.time and entry.time.text) == (45, "11:30 - 12:15")
    assert [field.value for field in doc.values("child_name")] == ["Ana Diaz"]


@pytest.mark.parametrize(("reason", "given"), [("________", ""), ("fever", "fever")])
def test_who_was_absent_is_no_reason_where_the_form_asks_for_one(reason: str, given: str) -> None:
    """The box says that, the line below it why."""
    doc = model(f"""
        Session Note
        Child's Name: Ana Diaz
        Date of Service: 11/5/2025
        [ ] Session held   [x] Child absent   [ ] Provider absent
        Reason: {reason}
        """)
    assert [(entry.cancelled, entry.reason) for entry in doc.entries] == [(True, given)]
