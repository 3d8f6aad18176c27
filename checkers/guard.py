"""The door: a file is looked at before any reader touches it, and refused in plain words if it cannot be read.

What a file is, its content says; the name is only compared with it. Limits follow what a note or a plan can need.
"""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path, PurePath
from typing import Literal
from zipfile import ZipFile

from checkers.archive import open_archive, read_part
from checkers.extras import GET_OCR, has_ocr
from checkers.unreadable import Unreadable

Format = Literal["docx", "pdf", "text", "picture"]

LARGEST_FILE = 50 * 2**20

_FORMAT_OF_NAME: dict[str, Format] = {
    ".docx": "docx", ".docm": "docx", ".dotx": "docx", ".dotm": "docx",
    ".pdf": "pdf",
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text", ".csv": "text", ".tsv": "text",
    ".png": "picture", ".jpg": "picture", ".jpeg": "picture", ".tif": "picture", ".tiff": "picture",
}  # fmt: skip
_OTHER_NAMES = frozenset({
    ".doc", ".dot", ".odt", ".ott", ".rtf", ".pages", ".htm", ".html", ".mht", ".xml", ".xls", ".xlsx", ".xlsm", ".ppt",
    ".pptx", ".zip", ".gif", ".bmp", ".heic", ".heif", ".webp",
})  # fmt: skip
"""Names of formats that cannot be read; a readable file under such a name is not what it says."""

_IS_A: dict[Format, tuple[str, str]] = {
    "docx": ("a Word document", ".docx"),
    "pdf": ("a PDF", ".pdf"),
    "text": ("plain text", ".txt"),
    "picture": ("a picture", ".jpg or .png"),
}

_SAVE_AS_WORD = "Open it in Word or LibreOffice, choose Save As, and pick “Word Document (.docx)”."
_EXPORT = "Open it in the program it was made with, and save or export it as .docx or PDF."
_FROM_PAGES = "Open it in Pages, and choose File, Export To, Word."
_UNLOCK = "Open it, remove the password (File, Info, Protect Document), and save it again."
_PICTURE_ADVICE = "Check the document it was printed from, or scan it with text recognition into a PDF."

_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")
_OFFICE_STREAMS = (
    ("EncryptedPackage", "This Office file is locked with a password.", _UNLOCK),
    ("WordDocument", "This is a Word document of the old kind (.doc), which Tandem cannot read.", _SAVE_AS_WORD),
    ("Workbook", "This is an old Excel workbook, which Tandem cannot read.", _EXPORT),
    ("PowerPoint Document", "This is an old PowerPoint presentation, which Tandem cannot read.", _EXPORT),
)  # fmt: skip

_ZIP_KINDS = (
    ("xl/", "This is an Excel workbook, which Tandem cannot read.", _EXPORT),
    ("ppt/", "This is a PowerPoint presentation, which Tandem cannot read.", _EXPORT),
    ("Index/", "This is an Apple Pages document, which Tandem cannot read.", _FROM_PAGES),
    ("index.xml", "This is an Apple Pages document, which Tandem cannot read.", _FROM_PAGES),
)  # fmt: skip
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"

_PICTURES_OF_PAGES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
"""PNG, JPEG and TIFF: what scanners make."""
_MEDIA_BOX = b"ftyp"
_PHOTO_BRANDS = (b"heic", b"heix", b"heif", b"hevc", b"mif1", b"msf1", b"avif")
_WEB_PAGE = re.compile(rb"(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html|<head|<body)", re.IGNORECASE)
_WORD_XML = re.compile(rb"Word\.Document|office/2006/xmlPackage|office/word/2003")
_TEXT_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1a\x1b"})
_HEAD = 4096
_PDF_HEAD = 1024
"""Where the PDF standard lets the words “%PDF-” begin."""


def read_file(path: Path) -> bytes:
    """Read a file whole. Never waits for a device or a pipe, never reads more than `LARGEST_FILE`.

    Raises:
        Unreadable: it is not there, no ordinary file, may not be read, or is too large.
    """
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise Unreadable("This is a folder, not a document.", "Choose a document in it.")
        if not stat.S_ISREG(about.st_mode):
            raise Unreadable("This is not an ordinary file.", "Save the document as a file, and check that.")
        if about.st_size > LARGEST_FILE:
            raise _too_large()
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise Unreadable("There is no file of this name.", "Look at the spelling and at the folder.") from None
    except PermissionError:
        raise Unreadable("You may not read this file.", "Ask its owner for the right to read it.") from None
    except (OSError, ValueError):
        raise Unreadable("The file could not be opened.", "Copy it to this computer, and check the copy.") from None


