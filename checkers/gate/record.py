"""A sheet read again: what it says of which files, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from checkers.gate.sheet import ABOUT, CHECKED_ON, DOCUMENTS, FOLDER, NO_SUM, SEAL, Row, seal_of, shown
from checkers.guard import recognise
from checkers.layout import Table
from checkers.unreadable import Unreadable

_NO_SHEET = "it is no sheet that “tandem gate” wrote, or its tables were changed beyond reading."


_END = b"</html>"


class NoSheet(Exception):
    """It is no sheet; the message says why."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a sheet holds: where its batch is as seen from it, the day, each document with its sum, in order.

    `whole`: the sum of the sheet's own tables is that which is printed on it.
    """

    folder: str
    checked_on: str
    documents: tuple[tuple[str, str], ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """The documents of a sheet, and of the folder now, by what became of them."""

    same: tuple[str, ...]
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...]
    without_sum: tuple[str, ...]
    """They could not be opened when the sheet was made, so nothing can be said of them."""

    @property
    def is_same(self) -> bool:
        """Whether all files are the same, and none is new."""
        return not (self.changed or self.missing or self.added or self.without_sum)


def read_sheet(data: bytes, name: str) -> Record:
    """The record in a sheet's content; its name tells whether it is a web page.

    Raises:
        NoSheet: it is none.
    """
    is_page = PurePath(name).suffix.lower() in (".html", ".htm")
    tables = [table for table in (_of_page(data) if is_page else _of_word(data, name)) if table]
    about, documents, seal = (_only(heads, tables) for heads in (ABOUT, DOCUMENTS, SEAL))
    facts = {row[0]: row[-1] for row in about}
    if not {FOLDER, CHECKED_ON} <= facts.keys() or len(seal) != 1:
        raise NoSheet(_NO_SHEET)
    path, total = DOCUMENTS.index("Document"), DOCUMENTS.index("SHA-256")
    return Record(
        facts[FOLDER],
        facts[CHECKED_ON],
        tuple((row[path], row[total].lower()) for row in documents),
        seal[0][0] == seal_of(tables),
    )


def compare(record: Record, found: Iterable[tuple[str, str]]) -> Comparison:
    """Hold the documents of a sheet against those of its folder now, each by its path as `shown` and its sum."""
    before, now = _by_path(record.documents), _by_path(found)
    both = [path for path in before if path in now]
    without_sum = tuple(path for path in both if NO_SUM in before[path])
    same = tuple(path for path in both if path not in without_sum and before[path] == now[path])
    return Comparison(
        same,
        tuple(path for path in both if path not in without_sum and path not in same),
        tuple(path for path in before if path not in now),
        tuple(path for path in now if path not in before),
        without_sum,
    )


def _by_path(documents: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The sums under each path; under one, if two paths look alike, those of both."""
    sums: dict[str, list[str]] = {}
    for path, total in documents:
        sums.setdefault(path, []).append(total)
    return {path: sorted(totals) for path, totals in sums.items()}


def _only(heads: Row, tables: Sequence[Sequence[Row]]) -> Sequence[Row]:
    """The rows of the one table with those heads."""
    found = [table for table in tables if table[0] == heads]
    if len(found) != 1 or any(len(row) != len(heads) for row in found[0]):
        raise NoSheet(_NO_SHEET)
    return found[0][1:]


def _of_word(data: bytes, name: str) -> list[list[Row]]:
    from checkers.readers.word import read_word  # noqa: PLC0415 - loads lxml

    try:
        if recognise(data, name) != "docx":
            raise NoSheet(_NO_SHEET)
        reading = read_word(data)
    except Unreadable as refusal:
        raise NoSheet(str(refusal)) from None
    return [
        [tuple(shown(" ".join(line.text for line in cell.lines)) for cell in row.cells) for row in block.rows]
        for block in reading.blocks
        if isinstance(block, Table)
    ]


def _of_page(data: bytes) -> list[list[Row]]:
    from lxml.etree import ParserError, XMLSyntaxError  # noqa: PLC0415 - loads with the first page
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415 - the same

    if data.count(_END) != 1 or not data.rstrip().endswith(_END):  # a browser would show what the library leaves out
        raise NoSheet(_NO_SHEET)
    try:
        page = document_fromstring(data, parser=HTMLParser(encoding="utf-8"))
    except (ParserError, XMLSyntaxError, ValueError):
        raise NoSheet(_NO_SHEET) from None
    return [
        [tuple(shown("".join(map(str, cell.itertext()))) for cell in row.iter("th", "td")) for row in table.iter("tr")]
        for table in page.iter("table")
    ]
