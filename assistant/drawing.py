"""What in a document is no text, and how it is drawn on the page: pictures, ink, fields, signatures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checkers.document import Document, Evidence, Signature
from checkers.layout import BLANK_FIELD, Line, Mark, MarkKind, Place

_EVIDENCE = {
    Evidence.BLANK: "not signed",
    Evidence.STAND_IN: "not signed: other words in its place",
    Evidence.EXPLAINED: "not signed, with a reason",
    Evidence.INITIALS: "signature: initials",
    Evidence.TYPED: "signature: a typed name",
    Evidence.PICTURE: "signature: picture",
    Evidence.INK: "signature: by hand",
    Evidence.ELECTRONIC: "electronic signature",
    Evidence.DIGITAL: "digital signature",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """Words that stand for characters `start` to `end` of a text."""

    start: int
    end: int
    words: str

    def moved(self, by: int) -> Drawn:
        """The same in a text that has so many characters more before it."""
        return replace(self, start=self.start + by, end=self.end + by)


def drawn_in(line: Line, signature: str = "") -> Iterator[Drawn]:
    """What in a line is drawn otherwise than as its text, from left to right. Boxes are characters, and stay.

    `signature` is what there is to say of a signature on the line: it takes the place of a picture of one, or stands
    behind the line.
    """
    for mark in sorted(line.marks, key=lambda each: each.start):
        words = _words(mark, line.text[mark.start : mark.end])
        if words in _PICTURES and signature in _SIGNED_BY_PICTURE:
            words, signature = signature, ""
        if words:
            yield Drawn(mark.start, mark.end, words)
    if signature:
        end = len(line.text.rstrip())
        yield Drawn(end, end, f"{' ' if end else ''}{signature}")


_PICTURES = ("[picture]", "[ink]")
_SIGNED_BY_PICTURE = tuple(f"[{_EVIDENCE[each]}]" for each in (Evidence.PICTURE, Evidence.INK))


def _words(mark: Mark, text: str) -> str:
    match mark.kind:
        case MarkKind.PICTURE:
            return _PICTURES[0]
        case MarkKind.INK:
            return _PICTURES[1]
        case MarkKind.FIELD if text == BLANK_FIELD:
            return f"{BLANK_FIELD} (empty)"
        case MarkKind.PLACEHOLDER:
            return f"[to be filled in: {text}]"
        case MarkKind.SIGNATURE_LINE:
            return f"{text.strip()} [signature field: empty]".strip()
        case MarkKind.SIGNED_LINE:
            return f"[signature field: signed{f' by {mark.value}' if mark.value else ''}]"
        case MarkKind.AUTOMATIC_DATE:
            return f"{text} [a date that changes by itself]"
    return ""


def signatures_by_place(document: Document) -> dict[Place, str]:
    """What to draw behind the lines on which signatures stand or are missing."""
    found: dict[Place, list[str]] = {}
    for signature in document.signatures:
        words = _in_words(signature)
        here = found.setdefault(signature.spot.place, [])
        if words not in here:
            here.append(words)
    return {place: " ".join(f"[{each}]" for each in words) for place, words in found.items()}


def _in_words(signature: Signature) -> str:
    """What stands on a signature line; of one that a machine made, who signed, and when."""
    words = _EVIDENCE[signature.evidence]
    if signature.evidence < Evidence.ELECTRONIC:
        return words
    by_whom = ", ".join(filter(None, (signature.name, signature.date.text if signature.date else "")))
    return f"{words}: {by_whom}" if by_whom else words
