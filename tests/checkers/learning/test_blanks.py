"""Where an empty form can be written on, and what it asks for there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.forms import Named, profile_text
from checkers.form import Form, FormKind
from checkers.layout import Line, Place, Reading
from checkers.learning import Learned, as_form, as_tables, filled_in, read_blank
from checkers.learning.blanks import Shape, find_blanks
from checkers.own_profiles import read_own
from checkers.readers.word import read_word
from checkers.understand import understand
from tests.documents.word import cell, control, legacy_checkbox, paragraph, row, run, table, word


def blanks(*blocks: str) -> list[tuple[str, Shape]]:
    """The labels that are found on a Word form of these blocks, each with how its place looks."""
    return [(each.label, each.shape) for each in find_blanks(read_word(word("Agency", "Sheet", "", *blocks)).blocks)]


def learned(*blocks: str) -> Learned:
    """What is learned from a Word form of these blocks."""
    return read_blank(read_word(word("Agency", "Sheet", "", *blocks)))


FIELD, COLUMN, CAPTION, HEADING, BOX = Shape.FIELD, Shape.COLUMN, Shape.CAPTION, Shape.HEADING, Shape.BOX


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        (["Wee one: ____"], [("Wee one", FIELD)]),
        (["Wee one ______   Seen ____"], [("Wee one", FIELD), ("Seen", FIELD)]),
        (["Seen on: ___/___/___"], [("Seen on", FIELD)]),
        (["Seen on: ____\tLeft at: ____"], [("Seen on", FIELD), ("Left at", FIELD)]),
        (["Wee one:"], [("Wee one", FIELD)]),
        (["What was done?", "______________", "______________"], [("What was done?", FIELD)]),
        (["", "______\t______", "Helper's hand\tDay of it"], [("Helper's hand", FIELD), ("Day of it", FIELD)]),
        (
            ["What was done:", "______________", "______\t______", "Helper's hand\tDay of it"],
            [("What was done", FIELD), ("Helper's hand", FIELD), ("Day of it", FIELD)],
        ),
        (["What was done", "", ""], [("What was done", HEADING)]),
        ([paragraph(run("Wee one "), control(run("Type here"), placeholder=True))], [("Wee one", FIELD)]),
        ([paragraph(legacy_checkbox('<w:default w:val="0"/>'), run(" Not for the plan"))], [("Not for the plan", BOX)]),
        ([table(row("Wee one", "", "Seen on", ""))], [("Wee one", FIELD), ("Seen on", FIELD)]),
        ([table(row("Seen on", "Left at"), row("", ""), row("", ""))], [("Seen on", COLUMN), ("Left at", COLUMN)]),
        ([table(row("No.", "Seen", "Left"), row("1", "", ""))], [(x, COLUMN) for x in ("No.", "Seen", "Left")]),
        ([table(row("", ""), row("Hand", "Day of it"))], [("Hand", CAPTION), ("Day of it", CAPTION)]),
        ([table(row(cell(paragraph("What was done"), paragraph(), paragraph())))], [("What was done", FIELD)]),
        ([table(row("What was done"), row(""))], [("What was done", FIELD)]),
        ([table(row("Wee one: ____"))], [("Wee one", FIELD)]),
        (["Please return this sheet to the office."], []),
    ],
)  # fmt: skip
def test_a_place_is_told_by_what_is_drawn_there(blocks: list[str], found: list[tuple[str, Shape]]) -> None:
    """A rule, a field, an empty cell, a box, or room below."""
    assert blanks(*blocks) == found


def test_a_title_asks_for_nothing() -> None:
    """The first lines are the agency's and the form's names."""
    assert find_blanks(read_word(word("Agency", "", "Sheet", "", "Wee one: ____")).blocks)[0].label == "Wee one"


def test_what_the_blank_has_there_is_told_apart() -> None:
    """A prompt is no value; what an agency fills in for everybody stays."""
    found = learned("Date of Service: month/day/year", "Provider: Kite Lane Helpers", "Location: type it here")
    assert [(each.meaning, each.blank.holds, each.keeps) for each in found.places] == [
        ("service_date", "month/day/year", False),
        ("provider", "Kite Lane Helpers", True),
        ("place", "type it here", False),
    ]
    form = as_form(found, FormKind.PROGRESS_NOTE)
    assert form.holds == {"date of service": ("month/day/year",), "location": ("type it here",)}
    assert "month day year" not in " ".join(form.printed)
    assert as_form(found.kept(0), FormKind.PROGRESS_NOTE).holds == {"location": ("type it here",)}


def test_words_that_are_printed_can_be_a_place_where_somebody_says_so() -> None:
    """On a page without rules nothing shows that something is to be written there."""
    found = learned("Wee one: ____", "Seen on and where it was, if anywhere at all.", "")
    more = found.also_at("seen on and where it was, if anywhere at all")
    assert [place.blank.label for place in found.places] == ["Wee one"]
    assert [place.blank.label for place in more.places][1:] == ["Seen on and where it was, if anywhere at all."]
    assert found.also_at("something else") == found


def test_labels_side_by_side_on_a_page_may_be_places() -> None:
    """A table without rules leaves nothing but its words."""
    page = Place(page=1)
    lines = tuple(Line(text, page) for text in ("Kite Lane", "Talk Sheet", "Wee one\tSeen on", "Helper's hand\tInked"))
    found = find_blanks(lines)
    assert [each.label for each in found] == ["Wee one", "Seen on", "Helper's hand", "Inked"]
    assert {each.shape for each in found} == {HEADING}


@pytest.mark.parametrize(
    ("label", "meaning", "sure"),
    [
        ("Child's Name", "child_name", True),
        ("Parent Signature", "signature_parent", True),
        ("Datte of Service", "service_date", False),
        ("Lad/Lass", "unknown", False),
    ],
)
def test_a_label_that_is_known_or_like_one_is_proposed(label: str, meaning: str, sure: bool) -> None:
    """And one that is like none is not guessed at."""
    (place,) = learned(f"{label}: ____").places
    assert (place.meaning, place.sure) == (meaning, sure)


@pytest.mark.parametrize(
    ("block", "sign"),
    [
        ("Seen on: 3/3/2026", "the day “3/3/2026” stands on it"),
        ("Child's Name: Omar Sample", "“Child's Name” is filled in: “Omar Sample”"),
        ("☒ Not for the plan", "the box “Not for the plan” is ticked"),
    ],
)
def test_what_is_filled_in_is_told(block: str, sign: str) -> None:
    """A day, a name, a tick."""
    assert sign in filled_in(learned(block))


@pytest.mark.parametrize("block", ["Child's Name: First and Last Name", "Form 3, rev. 3/1/2024", "Month: March 2026"])
def test_what_a_blank_may_say_is_nobodys(block: str) -> None:
    """Prompts, the form's own date, a month."""
    assert filled_in(learned(block)) == []


