"""Who is designated to coordinate: the coordinator of an IEP's or STAC-1's services, an IFSP's service coordinator."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from checkers.document import Coordinator, Field, Kind, Service, Signature, Term
from checkers.layout import Line, MarkKind
from checkers.outcome import Spot
from checkers.understand.disciplines import disciplines_in
from checkers.understand.labelled import Labelled
from checkers.words import phrases, plain
from checkers.words.naming import named

_WHO = r"[^.;:]{2,80}?"
_DESIGNATED = re.compile(
    rf"({_WHO})\s+(?:will|shall|is to|to)\s+(?:serve|act|function)\s+as\s+(?:the\s+)?coordinator"
    r"(?!\s+of\s+(?!(?:the\s+|all\s+|these\s+|preschool\s+)*(?:related\s+)?services))"
    rf"|({_WHO})\s+(?:is|was|has been|will be|are)\s+(?:hereby\s+)?(?:designated|named|appointed)\s+"
    r"(?:as|to be)?\s*(?:the\s+)?coordinator"
    rf"|({_WHO})\s+(?:will|shall|is designated to|is to)\s+coordinate\s+(?:the\s+)?"
    r"(?:provision\s+of\s+)?(?:related\s+|all\s+)?services(?!\s+with\b)"
    r"|coordination\s+of\s+(?:related\s+)?services\s+(?:will|shall|is to)\s+be\s+"
    r"(?:provided|done|carried\s+out)\s+by\s+(?:the\s+)?([^.;]{2,80})"
    r"|coordinator\s+of\s+(?:related\s+)?services\s+(?:is|will be|shall be|:|-|–)\s*(?:the\s+)?([^.;]{2,80})"
    r"|related\s+services?\s+coordinator\s*(?:is|will be|:|-|–|—)\s*(?:the\s+)?([^.;]{2,80})"
    rf"|({_WHO})\s+(?:is|will be)\s+(?:the\s+)?coordinator\s+of\s+(?:related\s+)?services"
    rf"|({_WHO})\s+(?:is|will be)\s+responsible\s+for\s+(?:the\s+)?coordination\s+of\s+(?:related\s+)?services"
    r"|services?\s+(?:to\s+be|will\s+be|are)\s+coordinated\s+by\s+(?:the\s+)?([^.,;]{2,80})"
    r"|coordination\s+(?:will|shall|is\s+to)\s+be\s+provided\s+by\s+(?:the\s+)?([^.,;\d]{2,80})"
    rf"|({_WHO})\s+to\s+coordinate\s+(?:related\s+)?services(?!\s+with\b)"
    rf"|(?:committee|cpse|team)\s+(?:has\s+)?designate[sd]\s+({_WHO})\s+(?:as|to)\b[^.;]{{0,40}}coordinat",
    re.IGNORECASE,
)
_WHOSE = r"(?i:the|your|our|my|their|this family[’']?s|the family[’']?s|the child[’']?s)"
_A_NAME = r"[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]*){1,3}"
_SERVES_FAMILY = re.compile(
    rf"({_A_NAME})[^.;:]{{0,40}}?\s(?:is|will be|(?:will|shall)\s+(?:serve|act)\s+as)\s+(?:{_WHOSE}\s+)?"
    r"(?:(?i:initial|interim|ongoing)\s+)?(?i:service\s+coordinator)\b"
    rf"|(?:{_WHOSE}\s+)(?:(?i:initial|interim|ongoing)\s+)?(?i:service\s+coordinator)\s+"
    rf"(?:is|will be|shall be)\s+({_A_NAME})"
)
"""An IFSP's sentence that names the service coordinator: "Lena Ortiz will be your service coordinator"."""
_BEHIND_NAME = re.compile(rf"\s*({_A_NAME})(?:\s*,[^|]*?)?\s*[,–—|(-]\s*([\w /]+?)\)?\s*")
"""A line of a list of a team: "Lena Ortiz, Service Coordinator"."""
_BY_WHOM = re.compile(
    r"coordinat\w+(?:\s+of(?:\s+related)?\s+services?)?\s*(?:[-–—(,:/]|\b(?:provided\s+)?by\b)\s*([^)]+)", re.IGNORECASE
)
"""A line of the list of services that names its provider: "Coordination of Services (SLP)"."""
_IN_BRACKETS = re.compile(r"\s*[(–—-]\s*(?:designated\s+)?coordinator\b[^)]*\)?", re.IGNORECASE)
"""A service whose provider coordinates: "Speech Therapy (Coordinator of Services)"."""
_BEHIND_PERSON = re.compile(r"\s+(?:Date|Phone|Telephone|Tel|Cell|E-?mail|Fax|Address|Agency)\b.*", re.DOTALL)
"""What a form asks for behind the coordinator's name, in the same line."""
_RATIO = re.compile(r"\d+:\d+")
_AMOUNT = re.compile(
    r"[,;(]?\s*(?:\b\d+(?:\s*[-–]\s*\d+)?\s*(?:x|times|sessions?|hours?|min|units?|half|blocks?)"
    r"|\b(?:one|two|ten)\s+(?:\(\d+\)\s*)?(?:half|units?|sessions?|hours?|x|times?|blocks?|thirty)"
    r"|\b(?:half[\s-]+(?:an?\s+)?hour|once|twice|monthly|not\s+to\s+exceed|up\s+to\s+\d))",
    re.IGNORECASE,
)
"""Where the amount of a line of coordination begins: "1 x 30 monthly", "one (1) half hour unit per month"."""
_FILLER = re.compile(r"[_\s.…\-–—*|]+")
_LONGEST_ROLE = 8
"""In words: a longer cell only speaks of a coordinator."""
_REMARK = re.compile(r"\s[-–—]\s|[(,;]")
"""What sets a remark apart: "N/A - one service only"."""


