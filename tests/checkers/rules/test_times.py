"""TIM004, TIM005 and TIM006: lengths, overlaps, and what a SEIT's time went to."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.outcome import Outcome, Verdict
from tests.checkers.rules.judging import judge_document, judge_text, verdict, verdicts
from tests.checkers.understand.model import model

NOTE = """\
Progress Note
Child's Name: Ana Diaz
Date of Service: 3/3/2026
{}
Service Type: Speech Therapy
Session Notes: {}
"""
WORKED = "Worked on /k/ in words with cues, 8/10 trials."


def note(lines: str, narrative: str = WORKED) -> str:
    """A note with these lines for its time."""
    return NOTE.format(lines, narrative)


# --- TIM004 --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Time: 9:00 - 9:30 AM\nDuration: 30 minutes", "pass"),
        ("Time: 9:00 - 9:30 AM\nDuration: 31 minutes", "violation"),
        ("Time: 9:00 - 9:30 AM\nDuration: 45 min", "violation"),
        ("Time: 9:00 - 9:30 AM\nDuration: ½ hr", "pass"),
        ("Time: 9:00 - 9:30 AM\nDuration: 0.5 hours", "pass"),
        ("Time: 9:00 - 9:30 AM\nDuration: one hour", "violation"),
        ("Time: 9:00 - 10:15 AM\nDuration: 1 hr 15 min", "pass"),
        ("Time: 9:00 - 9:30 AM\nMinutes: 45", "violation"),
        ("Time: 9:00 - 9:30 AM\nMinutes: 30", "pass"),
        ("Time: 9:00 - 9:30 AM\nLength of session (in minutes): 40", "violation"),
        ("Time: 9:00 AM-9:30 AM (45 minutes)", "violation"),
        ("Time: 9:00 AM-9:30 AM (30 minutes)", "pass"),
        ("Time In: 9:00 AM   Time Out: 9:30 AM\nDuration: 45 minutes", "violation"),
        # noon, and the half of the day left open
        ("Time: 11:45 - 12:15\nDuration: 30 minutes", "pass"),
        ("Time: 11:30 AM - 12:30 PM\nDuration: 60 minutes", "pass"),
        ("Time: 8:30 - 2:30\nDuration: 6 hours", "pass"),
        ("Time: 12:45 - 1:15\nDuration: 45 minutes", "violation"),
        ("Time: 9:00 AM - 9:30 PM\nDuration: 30 minutes", "incomplete"),
        ("Time: 2:00 PM - 1:30 PM\nDuration: 30 minutes", "inapplicable"),
        # a number that need not be minutes
        ("Time: 9:00 - 9:30 AM\nUnits: 1", "inapplicable"),
        ("Time: 9:00 - 10:00 AM\nUnits: 2", "inapplicable"),
        ("Time: 9:00 - 9:30 AM\nDuration: 1 unit", "inapplicable"),
        ("Time: 9:00 - 9:30 AM\nDuration: 1", "incomplete"),
        ("Time: 9:00 - 10:00 AM\nMinutes: 2", "incomplete"),
        ("Time: 9:00 - 9:30 AM\nUnits: 30 min", "pass"),
        ("Time: 9:00 - 9:30 AM\nUnits: 2 (60 min)", "violation"),
        # what was meant to be, and not what was
        ("Frequency: 2x week   Duration: 45 minutes\nTime: 9:00 - 9:30 AM", "inapplicable"),
        ("Frequency: 2x30\nTime: 9:00 - 9:25 AM", "inapplicable"),
        ("Duration: 2 x 45 minutes\nTime: 9:00 - 9:30 AM", "incomplete"),
        ("Duration: 30-45 minutes\nTime: 9:00 - 9:20 AM", "incomplete"),
        ("Time: 9:00 - 11:00 AM\nTime in minutes of direct service: 90", "incomplete"),
        # one of the two is missing
        ("Time: 9:00 - 9:30 AM", "inapplicable"),
        ("Duration: 30 minutes", "inapplicable"),
        ("Time: 9:00 AM\nDuration: 30 minutes", "inapplicable"),
        ("Time: 9:00 - 9:30 AM\nDuration: ________", "inapplicable"),
        ("Time: 9:00 - 9:30 AM\nDuration: TBD", "inapplicable"),
        # two stretches
        ("Time: 9:00 - 9:30 AM, 10:00 - 10:30 AM\nDuration: 60 minutes", "pass"),
        ("Time: 9:00 - 9:30 AM, 10:00 - 10:30 AM\nDuration: 30 minutes", "incomplete"),
        # AM and PM both printed, one to be circled
        ("Time In: 11:45 AM PM   Time Out: 12:15 AM PM\nDuration: 30 minutes", "pass"),
    ],
)
def test_the_stated_length_is_that_of_the_times(lines: str, expected: str) -> None:
    """To the minute; what may be no length of this session is never certain."""
    assert verdict("TIM004", note(lines)) == expected


def test_the_difference_is_shown() -> None:
    """What the times make, and what is stated."""
    (found,) = judge_text("TIM004", note("Time: 9:00 - 9:30 AM\nDuration: ¾ hr"))
    assert found.message == (
        "Session 1 (3/3/2026): “9:00 - 9:30 AM” is 30 minutes, but “Duration” says “¾ hr”, that is 45 minutes."
    )


@pytest.mark.parametrize(
    ("narrative", "expected"),
    [
        ("He took a break of ten minutes.", "incomplete"),
        ("Fire drill in the middle.", "incomplete"),
        ("He left early.", "incomplete"),
        (WORKED, "violation"),
    ],
)
def test_the_notes_may_tell_why(narrative: str, expected: str) -> None:
    """A break is no wrong length."""
    assert verdict("TIM004", note("Time: 9:00 - 9:30 AM\nDuration: 20 minutes", narrative)) == expected


def test_running_text_gives_no_certain_length() -> None:
    """The minutes in a note may be those of an activity."""
    text = """\
        SEIT Notes
        Child's Name: Ana Diaz
        5/4/2026 9:00-11:00 Sat for circle (9 min) and told what she did at home. J. Hill, MS Ed
        5/5/2026 9:00-11:00 Sat for circle (12 min) and named the weather. J. Hill, MS Ed
        """
    assert verdict("TIM004", text) == "inapplicable"


def test_a_total_at_the_foot_is_not_the_last_sessions_length() -> None:
    """It is that of all sessions."""
    blocks = "".join(
        f"Date of Service: 3/{day}/2026\nTime: 9:00 - 9:30 AM\nSession Notes: {WORKED}\n\n" for day in (3, 5, 10)
    )
    text = f"Progress Notes\nChild's Name: Ana Diaz\nService Type: Speech Therapy\n\n{blocks}Total Minutes: 90\n"
    assert verdict("TIM004", text) == "inapplicable"
    assert len(model(text).entries) == 3


TIMES = st.tuples(st.integers(7 * 60, 17 * 60), st.integers(1, 180))


def clock(minutes: int) -> str:
    """A time of day with AM or PM."""
    return f"{(minutes // 60 - 1) % 12 + 1}:{minutes % 60:02} {'AM' if minutes < 720 else 'PM'}"


@given(TIMES, st.integers(min_value=0, max_value=20))
def test_any_difference_is_found_and_none_is_made_up(times: tuple[int, int], wrong: int) -> None:
    """Whatever the hour."""
    start, length = times
    lines = f"Time In: {clock(start)}   Time Out: {clock(start + length)}\nDuration: {length + wrong} minutes"
    assert verdict("TIM004", note(lines)) == ("violation" if wrong else "pass")


# --- TIM005 --------------------------------------------------------------------------------------------------------

LOG = """\
Progress Notes
Child's Name: Ana Diaz
{provider}
Service Type: Speech Therapy

