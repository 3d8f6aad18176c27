"""The services that an IEP, an IFSP or a STAC-1 lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from checkers.document import Checkbox, Kind, Service
from checkers.layout import BOX_EMPTY, BOX_TICKED, BOX_UNCLEAR, Line, Place
from checkers.outcome import Spot
from checkers.understand.coordinators import designates
from checkers.understand.disciplines import service_named
from checkers.understand.labelled import Labelled
from checkers.words import label_key, load, phrases, plain

_SERVICE_KEYS = frozenset({"service", "service_type"})
_LINE_KEYS = frozenset({"frequency", "duration", "place", "start_date", "provider", "group", "units"})
_METHOD_KEYS = frozenset({"criteria"})
"""A service's "Method" has the label of a goal's."""
_AMOUNT = re.compile(
    r"\d+\s*(?:x|times|sessions?|hours?|hrs?|min|units?)|\bx\s*\d"
    r"|\b(?:weekly|monthly|per (?:week|month))\b|/\s*(?:wk|week|mo)",
    re.IGNORECASE,
)


_ITEM = re.compile(r"related\s+service\s*(?:no\.?\s*|#\s*)?\d{1,2}\s*[:.)–-]?\s*", re.IGNORECASE)
"""The number of a STAC-1's related service, before its name or alone."""
_BOX = re.compile(rf"[{BOX_EMPTY}{BOX_TICKED}{BOX_UNCLEAR}□■☑]|\[\s*\w?\s*\]|^\s*_+")
_LONGEST_NAME = 8
"""In words: a longer line only mentions a service."""


def find_services(
    kind: Kind, labelled: Sequence[Labelled], lines: Sequence[Line], boxes: Sequence[Checkbox]
) -> tuple[Service, ...]:
    """The service lines, numbered from 1 in document order: rows of a table, else the lines under their heading.

    On a STAC-1 they stand at the labels "Related Service 1" and so on, or are ticked.
    """
    services = list(_from_tables(labelled, lines))
    if kind is Kind.STAC1:
        services = services or list(_from_items(labelled, lines))
        services += _ticked(boxes, [service for _, service in services])
    services = services or list(_from_lines(labelled, lines))
    services = [(order, each) for order, service in services for each in _each_named(service)]
    services.sort(key=lambda each: each[0])
    return tuple(replace(service, number=number) for number, (_, service) in enumerate(services, start=1))


def _each_named(service: Service) -> Iterator[Service]:
    """The services of one line: "Speech and Occupational Therapy" are two, "Parent Counseling and Training" is one."""
    names = re.split(r"\s*(?:[,;/&+]|\band\b)\s*", service.name)
    disciplines = [service_named(name) for name in names]
    one = service.coordination or "(" in service.name or "" in disciplines
    if one or len(names) < _FEWEST_SERVICES or len(set(disciplines)) < len(names):
        yield service
        return
    for name in names:
        named = _service(name, service.spot, {}, service.words)
        yield replace(service, name=name, discipline=named.discipline, related=named.related, itinerant=named.itinerant)


_FEWEST_SERVICES = 2


def services_heading(labelled: Sequence[Labelled], lines: Sequence[Line]) -> Spot | None:
    """Where the list of services begins, filled or not; None for a document without one."""
    for item in labelled:
        if item.key == "service":
            return Spot(item.line.place, item.line.text.strip())
    for line in lines:
        if _is_heading(line.text):
            return Spot(line.place, line.text.strip())
    return None


def _heads_aids(text: str) -> bool:
    """Whether a row heads the aids, devices and supports of a list of services, which are no services in sessions."""
    return plain(text.replace("\n", " ")) in phrases("sections", "draft_iep", "accommodations", "headings")


def _is_heading(text: str) -> bool:
    """Whether a line, or the words before its colon, heads a list of services."""
    return label_key(text.strip(" :#*")) in ("service", "services_heading")


def _service(name: str, spot: Spot, parts: dict[str, str], words: str) -> Service:
    discipline = service_named(name)
    return Service(
        number=0,
        name=name,
        discipline=discipline,
        spot=spot,
        related=bool(discipline) and load("services")[discipline]["related"],
        itinerant=discipline == "itinerant",
        coordination=discipline == "coordination",
        provider=parts.get("provider", ""),
        frequency=parts.get("frequency", ""),
        duration=parts.get("duration", ""),
        location=parts.get("place", ""),
        method=parts.get("criteria", "") or parts.get("group", ""),
        start=parts.get("start_date", ""),
        words=words,
        line=words,
    )


def _from_tables(labelled: Sequence[Labelled], lines: Sequence[Line]) -> Iterator[tuple[int, Service]]:
    rows: dict[tuple[int, int], list[Labelled]] = defaultdict(list)
    lines_of_rows = _rows(lines)
    for item in labelled:
        if item.column and item.row:
            rows[item.row].append(item)
    aids = (0, False)
    for items in rows.values():
        parts = {item.key: _value(item) for item in items if item.key}
        name = next((item for item in items if item.key in _SERVICE_KEYS), None)
        if name is None or not _ITEM.sub("", _value(name)):
            continue
        alone = not any(_value(item) for item in items if item is not name)
        table = items[0].row[0] if items[0].row else 0
        if alone or table != aids[0]:
            aids = (table, alone and _heads_aids(name.value))
        if aids[1] or not (_LINE_KEYS & parts.keys()):
            continue
        if alone and (_is_heading(name.value) or name.value.endswith(":") or not service_named(name.value)):
            continue  # a row that heads a group of services
        words = " | ".join(f"{item.label}: {_value(item)}" for item in items if item is not name and _value(item))
        spot = Spot(name.line.place, name.line.text.strip())
        row = [line.text.strip() for line in lines_of_rows[name.line.place.row_place] if line.text.strip()]
        service = _service(_ITEM.sub("", _value(name)).replace("\n", " "), spot, parts, words.replace("\n", " "))
        yield name.at, replace(service, line=" | ".join(row), asked=frozenset(parts))