def find_coordinators(
    kind: Kind,
    labelled: Sequence[Labelled],
    lines: Sequence[Line],
    services: Sequence[Service],
    signatures: Sequence[Signature],
) -> tuple[Coordinator, ...]:
    """Everybody designated as coordinator: at a label, in a sentence, or as the provider of its own line.

    An IFSP also names its service coordinator in the table or list of its team, or at the signature alone.
    """
    found = [*_at_labels(labelled), *_in_sentences(kind, labelled, lines)]
    found += [each for each in _of_services(services) if each.spot not in {other.spot for other in found}]
    if kind is Kind.IFSP:
        found += _of_team(labelled, lines, {who.spot for who in found})
        found += _signing(signatures) if not found else ()
    return tuple(found)


def designates(text: str) -> bool:
    """Whether a sentence designates somebody as coordinator."""
    return bool(_DESIGNATED.search(text))


def is_of_early_intervention(label: str) -> bool:
    """Whether a label asks for the service coordinator of early intervention, who is none of an IEP's."""
    return named(plain(label), phrases("coordinators", "early_intervention")) is not None


def coordinator_field(fields: Sequence[Field]) -> Field | None:
    """The first filled field that asks for a coordinator, else the first; a service line with its amount is none."""
    asking = [each for each in fields if each.blank or each.template or _without_amount(each.value)] or list(fields)
    return next((each for each in asking if each.value), asking[0] if asking else None)


def names_nobody(value: str) -> bool:
    """Whether a value says that nobody is designated ("none", "TBD")."""
    first = _REMARK.split(value, maxsplit=1)[0]
    nobody = {plain(value), plain(first)} & phrases("coordinators", "nobody")
    return (bool(nobody) and not disciplines_in(value)) or not _FILLER.sub("", value)


def _at_labels(labelled: Sequence[Labelled]) -> Iterator[Coordinator]:
    for item in labelled:
        if item.key == "coordinator" and not item.empty and not names_nobody(item.value):
            words = _BEHIND_PERSON.sub("", _without_amount(item.value)) or _behind_amount(item.value)
            if (
                words
                and not names_nobody(words)
                and not _is_template(item)
                and plain(words) not in phrases("kinds", "ifsp", "signs")
            ):
                yield _coordinator(words, _spot(item.line), _term(item.label))


def _in_sentences(kind: Kind, labelled: Sequence[Labelled], lines: Sequence[Line]) -> Iterator[Coordinator]:
    pattern = _SERVES_FAMILY if kind is Kind.IFSP else _DESIGNATED
    own = {order for item in labelled if item.key == "coordinator" for order in (item.order, item.at)}
    for order, line in enumerate(lines):
        if "oordinat" not in line.text.casefold() or order in own or not (match := pattern.search(line.text)):
            continue
        who = re.sub(r"^\s*(?:the|The)\s+", "", next(who for who in match.groups() if who).strip())
        if not names_nobody(who):
            yield _coordinator(who, _spot(line), _term(match.group()))


def _of_services(services: Sequence[Service]) -> Iterator[Coordinator]:
    """The providers of lines that stand for coordination, and those that a service's own line makes coordinators."""
    for each in services:
        by = _BY_WHOM.search(each.name) or _BY_WHOM.search(each.spot.text)
        who = each.provider or _in_row(each)
        if each.coordination and not names_nobody(who):
            yield _coordinator(who, each.spot)
        elif each.coordination and by and (disciplines_in(by[1]) or re.fullmatch(_A_NAME, by[1].strip())):
            yield _coordinator(by[1].strip(), each.spot)
        elif not each.coordination and _IN_BRACKETS.search(each.name):
            yield _coordinator(_IN_BRACKETS.sub("", each.name).strip(), each.spot)


