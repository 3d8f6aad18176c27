"""Titles and credentials: which of those in `words/credentials.toml` stand in a line, however they are written."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checkers.words import load
from checkers.words.naming import Names, names_in, names_of

_COURTESY = re.compile(r"\b(?:Mr|Ms|Mrs|Miss|Mx)\.?\s+(?=[A-Z])")
_BETWEEN_LETTERS = re.compile(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)")
"""The full stop in "C.C.C." or "P.T." """
_CHUNK = re.compile(r"[\s,;:()\[\]|]+")
_WORD = re.compile(r"[^\W_]+")


def titles_in(text: str) -> tuple[str, ...]:
    """The titles and credentials in `text`, the longest first, as the list writes them ("CCC-SLP" for "ccc/slp")."""
    return (*_found(text, "credentials"), *_found(text, "titles"))


def general_title_in(text: str) -> str:
    """A word that says what somebody does and nothing of a licence, such as "therapist"; "" where there is none."""
    return next(iter(_found(text, "general")), "")


def title_under_direction(text: str, *, said: bool = False) -> str:
    """The title in `text` of one who works under another's direction or supervision; "" where there is none.

    A teacher of speech (TSSLD) with a licence beside does not, nor who teaches special education. A social worker's
    LMSW does only where the form speaks of supervision, which `said` tells.
    """
    always = _found(text, "under_direction")
    unless = () if is_licensed(text) or is_special_education(text) else _found(text, "under_direction_without_licence")
    return next(iter((*always, *unless, *(_found(text, "under_direction_where_said") if said else ()))), "")


def is_licensed(text: str) -> bool:
    """Whether a title stands in `text` with which one works without direction, and none that says otherwise."""
    return bool(_found(text, "licensed")) and not _found(text, "under_direction")


def is_special_education(text: str) -> bool:
    """Whether `text` names a special education teacher or such a teacher's service."""
    return bool(_found(text, "teaches"))


def without_titles(text: str) -> str:
    """`text` without the words that belong to titles, which leaves the name and what is not known."""
    words = {word for title in titles_in(text) for word in _words(title)}
    return " ".join(each for each in text.split() if not words & set(_words(each)))


@lru_cache(maxsize=20_000)
def _found(text: str, kind: str) -> tuple[str, ...]:
    text = _COURTESY.sub(" ", text.replace("_", " "))
    found = names_in(_words(text), _titles(kind)) | names_in(_chunks(text), _titles(kind))
    return tuple(sorted(found, key=lambda title: (-len(title), title)))


@cache
def _titles(kind: str) -> Names:
    """The titles of a list, by the ways in which each may be cut up."""
    return names_of((title, way) for title in load("credentials")[kind] for way in (_words(title), _chunks(title)))


def _words(text: str) -> tuple[str, ...]:
    """The words of a text, of which "CCC-SLP" has two and "C.C.C." is one."""
    return tuple(_WORD.findall(_BETWEEN_LETTERS.sub("", text).casefold()))


def _chunks(text: str) -> tuple[str, ...]:
    """What spaces and commas part, of letters and figures alone: "OTR/L", "OTRL" and "O.T.R./L" are the same."""
    return tuple(chunk for each in _CHUNK.split(text.casefold()) if (chunk := "".join(_WORD.findall(each))))
