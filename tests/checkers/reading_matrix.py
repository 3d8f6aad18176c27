"""How a case of the matrix is read: what the checker says of its one item, and whatever it says beside."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from checkers.check import FileReport, Options, check_bytes
from checkers.document import Role
from checkers.outcome import Outcome, Verdict
from tests.documents.matrix.variants import COORDINATOR, SERVICE_DAY, Case, Item

OPTIONS = Options(
    today=datetime.date(2026, 6, 15),
    profile="ny-schenectady-preschool",
    ignore=frozenset({"DOC007"}),  # of what is kept in tracked changes only the reading is asked
)
FILLED, EMPTY, UNCLEAR = "filled", "empty", "unclear"
FAULTS = ("filled as empty", "empty as filled", "other findings beside", "cannot tell or another answer")
"""What can be wrong with a reading, the worst first."""


def reading_of(case: Case) -> str:
    """What the checker makes of the case: "filled", "empty", "unclear" or another answer, and other findings behind."""
    return reading_in(check_bytes(case.data(), case.file_name, OPTIONS), case)


def reading_in(report: FileReport, case: Case) -> str:
    """The same for a report that is there already."""
    if report.doc is None:
        return f"refused: {report.error}"
    item = case.variant.item
    beside = sorted({_named(each) for each in report.findings if each.rule not in _OWN[item] | case.variant.looks})
    return ", and ".join([_STATES[item](report), *beside])


def right(case: Case, reading: str) -> bool:
    """Whether the reading is right: the item as it is, or where that is allowed as one that cannot be told."""
    return reading == (FILLED if case.filled else EMPTY) or (case.variant.unclear and reading == UNCLEAR)


def fault(case: Case, reading: str) -> str:
    """What is wrong with a reading that is not right, one of `FAULTS`."""
    state, _, beside = reading.partition(", and ")
    if case.filled and (state == EMPTY or state.startswith(("no ", "both", "0 "))):
        return FAULTS[0]
    if not case.filled and state.startswith((FILLED, "both")):
        return FAULTS[1]
    return FAULTS[2] if beside else FAULTS[3]


def _named(outcome: Outcome) -> str:
    return f"{outcome.rule} {outcome.verdict.value}"


def _verdicts(report: FileReport, *rules: str) -> set[Verdict]:
    return {each.verdict for each in report.outcomes if each.rule in rules}


def _signature(report: FileReport) -> str:
    assert report.doc is not None
    said = _verdicts(report, "SIG001", "SIG004")
    signed = any(each.role is Role.PROVIDER and each.evidence.signed for each in report.doc.signatures)
    if signed and Verdict.VIOLATION in said:
        return "both signed and not signed"
    if Verdict.VIOLATION in said:
        return EMPTY
    if Verdict.INCOMPLETE in said:
        return UNCLEAR
    return FILLED if signed else "no signature line"


def _date(report: FileReport) -> str:
    assert report.doc is not None
    entries = report.doc.entries
    if len(entries) != 1:
        return f"{len(entries)} sessions"
    said = _verdicts(report, "DAT001")
    if Verdict.PASS in said and entries[0].date:
        found = entries[0].date.date
        return FILLED if found == SERVICE_DAY else f"filled with another day, {found}"
    return _by_verdict(report, said)


def _coordinator(report: FileReport) -> str:
    assert report.doc is not None
    said = _verdicts(report, "COO001")
    if Verdict.PASS in said:
        words = report.doc.coordinators[0].words.strip(" ._\u200b")
        return FILLED if words == COORDINATOR else f"filled with {words!r}"
    return _by_verdict(report, said)


def _box(report: FileReport) -> str:
    said = _verdicts(report, "MED001")
    if Verdict.PASS in said:
        return FILLED
    if said <= {Verdict.INAPPLICABLE}:
        return FILLED if Verdict.PASS in _verdicts(report, "MED002") else "no box"
    return _by_verdict(report, said)


def _by_verdict(report: FileReport, said: set[Verdict]) -> str:
    template = Verdict.VIOLATION in _verdicts(report, "DOC005")
    if Verdict.VIOLATION in said or (said == {Verdict.INAPPLICABLE} and template):
        return EMPTY
    return UNCLEAR if Verdict.INCOMPLETE in said else "not found"


_STATES: dict[Item, Callable[[FileReport], str]] = {
    "signature": _signature,
    "date": _date,
    "coordinator": _coordinator,
    "box": _box,
}
_OWN: dict[Item, frozenset[str]] = {
    "signature": frozenset({"SIG001", "SIG004", "SIG005"}),
    "date": frozenset({"DAT001", "DOC005"}),
    "coordinator": frozenset({"COO001", "DOC005"}),
    "box": frozenset({"MED001", "DOC005"}),
}
"""The rules that speak of the item itself; a typed name may ask a person to look."""
