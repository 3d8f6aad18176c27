"""The matrix: one item of a paper, filled or empty, in every container and encoding that papers come in."""

from __future__ import annotations

from functools import cache

from tests.documents.matrix import office, pdf, texts, word
from tests.documents.matrix.variants import Case, cases_of


@cache
def cases() -> tuple[Case, ...]:
    """All cases. Those that LibreOffice makes are left out where it is not installed."""
    return cases_of([*word.variants(), *pdf.variants(), *texts.variants(), *office.variants()])
