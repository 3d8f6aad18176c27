"""One topic to read: its question, its answer, what to be careful of; below that its sources and where to read on."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import VerticalScroll
from textual.widgets import Static

from assistant.tui.laid import Laid, Lines, flowing, stacked
from assistant.tui.prose import prose
from assistant.tui.safe import joined, shown_line
from assistant.tui.widgets.follow import Step, step_lines
from assistant.tui.widgets.sources import source_lines
from assistant.wording import without_markdown
from knowledge.answer import Answer

_HELLO = (
    "Choose a place, then a subject, with ↑ ↓ and Enter; or type a word or two above to search.",
    "Each answer shows where it stands and how old that is. It is information, not legal advice.",
)
_EMPTY = flowing(shown_line(""))


class TopicPage(VerticalScroll):
    """A topic, from its first line on; sources and steps are in it where no room is beside it."""

    BORDER_TITLE = "Answer"

    def __init__(self) -> None:
        super().__init__(
            Static(joined(*map(shown_line, _HELLO), between="\n\n"), id="told-by-topic"),
            Static("", id="belonging", classes="below"),
            id="topic",
        )

    def show(self, answer: Answer, steps: Sequence[Step]) -> None:
        """Show an answer with where it leads."""
        title = flowing(shown_line(answer.question, "bold"))
        notes = [
            each
            for caution in map(without_markdown, answer.cautions)
            for each in (_EMPTY, flowing(shown_line(f"Note: {caution}", "italic")))
        ]
        self.query_one("#told-by-topic", Static).update(Laid(stacked(title, _EMPTY, prose(answer.answer), *notes)))
        self.query_one("#belonging", Static).update(Laid(stacked(_EMPTY, *_sources(answer), step_lines(steps))))
        self.scroll_home(animate=False)

    def read(self, pages: int) -> None:
        """Move up or down by a page, two lines of which stay in sight."""
        self.scroll_relative(y=pages * max(self.size.height - 2, 1), animate=False)


def _sources(answer: Answer) -> list[Lines]:
    if not answer.citations:
        return []
    return [flowing(shown_line("Where it stands", "bold")), *map(source_lines, answer.citations), _EMPTY]
