"""ACT002."""

from __future__ import annotations

import re

from checkers.document import Document, Entry, Kind
from checkers.layout import OBJECT
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, EntryRule
from checkers.rules.filling import has_absence_code, holds_place, is_empty
from checkers.rules.naming import quoted, session

_ELSEWHERE = re.compile(r"\W*(?:(?:please\s+)?see|refer\s+to)\b|\W*(?:as\s+)?attached\b", re.IGNORECASE)
_LONGEST_POINTER = 8
_WORDS_OF_A_NOTE = 5


class NoNarrative(EntryRule):
    """A session does not say what was done

    The note has to show what was done in this session and how the child responded; without that a claim has no record
    behind it. A session that was cancelled or missed needs its reason instead.
    """

    code = "ACT002"
    owner = Owner.PROVIDER
    kinds = frozenset({Kind.PROGRESS_NOTE, Kind.CONTACT_LOG})
    cites = (
        ("10-nycrr-69-4", "69-4.26"),
        ("18-nycrr-504", "504.3(a)"),
        ("nyc-ei-note-instructions", "Cancelled sessions and their reason"),
    )
    bad = """\
        Progress Note
        Child's Name: Omar Sample
        Date of Service: 3/3/2026
        Time: 1:00 - 1:30 PM
        Service Type: Speech Therapy
        Session Notes: ______________________________
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """
    good = """\
        Progress Note
        Child's Name: Omar Sample
        Date of Service: 3/3/2026
        Time: 1:00 - 1:30 PM
        Service Type: Speech Therapy
        Session Notes: Omar followed two-step directions in eight of ten turns.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """

    def judge_entry(self, entry: Entry, case: Case) -> Outcome:
        """Look for the narrative; for a session that did not take place, for the reason."""
        if entry.cancelled:
            return self._cancelled(entry, case)
        number = entry.number
        field = entry.narrative_field
        spot = field.spot if field else entry.spot
        text = _narrative_of(entry, case.doc)
        if field and holds_place(field):
            return self.inapplicable("The note is still a placeholder; see DOC005.", entry=number)
        if text:
            if _ELSEWHERE.match(text) and len(text.split()) <= _LONGEST_POINTER:
                return self.incomplete(
                    spot,
                    f"The note of {session(entry)} stands elsewhere: {quoted(text)}.",
                    fix="Confirm that the other paper tells what was done in this session, and is sent with this one.",
                    entry=number,
                )
            return self.passed(spot, f"{session(entry)} says what was done.", entry=number)
        if OBJECT in entry.narrative or (field is None and _long_text(entry)) or has_absence_code(entry):
            return self.incomplete(
                spot,
                f"Tandem cannot tell whether {session(entry)} says what was done.",
                fix="Look whether the note tells what was done and how the child responded.",
                entry=number,
            )
        return case.missing(
            self.violation(
                spot,
                f"{session(entry)} does not say what was done.",
                fix="Write what was done in the session and how the child responded.",
                entry=number,
            )
        )

    def _cancelled(self, entry: Entry, case: Case) -> Outcome:
        if entry.reason:
            return self.passed(entry.spot, f"{session(entry)} says why it did not take place.", entry=entry.number)
        return case.missing(
            self.violation(
                entry.spot,
                f"{session(entry)} did not take place, and no reason is given.",
                fix="Write why: the child or the provider was ill, the school was closed, the family cancelled.",
                entry=entry.number,
            )
        )


def _narrative_of(entry: Entry, doc: Document) -> str:
    """The narrative; where its own field is empty, only what stands below that field can be it."""
    text = entry.narrative.replace(OBJECT, "").strip()
    field = entry.narrative_field
    if not text or field is None or not is_empty(field):
        return text
    below = {line.text.strip() for line in doc.lines[field.order + 1 : entry.last + 1]}
    return "\n".join(line for line in text.splitlines() if line in below)


def _long_text(entry: Entry) -> bool:
    """Whether a label that Tandem does not know holds something like a note."""
    return any(not field.key and len(field.value.split()) >= _WORDS_OF_A_NOTE for field in entry.fields)
