"""A source's text taken apart: each numbered item, bullet, row of a table, footnote and paragraph, with its place."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBERED = re.compile(r"(\d{1,2}|[a-z])[.)]\s")
_FOOTNOTE = re.compile(r"\[(\d+)\]")
_BULLET = re.compile(r"[•·✓➢*o-]\s|\*(?=\w)")
_WORD = re.compile(r"[^\W_]+")
_HEADING = re.compile(r"#{1,3} +(?P<name>.+)")


@dataclass(frozen=True, slots=True)
class Shape:
    """How one text is laid out, where the text itself does not show it.

    `sections` are pairs in the order of the text: how the first line of a section begins, and the section's name in the
    table. That line is a heading if nothing else stands in it, or if "…" follows its beginning here; else it is an item
    too. `continued` are beginnings of lines that belong to the item before. `rows` says which cells begin a row of a
    table that has no blank row between its rows.
    """

    sections: tuple[tuple[str, str], ...] = ()
    continued: tuple[str, ...] = ()
    rows: str = r"(?!)"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a text. `locator` says where a reader finds it: the section, what it is, and which one."""

    locator: str
    text: str

    @property
    def fingerprint(self) -> str:
        """Twelve signs that change with the item's words, and with nothing else (spaces, case, punctuation)."""
        words = _WORD.findall(unicodedata.normalize("NFKC", self.text).casefold())
        return hashlib.sha256(" ".join(words).encode()).hexdigest()[:12]


def split(text: str, shape: Shape) -> list[Item]:
    """All items of a plain text, in its order.

    Raises `ValueError` if a section of the shape does not stand in the text.
    """
    sections = list(shape.sections)
    section = "Beginning"
    counts: Counter[str] = Counter()
    found: list[Item] = []
    for line, is_row in _lines(text, shape):
        is_heading = False
        if sections and line.startswith(sections[0][0].removesuffix("…")):
            begins, section = sections.pop(0)
            is_heading = begins.endswith("…") or line == begins
        if is_heading or not _WORD.search(line):
            continue
        found.append(Item(_locator(section, line, counts, is_row=is_row), line))
    if sections:
        raise ValueError(f"no line begins with “{sections[0][0]}”, in this order")
    return found


def split_facts(text: str) -> list[Item]:
    """The facts of a fact sheet: its bullets, each in the section of the heading above it."""
    section = "Beginning"
    counts: Counter[str] = Counter()
    found: list[Item] = []
    for line in text.splitlines():
        if heading := _HEADING.match(line):
            section = heading["name"].strip()
        elif line.startswith("- "):
            counts[section] += 1
            found.append(Item(f"{section}, fact {counts[section]}", line[2:].strip()))
    return found


def _lines(text: str, shape: Shape) -> Iterator[tuple[str, bool]]:
    """The lines of a text with what goes on in the next line put together; whether each is a row of a table."""
    parts: list[str] = []
    was_row = False
    for raw in text.splitlines():
        line = " ".join(raw.split())
        is_row = line.startswith("|")
        if is_row:
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            line = " ".join(filter(None, cells))
            begins = not was_row or bool(re.match(shape.rows, line))
        else:
            begins = bool(line) and not line.startswith(shape.continued or ("\0",))
        if not line:
            # A blank row ends a row of a table; an empty line is only space.
            if is_row and parts:
                yield " ".join(parts), was_row
                parts, was_row = [], False
            continue
        if parts and (begins or is_row != was_row):
            yield " ".join(parts), was_row
            parts = []
        parts.append(line)
        was_row = is_row
    if parts:
        yield " ".join(parts), was_row


def _locator(section: str, line: str, counts: Counter[str], *, is_row: bool) -> str:
    """Where an item is: by its own number if it has one, or by counting those of its sort in the section."""
    if footnote := _FOOTNOTE.match(line):
        return f"{section}, footnote {footnote[1]}"
    if not is_row and (number := _NUMBERED.match(line)):
        place = f"{section}, item {number[1]}"
        counts[place] += 1
        return place if counts[place] == 1 else f"{place}, occurrence {counts[place]}"
    kind = f"{section}, {'row' if is_row else 'bullet' if _BULLET.match(line) else 'paragraph'}"
    counts[kind] += 1
    return f"{kind} {counts[kind]}"
