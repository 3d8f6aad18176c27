"""`tandem calc`: the list, a calculation as text and as JSON, and words that are no figures."""

from __future__ import annotations

import json

import pytest

from assistant.cli import main
from assistant.cli.calc import CALCULATIONS

FIGURES = {
    "coordination-units": "35 20 --claimed 2",
    "offset": "$450,000 250000 --section-619 55000 --ceis all",
    "early-intervening": "450000 --section-619 55,000.00",
    "integrated-share": "5 20 --price 400",
    "vendor-funding": "10000 3 1 --related-only 2",
}


def test_without_a_name_it_lists_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    """As text and as JSON."""
    assert main(["calc"]) == 0
    text = capsys.readouterr().out
    assert all(name in text for name in CALCULATIONS)
    assert max(map(len, text.splitlines())) <= 80
    assert main(["calc", "--format", "json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == set(CALCULATIONS) == set(FIGURES)


@pytest.mark.parametrize("name", CALCULATIONS)
def test_each_is_written_with_its_steps_and_its_source(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The same results in both ways of writing."""
    words = ["calc", name, *FIGURES[name].split()]
    assert main(words) == 0
    text = capsys.readouterr().out
    assert "Step by step:" in text
    assert "Where it stands:" in text
    assert max(map(len, text.splitlines())) <= 80
    assert main([*words, "--format", "json"]) == 0
    worked = json.loads(capsys.readouterr().out)
    assert all(f"  - {each['shown']}: " in text for each in worked["results"].values())
    assert worked["steps"]
    assert worked["citations"]


def test_the_format_may_stand_before_the_name(capsys: pytest.CaptureFixture[str]) -> None:
    """As with the list."""
    assert main(["calc", "--format", "json", "offset", "450000", "250000"]) == 0
    assert json.loads(capsys.readouterr().out)["results"]["offset"]["exact"] == "100000"


@pytest.mark.parametrize(
    "words",
    ["offset 1e5 3", "offset -5 3", "offset 4,50 3", "integrated-share ５ 20", "integrated-share 5", "no-such 1",
     "coordination-units 20.5", "vendor-funding 5 1 3", "integrated-share 3 2", "offset 10 5 --ceis 9"],
)  # fmt: skip
def test_wrong_figures_are_said_and_end_with_two(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is worked out of them."""
    assert main(["calc", *words.split()]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "tandem calc" in told.err
