"""The report in SARIF keeps the standard."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.check import FileReport
from checkers.layout import Place
from checkers.outcome import Outcome, Severity, Spot, Verdict
from checkers.reports.manner import Manner
from checkers.reports.sarif import uri, write
from tests.checkers.reports.papers import MANNER, NOTES, checked

SCHEMA = json.loads((Path(__file__).parent / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)


def log(reports: list[FileReport], manner: Manner = MANNER) -> dict[str, Any]:
    """The report as plain values, once it is known to keep the schema."""
    found: dict[str, Any] = json.loads("".join(write(reports, manner)))
    VALIDATOR.validate(found)
    return found


def results(reports: list[FileReport], manner: Manner = MANNER) -> list[dict[str, Any]]:
    """The results of the one run."""
    found: list[dict[str, Any]] = log(reports, manner)["runs"][0]["results"]
    return found


@pytest.mark.parametrize("all_outcomes", [False, True])
def test_it_keeps_the_schema(all_outcomes: bool) -> None:
    """With findings, with what passed, and with nothing at all."""
    manner = replace(MANNER, all_outcomes=all_outcomes)
    assert log(checked(), manner)["runs"][0]["results"]
    assert not log([], manner)["runs"][0]["results"]


def test_the_schema_refuses_what_is_none() -> None:
    """The proof can fail."""
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({"version": "2.1.0", "runs": [{}]})


def test_kinds_and_levels_are_those_of_the_standard() -> None:
    """A level belongs to a failure alone (section 3.27.10); what a person has to look at is a review."""
    verdicts: list[tuple[Verdict, Severity | None]] = [(Verdict.VIOLATION, severity) for severity in Severity]
    verdicts += [(verdict, None) for verdict in Verdict if verdict is not Verdict.VIOLATION]
    outcomes = tuple(Outcome("SIG001", verdict, "…", severity=severity) for verdict, severity in verdicts)
    report = replace(checked([("a.txt", NOTES)])[0], outcomes=outcomes)
    found = [(each["kind"], each["level"]) for each in results([report], replace(MANNER, all_outcomes=True))]
    assert found == [
        ("fail", "error"), ("fail", "warning"), ("fail", "note"),
        ("review", "none"), ("pass", "none"), ("notApplicable", "none"),
    ]  # fmt: skip


def test_every_result_finds_its_rule_and_its_file() -> None:
    """By the indexes, and the rule explains itself."""
    run = log(checked())["runs"][0]
    for result in run["results"]:
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert rule["id"] == result["ruleId"]
        assert rule["help"]["text"].startswith(rule["fullDescription"]["text"])
        assert run["artifacts"][place["index"]]["location"]["uri"] == place["uri"]


def test_a_line_is_a_region_and_any_other_place_a_logical_location() -> None:
    """SARIF has no pages and no tables."""
    spots = (Spot(Place(line=7), "[ ] a box"), Spot(Place(page=2, table=1, row=3)), None)
    outcomes = tuple(Outcome("SIG001", Verdict.INCOMPLETE, "…", spot=spot) for spot in spots)
    in_text, on_page, nowhere = (
        each["locations"][0] for each in results([replace(checked([("a.txt", NOTES)])[0], outcomes=outcomes)])
    )
    assert in_text["physicalLocation"]["region"] == {"startLine": 7, "snippet": {"text": "[ ] a box"}}
    assert "region" not in on_page["physicalLocation"]
    assert on_page["logicalLocations"] == [{"fullyQualifiedName": "page 2, table 1, row 3"}]
    assert set(nowhere) == {"physicalLocation"}


def test_a_file_that_was_not_read_is_a_failure_of_the_run_too() -> None:
    """Nothing is known of it, so the run as a whole did not succeed."""
    run = log(checked())["runs"][0]
    assert run["invocations"][0]["executionSuccessful"] is False
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"].startswith("The file is empty.")
    assert log(checked([("a.txt", NOTES)]))["runs"][0]["invocations"][0]["executionSuccessful"] is True


def test_fingerprints_tell_findings_apart_and_outlive_new_lines_above() -> None:
    """So that a program knows which findings are new."""

    def marks(text: str) -> list[str]:
        return [each["partialFingerprints"]["tandemFinding/v1"] for each in results(checked([("a.txt", text)]))]

    assert len(set(marks(NOTES))) == len(marks(NOTES))
    assert marks(NOTES.replace("Progress Notes\n", "Progress Notes\n\n\n")) == marks(NOTES)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("notes/march.docx", "notes/march.docx"),
        ("my notes/50%#?.txt", "my%20notes/50%25%23%3F.txt"),
        ("c:march.txt", "c%3Amarch.txt"),
        ("../é.txt", "../%C3%A9.txt"),
    ],
)
def test_a_path_is_a_relative_uri(path: str, expected: str) -> None:
    """As it was named, from where the command was called."""
    assert uri(path) == expected


def test_a_full_path_is_a_file_uri(tmp_path: Path) -> None:
    """As Python writes it."""
    assert uri(str(tmp_path / "a b.txt")) == (tmp_path / "a b.txt").as_uri()


@given(st.text(st.characters()))
def test_any_file_name_has_a_uri(path: str) -> None:
    """In signs that stand in an address, broken names too."""
    assert uri(path).isascii()
    assert not set(uri(path)) & set(' "<>\\^`{|}')
