"""The table of what may stand in a profile holds all that profiles set and rules read."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from dataclasses import fields

from checkers.profile import Profile, shipped_profiles
from checkers.profile_keys import FIGURES, profile_keys
from checkers.registry import all_rules


def read_in(module: str) -> Iterator[tuple[str, bool]]:
    """The figures that a module reads, each with whether it cannot do without it."""
    for node in ast.walk(ast.parse(inspect.getsource(importlib.import_module(module)))):
        if isinstance(node, ast.Subscript) and is_figures(node.value):
            yield from ((name, True) for name in names_in(node.slice))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and is_figures(node.func.value):
            yield from ((name, False) for name in names_in(node.args[0]))


def is_figures(node: ast.expr) -> bool:
    """Whether it is a profile's figures, or a name for them."""
    return (isinstance(node, ast.Attribute) and node.attr == "figures") or (
        isinstance(node, ast.Name) and node.id == "figures"
    )


def names_in(node: ast.AST) -> list[str]:
    """The texts that an expression may come to: `"a" if … else "b"` has two."""
    texts = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant)]
    return [text for text in texts if isinstance(text, str)]


def test_every_figure_that_a_rule_reads_is_known() -> None:
    """So that a county can set it, and the list of figures tells what it is."""
    read = {name for rule in all_rules() for name, _ in read_in(type(rule).__module__)}
    assert {"review_months", "services_to_coordinate"} <= read <= FIGURES.keys()


def test_a_figure_names_the_rules_that_cannot_do_without_it() -> None:
    """So that a profile that runs one of them without it is told."""
    for rule in all_rules():
        for name, needed in read_in(type(rule).__module__):
            assert not needed or rule.code in FIGURES[name].rules, f"{name}: add {rule.code} to its rules"


def test_shipped_profiles_set_known_figures_alone_and_all_that_their_rules_need() -> None:
    """What is asked of a county holds for those that ship."""
    for profile in shipped_profiles().by_id.values():
        assert profile.figures.keys() <= FIGURES.keys()
        for name, figure in FIGURES.items():
            assert name in profile.figures or not profile.rules & {*figure.rules}, (profile.id, name)


def test_every_setting_is_a_part_of_the_profile() -> None:
    """By its own name; `tandem profile show` reads it so. `means` and `holds` are a form's."""
    parts = {field.name for field in fields(Profile)}
    assert profile_keys()["settings"].keys() <= parts
    assert profile_keys().keys() - {""} <= parts | {"settings", "recognise", "means", "holds"}
