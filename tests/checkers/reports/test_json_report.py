"""The JSON report has the promised shape."""

import datetime
import json

from checkers.check import FileReport, Options, check_bytes
from checkers.layout import Place
from checkers.outcome import Spot
from checkers.registry import find_rule
from checkers.reports.json import file_object, location_object, report_json, summary_object, write_lines
from checkers.reports.manner import Manner

OPTIONS = Options(today=datetime.date(2026, 6, 1))


def report(text: str, name: str = "notes/march.txt") -> FileReport:
    """The report on a text."""
    return check_bytes(text.encode(), name, OPTIONS)


def test_a_finding_has_everything_a_program_needs() -> None:
    """Rule, outcome, severity, entry, message, fix, location and citations."""
    found = file_object(report(find_rule("MED001").bad))
    assert found["path"] == "notes/march.txt"
    assert found["kind"] == "progress_note"
    assert found["profile"] == "ny-schenectady-preschool"
    assert found["error"] is None
    assert len(found["sha256"]) == 64
    assert found["entries"] == [{"entry": 1, "date": "2026-03-03", "activity": "coordination"}]
    (outcome,) = found["outcomes"]
    keys = ["rule", "outcome", "severity", "entry", "message", "fix", "location", "citations", "owner"]
    assert list(outcome) == keys
    assert outcome["owner"] == "provider"
    assert (outcome["rule"], outcome["outcome"], outcome["severity"], outcome["entry"]) == (
        "MED001",
        "violation",
        "error",
        1,
    )
    assert outcome["location"] == {"part": "body", "line": 6, "text": "[ ] Does not meet Medicaid requirements"}
    assert outcome["citations"][0] == {
        "source": "schenectady-coordination",
        "locator": "The Reimbursement Process, item 5",
    }


def test_passes_are_listed_only_on_request() -> None:
    """And then every rule of the profile says something."""
    good = report(find_rule("MED001").good)
    assert file_object(good)["outcomes"] == []
    outcomes = file_object(good, all_outcomes=True)["outcomes"]
    assert {each["outcome"] for each in outcomes} == {"pass", "inapplicable"}
    assert good.profile is not None
    assert {each["rule"] for each in outcomes} == good.profile.rules


def test_an_unreadable_file_has_its_error_and_a_doc001() -> None:
    """Nothing was read, so kind and profile are not known."""
    found = file_object(report("", "empty.docx"))
    assert found["error"]
    assert (found["kind"], found["profile"], found["entries"]) == ("unknown", None, [])
    assert [each["rule"] for each in found["outcomes"]] == ["DOC001"]
    assert found["outcomes"][0]["location"] is None


def test_the_text_of_a_location_is_short_and_harmless() -> None:
    """At most 80 characters, control characters as symbols."""
    found = location_object(Spot(Place(page=2, table=1, row=3, cell=4), "a\x1b[31m\tb" + "x" * 100))
    assert found is not None
    assert list(found) == ["page", "part", "table", "row", "cell", "text"]
    assert len(found["text"]) == 80
    assert found["text"].startswith("a␛[31m␉b")


def test_the_whole_report_is_counted_up() -> None:
    """Files, unreadable ones, violations by severity, and what has to be looked at."""
    reports = [report(find_rule("MED001").bad), report(find_rule("SIG005").bad), report("", "empty.txt")]
    text = report_json(
        [file_object(each) for each in reports], summary_object(reports), version="1.2", today=datetime.date(2026, 6, 1)
    )
    found = json.loads(text)
    assert found["tool"] == {"name": "tandem", "version": "1.2"}
    assert found["today"] == "2026-06-01"
    assert len(found["files"]) == 3
    assert found["packets"] == []
    assert found["summary"] == {
        "files": 3,
        "unreadable": 1,
        "violations": {"error": 2, "warning": 0, "advice": 0},
        "incomplete": 1,
    }


def test_a_line_of_jsonl_is_one_line_for_any_pipe() -> None:
    """Quotation marks of documents are escaped, so that no encoding can spoil them."""
    (line,) = write_lines([report(find_rule("SIG001").bad)], Manner("1.2", datetime.date(2026, 6, 1)))
    assert line.endswith("}\n")
    assert line.count("\n") == 1
    assert line.isascii()
    assert json.loads(line)["path"] == "notes/march.txt"
