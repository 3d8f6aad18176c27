"""Signature lines and signatures: which role each asks for, and what evidence stands there.

The evidence ladder is that of section 6 of the catalogue's notes on real forms: from nothing, over stand-ins and
typed names, to pictures, electronic and cryptographic signatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from checkers.document import DateFound, Evidence, Kind, Role, Signature
from checkers.layout import Line, MarkKind
from checkers.outcome import Spot
from checkers.understand.dates import PageYear, blank_date, find_dates
from checkers.understand.labelled import SIGNATURE, Labelled
from checkers.words import holds, load, phrases, plain

_ELECTRONIC = re.compile(
    r"(?:(?:electronically|digitally)\s+(?:co-?)?signed(?:\s+by)?|e-?\s?signed(?:\s+by)?|docusigned\s+by|signed\s+electronically(?:\s+by)?)"
    r"\s*:?\s*(?P<name>[^\d_:;]*[A-Za-z][^\d_:;]*)|(?:^|(?<=\s))/?s/\s*(?P<slash>[A-Z][^\d_]+)",
    re.IGNORECASE,
)
_ELECTRONIC_BLANK = re.compile(r"(?:electronically|digitally)\s+signed\s+by\s*:?\s*[_\s]*$", re.IGNORECASE)
_NAME = re.compile(r"(?:(?:Dr|Ms|Mrs|Mr|Miss)\.?\s+)?[A-ZÀ-Þ][\w.'’\-]*(?:\s+[A-ZÀ-Þ][\w.'’\-]*){1,4}")
_SHORT_NAME = re.compile(r"[A-Z]\.\s?(?:[A-Z]\.\s?)?[A-ZÀ-Þ][\w'’\-]+")
_INITIALS = re.compile(r"[A-Z]\.?\s?[A-Z]\.?(?:\s?[A-Z]\.?)?")
_TIME_OF_DAY = re.compile(r"\b(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[-+]\d{2}'?\d{2}'?)?(?:\s*E[SD]?T)?", re.IGNORECASE)
_DATE_WORD = re.compile(r"\b(?:date(?:\s+signed)?|on|signed(?:\s+on)?|dated)\s*:?\s*$|\bdate\s*:", re.IGNORECASE)
_TOTALS = re.compile(r"\W*(?:sub)?totals?\b", re.IGNORECASE)
_FILLER = re.compile(r"[_\s.…\-–—*|]+")
_DATE_KEYS = frozenset({"date", "signed_date", "cosigned_date", "parent_signed_date", "note_date"})
_PORTAL_LABEL = frozenset({plain("Signature, Title, and Credentials"), plain("Signature Title Credentials")})
_MOST_WORDS_OF_A_SIGNER = 14
_CONSENT = re.compile(r"\bI (?:do )?(?P<no>not |NOT )?(?:give |agree|consent)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signing:
    """What came of it: the signatures, and the labelled values that belong to them and to nothing else."""

    signatures: tuple[Signature, ...]
    used: frozenset[int]
    """Indexes into the labelled values."""


def find_signatures(
    labelled: Sequence[Labelled], lines: Sequence[Line], kind: Kind, page_year: PageYear | None, signed_by: Sequence[str]
) -> Signing:
    """Find all signature lines and signatures of a document, in reading order."""
    office = _office_lines(lines)
    used: set[int] = set()
    found: list[Signature] = []
    for index, item in enumerate(labelled):
        if item.key != SIGNATURE:
            continue
        used.add(index)
        date_index = _date_of(labelled, index, kind)
        if date_index is not None:
            used.add(date_index)
        if item.order in office or _optional(item, labelled, index) or (item.column and not _row_used(item, labelled)):
            continue
        found.append(_signature(item, labelled[date_index] if date_index is not None else None, kind, page_year))
    found = _merged(_with_electronic(found, labelled, lines, page_year, kind))
    found.extend(_format_lines(lines, found, kind))
    if kind is Kind.PROGRESS_NOTE:
        found.extend(_unlabelled(labelled, lines, found, page_year))
    found = _with_document_signature(_with_pictures(found, lines), signed_by)
    return Signing(tuple(sorted(found, key=lambda each: each.order)), frozenset(used))


def _signature(item: Labelled, date: Labelled | None, kind: Kind, page_year: PageYear | None) -> Signature:
    words = _words(item.value)
    own = [each for each in find_dates(words, page_year) if each.text]
    evidence, name = _evidence(item, words, kind)
    spot = Spot(item.line.place, item.line.text.strip() or item.label)
    stamp = own[-1] if own else None
    found_date = DateFound(stamp.text, stamp.date, spot, item.at, stamp.problem) if stamp else None
    date_words = ""
    if date is not None:
        date_words = _words(date.value)
        dated = next(iter(find_dates(date_words, page_year)), None)
        if dated and any(mark.kind is MarkKind.AUTOMATIC_DATE for mark in date.marks):
            dated = None
        if dated:
            found_date = DateFound(dated.text, dated.date, Spot(date.line.place, date.line.text.strip()), date.at, dated.problem)
    if evidence is Evidence.TYPED and plain(item.label) in _PORTAL_LABEL and date is not None and found_date:
        evidence = Evidence.ELECTRONIC
    return Signature(
        role=role_of(item.label, kind, column=item.column),
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


def _words(value: str) -> str:
    return " ".join(value.replace("_", " ").replace("\n", " ").split())


def role_of(label: str, kind: Kind, *, column: bool = False) -> Role:
    """Whose signature a label asks for; in a note an unnamed line is the provider's, a column of an IEP the team's."""
    bare = plain(label)
    if column and kind is Kind.DRAFT_IEP:
        return Role.TEAM
    for role, words in _role_words().items():
        if any(f" {word}" in f" {bare}" for word in words):
            if role is Role.PROVIDER and kind is Kind.DRAFT_IEP:
                return Role.PREPARER
            return role
    if kind is Kind.PROGRESS_NOTE:
        return Role.PROVIDER
    return Role.UNNAMED


@cache
def _role_words() -> dict[Role, frozenset[str]]:
    return {Role(name): frozenset(map(plain, words)) for name, words in load("signatures")["roles"].items()}


def _evidence(item: Labelled, words: str, kind: Kind) -> tuple[Evidence, str]:
    """The strongest evidence in a line's own value, and the signer's name where one can be read."""
    marks = {mark.kind for mark in item.marks}
    if MarkKind.SIGNED_LINE in marks:
        return Evidence.DIGITAL, next((mark.value for mark in item.marks if mark.kind is MarkKind.SIGNED_LINE), "")
    if electronic := _electronic_name(f"{item.label}: {words}") if _is_electronic_label(item.label) else _electronic_name(words):
        return Evidence.ELECTRONIC, electronic
    if MarkKind.INK in marks:
        return Evidence.INK, ""
    if MarkKind.PICTURE in marks:
        return Evidence.PICTURE, ""
    if any(mark.kind is MarkKind.PLACEHOLDER for mark in item.marks):
        return Evidence.STAND_IN, ""
    if plain(words) in phrases("signatures", "stand_ins"):
        return Evidence.STAND_IN, ""
    bare = _without_dates(words)
    if not _FILLER.sub("", bare.replace("￼", "")):
        return Evidence.BLANK, ""
    return _typed(bare, role_of(item.label, kind, column=item.column))


def _typed(bare: str, role: Role) -> tuple[Evidence, str]:
    simple = plain(bare.replace("￼", " "))
    if not simple or simple in phrases("signatures", "stand_ins") or re.fullmatch(r"x{3,}|x", simple) or _is_bracketed(bare):
        return Evidence.STAND_IN, ""
    if holds(simple, phrases("signatures", "explanations")) and role is not Role.PROVIDER:
        return Evidence.EXPLAINED, ""
    if holds(simple, frozenset({"signature on file", "on file", "to be signed", "sign here", "not signed", "signature pending", "awaiting signature"})):
        return Evidence.STAND_IN, ""
    name = _NAME.search(bare) or _SHORT_NAME.search(bare)
    if name:
        return Evidence.TYPED, name.group()
    if _INITIALS.fullmatch(bare.strip()):
        return Evidence.INITIALS, bare.strip()
    return Evidence.TYPED, bare.strip()


def _is_bracketed(text: str) -> bool:
    return bool(re.fullmatch(r"[\[<{(«].*[\]>})»]", text.strip()))


def _without_dates(words: str) -> str:
    """The words of a line without its dates, times and the word "date"."""
    kept, start = [], 0
    for each in find_dates(words):
        kept.append(words[start : each.start])
        start = each.end
    text = _TIME_OF_DAY.sub(" ", " ".join([*kept, words[start:]]))
    return _DATE_WORD.sub(" ", text).strip(" ,;:/|")


def _is_electronic_label(label: str) -> bool:
    return bool(re.search(r"electronically|digitally|e-?signed", label, re.IGNORECASE))


def _electronic_name(words: str) -> str:
    match = _ELECTRONIC.search(words)
    if match is None:
        return ""
    name = (match["name"] or match["slash"] or "").strip(" ,.-")
    name = re.split(r"\s+(?:on|at|date)\b", name, flags=re.IGNORECASE)[0].strip(" ,")
    return name if name and plain(name) not in phrases("signatures", "stand_ins") and len(name) > 1 else ""


def _optional(item: Labelled, labelled: Sequence[Labelled], index: int) -> bool:
    """Whether nobody has to sign there: optional lines, an unnamed "Other", the unused one of a consent pair."""
    around = plain(f"{item.label} {item.line.text if item.empty else ''}")
    if item.empty and (holds(around, phrases("signatures", "optional")) or re.match(r"other\b", plain(item.label))):
        return True
    if not item.empty:
        return False
    mine = _CONSENT.search(item.line.text) or _CONSENT.search(item.label)
    if mine is None:
        return False
    return any(
        not other.empty and (theirs := _CONSENT.search(other.line.text)) and bool(theirs["no"]) != bool(mine["no"])
        for other in labelled
        if other.key == SIGNATURE
    )


def _row_used(item: Labelled, labelled: Sequence[Labelled]) -> bool:
    """Whether anything else stands in a signature's table row, and it is no row of totals."""
    others = [each for each in labelled if each.row == item.row and each is not item]
    if any(_TOTALS.match(each.value) for each in others):
        return False
    return not item.empty or any(not each.empty for each in others)


