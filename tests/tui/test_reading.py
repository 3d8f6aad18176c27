"""Stories of reading: next questions by a key, facts corrected, words found, sources and terms opened, and saved."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from textual.binding import Binding
from textual.pilot import Pilot
from textual.widgets import Input

from assistant.conversation import State
from assistant.reading_on import Leaf
from assistant.tui import finder
from assistant.tui.app import TandemApp
from assistant.tui.dialogs.choose import Choose
from assistant.tui.dialogs.help import Help
from assistant.tui.dialogs.noted import Noted
from assistant.tui.safe import shown
from assistant.tui.screens.ask import AskScreen
from assistant.tui.screens.library import LibraryScreen
from assistant.tui.widgets.find_bar import FindBar
from assistant.tui.widgets.marked_list import MarkedList
from assistant.tui.widgets.passage import Passage, Sought
from assistant.tui.widgets.shelf_list import ShelfList
from assistant.tui.widgets.sources import RelatedList, Sources
from assistant.tui.widgets.turns import Turn
from knowledge import load
from knowledge.browse import resting_on, search_terms
from knowledge.schema import Source, Term
from tests.tui.app_driver import LARGE, SMALL, ask, running, seen, until, words

NARROW = (40, 20)
PAID, WHERE = "is a SEIT paid extra?", "where should coordination be documented"
DANGER = "my husband hits me and the kids"


def app_of(pilot: Pilot[None]) -> TandemApp:
    """The app that is tested."""
    assert isinstance(pilot.app, TandemApp)
    return pilot.app


def asked(pilot: Pilot[None]) -> list[str]:
    """What was said in the conversation."""
    return [turn._said for turn in app_of(pilot).asking.query(Turn)]


def told(pilot: Pilot[None]) -> str:
    """What the screen says above the keys."""
    return str(pilot.app.screen.query_one("#told").render())


def read_in(pilot: Pilot[None]) -> Leaf | None:
    """What is read in the Library."""
    screen = pilot.app.screen
    assert isinstance(screen, LibraryScreen)
    return screen._leaf


def under_cursor(pilot: Pilot[None]) -> Leaf | None:
    """What is under the cursor in the list of the Library."""
    return pilot.app.screen.query_one(ShelfList).current


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and let them have their effect."""
    await pilot.press(*keys)
    await pilot.pause()


async def chosen(pilot: Pilot[None], number: int) -> None:
    """Take the choice of that number, from 0, in the dialog that is open."""
    assert isinstance(pilot.app.screen, Choose)
    pilot.app.screen.query_one(MarkedList).highlighted = number
    await press(pilot, "enter")


# --- what people ask next ---


@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
async def test_out_of_the_line_a_number_asks_at_once(size: tuple[int, int]) -> None:
    """In it, it is a letter like any other: a question may begin with it."""
    async with running(size) as pilot:
        await ask(pilot, PAID)
        second = app_of(pilot).asking._questions[1]
        await press(pilot, *"2 se", "backspace")
        assert asked(pilot) == [PAID]
        assert pilot.app.screen.query_one("#question", Input).value == "2 s"
        await press(pilot, "escape", "2")
        assert asked(pilot) == [PAID, second]
        await press(pilot, "9")
        assert len(asked(pilot)) == 2


async def test_while_one_types_it_is_said_which_question_enter_asks() -> None:
    """And no more, as soon as something else is typed."""
    async with running(SMALL) as pilot:
        await ask(pilot, PAID)
        first = app_of(pilot).asking._questions[0]
        await press(pilot, "1")
        assert told(pilot) == f"Enter asks: {first}"
        await press(pilot, "0")
        assert told(pilot) == ""
        await press(pilot, "backspace", "enter")
        assert asked(pilot) == [PAID, first]
        assert told(pilot) == ""


