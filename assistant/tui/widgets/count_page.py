"""What is counted: what it is, its figures, and below them what follows from it, or what came out."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.counting import Countable, Worked
from assistant.tui.laid import flowing, hung, stacked
from assistant.tui.prose import laid_out, piece_laid
from assistant.tui.safe import shown_line
from assistant.tui.widgets.figures import Figures
from assistant.tui.widgets.passage import Passage, Reading

_EMPTY = flowing(shown_line(""))
_TOPICS = flowing(shown_line("Topics on it (t reads one)", "bold"))
_HELLO = "Choose on the left, or type other words above."


class CountPage(Reading):
    """One thing that can be counted, from its first line on; once it is, from the first line of what came out."""

    BORDER_TITLE = "Count it"

    def __init__(self) -> None:
        below = Passage(id="leads-to", classes="below")
        super().__init__(Passage(id="what"), Figures(), Passage(id="came-out"), below, id="counting")

    @property
    def figures(self) -> Figures:
        """The lines for its figures."""
        return self.query_one(Figures)

    def ask(self, countable: Countable | None, typed: Mapping[str, str]) -> None:
        """Ask for the figures of something, of which this was typed before; None asks for nothing."""
        self._passage("what").show(flowing(shown_line(countable.what if countable else _HELLO, "bold")))
        self.figures.ask(countable.figures if countable else (), typed)
        about = ("Enter counts.", *countable.about) if countable else ()
        self._passage("came-out").show(stacked(*map(laid_out, about)))
        self._passage("leads-to").show(None)
        self.scroll_home(animate=False)

    def show(self, worked: Worked) -> None:
        """Show what came out, with the topics on it."""
        topics = (hung(shown_line("• "), flowing(shown_line(topic.question))) for topic in worked.topics)
        self._passage("came-out").show(stacked(*map(piece_laid, worked.pieces)))
        self._passage("leads-to").show(stacked(_EMPTY, _TOPICS, *topics) if worked.topics else None)

    def go_to_result(self) -> None:
        """Read what came out; where its first line is far down, from there on."""
        self.focus(scroll_visible=False)
        self.call_after_refresh(self._show_result)  # when the sizes are known

    def _show_result(self) -> None:
        first = self._passage("came-out").virtual_region.y
        if not self.scroll_y <= first <= self.scroll_y + self.size.height // 2:
            self.scroll_to(y=first, animate=False, force=True)

    def _passage(self, name: str) -> Passage:
        return self.query_one(f"#{name}", Passage)
