"""ACT001, ACT003 and DOC006 to DOC008: near misses and the false alarms that could happen."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.check import check_bytes
from checkers.outcome import Severity, Verdict
from tests.checkers.rules.judging import COORDINATION, IEP, NOTE, SIGNED, SPEECH_AND_OT, judge_text, verdict
from tests.documents.word import deleted, inserted, paragraph, row, run, table, word

SESSION = "Date of Service: {date}\nTime: 9:00 - 9:30 AM\nSession Notes: {notes}\n"
HEAD = "Progress Notes\nChild's Name: {child}\nService Type: Speech Therapy\n"


def note(*narratives: str, child: str = "Ana Diaz") -> str:
    """A signed note with a session for each narrative."""
    sessions = (SESSION.format(date=f"3/{day}/2026", notes=notes) for day, notes in enumerate(narratives, start=2))
    return HEAD.format(child=child) + "\n".join(sessions) + SIGNED.replace("3/3/2026", "3/20/2026")


# --- ACT001 ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Telephone conference with the OT about the schedule for April.", "pass"),
        ("talked w/ ot and pt re progress", "pass"),
        ("Annual review (CPSE), presented progress", "pass"),
        ("Half an hour of coordination.", "incomplete"),
        ("Coordination of services", "incomplete"),
        ("See CPSEeXchange", "inapplicable"),
        ("____________", "inapplicable"),
        ("TBD", "inapplicable"),
        ("Cancelled - snow day", "inapplicable"),
    ],
)
def test_a_coordination_note_shows_an_activity(words: str, expected: str) -> None:
    """What is missing, elsewhere or a placeholder is another rule's."""
    text = COORDINATION.replace("Telephone conference with the OT about the schedule for April.", words) + SIGNED
    assert verdict("ACT001", text) == expected


def test_the_activity_is_named_with_its_words() -> None:
    """The pass says which of the seven, and by what."""
    (found,) = judge_text("ACT001", COORDINATION + SIGNED)
    assert "telephone conferences and other communication (“Telephone conference”)" in found.message
    assert "arranging the schedule" in found.message


def test_a_ticked_box_names_the_activity_too() -> None:
    """As forms have it that list the seven."""
    text = COORDINATION.replace(
        "Telephone conference with the OT about the schedule for April.", "As planned, 3 calls."
    )
    assert verdict("ACT001", text + SIGNED) == "incomplete"
    assert verdict("ACT001", text + "[x] Arranging schedule   [ ] Draft IEP\n" + SIGNED) == "pass"


# --- ACT003 ----------------------------------------------------------------------------------------------------------

LONG = "Ana named pictures of animals in {} of 10 trials with a spoken cue and waited for her turn."


@pytest.mark.parametrize(
    ("narratives", "expected"),
    [
        ([LONG.format(6), LONG.format(8)], "violation"),
        ([LONG.format("six"), LONG.format("Nine").upper()], "violation"),
        ([LONG.format(6), f"3/3/2026:  {LONG.format(6)}"], "violation"),
        ([LONG.format(6), LONG.format(6).replace("animals", "food")], "pass"),
        (["Worked on /k/ in words.", "Worked on /k/ in words."], "inapplicable"),
        (["Worked on /k/ in sentences with cues from me.", "Worked on /t/ in sentences with cues from me."], "pass"),
        (["See the note of last Monday for all that was done."] * 2, "inapplicable"),
        (["Absent - mother called the school this morning to say so"] * 2, "inapplicable"),
        ([LONG.format(6)], "pass"),
    ],
)  # fmt: skip
def test_the_same_narrative_twice(narratives: list[str], expected: str) -> None:
    """But for dates, numbers, spacing and capitals; short ones and missed sessions are not compared."""
    assert verdict("ACT003", note(*narratives)) == expected


def test_copies_are_one_finding_that_names_all() -> None:
    """At the second of them, with both texts side by side."""
    found = judge_text(
        "ACT003", note(LONG.format(6), "Ana sang a song with all of her friends today.", *[LONG.format(7)] * 3)
    )
    (violation,) = (each for each in found if each.verdict is Verdict.VIOLATION)
    assert violation.severity is Severity.WARNING
    assert violation.entry == 3
    assert "Session 3 (3/4/2026), Session 4 (3/5/2026) and Session 5 (3/6/2026) tell the same" in violation.message
    assert "session 1 (3/2/2026)" in violation.message
    assert violation.message.count("“") == 2


