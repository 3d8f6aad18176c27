"""Vectors of texts, kept in files by the digests of the texts: what has not changed need not be encoded anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.find.encoder import FILE, WIDTH, Encoder
from knowledge.find.index import Floats
from knowledge.find.tensors import Tensors, read_tensors, write_tensors

SHIPPED = FILE.with_name("vectors.safetensors")
"""The vectors of the topics' texts as they were when the encoder was made."""
_KEY = 8


class Vectors:
    """The vectors that files hold for an encoder; those of another encoder are looked past."""

    def __init__(self, encoder: Encoder, paths: Iterable[Path] = (SHIPPED,)) -> None:
        self._encoder = encoder
        files = [file for path in paths if (file := _read(path, encoder.digest))]
        self._rows = {bytes(key): (file, row) for file in files for row, key in enumerate(file.arrays["keys"])}

    def missing(self, texts: Iterable[str]) -> list[str]:
        """The texts that no file has a vector of."""
        return [text for text in texts if key_of(text) not in self._rows]

    def of(self, texts: Sequence[str]) -> tuple[NDArray[np.int8], Floats]:
        """The texts' vectors, packed; those that no file has are worked out now."""
        eight, scales = np.empty((len(texts), WIDTH), np.int8), np.empty(len(texts), np.float32)
        new = []
        for number, text in enumerate(texts):
            if found := self._rows.get(key_of(text)):
                file, row = found
                eight[number], scales[number] = file.arrays["vectors"][row], file.arrays["scales"][row]
            else:
                new.append(number)
        if new:
            eight[new], scales[new] = packed(self._encoder.encode([texts[number] for number in new]))
        return eight, scales


def _read(path: Path, digest: str) -> Tensors | None:
    try:
        found = read_tensors(path)
    except (OSError, ValueError):
        return None
    return found if found.texts.get("encoder") == digest else None


def write_vectors(
    path: Path, texts: Sequence[str], eight: NDArray[np.int8], scales: Floats, about: Mapping[str, str]
) -> None:
    """Keep the texts' vectors in a file; `about` has the digest of their encoder as "encoder"."""
    keys = np.frombuffer(b"".join(map(key_of, texts)), np.uint8).reshape(-1, _KEY)
    write_tensors(path, Tensors({"keys": keys, "vectors": eight, "scales": scales}, about))


def key_of(text: str) -> bytes:
    """What a text is found by."""
    return hashlib.blake2b(text.encode(), digest_size=_KEY).digest()


def packed(vectors: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Vectors with eight bits for each number, and a scale for each vector."""
    scale = np.abs(vectors).max(axis=1, initial=1e-9) / np.float32(127)
    return np.rint(vectors / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def unpacked(eight: NDArray[np.int8], scale: Floats) -> Floats:
    """The vectors again."""
    found: Floats = eight.astype(np.float32)
    found *= scale[:, None]
    return found
