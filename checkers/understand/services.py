"""The services an IEP lists, and who is designated to coordinate them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, takewhile

from checkers.document import Coordinator, Field, Service
from checkers.layout import Line, MarkKind, Place
from checkers.outcome import Spot
from checkers.understand.labelled import Labelled
from checkers.words import holds, label_key, load, phrases, plain

_SERVICE_KEYS = frozenset({"service", "service_type"})
_LINE_KEYS = frozenset({"frequency", "duration", "place", "start_date", "provider", "group"})
_METHOD_KEYS = frozenset({"criteria"})
"""A service's "Method" has the label of a goal's."""
_AMOUNT = re.compile(
    r"\d+\s*(?:x|times|sessions?|hours?|hrs?|min|units?)|\bx\s*\d"
    r"|\b(?:weekly|monthly|per (?:week|month))\b|/\s*(?:wk|week|mo)",
    re.IGNORECASE,
)
_WHO = r"[^.;:]{2,80}?"
_DESIGNATED = re.compile(
    rf"({_WHO})\s+(?:will|shall|is to|to)\s+(?:serve|act|function)\s+as\s+(?:the\s+)?coordinator"
    rf"|({_WHO})\s+(?:is|was|has been|will be|are)\s+(?:hereby\s+)?(?:designated|named|appointed)\s+"
    r"(?:as|to be)?\s*(?:the\s+)?coordinator"
    rf"|({_WHO})\s+(?:will|shall|is designated to|is to)\s+coordinate\s+(?:the\s+)?"
    r"(?:provision\s+of\s+)?(?:related\s+|all\s+)?services"
    r"|coordination\s+of\s+(?:related\s+)?services\s+(?:will|shall|is to)\s+be\s+"
    r"(?:provided|done|carried\s+out)\s+by\s+(?:the\s+)?([^.;]{2,80})"
    r"|coordinator\s+of\s+(?:related\s+)?services\s+(?:is|will be|shall be|:|-|–)\s*(?:the\s+)?([^.;]{2,80})"
    r"|related\s+services?\s+coordinator\s*(?:is|will be|:|-|–|—)\s*(?:the\s+)?([^.;]{2,80})"
    rf"|({_WHO})\s+(?:is|will be)\s+(?:the\s+)?coordinator\s+of\s+(?:related\s+)?services"
    rf"|({_WHO})\s+(?:is|will be)\s+responsible\s+for\s+(?:the\s+)?coordination\s+of\s+(?:related\s+)?services"
    r"|services?\s+(?:to\s+be|will\s+be|are)\s+coordinated\s+by\s+(?:the\s+)?([^.,;]{2,80})"
    r"|coordination\s+(?:will|shall|is\s+to)\s+be\s+provided\s+by\s+(?:the\s+)?([^.,;\d]{2,80})"
    rf"|({_WHO})\s+to\s+coordinate\s+(?:related\s+)?services"
    rf"|(?:committee|cpse|team)\s+(?:has\s+)?designate[sd]\s+({_WHO})\s+(?:as|to)\b[^.;]{{0,40}}coordinat",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(
    r"coordinat\w+(?:\s+of(?:\s+related)?\s+services?)?\s*(?:[-–—(,:/]|\b(?:provided\s+)?by\b)\s*([^)]+)", re.IGNORECASE
)
"""A line of the list of services that names its provider: "Coordination of Services (SLP)"."""
_IN_BRACKETS = re.compile(r"\s*[(–—-]\s*(?:designated\s+)?coordinator\b[^)]*\)?", re.IGNORECASE)
"""A service whose provider coordinates: "Speech Therapy (Coordinator of Services)"."""
_FILLER = re.compile(r"[_\s.…\-–—*|]+")


_REMARK = re.compile(r"\s[-–—]\s|[(,;]")
"""What sets a remark apart: "N/A - one service only"."""


def find_services(labelled: Sequence[Labelled], lines: Sequence[Line]) -> tuple[Service, ...]:
    """The service lines, numbered from 1 in document order: rows of a table, else the lines under their heading."""
    services = list(_from_tables(labelled, lines)) or list(_from_lines(labelled, lines))
    services.sort(key=lambda each: each[0])
    return tuple(replace(service, number=number) for number, (_, service) in enumerate(services, start=1))


def services_heading(labelled: Sequence[Labelled], lines: Sequence[Line]) -> Spot | None:
    """Where the list of services begins, filled or not; None for a document without one."""
    for item in labelled:
        if item.key == "service":
            return Spot(item.line.place, item.line.text.strip())
    for line in lines:
        if _is_heading(line.text):
            return Spot(line.place, line.text.strip())
    return None


def _is_heading(text: str) -> bool:
    """Whether a line, or the words before its colon, heads a list of services."""
    return label_key(text.strip(" :#*")) in ("service", "services_heading")


def disciplines_in(text: str) -> frozenset[str]:
    """The disciplines (keys of words/services.toml) that a text names by a service, a title or a credential."""
    bare = plain(text)
    return frozenset(key for key, words in _discipline_words().items() if holds(bare, words))


def service_named(name: str) -> str:
    """The discipline of a service's name, "" for none: the longest known name in it decides."""
    bare = plain(_LITTLE_WORD.sub(" ", name))
    found = [(len(words), key) for key, names in _discipline_words().items() if (words := holds(bare, names))]
    return max(found)[1] if found else ""


_LITTLE_WORD = re.compile(r"\bat\b")
"""In small letters it is no assistive technology."""


@cache
def _discipline_words() -> dict[str, frozenset[str]]:
    return {
        key: frozenset(map(plain, [*entry["names"], *entry["providers"]])) for key, entry in load("services").items()
    }


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
        asked=frozenset(parts),
    )


