"""All PDFs of the matrix."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.documents.matrix import pdf_boxes, pdf_signatures
from tests.documents.matrix.pdf_places import (
    BY_HAND,
    FIELDS,
    FOR_DATES_NOT,
    PRINTED,
    WHOLE,
    by_hands,
    hidden_field,
    made,
    outside_of_the_page,
)
from tests.documents.matrix.variants import Item, Variant

_TEXTS: tuple[Item, ...] = ("signature", "date", "coordinator")


def variants() -> Iterator[Variant]:
    """Each item in each place, and what is special to signatures and boxes."""
    for item in _TEXTS:
        for place in PRINTED:
            name = place.__name__.replace("_", " ")
            yield Variant("PDF", name, item, partial(made, item, place), ".pdf")
        for name, place in FIELDS.items():
            yield Variant("PDF", name, item, partial(made, item, place), ".pdf")
        for name, place in BY_HAND.items():
            if item == "coordinator" or name not in FOR_DATES_NOT:
                yield Variant("PDF", name, item, partial(by_hands, item, place), ".pdf")
        yield Variant("PDF", "hidden field", item, partial(by_hands, item, hidden_field), ".pdf")
        yield Variant("PDF", "outside of the page", item, partial(made, item, outside_of_the_page), ".pdf")
        for name, make in WHOLE.items():
            looks = frozenset({"SIG005"} if name == "page of two columns" else ())  # "Electronically signed" is broken
            yield Variant("PDF", name, item, partial(make, item), ".pdf", looks=looks)
    yield from pdf_signatures.variants()
    yield from pdf_boxes.variants()
