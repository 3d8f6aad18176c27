"""Reading and writing: what leads back, to the menu and out, at every prompt."""

from __future__ import annotations

import pytest

from assistant.plain.console import Back, Left, ToMenu
from tests.plain.plain_driver import flat, session


@pytest.mark.parametrize(
    ("said", "leads"), [("b", Back), (" B ", Back), ("back", Back), ("m", ToMenu), ("q", Left), ("quit", Left)]
)
def test_letters_lead_away(said: str, leads: type[Exception]) -> None:
    """In capitals or not."""
    held, _ = session([said])
    with pytest.raises(leads):
        held.console.ask("Name:")


def test_a_question_mark_helps_and_asks_again() -> None:
    """With what can be typed everywhere."""
    held, written = session(["?", "Ana"])
    assert held.console.ask("Name:", "A name.") == "Ana"
    assert "A name.\nAt every prompt: ? help, b back, m main menu, q leave.\nName: Ana\n" in "".join(written)


def test_the_end_of_the_input_leaves() -> None:
    """Without a question, as nobody is there to answer; whether anything was heard is known."""
    held, _ = session(["x"])
    held.console.would_lose = lambda: "all"
    assert not held.console.heard
    assert held.console.ask("Name:") == "x"
    with pytest.raises(Left):
        held.console.ask("Name:")
    assert held.console.heard


def test_leaving_asks_once_where_something_would_be_lost() -> None:
    """No stays at the same prompt."""
    held, written = session(["q", "no", "Ana", "q", "yes"])
    held.console.would_lose = lambda: "the conversation"
    assert held.console.ask("Name:") == "Ana"
    with pytest.raises(Left):
        held.console.ask("Name:")
    assert flat("".join(written)).startswith("Name: q Leaving loses the conversation. Leave? Yes or no: no You stay.")


def test_ctrl_c_at_a_prompt_is_leaving_and_twice_is_meant() -> None:
    """As q is."""
    held, _ = session([None])
    with pytest.raises(Left):
        held.console.ask("Name:")
    held, _ = session([None, None])
    held.console.would_lose = lambda: "all"
    with pytest.raises(Left):
        held.console.ask("Name:")


def test_yes_or_no_takes_nothing_else() -> None:
    """It asks until it is one of them."""
    held, written = session(["maybe", "", "YES"])
    assert held.console.sure("Sure?")
    assert "".join(written).count("Please type yes or no.") == 2
    held, _ = session(["n"])
    assert not held.console.sure("Sure?")


@pytest.mark.parametrize(("width", "longest"), [(40, 40), (200, 72), (0, 20)])
def test_lines_are_as_wide_as_the_terminal_and_never_too_wide(width: int, longest: int) -> None:
    """A terminal that tells no width gets short lines."""
    held, written = session([], width=width)
    held.console.say("a word " * 100)
    assert longest - 7 <= max(map(len, "".join(written).splitlines())) <= longest


def test_without_an_echo_what_is_typed_is_not_written() -> None:
    """A terminal shows it."""
    held, written = session(["Ana"])
    held.console.echo = False
    held.console.ask("Name:")
    assert "".join(written) == "Name: "
