"""`tandem inspect FILE`: what was read in a document, so that a surprising finding can be understood."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from assistant.profiles import choose
from assistant.settings import Unusable
from checkers.check import FileReport, Options, check_file
from checkers.document import Checkbox, Document, Entry, Field, Goal, Kind, Service, Signature
from checkers.outcome import Spot
from checkers.reports.json import location_object
from checkers.reports.wording import KINDS, place_in_words
from checkers.visible import visible_line

_WIDTH = 80
_LONGEST_VALUE = 60
_STATES = {True: "ticked", False: "not ticked", None: "cannot be told"}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "inspect",
        help="show what was read in a document",
        description="Show what Tandem reads in a document, and where.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a .docx, .pdf or .txt file")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to write it")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write what was read, and give the exit code: 2 for a file that cannot be read."""
    try:
        options = choose(None)
    except Unusable as wrong:
        sys.stderr.write(f"tandem inspect: {wrong}\n")
        return 2
    report = check_file(args.file, replace(options, select=frozenset({"DOC"})))
    if report.doc is None:
        sys.stderr.write(f"tandem inspect: {visible_line(f'{report.path}: {report.error}')}\n")
        return 2
    if args.format == "json":
        sys.stdout.write(json.dumps(inspection(report, report.doc), indent=1) + "\n")
    else:
        sys.stdout.writelines(
            f"{line}\n" for line in inspection_lines(report, report.doc, _reason(report.doc, options))
        )
    return 0


def inspection(report: FileReport, doc: Document) -> dict[str, Any]:
    """What was read, as plain values."""
    return {
        "path": report.path,
        "kind": doc.kind.value,
        "kind_reason": doc.kind_reason,
        "kind_confidence": doc.kind_confidence,
        "profile": report.profile.id if report.profile else None,
        "draft": doc.is_draft,
        "blank_form": doc.is_template,
        "format": doc.reading.format,
        "fields": [_field(field) for field in doc.fields],
        "boxes": [_box(box) for box in doc.boxes],
        "signatures": [_signature(signature) for signature in doc.signatures],
        "entries": [_entry(entry) for entry in doc.entries],
        "goals": [_goal(goal) for goal in doc.goals],
        "services": [_service(service) for service in doc.services],
        "coordinators": [
            {"words": each.words, "disciplines": sorted(each.disciplines), "location": location_object(each.spot)}
            for each in doc.coordinators
        ],
        "ocr_pages": list(doc.reading.ocr_pages),
        "not_read": {"pages": list(doc.reading.unread_pages), "notes": list(doc.reading.notes)},
    }


def _field(field: Field) -> dict[str, Any]:
    return {
        "key": field.key,
        "label": field.label,
        "value": field.value,
        "template": field.template,
        "location": location_object(field.spot),
    }


def _box(box: Checkbox) -> dict[str, Any]:
    return {"label": box.label, "checked": box.checked, "how": box.how, "location": location_object(box.spot)}


def _signature(signature: Signature) -> dict[str, Any]:
    return {
        "role": signature.role.value,
        "label": signature.label,
        "evidence": signature.evidence.name.lower(),
        "words": signature.words,
        "name": signature.name,
        "date": signature.date.text if signature.date else None,
        "location": location_object(signature.spot),
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "entry": entry.number,
        "date": entry.date.text if entry.date else None,
        "time": entry.time.text if entry.time else None,
        "minutes": entry.minutes,
        "units": entry.units,
        "activity": entry.activity.value,
        "activity_certain": entry.activity_certain,
        "cancelled": entry.cancelled,
        "narrative": entry.narrative,
        "location": location_object(entry.spot),
    }


def _goal(goal: Goal) -> dict[str, Any]:
    return {"entry": goal.number, "text": goal.text, "criteria": goal.criteria, "location": location_object(goal.spot)}


