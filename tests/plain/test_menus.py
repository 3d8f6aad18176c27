"""Choices: by number, by first words, and what is said of what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.plain.console import Back
from assistant.plain.menus import Choice, Menu, Unclear, choose, chosen, offer
from assistant.plain.portions import heading, pick, portion, read
from tests.plain.plain_driver import flat, harmless, session

WORDS = ["Check documents", "Check again", "Ask a question"]


def test_a_choice_is_made_by_number_or_first_words() -> None:
    """In capitals or not; all the words before those of a longer choice."""
    assert [chosen(each, WORDS) for each in ("1", "2", "3")] == [0, 1, 2]
    assert chosen("ASK", WORDS) == 2
    assert chosen("check  d", WORDS) == 0
    assert chosen("read", ["Read on", "Read"]) == 1


@pytest.mark.parametrize("wrong", ["0", "4", "-1", "99999999999999999999", "²", "xyzzy", "", "1.", "heck"])
def test_what_is_no_choice_says_what_is_possible(wrong: str) -> None:
    """And repeats no more of it than is needed."""
    with pytest.raises(Unclear, match="Type a number from 1 to 3, or the first words"):
        chosen(wrong, WORDS)


def test_what_might_be_several_names_them() -> None:
    """With their numbers."""
    with pytest.raises(Unclear, match=r"1\. Check documents; 2\. Check again"):
        chosen("check", WORDS)


@given(st.text(), st.lists(st.text(), max_size=5))
def test_any_answer_is_a_choice_or_unclear(said: str, words: list[str]) -> None:
    """Nothing else comes of it, and a long answer is not repeated to its end."""
    try:
        made, told = chosen(said, words), ""
    except Unclear as unclear:
        made, told = 0, str(unclear)
    assert told.startswith(("There is no choice", "Which of these")) or (not told and made < len(words))
    assert len(told) < 200 + sum(map(len, words))


def test_a_menu_is_offered_until_somebody_goes_back() -> None:
    """Enter says it again, 0 and b go back, a wrong answer asks again without saying it all again."""
    done: list[str] = []
    held, written = session(["", "9", "first", "0"])
    with pytest.raises(Back):
        offer(held.console, lambda: Menu("Title.", [Choice("First", lambda: done.append("first"))]))
    assert done == ["first"]
    text = harmless("".join(written))
    assert text.count("Title.") == 3
    assert "There is no choice “9”. Type 1 or the first words." in flat(text)


def test_back_out_of_a_choice_leads_to_the_menu() -> None:
    """And not further."""
    held, written = session(["1", "b"])

    def go_back() -> None:
        raise Back

    with pytest.raises(Back):
        offer(held.console, lambda: Menu("Title.", [Choice("First", go_back)]))
    assert "".join(written).count("Title.") == 2


def test_one_thing_is_chosen_of_many_of_the_same_name() -> None:
    """By its number."""
    held, _ = session(["2"])
    assert choose(held.console, "Which?", ["Same", "Same"]) == 1


# --- portions ------------------------------------------------------------------------------------------------------


@given(st.integers(0, 500), st.integers(0, 100))
def test_portions_hold_all_in_turn(total: int, number: int) -> None:
    """Each is in sight once before the first comes again."""
    shown = portion(number, total)
    assert len(shown) <= 20
    count = max(1, -(-total // 20))
    assert [index for each in range(count) for index in portion(each, total)] == list(range(total))
    assert portion(number + count, total) == shown


def test_a_portion_says_which_it_is() -> None:
    """Where there are more than one."""
    assert heading(range(20, 40), 150) == "21 to 40 of 150."
    assert heading(range(3), 3) == ""


def test_one_is_picked_from_a_long_list_by_its_number_in_all() -> None:
    """Whichever portion is in sight; Enter goes on, and round again."""
    picked: list[int] = []
    held, written = session(["", "45", "", "", "3", "0"])
    with pytest.raises(Back):
        pick(held.console, lambda: "List.", lambda: [f"item {n}" for n in range(1, 51)], picked.append)
    assert picked == [44, 2]
    text = "".join(written)
    assert text.index("1 to 20 of 50.") < text.index("21 to 40 of 50.") < text.index("41 to 50 of 50.")
    assert "Enter for the first again" in text


def test_nothing_can_be_picked_from_nothing() -> None:
    """It says so."""
    held, written = session(["1", "b"])
    with pytest.raises(Back):
        pick(held.console, lambda: "List.", list, str)
    assert "There is nothing to choose here." in "".join(written)


def test_a_long_text_is_read_in_portions() -> None:
    """To its end, which needs no Enter."""
    held, written = session([""])
    read(held.console, [f"line {n}" for n in range(30)])
    text = "".join(written)
    assert "line 19\nEnter for more" in text
    assert "21 to 30 of 30." in text
    assert text.endswith("line 29\n")
