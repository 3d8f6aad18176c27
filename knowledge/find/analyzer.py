"""From a text to the stems that the index knows, with abbreviations both ways and misspelled words mended."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby
from typing import Any, cast

import snowballstemmer
import tomli

_WORD = re.compile(r"[a-z0-9]+(?:[-'’.&/][a-z0-9]+)*")
_SPLIT = re.compile(r"[-'’.&/]")
_SHORTEST_TO_MEND = 4
_LONG = 8
"""From this length on, two wrong letters are mended; below, one."""
_AS_LONG = 3
"""A word is compared with those that are so many letters longer or shorter."""
_HEARD = 5
"""A word of so many sounds, the first letter and consonants, may be mended by how it sounds."""
_PAGE = 20_000


@cache
def words() -> dict[str, Any]:
    """The content of `words.toml`."""
    return tomli.loads(files("knowledge").joinpath("words.toml").read_text("utf-8"))


@cache
def _stop() -> frozenset[str]:
    return frozenset(words()["stop"]["words"])


@cache
def ordinary_stems() -> frozenset[str]:
    """Stems of words of ordinary English, which say little of the subject."""
    return frozenset(stem(word) for word in words()["common"]["words"])


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=_PAGE)
def stem(word: str) -> str:
    """The stem of a word in small letters: "evaluations" and "evaluated" share one."""
    return cast("str", _stemmer().stemWord(word))


@lru_cache(maxsize=_PAGE)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without accents; a compound is given whole and in its parts.

    What is often spelled wrong is put right: "wich" is "which".
    """
    plain, _ = _respelled(text)
    return tuple(plain.split())


def _respelled(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The words of a text with a space around each, the wrongly spelled put right; and which: wrong, right."""
    plain = f" {' '.join(_as_written(text))} "
    mended = [(wrong, right) for wrong, right in words()["spelled"].items() if f" {wrong} " in plain]
    for wrong, right in mended:
        plain = plain.replace(f" {wrong} ", f" {right} ")
    return plain, mended


def _as_written(text: str) -> Iterator[str]:
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    for match in _WORD.finditer(folded):
        parts = [part for part in _SPLIT.split(match.group()) if part and part != "s"]
        yield from parts
        if len(parts) > 1:
            yield "".join(parts)


def stems(text: str) -> list[str]:
    """The stems of a text's words, without those that carry no subject; an abbreviation brings its words along."""
    return own_stems(text) + expanded_stems(text)


def own_stems(text: str) -> list[str]:
    """The stems of a text's words, without those that carry no subject."""
    return [stem(word) for word in _written_alike(text) if word not in _stop()]


@lru_cache(maxsize=_PAGE)
def _written_alike(text: str) -> tuple[str, ...]:
    """The words of a text, those that mean one thing written in one way: "checkbox" as two words, "kid" as "child"."""
    plain = f" {' '.join(tokens(text))} "
    for phrase, joined in words()["joined"].items():
        plain = plain.replace(f" {phrase} ", f" {joined} ")
    return tuple(each for word in plain.split() for each in words()["alike"].get(word, word).split())


def small_words(text: str) -> list[str]:
    """The words of a text that carry no subject; in a short question they tell "who" from "when"."""
    return [word for word in tokens(text) if word in _stop()]


def expanded_stems(text: str) -> list[str]:
    """Stems of the words of the abbreviations used, and of the abbreviations of the words used."""
    added: list[str] = []
    plain = _written_alike(text)
    small = f" {' '.join(plain)} "
    for short, meaning in words()["abbreviations"].items():
        if short in plain:
            added.extend(stem(word) for word in meaning.split() if word not in _stop())
        elif f" {meaning} " in small:
            added.append(stem(short))
    return added


@dataclass(frozen=True, slots=True)
class Analysed:
    """The words of a question, most of them as stems."""

    own: tuple[str, ...]
    small: tuple[str, ...]
    """Words that carry no subject, as they stand."""
    expanded: tuple[str, ...]
    """What its abbreviations stand for."""
    added: tuple[str, ...]
    """The field's words for those of people without the jargon."""
    mended: tuple[tuple[str, str], ...]
    """Words whose spelling was mended: wrong, right."""
    carried: tuple[str, ...] = ()
    """Stems carried over from what was spoken of before."""


def analyse(question: str, vocabulary: Collection[str], english: Container[str] = ()) -> Analysed:
    """Analyse a question against the words (not stems) of the topics; `english` are further words rightly spelled."""
    plain, mended = _respelled(question)
    own: list[str] = []
    for word in plain.split():
        right = word if word in words()["alike"] or word in english else mend(word, vocabulary)
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
    stemmed, expanded = dict.fromkeys(own_stems(text)), dict.fromkeys(expanded_stems(text))
    return Analysed(
        tuple(stemmed),
        tuple(dict.fromkeys(small_words(text))),
        tuple(word for word in expanded if word not in stemmed),
        tuple(word for word in dict.fromkeys(added) if word not in stemmed),
        tuple(mended),
    )


@cache
def kindred() -> dict[str, frozenset[str]]:
    """For each stem that has kindred ones, those that may stand for it."""
    found: dict[str, frozenset[str]] = {}
    for group in words()["kindred"]["groups"]:
        members = frozenset(map(stem, group))
        for member in members:
            found[member] = found.get(member, frozenset()) | members - {member}
    return found


def mend(word: str, vocabulary: Collection[str]) -> str:
    """The word of the topics that a misspelled one means; a word of ordinary English or of the field stays as it is."""
    if len(word) < _SHORTEST_TO_MEND or not word.isalpha() or word in vocabulary or word in _known():
        return word
    if any(stem(word) == stem(known) for known in (word[:-1], f"{word}s") if known in vocabulary):
        return word
    from rapidfuzz import process  # noqa: PLC0415 - only a misspelled question needs it
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    most = 2 if len(word) >= _LONG else 1
    alike = [known for known in vocabulary if known[0] == word[0] and abs(len(known) - len(word)) <= _AS_LONG]
    found = process.extract(word, alike, scorer=OSA.distance, score_cutoff=most, limit=None)
    if len(word) == _SHORTEST_TO_MEND:  # "cake" is no slip for "take"
        found = [each for each in found if sorted(each[0]) == sorted(word)]
    if not found:
        same = [known for known in alike if _sounds(known) == _sounds(word)] if len(_sounds(word)) >= _HEARD else []
        found = process.extract(word, same, scorer=OSA.distance, limit=None)
    letters, heard = sorted(word), _sounds(word)  # of two as near: "cspe" is CPSE, not CSE; "meating" is no meaning

    def farther(each: tuple[str, float, int]) -> tuple[float, bool, bool, str]:
        return each[1], sorted(each[0]) != letters, _sounds(each[0]) != heard, each[0]

    return min(found, key=farther)[0] if found else word


@lru_cache(maxsize=_PAGE)
def _sounds(word: str) -> str:
    """How a word sounds, roughly: letters that sound alike as one, a vowel as any vowel, no silent e, none doubled."""
    table = words()["sounds"]
    for letters, sound in table["letters"]:
        word = word.replace(letters, sound)
    told = word.removesuffix("e").translate(_alike(table["vowels"]))
    return "".join(letter for letter, _ in groupby(told))


@cache
def _alike(letters: str) -> dict[int, str]:
    return dict.fromkeys(map(ord, letters), letters[0])


@cache
def _known() -> frozenset[str]:
    """Words that are right as they are: stop words, ordinary ones, abbreviations and lay words."""
    data = words()
    return frozenset((*_stop(), *data["common"]["words"], *data["abbreviations"], *data["lay"]))
