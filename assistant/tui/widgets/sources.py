"""What belongs to an answer: where it is written, how old that is, and what people ask next."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import VerticalScroll
from textual.widgets import Static

from assistant.tui.laid import Laid, Lines, flowing, hung, stacked
from assistant.tui.safe import shown_line
from assistant.tui.widgets.marked_list import Item, MarkedList
from assistant.wording import currency_in_words
from knowledge.compose import Answer, Cited, Related

_NOT_YET = "The sources of an answer are shown here."
_NONE = "No source: this is not an answer on rules."


def source_lines(cited: Cited) -> Lines:
    """A source with the place in it; below it where it holds, its date and its currency."""
    return hung(
        shown_line("• "),
        stacked(
            flowing(shown_line(f"{cited.title}, {cited.locator}")),
            flowing(shown_line(f"{cited.place}; {currency_in_words(cited)}", "dim")),
        ),
    )


def related_title(answer: Answer) -> str:
    """What stands over the questions that go with an answer."""
    return "See also" if answer.status == "declined" else "People also ask"


class Sources(VerticalScroll):
    """The sources of an answer."""

    BORDER_TITLE = "Where it stands"

    def __init__(self) -> None:
        super().__init__(Static(shown_line(_NOT_YET, "dim"), id="cited"))

    def show(self, answer: Answer | None) -> None:
        """Show the sources of an answer; None where there is none yet."""
        cited = answer.citations if answer else ()
        words = Laid(stacked(*map(source_lines, cited))) if cited else shown_line(_NONE if answer else _NOT_YET, "dim")
        self.query_one("#cited", Static).update(words)
        self.scroll_home(animate=False)


class RelatedList(MarkedList):
    """The questions that go with an answer, numbered as they are typed."""

    def __init__(self) -> None:
        super().__init__(id="related")
        self.display = False

    def show(self, title: str, related: Sequence[Related]) -> None:
        """Show these questions."""
        self.border_title = title
        self.fill(Item(f"{number}.", flowing(shown_line(each.question))) for number, each in enumerate(related, 1))
        self.display = bool(related)
