"""TIM002, TIM003 and TIM007: units of coordination against the minutes, the year and the SEIT's rate."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.document import Activity, Document
from checkers.outcome import Outcome, Verdict
from checkers.rules.school_years import Period, period_of
from tests.checkers.rules.judging import judge_document, judge_text, verdict, verdicts
from tests.checkers.understand.model import model

LOG = """\
Preschool Attendance Log Sheet
Child's Name: Ana Diaz
Provider: Jo Hill, {title}
Service Type: {service}

| Date | Time In | Time Out | Units | Activity | Notes |
| --- | --- | --- | --- | --- | --- |
{rows}
{below}
"""
Row = tuple[str, str, str, str]
"""Date, start, end, units."""


def log(
    *rows: Row,
    activity: str = "Coordination of Services",
    service: str = "Speech Therapy",
    below: str = "",
    note: str = "Called the OT.",
) -> str:
    """An attendance log with these rows."""
    cells = (f"| {' | '.join(row)} | {activity} | {note} |" for row in rows)
    title = "CCC-SLP" if "Speech" in service else "MS Ed"
    return LOG.format(service=service, title=title, rows="\n".join(cells), below=below)


def month(units: Sequence[str], year: int = 2025, first: int = 9, *, end: str = "2:00 PM") -> list[Row]:
    """A row a month with these units, all of one hour if nothing else is said."""
    days = [(year + (first - 1 + index) // 12, (first - 1 + index) % 12 + 1) for index in range(len(units))]
    return [(f"{month}/9/{year}", "1:00 PM", end, unit) for (year, month), unit in zip(days, units, strict=True)]


def only(outcomes: list[Outcome]) -> Outcome:
    """The one finding."""
    (found,) = (each for each in outcomes if each.fix)
    return found


# --- TIM002 --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("3/3/2026", "3:00 PM", "3:30 PM", "1")], "pass"),
        ([("3/3/2026", "3:00 PM", "3:29 PM", "1")], "violation"),
        ([("3/3/2026", "3:00 PM", "4:00 PM", "2")], "pass"),
        ([("3/3/2026", "3:00 PM", "4:00 PM", "3")], "violation"),
        ([("3/3/2026", "3:00 PM", "3:15 PM", ""), ("3/5/2026", "3:00 PM", "3:15 PM", "1")], "pass"),
        ([("3/3/2026", "3:00 PM", "3:45 PM", "1"), ("3/5/2026", "3:00 PM", "3:15 PM", "1")], "pass"),
        ([("3/3/2026", "3:00 PM", "3:20 PM", "1"), ("3/5/2026", "3:00 PM", "3:35 PM", "1")], "violation"),
        ([("3/3/2026", "3:00 PM", "3:20 PM", "0")], "pass"),
        ([("3/3/2026", "3:00 PM", "3:20 PM", "")], "inapplicable"),
        ([("3/3/2026", "3:00 PM", "3:15 PM", "0.5")], "incomplete"),
        ([("3/3/2026", "3:00 PM", "3:15 PM", "½")], "incomplete"),
        ([("3/3/2026", "3:00 PM", "3:10 PM", "½")], "violation"),
        ([("3/3/2026", "", "", "1")], "inapplicable"),
        ([("3/3/2026", "3:00 PM", "3:20 PM", "1"), ("3/5/2026", "", "", "")], "incomplete"),
        ([("3/3/2026", "4:00 PM", "3:30 PM", "1")], "inapplicable"),
    ],
)
def test_each_unit_needs_its_half_hour(rows: list[Row], expected: str) -> None:
    """Shorter periods are added up; what TIM001 and DAT004 speak of is not said again."""
    assert verdict("TIM002", log(*rows)) == expected


def test_the_sum_is_shown() -> None:
    """So that a reader can add it up."""
    rows = (("3/3/2026", "3:00 PM", "3:35 PM", "1"), ("3/5/2026", "3:00 PM", "3:20 PM", "1"))
    found = only(judge_text("TIM002", log(*rows)))
    assert "35 + 20 minutes = 55 minutes, 1 half-hour block; 2 units claimed" in found.message
    assert found.entry is None
    alone = only(judge_text("TIM002", log(rows[1])))
    assert "20 minutes, 0 half-hour blocks; 1 unit claimed" in alone.message
    assert alone.entry == 1


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"activity": "Direct"}, "inapplicable"),
        ({"activity": "Cancelled - child sick"}, "inapplicable"),
        ({"service": "SEIT"}, "inapplicable"),
        ({"service": "SEIT and Speech Therapy"}, "incomplete"),
        ({"below": "Units: 15 min = 1 unit"}, "incomplete"),
        ({"note": "Called the OT; added to the 10 minutes of February."}, "incomplete"),
        ({}, "violation"),
    ],
)
def test_what_is_not_certainly_a_unit_too_many(changes: dict[str, str], expected: str) -> None:
    """Other activities, a SEIT's coordination, other units, minutes from elsewhere."""
    assert verdict("TIM002", log(("3/3/2026", "3:00 PM", "3:20 PM", "1"), **changes)) == expected


