"""What PDFium tells of a file's pages.

Runs in the child process alone (`child.py`): a hostile file can make the library take all memory or end its process.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as c

from checkers.layout import OBJECT, MarkKind
from checkers.readers.bounds import MOST_LETTERS, MOST_PAGES, too_long
from checkers.readers.glyphs import box_of, is_private, is_symbol_font, shown
from checkers.readers.pdf.footnotes import is_small_beside, without_numbers
from checkers.readers.pdf.frame import frame_of
from checkers.readers.pdf.paths import Path, Point, in_pieces
from checkers.readers.pdf.shapes import Page, Piece, Rect, Shape
from checkers.readers.pdf.widgets import signed_by_their_fields, string, widget_of
from checkers.unreadable import Unreadable
from checkers.visible import visible

_MOST_OBJECTS = 60_000
_MOST_LETTERS = 60_000
"""Of a page: those printed, and those in its fields and notes."""
_MOST_FIELDS = 3_000
"""Of a page, with the notes on it; a dense form has two hundred."""
_MOST_SEGMENTS = 4_000
_DEEPEST = 6
_INVISIBLE = c.FPDF_TEXTRENDERMODE_INVISIBLE
_WHOLE_PAGE = 0.8
"""The share of a page from which a picture is the page."""
_FEW_LETTERS = 20
_SLANT = 0.1
"""Letters at a larger angle, in radians, are no part of a line: a watermark, a remark along the margin."""
_PALEST, _DARK = 0.03, 0.5
"""How dark a filling must be to be seen as a line, and to be a mark."""
_SYMBOL_FONTS = ("wingdings 3", "wingdings 2", "wingdings", "webdings", "zapfdingbats", "symbol", "opensymbol")
_ALONE = frozenset("☐☑☒🗹🗵□■▢◻◼◽◾❏❐❑❒▪✓✔✗✘○●◯⬜⬛")
"""Characters that are a word of their own, whatever stands beside them."""
_LETTERS = {0x02: "-", 0xAD: "-", 0x2010: "-", 0x2011: "-"}
"""A hyphen at the end of a line, and its other codes; the library gives the first of them for any."""
_FIRST_HALVES, _SECOND_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
"""Codes of UTF-16, of which two together are a letter beyond its sixteen bits."""
_MARKUP = frozenset({c.FPDF_ANNOT_HIGHLIGHT, c.FPDF_ANNOT_UNDERLINE, c.FPDF_ANNOT_SQUIGGLY, c.FPDF_ANNOT_STRIKEOUT})
_MOST_STRETCHES = 100
"""Of one note; more words are no choice."""
_HIDDEN = c.FPDF_ANNOT_FLAG_HIDDEN | c.FPDF_ANNOT_FLAG_NOVIEW

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def pages_of(data: bytes) -> list[Page]:
    """All pages of a PDF.

    Raises:
        Unreadable: it is locked, damaged, too large to take in, or a form of Adobe's own kind (dynamic XFA).
    """
    document = open_document(data)
    try:
        document.init_forms()
        pages = list(_read_pages(document))
        signed_by_their_fields(document, pages)
    except pypdfium2.PdfiumError as failure:
        raise _refusal(failure) from None
    return pages


def _read_pages(document: Any) -> Iterator[Page]:
    letters = 0
    for number in range(len(document)):
        page = _PageReader(document, document[number]).read()
        letters += sum(len(word.text) for word in page.words)
        if letters > MOST_LETTERS:
            raise too_long()
        yield page


def page_count(data: bytes) -> int:
    """How many pages a PDF has. Raises `Unreadable` as `pages_of` does."""
    return len(open_document(data))


def open_document(data: bytes) -> Any:
    """The library's own document. Raises `Unreadable` as `pages_of` does."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as failure:
        raise _refusal(failure) from None
    if document.get_formtype() == c.FORMTYPE_XFA_FULL:
        raise Unreadable(
            "This PDF is a form of Adobe's own kind (XFA), which only Acrobat can show.",
            "Open it in Acrobat, choose Print, and save it as a PDF; then check that.",
        )
    count = len(document)
    if count == 0:
        raise Unreadable("This PDF has no pages.", "Export it again from the program it was made with.")
    if count > MOST_PAGES:
        raise Unreadable(f"This PDF has more than {MOST_PAGES:,} pages.", "Split it into one file for each child.")
    return document


def _refusal(failure: pypdfium2.PdfiumError) -> Unreadable:
    if failure.err_code in (c.FPDF_ERR_PASSWORD, c.FPDF_ERR_SECURITY):
        return Unreadable(
            "This PDF is locked with a password.",
            "Open it with the password, print it to a new PDF, and check that.",
        )
    return Unreadable("This PDF is damaged.", "Export it again from the program it was made with, and check that.")


