"""Signatures that stand at no label: electronic text, the format's own lines, pictures, a typed name at the end."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from checkers.document import DateFound, Evidence, Kind, Role, Signature
from checkers.layout import Line, MarkKind, Segment, split_segments
from checkers.outcome import Spot
from checkers.understand.dates import PageDates, Written, find_dates
from checkers.understand.electronic import electronic_name, is_electronic_label, is_stamp
from checkers.understand.evidence import NAME, SHORT_NAME, role_of
from checkers.understand.labelled import Labelled
from checkers.words import load, phrases, plain
from checkers.words.naming import named

_NOTE_KEYS = frozenset({"narrative", "aims", "annual_goal", "reason"})
_SESSION_KEYS = _NOTE_KEYS | {"service_date", "date"}
_COURTESY = re.compile(r"\bM(?:r|s|rs)\.?\s+(?=[A-Z])")
_BY = frozenset({"signed by", "docusigned by", "e signed by", "esigned by"})
_A_RULE = 8
_NEAR = 2
"""An electronic signature within so many lines below an empty line to sign belongs to that line."""


def with_electronic(
    found: list[Signature], lines: Sequence[Line], page_dates: PageDates, kind: Kind
) -> list[Signature]:
    """Add signatures in e-signature text; one that stands at a blank line (within two lines) signs that line."""
    result = list(found)
    known = {
        (each.spot.place, words)
        for each in found
        if each.evidence is Evidence.ELECTRONIC
        for words in (each.name, each.words)
    }
    unsigned: dict[int, list[int]] = defaultdict(list)
    for index, each in enumerate(found):
        if each.evidence in (Evidence.BLANK, Evidence.TYPED) or _SIGNED_BY.fullmatch(each.words):
            unsigned[each.order].append(index)
    for order, line in enumerate(lines):
        pieces = _electronic_pieces(line) or _stamped(lines, order) or _named_below(lines, order)
        for piece, name in pieces:
            if (line.place, name) in known:
                continue
            words = line.text[piece.start : piece.end].strip() if len(pieces) > 1 else line.text.strip()
            spot = Spot(line.place, line.text.strip())
            stamp = _stamp(lines, order, piece if len(pieces) > 1 else None, page_dates)
            date = DateFound(stamp.text, stamp.date, spot, order, stamp.problem) if stamp else None
            role = _esign_role(words, kind)
            signed = Signature(role, "", Evidence.ELECTRONIC, words, spot, order, name, date)
            known |= {(line.place, name), (line.place, words)}
            near = sorted(index for above in range(order - _NEAR, order + 1) for index in unsigned.get(above, ()))
            filled = _blank_above([(index, result[index]) for index in near], signed)
            if filled is not None:
                blank = result[filled]
                unsigned[blank.order].remove(filled)
                result[filled] = replace(
                    blank, evidence=Evidence.ELECTRONIC, name=name, words=words, spot=spot, date=date or blank.date
                )
            else:
                result.append(signed)
    return result


def _electronic_pieces(line: Line) -> list[tuple[Segment, str]]:
    """The electronic signatures on a line, which may stand side by side, with the names of their signers."""
    if not (name := electronic_name(line.text)):
        return []
    pieces = [
        (each, found)
        for each in line.segments or split_segments(line.text)
        if (found := electronic_name(line.text[each.start : each.end]))
    ]
    return pieces if len(pieces) > 1 else [(Segment(0, len(line.text), 0.0, 0.0), name)]


def _stamped(lines: Sequence[Line], order: int) -> list[tuple[Segment, str]]:
    """The signer whose name stands on the line above "Electronically signed 3/4/2026"."""
    if not order or not is_stamp(lines[order].text):
        return []
    name = re.match(rf"\W*(?:[^:]{{1,40}}:\s*)?(?P<name>{NAME})", lines[order - 1].text)
    return [(Segment(0, len(lines[order].text), 0.0, 0.0), name["name"])] if name else []


def _named_below(lines: Sequence[Line], order: int) -> list[tuple[Segment, str]]:
    """The signer whose name stands on the line below "DocuSigned by:", or between "Signed by:" and a seal's number."""
    verb = _SIGNED_BY.fullmatch(lines[order].text)
    name = _A_SIGNER.match(lines[order + 1].text.strip()) if verb and order + 1 < len(lines) else None
    sealed = order + 2 < len(lines) and _SEAL.fullmatch(lines[order + 2].text)
    if not name or not (sealed or is_electronic_label(lines[order].text)):
        return []
    return [(Segment(0, len(lines[order].text), 0.0, 0.0), name["name"])]


