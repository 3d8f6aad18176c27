"""Signatures that stand at no label: electronic text, the format's own lines, pictures, a typed name at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from checkers.document import DateFound, Evidence, Kind, Role, Signature
from checkers.layout import Line, MarkKind
from checkers.outcome import Spot
from checkers.understand.dates import PageYear, find_dates
from checkers.understand.evidence import NAME, SHORT_NAME, electronic_name, is_electronic_label, role_of
from checkers.understand.labelled import Labelled
from checkers.words import load

_NOTE_KEYS = frozenset({"narrative", "annual_goal", "reason"})
_SESSION_KEYS = _NOTE_KEYS | {"service_date", "date"}
_NEAR = 2
"""An electronic signature within so many lines below an empty line to sign belongs to that line."""


def with_electronic(
    found: list[Signature], lines: Sequence[Line], page_year: PageYear | None, kind: Kind
) -> list[Signature]:
    """Add signatures in e-signature text; one that stands at a blank line (within two lines) signs that line."""
    result = list(found)
    for order, line in enumerate(lines):
        if not (name := electronic_name(line.text)) or any(
            each.evidence is Evidence.ELECTRONIC and each.spot.place == line.place for each in result
        ):
            continue
        near = " ".join(each.text for each in lines[order : order + 2])
        stamp = next((each for each in find_dates(near, page_year) if each.date), None)
        spot = Spot(line.place, line.text.strip())
        date = DateFound(stamp.text, stamp.date, spot, order, stamp.problem) if stamp else None
        blank = [
            each
            for each in result
            if each.evidence in (Evidence.BLANK, Evidence.TYPED) and 0 <= order - each.order <= _NEAR
        ]
        if blank:
            place = result.index(blank[-1])
            result[place] = replace(
                blank[-1],
                evidence=Evidence.ELECTRONIC,
                name=name,
                words=line.text.strip(),
                spot=spot,
                date=date or blank[-1].date,
            )
        else:
            result.append(
                Signature(
                    _esign_role(line.text, kind), "", Evidence.ELECTRONIC, line.text.strip(), spot, order, name, date
                )
            )
    return result


def merged(found: list[Signature]) -> list[Signature]:
    """A label "Electronically signed by: …" with a name signs the blank line above it: one signature, not two."""
    signing = [each.order for each in found if each.evidence is Evidence.ELECTRONIC and is_electronic_label(each.label)]
    return [
        each
        for each in found
        if each.evidence is not Evidence.BLANK
        or each.in_row
        or not any(0 < order - each.order <= _NEAR for order in signing)
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
    labelled: Sequence[Labelled], lines: Sequence[Line], found: Sequence[Signature], page_year: PageYear | None
) -> Iterator[Signature]:
    """A typed name with its credential that ends a note ("… 4/5 trials. J. Doe OTR/L") where no signature label is."""
    if any(each.role is Role.PROVIDER for each in found):
        return
    labels = {item.order for item in labelled if item.key and item.key not in _NOTE_KEYS}
    start = min((item.order for item in labelled if item.key in _SESSION_KEYS), default=0)
    for order, line in enumerate(lines):
        if (
            order in labels
            or order < start
            or line.place.part != "body"
            or not (match := _signed_end().search(line.text))
        ):
            continue
        stamp = next((each for each in find_dates(line.text, page_year) if each.date), None)
        spot = Spot(line.place, line.text.strip())
        date = DateFound(stamp.text, stamp.date, spot, order, stamp.problem) if stamp else None
        yield Signature(
            Role.PROVIDER, "", Evidence.TYPED, match.group().strip(" .;-–—"), spot, order, match["name"], date
        )


@cache
def _signed_end() -> re.Pattern[str]:
    credential = "|".join(
        sorted((re.escape(each) for each in load("credentials")["credentials"]), key=len, reverse=True)
    )
    name = rf"(?P<name>{SHORT_NAME}|{NAME}?)"
    return re.compile(
        rf"(?:^|[-–—.;]\s*|\s){name}\s*,?\s+(?:{credential})(?:[,/\s]+(?:{credential}))*\.?(?:[\s,]+\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})?\s*$"
    )


def with_pictures(found: list[Signature], lines: Sequence[Line]) -> list[Signature]:
    """A blank line with a picture or ink right above or below it, outside of tables, is signed by it."""
    result = []
    taken: set[int] = set()
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
