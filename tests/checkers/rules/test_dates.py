"""DAT001 to DAT007: dates that are missing, impossible, in the future, out of order or too late."""

import pytest

from tests.checkers.rules.judging import IEP, NOTE, SIGNED, SPEECH_AND_OT, judge_text, verdict, verdicts


def note(old: str, new: str) -> str:
    """A good signed note with one thing changed."""
    assert old in NOTE
    return NOTE.replace(old, new) + SIGNED


def iep(old: str, new: str) -> str:
    """A good draft with one thing changed."""
    assert old in IEP
    return IEP.replace(old, new) + SPEECH_AND_OT


@pytest.mark.parametrize(
    ("written", "dat001", "dat002", "doc005"),
    [
        ("3/3/2026", [], [], []),
        ("________", ["violation"], [], []),
        ("2/30/2026", [], ["violation"], []),
        ("13/45/2026", [], ["violation"], []),
        ("3/3", [], ["violation"], []),
        ("TBD", [], [], ["violation"]),
        ("[Date]", [], [], ["violation"]),
    ],
)
def test_one_fault_in_the_date_of_service_is_one_finding(
    written: str, dat001: list[str], dat002: list[str], doc005: list[str]
) -> None:
    """Blank is DAT001, impossible is DAT002, a placeholder is DOC005: each alone."""
    text = note("3/3/2026", written)
    assert verdicts(judge_text("DAT001", text)) == dat001
    assert verdicts(judge_text("DAT002", text)) == dat002
    assert verdicts(judge_text("DOC005", text)) == doc005


def test_a_heading_with_month_and_year_gives_the_year() -> None:
    """A date without a year is understood where the page names it."""
    text = note("3/3/2026", "3/3").replace("Progress Note\n", "Progress Note\nMonth: March 2026\n")
    assert not verdicts(judge_text("DAT002", text))


def test_a_period_needs_no_year_of_its_own() -> None:
    """Only days that no calendar has are a fault there."""
    text = note("Service Type", "Reporting Period: 9/1 - 12/20\nService Type")
    assert not verdicts(judge_text("DAT002", text))


def test_a_future_session_signed_on_its_day_is_one_finding() -> None:
    """At the session; the signature is the same slip."""
    text = (NOTE + SIGNED).replace("3/3/2026", "3/3/2027")
    found = judge_text("DAT003", text)
    assert verdicts(found) == ["violation"]
    assert found[0].entry == 1
    assert not verdicts(judge_text("SIG006", text))


def test_a_signature_in_the_future_is_a_finding_of_its_own() -> None:
    """The session is in order."""
    found = judge_text("DAT003", NOTE + SIGNED.replace("3/3/2026", "3/3/2027"))
    assert verdicts(found) == ["violation"]


def test_meeting_and_projected_dates_may_lie_ahead() -> None:
    """DAT003 reads dates of service and of signatures only."""
    assert not verdicts(judge_text("DAT003", IEP + SPEECH_AND_OT))


@pytest.mark.parametrize(
    ("times", "expected"),
    [("10:30 - 10:00 AM", ["violation"]), ("11:30 - 12:15 PM", []), ("12:45 - 1:15", []), ("9:00 - 9:30", [])],
)
def test_a_session_does_not_end_before_it_starts(times: str, expected: list[str]) -> None:
    """Noon is crossed in order."""
    assert verdicts(judge_text("DAT004", note("9:00 - 9:30 AM", times))) == expected


def test_a_period_does_not_end_before_it_starts() -> None:
    """Both dates stand in one field."""
    text = note("Service Type", "Service Period: 6/30/2026 - 9/1/2025\nService Type")
    assert verdicts(judge_text("DAT004", text)) == ["violation"]


def test_no_service_comes_before_the_birth() -> None:
    """All sessions concerned are one finding, as one date is wrong."""
    text = note("Service Type", "Date of Birth: 4/4/2026\nService Type")
    found = judge_text("DAT004", text)
    assert verdicts(found) == ["violation"]
    assert "before the child's birth" in found[-1].message


@pytest.mark.parametrize(
    ("code", "label", "good"),
    [
        ("DAT005", "Date of Meeting: ", "5/20/2026"),
        ("DAT006", "Projected Date IEP is to be Implemented: ", "7/6/2026"),
        ("DAT007", "Projected Date of Annual Review: ", "5/18/2027"),
    ],
)
def test_the_three_dates_of_an_iep(code: str, label: str, good: str) -> None:
    """There, blank, absent, impossible, a placeholder."""
    assert verdict(code, IEP + SPEECH_AND_OT) == "pass"
    assert verdict(code, iep(label + good, label + "________")) == "violation"
    assert verdict(code, iep(label + good + "\n", "")) == "violation"
    assert verdict(code, iep(label + good, label + "2/30/2026")) == "inapplicable"
    placeholder = iep(label + good, label + "TBD")
    assert verdict(code, placeholder) == "inapplicable"
    assert verdict("DOC005", placeholder) == "violation"
    assert verdicts(judge_text(code, iep(label + good + "\n", ""), unread=(3, 4))) == ["incomplete"]


def test_a_start_date_on_each_service_is_enough() -> None:
    """The plan as a whole then needs none."""
    table = """\
| Related Services | Frequency | Projected Beginning Date |
| --- | --- | --- |
| Speech/Language Therapy | 2 x 30 weekly | 7/6/2026 |
| Occupational Therapy | 2 x 30 weekly | {} |
"""
    plan = IEP.replace("Projected Date IEP is to be Implemented: 7/6/2026\n", "")
    assert verdict("DAT006", plan + table.format("7/6/2026")) == "pass"
    found = judge_text("DAT006", plan + table.format(""))
    assert verdicts(found) == ["violation"]
    assert "“Occupational Therapy”" in found[0].message


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        ("5/20/2027", "pass"),
        ("5/21/2027", "violation"),
        ("May 2027", "pass"),
        ("June 2027", "violation"),
        ("5/1/2026", "incomplete"),
    ],
)
def test_the_review_comes_within_twelve_months_of_the_meeting(review: str, expected: str) -> None:
    """A month alone is late only where all of it is."""
    assert verdict("DAT007", iep("5/18/2027", review)) == expected


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        ("6-Month Review Due: 11/20/2026", "pass"),
        ("6-Month Review Due: 11/21/2026", "violation"),
        ("Annual Review Date: 5/18/2027\n6-Month Review Due: 11/18/2026", "pass"),
        ("6-Month Review Due: 11/18/2026\nAnnual Review Date: 5/18/2027", "pass"),
        ("Annual Review Date: 5/18/2027", "violation"),
        ("", "violation"),
    ],
)
def test_an_ifsp_is_reviewed_within_six_months(reviews: str, expected: str) -> None:
    """The first of its reviews counts, wherever it stands."""
    plan = f"Individualized Family Service Plan\nChild's Name: Ana Diaz\nIFSP Meeting Date: 5/20/2026\n{reviews}\n"
    assert verdict("DAT007", plan) == expected


def test_an_earlier_review_is_not_the_next_one() -> None:
    """A plan may name the day of this year's review beside the projected one."""
    text = iep("5/18/2027", "8/15/2027") + "Date of Annual Review: 5/20/2026\n"
    assert verdict("DAT007", text) == "violation"


def test_the_advice_names_the_plans_own_meeting() -> None:
    """A family's plan is no committee's."""
    ifsp = judge_text(
        "DAT005", "Individualized Family Service Plan\nChild's Name: Ana Diaz\nService Coordinator: Lena\n"
    )
    assert [each.fix for each in ifsp] == ["Write the day of the IFSP meeting, with month, day and year."]