def _office_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of "for office use only" boxes: the rest of the table, else up to the next empty line or heading."""
    found: set[int] = set()
    words = phrases("signatures", "office_use")
    for index, line in enumerate(lines):
        if "use only" not in line.text.casefold() or not holds(plain(line.text), words):
            continue
        found.add(index)
        for below in range(index + 1, len(lines)):
            if line.place.table != lines[below].place.table or (line.place.table is None and not lines[below].text.strip()):
                break
            found.add(below)
    return frozenset(found)


def _date_of(labelled: Sequence[Labelled], index: int, kind: Kind) -> int | None:
    """The date label that belongs to a signature: the next one on its line, in its row, or on the line below.

    In a table of sessions only a column that is about signing counts, as the row's "Date" is the day of the service.
    """
    item = labelled[index]
    if item.column:
        keys = _DATE_KEYS - {"note_date"} if kind is Kind.DRAFT_IEP else {"signed_date", "parent_signed_date", "cosigned_date"}
        row = [other for other, each in enumerate(labelled) if each.row == item.row and each.column]
        dates = [other for other in row if labelled[other].key == "date"]
        if len(dates) > 1 and dates[-1] > index:
            return dates[-1]
        found = [other for other in row if labelled[other].key in keys]
        return next((other for other in found if other > index), found[0] if found else None)
    for other in range(index + 1, min(index + 4, len(labelled))):
        near = labelled[other]
        if near.key == SIGNATURE:
            return None
        if near.key in _DATE_KEYS and (near.order == item.order or _next_to(item, near)):
            return other
        if near.key in ("service_date", "child_name", "narrative"):
            return None
    return None


def _next_to(item: Labelled, date: Labelled) -> bool:
    """Whether a date label stands in the signature's row, or within the few lines below it."""
    if item.row is not None and item.row == date.row:
        return True
    if date.key == "date" and date.order - max(item.order, item.at) > 2:
        return False
    return 0 < date.order - item.order <= 6


