"""Lengths, units and totals; the words that say what the time went to, and who gave a session."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.document import Activity, Entry, Field
from checkers.layout import Place
from checkers.outcome import Spot
from checkers.understand.amounts import claim_in, claim_of, is_total, length_of
from tests.checkers.understand.model import model

SPOT = Spot(Place(), "x")


def field(label: str, value: str, key: str = "duration") -> Field:
    """A labelled value."""
    return Field(key, label, value, SPOT, 0)


def entries(text: str) -> tuple[Entry, ...]:
    """The sessions of a text."""
    return model(text).entries


@pytest.mark.parametrize(
    ("label", "value", "minutes", "certain"),
    [
        ("Duration", "30 min", 30, True),
        ("Duration", "30 minutes", 30, True),
        ("Duration", "½ hr", 30, True),
        ("Duration", "1/2 hour", 30, True),
        ("Duration", "1 1/2 hours", 90, True),
        ("Duration", "0.5 hours", 30, True),
        ("Duration", "1 hr 15 min", 75, True),
        ("Duration", "one hour", 60, True),
        ("Duration", "half an hour", 30, True),
        ("Duration", "0:30", 30, True),
        ("Duration", "45", 45, True),
        ("Minutes", "45", 45, True),
        ("Minutes", "2", 2, False),
        ("Duration", "2", 2, False),
        ("Duration", "1:30", 90, False),
        ("Duration", "2 x 30 min", 30, False),
        ("Duration", "30 minutes each", 30, False),
        ("Duration", "about 30 minutes", 30, False),
        ("Time in minutes of direct service", "30", 30, False),
    ],
)
def test_a_length_is_certain_where_it_stands_alone(label: str, value: str, minutes: int, *, certain: bool) -> None:
    """What may be a frequency, a part, or another unit is read and never certain."""
    length = length_of([field(label, value)], "", SPOT)
    assert length is not None
    assert (length.number, length.certain) == (minutes, certain)


@pytest.mark.parametrize("value", ["1 unit", "2 units", "", "TBD", "½"])
def test_what_is_no_length(value: str) -> None:
    """Units are no minutes."""
    assert length_of([field("Duration", value)], "", SPOT) is None


def test_two_lengths_that_differ_are_not_certain() -> None:
    """Which is the session's cannot be told."""
    both = [field("Duration", "30 min"), field("Total time", "45 min")]
    length = length_of(both, "", SPOT)
    assert length is not None
    assert not length.certain
    same = length_of([both[0], field("Minutes", "30")], "", SPOT)
    assert same is not None
    assert same.certain


@pytest.mark.parametrize(
    ("value", "units", "certain"),
    [
        ("2", 2, True),
        ("2 units", 2, True),
        (".5", 0.5, True),
        ("½", 0.5, True),
        ("1½", 1.5, True),
        ("1/2", 0.5, True),
        ("1 1/2", 1.5, True),
        ("0", 0, True),
        ("1 (30 min)", 1, True),
        ("1 (not billed)", 1, False),
        ("1 - included in rate", 1, False),
    ],
)
def test_units_as_people_write_them(value: str, units: float, *, certain: bool) -> None:
    """A number alone is certain."""
    claim = claim_in(field("Units", value, "units"))
    assert claim is not None
    assert (claim.number, claim.certain) == (units, certain)


@pytest.mark.parametrize("value", ["", "30 min", "2 x 30", "8/10", "-", "N/A", "one half"])
def test_what_is_no_number_of_units(value: str) -> None:
    """Minutes under "Units" are minutes; a frequency and a score are neither."""
    assert claim_in(field("Units", value, "units")) is None


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Coordination with the OT, 1 unit.", 1),
        ("Billed 2 half-hour units.", 2),
        ("½ unit of coordination", 0.5),
        ("Built 3 unit block towers.", None),
        ("Finished 2 units of puzzles.", None),
        ("8/10 units", None),
    ],
)
def test_units_in_running_text_are_never_certain(text: str, units: float | None) -> None:
    """And toys are none."""
    claim = claim_of([], text, SPOT)
    assert (claim.number if claim else None) == units
    assert not (claim and claim.certain)


@given(st.text(max_size=60))
def test_any_text_is_read_or_left(text: str) -> None:
    """Nothing raises, and no amount is negative."""
    for key in ("duration", "time", "units"):
        found = [length_of([field("Hours", text, key)], text, SPOT), claim_of([field("Units", text, key)], text, SPOT)]
        assert all(each.number >= 0 for each in found if each)


