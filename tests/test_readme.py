"""The README is true."""

import re
import subprocess
import sys
from pathlib import Path

from assistant.cli import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_generated_parts_are_fresh() -> None:
    """The table of rules and the list of places are those of the program."""
    done = subprocess.run(
        [sys.executable, "-m", "cogapp", "--check", "README.md"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"run: cog -r README.md\n{done.stdout}{done.stderr}"


def test_the_two_commands_come_first_and_are_those_of_the_checks() -> None:
    """Run it, test it; and the automatic check calls the second."""
    first, second = re.findall(r"```\n(.+?)\n```", README, re.DOTALL)[:2]
    assert first == "python3 run.py demo"
    assert second == "python3 run.py test"
    assert second in (ROOT / ".ci" / "run").read_text("utf-8")


def test_every_command_it_names_is_there() -> None:
    """No word of `tandem WORD` leads nowhere."""
    named = set(re.findall(r"^tandem (\w+)", README, re.MULTILINE)) | set(re.findall(r"`tandem (\w+)", README))
    assert named <= set(COMMANDS)


def test_every_file_it_shows_is_there() -> None:
    """Pictures and pages."""
    for target in re.findall(r"\]\(([\w./-]+)\)", README):
        assert (ROOT / target).exists(), target
