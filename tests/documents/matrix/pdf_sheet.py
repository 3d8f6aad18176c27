"""A sheet of paper to print on: what stands where, and two ways to make a PDF of it.

`by_reportlab` is a program's output as people have it; `by_hand` writes each object itself, for fields, notes and fonts
that no library makes on purpose. All places are in points from the lower left corner of a letter page.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.documents.matrix.variants import Item, Pair, Paper, paper
from tests.documents.paper_docx import tiny_png

LEFT, TOP, STEP, SECOND, LONG = 50.0, 740.0, 22.0, 280.0, 375.0
REGULAR, BOLD, TYPEWRITER, DINGBATS = "Helvetica", "Helvetica-Bold", "Courier", "ZapfDingbats"
LONGEST = 30
SYMBOLS = "Wingdings-Regular"
"""A font of which only the name and the codes are in the file, as Word's export to PDF leaves it."""
_WIDTH = 88


@dataclass(frozen=True, slots=True)
class Text:
    """Words on one line."""

    x: float
    y: float
    words: str
    font: str = REGULAR
    size: float = 11
    invisible: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; `closed` leads back to the first, `filled` is painted black, `curved` with curves."""

    points: tuple[tuple[float, float], ...]
    closed: bool = False
    filled: bool = False
    curved: bool = False
    colour: tuple[float, float, float] | None = None
    """A filling of another colour, without an outline."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a signature."""

    x: float
    y: float
    width: float = 90
    height: float = 20


@dataclass(frozen=True, slots=True)
class Field:
    """A form field with a text, made by reportlab. `kind`: text, multiline, choice, list, box, radio."""

    x: float
    y: float
    width: float
    name: str
    value: str
    kind: str = "text"


Thing = Text | Stroke | Picture | Field


@dataclass(slots=True)
class Sheet:
    """One page in the making; `y` is where the next line stands."""

    things: list[Thing] = field(default_factory=list)
    annotations: list[str] = field(default_factory=list)
    """Objects of their own, for `by_hand`: each a dictionary as it stands in the file."""
    objects: list[str] = field(default_factory=list)
    """More objects, which stand behind the annotations."""
    y: float = TOP
    left: float = LEFT
    narrow: bool = False
    """Whether it prints in the left half of the page alone, one label a line."""

    def text(self, x: float, words: str, *, y: float | None = None, font: str = REGULAR, size: float = 11) -> float:
        """Print words at `x` from the left margin; gives the place behind them."""
        self.things.append(Text(self.left + x, self.y if y is None else y, words, font, size))
        return x + float(stringWidth(words, font if font in (REGULAR, BOLD, TYPEWRITER) else REGULAR, size))

    def stroke(self, *points: tuple[float, float], closed: bool = False, filled: bool = False) -> None:
        """Draw straight lines through points, from the left margin."""
        self.things.append(Stroke(tuple((self.left + x, y) for x, y in points), closed, filled))

    def rectangle(self, x: float, y: float, width: float, height: float, *, filled: bool = False) -> None:
        """Draw a rectangle."""
        self.stroke((x, y), (x + width, y), (x + width, y + height), (x, y + height), closed=True, filled=filled)

    def rule(self, x: float, width: float) -> None:
        """Draw a line to write on."""
        self.stroke((x, self.y - 2), (x + width, self.y - 2))

    def down(self, step: float = STEP) -> None:
        """Go to the next line."""
        self.y -= step

    def line(self, *pairs: Pair) -> None:
        """Print labels with their values behind colons, in columns."""
        if len(pairs) == 1 or self.narrow:
            for label, value in pairs:
                self.running(f"{label}: {value}")
            return
        for x, (label, value) in zip(columns_of(pairs), pairs, strict=True):
            self.text(x, f"{label}: {value}")
        self.down()

    def running(self, words: str) -> None:
        """Print words that run on below where the line is full."""
        for number, piece in enumerate(textwrap.wrap(words, 44 if self.narrow else _WIDTH) or [""]):
            if number:
                self.down(14)
            self.text(0, piece)
        self.down()


Place = Callable[[Sheet], None]