@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
async def test_a_choice_is_taken_by_its_number(size: tuple[int, int]) -> None:
    """It stands in the conversation by its words; in a large window it can be chosen in the list too."""
    async with running(size) as pilot:
        await ask(pilot, WHERE)
        options = app_of(pilot).asking._questions
        assert "Connecticut" in options
        assert "Which do you mean?" in seen(pilot)
        await press(pilot, "escape", str(options.index("Connecticut") + 1))
        assert asked(pilot) == [WHERE, "Connecticut"]
        assert app_of(pilot).asking.state.place == "ct"
        if size == LARGE:
            await press(pilot, "ctrl+n")
            await ask(pilot, "how must coordination be documented")
            related = pilot.app.screen.query_one(RelatedList)
            assert related.border_title == "People also ask"


# --- what is noted ---


@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
async def test_what_is_noted_is_corrected_by_one_key(size: tuple[int, int]) -> None:
    """A wrong service, the place, the age, the program, the role; each with the words it was taken from; then all."""
    async with running(size) as pilot:
        await ask(pilot, "my son is 2 and gets OT. who pays?")
        assert "Noted: child 2 years old" in seen(pilot)
        assert "│ Ctrl+Y" in seen(pilot)
        await press(pilot, "ctrl+y")
        noted = pilot.app.screen
        assert isinstance(noted, Noted)
        facts = pilot.app.screen.query_one(MarkedList)
        assert "from: “my son is 2 and gets OT.”" in words(pilot) or size == NARROW
        await press(pilot, "enter")
        await chosen(pilot, list(load().places).index("ct") + 1)
        assert "Place: Connecticut" in words(pilot)
        await press(pilot, "down", "enter")
        await chosen(pilot, 2)
        await press(pilot, "down", "enter")
        await chosen(pilot, 2)
        await press(pilot, "down", "enter", "escape")
        assert noted.is_current
        await press(pilot, "enter")
        await chosen(pilot, 5)
        await press(pilot, "down", "down")
        assert facts.highlighted == 5
        await press(pilot, "enter", "down", "space", "escape")
        assert app_of(pilot).asking.is_current
        state = app_of(pilot).asking.state
        assert (state.place, state.role, state.programme, state.age) == (
            "ct",
            "provider",
            "part-b-preschool",
            "4 years",
        )
        assert state.services == ("no occupational therapy", "physical therapy")
        assert state.heard == ()
        assert "Ctrl+R asks your last question again by this." in words(pilot)
        await press(pilot, "ctrl+r")
        assert len(asked(pilot)) == 2
        await press(pilot, "escape", "r")
        assert len(asked(pilot)) == 3
        state = app_of(pilot).asking.state
        assert asked(pilot)[-1] == state.asked
        await press(pilot, "y", "end", "enter", "escape")
        assert app_of(pilot).asking.state == State(
            topic=state.topic, asked=state.asked, told=state.told, options=state.options
        )
        assert not pilot.app.screen.query_one("#noted").display


async def test_without_a_question_nothing_is_asked_again() -> None:
    """And Escape leaves all as it is."""
    async with running(SMALL) as pilot:
        await press(pilot, "ctrl+r")
        assert told(pilot) == "There is no question yet that could be asked again."
        await press(pilot, "ctrl+y", "escape")
        assert app_of(pilot).asking.state == State()


async def test_a_place_that_is_not_covered_is_said() -> None:
    """Until another is chosen."""
    async with running(SMALL) as pilot:
        await ask(pilot, "We live in Ohio.")
        assert "Noted: in Ohio, not covered" in seen(pilot)
        await press(pilot, "f4")
        await chosen(pilot, list(load().places).index("fl") + 1)
        assert app_of(pilot).asking.state == State(place="fl")
        assert not pilot.app.screen.query_one("#noted").display


async def test_private_details_get_a_gentle_word() -> None:
    """Once; and with the help in danger none, with the help above all else."""
    async with running(LARGE) as pilot:
        await ask(pilot, "Who coordinates for Jayden Rivera?")
        assert "You need not name the child: no answer here needs it." in words(pilot)
        await ask(pilot, "And is Jayden Rivera too old?")
        assert words(pilot).count("You need not name the child") <= 1


