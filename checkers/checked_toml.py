"""Small TOML files that people write by hand, read and held against the keys that may stand in them.

What is wrong is told in one line, with the file, the line, and what to write instead.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import tomli

from checkers.visible import visible_line

LARGEST = 64 * 1024
"""In bytes: what a person writes by hand is smaller by far."""
_LONGEST_QUOTATION = 60
_SAVE_AGAIN = "Save it in a text editor, in the encoding UTF-8."


class Shape(Enum):
    """What may stand behind a key; the value says how it is written."""

    TEXT = 'text in quotes, such as "Albany County"'
    TEXTS = 'a list of texts in quotes, such as ["one", "two"]'
    NUMBER = "a whole number"
    YES_OR_NO = "true or false, without quotes"
    DAY = "a day as year-month-day without quotes, such as 2026-06-30"


@dataclass(frozen=True, slots=True)
class Key:
    """A key: what it is for in plain words, and what may stand behind it.

    `one_of` gives the words that a text, or each text of a list, may be; `noun` is what such a word is called.
    `rules` are the codes of the rules that cannot do without it.
    """

    about: str
    shape: Shape
    one_of: Callable[[], Collection[str]] | None = None
    noun: str = ""
    least: int = 1
    most: int = 1000
    rules: tuple[str, ...] = ()


Keys = Mapping[str, Mapping[str, Key]]
"""The keys of each part of a file, by the part's name; "" are those above the first part."""
ANY = "*"
"""Stands for every key of a part whose keys are the user's own words."""


class WrongFile(Exception):
    """What is wrong in a file; the message is one line that tells the file, the line and what to write instead."""

    def __init__(self, path: Path, line: int | None, message: str) -> None:
        super().__init__(visible_line(f"{path}{f', line {line}' if line else ''}: {message}"))
        self.path = path


@dataclass(frozen=True, slots=True)
class Checked:
    """A file in which every key is known and has a value of its shape."""

    path: Path
    text: str
    values: dict[str, Any]

    def wrong(self, message: str, *at: str | int, item: str = "") -> WrongFile:
        """What is wrong at a key (named by its part and its name), or at one item of its list.

        Behind the name of a part that may be repeated stands its number, from 0.
        """
        return WrongFile(self.path, line_of(self.text, at, item) if at else None, message)


def read_checked(path: Path, keys: Keys, data: bytes | None = None, *, repeated: Collection[str] = ()) -> Checked:
    """Read a file, or its content where that is at hand, and hold it against its keys.

    `repeated` are the parts that may stand in it any number of times, each below [[NAME]].

    Raises:
        WrongFile: it cannot be read, is no TOML, or holds what is not known.
    """
    text = _text(path, _content(path) if data is None else data)
    try:
        values = tomli.loads(text)
    except tomli.TOMLDecodeError as failure:
        raise WrongFile(path, failure.lineno, f"this is not written as TOML ({failure.msg}). {_HOW}") from None
    except (ValueError, RecursionError):  # a number of thousands of digits, hundreds of brackets
        raise WrongFile(path, None, f"this is not written as TOML. {_HOW}") from None
    checked = Checked(path, text, values)
    for part, at, value in _entries(values, keys, repeated):
        _check(checked, keys, part, at, value, repeated)
    return checked


_HOW = 'A line reads: key = "text" or key = 10 or key = ["one", "two"]; a remark begins with #.'


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise WrongFile(path, None, "there is no file of this name.") from None
    except (OSError, ValueError):  # a folder, a file of somebody else's, a name that no file can have
        raise WrongFile(path, None, "the file cannot be opened.") from None


def _text(path: Path, data: bytes) -> str:
    if len(data) > LARGEST:
        raise WrongFile(path, None, f"the file is larger than {LARGEST // 1024} KB, so it is not what it should be.")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as failure:
        line = data.count(b"\n", 0, failure.start) + 1
        raise WrongFile(path, line, f"the file is no plain text in UTF-8. {_SAVE_AGAIN}") from None


At = tuple[str | int, ...]
"""Where a key stands: its part, the part's number where it may be repeated, its name."""


def _entries(values: Mapping[str, Any], keys: Keys, repeated: Collection[str]) -> Iterator[tuple[str, At, Any]]:
    """The part in which each key stands, where exactly, and its value."""
    for name, value in values.items():
        if name in repeated and isinstance(value, list) and all(isinstance(each, dict) for each in value):
            for number, table in enumerate(value):
                yield from ((name, (name, number, inner), each) for inner, each in table.items())
        elif name in keys and name not in repeated and isinstance(value, dict):
            yield from ((name, (name, inner), each) for inner, each in value.items())
        else:
            yield "", (name,), value


