"""Every document under `tests/cases/CODE/` gets the outcome that its name says."""

from collections import Counter
from pathlib import Path

import pytest

from checkers.check import Options, check_file
from checkers.outcome import Verdict
from checkers.registry import all_rules
from tests.cases.make_cases import all_cases
from tests.cases.making import FOLDER, TODAY, profile_with, with_users_figures

FILES = sorted(path for path in FOLDER.glob("*/*-*") if path.is_file() and path.suffix != ".pyc")
_STRONGEST = (Verdict.VIOLATION, Verdict.INCOMPLETE, Verdict.PASS, Verdict.INAPPLICABLE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_outcome_is_the_one_in_the_name(path: Path) -> None:
    """The strongest outcome of the folder's rule is the expected one."""
    report = check_file(path, Options(today=TODAY, profile=profile_with(path.parent.name)))
    report = with_users_figures(path.parent.name, report, TODAY)
    found = [outcome for outcome in report.outcomes if outcome.rule == path.parent.name]
    strongest = next((verdict for verdict in _STRONGEST if any(each.verdict is verdict for each in found)), None)
    assert strongest == path.name.partition("-")[0], [f"{each.verdict}: {each.message}" for each in found]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_has_its_cases(rule: object) -> None:
    """At least two faults and two passes, in at least two formats."""
    code = rule.code  # type: ignore[attr-defined]
    mine = [path for path in FILES if path.parent.name == code]
    verdicts = Counter(path.name.partition("-")[0] for path in mine)
    assert verdicts["violation"] + verdicts["incomplete"] >= 2
    assert verdicts["pass"] >= 2
    assert len({path.suffix for path in mine}) >= 2


def test_the_committed_documents_are_those_of_the_script() -> None:
    """Nobody changed the script and forgot to run it."""
    paths = [case.path for case in all_cases()]
    assert not [path.name for path in paths if not path.exists()]
    assert not [path.name for path, count in Counter(paths).items() if count > 1]
