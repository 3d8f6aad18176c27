"""The standard sections of an IEP or IFSP: which headings stand in a document, and what stands under each.

A heading is a whole line, the words before a colon or dash, or a cell. What follows up to the next heading belongs to
it, whatever smaller headings stand between. The words are in words/sections.toml.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from checkers.document import PLANS, Checkbox, Kind, Section
from checkers.form import OTHER
from checkers.layout import Line, MarkKind, Place, split_segments
from checkers.outcome import Spot
from checkers.understand.templates import goes_on_printed, is_instruction, is_printed, split_request, template_in
from checkers.words import form_meaning, load, plain

_NUMBERING = re.compile(
    r"^[\s#*•·▪>\-–]*(?:(?i:section|part|form)\s+(?:\d{1,2}[A-Ca-c]?|[IVX]{1,4}|[A-H])\b[\s.):\-–—]*"
    r"|(?:\d{1,2}[A-Ca-c]?|[IVX]{1,4}|[A-H])[.)]\s*|\d{1,2}[A-C]?\s+(?=[A-Z]))?"
)
_COUNTED = re.compile(r"\s*(?:#|no\.?|number)?\s*\d{1,2}$", re.IGNORECASE)
"""The number behind a heading: "Goal #2"."""
_BEHIND = re.compile(r"[:?]|\s[-–—]\s")
_CITED = re.compile(r"\[\d+ (?:CFR|U\.?S\.?C\.?)[^\]]*\]\s+(?=\w)")
"""The citation with which a question of the law ends, before an answer on the same line."""
_REMARK = re.compile(r"\([^)]*\)")
_FILLER = re.compile(r"[_\s.…\-–—*|:#]+")
_LONGEST_HEADING = 160
_LONGEST_QUESTION = 400
"""What a form asks for in a whole sentence of the law is longer than a heading."""


@dataclass
class _Open:
    """A section that is being read."""

    key: str
    heading: str
    spot: Spot
    order: int
    last: int
    certain: bool = True
    text: list[str] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)
    template: str = ""
    printing: bool = False
    """Whether the last line was the form's own, so that the next may go on with it."""

    def closed(self) -> Section:
        """The section with all that was found in it."""
        return Section(
            key=self.key,
            heading=self.heading,
            text="\n".join(self.text),
            spot=self.spot,
            order=self.order,
            last=self.last,
            prompt=" ".join(self.prompts),
            template=self.template,
            certain=self.certain,
        )


def find_sections(
    kind: Kind, lines: Sequence[Line], boxes: Sequence[Checkbox], aside: Collection[int]
) -> tuple[Section, ...]:
    """The sections of a plan in document order, "" as `text` of those with nothing under the heading.

    `aside` are the indexes of lines that belong to no section: what names child and dates, and what is signed.
    """
    if kind not in PLANS:
        return ()
    unticked = _unticked(boxes)
    rows = _rows(lines)
    found: list[_Open] = []
    wrapped = -1
    for order, line in enumerate(lines):
        if order in aside or order == wrapped or line.place.part in ("header", "footer"):
            continue
        pieces = list(_pieces(line))
        if _goes_on(kind, order, lines):
            wrapped = order + 1
            pieces = [f"{line.text.strip()} {lines[wrapped].text.strip()}"]
        heads = 0
        for piece in pieces:
            now = found[-1] if found else None
            key, heading, rest = _split(kind, piece, now.key if now else "")
            if key:
                heads += 1
                now = _Open(key, heading, Spot(line.place, line.text.strip()), order, order)
                now.certain = heads == 1 and line.place.part == "body" and not _heads_column(line, rows, kind)
                if heads > 1:
                    found[-1].certain = False
                found.append(now)
            if now is not None:
                _add(now, rest, max(order, wrapped), unticked=order in unticked, placeholder=_is_placeholder(line))
    return tuple(each.closed() for each in found)


def _goes_on(kind: Kind, order: int, lines: Sequence[Line]) -> bool:
    """Whether a heading is wrapped: the line is none by itself, but is one together with the next."""
    if order + 1 >= len(lines) or not lines[order].text.strip() or not lines[order + 1].text.strip():
        return False
    both = f"{lines[order].text.strip()} {lines[order + 1].text.strip()}"
    alone = any(_split(kind, each.text, "")[0] for each in lines[order : order + 2])
    return len(both) <= _LONGEST_HEADING and not alone and bool(_split(kind, both, "")[0])


def _add(section: _Open, words: str, order: int, *, unticked: bool, placeholder: bool) -> None:
    """Put words into a section: as its text, or as what the form prints there itself."""
    section.last = order
    words = words.strip()
    if not _FILLER.sub("", words):
        return
    if placeholder or template_in(words, whole=True):
        section.template = words
    elif unticked:
        section.prompts.append(words)
    elif (
        is_instruction(words) or is_printed(words) or (section.printing and goes_on_printed(section.prompts[-1], words))
    ):
        request, answer = split_request(words, goes_on=section.printing)
        section.prompts.append(request)
        section.printing = not answer
        section.text += [answer] if answer else []
        return
    else:
        section.text.append(words)
    section.printing = False


