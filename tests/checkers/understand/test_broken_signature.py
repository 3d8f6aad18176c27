"""An electronic signature that a narrow column broke over two lines."""

import pytest

from checkers.document import Evidence
from tests.checkers.understand.model import model

NOTE = "Progress Note\nChild's Name: Ana Diaz\nDate of Service: 3/3/2026\nSession Notes: Ana climbed five stairs.\n"


@pytest.mark.parametrize("below", ["Jo Hill on 3/3/2026 9:15 AM", "Jo Hill, PT, DPT on 3/3/2026", "Jo Hill"])
def test_the_name_on_the_next_line_signs(below: str) -> None:
    """With its titles and its day, or alone."""
    found = model(f"{NOTE}Provider Signature: Electronically signed by\n{below}\n").signatures
    assert [(each.evidence, each.name) for each in found] == [(Evidence.ELECTRONIC, "Jo Hill")]


def test_words_that_nobody_follows_are_no_signature() -> None:
    """The form prints them."""
    found = model(
        f"{NOTE}Provider Signature: Electronically signed by\nPlease keep a copy for your records.\n"
    ).signatures
    assert [each.evidence for each in found] == [Evidence.STAND_IN]