def recognise(data: bytes, name: str) -> Format:
    """Tell the format of a file from its content; `name` must agree with it where it names a format at all.

    Raises:
        Unreadable: empty, too large, damaged, locked, of a format that cannot be read, or not what its name says.
    """
    if not data or data.isspace():
        raise Unreadable("The file is empty.", "Look whether the right file was saved, and check it again.")
    if len(data) > LARGEST_FILE:
        raise _too_large()
    suffix = PurePath(name).suffix.lower()
    found = _format(data, suffix)
    if _FORMAT_OF_NAME.get(suffix, found) != found or suffix in _OTHER_NAMES:
        is_a, right = _IS_A[found]
        raise Unreadable(
            f"The file is not what its name says: the name ends in {suffix}, the content is {is_a}.",
            f"Make sure that it is the right file, rename it to end in {right}, and check it again.",
        )
    return found


def _too_large() -> Unreadable:
    return Unreadable(
        f"The file is larger than {LARGEST_FILE // 2**20} MB.",
        "Make its pictures smaller or save it without them, or split it into one file for each document.",
    )


def _format(data: bytes, suffix: str) -> Format:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_format(open_archive(data))
    if data.startswith(_OFFICE):
        raise _old_office(data)
    start = data[:_PDF_HEAD].find(b"%PDF-")
    if start == 0 or (start > 0 and _FORMAT_OF_NAME.get(suffix) != "text"):
        return "pdf"
    if data.startswith(_PICTURES_OF_PAGES) and has_ocr():
        return "picture"
    _refuse_pictures(data)
    _refuse_marked_up(data)
    _refuse_binary(data)
    return "text"


def _zip_format(archive: ZipFile) -> Format:
    names = archive.namelist()
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return "docx"
    if "mimetype" in names and read_part(archive, "mimetype").startswith(_OPEN_DOCUMENT):
        raise Unreadable("This is an OpenDocument file (such as .odt), which Tandem cannot read.", _SAVE_AS_WORD)
    for beginning, reason, advice in _ZIP_KINDS:
        if any(name.startswith(beginning) for name in names):
            raise Unreadable(reason, advice)
    if "[Content_Types].xml" in names:
        return "docx"  # the reader finds the document by its relationship, or says that there is none
    raise Unreadable("This is a zip archive, not a document.", "Unpack it, and check the documents in it.")


def _old_office(data: bytes) -> Unreadable:
    """Old Office files keep their streams' names in UTF-16."""
    for stream, reason, advice in _OFFICE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return Unreadable(reason, advice)
    return Unreadable("This is an old Office file that Tandem cannot read.", _EXPORT)


def _refuse_pictures(data: bytes) -> None:
    is_picture = (
        data.startswith((*_PICTURES_OF_PAGES, b"GIF8"))
        or (data.startswith(b"RIFF") and data[8:12] == b"WEBP")
        or (data.startswith(b"BM") and data[6:10] == bytes(4))
    )
    if is_picture or (data[4:8] == _MEDIA_BOX and data[8:12] in _PHOTO_BRANDS):
        advice = "Save it as .jpg or .png, and check that." if has_ocr() else f"{_PICTURE_ADVICE} {GET_OCR}"
        raise Unreadable("This is a picture: it has no text that could be checked.", advice)
    if data[4:8] == _MEDIA_BOX:
        raise Unreadable("This is a video or sound file, not a document.", "Check the written document instead.")


def _refuse_marked_up(data: bytes) -> None:
    head = data[:_HEAD].replace(b"\0", b"").removeprefix(codecs.BOM_UTF8).lstrip(b"\xff\xfe \t\r\n")
    if head.startswith(b"{\\rtf"):
        raise Unreadable("This is a Rich Text file (.rtf), which Tandem cannot read.", _SAVE_AS_WORD)
    if _WEB_PAGE.match(head) or head[:13].lower() == b"mime-version:":
        raise Unreadable(
            "This is a saved web page, which Tandem cannot read.", "Open it in a browser, and print it to a PDF."
        )
    if head.startswith(b"<?xml"):
        if _WORD_XML.search(head):
            raise Unreadable("This is a Word document saved as XML, which Tandem cannot read.", _SAVE_AS_WORD)
        raise Unreadable("This is an XML file, not a document.", _EXPORT)


def _refuse_binary(data: bytes) -> None:
    """Text holds no zero bytes unless it is marked as UTF-16 or UTF-32, and next to no control characters."""
    if data.startswith(_TEXT_MARKS[1:]):
        return
    if b"\0" in data:
        if _is_unmarked_utf16(data[:_HEAD]):
            raise Unreadable(
                "The text is in UTF-16 without its byte-order mark.", "Open it in an editor, and save it as UTF-8."
            )
        raise _no_document()
    head = data[:_HEAD]
    if len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 50:
        raise _no_document()


def _is_unmarked_utf16(head: bytes) -> bool:
    """Western text in UTF-16 has a zero in nearly every second byte, always on the same side."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    return min(even, odd) == 0 and max(even, odd) > len(head) // 3


def _no_document() -> Unreadable:
    return Unreadable("The content is neither a Word document, nor a PDF, nor text.", _EXPORT)
