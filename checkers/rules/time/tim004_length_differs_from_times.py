"""TIM004."""

from __future__ import annotations

import re

from checkers.document import RECORDS, Amount, Entry
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, EntryRule
from checkers.rules.naming import quoted, session
from checkers.rules.units import counted, span_of

_HALF_A_DAY = 12 * 60
_FIX = "Look which of the two is right, and correct the other: what is claimed rests on it."
_INTERRUPTED = re.compile(
    r"\b(?:break|lunch|recess|nap|interrupt\w*|paused?|minus|less|excluding|not counting|travel|fire drill|left early"
    r"|arrived late|ended early|started late)\b",
    re.IGNORECASE,
)


class LengthDiffersFromTimes(EntryRule):
    """The stated length is not that from start to end

    A note that says "9:00 to 9:30" and "45 minutes" says two things of which only one is true, and the claim rests on
    one of them.
    """

    code = "TIM004"
    owner = Owner.PROVIDER
    kinds = RECORDS
    cites = (("18-nycrr-504", "504.3(a)"), ("10-nycrr-69-4", "69-4.26"))
    bad = """\
        Progress Note
        Child's Name: Tom Sample
        Date of Service: 3/5/2026
        Start Time: 9:00 AM
        End Time: 9:30 AM
        Duration: 45 minutes
        Service Type: Speech Therapy
        Session Notes: Tom answered "where" questions about a picture book in six of eight turns.
        Electronically signed by Dana Example, CCC-SLP on 3/5/2026
        """
    good = """\
        Progress Note
        Child's Name: Tom Sample
        Date of Service: 3/5/2026
        Start Time: 9:00 AM
        End Time: 9:30 AM
        Duration: 30 minutes
        Service Type: Speech Therapy
        Session Notes: Tom answered "where" questions about a picture book in six of eight turns.
        Electronically signed by Dana Example, CCC-SLP on 3/5/2026
        """

    def judge_entry(self, entry: Entry, _case: Case) -> Outcome:
        """Hold the stated length against end minus start."""
        number, length = entry.number, entry.length
        if entry.cancelled:
            return self.inapplicable("The session did not take place.", entry=number)
        if length is None or entry.time is None or not length.label or not entry.time.text:
            return self.inapplicable(f"{session(entry)} does not state both its times and its length.", entry=number)
        span = span_of(entry)
        if span is None:
            return self.inapplicable("The end does not stand behind the start; see DAT004.", entry=number)
        stated = round(length.number)
        if stated == span:
            return self.passed(length.spot, f"{session(entry)}: {_shown(entry)}, as stated.", entry=number)
        found = f"{session(entry)}: {_shown(entry)}, but {quoted(length.label)} says {_said(length)}."
        if doubt := _doubt(entry, length, stated, span):
            return self.incomplete(length.spot, f"{found} {doubt}", fix=_FIX, entry=number)
        return self.violation(length.spot, found, fix=_FIX, entry=number)


def _shown(entry: Entry) -> str:
    """The times with the minutes between them: "“9:00 AM - 9:30 AM” is 30 minutes"."""
    spans = " + ".join(str(time.end - time.start) for time in entry.times)
    total = counted(span_of(entry) or 0, "minute")
    texts = ", ".join(dict.fromkeys(quoted(time.text) for time in entry.times))
    return f"{texts} is {total}" if len(entry.times) == 1 else f"{texts} is {spans} = {total}"


def _said(length: Amount) -> str:
    """The stated length as written, with its minutes where they are not written so."""
    minutes = counted(length.number, "minute")
    return quoted(length.text) if _in_minutes(length) else f"{quoted(length.text)}, that is {minutes}"


def _in_minutes(length: Amount) -> bool:
    """Whether the words themselves give the number of minutes, or their label asks for these."""
    if re.search(r"\bmin", length.label, re.IGNORECASE) and length.text.strip() == f"{length.number:g}":
        return True
    return length.text.strip().casefold().startswith((f"{length.number:g} min", f"{length.number:g}-min"))


def _doubt(entry: Entry, length: Amount, stated: int, span: int) -> str:
    """Why the difference is not certain, "" where it is."""
    if (span - stated) % _HALF_A_DAY == 0:
        return "They differ by half a day, as with AM written for PM."
    if not length.certain:
        return "It may not be the length of this session."
    if len(entry.times) > 1:
        return "The session has more than one start and end."
    if _INTERRUPTED.search(entry.narrative):
        return "The notes may tell why."
    return ""
