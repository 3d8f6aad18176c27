"""More layouts of notes in Word, each with what is unusual in it. Everybody in them is made up."""

from __future__ import annotations

from tests.documents.wild_word import TAB, TEXT, rows
from tests.documents.word import bold, cell, checkbox, control, date_control, paragraph, picture, row, run, table, word


def six_columns() -> bytes:
    """Label and value six cells wide; the plan in a row of its own."""
    return word(
        "Session Note",
        rows(
            ("Student", "Ana Ruiz", "DOB", "3/4/2022", "Date", "4/9/2026"),
            ("Time In", "9:00", "Time Out", "9:30", "Units", "2"),
            ("Provider", "Jo Hill, PT", "Service", "PT", "Location", "Home"),
        ),
        rows(
            ("Session Notes:",),
            ("Ana jumped over a line with both feet, four of five.",),
            ("Plan:",),
            ("Jump off the bottom step.",),
        ),
        rows(("Signature:", cell(paragraph(picture())), "Date:", "4/9/2026")),
    )


def footer_signature() -> bytes:
    """The electronic signature stands in the footer."""
    return word(
        "Progress Note",
        "Child: Ana Ruiz",
        "Date: 4/9/2026",
        "Time: 9:00-9:30",
        "Note: Ana jumped over a line.",
        footer=("Electronically signed by Jo Hill, PT on 4/9/2026 at 9:45 AM",),
    )


def header_name() -> bytes:
    """The child's name stands in the header alone."""
    return word(
        "Daily Note",
        "Service: PT\tDate of Service: 4/9/2026\tTime: 9:00-9:30",
        "Note: Ana jumped over a line.",
        paragraph("Signature: ", picture(), "  Date: 4/9/2026"),
        header=("Student: Ana Ruiz\tDOB: 3/4/2022",),
    )


def nested_table() -> bytes:
    """A table in a cell."""
    inner = rows(("Date", "4/9/2026"), ("Start Time", "9:00 AM"), ("End Time", "9:30 AM"))
    return word(
        "Session Note",
        table(row(cell(paragraph("Child: Ana Ruiz"), paragraph("DOB: 3/4/2022")), cell(inner, paragraph()))),
        "Notes: Ana jumped over a line.",
        "Electronically signed by Jo Hill, PT on 4/9/2026",
    )


def signed_over_names() -> bytes:
    """Pictures over rules side by side, the names below, no label asks for a signature."""
    return word(
        "Session Note",
        "Child: Ana Ruiz   DOB: 3/4/2022",
        "Date of Service: 4/9/2026   Time: 9:00-9:30",
        "Notes: Ana jumped over a line.",
        table(
            row(
                cell(
                    paragraph(picture()),
                    paragraph("_______________"),
                    paragraph("Jo Hill, PT"),
                    paragraph("Date: 4/9/2026"),
                ),
                cell(
                    paragraph(picture()),
                    paragraph("_______________"),
                    paragraph("Parent/Guardian"),
                    paragraph("Date: 4/9/2026"),
                ),
            )
        ),
    )


def signature_blocks() -> bytes:
    """Two signature blocks side by side, label, picture, label, date."""
    return word(
        "Session Note",
        "Child: Ana Ruiz   DOB: 3/4/2022   Service: PT",
        "Date of Service: 4/9/2026   Time: 9:00-9:30",
        "Notes: Ana jumped over a line.",
        table(
            row(
                cell(paragraph("Therapist Signature"), paragraph(picture()), paragraph("Date"), paragraph("4/9/2026")),
                cell(
                    paragraph("Parent/Guardian Signature"),
                    paragraph(picture()),
                    paragraph("Date"),
                    paragraph("4/9/2026"),
                ),
            )
        ),
    )


def signature_without_colons() -> bytes:
    """Label, picture, name and date in one line without colons."""
    return word(
        "Session Note",
        "Child: Ana Ruiz   DOB: 3/4/2022",
        "Date of Service: 4/9/2026   Time: 9:00-9:30",
        "Notes: Ana jumped over a line.",
        paragraph("Therapist Signature ", picture(), run(" Jo Hill, PT   Date "), run("4/9/2026")),
    )


def multi_day_table() -> bytes:
    """A SEIT's log with minutes, codes for the kind of time, and initials."""
    return word(
        "SEIT Log Notes",
        "Child's Name: Ana Ruiz     Month: April 2026",
        "SEIT: Gwen Sobol, MSEd",
        rows(
            ("Date", "Time", "Min.", "Direct/Indirect", "Activities", "Parent/Teacher Initials"),
            ("4/6", "9-10", "60", "D", "Waited for a turn with the sand timer, 4/5.", "DT"),
            ("4/7", "9-10", "60", "D", "Put three pictures in order.", "DT"),
            ("4/8", "9-9:30", "30", "I", "Talked with Ms. Tran on seating.", "DT"),
        ),
        "SEIT Signature: Electronically signed by Gwen Sobol, MSEd   Date: 4/30/2026",
    )


