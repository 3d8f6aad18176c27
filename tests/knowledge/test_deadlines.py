"""The deadlines that ship, what follows from an event, how an event is named, and each check of a file of events."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import checks, load
from knowledge.checks import check, deadlines
from knowledge.deadlines import Due, Event, find_event, load_deadlines, nearest_events, work_out
from knowledge.deadlines.loader import read
from knowledge.deadlines.naming import names_of
from knowledge.loader import read as read_base
from tests.knowledge.little_base import EVENTS_TOML, TEXT, UNITS_TOML, text_folder, toml_folder

SHIPPED = load_deadlines()
AT = "deadlines/events/folders.toml, line 5, folder-request"


def event(event_id: str) -> Event:
    """An event that ships."""
    found = SHIPPED.event(event_id)
    assert found is not None
    return found


def due(event_id: str, day: str, place: str = "") -> dict[str, Due]:
    """What follows from an event, by the deadline's id."""
    found = work_out(event(event_id), date.fromisoformat(day), load(), place=place)
    return {each.deadline.id: each for each in found}


# --- what ships -----------------------------------------------------------------------------------------------------


def test_every_citation_topic_and_place_resolves() -> None:
    """Whatever a deadline points to is there."""
    base = load()
    every = [each for one in SHIPPED.events for each in one.deadlines]
    assert len(every) > 100
    for each in every:
        assert each.topic in base.by_id
        assert each.place in base.places
        assert each.citations
        assert all(cited.source in base.sources and cited.locator for cited in each.citations)
    assert list(deadlines.content(base, SHIPPED)) == []


@pytest.mark.parametrize(
    ("event_id", "deadline_id", "count"),
    [
        ("child-identified", "refer", "7 calendar days after"),
        ("part-c-referral", "first-ifsp-meeting", "45 calendar days after"),
        ("part-c-referral", "ny-first-ifsp-meeting", "45 calendar days after"),
        ("ei-not-eligible", "ny-challenge", "6 months after"),
        ("ifsp-consent", "ny-services-start", "30 calendar days after"),
        ("ifsp-signed", "six-month-review", "6 months after"),
        ("ifsp-signed", "yearly-meeting", "1 year after"),
        ("part-c-records-request", "see-records", "10 calendar days after"),
        ("consent-to-evaluate", "evaluation", "60 calendar days after"),
        ("consent-to-evaluate", "ny-preschool-decision", "60 calendar days after"),
        ("found-eligible", "first-iep-meeting", "30 calendar days after"),
        ("iep-meeting-held", "annual-review", "1 year after"),
        ("iep-meeting-date", "ny-additional-parent", "72 hours before"),
        ("evaluation-finished", "reevaluation", "3 years after"),
        ("private-placement", "notice", "10 business days before"),
        ("state-complaint-filed", "decision", "60 calendar days after"),
        ("due-process-filed", "answer", "10 calendar days after"),
        ("due-process-filed", "resolution-meeting", "15 calendar days after"),
        ("resolution-agreement-signed", "cancel", "3 business days after"),
        ("hearing-date", "evidence", "5 business days before"),
        ("hearing-decision", "court", "90 calendar days after"),
        ("settlement-offer", "accept", "10 calendar days after"),
        ("problem-happened", "state-complaint", "1 year after"),
        ("problem-happened", "due-process", "2 years after"),
        ("problem-happened", "civil-rights", "180 calendar days after"),
        ("school-grievance-ended", "civil-rights", "60 calendar days after"),
        ("part-c-mediation-request", "fl-mediation", "21 calendar days after"),
        ("removal-decision", "manifestation", "10 school days after"),
        ("discipline-appeal-filed", "resolution-meeting", "7 calendar days after"),
        ("discipline-appeal-filed", "hearing", "20 school days after"),
        ("records-request", "see-records", "45 calendar days after"),
        ("session", "ny-claim", "2 years after"),
        ("session", "ny-keep", "6 years after"),
    ],
)
def test_the_limits_are_those_of_the_sources(event_id: str, deadline_id: str, count: str) -> None:
    """Written down a second time, by hand."""
    (found,) = [each for each in event(event_id).deadlines if each.id == deadline_id]
    assert [str(span) for span in found.count] == [count]