def _goes_on_asking(section: _Open, words: str) -> bool:
    return section.printing and goes_on_printed(section.prompts[-1], words)


def _is_placeholder(line: Line) -> bool:
    return any(mark.kind is MarkKind.PLACEHOLDER for mark in line.marks)


def _unticked(boxes: Sequence[Checkbox]) -> frozenset[int]:
    """The lines whose boxes are all empty: choices that nobody made."""
    ticked = {box.order for box in boxes if box.checked is not False}
    return frozenset(box.order for box in boxes) - ticked


def _pieces(line: Line) -> Iterator[str]:
    segments = line.segments or split_segments(line.text)
    yield from (line.text[piece.start : piece.end] for piece in segments)


def _split(kind: Kind, piece: str, inside: str) -> tuple[str, str, str]:
    """A piece of a line as the key of the section that it heads ("" for none), its heading, and what stands behind.

    A smaller heading of the section it stands in is left out.
    """
    if _NO_HEADING.search(piece):
        return "", "", piece
    bare = piece[_NUMBERING.match(piece).end() :].strip()  # type: ignore[union-attr]  # it matches the empty string too
    ends = list(_BEHIND.finditer(bare))[:2]
    whole = (bare.rstrip(" :?"), "")
    for head, rest in (whole, *((bare[: end.start()], bare[end.end() :]) for end in ends)):
        if 0 < len(head) <= (_LONGEST_HEADING if rest else _LONGEST_QUESTION):
            if _is_part(kind, head, inside):
                return "", "", rest
            said = not rest and any(bare[end.end() :].strip() for end in ends[:1])
            if key := section_headed(kind, head) or ("" if said or "?" in head else _asked(kind, head)):
                ends_here = None if rest else _CITED.search(head)
                return (
                    (key, head[: ends_here.end()], head[ends_here.end() :]) if ends_here else (key, head.strip(), rest)
                )
    return "", "", piece


_NO_HEADING = re.compile(r"^\s*[☐☒□■☑]|^\s*\[\s*[xX]?\s*\]|\.{4,}\s*\d{1,3}\s*$")
"""A choice to tick, and a line of a table of contents."""


def _names(words: str) -> set[str]:
    """The ways a heading may be written in the table: with and without its remark, without its number."""
    return {_letters(words), _letters(_REMARK.sub(" ", words)), _letters(_COUNTED.sub("", words.strip()))}


def _letters(words: str) -> str:
    """Plain words without their spaces, which are lost on the way out of some PDFs."""
    return plain(words).replace(" ", "")


def section_headed(kind: Kind, words: str) -> str:
    """The key of the section that words head, as a user taught their form or as they stand in the list; "" for none."""
    table = _headings(kind)
    told = form_meaning(words)
    if told == OTHER:
        return ""
    key = _SECTIONS_OF_LABELS.get(told, told) if told else ""
    if key in load("sections")[kind.value]:
        return key
    return next((table[name] for name in _names(words) if name in table), "")


def _asked(kind: Kind, words: str) -> str:
    """The key of the section that a longer heading or a question is for, "" for none."""
    return next((key for key, asks in _asks(kind) if asks.search(plain(words))), "")


def _is_part(kind: Kind, words: str, inside: str) -> bool:
    return bool(inside) and not _names(words).isdisjoint(_parts(kind, inside))


_SECTIONS_OF_LABELS = {"annual_goal": "annual_goals", "outcome": "outcomes", "service": "services"}
"""Labels that head a section too."""


@cache
def _headings(kind: Kind) -> dict[str, str]:
    return {_letters(each): key for key, entry in load("sections")[kind.value].items() for each in entry["headings"]}


@cache
def _asks(kind: Kind) -> tuple[tuple[str, re.Pattern[str]], ...]:
    sections = load("sections")[kind.value]
    return tuple((key, re.compile("|".join(entry["asks"]))) for key, entry in sections.items() if "asks" in entry)


@cache
def _parts(kind: Kind, key: str) -> frozenset[str]:
    return frozenset(map(_letters, load("sections")[kind.value][key].get("parts", ())))


def _rows(lines: Sequence[Line]) -> Mapping[Place, Sequence[Line]]:
    """The lines of each row of a table."""
    rows: dict[Place, list[Line]] = defaultdict(list)
    for line in lines:
        if line.place.table is not None:
            rows[line.place.row_place].append(line)
    return rows


_WIDEST_ROW = 40
"""In lines: whether a heading stands beside others shows in fewer."""


def _heads_column(line: Line, rows: Mapping[Place, Sequence[Line]], kind: Kind) -> bool:
    """Whether another section is headed in the same row of a table, so that the text of each stands below."""
    place = line.place
    if place.table is None:
        return False
    row = rows[place.row_place][:_WIDEST_ROW]
    return any(other is not line and _split(kind, other.text, "")[0] for other in row)
