"""Two forms as PDFs: a drawn log with rows, and a plan with form fields."""

from __future__ import annotations

import textwrap

from reportlab.pdfgen.canvas import Canvas

from tests.documents.learned import Layout, Values
from tests.documents.pdf import drawn

_LEFT = 54
_ROW = 22

# --- drawn: a log of sessions with rows ------------------------------------------------------------------------------

_HEADS = (("Came on", "date", 90), ("Door in", "in", 90), ("Door out", "out", 90), ("Brought by", "by", 100))
_ROWS = 6


def _sprouts(values: Values) -> bytes:
    """Rules to write on behind its labels, a ruled grid for the sessions, a line to sign with its caption below."""

    def page(canvas: Canvas) -> None:
        canvas.drawString(_LEFT, 740, "Green Gate Sprouts")
        canvas.drawString(_LEFT, 722, "Comings and Goings")
        for x, y, label, name, width in (
            (_LEFT, 696, "Sprout", "child", 180),
            (330, 696, "Moon", "month", 150),
            (_LEFT, 674, "Branch of help", "service", 180),
        ):
            canvas.drawString(x, y, label)
            start = x + canvas.stringWidth(label, "Helvetica", 11) + 8
            canvas.line(start, y - 2, start + width, y - 2)
            canvas.drawString(start + 2, y, values.get(name, ""))
        _grid(canvas, values)
        canvas.line(_LEFT, 440, _LEFT + 260, 440)
        canvas.line(360, 440, 480, 440)
        canvas.drawString(_LEFT + 2, 443, values.get("signature", ""))
        canvas.drawString(362, 443, values.get("signed", ""))
        canvas.drawString(_LEFT, 427, "Keeper of this page")
        canvas.drawString(360, 427, "Put down on")
        canvas.drawString(_LEFT, 60, "Green Gate page 2, goes to the front desk on the last day of the moon")

    return drawn(page)


def _grid(canvas: Canvas, values: Values) -> None:
    top, width = 650, sum(each for *_, each in _HEADS)
    for index in range(_ROWS + 2):
        canvas.line(_LEFT, top - index * _ROW, _LEFT + width, top - index * _ROW)
    x = _LEFT
    for head, name, column in (*_HEADS, ("", "", 0)):
        canvas.line(x, top, x, top - (_ROWS + 1) * _ROW)
        canvas.drawString(x + 4, top - 15, head)
        for index in range(_ROWS):
            canvas.drawString(x + 4, top - 15 - (index + 1) * _ROW, values.get(f"{name}{index + 1}", ""))
        x += column


SPROUTS = Layout(
    name="green-gate-log",
    ending="pdf",
    kind="attendance_log",
    base="ny-preschool",
    draw=_sprouts,
    means={
        "Sprout": ("child_name",),
        "Moon": ("period",),
        "Branch of help": ("service_type",),
        "Came on": ("service_date",),
        "Door in": ("start_time",),
        "Door out": ("end_time",),
        "Brought by": ("other",),
        "Keeper of this page": ("signature_provider",),
        "Put down on": ("signed_date",),
    },
    copies=(
        {
            "child": "Omar Sample",
            "month": "March 2026",
            "service": "Physical therapy",
            "date1": "3/3/2026",
            "in1": "9:00 AM",
            "out1": "9:30 AM",
            "by1": "Grandmother",
            "date2": "3/10/2026",
            "in2": "9:00 AM",
            "out2": "9:30 AM",
            "by2": "Grandmother",
            "date3": "3/17/2026",
            "in3": "9:00 AM",
            "out3": "10:00 AM",
            "by3": "Grandmother",
            "signature": "Electronically signed by Kim Mock, DPT",
            "signed": "3/31/2026",
        },
        {
            "child": "Mia Test",
            "month": "April 2026",
            "service": "Occupational therapy",
            "date1": "4/1/2026",
            "in1": "1:00 PM",
            "out1": "1:30 PM",
            "by1": "Grandmother",
            "date2": "4/8/2026",
            "in2": "1:15 PM",
            "out2": "1:45 PM",
            "by2": "Grandmother",
            "signature": "/s/ Pat Mock, OTR/L",
            "signed": "4/30/2026",
        },
    ),
    asked={
        "child": "DOC004",
        "service": "DOC008",
        "date2": "DAT001",
        "in2": "TIM001",
        "out1": "TIM001",
        "signature": "SIG001",
        "signed": "SIG002",
    },
)

# --- with form fields: a draft of an IEP -----------------------------------------------------------------------------

_SHORT = (
    ("Little scholar", "child", 200),
    ("We sat down on", "meeting", 100),
    ("Wheels turn from", "start", 100),
    ("We look again by", "review", 100),
)
_LONG = (
    ("Where the scholar stands today", "levels"),
    ("What the scholar will reach this year", "goal"),
    ("How the family hears of it", "reports"),
    ("Time with other children", "participation"),
)
_LINE = (("Helping hand", "service", 150), ("How many times", "frequency", 110), ("How long each", "length", 90))
_SERVICE = (*_LINE, ("Under which roof", "place", 120))


