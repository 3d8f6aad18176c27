"""The index and the vectors of a knowledge base: as stored beforehand, or made now where that is out of date."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache, cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge import stored
from knowledge.find.analyzer import Analysed, analyse
from knowledge.find.encoder import Encoder, encoder
from knowledge.find.index import Floats, Index, build
from knowledge.find.meaning import Meanings, answer_texts, phrase_texts
from knowledge.find.prototypes import shipped
from knowledge.find.shape import shape_names, shapes
from knowledge.find.tensors import Tensors, read_tensors, write_tensors
from knowledge.find.vectors import SHIPPED, Vectors, unpacked, write_vectors
from knowledge.loader import load, tables
from knowledge.schema import Kind, KnowledgeBase, Topic

_AT_ONCE = 100
"""So many texts without a vector are encoded while somebody waits; where there are more, words alone have to do."""
_INDEX, _VECTORS = stored.FOLDER / "index.safetensors", stored.FOLDER / "vectors.safetensors"
_ARRAYS = tuple(field.name for field in fields(Index) if field.type in ("Floats", "Numbers"))


@dataclass(frozen=True, eq=False)
class Prepared:
    """The topics with their words, and their meanings with the encoder that a question needs; None for words alone."""

    topics: tuple[Topic, ...]
    index: Index
    meanings: Meanings | None = None
    encoder: Encoder | None = None

    @cached_property
    def shapes(self) -> Floats:
        """For each topic, which of `shape_names` its question has."""
        rows = [[name in shapes(topic.question) for name in shape_names()] for topic in self.topics]
        return np.array(rows, np.float32).reshape(len(self.topics), len(shape_names()))

    @cached_property
    def programmes(self) -> NDArray[np.str_]:
        """Each topic's programme."""
        return np.array([topic.programme for topic in self.topics], np.str_)

    @cached_property
    def alphabetical(self) -> NDArray[np.intp]:
        """Each topic's place in the order of the ids."""
        found: NDArray[np.intp] = np.argsort(np.argsort([topic.id for topic in self.topics], kind="stable"))
        return found

    def of_kind(self, kind: Kind) -> Floats:
        """One for each topic of the kind, nothing for the others."""
        return _of_kind(self, kind)

    def holding(self, places: frozenset[str]) -> NDArray[np.bool_]:
        """Which topics hold in one of these places."""
        return _holding(self, places)

    def analyse(self, question: str) -> Analysed:
        """The words of a question."""
        return analyse(question, self.index.vocabulary, self.encoder.pieces if self.encoder else ())

    def meaning(self, text: str) -> Floats | None:
        """The vector of a question; None where there is no encoder."""
        return None if self.encoder is None else _encoded(self.encoder, text)


@lru_cache(maxsize=16)
def _of_kind(made: Prepared, kind: Kind) -> Floats:
    return np.array([topic.kind == kind for topic in made.topics], np.float32)


@lru_cache(maxsize=64)
def _holding(made: Prepared, places: frozenset[str]) -> NDArray[np.bool_]:
    return np.array([not places.isdisjoint(topic.places) for topic in made.topics], np.bool_)


@lru_cache(maxsize=64)
def _encoded(encoder: Encoder, text: str) -> Floats:
    """A question is looked at more than once on its way, and encoded once."""
    found: Floats = encoder.encode([text])[0]
    return found


@cache
def prepared(base: KnowledgeBase) -> Prepared:
    """What a knowledge base is searched by, made once. Only the one that ships with Tandem has vectors."""
    if base is not load():
        return Prepared(base.topics, build(base.topics))
    index, found = _stored_index() or build(base.topics), encoder()
    if found is None:
        return Prepared(base.topics, index)
    vectors = _stored_vectors(found.digest)
    if vectors is None:
        texts, kept = _texts(base), Vectors(found, (SHIPPED, _VECTORS))
        if len(kept.missing(texts)) > _AT_ONCE:
            return Prepared(base.topics, index)
        vectors = unpacked(*kept.of(texts))
    phrases = len(index.owners)
    meanings = Meanings(vectors[:phrases], vectors[phrases:], index.starts, shipped(base.topics, found.digest))
    return Prepared(base.topics, index, meanings, found)


def build_all() -> bool:
    """Make and store what is searched, and what the TOML files hold; False where all was up to date already."""
    found = encoder()
    index = _stored_index()
    if stored.tables() and index and (found is None or _stored_vectors(found.digest) is not None):
        stored.confirm()
        return False
    base = load()
    stored.FOLDER.mkdir(exist_ok=True)
    if found is not None:
        texts = _texts(base)
        eight, scales = Vectors(found, (SHIPPED, _VECTORS)).of(texts)
        write_vectors(_VECTORS, texts, eight, scales, {"encoder": found.digest, "digest": stored.digest()})
    index = build(base.topics)
    words = {"stems": "\n".join(index.stems), "vocabulary": "\n".join(sorted(index.vocabulary))}
    arrays = {name: getattr(index, name) for name in _ARRAYS}
    write_tensors(_INDEX, Tensors(arrays, {**words, "unknown": repr(index.unknown), "digest": stored.digest()}))
    stored.keep(tables(stored.HERE))
    return True


def _texts(base: KnowledgeBase) -> list[str]:
    return [*phrase_texts(base.topics), *answer_texts(base.topics)]


def _stored_index() -> Index | None:
    """The index as it was stored; None where that is absent or made of other topics."""
    file = _fresh(_INDEX)
    if file is None:
        return None
    texts = file.texts
    arrays = {name: file.arrays[name] for name in _ARRAYS}
    words = frozenset(texts["vocabulary"].split("\n"))
    return Index(tuple(texts["stems"].split("\n")), words, **arrays, unknown=float(texts["unknown"]))


def _stored_vectors(encoder_digest: str) -> Floats | None:
    """The vectors as they were stored; None where they are absent, of other topics or by another encoder."""
    file = _fresh(_VECTORS)
    if file is None or file.texts["encoder"] != encoder_digest:
        return None
    return unpacked(file.arrays["vectors"], file.arrays["scales"])


def _fresh(path: Path) -> Tensors | None:
    try:
        file = read_tensors(path)
    except (OSError, ValueError):
        return None
    return file if file.texts.get("digest") == stored.digest() else None
