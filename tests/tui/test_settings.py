"""What a user keeps in the configuration folder, in the app: profiles, place and role, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import settings
from assistant.tui import app as app_module
from assistant.tui.widgets.documents import DocumentList
from checkers.registry import find_rule
from tests.tui.app_driver import LARGE, SMALL, check, seen, until, words

ULSTER = 'id = "ulster"\nname = "Ulster County"\nextends = "ny-preschool"\n[recognise]\nnames = ["Kingston Services"]\n'


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's configuration, with a profile in it."""
    folder = tmp_path / "configuration"
    (folder / "profiles").mkdir(parents=True)
    (folder / "profiles" / "ulster.toml").write_text(ULSTER, encoding="utf-8")
    monkeypatch.setattr(settings, "folder", lambda: folder)
    return folder


async def test_a_document_is_checked_by_the_users_own_profile(own: Path, tmp_path: Path) -> None:
    """Told by its name, as in the command; when it is checked again, too."""
    note = tmp_path / "note.txt"
    note.write_text(f"Kingston Services\n{find_rule('MED001').bad}", encoding="utf-8")
    async with app_module.configured().run_test(size=LARGE) as pilot:
        await check(pilot, str(note))
        (report,) = pilot.app.get_screen("check").query_one(DocumentList).reports
        assert report.profile is not None
        assert report.profile.id == "ulster"
        await pilot.press("r")
        await until(pilot, lambda: "Checked again" in seen(pilot))
        (again,) = pilot.app.get_screen("check").query_one(DocumentList).reports
        assert again is not report
        assert again.profile == report.profile


async def test_place_and_role_are_there_from_the_start(own: Path) -> None:
    """In the line at the top."""
    (own / "config.toml").write_text('place = "Connecticut"\nrole = "family"\n', encoding="utf-8")
    async with app_module.configured().run_test(size=LARGE) as pilot:
        await until(pilot, lambda: "F4 Place: Connecticut" in seen(pilot))
        assert "F5 Role: family" in seen(pilot)
        await pilot.press("f3")
        await pilot.pause()
        assert "F4 Place: Connecticut" in seen(pilot)


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("profiles/ulster.toml", ULSTER + "name = 5", "“name” stands in the wrong part"),
        ("profiles/ulster.toml", ULSTER + "[/red", "is not written as TOML"),
        ("config.toml", 'profile = "mars"', "There is no profile “mars”"),
        ("config.toml", 'place = "mars"', "there is no place “mars”"),
    ],
)
async def test_what_is_wrong_is_said_and_the_app_goes_on(
    file: str, text: str, told: str, size: tuple[int, int], own: Path
) -> None:
    """As if there were no configuration, without a traceback."""
    (own / file).write_text(text, encoding="utf-8")
    app = app_module.configured()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: told in words(pilot))
        await pilot.press("f3")
        await until(pilot, lambda: told in words(pilot))
        assert app.options.profile is None
