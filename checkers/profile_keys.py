"""What may stand in a profile: each key and figure once, in the words by which errors and `tandem profile` tell it.

A new key or figure is one line here; what a rule reads under a name that is not here stops a test.
"""

from __future__ import annotations

from functools import cache
from typing import get_args

from checkers.checked_toml import ANY, Key, Keys, Shape
from checkers.document import Kind
from checkers.profile import TypedSignature
from checkers.registry import all_rules
from checkers.words import load


def _codes() -> list[str]:
    return [rule.code for rule in all_rules()]


def _kinds() -> list[str]:
    return [kind.value for kind in Kind]


FIGURES = {
    "review_months": Key("an IEP is reviewed within so many months", Shape.NUMBER, rules=("DAT007",)),
    "ifsp_review_months": Key("an IFSP is reviewed within so many months", Shape.NUMBER, rules=("DAT007",)),
    "services_to_coordinate": Key(
        "one provider coordinates from so many related services on", Shape.NUMBER, rules=("COO001",)
    ),
    "block_minutes": Key("minutes in one unit of coordination", Shape.NUMBER),
    "coordination_units_school_year": Key("most units of coordination in a school year", Shape.NUMBER),
    "coordination_units_summer": Key("most units of coordination in a summer programme", Shape.NUMBER),
    "coordination_units_month": Key("most units of coordination in a month", Shape.NUMBER),
    "transition_age": Key("age in years by which an IEP plans the transition from school", Shape.NUMBER),
    "transition_months": Key("so many months before the third birthday a child's transition is planned", Shape.NUMBER),
    "contemporaneous_days": Key("a note is signed within so many days of its session", Shape.NUMBER, least=0),
}
"""The figures that rules read."""


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
        "closed_days": {ANY: Key("days without service, each with its name", Shape.TEXT)},
    }
