"""The conversation as it stands: what was asked and answered, and which of it is being read."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from assistant.handout import to_hand_out
from assistant.tui.laid import flowing, stacked
from assistant.tui.safe import shown, shown_line
from assistant.tui.widgets.passage import Passage, Reading
from assistant.tui.widgets.turns import Turn
from knowledge.compose import Answer

_HELLO = """\
Ask in your own words, as you would ask a friend. For example:

• Who is in charge of my son's therapies?
• Is a SEIT paid extra for coordinating?
• In Connecticut, may I keep my first coordinator?

You see where each answer stands, or that it is not known here. It is information, not legal advice."""


class Talk(Reading):
    """The turns, one below another, the last one marked as such; a greeting while there are none."""

    BORDER_TITLE = "Conversation"

    def __init__(self) -> None:
        super().__init__(id="talk")

    def compose(self) -> ComposeResult:
        """The greeting."""
        title = flowing(shown_line("What would you like to know?", "bold"))
        yield Passage(stacked(title, flowing(shown(_HELLO))), id="hello")

    @property
    def turns(self) -> Sequence[Turn]:
        """All turns, in their order."""
        return list(self.query(Turn))

    @property
    def answer(self) -> Answer | None:
        """What is being read: the topmost answer in sight, at the end the last."""
        turns = self.turns
        in_sight = [turn for turn in turns if turn.virtual_region.bottom > self.scroll_y]
        at_end = self.scroll_y >= self.max_scroll_y or not in_sight
        return (turns[-1] if at_end else in_sight[0]).answer if turns else None

    @property
    def to_hand_out(self) -> Sequence[Answer]:
        """What of it can be made a handout, each answer once."""
        return to_hand_out(turn.answer for turn in self.turns if turn.answer)

    async def add(self, turn: Turn) -> None:
        """Add a turn, and show it from its first line on."""
        self.query_one("#hello").display = False
        self.query(Turn).remove_class("-last")
        turn.add_class("-last")
        await self.mount(turn)
        self.call_after_refresh(self.scroll_to_widget, turn, animate=False, top=True, force=True)

    async def clear(self) -> None:
        """Begin anew."""
        await self.query(Turn).remove()
        self.query_one("#hello").display = True
