"""One topic to read: its question, its answer, what to be careful of; below that where it stands and where to go."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import VerticalScroll
from textual.widgets import Static

from assistant.tui.laid import Laid, Lines, flowing, hung, stacked
from assistant.tui.prose import prose
from assistant.tui.safe import joined, shown_line
from assistant.tui.widgets.follow import Step, step_lines
from assistant.tui.widgets.sources import source_lines
from assistant.wording import term_in_words
from checkers.reports.wording import without_markdown
from knowledge.compose import Answer
from knowledge.schema import Term

_HELLO = joined(
    shown_line("Choose a place, then a subject, with ↑ ↓ and Enter; or type a word or two above to search."),
    shown_line("Each answer shows where it stands and how old that is. It is information, not legal advice."),
    between="\n\n",
)
_EMPTY = flowing(shown_line(""))


class TopicPage(VerticalScroll):
    """A topic, from its first line on; sources and steps are in it where no room is beside it."""

    BORDER_TITLE = "Answer"

    def __init__(self) -> None:
        below = (Static("", id="belonging", classes="below"), Static("", id="words-used"))
        super().__init__(Static(_HELLO, id="told-by-topic"), *below, id="topic")

    def show(self, answer: Answer | None, steps: Sequence[Step], terms: Sequence[Term]) -> None:
        """Show an answer with where it leads, and the terms it uses explained; None for how to come to one."""
        self.query_one("#told-by-topic", Static).update(Laid(_text(answer)) if answer else _HELLO)
        below = Laid(stacked(_EMPTY, *_sources(answer), step_lines(steps))) if answer else ""
        self.query_one("#belonging", Static).update(below)
        self.query_one("#words-used", Static).update(Laid(_words_used(terms)) if terms else "")
        self.scroll_home(animate=False)

    def read(self, pages: int) -> None:
        """Move up or down by a page, two lines of which stay in sight."""
        self.scroll_relative(y=pages * max(self.size.height - 2, 1), animate=False)


def _text(answer: Answer) -> Lines:
    notes = (flowing(shown_line(f"Note: {without_markdown(each)}", "italic")) for each in answer.cautions)
    parts = (flowing(shown_line(answer.question, "bold")), prose(answer.answer), *notes)
    return stacked(parts[0], *(each for part in parts[1:] for each in (_EMPTY, part)))


def _words_used(terms: Sequence[Term]) -> Lines:
    explained = (hung(shown_line("– "), flowing(shown_line(term_in_words(term)))) for term in terms)
    return stacked(_EMPTY, flowing(shown_line("Words used here", "bold")), *explained)


def _sources(answer: Answer) -> list[Lines]:
    if not answer.citations:
        return []
    return [flowing(shown_line("Where it stands", "bold")), *map(source_lines, answer.citations), _EMPTY]