def columns_of(pairs: Sequence[Pair]) -> tuple[float, ...]:
    """Where the columns of a line begin: the second one further right where the first may be long."""
    label, value = pairs[0]
    long = label.startswith("Coordinator") or len(value) > LONGEST
    return (0.0, LONG if long else SECOND)[: len(pairs)]


def sheet_of(item: Item, place: Place, *, narrow: bool = False) -> Sheet:
    """The item's paper on one page, with `place` to print the item's own place."""
    sheet = Sheet(narrow=narrow)
    form: Paper = paper(item)
    sheet.running(form.agency)
    sheet.text(0, form.title, font=BOLD, size=11 if narrow else 13)
    sheet.down()
    for pairs in form.above:
        sheet.line(*pairs)
    if form.heading:
        sheet.text(0, form.heading[0], font=BOLD, size=9 if narrow else 11)
        sheet.down()
        for words in form.heading[1]:
            sheet.running(words)
    place(sheet)
    for pairs in form.below:
        sheet.line(*pairs)
    return sheet


# --- printed by reportlab --------------------------------------------------------------------------------------------


def by_reportlab(*sheets: Sheet, turn: int = 0) -> bytes:
    """The sheets as reportlab writes them; turned pages are drawn so that they read upright."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=letter, invariant=True)
    for sheet in sheets:
        if turn:
            canvas.setPageRotation(turn)
            _turn(canvas, turn)
        for thing in sheet.things:
            _draw(canvas, thing)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _turn(canvas: Canvas, turn: int) -> None:
    """Letters stand upright on a page that is shown turned; the sheet's content is moved into the turned page."""
    width, height = letter
    if turn == 90:
        canvas.setPageSize((height, width))
        canvas.transform(0, 1, -1, 0, height, 0)
    elif turn == 180:
        canvas.transform(-1, 0, 0, -1, width, height)
    else:
        canvas.setPageSize((height, width))
        canvas.transform(0, -1, 1, 0, 0, width)


def _draw(canvas: Canvas, thing: Thing) -> None:
    match thing:
        case Text():
            canvas.saveState()  # else letters that are not painted would hide all that follow
            canvas.setFont(thing.font, thing.size)
            text = canvas.beginText(thing.x, thing.y)
            text.setTextRenderMode(3 if thing.invisible else 0)
            text.textOut(thing.words)
            canvas.drawText(text)
            canvas.restoreState()
        case Stroke():
            _stroke(canvas, thing)
        case Picture():
            canvas.drawImage(ImageReader(io.BytesIO(tiny_png())), thing.x, thing.y, thing.width, thing.height)
        case Field():
            _field(canvas, thing)


def _stroke(canvas: Canvas, thing: Stroke) -> None:
    path = canvas.beginPath()
    path.moveTo(*thing.points[0])
    if thing.curved:
        for index in range(1, len(thing.points) - 2, 3):
            path.curveTo(*thing.points[index], *thing.points[index + 1], *thing.points[index + 2])
    else:
        for point in thing.points[1:]:
            path.lineTo(*point)
    if thing.closed:
        path.close()
    if thing.colour:
        canvas.setFillColorRGB(*thing.colour)
    canvas.drawPath(path, stroke=not thing.colour, fill=thing.filled or bool(thing.colour))
    canvas.setFillGray(0)


def _field(canvas: Canvas, thing: Field) -> None:
    form = canvas.acroForm
    if thing.kind == "box":
        form.checkbox(name=thing.name, checked=bool(thing.value), x=thing.x, y=thing.y - 2, size=12)
    elif thing.kind == "radio":
        group, _, own = thing.name.partition("/")
        form.radio(name=group, value=own, selected=bool(thing.value), x=thing.x, y=thing.y - 2, size=12)
    elif thing.kind in ("choice", "list"):
        make = form.choice if thing.kind == "choice" else form.listbox
        options = [" ", "Dana Smith, OTR/L", thing.value] if thing.value else [" ", "Dana Smith, OTR/L"]
        make(
            name=thing.name, value=thing.value or " ", options=options, x=thing.x, y=thing.y - 4, width=thing.width,
            height=16, fontSize=10, borderWidth=0,
        )  # fmt: skip
    else:
        tall = thing.kind == "multiline"
        form.textfield(
            name=thing.name, value=thing.value, x=thing.x, y=thing.y - (34 if tall else 4), width=thing.width,
            height=46 if tall else 16, fontSize=10, borderWidth=0, fieldFlags="multiline" if tall else "",
        )  # fmt: skip