| Date | Time | Activity | Session Notes |
| --- | --- | --- | --- |
{rows}
"""
ONE = "Provider: Jo Hill, CCC-SLP"


def log(*rows: tuple[str, str], provider: str = ONE, activity: str = "Direct", notes: str = "Worked on sounds.") -> str:
    """A log with rows of a date and a time."""
    cells = (f"| {date} | {time} | {activity} | {notes} ({number}) |" for number, (date, time) in enumerate(rows))
    return LOG.format(provider=provider, rows="\n".join(cells))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("9:00 - 9:30 AM", "9:15 - 9:45 AM", "violation"),
        ("9:00 - 9:30 AM", "9:29 - 10:00 AM", "violation"),
        ("9:00 - 9:30 AM", "9:30 - 10:00 AM", "pass"),
        ("9:00 - 9:30 AM", "9:31 - 10:00 AM", "pass"),
        ("9:00 - 10:00 AM", "9:15 - 9:30 AM", "violation"),
        ("9:00 - 9:30 AM", "9:00 - 9:45 AM", "violation"),
        ("9:00 - 9:30 AM", "9:00 - 9:30 AM", "incomplete"),
        ("9:00 - 9:30", "9:15 - 9:45", "violation"),
        ("8:00 - 8:30", "8:15 - 8:45", "incomplete"),
        ("1:00 - 1:30", "1:15 - 1:45 PM", "violation"),
        ("9:00 - 9:30 AM", "9:00 - 9:30 PM", "pass"),
        ("11:45 - 12:15", "12:00 - 12:30", "violation"),
        ("9:00 - 9:30 AM, 1:00 - 1:30 PM", "1:15 - 1:45 PM", "violation"),
        ("9:00 - 9:30 AM", "", "inapplicable"),
        ("9:00 - 9:30 AM", "30 minutes", "inapplicable"),
    ],
)
def test_two_sessions_of_a_day(first: str, second: str, expected: str) -> None:
    """Touching is no overlap; the very same times may be one session written down twice."""
    assert verdict("TIM005", log(("3/3/2026", first), ("3/3/2026", second))) == expected
    assert verdict("TIM005", log(("3/3/2026", second), ("3/3/2026", first))) == expected


def test_two_days_do_not_overlap() -> None:
    """Nor does a session without a date, or with a date that is none."""
    assert verdict("TIM005", log(("3/3/2026", "9:00 - 9:30 AM"), ("3/4/2026", "9:15 - 9:45 AM"))) == "pass"
    assert verdict("TIM005", log(("3/3/2026", "9:00 - 9:30 AM"), ("2/30/2026", "9:15 - 9:45 AM"))) == "inapplicable"


def test_the_overlap_names_both_sessions() -> None:
    """At the later one, once."""
    found = judge_text("TIM005", log(("3/3/2026", "9:00 - 9:30 AM"), ("3/3/2026", "9:15 - 9:45 AM")))
    (overlap,) = (each for each in found if each.fix)
    assert overlap.entry == 2
    assert overlap.message == (
        "Session 2 (3/3/2026), “9:15 - 9:45 AM”, overlaps session 1 (3/3/2026), “9:00 - 9:30 AM”."
    )


def test_a_cancelled_session_overlaps_nothing() -> None:
    """Its time was free."""
    rows = log(("3/3/2026", "9:00 - 9:30 AM"), ("3/3/2026", "9:15 - 9:45 AM"))
    assert verdict("TIM005", rows.replace("Worked on sounds. (0)", "Cancelled - child sick")) == "inapplicable"


@pytest.mark.parametrize("words", ["Addendum to the note above.", "Corrected entry.", "Entered in error."])
def test_a_correction_may_stand_beside_what_it_corrects(words: str) -> None:
    """A person has to look."""
    assert (
        verdict("TIM005", log(("3/3/2026", "9:00 - 9:30 AM"), ("3/3/2026", "9:15 - 9:45 AM"), notes=words))
        == "incomplete"
    )


def test_the_same_times_for_two_activities_are_two_sessions() -> None:
    """Nobody gives therapy and coordinates at once."""
    rows = log(("3/3/2026", "9:00 - 9:30 AM"), ("3/3/2026", "9:00 - 9:30 AM"))
    other = rows.replace("Direct | Worked on sounds. (1)", "Coordination | Called the OT.")
    assert verdict("TIM005", other) == "violation"


def block(time: str, *, child: str = "", provider: str = "", service: str = "Speech Therapy", sign: str = "") -> str:
    """One note of several in a file."""
    lines = [
        *([f"Child's Name: {child}"] if child else []),
        "Date of Service: 3/3/2026",
        f"Time: {time}",
        f"Service Type: {service}",
        *([f"Provider: {provider}"] if provider else []),
        f"Session Notes: {WORKED}",
        *([f"Signature: Electronically signed by {sign} on 3/3/2026"] if sign else []),
    ]
    return "\n".join(lines)


def notes(*blocks: str, head: str = "") -> str:
    """Several notes in a file."""
    return "\n\n".join(["Progress Notes", *([head] if head else []), *blocks]) + "\n"


@pytest.mark.parametrize(
    ("one", "other", "head", "expected"),
    [
        ({"provider": "Jo Hill, CCC-SLP"}, {"provider": "Jo Hill, CCC-SLP"}, "Child's Name: Ana Diaz", "violation"),
        ({"provider": "Jo Hill, CCC-SLP"}, {"provider": "J. Hill"}, "Child's Name: Ana Diaz", "violation"),
        ({"provider": "Jo Hill, CCC-SLP"}, {"provider": "Kim Oduya, OTR/L"}, "Child's Name: Ana Diaz", "pass"),
        ({"sign": "Jo Hill, CCC-SLP"}, {"sign": "Kim Oduya, OTR/L"}, "Child's Name: Ana Diaz", "pass"),
        ({"sign": "Jo Hill, CCC-SLP"}, {"sign": "Jo Hill, CCC-SLP"}, "Child's Name: Ana Diaz", "violation"),
        ({}, {}, "Child's Name: Ana Diaz\nProvider: Jo Hill, CCC-SLP", "violation"),
        ({}, {}, "Child's Name: Ana Diaz", "incomplete"),
        ({}, {"service": "Occupational Therapy"}, "Child's Name: Ana Diaz", "pass"),
        ({}, {"sign": "Kim Oduya, OTR/L"}, "Child's Name: Ana Diaz\nProvider: Jo Hill, CCC-SLP", "incomplete"),
        ({}, {}, "Child's Name: Ana Diaz\nProvider: Jo Hill, PT and Kim Oduya, OTR/L", "incomplete"),
        # children
        ({"child": "Ana Diaz"}, {"child": "Ben Katz"}, "Provider: Jo Hill, CCC-SLP", "violation"),
        ({"child": "Ana Diaz"}, {"child": "Ana Diaz"}, "Provider: Jo Hill, CCC-SLP", "violation"),
        (
            {"child": "Ana Diaz", "service": "Speech Therapy, group of 3"},
            {"child": "Ben Katz", "service": "Speech Therapy, group of 3"},
            "Provider: Jo Hill, CCC-SLP",
            "incomplete",
        ),
    ],
)
def test_whose_sessions_overlap(one: dict[str, str], other: dict[str, str], head: str, expected: str) -> None:
    """Only those of one provider, as the paper names them; where it names nobody a person has to look."""
    text = notes(block("9:00 - 9:30 AM", **one), block("9:15 - 9:45 AM", **other), head=head)
    assert len(model(text).entries) == 2
    assert verdict("TIM005", text) == expected


@pytest.mark.parametrize(
    ("service", "expected"),
    [("Speech Therapy, group", "pass"), ("Speech Therapy", "pass"), ("Individual Speech Therapy", "violation")],
)
def test_one_group_session_written_up_for_several_children_is_one(service: str, expected: str) -> None:
    """The same times, each child a note; two children alone with one provider at once are two sessions."""
    blocks = [block("9:00 - 9:30 AM", child=child, service=service) for child in ("Ana Diaz", "Ben Katz", "Eli Fox")]
    assert verdict("TIM005", notes(*blocks, head="Provider: Jo Hill, CCC-SLP")) == expected


def test_one_session_in_two_tables_is_one() -> None:
    """Side 1 has the times, side 2 the notes with the times again."""
    once = log(("3/3/2026", "9:00 - 9:30 AM"), ("3/5/2026", "9:00 - 9:30 AM"))
    twice = once + "\nNotes\n\n" + once.partition("\n\n")[2].replace("Session Notes", "Plan")
    doc = model(twice)
    assert len({entry.spot.place.table for entry in doc.entries}) <= 2
    assert not verdicts(judge_document("TIM005", doc))


def test_times_in_running_text_are_never_certain() -> None:
    """They may be those of anything."""
    text = """\
        Progress notes
        Child: Ben Katz
        3/4/2026 9:00-9:30 AM Worked on scissors, 4/5 trials with one cue. J. Doe OTR/L
        3/4/2026 9:15-9:45 AM Worked on beads, strung eight of ten alone. J. Doe OTR/L
        Electronically signed by Jane Doe, OTR/L on 3/4/2026
        """
    assert verdict("TIM005", text) == "incomplete"


SPANS = st.lists(st.tuples(st.integers(0, 6), st.integers(1, 4)), min_size=2, max_size=5)


@given(SPANS)
def test_overlap_is_what_two_lines_on_paper_show(spans: list[tuple[int, int]]) -> None:
    """A session is found to overlap exactly where one of lower number shares time with it; order changes nothing."""
    times = [(600 + 15 * start, 600 + 15 * (start + length)) for start, length in spans]
    doc = model(log(*(("3/3/2026", f"{clock(start)} - {clock(end)}") for start, end in times)))
    crossing = {
        second + 1
        for second in range(len(times))
        for first in range(second)
        if times[first][0] < times[second][1] and times[second][0] < times[first][1]
    }
    assert {each.entry for each in judge_document("TIM005", doc) if each.fix} == crossing


def test_every_order_of_the_rows_finds_as_many() -> None:
    """Symmetric: two that overlap do so in either order."""
    rows = [("3/3/2026", "9:00 - 9:30 AM"), ("3/3/2026", "9:15 - 9:45 AM"), ("3/3/2026", "10:00 - 10:30 AM")]
    found = {len(verdicts(judge_text("TIM005", log(*order)))) for order in permutations(rows)}
    assert found == {1}


# --- TIM006 --------------------------------------------------------------------------------------------------------

SEIT = """\
SEIT Session Note
Child's Name: Ana Diaz
Date of Service: 3/3/2026
Time: 9:00 - 11:00 AM
Service Type: {service}
{line}
Session Notes: {narrative}
SEIT Signature: Electronically signed by Gwen Sobol, MS Ed, SEIT on 3/3/2026
"""
PLAYED = "Ana joined two peers at the sand table and shared her scoop three times."


def seit(line: str, narrative: str = PLAYED, service: str = "SEIT") -> str:
    """A SEIT's note with this line."""
    return SEIT.format(line=line, narrative=narrative, service=service)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Activity: Direct", "pass"),
        ("Activity: Indirect", "pass"),
        ("Activity: CPSE Meeting", "pass"),
        ("Activity: Meeting with the classroom teacher", "pass"),
        ("Activity: ________", "violation"),
        ("[x] Direct [ ] Indirect [ ] Coordination", "pass"),
        ("[ ] Direct [x] Indirect [ ] Coordination", "pass"),
        ("[ ] Direct [ ] Indirect [ ] Coordination", "violation"),
        ("Type of Session: Individual", "pass"),
        ("Direct minutes: 90", "pass"),
        ("Direct service, regular preschool", "pass"),
        ("", "violation"),
    ],
)
def test_a_seits_note_says_what_the_time_went_to(line: str, expected: str) -> None:
    """In a field, a box or a word; "SEIT" alone says nothing of it."""
    assert verdict("TIM006", seit(line)) == expected


