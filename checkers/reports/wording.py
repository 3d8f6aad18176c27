"""The words in which a report for people names kinds, activities, places, days and waivers."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from checkers.document import Activity, Kind
from checkers.layout import OBJECT, Place
from checkers.outcome import Owner, Spot
from checkers.rule import Rule
from checkers.visible import visible_line
from checkers.waivers.waiver import Waiver

WIDTH = 80
"""Columns of a text for people."""

KINDS = {
    Kind.PROGRESS_NOTE: "Progress note",
    Kind.ATTENDANCE_LOG: "Attendance log",
    Kind.DRAFT_IEP: "IEP",
    Kind.STAC1: "STAC-1 form",
    Kind.IFSP: "IFSP",
    Kind.CONTACT_LOG: "Contact log",
    Kind.UNKNOWN: "Unknown kind of document",
}

ACTIVITIES = {
    Activity.DIRECT: "direct service",
    Activity.INDIRECT: "indirect service",
    Activity.COORDINATION: "coordination of services",
    Activity.CPSE_MEETING: "CPSE meeting",
    Activity.PARENT_CONFERENCE: "parent conference",
    Activity.CLASSROOM_OBSERVATION: "classroom observation",
    Activity.UNKNOWN: "",
}

OWNERS = {
    Owner.WRITER: "whoever writes the document",
    Owner.PROVIDER: "the provider",
    Owner.SUPERVISOR: "the supervisor",
    Owner.PARENT: "the parent",
    Owner.DISTRICT: "the school district",
    Owner.COUNTY: "the county",
}

_PARTS = {"body": "", "header": "the header", "footer": "the footer", "textbox": "a text box"}


def place_in_words(place: Place) -> str:
    """Where something stands: "page 2, table 1, row 3", "the header", "line 12"; "" where nothing is known."""
    if place.line is not None:
        return f"line {place.line}"
    steps = [f"page {place.page}" if place.page else "", _PARTS[place.part]]
    if place.table is not None:
        steps += [
            f"table {place.table}",
            f"row {place.row}" if place.row else "",
            f"cell {place.cell}" if place.cell else "",
        ]
    elif place.paragraph is not None:
        steps.append(f"paragraph {place.paragraph}")
    return ", ".join(step for step in steps if step)


def spot_in_words(spot: Spot | None) -> str:
    """Where something stands, with the words that stand there: "line 6: “Date: ____”"; "" where nothing is known."""
    where = place_in_words(spot.place) if spot else ""
    words = quotation(spot.text) if spot else ""
    return f"{where}: “{words}”" if where and words else where


_LONGEST_QUOTATION = 80
_TABS, _RULE = re.compile(r"\s*\t\s*"), re.compile(r"_{5,}")


def quotation(text: str) -> str:
    """Words of a document in one line, as a person reads them: without tab signs, rules short, cut with a sign."""
    shown = visible_line(_RULE.sub("____", _TABS.sub("   ", text.strip().replace(OBJECT, "[picture]"))))
    return shown if len(shown) <= _LONGEST_QUOTATION else f"{shown[: _LONGEST_QUOTATION - 1].rstrip()}…"


def sources_in_words(rule: Rule, titles: Mapping[str, str]) -> str:
    """Where a rule stands, each source with its title (`titles`, by their ids) and the place in it; "" for none."""
    return "; ".join(f"{titles.get(source, source)}, {locator}" for source, locator in rule.cites)


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 file", "2 files"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def day_in_words(day: datetime.date) -> str:
    """A day as it is read: "June 30, 2026"."""
    return f"{day:%B} {day.day}, {day.year}"


def waiver_in_words(waiver: Waiver) -> str:
    """Who let something stand, when, for how long and why."""
    by = f" by {waiver.by}" if waiver.by else ""
    until = f" until {day_in_words(waiver.until)}" if waiver.until else ""
    return f"Waived{by} on {day_in_words(waiver.on)}{until}: {waiver.reason or 'reason and name are left out'}"


_CODE = re.compile(r"`([^`\n]+)`")
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")


def without_markdown(text: str) -> str:
    """A text of a rule or of the knowledge base, with quotation marks for the signs of code, and none for bold."""
    return _BOLD.sub(r"\1", _CODE.sub(r"“\1”", text))


def in_paragraphs(explanation: str) -> list[str]:
    """The paragraphs of a rule's explanation, each in one line: the source's line breaks mean nothing."""
    return [without_markdown(" ".join(paragraph.split())) for paragraph in explanation.split("\n\n")]
