"""Checks in several threads of one process, as the app runs them, end as they do one after another."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "assistant" / "samples" / "to-mend"
CHECK = """
import json, sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from checkers.check import check_file
def found(path):
    report = check_file(Path(path))
    return [path, report.error, [outcome.rule for outcome in report.findings]]
paths = sys.argv[2:]
with ThreadPoolExecutor(int(sys.argv[1])) as threads:
    print(json.dumps(list(threads.map(found, paths))))
"""


def checked(threads: int) -> object:
    """What is found in a process that has checked nothing before."""
    names = ("coordination-note.docx", "speech-note.txt", "draft-iep.docx") * 2
    done = subprocess.run(
        [sys.executable, "-c", CHECK, str(threads), *(str(SAMPLES / name) for name in names)],
        check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return json.loads(done.stdout)


def test_the_first_checks_may_run_side_by_side() -> None:
    """What one makes for all others is not forgotten with the words of another's document."""
    alone = checked(1)
    assert [checked(6) for _ in range(3)] == [alone] * 3
