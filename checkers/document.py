"""The document model: what a rule sees of a document, whatever file it came from.

`checkers.understand` makes it from a reader's `Reading`. Everything carries its `Spot` and its `order`, the index of
its line in `Document.lines`, by which things are told to stand before, inside or after one another.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from checkers.layout import Line, Reading
from checkers.outcome import Spot


class Kind(StrEnum):
    """The kinds of document of the rule catalogue."""

    PROGRESS_NOTE = "progress_note"
    ATTENDANCE_LOG = "attendance_log"
    DRAFT_IEP = "draft_iep"
    STAC1 = "stac1"
    IFSP = "ifsp"
    CONTACT_LOG = "contact_log"
    UNKNOWN = "unknown"


RECORDS = frozenset({Kind.PROGRESS_NOTE, Kind.ATTENDANCE_LOG, Kind.CONTACT_LOG})
"""Kinds whose entries are sessions or contacts, signed by whoever gave them."""
PLANS = frozenset({Kind.DRAFT_IEP, Kind.IFSP})
"""Kinds with services, goals or outcomes, and signatures of a team."""
KNOWN = frozenset(Kind) - {Kind.UNKNOWN}


class Activity(StrEnum):
    """What the time of an entry went to."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    COORDINATION = "coordination"
    CPSE_MEETING = "cpse_meeting"
    PARENT_CONFERENCE = "parent_conference"
    CLASSROOM_OBSERVATION = "classroom_observation"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """Whose signature a line asks for."""

    PROVIDER = "provider"
    SUPERVISOR = "supervisor"
    PARENT = "parent"
    PREPARER = "preparer"
    TEAM = "team"
    DISTRICT = "district"
    UNNAMED = "unnamed"


class Term(StrEnum):
    """For which time a service coordinator is named: initial (interim), ongoing, or the label does not say."""

    ANY = ""
    INITIAL = "initial"
    ONGOING = "ongoing"