def _check(file: Checked, keys: Keys, part: str, at: At, value: Any, repeated: Collection[str]) -> None:
    """Hold one key and its value against what is known."""
    name = str(at[-1])
    key = keys[part].get(name) or keys[part].get(ANY)
    headings = {each: f"[[{each}]]" if each in repeated else f"[{each}]" for each in keys if each}
    if name in headings and not part and key is None:
        raise file.wrong(
            f"{shown(name)} is a part of the file, with keys of its own: write {headings[name]} on a line alone.", *at
        )
    if key is None:
        raise file.wrong(_unknown_key(keys, headings, part, name), *at)
    if not _fits(value, key):
        raise file.wrong(f"{shown(name)} has to be {_wanted(key)}.", *at)
    if key.one_of:
        for word in [value] if isinstance(value, str) else value:
            if word not in (known := key.one_of()):
                raise file.wrong(f"there is no {key.noun} {shown(word)}{nearest(word, known)}", *at, item=word)


def _fits(value: Any, key: Key) -> bool:
    match key.shape:
        case Shape.TEXT:
            return _is_text(value)
        case Shape.TEXTS:
            return isinstance(value, list) and all(map(_is_text, value))
        case Shape.NUMBER:
            return type(value) is int and key.least <= value <= key.most
        case Shape.YES_OR_NO:
            return isinstance(value, bool)
        case Shape.DAY:
            return type(value) is datetime.date


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value.isprintable()


def _wanted(key: Key) -> str:
    if key.shape is Shape.NUMBER:
        return f"a whole number from {key.least} to {key.most}, without quotes"
    if key.shape is Shape.TEXT and key.one_of:
        return f"one of {', '.join(key.one_of())}, in quotes"
    return str(key.shape.value)


def _unknown_key(keys: Keys, headings: Mapping[str, str], part: str, name: str) -> str:
    home = next((other for other, names in keys.items() if name in names), None)
    if home is not None:
        place = f"below the line {headings[home]}" if home else "above the first line in square brackets"
        return f"{shown(name)} stands in the wrong part: write it {place}."
    here = f" under {headings[part]}" if part else ""
    return f"there is no key {shown(name)}{here}{nearest(name, [*keys[part], *(() if part else headings)])}"


def nearest(word: str, known: Collection[str]) -> str:
    """The rest of a sentence on a word that is not known: the nearest one that is, else all there are."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where something is wrong

    near = process.extractOne(word, known, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=60)
    return f"; the nearest is “{near[0]}”." if near else f"; there are: {', '.join(known)}."


def shown(text: str) -> str:
    """A word of the file in quotation marks, on one line and not too long."""
    text = " ".join(text.split())
    return f"“{text if len(text) <= _LONGEST_QUOTATION else f'{text[: _LONGEST_QUOTATION - 1]}…'}”"


def line_of(text: str, at: At, item: str = "") -> int | None:
    """The line of a key, of an item of its list, or of a part's heading, in a text that is TOML; None if unknown.

    The text is read statement by statement: as many lines as it takes to make TOML again.
    """
    part: At = ()
    lines: list[str] = []
    headings: Counter[At] = Counter()
    for number, line in enumerate(text.split("\n"), start=1):
        lines.append(line)
        if len(lines) > 1 and not any(end in line for end in _ENDS):
            continue
        try:
            statement = tomli.loads("\n".join(lines))
        except ValueError:
            continue
        is_heading = len(lines) == 1 and line.lstrip().startswith("[")
        within = () if is_heading else part
        if at[: len(within)] == within and _holds(statement, at[len(within) :]):
            first = number - len(lines) + 1
            return first + next((index for index, each in enumerate(lines) if item and item in each), 0)
        if is_heading:
            part = _heading(statement)
            if line.lstrip().startswith("[["):
                headings[part] += 1
                part = (*part, headings[part] - 1)
            if part == at:
                return number
        lines = []
    return None


_ENDS = ("]", "}", '"""', "'''")
"""What ends a value of several lines."""


def _holds(values: Any, at: At) -> bool:
    if not at:
        return False
    inner = values.get(at[0]) if isinstance(values, dict) else None
    return inner is not None and (len(at) == 1 or _holds(inner, at[1:]))


def _heading(statement: Mapping[str, Any]) -> At:
    """The part that a line in square brackets begins."""
    part: list[str] = []
    while isinstance(statement, dict) and statement:
        part.extend(statement)
        statement = next(iter(statement.values()))
    return tuple(part)
