"""Which findings a waiver lets stand, and how every report shows it."""

import csv
import datetime
import io
import json
from collections.abc import Sequence
from dataclasses import replace

import jsonschema
import pytest

from checkers.check import FileReport, Options, check_bytes
from checkers.reports.formats import STATISTICS, WRITERS
from checkers.reports.grouping import found_in_words
from checkers.reports.lean import lean
from checkers.reports.manner import Order
from checkers.reports.redact import redacted
from checkers.waivers.applying import apply
from checkers.waivers.waiver import Standing, Waiver
from tests.checkers.reports.papers import MANNER, NOTES, TODAY
from tests.checkers.reports.test_sarif_report import VALIDATOR

OPTIONS = Options(today=TODAY, select=frozenset({"DAT002", "MED001", "SIG001"}))
DAY = datetime.timedelta(days=1)
REASON = "Seen by <b>the county</b> & let pass."


def report(text: str = NOTES, options: Options = OPTIONS) -> FileReport:
    """The report on a note: SIG001 in its first session and on the whole, DAT002 in the second."""
    return check_bytes(text.encode(), "march.txt", options)


def waiver(rule: str = "SIG001", *, entry: int | None = None, until: datetime.date | None = None) -> Waiver:
    """A waiver for the note as it is."""
    return Waiver(rule, REASON, "Ana Roe", TODAY - DAY, report().sha256 or "", entry, until)


def applied(waivers: Sequence[Waiver], options: Options = OPTIONS) -> FileReport:
    """The report with waivers."""
    return apply(waivers, report(), options)


def found(of: FileReport) -> list[tuple[str, int | None]]:
    """What still asks for something."""
    return [(each.rule, each.entry) for each in of.findings]


ALL = found(report())


def test_a_waiver_holds_for_the_rule_or_for_one_session() -> None:
    """What it lets stand does not count; everything else does."""
    assert set(ALL) == {("SIG001", 1), ("SIG001", None), ("DAT002", 2)}
    whole, one = applied([waiver()]), applied([waiver(entry=1)])
    assert found(whole) == [("DAT002", 2)]
    assert [each.standing for each in whole.waivers] == [Standing.HOLDS]
    assert {(each.rule, each.entry) for each in whole.waived} == {("SIG001", 1), ("SIG001", None)}
    assert set(found(one)) == {("SIG001", None), ("DAT002", 2)}


def test_what_was_decided_for_one_session_goes_before_the_general() -> None:
    """So that its own reason is shown."""
    own = replace(waiver(entry=1), reason="This one alone.")
    reasons = {each.entry: each.waiver.reason for each in applied([waiver(), own]).waived if each.waiver}
    assert reasons == {1: "This one alone.", None: REASON}


@pytest.mark.parametrize(
    ("given", "standing"),
    [
        (replace(waiver(), sha256="00" * 32), Standing.CHANGED),
        (waiver(until=TODAY - DAY), Standing.EXPIRED),
        (waiver("MED001"), Standing.UNUSED),
        (waiver(entry=7), Standing.UNUSED),
    ],
)
def test_a_waiver_that_does_not_hold_changes_nothing_and_is_told(given: Waiver, standing: Standing) -> None:
    """In words that say what to do."""
    after = applied([given])
    assert found(after) == ALL
    assert [each.standing for each in after.waivers] == [standing]
    text = " ".join("".join(WRITERS["text"]([after], MANNER)).split())
    assert f"Note: The waiver of {given.rule}" in text
    assert "Ana Roe" in text


def test_its_last_day_is_a_day_on_which_it_holds() -> None:
    """And the next is not."""
    assert len(applied([waiver(until=TODAY)]).waived) == 2
    assert not applied([waiver(until=TODAY)], replace(OPTIONS, today=TODAY + DAY)).waived


def test_a_rule_that_was_not_asked_for_says_nothing_of_its_waivers() -> None:
    """Whether they are needed was not looked at."""
    assert not applied([waiver("MED001")], replace(OPTIONS, select=frozenset({"SIG"}))).waivers