_A_SIGNER = re.compile(rf"(?P<name>{NAME})(?:,.*|\s+on\s+\d.*)?$")
"""A name with its titles and the day, which a narrow column may set below the words."""
_SIGNED_BY = re.compile(r"\W*(?:[^:]{1,40}:\s*)?(?:\w+\s?)?signed\s+by\s*:?\s*", re.IGNORECASE)
_BELOW_SEAL = 3
"""Lines below "Signed by:" that may hold its date: name, number and date each on their own."""
_SEAL = re.compile(r"\s*[0-9A-F]{12,40}(?:\.{3}|…)?\s*")
"""The number that a service for signing sets below a signature."""


def _stamp(lines: Sequence[Line], order: int, piece: Segment | None, page_dates: PageDates) -> Written | None:
    """The date of an electronic signature: in its own words, else on the next line (in its own column, of two)."""
    own, below = lines[order], lines[order + 1] if order + 1 < len(lines) else None
    places = [own.text if piece is None else own.text[piece.start : piece.end]]
    if below and piece is None:
        reach = _BELOW_SEAL if _SIGNED_BY.fullmatch(own.text) else 1
        places.extend(line.text for line in lines[order + 1 : order + 1 + reach])
    elif below and piece:
        places.extend(
            below.text[each.start : each.end]
            for each in below.segments or split_segments(below.text)
            if each.left < piece.right and piece.left < each.right
        )
    return next((each for text in places for each in find_dates(text, page_dates) if each.date), None)


def _blank_above(near: Sequence[tuple[int, Signature]], signed: Signature) -> int | None:
    """Which of the unsigned lines right above an electronic signature it fills: its own signer's, else the last.

    A parent's line is not filled by a name with a provider's title.
    """
    titled = named(plain(_COURTESY.sub("", signed.words)), phrases("credentials", "credentials"))
    fitting = [(index, each.role) for index, each in near if not (titled and each.role is Role.PARENT)]
    own = next((index for index, role in fitting if role is signed.role), None)
    return own if own is not None or not fitting else fitting[-1][0]


def merged(found: list[Signature]) -> list[Signature]:
    """A label "Electronically signed by: …" or "Signed by" that is signed signs the blank line above it: one in all.

    Nor is the name at "Signed by" a signature of its own where it is that of the electronic signature above.
    """
    named = [(each.name, each.order) for each in found if each.evidence is Evidence.ELECTRONIC]
    signing = [
        each.order
        for each in found
        if (each.evidence is Evidence.ELECTRONIC and is_electronic_label(each.label))
        or (each.evidence >= Evidence.PICTURE and plain(each.label) in _BY)
    ]
    return [
        each
        for each in found
        if (
            each.evidence is not Evidence.BLANK
            or each.in_row
            or not any(0 < order - each.order <= _NEAR for order in signing)
        )
        and not (
            each.evidence is Evidence.TYPED
            and plain(each.label) in _BY
            and any(name and name in each.words and abs(order - each.order) <= _NEAR for name, order in named)
        )
    ]


def _esign_role(text: str, kind: Kind) -> Role:
    role = role_of(text.partition(":")[0], kind)
    return Role.PROVIDER if role in (Role.UNNAMED, Role.DISTRICT, Role.TEAM) else role


def format_lines(lines: Sequence[Line], found: Sequence[Signature], kind: Kind) -> Iterator[Signature]:
    """Word's own signature lines and PDF signature fields that stand at no label."""
    known = {each.order for each in found}
    for order, line in enumerate(lines):
        for mark in line.marks:
            if mark.kind in (MarkKind.SIGNATURE_LINE, MarkKind.SIGNED_LINE) and not known & {
                order,
                order - 1,
                order + 1,
            }:
                evidence = Evidence.DIGITAL if mark.kind is MarkKind.SIGNED_LINE else Evidence.BLANK
                label = mark.value or "signature line"
                yield Signature(
                    role_of(label, kind), label, evidence, "", Spot(line.place, line.text.strip()), order, mark.value
                )