@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
async def test_in_danger_the_help_stands_above_all(size: tuple[int, int]) -> None:
    """The number is in sight at once, however long the question was."""
    async with running(size) as pilot:
        await ask(pilot, PAID)
        await ask(pilot, f"{DANGER}, {'and nobody listens to us at the school ' * 20}")
        await until(pilot, lambda: "911" in seen(pilot))
        last = app_of(pilot).asking.query(Turn).last()
        first = last.query(Passage).first()
        assert first.virtual_region.y == 0
        assert "1-800-799-7233" in seen(pilot).replace("\n", " ")
        assert "You:" not in seen(pilot).partition("911")[0].rpartition("Conversation")[2] or size == LARGE


async def test_of_a_long_question_the_beginning_is_shown() -> None:
    """With a sign, so that the answer is in sight."""
    async with running(SMALL) as pilot:
        await ask(pilot, "is a SEIT paid extra? " * 40)
        assert "… (read to its end)" in words(pilot)


# --- finding words ---


def test_places_are_marked_by_signs_and_counted() -> None:
    """Across capitals and any space; no sign of a pattern has a meaning; nothing is found by nothing."""
    sought = Sought("seit rate", 2)
    text = sought(shown("The SEIT\n rate, a seit rate and a SEIT."))
    assert text.plain == "The ›SEIT\n rate‹, a ▶seit rate◀ and a SEIT."
    assert sought.count == 2
    for nothing in ("", "  ", ".*", "("):
        assert Sought(nothing, 1)(text) is text


@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
@pytest.mark.parametrize("begin", [("ctrl+f",), ("escape", "slash")])
async def test_words_are_found_in_the_conversation(size: tuple[int, int], begin: tuple[str, ...]) -> None:
    """Each in its turn, with the count; behind the last the first; Escape takes the marks away."""
    async with running(size) as pilot:
        await ask(pilot, PAID)
        await press(pilot, *begin)
        await press(pilot, *"SEIT")
        await until(pilot, lambda: "1 of " in seen(pilot))
        assert "▶SEIT◀" in seen(pilot)
        bar = pilot.app.screen.query_one(FindBar)
        count = bar._count
        assert count >= 3
        await press(pilot, "down", "enter")
        await until(pilot, lambda: f"3 of {count}" in seen(pilot) and "▶SEIT◀" in seen(pilot))
        await press(pilot, "up", "up", "up")
        await until(pilot, lambda: f"{count} of {count}" in seen(pilot) and "▶SEIT◀" in seen(pilot))
        await press(pilot, "escape")
        await until(pilot, lambda: "▶SEIT◀" not in seen(pilot) and "›SEIT‹" not in seen(pilot))
        assert not bar.display


async def test_what_is_not_there_is_said() -> None:
    """And another question ends the search."""
    async with running(SMALL) as pilot:
        await ask(pilot, PAID)
        await press(pilot, "ctrl+f", *"zebra")
        await until(pilot, lambda: "not found" in seen(pilot))
        await press(pilot, "down", "escape")
        assert pilot.app.screen.query_one("#question", Input).has_focus
        await press(pilot, "ctrl+f")
        pilot.app.screen.query_one("#question").focus()
        await ask(pilot, PAID)
        assert not pilot.app.screen.query_one(FindBar).display


async def test_n_and_p_go_on_where_one_reads() -> None:
    """While the line is open; they mean nothing else."""
    async with running(SMALL) as pilot:
        await ask(pilot, PAID)
        await press(pilot, "escape", "n", "p", "ctrl+f", *"the")
        await until(pilot, lambda: "1 of " in seen(pilot))
        pilot.app.screen.query_one("#talk").focus()
        await press(pilot, "n", "n", "p")
        await until(pilot, lambda: "2 of " in seen(pilot))


@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
async def test_words_are_found_in_the_answer_of_the_library(size: tuple[int, int]) -> None:
    """With the sources and the words explained below it."""
    async with running(size) as pilot:
        await press(pilot, "f7")
        await app_of(pilot).read_in_library(load().by_id["ny-schenectady/seit-paid-extra"])
        await press(pilot, "ctrl+f", *"the county")
        await until(pilot, lambda: "1 of " in seen(pilot))
        assert "◀" in seen(pilot)
        await press(pilot, "escape")
        await until(pilot, lambda: "◀" not in seen(pilot))
        assert isinstance(pilot.app.screen, LibraryScreen)


