"""Notes, IEPs and other papers as different people lay them out in Word. Everybody in them is made up."""

from __future__ import annotations

from tests.documents.word import (
    bold,
    cell,
    changed,
    checkbox,
    control,
    date_control,
    field,
    legacy_checkbox,
    legacy_list,
    legacy_text,
    paragraph,
    picture,
    row,
    run,
    signature_line,
    signature_part,
    symbol,
    table,
    text_box,
    word,
)

TAB = "<w:r><w:tab/></w:r>"
TEXT = "<w:text/>"


def rows(*lines: tuple[str, ...]) -> str:
    """A table of plain cells; a cell that begins with "<" is XML of its own."""
    return table(*(row(*line) for line in lines))


def box(label: str, checked: bool) -> str:
    """A checkbox control with its words behind it, as a piece of a paragraph."""
    return checkbox(checked=checked) + run(f" {label}  ")


def signatures_with_values_below() -> bytes:
    """Two signatures side by side in a table: labels in one row, what was signed in the row below."""
    return word(
        paragraph(bold("Catskill Pediatric Services")),
        paragraph(bold("Speech Therapy Session Note")),
        rows(("Student", "Ivan Petrov", "DOB", "8/19/2021"), ("Date", "4/21/2026", "Time", "10:15-10:45 AM")),
        paragraph("Notes"),
        paragraph("Ivan answered five yes/no questions about a book and pointed to the right picture each time."),
        rows(
            ("Provider Signature", "Date", "Parent/Caregiver Signature", "Date"),
            (cell(paragraph(picture())), "4/21/2026", cell(paragraph(picture())), "4/21/2026"),
        ),
    )


def signatures_over_labels() -> bytes:
    """A table whose upper row is signed and whose lower row says what the cells are."""
    return word(
        "OT Daily Note",
        rows(
            ("Child's Name:", "Sofia Marino", "Date of Birth:", "2/27/2022"),
            ("Date of Service:", "3/24/2026", "Time In/Out:", "2:00 - 2:30 pm"),
            ("Therapist:", "Grace Lindholm, OTR/L", "Location:", "Daycare"),
        ),
        rows(
            ("Activities and Response",), ("Sofia threaded six beads and opened a zip bag with one cue. She smiled.",)
        ),
        rows((cell(paragraph(picture())), "3/24/2026"), ("Therapist Signature", "Date")),
    )


def label_above_value_in_one_cell() -> bytes:
    """A boxed form: each cell has a small label in its first line and the value below it."""

    def boxed(label: str, value: str) -> str:
        return cell(paragraph(run(label, properties='<w:sz w:val="14"/>')), paragraph(value))

    return word(
        "RELATED SERVICE PROGRESS NOTE",
        table(
            row(boxed("Child's Name", "Noah Bergstrom"), boxed("Date of Birth", "12/1/2020")),
            row(boxed("Service", "Physical Therapy"), boxed("Provider", "Ines Carvalho, PT")),
            row(boxed("Date of Service", "May 18, 2026"), boxed("Start Time", "8:45"), boxed("End Time", "9:15")),
            row(boxed("Session Notes", "Noah rode the tricycle around six cones and stopped when asked.")),
            row(boxed("Signature", "Electronically signed by Ines Carvalho, PT"), boxed("Date", "5/18/2026")),
        ),
    )


def tabs_and_bold_labels() -> bytes:
    """Bold labels without colons, values behind tabs; the signature is a picture over a rule with its label below."""
    return word(
        paragraph(bold("Progress Note")),
        paragraph(bold("Student Name"), TAB, run("Aaliyah Brooks"), TAB, bold("DOB"), TAB, run("6/6/2021")),
        paragraph(bold("Session Date"), TAB, run("6/1/2026"), TAB, bold("Time"), TAB, run("1:00-1:30")),
        paragraph(bold("Service"), TAB, run("Speech therapy, individual")),
        paragraph(bold("Progress")),
        paragraph("Aaliyah told a three-part story with picture cards. She used past tense in six of nine sentences."),
        paragraph(picture(), TAB, TAB, run("6/1/2026")),
        paragraph("______________________________", TAB, "______________"),
        paragraph("Helen Voss, MA, CCC-SLP", TAB, TAB, "Date"),
        paragraph("Provider Signature"),
    )


