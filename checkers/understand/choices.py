"""Choices made by emphasis: of options printed side by side ("Yes / No"), the one that is circled, marked or left.

A choice counts only where it is plain: exactly one option stands out, as a whole and alone, and the others are alike.
What all options have is the form's own style. Whatever else is on the page tells nothing, and nothing is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from checkers.layout import STRUCK, Emphasis
from checkers.words import load, plain

_WRAPPED = (
    ("**", "**", "in bold"), ("*", "*", "between asterisks"), ("[", "]", "in brackets"), ("(", ")", "in brackets"),
    ("{", "}", "in brackets"), ("<", ">", "in brackets"), ("==", "==", "highlighted"), ("~~", "~~", STRUCK),
)  # fmt: skip
"""How a typist marks a word: the signs before and behind it, and what they say. Longer signs stand first."""
_SIGNS = re.compile(r"[\[({<*]\s*\w|==\w|~~\w|[ⓎⓨⓃⓝ\u20dd]")
"""What may wrap an option; lines without it and without emphasis are not looked at."""
_BETWEEN = re.compile(r"[\s/|,;•·()\[\]{}<>*=~–—\u20dd-]+(?:or[\s(\[{<*=~]+)?")
_AHEAD = re.compile(r"(?:^|[:?)\]–—-]|\s\s|\t)[\s(\[{<*=~]*$")
"""What stands before options that are no answers; these may follow their question's last word."""
_BEHIND = re.compile(r"[)\]}>*=~\u20dd]*(?:\s*$|\s\s|\t|\s*[(.;,|_])")
_ENCLOSED = {"Ⓨ": "Y", "ⓨ": "y", "Ⓝ": "N", "ⓝ": "n"}
_CIRCLED = "circled"
_ENCLOSING = "\u20dd"
_LEFT = "the only one not struck through"
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Option:
    """One of the options of a choice: its words and their place, with what wraps them, and whether it was chosen."""

    start: int
    end: int
    words: str
    checked: bool
    how: str
    """How the choice was made: "circled", "highlighted"."""


@dataclass(frozen=True, slots=True)
class _Printed:
    start: int
    end: int
    words: str
    group: str


def choices_in(text: str, emphasis: Sequence[Emphasis] = ()) -> Iterator[Option]:
    """The options of a line of which one is plainly chosen, from left to right."""
    if len(text) > _LONGEST or not (emphasis or _SIGNS.search(text)):
        return
    for options in _groups(text):
        looks = _looks(text, options, emphasis)
        chosen = _chosen(looks) if looks else None
        if chosen is None:
            continue
        for index, option in enumerate(options):
            start, end, _ = _wrapping(text, option)
            yield Option(start, end, option.words, index == chosen[0], chosen[1])


def _groups(text: str) -> Iterator[list[_Printed]]:
    """The options that stand side by side, two or more of one set with nothing but signs between them."""
    group: list[_Printed] = []
    for option in _printed(text):
        if group and not (option.group == group[-1].group and _BETWEEN.fullmatch(text, group[-1].end, option.start)):
            yield from _complete(text, group)
            group = []
        group.append(option)
    yield from _complete(text, group)


def _complete(text: str, group: list[_Printed]) -> Iterator[list[_Printed]]:
    if len(group) < 2 or len({plain(option.words) for option in group}) < len(group):
        return
    ahead = group[0].group == "answers" or _AHEAD.search(text[: group[0].start])
    if ahead and _BEHIND.match(text, group[-1].end):
        yield group


def _printed(text: str) -> Iterator[_Printed]:
    groups, pattern = _options()
    for match in pattern.finditer(text):
        words = _ENCLOSED.get(match.group(), match.group())
        yield _Printed(*match.span(), words, groups[plain(words)])


@cache
def _options() -> tuple[dict[str, str], re.Pattern[str]]:
    """The set of each option by its plain words, and the pattern that finds them, the longest first."""
    labels = load("labels")
    sets: dict[str, list[str]] = {
        "activities": [
            label for entry in load("activities").values() if isinstance(entry, dict) for label in entry["labels"]
        ],
        "medicaid": [label for key in ("medicaid_box", "medicaid_positive") for label in labels[key]["labels"]],
        **load("choices"),
    }
    groups = {plain(words): name for name, each in sets.items() for words in each}
    words = sorted({words for each in sets.values() for words in each}, key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, each.split())) for each in words)
    return groups, re.compile(rf"(?<!\w)(?:{either})(?!\w)|[{''.join(_ENCLOSED)}]", re.IGNORECASE)


def _looks(text: str, options: Sequence[_Printed], emphasis: Sequence[Emphasis]) -> list[set[str]]:
    """How each option stands out; nothing at all where an emphasis covers a part of one, or words beside them."""
    looks: list[set[str]] = [set() for _ in options]
    for each in emphasis:
        covered = _letters(text, each.start, each.end)
        within = [covered & _letters(text, option.start, option.end) for option in options]
        if not any(within):
            continue
        if set().union(*within) != covered:
            return []
        for option, letters, look in zip(options, within, looks, strict=True):
            if letters:
                if letters != _letters(text, option.start, option.end):
                    return []
                look.add(each.how)
    for option, look in zip(options, looks, strict=True):
        if how := _wrapping(text, option)[2]:
            look.add(how)
    return looks


def _letters(text: str, start: int, end: int) -> set[int]:
    return {at for at in range(start, min(end, len(text))) if text[at].isalnum()}


def _wrapping(text: str, option: _Printed) -> tuple[int, int, str]:
    """The place of an option with the signs around it, and what these say; "" for none."""
    if text[option.start] in _ENCLOSED:
        return option.start, option.end, _CIRCLED
    if text.startswith(_ENCLOSING, option.end):
        return option.start, option.end + 1, _CIRCLED
    for before, behind, how in _WRAPPED:
        if text[: option.start].endswith(before) and text.startswith(behind, option.end):
            return option.start - len(before), option.end + len(behind), how
    return option.start, option.end, ""


def _chosen(looks: Sequence[set[str]]) -> tuple[int, str] | None:
    """The option that stands out, and how; None where it is none, more than one, or the looks disagree."""
    found: dict[int, str] = {}
    for how in sorted(set().union(*looks)):
        having = [index for index, look in enumerate(looks) if how in look]
        if how == STRUCK:
            having, how = [index for index in range(len(looks)) if index not in having], _LEFT
        elif len(having) == len(looks):
            continue
        if len(having) != 1:
            return None
        found.setdefault(having[0], how)
    return next(iter(found.items())) if len(found) == 1 else None
