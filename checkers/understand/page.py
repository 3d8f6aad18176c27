"""What has been found on a page so far: what the later steps of understanding work with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checkers.document import Checkbox, Field, Signature
from checkers.layout import Line
from checkers.understand.dates import PageDates
from checkers.understand.labelled import Labelled


@dataclass(frozen=True, slots=True)
class Page:
    """`labelled` are all labelled values, `others` those that belong to no signature; `fields` what was made of these.

    `fields` are keyed by the identity of their labelled value; `title` holds the words of the document's own title.
    """

    lines: Sequence[Line]
    labelled: Sequence[Labelled]
    others: Sequence[Labelled]
    fields: dict[int, Field]
    boxes: Sequence[Checkbox]
    signatures: Sequence[Signature]
    dates: PageDates
    title: str
    sessions_from: int = 0
    """The index of the first line of the first session: what stands above it holds for all of them."""