def test_totals_are_those_of_all_sessions() -> None:
    """In a row, or in a line at the foot; of subtotals none is certain."""
    rows = """\
        Attendance Log
        Child's Name: Ana Diaz

        | Date | Time In | Time Out | Units |
        | --- | --- | --- | --- |
        | 3/3/2026 | 9:00 | 9:30 | 1 |
        | 3/5/2026 | 9:00 | 9:30 | 1 |
        {}
        """
    one = model(rows.format("| Total | | | 2 |"))
    assert [entry.units for entry in one.entries] == [1, 1]
    assert one.units_total is not None
    assert (one.units_total.number, one.units_total.certain) == (2, True)
    below = model(rows.format("\nTotal Units: 2"))
    assert below.units_total is not None
    assert below.units_total.number == 2
    two = model(rows.format("| Subtotal | | | 2 |\n        | Total | | | 4 |"))
    assert two.units_total is not None
    assert (two.units_total.number, two.units_total.certain) == (4, False)
    assert model(rows.format("")).units_total is None


def test_a_total_at_the_foot_of_blocks_is_not_the_last_sessions() -> None:
    """Of a single session it is its own."""
    block = "Date of Service: 3/{}/2026\nTime: 9:00 - 9:30 AM\nSession Notes: Worked on /k/ in words.\n\n"
    head = "Session Notes\nChild's Name: Ana Diaz\n\n"
    several = model(head + block.format(3) + block.format(5) + "Total Units: 2\nTotal Minutes: 60\n")
    assert [(entry.units, entry.minutes) for entry in several.entries] == [(None, None), (None, None)]
    assert several.units_total is not None
    (alone,) = entries(head + block.format(3) + "Total Units: 2\nTotal Minutes: 60\n")
    assert (alone.units, alone.minutes) == (2, 60)
    assert is_total("Total Units")
    assert not is_total("Units")


def test_a_note_may_begin_with_the_word_total() -> None:
    """It is no row of totals."""
    rows = """\
        Session Notes
        Child's Name: Ana Diaz

        | Date | Time | Session Notes |
        | --- | --- | --- |
        | 3/3/2026 | 9:00 - 9:30 | Total communication was used at snack. |
        | 3/5/2026 | 9:00 - 9:30 | Signed "more" twice. |
        """
    assert len(entries(rows)) == 2


@pytest.mark.parametrize(
    ("opening", "activity"),
    [
        ("8:30-10:30 direct: Joined the sand table and shared.", Activity.DIRECT),
        ("8:30-9:30 indirect: Met with Ms. Paz on the routine.", Activity.INDIRECT),
        ("9:00-9:30 AM, coordination of services - called the OT.", Activity.COORDINATION),
        ("(parent conference) Went over the plan with both parents.", Activity.PARENT_CONFERENCE),
        ("30 min. Direct. Joined the sand table and shared.", Activity.DIRECT),
        ("9:00-9:30 meeting: the week was planned with Ms. Paz.", Activity.UNKNOWN),
        ("9:00-9:30 He followed direct questions: two of three.", Activity.UNKNOWN),
    ],
)
def test_a_running_note_says_first_what_the_time_went_to(opening: str, activity: Activity) -> None:
    """A word for it right behind date and time is the note's own heading."""
    (entry,) = entries(f"SEIT Notes\nChild: Ana Diaz\n5/4/2026 {opening} J. Hill, MS Ed\n")
    assert (entry.activity if entry.activity_certain else Activity.UNKNOWN) is activity


def test_a_seits_service_type_says_nothing_of_the_activity() -> None:
    """Speech therapy is direct; a SEIT's time goes to many things."""
    note = "Session Note\nDate of Service: 1/5/2026\nService Type: {}\nNotes: Joined two peers at the sand table."
    ((speech,), (seit,)) = (entries(note.format(service)) for service in ("Speech Therapy", "SEIT"))
    assert (speech.activity, speech.activity_certain) == (Activity.DIRECT, True)
    assert (seit.activity, seit.activity_certain) == (Activity.UNKNOWN, False)


@pytest.mark.parametrize(
    ("lines", "disciplines"),
    [
        ("Service Type: Speech Therapy", {"speech"}),
        ("Provider: Jo Hill, OTR/L", {"occupational"}),
        ("SEIT: Gwen Sobol, MS Ed", {"itinerant"}),
        ("Service Type: Coordination of Services\nProvider: Jo Hill, PT", {"physical"}),
        ("Provider: Jo Hill, MS Ed", set()),
        ("Teacher Signature: /s/ Dora Tran", set()),
        ("Parent Signature: /s/ Ann Diaz, OT", set()),
    ],
)
def test_who_gave_a_session(lines: str, disciplines: set[str]) -> None:
    """Service type, provider, title and signature name it; a parent and a classroom teacher do not."""
    (entry,) = entries(f"Session Note\nDate of Service: 1/5/2026\n{lines}\nNotes: Joined two peers at the table.")
    assert entry.disciplines == disciplines


