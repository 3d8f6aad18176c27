"""The topics' prototypes: for each topic one vector, learned so that its questions are nearest to it and to no other.

A multinomial logistic model over a question's vector, as `python -m tools.encoder.prototypes` fits it to the phrasings.
Where the middle of a topic's vectors says where its questions lie, its prototype says what parts them from its
neighbours'.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.find.encoder import FILE, WIDTH
from knowledge.find.index import Floats
from knowledge.find.tensors import Tensors, read_tensors, write_tensors
from knowledge.find.vectors import packed, unpacked
from knowledge.schema import Topic

SHIPPED = FILE.with_name("prototypes.safetensors")
_LEAST = np.float32(-12)
"""The logarithm of a chance is told no further down: nothing is that unlikely."""
_PLAIN = np.float32(20)
"""So long is a prototype where none was ever fitted."""


@dataclass(frozen=True, slots=True)
class Prototypes:
    """A row for each topic, and what is added to its product with a question's vector; no row is a row of nothing."""

    rows: Floats
    added: Floats

    def near(self, vector: Floats) -> Floats:
        """For each topic the logarithm of its chance, from zero (certain) down to minus one (out of the question)."""
        scores: Floats = self.rows @ vector + self.added
        most = float(scores.max(initial=0))
        every = most + math.log(float(np.exp(scores - np.float32(most)).sum()))
        found: Floats = np.maximum(scores - np.float32(every), _LEAST) / -_LEAST
        return found

    def completed(self, middles: Floats) -> Prototypes:
        """The same with a row for each topic: the middle of its vectors, as long as the other rows are."""
        lengths = np.linalg.norm(self.rows, axis=1)
        new = lengths == 0
        if not new.any():
            return self
        usual = _PLAIN if new.all() else lengths[~new].mean()
        added = np.float32(0) if new.all() else self.added[~new].mean()
        return Prototypes(
            np.where(new[:, None], usual * middles, self.rows).astype(np.float32),
            np.where(new, added, self.added).astype(np.float32),
        )


def none_for(count: int) -> Prototypes:
    """No prototypes, for so many topics."""
    return Prototypes(np.zeros((count, WIDTH), np.float32), np.zeros(count, np.float32))


def shipped(topics: Sequence[Topic], encoder_digest: str) -> Prototypes:
    """The prototypes that ship with Tandem, for topics that it has some for; none that were fitted to other vectors."""
    found = none_for(len(topics))
    try:
        file = read_tensors(SHIPPED)
    except (OSError, ValueError):
        return found
    if file.texts.get("encoder") == encoder_digest:
        known = {topic: row for row, topic in enumerate(file.texts["topics"].split("\n"))}
        fitted = unpacked(file.arrays["prototypes"], file.arrays["scales"])
        for number, topic in enumerate(topics):
            if (row := known.get(topic.id)) is not None:
                found.rows[number], found.added[number] = fitted[row], file.arrays["added"][row]
    return found


def write_prototypes(path: Path, topics: Sequence[Topic], made: Prototypes, encoder_digest: str) -> None:
    """Keep the topics' prototypes in a file."""
    eight, scales = packed(made.rows)
    arrays: dict[str, NDArray[Any]] = {"prototypes": eight, "scales": scales, "added": made.added}
    write_tensors(path, Tensors(arrays, {"topics": "\n".join(each.id for each in topics), "encoder": encoder_digest}))