class Evidence(IntEnum):
    """What was found on a signature line, from nothing to the strongest."""

    BLANK = 0
    STAND_IN = 1
    EXPLAINED = 2
    INITIALS = 3
    TYPED = 4
    PICTURE = 5
    INK = 6
    ELECTRONIC = 7
    DIGITAL = 8

    @property
    def signed(self) -> bool:
        """Whether it counts as signed at all (a typed name does, for SIG005 to weigh)."""
        return self >= Evidence.INITIALS


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date as written: `date` is None where it is no calendar date, `problem` then says why.

    `problem`: "" (a date), "no such day", "no year". `month_only`: month and year, `date` is the first of the month.
    """

    text: str
    date: datetime.date | None
    spot: Spot
    order: int
    problem: str = ""
    month_only: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled value. `key` is what the label means (a key of words/labels.toml), "" for an unknown label.

    `value` is "" where the field is blank. `template` is the placeholder text where only that stands there.
    """

    key: str
    label: str
    value: str
    spot: Spot
    order: int
    template: str = ""
    dates: tuple[DateFound, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether nothing was filled in, not even a placeholder."""
        return not self.value and not self.template


@dataclass(frozen=True, slots=True)
class Checkbox:
    """A box to tick with the words that belong to it; `checked` is None where its state cannot be told.

    `option`: no box, but one of printed options of which one was chosen by its look; `how` says by which.
    """

    label: str
    checked: bool | None
    spot: Spot
    order: int
    how: str = ""
    option: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature line, or a signature without a line of its own (e-signature text).

    `date` is the signature's own date; `date_label` tells whether a date label stands with the line, `date_spot`
    where. `in_row`: the line is a cell of a table of sessions. `name` is the signer's printed name where one was
    found, `words` all that stands on the line.
    """

    role: Role
    label: str
    evidence: Evidence
    words: str
    spot: Spot
    order: int
    name: str = ""
    date: DateFound | None = None
    date_label: bool = False
    date_spot: Spot | None = None
    date_words: str = ""
    in_row: bool = False


@dataclass(frozen=True, slots=True)
class Time:
    """Start and end of a session in minutes after midnight; `text` as written."""

    start: int
    end: int
    text: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Entry:
    """One session of a note. `first` and `last` are the indexes of its first and last line (both inclusive)."""

    number: int
    spot: Spot
    first: int
    last: int
    row: bool = False
    """Whether it is a row of a table."""
    form: bool = False
    """Whether the entry itself has labelled fields or boxes (a form), and is not running prose."""
    date: DateFound | None = None
    date_field: Field | None = None
    time: Time | None = None
    time_fields: tuple[Field, ...] = ()
    minutes: int | None = None
    units: float | None = None
    """As claimed on the form."""
    activity: Activity = Activity.UNKNOWN
    activity_certain: bool = False
    """True where the form's own label or box says it; False where it was taken from the narrative."""
    activity_spot: Spot | None = None
    narrative: str = ""
    narrative_field: Field | None = None
    cancelled: bool = False
    reason: str = ""
    boxes: tuple[Checkbox, ...] = ()
    fields: tuple[Field, ...] = ()
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """A service line of an IEP, an IFSP or a STAC-1.

    `discipline` is a key of words/services.toml, "" where it is none of these.
    `related` tells a related service that a provider delivers in sessions (34 CFR 300.34), `itinerant` a SEIT/SEIS,
    `coordination` a line that stands for coordination of services itself. `words` is all that the line says: the line
    of a list, or the cells of a row, each with the head of its column.
    """

    number: int
    name: str
    discipline: str
    spot: Spot
    related: bool = False
    itinerant: bool = False
    coordination: bool = False
    provider: str = ""
    frequency: str = ""
    duration: str = ""
    location: str = ""
    method: str = ""
    start: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """An annual goal of an IEP or an outcome of an IFSP; `criteria` is what its own form fields say of measuring it."""

    number: int
    text: str
    criteria: str
    spot: Spot
    order: int


@dataclass(frozen=True, slots=True)
class Coordinator:
    """A designated coordinator of services as written, with the disciplines its words name."""

    words: str
    disciplines: frozenset[str]
    spot: Spot
    itinerant: bool = False
    term: Term = Term.ANY


@dataclass(frozen=True, slots=True)
class Document:
    """A document as rules see it."""

    reading: Reading
    lines: tuple[Line, ...]
    kind: Kind
    kind_reason: str
    kind_confidence: float = 1.0
    """How sure the kind is, 0 to 1: its title and its labels agree, or one of them alone says so."""
    fields: tuple[Field, ...] = ()
    boxes: tuple[Checkbox, ...] = ()
    dates: tuple[DateFound, ...] = ()
    signatures: tuple[Signature, ...] = ()
    entries: tuple[Entry, ...] = ()
    goals: tuple[Goal, ...] = ()
    services: tuple[Service, ...] = ()
    services_spot: Spot | None = None
    """Where the list of services begins; None where the document has none."""
    coordinators: tuple[Coordinator, ...] = ()
    coordinator_field: Field | None = None
    """The first field that asks for a coordinator, filled or not."""
    is_draft: bool = False
    is_report: bool = False
    """A progress report over a period: a progress note without sessions."""
    is_template: bool = False
    """A blank form or an instruction sheet, not a record about a child."""
    template_words: tuple[Spot, ...] = field(default=())

    def values(self, key: str) -> tuple[Field, ...]:
        """All fields of one meaning, in document order."""
        return tuple(found for found in self.fields if found.key == key)

    def first(self, *keys: str) -> Field | None:
        """The first filled field of one of these meanings, else the first blank one, else None."""
        found = [each for each in self.fields if each.key in keys]
        return next((each for each in found if each.value), found[0] if found else None)

    def entries_covered_by(self, signature: Signature) -> tuple[Entry, ...]:
        """The entries that a signature stands for: those it is in, else those before it back to the one before."""
        before = bisect_right(self.entries, signature.order, key=lambda entry: entry.first)
        if before and signature.order <= self.entries[before - 1].last:
            return (self.entries[before - 1],)
        return _page_entries(self.entries, signature)


def _page_entries(entries: Iterable[Entry], signature: Signature) -> tuple[Entry, ...]:
    """A signature outside of every entry covers the entries of its page, and all of them in a file without pages."""
    page = signature.spot.place.page
    return tuple(entry for entry in entries if page is None or entry.spot.place.page in (None, page))