def test_units_of_a_total_are_held_against_all_minutes() -> None:
    """A log may claim its units once, in a last row or in a line below; with direct sessions it tells nothing."""
    rows = (("3/3/2026", "3:00 PM", "3:35 PM", ""), ("3/5/2026", "3:00 PM", "3:20 PM", ""))
    assert "2 units claimed" in only(judge_text("TIM002", log(*rows, ("Total", "", "", "2")))).message
    assert "2 units claimed" in only(judge_text("TIM002", log(*rows, below="Total Units: 2"))).message
    assert verdict("TIM002", log(*rows, below="Total units claimed: 1")) == "pass"
    mixed = log(*rows, below="Total Units: 9").replace("Coordination of Services", "Direct", 1)
    assert verdict("TIM002", mixed) == "inapplicable"


def test_what_stands_in_running_text_is_never_certain() -> None:
    """Minutes and units there may be those of anything."""
    prose = """\
        Coordination of Services Notes
        Child's Name: Ana Diaz
        3/3/2026 3:00-3:20 PM Called the OT and the PT about the schedule for April, 1 unit. J. Hill, CCC-SLP
        """
    assert verdict("TIM002", prose) == "incomplete"


def test_a_stated_length_counts_where_there_are_no_times() -> None:
    """Of both the larger one, as the difference is TIM004's."""
    note = """\
        Coordination of Services Note
        Child's Name: Ana Diaz
        Service Type: Speech Therapy
        Date of Service: 3/3/2026
        {}
        Units: 2
        Session Notes: Telephone conference with the OT about the schedule for April.
        """
    assert verdict("TIM002", note.format("Duration: 45 minutes")) == "violation"
    assert verdict("TIM002", note.format("Duration: 1 hour")) == "pass"
    assert verdict("TIM002", note.format("Time: 3:00 - 3:30 PM\nDuration: 1 hour")) == "pass"
    assert verdict("TIM002", note.format("Duration: 2 x 30 minutes")) == "incomplete"
    assert verdict("TIM002", note.format("Time: 3:00 - 3:30 PM, 4:00 - 4:30 PM")) == "pass"


MINUTES = st.lists(st.integers(min_value=0, max_value=180), min_size=1, max_size=6)


def coordination(minutes: Sequence[int], units: Sequence[int]) -> Document:
    """A document of coordination with sessions of these minutes that claim these units."""
    day = datetime.date(2025, 9, 1)
    rows = [
        (
            f"{(day + datetime.timedelta(index)):%m/%d/%Y}",
            "1:00 PM",
            f"{1 + length // 60}:{length % 60:02} PM",
            str(unit),
        )
        for index, (length, unit) in enumerate(zip(minutes, units, strict=True))
    ]
    return model(log(*rows))