# --- written by hand -------------------------------------------------------------------------------------------------

_FONTS = {REGULAR: "F1", BOLD: "F2", TYPEWRITER: "F3", DINGBATS: "F4"}


def by_hand(sheet: Sheet, *, turn: int = 0, resources: str = "", fonts: Sequence[str] = (), signed: str = "") -> bytes:
    """One sheet, written object by object.

    Objects: 1 catalogue, 2 pages, 3 page, 4 content, 5 to 8 the fonts; then the sheet's annotations from 9 on, then its
    other objects. `fonts`: more fonts as dictionaries, called F5, F6 and so on; they are objects behind these.
    """
    first = 9
    after = first + len(sheet.annotations) + len(sheet.objects)
    refs = " ".join(f"{first + number} 0 R" for number in range(len(sheet.annotations)))
    fields = " ".join(
        f"{first + number} 0 R"
        for number, each in enumerate((*sheet.annotations, *sheet.objects))
        if "/FT" in each and "/T (" in each
    )
    content = "\n".join(_operators(thing, sheet) for thing in sheet.things).encode("cp1252")
    own = " ".join(f"/F{5 + number} {after + number} 0 R" for number in range(len(fonts)))
    base = (REGULAR, BOLD, TYPEWRITER, DINGBATS)
    named = " ".join(f"/{_FONTS[name]} {5 + number} 0 R" for number, name in enumerate(base))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{fields}] {signed} >> >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Annots [{refs}] /Rotate {turn}"
        f" /Resources << /Font << {named} {own} >> {resources} >> >>".encode(),
        f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream",
        *(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name}"
            f"{'' if name == DINGBATS else ' /Encoding /WinAnsiEncoding'} >>".encode()
            for name in base
        ),
        *(each.encode("latin-1") for each in (*sheet.annotations, *sheet.objects, *fonts)),
    ]
    return assembled(objects)


def assembled(objects: Sequence[bytes]) -> bytes:
    """A PDF file of these objects, counted from 1; the first is its catalogue."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


def symbol_font(codes: dict[int, int], name: str = SYMBOLS, *, at: int) -> tuple[str, str]:
    """A font that is not in the file, and the table (object `at`) that tells what its codes are in Unicode."""
    pairs = "\n".join(f"<{code:02X}> <{unicode_hex(letter)}>" for code, letter in codes.items())
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{len(codes)} beginbfchar\n{pairs}\nendbfchar\n"
        "endcmap end end"
    )
    widths = " ".join(["800"] * 256)
    font = (
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /FirstChar 0 /LastChar 255 /Widths [{widths}]"
        f" /Encoding /WinAnsiEncoding /ToUnicode {at} 0 R >>"
    )
    return font, f"<< /Length {len(table)} >>\nstream\n{table}\nendstream"


def unicode_hex(letter: int) -> str:
    """A letter's code as UTF-16 in hexadecimal."""
    return chr(letter).encode("utf-16-be").hex().upper()


def _operators(thing: Thing, sheet: Sheet) -> str:
    match thing:
        case Text():
            words = thing.words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            font = _FONTS.get(thing.font, thing.font)
            mode = "3 Tr " if thing.invisible else "0 Tr "
            return f"BT /{font} {thing.size} Tf {mode}{thing.x} {thing.y} Td ({words}) Tj ET"
        case Stroke():
            first, *others = thing.points
            lines = " ".join(f"{x} {y} l" for x, y in others)
            return f"{first[0]} {first[1]} m {lines} {'h ' if thing.closed else ''}{'b' if thing.filled else 'S'}"
        case _:
            raise TypeError(thing)
