"""Readers: each turns one file format into a `Reading` and knows no rule."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from checkers.layout import Reading
from checkers.readers.bounds import within_bounds
from checkers.readers.columns import with_columns
from checkers.readers.long_lines import in_pieces


def read(data: bytes, file_format: Literal["docx", "pdf", "text", "picture"]) -> Reading:
    """Read a file's content, within bounds; long lines are cut and columns without lines made tables.

    The reader of a format, and the library it needs, is loaded when first used.

    Raises:
        Unreadable: the content cannot be read, or is more than a document can hold.
    """
    reading = within_bounds(_read(data, file_format))
    return replace(reading, blocks=with_columns(in_pieces(reading.blocks)))


def _read(data: bytes, file_format: Literal["docx", "pdf", "text", "picture"]) -> Reading:
    if file_format == "docx":
        from checkers.readers.word import read_word  # noqa: PLC0415 - loads lxml

        return read_word(data)
    if file_format == "pdf":
        from checkers.readers.pdf import read_pdf  # noqa: PLC0415 - starts a process that loads pypdfium2

        return read_pdf(data)
    if file_format == "picture":
        from checkers.readers.ocr import read_picture  # noqa: PLC0415 - starts a process that loads the engine

        return read_picture(data)
    from checkers.readers.text import read_text  # noqa: PLC0415

    return read_text(data)
