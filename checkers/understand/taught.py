"""The places of a form that a user taught: what stands at each is what they said it is, and not what its words mean.

Where a label stands several times on a form ("Name", "Date"), its places are told by their order. A block of the form
that is there again, as for a second session, begins anew.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checkers.document import Checkbox, Kind, Role
from checkers.form import UNKNOWN, Form
from checkers.layout import Block, Line, MarkKind
from checkers.understand.boxes import boxes_of
from checkers.understand.evidence import role_in
from checkers.understand.labelled import SIGNATURE, Labelled
from checkers.words import is_signature, load, plain


def at_their_places(labelled: Sequence[Labelled], form: Form) -> Iterator[Labelled]:
    """The labelled values with the meaning of their place, and without what the blank itself has there."""
    seen: dict[str, dict[tuple[int, ...], int]] = defaultdict(dict)
    beside: dict[tuple[str, tuple[int, int] | None], int] = defaultdict(int)
    for item in labelled:
        label = _known(item.label, form)
        if not label:
            yield item
            continue
        place: tuple[int, ...] = (item.order, item.start, item.at)
        if item.column and item.row:
            place = (-1, item.row[0], beside[label, item.row])
            beside[label, item.row] += 1
        number = seen[label].setdefault(place, len(seen[label]))
        meaning = form.means[label][number % len(form.means[label])]
        yield _unfilled(_meaning(item, meaning, form.kind.kind), form.holds.get(label, ()))


def without_printed(blocks: tuple[Block, ...], form: Form) -> tuple[Block, ...]:
    """The blocks without the lines that the form prints itself and that ask for nothing: nobody's words."""
    return tuple(_without_printed(block, form) for block in blocks)


def _without_printed(block: Block, form: Form) -> Block:
    if isinstance(block, Line):
        return replace(block, text="", marks=(), segments=None, emphasis=()) if _is_printed(block, form) else block
    rows = (
        replace(row, cells=tuple(replace(cell, blocks=without_printed(cell.blocks, form)) for cell in row.cells))
        for row in block.rows
    )
    return replace(block, rows=tuple(rows))


def _is_printed(line: Line, form: Form) -> bool:
    """Whether all of a line is the form's, or a part of what it prints, as where a long line was broken elsewhere."""
    words = plain(line.text)
    return bool(words) and words not in form.means and form.prints(words) and not line.marks and not boxes_of(line)


def _known(label: str, form: Form) -> str:
    """The label as the form has it, "" for one that it has not."""
    bare = plain(label)
    return bare if bare in form.means else ""


def _meaning(item: Labelled, meaning: str, kind: Kind) -> Labelled:
    if is_signature(meaning):
        return replace(item, key=SIGNATURE, role=role_in(Role(meaning.removeprefix("signature_")), kind))
    if meaning == UNKNOWN:
        return replace(item, key=None)
    return replace(item, key=meaning if meaning in load("meanings")["fields"] else item.key)


def _unfilled(item: Labelled, holds: Iterable[str]) -> Labelled:
    """The value without what stands there in the blank; where that is all, it is known to be untouched."""
    for held in holds:
        if plain(item.value) == plain(held):
            marks = tuple(mark for mark in item.marks if mark.kind not in _OF_VALUES)
            return replace(item, value="", untouched=held, marks=marks)
        if sum(map(str.isalpha, held)) >= _FEWEST_LETTERS:
            beside = re.sub(rf"(?<!\w){re.escape(held)}(?!\w)", "", item.value)
            item = replace(item, value=beside.strip())
    return item


_FEWEST_LETTERS = 4
"""A prompt of fewer ("0", "AM") may be a part of what somebody wrote."""


_OF_VALUES = frozenset({MarkKind.FIELD, MarkKind.PLACEHOLDER})


def in_standard_words(boxes: Iterable[Checkbox], form: Form) -> Iterator[Checkbox]:
    """The boxes with the words by which rules know what they mean."""
    for box in boxes:
        meaning = form.words.meanings.get(plain(box.label), "")
        yield replace(box, label=load("meanings")["standard"].get(meaning, box.label))