def test_the_memorandum_of_2010_sets_no_deadline() -> None:
    """It is history."""
    assert "nysed-idea-application-2010" not in deadlines.cited(SHIPPED)


# --- what follows from an event -------------------------------------------------------------------------------------


def test_dates_come_first_and_in_order() -> None:
    """What has no date comes last; a federal limit before a State's of the same day."""
    for one in SHIPPED.events:
        found = work_out(one, date(2021, 5, 17), load())
        days = [each.day for each in found]
        dated = [each for each in days if each]
        assert days == sorted(dated) + [None] * (len(days) - len(dated))
        assert len(found) == len(one.deadlines)
    assert list(due("part-c-referral", "2026-03-02"))[:2] == ["first-ifsp-meeting", "ny-first-ifsp-meeting"]


def test_a_place_has_its_own_rules_and_those_above_it() -> None:
    """A county's are its State's and the federal ones; another State's are not."""
    assert set(due("turning-three", "2023-03-15", "federal")) < set(due("turning-three", "2023-03-15", "ny"))
    assert (
        due("turning-three", "2023-03-15", "ny-schenectady").keys() == due("turning-three", "2023-03-15", "ny").keys()
    )
    assert {each.deadline.place for each in due("turning-three", "2023-03-15", "ct").values()} == {"federal", "ct"}


def test_where_a_state_has_its_own_limit_the_federal_one_says_so() -> None:
    """Only where that State is asked about, or all places are."""
    assert due("consent-to-evaluate", "2026-03-02", "ny")["evaluation"].governed_in == ("ny",)
    assert due("consent-to-evaluate", "2026-03-02", "fl")["evaluation"].governed_in == ()
    assert due("transition-planning", "2012-01-05")["transition-services"].governed_in == ("ny", "ct", "fl")
    assert due("part-c-referral", "2026-03-02", "ny")["first-ifsp-meeting"].governed_in == ()


def test_turning_three() -> None:
    """Born March 15, 2023: by hand, from the third birthday back."""
    found = due("turning-three", "2023-03-15", "ny")
    assert {key: each.day and each.day.isoformat() for key, each in found.items()} == {
        "ny-second-birthday": "2025-03-15",
        "conference-earliest": "2025-06-15",
        "ny-notice-to-cpse": "2025-09-04",  # 2 days of January, 31 + 30 + 31 = 94, and 26 of September left
        "ny-evaluation-earliest": "2025-09-15",
        "notice-to-district": "2025-12-15",
        "conference": "2025-12-15",
        "plan": "2025-12-15",
        "ny-first-eligible": "2026-01-02",
        "late-referral": "2026-01-29",
        "ny-found-eligible": "2026-03-14",
        "third-birthday": "2026-03-15",
        "ny-stay": "2026-09-01",
        "stay-notice": None,
    }


def test_the_hearing_clock_runs_after_the_resolution_period() -> None:
    """Thirty days, then forty-five: 30 to April 1, then 29 to April 30 and 16."""
    found = due("due-process-filed", "2026-03-02")
    assert found["resolution-period"].day == date(2026, 4, 1)
    assert found["decision"].day == date(2026, 5, 16)
    assert [step.end for step in found["decision"].steps] == [date(2026, 4, 1), date(2026, 5, 16)]
    assert "is a Saturday. The rule does not move it" in found["decision"].notes[-1]


def test_the_first_day_out_is_day_one() -> None:
    """Ten school days from a Monday end on the Friday of the week after."""
    assert due("removal-begins", "2026-03-02")["ten-days"].day == date(2026, 3, 13)


@pytest.mark.parametrize(
    ("born", "day"),
    [("2021-12-01", "2026-09-01"), ("2021-12-02", "2027-09-01"), ("2021-01-01", "2026-09-01")],
)
def test_december_1_decides_when_preschool_ends(born: str, day: str) -> None:
    """Who is five on that day has begun school."""
    assert due("turning-five", born)["ny-preschool-ends"].day == date.fromisoformat(day)


