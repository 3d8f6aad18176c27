"""Arrays in one file, in the safetensors format: mapped into memory, so that only what is used is read.

The format: eight bytes with the length of a JSON header, the header (for each array its type, shape and offsets, and
texts under `__metadata__`), then the arrays as they lie in memory.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_TYPES = {"F32": "<f4", "I8": "|i1", "U8": "|u1", "U16": "<u2", "I32": "<i4", "I64": "<i8"}
_NAMES = {name: key for key, name in _TYPES.items()}
_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Tensors:
    """The arrays of a file by their names, and the texts kept with them."""

    arrays: Mapping[str, NDArray[Any]]
    texts: Mapping[str, str]


def read_tensors(path: Path) -> Tensors:
    """Map a file. Raises OSError where it cannot be read, ValueError where it is not of the format or cut short."""
    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    start = _LENGTH + int.from_bytes(data[:_LENGTH], "little")
    try:
        header = json.loads(data[_LENGTH:start])
        texts = header.pop("__metadata__", {})
        arrays = {name: _array(data, start, entry) for name, entry in header.items()}
    except (KeyError, TypeError, AttributeError) as wrong:
        message = f"{path.name} is not a file of arrays: {wrong}"
        raise ValueError(message) from wrong
    return Tensors(arrays, texts)


def _array(data: mmap.mmap, start: int, entry: Mapping[str, Any]) -> NDArray[Any]:
    first, last = entry["data_offsets"]
    kind = np.dtype(_TYPES[entry["dtype"]])
    return np.frombuffer(data, kind, (last - first) // kind.itemsize, start + first).reshape(entry["shape"])


def write_tensors(path: Path, tensors: Tensors) -> None:
    """Write a file, whole or not at all."""
    header: dict[str, Any] = {"__metadata__": dict(tensors.texts)}
    parts, place = [], 0
    for name, array in sorted(tensors.arrays.items(), key=lambda each: (-each[1].itemsize, each[0])):
        part = np.ascontiguousarray(array).tobytes()
        kind = _NAMES[np.dtype(array.dtype).newbyteorder("<").str]
        header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": [place, place + len(part)]}
        parts.append(part)
        place += len(part)
    head = json.dumps(header).encode()
    head += b" " * (-len(head) % _LENGTH)
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.write_bytes(len(head).to_bytes(_LENGTH, "little") + head + b"".join(parts))
    unfinished.replace(path)
