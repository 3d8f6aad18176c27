"""One question and what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from assistant.conversation import Reply
from assistant.tui.laid import Laid, Lines, flowing, hung, stacked
from assistant.tui.prose import is_item, laid_out, paragraphs
from assistant.tui.safe import shown_line
from assistant.tui.widgets.sources import related_title, source_lines
from checkers.reports.wording import without_markdown
from knowledge.compose import Answer


class Turn(Vertical):
    """What was said and the reply: the answer, its choices, its cautions.

    Its sources and the questions that go with it are below where no room is beside it.
    """

    def __init__(self, said: str, reply: Reply) -> None:
        super().__init__()
        self._said = said
        self._reply = reply

    @property
    def answer(self) -> Answer | None:
        """The answer, None where nothing was asked."""
        return self._reply.answer

    def compose(self) -> ComposeResult:
        """The question, then the answer."""
        yield Static(shown_line(f"You: {self._said}", "bold"), classes="said")
        if self._reply.noted:
            yield Static(shown_line(self._reply.noted, "italic"), classes="paragraph")
        yield from map(_paragraph, paragraphs(self._reply.text))
        if self.answer is not None:
            yield from _extras(self.answer)
            yield from _below(self.answer)


def _paragraph(text: str) -> Static:
    return Static(Laid(laid_out(text)), classes="item" if is_item(text) else "paragraph")


def _extras(answer: Answer) -> Iterator[Static]:
    if answer.options:
        hint = flowing(shown_line("Type the number and Enter.", "dim"))
        yield Static(Laid(stacked(*_numbered(answer.options), hint)), classes="paragraph")
    for caution in map(without_markdown, answer.cautions):
        yield Static(shown_line(f"Note: {caution}", "italic"), classes="paragraph")


def _below(answer: Answer) -> Iterator[Static]:
    if answer.citations:
        title = flowing(shown_line("Where it stands", "bold"))
        yield Static(Laid(stacked(title, *map(source_lines, answer.citations))), classes="paragraph below")
    if answer.related and not answer.options:
        title = flowing(shown_line(f"{related_title(answer)} (type the number)", "bold"))
        questions = _numbered([each.question for each in answer.related])
        yield Static(Laid(stacked(title, *questions)), classes="paragraph below related")


def _numbered(texts: Iterable[str]) -> list[Lines]:
    return [hung(shown_line(f" {number}. "), flowing(shown_line(text))) for number, text in enumerate(texts, 1)]
