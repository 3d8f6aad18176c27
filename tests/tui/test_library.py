"""The Library screen as readers use it: browse, search, read, follow, go back, copy, save; by keys, in every size."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from assistant.reading_on import steps_from
from assistant.tui.app import TandemApp
from assistant.tui.dialogs.help import Help
from assistant.tui.dialogs.save import Save
from assistant.tui.screens.ask import AskScreen
from assistant.tui.screens.check import CheckScreen
from assistant.tui.screens.library import LibraryScreen
from assistant.tui.widgets.follow import FollowList
from assistant.tui.widgets.shelf_list import ShelfList
from assistant.tui.widgets.topic_page import TopicPage
from knowledge import Topic, load
from knowledge.browse import answers, search, search_terms
from knowledge.glossary import terms_of
from tests.tui.app_driver import LARGE, SMALL, ask, running, seen, until, words

NARROW = (40, 20)
SIZES = [NARROW, SMALL, LARGE]
CONTRASTED = next(each for each in load().topics if each.id == "ct/transition-at-14")
HARM = "\x1b[31mred \u202eolleh [red]markup[/red]"


def screen_of(pilot: Pilot[None]) -> LibraryScreen:
    """The screen, which is in front."""
    screen = pilot.app.screen
    assert isinstance(screen, LibraryScreen)
    return screen


def topic_of(pilot: Pilot[None]) -> str:
    """The id of what is being read."""
    answer = screen_of(pilot).answer
    return answer.topic if answer else ""


def close(text: str) -> str:
    """Text without spaces, frames and bars: a line ends anywhere, and what is in a list has a frame about it."""
    return "".join(letter for letter in text if not letter.isspace() and letter not in "│┃▶▁▂▃▄▅▆▇█")


def shows(pilot: Pilot[None], text: str) -> bool:
    """Whether a text is in sight, however it is wrapped."""
    return close(text) in close(words(pilot))


async def look_for(pilot: Pilot[None], text: str) -> None:
    """Go to the Library and type words."""
    await pilot.press("f7")
    await pilot.pause()
    screen_of(pilot).query_one("#search", Input).value = text
    await pilot.pause()


async def read(pilot: Pilot[None], topic: Topic) -> None:
    """Read a topic that was looked for by its question."""
    await look_for(pilot, topic.question)
    await pilot.press("down", "enter")
    await pilot.pause()
    assert topic_of(pilot) == topic.id


async def all_that_is_read(pilot: Pilot[None]) -> str:
    """What is in sight, and is by reading on to the end of the answer, line by line; without spaces."""
    page, found = screen_of(pilot).query_one(TopicPage), [close(words(pilot))]
    for line in range(int(page.max_scroll_y)):
        page.scroll_to(y=line + 1, animate=False)
        await pilot.pause()
        found.append(close(words(pilot)))
    return " ".join(found)


# --- browsing ---


@pytest.mark.parametrize("size", SIZES)
async def test_one_goes_from_a_place_over_a_programme_and_a_subject_to_a_topic(size: tuple[int, int]) -> None:
    """With ↓ and Enter, and back with Escape; the frame tells where one is."""
    async with running(size) as pilot:
        await pilot.press("f7")
        await pilot.pause()
        assert shows(pilot, "Search: a word or two")
        count = sum(each.places[0] == "ct" for each in answers(load()))
        assert shows(pilot, f"▸ Connecticut ({count})")
        await pilot.press("down", "down", "down", "down", "enter", "down", "enter", "down", "enter", "down")
        await pilot.pause()
        assert shows(pilot, "▾ Connecticut")
        assert shows(pilot, "▾ Early intervention (birth to 3)")
        topic = screen_of(pilot).query_one(ShelfList).current
        assert isinstance(topic, Topic)
        assert topic.places[0] == "ct"
        await pilot.press("enter")
        await pilot.pause()
        assert "┏━ Answer" in seen(pilot)
        assert shows(pilot, topic.question)
        await pilot.press("escape")
        await pilot.pause()
        assert "┏━ Topics" in seen(pilot)
        await pilot.press("left", "left")
        await pilot.pause()
        assert screen_of(pilot).query_one(ShelfList).current is None


async def test_arrows_open_and_close() -> None:
    """→ opens a branch, ← closes it, and from inside goes to the branch above."""
    async with running(SMALL) as pilot:
        await pilot.press("f7", "enter", "right")
        await pilot.pause()
        shelves = screen_of(pilot).query_one(ShelfList)
        count = shelves.option_count
        assert count > len(load().places)
        await pilot.press("right", "down", "left")
        await pilot.pause()
        assert (shelves.highlighted, shelves.option_count) == (0, count)
        await pilot.press("left", "left")
        await pilot.pause()
        assert shelves.option_count == len(load().places) + len(("glossary", "sources"))


async def test_the_readers_own_place_is_open_from_the_start() -> None:
    """As soon as it is chosen; and what is read is said for that place."""
    async with running(SMALL) as pilot:
        app = pilot.app
        assert isinstance(app, TandemApp)
        app.state = replace(app.state, place="fl")
        await pilot.press("f7")
        await pilot.pause()
        assert shows(pilot, "▾ Florida")
        await read(pilot, load().by_id["federal/transportation"])
        assert close("This is the federal rule; Florida may add to it.") in await all_that_is_read(pilot)
        app.state = replace(app.state, place="ct")
        await pilot.pause()
        assert close("This is the federal rule; Connecticut may add to it.") in await all_that_is_read(pilot)


# --- searching ---


@pytest.mark.parametrize("size", SIZES)
async def test_what_one_types_is_searched_at_once(size: tuple[int, int]) -> None:
    """The first one found can be read beside; without the words all is there again."""
    async with running(size) as pilot:
        await pilot.press("f7")
        await pilot.press(*"medicaid cons")
        await pilot.pause()
        found = search(load(), "medicaid cons", answers(load()))
        assert f"{len(found.topics)} topics found" in seen(pilot)
        assert shows(pilot, found.topics[0].question)
        if size != NARROW:
            assert topic_of(pilot) == found.topics[0].id
        screen_of(pilot).query_one("#search", Input).value = ""
        await pilot.pause()
        assert shows(pilot, "▸ Connecticut")


async def test_misspelled_words_find_the_nearest_and_it_says_so() -> None:
    """And where nothing is near, what to do instead."""
    async with running(SMALL) as pilot:
        await look_for(pilot, "medicade billling")
        assert "Not found; nearest" in seen(pilot)
        assert shows(pilot, "Medicaid")
        await look_for(pilot, "qqqq")
        assert "Nothing found" in seen(pilot)
        assert shows(pilot, "Try another word, or ask in a sentence: F2.")
        await pilot.press("enter", "enter")
        await pilot.pause()


async def test_of_many_the_rest_is_counted() -> None:
    """Nothing is left out in silence."""
    async with running(LARGE) as pilot:
        await look_for(pilot, "s")
        total = len(search(load(), "s", answers(load())).topics)
        assert f"30 of {total} found: type on" in seen(pilot)
        terms = search_terms(load(), "s")
        assert screen_of(pilot).query_one(ShelfList).option_count == 30 + 5
        assert len(terms) > 5


async def test_words_of_danger_show_the_help() -> None:
    """At once."""
    async with running(SMALL) as pilot:
        await look_for(pilot, "my husband hits me")
        assert shows(pilot, "911")


async def test_harmful_words_are_shown_harmless() -> None:
    """In the line, and in a name to save to."""
    async with running(SMALL) as pilot:
        await look_for(pilot, HARM)
        assert "[red]markup[/red]" in seen(pilot)
        await read(pilot, CONTRASTED)
        await pilot.press("s")
        await pilot.pause()
        pilot.app.screen.query_one("#target", Input).value = HARM + "\x00"
        await pilot.press("enter")
        await pilot.pause()
        text = seen(pilot)
        assert not set("\x1b\u202e\x00") & set(text)
        assert shows(pilot, "does not end in .docx or .md")


# --- reading ---


@pytest.mark.parametrize("size", SIZES)
async def test_a_topic_can_be_read_whole(size: tuple[int, int]) -> None:
    """Answer, notes, sources with their age, what it is not, and what people also ask."""
    async with running(size) as pilot:
        await read(pilot, CONTRASTED)
        text = await all_that_is_read(pilot)
        for part in (CONTRASTED.short, "The student must be invited.", "This holds for Connecticut"):
            assert close(part) in text
        citation = CONTRASTED.citations[0]
        assert close(f"{load().sources[citation.source].title}, {citation.locator}") in text
        assert close("; current") in text
        assert close("Not to be confused with") in text
        assert close("People also ask") in text
        for step in steps_from(load(), CONTRASTED):
            assert close(step.topic.question) in text
            assert close(step.difference[1:]) in text
        for term in terms_of(CONTRASTED):
            assert close(term.explanation) in text


@pytest.mark.parametrize("size", SIZES)
async def test_related_topics_are_followed_and_there_is_a_way_back(size: tuple[int, int]) -> None:
    """By numbers, as often as one likes; Backspace and Escape go back step by step, then to the topics."""
    async with running(size) as pilot:
        await read(pilot, CONTRASTED)
        first = steps_from(load(), CONTRASTED)[0].topic
        await pilot.press("1")
        await pilot.pause()
        assert topic_of(pilot) == first.id
        assert shows(pilot, first.question)
        second = steps_from(load(), first)[-1].topic
        await pilot.press(str(len(steps_from(load(), first))))
        await pilot.pause()
        assert topic_of(pilot) == second.id
        await pilot.press("backspace")
        await pilot.pause()
        assert topic_of(pilot) == first.id
        await pilot.press("9", "escape")
        await pilot.pause()
        assert topic_of(pilot) == CONTRASTED.id
        await pilot.press("backspace", "escape")
        await pilot.pause()
        assert topic_of(pilot) == CONTRASTED.id
        assert screen_of(pilot).query_one(ShelfList).has_focus


async def test_in_a_large_window_they_are_followed_in_a_list() -> None:
    """Tab and Enter."""
    async with running(LARGE) as pilot:
        await read(pilot, CONTRASTED)
        await pilot.press("tab", "tab")
        await pilot.pause()
        assert screen_of(pilot).query_one(FollowList).has_focus
        await pilot.press("down", "enter")
        await pilot.pause()
        assert topic_of(pilot) == steps_from(load(), CONTRASTED)[0].topic.id


# --- copying and saving ---


async def test_an_answer_is_copied_with_its_sources() -> None:
    """And it says so, with what to do where the terminal does not take part."""
    async with running(SMALL) as pilot:
        await read(pilot, CONTRASTED)
        await pilot.press("c")
        await pilot.pause()
        assert pilot.app.clipboard.startswith(f"# {CONTRASTED.question}\n")
        assert "## Sources" in pilot.app.clipboard
        assert shows(pilot, "Copied, with its sources.")


@pytest.mark.parametrize("size", SIZES)
async def test_an_answer_is_saved_where_the_dialog_says(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The path is named before, the file after; Ctrl+T makes it Markdown; Escape writes nothing."""
    monkeypatch.chdir(tmp_path)
    async with running(size) as pilot:
        await read(pilot, CONTRASTED)
        await pilot.press("s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Save)
        assert shows(pilot, CONTRASTED.question)
        target = tmp_path / "ct-transition-at-14.docx"
        assert shows(pilot, f"To be written: {target}")
        await pilot.press("escape")
        await pilot.pause()
        assert not written_in(tmp_path)
        await pilot.press("s")
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, f"Written: {target}"))
        assert docx.Document(str(target)).paragraphs[0].text == CONTRASTED.question
        await pilot.press("s", "ctrl+t", "enter")
        await until(pilot, lambda: shows(pilot, "Written: ") and shows(pilot, "-2.md"))
        assert (tmp_path / "ct-transition-at-14-2.md").read_text("utf-8").startswith(f"# {CONTRASTED.question}")