@dataclass(frozen=True, slots=True)
class _TextObject:
    """What a text object is set in; `order` counts the objects of the page as they are painted."""

    font: str
    bold: bool
    visible: bool
    order: int


class _PageReader:
    """Takes in one page: its objects first (what is drawn, and how each text is set), then its letters and fields."""

    def __init__(self, document: Any, page: Any) -> None:
        self.form = document.formenv
        self.page = page
        self.frame = frame_of(page)
        self.result = Page(page.get_width(), page.get_height())
        self.texts: dict[int, _TextObject] = {}
        self.objects = 0
        self.last_image = -1

    def read(self) -> Page:
        """The page with all that stands on it."""
        self._objects(_IDENTITY, c.FPDFPage_CountObjects(self.page), self._of_page, 0)
        hidden, first_text = self._letters()
        self._annotations()
        area = self.result.width * self.result.height
        largest = max((each.width * each.height for each in self.result.images), default=0.0)
        letters = sum(len(word.text) for word in self.result.words)
        covered = largest > _WHOLE_PAGE * area
        behind = hidden or self.last_image > first_text >= 0
        fields = any(widget.value or widget.checked is not None for widget in self.result.widgets)
        self.result.scanned = not fields and covered and (letters < _FEW_LETTERS or behind)
        self.result.images = [each for each in self.result.images if each.width * each.height < area / 2]
        return self.result

    # --- what is drawn ---

    def _of_page(self, index: int) -> Any:
        return c.FPDFPage_GetObject(self.page, index)

    def _objects(self, matrix: Matrix, count: int, get: Any, depth: int) -> None:
        for index in range(count):
            self.objects += 1
            if self.objects > _MOST_OBJECTS:
                raise _too_much()
            item = get(index)
            kind = c.FPDFPageObj_GetType(item)
            if kind == c.FPDF_PAGEOBJ_TEXT:
                self.texts[_address(item)] = self._text_object(item)
            elif kind == c.FPDF_PAGEOBJ_IMAGE:
                self._image(item, matrix)
            elif kind == c.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix)
            elif kind == c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = _times(_matrix_of(item), matrix)
                self._objects(inner, c.FPDFFormObj_CountObjects(item), _getter(item), depth + 1)

    def _text_object(self, item: Any) -> _TextObject:
        font = c.FPDFTextObj_GetFont(item)
        buffer = ctypes.create_string_buffer(128)
        name = ""
        if font and c.FPDFFont_GetBaseFontName(font, buffer, 128):
            name = buffer.value.decode("latin-1").split("+")[-1].lower()
        bold = "bold" in name or "black" in name or "heavy" in name
        bare = name.replace("-", "").replace(" ", "")
        symbol = next((each for each in _SYMBOL_FONTS if bare.startswith(each.replace(" ", ""))), "")
        seen = c.FPDFTextObj_GetTextRenderMode(item) != _INVISIBLE
        return _TextObject(symbol, bold, seen, self.objects)

    def _image(self, item: Any, matrix: Matrix) -> None:
        own = _times(_matrix_of(item), matrix)
        corners = [_apply(own, x, y) for x in (0.0, 1.0) for y in (0.0, 1.0)]
        place = self.frame.rect(
            min(x for x, _ in corners), min(y for _, y in corners),
            max(x for x, _ in corners), max(y for _, y in corners),
        )  # fmt: skip
        self.result.images.append(place)
        if place.width * place.height > _WHOLE_PAGE * self.result.width * self.result.height:
            self.last_image = self.objects

    def _path(self, item: Any, matrix: Matrix) -> None:
        own = _times(_matrix_of(item), matrix)
        count = c.FPDFPath_CountSegments(item)
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        c.FPDFPath_GetDrawMode(item, fill, stroke)
        shade = _darkness(item) if fill.value else 0.0
        if shade < _PALEST and not stroke.value:
            return
        dark = shade > _DARK
        for path in self._subpaths(item, own, min(count, _MOST_SEGMENTS)):
            strokes, shapes = in_pieces(path, dark=dark, stroked=bool(stroke.value))
            self.result.strokes += strokes
            self.result.shapes += shapes
            if not dark and not stroke.value and path.closed:
                self.result.shades.append(path.place)

    def _subpaths(self, item: Any, matrix: Matrix, count: int) -> Iterator[Path]:
        x, y = ctypes.c_float(), ctypes.c_float()
        points: list[Point] = []
        curved = False
        for index in range(count):
            segment = c.FPDFPath_GetPathSegment(item, index)
            c.FPDFPathSegment_GetPoint(segment, x, y)
            kind = c.FPDFPathSegment_GetType(segment)
            if kind == c.FPDF_SEGMENT_MOVETO and points:
                yield Path(tuple(points), curved)
                points, curved = [], False
            curved = curved or kind == c.FPDF_SEGMENT_BEZIERTO
            points.append(self.frame.point(*_apply(matrix, x.value, y.value)))
            if c.FPDFPathSegment_GetClose(segment) and points:
                points.append(points[0])
        if points:
            yield Path(tuple(points), curved)

    # --- letters ---

    def _letters(self) -> tuple[bool, int]:
        """Gather the letters to words. Gives whether any is invisible, and when the first text is painted (or -1)."""
        text = self.page.get_textpage()
        count = c.FPDFText_CountChars(text)
        if count > _MOST_LETTERS:
            raise _too_much()
        words = _Words()
        slanted: list[str] = []
        hidden, first = False, -1
        half = 0
        box = c.FS_RECTF()
        level: dict[int, bool] = {}  # by text object: all its letters stand at one angle
        for index in range(count):
            code = c.FPDFText_GetUnicode(text, index)
            if code in _FIRST_HALVES:
                half = code
                continue
            if half and code in _SECOND_HALVES:
                code = 0x10000 + (half - _FIRST_HALVES.start) * 0x400 + code - _SECOND_HALVES.start
            half = 0
            letter = _LETTERS.get(code) or (chr(code) if 0 < code <= 0x10FFFF else "\ufffd")
            if letter.isspace() or c.FPDFText_IsGenerated(text, index) == 1:
                words.end()
                if slanted and slanted[-1] != " ":
                    slanted.append(" ")
                continue
            at = _address(c.FPDFText_GetTextObject(text, index))
            setting = self.texts.get(at) or _PLAIN
            if at not in level:
                hidden = hidden or not setting.visible
                first = setting.order if first < 0 else min(first, setting.order)
                level[at] = self._is_level(c.FPDFText_GetCharAngle(text, index))
            if not setting.visible:
                continue
            if not level[at]:
                slanted.append(letter)
                continue
            c.FPDFText_GetLooseCharBox(text, index, box)
            words.add(letter, self.frame.rect(box.left, box.bottom, box.right, box.top), setting)
        words.end()
        self.result.words = without_numbers(words.done)
        self.result.slanted = ["".join(slanted).strip()] if slanted else []
        return hidden, first

    def _is_level(self, angle: float) -> bool:
        """Whether letters at an angle, in radians, are upright on the page as it is shown."""
        turned = (angle + self.frame.turn * math.pi / 2) % (2 * math.pi)
        return bool(min(turned, 2 * math.pi - turned) <= _SLANT)

    # --- fields and notes ---

    def _annotations(self) -> None:
        letters = 0
        count = c.FPDFPage_GetAnnotCount(self.page)
        if count > _MOST_FIELDS:
            raise _too_much()
        for index in range(count):
            annotation = c.FPDFPage_GetAnnot(self.page, index)
            if annotation and not c.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
                letters += self._annotation(annotation)
            c.FPDFPage_CloseAnnot(annotation)
            if letters > _MOST_LETTERS:
                raise _too_much()

    def _annotation(self, annotation: Any) -> int:
        """Take in a field or a note; gives how many letters it holds."""
        kind = c.FPDFAnnot_GetSubtype(annotation)
        bounds = c.FS_RECTF()
        c.FPDFAnnot_GetRect(annotation, bounds)
        place = self.frame.rect(
            min(bounds.left, bounds.right), min(bounds.bottom, bounds.top),
            max(bounds.left, bounds.right), max(bounds.bottom, bounds.top),
        )  # fmt: skip
        if kind == c.FPDF_ANNOT_WIDGET and self.form:
            if widget := widget_of(self.form, annotation, place):
                self.result.widgets.append(widget)
                return len(widget.value)
        elif kind == c.FPDF_ANNOT_INK:
            self.result.notes.append(Piece(OBJECT, place, mark=MarkKind.INK, how="ink"))
        elif kind in (c.FPDF_ANNOT_LINE, c.FPDF_ANNOT_POLYLINE):
            self.result.shapes.append(Shape(place, "ink"))
        elif kind == c.FPDF_ANNOT_CIRCLE:
            self.result.shapes.append(Shape(place, "ink", ring=True))
        elif kind in _MARKUP:
            self._markup(kind, self._stretches(annotation))
        elif kind == c.FPDF_ANNOT_STAMP:
            self.result.notes.append(Piece(OBJECT, place, mark=MarkKind.PICTURE, how="stamp"))
        elif kind == c.FPDF_ANNOT_FREETEXT:
            words = string(lambda buffer, size: c.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size))
            self.result.notes += in_lines(Piece(words, place))
            return len(words)
        return 0

    def _markup(self, kind: int, stretches: Sequence[Rect]) -> None:
        """Take in what a reader's program lays over words, one rectangle for each line of them."""
        if kind == c.FPDF_ANNOT_HIGHLIGHT:
            self.result.shades += stretches
        for place in stretches if kind != c.FPDF_ANNOT_HIGHLIGHT else ():
            y = place.centre[1] if kind == c.FPDF_ANNOT_STRIKEOUT else place.y1
            self.result.strokes.append(Rect(place.x0, y, place.x1, y))

    def _stretches(self, annotation: Any) -> list[Rect]:
        """The places of the words that a note marks."""
        corners = c.FS_QUADPOINTSF()
        found = []
        for index in range(min(c.FPDFAnnot_CountAttachmentPoints(annotation), _MOST_STRETCHES)):
            if c.FPDFAnnot_GetAttachmentPoints(annotation, index, corners):
                across = (corners.x1, corners.x2, corners.x3, corners.x4)
                up = (corners.y1, corners.y2, corners.y3, corners.y4)
                found.append(self.frame.rect(min(across), min(up), max(across), max(up)))
        return found