def typed_at_the_end(
    labelled: Sequence[Labelled], lines: Sequence[Line], found: Sequence[Signature], page_dates: PageDates
) -> Iterator[Signature]:
    """A typed name with its credential that ends a note ("… 4/5 trials. J. Doe OTR/L") where no signature label is.

    Where one is, another note may still end with "Signed: J. Doe OTR/L".
    """
    said = any(each.role is Role.PROVIDER for each in found)
    signed = {each.order for each in found}
    labels = {item.order for item in labelled if item.key and item.key not in _NOTE_KEYS}
    dated = labels - {item.order for item in labelled if item.key and item.key not in _NOTE_KEYS | {"date"}}
    start = min((item.order for item in labelled if item.key in _SESSION_KEYS), default=0)
    for order, line in enumerate(lines):
        if (
            (order in labels and order not in dated)
            or order < start
            or order in signed
            or line.place.part != "body"
            or not (match := _signed_end().search(line.text))
        ):
            continue
        if said and not _SIGNED_AHEAD.search(line.text[: match.start("name")]):
            continue
        evidence = _evidence_over(lines, order)
        if order in dated and evidence is Evidence.TYPED:
            continue  # a name and the label of a date may be printed there
        stamp = next((each for each in find_dates(line.text, page_dates) if each.date), None)
        spot = Spot(line.place, line.text.strip())
        date = DateFound(stamp.text, stamp.date, spot, order, stamp.problem) if stamp else None
        yield Signature(
            Role.PROVIDER,
            "",
            evidence,
            match.group().strip(" .;-–—"),
            spot,
            order,
            match["name"],
            date,
        )


_SIGNED_AHEAD = re.compile(r"\bsigned(?:\s+by)?\s*:\s*$", re.IGNORECASE)


def _evidence_over(lines: Sequence[Line], order: int) -> Evidence:
    """A name printed under a rule with a picture on it is that of the signature above, and no signature itself."""
    rule = order >= 1 and _same_place(lines[order - 1], lines[order]) and lines[order - 1].text.count("_") >= _A_RULE
    over = order - 2 if rule and not lines[order - 1].marks else order - 1
    if rule and over >= 0 and _same_place(lines[over], lines[order]):
        kinds = {mark.kind for mark in lines[over].marks}
        if MarkKind.INK in kinds:
            return Evidence.INK
        if MarkKind.PICTURE in kinds:
            return Evidence.PICTURE
    return Evidence.TYPED


@cache
def _signed_end() -> re.Pattern[str]:
    titles = (*load("credentials")["credentials"], *load("credentials")["coordinators"])
    credential = "|".join(sorted(map(re.escape, titles), key=len, reverse=True))
    name = rf"(?P<name>{SHORT_NAME}|{NAME}?)"
    return re.compile(
        rf"(?:^|[-–—.;]\s*|\s){name}\s*,?\s+(?:{credential})(?:[,/\s]+(?:{credential}))*\.?(?:[\s,]+(?:[Dd]ate\s*:?\s*)?\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})?\s*$"
    )


def with_pictures(found: list[Signature], lines: Sequence[Line]) -> list[Signature]:
    """A blank line with a picture or ink right above or below it, outside of tables, is signed by it."""
    result = []
    drawn = (Evidence.PICTURE, Evidence.INK, Evidence.DIGITAL)
    own = {each.spot.place for each in found if each.evidence in drawn}
    taken = {order for order, line in enumerate(lines) if line.place in own}
    for each in found:
        kinds: set[MarkKind] = set()
        if each.evidence is Evidence.BLANK and not each.in_row:
            for near in (each.order, each.order - 1, each.order + 1):
                if 0 <= near < len(lines) and near not in taken and _same_place(lines[near], lines[each.order]):
                    near_kinds = {mark.kind for mark in lines[near].marks} & {
                        MarkKind.PICTURE,
                        MarkKind.INK,
                        MarkKind.SIGNED_LINE,
                    }
                    if near_kinds:
                        kinds = near_kinds
                        taken.add(near)
                        break
        if MarkKind.SIGNED_LINE in kinds:
            each = replace(each, evidence=Evidence.DIGITAL)
        elif kinds:
            each = replace(each, evidence=Evidence.INK if MarkKind.INK in kinds else Evidence.PICTURE)
        result.append(each)
    return result


def _same_place(line: Line, other: Line) -> bool:
    mine, theirs = line.place, other.place
    return (mine.part, mine.table, mine.row) == (theirs.part, theirs.table, theirs.row)


def with_document_signature(found: list[Signature], signed_by: Sequence[str]) -> list[Signature]:
    """A cryptographic signature of the whole file signs one line: the first blank one of the provider or preparer."""
    result = list(found)
    missing = len(signed_by) - sum(each.evidence is Evidence.DIGITAL for each in result)
    for name in signed_by[len(signed_by) - missing :] if missing > 0 else ():
        blank = [
            each
            for each in result
            if each.evidence in (Evidence.BLANK, Evidence.TYPED)
            and each.role in (Role.PROVIDER, Role.PREPARER, Role.UNNAMED)
        ]
        if blank:
            result[result.index(blank[0])] = replace(blank[0], evidence=Evidence.DIGITAL, name=name or blank[0].name)
    return result
