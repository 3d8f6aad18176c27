"""The words of real documents, as data: labels, titles, services, stand-ins; read once from the TOML files here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import tomli

_APOSTROPHES = re.compile("['’‘`´]")
_PARENTHESES = re.compile(r"\([^)]*\)")
_NOT_WORDS = re.compile(r"[^0-9a-z½]+")
_PLACE_HOLDER = re.compile(r"\s*(?:\[.*\]|\{.*\}|<.*>|«.*»)\s*", re.DOTALL)
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PLURAL_CHOICE = re.compile(r"\(s\)", re.IGNORECASE)
_CHILD = {
    "student": "child",
    "students": "childs",
    "client": "child",
    "clients": "childs",
    "participant": "child",
    "participants": "childs",
    "pupil": "child",
    "pupils": "childs",
    "children": "childs",
}


@cache
def load(name: str) -> dict[str, Any]:
    """The content of `words/<name>.toml`."""
    return tomli.loads(files("checkers.words").joinpath(f"{name}.toml").read_text("utf-8"))


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Text reduced to what labels are compared by: small letters, digits, single spaces, "child" for "student"."""
    text = _PLURAL_CHOICE.sub("s", _APOSTROPHES.sub("", text.casefold()))
    return " ".join(_CHILD.get(word, word) for word in _NOT_WORDS.split(text) if word)


_OwnLabels = frozenset[tuple[str, str]]
_own_labels: ContextVar[_OwnLabels] = ContextVar("own_labels", default=frozenset())


@contextmanager
def own_labels(labels: Mapping[str, str]) -> Iterator[None]:
    """Within this block, and for this thread alone, know these labels too: each made `plain`, with its meaning."""
    before = _own_labels.set(frozenset(labels.items()))
    try:
        yield
    finally:
        _own_labels.reset(before)


@dataclass(frozen=True, slots=True)
class FormWords:
    """The labels of a form that a user taught: each made `plain`, with its meaning of `meanings.toml`.

    `bare` are those, as they are printed, that only a blank to write on divides from what is written there. `columns`
    head the cells below, `captions` say what stands in the cell above; these too are made `plain`.
    """

    meanings: Mapping[str, str]
    bare: tuple[str, ...] = ()
    columns: frozenset[str] = frozenset()
    captions: frozenset[str] = frozenset()


_form_words: ContextVar[FormWords | None] = ContextVar("form_words", default=None)


@contextmanager
def form_words(words: FormWords | None) -> Iterator[None]:
    """Within this block, and for this thread alone, take these words for what the user said they mean on their form."""
    before = _form_words.set(words)
    try:
        yield
    finally:
        _form_words.reset(before)


def form_meaning(text: str) -> str | None:
    """What words mean on the form that is being read: a meaning of `meanings.toml`, None where nobody said."""
    words = _form_words.get()
    if words is None:
        return None
    return words.meanings.get(plain(text)) or words.meanings.get(plain(_PARENTHESES.sub(" ", text)))


def taught_words() -> FormWords | None:
    """The labels of the form that is being read, None where the user taught none."""
    return _form_words.get()


def bare_labels(text: str) -> Iterator[tuple[int, int]]:
    """Where in a line the labels stand that have no colon on the form that is being read.

    At its beginning or behind a gap; in a line that begins with one, anywhere.
    """
    words = _form_words.get()
    found = list(_bare(words.bare).finditer(text)) if words and words.bare else []
    begins = bool(found) and not text[: found[0].start()].strip()
    return (match.span() for match in found if begins or _AHEAD_OF_LABEL.search(text, 0, match.start()))


_AHEAD_OF_LABEL = re.compile(r"(?:\t| {3}|_\s*)$")


