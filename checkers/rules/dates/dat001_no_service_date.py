"""DAT001."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checkers.document import RECORDS, Entry, Field
from checkers.outcome import Outcome, Owner, Spot
from checkers.rule import Case, EntryRule
from checkers.rules.dating import Wanted, judge_undated
from checkers.rules.naming import listed, quoted

_A_DAY = re.compile(r"(?:[A-Za-z]{3,9},?\s+)?(?:\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|[A-Za-z]{3,9}\.? \d{1,2},? \d{4})")


class NoServiceDate(EntryRule):
    """A session has no date of service

    Without its date a session cannot be matched with the attendance log, the IEP or a claim, so it is as if it had not
    taken place. The day on which the note was written or signed does not take its place.
    """

    code = "DAT001"
    owner = Owner.PROVIDER
    kinds = RECORDS
    cites = (("10-nycrr-69-4", "69-4.26"), ("18-nycrr-504", "504.3(a)"))
    bad = """\
        Progress Note
        Child's Name: Maya Sample
        Date of Service: ____________
        Time: 9:00 - 9:30 AM
        Service Type: Speech Therapy
        Session Notes: Maya named ten farm animals in play.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """
    good = """\
        Progress Note
        Child's Name: Maya Sample
        Date of Service: 3/3/2026
        Time: 9:00 - 9:30 AM
        Service Type: Speech Therapy
        Session Notes: Maya named ten farm animals in play.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Judge every session; where none was found in a record that must hold some, a person has to look."""
        doc = case.doc
        if doc.entries or doc.is_template or doc.is_report or not doc.lines:
            yield from super().judge(case)
            return
        yield self.incomplete(
            Spot(doc.lines[0].place, doc.lines[0].text.strip()),
            "Tandem could not find a session in this document, so what each session must have was not checked.",
            fix="Check each session's date, times, note and signature yourself.",
        )

    def judge_entry(self, entry: Entry, case: Case) -> Outcome:
        """Look for the session's own date."""
        if not entry.row and len(days := _days_side_by_side(entry)) > 1:
            return self.incomplete(
                entry.spot,
                f"Sessions seem to stand side by side here ({listed(days)}); Tandem reads them as one.",
                fix="Check each session's date, times, note and signature yourself.",
                entry=entry.number,
            )
        if entry.date and entry.date.date:
            return self.passed(entry.date.spot, f"The session is dated {quoted(entry.date.text)}.", entry=entry.number)
        if entry.date:
            return self.inapplicable("The date of service is no calendar date; see DAT002.", entry=entry.number)
        if entry.date_field is None and (other := _other_date(entry)):
            return self.incomplete(
                other.spot,
                f"No line is labelled as the date of session {entry.number}; {quoted(other.label)} may be it.",
                fix="Confirm that this is the day on which the session took place.",
                entry=entry.number,
            )
        wanted = Wanted(
            f"The date of service of session {entry.number}",
            "Write the day on which the session took place, with month, day and year.",
        )
        outcome = judge_undated(self, case, entry.date_field, wanted, entry.number)
        return outcome if outcome.spot else replace(outcome, spot=entry.spot)


def _days_side_by_side(entry: Entry) -> list[str]:
    """The dates of service in the line of the first, where there are several."""
    fields = [field for field in entry.fields if field.key == "service_date" and field.dates]
    return [field.dates[0].text for field in fields if field.spot.place == fields[0].spot.place]


def _other_date(entry: Entry) -> Field | None:
    """A day at a label that Tandem does not know."""
    return next((field for field in entry.fields if not field.key and _A_DAY.fullmatch(field.value.strip())), None)