def test_a_label_without_latin_letters_is_left_out_and_told() -> None:
    """Labels are compared by letters from a to z."""
    found = learned("שם הילד: ____", "Wee one: ____")
    assert [place.blank.label for place in found.places] == ["Wee one"]
    assert [blank.label for blank in found.unnamed] == ["שם הילד"]


LABEL = st.from_regex(r"[A-Z][a-z]{2,8}( [a-z\"'\\\\/&é]{1,8}){0,3}", fullmatch=True)
MEANING = st.sampled_from(["child_name", "service_date", "signature_parent", "narrative", "other", "medicaid_box"])


@given(st.lists(st.tuples(LABEL, MEANING), min_size=1, max_size=8))
@example([("Name", "child_name"), ("Name", "provider")])
@example([('The "wee" one\\', "child_name")])
def test_a_form_is_read_back_as_it_was_learned(places: list[tuple[str, str]]) -> None:
    """Whatever its labels are, and however often each stands there."""
    lines = [Line(label + ": ____", Place(paragraph=number)) for number, (label, _) in enumerate(places, start=1)]
    found = read_blank(Reading("docx", tuple(lines)))
    assert len(found.places) == len(places)
    for number, (_, meaning) in enumerate(places):
        found = found.taken_for(number, meaning)
    text = profile_text(found, FormKind.PROGRESS_NOTE, Named("kite", "Kite", "ny-preschool", Path("kite.toml")))
    tables = read_own(Path("kite.toml"), text.encode()).values
    assert Form.of(tables) == as_form(found, FormKind.PROGRESS_NOTE)
    assert sum(map(len, Form.of(tables).means.values())) == len(places)


@given(st.lists(st.text(alphabet="ab :?_.\t☐☒[]()/1\xa0é-", max_size=24), max_size=8))
def test_no_blank_is_too_odd_to_be_read(texts: list[str]) -> None:
    """Rules, gaps and boxes in any order: what is learned can be kept, and each place has a label."""
    lines = [Line(text, Place(paragraph=number)) for number, text in enumerate(texts, start=1)]
    found = read_blank(Reading("docx", tuple(lines)))
    tables = as_tables(found, FormKind.PROGRESS_NOTE)
    assert all(place.blank.label.strip() for place in found.places)
    assert Form.of(tables) == as_form(found, FormKind.PROGRESS_NOTE)
    understand(Reading("docx", tuple(lines)), Form.of(tables))
