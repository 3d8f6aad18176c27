"""Every report as it was last looked at; `python -m tests.checkers.reports.make_golden` writes them anew."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkers.reports.make_golden import GOLDEN, reports

ROOT = Path(__file__).parents[3]
REPORTS = dict(reports())


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_as_it_was(name: str) -> None:
    """Byte for byte, marks and line ends included."""
    assert REPORTS[name].encode() == (GOLDEN / name).read_bytes()


def test_no_report_is_left_over() -> None:
    """Each file in the folder is one that is compared."""
    assert {path.name for path in GOLDEN.iterdir()} == set(REPORTS)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_run_gives_the_same_bytes(seed: str) -> None:
    """In a process of its own, in which sets and dictionaries of words are in another order."""
    script = "import json; from tests.checkers.reports.make_golden import reports; print(json.dumps(dict(reports())))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True,
        text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert json.loads(done.stdout) == REPORTS
