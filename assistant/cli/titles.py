"""The titles of the sources that rules cite, from the knowledge base's list of sources.

Only that one file is read: a check needs none of the topics.
"""

from __future__ import annotations

from importlib.resources import files

import tomli


def source_titles() -> dict[str, str]:
    """Each source's title by its id."""
    sources = tomli.loads(files("knowledge").joinpath("sources.toml").read_text("utf-8"))
    return {source_id: source["title"] for source_id, source in sources.items()}
