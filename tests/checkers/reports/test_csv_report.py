"""The table for spreadsheets: whole, and without a formula."""

import csv
import io
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from checkers.reports.csv import COLUMNS, harmless, write
from tests.checkers.reports.papers import HOSTILE, MANNER, checked

SOFFICE = shutil.which("localc") and shutil.which("soffice")
"""Only where its spreadsheets are installed too."""
TRIGGERS = tuple("=+-@＝＋－＠")
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def rows(text: str) -> list[dict[str, str]]:
    """The rows as the csv module reads them."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_every_finding_is_a_row_an_unreadable_file_among_them() -> None:
    """With its place, its words, and who can mend it."""
    reports = checked()
    found = rows("".join(write(reports, MANNER)))
    assert [(row["file"], row["rule"]) for row in found] == [
        (harmless(report.path), outcome.rule)
        for report in reports
        for outcome in sorted(report.findings, key=lambda each: (each.entry or 0, each.severity is None))
    ]
    (unread,) = (row for row in found if row["file"] == "march/empty.docx")
    assert (unread["rule"], unread["message"], unread["kind"]) == ("DOC001", "The file is empty.", "")
    (box,) = (row for row in found if row["rule"] == "MED001")
    expected = {
        "file": "march/coordination.txt", "kind": "Progress note", "profile": "ny-schenectady-preschool", "entry": "1",
        "date": "2026-03-04", "outcome": "violation", "severity": "error", "owner": "provider", "part": "body",
        "line": "7", "text": "[ ] Does not meet Medicaid requirements", "page": "",
    }  # fmt: skip
    assert expected.items() <= box.items()
    assert "The Reimbursement Process, item 5" in box["sources"]


def test_the_file_is_what_excel_and_rfc_4180_want() -> None:
    """A byte order mark, then lines that end in CR LF, all with the same number of cells."""
    text = "".join(write(checked(), MANNER))
    assert text.startswith("\ufefffile,")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert {len(row) for row in csv.reader(io.StringIO(text[1:], newline=""))} == {len(COLUMNS)}


def cells(text: str, parted_by: str) -> Iterable[str]:
    """The cells of a table as a program reads it that parts them by another sign."""
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=parted_by):
        yield from row


ROW = st.lists(st.text(alphabet="=+-@＝;,\"' a\t\r\n") | st.text(), min_size=1)


@example([["1;=2"]])
@example([["a", 'b;" =2'], ["=1"]])
@given(st.lists(ROW, min_size=1))
def test_no_cell_is_a_formula_by_commas_or_by_semicolons(table: list[list[str]]) -> None:
    """Whatever a document says, also where a spreadsheet parts the cells at semicolons."""
    out = io.StringIO()
    csv.writer(out).writerows([harmless(text) for text in row] for row in table)
    for parted_by in ",;":
        for cell in cells(out.getvalue(), parted_by):
            assert not cell.lstrip(' "\t\r\n\u00a0').startswith(TRIGGERS)


@given(st.text(alphabet="abc (){}.:!?/%&1234", max_size=50))
def test_other_words_stay_as_they_are(text: str) -> None:
    """Nothing is added where nothing has to be."""
    assert harmless(text) == text


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice Calc is not installed")
def test_libreoffice_opens_it_as_words_alone(tmp_path: Path) -> None:
    """The same cells as the csv module, in the right alphabet, and not one formula."""
    text = "".join(write(checked([("=1+1.txt", HOSTILE), ("é.txt", HOSTILE), ("-2.txt", "")]), MANNER))
    table = in_libreoffice(text, tmp_path)
    assert not table.xpath("//@*[local-name()='formula']")
    words = ["".join(map(str, cell.itertext())).strip() for cell in table.iter(f"{TABLE}table-cell")]
    assert {"'=1+1.txt", "é.txt", "'-2.txt"} <= set(words)
    assert any("=HYPERLINK" in each for each in words)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice Calc is not installed")
def test_libreoffice_would_have_found_a_formula(tmp_path: Path) -> None:
    """The proof can fail."""
    assert in_libreoffice('"=1+1"\r\n', tmp_path).xpath("//@*[local-name()='formula']")


def in_libreoffice(text: str, folder: Path) -> etree._Element:
    """The table as LibreOffice opens it."""
    (folder / "report.csv").write_bytes(text.encode())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    as_utf_8 = "--infilter=Text - txt - csv (StarCalc):44,34,UTF8,1"  # without its window it does not look for the mark
    command = [
        str(SOFFICE),
        profile,
        "--headless",
        as_utf_8,
        "--convert-to",
        "fods",
        "--outdir",
        str(folder),
        "report.csv",
    ]
    subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=180)
    return etree.parse(folder / "report.fods").getroot()
