"""Three forms as Word files: a table, content controls, and paragraphs with underscores."""

from __future__ import annotations

from tests.documents.learned import Layout, Values
from tests.documents.word import checkbox, control, date_control, paragraph, row, run, table, word

# --- a table: a speech therapist's note ------------------------------------------------------------------------------


def _kite_lane(values: Values) -> bytes:
    """Label and value in cells side by side, two of them with a prompt, two lines to sign with the same date label."""

    def at(name: str, prompt: str = "") -> str:
        return values.get(name, prompt)

    return word(
        paragraph(run("Kite Lane Helpers")),
        paragraph(run("Talk Sheet")),
        table(
            row("Lad/Lass", at("child"), "Arrived on this earth", at("birth")),
            row("We met on", at("date", "month / day / year"), "Bell to bell", at("time", "first bell to last bell")),
            row("Line of help", at("service"), "Under which roof", at("place")),
            row("Helper", at("provider"), "Kin", at("kin")),
        ),
        paragraph(),
        table(
            row("How it unfolded (tell what the lad or lass did, and what you did)"),
            row(at("note")),
        ),
        paragraph(),
        table(
            row("Helper's own hand", at("signature"), "Inked", at("signed")),
            row("Elder's own hand", at("parent"), "Inked", at("parent_signed")),
        ),
        footer=["Kite Lane sheet 4, keep one copy in the drawer"],
    )


KITE_LANE = Layout(
    name="kite-lane-talk",
    ending="docx",
    kind="progress_note",
    base="ny-schenectady-preschool",
    draw=_kite_lane,
    means={
        "Lad/Lass": ("child_name",),
        "Arrived on this earth": ("birth_date",),
        "We met on": ("service_date",),
        "Bell to bell": ("time",),
        "Line of help": ("service_type",),
        "Under which roof": ("place",),
        "Helper": ("provider",),
        "Kin": ("other",),
        "How it unfolded (tell what the lad or lass did, and what you did)": ("narrative",),
        "Helper's own hand": ("signature_provider",),
        "Elder's own hand": ("signature_parent",),
        "Inked": ("signed_date", "parent_signed_date"),
    },
    copies=(
        {
            "child": "Omar Sample",
            "birth": "5/12/2022",
            "date": "3/3/2026",
            "time": "9:00 - 9:30 AM",
            "service": "Speech therapy",
            "place": "Home",
            "provider": "Dana Example, MS, CCC-SLP",
            "kin": "Lena Sample, grandmother",
            "note": "Omar asked for four toys with two words each and waited for his turn in six of eight rounds.",
            "signature": "Electronically signed by Dana Example, MS, CCC-SLP",
            "signed": "3/3/2026",
            "parent": "/s/ Lena Sample",
            "parent_signed": "3/3/2026",
        },
        {
            "child": "Mia Test",
            "birth": "11/2/2021",
            "date": "4/16/2026",
            "time": "1:15 - 1:45 PM",
            "service": "Speech therapy, individual",
            "place": "Preschool",
            "provider": "Ana Trial, MA, CCC-SLP",
            "kin": "none that day",
            "note": "Mia named nine of ten farm animals.\nShe followed two-step directions with one prompt.",
            "signature": "/s/ Ana Trial, MA, CCC-SLP",
            "signed": "4/17/2026",
            "parent": "Electronically signed by Joan Test",
            "parent_signed": "4/17/2026",
        },
        {
            "child": "Lu Probe",
            "birth": "January 9, 2022",
            "date": "March 12, 2026",
            "time": "10:30 AM to 11:00 AM",
            "service": "ST",
            "place": "Daycare",
            "provider": "Dana Example, MS, CCC-SLP",
            "kin": "Uncle Ray",
            "note": "Worked on final sounds; Lu made 14 of 20 with a model.",
            "signature": "Electronically signed by Dana Example, MS, CCC-SLP",
            "signed": "3/12/2026",
            "parent": "/s/ Ray Probe",
            "parent_signed": "3/13/2026",
        },
    ),
    asked={
        "child": "DOC004",
        "date": "DOC005",
        "time": "DOC005",
        "note": "ACT002",
        "signature": "SIG001",
        "signed": "SIG002",
        "parent": "SIG001",
        "parent_signed": "SIG002",
    },
    emptied={"date": "DAT001", "time": "TIM001"},
)

# --- content controls: a note on coordination ------------------------------------------------------------------------


def _huddle(values: Values) -> bytes:
    """Content controls with their placeholders, a box in odd words, prompts that are to be written over."""

    def at(name: str, prompt: str = "Click or tap here to enter text.") -> str:
        value = values.get(name, "")
        return control(run(value or prompt), "<w:text/>", placeholder=not value)

    def day(name: str) -> str:
        value = values.get(name, "")
        return date_control(value or "Click or tap to enter a date.", placeholder=not value)

    return word(
        paragraph(run("Harbor Circle Early Learners")),
        paragraph(run("Huddle Page")),
        paragraph(run("Small friend: "), at("child")),
        paragraph(run("Huddled on: "), day("date"), run("\t"), run("Minutes by the clock: "), at("time")),
        paragraph(run("Halves spent: "), at("units")),
        paragraph(run("Branch of support: "), at("service")),
        paragraph(run("Who sat at the table: "), at("who")),
        paragraph(run("What was talked over: "), at("note", "Say whom you spoke with and what was settled")),
        paragraph(checkbox(checked=bool(values.get("box"))), run(" Cannot go to the state health plan")),
        paragraph(),
        paragraph(run("Huddle leader's mark: "), at("signature")),
        paragraph(run("Marked on the day of: "), day("signed")),
    )


