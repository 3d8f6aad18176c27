"""The report for people."""

import datetime

from checkers.check import FileReport, Options, check_bytes
from checkers.layout import Place
from checkers.registry import find_rule
from checkers.reports.tally import tally_of
from checkers.reports.text import TextReport
from checkers.reports.wording import WIDTH, place_in_words

TITLES = {"schenectady-coordination": "Coordination of Services: Requirements and Procedures"}
OPTIONS = Options(today=datetime.date(2026, 6, 1))


def report(text: str, name: str = "march.txt") -> FileReport:
    """The report on a text."""
    return check_bytes(text.encode(), name, OPTIONS)


def written(text: str, name: str = "march.txt", *, colour: bool = False, all_outcomes: bool = False) -> str:
    """The lines about a text, joined."""
    return "\n".join(TextReport(TITLES, colour=colour, all_outcomes=all_outcomes).file(report(text, name)))


def test_a_finding_says_what_where_what_to_do_and_why() -> None:
    """In words, under its session, with the source's title."""
    text = written(find_rule("MED001").bad)
    assert "Session 1 · 3/3/2026 · coordination of services" in text
    assert "✗ Error MED001: A coordination note leaves its Medicaid box unchecked" in text
    assert "Where: line 6: “[ ] Does not meet Medicaid requirements”" in text
    assert "To do: Check the box “Does not meet Medicaid requirements”." in text
    assert "Coordination of Services: Requirements and Procedures" in text


def test_the_source_is_named_once_a_file() -> None:
    """The second finding of the same rule does not repeat it."""
    session = (
        "Date of Service: 3/{}/2026\nTime: 9:00 - 9:30 AM\nSession Notes: Worked on /k/.\nTherapist Signature: ____\n"
    )
    two = f"Progress Notes\nChild's Name: Ana Diaz\nService: Speech Therapy\n{session.format(3)}{session.format(5)}"
    text = written(two)
    assert text.count("SIG001: A signature line is empty") == 2
    assert text.count("Why:") == 1


def test_nothing_wrong_is_said_with_how_much_was_checked() -> None:
    """A friendly line instead of silence."""
    text = written(find_rule("MED001").good)
    assert "✓ Nothing to correct: " in text
    assert "checks passed." in text
    assert "Error" not in text


def test_all_outcomes_show_what_passed_too() -> None:
    """With the evidence."""
    text = written(find_rule("MED001").good, all_outcomes=True)
    assert "✓ Passed MED001: The Medicaid box is checked" in text
    assert "- Not applicable" in text


def test_no_line_is_wider_than_the_screen() -> None:
    """Long findings are wrapped."""
    for code in ("SIG001", "COO001", "MED001", "DAT007"):
        assert all(len(line) <= WIDTH for line in written(find_rule(code).bad, all_outcomes=True).splitlines())


def test_colour_only_where_it_is_asked_for() -> None:
    """And without it not a single escape character, whatever a document or its name holds."""
    evil = find_rule("SIG001").bad.replace("Maya", "\x1b[2JMaya\u202e").replace("Signature", "Sig\x07nature")
    assert "\x1b" not in written(evil, "ev\x1b[31mil\n.txt")
    assert "ev␛[31mil␊.txt" in written(evil, "ev\x1b[31mil\n.txt")
    assert "\x1b[31m" in written(find_rule("SIG001").bad, colour=True)


def test_an_unreadable_file_says_what_to_do() -> None:
    """One heading and one advice."""
    text = written("", "empty.txt")
    assert "✗ Not read: The file is empty." in text
    assert "To do: " in text


def test_the_summary_counts_all_files() -> None:
    """The last line."""
    reports = [report(find_rule("MED001").bad), report(find_rule("SIG005").bad), report("", "empty.txt")]
    assert list(TextReport({}).summary(tally_of(reports))) == [
        "3 files checked: 1 error, 1 to look at, 1 file not read."
    ]
    good = [report(find_rule("MED001").good)]
    assert list(TextReport({}).summary(tally_of(good))) == ["1 file checked: nothing to correct."]


def test_places_are_told_in_words() -> None:
    """Only what applies is named."""
    assert place_in_words(Place(page=2, table=1, row=3)) == "page 2, table 1, row 3"
    assert place_in_words(Place(part="header", paragraph=1)) == "the header, paragraph 1"
    assert place_in_words(Place(line=12)) == "line 12"
    assert not place_in_words(Place())
