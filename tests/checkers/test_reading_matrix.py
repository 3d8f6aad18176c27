"""Every container and encoding: what is filled in is found, what is empty is seen, and nothing else is said.

`python -m tests.benchmarks.reading_matrix` prints the same as a table.
"""

from __future__ import annotations

import pytest

from tests.checkers.known_gaps import KNOWN_GAPS
from tests.checkers.reading_matrix import fault, reading_of, right
from tests.documents.matrix import cases, office
from tests.documents.matrix.variants import ITEMS, Case

CASES = cases()


@pytest.fixture(scope="module", autouse=True)
def _libreoffice(request: pytest.FixtureRequest) -> None:
    """LibreOffice converts its files beside the first tests, where any of its cases is to be run."""
    if any("by LibreOffice" in item.name for item in request.session.items):
        office.begin()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.key)
def test_a_case_is_read_right_or_is_a_known_gap(case: Case) -> None:
    """A gap that is closed fails here too, so that the list of gaps stays true."""
    reading = reading_of(case)
    if case.key in KNOWN_GAPS:
        assert not right(case, reading), "This gap is closed: take it out of tests/checkers/known_gaps.py."
        now, then = fault(case, reading), fault(case, KNOWN_GAPS[case.key])
        assert now == then, f"This gap is another one now: {reading!r}. Say so in tests/checkers/known_gaps.py."
    else:
        assert right(case, reading), f"{case.key} is read as: {reading}"


def test_the_gaps_are_cases_of_the_matrix() -> None:
    """None is left over from a case that is gone."""
    keys = {case.key for case in CASES}
    known = {key for key in KNOWN_GAPS if office.SOFFICE or "by LibreOffice" not in key}
    assert known <= keys
    assert len(keys) == len(CASES), "two cases have the same name"


@pytest.mark.parametrize("item", ITEMS)
def test_filled_and_empty_differ(item: str) -> None:
    """Each side of a variant is a file of its own, and the same at every run."""
    for case in (case for case in CASES if case.variant.item == item and case.filled):
        if len(case.variant.sides) > 1 and "LibreOffice" not in case.variant.format:
            assert case.data() != Case(case.variant, filled=False).data(), case.key