# --- sources and terms ---


@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
async def test_a_source_of_an_answer_is_opened_with_all_that_rests_on_it(size: tuple[int, int]) -> None:
    """From the conversation into the Library, on to a topic, and back again."""
    async with running(size) as pilot:
        await press(pilot, "ctrl+o")
        assert "No source belongs to what is read here." in words(pilot)
        await ask(pilot, PAID)
        await press(pilot, "escape", "o")
        await chosen(pilot, 0)
        assert isinstance(pilot.app.screen, LibraryScreen)
        shelves = pilot.app.screen.query_one(ShelfList)
        source = shelves.current
        assert isinstance(source, Source)
        topics = resting_on(load(), source.id)
        assert f"{len(topics)} topics on one source" in seen(pilot)
        assert len({topic.places[0] for topic in topics[:5]}) == 1
        await press(pilot, "enter")
        assert f"What it is: {source.authority}"[:20] in words(pilot)
        await press(pilot, "escape", "down")
        assert shelves.current == topics[0]
        await press(pilot, "enter", "escape", "escape")
        assert shelves.shows_all
        await press(pilot, "f2")
        assert asked(pilot) == [PAID]


async def test_a_source_is_opened_from_the_list_beside_the_answer() -> None:
    """With Enter; in the Library too."""
    async with running(LARGE) as pilot:
        await ask(pilot, PAID)
        sources = pilot.app.screen.query_one(Sources)
        sources.focus()
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, LibraryScreen)
        first = pilot.app.screen.query_one(ShelfList).current
        assert isinstance(first, Source)
        await press(pilot, "down", "enter")
        pilot.app.screen.query_one(Sources).focus()
        await press(pilot, "end", "enter")
        assert isinstance(pilot.app.screen.query_one(ShelfList).current, Source)


@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
async def test_words_of_an_answer_are_explained_and_followed(size: tuple[int, int]) -> None:
    """Backspace leads back to what was read before."""
    async with running(size) as pilot:
        await press(pilot, "ctrl+g")
        assert told(pilot).startswith("There is no word of the field here")
        await ask(pilot, PAID)
        await press(pilot, "escape", "w")
        await chosen(pilot, 0)
        screen, term = pilot.app.screen, read_in(pilot)
        assert isinstance(screen, LibraryScreen)
        assert isinstance(term, Term)
        assert term.name in words(pilot)
        assert [step.topic.id for step in screen.steps] == list(term.topics)
        await press(pilot, "o")
        assert read_in(pilot) == load().sources[term.source]
        await press(pilot, "backspace")
        assert read_in(pilot) == term
        await press(pilot, "1")
        assert screen.answer is not None
        assert screen.answer.topic == term.topics[0]
        await press(pilot, "backspace", "1", "ctrl+g")
        await chosen(pilot, 0)
        assert isinstance(read_in(pilot), Term)


@pytest.mark.parametrize("size", [NARROW, SMALL, LARGE])
async def test_the_glossary_is_browsed_and_searched(size: tuple[int, int]) -> None:
    """All terms of it; a term of just the name that is typed comes first."""
    async with running(size) as pilot:
        await press(pilot, "f7", "enter", "g", "down")
        shelves = pilot.app.screen.query_one(ShelfList)
        assert shelves.current == load().glossary[0]
        await press(pilot, "up", "down", "down", "enter")
        assert load().glossary[1].explanation[:12] in words(pilot)
        await press(pilot, "slash", *"seit")
        assert shelves.current == search_terms(load(), "seit")[0]
        assert search_terms(load(), "seit")[0].name == "SEIT"
        await press(pilot, "enter", "enter")
        assert "Glossary" in seen(pilot)


async def test_the_sources_are_browsed_by_their_places() -> None:
    """Each with what it is, how old it is, and what rests on it; Escape leads back to it in the list."""
    async with running(SMALL) as pilot:
        await press(pilot, "f7", "enter", "end", "enter", "down", "enter", "down")
        source = under_cursor(pilot)
        assert isinstance(source, Source)
        text = words(pilot)
        for part in ("What it is:", "Where it holds:", "How old it is:", "Where to find it:", "topics rest on it"):
            assert part in text
        await press(pilot, "enter")
        assert "on one source" in seen(pilot)
        await press(pilot, "escape")
        assert "on one source" not in seen(pilot)
        assert under_cursor(pilot) == source