def test_a_last_day_on_a_weekend_or_holiday_is_told_and_not_moved() -> None:
    """Only where something is due by that day."""
    (note,) = due("records-request", "2026-05-20")["see-records"].notes  # 45 days on is July 4
    assert note.startswith("Sat Jul 4, 2026 is a Saturday.")
    (note,) = due("records-request", "2026-11-10")["see-records"].notes
    assert note.startswith("Fri Dec 25, 2026 is a holiday (Christmas Day).")
    assert due("records-request", "2026-03-02")["see-records"].notes == ()
    assert due("due-process-filed", "2026-02-13")["resolution-period"].day == date(2026, 3, 15)  # a Sunday
    assert due("due-process-filed", "2026-02-13")["resolution-period"].notes == ()


def test_a_month_that_is_too_short_is_told() -> None:
    """Its last day is taken."""
    found = due("ifsp-signed", "2025-08-31")["six-month-review"]
    assert found.day == date(2026, 2, 28)
    assert any("no day 31" in note for note in found.notes)


@given(st.dates(date(1995, 1, 1), date(2080, 12, 31)), st.sampled_from(SHIPPED.events))
def test_each_step_goes_on_from_the_one_before(day: date, one: Event) -> None:
    """And the last one ends on the day that is told."""
    for each in work_out(one, day, load()):
        assert (each.day is None) == bool(each.deadline.undated)
        if each.steps:
            assert [step.end for step in each.steps[:-1]] == [step.start for step in each.steps[1:]]
            assert each.steps[-1].end == each.day


# --- which event ----------------------------------------------------------------------------------------------------


def test_every_name_finds_its_event() -> None:
    """Its id, its sentence, each of its names, in capitals too."""
    for one in SHIPPED.events:
        for name in (one.id, *names_of(one)):
            assert find_event(SHIPPED, name.upper()) is one


@pytest.mark.parametrize(
    ("words", "event_id"),
    [
        ("referral to early intervention", "part-c-referral"),
        ("early intervention referral", "part-c-referral"),
        ("the parent signed the consent", "consent-to-evaluate"),
        ("parent-signed-consent", "consent-to-evaluate"),
        ("parent-request", "parent-request"),
        ("referral", "parent-request"),
        ("removal-decision", "removal-decision"),
        ("turning 3", "turning-three"),
    ],
)
def test_words_for_an_event(words: str, event_id: str) -> None:
    """As people have them."""
    assert find_event(SHIPPED, words) is event(event_id)


@pytest.mark.parametrize(
    ("words", "nearest"),
    [("early intervention refferal", "part-c-referral"), ("medicade consent", "medicaid-consent")],
)
def test_a_slip_names_the_nearest(words: str, nearest: str) -> None:
    """At most three."""
    assert find_event(SHIPPED, words) is None
    assert nearest_events(SHIPPED, words)[0] == nearest
    assert len(nearest_events(SHIPPED, words)) <= 3


@pytest.mark.parametrize("words", ["", "   ", "the of a", "xyzzy"])
def test_words_that_say_nothing_name_no_event(words: str) -> None:
    """Nor does a word that is none."""
    assert find_event(SHIPPED, words) is None
    assert nearest_events(SHIPPED, words) == ()


# --- files of events ------------------------------------------------------------------------------------------------