def _scholars(values: Values) -> bytes:
    """A form field behind, or below, each label; a row of fields under the heads of a ruled table."""

    def field(canvas: Canvas, name: str, x: float, y: float, size: tuple[float, float]) -> None:
        value = "\n".join(textwrap.wrap(values.get(name, ""), 90))
        flags = "multiline" if size[1] > 20 else ""
        canvas.acroForm.textfield(
            name=name,
            value=value,
            x=x,
            y=y,
            width=size[0],
            height=size[1],
            fontSize=10,
            borderWidth=0,
            fieldFlags=flags,
        )

    def page(canvas: Canvas) -> None:
        canvas.drawString(_LEFT, 750, "Lantern Hill Little School")
        canvas.drawString(_LEFT, 734, "Draft path for a little scholar")
        y = 710
        for label, name, width in _SHORT:
            canvas.drawString(_LEFT, y, f"{label}:")
            field(canvas, name, _LEFT + 120, y - 4, (width, 16))
            y -= 22
        for label, name in _LONG:
            canvas.drawString(_LEFT, y, f"{label}:")
            field(canvas, name, _LEFT, y - 46, (500, 40))
            y -= 66
        x, width = _LEFT, sum(each for *_, each in _SERVICE)
        for line in (y + 6, y - 16, y - 38):
            canvas.line(_LEFT, line, _LEFT + width, line)
        for label, name, column in (*_SERVICE, ("", "", 0)):
            canvas.line(x, y + 6, x, y - 38)
            canvas.drawString(x + 4, y - 10, label)
            if name:
                field(canvas, name, x + 2, y - 36, (column - 4, 18))
            x += column
        y -= 70
        canvas.drawString(_LEFT, y, "Drawn up by the hand of:")
        field(canvas, "signature", _LEFT + 140, y - 4, (260, 16))
        canvas.drawString(_LEFT, y - 24, "Drawn up on:")
        field(canvas, "signed", _LEFT + 140, y - 28, (100, 16))

    return drawn(page)


SCHOLARS = Layout(
    name="lantern-hill-path",
    ending="pdf",
    kind="draft_iep",
    base="ny-preschool",
    draw=_scholars,
    means={
        "Little scholar": ("child_name",),
        "We sat down on": ("meeting_date",),
        "Wheels turn from": ("start_date",),
        "We look again by": ("review_date",),
        "Where the scholar stands today": ("present_levels",),
        "What the scholar will reach this year": ("annual_goal",),
        "How the family hears of it": ("progress_reports",),
        "Time with other children": ("participation",),
        "Helping hand": ("service",),
        "How many times": ("frequency",),
        "How long each": ("duration",),
        "Under which roof": ("place",),
        "Drawn up by the hand of": ("signature_preparer",),
        "Drawn up on": ("signed_date",),
    },
    copies=(
        {
            "child": "Omar Sample",
            "meeting": "5/20/2026",
            "start": "9/8/2026",
            "review": "5/12/2027",
            "levels": "Omar uses two words together and is understood by his family about half of the time.",
            "goal": "In one year Omar will use four-word sentences in 8 of 10 trials over three sessions.",
            "reports": "In writing with each of the four report cards.",
            "participation": "Omar is with children without disabilities all day in his preschool class.",
            "service": "Speech/Language Therapy",
            "frequency": "2 x weekly",
            "length": "30 minutes",
            "place": "Preschool",
            "signature": "Electronically signed by Dana Example, MS, CCC-SLP",
            "signed": "5/20/2026",
        },
        {
            "child": "Mia Test",
            "meeting": "4/14/2026",
            "start": "7/6/2026",
            "review": "4/13/2027",
            "levels": "Mia holds a crayon with her fist and draws lines; she needs help with buttons and zippers.",
            "goal": "In one year Mia will copy a circle and a cross in 4 of 5 trials as seen by the therapist.",
            "reports": "The therapist writes a progress report to the parents every ten weeks.",
            "participation": "Mia leaves her class of children without disabilities for one hour a week.",
            "service": "Occupational Therapy",
            "frequency": "2 x weekly",
            "length": "30 minutes",
            "place": "Home",
            "signature": "/s/ Pat Mock, OTR/L",
            "signed": "4/14/2026",
        },
    ),
    asked={
        "child": "DOC004",
        "meeting": "DAT005",
        "start": "DAT006",
        "review": "DAT007",
        "levels": "IEP001",
        "goal": "IEP002",
        "reports": "IEP004",
        "participation": "IEP006",
        "frequency": "IEP005",
        "length": "IEP005",
        "place": "IEP005",
        "signature": "SIG001",
        "signed": "SIG002",
    },
)