@given(MINUTES)
def test_units_that_fit_the_minutes_are_never_too_many(minutes: list[int]) -> None:
    """The blocks of each session, and of all added up, never exceed the minutes; one more unit does."""
    each = [length // 30 for length in minutes]
    assert sum(each) * 30 <= sum(minutes)
    assert verdicts(judge_document("TIM002", coordination(minutes, each))) == []
    whole = [sum(minutes) // 30, *[0] * (len(minutes) - 1)]
    assert verdicts(judge_document("TIM002", coordination(minutes, whole))) == []
    whole[0] += 1
    assert verdicts(judge_document("TIM002", coordination(minutes, whole))) == ["violation"]


@given(MINUTES.flatmap(lambda each: st.tuples(st.just(each), st.permutations(range(len(each))))))
def test_the_order_of_sessions_changes_nothing(drawn: tuple[list[int], list[int]]) -> None:
    """Neither the sum nor the count of a year."""
    minutes, order = drawn
    doc = coordination(minutes, [length // 20 for length in minutes])
    other = replace(doc, entries=tuple(doc.entries[index] for index in order))
    for code in ("TIM002", "TIM003"):
        assert verdicts(judge_document(code, doc)) == verdicts(judge_document(code, other))


# --- TIM003 --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (month(["1"] * 10), "pass"),
        (month(["2"] * 5), "pass"),
        (month(["1"] * 9 + ["2"]), "violation"),
        (month(["2"] * 5 + ["1"]), "violation"),
        (month(["1"] * 12), "pass"),
        (month(["1", "1"], first=7), "pass"),
        (month(["2", "1"], first=7), "violation"),
        (month(["5", "5"], first=6, year=2026), "violation"),
        (month(["10"], first=6, year=2026), "pass"),
        (month(["10"], first=6, year=2026) + month(["10"], first=9, year=2026), "pass"),
        (month(["3"], first=8, year=2026), "violation"),
        (month(["3"], first=9, year=2026), "pass"),
        (month(["0"] * 12), "pass"),
        (month([""] * 12, end="1:30 PM"), "inapplicable"),
    ],
)
def test_a_year_pays_ten_units_and_a_summer_two(rows: list[Row], expected: str) -> None:
    """Each school year and each summer program is counted apart."""
    assert verdict("TIM003", log(*rows)) == expected


@pytest.mark.parametrize(
    ("day", "period", "words"),
    [
        (datetime.date(2025, 9, 1), Period(2025, summer=False), "the school year 2025-26"),
        (datetime.date(2026, 6, 30), Period(2025, summer=False), "the school year 2025-26"),
        (datetime.date(2026, 7, 1), Period(2026, summer=True), "the summer program 2026"),
        (datetime.date(2026, 8, 31), Period(2026, summer=True), "the summer program 2026"),
        (datetime.date(2099, 12, 31), Period(2099, summer=False), "the school year 2099-00"),
    ],
)
def test_the_year_of_a_day(day: datetime.date, period: Period, words: str) -> None:
    """September to June is a school year, July and August a summer program."""
    assert period_of(day) == period
    assert str(period) == words


def test_the_count_names_its_year_and_what_is_paid() -> None:
    """With both limits, as both may meet in one year."""
    found = only(judge_text("TIM003", log(*month(["2"] * 6))))
    assert "12 units in the school year 2025-26; 10 are paid" in found.message
    assert "10 units a school year" in found.fix
    assert "2 a summer program" in found.fix


def test_minutes_alone_are_only_to_be_looked_at() -> None:
    """More may be done than is claimed; short periods are added up."""
    assert verdict("TIM003", log(*month([""] * 10, end="1:30 PM"))) == "inapplicable"
    hours = [(f"{index}/9/2026", "1:00 PM", "3:00 PM", "") for index in range(1, 7)]
    found = only(judge_text("TIM003", log(*hours)))
    assert found.verdict is Verdict.INCOMPLETE
    assert "24 half-hour blocks in the school year 2025-26; 10 are paid" in found.message


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "violation"),
        ({"activity": "Direct"}, "inapplicable"),
        ({"service": "SEIS"}, "inapplicable"),
        ({"service": "SEIT and Speech Therapy"}, "incomplete"),
        ({"below": "Each unit is 15 minutes."}, "incomplete"),
    ],
)
def test_what_is_not_certainly_beyond_the_year(changes: dict[str, str], expected: str) -> None:
    """Other activities, a SEIT's coordination, other units."""
    assert verdict("TIM003", log(*month(["2"] * 6), **changes)) == expected


def test_one_session_in_two_tables_is_counted_once() -> None:
    """Side 1 with units, side 2 with the notes and the units again."""
    once = log(*month(["1"] * 6))
    assert verdict("TIM003", once + once.partition("\n\n")[2]) == "incomplete"
    assert verdict("TIM003", once) == "pass"


def test_two_children_have_their_own_units() -> None:
    """The limit is that of each child."""

    def notes(child: str, months: range) -> str:
        return "\n\n".join(
            f"Child's Name: {child}\nDate of Service: {month}/10/2026\nTime: 1:00 - 2:00 PM\n"
            "Service Type: Speech Therapy\nActivity: Coordination of Services\nUnits: 2\n"
            "Session Notes: Called the OT about the schedule."
            for month in months
        )

    title = "Progress Notes\n\n"
    assert verdict("TIM003", title + notes("Ana Diaz", range(1, 4)) + "\n\n" + notes("Ben Katz", range(1, 4))) == "pass"
    assert verdict("TIM003", title + notes("Ana Diaz", range(1, 7))) == "violation"


def test_a_session_without_a_date_may_belong_to_any_year() -> None:
    """Its units are a doubt where they would be too many."""
    rows = [*month(["1"] * 10), ("", "3:00 PM", "3:30 PM", "1")]
    assert verdict("TIM003", log(*rows)) == "incomplete"
    assert verdict("TIM003", log(*rows[1:])) == "pass"
    assert verdict("TIM003", log(("", "3:00 PM", "3:30 PM", "1"))) == "inapplicable"


