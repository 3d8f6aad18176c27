"""Cases of the rules on time and billing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tests.cases.making import COORD, NOTE, RUNNING, CaseFile, coordination, note, session, text
from tests.documents.paper_text import note_text
from tests.documents.papers import COORDINATION, Note, Session, Signing

SEIT = Note(
    title="SEIT Session Note",
    provider="Gwen Park, MS Ed",
    service="Special Education Itinerant Services (SEIT)",
    sessions=(Session(end="11:00 AM", medicaid=None),),
    signing=Signing(words="Gwen Park, MS Ed, SEIT", label="SEIT Signature"),
)
ATTENDANCE = """\
Schenectady County
Preschool Attendance Log Sheet

Child's Name: Emilia Novak      DOB: 4/2/2022      Month/Year: March 2026
Provider: {provider}      Service: {service}

Date      Time In     Time Out    Units    Code
{rows}

P = present   A = absent, child sick   COORD = coordination of services

Provider Signature: Electronically signed by {provider}    Date: 3/31/2026
"""
DANA = {"provider": "Dana Smith, OTR/L", "service": "OT 2x30 individual"}
GWEN = {"provider": "Gwen Park, MS Ed", "service": "SEIT"}
DIRECT_ROWS = """\
3/3       9:00 AM     9:30 AM     1        P
3/5       9:00 AM     9:30 AM     1        P
3/10                              0        A
"""


def cases() -> Iterator[CaseFile]:
    """TIM001 to TIM007."""
    yield from _tim001()
    yield from _tim002()
    yield from _tim003()
    yield from _tim004()
    yield from _tim005()
    yield from _tim006()
    yield from _tim007()


def _log(rows: str, who: dict[str, str]) -> str:
    return ATTENDANCE.format(rows=DIRECT_ROWS + rows.rstrip("\n"), **who)


def _sessions(paper: Note, *changes: Mapping[str, str]) -> Note:
    """A note with several sessions, each the first one with other values."""
    return replace(paper, sessions=tuple(replace(paper.sessions[0], **change) for change in changes))  # type: ignore[arg-type]


def _tim001() -> Iterator[CaseFile]:
    yield from note("TIM001", "violation", "no-times", session(start="", end=""))
    yield from note("TIM001", "violation", "no-end", session(end=""), "grid", "rows", "typed")
    yield from note("TIM001", "pass", "times", NOTE)
    yield text(
        "TIM001",
        "pass",
        "duration",
        note_text(session(start="", end="")).replace("Session Notes:", "Duration: 30 min\nSession Notes:"),
    )
    yield text("TIM001", "pass", "running-minutes", RUNNING.replace("9:00-9:30", "30 min"))
    attended = "Preschool Attendance Log\nChild's Name: Leo Vance    Month: March 2026\nProgram: Special Class\n\n"
    attended += (
        "Date      Code      Initials\n3/2       P         JT\n3/4       A         JT\n3/5       P         JT\n\n"
    )
    attended += "P = present  A = absent\nTeacher Signature: /s/ Joy Tran, MS Ed    Date: 3/31/2026\n"
    yield text("TIM001", "incomplete", "class-attendance", attended)
    yield from note("TIM001", "inapplicable", "cancelled", session(start="", end="", notes="Cancelled - child sick"))


_CALLED = "Telephone conference with the occupational therapist to arrange the weekly schedule."
_GATHERED = "Gathered the progress reports of the other providers for the annual review."


def _two(first: str, second: str, *units: str) -> Note:
    """Coordination on two days, until these times, with these units."""
    return _sessions(
        COORD,
        {"date": "2/3/2026", "end": first, "units": units[0], "notes": _CALLED},
        {"date": "2/10/2026", "end": second, "units": units[1], "notes": _GATHERED},
    )


def _tim002() -> Iterator[CaseFile]:
    yield from note("TIM002", "violation", "two-units-in-55-minutes", _two("9:35 AM", "9:20 AM", "1", "1"))
    yield from note("TIM002", "violation", "a-unit-in-20-minutes", coordination(end="9:20 AM", units="1"))
    yield from note("TIM002", "pass", "added-up", _two("9:15 AM", "9:15 AM", "0", "1"))
    yield from note(
        "TIM002", "pass", "each-its-half-hour", _two("9:30 AM", "9:30 AM", "1", "1"), "grid", "rows", "typed"
    )
    yield from note("TIM002", "pass", "45-and-15", _two("9:45 AM", "9:15 AM", "1", "1"), "rows", "printed")
    yield from note("TIM002", "inapplicable", "no-units", COORD, "grid", "typed")
    half = coordination(end="9:15 AM", units="½")
    yield from note("TIM002", "incomplete", "half-a-unit", half, "grid", "printed", "typed")
    seit = _sessions(SEIT, {"activity": "Coordination of Services", "end": "9:20 AM", "units": "1", "notes": _CALLED})
    yield from note("TIM002", "inapplicable", "seit", seit, "grid", "form", "typed")
    total = note_text(_sessions(COORD, {"end": "9:35 AM"}, {"date": "2/12/2026", "end": "9:20 AM", "notes": _GATHERED}))
    yield text("TIM002", "violation", "total-of-two-in-55-minutes", f"{total}Total Units: 2\n")
    yield text("TIM002", "pass", "total-of-one-in-55-minutes", f"{total}Total Units: 1\n")
    quarter = note_text(coordination(end="9:30 AM", units="2"))
    yield text("TIM002", "incomplete", "quarter-hours", quarter.replace("Units:", "Units (15 min = 1 unit):"))
    carried = coordination(end="9:20 AM", units="1", notes=f"{_CALLED} Added to the 10 minutes of 1/30/2026.")
    yield from note("TIM002", "incomplete", "added-to-another-paper", carried, "paragraphs", "typed")
    log = "3/17      2:00 PM     2:{end} PM     1        COORD\nTotal                             3\n"
    yield text("TIM002", "violation", "attendance-log", _log(log.format(end="15"), DANA))
    yield text("TIM002", "pass", "attendance-log", _log(log.format(end="30"), DANA))
    prose = RUNNING.replace(
        "Worked on scissors, 4/5 trials with one cue.", f"Coordination of services: {_CALLED} 2 units."
    )
    yield text("TIM002", "incomplete", "prose", prose)


def _monthly(units: Sequence[str], months: Sequence[str], **changes: str) -> Note:
    """Coordination once in each of these months ("9/2025"), with these units, an hour each time."""
    sessions = (
        replace(
            COORDINATION,
            date=f"{month.replace('/', '/16/')}",
            start="1:00 PM",
            end="2:00 PM",
            units=unit,
            notes=f"Conference call with the OT and the PT on the schedule of month {number}.",
            **changes,  # type: ignore[arg-type]
        )
        for number, (month, unit) in enumerate(zip(months, units, strict=True), start=1)
    )
    return replace(COORD, sessions=tuple(sessions), signing=replace(COORD.signing, date="6/12/2026"))


_AUTUMN = ("9/2025", "10/2025", "12/2025")
_SUMMER = ("7/2025", "8/2025")
_TWO_YEARS = ("4/2025", "5/2025", "9/2025", "10/2025")


def _tim003() -> Iterator[CaseFile]:
    yield from note("TIM003", "violation", "eleven-in-a-school-year", _monthly(("4", "4", "3"), _AUTUMN))
    yield from note("TIM003", "violation", "three-in-a-summer", _monthly(("2", "1"), _SUMMER), "grid", "rows", "typed")
    yield from note("TIM003", "pass", "ten-in-a-school-year", _monthly(("4", "4", "2"), _AUTUMN))
    yield from note("TIM003", "pass", "two-in-a-summer", _monthly(("1", "1"), _SUMMER), "grid", "printed", "typed")
    yield from note("TIM003", "pass", "two-school-years", _monthly(("5", "5", "5", "5"), _TWO_YEARS), "rows", "form")
    yield from note("TIM003", "pass", "june-and-july", _monthly(("10", "2"), ("6/2025", "7/2025")), "rows", "typed")
    months = (*(f"{month}/2025" for month in range(7, 13)), *(f"{month}/2026" for month in range(1, 7)))
    yield from note("TIM003", "pass", "one-a-month-all-year", _monthly(["1"] * 12, months), "rows", "grid")
    unclaimed = _monthly(["1"] * 6, months[2:8])
    unclaimed = replace(unclaimed, sessions=tuple(replace(each, units=None) for each in unclaimed.sessions))
    yield from note("TIM003", "incomplete", "twelve-blocks-of-minutes", unclaimed, "rows", "typed")
    yield from note("TIM003", "inapplicable", "one-session", COORD, "grid", "typed")
    seit = replace(_monthly(("8", "8"), ("9/2025", "10/2025")), title=SEIT.title, provider=SEIT.provider)
    seit = replace(seit, signing=SEIT.signing, service=SEIT.service)
    yield from note("TIM003", "inapplicable", "seit", seit, "grid", "typed")


def _tim004() -> Iterator[CaseFile]:
    yield from note("TIM004", "violation", "45-for-30-minutes", session(length="45 minutes"))
    yield from note("TIM004", "violation", "an-hour", session(length="1 hour"), "grid", "rows", "typed")
    yield from note("TIM004", "pass", "30-minutes", session(length="30 minutes"))
    yield from note("TIM004", "pass", "half-an-hour", session(length="½ hr"), "grid", "printed", "typed")
    yield from note(
        "TIM004", "pass", "over-noon", session(start="11:45", end="12:15", length="30 min"), "grid", "typed"
    )
    yield from note("TIM004", "pass", "afternoon", session(start="12:45", end="1:30", length="45"), "rows", "typed")
    yield from note("TIM004", "pass", "24-hours", session(start="13:05", end="13:35", length="30 min"), "grid", "typed")
    yield from note("TIM004", "inapplicable", "units", session(units="1"), "grid", "rows", "typed")
    yield from note("TIM004", "inapplicable", "units-as-length", session(length="1 unit"), "paragraphs", "typed")
    yield from note(
        "TIM004", "inapplicable", "end-before-start", session(end="8:30 AM", length="30 min"), "grid", "typed"
    )
    yield from note("TIM004", "incomplete", "a-number-that-may-be-units", session(length="1"), "grid", "typed")
    yield from note("TIM004", "incomplete", "am-for-pm", session(end="9:30 PM", length="30 minutes"), "rows", "typed")
    took_break = "Jayden named six of eight pictures. He took a break of ten minutes."
    yield from note("TIM004", "incomplete", "break", session(length="20 minutes", notes=took_break), "grid", "printed")
    typed = note_text(session())
    mandate = typed.replace("Date of Service:", "Frequency: 2x week    Duration: 45 minutes\nDate of Service:")
    yield text("TIM004", "inapplicable", "mandate", mandate)
    yield text("TIM004", "inapplicable", "times-alone", typed)
    circled = typed.replace("9:00 AM", "11:45 AM PM").replace("9:30 AM", "12:15 AM PM")
    yield text("TIM004", "pass", "am-pm-to-circle", circled.replace("Activity:", "Minutes: 30\nActivity:"))


def _tim005() -> Iterator[CaseFile]:
    late = "He sorted twelve objects by colour and told which of them float."
    overlap = _sessions(NOTE, {}, {"start": "9:15 AM", "end": "9:45 AM", "notes": late})
    touching = _sessions(NOTE, {}, {"start": "9:30 AM", "end": "10:00 AM", "notes": late})
    yield from note("TIM005", "violation", "overlap", overlap)
    inside = _sessions(NOTE, {"end": "10:00 AM"}, {"activity": "Coordination of Services", "notes": _CALLED})
    yield from note("TIM005", "violation", "coordination-during-therapy", inside, "grid", "rows", "typed")
    yield from note("TIM005", "pass", "touching", touching)
    minute = _sessions(
        NOTE, {"start": "1:00 PM", "end": "2:30 PM"}, {"start": "2:31 PM", "end": "4:01 PM", "notes": late}
    )
    yield from note("TIM005", "pass", "a-minute-between", minute, "grid", "printed", "typed")
    other_day = _sessions(NOTE, {}, {"date": "2/12/2026", "start": "9:15 AM", "end": "9:45 AM", "notes": late})
    yield from note("TIM005", "pass", "two-days", other_day, "rows", "form", "typed")
    twice = _sessions(NOTE, {}, {"notes": late})
    yield from note("TIM005", "incomplete", "the-same-times", twice, "grid", "rows", "typed")
    cancelled = _sessions(NOTE, {"start": "", "end": "", "notes": "Cancelled - child sick"}, {"notes": late})
    yield from note("TIM005", "inapplicable", "cancelled", cancelled, "grid", "rows", "typed")
    yield from note("TIM005", "inapplicable", "one-session", NOTE, "grid", "typed")
    yield text("TIM005", "pass", "group", _written_up(("Jayden Rivera", "Ana Diaz"), "9:00 AM", "9:00 AM"))
    yield text("TIM005", "violation", "two-children", _written_up(("Jayden Rivera", "Ana Diaz"), "9:00 AM", "9:15 AM"))
    ot = note_text(replace(NOTE, service="Occupational Therapy")).replace(
        "Maria Lopez, MS, CCC-SLP", "Kim Okafor, OTR/L"
    )
    yield text("TIM005", "pass", "co-treatment", f"{note_text(NOTE)}\n{ot}")
    corrected = _sessions(NOTE, {}, {"start": "9:15 AM", "end": "9:45 AM", "notes": f"Corrected entry. {late}"})
    yield from note("TIM005", "incomplete", "correction", corrected, "paragraphs", "typed")


def _written_up(children: Sequence[str], *starts: str) -> str:
    """One file with a note for each child, given at these times."""
    ends = {"9:00 AM": "9:30 AM", "9:15 AM": "9:45 AM"}
    papers = (
        replace(session(start=start, end=ends[start]), child=child)
        for child, start in zip(children, starts, strict=True)
    )
    return "\n".join(map(note_text, papers))


def _tim006() -> Iterator[CaseFile]:
    yield from note("TIM006", "violation", "activity-blank", _sessions(SEIT, {"activity": ""}), "grid", "form", "typed")
    boxes = note_text(SEIT).replace("Activity: Direct", "[ ] Direct [ ] Indirect [ ] Coordination [ ] CPSE meeting")
    yield text("TIM006", "violation", "no-box-ticked", boxes)
    yield text("TIM006", "pass", "box-ticked", boxes.replace("[ ] Indirect", "[x] Indirect"))
    yield from note("TIM006", "pass", "direct", SEIT)
    yield from note("TIM006", "pass", "conference", _sessions(SEIT, {"activity": "Parent Conference"}), "grid", "typed")
    yield from note("TIM006", "inapplicable", "speech", _sessions(NOTE, {"activity": ""}), "grid", "rows", "typed")
    absent = _sessions(SEIT, {"activity": "", "start": "", "end": "", "notes": "Child absent - dentist"})
    yield from note("TIM006", "inapplicable", "absent", absent, "grid", "typed")
    unasked = note_text(SEIT).replace("Activity: Direct\n", "")
    yield text("TIM006", "violation", "nowhere-said", unasked.replace("Jayden named", "Jayden told of"))
    yield text("TIM006", "incomplete", "reads-like-direct", unasked.replace("Jayden named", "Worked on naming"))
    yield text(
        "TIM006", "pass", "said-in-the-notes", unasked.replace("Jayden named", "Direct instruction: Jayden named")
    )
    letters = (
        "SEIT Log Notes\nChild's Name: Ana Ruiz    Month: April 2026\nSEIT: Gwen Park, MS Ed\n\n"
        "Date      Time         Direct/Indirect    Activities\n"
        "4/6       9:00-10:00   D                  Waited for a turn with the sand timer, 4/5.\n"
        "4/8       9:00-9:30    {}                  Talked with Ms. Tran on seating.\n\n"
        "SEIT Signature: Electronically signed by Gwen Park, MS Ed   Date: 4/30/2026\n"
    )
    yield text("TIM006", "pass", "letters", letters.format("I"))
    yield text("TIM006", "violation", "a-letter-missing", letters.format(" "))


def _tim007() -> Iterator[CaseFile]:
    coordinating = {"activity": "Coordination of Services", "end": "9:30 AM", "notes": _CALLED}
    yield from note("TIM007", "violation", "coordination", _sessions(SEIT, {**coordinating, "units": "1"}))
    meeting = {
        "activity": "CPSE Meeting",
        "notes": "Annual review with the chairperson and both parents.",
        "units": "2",
    }
    yield from note("TIM007", "violation", "cpse-meeting", _sessions(SEIT, meeting), "grid", "rows", "typed")
    for name, activity in (("parent-conference", "Parent Conference"), ("observation", "Classroom Observation")):
        yield from note(
            "TIM007", "violation", name, _sessions(SEIT, {"activity": activity, "units": "1"}), "printed", "typed"
        )
    yield from note("TIM007", "pass", "no-units", _sessions(SEIT, {**coordinating, "units": "0"}))
    yield from note("TIM007", "pass", "not-asked", _sessions(SEIT, coordinating), "grid", "typed")
    unbilled = _sessions(SEIT, {**coordinating, "units": "1 (not billed)"})
    yield from note("TIM007", "pass", "not-billed", unbilled, "paragraphs", "typed")
    yield from note("TIM007", "inapplicable", "direct", _sessions(SEIT, {"units": "4"}), "grid", "rows", "typed")
    yield from note("TIM007", "inapplicable", "related-service", coordination(units="1"), "grid", "printed", "typed")
    open_word = _sessions(SEIT, {"activity": "Meeting", "units": "1", "notes": "With Ms. Tran about the week."})
    yield from note("TIM007", "incomplete", "which-meeting", open_word, "grid", "typed")
    row = "3/17      2:00 PM     2:30 PM     {}        COORD\n"
    yield text("TIM007", "violation", "attendance-log", _log(row.format("1"), GWEN))
    yield text("TIM007", "pass", "attendance-log", _log(row.format("0"), GWEN))
