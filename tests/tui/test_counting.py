"""Stories of counting: a parent's sixty days, a provider's units; what is wrong is said, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from assistant.conversation.context import choosing
from assistant.counting import AMOUNTS, Misread, countables, matching
from assistant.tui.app import TandemApp
from assistant.tui.dialogs.choose import Choose
from assistant.tui.dialogs.save import Save
from assistant.tui.screens.ask import AskScreen
from assistant.tui.screens.check import CheckScreen
from assistant.tui.screens.count import CountScreen
from assistant.tui.screens.home import HomeScreen
from assistant.tui.screens.library import LibraryScreen
from assistant.tui.widgets.countable_list import CountableList
from assistant.tui.widgets.figures import FigureLine
from assistant.tui.widgets.sources import Sources
from assistant.tui.widgets.topic_list import TopicList
from tests.tui.app_driver import LARGE, SAMPLES, SMALL, ask, check, running, seen, until, words

NARROW = (40, 20)
SIZES = [NARROW, SMALL, LARGE]


def app_of(pilot: Pilot[None]) -> TandemApp:
    """The app that is tested."""
    assert isinstance(pilot.app, TandemApp)
    return pilot.app


def screen_of(pilot: Pilot[None]) -> CountScreen:
    """Count, which is shown."""
    assert isinstance(pilot.app.screen, CountScreen)
    return pilot.app.screen


def listed(pilot: Pilot[None]) -> list[str]:
    """The ids of what can be chosen."""
    return [each.id for each in screen_of(pilot).query_one(CountableList)._rows if each]


def focused(pilot: Pilot[None]) -> str:
    """The id of what has the focus."""
    return str(pilot.app.focused.id) if pilot.app.focused else ""


def refused(pilot: Pilot[None]) -> list[str]:
    """What is said of figures that will not do."""
    fields = [each for each in screen_of(pilot).query(FigureLine) if each.display]
    shown = [each.query_one("#refused") for each in fields]
    return [str(each.render()) for each in shown if each.display]


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait until what they do is done."""
    await pilot.press(*keys)
    await pilot.pause()


async def typed(pilot: Pilot[None], text: str) -> None:
    """Type a text in place of what stands in the line, and press Enter."""
    line = pilot.app.focused
    assert isinstance(line, Input)
    line.value = text
    await press(pilot, "enter")


async def choose(pilot: Pilot[None], wanted: str, chosen: str) -> None:
    """Search for something, go to it in the list, and open its figures."""
    screen_of(pilot).action_search()
    await pilot.pause()
    await typed(pilot, wanted)
    while (current := screen_of(pilot).query_one(CountableList).current) and current.id != chosen:
        await press(pilot, "down")
    await press(pilot, "enter")


# --- a parent ---


@pytest.mark.parametrize("size", SIZES)
async def test_a_parent_counts_sixty_days_from_the_consent(size: tuple[int, int]) -> None:
    """From Home, by what happened and the day; the date with its rule, the working, the source, what may move it."""
    async with running(size, start="home") as pilot:
        await press(pilot, "4")
        await until(pilot, lambda: isinstance(pilot.app.screen, CountScreen))
        await choose(pilot, "consent evaluation", "consent-to-evaluate")
        assert "The day on which the district received the signed consent" in words(pilot)
        assert focused(pilot) == "typed"
        await typed(pilot, "March 2, 2026")
        assert focused(pilot) == "counting"
        worked = screen_of(pilot).worked
        assert worked
        for said in (
            "By Fri May 1, 2026", "Working: Mon Mar 2, 2026 + 60 calendar days", "34 CFR Part 300", "May move:",
            "How the days are counted", "This is information, not legal advice.",
        ):  # fmt: skip
            assert said in " ".join(worked.text.split())
        assert "tandem " not in worked.text
        assert "--" not in worked.text
        shown = ""
        for _ in range(20):
            shown += words(pilot)
            await press(pilot, "pagedown")
        assert "By Fri May 1, 2026" in shown
        assert "+ 60 calendar days" in shown
        assert "How the days are counted" in shown
        assert all(len(line) <= size[0] for line in seen(pilot).split("\n"))


