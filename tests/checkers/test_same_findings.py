"""The same text as Word, PDF and plain text gives the same findings; and any file at all gives a report."""

from __future__ import annotations

import io
import textwrap
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from checkers.check import FileReport, Options, check_bytes
from checkers.layout import lines_of
from tests.cases.making import FOLDER, TODAY
from tests.documents.pdf import drawn

OPTIONS = Options(profile="ny-schenectady-preschool", today=TODAY)
TEXTS = sorted(path for path in FOLDER.glob("*/*.txt") if "markdown" not in path.name and "|" not in path.read_text())
_PAGE = 48
"""Lines a page."""


def as_word(text: str) -> bytes:
    """One paragraph a line."""
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_pdf(text: str) -> bytes:
    """Typewriter letters, so that columns of spaces stay columns; long lines wrapped as a printer does."""
    lines = [piece for line in text.splitlines() for piece in (textwrap.wrap(line, 92, drop_whitespace=False) or [""])]

    def page(canvas: Canvas) -> None:
        first = (canvas.getPageNumber() - 1) * _PAGE
        canvas.setFont("Courier", 9)
        for number, line in enumerate(lines[first : first + _PAGE]):
            canvas.drawString(50, 740 - 14 * number, line)

    return drawn(*[page] * (len(lines) // _PAGE + 1))


def findings(report: FileReport) -> list[tuple[str, str, int, str]]:
    """What a report says, without the places; DOC001, DOC002 and DOC007 speak of the format itself."""
    spoken = [each for each in report.outcomes if each.rule not in ("DOC001", "DOC002", "DOC007")]
    return sorted((each.rule, each.verdict.value, each.entry or 0, each.message) for each in spoken)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_format_makes_no_difference(path: Path) -> None:
    """The same words in the same order, whatever program wrote them."""
    text = path.read_text("utf-8")
    plain = findings(check_bytes(text.encode(), "a.txt", OPTIONS))
    assert findings(check_bytes(as_word(text), "a.docx", OPTIONS)) == plain
    assert findings(check_bytes(as_pdf(text), "a.pdf", OPTIONS)) == plain


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(st.binary(max_size=2_000), st.text(max_size=500).map(str.encode)), st.sampled_from(("docx", "pdf", "txt"))
)
def test_any_file_at_all_gets_a_report(data: bytes, suffix: str) -> None:
    """Under any name; and every place that a finding names is in the document."""
    report = check_bytes(data, f"a.{suffix}", OPTIONS)
    assert report.error or report.doc
    assert all(each.message for each in report.outcomes)
    if report.doc is not None:
        places = {line.place for line in lines_of(report.doc.reading.blocks)}
        assert all(each.spot is None or each.spot.place in places for each in report.outcomes)
