"""The door: what each file is, and what is refused in which words."""

from __future__ import annotations

import os
import stat
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checkers import archive as limits
from checkers import guard
from checkers.guard import LARGEST_FILE, read_file, recognise
from checkers.unreadable import Unreadable
from tests.documents.word import TINY_PNG, changed, word

NOTE = word("Daily note")
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)


def archive(*names: str, content: bytes = b"x") -> bytes:
    """A zip archive with parts of these names."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            made.writestr(name, content)
    return file.getvalue()


@pytest.fixture
def _without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures are refused, also where text recognition is installed."""
    monkeypatch.setattr(guard, "has_ocr", lambda: False)


def refusal(data: bytes, name: str = "note.docx") -> str:
    """The reason for which a file is refused; reason and advice are whole sentences."""
    with pytest.raises(Unreadable) as caught:
        recognise(data, name)
    assert caught.value.reason.endswith(".")
    assert caught.value.advice.endswith(".")
    return caught.value.reason


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (NOTE, "note.docx", "docx"),
        (NOTE, "NOTE.DOCX", "docx"),
        (NOTE, "template.dotx", "docx"),
        (NOTE, "upload", "docx"),
        (b"%PDF-1.7\n", "iep.pdf", "pdf"),
        (b"\n\n%PDF-1.7\n", "iep.pdf", "pdf"),
        (b"Date: 2/10/2026", "note.txt", "text"),
        (b"Date,Start,End", "log.csv", "text"),
        (b"A file that begins with %PDF- is a PDF.", "note.txt", "text"),
        ("Niño, naïve".encode("cp1252"), "note.txt", "text"),
        ("Date".encode("utf-16"), "note.txt", "text"),
        (b"\xef\xbb\xbfDate", "note.md", "text"),
        (b"Date", "note.log", "text"),
    ],
)
def test_content_tells_the_format(data: bytes, name: str, expected: str) -> None:
    """By its content first; names that say nothing are no hindrance."""
    assert recognise(data, name) == expected