def dropdown_activity() -> bytes:
    """Content controls with the activity chosen from a list."""
    return word(
        "Schenectady County Preschool",
        "Progress Note",
        paragraph("Child: ", control(run("Ana Ruiz"), TEXT)),
        paragraph("Date of Service: ", date_control("4/9/2026", "2026-04-09")),
        paragraph("Time: ", control(run("3:00 PM - 3:30 PM"), TEXT)),
        paragraph("Activity: ", control(run("Coordination of Services"), "<w:dropDownList/>")),
        paragraph(checkbox(checked=True), run(" Does not meet Medicaid requirements")),
        paragraph("Notes: ", control(run("Called the OT to set the days for May."), TEXT)),
        paragraph("Electronically signed by Jo Hill, PT 4/9/2026"),
    )


def medicaid_box_beside() -> bytes:
    """The Medicaid box in a cell beside its words, both times in one cell."""
    return word(
        "Schenectady County",
        "Coordination of Services Note",
        rows(
            ("Child's Name", "Ana Ruiz"),
            ("Date of Service", "4/9/2026"),
            ("Start / End", "3:00 PM / 3:30 PM"),
            ("Does not meet Medicaid requirements", cell(paragraph(checkbox(checked=True)))),
            ("Coordination Activities", "Called the OT to set the days for May."),
        ),
        "Electronically signed by Jo Hill, PT 4/9/2026",
    )


def medicaid_column() -> bytes:
    """A log with a column for the Medicaid box, crossed with a letter."""
    return word(
        "Schenectady County - Session Notes",
        "Child: Ana Ruiz   DOB: 3/4/2022   Provider: Jo Hill, PT",
        rows(
            ("Date", "Time", "Type of Session", "Does Not Meet Medicaid Requirements", "Notes"),
            ("4/7/2026", "9:00-9:30", "Direct", "", "Jumped over a line with both feet."),
            ("4/8/2026", "3:00-3:30", "Coordination of Services", "X", "Called the OT about May."),
        ),
        "Electronically signed by Jo Hill, PT 4/9/2026",
    )


def makeup_yes() -> bytes:
    """A make-up session with the day it makes up for."""
    return word(
        "Session Note",
        "Child: Ana Ruiz",
        "Make-up session:  [X] Yes  [ ] No     Original date: 4/2/2026",
        "Date: 4/9/2026   Time: 9:00-9:30 AM",
        "Notes: Ana jumped over a line.",
        "Electronically signed by Jo Hill, PT on 4/9/2026",
    )


def certified_log() -> bytes:
    """A log with a certifying sentence and an optional line."""
    return word(
        "Monthly Session Notes",
        "Child: Ana Ruiz\tService: PT\tMonth: April 2026",
        rows(
            ("Date", "Start", "End", "Session Note"),
            ("4/7", "9:00", "9:30", "Jumped over a line."),
            ("4/9", "9:00", "9:30", "Threw a ball."),
        ),
        "I certify that the services above were provided as described and that this record is true.",
        paragraph("Signature of Therapist: ", picture(), TAB, "License #: 012345", TAB, "Date: 4/30/2026"),
        "Signature of Parent or Teacher (if applicable): ______________  Date: _______",
    )


def tall_labels() -> bytes:
    """Each label on a line of its own, its value on the next."""
    return word(
        "OT NOTE",
        *[
            x
            for a, b in (
                ("Child's Name", "Ana Ruiz"),
                ("Date of Birth", "3/4/2022"),
                ("Date of Service", "4/9/2026"),
                ("Time", "9:00 - 9:30 AM"),
                ("Notes", "Ana jumped over a line."),
            )
            for x in (paragraph(bold(a)), paragraph(b))
        ],
        paragraph(bold("Therapist Signature")),
        paragraph(picture()),
        paragraph(bold("Date")),
        paragraph("4/9/2026"),
    )


def optional_supervisor() -> bytes:
    """Signature, title and date in one row, over an optional row for a supervisor."""
    return word(
        "Session Note",
        "Child: Ana Ruiz",
        "Date of Service: 4/9/2026   Time: 9:00-9:30",
        "Notes: Ana jumped over a line.",
        rows(
            ("Signature", cell(paragraph(picture())), "Title", "PT", "Date", "4/9/2026"),
            ("Supervisor (if needed)", "", "Title", "", "Date", ""),
        ),
    )


DOCUMENTS = (
    six_columns,
    footer_signature,
    header_name,
    nested_table,
    signed_over_names,
    signature_blocks,
    signature_without_colons,
    multi_day_table,
    dropdown_activity,
    medicaid_box_beside,
    medicaid_column,
    makeup_yes,
    certified_log,
    tall_labels,
    optional_supervisor,
)
