"""`tandem when`: the list, an event's deadlines as text and as JSON, and what is no event, day or place."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.cli import main
from assistant.cli.days import read_day, read_days
from knowledge import load
from knowledge.deadlines import load_deadlines

EVENTS = [event.id for event in load_deadlines().events]


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What the command writes, once it ends well."""
    assert main(["when", *words]) == 0
    out, err = capsys.readouterr()
    assert not err
    return out


def as_json(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """The same, read back from JSON."""
    return json.loads(told(capsys, *words, "--format", "json"))


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The one line on standard error, with exit code 2."""
    assert main(["when", *words]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.count("\n") == 1
    return err


# --- the list -------------------------------------------------------------------------------------------------------


def test_without_words_it_lists_the_events(capsys: pytest.CaptureFixture[str]) -> None:
    """By group, each with its id; as text and as JSON."""
    text = told(capsys)
    lines = text.splitlines()
    assert max(map(len, lines)) <= 80
    groups = list(dict.fromkeys(event.group for event in load_deadlines().events))
    assert [line for line in lines if line in groups] == groups
    assert [line.strip() for line in lines if line.strip() in EVENTS] == EVENTS
    listed = as_json(capsys)
    assert [each["id"] for each in listed] == EVENTS
    assert listed[0].keys() == {"id", "what", "group", "programme", "date_is", "names"}


def test_the_list_of_a_place(capsys: pytest.CaptureFixture[str]) -> None:
    """Holds what has a deadline there."""
    in_connecticut = [each["id"] for each in as_json(capsys, "--place", "ct")]
    assert set(EVENTS) - set(in_connecticut) == {
        "compliance-training", "part-c-mediation-agreement", "session", "turning-five",
    }  # fmt: skip
    assert [each["id"] for each in as_json(capsys, "--place", "Schenectady County")] == EVENTS
    assert "there is no place “mars”" in refused(capsys, "--place", "mars")


# --- an event -------------------------------------------------------------------------------------------------------


def test_the_45_days(capsys: pytest.CaptureFixture[str]) -> None:
    """The day, who owes what, the rule with its source, the working, what may move it, where to read on."""
    text = told(capsys, "part-c-referral", "2026-03-02", "--place", "federal")
    assert text.splitlines()[:4] == [
        "A child is referred to early intervention: Mon Mar 2, 2026",
        "  Counted from: the day on which the program received the referral.",
        "  Only what holds in: the United States (federal rules)",
        "",
    ]
    plain = " ".join(text.split())
    for words in (
        "By Thu Apr 16, 2026 All of this is done: any screening",
        "Who: the early intervention program",
        "Rule: 45 calendar days after the day on which the program received the referral",
        "IDEA Part C regulations, 34 CFR Part 303, 303.310(a)-(d)",
        "Working: Mon Mar 2, 2026 + 45 calendar days = Thu Apr 16, 2026",
        "May move: The child or a parent cannot be there",
        "Read: tandem topic federal/part-c-45-days",
        "Calendar days: Each day counts",
        "This is information, not legal advice",
        "counted from the day you typed",
    ):
        assert words in plain


@pytest.mark.parametrize("name", EVENTS)
@pytest.mark.parametrize("place", ["", *load().places])
def test_each_event_is_written_within_80_columns(name: str, place: str, capsys: pytest.CaptureFixture[str]) -> None:
    """And says the same as text and as JSON."""
    words = [name, "2024-02-29", *(["--place", place] if place else [])]
    text = told(capsys, *words)
    assert max(map(len, text.splitlines())) <= 80
    plain = " ".join(text.split())
    found = as_json(capsys, *words)
    assert (found["event"], found["date"], found["place"]) == (name, "2024-02-29", place)
    assert plain.count("Read: tandem topic ") == len(found["deadlines"])
    for each in found["deadlines"]:
        assert f"Read: tandem topic {each['topic']}" in plain
        assert each["citations"]
        assert each["rule"]
        assert all(
            part in plain for part in (each["what"], each["who"], each["rule"], *each["notes"], *each["extends"])
        )
        assert (each["date"] is None) == (each["weekday"] is None)
        if each["date"]:
            assert date.fromisoformat(each["date"]).strftime("%A") == each["weekday"]
            assert each["working"] or each["fixed"]
    assert len(found["cautions"]) == 2


def test_a_state_beside_the_federal_rule(capsys: pytest.CaptureFixture[str]) -> None:
    """Both with their places, and which of them governs."""
    plain = " ".join(told(capsys, "consent-to-evaluate", "2026-03-02", "--place", "new york").split())
    assert "Where: the United States (federal rules)" in plain
    assert "Governs: Not in New York State: there the State’s own limit holds" in plain
    assert "Governs: New York’s own time governs there. It is stricter" in plain
    found = as_json(capsys, "consent-to-evaluate", "2026-03-02", "--place", "ny")["deadlines"]
    both = {each["id"]: each for each in found}
    assert both["evaluation"]["governed_in"] == ["ny"]
    assert both["ny-preschool-decision"]["beside"] == "evaluation"
    assert both["evaluation"]["date"] == both["ny-preschool-decision"]["date"] == "2026-05-01"
    assert "ny" not in told(capsys, "consent-to-evaluate", "2026-03-02", "--place", "ct").partition("Read:")[0].split()


def test_school_days_with_closed_ones(capsys: pytest.CaptureFixture[str]) -> None:
    """What was left out is told, and that the school's calendar is not known."""
    words = ["removal-decision", "2026-11-20", "--closed", "11/27/2026", "--closed", "2026-12-07..2026-12-09"]
    (found,) = [each for each in as_json(capsys, *words)["deadlines"] if each["id"] == "manifestation"]
    assert found["date"] == "2026-12-11"
    assert [each["why"] for each in found["working"][0]["left_out"]] == ["Thanksgiving Day", *["closed"] * 4]
    plain = " ".join(told(capsys, *words).split())
    assert "By Fri Dec 11, 2026" in plain
    assert "Tandem does not know your school’s calendar." in plain
    assert "left out besides weekends: Thu Nov 26, 2026 (Thanksgiving Day); Fri Nov 27, 2026 (closed)" in plain


def test_no_set_day_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """No number is made up."""
    text = told(capsys, "independent-evaluation-request", "2026-03-02")
    assert "No set day\n" in text
    assert "without unnecessary delay; no number of days" in text
    (found,) = as_json(capsys, "independent-evaluation-request", "2026-03-02")["deadlines"]
    assert (found["date"], found["working"]) == (None, [])


def test_a_place_for_which_nothing_is_held(capsys: pytest.CaptureFixture[str]) -> None:
    """Says for which there is something."""
    plain = " ".join(told(capsys, "turning-five", "2021-05-05", "--place", "ct").split())
    assert "Tandem holds no deadline for this there. It holds some for: New York State." in plain


@pytest.mark.parametrize(
    "words",
    [
        ["part-c-referral", "2026-03-02"],
        ["part-c-referral", "3/2/2026"],
        ["part-c-referral", "03/02/26"],
        ["part-c-referral", "March", "2,", "2026"],
        ["part-c-referral", "March 2, 2026"],
        ["Referral to early intervention", "2026-03-02"],
        ["early", "intervention", "referral", "3/2/2026"],
    ],
)
def test_an_event_and_a_day_may_be_written_in_many_ways(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """By id or in words; ISO or as in the United States."""
    found = as_json(capsys, *words)
    assert (found["event"], found["date"]) == ("part-c-referral", "2026-03-02")


@pytest.mark.parametrize("day", ["1066-10-14", "0004-02-29", "2999-12-31"])
def test_a_day_far_off_is_counted_too(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Past or absurd."""
    assert as_json(capsys, "removal-decision", day)["date"] == day


def test_the_place_of_the_configuration_holds(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with questions."""
    monkeypatch.setattr("assistant.cli.ask.kept", lambda key: {"place": "fl"}.get(key, ""))
    assert as_json(capsys, "part-c-mediation-request", "2026-03-02")["place"] == "fl"


# --- what is wrong --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["refferal to early intervention", "2026-03-02"], "Nearest: part-c-referral"),
        (["xyzzy", "2026-03-02"], "there is no event “xyzzy”. “tandem when” lists them."),
        (["xyzzy"], "there is no event “xyzzy”."),
        (["a\x1b[31m", "2026-03-02"], "there is no event “a␛[31m”."),
        (["part-c-referral"], "give the day too, such as 2026-03-31 or 3/31/2026: it is the day on which the program"),
        (["part-c-referral", "2026-02-30"], "“2026-02-30” is no day of the calendar. Write it with its year"),
        (["part-c-referral", "3/4"], "“3/4” is no day of the calendar."),
        (["part-c-referral", "March 2026"], "“March 2026” is no day of the calendar."),
        (["part-c-referral", "tomorrow"], "“tomorrow” is no day of the calendar."),
        (["2026-03-02"], "what happened on that day?"),
        (["part-c-referral", "9999-12-30"], "45 calendar days after Thu Dec 30, 9999 is in no year from 1 to 9999."),
        (["part-c-referral", "2026-03-02", "--place", "mars"], "there is no place “mars”. There are: federal, ny"),
        (["part-c-referral", "2026-03-02", "--closed", "soon"], "--closed “soon” is no day."),
        (["part-c-referral", "2026-03-02", "--closed", "2026-03-05..2026-03-04"], "is no day."),
        (["part-c-referral", "2026-03-02", "--closed", "0001-01-01..9999-12-31"], "is no day."),
    ],
)
def test_what_is_wrong_is_told_in_one_line(words: list[str], line: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With what to do."""
    assert line in refused(capsys, *words)


# --- days -----------------------------------------------------------------------------------------------------------


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_day_is_read_in_each_of_its_forms(day: date) -> None:
    """With a year of two figures too."""
    for form in ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y", "%B %d, %Y", "%b %d, %Y"):
        assert read_day(day.strftime(form)) == day


@pytest.mark.parametrize(
    "text", ["", "soon", "3/4", "March 2026", "2026", "2/30/2026", "on 3/4/2026", "3/4/2026 or so"]
)
def test_what_is_no_day(text: str) -> None:
    """Nor part of one."""
    assert read_day(text) is None


def test_days_from_one_to_another() -> None:
    """Both ends counted in."""
    assert read_days("2026-12-31..1/2/2027") == (date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2))
    assert read_days("2026-12-31") == (date(2026, 12, 31),)
    assert read_days("2026-12-31..") is None


def test_the_list_starts_without_the_holidays() -> None:
    """They cost more than all the rest."""
    from tests.test_architecture import RUN_COMMAND, loaded_by

    assert not {"holidays", "dateutil"} & loaded_by(RUN_COMMAND, "when")
    assert "holidays" in loaded_by(RUN_COMMAND, "when", "removal-decision", "2026-03-02")
