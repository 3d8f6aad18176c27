"""All Word files of the matrix."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.documents.matrix import word_boxes, word_signatures
from tests.documents.matrix.variants import ITEMS, Item, Variant, slot
from tests.documents.matrix.word_files import FILES
from tests.documents.matrix.word_package import Change, Place, paper_of
from tests.documents.matrix.word_places import FOR_SIGNATURES_ALONE, PLACES, behind_a_colon, in_the_cell_beside
from tests.documents.matrix.word_values import KEPT, Value, plain
from tests.documents.word import checkbox

_TEXTS: tuple[Item, ...] = ("signature", "date", "coordinator")
_AROUND: dict[str, Place] = {"": behind_a_colon, " in a cell": in_the_cell_beside}


def variants() -> Iterator[Variant]:
    """Each item in each place, in each way to keep it, and in each kind of file."""
    for item in _TEXTS:
        for name, place in PLACES.items():
            if item == "signature" or name not in FOR_SIGNATURES_ALONE:
                yield Variant("Word", name, item, partial(_made, place, plain, item), ".docx")
        for where, place in _AROUND.items():
            for value in KEPT:
                if value(item, True) is not None:
                    name = f"{value.__name__.replace('_', ' ')}{where}"
                    yield Variant("Word", name, item, partial(_made, place, value, item), ".docx")
    for item in ITEMS:
        for name, (change, suffix) in FILES.items():
            yield Variant("Word", f"file: {name}", item, partial(_changed, change, item), suffix)
    yield from word_signatures.variants()
    yield from word_boxes.variants()


def _made(place: Place, value: Value, item: Item, filled: bool) -> bytes:
    return paper_of(item, place(slot(item, filled), value(item, filled) or ""))


def _changed(change: Change, item: Item, filled: bool) -> bytes:
    return change(_made(in_the_cell_beside, _plain_or_box, item, filled))


def _plain_or_box(item: Item, filled: bool) -> str:
    return checkbox(checked=filled) if item == "box" else plain(item, filled)