@pytest.mark.usefixtures("_without_ocr")
@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "note.txt", "empty"),
        (b" \r\n\t ", "note.txt", "empty"),
        (OLE + "WordDocument".encode("utf-16-le"), "note.doc", "old kind (.doc)"),
        (OLE + "WordDocument".encode("utf-16-le"), "note.docx", "old kind (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "note.docx", "locked with a password"),
        (OLE + "Workbook".encode("utf-16-le"), "log.xls", "Excel"),
        (OLE, "note.doc", "old Office file"),
        (archive("mimetype", content=b"application/vnd.oasis.opendocument.text"), "note.odt", "OpenDocument"),
        (b"{\\rtf1\\ansi Date}", "note.rtf", "Rich Text"),
        (b"{\\rtf1\\ansi Date}", "note.doc", "Rich Text"),
        (b"<!DOCTYPE html><p>Date", "note.html", "web page"),
        (b"\xef\xbb\xbf <HTML><p>Date", "note.doc", "web page"),
        (b"MIME-Version: 1.0\n", "note.doc", "web page"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "note.xml", "Word document saved as XML"),
        (b'<?xml version="1.0"?><a/>', "note.xml", "XML file"),
        (TINY_PNG, "note.png", "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "scan.jpg", "picture"),
        (b"II*\0" + bytes(20), "scan.tif", "picture"),
        (b"\0\0\0\x18ftypheic" + bytes(20), "photo.heic", "picture"),
        (b"\0\0\0\x18ftypmp42" + bytes(20), "film.mp4", "video"),
        (archive("[Content_Types].xml", "xl/workbook.xml"), "log.xlsx", "Excel"),
        (archive("[Content_Types].xml", "ppt/presentation.xml"), "talk.pptx", "PowerPoint"),
        (archive("Index/Document.iwa"), "note.pages", "Pages"),
        (archive("note.txt"), "notes.zip", "zip archive"),
        (b"\x01\x00\x02junk", "note.txt", "neither"),
        (bytes(range(1, 32)) * 9, "note.txt", "neither"),
        ("Date: 2/10/2026".encode("utf-16-le"), "note.txt", "UTF-16"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, name: str, words: str) -> None:
    """Each format that people keep notes in, and junk."""
    assert words in refusal(data, name)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n", "note.docx"),
        (b"Date", "note.docx"),
        (b"Date", "note.pdf"),
        (NOTE, "note.pdf"),
        (NOTE, "note.txt"),
        (NOTE, "note.doc"),
        (b"Date", "note.rtf"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(data: bytes, name: str) -> None:
    """A readable content under another format's name may be the wrong file."""
    assert "not what its name says" in refusal(data, name)


def test_a_file_over_the_limit_is_refused() -> None:
    """Fifty megabytes are enough for any note."""
    assert "larger than 50 MB" in refusal(b"a" * (LARGEST_FILE + 1), "note.txt")


@pytest.mark.parametrize("length", [4, 30, len(NOTE) // 2, len(NOTE) - 30])
def test_a_truncated_word_file_is_damaged(length: int) -> None:
    """Wherever it was cut off."""
    assert "damaged" in refusal(NOTE[:length])


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil", "word/../../evil", "C:\\evil", "..\\evil"])
def test_names_that_leave_the_archive_are_refused(name: str) -> None:
    """However they lead out of it."""
    assert "point outside" in refusal(changed(NOTE, {name: b"x"}))


def test_a_part_that_inflates_without_end_is_refused() -> None:
    """By its size, and by how far it shrank."""
    assert "unpack" in refusal(changed(NOTE, {"word/media/image1.bmp": bytes(2 * limits.MOST_BYTES_OF_A_PART)}))
    assert "unpack" in refusal(changed(NOTE, {"word/media/image1.bmp": bytes(3 * 2**20)}))


def test_too_many_parts_are_refused() -> None:
    """A document has a few dozen parts."""
    assert "unpack" in refusal(archive(*(f"word/{number}.xml" for number in range(limits.MOST_PARTS + 1))))


def test_an_encrypted_part_is_refused() -> None:
    """As locked, not as damaged."""
    data = bytearray(archive("[Content_Types].xml", "word/document.xml"))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in refusal(bytes(data))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    """Two readers could see two different documents in it."""
    assert "damaged" in refusal(archive("[Content_Types].xml", "word/document.xml", "word/document.xml"))


@given(st.binary(max_size=400), st.sampled_from(["note.docx", "note.pdf", "note.txt", "note"]))
@example(b"PK\x03\x04", "note.docx")
@example(b"PK\x05\x06" + bytes(18), "note.docx")
def test_any_bytes_are_recognised_or_refused(data: bytes, name: str) -> None:
    """Nothing but a format or `Unreadable` comes out."""
    try:
        found = recognise(data, name)
    except Unreadable:
        return
    assert found in ("docx", "pdf", "text")


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    """Byte for byte."""
    path = tmp_path / "note.txt"
    path.write_bytes(b"Date\r\n")
    assert read_file(path) == b"Date\r\n"


def test_what_is_no_readable_file_is_refused(tmp_path: Path) -> None:
    """A folder, a missing file, a name no system takes, a file too large: said before anything is read."""
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    for path, words in (
        (tmp_path, "folder"),
        (tmp_path / "missing.docx", "no file of this name"),
        (tmp_path / "a\0b", "could not be opened"),
        (tmp_path / ("x" * 5000), "could not be opened"),
        (large, "larger than"),
    ):
        with pytest.raises(Unreadable, match=words):
            read_file(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    """Reading it would wait for ever."""
    pipe = tmp_path / "note.docx"
    os.mkfifo(pipe)
    with pytest.raises(Unreadable, match="ordinary file"):
        read_file(pipe)


def test_a_file_one_may_not_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to ask for."""
    path = tmp_path / "note.txt"
    path.write_text("Date")
    assert stat.S_ISREG(path.stat().st_mode)

    def denied(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(Unreadable, match="may not read"):
        read_file(path)