_IN_A_WORD = 6
"""The share of the letters' height that the white between two letters of a word does not reach."""
_BEHIND_A_FIGURE = 12
"""The same for a capital behind a figure: a tab that is nearly full leaves little between a date and the next label."""


class _Words:
    """Letters as they come, gathered to words by what stands between them."""

    def __init__(self) -> None:
        self.done: list[Piece] = []
        self._text = ""
        self._place = Rect(0, 0, 0, 0)
        self._setting = _PLAIN

    def add(self, letter: str, place: Rect, setting: _TextObject) -> None:
        """Take a letter."""
        symbol = is_symbol_font(setting.font) or is_private(letter) or letter in _ALONE
        if self._text and (symbol or not self._joins(letter, place, setting)):
            self.end()
        if symbol:
            self._symbol(letter, place, setting)
            return
        self._place = self._place.around(place) if self._text else place
        self._text += letter
        self._setting = setting

    def _joins(self, letter: str, place: Rect, setting: _TextObject) -> bool:
        size = max(min(place.height, self._place.height), 1.0)
        gap = place.x0 - self._place.x1
        level = abs(place.centre[1] - self._place.centre[1]) < size / 2
        number = (letter.isdigit() and is_small_beside(place, self._place)) or (
            self._text.isdigit() and is_small_beside(self._place, place)
        )
        widest = size / (_BEHIND_A_FIGURE if self._text[-1:].isdigit() and letter.isupper() else _IN_A_WORD)
        return level and not number and -size < gap < widest and setting.bold == self._setting.bold

    def _symbol(self, letter: str, place: Rect, setting: _TextObject) -> None:
        if found := box_of(setting.font, letter):
            self.done.append(Piece("", place, setting.font, mark=MarkKind.CHECKBOX, checked=found[0], how=found[1]))
            return
        text = letter if letter in _ALONE or (letter.isalnum() and not setting.font) else shown(setting.font, letter)
        self.done.append(Piece(text, place, setting.font))

    def end(self) -> None:
        """End the word that is open, if any."""
        if self._text:
            self.done.append(Piece(visible(self._text), self._place, "", self._setting.bold))
            self._text = ""


