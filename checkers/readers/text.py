"""Plain text, Markdown and CSV: lines as they are, tables with bars and rows of separated values as tables."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from checkers.layout import OBJECT, Block, Cell, Emphasis, Line, Mark, MarkKind, Place, Reading, Row, Table
from checkers.readers.bounds import MOST_LETTERS, too_long
from checkers.readers.separated import Records, records_at
from checkers.unreadable import Unreadable
from checkers.visible import visible

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]+?)\*\*")
_PICTURE = re.compile(r"!\[[^\]\n]{0,200}\]\([^()\s]+(?:\s+\"[^\"\n]*\")?\)")
_PIPE_ROW = re.compile(r"^\s*\|.*\|\s*$")
_PIPE_RULE = re.compile(r"^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*:?-*:?\s*\|?\s*$")
_BAR = re.compile(r"\s\|(?:\s|$)")
_FEWEST_CELLS = 3
_MOST_BYTES_OF_A_LETTER = 4
_LINE_ENDS = re.compile(r"\r\n|\r|\n|\f|\v|\x85|\u2028|\u2029")


def read_text(data: bytes) -> Reading:
    """Read a text file in UTF-8, UTF-16, UTF-32 (by its byte-order mark) or Windows-1252, with any line ends.

    Raises:
        Unreadable: the bytes are no text, or too much of it.
    """
    if len(data) > MOST_LETTERS * _MOST_BYTES_OF_A_LETTER or len(text := decode(data)) > MOST_LETTERS:
        raise too_long()
    lines = [visible(line.replace("\u00a0", " ").replace("\u00ad", "")) for line in _LINE_ENDS.split(text)]
    return Reading("text", tuple(_blocks(lines)))


def decode(data: bytes) -> str:
    """Turn the bytes of a text file into text. Raises `Unreadable` as `read_text` does."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                raise Unreadable(
                    "The text in this file is damaged.",
                    "Open it in the program it was written with and save it again as UTF-8.",
                ) from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _blocks(lines: Sequence[str]) -> list[Block]:
    blocks: list[Block] = []
    tables = 0
    index = no_records_before = 0
    separated: Records | None = None
    while index < len(lines):
        if index >= no_records_before:
            records = records_at(lines, index)
            no_records_before = records.end
            if records.rows:
                separated = separated or records
                tables += 1
                blocks.append(_separated(records, tables))
                index = records.end
                continue
        end = index
        bars = _bars(lines[index])
        while end < len(lines) and bars and _bars(lines[end]) == bars:
            end += 1
        if end - index >= 2:
            tables += 1
            blocks.append(_table(lines, index, end, tables))
            index = end
            continue
        blocks.append(_line(lines[index], index + 1))
        index += 1
    if separated is None:
        return blocks
    return [_outside(each, separated) if isinstance(each, Line) else each for each in blocks]


def _outside(line: Line, separated: Records) -> Line:
    """A line above or below a table of separated values."""
    text = separated.outside(line.text)
    return line if text == line.text else Line(text, line.place)


def _bars(text: str) -> int:
    """How many cells a row of a table with bars has, framed or not ("| a | b |", "a | b | c"); 0 for no row."""
    if _PIPE_ROW.match(text):
        return -1  # framed rows may differ: a cell may hold a bar, or be left out
    count = len(_BAR.split(text))
    return count if count >= _FEWEST_CELLS else 0


def _line(text: str, number: int) -> Line:
    heading = _HEADING.match(text)
    return _with_pictures(heading[1] if heading else text, Place(line=number), heading=bool(heading))


def _with_pictures(text: str, place: Place, *, heading: bool = False) -> Line:
    """A line without its signs of Markdown; a picture ("![signature](scan.png)") is one `OBJECT`."""
    plain, bold = _without_stars(_PICTURE.sub(OBJECT, text))
    places = [at for at, letter in enumerate(plain) if letter == OBJECT] if plain != text else []
    marks = tuple(Mark(at, at + 1, MarkKind.PICTURE) for at in places)
    return Line(plain, place, marks, heading, emphasis=tuple(Emphasis(*span, "in bold") for span in bold))


def _without_stars(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without the stars around words in bold, and the places of these words."""
    plain, bold, end = "", list[tuple[int, int]](), 0
    for match in _BOLD.finditer(text):
        plain += text[end : match.start()]
        bold.append((len(plain), len(plain) + len(match[1])))
        plain += match[1]
        end = match.end()
    return plain + text[end:], bold


def _separated(records: Records, number: int) -> Table:
    rows = (
        Row(
            tuple(
                Cell(
                    tuple(
                        _with_pictures(text, Place(table=number, row=row, cell=column, line=record.first + 1))
                        for text in texts
                    ),
                    column,
                )
                for column, texts in enumerate(record.cells, start=1)
            )
        )
        for row, record in enumerate(records.rows, start=1)
    )
    return Table(tuple(rows), number)


def _table(lines: Sequence[str], start: int, end: int, number: int) -> Table:
    rows: list[Row] = []
    for index in range(start, end):
        if _PIPE_RULE.match(lines[index]):
            continue
        framed = _PIPE_ROW.match(lines[index])
        cells_of = lines[index].strip()[1:-1].split("|") if framed else _BAR.split(lines[index])
        texts = [text.strip() for text in cells_of]
        cells = tuple(
            Cell(
                (_with_pictures(text, Place(table=number, row=len(rows) + 1, cell=column, line=index + 1)),),
                column,
            )
            for column, text in enumerate(texts, start=1)
        )
        rows.append(Row(cells))
    return Table(tuple(rows), number)
