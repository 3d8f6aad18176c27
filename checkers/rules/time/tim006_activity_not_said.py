"""TIM006."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.document import RECORDS, Activity, Document, Entry
from checkers.layout import Line
from checkers.outcome import Outcome, Owner, Severity
from checkers.rule import Case, EntryRule
from checkers.rules.itinerant import is_itinerants
from checkers.rules.naming import quoted, session

_FIX = (
    "Write what the time went to: direct, indirect (consultation), coordination of services, CPSE meeting, parent "
    "conference or classroom observation."
)
_SAID = re.compile(
    r"\b(?:in)?direct\b|\bconsult\w*|\bcoordinat\w+|\bcpse (?:meeting|review|conference)|\bannual review\b"
    r"|\bconferenc\w+|\bobserv\w+|\bmeeting\b|\bparent contact\b|\bpush[- ]?in\b|\bpull[- ]?out\b|\b1\s?:\s?1\b"
    r"|\bindividual\b|\bevaluation\b",
    re.IGNORECASE,
)
_CHOICES = 2
_TIMED = frozenset({"start_time", "end_time", "time", "duration"})


class ActivityNotSaid(EntryRule):
    """A SEIT's entry does not say what the time went to

    Direct and indirect services are what a SEIT bills. Coordination, CPSE meetings, parent conferences and classroom
    observation belong to the work too, but are included in the rate. Schenectady County wants the notes to show how
    much time went to each.
    """

    code = "TIM006"
    severity = Severity.WARNING
    owner = Owner.PROVIDER
    kinds = RECORDS
    cites = (("schenectady-coordination", "SEIT Providers"), ("nysed-seis-memo-2015", "direct and indirect services"))
    bad = """\
        SEIT Session Note
        Child's Name: Ida Sample
        Date of Service: 3/4/2026
        Time: 9:00 - 11:00 AM
        Service Type: SEIT
        Activity: ________
        Session Notes: Ida joined two peers at the sand table and shared her scoop three times.
        SEIT Signature: Electronically signed by Gwen Example, MS Ed, SEIT on 3/4/2026
        """
    good = """\
        SEIT Session Note
        Child's Name: Ida Sample
        Date of Service: 3/4/2026
        Time: 9:00 - 11:00 AM
        Service Type: SEIT
        Activity: Direct
        Session Notes: Ida joined two peers at the sand table and shared her scoop three times.
        SEIT Signature: Electronically signed by Gwen Example, MS Ed, SEIT on 3/4/2026
        """

    def judge_entry(self, entry: Entry, case: Case) -> Outcome:
        """Look for the word that tells direct from indirect and the rest, wherever the entry has it."""
        number = entry.number
        if not is_itinerants(entry):
            return self.inapplicable("The session is not told to be a SEIT's.", entry=number)
        if entry.cancelled:
            return self.inapplicable("The session did not take place.", entry=number)
        if entry.activity_certain and entry.activity is not Activity.UNKNOWN:
            words = f"The form says what the time went to: {entry.activity.value.replace('_', ' ')}."
            return self.passed(entry.activity_spot or entry.spot, f"{session(entry)}: {words}", entry=number)
        if match := next((match for text in _texts(entry, case.doc) if (match := _SAID.search(text))), None):
            return self.passed(entry.spot, f"{session(entry)} says {quoted(match[0])}.", entry=number)
        found = f"{session(entry)} does not say whether the time was direct, indirect or went to something else."
        if _left_open(entry):
            return case.missing(self.violation(entry.spot, f"{found} The form asks for it.", fix=_FIX, entry=number))
        if entry.form and entry.activity is Activity.UNKNOWN:
            return case.missing(self.violation(entry.spot, found, fix=_FIX, entry=number))
        return self.incomplete(
            entry.spot, found, fix=f"Look whether the notes tell it well enough. {_FIX}", entry=number
        )


def _texts(entry: Entry, doc: Document) -> Iterator[str]:
    """The words of an entry that may name its activity: all but boxes left empty and the field that asks for it."""
    yield from (box.label for box in entry.boxes if box.checked)
    yield from (field.value for field in entry.fields)
    yield from (field.label for field in entry.fields if field.value and field.key in _TIMED)
    asks = {box.order for box in entry.boxes} | {field.order for field in entry.fields if field.key == "activity"}
    yield from (line.text for order, line in _lines(entry, doc) if order not in asks)


def _lines(entry: Entry, doc: Document) -> Iterator[tuple[int, Line]]:
    return ((order, doc.lines[order]) for order in range(entry.first, entry.last + 1))


def _left_open(entry: Entry) -> bool:
    """Whether a field or a row of boxes asks for the activity, and nothing was chosen."""
    blank = any(field.key == "activity" and field.blank for field in entry.fields)
    choices = [box for box in entry.boxes if box.checked is False and _SAID.search(box.label)]
    return blank or len(choices) >= _CHOICES
