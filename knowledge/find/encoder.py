"""The sentence encoder: texts that mean the same get vectors that point the same way.

MiniLM with four of its six layers (Wang and others, "MiniLM: Deep Self-Attention Distillation", 2020), in numpy. Its
weights lie in `knowledge/model/encoder.safetensors`, eight bits each; tools/encoder makes that file. Where it is
absent, the finder goes by words alone.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.find.tensors import Tensors, read_tensors
from knowledge.find.wordpieces import WordPieces

Floats = NDArray[np.float32]

FILE = Path(__file__).parents[1] / "model" / "encoder.safetensors"
WIDTH = 384
_HEADS = 12
_TINY, _WHOLE = np.float32(1e-12), np.float32(1)
_LONGEST = 128
"""In word pieces; the rest of a longer text is not read."""
_TOGETHER = 32
"""So many texts are encoded at once."""


@dataclass(frozen=True, slots=True)
class _Dense:
    """A layer's weights, one scale for each of its outputs, and what is added."""

    weight: Floats
    scale: Floats
    bias: Floats

    def __call__(self, values: Floats) -> Floats:
        found: Floats = values @ self.weight
        found *= self.scale
        found += self.bias
        return found


@dataclass(frozen=True, slots=True)
class _Norm:
    weight: Floats
    bias: Floats

    def __call__(self, values: Floats) -> Floats:
        centred: Floats = values - values.mean(axis=-1, keepdims=True)
        spread = np.einsum("ij,ij->i", centred, centred) / np.float32(values.shape[-1])
        centred *= (1 / np.sqrt(spread + _TINY))[:, None]
        centred *= self.weight
        centred += self.bias
        return centred


@dataclass(frozen=True, slots=True)
class _Layer:
    attention: _Dense
    """Queries, keys and values side by side."""
    output: _Dense
    output_norm: _Norm
    wide: _Dense
    narrow: _Dense
    narrow_norm: _Norm


class Encoder:
    """Turns texts into vectors of length one."""

    def __init__(self, tensors: Tensors) -> None:
        arrays = tensors.arrays
        self.digest = tensors.texts["digest"]
        """Tells this encoder's vectors from those of another."""
        self.pieces = WordPieces(arrays["vocabulary"].tobytes().decode("ascii").split("\n"))
        self._words, self._scales = arrays["words"], arrays["words.scale"]
        self._places: Floats = arrays["places"]
        self._norm = _norm(tensors, "norm")
        self._layers = tuple(
            _Layer(
                _dense(tensors, f"{number}.attention"),
                _dense(tensors, f"{number}.output"),
                _norm(tensors, f"{number}.output_norm"),
                _dense(tensors, f"{number}.wide"),
                _dense(tensors, f"{number}.narrow", np.float32(0.5)),
                _norm(tensors, f"{number}.narrow_norm"),
            )
            for number in range(sum(name.endswith(".wide.weight") for name in arrays))
        )

    def encode(self, texts: Sequence[str]) -> Floats:
        """A vector for each text, as the rows of an array."""
        numbers = [self.pieces.numbers(text, _LONGEST) for text in texts]
        order = sorted(range(len(texts)), key=lambda each: len(numbers[each]))
        found = np.empty((len(texts), WIDTH), np.float32)
        for start in range(0, len(order), _TOGETHER):
            group = order[start : start + _TOGETHER]
            found[group] = self._encoded([numbers[each] for each in group])
        return found

    def _encoded(self, group: Sequence[Sequence[int]]) -> Floats:
        """All texts lie one behind the other in one array; only attention keeps them apart."""
        bounds = np.cumsum([0, *map(len, group)]).tolist()
        spans = [slice(start, end) for start, end in itertools.pairwise(bounds)]
        pieces = np.concatenate([np.asarray(each) for each in group])
        values: Floats = self._words[pieces].astype(np.float32) * self._scales[pieces, None]
        for span in spans:
            values[span] += self._places[: span.stop - span.start]
        values = self._norm(values)
        for layer in self._layers:
            mixed = layer.output(_attended(layer.attention(values), spans))
            values = layer.output_norm(values + mixed)
            values = layer.narrow_norm(values + layer.narrow(_gelu_doubled(layer.wide(values))))
        means = np.stack([values[span].mean(axis=0) for span in spans])
        means /= np.linalg.norm(means, axis=1, keepdims=True)
        return means


def _attended(joined: Floats, spans: Sequence[slice]) -> Floats:
    found = np.empty((len(joined), WIDTH), np.float32)
    deep = WIDTH // _HEADS
    for span in spans:
        query, key, value = joined[span].reshape(-1, 3, _HEADS, deep).transpose(1, 2, 0, 3)
        weights = query @ key.transpose(0, 2, 1)
        weights *= np.float32(1 / math.sqrt(deep))
        weights -= weights.max(axis=-1, keepdims=True)
        np.exp(weights, out=weights)
        weights /= weights.sum(axis=-1, keepdims=True)
        found[span] = (weights @ value).transpose(1, 0, 2).reshape(-1, WIDTH)
    return found


def _gelu_doubled(values: Floats) -> Floats:
    """Twice the GELU of Hendrycks and Gimpel (2016), by the tangent; the next layer's scale has the half."""
    inner = values * values
    inner *= np.float32(0.044715 * math.sqrt(2 / math.pi))
    inner += np.float32(math.sqrt(2 / math.pi))
    inner *= values
    np.tanh(inner, out=inner)
    inner += np.float32(1)
    inner *= values
    return inner


def _dense(tensors: Tensors, name: str, share: np.float32 = _WHOLE) -> _Dense:
    weight, scale, bias = (tensors.arrays[f"{name}.{part}"] for part in ("weight", "scale", "bias"))
    return _Dense(weight.astype(np.float32), scale * share, bias)


def _norm(tensors: Tensors, name: str) -> _Norm:
    return _Norm(tensors.arrays[f"{name}.weight"], tensors.arrays[f"{name}.bias"])


@cache
def encoder() -> Encoder | None:
    """The encoder that ships with Tandem; None where its file is absent or not whole."""
    try:
        return Encoder(read_tensors(FILE))
    except (OSError, ValueError, KeyError):
        return None
