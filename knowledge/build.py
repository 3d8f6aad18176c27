"""Make beforehand what a question would have to wait for: the topics' words and vectors, and their files as JSON.

    python -m knowledge.build

Writes to `knowledge/built/`, in seconds; what has not changed is not made anew. Setting Tandem up and making a wheel do
this too. Without it, and after a change to a topic, every answer is the same and the first one takes a second longer.
"""

from __future__ import annotations

import sys

from knowledge.find.prepared import build_all


def main() -> None:
    """Build, and say so."""
    sys.stderr.write("The index is built.\n" if build_all() else "The index is up to date.\n")


if __name__ == "__main__":
    main()
