"""The questions of the benchmark as values, read from the TOML files beside this module."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

_HERE = Path(__file__).parent
PARTS = ("calibration", "reported")
KINDS = (
    "direct", "paraphrased", "misspelled", "abbreviated", "two-words", "numeric", "wrong-premise", "story",
)  # fmt: skip
VOICES = ("family", "provider", "trainer")
STATUSES = ("declined", "smalltalk", "crisis", "no-alarm")


@dataclass(frozen=True, slots=True)
class InScope:
    """A question that one of `topics` answers; `clarify`: asking back for the place is right too."""

    ask: str
    topics: tuple[str, ...]
    kind: str
    voice: str
    part: str
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
    """What is said in a conversation: answered by one of `topics`, or given `status`."""

    say: str
    topics: tuple[str, ...] = ()
    status: str = ""
    clarify: bool = False


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A conversation."""

    name: str
    part: str
    turns: tuple[Turn, ...]
    place: str = ""


def in_scope(part: str = "all") -> tuple[InScope, ...]:
    """The questions in scope of a part: "calibration", "reported" or "all"."""
    return tuple(
        InScope(**{**entry, "topics": tuple(entry["topics"])})
        for entry in _read("in_scope.toml", "question")
        if part in ("all", entry["part"])
    )


def out_of_scope(part: str = "all") -> tuple[OutOfScope, ...]:
    """The questions out of scope, and those that must or must not be taken for danger."""
    return tuple(
        OutOfScope(**entry) for entry in _read("out_of_scope.toml", "question") if part in ("all", entry["part"])
    )


def dialogues(part: str = "all") -> tuple[Dialogue, ...]:
    """The conversations of a part."""
    return tuple(
        Dialogue(**{**entry, "turns": tuple(_turn(each) for each in entry["turns"])})
        for entry in _read("dialogues.toml", "dialogue")
        if part in ("all", entry["part"])
    )


def _turn(entry: dict[str, Any]) -> Turn:
    return Turn(**{**entry, "topics": tuple(entry.get("topics", ()))})


def _read(name: str, table: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomli.loads((_HERE / name).read_text("utf-8"))[table]
    return entries
