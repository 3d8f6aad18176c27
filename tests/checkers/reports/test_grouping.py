"""Findings by rule and by who can mend them, and how often each rule found something."""

import json
from dataclasses import replace

import pytest

from checkers.check import Options, check_bytes
from checkers.document import Kind
from checkers.outcome import Outcome, Owner, Verdict
from checkers.ownership import owner_of
from checkers.registry import all_rules
from checkers.reports import statistics, text
from checkers.reports.grouping import by_owner, by_rule, findings_of, found_in_words
from checkers.reports.lean import lean
from checkers.reports.manner import Order
from checkers.reports.wording import OWNERS, WIDTH
from tests.checkers.reports.papers import MANNER, NOTES, PAPERS, TODAY, checked

ALL = [found for report in checked() for found in findings_of(report)]


def test_by_rule_each_finding_stands_once_under_its_rule() -> None:
    """The rules in the order of their codes."""
    groups = by_rule(ALL)
    assert [rule.code for rule, _ in groups] == sorted({found.outcome.rule for found in ALL})
    assert sorted(map(id, ALL)) == sorted(id(found) for _, those in groups for found in those)
    assert all(found.outcome.rule == rule.code for rule, those in groups for found in those)


def test_by_owner_each_finding_stands_once_under_who_can_mend_it() -> None:
    """The parent's line is the parent's, the plan the district's, the rest the provider's."""
    groups = {owner: [(each.report.path, each.outcome.rule) for each in found] for owner, found in by_owner(ALL)}
    assert list(groups) == [Owner.PROVIDER, Owner.PARENT, Owner.DISTRICT]
    assert groups[Owner.PARENT] == [("march/wilhelmina-quackenbush.txt", "SIG001")]
    assert groups[Owner.DISTRICT] == [("march/plan.txt", "COO001"), ("march/plan.txt", "DAT007")]
    assert sum(map(len, groups.values())) == len(ALL)


@pytest.mark.parametrize(
    ("label", "owner"),
    [
        ("Therapist Signature", Owner.PROVIDER),
        ("Supervisor Signature", Owner.SUPERVISOR),
        ("Parent Signature", Owner.PARENT),
        ("District Representative Signature", Owner.DISTRICT),
        ("County Representative Signature", Owner.COUNTY),
    ],
)
def test_a_stand_in_is_mended_by_whoever_has_to_sign(label: str, owner: Owner) -> None:
    """What the label asks for decides, not the kind of document."""
    paper = NOTES.replace("Parent Signature: ______________________", f"{label}: [sign here]")
    report = check_bytes(paper.encode(), "a.txt", Options(today=TODAY, select=frozenset({"SIG004"})))
    (stand_in,) = report.findings
    assert owner_of(stand_in, report.kind) is owner


def test_whoever_writes_a_document_can_mend_it() -> None:
    """The district its plans and forms, the provider everything else; every rule leads to a person with words."""
    for rule in all_rules():
        for kind in Kind:
            owner = owner_of(Outcome(rule.code, Verdict.INCOMPLETE, "…"), kind)
            assert owner is not Owner.WRITER
            assert OWNERS[owner]
    names = Outcome("DOC004", Verdict.VIOLATION, "…")
    assert owner_of(names, Kind.DRAFT_IEP) is Owner.DISTRICT
    assert owner_of(names, Kind.PROGRESS_NOTE) is Owner.PROVIDER


@pytest.mark.parametrize("by", [Order.RULE, Order.OWNER])
def test_the_text_by_rule_or_owner_tells_all_and_stays_narrow(by: Order) -> None:
    """Every message, under its file, and the sum at the end."""
    written = "".join(text.write(map(lean, checked()), replace(MANNER, by=by)))
    assert all(len(line) <= WIDTH for line in written.splitlines())
    words = " ".join(written.split())
    for found in ALL:
        assert " ".join(found.outcome.fix.split()) in words
    assert written.endswith("6 files checked: 7 errors, 2 to look at, 1 file not read.\n")


def test_what_was_found_in_words() -> None:
    """Only what there is; a file that was not read is no error besides."""
    reports = checked()
    assert found_in_words(reports) == "7 errors, 2 to look at, 1 file not read"
    assert found_in_words([each for each in reports if not each.findings]) == "nothing to correct"
    assert found_in_words([]) == "nothing to correct"


def test_statistics_count_the_commonest_first() -> None:
    """Each rule and outcome with how often, and in how many files."""
    counts = statistics.count(checked())
    assert [(each.outcome.rule, each.number, each.files) for each in counts][:2] == [("DAT002", 2, 2), ("SIG001", 2, 1)]
    assert sum(each.number for each in counts) == len(ALL)
    assert [each.number for each in counts] == sorted((each.number for each in counts), reverse=True)


def test_statistics_as_text_and_as_json_tell_the_same() -> None:
    """And the lines fit on a screen."""
    lines = "".join(statistics.write(checked(), MANNER)).splitlines()
    assert lines[0] == "2  ✗ Error        DAT002  A date is no day of the calendar, or has no year"
    assert lines[-1] == f"{len(ALL)} findings in {len(PAPERS)} files."
    assert all(len(line) <= WIDTH for line in lines)
    objects = json.loads("".join(statistics.write_json(checked(), MANNER)))
    assert objects[0] == {
        "rule": "DAT002",
        "name": "A date is no day of the calendar, or has no year",
        "outcome": "violation",
        "severity": "error",
        "count": 2,
        "files": 2,
    }


def test_statistics_of_nothing() -> None:
    """A sentence, and an empty list."""
    assert "".join(statistics.write([], MANNER)) == "0 findings in 0 files.\n"
    assert json.loads("".join(statistics.write_json([], MANNER))) == []