@pytest.mark.parametrize(
    ("narrative", "expected"),
    [
        ("Direct: Ana joined two peers at the sand table.", "pass"),
        ("Consulted with Ms. Tran on seating.", "pass"),
        ("Observed the class during circle time.", "pass"),
        ("Ana followed two-step directions, directed by a picture.", "violation"),
        ("Worked on counting to five with blocks.", "incomplete"),
    ],
)
def test_the_notes_may_say_it(narrative: str, expected: str) -> None:
    """A word for it is enough; what only reads like direct work has to be looked at."""
    assert verdict("TIM006", seit("", narrative)) == expected


def test_tim006_is_a_warning_about_seits_alone() -> None:
    """A related service's session is direct by its service type."""
    (found,) = judge_text("TIM006", seit(""))
    assert (found.verdict, found.severity and found.severity.value) == (Verdict.VIOLATION, "warning")
    speech = seit("", service="Speech Therapy").replace("SEIT ", "").replace(", MS Ed, SEIT", ", CCC-SLP")
    assert verdict("TIM006", speech) == "inapplicable"


def test_a_cancelled_session_of_a_seit_went_to_nothing() -> None:
    """No activity is asked of it."""
    text = seit("", "Cancelled - child sick").replace("Time: 9:00 - 11:00 AM\n", "")
    assert verdict("TIM006", text) == "inapplicable"