def _from_items(labelled: Sequence[Labelled], lines: Sequence[Line]) -> Iterator[tuple[int, Service]]:
    """A STAC-1's numbered services, and a line of its own for the itinerant teacher with its dates or sessions."""
    used = set()
    for item in labelled:
        if item.key == "service_type" and _ITEM.match(item.label) and _value(item):
            used.add(item.order)
            text = lines[item.order].text.strip()
            yield item.order, _service(_value(item), Spot(item.line.place, text), {}, text)
    for order, line in enumerate(lines):
        head = line.text.split(":")[0]
        named = service_named(head) == "itinerant" and len(head.split()) <= _LONGEST_NAME
        if order not in used and named and any(each.isdigit() for each in line.text) and not _BOX.search(line.text):
            yield order, _service(head.strip(), Spot(line.place, line.text.strip()), {}, line.text.strip())


def _ticked(boxes: Sequence[Checkbox], listed: Sequence[Service]) -> Iterator[tuple[int, Service]]:
    """The ticked boxes that stand for a service: the type of placement, or the services themselves."""
    known = {service.discipline for service in listed}
    for box in boxes:
        named = service_named(box.label)
        if box.checked and named and named not in known:
            yield box.order, _service(box.label, box.spot, {}, box.spot.text)


def _rows(lines: Sequence[Line]) -> dict[Place, list[Line]]:
    """The lines that stand side by side, by what they have in common."""
    rows: dict[Place, list[Line]] = defaultdict(list)
    for line in lines:
        rows[line.place.row_place].append(line)
    return rows


def _value(item: Labelled) -> str:
    return "" if item.empty else item.value.strip()


def _from_lines(labelled: Sequence[Labelled], lines: Sequence[Line]) -> Iterator[tuple[int, Service]]:
    """Lines under a heading of services that begin with a known service, up to the next other heading."""
    inside = False
    stops = {item.order for item in labelled if item.key and item.key not in _SERVICE_KEYS | _LINE_KEYS}
    for order, line in enumerate(lines):
        text = line.text.strip()
        head, _, behind = text.partition(":")
        if _is_heading(head):
            inside = True
            text = behind.strip()
            for piece in re.split(r"[;,]\s+(?=[A-Z])", text) if service_named(text) else ():
                yield order, _service(piece, Spot(line.place, line.text.strip()), _parts(piece), piece)
            continue
        if not inside or not text:
            continue
        if designates(text):
            continue
        if (order in stops and not _AMOUNT.search(text)) or line.heading:
            inside = False
            continue
        item = re.sub(r"^[\s•·▪*\-–\ufffd]+|^\d+[.)]\s*", "", text)
        name = re.split(r"[:(,|\t]|\s[-–—]\s|[–—]|\s{2,}|\s(?=\d)", item)[0]
        if _names_service(name, text):
            whole, own = _with_lines_below(order, lines, labelled)
            beside = {item.key: _value(item) for item in labelled if item.order == order and item.key}
            service = _service(name.strip() or text, Spot(line.place, text), _parts(text) | beside | own, text)
            yield order, replace(service, line=whole, asked=frozenset(own))


def _names_service(name: str, text: str) -> bool:
    """Whether a line begins with a service, or speaks of one with its amount."""
    return bool(service_named(name) and len(name.split()) <= _LONGEST_NAME) or bool(
        _AMOUNT.search(text) and service_named(text)
    )


def _in_row(order: int, lines: Sequence[Line]) -> list[str]:
    """The cells of the table row that a line begins, "" for a line that stands in no list of several columns."""
    place = lines[order].place
    near = islice(lines, order, order + _WIDEST_ROW)
    row = takewhile(lambda line: place.table is not None and line.place.row_place == place.row_place, near)
    cells = {line.place.cell: line.text.strip() for line in row}
    return [text for text in cells.values() if text] if len(cells) >= _COLUMNS_OF_A_LIST else []


_COLUMNS_OF_A_LIST = 3
_WIDEST_ROW = 40


def _with_lines_below(order: int, lines: Sequence[Line], labelled: Sequence[Labelled]) -> tuple[str, dict[str, str]]:
    """All words of a service that is a line, with those below that go on: the rest of its sentence, labels of its own.

    The labels ("Frequency: 2 x weekly") are given with their values too.
    """
    words = _in_row(order, lines) or [lines[order].text.strip()]
    own: dict[str, str] = {}
    for below in range(order + 1, len(lines)):
        text = lines[below].text.strip()
        here = [item for item in labelled if item.order == below and not item.column]
        labels = [item for item in here if item.key in _LINE_KEYS | _METHOD_KEYS]
        labelled_own = bool(labels) and plain(text).startswith(plain(labels[0].label))
        goes_on = text[:1].islower() and not any(item.key for item in here)
        if not text or not (labelled_own or goes_on) or _names_service(text, text):
            break
        words.append(text)
        own |= {str(item.key): _value(item) for item in labels}
    return " ".join(words), own


def _parts(text: str) -> dict[str, str]:
    amount = _AMOUNT.search(text)
    return {"frequency": amount.group()} if amount else {}
