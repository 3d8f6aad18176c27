"""The topics to browse: by place, programme and subject, or those that a search found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType

from assistant.tui.laid import flowing, stacked
from assistant.tui.safe import shown_line
from assistant.tui.widgets.marked_list import Item, MarkedList
from checkers.reports.wording import counted
from knowledge import KnowledgeBase, Topic
from knowledge.browse import Search, Shelf, programme_name, subject_of

Branch = tuple[str, ...]
"""A place, a programme of it, a subject of that: as many of them as it takes to name it."""

_MOST = 30
"""So many of what a search found are listed: nobody reads on so far, and the list stays quick."""


@dataclass(frozen=True, slots=True)
class Row:
    """A branch, or a topic; neither in a line that only says something."""

    branch: Branch = ()
    topic: Topic | None = None


class ShelfList(MarkedList):
    """Branches that open and close, with the topics below them; while something is searched, what was found."""

    BORDER_TITLE = "Topics"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "open", "Open", show=False),
        Binding("left", "close", "Close", show=False),
    ]

    def __init__(self, base: KnowledgeBase, shelves: Sequence[Shelf]) -> None:
        super().__init__(id="shelves")
        self._base = base
        self._shelves = shelves
        self._opened: set[Branch] = set()
        self._rows: list[Row] = []

    @property
    def current(self) -> Topic | None:
        """The topic under the cursor, None on a branch."""
        return self._row.topic

    @property
    def _row(self) -> Row:
        at = self.highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else Row()

    # --- all of it ---

    def show_all(self) -> None:
        """Show the places, and below them what is open."""
        before = self._row.branch
        self.border_title, self.border_subtitle = "Topics", "Enter opens"
        rows = list(self._branches())
        self._put(rows)
        branches = [row.branch for row, _ in rows]
        self.highlighted = branches.index(before) if before and before in branches else 0

    def _branches(self) -> Iterator[tuple[Row, Item]]:
        seen: set[Branch] = set()
        for shelf in self._shelves:
            names = (self._base.places[shelf.place].name, programme_name(shelf.programme), shelf.subject)
            for depth, name in enumerate(names):
                branch = shelf.path[: depth + 1]
                if branch not in seen:
                    seen.add(branch)
                    yield Row(branch), self._branch_item(branch, name)
                if branch not in self._opened:
                    break
            else:
                for topic in shelf.topics:
                    yield Row(topic=topic), Item("   •", flowing(shown_line(topic.question)))

    def _branch_item(self, branch: Branch, name: str) -> Item:
        sign = " " * (len(branch) - 1) + ("▾" if branch in self._opened else "▸")
        return Item(sign, flowing(shown_line(f"{name} ({self._count(branch)})", "bold")))

    def _count(self, branch: Branch) -> int:
        return sum(len(shelf.topics) for shelf in self._shelves if shelf.path[: len(branch)] == branch)

    # --- what was found ---

    def show_found(self, found: Search) -> None:
        """Show what a search found, and choose the first."""
        number, shown = len(found.topics), found.topics[:_MOST]
        many = f"{len(shown)} of {number} found: type on" if number > _MOST else f"{counted(number, 'topic')} found"
        self.border_title = many if found.exact else "Not found; nearest"
        self.border_subtitle = "Enter reads"
        rows = [(Row(topic=topic), self._found_item(topic)) for topic in shown]
        if not found.topics:
            self.border_title, self.border_subtitle = "Nothing found", ""
            rows.append(
                (Row(), Item("", flowing(shown_line("Try another word, or ask in a sentence: F2.")), heading=True))
            )
        self._put(rows)
        self.highlighted = 0 if found.topics else None

    def _found_item(self, topic: Topic) -> Item:
        where = f"{self._base.places[topic.places[0]].names[0].title()}: {subject_of(topic)}"
        return Item("•", stacked(flowing(shown_line(topic.question)), flowing(shown_line(where, "dim"))))

    def _put(self, rows: Sequence[tuple[Row, Item]]) -> None:
        self._rows = [row for row, _ in rows]
        self.fill(item for _, item in rows)

    # --- opening and closing ---

    def toggle(self) -> None:
        """Open or close the branch under the cursor."""
        if branch := self._row.branch:
            self._opened ^= {branch}
            self.show_all()

    def open_place(self, place: str) -> None:
        """Open a place, and go to it, unless it is open or there is none of this id."""
        branch = (place,)
        if branch not in self._opened and any(shelf.place == place for shelf in self._shelves):
            self._opened.add(branch)
            self.show_all()
            self.highlighted = [row.branch for row in self._rows].index(branch)

    def action_open(self) -> None:
        """Open the branch under the cursor."""
        if self._row.branch not in self._opened:
            self.toggle()

    def action_close(self) -> None:
        """Close the branch under the cursor; from a topic or a closed branch go to the one above."""
        if self._row.branch in self._opened:
            self.toggle()
        elif self.highlighted is not None:
            above = [at for at, row in enumerate(self._rows[: self.highlighted]) if row.branch in self._opened]
            own = self._row.branch
            parents = [at for at in above if not own or len(self._rows[at].branch) < len(own)]
            self.highlighted = parents[-1] if parents else self.highlighted
