"""What a place of a form may mean: nothing that labels mean is left out, and nothing is there that nobody knows."""

from __future__ import annotations

from checkers.document import Activity, Kind, Role
from checkers.form import FormKind, meanings
from checkers.learning.blanks import Shape
from checkers.learning.proposals import propose
from checkers.words import load


def test_every_meaning_of_a_label_can_be_chosen() -> None:
    """And no other, but for what no check asks for, and what nobody said."""
    assert load("meanings")["fields"].keys() - {"other", "unknown"} == load("labels").keys()


def test_sections_roles_and_activities_are_those_of_the_model() -> None:
    """By their own names."""
    tables = load("meanings")
    sections = {key for kind in ("draft_iep", "ifsp") for key in load("sections")[kind]}
    assert tables["sections"].keys() <= sections
    assert {name.removeprefix("signature_") for name in tables["signatures"]} == set(Role)
    assert tables["boxes"].keys() - {"cancelled"} == set(Activity) - {Activity.UNKNOWN}


def test_the_standard_words_of_a_box_mean_what_they_stand_for() -> None:
    """As the rules read them."""
    for meaning, words in load("meanings")["standard"].items():
        if meaning != "cancelled":
            assert propose(words, Shape.BOX, Kind.PROGRESS_NOTE).meaning == meaning


def test_what_a_form_needs_can_be_chosen() -> None:
    """For each kind of form."""
    needed = load("meanings")["needed"]
    assert needed.keys() == set(FormKind)
    assert {each for groups in needed.values() for group in groups for each in group} <= meanings().keys()


def test_each_meaning_has_words_of_its_own() -> None:
    """So that it can be named by them."""
    assert len(set(meanings().values())) == len(meanings())
