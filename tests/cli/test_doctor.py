"""`tandem doctor`: what is installed, and whether all is sound."""

from __future__ import annotations

import platform
from importlib.metadata import version as installed
from pathlib import Path

import pytest

from assistant.cli import doctor, main, version
from checkers.profile import load_profile, shipped
from checkers.registry import all_rules
from knowledge import load
from knowledge.checks import NoTextstat, Problem


def test_all_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    """With versions and numbers, for a report of something wrong."""
    assert main(["doctor"]) == 0
    out, err = capsys.readouterr()
    assert not err
    assert out.startswith(f"Tandem {version()}, Python {platform.python_version()} on {platform.system()}\n")
    assert f"  ✓ lxml {installed('lxml')}\n" in out
    profiles = ", ".join(shipped())
    assert f"Rules: {len(all_rules())}. Profiles: {profiles}. Topics: {len(load().topics)}.\n" in out
    assert out.endswith("\nAll is sound.\n")
    assert "✗" not in out


def test_a_folder_without_texts_is_no_proof(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each text that is missing is told; exit code 2."""
    assert main(["doctor", "--sources", str(tmp_path)]) == 2
    out = capsys.readouterr().out
    for source in load().sources.values():
        assert f"  ✗ sources.toml, {source.id}: there is no text “{source.text}” in {tmp_path}\n" in out
    assert "All is sound." not in out


def test_a_part_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With what to do about it."""
    monkeypatch.setattr(doctor, "_PARTS", ("tomli", "no-such-library"))
    assert main(["doctor"]) == 2
    out = capsys.readouterr().out
    assert f"  ✓ tomli {installed('tomli')}\n" in out
    assert "  ✗ no-such-library is not installed: run the set-up command of the README again.\n" in out
    assert "All is sound." not in out


def test_a_problem_of_the_content_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With its file and topic."""
    monkeypatch.setattr(doctor, "check", lambda **_: (Problem("topics/ct/a.toml, ct/x", "cites no source"),))
    assert main(["doctor"]) == 2
    assert "  ✗ topics/ct/a.toml, ct/x: cites no source\n" in capsys.readouterr().out


def test_the_sources_of_rules_are_used(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A source that only a rule cites is no source that nothing cites; without the rules it would be."""
    cited = {source for rule in all_rules() for source, _ in rule.cites}
    cited -= {citation.source for topic in load().topics for citation in topic.citations}
    monkeypatch.setattr(doctor, "all_rules", tuple)
    monkeypatch.setattr(doctor, "shipped", tuple)
    code = main(["doctor"])
    out = capsys.readouterr().out
    assert (code == 2) == bool(cited)
    for source in cited:
        assert f"  ✗ sources.toml, {source}: nothing cites this source\n" in out


def test_a_profile_that_names_a_rule_that_is_not_there_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By profile and code; as if there were one rule less."""
    named = load_profile("ny-schenectady-preschool").rules
    left = tuple(rule for rule in all_rules() if rule.code != "MED001")
    assert "MED001" in named
    monkeypatch.setattr(doctor, "all_rules", lambda: left)
    assert main(["doctor"]) == 2
    assert (
        "  ✗ The profile ny-schenectady-preschool names a rule that is not there: MED001.\n" in capsys.readouterr().out
    )


@pytest.mark.parametrize(("there", "words"), [(True, "✓ rapidocr 3.10.0, for scans"), (False, "python3 run.py ocr")])
def test_text_recognition_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, there: bool, words: str
) -> None:
    """Whether it is there, or how to get it; it is no fault where it is not."""
    monkeypatch.setattr(doctor, "has_ocr", lambda: there)
    monkeypatch.setattr(doctor, "installed", lambda part: "3.10.0" if part == "rapidocr" else installed(part))
    assert main(["doctor"]) == 0
    assert words in capsys.readouterr().out


def test_the_reading_level_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    """Where it is asked for."""
    assert main(["doctor", "--reading-level"]) == 0
    assert capsys.readouterr().out.endswith("\nAll is sound.\n")


def test_a_reading_level_that_cannot_be_reckoned_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what to do; the rest is checked all the same."""

    def broken(*, with_reading_level: bool, **_: object) -> tuple[Problem, ...]:
        if with_reading_level:
            raise NoTextstat("It is not there.")
        return (Problem("topics/ct/a.toml, ct/x", "cites no source"),)

    monkeypatch.setattr(doctor, "check", broken)
    assert main(["doctor", "--reading-level"]) == 2
    out = capsys.readouterr().out
    assert "  ✗ It is not there.\n" in out
    assert "  ✗ topics/ct/a.toml, ct/x: cites no source\n" in out
