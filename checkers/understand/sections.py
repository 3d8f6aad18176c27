"""The standard sections of an IEP or IFSP: which headings stand in a document, and what stands under each.

A heading is a whole line, the words before a colon or dash, or a cell. What follows up to the next heading belongs to
it, whatever smaller headings stand between. The words are in words/sections.toml.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from checkers.document import PLANS, Checkbox, Kind, Section
from checkers.layout import Line, MarkKind, split_segments
from checkers.outcome import Spot
from checkers.understand.templates import is_instruction, template_in
from checkers.words import load, plain

_NUMBERING = re.compile(
    r"^[\s#*•·▪>\-–]*(?:(?i:section|part|form)\s+(?:\d{1,2}[A-Ca-c]?|[IVX]{1,4}|[A-H])\b[\s.):\-–—]*"
    r"|(?:\d{1,2}[A-Ca-c]?|[IVX]{1,4}|[A-H])[.)]\s*|\d[A-C]?\s+(?=[A-Z]))?"
)
_COUNTED = re.compile(r"\s*(?:#|no\.?|number)?\s*\d{1,2}$", re.IGNORECASE)
"""The number behind a heading: "Goal #2"."""
_BEHIND = re.compile(r":|\s[-–—]\s")
_REMARK = re.compile(r"\([^)]*\)")
_FILLER = re.compile(r"[_\s.…\-–—*|:#]+")
_PROMPT = re.compile(
    r"\W*\(.*\)\W*|.*[:?]"
    r"|(?:describe|identify|explain|indicate|specify|summarize|document|check|list|include)\b.*"
    r"|state (?:how|when|the|whether)\b.*",
    re.IGNORECASE,
)
"""What a form itself prints under a heading: a remark in brackets, a question, a request."""
_LONGEST_HEADING = 160


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
    found: list[_Open] = []
    for order, line in enumerate(lines):
        if order in aside or line.place.part in ("header", "footer"):
            continue
        heads = 0
        for piece in _pieces(line):
            now = found[-1] if found else None
            heading, rest = _split(kind, piece, now.key if now else "")
            key = "" if heading is None else _meaning(kind, heading, now.key if now else "")
            if heading is not None and key:
                heads += 1
                found.append(_Open(key, heading, Spot(line.place, line.text.strip()), order, order))
                found[-1].certain = heads == 1 and not _heads_column(line, lines, kind)
                now = found[-1]
                if heads > 1:
                    found[-2].certain = False
            if now is not None:
                _add(now, rest, order, unticked=order in unticked, placeholder=_is_placeholder(line))
    return tuple(each.closed() for each in found)


def _add(section: _Open, words: str, order: int, *, unticked: bool, placeholder: bool) -> None:
    """Put words into a section: as its text, or as what the form prints there itself."""
    section.last = order
    words = words.strip()
    if not _FILLER.sub("", words):
        return
    if placeholder or template_in(words, whole=True):
        section.template = words
    elif unticked or is_instruction(words) or _PROMPT.fullmatch(words):
        section.prompts.append(words)
    else:
        section.text.append(words)


def _is_placeholder(line: Line) -> bool:
    return any(mark.kind is MarkKind.PLACEHOLDER for mark in line.marks)


def _unticked(boxes: Sequence[Checkbox]) -> frozenset[int]:
    """The lines whose boxes are all empty: choices that nobody made."""
    ticked = {box.order for box in boxes if box.checked is not False}
    return frozenset(box.order for box in boxes) - ticked


def _pieces(line: Line) -> Iterator[str]:
    segments = line.segments or split_segments(line.text)
    yield from (line.text[piece.start : piece.end] for piece in segments)


def _split(kind: Kind, piece: str, inside: str) -> tuple[str | None, str]:
    """A piece of a line as its heading (None where it has none) and what stands behind it.

    A smaller heading of the section it stands in is left out.
    """
    bare = piece[_NUMBERING.match(piece).end() :].strip()  # type: ignore[union-attr]  # it matches the empty string too
    ends = list(_BEHIND.finditer(bare))
    for head, rest in ((bare.rstrip(" :"), ""), *((bare[: end.start()], bare[end.end() :]) for end in ends[:2])):
        if 0 < len(head) <= _LONGEST_HEADING:
            if _is_part(kind, head, inside):
                return None, rest
            if _meaning(kind, head, inside):
                return head.strip(), rest
    return None, piece


def _names(words: str) -> set[str]:
    """The ways a heading may be written in the table: with and without its remark, without its number."""
    return {_letters(words), _letters(_REMARK.sub(" ", words)), _letters(_COUNTED.sub("", words.strip()))}


def _letters(words: str) -> str:
    """Plain words without their spaces, which are lost on the way out of some PDFs."""
    return plain(words).replace(" ", "")


def _meaning(kind: Kind, words: str, inside: str) -> str:
    """The key of the section that words head, "" for none."""
    if _is_part(kind, words, inside):
        return ""
    table = _headings(kind)
    return next((table[name] for name in _names(words) if name in table), "")


def _is_part(kind: Kind, words: str, inside: str) -> bool:
    return bool(inside) and not _names(words).isdisjoint(_parts(kind, inside))


@cache
def _headings(kind: Kind) -> dict[str, str]:
    return {_letters(each): key for key, entry in load("sections")[kind.value].items() for each in entry["headings"]}


@cache
def _parts(kind: Kind, key: str) -> frozenset[str]:
    return frozenset(map(_letters, load("sections")[kind.value][key].get("parts", ())))


def _heads_column(line: Line, lines: Sequence[Line], kind: Kind) -> bool:
    """Whether another section is headed in the same row of a table, so that the text of each stands below."""
    place = line.place
    if place.table is None:
        return False
    row = [other for other in lines if (other.place.table, other.place.row) == (place.table, place.row)]
    return any(other is not line and _split(kind, other.text, "")[0] for other in row)