@lru_cache(maxsize=8)
def _bare(labels: tuple[str, ...]) -> re.Pattern[str]:
    words = (r"\s+".join(map(re.escape, label.split())) for label in sorted(labels, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?=\s)")


def is_signature(meaning: str) -> bool:
    """Whether a meaning is that of a line to sign."""
    return meaning in load("meanings")["signatures"]


@cache
def _label_meanings() -> frozenset[str]:
    """The meanings of a form's words that are meanings of a label."""
    return frozenset(load("meanings")["fields"])


def label_key(text: str) -> str | None:
    """What a label means: a key of `labels.toml`, or None for words that are no known label.

    On a form that a user taught it is what they said, which may be "other": a label that no check asks for.

    A remark in parentheses ("Date (MM/DD/YYYY)") is tried with and without; then the label's words are looked at one
    by one, in whatever order they stand; then its two halves, which in a bilingual form say the same ("Date / Fecha");
    then words that an export joined ("ServiceDate").
    Words in brackets of a template ("[Child's Name]") hold the place of a value, and are no label.
    """
    if meaning := form_meaning(text):
        return (
            meaning if meaning in _label_meanings() else "section" if meaning in load("meanings")["sections"] else None
        )
    return _label_key(text, _own_labels.get())


def is_common(words: str) -> bool:
    """Whether plain words are such as any agency's form may print: a label that is known, or a title."""
    if _label_key(words, frozenset()) is not None or words in phrases("signatures", "labels") | _titles():
        return True
    return len(words.split()) <= _SHORT_LABEL and holds(words, phrases("signatures", "label_words")) is not None


_SHORT_LABEL = 4
"""In words: a longer one with "signature" in it may well be an agency's own."""


@cache
def _titles() -> frozenset[str]:
    return frozenset(plain(title) for entry in load("kinds").values() for title in entry.get("titles", ()))


def broken_label_key(text: str) -> str | None:
    """What a label means whose words a narrow column broke in two ("Special Educatio n Program/Services").

    Only for long labels, whose letters alone cannot be those of other words.
    """
    letters = plain(text).replace(" ", "")
    return _letters_table(_own_labels.get()).get(letters) if len(letters) >= _LONG_LABEL else None


_LONG_LABEL = 15


@lru_cache(maxsize=8)
def _letters_table(own: _OwnLabels) -> dict[str, str]:
    return {words.replace(" ", ""): key for words, key in _label_table(own).items()}


@lru_cache(maxsize=20_000)
def _label_key(text: str, own: _OwnLabels) -> str | None:
    if _PLACE_HOLDER.fullmatch(text):
        return None
    table = _label_table(own)
    whole, bare = plain(text), plain(_PARENTHESES.sub(" ", text))
    known = table.get(whole) or table.get(bare) or _key_by_words(frozenset(bare.split()))
    if known is None and text.count("/") == 1:
        halves = {table.get(plain(half)) for half in text.split("/")}
        known = next((key for key in halves if key and halves == {key}), None)
    if known is None and (spaced := _JOINED.sub(" ", text)) != text:
        return label_key(spaced)
    return known


def _key_by_words(words: frozenset[str]) -> str | None:
    """The meaning whose vocabulary holds all the words, with one of each group that it needs."""
    return next(
        (
            key
            for key, (needed, others) in _vocabularies().items()
            if all(words & group for group in needed) and words <= frozenset().union(*needed, others)
        ),
        None,
    )


@cache
def _vocabularies() -> dict[str, tuple[tuple[frozenset[str], ...], frozenset[str]]]:
    return {
        key: (tuple(map(frozenset, entry["words"]["each"])), frozenset(entry["words"]["also"]))
        for key, entry in load("labels").items()
        if "words" in entry
    }


@lru_cache(maxsize=8)
def _label_table(own: _OwnLabels) -> dict[str, str]:
    shipped = {plain(variant): key for key, entry in load("labels").items() for variant in entry["labels"]}
    return dict(own) | shipped


@cache
def phrases(name: str, *path: str) -> frozenset[str]:
    """A list of `words/<name>.toml`, each phrase made `plain`."""
    found: Any = load(name)
    for step in path:
        found = found[step]
    return frozenset(plain(phrase) for phrase in found)


@cache
def vocabulary() -> frozenset[str]:
    """Every single word, made `plain`, of all the lists here: words that forms and notes are sure to use."""
    names = (
        each.name.removesuffix(".toml") for each in files("checkers.words").iterdir() if each.name.endswith(".toml")
    )
    words = (word for name in names for text in _texts(load(name)) for word in plain(text).split())
    return frozenset(word for word in words if not word.isdigit())


def _texts(value: Any) -> Iterator[str]:
    """All strings in a value read from TOML."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def holds(text: str, words: frozenset[str]) -> str | None:
    """The longest of `words` (plain phrases) that stands in the plain text `text` as whole words, or None."""
    padded = f" {text} "
    return max((word for word in words if f" {word} " in padded), key=len, default=None)
