"""What may stand in a profile: each key and figure once, in the words by which errors and `tandem profile` tell it.

A new key or figure is one line here; what a rule reads under a name that is not here stops a test.
"""

from __future__ import annotations

from functools import cache
from typing import get_args

from checkers.checked_toml import ANY, Key, Keys, Shape
from checkers.document import Kind
from checkers.form import FormKind, meanings
from checkers.profile import TypedSignature
from checkers.registry import all_rules
from checkers.words import load


def _codes() -> list[str]:
    return [rule.code for rule in all_rules()]


def _kinds() -> list[str]:
    return [kind.value for kind in Kind]


FIGURES = {
    name: Key(about, Shape.NUMBER, least=least, rules=rules)
    for name, least, about, rules in (
        ("review_months", 1, "an IEP is reviewed within so many months", ("DAT007",)),
        ("ifsp_review_months", 1, "an IFSP is reviewed within so many months", ("DAT007",)),
        (
            "services_to_coordinate",
            1,
            "one provider coordinates from so many related services on",
            ("COO001", "COO006", "COO009"),
        ),
        ("block_minutes", 1, "minutes in one unit of coordination", ("COO005", "TIM002", "TIM003")),
        ("coordination_units_school_year", 1, "most units of coordination in a school year", ("COO005", "TIM003")),
        ("coordination_units_summer", 1, "most units of coordination in a summer program", ("COO005", "TIM003")),
        ("coordination_units_month", 1, "most units of coordination in a month", ("COO005",)),
        ("transition_age", 1, "age in years from which an IEP plans for life after school", ("IEP007",)),
        ("transition_months", 1, "age in months from which an IFSP has the steps out of it", ("IFS005",)),
        ("contemporaneous_days", 0, "a note is signed within so many days of its session", ()),
    )
}
"""The figures that rules read: each with the least it may be, and the rules that cannot do without it."""


@cache
def profile_keys() -> Keys:
    """Every key of a profile, by the part of the file it stands in."""
    return {
        "": {
            "id": Key("its short name, for --profile: small letters, figures and hyphens", Shape.TEXT),
            "name": Key("its name, as reports print it", Shape.TEXT),
            "extends": Key("the profile it builds on, whose rules and figures it has as well", Shape.TEXT),
            "rules": Key("rules that run here besides those", Shape.TEXTS, _codes, "rule"),
            "without": Key("rules that do not run here", Shape.TEXTS, _codes, "rule"),
        },
        "figures": FIGURES,
        "settings": {
            "typed_signature": Key(
                "whether a typed name counts as a signature: accept (yes), reject (no), review (a person looks)",
                Shape.TEXT,
                lambda: get_args(TypedSignature),
                "setting",
            ),
            "signatures_dated": Key("whether a note's signature needs a date even where no line asks", Shape.YES_OR_NO),
            "entry_dates_signature": Key("whether a contact's own date dates its signature too", Shape.YES_OR_NO),
        },
        "recognise": {
            "names": Key("words in a title or heading that tell that a paper belongs here", Shape.TEXTS),
            "counties": Key('counties, by their name alone: "Albany" is told as "Albany County"', Shape.TEXTS),
            "default_for": Key(
                "kinds of document that belong here where they name no place", Shape.TEXTS, _kinds, "kind of document"
            ),
        },
        "labels": {
            key: Key(f"labels of forms that ask for the {key.replace('_', ' ')}", Shape.TEXTS) for key in load("labels")
        },
        "form": {
            "kind": Key("what the form is for", Shape.TEXT, lambda: list(FormKind), "kind of form"),
            "printed": Key("what its blank prints, by which a filled copy is known", Shape.TEXTS),
            "bare": Key("labels with a line to write on right behind them, and no colon", Shape.TEXTS),
            "columns": Key("labels that head the cells of a table", Shape.TEXTS),
            "captions": Key("labels that stand below the cell they are for", Shape.TEXTS),
        },
        "means": {
            ANY: Key(
                "a label of the form, with what it means at its first place, at its second and so on",
                Shape.TEXTS,
                lambda: list(meanings()),
                "meaning",
            )
        },
        "holds": {ANY: Key("a label of the form, with what its blank has there and is no value", Shape.TEXTS)},
        "closed_days": {ANY: Key("days without service, each with its name", Shape.TEXT)},
    }
