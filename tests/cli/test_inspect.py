"""`tandem inspect`: what is said of scans."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.cli import inspect, main
from checkers.check import FileReport, Options, check_file


@pytest.fixture
def _recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if every file had been read by text recognition, on its pages 1 and 3."""

    def check(path: Path, options: Options) -> FileReport:
        report = check_file(path, options)
        assert report.doc
        return replace(report, doc=replace(report.doc, reading=replace(report.doc.reading, ocr_pages=(1, 3))))

    monkeypatch.setattr(inspect, "check_file", check)


@pytest.mark.usefixtures("_recognised")
def test_pages_read_by_text_recognition_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For people and for programs."""
    note = tmp_path / "note.txt"
    note.write_text("Progress Note\nChild: Ava Chen\n", encoding="utf-8")
    assert main(["inspect", str(note)]) == 0
    assert "Read from a scan by text recognition: page 1, 3." in capsys.readouterr().out
    assert main(["inspect", "--format", "json", str(note)]) == 0
    assert json.loads(capsys.readouterr().out)["ocr_pages"] == [1, 3]