# --- reports -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["text", "csv", "json", "jsonl", "sarif", "html"])
def test_every_report_shows_what_is_waived_with_reason_and_name(name: str) -> None:
    """As words, whatever they hold."""
    text = "".join(WRITERS[name]([lean(applied([waiver()]))], MANNER))
    shown = REASON.replace("<b>", "&lt;b&gt;").replace("</b>", "&lt;/b&gt;").replace(" & ", " &amp; ")
    assert (shown if name == "html" else REASON) in " ".join(text.split())
    assert "Ana Roe" in text


@pytest.mark.parametrize("name", WRITERS)
def test_a_redacted_report_names_neither_reason_nor_name(name: str) -> None:
    """Both may be about a child; that it is waived is still told."""
    text = "".join(WRITERS[name]([redacted(applied([waiver(), waiver("MED001")]), 1)], MANNER))
    assert "Ana Roe" not in text
    assert "the county" not in text
    assert "aived" in text


def test_json_adds_to_the_shape_and_takes_nothing_away() -> None:
    """`waived` at the outcome, the waivers and their standing at the file, the sums."""
    whole = json.loads("".join(WRITERS["json"]([applied([waiver(), waiver("MED001")])], MANNER)))
    (file,) = whole["files"]
    assert [each["standing"] for each in file["waivers"]] == ["holds", "unused"]
    waived = [each["waived"] for each in file["outcomes"] if "waived" in each]
    expected = {"rule": "SIG001", "entry": None, "reason": REASON, "by": "Ana Roe", "on": "2026-05-31", "until": None}
    assert waived == [expected] * 2
    assert whole["summary"]["violations"]["error"] == 1
    assert whole["summary"]["waived"] == 2
    plain = json.loads("".join(WRITERS["json"]([report()], MANNER)))
    assert not {"waivers", "waiver_error", "known"} & plain["files"][0].keys()


def test_sarif_says_it_in_its_own_way() -> None:
    """As suppressions, which all results have then, or none (section 3.27.23)."""
    log = json.loads("".join(WRITERS["sarif"]([applied([waiver()])], MANNER)))
    VALIDATOR.validate(log)
    results = log["runs"][0]["results"]
    assert [bool(each["suppressions"]) for each in results].count(True) == 2
    assert len(results) == 3
    log = json.loads("".join(WRITERS["sarif"]([applied([waiver("MED001")])], MANNER)))
    VALIDATOR.validate(log)
    (told,) = log["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"].startswith("The waiver of MED001 is not used")
    log = json.loads("".join(WRITERS["sarif"]([report()], MANNER)))
    assert not any("suppressions" in each for each in log["runs"][0]["results"])
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({**log, "version": 2})


def test_nobody_has_to_mend_what_is_waived() -> None:
    """By owner it stands apart; by rule, in its place; it is counted apart."""
    reports = [lean(applied([waiver()]))]
    by_owner = "".join(WRITERS["text"](reports, replace(MANNER, by=Order.OWNER)))
    assert "The provider can mend 1 finding\n" in by_owner
    assert "Nobody has to mend 2 findings: waived\n" in by_owner
    by_rule = "".join(WRITERS["text"](reports, replace(MANNER, by=Order.RULE)))
    assert by_rule.count("~ Waived") == 2
    counts = json.loads("".join(STATISTICS["json"](reports, MANNER)))
    assert [(each["rule"], each.get("waived")) for each in counts] == [("SIG001", True), ("DAT002", None)]
    assert found_in_words(reports) == "1 error, 2 waived"
    assert found_in_words([applied([waiver(), waiver("DAT002")])]) == "nothing to correct, 3 waived"


def test_a_table_has_the_waiver_in_its_last_column() -> None:
    """And nothing in it where nothing is waived."""
    text = "".join(WRITERS["csv"]([applied([waiver()])], MANNER)).removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [bool(row["waived"]) for row in rows] == [row["rule"] == "SIG001" for row in rows]
