"""Three more forms: blocks that stand there twice, older form fields with questions, and captions under drawn rules."""

from __future__ import annotations

import textwrap

from reportlab.pdfgen.canvas import Canvas

from tests.documents.learned import Layout, Values
from tests.documents.pdf import drawn
from tests.documents.word import cell, legacy_checkbox, legacy_text, paragraph, row, run, table, word

# --- blocks that stand there twice, each label over its value in one cell --------------------------------------------


def _maple(values: Values) -> bytes:
    """Two sessions on one sheet; what is signed stands over its caption."""

    def over(label: str, name: str, wide: str = "") -> str:
        return cell(paragraph(run(label)), paragraph(run(values.get(name, ""))), properties=wide)

    def session(number: int) -> str:
        return table(
            row(over("Our day", f"date{number}"), over("Hello at", f"start{number}"), over("Bye at", f"end{number}")),
            row(
                over("Flavor of help", f"service{number}"),
                over("Spot", f"place{number}"),
                over("Others", f"with{number}"),
            ),
            row(over("The story of our time", f"note{number}", '<w:gridSpan w:val="3"/>')),
        )

    return word(
        "Maple Bend Family Works",
        "Day Card",
        table(row(over("Bunny", "child"), over("Born into spring", "birth"), over("Helper on duty", "provider"))),
        session(1),
        session(2),
        "",
        table(
            row(values.get("signature", ""), values.get("signed", "")),
            row("Duty helper's scribble", "Scribbled on"),
            row(values.get("parent", ""), values.get("parent_signed", "")),
            row("Bunny's grown-up's scribble", "Scribbled on"),
        ),
    )


MAPLE = Layout(
    name="maple-bend-card",
    ending="docx",
    kind="progress_note",
    base="ny-preschool",
    draw=_maple,
    means={
        "Bunny": ("child_name",),
        "Born into spring": ("birth_date",),
        "Helper on duty": ("provider",),
        "Our day": ("service_date",) * 2,
        "Hello at": ("start_time",) * 2,
        "Bye at": ("end_time",) * 2,
        "Flavor of help": ("service_type",) * 2,
        "Spot": ("place",) * 2,
        "Others": ("group",) * 2,
        "The story of our time": ("narrative",) * 2,
        "Duty helper's scribble": ("signature_provider",),
        "Bunny's grown-up's scribble": ("signature_parent",),
        "Scribbled on": ("signed_date", "parent_signed_date"),
    },
    copies=(
        {
            "child": "Omar Sample",
            "birth": "1/2/2022",
            "provider": "Dana Example, MS, CCC-SLP",
            "date1": "3/3/2026",
            "start1": "9:00 AM",
            "end1": "9:30 AM",
            "service1": "Speech therapy",
            "place1": "Home",
            "with1": "Individual",
            "note1": "Omar named six animals and asked for more with two words.",
            "date2": "3/5/2026",
            "start2": "9:00 AM",
            "end2": "9:30 AM",
            "service2": "Speech therapy",
            "place2": "Home",
            "with2": "Individual",
            "note2": "Omar answered where-questions with one prompt in seven of ten tries.",
            "signature": "/s/ Dana Example, CCC-SLP",
            "signed": "3/5/2026",
            "parent": "/s/ Lena Sample",
            "parent_signed": "3/5/2026",
        },
    ),
    asked={
        "child": "DOC004",
        "date2": "DAT001",
        "start1": "TIM001",
        "end2": "TIM001",
        "note1": "ACT002",
        "note2": "ACT002",
        "signature": "SIG001",
        "signed": "SIG002",
        "parent": "SIG001",
        "parent_signed": "SIG002",
    },
)

# --- older form fields, with questions -------------------------------------------------------------------------------


def _tide(values: Values) -> bytes:
    """The child in the header, and a question of Medicaid with Yes and No that never names it."""

    def field(name: str) -> str:
        return legacy_text(values.get(name) or "     ")

    def box(name: str) -> str:
        return legacy_checkbox(f'<w:default w:val="0"/>{"<w:checked/>" if values.get(name) else ""}')

    return word(
        "Tidepool Team",
        "Tie-Together Record",
        paragraph(run("What was settled among us? "), field("note")),
        paragraph(run("On which day? "), field("date"), run("   From which minute to which? "), field("time")),
        paragraph(run("For which thread of help? "), field("service")),
        paragraph(run("Does the health plan pay for it?  "), box("yes"), run(" Yes  "), box("no"), run(" No")),
        paragraph(box("child_there"), run(" Time at the child's side   "), box("tie"), run(" Tying it together")),
        paragraph(run("Tie maker, by hand: "), field("signature"), run("   That day: "), field("signed")),
        header=[paragraph(run("Seastar: "), field("child"))],
        footer=["Tidepool Team record 12, rev. 3/1/2024"],
    )


