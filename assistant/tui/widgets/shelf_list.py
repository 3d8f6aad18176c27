"""What there is to browse: topics by place, programme and subject, the glossary, the sources; or what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType

from assistant.reading_on import Leaf
from assistant.tui.laid import Lines, flowing, stacked
from assistant.tui.safe import shown_line
from assistant.tui.widgets.marked_list import Item, MarkedList
from checkers.reports.wording import counted
from knowledge import KnowledgeBase, Topic
from knowledge.browse import Search, Shelf, programme_name, resting_on, subject_of
from knowledge.schema import Source, Term

Branch = tuple[str, ...]
"""A place, a programme of it, a subject of that, as many of them as it takes to name it; the glossary; the sources, a
place of theirs."""

GLOSSARY, SOURCES = "Glossary", "Sources"
_MOST_TERMS = 5
"""So many terms stand before the topics that a search found."""
_OTHER_NAMES = 2
_MOST = 30
"""So many of what a search found are listed: nobody reads on so far, and the list stays quick."""


@dataclass(frozen=True, slots=True)
class Row:
    """A branch, or what can be read; neither in a line that only says something."""

    branch: Branch = ()
    leaf: Leaf | None = None


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
        self.shows_all = True
        """Whether all there is to browse is shown, in place of what was found."""

    @property
    def current(self) -> Leaf | None:
        """What can be read under the cursor, None on a branch."""
        return self._row.leaf

    @property
    def _row(self) -> Row:
        at = self.highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else Row()

    # --- all of it ---

    def show_all(self, at: Leaf | None = None) -> None:
        """Show the places and the shelves beside them, and below each what is open; go to `at` where that is in it."""
        before = self._row.branch
        self.shows_all = True
        self.border_title, self.border_subtitle = "Topics", "Enter opens"
        rows = [*self._branches(), *self._glossary(), *self._sources()]
        self._put(rows)
        branches, leaves = [row.branch for row, _ in rows], [row.leaf for row, _ in rows]
        if at in leaves and at is not None:
            self.highlighted = leaves.index(at)
        else:
            self.highlighted = branches.index(before) if before and before in branches else 0

    def _branches(self) -> Iterator[tuple[Row, Item]]:
        seen: set[Branch] = set()
        for shelf in self._shelves:
            names = (self._base.places[shelf.place].name, programme_name(shelf.programme), shelf.subject)
            for depth, name in enumerate(names):
                branch = shelf.path[: depth + 1]
                if branch not in seen:
                    seen.add(branch)
                    yield self._branch(branch, name, self._count(branch))
                if branch not in self._opened:
                    break
            else:
                for topic in shelf.topics:
                    yield Row(leaf=topic), Item("   •", flowing(shown_line(topic.question)))

    def _glossary(self) -> Iterator[tuple[Row, Item]]:
        branch, terms = (GLOSSARY,), self._base.glossary
        yield self._branch(branch, GLOSSARY, len(terms))
        if branch in self._opened:
            yield from ((Row(leaf=term), Item(" •", _term(term))) for term in terms)

    def _sources(self) -> Iterator[tuple[Row, Item]]:
        branch = (SOURCES,)
        yield self._branch(branch, SOURCES, len(self._base.sources))
        for place in self._base.places.values() if branch in self._opened else ():
            own, inner = [each for each in self._base.sources.values() if each.place == place.id], (*branch, place.id)
            if own:
                yield self._branch(inner, place.name, len(own))
            if inner in self._opened:
                yield from ((Row(leaf=source), Item("  •", flowing(shown_line(source.title)))) for source in own)

    def _branch(self, branch: Branch, name: str, count: int) -> tuple[Row, Item]:
        sign = " " * (len(branch) - 1) + ("▾" if branch in self._opened else "▸")
        return Row(branch), Item(sign, flowing(shown_line(f"{name} ({count})", "bold")))

    def _count(self, branch: Branch) -> int:
        return sum(len(shelf.topics) for shelf in self._shelves if shelf.path[: len(branch)] == branch)

    # --- what was found ---

    def show_found(self, found: Search, terms: Sequence[Term] = ()) -> None:
        """Show what a search found, and choose the first: help in danger, then terms, then topics."""
        self.shows_all = False
        number, shown = len(found.topics), found.topics[:_MOST]
        many = f"{len(shown)} of {number} found: type on" if number > _MOST else f"{counted(number, 'topic')} found"
        self.border_title = many if found.exact else "Not found; nearest"
        self.border_subtitle = "Enter reads"
        rows = [(Row(leaf=topic), self._found_item(topic)) for topic in shown]
        urgent = sum(topic.kind == "crisis" for topic in shown)
        rows[urgent:urgent] = [(Row(leaf=term), Item("•", _term(term))) for term in terms[:_MOST_TERMS]]
        if not rows:
            self.border_title, self.border_subtitle = "Nothing found", ""
            words = "Try another word, or ask in a sentence: F2."
            self._put([(Row(), Item("", flowing(shown_line(words)), heading=True))])
        else:
            self._put(rows)
        self.highlighted = 0 if rows else None

    def show_resting_on(self, source: Source) -> None:
        """Show a source, and below it all topics that rest on it."""
        self.shows_all = False
        topics = resting_on(self._base, source.id)
        self.border_title, self.border_subtitle = f"{counted(len(topics), 'topic')} on one source", "Enter reads"
        self._put(
            [
                (Row(leaf=source), Item("▾", flowing(shown_line(source.title, "bold")))),
                *((Row(leaf=topic), self._found_item(topic)) for topic in topics),
            ]
        )
        self.highlighted = 0

    def _found_item(self, topic: Topic) -> Item:
        where = f"{self._base.places[topic.places[0]].names[0].title()}: {subject_of(topic)}"
        return Item("•", stacked(flowing(shown_line(topic.question)), flowing(shown_line(where))))

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
        if (place,) not in self._opened and any(shelf.place == place for shelf in self._shelves):
            self.open_branch((place,))

    def open_branch(self, branch: Branch) -> None:
        """Open a branch of the first order, and go to it."""
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


def _term(term: Term) -> Lines:
    others = f" ({', '.join(term.others[:_OTHER_NAMES])})" if term.others else ""
    return flowing(shown_line(f"{term.name}{others}"))
