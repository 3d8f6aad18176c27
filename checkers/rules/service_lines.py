"""What a service line says of frequency, length, place and method, and which lines have to say it.

A part is missing with certainty only where neither its own column nor any words of the line may give it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from checkers.document import Document, Service
from checkers.outcome import Outcome, Spot
from checkers.rule import Case, Rule
from checkers.rules.filling import is_placeholder, owes_amounts
from checkers.rules.naming import listed, quoted
from checkers.words import load, phrases, plain

_METHOD_KEYS = frozenset({"criteria", "group"})


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a rule asks of each line: its parts in words by their keys; what to do; where the place is told for all."""

    parts: dict[str, str]
    fix: str
    place_for_all: Spot | None


def judge_lines(rule: Rule, case: Case, parts: dict[str, str], fix: str) -> Iterator[Outcome]:
    """The outcome for each service line. `parts` names the parts that a line has to say, by their key, in words.

    Keys: "frequency", "duration", "place", "method".
    """
    owing = [service for service in case.doc.services if owes_amounts(service, case.doc.kind)]
    counted = {service.discipline for service in owing if _has_figures(service)}
    lines = [service for service in owing if _has_figures(service) or service.discipline not in counted]
    place = _said_for_all(case.doc)
    if not lines:
        yield rule.inapplicable("The document has no service line that Tandem could read.")
    for service in lines:
        yield _judge_line(rule, case, service, _Asked(parts, fix, place))


def _judge_line(rule: Rule, case: Case, service: Service, asked: _Asked) -> Outcome:
    parts, where = asked.parts, asked.place_for_all
    if is_not_fixed(service):
        return rule.inapplicable(
            f"{quoted(service.name)} is not given in a fixed amount: {quoted(service.line)}.", entry=service.number
        )
    if any(map(is_placeholder, (service.frequency, service.duration, service.location))):
        return rule.inapplicable(f"{quoted(service.name)} still holds a placeholder; see DOC005.", entry=service.number)
    lacking = [part for part in parts if not _says(service, part)]
    bare = not _has_columns(service) and {"frequency", "duration"} <= set(lacking)
    sure = [part for part in lacking if not bare and _is_sure(service, part, where)]
    if not lacking:
        return rule.passed(
            service.spot, f"{quoted(service.name)} says {listed(list(parts.values()))}.", entry=service.number
        )
    found = f"{quoted(service.name)} does not say {listed([parts[part] for part in sure or lacking])}"
    if sure:
        violation = rule.violation(
            service.spot, f"{found}: {quoted(service.line)}.", fix=asked.fix, entry=service.number
        )
        return case.missing(violation)
    told = f"; the text may: {quoted(where.text)}" if where and "place" in lacking else ""
    return rule.incomplete(
        service.spot,
        f"{found} on its own line{told}.",
        fix=f"Confirm that it stands elsewhere in the plan. {asked.fix}",
        entry=service.number,
    )


def _has_figures(service: Service) -> bool:
    """Whether a line gives an amount, and does not only name a service whose amount stands on another line."""
    return bool(re.search(r"\d", service.line))


def is_not_fixed(service: Service) -> bool:
    """Whether a line says that its service is not given in a fixed amount: as needed, as consultation."""
    return bool(_pattern("not_fixed").search(service.line or service.name))


def _says(service: Service, part: str) -> bool:
    """Whether a line says a part: in its own column, or in any of its words."""
    own = {
        "frequency": service.frequency if "frequency" in service.asked and _has_columns(service) else "",
        "duration": service.duration,
        "place": service.location,
        "method": service.method,
    }[part]
    if own.strip(" _-–—./"):
        return True
    words = service.line.replace(service.provider, " ") if service.provider and part == "method" else service.line
    words = _without_names(words) if part == "place" else words
    return bool(_pattern(part).search(words)) or (part == "place" and _has_other_words(service))


def _has_columns(service: Service) -> bool:
    """Whether the line has labels or columns of its own, and not only the amount that its words hold."""
    return bool(service.asked - {"frequency"})


def _has_other_words(service: Service) -> bool:
    """Whether a line without a column for the place has words that are none of service, amount or method.

    They may be the name of a place ("Little Acorns").
    """
    if "place" in service.asked:
        return False
    rest = _without_names(service.line)
    for part in ("frequency", "duration", "method"):
        rest = _pattern(part).sub(" ", rest)
    rest = rest.replace(service.provider, " ") if service.provider else rest
    return any(
        word not in phrases("amounts", "small") and len(word) > _SHORTEST and not word.isdigit()
        for word in plain(rest).split()
    )


_SHORTEST = 2


def _is_sure(service: Service, part: str, place_for_all: Spot | None) -> bool:
    """Whether a part that a line does not say is missing with certainty.

    The method is asked of a line only where the form has a place for it; where services are given may be told once for
    all of them.
    """
    if part == "method":
        return bool(_METHOD_KEYS & service.asked)
    return part != "place" or "place" in service.asked or place_for_all is None


def _said_for_all(doc: Document) -> Spot | None:
    """Where the plan tells the place of its services once, outside of their lines."""
    rows = {service.spot.place for service in doc.services}
    field = next((each for each in doc.values("place") if each.value and each.spot.place not in rows), None)
    columns = any("place" in service.asked for service in doc.services)
    if field and not columns:
        return field.spot
    for line in doc.lines:
        if line.place not in rows and _FOR_ALL.search(line.text) and _pattern("place").search(line.text):
            return Spot(line.place, line.text.strip())
    return None


_FOR_ALL = re.compile(
    r"\b(?:all|these|the|both|each|any)\s+(?:\w+\s+){0,3}(?:services?|therap(?:y|ies)|sessions)\b.*\b(?:at|in)\b"
    r"|\bservices?\s+(?:will\s+be|are|to\s+be|is)\s+(?:provided|delivered|given)\b.*\b(?:at|in)\b",
    re.IGNORECASE,
)


def _without_names(words: str) -> str:
    """Words without the names of services ("School nursing"), which are no place."""
    return _name_pattern().sub(" ", words)


@cache
def _name_pattern() -> re.Pattern[str]:
    names: Sequence[str] = sorted(
        {name for entry in load("services").values() for name in entry["names"] if len(name) > _SHORTEST},
        key=len,
        reverse=True,
    )
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)


@cache
def _pattern(part: str) -> re.Pattern[str]:
    return re.compile("|".join(load("amounts")[part]), re.IGNORECASE)
