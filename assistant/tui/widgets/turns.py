"""One question and what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from assistant.conversation import Reply
from assistant.tui.laid import Lines, flowing, hung, stacked
from assistant.tui.prose import is_item, laid_out, paragraphs
from assistant.tui.safe import shown_line
from assistant.tui.widgets.passage import Passage
from assistant.tui.widgets.sources import related_title, source_lines
from checkers.reports.wording import without_markdown
from knowledge.compose import Answer

_LONGEST_SAID = 240
"""In characters; of a longer question the beginning is shown, so that the answer is in sight."""


class Turn(Vertical):
    """What was said and the reply: the answer, its choices, its cautions. Where there is danger, the help comes first.

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

    @property
    def questions(self) -> Sequence[str]:
        """What can be asked next, or the choices that are offered, as they are numbered."""
        answer = self.answer
        return (answer.options or [each.question for each in answer.related]) if answer else ()

    def compose(self) -> ComposeResult:
        """The question, then the answer."""
        said = self._said if len(self._said) <= _LONGEST_SAID else f"{self._said[:_LONGEST_SAID]}… (read to its end)"
        asked = Passage(flowing(shown_line(f"You: {said}", "bold")), classes="said")
        in_danger = self.answer is not None and self.answer.status == "crisis"
        if not in_danger:
            yield asked
        if self._reply.noted and not in_danger:
            yield _paragraph(flowing(shown_line(self._reply.noted, "italic")))
        for text in paragraphs(self._reply.text):
            yield Passage(laid_out(text), classes="item" if is_item(text) else "paragraph")
        if self.answer is not None:
            yield from _extras(self.answer)
        if self._reply.private:
            yield _paragraph(flowing(shown_line(self._reply.private, "italic")))
        if in_danger:
            yield asked.add_class("paragraph")
        if self.answer is not None:
            yield from _below(self.answer, self.questions)


def _extras(answer: Answer) -> Iterator[Passage]:
    for caution in map(without_markdown, answer.cautions):
        yield _paragraph(flowing(shown_line(f"Note: {caution}", "italic")))


def _below(answer: Answer, questions: Sequence[str]) -> Iterator[Passage]:
    if answer.citations:
        title = flowing(shown_line("Where it stands", "bold"))
        yield _paragraph(stacked(title, *map(source_lines, answer.citations)), "below")
    if questions:
        title = flowing(shown_line(f"{related_title(answer)} (type the number)", "bold"))
        yield _paragraph(stacked(title, *_numbered(questions)), "options" if answer.options else "below related")


def _paragraph(lines: Lines, classes: str = "") -> Passage:
    return Passage(lines, classes=f"paragraph {classes}")


def _numbered(texts: Iterable[str]) -> list[Lines]:
    return [hung(shown_line(f" {number}. "), flowing(shown_line(text))) for number, text in enumerate(texts, 1)]