def written_in(folder: Path) -> list[Path]:
    """The files in a folder."""
    return list(folder.iterdir())


async def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """It says so and stays, so that another name can be typed."""
    target = tmp_path / "mine.docx"
    target.write_text("mine", "utf-8")
    async with running(SMALL) as pilot:
        await read(pilot, CONTRASTED)
        await pilot.press("s")
        await pilot.pause()
        line = pilot.app.screen.query_one("#target", Input)
        line.value = str(target)
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "! There is a file of this name already; it is left as it is."))
        assert target.read_text("utf-8") == "mine"
        line.value = str(tmp_path / "none" / "x.md")
        await pilot.pause()
        assert "! There is a file" not in words(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "cannot be written"))
        line.value = str(tmp_path / "other.md")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        assert (tmp_path / "other.md").exists()


async def test_an_answer_of_the_conversation_is_saved_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under the words it was asked in; what is no answer is not, and it says so."""
    monkeypatch.chdir(tmp_path)
    async with running(SMALL) as pilot:
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert shows(pilot, "There is no answer yet.")
        await ask(pilot, "what is the SEIT rate in Suffolk County?")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, AskScreen)
        assert shows(pilot, "Only an answer can be made a handout.")
        await ask(pilot, "is a SEIT paid extra in Schenectady?")
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "Written: "))
        (written,) = written_in(tmp_path)
        assert docx.Document(str(written)).paragraphs[0].text == "is a SEIT paid extra in Schenectady?"


# --- keys ---


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_is_wider_than_the_window(size: tuple[int, int]) -> None:
    """All screens are named in the line at the top, and the keys lead to all actions."""
    async with running(size) as pilot:
        await read(pilot, CONTRASTED)
        lines = seen(pilot).split("\n")
        assert all(len(line) <= size[0] for line in lines)
        assert len(lines) == size[1]
        assert "▸" in lines[0]
        assert "Library" in lines[0]
        assert "F1" in lines[0]
        assert lines[-1].rstrip().endswith("Ctrl+P All actions")


async def test_letters_are_letters_while_one_searches() -> None:
    """Neither saved nor left; ↓ goes to the topics, and then q leaves."""
    async with running(SMALL) as pilot:
        await pilot.press("f7", "q", "s", "c", "1", "slash")
        await pilot.pause()
        assert screen_of(pilot).query_one("#search", Input).value == "qsc1/"
        await pilot.press("down", "s")
        await pilot.pause()
        assert shows(pilot, "There is no answer yet.")
        await pilot.press("slash")
        await pilot.pause()
        assert screen_of(pilot).query_one("#search", Input).has_focus
        await pilot.press("down", "q")
        await pilot.pause()
        assert pilot.app._exit


async def test_in_a_narrow_window_the_list_has_its_own_pages() -> None:
    """PgDn moves in it while no answer is in sight."""
    async with running(NARROW) as pilot:
        await look_for(pilot, "s")
        await pilot.press("enter", "pagedown")
        await pilot.pause()
        assert (screen_of(pilot).query_one(ShelfList).highlighted or 0) > 1


async def test_the_palette_and_the_help_name_every_action() -> None:
    """In plain words; the topics to follow by their questions."""
    async with running(SMALL) as pilot:
        await read(pilot, CONTRASTED)
        await pilot.press("1")
        await pilot.pause()
        titles = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
        steps = screen_of(pilot).steps
        assert {f"Read: {step.topic.question}" for step in steps} <= set(titles)
        assert {"Browse the library", "Search the topics", "Save this answer", "Copy this answer"} <= set(titles)
        assert f"Back to: {CONTRASTED.question}" in titles
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Help)
        text = words(pilot)
        assert "Library: keys" in text
        for key, told in LibraryScreen.KEYS:
            assert close(f"{key} {told}") in close(text)


async def test_the_screens_are_reached_from_each_other() -> None:
    """By their keys; what was read is still there."""
    async with running(SMALL) as pilot:
        await read(pilot, CONTRASTED)
        for key, kind in (("f2", AskScreen), ("f3", CheckScreen), ("f7", LibraryScreen)):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(pilot.app.screen, kind)
        assert topic_of(pilot) == CONTRASTED.id


async def test_without_colours_all_is_told_by_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The chosen line by ▶, the branches by ▸ and ▾, the focus by a heavy frame; and no colour is sent."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(SMALL) as pilot:
        await pilot.press("f7", "enter", "enter")
        await pilot.pause()
        text = seen(pilot)
        assert "▶ ▾ the United States" in text
        assert "┏━ Topics" in text
        told = pilot.app.screen.query_one("#told-by-topic", Static)
        colours = [
            segment.style.color
            for strip in told.render_lines(told.region.reset_offset)
            for segment in strip
            if segment.style
        ]
        assert all(colour is None or colour.triplet is None or len(set(colour.triplet)) == 1 for colour in colours)
