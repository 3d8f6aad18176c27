"""From a text to the stems that the index knows, with abbreviations both ways and misspelled words mended."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, cast

import snowballstemmer
import tomli

_WORD = re.compile(r"[a-z0-9]+(?:[-'’.&/][a-z0-9]+)*")
_SPLIT = re.compile(r"[-'’.&/]")
_SHORTEST_TO_MEND = 4
_LONG = 8
"""From this length on, two wrong letters are mended; below, one."""
_PAGE = 20_000


@cache
def words() -> dict[str, Any]:
    """The content of `words.toml`."""
    return tomli.loads(files("knowledge").joinpath("words.toml").read_text("utf-8"))


@cache
def _stop() -> frozenset[str]:
    return frozenset(words()["stop"]["words"])


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=_PAGE)
def stem(word: str) -> str:
    """The stem of a word in small letters: "evaluations" and "evaluated" share one."""
    return cast("str", _stemmer().stemWord(word))


def tokens(text: str) -> list[str]:
    """The words of a text in small letters, without accents; a compound is given whole and in its parts."""
    found: list[str] = []
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    for match in _WORD.finditer(folded):
        word = match.group()
        parts = [part for part in _SPLIT.split(word) if part and part != "s"]
        found.extend(parts)
        if len(parts) > 1:
            found.append("".join(parts))
    return found


def stems(text: str) -> list[str]:
    """The stems of a text's words, without those that carry no subject; an abbreviation brings its words along."""
    plain = [word for word in tokens(text) if word not in _stop()]
    return [stem(word) for word in plain] + _expanded(plain, text)


def _expanded(plain: Collection[str], text: str) -> list[str]:
    """The words of the abbreviations used, and the abbreviations of the words used."""
    added: list[str] = []
    small = f" {' '.join(tokens(text))} "
    for short, meaning in words()["abbreviations"].items():
        if short in plain:
            added.extend(stem(word) for word in meaning.split() if word not in _stop())
        elif f" {meaning} " in small:
            added.append(stem(short))
    return added


@dataclass(frozen=True, slots=True)
class Analysed:
    """A question: stems of its own words, stems that lay words add, and the words mended (wrong, right)."""

    own: tuple[str, ...]
    added: tuple[str, ...]
    mended: tuple[tuple[str, str], ...]


def analyse(question: str, vocabulary: Collection[str]) -> Analysed:
    """Analyse a question against the words (not stems) that the topics use."""
    mended: list[tuple[str, str]] = []
    own: list[str] = []
    for word in tokens(question):
        right = mend(word, vocabulary)
        own.append(right)
        if right != word:
            mended.append((word, right))
    text = " ".join(own)
    added = [
        stem(each)
        for word in own
        for each in words()["lay"].get(word, "").split()
        if each not in own
    ]  # fmt: skip
    return Analysed(tuple(dict.fromkeys(stems(text))), tuple(dict.fromkeys(added)), tuple(mended))


def mend(word: str, vocabulary: Collection[str]) -> str:
    """The word of the topics that a misspelled one means; a word of ordinary English or of the field stays as it is."""
    if len(word) < _SHORTEST_TO_MEND or not word.isalpha() or word in vocabulary or word in _known():
        return word
    if any(stem(word) == stem(known) for known in (word[:-1], f"{word}s") if known in vocabulary):
        return word
    from rapidfuzz import process  # noqa: PLC0415 - only a misspelled question needs it
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    most = 2 if len(word) >= _LONG else 1
    found = process.extractOne(word, vocabulary, scorer=OSA.distance, score_cutoff=most)
    return found[0] if found and found[0][0] == word[0] else word


@cache
def _known() -> frozenset[str]:
    """Words that are right as they are: stop words, ordinary ones, abbreviations and lay words."""
    data = words()
    return frozenset((*_stop(), *data["common"]["words"], *data["abbreviations"], *data["lay"]))