def outcomes(code: str, text: str) -> list[Outcome]:
    """What asks for something."""
    return [each for each in judge_text(code, text) if each.fix]


def test_rows_and_letters_say_it_too() -> None:
    """A column "Direct/Indirect" with D and I, a legend for the codes of an attendance log."""
    rows = """\
        SEIT Log Notes
        Child's Name: Ana Ruiz
        SEIT: Gwen Sobol, MSEd

        | Date | Time | {} | Activities |
        | --- | --- | --- | --- |
        | 4/6/2026 | 9:00-10:00 | D | Waited for a turn with the sand timer. |
        | 4/7/2026 | 9:00-9:30 | I | Talked with Ms. Tran on seating. |
        """
    assert not outcomes("TIM006", rows.format("Direct/Indirect"))
    assert len(outcomes("TIM006", rows.format("Mood"))) == 2
    legend = rows.format("Code") + "\nD = direct, I = indirect, C = coordination of services, A = absent\n"
    assert [entry.activity.value for entry in model(legend).entries] == ["direct", "indirect"]
    assert not outcomes("TIM006", legend)


def test_a_narrow_cell_may_break_the_providers_name() -> None:
    """Two providers stay two."""
    doc = model(log(("3/3/2026", "9:00 - 9:30 AM"), ("3/3/2026", "9:15 - 9:45 AM")))
    one, two = (replace(each, provider=name) for each, name in zip(doc.entries, _BROKEN, strict=True))
    found = judge_document("TIM005", replace(doc, entries=(one, two)))
    assert {each.verdict for each in found} == {Verdict.PASS}


_BROKEN = ("Vi Alto,\nCCC-SLP", "Wes\nBass, OTR/L")