async def test_the_place_decides_what_is_listed_and_what_is_due() -> None:
    """Chosen before or after: then it is counted anew, and what was typed stays."""
    async with running(LARGE, start="count") as pilot:
        everywhere = listed(pilot)
        app_of(pilot).state = choosing(app_of(pilot).state, place="ct")
        await pilot.pause()
        assert set(everywhere) - set(listed(pilot)) == {
            "compliance-training", "part-c-mediation-agreement", "session", "turning-five",
        }  # fmt: skip
        await choose(pilot, "first evaluation", "consent-to-evaluate")
        await typed(pilot, "3/2/2026")
        assert "Only what holds in: Connecticut" in words(pilot)
        app_of(pilot).state = choosing(app_of(pilot).state, place="ny")
        await pilot.pause()
        assert "Only what holds in: New York State" in words(pilot)
        assert screen_of(pilot).query_one("#typed", Input).value == "3/2/2026"


async def test_a_day_that_is_none_is_told_below_the_line() -> None:
    """In words, with how to write it; no day at all too, and a date beyond the calendar."""
    async with running(SMALL, start="count") as pilot:
        await choose(pilot, "referred", "part-c-referral")
        for wrong, said in (
            ("soon", "! “soon” is no day of the calendar; write one with its year, such as 2026-03-31 or 3/31/2026."),
            ("2/30/2026", "! “2/30/2026” is no day of the calendar; write one with its year,"),
            ("", "! Write a day with its year, such as 3/31/2026."),
            ("9999-12-31", "calendar"),
        ):
            await typed(pilot, wrong)
            assert said in " ".join(refused(pilot))
            assert focused(pilot) == "typed"
            assert screen_of(pilot).worked is None
        await press(pilot, "1")
        assert refused(pilot) == []


async def test_days_without_school_are_asked_for_where_they_count() -> None:
    """Then Enter on the day counts without them; with them the date is later."""
    async with running(LARGE, start="count") as pilot:
        await choose(pilot, "referred", "part-c-referral")
        assert "Days without school" not in words(pilot)
        await choose(pilot, "first evaluation", "consent-to-evaluate")
        await typed(pilot, "3/2/2026")
        assert "+ 60 school days = Tue May 26, 2026" in " ".join(screen_of(pilot).text.split())
        await press(pilot, "escape", "down")
        await typed(pilot, "the spring")
        assert "holds what is no day" in " ".join(refused(pilot))
        await typed(pilot, "2026-04-06..2026-04-10; March 5, 2026")
        assert "+ 60 school days = Wed Jun 3, 2026" in " ".join(screen_of(pilot).text.split())


# --- a provider ---


@pytest.mark.parametrize("size", SIZES)
async def test_a_provider_counts_sessions_into_units(size: tuple[int, int]) -> None:
    """Minute by minute, beside what the claim says; each step is shown with the source."""
    async with running(size) as pilot:
        await press(pilot, "f12")
        await choose(pilot, "half-hour units", "coordination-units")
        await typed(pilot, "45 30 x")
        assert refused(pilot) == ["! “x” is no whole number."]
        line = pilot.app.focused
        assert isinstance(line, Input)
        line.value = "45 30 15"
        await press(pilot, "down", "3", "down", "down", *"maybe", "enter")
        assert refused(pilot) == ["! Type yes or no."]
        await typed(pilot, "no")
        worked = screen_of(pilot).worked
        assert worked
        assert "Minutes together: 45 + 30 + 15 = 90" in worked.text
        assert "Step by step:" in words(pilot)
        assert [each.title for each in worked.cited] == ["Coordination of Services: Requirements and Procedures"]


async def test_enter_goes_to_the_next_figure_that_is_needed() -> None:
    """From the first on; what cannot be is told below the last."""
    async with running(SMALL, start="count") as pilot:
        await choose(pilot, "integrated class", "integrated-share")
        await typed(pilot, "16")
        assert screen_of(pilot).query_one("#figure-2 #typed", Input).has_focus
        await typed(pilot, "4")
        assert screen_of(pilot).worked is None
        assert len(refused(pilot)) == 1
        await press(pilot, "up")
        await typed(pilot, "2")
        assert screen_of(pilot).worked
        assert "2010-11" in words(pilot)


async def test_arrows_go_from_figure_to_figure_and_stop_at_the_ends() -> None:
    """Beyond them they scroll, and no figure is lost."""
    async with running(SMALL, start="count") as pilot:
        await choose(pilot, "15 percent", "early-intervening")
        first, second = (screen_of(pilot).query_one(f"#figure-{number} #typed", Input) for number in (1, 2))
        await press(pilot, "up", "4")
        assert (first.has_focus, first.value) == (True, "4")
        await press(pilot, "down", "down", "5", "up")
        assert (first.has_focus, second.value) == (True, "5")


# --- what came out ---