_PLAIN = _TextObject("", bold=False, visible=True, order=0)


def in_lines(piece: Piece) -> list[Piece]:
    """A piece whose text has several lines as one piece for each, from the top of its place downwards."""
    lines = [line.strip() for line in piece.text.split("\n")]
    height = min(piece.place.height / max(len(lines), 1), 16.0)
    x0, x1, y0 = piece.place.x0, piece.place.x1, piece.place.y0
    if len(lines) == 1:
        return [Piece(lines[0], piece.place, mark=piece.mark, value=piece.value, how=piece.how)] if lines[0] else []
    return [
        Piece(line, Rect(x0, y0 + number * height, x1, y0 + (number + 1) * height), mark=piece.mark, how=piece.how)
        for number, line in enumerate(lines)
        if line
    ]


def _too_much() -> Unreadable:
    return Unreadable(
        "A page of this PDF holds more than any note or plan can.", "Print it to a new PDF, and check that."
    )


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _matrix_of(item: Any) -> Matrix:
    matrix = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(item, matrix):
        return _IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """First `inner`, then `outer`."""
    a, b, cc, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc, a * ob + b * od, cc * oa + d * oc,
        cc * ob + d * od, e * oa + f * oc + oe, e * ob + f * od + of,
    )  # fmt: skip


def _apply(matrix: Matrix, x: float, y: float) -> Point:
    a, b, cc, d, e, f = matrix
    return a * x + cc * y + e, b * x + d * y + f


def _getter(item: Any) -> Any:
    return lambda index: c.FPDFFormObj_GetObject(item, index)


def _darkness(item: Any) -> float:
    """How dark a filling is, from 0 (white, or seen through) to 1 (black)."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    c.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
    return (1 - (red.value + green.value + blue.value) / 765) * alpha.value / 255
