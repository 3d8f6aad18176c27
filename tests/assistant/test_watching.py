"""Documents checked again as they are saved, whatever steps a program saves in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.watching import Gone, changed_documents, rechecked, saved
from checkers.check import FileReport, Options, check_file
from checkers.extras import has_watch
from checkers.registry import find_rule
from tests.checkers.reports.papers import TODAY

BAD, GOOD = find_rule("MED001").bad, find_rule("MED001").good


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a note in it and in a folder below."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "march/b.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(BAD, encoding="utf-8")
    return tmp_path


def check(path: Path) -> FileReport:
    """The report on a file."""
    return check_file(path, Options(today=TODAY))


def changed(where: Path, *paths: str) -> list[str]:
    """The documents that a change is about."""
    return [str(path) for path in changed_documents(where, [Path(path) for path in paths])]


def test_a_change_is_about_documents_named_as_the_user_named_them(notes: Path) -> None:
    """Whatever way the folder was named, and however the system names the file."""
    where = notes / "." / "march" / "b.txt"
    assert changed(where, ".") == ["march/b.txt"]
    assert changed(where, "march/") == ["march/b.txt"]
    assert changed(where, "./march/../march") == ["march/../march/b.txt"]
    assert changed(where, str(notes)) == [str(notes / "march" / "b.txt")]
    assert changed(where, "march/b.txt") == ["march/b.txt"]
    assert not changed(where, "a.txt")


def test_what_is_no_document_is_no_change(notes: Path) -> None:
    """Word's lock files, hidden files, songs; but a file of waivers is about its document, a folder about all below."""
    for name in ("~$a.docx", ".a.txt.123", "song.mp3", ".git/a.txt"):
        path = notes / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
        assert not changed(path, ".")
    assert changed(notes / "a.txt.tandem.toml", ".") == ["a.txt"]
    assert changed(notes / "march", ".") == ["march/b.txt"]


def test_only_what_is_another_than_before_is_told(notes: Path) -> None:
    """A file that was touched is not; one that was mended is."""
    path = Path("a.txt")
    latest = {"a.txt": check(path)}

    def batches() -> Iterator[set[Path]]:
        yield {path}
        path.write_text(GOOD, encoding="utf-8")
        yield {path}
        yield {path}

    (told,) = rechecked(batches(), check, latest)
    assert isinstance(told, FileReport)
    assert not told.findings
    assert latest == {"a.txt": told}


def test_a_half_saved_file_is_told_when_it_is_whole(notes: Path) -> None:
    """Neither that it is gone for a moment nor that it is empty for another."""
    path = Path("a.txt")
    latest = {"a.txt": check(path)}

    def batches() -> Iterator[set[Path]]:
        path.unlink()
        yield {path}
        path.write_bytes(b"")
        yield {path}
        path.write_text(GOOD, encoding="utf-8")
        yield set()

    told = list(rechecked(batches(), check, latest))
    assert [each.error for each in told if isinstance(each, FileReport)][-1] is None
    assert not any(isinstance(each, Gone) for each in told)


def test_what_stays_unreadable_or_gone_is_told(notes: Path) -> None:
    """With the next look, once; of a folder, each document in it."""
    path = Path("a.txt")
    latest = {name: check(Path(name)) for name in ("a.txt", "march/b.txt")}

    def batches() -> Iterator[set[Path]]:
        path.write_bytes(b"")
        (notes / "march" / "b.txt").unlink()
        (notes / "march").rmdir()
        yield {path, Path("march")}
        yield set()
        yield set()

    unread, gone = rechecked(batches(), check, latest)
    assert isinstance(unread, FileReport)
    assert unread.error
    assert gone == Gone("march/b.txt")
    assert list(latest) == ["a.txt"]


@pytest.mark.skipif(not has_watch(), reason="watchfiles is not installed")
def test_the_library_tells_what_is_saved(notes: Path) -> None:
    """In a folder, and one file alone."""
    for paths in ([Path()], [Path("a.txt")]):
        batches = saved(paths, since=0)
        assert next(batches) >= {Path("a.txt")}  # what was saved before the watch began
        while True:  # until the watch stands, which nothing tells
            Path("a.txt").write_text(BAD, encoding="utf-8")
            if found := next(batches):
                break
        assert found == {Path("a.txt")}
        batches.close()  # type: ignore[attr-defined]
