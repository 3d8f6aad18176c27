"""How long the commands take as a person feels it: whole processes, beside an empty Python and beside spaCy alone.

    python -m tests.benchmarks.startup [ROUNDS]

The commands take turns, so that a busy moment of the machine hits all alike, and each is run once beforehand, so that
disk and bytecode are warm. The ratio to the empty Python is taken within each round.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TANDEM = str(Path(sys.executable).with_name("tandem"))
QUESTION = "How long does the district have to evaluate my child?"
BARE = "python -c pass"


def main(rounds: int) -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "tests.benchmarks.notes", folder], check=True, capture_output=True)
        note = str(next(Path(folder).iterdir()))
        commands = {
            BARE: [sys.executable, "-c", "pass"],
            'python -c "import spacy"': [sys.executable, "-c", "import spacy"],
            "tandem --help": [TANDEM, "--help"],
            "tandem ask": [TANDEM, "ask", QUESTION],
            "tandem check, one Word file": [TANDEM, "check", note],
        }
        for command in commands.values():
            seconds(command)
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                taken[name].append(seconds(command))
    print(f"Median of {rounds} rounds, whole processes, everything warm.\n")
    print("| command | ms | times an empty Python |\n| --- | ---: | ---: |")
    for name, each in taken.items():
        ratio = statistics.median(one / bare for one, bare in zip(each, taken[BARE], strict=True))
        print(f"| `{name}` | {statistics.median(each) * 1000:.0f} | {ratio:.1f} |")


def seconds(command: list[str]) -> float:
    """How long the command takes, which must end as `check` or `ask` may: with 0 or 1."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    taken = time.perf_counter() - start
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} failed: {done.stderr}")
    return taken


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
