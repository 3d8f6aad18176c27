"""What kind of document it is, told by what it holds and not by its file name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from checkers.document import Kind
from checkers.layout import Line
from checkers.understand.labelled import Labelled
from checkers.words import holds, load, phrases, plain

_TITLE_WORDS = 14
_SHORT_TITLE = 4
_TITLES_WITHIN = 25
"""A title stands among the first lines that are not empty; further down it may be a heading."""
_ENOUGH_LABELS = 3
_REPORT_PERIOD = ("period",)


@dataclass(frozen=True, slots=True)
class Recognised:
    """The kind with the reason in words; `report`: a progress report over a period; `instructions`: not a record."""

    kind: Kind
    reason: str
    report: bool = False
    instructions: bool = False


def recognise_kind(lines: Sequence[Line], labelled: Sequence[Labelled]) -> Recognised:
    """Tell the kind from titles first, then from the labels and headings that belong to it."""
    titles = _titles(lines)
    keys = Counter[str | None](item.key for item in labelled if item.key)
    filled = sum(bool(item.key) and not item.empty for item in labelled)
    if not filled and (words := _first(titles, phrases("kinds", "instructions", "titles"))):
        return Recognised(Kind.UNKNOWN, f"It looks like instructions (“{words}”), not a record.", instructions=True)
    found = _by_title(titles, keys)
    if found:
        return found
    iep = _strength(Kind.DRAFT_IEP, keys) + 2 * _signs(lines)
    note = _strength(Kind.PROGRESS_NOTE, keys)
    if iep >= _ENOUGH_LABELS and iep > note:
        return Recognised(Kind.DRAFT_IEP, "It has the headings and labels of an IEP.")
    if note >= 2 and ("service_date" in keys or "date" in keys) and ("narrative" in keys or note >= _ENOUGH_LABELS):
        return Recognised(Kind.PROGRESS_NOTE, "It has the labels of a progress note.")
    return Recognised(Kind.UNKNOWN, "Neither its title nor its labels are those of a note or an IEP.")


def _titles(lines: Sequence[Line]) -> list[str]:
    """The lines that may be titles, plain: short ones at the top, and headings anywhere."""
    titles: list[str] = []
    seen = 0
    for line in lines:
        text = line.text.strip()
        if not text:
            continue
        seen += 1
        if (
            (seen <= _TITLES_WITHIN or line.heading)
            and len(text.split()) <= _TITLE_WORDS
            and not text.endswith((".", "?", "!", ","))
        ):
            titles.append(plain(text.partition(":")[0] if re.search(r":\s*\S", text) and seen > 3 else text))
    return titles


def _first(titles: Sequence[str], words: frozenset[str]) -> str | None:
    for title in titles[:3]:
        if found := holds(title, words):
            return found
    return None


def _by_title(titles: Sequence[str], keys: Counter[str | None]) -> Recognised | None:
    """The first title that names a kind decides; a more telling one on the same line wins ("contact note log")."""
    note_like = keys["service_date"] + keys["narrative"] + keys["time"] + keys["start_time"] > 0
    for title in titles:
        other = _other_kind(title)
        note = holds(title, phrases("kinds", "progress_note", "titles"))
        report = holds(title, phrases("kinds", "progress_note", "report_titles"))
        iep = holds(title, phrases("kinds", "draft_iep", "titles"))
        if iep == "iep" and len(title.split()) > _SHORT_TITLE:
            iep = None  # "per IEP", "IEP mandate": a mention, not a title
        best = max(
            (len(words), kind)
            for words, kind in (
                (note or "", "note"),
                (report or "", "report"),
                (iep or "", "iep"),
                (other[0] if other else "", "other"),
            )
        )
        if not best[0]:
            continue
        if best[1] == "other" and other:
            return Recognised(Kind.UNKNOWN, f"It looks like {other[1]}, a kind that Tandem does not check yet.")
        if best[1] == "iep":
            if note_like and not (keys["meeting_date"] or keys["review_date"] or keys["coordinator"]):
                continue
            return Recognised(Kind.DRAFT_IEP, f"Its title says “{iep}”.")
        if best[1] == "report" and not (keys["service_date"] and keys["narrative"]):
            return Recognised(Kind.PROGRESS_NOTE, f"Its title says “{report}”: a report over a period.", report=True)
        return Recognised(Kind.PROGRESS_NOTE, f"Its title says “{note or report}”.")
    return None


def _other_kind(title: str) -> tuple[str, str] | None:
    found = [(words, kind) for kind, names in _others().items() if (words := holds(title, names))]
    return max(found, key=lambda each: len(each[0]), default=None)


@cache
def _others() -> dict[str, frozenset[str]]:
    return {kind: frozenset(map(plain, names)) for kind, names in load("kinds")["others"].items()}


def _strength(kind: Kind, keys: Counter[str | None]) -> int:
    return sum(key in keys for key in load("kinds")[kind.value]["labels"])


def _signs(lines: Sequence[Line]) -> int:
    words = phrases("kinds", "draft_iep", "signs")
    found = {holds(plain(line.text), words) for line in lines if 0 < len(line.text) <= 120}
    return len(found - {None})


_COUNTY = re.compile(
    r"\b([A-Z][A-Za-z.]+(?:\s[A-Z][a-z]+)?)\s+(?:County|COUNTY|Co\.)|(?:[Cc]ounty|COUNTY)\s+(?:of|OF|:)?\s*:?\s*([A-Z][A-Za-z.]+(?:\s[A-Z][a-z]+)?)"
)


def place_named(lines: Sequence[Line]) -> str:
    """The place named: "schenectady", "ny" for another one of New York with its own procedures, "" for none."""
    words = load("counties")
    for line in lines:
        if "chenectady" in line.text or "CHENECTADY" in line.text:
            return "schenectady"
    for line in lines:
        if "ount" in line.text or "OUNT" in line.text:
            for match in _COUNTY.finditer(line.text):
                if (match[1] or match[2]).casefold() in words["others"]:
                    return "ny"
        if any(name in line.text.casefold() for name in words["new_york_city"]):
            return "ny"
    return ""
