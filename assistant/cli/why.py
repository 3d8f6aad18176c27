"""`tandem ask --why`: how the finder saw a question, for those who write topics."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.private import without_names
from checkers.visible import visible_line
from knowledge import KnowledgeBase
from knowledge.compose import Answer
from knowledge.find import calibration
from knowledge.find.finding import Hit, find

_SHOWN = 5
_OTHERS = 2
_COLUMNS = 4


def why(base: KnowledgeBase, given: Answer, *, place: str, role: str) -> Iterator[str]:
    """The lines to print: what was read in the question, what came of it, and the nearest topics with their signals."""
    found = find(base, without_names(base, given.question), place=place, role=role)
    yield f"Answer: {given.status}{f' by {given.topic}' if given.topic else ''}, confidence {given.confidence:.2f}"
    if found.mended:
        yield "Spelling: " + ", ".join(f"{visible_line(wrong)} read as {right}" for wrong, right in found.mended)
    if found.named.covered or found.named.other:
        yield f"Places named: {', '.join(found.named.covered) or visible_line(found.named.other) + ' (not covered)'}"
    yield f"Chance that any topic answers: {found.covered:.2f}; that none does: {found.none:.2f}"
    by_meaning = any(hit.meaning for hit in found.answers)
    yield f"Weighed by words {'and meaning' if by_meaning else 'alone, without the sentence encoder'}. Nearest topics:"
    weights = calibration.model(with_meaning=by_meaning).signals.tolist()
    for hit in found.answers[:_SHOWN]:
        yield from _lines(hit, weights)
    likely = sorted(found.others, key=lambda hit: -hit.chance)[:_OTHERS]
    yield "Nearest of what is declined, chatted about or helped with:"
    for hit in likely:
        yield from _lines(hit, weights)


def _lines(hit: Hit, weights: list[float]) -> Iterator[str]:
    """A topic, and what each signal adds to its score, the most first."""
    yield f"  {hit.topic.id}: score {hit.score:.2f}, chance {hit.chance:.2f}"
    parts = [
        (name, weight * value) for name, weight, value in zip(calibration.SIGNALS, weights, hit.signals, strict=True)
    ]
    told = sorted(((name, part) for name, part in parts if abs(part) >= 0.01), key=lambda each: -abs(each[1]))
    rest = hit.score - sum(part for _, part in parts)
    if abs(rest) >= 0.01:
        told.append(("place, role, wording", rest))
    for start in range(0, len(told), _COLUMNS):
        yield "      " + "; ".join(f"{name} {part:+.2f}" for name, part in told[start : start + _COLUMNS])
