"""The questions of the benchmark as values, read from the TOML files beside this module."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

_HERE = Path(__file__).parent
PARTS = ("calibration", "reported")
KINDS = (
    "direct", "paraphrased", "misspelled", "abbreviated", "two-words", "numeric", "wrong-premise", "story",
    "two-facts", "comparison",
)  # fmt: skip
IN_SEVERAL = ("two-facts", "comparison")
"""Kinds whose facts may stand in different topics."""
VOICES = ("family", "provider", "trainer")
STATUSES = ("declined", "smalltalk", "crisis", "no-alarm")
TURN_KINDS = (
    "question", "ellipsis", "pronoun", "other-place", "about-the-asker", "correction", "new-subject", "choice", "more",
    "source", "again", "simpler", "anew", "smalltalk", "out-of-scope", "crisis",
)  # fmt: skip
TURN_STATUSES = ("declined", "smalltalk", "crisis", "clarify", "answered", "noted", "anew")


@dataclass(frozen=True, slots=True)
class InScope:
    """A question that one of `topics` answers, the first of them best.

    `facts` are what a right answer says, each with its forms between bars, in small letters; `place` is the place that
    is set; `clarify`: asking back for the place is right too.
    """

    ask: str
    topics: tuple[str, ...]
    kind: str
    voice: str
    part: str
    facts: tuple[str, ...] = ()
    clarify: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """A question that no topic answers, and the status it must get ("no-alarm": any but crisis)."""

    ask: str
    status: str
    kind: str
    part: str


@dataclass(frozen=True, slots=True)
class Turn:
    """What is said in a conversation: answered by one of `topics`, or given `status`.

    `facts` are what the reply says; `place` and `role` what the conversation knows after the turn, "" for no matter.
    """

    say: str
    kind: str
    topics: tuple[str, ...] = ()
    status: str = ""
    facts: tuple[str, ...] = ()
    place: str = ""
    role: str = ""
    clarify: bool = False


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A conversation; `place` is the one that is set at its beginning."""

    name: str
    part: str
    voice: str
    turns: tuple[Turn, ...]
    place: str = ""


def in_scope(part: str = "all") -> tuple[InScope, ...]:
    """The questions in scope of a part: "calibration", "reported" or "all"."""
    return tuple(InScope(**entry) for entry in _read("in_scope.toml", "question", part))


def out_of_scope(part: str = "all") -> tuple[OutOfScope, ...]:
    """The questions out of scope, and those that must or must not be taken for danger."""
    return tuple(OutOfScope(**entry) for entry in _read("out_of_scope.toml", "question", part))


def dialogues(part: str = "all") -> tuple[Dialogue, ...]:
    """The conversations of a part."""
    return tuple(
        Dialogue(**{**entry, "turns": tuple(Turn(**_frozen(turn)) for turn in entry["turns"])})
        for entry in _read("dialogues.toml", "dialogue", part)
    )


def _read(name: str, table: str, part: str) -> list[dict[str, Any]]:
    entries = tomli.loads((_HERE / name).read_text("utf-8"))[table]
    return [_frozen(entry) for entry in entries if part in ("all", entry["part"])]


def _frozen(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
