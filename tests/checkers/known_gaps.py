"""What is read wrong now, by its cause. The tests fail as soon as one of these cases is read right, or wrong otherwise.

`python -m tests.benchmarks.reading_matrix --gaps` prints the lines anew.
"""

from __future__ import annotations

KNOWN_GAPS: dict[str, str] = {}
