"""The small TOML file beside a document that holds its waivers; the document itself is never touched.

Content goes in and content comes out: reading and writing the file is the caller's.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from checkers.check import UNREADABLE
from checkers.checked_toml import Checked, Key, Keys, Shape, read_checked
from checkers.collect import WAIVERS
from checkers.registry import all_rules
from checkers.waivers.waiver import Waiver

CANNOT_BE_WAIVED = f"{UNREADABLE} cannot be waived: of a file that cannot be read nothing is known."
_PART = "waiver"
_NEEDED = ("rule", "reason", "by", "on", "sha256")
_HEAD = """\
# What Tandem found in the document beside this file, and somebody decided to let stand. Each waiver holds for the
# document with this sha256 alone: once the document is changed, it holds no more. "until" is the last day it holds.
# "tandem waive" writes this file anew; other remarks are not kept."""


@cache
def waiver_keys() -> Keys:
    """The keys that may stand in such a file."""
    return {
        "": {},
        _PART: {
            "rule": Key("the code of the rule", Shape.TEXT, lambda: [rule.code for rule in all_rules()], "rule"),
            "entry": Key("the number of the one session that it is for", Shape.NUMBER, most=1_000_000),
            "reason": Key("why what was found may stand", Shape.TEXT),
            "by": Key("who decided it", Shape.TEXT),
            "on": Key("the day on which it was decided", Shape.DAY),
            "until": Key("the last day on which it holds", Shape.DAY),
            "sha256": Key("the SHA-256 sum of the document that it holds for", Shape.TEXT),
        },
    }


def beside(document: Path) -> Path:
    """Where a document's waivers are kept."""
    return document.with_name(document.name + WAIVERS)


def parse(path: Path, data: bytes) -> tuple[Waiver, ...]:
    """The waivers in a file's content; `path` is how its errors call it.

    Raises:
        WrongFile: it is not written as it has to be.
    """
    file = read_checked(path, waiver_keys(), data, repeated=(_PART,))
    return tuple(_waiver(file, number, each) for number, each in enumerate(file.values.get(_PART, ())))


def content(waivers: Iterable[Waiver]) -> bytes:
    """The content of a file that holds those waivers. Their texts must be `printable`."""
    parts = (f"[[{_PART}]]\n" + "".join(_lines(waiver)) for waiver in waivers)
    return "\n".join([f"{_HEAD}\n", *parts]).encode()


def printable(text: str) -> str:
    """A text as it may stand in such a file: on one line, without signs that cannot be seen."""
    return " ".join("".join(each for each in text if each.isprintable() or each.isspace()).split())


def _waiver(file: Checked, number: int, values: dict[str, Any]) -> Waiver:
    for key in _NEEDED:
        if key not in values:
            what = waiver_keys()[_PART][key].about
            raise file.wrong(f"“{key}” is missing under this [[{_PART}]]: {what}.", _PART, number)
    if values["rule"] == UNREADABLE:
        raise file.wrong(f"{CANNOT_BE_WAIVED} Take this waiver out.", _PART, number, "rule")
    return Waiver(**values)


def _lines(waiver: Waiver) -> Iterable[str]:
    values = asdict(waiver)
    for key in waiver_keys()[_PART]:
        if (value := values[key]) is not None:
            written = str(value) if isinstance(value, datetime.date) else json.dumps(value, ensure_ascii=False)
            yield f"{key} = {written}\n"