def test_a_total_is_counted_where_the_rows_claim_nothing() -> None:
    """All of one school year; of two years none can be told."""
    assert verdict("TIM003", log(*month([""] * 6), below="Total units claimed: 11")) == "violation"
    assert verdict("TIM003", log(*month([""] * 6), below="Total units claimed: 10")) == "pass"
    two_years = month([""] * 6, first=4, end="1:30 PM")
    assert verdict("TIM003", log(*two_years, below="Total units claimed: 11")) == "inapplicable"


# --- TIM007 --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("activity", "units", "expected"),
    [
        ("Coordination of Services", "1", "violation"),
        ("Coordination", "2", "violation"),
        ("CPSE Meeting", "2", "violation"),
        ("Parent Conference", "1", "violation"),
        ("Classroom Observation", "½", "violation"),
        ("Coordination", "0", "pass"),
        ("Coordination", "", "pass"),
        ("CPSE Meeting", "-", "pass"),
        ("CPSE Meeting", "N/A", "pass"),
        ("Coordination", "1 (not billed)", "pass"),
        ("Meeting", "1", "incomplete"),
        ("Observation", "1", "incomplete"),
        ("Direct", "4", "inapplicable"),
        ("Indirect", "2", "inapplicable"),
        ("Consultation", "2", "inapplicable"),
    ],
)
def test_a_seit_bills_direct_and_indirect_hours_alone(activity: str, units: str, expected: str) -> None:
    """What else belongs to the work is in the rate; what a word leaves open is not certain."""
    rows = log(("3/3/2026", "1:00 PM", "2:00 PM", units), activity=activity, service="SEIT", note="With Ms. Tran.")
    assert verdict("TIM007", rows) == expected


@pytest.mark.parametrize(
    ("service", "expected"),
    [
        ("Special Education Itinerant Services", "violation"),
        ("SEIS", "violation"),
        ("Special Education Itinerant Teacher (SEIT)", "violation"),
        ("Speech Therapy", "inapplicable"),
        ("SEIT and Speech Therapy", "inapplicable"),
        ("", "inapplicable"),
    ],
)
def test_only_where_the_paper_says_that_it_is_a_seits(service: str, expected: str) -> None:
    """By its service type; the provider of these rows is a speech therapist only where nothing else is said."""
    rows = log(("3/3/2026", "1:00 PM", "2:00 PM", "1"), service=service)
    assert verdict("TIM007", rows) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("SEIT: Jo Hill, MS Ed", "violation"),
        ("Provider: Jo Hill, MS Ed, SEIT", "violation"),
        ("Provider: Jo Hill, MS Ed\nTitle: Special Education Itinerant Teacher", "violation"),
        ("Provider: Jo Hill, MS Ed", "inapplicable"),
        ("Provider: Jo Hill, OTR/L\nSEIT: Gwen Sobol, MS Ed", "inapplicable"),
    ],
)
def test_the_providers_title_says_so_too(line: str, expected: str) -> None:
    """A SEIT who is only named beside the provider of another service did not write the note."""
    rows = log(("3/3/2026", "1:00 PM", "2:00 PM", "1"), service="").replace("Service Type: \n", "")
    assert verdict("TIM007", rows.replace("Provider: Jo Hill, MS Ed", line)) == expected


def test_tim002_and_tim003_leave_a_seits_coordination_to_tim007() -> None:
    """One cause, one finding."""
    text = log(*month(["3"] * 8), service="SEIT")
    assert [len(verdicts(judge_text(code, text))) for code in ("TIM002", "TIM003", "TIM007")] == [0, 0, 8]


def test_a_narrative_that_sounds_like_coordination_is_never_certain() -> None:
    """The form does not say what the time went to."""
    row, note = ("3/3/2026", "1:00 PM", "1:20 PM", "1"), "Spoke with the PT about moving Tuesdays."
    for code, service in (("TIM002", ""), ("TIM007", "SEIT")):
        text = log(row, activity="", service=service, note=note)
        (entry,) = model(text).entries
        assert (entry.activity, entry.activity_certain) == (Activity.COORDINATION, False)
        assert verdict(code, text) == "incomplete"


def test_every_order_of_three_rows_gives_the_same() -> None:
    """Findings about a year do not depend on which row stands first."""
    rows = [*month(["4"], first=10), *month(["4"], first=11), *month(["3"], first=12)]
    assert {verdict("TIM003", log(*order)) for order in permutations(rows)} == {"violation"}
