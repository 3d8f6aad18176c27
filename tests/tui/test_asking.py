"""The Ask screen: answers in sight with their sources, long and pasted questions, numbers, the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.containers import VerticalScroll
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from assistant.tui.app import TandemApp
from assistant.tui.screens.ask import AskScreen
from assistant.tui.screens.check import CheckScreen
from assistant.tui.widgets.sources import RelatedList
from assistant.tui.widgets.turns import Turn
from knowledge import load
from knowledge.answer import LONGEST_QUESTION
from knowledge.settings import settings
from tests.tui.app_driver import LARGE, SAMPLES, SMALL, ask, check, running, seen, until, words
from tests.tui.test_library import shows

PAID, WHO, DANGER = "is a SEIT paid extra?", "who coordinates with speech and OT?", "my husband hits me and the kids"


def top_of_last(pilot: Pilot[None]) -> float:
    """How many lines below the top of the conversation's window the last answer begins."""
    talk = pilot.app.screen.query_one("#talk", VerticalScroll)
    return list(pilot.app.screen.query(Turn))[-1].virtual_region.y - talk.scroll_y


@pytest.mark.parametrize("size", [(40, 20), SMALL, LARGE])
async def test_every_answer_is_shown_from_its_first_line_on(size: tuple[int, int]) -> None:
    """The fourth as the first, and the help in danger at once."""
    async with running(size) as pilot:
        for question in (PAID, WHO, PAID, DANGER):
            await ask(pilot, question)
            height = pilot.app.screen.query_one("#talk").size.height
            assert 0 <= top_of_last(pilot) < height / 2 or size == LARGE
            assert f"You: {question}" in words(pilot) or question == DANGER
        assert "911" in seen(pilot)


async def test_how_to_read_on_is_said() -> None:
    """In the keys, and where there is more below; the keys work while one types."""
    async with running(SMALL) as pilot:
        assert "PgUp PgDn Read" in seen(pilot)
        await ask(pilot, PAID)
        assert "PgDn reads on: sources, more questions" in seen(pilot)
        for _ in range(3):
            await pilot.press("pagedown")
            await pilot.pause()
        text = seen(pilot)
        assert "PgDn reads on" not in text
        assert "People also ask (type the number)" in text
        await pilot.press("pageup", "pageup", "pageup")
        await pilot.pause()
        assert f"You: {PAID}" in seen(pilot)


async def test_in_a_narrow_window_the_sources_are_below_each_answer() -> None:
    """And the questions that go with it below the last one alone: their numbers are its own."""
    async with running((90, 70)) as pilot:
        await ask(pilot, PAID)
        await ask(pilot, WHO)
        text = seen(pilot)
        assert text.count("Where it stands") == 2
        assert text.count("People also ask") == 1
        await pilot.resize_terminal(140, 45)
        await pilot.pause()
        text = seen(pilot)
        assert text.count("Where it stands") == text.count("People also ask") == 1


async def test_moving_up_shows_the_sources_of_the_answer_that_is_read() -> None:
    """Beside the conversation; at its end those of the last answer."""
    async with running((110, 24)) as pilot:
        await ask(pilot, WHO)
        await ask(pilot, PAID)
        assert isinstance(pilot.app, TandemApp)
        first, second = (turn.answer for turn in pilot.app.asking.query(Turn))
        assert first is not None
        assert second is not None
        assert shows(pilot, second.citations[0].locator)
        await pilot.press("pageup", "pageup", "pageup")
        await until(pilot, lambda: shows(pilot, first.citations[0].locator))
        assert not shows(pilot, second.citations[0].locator)
        await pilot.press("pagedown", "pagedown", "pagedown")
        await until(pilot, lambda: shows(pilot, second.citations[0].locator))


async def test_the_sources_are_those_of_the_answer_that_was_just_given() -> None:
    """Where little stands below it, too, so that what was said before is still in sight."""
    async with running() as pilot:
        for said in ("My son gets speech and OT from the CPSE in Schenectady. who coordinates?", "and in Connecticut?"):
            await ask(pilot, said)
        await until(pilot, lambda: "Service Coordination procedure" in seen(pilot))


async def test_focus_is_told_by_a_heavy_frame() -> None:
    """Of the conversation, the sources, the questions; one at a time."""
    async with running() as pilot:
        await ask(pilot, PAID)
        assert "┏" not in seen(pilot)
        for title in ("Conversation", "Where it stands", "People also ask"):
            await pilot.press("tab")
            await pilot.pause()
            text = seen(pilot)
            assert f"┏━ {title} ━" in text
            assert text.count("┏") == 1


async def test_the_question_under_the_cursor_bears_a_mark() -> None:
    """And Enter asks it."""
    async with running() as pilot:
        await ask(pilot, PAID)
        related = pilot.app.screen.query_one(RelatedList)
        related.focus()
        await pilot.press("down")
        await pilot.pause()
        assert "▶ 1. " in seen(pilot)
        assert isinstance(pilot.app, TandemApp)
        first = pilot.app.asking._questions[0]
        await pilot.press("enter")
        await pilot.pause()
        assert f"You: {first}" in words(pilot)


