"""Of options printed side by side, the one that stands out is chosen; where that is not plain, none is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.layout import STRUCK, Emphasis
from checkers.understand.choices import choices_in
from tests.checkers.understand.model import model


def chosen(text: str) -> str | None:
    """The words of the option that a text in Markdown chooses; None for none."""
    options = [box for box in model(text).boxes if box.option]
    assert sum(bool(box.checked) for box in options) == bool(options)
    return next((box.label.rpartition(": ")[2] for box in options if box.checked), None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Meets Medicaid requirements: **Yes** / No", "Yes"),
        ("Meets Medicaid requirements:   Yes   **No**", "No"),
        ("Meets Medicaid requirements **Yes** or No", "Yes"),
        ("**Meets Medicaid requirements:** Yes / **No**", "No"),
        ("Meets Medicaid requirements (circle one): Y | **N**", "N"),
        ("Meets Medicaid requirements? *Yes* / No", "Yes"),
        ("Meets Medicaid requirements? Yes / (No)", "No"),
        ("Meets Medicaid requirements? [Yes] No", "Yes"),
        ("Meets Medicaid requirements: Yes / ~~No~~", "Yes"),
        ("Meets Medicaid requirements: ~~Yes~~ / **No**", "No"),
        ("Meets Medicaid requirements: Ⓨ / N", "Y"),
        ("Meets Medicaid requirements: Y / N\u20dd", "N"),
        ("Type of session: **Individual** / Group", "Individual"),
        ("Met   **Not met**", "Not met"),
        ("Activity: Direct / Consultation / **Coordination of Services**", "Coordination of Services"),
        (
            "Meets Medicaid requirements / **Does not meet Medicaid requirements**",
            "Does not meet Medicaid requirements",
        ),
        ("| Meets Medicaid requirements | Yes | **No** |\n| a | b | c |", "No"),
    ],
)
def test_the_option_that_stands_out(text: str, words: str) -> None:
    """In bold, between signs, circled, or left standing; on a line or in cells."""
    assert chosen(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Meets Medicaid requirements: Yes / No",
        "Meets Medicaid requirements: YES / no",
        "Meets Medicaid requirements: (Yes / No)",
        "Meets Medicaid requirements: (Yes) / (No)",
        "Meets Medicaid requirements: **Yes** / **No**",
        "Meets Medicaid requirements: **Yes / No**",
        "**Meets Medicaid requirements: Yes / No**",
        "**Meets Medicaid requirements: Yes** / No",
        "Meets Medicaid requirements: **Y**es / No",
        "Meets Medicaid requirements: **Yes** / (No)",
        "Meets Medicaid requirements: ~~Yes~~ / ~~No~~",
        "Meets Medicaid requirements: **Yes**",
        "Activity: **Direct** / **Consultation** / Coordination of Services",
        "He answered questions with **yes** or no in all trials.",
        "Worked in a **group** / individual therapy was not held.",
        "# Individual / Group",
        "| Meets Medicaid requirements | **Yes** | **No** |\n| a | b | c |",
        "[ ] Yes / [ ] No",
    ],
)
def test_nothing_is_chosen(text: str) -> None:
    """None, both, a part, the label's own style, looks that disagree, prose."""
    assert chosen(text) is None


def test_the_chosen_option_is_the_fields_value() -> None:
    """Not the whole row of options."""
    field = model("Activity: Direct / **Coordination of Services**").first("activity")
    assert field is not None
    assert field.value == "Coordination of Services"


@given(
    st.lists(st.sampled_from(["Yes", "No", " / ", "   ", "(", ")", "**", "*", "[", "]", "~~", "Group", "x", ": "])),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(["in bold", "underlined", STRUCK]))),
)
def test_one_of_two_or_more_is_chosen_and_stands_in_the_text(
    pieces: list[str], spans: list[tuple[int, int, str]]
) -> None:
    """Whatever stands out where: no choice without its chosen option, and no words that are not there."""
    text = "".join(pieces)
    options = list(choices_in(text, [Emphasis(*span) for span in spans]))
    places = [text[option.start : option.end] for option in options]
    assert all(option.words in place for option, place in zip(options, places, strict=True))
    assert any(option.checked for option in options) == bool(options)
    assert len(options) >= 2 * sum(option.checked for option in options)
