"""What is read in the Library: a topic with where it stands and where to go, a term of the glossary, or a source."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reading_on import Step
from assistant.tui.laid import Lines, flowing, hung, stacked
from assistant.tui.prose import prose
from assistant.tui.safe import shown_line
from assistant.tui.widgets.follow import step_lines
from assistant.tui.widgets.passage import Passage, Reading
from assistant.tui.widgets.sources import source_lines
from assistant.wording import currency_in_words, term_in_words
from checkers.reports.wording import counted, without_markdown
from knowledge import KnowledgeBase
from knowledge.browse import resting_on
from knowledge.compose import Answer, cite
from knowledge.schema import Source, Term

_EMPTY = flowing(shown_line(""))
_HELLO = (
    "Choose a place, then a subject, with ↑ ↓ and Enter; or type a word or two above to search.",
    "The glossary and the sources stand below the places.",
    "Each answer shows where it stands and how old that is. It is information, not legal advice.",
)


class TopicPage(Reading):
    """What is read, from its first line on; sources and steps are in it where no room is beside it."""

    BORDER_TITLE = "Answer"

    def __init__(self) -> None:
        below = (Passage(id="belonging", classes="below"), Passage(id="words-used"))
        super().__init__(Passage(id="told-by-topic"), *below, id="topic")

    def greet(self) -> None:
        """Say how to come to something to read."""
        self._show("Answer", *(flowing(shown_line(each)) for each in _HELLO))

    def show_answer(self, answer: Answer, steps: Sequence[Step], terms: Sequence[Term]) -> None:
        """Show an answer with where it leads, and the terms it uses explained."""
        notes = (flowing(shown_line(f"Note: {without_markdown(each)}", "italic")) for each in answer.cautions)
        self._show("Answer", _title(answer.question), prose(answer.answer), *notes)
        self._passage("belonging").show(stacked(_EMPTY, *_sources(answer), step_lines(steps)))
        self._passage("words-used").show(_words_used(terms) if terms else None)

    def show_term(self, base: KnowledgeBase, term: Term, steps: Sequence[Step]) -> None:
        """Show a term with all its names, what it means, where it is used, what explains it, and where it leads."""
        names = f"Also: {', '.join(term.others)}" if term.others else ""
        where = f"A word of {' and '.join(base.places[each].name for each in term.places)}." if term.places else ""
        parts = (names, term.explanation, where, f"Where it stands: {base.sources[term.source].title}")
        self._show(
            "Glossary", flowing(shown_line(term.name, "bold")), *(flowing(shown_line(each)) for each in parts if each)
        )
        self._passage("belonging").show(stacked(_EMPTY, step_lines(steps)))

    def show_source(self, base: KnowledgeBase, source: Source) -> None:
        """Show what a source is, where it holds, how old it is, and how much rests on it."""
        cited = cite(base, source.id)
        number = len(resting_on(base, source.id))
        parts = (
            f"What it is: {source.authority}, by {source.publisher}",
            f"Where it holds: {cited.place}",
            f"How old it is: {currency_in_words(cited)}",
            f"Where to find it: {source.where}",
            f"{counted(number, 'topic')} rest{'s' if number == 1 else ''} on it; Enter on it in the list shows them.",
        )
        self._show(
            "Source", flowing(shown_line(source.title, "bold")), stacked(*(flowing(shown_line(each)) for each in parts))
        )

    def _show(self, title: str, *parts: Lines) -> None:
        """Show parts with an empty line between, and nothing below them yet."""
        self.border_title = title
        self._passage("told-by-topic").show(stacked(parts[0], *(each for part in parts[1:] for each in (_EMPTY, part))))
        self._passage("belonging").show(None)
        self._passage("words-used").show(None)
        self.scroll_home(animate=False)

    def _passage(self, name: str) -> Passage:
        return self.query_one(f"#{name}", Passage)


def _title(text: str) -> Lines:
    return flowing(shown_line(text, "bold"))


def _words_used(terms: Sequence[Term]) -> Lines:
    explained = (hung(shown_line("– "), flowing(shown_line(term_in_words(term)))) for term in terms)
    return stacked(_EMPTY, flowing(shown_line("Words used here (w opens one)", "bold")), *explained)


def _sources(answer: Answer) -> list[Lines]:
    if not answer.citations:
        return []
    return [flowing(shown_line("Where it stands (o opens one)", "bold")), *map(source_lines, answer.citations), _EMPTY]