async def test_what_is_noted_of_the_child_is_shown() -> None:
    """Above the line to type in, until it is forgotten; a new subject keeps it."""
    async with running() as pilot:
        assert "Noted:" not in seen(pilot)
        await ask(pilot, "my son is 2 and gets OT. who pays?")
        assert "the child is 2 years old" in words(pilot)
        assert "Noted: child 2 years old, occupational therapy, early intervention (under three)" in words(pilot)
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert "the child is 2 years old" not in words(pilot)
        assert "Noted: child 2 years old" in words(pilot)
        await ask(pilot, "/forget")
        assert "2 years old" not in words(pilot)


# --- what is typed and pasted ---


async def test_of_a_long_paste_the_beginning_is_kept_and_that_is_said() -> None:
    """Nothing vanishes."""
    async with running(SMALL) as pilot:
        line = pilot.app.screen.query_one("#question", Input)
        line.post_message(Paste("who coordinates? " * 150))
        await until(pilot, lambda: bool(line.value))
        await pilot.pause()
        assert len(line.value) == LONGEST_QUESTION
        told = words(pilot)
        assert settings()["words"]["too_long"] in told
        assert "Only the first 2,000 characters are kept." in told
        await pilot.press("x")
        await pilot.pause()
        assert len(line.value) == LONGEST_QUESTION
        await pilot.press("enter")
        await pilot.pause()
        assert "Only the first 2,000 characters are kept." not in words(pilot)


async def test_of_a_long_question_the_dialog_that_saves_it_shows_the_beginning() -> None:
    """So that the path stays in sight."""
    async with running(SMALL) as pilot:
        await ask(pilot, "Who coordinates when there is no SEIT? " * 50)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "To be written:" in seen(pilot))
        assert "Escape goes back" in seen(pilot)


async def test_a_question_of_several_lines_is_pasted_whole() -> None:
    """Where the cursor is."""
    async with running(SMALL) as pilot:
        await pilot.press("a", "z", "left")
        line = pilot.app.screen.query_one("#question", Input)
        line.post_message(Paste(" my son\nhas speech\r\nand OT "))
        await until(pilot, lambda: line.value != "az")
        assert line.value == "a my son has speech and OT z"


async def test_a_number_that_was_not_offered_is_no_question() -> None:
    """Neither with questions to choose from nor without; a number in words is one."""
    async with running() as pilot:
        await ask(pilot, "9")
        assert "There is no question 9 to choose." in words(pilot)
        await ask(pilot, PAID)
        await ask(pilot, "9")
        assert "There is no question 9 to choose." in words(pilot)
        await ask(pilot, PAID)
        assert isinstance(pilot.app, TandemApp)
        second = pilot.app.asking._questions[1]
        await ask(pilot, "the second one")
        assert f"You: {second}" in words(pilot)


async def test_a_new_subject_begins_with_an_empty_page() -> None:
    """No word of a source that is missing."""
    async with running() as pilot:
        await ask(pilot, PAID)
        await pilot.press("ctrl+n")
        await pilot.pause()
        text = words(pilot)
        assert "The sources of an answer are shown here." in text
        assert "No source" not in text
        assert "People also ask" not in text


async def test_no_signs_of_markdown_are_shown() -> None:
    """A command stands between quotation marks."""
    async with running() as pilot:
        await ask(pilot, "can you write my note for me")
        text = words(pilot)
        assert "“tandem check FILE”" in text
        assert "`" not in text


# --- from a finding and back ---


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_escape_leads_back_to_the_finding(size: tuple[int, int]) -> None:
    """And the keys say so, until something else is asked."""
    async with running(size) as pilot:
        await check(pilot, str(SAMPLES / "to-mend" / "draft-iep.docx"))
        await pilot.press("enter", "n", "a")
        await pilot.pause()
        assert isinstance(pilot.app.screen, AskScreen)
        assert "Escape Back to the finding" in seen(pilot)
        await pilot.press("escape")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, CheckScreen)
        assert screen.focused is not None
        assert screen.focused.id == "findings"
        await pilot.press("a")
        await pilot.pause()
        await ask(pilot, PAID)
        assert "Back to the finding" not in seen(pilot)


async def test_a_rule_without_a_topic_shows_its_own_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of a topic's, and says that there is none."""
    monkeypatch.setattr("knowledge.load", lambda: replace(load(), topics=()))
    async with running() as pilot:
        assert isinstance(pilot.app, TandemApp)
        await pilot.app.ask_about("MED001")
        await pilot.pause()
        text = words(pilot)
        assert "Medicaid does not pay for coordination of services." in text
        assert "There is no topic on this yet." in text
        assert "The Reimbursement Process, item 5" in text
