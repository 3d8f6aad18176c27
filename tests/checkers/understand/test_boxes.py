"""Checkboxes: their state and the words that belong to them."""

import pytest

from tests.checkers.understand.model import model

LABEL = "Does not meet Medicaid requirements"


@pytest.mark.parametrize(
    ("text", "checked"),
    [
        (f"[x] {LABEL}", True),
        (f"[X] {LABEL}", True),
        (f"[ ] {LABEL}", False),
        (f"[] {LABEL}", False),
        (f"(x) {LABEL}", True),
        (f"( ) {LABEL}", False),
        (f"☒ {LABEL}", True),
        (f"☑ {LABEL}", True),
        (f"☐ {LABEL}", False),
        (f"□ {LABEL}", False),
        (f"□■ {LABEL}", True),
        (f"☐X {LABEL}", True),
        (f"□✔ {LABEL}", True),
        (f"{LABEL} [x]", True),
        (f"{LABEL} [x].", True),
        (f"{LABEL} (x)", True),
        (f"{LABEL} ( )", False),
        (f"{LABEL} ☐", False),
        (f"{LABEL}: ☒", True),
        (f"__x__ {LABEL}", True),
        (f"{LABEL}: Yes", True),
        (f"{LABEL}: No", False),
        (f"| {LABEL} | ☒ |\n| a | b |", True),
        (f"| ☐ | {LABEL} |\n| a | b |", False),
    ],
)
def test_the_state_of_a_box(text: str, checked: bool) -> None:
    """Drawn or typed, before or behind its words, in the neighbour cell, or as a word."""
    boxes = [box for box in model(text).boxes if "Medicaid" in box.label]
    assert [box.checked for box in boxes] == [checked]


def test_each_box_keeps_its_own_words() -> None:
    """Both "☐ Yes ☒ No" and "Yes ☐ No ☒" both tick No; the question before them belongs to both."""
    assert [(box.label, box.checked) for box in model("Yes ☐ No ☒").boxes] == [("Yes", False), ("No", True)]
    for text in ("Meets Medicaid requirements: ☐ Yes ☒ No", "| Meets Medicaid requirements | ☐ Yes ☒ No |\n| a | b |"):
        found = [(box.label, box.checked) for box in model(text).boxes]
        assert found == [("Meets Medicaid requirements: Yes", False), ("Meets Medicaid requirements: No", True)]


@pytest.mark.parametrize(
    "text",
    [
        "● Worked on blocks",
        "■ first point",
        "f(x) = 2",
        "see (a) and (b)",
        "- [link](there)",
        "[1] Reference",
        "Present (P)   Absent (X)",
        "Absent = (X)",
    ],
)
def test_bullets_and_brackets_are_no_boxes(text: str) -> None:
    """A bullet has no empty twin on its line; brackets with other letters are text."""
    assert not model(text).boxes
