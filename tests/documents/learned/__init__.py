"""Forms of invented agencies, in many layouts, with labels that no list of Tandem knows; each blank or filled in.

A layout draws its form with the values that it is given: none, and it is the blank.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Values = Mapping[str, str]
"""What is written on a form, by the names of its places; a box is ticked where it has any value."""


@dataclass(frozen=True)
class Layout:
    """One form: how it is drawn, what its places mean, copies that are well filled, and the rule that asks for each."""

    name: str
    ending: str
    kind: str
    base: str
    draw: Callable[[Values], bytes]
    means: Mapping[str, tuple[str, ...]]
    """What each label means, at its first place, its second, …"""
    copies: tuple[Values, ...]
    asked: Mapping[str, str]
    """The places that a rule asks for, each with the rule that finds it as it was in the blank."""
    emptied: Mapping[str, str] = field(default_factory=dict)
    """Those with a prompt in the blank, each with the rule that finds it where the prompt was taken out too."""

    @property
    def blank(self) -> bytes:
        """The empty form."""
        return self.draw({})