# --- electronic signatures, pictures and format signatures --------------------------------------------------------


def _with_electronic(
    found: list[Signature], labelled: Sequence[Labelled], lines: Sequence[Line], page_year: PageYear | None, kind: Kind
) -> list[Signature]:
    """Add signatures in e-signature text; one that stands at a blank line (within two lines) signs that line."""
    result = list(found)
    for order, line in enumerate(lines):
        if not (name := _electronic_name(line.text)) or any(
            each.evidence is Evidence.ELECTRONIC and abs(each.order - order) == 0 for each in result
        ):
            continue
        near = " ".join(each.text for each in lines[order : order + 2])
        stamp = next((each for each in find_dates(near, page_year) if each.date), None)
        spot = Spot(line.place, line.text.strip())
        date = DateFound(stamp.text, stamp.date, spot, order, stamp.problem) if stamp else None
        blank = [each for each in result if each.evidence in (Evidence.BLANK, Evidence.TYPED) and 0 <= order - each.order <= 2]
        if blank:
            place = result.index(blank[-1])
            result[place] = replace(
                blank[-1], evidence=Evidence.ELECTRONIC, name=name, words=line.text.strip(), spot=spot, date=date or blank[-1].date
            )
        else:
            result.append(Signature(_esign_role(line.text, kind), "", Evidence.ELECTRONIC, line.text.strip(), spot, order, name, date))
    return result