@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=4))
def test_any_numbers_make_no_difference(numbers: list[int]) -> None:
    """Scores and dates are no words of a narrative."""
    assert verdict("ACT003", note(*(LONG.format(number) for number in numbers))) == "violation"


# --- DOC006 ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("child", "words", "expected"),
    [
        ("Ana Diaz", "Ben produced /k/ in words. Ben needed two cues.", "incomplete"),
        ("Ana Diaz", "Ben produced /k/ in eight of ten words.", "incomplete"),
        ("Ana Diaz", "Circle time first. Ben then pointed to pictures; he took turns with a peer.", "incomplete"),
        ("Ana Diaz", "Zarek produced /k/ in words. Then Zarek named six; Zarek's turn was next.", "incomplete"),
        ("Ana Diaz", "Produced /k/ in eight of ten words.", "pass"),
        ("Jayden Rivera", "Jay produced /k/ in words. Jay-Jay asked for more.", "pass"),
        ("Benjamin Katz", "Benji produced /k/. Ben named two.", "pass"),
        ("Elizabeth Moss", "Libby produced /k/ in words. Libby asked for more.", "pass"),
        ("Alexander Poe", "Sasha produced /k/. Sasha sat well.", "pass"),
        ('Ana "Birdie" Diaz', "Birdie produced /k/. Birdie sat well.", "pass"),
        ("A. D.", "Ana produced /k/ in words. Ana sat well.", "pass"),
        ("Ana Diaz", "Peer Max requested a turn. Max laughed, and Ana said no.", "pass"),
        ("Ana Diaz", "Ana and Max built a tower. Max threw a block.", "pass"),
        ("Ana Diaz", "Her brother, Max, stayed. Max pointed, and she named.", "pass"),
        ("Ana Diaz", "She played with two friends. Max asked for the ball and she gave it.", "pass"),
        ("Ana Diaz", "Ms. Lee asked for quiet. Lee pointed to the rug.", "pass"),
        ("Ana Diaz", "Dana Whitcomb joined. Dana pointed to the rug and Ana sat.", "pass"),
        ("Ana Diaz", "Jo asked her to sit. Jo said it twice.", "pass"),
        ("Ana Diaz", "Therapist modelled. Mother reported. Prompting continued. Stairs required help.", "pass"),
        ("Ana Diaz", "Elmo said hi. Bluey jumped. Simon said sit. Mickey walked.", "pass"),
        ("Ana Diaz", "Thomas followed the track and she named the trains.", "pass"),
        ("Ana Diaz", "Monday came. Today named six. English used at home. Spanish used with grandma.", "pass"),
    ],
)  # fmt: skip
def test_a_name_that_is_not_the_childs(child: str, words: str, expected: str) -> None:
    """Nicknames, playmates, helpers, toys and words at the beginning of a sentence are none."""
    assert verdict("DOC006", note(words, child=child)) == expected


def test_without_a_name_there_is_nothing_to_compare() -> None:
    """The missing name is DOC004's."""
    assert verdict("DOC006", note("Ben produced /k/. Ben sat.", child="________")) == "inapplicable"


def test_a_goal_of_another_child() -> None:
    """In a draft IEP, with the words that show it."""
    text = IEP + "Annual Goal: Oliver will name six of eight pictures.\n" + SPEECH_AND_OT
    (found,) = judge_text("DOC006", text)
    assert found.verdict is Verdict.INCOMPLETE
    assert "“Oliver will”" in found.message
    own = IEP + "Annual Goal: Ana will name six of eight pictures. Dana Whitcomb will coordinate.\n" + SPEECH_AND_OT
    assert verdict("DOC006", own) == "pass"


# --- DOC007 ----------------------------------------------------------------------------------------------------------

LINES = (
    "Progress Note", "Child's Name: Ana Diaz", "Date of Service: 3/3/2026", "Time: 9:00 - 9:30 AM",
    "Service Type: Speech Therapy",
)  # fmt: skip