HUDDLE = Layout(
    name="harbor-circle-huddle",
    ending="docx",
    kind="coordination_note",
    base="ny-schenectady-preschool",
    draw=_huddle,
    means={
        "Small friend": ("child_name",),
        "Huddled on": ("service_date",),
        "Minutes by the clock": ("time",),
        "Halves spent": ("units",),
        "Branch of support": ("service_type",),
        "Who sat at the table": ("contact_with",),
        "What was talked over": ("narrative",),
        "Cannot go to the state health plan": ("medicaid_box",),
        "Huddle leader's mark": ("signature_provider",),
        "Marked on the day of": ("signed_date",),
    },
    copies=(
        {
            "child": "Omar Sample",
            "date": "3/5/2026",
            "time": "2:00 - 2:30 PM",
            "units": "1",
            "service": "Coordination of services",
            "who": "Ana Trial, occupational therapist",
            "note": "Spoke with the occupational therapist by telephone on the goals and set the times.",
            "box": "x",
            "signature": "Electronically signed by Dana Example, MS, CCC-SLP",
            "signed": "3/5/2026",
        },
        {
            "child": "Mia Test",
            "date": "4/20/2026",
            "time": "9:15 - 9:45 AM",
            "units": "1",
            "service": "Coordination of services",
            "who": "The preschool's teacher and the physical therapist",
            "note": "Met with the team on Mia's progress and gathered progress reports for the annual review.",
            "box": "x",
            "signature": "/s/ Kim Mock, MS Ed",
            "signed": "4/21/2026",
        },
    ),
    asked={
        "child": "DOC005",
        "date": "DOC005",
        "time": "DOC005",
        "service": "DOC005",
        "note": "DOC005",
        "box": "MED001",
        "signature": "SIG001",
        "signed": "SIG002",
    },
    emptied={"child": "DOC004", "date": "DAT001", "note": "ACT002", "signature": "SIG001", "signed": "SIG002"},
)

# --- paragraphs with underscores: an occupational therapist's note ---------------------------------------------------


def _orchard(values: Values) -> bytes:
    """Blanks of underscores in running lines, lines to write on, and captions under the line to sign."""

    def at(name: str, width: int = 20) -> str:
        return values.get(name) or "_" * width

    note = values.get("note")
    return word(
        "Orchard Row Movement Crew",
        "Busy Hands Slip",
        f"Wee one {at('child')}   Seen by us {at('date', 12)}",
        f"First minute {at('start', 10)}   Last minute {at('end', 10)}",
        f"Sort of help: {at('service')}",
        "What hands and body were up to:",
        *([note] if note else ["_" * 60, "_" * 60]),
        "",
        f"{values.get('signature') or '_' * 40}\t{values.get('signed') or '_' * 12}",
        "Ink of the one who helped\tInk laid down",
        "Slip 7 of the Orchard Row binder, white copy to the office and yellow copy to the home",
    )


ORCHARD = Layout(
    name="orchard-row-hands",
    ending="docx",
    kind="progress_note",
    base="ny-preschool",
    draw=_orchard,
    means={
        "Wee one": ("child_name",),
        "Seen by us": ("service_date",),
        "First minute": ("start_time",),
        "Last minute": ("end_time",),
        "Sort of help": ("service_type",),
        "What hands and body were up to": ("narrative",),
        "Ink of the one who helped": ("signature_provider",),
        "Ink laid down": ("signed_date",),
    },
    copies=(
        {
            "child": "Omar Sample",
            "date": "3/4/2026",
            "start": "10:00 AM",
            "end": "10:30 AM",
            "service": "Occupational therapy",
            "note": "Omar cut along a line for ten inches and buttoned three of four large buttons.",
            "signature": "Electronically signed by Pat Mock, OTR/L",
            "signed": "3/4/2026",
        },
        {
            "child": "Lu Probe",
            "date": "5/6/2026",
            "start": "1:00 PM",
            "end": "1:45 PM",
            "service": "OT",
            "note": "Lu strung eight beads and held the crayon with three fingers for most of the picture.",
            "signature": "/s/ Pat Mock, OTR/L",
            "signed": "5/7/2026",
        },
    ),
    asked={
        "child": "DOC004",
        "date": "DAT001",
        "service": "DOC008",
        "start": "TIM001",
        "end": "TIM001",
        "note": "ACT002",
        "signature": "SIG001",
        "signed": "SIG002",
    },
)