def _service(service: Service) -> dict[str, Any]:
    return {
        "entry": service.number,
        "name": service.name,
        "discipline": service.discipline,
        "provider": service.provider,
        "frequency": service.frequency,
        "duration": service.duration,
        "place": service.location,
        "start": service.start,
        "location": location_object(service.spot),
    }


def _reason(doc: Document, options: Options) -> str:
    """Why the document is checked by its profile."""
    return "Your configuration says so." if options.profile else options.known().recognise(doc).reason


def inspection_lines(report: FileReport, doc: Document, reason: str) -> Iterator[str]:
    """What was read, for people; `reason` says why by this profile."""
    yield visible_line(report.path)
    sure = "" if doc.kind is Kind.UNKNOWN else f" (sure to {doc.kind_confidence:.0%})"
    yield from _wrap(f"{KINDS[doc.kind]}{sure}. {doc.kind_reason}", 2)
    yield from _wrap(f"Profile: {report.profile.name if report.profile else ''}. {reason}", 2)
    if pages := ", ".join(map(str, doc.reading.ocr_pages)):
        yield from _wrap(f"Read from a scan by text recognition: page {pages}. Compare it with the page.", 2)
    if doc.is_template:
        yield from _wrap("It looks like a blank form or an instruction, not a record about a child.", 2)
    yield from _part("Fields", [(_field_words(field), field.spot) for field in doc.fields])
    yield from _part(
        "Boxes", [(f"{box.label or 'without words'}: {_STATES[box.checked]}", box.spot) for box in doc.boxes]
    )
    yield from _part("Signatures", [(_signature_words(each), each.spot) for each in doc.signatures])
    yield from _part("Sessions", [(_entry_words(entry), entry.spot) for entry in doc.entries])
    goals = [(f"{goal.number}. {_short(goal.text)}", goal.spot) for goal in doc.goals]
    yield from _part("Goals" if doc.kind is Kind.DRAFT_IEP else "Outcomes", goals)
    yield from _part("Services", [(_service_words(service), service.spot) for service in doc.services])
    yield from _part("Coordinators", [(each.words, each.spot) for each in doc.coordinators])
    not_read = [f"page {page}: a picture without text" for page in doc.reading.unread_pages] + list(doc.reading.notes)
    yield from _part("Not read", [(words, None) for words in not_read])


def _part(title: str, items: Sequence[tuple[str, Spot | None]]) -> Iterator[str]:
    if items:
        yield ""
        yield f"{title} ({len(items)})"
    for words, spot in items:
        place = place_in_words(spot.place) if spot else ""
        yield from _wrap(f"{words}  [{place}]" if place else words, 2)


def _wrap(text: str, indent: int) -> list[str]:
    return textwrap.wrap(
        visible_line(text),
        _WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 4),
        break_on_hyphens=False,
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"


def _field_words(field: Field) -> str:
    value = (
        f"“{_short(field.value)}”" if field.value else f"placeholder “{field.template}”" if field.template else "blank"
    )
    return f"{field.label or 'without label'} ({field.key or 'unknown label'}): {value}"


def _signature_words(signature: Signature) -> str:
    date = f", dated {signature.date.text}" if signature.date else ""
    words = f" “{_short(signature.words)}”" if signature.words else ""
    label = signature.label or "without a line"
    return f"{label} ({signature.role.value}): {signature.evidence.name.lower()}{words}{date}"


def _entry_words(entry: Entry) -> str:
    sure = "" if entry.activity_certain else ", not certain"
    length = entry.time.text if entry.time else f"{entry.minutes} minutes" if entry.minutes is not None else "no time"
    state = "did not take place; " if entry.cancelled else ""
    date = entry.date.text if entry.date else "no date"
    return f"{entry.number}. {date}, {length}, {entry.activity.value}{sure}; {state}note: “{_short(entry.narrative)}”"


def _service_words(service: Service) -> str:
    discipline = service.discipline or "unknown service"
    details = ", ".join(each for each in (service.provider, service.frequency, service.start) if each)
    return f"{service.number}. {service.name} ({discipline}){f': {details}' if details else ''}"
