"""Every rule, found by walking `checkers/rules`; adding a rule's module is all it takes."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import checkers.rules
from checkers.rule import Rule


class UnknownRule(Exception):
    """No rule has that code; the message names the nearest ones."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """All rules in the order of their codes, each once."""
    for module in pkgutil.walk_packages(checkers.rules.__path__, "checkers.rules."):
        importlib.import_module(module.name)
    return tuple(sorted((kind() for kind in _concrete(Rule)), key=lambda rule: rule.code))


def find_rule(code: str) -> Rule:
    """The rule of that code, in capitals or not.

    Raises:
        UnknownRule: there is none.
    """
    rules = {rule.code: rule for rule in all_rules()}
    if found := rules.get(code.upper()):
        return found
    near = [known for known in rules if known[:3] == code.upper()[:3]] or list(rules)
    raise UnknownRule(f"There is no rule “{code}”. There are: {', '.join(near)}.")


def _concrete(base: type[Rule]) -> set[type[Rule]]:
    found = {base} if "code" in vars(base) else set()
    return found.union(*(_concrete(kind) for kind in base.__subclasses__()))