def _from_tables(labelled: Sequence[Labelled], lines: Sequence[Line]) -> Iterator[tuple[int, Service]]:
    rows: dict[tuple[int, int], list[Labelled]] = defaultdict(list)
    lines_of_rows = _rows(lines)
    for item in labelled:
        if item.column and item.row:
            rows[item.row].append(item)
    for items in rows.values():
        parts = {item.key: _value(item) for item in items if item.key}
        name = next((item for item in items if item.key in _SERVICE_KEYS), None)
        if name is None or not _value(name) or not (_LINE_KEYS & parts.keys()):
            continue
        alone = not any(_value(item) for item in items if item is not name)
        if alone and (_is_heading(name.value) or not service_named(name.value)):
            continue  # a row that heads a group of services
        place = name.line.place
        words = [line.text.strip() for line in lines_of_rows[place.row_place] if line.text.strip()]
        spot = Spot(place, name.line.text.strip())
        yield name.at, _service(_value(name).replace("\n", " "), spot, parts, " | ".join(words))


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
        if _DESIGNATED.search(text):
            continue
        if (order in stops and not _AMOUNT.search(text)) or line.heading:
            inside = False
            continue
        item = re.sub(r"^[\s•·▪*\-–\ufffd]+|^\d+[.)]\s*", "", text)
        name = re.split(r"[:(,|\t]|\s[-–—]\s|[–—]|\s{2,}|\s(?=\d)", item)[0]
        if _names_service(name, text):
            words, own = _with_lines_below(order, lines, labelled)
            yield order, _service(name.strip() or text, Spot(line.place, text), _parts(text) | own, words)


def _names_service(name: str, text: str) -> bool:
    """Whether a line begins with a service, or speaks of one with its amount."""
    return bool(service_named(name) and len(name.split()) <= 8) or bool(_AMOUNT.search(text) and service_named(text))


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


# --- the coordinator -----------------------------------------------------------------------------------------------


def find_coordinators(
    labelled: Sequence[Labelled], lines: Sequence[Line], services: Sequence[Service]
) -> tuple[Coordinator, ...]:
    """Everybody designated as coordinator: at a label, in a sentence, or as the provider of its own line."""
    found: list[Coordinator] = []
    for item in labelled:
        if item.key == "coordinator" and not item.empty and not names_nobody(item.value):
            words = _without_amount(item.value) or _behind_amount(item.value)
            if words and not _is_template(item):
                found.append(_coordinator(words, Spot(item.line.place, item.line.text.strip())))
    for line in lines:
        if "oordinat" in line.text or "OORDINAT" in line.text:
            match = _DESIGNATED.search(line.text)
            who = next((who for who in match.groups() if who), "") if match else ""
            if match and not names_nobody(who) and not _is_label_line(line, labelled):
                found.append(
                    _coordinator(re.sub(r"^\s*(?:the|The)\s+", "", who.strip()), Spot(line.place, line.text.strip()))
                )
    found.extend(
        _coordinator(each.provider, each.spot)
        for each in services
        if each.coordination and not names_nobody(each.provider)
    )
    for each in services if not found else ():
        by = _BY_WHOM.search(each.name) or _BY_WHOM.search(each.spot.text)
        if each.coordination and by and disciplines_in(by[1]):
            found.append(_coordinator(by[1], each.spot))
        elif not each.coordination and _IN_BRACKETS.search(each.name):
            found.append(_coordinator(_IN_BRACKETS.sub("", each.name).strip(), each.spot))
    return tuple(found)


def coordinator_field(fields: Sequence[Field]) -> Field | None:
    """The first filled field that asks for a coordinator, else the first; a service line with its amount is none."""
    asking = [each for each in fields if each.blank or each.template or _without_amount(each.value)] or list(fields)
    return next((each for each in asking if each.value), asking[0] if asking else None)


def _is_label_line(line: Line, labelled: Sequence[Labelled]) -> bool:
    return any(item.key == "coordinator" and item.line is line for item in labelled)


def _is_template(item: Labelled) -> bool:
    placeholder = any(mark.kind is MarkKind.PLACEHOLDER for mark in item.marks)
    return placeholder or bool(re.fullmatch(r"[\[<{«].*[\]>}»]|\W*", item.value.strip()))


def _without_amount(value: str) -> str:
    """A coordinator without the amount: "SLP" for "SLP, 1 x 30 monthly"; "" for an amount alone."""
    words = re.split(r"[,;(]?\s*\d+\s*(?:x|times|sessions?|hours?|min|units?)", value, maxsplit=1, flags=re.IGNORECASE)[
        0
    ]
    return words.strip(" ,;-–\n").replace("\n", " ")


def _behind_amount(value: str) -> str:
    """A coordinator behind the amount: "OT" for "1x30 monthly – OT"; "" where nobody who gives a service is named."""
    last = re.split(r"\s[-–—]\s|[(,;]", value)[-1].strip(" )")
    return last if disciplines_in(last) else ""


def _coordinator(words: str, spot: Spot) -> Coordinator:
    disciplines = disciplines_in(words) - {"coordination"}
    return Coordinator(words, disciplines, spot, itinerant="itinerant" in disciplines)


def names_nobody(value: str) -> bool:
    """Whether a value says that nobody is designated ("none", "TBD")."""
    first = _REMARK.split(value, maxsplit=1)[0]
    nobody = {plain(value), plain(first)} & phrases("coordinators", "nobody")
    return (bool(nobody) and not disciplines_in(value)) or not _FILLER.sub("", value)