def tracked(*blocks: str) -> tuple[str, str, object]:
    """Verdict, message and place of DOC007 for a Word note with these pieces."""
    report = check_bytes(word(*LINES, *blocks, SIGNED.strip()), "note.docx")
    (found,) = (each for each in report.outcomes if each.rule == "DOC007")
    return found.verdict.value, found.message, found.spot and found.spot.text


def test_tracked_changes_are_counted_and_the_first_is_shown() -> None:
    """Insertions and deletions, wherever they stand."""
    changed = paragraph(run("Session Notes: Named "), deleted("six"), inserted(run("eight")), run(" pictures."))
    found, message, text = tracked(changed, paragraph(inserted(run("Good day."))))
    assert found == "violation"
    assert "3 tracked changes" in message
    assert text == "Session Notes: Named eight pictures."


def test_one_change_is_called_one() -> None:
    """And a deleted row, which stands nowhere any more, has no place to show."""
    gone = table(row("a"), row("b", properties='<w:del w:id="1" w:author="A"/>'))
    found, message, text = tracked(gone)
    assert (found, text) == ("violation", None)
    assert "one tracked change " in message


@pytest.mark.parametrize(
    "properties", ['<w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange>', "<w:strike/>", "<w:b/>"]
)
def test_changes_of_type_do_not_count(properties: str) -> None:
    """The words are the same."""
    assert tracked(paragraph(run("Session Notes: Named six.", properties=properties)))[0] == "pass"


def test_comments_do_not_count() -> None:
    """They are no part of the text."""
    document = docx.Document()
    for line in (*LINES, "Session Notes: Named six pictures."):
        last = document.add_paragraph(line)
    document.add_comment(last.runs[0], text="All of them?", author="A", initials="A")
    buffer = io.BytesIO()
    document.save(buffer)
    outcomes = check_bytes(buffer.getvalue(), "note.docx").outcomes
    assert [each.verdict.value for each in outcomes if each.rule == "DOC007"] == ["pass"]


def test_other_formats_keep_none() -> None:
    """A text file is no Word file."""
    assert verdict("DOC007", NOTE + SIGNED) == "inapplicable"


# --- DOC008 ----------------------------------------------------------------------------------------------------------


def told(line: str, *, title: str = "Progress Note", signed: str = SIGNED) -> str:
    """A note whose line for the service is another."""
    text = NOTE.replace("Service Type: Speech Therapy\n", f"{line}\n" if line else "")
    return text.replace("Progress Note", title, 1) + signed


UNTITLED = "Electronically signed by Jo Hill on 3/3/2026\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (told("Service Type: Speech Therapy"), "pass"),
        (told("Discipline: OT"), "pass"),
        (told("Service Type: ________"), "violation"),
        (told("Service Type: N/A"), "violation"),
        (told("Service Type: TBD"), "inapplicable"),
        (told("Service Type: ________", title="Speech Therapy Progress Note"), "pass"),
        (told("Service Type:\nPhysical Therapy"), "pass"),
        (told("", title="SEIT Session Notes"), "pass"),
        (told("", title="Coordination of Services Note", signed=UNTITLED), "pass"),
        (told("[x] ST  [ ] OT  [ ] PT", signed=UNTITLED), "pass"),
        (told("[ ] ST  [ ] OT  [ ] PT", signed=UNTITLED), "incomplete"),
        (told("Activity: Speech Therapy", signed=UNTITLED), "pass"),
        (told(""), "pass"),
        (told("Provider: Jo Hill, Occupational Therapist", signed=UNTITLED), "pass"),
        (told("", signed=UNTITLED), "violation"),
        (told("Location: at home", signed=UNTITLED), "violation"),
        (told("Location: school bus stop", signed=UNTITLED), "violation"),
        (told("Referred by: the OT", signed=UNTITLED), "incomplete"),
    ],
)
def test_the_service_is_named_somewhere(text: str, expected: str) -> None:
    """At its line, in the title, in a box or beside the name."""
    assert verdict("DOC008", text) == expected


def test_a_placeholder_for_the_service_is_one_finding() -> None:
    """DOC005's alone."""
    assert verdict("DOC005", told("Service Type: TBD")) == "violation"


def test_a_page_that_was_not_read_may_name_the_service() -> None:
    """Then nothing is certain."""
    found = judge_text("DOC008", told("", signed=UNTITLED), unread=(2,))
    assert [each.verdict.value for each in found] == ["incomplete"]
