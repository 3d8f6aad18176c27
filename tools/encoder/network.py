"""MiniLM in torch, with the published names: what is trained of it, and what is worked out once beforehand."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as nn

from tools.encoder.published import KEPT

_HEADS, _EPSILON = 12, 1e-12
_TOGETHER = 64


class Network:
    """The weights as tensors; layers from `first_taught` on learn."""

    def __init__(self, weights: Mapping[str, NDArray[np.float32]], first_taught: int) -> None:
        self.weights = {name: torch.tensor(array) for name, array in weights.items()}
        self.first_taught = first_taught
        self.taught = [
            tensor.requires_grad_()
            for name, tensor in self.weights.items()
            if name.startswith("encoder.layer.") and int(name.split(".")[2]) >= first_taught
        ]

    def activity(self, texts: Sequence[Sequence[int]]) -> list[torch.Tensor]:
        """For each layer, how much each place of its wide part answers to these texts, over all their word pieces."""
        found = [torch.zeros(self._width(number)) for number in range(len(KEPT))]
        with torch.no_grad():
            for text in texts:
                values = self._embedded(torch.tensor([text]))
                for number in range(len(KEPT)):
                    values = self._attended(values, number, None)
                    found[number] += self._wide(values, number).abs().sum((0, 1))
                    values = self._narrow(values, number)
        return found

    def below(self, texts: Sequence[Sequence[int]]) -> list[torch.Tensor]:
        """Each text's values under the layers that learn, a row for each of its word pieces."""
        with torch.no_grad():
            return self._below(texts)

    def _below(self, texts: Sequence[Sequence[int]]) -> list[torch.Tensor]:
        found: dict[int, torch.Tensor] = {}
        by_length = sorted(range(len(texts)), key=lambda each: len(texts[each]))
        for _, same in itertools.groupby(by_length, key=lambda each: len(texts[each])):
            group = list(same)
            for start in range(0, len(group), _TOGETHER):
                together = group[start : start + _TOGETHER]
                values = self._embedded(torch.tensor([texts[each] for each in together]))
                for number in range(self.first_taught):
                    values = self._layer(values, number, None)
                found |= zip(together, values.clone(), strict=True)
        return [found[each] for each in range(len(texts))]

    def vectors(self, texts: Sequence[torch.Tensor]) -> torch.Tensor:
        """Vectors of length one, from the values that `below` gave."""
        values = torch.nn.utils.rnn.pad_sequence(list(texts), batch_first=True)
        lengths = torch.tensor([len(each) for each in texts])
        there = torch.arange(values.shape[1])[None] < lengths[:, None]
        for number in range(self.first_taught, len(KEPT)):
            values = self._layer(values, number, there[:, None, None])
        means = (values * there[..., None]).sum(1) / lengths[:, None]
        return nn.normalize(means, dim=-1)

    def arrays(self) -> dict[str, NDArray[np.float32]]:
        """The weights as they are now."""
        return {name: tensor.detach().numpy().copy() for name, tensor in self.weights.items()}

    def _width(self, number: int) -> int:
        return len(self.weights[f"encoder.layer.{number}.intermediate.dense.bias"])

    def _embedded(self, numbers: torch.Tensor) -> torch.Tensor:
        values = self.weights["embeddings.word_embeddings.weight"][numbers]
        values = values + self.weights["embeddings.position_embeddings.weight"][: numbers.shape[1]]
        values = values + self.weights["embeddings.token_type_embeddings.weight"][0]
        return self._norm(values, "embeddings.LayerNorm")

    def _layer(self, values: torch.Tensor, number: int, there: torch.Tensor | None) -> torch.Tensor:
        return self._narrow(self._attended(values, number, there), number)

    def _attended(self, values: torch.Tensor, number: int, there: torch.Tensor | None) -> torch.Tensor:
        own = f"encoder.layer.{number}.attention"
        query, key, value = (
            self._dense(values, f"{own}.self.{part}").unflatten(-1, (_HEADS, -1)).transpose(1, 2)
            for part in ("query", "key", "value")
        )
        mixed = nn.scaled_dot_product_attention(query, key, value, attn_mask=there).transpose(1, 2).flatten(2)
        mixed = self._dense(mixed, f"{own}.output.dense")
        return self._norm(values + mixed, f"{own}.output.LayerNorm")

    def _wide(self, values: torch.Tensor, number: int) -> torch.Tensor:
        wide = self._dense(values, f"encoder.layer.{number}.intermediate.dense")
        return nn.gelu(wide, approximate="tanh")

    def _narrow(self, values: torch.Tensor, number: int) -> torch.Tensor:
        own = f"encoder.layer.{number}.output"
        return self._norm(values + self._dense(self._wide(values, number), f"{own}.dense"), f"{own}.LayerNorm")

    def _dense(self, values: torch.Tensor, name: str) -> torch.Tensor:
        return nn.linear(values, self.weights[f"{name}.weight"], self.weights[f"{name}.bias"])

    def _norm(self, values: torch.Tensor, name: str) -> torch.Tensor:
        weight, bias = self.weights[f"{name}.weight"], self.weights[f"{name}.bias"]
        return nn.layer_norm(values, weight.shape, weight, bias, _EPSILON)