async def test_it_is_saved_and_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As text, in a file that is named before; another of that name stays."""
    monkeypatch.chdir(tmp_path)
    async with running(SMALL, start="count") as pilot:
        await press(pilot, "down", "s")
        assert "Nothing is counted yet" in words(pilot)
        await press(pilot, "c")
        assert "Nothing is counted yet" in words(pilot)
        await press(pilot, "t")
        assert "Nothing is counted yet" in words(pilot)
        await choose(pilot, "referred", "part-c-referral")
        await typed(pilot, "3/2/2026")
        text = screen_of(pilot).text
        await press(pilot, "c")
        assert pilot.app.clipboard == text
        assert "Copied, with its sources." in words(pilot)
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, Save)
        target = tmp_path / "part-c-referral-2026-03-02.txt"
        assert not target.exists()
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CountScreen))
        assert target.read_text("utf-8") == text
        assert "Written: " in words(pilot)
        await press(pilot, "s")
        target_line = pilot.app.screen.query_one("#target", Input)
        assert target_line.value == "part-c-referral-2026-03-02-2.txt"
        target_line.value = target.name
        await press(pilot, "enter")
        await until(pilot, lambda: "There is a file of this name already" in words(pilot))


async def test_its_topics_and_sources_open_in_the_library() -> None:
    """By a key, from a dialog where there are several; in a wide window beside it, by Enter."""
    async with running(LARGE, start="count") as pilot:
        await choose(pilot, "referred", "part-c-referral")
        await typed(pilot, "3/2/2026")
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, Choose)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        await press(pilot, "f12")
        topics = screen_of(pilot).query_one(TopicList)
        topics.focus()
        await press(pilot, "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        await press(pilot, "f12")
        screen_of(pilot).query_one(Sources).focus()
        await press(pilot, "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        await press(pilot, "f12")
        screen_of(pilot).query_one("#counting").focus()
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, Choose)
        await press(pilot, "escape")
        await choose(pilot, "half-hour units", "coordination-units")
        await typed(pilot, "30")
        assert not screen_of(pilot).query_one(TopicList).display
        await press(pilot, "t")
        assert "No topic belongs to this." in words(pilot)
        await press(pilot, "o")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))


async def test_one_topic_opens_at_once() -> None:
    """Without a dialog."""
    async with running(SMALL, start="count") as pilot:
        await choose(pilot, "doctor", "child-identified")
        await typed(pilot, "3/2/2026")
        await press(pilot, "t")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))


async def test_words_are_found_in_it() -> None:
    """Marked by signs; Escape takes the marks away, and stays."""
    async with running(LARGE, start="count") as pilot:
        await choose(pilot, "referred", "part-c-referral")
        await typed(pilot, "3/2/2026")
        await press(pilot, "ctrl+f", *"45 calendar")
        assert "▶45 calendar days◀" in seen(pilot) or "▶45 calendar◀" in seen(pilot)
        await press(pilot, "escape")
        assert "▶45" not in seen(pilot)
        assert isinstance(pilot.app.screen, CountScreen)


async def test_what_was_typed_and_counted_stays() -> None:
    """Where one chooses something else meanwhile, searches, or goes to other screens; leaving asks first."""
    async with running(SMALL, start="count") as pilot:
        await choose(pilot, "referred", "part-c-referral")
        await typed(pilot, "3/2/2026")
        await choose(pilot, "15 percent", "early-intervening")
        await press(pilot, "7", "f2", "f12")
        assert pilot.app.screen.query_one("#typed", Input).value == "7"
        await choose(pilot, "referred", "part-c-referral")
        assert screen_of(pilot).worked
        assert pilot.app.screen.query_one("#typed", Input).value == "3/2/2026"
        await choose(pilot, "15 percent", "early-intervening")
        assert screen_of(pilot).query_one("#typed", Input).value == "7"
        assert app_of(pilot).at_hand == ["F12 Count: 1 thing counted."]
        await press(pilot, "ctrl+q")
        assert "Leave Tandem?" in words(pilot)


async def test_a_search_that_finds_nothing_says_so() -> None:
    """And what can be done; other words bring all back. What is nearly an event is found by what is near to it."""
    async with running(SMALL, start="count") as pilot:
        await press(pilot, *"zzzz")
        assert "Nothing is called so." in words(pilot)
        await press(pilot, "enter", "down")
        assert focused(pilot) == "wanted"
        await press(pilot, *["backspace"] * 4)
        assert len(listed(pilot)) == len(countables(""))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("early intervention referal", "part-c-referral"),
        ("birth", "turning-three"),
        ("Vendor", "vendor-funding"),
        ("half-hour units", "coordination-units"),
        ("discipline", "removal-decision"),
    ],
)
def test_what_is_searched_is_found_by_its_names_before_its_heading(words: str, found: str) -> None:
    """And where neither has the words, by what comes nearest."""
    assert found in [each.id for each in matching(countables(""), words)]


async def test_a_long_paste_is_cut_and_told() -> None:
    """What is kept is its beginning."""
    async with running(SMALL, start="count") as pilot:
        await choose(pilot, "half-hour units", "coordination-units")
        line = screen_of(pilot).query_one("#typed", Input)
        line.value = "9" * 400
        await press(pilot, "9")
        assert refused(pilot) == ["! Only the first 400 characters are kept."]


# --- escape, on every screen ---


async def test_escape_leads_from_what_came_out_home() -> None:
    """Part by part; and what was typed is there when one comes back."""
    async with running(SMALL, start="count") as pilot:
        await choose(pilot, "referred", "part-c-referral")
        await typed(pilot, "3/2/2026")
        visited = [focused(pilot)]
        for _ in range(3):
            await press(pilot, "escape")
            visited.append(focused(pilot))
        assert visited == ["counting", "typed", "countables", "wanted"]
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await press(pilot, "f12")
        assert screen_of(pilot).query_one("#wanted", Input).value == "referred"
        assert screen_of(pilot).worked


@pytest.mark.parametrize(("key", "screen"), [("f2", AskScreen), ("f3", CheckScreen), ("f7", LibraryScreen)])
async def test_escape_leads_home_after_a_wrong_key(key: str, screen: type) -> None:
    """From Home it leads nowhere else: it says that this is the first screen, however often it is pressed."""
    async with running(SMALL, start="home") as pilot:
        await press(pilot, key)
        await until(pilot, lambda: isinstance(pilot.app.screen, screen))
        for _ in range(2):
            await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        for _ in range(3):
            await press(pilot, "escape")
            assert isinstance(pilot.app.screen, HomeScreen)
        assert "This is the first screen. q leaves Tandem." in words(pilot)


async def test_escape_leads_from_an_answer_home_and_nothing_is_lost() -> None:
    """Out of the line, then Home; who comes back types at once, and Enter leads from the answer into the line."""
    async with running(LARGE, start="ask") as pilot:
        await ask(pilot, "Is the SEIT paid extra for coordinating?")
        await press(pilot, *"and", "escape")
        assert focused(pilot) == "talk"
        await press(pilot, "enter")
        assert focused(pilot) == "question"
        await press(pilot, "escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await press(pilot, "f2")
        line = pilot.app.screen.query_one("#question", Input)
        assert (line.value, line.has_focus) == ("and", True)
        assert "You: Is the SEIT paid extra" in words(pilot)


async def test_escape_leads_from_a_finding_home_and_nothing_is_lost() -> None:
    """Page, findings, documents, line, Home; ↓ leads from the line back to the documents."""
    async with running(LARGE, start="home") as pilot:
        await check(pilot, str(SAMPLES / "to-mend" / "speech-note.txt"))
        await press(pilot, "enter", "enter")
        visited = [focused(pilot)]
        for _ in range(3):
            await press(pilot, "escape")
            visited.append(focused(pilot))
        assert visited == ["page", "findings", "documents", "path"]
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await press(pilot, "f3", "down")
        assert focused(pilot) == "documents"
        assert "1 checked: 1 to mend." in words(pilot)


async def test_escape_leads_from_a_topic_home_and_nothing_is_lost() -> None:
    """The answer, the list, the search, Home."""
    async with running(LARGE, start="library") as pilot:
        await press(pilot, *"bus", "down", "enter")
        visited = [focused(pilot)]
        for _ in range(2):
            await press(pilot, "escape")
            visited.append(focused(pilot))
        assert visited == ["topic", "shelves", "search"]
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await press(pilot, "f7")
        assert pilot.app.screen.query_one("#search", Input).value == "bus"


# --- what is shared with linear mode ---


@pytest.mark.parametrize("place", ["", "ct", "ny-schenectady"])
def test_each_has_a_name_and_figures(place: str) -> None:
    """No two have the same id; each needs something, as many as there are lines; what is needed is asked for."""
    there = countables(place)
    assert len({each.id for each in there}) == len(there)
    assert {each.group for each in there} > {AMOUNTS}
    for each in there:
        assert 0 < len(each.figures) <= 5
        assert not each.figures[0].without
        for figure in each.figures:
            assert figure.value(figure.example) is not None
            if not figure.without:
                with pytest.raises(Misread, match="Write "):
                    figure.value("  ")
