"""What the sheet to be signed says: titles, paragraphs and tables of plain text, whatever it is written as.

What `tandem verify` needs stands in its tables, as everybody can read it: the documents with their sums, and a sum of
these tables themselves. A table is known again by its heads.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from checkers.check import FileReport
from checkers.gate.decision import Decision
from checkers.outcome import Outcome
from checkers.profile import Profile
from checkers.registry import find_rule
from checkers.reports.grouping import Finding, by_owner, found_in_words, mark_of, session_and_spot
from checkers.reports.notes import waiver_notes
from checkers.reports.wording import KINDS, OWNERS, counted, day_in_words
from checkers.visible import visible_line

Row = tuple[str, ...]

ABOUT = ("What", "Which")
DOCUMENTS = ("No.", "Document", "What it is", "Checked by", "Result", "SHA-256")
PROFILES = ("Profile", "Name", "Version", "Rules that were run")
WAIVERS = ("Document", "Rule", "Session", "Reason", "By", "On", "Until", "Holds")
SEALED = (ABOUT, DOCUMENTS, PROFILES, WAIVERS)
"""The heads of the tables that the sheet's own sum is made of."""
SEAL = ("Sum of the tables above",)
FOLDER, CHECKED_ON = "Folder", "Checked on"

_IN_THE_WAY = ("Document", "Finding", "Where", "To do")
_TO_LOOK_AT = ("Seen", "Document", "Finding", "Where", "To do")
_UNREAD = ("File", "Why")
_SIGNED = ("Name and title", "Signature", "Date")
_TICK = "☐"
_UNSEEN = "�"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the sheet: its title, what it says, and a table with heads; "" or () for none."""

    title: str
    text: tuple[str, ...] = ()
    heads: Row = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole sheet; `ready` is what it says of the batch."""

    title: str
    ready: bool
    summary: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What only the caller knows: where the batch is as seen from the sheet, the day, Tandem's version.

    `strict`: whether every finding stood in the way; `others` are the files of the folder that are no documents.
    """

    folder: str
    today: datetime.date
    version: str
    strict: bool = False
    others: tuple[str, ...] = ()


def make_sheet(decision: Decision, facts: Facts) -> Sheet:
    """The sheet on a batch; the paths in its reports are shown as they are, so they should begin at the folder."""
    result = "READY" if decision.ready else "NOT READY"
    documents = counted(len(decision.reports), "document")
    found = found_in_words(decision.reports)
    sections = [
        Section("The batch", (), ABOUT, tuple(_about(decision, facts, result))),
        *_in_the_way(decision),
        *_section("To look at before signing", _LOOK, _TO_LOOK_AT, _looked_at(decision.to_look_at)),
        Section("Documents", (), DOCUMENTS, tuple(_documents(decision.reports))),
        Section("Rules and profiles", (), PROFILES, tuple(_profiles(decision.reports, facts))),
        *_section("Waivers", (), WAIVERS, _waivers(decision.reports)),
        *_section("Not read, or not in whole", (), _UNREAD, _unread(decision.reports, facts.others)),
    ]
    sections = [replace(each, rows=tuple(tuple(map(shown, row)) for row in each.rows)) for each in sections]
    seal = seal_of([(each.heads, *each.rows) for each in sections])
    return Sheet(
        f"{result}: {documents}, {day_in_words(facts.today)}",
        decision.ready,
        f"{found[:1].upper()}{found[1:]}.",
        (
            *sections,
            Section("Signature", (_SIGNING if decision.ready else _NOT_YET,), _SIGNED, (("", "", ""),)),
            Section("What this sheet shows", tuple(_SHOWS), SEAL, ((seal,),)),
        ),
    )


def shown(text: str) -> str:
    """A text as it stands in a cell: nothing in it can be lost or changed by being written, printed and read again.

    What cannot be seen is shown as a sign, so that no name looks like another that it is not.
    """
    words = visible_line(unicodedata.normalize("NFC", text)).split()
    return " ".join("".join(each if each.isprintable() else _UNSEEN for each in word) for word in words)


def seal_of(tables: Iterable[Sequence[Row]]) -> str:
    """The sum of the tables with the heads of `SEALED`, their heads first; others do not count."""
    sealed = [[list(row) for row in table] for table in tables if table and tuple(table[0]) in SEALED]
    return hashlib.sha256(json.dumps(sealed).encode()).hexdigest()


_LOOK = ("None of this stops the batch. Tick what you have looked at.",)
_SIGNING = "I have looked at the points above, and this batch may go as it is listed here."
_NOT_YET = "This batch is not ready: mend what stands in the way, and sign the sheet that is made after that."
_SHOWS = (
    "Ready means that no rule of the profiles above found an error that is not waived. It does not mean that whoever "
    "gets the documents will take them, and it is no legal advice.\n"
    "The SHA-256 sum of a document is another one as soon as anything in the file changes. “tandem verify” with this "
    "sheet says which files are still the same, and which are changed, gone or new.\n"
    "The sum below is that of the tables “The batch”, “Documents”, “Rules and profiles” and “Waivers”, and shows "
    "whether they were changed. It cannot show that a sheet was made anew with other files: whoever can write to this "
    "sheet can do that too. What counts is the copy that was printed and signed, or one where nobody else can write."
).splitlines()


def _section(title: str, text: tuple[str, ...], heads: Row, rows: Iterable[Row]) -> Iterator[Section]:
    """A section that is there only where it has rows."""
    if filled := tuple(rows):
        yield Section(title, text, heads, filled)


def _about(decision: Decision, facts: Facts, result: str) -> Iterator[Row]:
    yield "Result", result
    yield FOLDER, facts.folder
    yield CHECKED_ON, facts.today.isoformat()
    yield "By", f"Tandem {facts.version}"
    yield "Documents", str(len(decision.reports))
    stops = "everything that was found" if facts.strict else "errors, and files that cannot be read"
    yield "In the way stand", stops


def _in_the_way(decision: Decision) -> Iterator[Section]:
    for owner, found in by_owner(decision.in_the_way):
        title = f"In the way: {OWNERS[owner]} can mend {counted(len(found), 'finding')}"
        yield Section(title, (), _IN_THE_WAY, tuple(map(_finding, found)))


def _looked_at(found: Iterable[Finding]) -> Iterator[Row]:
    yield from ((_TICK, *_finding(each)) for each in found)


def _finding(found: Finding) -> Row:
    return found.report.path, _named(found.outcome), session_and_spot(found), found.outcome.fix


def _named(outcome: Outcome) -> str:
    name = find_rule(outcome.rule).name
    said = outcome.message if outcome.message != f"{name}." else ""
    return f"{mark_of(outcome)[1]} {outcome.rule}: {name}. {said}".strip()


def _documents(reports: Sequence[FileReport]) -> Iterator[Row]:
    for number, report in enumerate(reports, start=1):
        result = "not read" if report.error else found_in_words([report])
        kind = KINDS[report.kind] if report.doc else ""
        profile = report.profile.id if report.profile else ""
        yield str(number), report.path, kind, profile, result, report.sha256 or NO_SUM


NO_SUM = "none"
"""Instead of the sum of a file that could not even be opened."""


def _profiles(reports: Iterable[FileReport], facts: Facts) -> Iterator[Row]:
    used = {report.profile.id: report.profile for report in reports if report.profile}
    for name, profile in sorted(used.items()):
        version = f"{'the user’s own' if profile.file else f'Tandem {facts.version}'}, {_digest(profile)}"
        yield name, profile.name, version, ", ".join(sorted(profile.rules))


_DIGITS = 12


def _digest(profile: Profile) -> str:
    """The beginning of a sum of all that a profile amounts to: another one as soon as it judges otherwise."""
    whole = (
        sorted(profile.rules),
        sorted(profile.figures.items()),
        [profile.typed_signature, profile.signatures_dated, profile.entry_dates_signature],
        sorted((str(day), name) for day, name in profile.closed_days.items()),
        sorted(profile.labels.items()),
    )
    return hashlib.sha256(json.dumps(whole).encode()).hexdigest()[:_DIGITS]


def _waivers(reports: Iterable[FileReport]) -> Iterator[Row]:
    for report in reports:
        for waiver, standing in report.waivers:
            until = waiver.until.isoformat() if waiver.until else ""
            entry = str(waiver.entry) if waiver.entry else "all"
            row = (report.path, waiver.rule, entry, waiver.reason, waiver.by, waiver.on.isoformat(), until)
            yield *row, "yes" if standing == "holds" else f"no: {standing.value}"


def _unread(reports: Iterable[FileReport], others: Iterable[str]) -> Iterator[Row]:
    for report in reports:
        if report.error:
            yield report.path, report.error
        elif report.doc:
            yield from ((report.path, note) for note in report.doc.reading.notes)
        if report.waiver_error:
            yield from ((report.path, note) for note in waiver_notes(report) if report.waiver_error in note)
    yield from ((name, "It is of no kind that Tandem takes for a document; it was not looked at.") for name in others)


def beginning_at(folder: PurePath, report: FileReport) -> FileReport:
    """The report with its path as seen from the folder."""
    return replace(report, path=PurePath(report.path).relative_to(folder).as_posix())
