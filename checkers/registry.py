"""Every rule, found by walking `checkers/rules`; adding a rule's module is all it takes."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
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
    return tuple(sorted((kind() for kind in _concrete(Rule.__subclasses__())), key=lambda rule: rule.code))


def find_rule(code: str) -> Rule:
    """The rule of that code, in capitals or not.

    Raises:
        UnknownRule: there is none.
    """
    rules = {rule.code: rule for rule in all_rules()}
    if found := rules.get(code.upper()):
        return found
    near = [known for known in rules if known[:3] == code.upper()[:3]] or list(rules)
    raise UnknownRule(f"There is no rule “{code}”. Nearest: {', '.join(near)}.")


def _concrete(kinds: Iterable[type[Rule]]) -> Iterator[type[Rule]]:
    """The rules among `kinds` and everything made from them; one with no code of its own is only a base."""
    for kind in kinds:
        if "code" in vars(kind):
            yield kind
        yield from _concrete(kind.__subclasses__())
