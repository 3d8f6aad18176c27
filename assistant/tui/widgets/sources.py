"""What stands beside an answer: where it is written, how old that is, and what people ask next."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.tui.safe import joined, shown_line
from assistant.wording import currency_in_words
from knowledge.answer import Answer, Cited


class Sources(VerticalScroll):
    """The sources of the last answer, and the questions that go with it, numbered as they are typed."""

    BORDER_TITLE = "Where it stands"

    def compose(self) -> ComposeResult:
        """Empty until there is an answer."""
        yield Static(shown_line("The sources of an answer are shown here.", "dim"), id="cited")
        yield Static("", id="next")
        yield OptionList(id="related")

    def on_mount(self) -> None:
        """No list without questions."""
        self.query_one("#related").display = False

    def show(self, answer: Answer | None) -> None:
        """Show what belongs to an answer."""
        cited = [_source(each) for each in answer.citations] if answer else []
        nothing = shown_line("No source: this is not an answer on rules.", "dim")
        self.query_one("#cited", Static).update(joined(*cited, between="\n\n") if cited else nothing)
        options = self.query_one("#related", OptionList)
        options.clear_options()
        related = answer.related if answer and not answer.options else ()
        options.add_options(
            Option(shown_line(f"{number}. {each.question}")) for number, each in enumerate(related, start=1)
        )
        title = "" if not related or not answer else "See also" if answer.status == "declined" else "People also ask"
        self.query_one("#next", Static).update(shown_line(title, "bold"))
        options.display = bool(related)
        self.scroll_home(animate=False)


def _source(cited: Cited) -> Content:
    return joined(
        shown_line(cited.title, "bold"),
        shown_line(cited.locator),
        shown_line(f"{cited.place}; {currency_in_words(cited)}", "dim"),
    )