# --- saving ---


async def test_all_answers_are_saved_one_after_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the one that is read; declines are left out."""
    monkeypatch.chdir(tmp_path)
    async with running(SMALL) as pilot:
        for question in (PAID, "what is the SEIT rate in Suffolk County?", "who coordinates with speech and OT?"):
            await ask(pilot, question)
        await press(pilot, "ctrl+s")
        assert "All 2 answers, one after another" in words(pilot)
        await chosen(pilot, 1)
        await press(pilot, "enter")
        await until(pilot, (tmp_path / "answers.docx").exists)
        headings = [each.text for each in docx.Document(str(tmp_path / "answers.docx")).paragraphs]
        assert headings[0] == "2 questions, with their answers"
        assert PAID in headings
        assert "who coordinates with speech and OT?" in headings
        assert headings.count("Sources") == 2
        await until(pilot, lambda: "Written:" in words(pilot))
        await press(pilot, "escape", "s")
        await chosen(pilot, 0)
        await press(pilot, "enter")
        await until(pilot, lambda: len(list(tmp_path.glob("*.docx"))) == 2)


async def test_an_answer_of_the_conversation_is_copied() -> None:
    """With its sources; the palette does it while one types."""
    async with running(SMALL) as pilot:
        await ask(pilot, PAID)
        await press(pilot, "escape", "c")
        assert pilot.app.clipboard.startswith(f"# {PAID}\n")
        assert "## Sources" in pilot.app.clipboard
        assert "Copied, with its sources." in words(pilot)


# --- the finder ---


async def test_a_question_waits_until_the_knowledge_base_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so, takes keys meanwhile, and answers then; the Library finds the nearest then."""
    gate = threading.Event()
    monkeypatch.setattr(finder, "_opened", threading.Event())
    monkeypatch.setattr(finder, "ask", lambda *_: gate.wait())
    async with running(LARGE) as pilot:
        try:
            await ask(pilot, PAID)
            assert told(pilot) == finder.OPENING
            assert asked(pilot) == []
            await press(pilot, *"and")
            assert pilot.app.screen.query_one("#question", Input).value == "and"
            await press(pilot, "f7")
            await press(pilot, *"medicade billling")
            await until(pilot, lambda: "Nothing found" in seen(pilot))
        finally:
            gate.set()
        await until(pilot, lambda: asked(pilot) == [PAID])
        await until(pilot, lambda: "Not found; nearest" in seen(pilot))


# --- keys ---


@pytest.mark.parametrize(("key", "kind"), [("f2", AskScreen), ("f7", LibraryScreen)])
async def test_every_key_is_in_the_help_and_every_action_in_the_palette(
    key: str, kind: type[AskScreen | LibraryScreen]
) -> None:
    """In plain words; each question that can be asked next is one."""
    async with running(SMALL) as pilot:
        await ask(pilot, PAID)
        question = app_of(pilot).asking._questions[0]
        await press(pilot, key)
        if kind is LibraryScreen:
            await app_of(pilot).read_in_library(load().by_id["ny-schenectady/seit-paid-extra"])
        titles = {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
        assert {"Find words here", "Open a source", "Explain the words", "Save this answer"} <= titles
        if kind is AskScreen:
            assert {f"Ask: {question}", "Correct what is noted of you", "Save all answers", "New subject"} <= titles
        else:
            assert {"Browse the glossary", "Browse the sources"} <= titles
        named = " ".join(keys for keys, _ in kind.KEYS) + " ".join(told for _, told in kind.KEYS)
        for binding in kind.BINDINGS:
            assert isinstance(binding, Binding)
            for each in binding.key.split(","):
                name = pilot.app.get_key_display(replace(binding, key=each))
                assert each in ("down", "q") or each.isdigit() or name in named, name
        await press(pilot, "f1")
        assert isinstance(pilot.app.screen, Help)
        assert f"{kind.NAMED}: keys" in seen(pilot)
