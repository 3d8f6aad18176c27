"""A redacted report holds no word, name or date of a document."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkers.check import FileReport, Options, check_bytes
from checkers.own_profiles import with_own
from checkers.registry import all_rules
from checkers.reports.formats import STATISTICS, WRITERS, Writer
from checkers.reports.manner import Manner, Order
from checkers.reports.redact import redacted
from tests.checkers.reports.papers import MANNER, NAMES, NOTES, PAPERS, TODAY

REDACTED = replace(MANNER, redacted=True)
WAYS: list[tuple[Writer, Manner]] = [
    *(
        (write, replace(REDACTED, all_outcomes=all_outcomes))
        for write in WRITERS.values()
        for all_outcomes in (False, True)
    ),
    *((WRITERS["text"], replace(REDACTED, by=by)) for by in (Order.RULE, Order.OWNER)),
    *((write, REDACTED) for write in STATISTICS.values()),
]
"""Every way to write a report."""


def redacted_reports(papers: dict[str, str]) -> list[FileReport]:
    """The redacted reports on texts with their names, checked by all rules."""
    checked = (check_bytes(text.encode(), name, Options(today=TODAY)) for name, text in papers.items())
    return [redacted(report, number) for number, report in enumerate(checked, start=1)]


def in_every_way(reports: list[FileReport]) -> str:
    """The reports in every format and order."""
    return "".join("".join(write(reports, manner)) for write, manner in WAYS)


def test_no_name_is_left() -> None:
    """Neither those in the documents nor those in their paths, whatever the rules quote."""
    text = in_every_way(redacted_reports(PAPERS)).casefold()
    assert not [name for name in NAMES if name.casefold() in text]
    assert "march/" not in text
    assert "hyperlink" not in text


def test_no_date_of_a_document_is_left() -> None:
    """A day and a place together may tell who is meant."""
    papers = {name: text.replace("/2026", "/2017") for name, text in PAPERS.items()}
    assert "/2017" not in in_every_way(redacted_reports(papers))
    assert "2017-" not in in_every_way(redacted_reports(papers))


@settings(max_examples=3)
@given(st.lists(st.from_regex(r"Zq[bcdfghjklmnpqrstvwxz]{6}", fullmatch=True), min_size=4, max_size=4, unique=True))
def test_no_rule_lets_a_name_through(names: list[str]) -> None:
    """Documents that break a rule, with names that stand nowhere else, in files that are called like the child."""
    child, family, provider, other = names
    papers = {
        f"{child} {family} {rule.code}.txt": rule.bad.replace("Sample", f"{child} {family}")
        .replace("Example", provider)
        .replace("Benjamin", other)
        for rule in all_rules()
    }
    papers[f"{family}.{child}"] = NOTES.replace("Wilhelmina", child).replace("Pumpernickel", other)
    text = in_every_way(redacted_reports(papers)).casefold()
    assert not [name for name in names if name.casefold() in text]


def test_every_rule_says_what_was_found_without_the_words_of_the_document() -> None:
    """The message of a finding is the rule's own name, and its place has no words."""
    for rule in all_rules():
        report = redacted(check_bytes(rule.bad.encode(), "a.txt", Options(today=TODAY)), 1)
        for outcome in report.findings:
            assert outcome.message in {f"{each.name}." for each in all_rules()}
            assert outcome.spot is None or not outcome.spot.text


def test_a_file_is_known_by_its_number_and_sum() -> None:
    """Whoever has the files can find the right one again."""
    report = redacted(check_bytes(NOTES.encode(), "wilhelmina.txt", Options(today=TODAY)), 7)
    assert report.sha256 is not None
    assert report.path == f"document 7 (sha256 {report.sha256[:8]})"
    found = json.loads("".join(WRITERS["jsonl"]([report], MANNER)))
    assert found["sha256"] == report.sha256
    assert [entry["date"] for entry in found["entries"]] == [None, None]


@pytest.mark.parametrize("name", ["notes.Wilhelmina", "wilhelmina.docx"])
def test_a_refused_file_does_not_tell_its_name(name: str) -> None:
    """Not even by its ending."""
    text = in_every_way(redacted_reports({name: "" if name.endswith("docx") else "\x00\x01" * 50})).casefold()
    assert "wilhelmina" not in text
    assert "cannot be read" in text


def test_a_profile_of_the_users_own_does_not_tell_its_name(tmp_path: Path) -> None:
    """It may be called like the agency."""
    own = tmp_path / "quackenbush.toml"
    own.write_text('id = "quackenbush"\nname = "Quackenbush Agency"\nextends = "ny-preschool"\n', encoding="utf-8")
    profiles = with_own([own])
    assert not profiles.broken
    options = Options(profile="quackenbush", today=TODAY, profiles=profiles)
    report = check_bytes(PAPERS["ottoline.txt"].encode(), "a.txt", options)
    assert report.profile is not None
    assert "Quackenbush" in report.profile.name
    assert "quackenbush" not in in_every_way([redacted(report, 1)]).casefold()