def content_controls() -> bytes:
    """Every value in a content control: text, date, list; boxes for the kind of session."""
    kind = "<w:dropDownList/>"
    return word(
        paragraph(bold("DAILY SESSION NOTE")),
        paragraph(
            "Client: ", control(run("Malik Johnson"), TEXT), "   Birth Date: ", date_control("7/30/2021", "2021-07-30")
        ),
        paragraph(
            "Service Date: ", date_control("2/3/2026", "2026-02-03"), "   Discipline: ", control(run("OT"), kind)
        ),
        paragraph("From ", control(run("9:30 AM"), TEXT), " To ", control(run("10:00 AM"), TEXT)),
        paragraph(box("Individual", True), box("Group", False), box("Consult", False)),
        control(paragraph("Daily Notes:") + paragraph("Malik cut out a circle within half an inch of the line.")),
        paragraph("Provider Signature: ", control(run("Electronically signed by Omar Haddad, OTR/L"), TEXT)),
        paragraph("Date Signed: ", date_control("2/3/2026", "2026-02-03")),
    )


def legacy_form() -> bytes:
    """A protected form of older Word: grey text fields, boxes and lists."""
    return word(
        "Session Note",
        rows(
            (
                cell(paragraph("Child: ", legacy_text("Zoe Hartman"))),
                cell(paragraph("D.O.B.: ", legacy_text("4/9/2022"))),
            ),
            (
                cell(paragraph("Date: ", legacy_text("1/27/2026"))),
                cell(paragraph("Time: ", legacy_text("11:00 - 11:30"))),
            ),
            (
                cell(paragraph("Service Type: ", legacy_list(["Speech", "OT", "PT"], 2))),
                cell(paragraph("Setting: Home")),
            ),
        ),
        paragraph(
            legacy_checkbox('<w:default w:val="0"/><w:checked/>'), " Session held   ", legacy_checkbox(""), " Cancelled"
        ),
        paragraph(
            "Summary of Session: ", legacy_text("Zoe crawled through the tunnel and pulled to stand at the sofa.")
        ),
        paragraph("Signature/Title/Date: ", legacy_text("Electronically signed by Ruth Amsel, PT 1/27/2026 11:41 AM")),
    )


def monthly_log() -> bytes:
    """A log with a repeated header, blank rows, totals, a box for the office and one signature at the foot."""
    head = ("Date", "Time In", "Time Out", "Ind/Grp", "Daily Notes")
    return word(
        "Monthly Therapy Log",
        rows(
            ("Child", "Elias Grant", "Month/Year", "April 2026"),
            ("Provider", "Nina Patel, COTA/L", "Mandate", "2 x 30"),
        ),
        rows(
            head,
            ("4/2", "9:00", "9:30", "I", "Placed six shapes in the sorter without help."),
            ("4/7", "9:00", "9:30", "I", "Pulled off socks and shoes after one model."),
            ("4/9", "", "", "", "No session: school recess"),
            head,
            ("4/14", "9:05", "9:35", "G", "Passed play-dough tools to a peer four times."),
            ("4/16", "9:00", "9:30", "I", "Held a spoon and ate half a yoghurt with few spills."),
            ("", "", "", "", ""),
            ("", "", "", "", ""),
            ("Total sessions", "", "", "", "4"),
        ),
        paragraph("Therapist Signature: ", picture(), "   Date: 4/16/2026"),
        paragraph("Supervising Therapist Signature: ", picture(), "   Date: 4/20/2026"),
        rows(("FOR OFFICE USE ONLY",), ("Approved by: ____________   Date: ________",)),
        header=("Elias Grant - OT",),
    )


