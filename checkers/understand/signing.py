"""Signature lines: where they are, the date and the evidence that belong to each.

The evidence ladder (`evidence`) is that of real forms: from nothing, over stand-ins and typed names, to pictures,
electronic and cryptographic signatures. Signatures without a label of their own are found by `unlabelled`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter

from checkers.document import PLANS, RECORDS, DateFound, Evidence, Kind, Role, Signature
from checkers.layout import OBJECT, Line, MarkKind
from checkers.outcome import Spot
from checkers.understand.dates import PageDates, blank_date, find_dates, unbroken
from checkers.understand.evidence import evidence_of, role_of
from checkers.understand.labelled import SIGNATURE, Labelled
from checkers.understand.unlabelled import (
    format_lines,
    merged,
    typed_at_the_end,
    with_document_signature,
    with_electronic,
    with_pictures,
)
from checkers.words import holds, phrases, plain

_TOTALS = re.compile(r"\W*(?:sub)?totals?\b", re.IGNORECASE)
_DATE_KEYS = frozenset({"date", "signed_date", "cosigned_date", "parent_signed_date", "note_date"})
_SIGNED_KEYS = frozenset({"signed_date", "cosigned_date", "parent_signed_date"})
_SIGNING_KEYS = _DATE_KEYS | {SIGNATURE, "provider", "credentials", "child_name"}
_PORTAL_LABEL = plain("Signature, Title, and Credentials")
"""A county portal prints what its user typed under this label once the note is signed there, with a signed date."""
_PORTAL_DATE = plain("Signed Date")
_STAMP_LINES = 3
_LETTERS = re.compile(r"(?i)(?!\b(?:on|at|date|no|lic)\b)\b[a-z]+")
"""A word before a time stamp that is none of the stamp's own."""
_A_WORD = re.compile(r"[A-Za-z]{4,}")
_OTHER = re.compile(r"other\b")
"""Where a label (plain) begins so, it names nobody."""
_UNNAMED = re.compile(
    r"others?(?: (?:team|committee|members?|participants?|person|staff|attendees?|title|role|specify|\d))*"
)
"""The first cell (plain) of a row for whoever else comes."""
_NOT_APPLICABLE = frozenset({"n a", "na", "none", "not applicable"})
"""What leaves a line unused (plain) that nobody has to sign."""
_OF_SIGNER = frozenset({"provider", "credentials"})
_OF_NAME = re.compile(r"\b(?:printed?|title|licen[sc]e|npi)\b", re.IGNORECASE)
"""Labels of a signer's name, title or number."""
_DRAWN = frozenset({MarkKind.PICTURE, MarkKind.INK})
_CONSENT = re.compile(r"\bI (?:do )?(?P<no>not |NOT )?(?:give |agree|consent)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signing:
    """What came of it: the signatures, and the labelled values that belong to them and to nothing else."""

    signatures: tuple[Signature, ...]
    used: frozenset[int]
    """Indexes into the labelled values."""


def find_signatures(
    labelled: Sequence[Labelled],
    lines: Sequence[Line],
    kind: Kind,
    page_dates: PageDates,
    signed_by: Sequence[str],
) -> Signing:
    """Find all signature lines and signatures of a document, in reading order."""
    office = _office_lines(lines)
    used: set[int] = _dates_of_signing_rows(labelled)
    rows_used = _rows_used(labelled)
    if kind in RECORDS:
        labelled = _out_of_columns(labelled)
    found: list[Signature] = []
    rows = _columns_by_row(labelled)
    consents = frozenset(
        bool(said["no"])
        for item in labelled
        if item.key == SIGNATURE and not item.empty and (said := _CONSENT.search(item.line.text))
    )
    for index, item in enumerate(labelled):
        if item.key != SIGNATURE:
            continue
        used.add(index)
        date_index = _date_of(labelled, index, rows[item.row], kind)
        used.update(_known(date_index))
        asked = index in rows_used and item.order not in office and not _heads_table(labelled, index)
        if not asked or _optional(item, consents):
            continue
        found.append(_signature(item, _at(labelled, date_index), kind, page_dates))
    if kind in RECORDS:
        for index, item in _drawn_at_names(labelled, lines, found, office):
            date_index = _date_of(labelled, index, (), kind)
            used.update(_known(date_index))
            found.append(_signature(item, _at(labelled, date_index), kind, page_dates))
    found = merged(with_electronic(found, lines, page_dates, kind))
    found.extend(format_lines(lines, found, kind))
    if kind in RECORDS:
        at_the_end = list(typed_at_the_end(labelled, lines, found, page_dates))
        used |= _dates_beside(at_the_end, labelled)
        found.extend(at_the_end)
    order_of = {line.place: order for order, line in reversed(list(enumerate(lines)))}
    dates = sorted((item.order, index) for index, item in enumerate(labelled) if item.key == "date" and not item.column)
    for place, each in enumerate(found):
        if each.evidence.signed and each.date is None and not (each.in_row or each.date_label):
            at = order_of.get(each.spot.place, each.order)
            first, last = (bisect_right(dates, end, key=itemgetter(0)) for end in (at, at + _STAMP_LINES))
            free = [(index, labelled[index]) for _, index in dates[first:last] if index not in used]
            date_at, found[place] = _dated_below(each, at, free, lines, page_dates)
            used.update(_known(date_at))
    found = _excused(with_document_signature(with_pictures(found, lines), signed_by))
    return Signing(tuple(sorted(found, key=lambda each: each.order)), frozenset(used))


def _known(index: int | None) -> Iterable[int]:
    return () if index is None else (index,)


def _at(labelled: Sequence[Labelled], index: int | None) -> Labelled | None:
    return None if index is None else labelled[index]


def _drawn_at_names(
    labelled: Sequence[Labelled], lines: Sequence[Line], found: Sequence[Signature], office: frozenset[int]
) -> Iterator[tuple[int, Labelled]]:
    """Who gives or supervises the service, where a picture or ink stands with the name, and no line to sign does.

    Each with its index into the labelled values.
    """
    signed = {each.spot.place.row_place if each.spot.place.table else each.spot.place for each in found}
    for index, item in enumerate(labelled):
        place = item.line.place
        person = item.key == "provider" or (item.key is None and role_of(item.label, Kind.UNKNOWN) is Role.SUPERVISOR)
        if person and not item.column and (below := _drawn_below(item, lines)):
            item = replace(item, value=f"{item.value} {below.text}", marks=(*item.marks, *below.marks))
        drawn = person and not item.column and any(mark.kind in _DRAWN for mark in item.marks)
        if drawn and item.order not in office and (place.row_place if place.table else place) not in signed:
            yield index, item


def _drawn_below(item: Labelled, lines: Sequence[Line]) -> Line | None:
    """The line right below a name, in its own cell, that holds nothing but a picture or ink."""
    below = lines[item.at + 1] if item.at + 1 < len(lines) else None
    if below is None or item.line.place.cell is None or below.text.strip() != OBJECT:
        return None
    same = (below.place.row_place, below.place.cell) == (item.line.place.row_place, item.line.place.cell)
    return below if same and any(mark.kind in _DRAWN for mark in below.marks) else None


def _dates_beside(signatures: Sequence[Signature], labelled: Sequence[Labelled]) -> set[int]:
    """The date labels on the lines of signatures that have no label of their own."""
    lines = {each.order for each in signatures}
    return {index for index, item in enumerate(labelled) if item.key == "date" and item.order in lines}


def _excused(found: list[Signature]) -> list[Signature]:
    """Where a provider signed, the words "not required" on another's line ("Teacher Signature") explain that line."""
    words = phrases("signatures", "explanations")
    signed = [each for each in found if each.evidence.signed and not holds(plain(each.words), words)]
    return [
        replace(each, evidence=Evidence.EXPLAINED, role=Role.TEAM)
        if any(each.role is other.role is Role.PROVIDER for other in signed) and holds(plain(each.words), words)
        else each
        for each in found
    ]


def _dates_of_signing_rows(labelled: Sequence[Labelled]) -> set[int]:
    """Dates in a row that only signs (it holds nothing of a session), where the session's day stands elsewhere."""
    keys: dict[tuple[int, int] | None, set[str | None]] = defaultdict(set)
    for item in labelled:
        keys[item.row].add(item.key)
    found = {
        index
        for index, item in enumerate(labelled)
        if item.key == "date" and item.row and SIGNATURE in keys[item.row] and keys[item.row] <= _SIGNING_KEYS | {None}
    }
    elsewhere = any(
        item.key in ("date", "service_date") and not item.empty
        for index, item in enumerate(labelled)
        if index not in found
    )
    return found if elsewhere else set()


def _out_of_columns(labelled: Sequence[Labelled]) -> list[Labelled]:
    """A note's table of nothing but names, signatures and dates holds no sessions: its labels are plain ones."""
    signing = {item.row for item in labelled if item.column} - {
        item.row for item in labelled if item.column and item.key not in _SIGNING_KEYS
    }
    return [
        replace(item, column=False, order=item.at) if item.column and item.row in signing else item for item in labelled
    ]


def _signature(item: Labelled, date: Labelled | None, kind: Kind, page_dates: PageDates) -> Signature:
    words = _words(item.value)
    own = [each for each in find_dates(words, page_dates) if each.text]
    evidence, name = evidence_of(item, words, kind)
    spot = Spot(item.line.place, item.line.text.strip() or item.label)
    stamp = own[-1] if own else None
    found_date = DateFound(stamp.text, stamp.date, spot, item.at, stamp.problem) if stamp else None
    date_words = ""
    if date is not None:
        date_words = unbroken(_words(date.value))
        dated = next(iter(find_dates(date_words, page_dates)), None)
        if dated and any(mark.kind is MarkKind.AUTOMATIC_DATE for mark in date.marks):
            dated = None
        if dated:
            found_date = DateFound(
                dated.text, dated.date, Spot(date.line.place, date.line.text.strip()), date.at, dated.problem
            )
    portal = plain(item.label) == _PORTAL_LABEL or (date is not None and plain(date.label) == _PORTAL_DATE)
    if evidence is Evidence.TYPED and portal and date is not None and found_date:
        evidence = Evidence.ELECTRONIC
    return Signature(
        role=item.role or role_of(item.label, kind, column=item.column),
        label=item.label,
        evidence=evidence,
        words=words,
        spot=spot,
        order=item.at if item.column else item.order,
        name=name,
        date=found_date,
        date_label=date is not None,
        date_spot=Spot(date.line.place, date.line.text.strip() or date.label) if date else None,
        date_words="" if blank_date(date_words) else date_words,
        in_row=item.column,
    )


def _dated_below(
    signature: Signature, at: int, dates: Sequence[tuple[int, Labelled]], lines: Sequence[Line], page_dates: PageDates
) -> tuple[int | None, Signature]:
    """Date a signature by what stands below it: a time stamp on the next line, or a date label within a few lines.

    `at` is the index of its line, `dates` are the free date labels within those lines with their indexes.
    """
    below = lines[at + 1] if at + 1 < len(lines) else None
    stamp = next(iter(find_dates(below.text, page_dates)), None) if below and not below.text[:1].isalpha() else None
    if below and stamp and not (_LETTERS.search(below.text[: stamp.start]) or _A_WORD.search(below.text[stamp.end :])):
        spot = Spot(below.place, below.text.strip())
        return None, replace(signature, date=DateFound(stamp.text, stamp.date, spot, at + 1, stamp.problem))
    if signature.label and signature.evidence not in (Evidence.ELECTRONIC, Evidence.DIGITAL):
        return None, signature
    for index, item in dates:
        if stamp := next(iter(find_dates(_words(item.value), page_dates)), None):
            spot = Spot(item.line.place, item.line.text.strip())
            return index, replace(signature, date=DateFound(stamp.text, stamp.date, spot, item.at, stamp.problem))
    return None, signature


def _words(value: str) -> str:
    return " ".join(value.replace("_", " ").replace("\n", " ").split())


def _optional(item: Labelled, consents: frozenset[bool]) -> bool:
    """Whether nobody has to sign there: optional lines, an unnamed "Other", the unused one of a consent pair.

    `consents` tells of the signed ones whether they say no.
    """
    unused = item.empty or plain(_words(item.value)) in _NOT_APPLICABLE
    if unused and _asks_nobody(item.label, item.line.text if item.empty else ""):
        return True
    if not item.empty:
        return False
    mine = _CONSENT.search(item.line.text) or _CONSENT.search(item.label)
    return mine is not None and (not mine["no"]) in consents


@lru_cache(maxsize=1_000)
def _asks_nobody(label: str, line: str) -> bool:
    """Whether a label, or the line on which it stands, says that nobody has to sign."""
    return bool(holds(plain(f"{label} {line}"), _optional_words()) or _OTHER.match(plain(label)))


def _heads_table(labelled: Sequence[Labelled], index: int) -> bool:
    """Whether a label with nothing to write on only heads a table with a column of signatures ("Team Signatures")."""
    item = labelled[index]
    if item.row or not item.empty or any(sign in item.line.text for sign in ":_"):
        return False
    for below in labelled[index + 1 :]:
        if below.at - item.order > _A_HEAD_AND_A_ROW or (below.key and not below.column):
            return False
        if below.key == SIGNATURE:
            return True
    return False


_A_HEAD_AND_A_ROW = 12
"""In lines, of which each cell has one."""


def _columns_by_row(labelled: Sequence[Labelled]) -> dict[tuple[int, int] | None, list[int]]:
    """The indexes of the values that stand in columns, by their table row."""
    rows: dict[tuple[int, int] | None, list[int]] = defaultdict(list)
    for index, item in enumerate(labelled):
        if item.column:
            rows[item.row].append(index)
    return rows


def _rows_used(labelled: Sequence[Labelled]) -> set[int]:
    """The indexes of the values whose table row holds anything, and none of totals or for nobody; all in no column."""
    rows: dict[tuple[int, int] | None, list[Labelled]] = defaultdict(list)
    for item in labelled:
        rows[item.row].append(item)
    used = {
        row
        for row, items in rows.items()
        if any(not each.empty for each in items)
        and not any(_TOTALS.match(each.value) for each in items)
        and not _is_for_nobody(items)
    }
    return {index for index, item in enumerate(labelled) if not item.column or item.row in used}


def _is_for_nobody(items: Sequence[Labelled]) -> bool:
    """Whether all that stands in a row is that it is for an unnamed person ("Other"), or optional."""
    told = [plain(each.value) for each in items if not each.empty]
    return all(_UNNAMED.fullmatch(each) or holds(each, _optional_words()) for each in told)


def _optional_words() -> frozenset[str]:
    return phrases("signatures", "optional")


def _office_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of "for office use only" boxes: the rest of the table, else up to the next empty line or heading."""
    found: set[int] = set()
    words = phrases("signatures", "office_use")
    for index, line in enumerate(lines):
        if index in found or " use" not in line.text.casefold() or not holds(plain(line.text), words):
            continue
        found.add(index)
        for below in range(index + 1, len(lines)):
            if line.place.table != lines[below].place.table or (
                line.place.table is None and not lines[below].text.strip()
            ):
                break
            found.add(below)
    return frozenset(found)


def _date_of(labelled: Sequence[Labelled], index: int, row: Sequence[int], kind: Kind) -> int | None:
    """The date label that belongs to a signature: the next one on its line, in its row, or on the line below.

    In a table of sessions only a column that is about signing counts, as the row's "Date" is the day of the service.
    `row` holds the indexes of what stands in the columns of its row.
    """
    item = labelled[index]
    if item.column:
        keys = _DATE_KEYS - {"note_date"} if kind in PLANS else _SIGNED_KEYS
        dates = [other for other in row if labelled[other].key == "date"]
        if len(dates) > 1 and (behind := [other for other in dates if other > index]):
            between = labelled[index + 1 : behind[0]]
            return behind[-1] if any(each.key == SIGNATURE for each in between) else behind[0]
        found = [other for other in row if labelled[other].key in keys]
        return next((other for other in found if other > index), found[0] if found else None)
    for other in range(index + 1, min(index + 4, len(labelled))):
        near = labelled[other]
        if near.key == SIGNATURE:
            return None
        if near.key in _DATE_KEYS and (near.order == item.order or _next_to(item, near, labelled[index + 1 : other])):
            return other
        if near.key in ("service_date", "child_name", "narrative") and (
            near.key != "child_name" or near.order != item.order  # "Name" on the line itself is the signer's
        ):
            break
    above = index - 1  # labels under one rule, on two lines: "Dana Example   Date", below it "Therapist Signature"
    if index and labelled[above].key in _DATE_KEYS and labelled[above].at == item.at < labelled[above].order:
        return above
    return None


def _next_to(item: Labelled, date: Labelled, between: Sequence[Labelled]) -> bool:
    """Whether a date label stands in the signature's row, or within the few lines below it.

    The signer's printed name and title may stand `between` them.
    """
    if item.row is not None and item.row == date.row:
        return True
    named = bool(between) and all(each.key in _OF_SIGNER or _OF_NAME.search(each.label) for each in between)
    if date.key == "date" and date.order - max(item.order, item.at) > 2 and not named:
        return False
    return 0 < date.order - item.order <= 6
