"""The catalogue as a whole: what holds for every rule."""

import datetime
from importlib.resources import files
from pathlib import Path

import pytest
import tomli

from checkers.check import FileReport, Options, check_bytes
from checkers.document import Kind
from checkers.outcome import Verdict
from checkers.profile import load_profile, shipped
from checkers.registry import UnknownRule, all_rules, find_rule
from checkers.rule import Rule
from tests.cases.making import profile_with, with_users_figures

CATALOGUE = {
    family: {f"{letters}{number:03}" for number in range(1, count + 1)}
    for family, letters, count in (
        ("signatures", "SIG", 8),
        ("dates", "DAT", 8),
        ("coordinator", "COO", 10),
        ("medicaid", "MED", 4),
        ("time", "TIM", 7),
        ("narrative", "ACT", 3),
        ("document", "DOC", 8),
        ("iep", "IEP", 8),
        ("ifsp", "IFS", 6),
        ("contacts", "CON", 1),
    )
}
NEVER_A_VIOLATION = {"DAT008", "SIG005", "DOC002", "DOC003"}
TOLD_IN_WORDS = {"DOC001", "DOC002"}
"""No text can be a damaged file or a scanned page: their examples describe one."""
CASES = Path(__file__).parents[2] / "cases"
TODAY = datetime.date(2026, 11, 24)

each_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
each_example = pytest.mark.parametrize(
    "rule", [rule for rule in all_rules() if rule.code not in TOLD_IN_WORDS], ids=lambda rule: rule.code
)


def report_of(rule: Rule, text: str) -> FileReport:
    """The report on a text file, with the figures that the rule asks of a user's profile."""
    return with_users_figures(rule.code, check_bytes(text.encode(), "x.txt", Options(today=TODAY)), TODAY)


def outcomes_of(rule: Rule, text: str) -> set[Verdict]:
    """The outcomes of a rule for a text file."""
    report = report_of(rule, text)
    return {outcome.verdict for outcome in report.outcomes if outcome.rule == rule.code}


def test_the_catalogue_is_complete_and_each_code_stands_once() -> None:
    """Every rule of the catalogue is there, in its family, and no other."""
    codes = [rule.code for rule in all_rules()]
    assert codes == sorted(set(codes))
    assert {family: {rule.code for rule in all_rules() if rule.family == family} for family in CATALOGUE} == CATALOGUE
    assert len(codes) == sum(map(len, CATALOGUE.values()))


def test_every_rule_runs_in_a_profile() -> None:
    """No rule is forgotten by the profiles, and no profile names a rule that is not there."""
    named = {code for profile in shipped() for code in load_profile(profile).rules}
    assert named == {rule.code for rule in all_rules()}


@each_rule
def test_a_rule_explains_itself(rule: Rule) -> None:
    """A name short enough for a list, an explanation, and the name of its file."""
    assert 0 < len(rule.name) <= 72
    assert not rule.name.endswith(".")
    assert rule.explanation.endswith(".")
    assert type(rule).__module__.rpartition(".")[2].startswith(f"{rule.code.lower()}_")


@each_rule
def test_only_rules_that_can_be_certain_have_a_severity(rule: Rule) -> None:
    """The rules of the catalogue that never report a violation have none."""
    assert (rule.severity is None) == (rule.code in NEVER_A_VIOLATION)


@each_rule
def test_every_citation_resolves(rule: Rule) -> None:
    """Sources are those of the knowledge base; only Tandem's own limits cite none."""
    sources = tomli.loads(files("knowledge").joinpath("sources.toml").read_text("utf-8"))
    assert {source for source, _ in rule.cites} <= sources.keys()
    assert all(locator for _, locator in rule.cites)
    assert rule.cites or rule.code in {"DOC001", "DOC002", "DOC003"}


@each_rule
def test_every_rule_has_cases(rule: Rule) -> None:
    """Documents that it flags, and documents that it lets pass."""
    names = {path.name.partition("-")[0] for path in (CASES / rule.code).iterdir()}
    assert names & {"violation", "incomplete"}
    assert "pass" in names


@each_example
def test_the_bad_example_is_flagged(rule: Rule) -> None:
    """By the rule itself."""
    assert outcomes_of(rule, rule.bad) & {Verdict.VIOLATION, Verdict.INCOMPLETE}


@each_example
def test_the_good_example_passes(rule: Rule) -> None:
    """The rule finds its subject there and is content."""
    assert outcomes_of(rule, rule.good) == {Verdict.PASS}


@each_example
def test_the_good_example_is_good_in_every_respect(rule: Rule) -> None:
    """No other rule finds anything in it, so that it can be copied."""
    report = report_of(rule, rule.good)
    assert not [(outcome.rule, outcome.message) for outcome in report.findings]


@each_example
def test_the_bad_example_has_that_one_fault(rule: Rule) -> None:
    """One cause, one finding."""
    report = report_of(rule, rule.bad)
    assert [outcome.rule for outcome in report.findings] == [rule.code]


@each_rule
def test_a_rule_never_stops_at_an_empty_document(rule: Rule) -> None:
    """A blank line is a document too: every rule says something of it, and none breaks down."""
    report = check_bytes(b".", "x.txt", Options(profile=profile_with(rule.code)))
    mine = [outcome for outcome in report.outcomes if outcome.rule == rule.code]
    assert mine
    assert not any("could not finish" in outcome.message for outcome in mine)
    assert Kind.UNKNOWN in rule.kinds or {outcome.verdict for outcome in mine} == {Verdict.INAPPLICABLE}


def test_a_rule_is_found_in_small_letters_too() -> None:
    """`tandem rule med001` means MED001."""
    assert find_rule("med001").code == "MED001"


def test_an_unknown_code_names_its_neighbours() -> None:
    """The message lists the rules of the same beginning."""
    with pytest.raises(UnknownRule, match=r"“MED009”.*MED001, MED002\."):
        find_rule("MED009")