def _in_row(service: Service) -> str:
    """Who stands beside "Coordinator of Services" in a row of the list, whatever column that is; "" for nobody."""
    cells = (cell.partition(": ")[2] for cell in service.words.split(" | "))
    named = (cell for cell in cells if cell and not any(each.isdigit() for each in cell))
    return next(named, "") if plain(service.name).startswith("coordinator") else ""


def _of_team(labelled: Sequence[Labelled], lines: Sequence[Line], known: set[Spot]) -> Iterator[Coordinator]:
    """Members of the team whose role is service coordinator, each once, but for those designated already."""
    for who in (*_under_heads(labelled), *_beside_role(labelled, lines), *_in_list(lines)):
        if who.spot not in known:
            known.add(who.spot)
            yield who


def _under_heads(labelled: Sequence[Labelled]) -> Iterator[Coordinator]:
    """Rows of the team's table, where its columns say what is a name and what a role."""
    rows: dict[tuple[int, int], list[Labelled]] = defaultdict(list)
    for item in labelled:
        if item.row:
            rows[item.row].append(item)
    name, role = None, ""
    for items in rows.values():
        own = next((item for item in items if item.key in ("provider", "child_name") and not item.empty), None)
        parts = [item.value for item in items if item.key == "credentials" and not item.empty]
        goes_on = own is None and name is not None and parts  # a role too long for its cell, on two lines
        name, role = (name, " ".join([role, *parts])) if goes_on else (own, " ".join(parts))
        if name and _is_title(role):
            words = f"{name.value}, {role}".replace("\n", " ")
            yield _coordinator(words, _spot(name.line), _term(role))
            name = None


def _beside_role(labelled: Sequence[Labelled], lines: Sequence[Line]) -> Iterator[Coordinator]:
    """Rows of a table with a person's name before the cell that says "Service Coordinator", whatever heads them."""
    taken = {order for item in labelled if item.key and not item.column for order in (item.order, item.at)}
    before: Line | None = None
    for order, line in enumerate(lines):
        row = (line.place.table, line.place.row)
        if before is None or row != (before.place.table, before.place.row) or None in row:
            before = line if order not in taken and re.match(_A_NAME, line.text.strip()) else None
        elif _is_title(line.text) and len(line.text.split()) <= _LONGEST_ROLE:
            yield _coordinator(f"{before.text.strip()}, {line.text.strip()}", _spot(before), _term(line.text))


def _in_list(lines: Sequence[Line]) -> Iterator[Coordinator]:
    """Lines of a list of the team: "Lena Ortiz, Service Coordinator"."""
    for line in lines:
        match = _BEHIND_NAME.fullmatch(line.text)
        if match and _is_title(match[2]):
            yield _coordinator(match[1], _spot(line), _term(match[2]))


def _spot(line: Line) -> Spot:
    return Spot(line.place, line.text.strip())


def _is_title(words: str) -> bool:
    return named(plain(words), phrases("coordinators", "titles")) is not None


def _signing(signatures: Sequence[Signature]) -> Iterator[Coordinator]:
    for each in signatures:
        if each.evidence.signed and _is_title(each.label) and (words := each.name or each.words):
            yield _coordinator(words, each.spot, _term(each.label))


def _term(label: str) -> Term:
    """For which time a label's coordinator is asked: an initial or interim one, an ongoing one, or not said."""
    bare = plain(label)
    initial = named(bare, phrases("coordinators", "initial")) is not None
    ongoing = named(bare, phrases("coordinators", "ongoing")) is not None
    if initial == ongoing:
        return Term.ANY
    return Term.INITIAL if initial else Term.ONGOING


def _is_template(item: Labelled) -> bool:
    placeholder = any(mark.kind is MarkKind.PLACEHOLDER for mark in item.marks)
    return placeholder or bool(re.fullmatch(r"[\[<{«].*[\]>}»]|\W*", item.value.strip()))


def _without_amount(value: str) -> str:
    """A coordinator without the amount: "SLP" for "SLP, 1 x 30 monthly"; "" for an amount alone."""
    words = _AMOUNT.split(value, maxsplit=1)[0].strip(" ,;-–\n").replace("\n", " ")
    said = set(plain(words).split())
    amount = said & phrases("coordinators", "amounts")
    only_amount = (amount and all(word.isdigit() for word in said - amount)) or _RATIO.fullmatch(words)
    return "" if only_amount else words


def _behind_amount(value: str) -> str:
    """A coordinator behind the amount: "OT" for "1x30 monthly – OT"; "" where nobody who gives a service is named."""
    last = re.split(r"\s[-–—]\s|[(,;]", value)[-1].strip(" )")
    return last if disciplines_in(last) else ""


def _coordinator(words: str, spot: Spot, term: Term = Term.ANY) -> Coordinator:
    disciplines = disciplines_in(words) - {"coordination"}
    return Coordinator(words, disciplines, spot, itinerant="itinerant" in disciplines, term=term)
