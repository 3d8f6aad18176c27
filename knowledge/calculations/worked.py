"""What a calculation gives: results, the steps that lead to them, what to beware of, and where the rule stands.

Sums are fractions, so that nothing is lost on the way; `money` rounds what is shown to the cent, half a cent up.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor


class Impossible(Exception):
    """The figures given cannot be: says why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is worked out, and the arithmetic of it."""

    what: str
    arithmetic: str


@dataclass(frozen=True, slots=True)
class Result:
    """A figure that comes out: its short name, what it is, the exact value, and how it is shown."""

    name: str
    what: str
    value: Fraction
    shown: str


@dataclass(frozen=True, slots=True)
class Calculation:
    """A finished calculation. `cites` are pairs of a source's id and the place in it."""

    title: str
    results: tuple[Result, ...]
    steps: tuple[Step, ...]
    cautions: tuple[str, ...]
    cites: tuple[tuple[str, str], ...]

    def result(self, name: str) -> Fraction:
        """The exact value of a result. Raises KeyError for a name that is not there."""
        return {each.name: each.value for each in self.results}[name]


def to_cents(value: Fraction) -> Decimal:
    """The sum in dollars and cents, half a cent up."""
    return Decimal(f"{floor(value * 100 + Fraction(1, 2))}E-2")


def money(value: Fraction) -> str:
    """A sum as it is written: $24,250, or $24,250.50 where there are cents."""
    cents = to_cents(value)
    whole = cents == cents.to_integral_value()
    return f"${cents:,.0f}" if whole else f"${cents:,.2f}"


def equals(value: Fraction) -> str:
    """The end of a step: "= $24,250", or with "≈" where the sum is rounded to be shown."""
    return f"{'=' if to_cents(value) == value else '≈'} {money(value)}"


def money_result(name: str, what: str, value: Fraction) -> Result:
    """A result that is a sum of money."""
    return Result(name, what, value, money(value))


def no_less_than_nothing(**figures: Fraction | int) -> None:
    """Raise `Impossible` for a figure below zero, with its name in plain words."""
    for name, figure in figures.items():
        if figure < 0:
            raise Impossible(f"{name.replace('_', ' ')} cannot be below zero")