def signed_rows() -> bytes:
    """A log with the signature and its date in each row."""
    return word(
        "Therapy Log",
        "Student's Name: Mila Kovacs",
        "Type of Service: Speech-Language Therapy",
        rows(
            ("Service Date", "Start", "End", "Activity / Notes", "Signature & Credentials", "Date Signed"),
            ("3/3/2026", "1:00 PM", "1:30 PM", "Named 8/10 foods.", cell(paragraph(picture())), "3/3/2026"),
            ("3/5/2026", "1:00 PM", "1:30 PM", "Used /f/ in 7/10 words.", cell(paragraph(picture())), "3/5/2026"),
        ),
    )


def seit_week() -> bytes:
    """A SEIT's week: a row a day with the kind of time, one narrative below the table."""
    return word(
        paragraph(bold("SEIT Session Notes")),
        paragraph("Kinderhook Itinerant Teachers, LLC"),
        paragraph("Child: Dylan Osei", TAB, "SEIT: Anna Reyes, MS Ed", TAB, "Week of: April 27, 2026"),
        rows(
            ("Day", "Date", "From", "To", "Type of Time", "What was worked on"),
            ("Mon", "4/27/2026", "9:00", "11:00", "Direct", "Waiting in line; asking for help with a card."),
            ("Tue", "4/28/2026", "9:00", "11:00", "Direct", "Joined a puppet show and answered two questions."),
            ("Wed", "4/29/2026", "", "", "", "Child absent - dentist"),
            ("Thu", "4/30/2026", "9:00", "10:00", "Indirect", "Planned next week's group with Ms. Doyle."),
        ),
        paragraph("Teacher's Signature: Electronically signed by Anna Reyes, MS Ed, 5/1/2026"),
    )


def coordination_boxes() -> bytes:
    """Two coordination notes on one page, the Medicaid box in each, boxes for the activities."""

    def one(date: str, time: str, what: str) -> str:
        return table(
            row(cell(paragraph("Date of Service: ", date)), cell(paragraph("Time: ", time))),
            row(cell(paragraph(box("Direct Service", False), box("Coordination of Services", True)))),
            row(cell(paragraph(box("Does Not Meet Medicaid Requirements", True)))),
            row("Session Notes:", what),
        )

    return word(
        "Schenectady County Preschool Program",
        "Daily Progress Notes",
        "Child's Name: Aria Delgado   DOB: 10/10/2021",
        "Provider: Simone Archer, MS, CCC-SLP",
        one("1/13/2026", "3:15 - 3:45 PM", "Called the OT and PT to settle on days for home visits."),
        "",
        one("2/10/2026", "3:15 - 3:45 PM", "Gathered progress reports and sent them to the CPSE chairperson."),
        "Provider Signature: Electronically signed by Simone Archer, MS, CCC-SLP on 2/10/2026",
    )


def coordination_yes_no() -> bytes:
    """A coordination note with the positive question answered No."""
    return word(
        "Coordination of Services Note",
        rows(
            ("Student Name", "Hugo Weiss", "Date", "12/9/2025"),
            ("Coordinator", "Lydia Frost, PT", "Duration", "30 minutes"),
        ),
        paragraph("Meets Medicaid requirements:  ", checkbox(checked=False), " Yes   ", checkbox(checked=True), " No"),
        paragraph(
            "Description of coordination activity: Telephone conference with the parents and the OT on equipment."
        ),
        paragraph("Signature: ", picture(), TAB, "Title: PT", TAB, "Date: 12/9/2025"),
        header=("Schenectady County - CPSE",),
    )


def group_with_symbols() -> bytes:
    """Wingdings boxes for kind and place; co-signature of a supervisor on the same line."""
    return word(
        "Speech Therapy Daily Note",
        "Name of Student: Owen Fitzgerald\tDate of Birth: 1/15/2022",
        "Date of Session: 5/20/26\tSession Time: 9:10am to 9:40am",
        paragraph(
            symbol("F0A8"),
            " Individual   ",
            symbol("F0FE"),
            " Group of 2      ",
            symbol("F0FE"),
            " Preschool   ",
            symbol("F0A8"),
            " Home",
        ),
        "Goals Addressed: greeting peers, taking turns",
        "Owen greeted his partner by name and took turns with the marble run for six minutes.",
        "Clinician Signature: Electronically signed by Tara Nolan, MS, CF-SLP\tDate: 5/20/2026",
        "Supervisor Co-Signature: Electronically signed by Joan Ellery, MA, CCC-SLP\tDate: 5/22/2026",
    )