TIDE = Layout(
    name="tidepool-record",
    ending="docx",
    kind="coordination_note",
    base="ny-schenectady-preschool",
    draw=_tide,
    means={
        "Seastar": ("child_name",),
        "What was settled among us?": ("narrative",),
        "On which day?": ("service_date",),
        "From which minute to which?": ("time",),
        "For which thread of help?": ("service_type",),
        "Does the health plan pay for it?: Yes": ("medicaid_positive",),
        "Does the health plan pay for it?: No": ("medicaid_box",),
        "Time at the child's side": ("direct",),
        "Tying it together": ("coordination",),
        "Tie maker, by hand": ("signature_provider",),
        "That day": ("signed_date",),
    },
    copies=(
        {
            "child": "Omar Sample",
            "note": "Agreed by telephone with the occupational therapist on who works on dressing, and set the times.",
            "date": "3/9/2026",
            "time": "1:00 - 1:30 PM",
            "service": "Coordination of services",
            "no": "x",
            "tie": "x",
            "signature": "Electronically signed by Dana Example, CCC-SLP",
            "signed": "3/9/2026",
        },
    ),
    asked={
        "child": "DOC004",
        "note": "ACT002",
        "date": "DAT001",
        "time": "TIM001",
        "no": "MED001",
        "signature": "SIG001",
        "signed": "SIG002",
    },
)

# --- captions under drawn rules --------------------------------------------------------------------------------------


def _fern(values: Values) -> bytes:
    """Two columns of rules with small captions; a heading over rules that look like a table's."""

    def rule(canvas: Canvas, x: int, y: int, width: int, name: str) -> None:
        canvas.line(x, y, x + width, y)
        canvas.drawString(x + 2, y + 3, values.get(name, ""))

    def page(canvas: Canvas) -> None:
        canvas.drawString(60, 740, "Fern Hollow Playmates")
        canvas.drawString(60, 724, "Romp Report")
        captions = (
            ("Playmate", "child", "Romped on", "date"),
            ("Whistle in", "start", "Whistle out", "end"),
            ("Manner of help", "service", "Meadow", "place"),
        )
        for y, (left, name, right, other) in zip((690, 650, 610), captions, strict=True):
            rule(canvas, 60, y, 200, name)
            rule(canvas, 330, y, 200, other)
            canvas.setFont("Helvetica", 8)
            canvas.drawString(60, y - 10, left)
            canvas.drawString(330, y - 10, right)
            canvas.setFont("Helvetica", 11)
        canvas.drawString(60, 570, "What the playmate showed us")
        written = textwrap.wrap(values.get("note", ""), 80)
        for y, words in zip((550, 530, 510), [*written, "", "", ""], strict=False):
            canvas.line(60, y, 530, y)
            canvas.drawString(62, y + 3, words)
        rule(canvas, 60, 450, 240, "signature")
        rule(canvas, 340, 450, 120, "signed")
        canvas.drawString(60, 438, "Romp leader's paw")
        canvas.drawString(340, 438, "Pawed on")
        canvas.drawString(60, 390, "Fern Hollow keeps this page for seven summers.")

    return drawn(page)


FERN = Layout(
    name="fern-hollow-romp",
    ending="pdf",
    kind="progress_note",
    base="ny-preschool",
    draw=_fern,
    means={
        "Playmate": ("child_name",),
        "Romped on": ("service_date",),
        "Whistle in": ("start_time",),
        "Whistle out": ("end_time",),
        "Manner of help": ("service_type",),
        "Meadow": ("place",),
        "What the playmate showed us": ("narrative",),
        "Romp leader's paw": ("signature_provider",),
        "Pawed on": ("signed_date",),
    },
    copies=(
        {
            "child": "Omar Sample",
            "date": "3/4/2026",
            "start": "10:00 AM",
            "end": "10:30 AM",
            "service": "Physical therapy",
            "place": "Home",
            "note": "Omar walked along the low beam with one hand held and jumped down with both feet in five of six "
            "tries that we made together.",
            "signature": "/s/ Kim Mock, DPT",
            "signed": "3/4/2026",
        },
    ),
    asked={
        "child": "DOC004",
        "date": "DAT001",
        "start": "TIM001",
        "end": "TIM001",
        "note": "ACT002",
        "signature": "SIG001",
        "signed": "SIG002",
    },
)
