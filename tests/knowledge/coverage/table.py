"""The rows of the coverage table, and whether they hold against the knowledge base and, where they are, the texts."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.checks.figures import figures, law_numbers
from knowledge.schema import KnowledgeBase, Topic
from tests.knowledge.coverage.items import Item, Shape, split, split_facts

HERE = Path(__file__).parent
_CITE = re.compile(r"\[cite: (?P<law>.*?)(?:; seen at: .*)?\]\s*$")
_NO_FIGURE = re.compile(
    r"""
    \(\d{3}\)\ \d{3}-\d{4} | 1-(?:\d{3}-){2}\d{4}   # telephone numbers
    | \b[A-Z]{2,}-?\d+(?:-[A-Z\d])*                  # names of forms: FS-10-F, SEDCAR-2
    | \bp(?:ages?|\.)\ \d+(?:-\d+)?                  # pages
    | \[\d+\]                                        # marks of footnotes
    | \bBirth\ to\ Three\b                          # a program's name
    | (?<=[\d)])(?:\ ?[-–&]\ ?)?\(\w{1,5}\)         # paragraphs of a section
    """,
    re.VERBOSE,
)
_LABEL = re.compile(r"\A(?:[•·✓➢*o-]\s|\*|(?:\d{1,2}|[a-z])[.)]\s|\([a-h]\)\s)")


@dataclass(frozen=True, slots=True)
class Row:
    """One item with the topics that tell it, or why it is left out.

    `untold` are figures of the item that no topic repeats, and `because` says why.
    """

    locator: str
    fingerprint: str
    topics: tuple[str, ...] = ()
    left_out: str = ""
    untold: tuple[str, ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one text. `source` is a founding document's id; it is "" for a fact sheet, where each fact cites."""

    name: str
    text: str
    source: str
    shape: Shape
    rows: tuple[Row, ...]

    def items(self, folder: Path) -> list[Item] | None:
        """The items of the text in a folder of texts (itself, or its `sources` or `facts`); None if it is not there."""
        for place in (folder / "sources", folder / "facts", folder):
            if (place / self.text).is_file():
                text = (place / self.text).read_text("utf-8", errors="replace")
                return split(text, self.shape) if self.source else split_facts(text)
        return None


def sheets(folder: Path = HERE) -> list[Sheet]:
    """All sheets, the founding documents first."""
    found = [_sheet(path) for path in sorted(folder.glob("*.toml"))]
    return sorted(found, key=lambda sheet: not sheet.source)


def faults(sheet: Sheet, base: KnowledgeBase) -> Iterator[str]:
    """What is wrong in the rows themselves: each sentence begins with the row's locator."""
    for locator, count in Counter(row.locator for row in sheet.rows).items():
        if count > 1:
            yield f"{locator}: stands in {count} rows"
    for row in sheet.rows:
        if bool(row.topics) == bool(row.left_out.strip()):
            yield f"{row.locator}: needs topics or a reason to be left out, one of the two"
        if bool(row.untold) != bool(row.because.strip()):
            yield f"{row.locator}: figures that are not told need a reason, and a reason needs figures"
        for topic in row.topics:
            known = base.topic(topic)
            if known is None:
                yield f"{row.locator}: there is no topic “{topic}”"
            elif sheet.source and all(cited.source != sheet.source for cited in known.citations):
                yield f"{row.locator}: {topic} does not cite {sheet.source}"


def gaps(sheet: Sheet, base: KnowledgeBase, items: list[Item]) -> Iterator[str]:
    """Where rows and items do not go together, and figures or laws of an item that no topic of its row tells."""
    rows = {row.locator: row for row in sheet.rows}
    for item in items:
        row = rows.pop(item.locator, None)
        if row is None:
            yield f"{item.locator}: has no row; its fingerprint is {item.fingerprint}"
        elif row.fingerprint != item.fingerprint:
            yield f"{item.locator}: the text is another than the row was written for; now {item.fingerprint}"
        elif row.topics:
            topics = [known for known in map(base.topic, row.topics) if known]
            yield from _untold(row, item, set().union(*(_told(topic, base) for topic in topics)))
    for locator in rows:
        yield f"{locator}: there is no such item in the text"


def figures_of(item: Item) -> frozenset[str]:
    """The figures that an item states: no telephone numbers, pages, names of forms, marks or numbers of lists."""
    return figures(_NO_FIGURE.sub(" ", _LABEL.sub("", _CITE.sub("", item.text))))


def laws_of(item: Item) -> set[str]:
    """The numbers of the sections that a fact cites; none for what cites nothing."""
    cite = _CITE.search(item.text)
    return law_numbers(_NO_FIGURE.sub(" ", cite["law"])) if cite else set()


def _untold(row: Row, item: Item, told: set[str]) -> Iterator[str]:
    laws = laws_of(item)
    missing = figures_of(item) - told | (laws if laws.isdisjoint(told) else set())
    if new := missing - set(row.untold):
        yield f"{row.locator}: no topic of the row tells {', '.join(sorted(new))}"
    if stale := set(row.untold) - missing:
        yield f"{row.locator}: {', '.join(sorted(stale))} need not be listed as untold"


def _told(topic: Topic, base: KnowledgeBase) -> frozenset[str]:
    """The figures that a reader of a topic is shown, with those of its sources' names and places."""
    shown = [topic.question, topic.short, topic.more, topic.currency.note, *topic.cautions]
    shown += [contrast.difference for contrast in topic.contrasts]
    for cited in topic.citations:
        source = base.sources[cited.source]
        shown += [cited.locator, *cited.supports, source.title, source.dated]
    return figures("\n".join(shown))


def _sheet(path: Path) -> Sheet:
    read = tomllib.loads(path.read_text("utf-8"))
    shape = Shape(
        sections=tuple((begins, name) for begins, name in read.get("sections", ())),
        continued=tuple(read.get("continued", ())),
        rows=read.get("row_begins", Shape().rows),
    )
    rows = tuple(
        Row(
            row["locator"],
            row["fingerprint"],
            topics=tuple(row.get("topics", ())),
            left_out=row.get("left_out", ""),
            untold=tuple(row.get("untold", ())),
            because=row.get("because", ""),
        )
        for row in read["rows"]
    )
    return Sheet(path.stem, read["text"], read.get("source", ""), shape, rows)
