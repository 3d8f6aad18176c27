"""Cases of the rule on months without a contact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.cases.making import LOG, CaseFile, contact_log


def cases() -> Iterator[CaseFile]:
    """CON001."""
    first, second, third = LOG.contacts
    yield from contact_log("CON001", "violation", "february", replace(LOG, contacts=(first, third)))
    may = ("5/4/2026", "Phone", "Mother", "Talked about the next visits.")
    yield from contact_log("CON001", "violation", "february-and-april", replace(LOG, contacts=(first, third, may)))
    yield from contact_log("CON001", "pass", "every-month", LOG)
    yield from contact_log("CON001", "pass", "one-month", replace(LOG, contacts=(second,)))
    over = (("12/30/2025", "Phone", "Father", "Talked about the first visits."), first)
    yield from contact_log("CON001", "pass", "over-new-year", replace(LOG, contacts=over))
    tried = ("2/3/2026", "Phone", "Mother", "No answer, left a message.")
    yield from contact_log("CON001", "incomplete", "only-tried", replace(LOG, contacts=(first, tried, third)))
    away = ("3/9/2026", "Phone", "Mother", "The family is back; they were out of state all February.")
    yield from contact_log("CON001", "incomplete", "away", replace(LOG, contacts=(first, away)))
    undated = ("", "Email", "PT", "Wrote to the physical therapist about the splint.")
    yield from contact_log("CON001", "incomplete", "undated", replace(LOG, contacts=(first, undated, third)))
