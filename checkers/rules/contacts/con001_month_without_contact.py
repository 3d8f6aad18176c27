"""CON001."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence

from checkers.document import Document, Entry, Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.naming import listed, quoted

_TRIED = re.compile(
    r"\b(?:no answer|no response|no reply|unanswered|left (?:a )?(?:message|voice ?mail|vm)|lvm|lm|voice ?mail"
    r"|unable to reach|could not reach|couldn't reach|did not (?:answer|respond|reply|pick up)|attempt\w*"
    r"|tried to (?:call|reach|contact)|no[- ]show|not home|nobody home|number (?:is )?disconnected"
    r"|mailbox (?:is )?full)\b",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"\b(?:called back|returned|spoke|talked|told|met|discussed|answered|later reached|replied|confirmed)\b",
    re.IGNORECASE,
)
_PAUSE = re.compile(
    r"\b(?:on hold|away|out of (?:state|town|the country)|vacation|hospital\w*|declin\w+|paus\w+|suspend\w*|travel\w*"
    r"|withdr\w+|travell?ing|leave|until|inactive|closed|re-?open\w*|re-?referr\w+|moved)\b",
    re.IGNORECASE,
)
_MONTHS = 12


class MonthWithoutContact(Rule):
    """A calendar month has no service-coordination contact

    Connecticut expects service coordination to take place, and to be written down, at least once a month for each
    family. A month between the first and the last entry that has none leaves the family without it. Where somebody only
    tried to reach the family, a person has to say whether that was coordination.
    """

    code = "CON001"
    owner = Owner.PROVIDER
    kinds = frozenset({Kind.CONTACT_LOG})
    cites = (("ct-service-coordination", "Overview"), ("ct-service-coordination", "Documenting Service Coordination"))
    bad = """\
        Connecticut Birth to Three
        Service Coordination Contact Log
        Child's Name: Theo Sample
        Date of Contact: 1/6/2026
        Type of Contact: phone
        Notes: Talked with the mother about the visit plan.
        Signed by: /s/ Dana Example
        Date of Contact: 3/9/2026
        Type of Contact: home visit
        Notes: Went over the outcomes with the family.
        Signed by: /s/ Dana Example
        """
    good = """\
        Connecticut Birth to Three
        Service Coordination Contact Log
        Child's Name: Theo Sample
        Date of Contact: 1/6/2026
        Type of Contact: phone
        Notes: Talked with the mother about the visit plan.
        Signed by: /s/ Dana Example
        Date of Contact: 2/3/2026
        Type of Contact: email
        Notes: Wrote to the physical therapist about the splint.
        Signed by: /s/ Dana Example
        Date of Contact: 3/9/2026
        Type of Contact: home visit
        Notes: Went over the outcomes with the family.
        Signed by: /s/ Dana Example
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Look at every calendar month from the first entry to the last."""
        dated = sorted((_month(entry), entry.number) for entry in case.doc.entries if _month(entry))
        if not dated:
            yield self.inapplicable("The log has no entry with a date.")
            return
        first, last = dated[0][0], dated[-1][0]
        by_month: dict[int, list[Entry]] = {month: [] for month in range(first, last + 1)}
        for entry in case.doc.entries:
            if _month(entry):
                by_month[_month(entry)].append(entry)
        empty = [month for month, entries in by_month.items() if not entries]
        tried = [month for month, entries in by_month.items() if entries and all(map(_only_tried, entries))]
        if empty:
            yield self._without(case, empty)
        if tried:
            yield self._only_tries(by_month[tried[0]][0], tried)
        if not empty and not tried:
            yield self.passed(
                case.doc.entries[0].spot,
                f"Every month from {_name(first)} to {_name(last)} has a contact."
                if first != last
                else f"All contacts are in one month, {_name(first)}.",
            )

    def _without(self, case: Case, months: Sequence[int]) -> Outcome:
        names = listed([_name(month) for month in months])
        found = f"No contact is written down for {names}."
        undated = next((entry for entry in case.doc.entries if not _month(entry)), None)
        if undated:
            return self.incomplete(
                undated.spot,
                f"{found} Entry {undated.number} has no date that Tandem could read, and may belong there.",
                fix="Look when that contact was, and add its date.",
            )
        if pause := _pause(case.doc, months):
            return self.incomplete(
                pause.spot,
                f"{found} The entry of {pause.date.text if pause.date else ''} may say why: {quoted(pause.narrative)}.",
                fix="Confirm that coordination was not due in that time, and write the reason into the log.",
            )
        following = next(entry for entry in case.doc.entries if _month(entry) > months[0])
        return case.missing(
            self.violation(
                following.spot,
                found,
                fix="Add the contacts of that time if there were any; else plan one for each month from now on.",
            )
        )

    def _only_tries(self, entry: Entry, months: Sequence[int]) -> Outcome:
        return self.incomplete(
            entry.spot,
            f"In {listed([_name(month) for month in months])} the log tells only of tries to reach somebody.",
            fix="Confirm that coordination took place in that month, and write it down.",
        )


def _month(entry: Entry) -> int:
    """The calendar month of an entry, counted on through the years; 0 where it has no date."""
    day = entry.date.date if entry.date else None
    return day.year * _MONTHS + day.month - 1 if day else 0


def _name(month: int) -> str:
    return f"{calendar.month_name[month % _MONTHS + 1]} {month // _MONTHS}"


def _only_tried(entry: Entry) -> bool:
    """Whether an entry tells that nobody was reached."""
    words = f"{entry.narrative} {' '.join(field.value for field in entry.fields)}"
    return entry.cancelled or (bool(_TRIED.search(words)) and not _REACHED.search(words))


def _pause(doc: Document, months: Sequence[int]) -> Entry | None:
    """The last entry before a gap, or the first behind it, where it speaks of a reason."""
    for month in months:
        before = [entry for entry in doc.entries if 0 < _month(entry) < month][-1:]
        behind = [entry for entry in doc.entries if _month(entry) > month][:1]
        for entry in (*before, *behind):
            if _PAUSE.search(entry.narrative):
                return entry
    return None