def makeup_box() -> bytes:
    """A make-up session with its box, and the day that it makes up for."""
    return word(
        "Related Service Session Note",
        rows(
            ("Child's Name", "Stella Nakamura", "DOB", "3/3/2021"),
            ("Date of Service", "5/29/2026", "Time", "12:30 PM – 1:00 PM"),
            ("Service Type", "PT", "Provider", "Victor Salas, PT, DPT"),
        ),
        paragraph("☒ Make-up session for: 5/26/2026     ☐ Cancelled     ☐ Child absent"),
        paragraph("Description of Session: Stella walked down eight stairs with a rail and threw a ball overhand."),
        paragraph("Provider signature: ", picture()),
        paragraph("Date: 5/29/2026"),
    )


def cancelled_boxes() -> bytes:
    """A session that did not take place: boxes with the reason, no time, no narrative, no parent's signature."""
    return word(
        "SEIT Session Note",
        rows(
            ("Child's Name:", "Levi Romano"), ("Date of Service:", "3/12/2026"), ("Time:", ""), ("Session Notes:", "")
        ),
        paragraph(box("Session held", False), box("Session cancelled", True)),
        paragraph("Reason: ", box("Child sick", True), box("Provider sick", False), box("School closed", False)),
        paragraph("SEIT Signature: Electronically signed by Beth Moran, MS Ed   Date: 3/12/2026"),
        paragraph("Parent Signature: ____________________   Date: __________"),
    )


def word_signature_line() -> bytes:
    """A letterhead in a text box and Word's own signature line, signed with a certificate."""
    line = "{AAAAAAAA-2222-3333-4444-555555555555}"
    data = word(
        paragraph(text_box(paragraph("Riverbend Therapy Group"))),
        "Treatment Note",
        "Patient Name: Jonas Weber     DOB: 5/5/2021",
        "DOS: 4/6/2026     Time in: 10:00 AM     Time out: 10:45 AM",
        "Treatment: Jonas sat on the therapy ball and reached across the middle for ten rings.",
        paragraph(signature_line("Iris Blum, PT", line)),
        paragraph("Date: 4/6/2026"),
    )
    return changed(data, {"_xmlsignatures/sig1.xml": signature_part(line, "Iris Blum, PT")})


def letter() -> bytes:
    """A letter to a committee chairperson."""
    return word(
        "Mohawk Valley Children's Center",
        "June 2, 2026",
        "Dear Ms. Lang:",
        "I am writing about our waiting list for occupational therapy. Two openings are expected in September.",
        "Sincerely,",
        paragraph(picture()),
        "Grace Lindholm, OTR/L",
        footer=("12 Canal Street, Schenectady",),
    )


def agenda() -> bytes:
    """An agenda of a staff meeting, with a table of times."""
    return word(
        paragraph(bold("Team meeting agenda")),
        rows(("Time", "Topic", "Who"), ("3:00", "New billing dates", "Anna"), ("3:20", "Training days", "All")),
        paragraph("Please bring your calendars.", run("  ", field("PAGE", "1"))),
    )


def questionnaire() -> bytes:
    """Questions to parents, with boxes."""
    return word(
        paragraph(bold("About your child's day")),
        paragraph("My child eats with a spoon.  ", box("Yes", True), box("Sometimes", False), box("No", False)),
        paragraph("My child dresses with help.  ", box("Yes", False), box("Sometimes", True), box("No", False)),
        paragraph("What would you like us to work on? ", control(run("Sleeping through the night"), TEXT)),
    )


DOCUMENTS = (
    signatures_with_values_below, signatures_over_labels, label_above_value_in_one_cell, tabs_and_bold_labels,
    content_controls, legacy_form, monthly_log, signed_rows, seit_week, coordination_boxes, coordination_yes_no,
    group_with_symbols, makeup_box, cancelled_boxes, word_signature_line, letter, agenda, questionnaire,
)  # fmt: skip
