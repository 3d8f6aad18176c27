"""Cases of the rules on what an IFSP says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.cases.making import IFSP, CaseFile, ifsp, text
from tests.documents.paper_ifsp import Ifsp, Support

_OLDER = replace(IFSP, birth="8/14/2023")
_FRAGMENT = """\
Individualized Family Service Plan (IFSP)
Child's Name: Theo Grant
Early Intervention Services
Speech Therapy: 1 time a week, 45 minutes, individual, home, Lena Ortiz
"""


def cases() -> Iterator[CaseFile]:
    """IFS001 to IFS006."""
    for code, name in (("IFS001", "development"), ("IFS004", "environments")):
        yield from ifsp(code, "violation", "blank", _with(name, ""))
        yield from ifsp(code, "violation", "absent", _with(name, None))
        yield from ifsp(code, "pass", "written", IFSP)
        yield text(code, "inapplicable", "services-alone", _FRAGMENT)
    why = "Speech therapy is given in a clinic because of the equipment; the family will use it at home later."
    yield from ifsp("IFS004", "pass", "justified", replace(IFSP, environments=why), "table", "typed")

    yield from ifsp("IFS002", "violation", "blank", replace(IFSP, outcomes=()))
    yield from ifsp("IFS002", "violation", "absent", replace(IFSP, outcomes=None))
    yield from ifsp("IFS002", "pass", "written", IFSP)

    yield from _services()

    yield from ifsp("IFS005", "violation", "blank", replace(_OLDER, transition=""))
    yield from ifsp("IFS005", "violation", "absent", _OLDER)
    steps = "Visit two preschools with the family in May; send the report to the school district in June."
    yield from ifsp("IFS005", "pass", "written", replace(_OLDER, transition=steps))
    yield from ifsp("IFS005", "inapplicable", "younger", IFSP)
    yield from ifsp("IFS005", "violation", "on-the-day", replace(IFSP, birth="11/17/2023"), "typed")
    yield from ifsp("IFS005", "inapplicable", "the-day-before", replace(IFSP, birth="11/18/2023"), "typed")

    for code, verdict in (("IFS006", "violation"), ("SIG001", "inapplicable")):
        unsigned = replace(IFSP, parent=replace(IFSP.parent, how="blank", date=""))
        yield from ifsp(code, verdict, "parent-did-not-sign", unsigned)
    yield from ifsp("IFS006", "violation", "no-line", replace(IFSP, parent=replace(IFSP.parent, label="")))
    yield from ifsp("IFS006", "pass", "signed", IFSP)
    yield from ifsp("IFS006", "pass", "drawn", replace(IFSP, parent=replace(IFSP.parent, how="picture")))
    stand_in = replace(IFSP, parent=replace(IFSP.parent, how="words", words="on file"))
    yield from ifsp("IFS006", "inapplicable", "stand-in", stand_in, "table", "typed")
    draft = replace(unsigned, title="DRAFT Individualized Family Service Plan (IFSP)")
    yield from ifsp("IFS006", "incomplete", "draft", draft, "table", "typed")


def _services() -> Iterator[CaseFile]:
    speech, physical = IFSP.services

    def services(*lines: Support) -> Ifsp:
        return replace(IFSP, services=lines)

    yield from ifsp("IFS003", "violation", "no-length", services(replace(speech, length=""), physical))
    yield from ifsp("IFS003", "violation", "no-frequency", services(speech, replace(physical, frequency="")))
    yield from ifsp("IFS003", "violation", "no-method", services(replace(speech, method=""), physical), "table")
    yield from ifsp("IFS003", "incomplete", "no-method", services(replace(speech, method=""), physical), "typed")
    yield from ifsp("IFS003", "pass", "all-there", IFSP)
    coordination = Support("Service Coordination", "Lena Ortiz, SLP", "as needed", "", "", "")
    yield from ifsp("IFS003", "pass", "with-coordination", services(speech, physical, coordination), "table", "typed")


def _with(name: str, value: str | None) -> Ifsp:
    return replace(IFSP, **{name: value})  # type: ignore[arg-type]
