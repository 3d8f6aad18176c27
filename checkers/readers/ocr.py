"""Scans read by text recognition, where the extra `ocr` is installed: each page's picture becomes a `Page` of words.

From there on it is arranged like any page of a PDF. All work on pictures is done apart, in a worker of its own with
more time and memory than a PDF needs (`ocr_page`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from itertools import islice

from checkers.extras import has_ocr
from checkers.layout import Reading
from checkers.readers.apart import apart
from checkers.readers.pdf import arranged
from checkers.readers.pdf.shapes import Page
from checkers.unreadable import Unreadable

MOST_PAGES = 40
"""How many scanned pages of a file are read: some minutes' work. The others stay unread, and DOC002 names them."""
_SECONDS = 60.0
"""How long one page may take. A typed page takes three, one of 700 words ten, the first one two more for the models."""
_MEGABYTES = 4096
"""Address space, most of it never used: a page takes up to 950 MB of memory and lays claim to 1,600."""


def scan_of(data: bytes, number: int) -> Page:
    """A page of a PDF, by its number from 1. Done in the worker: nothing else loads the libraries."""
    from checkers.readers import ocr_page  # noqa: PLC0415

    return ocr_page.scan_of(data, number)


def picture_of(data: bytes, number: int) -> Page:
    """A picture, or one of those in a file of several pages. Done in the worker too."""
    from checkers.readers import ocr_page  # noqa: PLC0415

    return ocr_page.picture_of(data, number)


def picture_count(data: bytes) -> int:
    """How many pages a file of pictures has. Done in the worker too."""
    from checkers.readers import ocr_page  # noqa: PLC0415

    return ocr_page.picture_count(data)


def read_scans(data: bytes, scans: Mapping[int, Page]) -> dict[int, Page]:
    """Those of a PDF's scanned pages on which words were recognised, by their numbers; none without the extra.

    What was put on top of a scan (a form field, ink) is kept. A page that cannot be done within the limits ends it.
    """
    done: dict[int, Page] = {}
    for number, scan in islice(scans.items(), MOST_PAGES if has_ocr() else 0):
        try:
            page = _recognised(scan_of, data, number)
        except Unreadable:
            break  # the next one would take as long again
        if page.words:
            done[number] = replace(page, notes=scan.notes, widgets=scan.widgets)
    return done


def read_picture(data: bytes) -> Reading:
    """Read the picture of a page, or of several.

    Raises:
        Unreadable: it is damaged, or too large.
    """
    count = apart(picture_count, data, seconds=_SECONDS, megabytes=_MEGABYTES)
    if count > MOST_PAGES:
        raise Unreadable(f"This picture has more than {MOST_PAGES} pages.", "Split it into one file for each document.")
    pages = [_recognised(picture_of, data, number) for number in range(1, count + 1)]
    return arranged("picture", pages, tuple(number for number, page in enumerate(pages, start=1) if page.words))


def _recognised(work: Callable[..., Page], data: bytes, number: int) -> Page:
    return apart(partial(work, number=number), data, seconds=_SECONDS, megabytes=_MEGABYTES)
