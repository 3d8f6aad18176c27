"""What has been found on a page so far: what the later steps of understanding work with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from checkers.document import Activity, Checkbox, Field, Signature
from checkers.layout import Line
from checkers.understand.dates import PageDates
from checkers.understand.labelled import Labelled


@dataclass(frozen=True)
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
    activity: Activity = Activity.UNKNOWN
    """What the form is for, where a user taught it."""
    sessions_from: int = 0
    """The index of the first line of the first session: what stands above it holds for all of them."""
    disciplines: frozenset[str] = frozenset()
    """The disciplines named once for all sessions."""

    @cached_property
    def fields_above(self) -> tuple[Field, ...]:
        """The fields above the first session that head no column."""
        found = (item for item in self.others if not item.column and item.order < self.sessions_from)
        return tuple(self.fields[id(item)] for item in found)

    @cached_property
    def spoken_for(self) -> frozenset[int]:
        """The indexes of the lines that hold a signature, a label or its value."""
        labels = (order for item in self.labelled if item.key for order in (item.order, item.at))
        return frozenset({each.order for each in self.signatures}.union(labels))

    @cached_property
    def boxes_above(self) -> tuple[Checkbox, ...]:
        """The boxes above the first session."""
        return tuple(box for box in self.boxes if box.order < self.sessions_from)

    @cached_property
    def legend(self) -> dict[str, str]:
        """The codes explained on the page ("A = absent, PA = provider absent"), each with its words."""
        return {
            match["code"]: match["words"].strip()
            for text in (line.text for line in self.lines)
            if len(_CODE.findall(text)) >= _A_LEGEND or re.match(r"(?i)\W*(?:key|codes?|legend)\b", text)
            for match in _CODE.finditer(text)
        }


_CODE = re.compile(
    r"(?<![\w/])(?P<code>[A-Z]{1,5}|✓|[0-9])\s*(?:=|[-–—:](?=\s))\s*"
    r"(?P<words>[A-Za-z][A-Za-z\-/']*(?: [A-Za-z\-/']+)*?)(?=\s*(?:$|[,;.|()]|\s{2}|[A-Z0-9✓]{1,5}\s*[=–—:-]))"
)
_A_LEGEND = 2
