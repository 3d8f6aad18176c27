"""A placeholder that names its own label is a placeholder, wherever it stands."""

import pytest

from checkers.words import label_key


@pytest.mark.parametrize(
    "words", ["[Child's Name]", "{{name}}", "<Date of Service>", "«Provider»", " [Session Notes] "]
)
def test_words_in_brackets_of_a_template_are_no_label(words: str) -> None:
    """They hold the place of a value."""
    assert label_key(words) is None


@pytest.mark.parametrize(
    ("words", "key"), [("Child's Name (first, last)", "child_name"), ("(Date of Service)", "service_date")]
)
def test_round_brackets_are_a_remark(words: str, key: str) -> None:
    """And the label stays one."""
    assert label_key(words) == key


@pytest.mark.parametrize(
    "words",
    ["Session notes / progress toward annual goals", "Progress toward annual goals", "Summary of session activities"],
)
def test_a_narrative_is_told_by_its_words(words: str) -> None:
    """In whatever order a form puts them."""
    assert label_key(words) == "narrative"


@pytest.mark.parametrize("words", ["Annual goals", "Progress report", "Goals addressed", "Session"])
def test_what_only_shares_a_word_with_a_narrative_is_none(words: str) -> None:
    """A goal, a report and a session are things of their own."""
    assert label_key(words) != "narrative"
