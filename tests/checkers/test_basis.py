"""What a result rests on: the same where nothing else was chosen, another where anything was."""

from pathlib import Path

import pytest

from checkers import basis as basis_module
from checkers.basis import basis
from checkers.check import Options
from checkers.own_profiles import with_own


def test_every_choice_gives_another_basis() -> None:
    """But not the order in which rules are named, nor the day."""
    options = [
        Options(),
        Options(profile="ny-preschool"),
        Options(select=frozenset({"MED"})),
        Options(select=frozenset({"SIG"})),
        Options(ignore=frozenset({"MED"})),
    ]
    found = [basis(each, all_outcomes=everything) for each in options for everything in (False, True)]
    assert len(set(found)) == len(found)
    assert basis(Options()) == found[0]
    assert basis(Options(select=frozenset(["SIG", "MED"]))) == basis(Options(select=frozenset(["MED", "SIG"])))


def test_a_change_in_a_users_profile_gives_another_basis(tmp_path: Path) -> None:
    """A profile that came in, and what stands in it."""
    file = tmp_path / "kite.toml"
    file.write_text('id = "kite"\nname = "Kite"\nextends = "ny-preschool"\n', encoding="utf-8")
    first = basis(Options(profiles=with_own([file])))
    assert first != basis(Options())
    file.write_text('id = "kite"\nname = "Kite"\nextends = "ny-preschool"\nwithout = ["MED001"]\n', encoding="utf-8")
    assert basis(Options(profiles=with_own([file]))) != first


def test_a_change_in_the_program_gives_another_basis(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its rules and its words are part of it."""
    before = basis(Options())
    monkeypatch.setattr(basis_module, "_of_package", lambda: "another")
    assert basis(Options()) != before