def test_the_little_folder_is_sound(tmp_path: Path) -> None:
    """So that what is told below is the fault that was put in."""
    base = read_base(toml_folder(tmp_path))
    dates = read(tmp_path / "deadlines")
    assert list(deadlines.unreadable(tmp_path / "deadlines")) == []
    assert check(base=base, dates=dates, sources=text_folder(tmp_path)) == ()
    assert (dates.events[0].group, dates.events[0].line) == ("Folders", 5)


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ('who = "the county"', 'whom = "the county"', AT, "unexpected 'whom'"),
        ('who = "the county"\n', "", AT, "'who'"),
        (
            'count = ["45 calendar days after"]',
            'count = ["45 days after"]',
            AT,
            "“45 days after” is no stretch of time",
        ),
        ('count = ["45 calendar days after"]', "count = [45]", AT, "a text is wanted at “count”"),
        ('count = ["45 calendar days after"]', 'first_day_counts = "yes"', AT, "true or false is wanted"),
        ('names = ["asked for a folder"]', 'names = "asked"', AT, "a list is wanted at “names”"),
        ('topic = "ny/folders"', 'topic = "ny/folders', AT.partition(",")[0], "is no TOML"),
        ("order = 1", 'order = "1"', AT.partition(",")[0], "a whole number is wanted at “order”"),
        ("order = 1\n", "", AT.partition(",")[0], "has no “order” at its top"),
        ('id = "folder-request"\n', "", "deadlines/events/folders.toml, event 1", "'id'"),
        (
            'count = ["45 calendar days after"]',
            'fixed = [{ born_from = "1-1", born_to = "12-31", day = "09-01", years = 3 }]',
            AT,
            "“1-1” is no day of the year",
        ),
    ],
)
def test_a_file_that_does_not_keep_to_the_schema_is_told(
    tmp_path: Path, old: str, new: str, where: str, what: str
) -> None:
    """With the file, the line and the event."""
    assert old in EVENTS_TOML
    toml_folder(tmp_path, events=EVENTS_TOML.replace(old, new))
    found = list(deadlines.unreadable(tmp_path / "deadlines"))
    assert [each.where for each in found] == [where]
    assert what in found[0].what


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("rule =", "rulle =", "unexpected 'rulle'"),
        ("[[unit]]", "[[unit]", "is no TOML"),
        ('rule = "One by one."\n', "", "'rule'"),
    ],
)
def test_units_that_do_not_keep_to_the_schema_are_told(tmp_path: Path, old: str, new: str, what: str) -> None:
    """Each fault."""
    toml_folder(tmp_path, units=UNITS_TOML.replace(old, new, 1))
    found = list(deadlines.unreadable(tmp_path / "deadlines"))
    assert {each.where for each in found} == {"deadlines/units.toml"}
    assert what in found[0].what


