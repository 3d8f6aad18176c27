"""What making a wheel does beside packing: the index over the topics is made, so that no question waits for it."""

from __future__ import annotations

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_MADE = ("content.json", "index.safetensors", "vectors.safetensors")


class BuildIndex(BuildHookInterface):  # type: ignore[type-arg, unused-ignore]
    """Runs `knowledge.build` before the files are packed, or linked to."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Make the index and let it into the wheel, though version control leaves it out."""
        sys.path.insert(0, self.root)
        from knowledge.find.prepared import build_all  # noqa: PLC0415 - the project is there only now

        build_all()
        build_data["artifacts"] += [f"/knowledge/built/{name}" for name in _MADE]
