"""COO001 to COO003: whether there is a coordinator, and whether it is the right one."""

import pytest

from checkers.outcome import Severity, Verdict
from tests.checkers.rules.judging import IEP, SEIT_AND_SPEECH, SPEECH_AND_OT, judge_text, verdict, verdicts

NAMED = """\
| Related Services | Frequency | Provider |
| --- | --- | --- |
| Speech/Language Therapy | 2 x 30 weekly | Dana Example |
| Occupational Therapy | 2 x 30 weekly | Kim Sample |
"""


def with_coordinator(who: str, services: str) -> str:
    """A draft with this coordinator and these services."""
    return f"{IEP}Coordinator of Services: {who}\n{services}"


def test_two_related_services_need_a_coordinator() -> None:
    """Without one: an error."""
    found = judge_text("COO001", IEP + SPEECH_AND_OT)
    assert [(each.verdict, each.severity) for each in found] == [(Verdict.VIOLATION, Severity.ERROR)]


def test_with_a_seit_it_is_a_warning() -> None:
    """By regulation the SEIT is responsible without being named."""
    found = judge_text("COO001", IEP + SEIT_AND_SPEECH)
    assert [(each.verdict, each.severity) for each in found] == [(Verdict.VIOLATION, Severity.WARNING)]


def test_one_discipline_on_two_lines_is_one_service() -> None:
    """Individual and group speech need no coordination."""
    speech = "Related Services\nSpeech/Language Therapy: 1 x 30 individual\nSpeech/Language Therapy: 1 x 30 group\n"
    assert verdict("COO001", IEP + speech) == "inapplicable"


def test_an_iep_without_a_list_of_services_is_not_judged() -> None:
    """There is nothing to coordinate that could be read."""
    for code in ("COO001", "COO002", "COO003"):
        assert verdict(code, IEP) == "inapplicable"


def test_a_placeholder_for_the_coordinator_is_doc005_alone_where_one_is_needed() -> None:
    """Where none is needed, it is no fault at all."""
    text = with_coordinator("TBD", SPEECH_AND_OT)
    assert not verdicts(judge_text("COO001", text))
    assert verdicts(judge_text("DOC005", text)) == ["violation"]
    one = with_coordinator("TBD", "Related Services\nPhysical Therapy: 2 x 30 weekly\n")
    assert not verdicts(judge_text("DOC005", one))


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("Lee Example, SEIT", "pass"),
        ("Special Education Itinerant Teacher", "pass"),
        ("Speech Therapist", "violation"),
        ("Dana Example, CCC-SLP", "violation"),
        ("Special Education Teacher", "incomplete"),
        ("Lee Example", "incomplete"),
    ],
)
def test_the_seit_coordinates(who: str, expected: str) -> None:
    """Certain by the coordinator's title; a bare name or a shorter title has to be looked at."""
    assert verdict("COO002", with_coordinator(who, SEIT_AND_SPEECH)) == expected


@pytest.mark.parametrize(
    ("who", "services", "expected"),
    [
        ("Speech Therapist", SPEECH_AND_OT, "pass"),
        ("Kim Sample, OTR/L", SPEECH_AND_OT, "pass"),
        ("Physical Therapist", SPEECH_AND_OT, "violation"),
        ("CPSE Chairperson", SPEECH_AND_OT, "violation"),
        ("Lee Nobody", SPEECH_AND_OT, "incomplete"),
        ("K. Sample", NAMED, "pass"),
        ("Lee Nobody", NAMED, "violation"),
    ],
)
def test_the_coordinator_is_one_of_the_providers(who: str, services: str, expected: str) -> None:
    """A violation only where the list leaves no doubt."""
    assert verdict("COO003", with_coordinator(who, services)) == expected