def _merged(found: list[Signature]) -> list[Signature]:
    """An "Electronically signed by: …" label with a name signs the blank line right above it: one signature, not two."""
    signing = [each.order for each in found if each.evidence is Evidence.ELECTRONIC and _is_electronic_label(each.label)]
    return [
        each
        for each in found
        if each.evidence is not Evidence.BLANK or each.in_row or not any(0 < order - each.order <= 2 for order in signing)
    ]


def _esign_role(text: str, kind: Kind) -> Role:
    role = role_of(text.partition(":")[0], kind)
    return Role.PROVIDER if role in (Role.UNNAMED, Role.DISTRICT, Role.TEAM) else role


def _format_lines(lines: Sequence[Line], found: Sequence[Signature], kind: Kind) -> Iterator[Signature]:
    """Word's own signature lines and PDF signature fields that stand at no label."""
    known = {each.order for each in found}
    for order, line in enumerate(lines):
        for mark in line.marks:
            if mark.kind in (MarkKind.SIGNATURE_LINE, MarkKind.SIGNED_LINE) and not known & {order, order - 1, order + 1}:
                evidence = Evidence.DIGITAL if mark.kind is MarkKind.SIGNED_LINE else Evidence.BLANK
                label = mark.value or "signature line"
                yield Signature(role_of(label, kind), label, evidence, "", Spot(line.place, line.text.strip()), order, mark.value)


def _unlabelled(
    labelled: Sequence[Labelled], lines: Sequence[Line], found: Sequence[Signature], page_year: PageYear | None
) -> Iterator[Signature]:
    """A typed name with its credential that ends a note ("… 4/5 trials. J. Doe OTR/L") where no signature label is."""
    if any(each.role is Role.PROVIDER for each in found):
        return
    labels = {item.order for item in labelled if item.key and item.key not in _NOTE_KEYS}
    start = min((item.order for item in labelled if item.key in (*_DATE_KEYS, *_NOTE_KEYS, "service_date")), default=0)
    for order, line in enumerate(lines):
        if order in labels or order < start or line.place.part != "body" or not (match := _signed_end().search(line.text)):
            continue
        stamp = next((each for each in find_dates(line.text, page_year) if each.date), None)
        spot = Spot(line.place, line.text.strip())
        date = DateFound(stamp.text, stamp.date, spot, order, stamp.problem) if stamp else None
        yield Signature(Role.PROVIDER, "", Evidence.TYPED, match.group().strip(" .;-–—"), spot, order, match["name"], date)


_NOTE_KEYS = frozenset({"narrative", "annual_goal", "reason"})


@cache
def _signed_end() -> re.Pattern[str]:
    credential = "|".join(sorted((re.escape(each) for each in load("credentials")["credentials"]), key=len, reverse=True))
    name = rf"(?P<name>{_SHORT_NAME.pattern}|{_NAME.pattern}?)"
    return re.compile(
        rf"(?:^|[-–—.;]\s*|\s){name}\s*,?\s+(?:{credential})(?:[,/\s]+(?:{credential}))*\.?(?:[\s,]+\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})?\s*$"
    )


def _with_pictures(found: list[Signature], lines: Sequence[Line]) -> list[Signature]:
    """A blank line with a picture or ink right above or below it, outside of tables, is signed by it."""
    result = []
    taken: set[int] = set()
    for each in found:
        kinds: set[MarkKind] = set()
        if each.evidence is Evidence.BLANK and not each.in_row:
            for near in (each.order, each.order - 1, each.order + 1):
                if 0 <= near < len(lines) and near not in taken and _same_place(lines[near], lines[each.order]):
                    near_kinds = {mark.kind for mark in lines[near].marks} & {MarkKind.PICTURE, MarkKind.INK, MarkKind.SIGNED_LINE}
                    if near_kinds:
                        kinds, _ = near_kinds, taken.add(near)
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


def _with_document_signature(found: list[Signature], signed_by: Sequence[str]) -> list[Signature]:
    """A cryptographic signature of the whole file signs one line: the first blank one of the provider or preparer."""
    result = list(found)
    missing = len(signed_by) - sum(each.evidence is Evidence.DIGITAL for each in result)
    for name in signed_by[len(signed_by) - missing :] if missing > 0 else ():
        blank = [each for each in result if each.evidence in (Evidence.BLANK, Evidence.TYPED) and each.role in (Role.PROVIDER, Role.PREPARER, Role.UNNAMED)]
        if blank:
            result[result.index(blank[0])] = replace(blank[0], evidence=Evidence.DIGITAL, name=name or blank[0].name)
    return result