def test_the_title_names_the_giver_where_nothing_else_does() -> None:
    """A SEIT's form; what the session itself says goes first."""
    note = "SEIT Session Note\nDate of Service: 1/5/2026\n{}Notes: Joined two peers at the table."
    assert entries(note.format(""))[0].disciplines == {"itinerant"}
    assert entries(note.format("Provider: Jo Hill, OTR/L\n"))[0].disciplines == {"occupational"}


def test_times_of_a_form_that_prints_am_and_pm_to_circle() -> None:
    """Both printed tell nothing."""
    (entry,) = entries("Session Note\nDate of Service: 1/5/2026\nTime: From 11:45 AM PM To 12:15 AM PM\nNotes: Beads.")
    assert [(time.start, time.end, time.sure) for time in entry.times] == [(705, 735, False)]


def test_a_session_may_have_two_stretches_of_time() -> None:
    """In one field, or in columns for direct and indirect time."""
    (entry,) = entries("Session Note\nDate of Service: 1/5/2026\nTime: 9:00-9:30 AM, 1:00-1:15 PM\nNotes: Beads.")
    assert [(time.start, time.end) for time in entry.times] == [(540, 570), (780, 795)]
    rows = """\
        SEIT Log Notes
        Child: Ivo Petrov

        | Date | Direct Start | Direct End | Indirect Start | Indirect End | Notes |
        |---|---|---|---|---|---|
        | 4/6/2026 | 9:00 | 10:00 | 10:00 | 10:30 | Named colours; then talked with Ms. Tran. |
        | 4/7/2026 | | | 9:00 | 9:30 | Met with Ms. Tran on the snack routine. |
        """
    found = [[(time.start, time.end) for time in entry.times] for entry in entries(rows)]
    assert found == [[(540, 600), (600, 630)], [(540, 570)]]


def test_words_that_an_export_joined() -> None:
    """Such as "ServiceDate"."""
    (entry,) = entries("Session Note\nServiceDate: 2026-03-04\nStartTime: 13:05:00\nEndTime: 13:35:00\nUnitsToBill: 1")
    assert entry.date is not None
    assert [(time.start, time.end) for time in entry.times] == [(785, 815)]
    assert entry.units == 1


def test_a_cancellation_may_stand_behind_the_date() -> None:
    """On its line."""
    (entry,) = entries(
        "OT Session Notes\nDate of Service: 5/19/2026   Session cancelled - child sick\nTime: ____\nNotes: "
    )
    assert entry.cancelled
    assert "sick" in entry.reason


def test_a_log_of_attendance_alone_has_its_rows() -> None:
    """The legend below belongs to none of them."""
    rows = """\
        Preschool Attendance Log
        Child's Name: Leo Vance    Month: March 2026

        | Date | Code |
        |---|---|
        | 3/2 | P |
        | 3/4 | A |
        | 3/5 | P |

        P = present  A = absent
        """
    assert [entry.cancelled for entry in entries(rows)] == [False, True, False]


@pytest.mark.parametrize(
    ("line", "activity"),
    [
        ("Activity: Direct ☒ Coordination ☐", Activity.DIRECT),
        ("Activity: Direct ☐ Coordination ☒", Activity.COORDINATION),
        ("Activity: ☒ Direct ☐ Coordination", Activity.DIRECT),
        ("Activity: ☐ Direct ☒ Coordination", Activity.COORDINATION),
        ("Direct ☒ Coordination ☐", Activity.DIRECT),
        ("☐ Direct ☒ Coordination", Activity.COORDINATION),
        ("Activity: Direct ☒ Coordination ☐    Units: 1", Activity.DIRECT),
        ("Activity: Direct ☐ Coordination ☒\tUnits: 1", Activity.COORDINATION),
    ],
)
def test_boxes_before_and_behind_their_words(line: str, activity: Activity) -> None:
    """A row of boxes may begin with a word and end with a box."""
    (entry,) = entries(f"SEIT Note\nDate of Service: 3/3/2026\n{line}\nTime: 9:00-10:00\nNotes: Played with two peers.")
    assert (entry.activity, entry.activity_certain) == (activity, True)


def test_an_activity_below_its_label_may_be_a_label_elsewhere() -> None:
    """As "Coordination of Services" is in an IEP; behind a colon it would be one here too."""
    note = "Session Note\nDate of Service: 3/3/2026\nType of Activity:\n{}\nTime: 9:00-9:30\nNotes: Called the OT."
    (entry,) = entries(note.format("Coordination of Services"))
    assert (entry.activity, entry.activity_certain) == (Activity.COORDINATION, True)
    blank = model(note.format("Coordinator of Services: Jo Hill"))
    assert [field.value for field in blank.values("coordinator")] == ["Jo Hill"]
