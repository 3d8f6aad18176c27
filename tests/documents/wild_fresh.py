"""Layouts by which a fresh reader misled the checker once. Everybody in them is made up."""

from __future__ import annotations

from tests.documents.wild_word import rows
from tests.documents.word import cell, paragraph, picture, row, run, table, word


def day_numbers() -> bytes:
    """A month at the head, the day alone in each row, empty rows and a total at the end."""
    return word(
        "MONTHLY RELATED SERVICE LOG",
        rows(
            ("Student", "Calla Whitcombe", "Month/Year", "April 2026"),
            ("Service", "PT 2x30 individual", "Provider", "Jorunn Estevez, PT"),
        ),
        rows(
            ("Day", "Time In", "Time Out", "R / M", "Session Notes"),
            ("2", "9:00", "9:30", "R", "Ball kicking, 5 of 8 to target; squat to stand ten times."),
            ("14", "9:00", "9:30", "R", "Stair training with rail, reciprocal 3 of 6 steps."),
            ("23", "", "", "", "Child absent - fever, mother called."),
            ("28", "9:00", "9:30", "R", "Obstacle course, two rounds; jumps forward ten inches."),
            ("", "", "", "", ""),
            ("Total sessions: 3", "", "", "", ""),
        ),
        paragraph(run("Therapist Signature: "), picture(), run("   Date: 4/30/2026")),
    )


def two_sides() -> bytes:
    """The times on side 1, the notes on side 2, each side signed."""
    signed = paragraph(run("Therapist Signature: "), picture(), run("  Date: 5/14/2026"))
    return word(
        "MONTHLY THERAPY PROGRESS NOTES - SIDE 1",
        "Child: Roderick Amoah   DOB: 1/15/2022   Month/Year: May 2026   Service: OT",
        rows(
            ("Date", "Start Time", "End Time", "Ind/Grp"),
            ("5/4/26", "9:00", "9:30", "I"),
            ("5/6/26", "9:00", "9:30", "I"),
            ("5/11/26", "9:00", "9:30", "I"),
        ),
        signed,
        "SIDE 2 - DAILY SESSION NOTES",
        rows(
            ("Date", "Notes"),
            ("5/4/26", "Strung six of eight beads."),
            ("5/6/26", "Snipped eight of ten on a strip."),
            ("5/11/26", "Pinched clothes pins with the right hand."),
        ),
        signed,
    )


def attendance_in_the_block() -> bytes:
    """A small table for each session with its attendance; a reason where the note would stand."""
    days = (
        ("6/2/2026", "Present", "9:00-9:30", "Rode the scooter forty feet and turned round a cone."),
        ("6/4/2026", "Cancelled", "", "School closed (power failure)"),
        ("6/9/2026", "Present", "9:00-9:30", "Kicked a moving ball; up four stairs without the rail."),
    )
    blocks: list[str] = []
    for day, attendance, time, note in days:
        blocks += [
            rows(
                ("Date of Service", day, "Attendance", attendance),
                ("Time", time, "Setting", "Preschool"),
                ("Notes / Reason", note, "", ""),
            ),
            paragraph(run("Signature: "), picture(), run(f"  Date: {day}")),
        ]
    return word("PT Session Notes", "Student: Tancred Abara   DOB: 5/19/2022   Provider: Ines Calloway, PT", *blocks)


def nested_session() -> bytes:
    """The session's date and times in a table inside of a cell."""
    inner = rows(("Date of Service", "Begin Time", "End Time"), ("5/6/2026", "10:40 a.m.", "11:10 a.m."))
    return word(
        table(
            row("Occupational Therapy Treatment Note", ""),
            row("Name of Child", "Isaura Pemberton"),
            row("Session", cell(inner, paragraph())),
        ),
        "Description of Service: Isaura used a tripod grasp on short crayons for five of eight strokes.",
        paragraph(run("Signature & Credentials of Therapist: "), picture(), run(" OTR/L   Date: 5/6/2026")),
    )


def two_signers_on_a_line() -> bytes:
    """Provider and parent sign side by side, each with a picture and a date."""
    provider = (run("Provider Signature: "), picture(), run("  Date: 5/15/2026     "))
    parent = (run("Parent Signature: "), picture(), run("  Date: 5/15/2026"))
    return word(
        "Therapy Session Note",
        "Child: Anton Feld     DOB: 9/30/2022     Service: Speech Therapy",
        "Date of Service: 5/15/2026     Time: 4:00 - 4:30 PM     Location: Home",
        "Session Notes: Anton answered nine of ten yes/no questions and put two pictures in order.",
        paragraph(*provider, *parent),
    )


def sentences_like_labels() -> bytes:
    """Lines of a note that begin with the words of labels."""
    return word(
        "Speech Session Note",
        "Child's Name: Delwyn Osei",
        "Date of Service: 5/28/2026",
        "Time: 10:00 - 10:30 AM",
        "Session Notes:",
        "Name: Delwyn said his own name and his teacher's name when asked.",
        'Time: he told "morning" from "night" with pictures, six of eight.',
        "Date: pointed to today on the calendar (May 28) without help.",
        "Location: found objects on, in and under the box, seven of nine.",
        paragraph(run("Therapist Signature: "), picture(), run("  Date: 5/28/2026")),
    )


DOCUMENTS = (
    day_numbers,
    two_sides,
    attendance_in_the_block,
    nested_session,
    two_signers_on_a_line,
    sentences_like_labels,
)
