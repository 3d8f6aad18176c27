"""Only what is new since a report of before."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.check import FileReport, Options, check_bytes
from checkers.reports.baseline import Baseline, NoBaseline, read_baseline
from checkers.reports.formats import WRITERS
from checkers.reports.grouping import found_in_words
from checkers.waivers.applying import apply
from checkers.waivers.waiver import Waiver
from tests.checkers.reports.papers import MANNER, NOTES, PAPERS, TODAY, checked

HERE = Path("/somewhere")
HEAD, _, SESSIONS = NOTES.partition("\n\n")
FIRST, SECOND = (f"\nDate of Service: {each}" for each in SESSIONS.split("Date of Service: ")[1:])
OPTIONS = Options(today=TODAY, select=frozenset({"DAT002", "MED001", "SIG001"}))


def report(text: str = NOTES, name: str = "notes/march.txt") -> FileReport:
    """The report on a note: SIG001 in both its sessions, DAT002 in the second."""
    return check_bytes(text.encode(), name, OPTIONS)


def baseline(*reports: FileReport, form: str = "json", all_outcomes: bool = False) -> Baseline:
    """What a report of before makes."""
    return read_baseline("".join(WRITERS[form](reports, replace(MANNER, all_outcomes=all_outcomes))), HERE)


def new(after: FileReport) -> list[tuple[str, int | None]]:
    """What is told."""
    return [(each.rule, each.entry) for each in after.findings]


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.parametrize("all_outcomes", [False, True])
def test_what_was_there_before_is_left_out_and_counted(form: str, all_outcomes: bool) -> None:
    """In either form of the report; what passed is no finding and stays."""
    before = baseline(report(), form=form, all_outcomes=all_outcomes)
    after = before.new_in(report())
    assert (new(after), after.known) == ([], 3)
    assert len(after.outcomes) == len(report().outcomes) - 3
    assert found_in_words([after]) == "nothing new, 3 in the baseline"
    told = "".join(WRITERS["text"]([after], MANNER))
    assert "Note: 3 findings left out: in the baseline." in told
    assert "✓ Nothing new: " in told
    assert json.loads("".join(WRITERS["json"]([after], MANNER)))["summary"]["known"] == 3
    assert "known" not in json.loads("".join(WRITERS["json"]([report()], MANNER)))["summary"]


def test_it_holds_whatever_is_put_in_above() -> None:
    """Other lines, and another session, which has its own finding."""
    before = baseline(report(HEAD + "\n" + SECOND))
    assert new(before.new_in(report(HEAD + "\nRoom 5\n" + SECOND))) == []
    assert new(before.new_in(report(HEAD + "\n" + FIRST + SECOND))) == [("SIG001", 1)]


def test_one_more_of_the_same_is_new() -> None:
    """Of findings alike in all, as many are known as there were."""
    before = baseline(report(HEAD + "\n" + FIRST))
    after = before.new_in(report(HEAD + "\n" + FIRST + FIRST))
    assert (new(after), after.known) == ([("SIG001", 2)], 1)


def test_a_file_is_known_by_its_path_and_a_renamed_one_by_its_content() -> None:
    """However the path is written; another file's findings are new."""
    before = baseline(report())
    for name in ("notes/../notes/march.txt", "/somewhere/notes/march.txt", "april.txt"):
        assert before.holds(report(name=name))
        assert not new(before.new_in(report(name=name)))
    other = report(NOTES + "\n", "april.txt")
    assert not before.holds(other)
    assert before.new_in(other) == other


def test_what_was_waived_before_is_told_once_it_is_not() -> None:
    """A waiver that has run out leaves nothing known."""
    waived = apply([Waiver("SIG001", "r", "b", TODAY, report().sha256 or "")], report(), OPTIONS)
    before = baseline(waived)
    assert {rule for rule, _ in new(before.new_in(report()))} == {"SIG001"}


def test_a_file_that_cannot_be_read_is_always_told() -> None:
    """It was looked at by nobody."""
    unread = report("", "empty.docx")
    assert baseline(unread).new_in(unread) == unread


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "3",
        "{}",
        "null",
        "not json",
        '{"files": 3}',
        '{"files": [{"path": 1}]}',
        '{"question": "…"}',
        "[" * 10**5,
    ],
)
def test_what_is_no_report_is_refused(text: str) -> None:
    """In one sentence; how one is made says whoever asked for it."""
    with pytest.raises(NoBaseline, match=r"^it is no report of Tandem\.$"):
        read_baseline(text[:50_000], HERE)


@given(st.permutations(sorted(PAPERS)), st.integers(0, len(PAPERS)))
def test_the_new_and_the_known_make_up_the_whole(names: list[str], number: int) -> None:
    """Whichever files were checked before."""
    reports = _CHECKED
    before = baseline(*(reports[name] for name in names[:number]))
    for name, whole in reports.items():
        after = before.new_in(whole)
        assert len(after.findings) + after.known == len(whole.findings)
        assert not after.known or name in names[:number]
        if name in names[:number] and not whole.error:
            assert not after.findings


_CHECKED = {each.path: each for each in checked()}
