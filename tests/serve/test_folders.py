"""Folders that a server left behind which had no chance to delete them."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from assistant import settings
from assistant.serve.folders import environment, new_session_folder, server_folder, sweep
from tests.serve.served import ROOT


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for temporary files of this test's own."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def _abandoned(place: Path, name: str = "tandem-serve-old") -> Path:
    folder = place / name
    (folder / "session" / "documents").mkdir(parents=True)
    (folder / "session" / "documents" / "note.txt").write_text("Child's Name: Wren Hollow\n")
    (folder / "lock").touch()
    os.utime(folder / "lock", (0, 0))
    return folder


def test_a_start_deletes_what_a_dead_server_left(temporary: Path) -> None:
    """As after a power cut, when nobody was there to do it; other things that are there stay."""
    dead, other = _abandoned(temporary), temporary / "tandem-else"
    other.mkdir()
    with server_folder() as folder:
        assert not dead.exists()
        assert folder.is_dir()
        assert other.is_dir()
    assert not folder.exists()


def test_a_start_leaves_a_living_server_alone() -> None:
    """Two can run at once, each with its own folder, however long ago it began."""
    with server_folder() as folder:
        session = new_session_folder(folder)
        os.utime(folder / "lock", (0, 0))
        in_another = [sys.executable, "-c", "from assistant.serve.folders import sweep; sweep()"]
        subprocess.run(in_another, check=True, env={**environment(), "TMPDIR": tempfile.gettempdir()})
        assert session.documents.is_dir()
        session.delete()
        assert not session.root.exists()


def test_what_somebody_else_put_there_is_left_alone(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link under such a name leads nowhere; another user's folder, and one that is just being made, stay."""
    target = temporary / "precious"
    target.mkdir()
    (target / "lock").touch()
    os.utime(target / "lock", (0, 0))
    (temporary / "tandem-serve-link").symlink_to(target)
    young = _abandoned(temporary, "tandem-serve-young")
    (young / "lock").touch()
    os.utime(young / "lock")
    (temporary / "tandem-serve-empty").mkdir()
    sweep()
    assert (target / "lock").exists()
    assert young.exists()
    others = _abandoned(temporary)
    monkeypatch.setattr(os, "getuid", lambda: -1)
    sweep()
    assert others.exists()


def test_what_is_kept_in_a_browser_is_a_copy(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's own profiles hold there too, and nothing that is done there changes them."""
    own = temporary / "own"
    (own / "profiles").mkdir(parents=True)
    (own / "config.toml").write_text('role = "trainer"\n')
    monkeypatch.setenv("TANDEM_CONFIG", str(own))
    assert settings.kept("role") == "trainer"
    with server_folder() as folder:
        session = new_session_folder(folder)
        assert (session.settings / "config.toml").read_text() == 'role = "trainer"\n'
        (session.settings / "config.toml").write_text("")
    assert (own / "config.toml").read_text() == 'role = "trainer"\n'


def test_a_process_of_a_session_knows_little_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """No secret that stands in the environment; but where this very Tandem is."""
    monkeypatch.setenv("CLOUD_SECRET", "swordfish")
    known = environment()
    assert "swordfish" not in known.values()
    assert known["PYTHONPATH"].split(os.pathsep)[0] == str(ROOT)
