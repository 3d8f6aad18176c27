"""What counts as a field filled in, and what only holds its place."""

from __future__ import annotations

import re

from checkers.document import PLANS, Document, Entry, Field, Kind, Section, Service
from checkers.rules.coordination import needs_coordinator
from checkers.words import plain

_PLACE_HOLDERS = frozenset(
    {"tbd", "tba", "to be determined", "to be announced", "to be completed", "to follow", "pending"}
)
_NOTHING = frozenset({"n a", "na", "none", "not applicable", "unknown", "nil"})
_CODE = re.compile(r"(?!P\b)[A-Z]{1,3}")
_CROSSES = re.compile(r"x{3,}")


def holds_place(field: Field | None) -> bool:
    """Whether only a placeholder ("TBD", "XXXX", "Click or tap to enter text.") stands in the field."""
    if field is None:
        return False
    return bool(field.template and not plain(field.value)) or is_placeholder(field.value)


def is_placeholder(value: str) -> bool:
    """Whether words only hold the place of what is still to be written ("TBD", "XXXX")."""
    bare = plain(value)
    return bare in _PLACE_HOLDERS or bool(_CROSSES.fullmatch(bare))


def is_empty(field: Field | None) -> bool:
    """Whether nothing stands in the field, or words that say so ("N/A", "none"). A placeholder is something else."""
    return field is None or field.blank or plain(field.value) in _NOTHING


def has_absence_code(entry: Entry) -> bool:
    """Whether a code without times may tell that the session did not take place, on a page that explains no codes."""
    code = next((field.value for field in entry.fields if field.key == "absence" and field.value), "")
    return entry.time is None and bool(_CODE.fullmatch(code.strip()))


def required_fields(doc: Document, services_to_coordinate: int | None) -> tuple[Field, ...]:
    """The fields that a rule of the catalogue wants filled in, where a placeholder is one fault and that one alone."""
    found = [_best(doc, "child_name")]
    if doc.kind in (Kind.PROGRESS_NOTE, Kind.ATTENDANCE_LOG):
        found.append(_best(doc, "service_type"))
    if doc.kind in PLANS:
        found += [_best(doc, key) for key in ("meeting_date", "start_date", "review_date")]
        if doc.kind is Kind.IFSP or (services_to_coordinate and needs_coordinator(doc, services_to_coordinate)):
            found.append(doc.coordinator_field)
        sections = map(doc.section, _SECTIONS[doc.kind])
        found += [as_field(section) for section in sections if section]
        found += _of_lines(doc)
    for entry in doc.entries:
        found += _of_entry(entry)
    return tuple(field for field in found if field is not None)


def _best(doc: Document, key: str) -> Field | None:
    """Of several fields of one meaning the first that is truly filled in, as one is enough."""
    fields = doc.values(key)
    return next(
        (field for field in fields if not holds_place(field) and not field.blank), fields[0] if fields else None
    )


def as_field(section: Section) -> Field:
    """A section as a field with a value, to be asked what stands in it."""
    return Field(section.key, section.heading, section.text, section.spot, section.order)


def owes_amounts(service: Service, kind: Kind) -> bool:
    """Whether a service line is one of a service given in sessions or hours. An IFSP lists few others."""
    if kind is Kind.IFSP:
        return service.discipline not in _WITHOUT_AMOUNTS
    return service.related or service.discipline in _NOT_RELATED_WITH_AMOUNTS


_SECTIONS = {
    Kind.DRAFT_IEP: ("present_levels", "annual_goals", "progress_reports", "participation"),
    Kind.IFSP: ("development", "outcomes", "natural_environments"),
}
_NOT_RELATED_WITH_AMOUNTS = frozenset({"itinerant", "special_class"})
_WITHOUT_AMOUNTS = frozenset({"coordination", "transportation", "assistive_technology"})
_AMOUNTS = frozenset({"frequency", "duration", "place"})


def _of_lines(doc: Document) -> list[Field]:
    """The cells of the rows of services that say how often, how long and where."""
    rows = {each.spot.place.row_place for each in doc.services if owes_amounts(each, doc.kind)}
    return [field for field in doc.fields if field.key in _AMOUNTS and field.spot.place.row_place in rows]


def _of_entry(entry: Entry) -> list[Field | None]:
    fields = [entry.date_field]
    if not entry.cancelled:
        if not entry.narrative or holds_place(entry.narrative_field):
            fields.append(entry.narrative_field)
        if entry.time is None and entry.minutes is None:
            fields.extend(entry.time_fields)
    return fields
