"""What belongs to an answer: where it is written, how old that is, and what people ask next."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.tui.laid import Lines, flowing, hung, stacked
from assistant.tui.safe import joined, shown_line
from assistant.tui.widgets.marked_list import Item, MarkedList
from assistant.wording import currency_in_words
from knowledge.compose import Answer, Cited

NOT_YET = "The sources of an answer are shown here."
NONE = "No source: this is not an answer on rules."


def source_lines(cited: Cited) -> Lines:
    """A source with the place in it; below it where it holds, its date and its currency."""
    return hung(shown_line("• "), _source(cited))


def _source(cited: Cited) -> Lines:
    locator = f", {cited.locator}" if cited.locator else ""
    return stacked(
        flowing(joined(shown_line(cited.title, "bold"), shown_line(locator), between="")),
        flowing(shown_line(f"{cited.place}; {currency_in_words(cited)}")),
    )


def related_title(answer: Answer) -> str:
    """What stands over the questions that go with an answer."""
    if answer.options:
        return "Which do you mean?"
    return "See also" if answer.status == "declined" else "People also ask"


class Sources(MarkedList):
    """The sources of what is read, to be opened."""

    BORDER_TITLE = "Where it stands"

    def __init__(self) -> None:
        super().__init__(id="sources")
        self._cited: Sequence[Cited] = ()
        self._without = ""
        self.show((), NOT_YET)

    @property
    def current(self) -> str:
        """The id of the source under the cursor, "" for none."""
        at = self.highlighted
        return self._cited[at].source if at is not None and at < len(self._cited) else ""

    def show(self, cited: Sequence[Cited], without: str) -> None:
        """Show these sources; `without` is what is said where there are none."""
        if (cited, without) == (self._cited, self._without):
            return  # so that the cursor stays while one reads on in the same answer
        self._cited, self._without = cited, without
        self.border_subtitle = "Enter opens one" if cited else ""
        nothing = Item("", flowing(shown_line(without)), heading=True)
        self.fill([Item("•", _source(each)) for each in cited] or [nothing])


class RelatedList(MarkedList):
    """The questions that go with an answer, numbered as they are typed."""

    BORDER_SUBTITLE = "Enter, or the number"

    def __init__(self) -> None:
        super().__init__(id="related")
        self.display = False

    def show(self, title: str, questions: Sequence[str]) -> None:
        """Show these questions."""
        self.border_title = title
        self.fill(Item(f"{number}.", flowing(shown_line(each))) for number, each in enumerate(questions, 1))
        self.display = bool(questions)
