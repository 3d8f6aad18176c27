"""A copy of every document that breaks a rule: as many comments as findings, in their places, and the same findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkers.check import FileReport, check_bytes
from checkers.registry import find_rule
from checkers.reports.grouping import findings_of
from tests.cases.making import FOLDER, profile_with
from tests.checkers.annotate.copies import bare, comments_in, copy_of, notes_in, options, ranges_in


def files(ending: str) -> list[Path]:
    """The documents that break their rule, or need a look."""
    return sorted(
        path
        for path in FOLDER.glob(f"*/*{ending}")
        if path.name.startswith(("violation-", "incomplete-")) and path.parent.name != "DOC001"
    )


def ids(path: Path) -> str:
    """A document by its rule and name."""
    return f"{path.parent.name}/{path.name}"


def same(report: FileReport, data: bytes, path: Path) -> None:
    """The copy is read and judged as the document is."""
    again = check_bytes(data, path.name, options(profile_with(path.parent.name)))
    assert again.outcomes == report.outcomes
    assert again.doc is not None
    assert report.doc is not None
    assert again.doc.lines == report.doc.lines


@pytest.mark.parametrize("path", files(".docx"), ids=ids)
def test_a_word_file(path: Path) -> None:
    """Each comment stands at the words of its finding, names the rule, and says what to do."""
    data = path.read_bytes()
    report, copy = copy_of(data, path.name, options(profile_with(path.parent.name)))
    findings = list(findings_of(report))
    if not findings:
        pytest.skip("a figure that no shipped profile sets")
    comments, ranges = comments_in(copy.data), ranges_in(copy.data)
    assert len(comments) == len(ranges) == len(findings) == len(copy.anchors)
    for (number, lines), finding, anchor in zip(comments.items(), findings, copy.anchors, strict=True):
        outcome = finding.outcome
        assert f"{outcome.rule}: {find_rule(outcome.rule).name}" in lines[0]
        assert outcome.message in lines
        assert f"To do: {outcome.fix}" in lines
        if anchor.line is not None and anchor.text in anchor.line.text:
            assert bare(anchor.text) in bare(ranges[number])
    same(report, copy.data, path)
    assert path.read_bytes() == data


@pytest.mark.parametrize("path", files(".pdf"), ids=ids)
def test_a_pdf(path: Path) -> None:
    """Each note stands beside its line, on its page, and one more at the top of the first page sums up."""
    data = path.read_bytes()
    report, copy = copy_of(data, path.name, options(profile_with(path.parent.name)))
    findings = list(findings_of(report))
    notes = notes_in(copy.data)
    assert {note.author for note in notes} == {"Tandem"}
    assert len(notes) == len(findings) + 1
    summaries = [note for note in notes if note.text.startswith("Tandem: ")]
    assert [note.page for note in summaries] == [1]
    for finding, anchor in zip(findings, copy.anchors, strict=True):
        outcome = finding.outcome
        beside = [note for note in notes if outcome.message in note.text and f" {outcome.rule}: " in note.text]
        assert any(note.page == (anchor.page or 1) for note in beside)
        if anchor.line is not None and anchor.line.area is not None:
            left, top, _, bottom = anchor.line.area
            assert any(note.place.x0 <= left + 60 and top - 1 <= note.place.centre[1] <= bottom + 21 for note in beside)
    same(report, copy.data, path)
    assert path.read_bytes() == data