def test_what_cannot_be_read_is_told_by_the_check_of_what_ships(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything else, like a topic that cannot be read."""
    broken = toml_folder(tmp_path, events=EVENTS_TOML.replace("who =", "whom ="))
    monkeypatch.setattr(checks, "files", lambda _: broken)
    assert {each.where for each in check()} == {AT}


BESIDE = 'beside = "look"\ncompared = "Both."\n'


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('programme = "any"', 'programme = "all"', "there is no programme “all”"),
        ('place = "ny"', 'place = "mars"', "there is no place “mars”"),
        ('topic = "ny/folders"', 'topic = "ny/none"', "the topic “ny/none”, which is not there"),
        ('source = "handbook"', 'source = "none"', "cites “none”, which is not in sources.toml"),
        ('locator = "page 1"', 'locator = " "', "does not say where in “handbook”"),
        ('[{ source = "handbook", locator = "page 1" }]', "[]", "cites no source"),
        ('count = ["45 calendar days after"]\n', "", "has either a date"),
        ('who = "the county"', 'who = "the county"\nundated = "soon"', "has either a date"),
        ('who = "the county"', 'who = "the county"\nbound = "near"', "there is no bound “near”"),
        ('id = "look"', 'id = "Look now"', "an id is written in small letters"),
        ('who = "the county"', f'who = "the county"\n{BESIDE}', "is no federal deadline of the event"),
        ('who = "the county"', 'who = "the county"\ncompared = "Both."', "which of them governs, or neither"),
        ('who = "the county"', 'who = "the county"\nreplaces = true', "does not name in “beside”"),
        ('names = ["asked for a folder"]', 'names = ["the of"]', "“the of” holds only words that say nothing"),
        (
            'count = ["45 calendar days after"]',
            'fixed = [{ born_from = "01-01", born_to = "12-30", day = "09-01", years = 3 }]',
            "leave out a day of the year",
        ),
    ],
)
def test_each_fault_of_the_content_is_found(tmp_path: Path, old: str, new: str, what: str) -> None:
    """With the line of its event."""
    assert old in EVENTS_TOML
    base = read_base(toml_folder(tmp_path, events=EVENTS_TOML.replace(old, new)))
    found = list(deadlines.content(base, read(tmp_path / "deadlines")))
    assert any(what in each.what and each.where.startswith(AT) for each in found), found


def test_two_of_one_name_are_found(tmp_path: Path) -> None:
    """Two events, and two deadlines of one event."""
    again = EVENTS_TOML.partition("\n\n")[2]
    deadline = again[again.index("[[event.deadline]]") :]
    base = read_base(toml_folder(tmp_path, events=f"{EVENTS_TOML}\n{deadline}\n{again}"))
    told = {each.what for each in deadlines.content(base, read(tmp_path / "deadlines"))}
    assert told == {"another event has this id too", "another deadline of the event has this id too"}


def test_two_events_share_no_name(tmp_path: Path) -> None:
    """However it is written."""
    again = EVENTS_TOML.partition("\n\n")[2]
    other = again.replace('"folder-request"', '"shelf"').replace("Someone asks to look at a folder", "A shelf falls")
    other = other.replace('"asked for a folder"', '"A folder: asked for!"')
    base = read_base(toml_folder(tmp_path, events=f"{EVENTS_TOML}\n{other}"))
    (found,) = deadlines.content(base, read(tmp_path / "deadlines"))
    assert found.what == "“a folder: asked for!” is a name of folder-request too"


def test_an_event_without_deadlines_and_a_unit_without_its_rule_are_found(tmp_path: Path) -> None:
    """Both would print nothing."""
    base = read_base(toml_folder(tmp_path))
    dates = read(tmp_path / "deadlines")
    bare = replace(dates, events=(replace(dates.events[0], deadlines=()),), units=dates.units[1:])
    assert [each.what for each in deadlines.content(base, bare)] == [
        "no deadline follows from it",
        "does not say how calendar days are counted",
    ]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("45 calendar days", "46 calendar days", "the figure “46” stands in none of the texts it cites"),
        ('who = "the county"', 'who = "the county"\nnote = "Or in 12 days."', "the figure “12”"),
        ("The folder is shown.", TEXT.partition(". ")[2], "is a source's sentence; say it in other words"),
    ],
)
def test_a_deadline_is_held_against_its_sources(tmp_path: Path, old: str, new: str, what: str) -> None:
    """Its figures stand there; its sentences do not."""
    base = read_base(toml_folder(tmp_path, events=EVENTS_TOML.replace(old, new)))
    (found,) = deadlines.against_texts(base, read(tmp_path / "deadlines"), text_folder(tmp_path))
    assert found.where == f"{AT}/look"
    assert what in found.what


def test_a_source_that_only_a_deadline_cites_is_used(tmp_path: Path) -> None:
    """And one that nothing cites is told."""
    base = read_base(toml_folder(tmp_path))
    lonely = replace(base, topics=(replace(base.topics[0], kind="decline", citations=()),), glossary=())
    lonely = replace(lonely, by_id={each.id: each for each in lonely.topics})
    assert [each.what for each in check(base=lonely)] == ["nothing cites this source"]
    assert check(base=lonely, dates=read(tmp_path / "deadlines")) == ()


def test_the_birthdays_of_each_fixed_day_are_a_whole_leap_year() -> None:
    """So that every child has a day."""
    born = [
        date(2024, month, day) for month in range(1, 13) for day in range(1, calendar.monthrange(2024, month)[1] + 1)
    ]
    for one in SHIPPED.events:
        if any(each.fixed for each in one.deadlines):
            assert all(each.day for day in born for each in work_out(one, day, load()) if each.deadline.fixed)
