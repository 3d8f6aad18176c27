"""The picture of a page read by text recognition: its words with their places, and its straight lines.

Runs in the worker alone (`apart.py`). The engine is one function, `recognise`; all else is told from the picture or
from what the engine says. No engine tells whether a box is ticked: what looks like a box, and what stands before a
label that always has one, is a box whose state is not known.
"""

from __future__ import annotations

import io
import math
import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps

from checkers.layout import BOX_UNCLEAR, MarkKind
from checkers.readers.pdf.shapes import Page, Piece, Rect
from checkers.unreadable import Unreadable
from checkers.visible import visible
from checkers.words import load, plain

_DOTS_AN_INCH = 200
"""More gains nothing: the engine makes every line of text the same height."""
_LONGEST_SIDE = 2600
"""Of a page's picture, in dots: legal paper. A poster, or a photograph, is made smaller."""
_MOST_DOTS = 150_000_000
"""A letter page at 1200 dots an inch has fewer."""
_PAPER_WIDTH = 612.0
"""The shorter side of letter paper in points; a picture's true size is not known."""

Corner = tuple[float, float]
Box = tuple[Corner, Corner, Corner, Corner]


class Word(NamedTuple):
    """What the engine recognised: its box from the upper left clockwise, in dots; its confidence from 0 to 1."""

    text: str
    box: Box
    confidence: float


def scan_of(data: bytes, number: int) -> Page:
    """A page of a PDF, by its number from 1, without what was put on top of it (form fields, notes)."""
    import pypdfium2  # noqa: PLC0415 - a picture does not need it

    page = pypdfium2.PdfDocument(data)[number - 1]
    scale = min(_DOTS_AN_INCH / 72, _LONGEST_SIDE / max(page.get_width(), page.get_height()))
    return page_of(page.render(scale=scale, grayscale=True, draw_annots=False).to_pil(), 1 / scale)


def picture_of(data: bytes, number: int) -> Page:
    """A picture, or one of those in a file of several pages, turned upright as its camera says."""
    image = _opened(data)
    image.seek(number - 1)
    if image.width * image.height > _MOST_DOTS:
        raise Unreadable("The picture is larger than any scanned page.", "Save it smaller, and check that.")
    image.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    image = ImageOps.exif_transpose(image).convert("LA")
    paper = Image.new("L", image.size, 255)
    paper.paste(image.getchannel(0), mask=image.getchannel(1))
    return page_of(paper, _PAPER_WIDTH / min(paper.size))


def picture_count(data: bytes) -> int:
    """How many pages a picture has; only TIFF files have more than one (a fax)."""
    image = _opened(data)
    return int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1


def _opened(data: bytes) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = None  # the bound is our own, and no warning goes to the screen
    return Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF"))


def page_of(image: Image.Image, scale: float) -> Page:
    """What stands on a grey picture; `scale`: points for each dot. A page without any word counts as not read."""
    found = [word for word in recognise(image) if word.confidence >= _SURE]
    lean = _lean(found)
    middle = (image.width / 2, image.height / 2)
    level = image.rotate(math.degrees(lean), Image.Resampling.BILINEAR, fillcolor=255) if lean else image
    words = [piece for word in found for piece in _pieces(word.text, _place(word.box, lean, middle, scale))]
    return Page(
        image.width * scale,
        image.height * scale,
        words=list(_with_boxes_of_labels(words)),
        strokes=_strokes(np.asarray(level) < _DARK, scale),
        scanned=not words,
    )


# --- the engine ------------------------------------------------------------------------------------------------------

_SURE = 0.5
"""Words the engine is less sure of are left out: handwriting, dirt, the edge of a stamp."""
_APART = 0.6
"""From how many times its height a gap parts two words, though the engine saw no space."""


def recognise(image: Image.Image) -> Iterator[Word]:
    """The words of a grey picture, line by line."""
    found = _engine()(np.asarray(image))
    for text, parts in zip(found.txts or (), found.word_results if found.txts else (), strict=True):
        yield from _whole_words(text, [Word(part, _box(corners), sure) for part, sure, corners in parts])


@cache
def _engine() -> Any:
    """The engine with the models that come in its package: named by their paths, so that none is ever fetched."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # for versions that report to their makers, should one be installed
    import cv2  # noqa: PLC0415 - these three are the extra itself
    import onnxruntime  # noqa: PLC0415
    import rapidocr  # noqa: PLC0415

    threads = min(4, os.cpu_count() or 1)  # each lays claim to memory, of which the worker has so much and no more
    cv2.setNumThreads(threads)
    onnxruntime.disable_telemetry_events()  # the same on Windows, where all versions leave traces with the system
    models = Path(rapidocr.__file__).parent / "models"
    settings = {
        "Det.model_path": str(next(models.glob("*_det_*.onnx"))),
        "Det.limit_type": "max",
        "Det.limit_side_len": 1280,  # finds as many words as the whole picture does, in half the time
        "Rec.model_path": str(next(models.glob("*_rec_*.onnx"))),
        "Global.use_cls": False,  # it would turn lines that are upside down, one by one
        "Global.max_side_len": _LONGEST_SIDE,
        "Global.return_word_box": True,
        "Global.text_score": 0.0,
        "Global.log_level": "critical",
        "EngineConfig.onnxruntime.intra_op_num_threads": threads,
    }
    return rapidocr.RapidOCR(params=settings)


def _box(corners: Iterable[Iterable[float]]) -> Box:
    one, two, three, four = ((float(x), float(y)) for x, y in corners)
    return one, two, three, four


def _whole_words(line: str, parts: Iterable[Word]) -> Iterator[Word]:
    """The engine's parts of a line, those put together again between which the line has no space ("requirem", "ents").

    Two columns that it took for one line stay apart.
    """
    last: Word | None = None
    at = 0
    for part in parts:
        begins = line.index(part.text, at)
        if last and begins == at and part.box[0][0] - last.box[1][0] < _APART * (part.box[3][1] - part.box[0][1]):
            box = last.box[0], part.box[1], part.box[2], last.box[3]
            last = Word(last.text + part.text, box, min(last.confidence, part.confidence))
        else:
            if last:
                yield last
            last = part
        at = begins + len(part.text)
    if last:
        yield last


# --- places ----------------------------------------------------------------------------------------------------------

_LEVEL = 0.2
"""The steepest slope of a line of text that tells how a page lies on the glass."""
_STRAIGHT = 0.001
_ABOVE, _BESIDE = 0.12, 0.05
"""The shares of its height by which the engine's box is larger than the word."""


def _lean(words: Iterable[Word]) -> float:
    """The angle by which the lines of text fall to the right, in radians; 0 for a page that lies straight."""
    tops = [(right[0] - left[0], right[1] - left[1]) for left, right, *_ in (word.box for word in words)]
    level = [(across, down) for across, down in tops if abs(down) < _LEVEL * across]
    lean = math.atan2(sum(down for _, down in level), sum(across for across, _ in level))
    return lean if abs(lean) > _STRAIGHT else 0.0


def _place(box: Box, lean: float, middle: Corner, scale: float) -> Rect:
    """A word's place in points on the page laid straight."""
    sine, cosine = math.sin(lean), math.cos(lean)
    turned = [
        (middle[0] + x * cosine + y * sine, middle[1] - x * sine + y * cosine)
        for x, y in ((x - middle[0], y - middle[1]) for x, y in box)
    ]
    across, down = [x * scale for x, _ in turned], [y * scale for _, y in turned]
    above = _ABOVE * (max(down) - min(down))
    beside = min(_BESIDE * (max(down) - min(down)), 0.4 * (max(across) - min(across)))
    return Rect(min(across) + beside, min(down) + above, max(across) - beside, max(down) - above)


# --- boxes -----------------------------------------------------------------------------------------------------------

_BOX = re.compile(r"([☐□▢❏❑❒◻○◯☑☒⊠⊡✓✔✗✘√]|[\[(][xX✓✔√*]?[\])]|^\[$)")
_REST_OF_BOX = "]"
_BULLETS = str.maketrans("●■◼▪", "••••")
"""What may be a bullet or a filled box: shown as a bullet, which claims nothing."""


def _pieces(text: str, place: Rect) -> Iterator[Piece]:
    """A word as pieces: what looks like a box by itself."""
    text = visible(text).translate(_BULLETS)
    letter = place.width / max(len(text), 1)
    at = 0
    for part in _BOX.split(text):
        x0, at = place.x0 + at * letter, at + len(part)
        if _BOX.fullmatch(part):
            yield _unclear_box(Rect(x0, place.y0, place.x0 + at * letter, place.y1))
        elif part and text != _REST_OF_BOX:
            yield Piece(part, Rect(x0, place.y0, place.x0 + at * letter, place.y1))


def _unclear_box(place: Rect) -> Piece:
    return Piece(BOX_UNCLEAR, place, mark=MarkKind.CHECKBOX, how="text recognition")


def _with_boxes_of_labels(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces, with a box before each label that always has one and before which none was recognised."""
    words = [(word, at) for at, piece in enumerate(pieces) for word in plain(piece.text).split()]
    labelled: set[int] = set()
    start = 0
    while start < len(words):
        length = next((len(label) for label in _box_labels() if _stands_at(label, words, start)), 0)
        if length:
            labelled.add(words[start][1])
        start += length or 1
    for at, piece in enumerate(pieces):
        if at in labelled and not (at and pieces[at - 1].mark):
            yield _unclear_box(Rect(piece.place.x0 - 0.2, piece.place.y0, piece.place.x0 - 0.1, piece.place.y1))
        yield piece


def _stands_at(label: tuple[str, ...], words: list[tuple[str, int]], start: int) -> bool:
    """Whether a label's words stand there; before the first, the rest of a box may stick to it ("1Does not meet")."""
    there = [word for word, _ in words[start : start + len(label)]]
    return there[1:] == list(label[1:]) and there[0].endswith(label[0])


@cache
def _box_labels() -> list[tuple[str, ...]]:
    """The words of the labels that always have a box, the longest first."""
    labels = (label for key in ("medicaid_box", "medicaid_positive") for label in load("labels")[key]["labels"])
    return sorted((tuple(plain(label).split()) for label in labels), key=len, reverse=True)


# --- straight lines --------------------------------------------------------------------------------------------------

_DARK = 150
"""Grey below this is ink, from 0 (black) to 255."""
_SHORTEST, _THICKEST = 20.0, 2.5
"""How long, in points, a line is at least, and how thick at most; what is thicker is a bar or a shadow."""
_MOST_RUNS = 10_000

Ink = npt.NDArray[np.bool_]


def _strokes(ink: Ink, scale: float) -> list[Rect]:
    """The level and upright lines of a page, of which tables and rules to write on are made."""
    level = [Rect(x0, y, x1, y) for y, x0, x1 in _runs(ink, scale)]
    upright = [Rect(x, y0, x, y1) for x, y0, y1 in _runs(ink.T, scale)]
    return level + upright


def _runs(ink: Ink, scale: float) -> list[tuple[float, float, float]]:
    """Each row of dots in which thin ink goes on for long enough: its middle, where it starts and where it ends."""
    edges = np.diff(np.pad(ink, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    long = (ends - starts) * scale >= _SHORTEST
    rows, starts, ends = rows[long], starts[long], ends[long]
    thick = np.cumsum(np.pad(_thick(ink, scale), ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    thin = thick[rows, ends] - thick[rows, starts] < (ends - starts) / 2  # letters may stand in a rule
    if thin.sum() > _MOST_RUNS:
        return []  # a photograph
    found = zip(rows[thin].tolist(), starts[thin].tolist(), ends[thin].tolist(), strict=True)
    return [((row + 0.5) * scale, start * scale, end * scale) for row, start, end in found]


def _thick(ink: Ink, scale: float) -> Ink:
    """The dots that lie in a column of ink higher than a line is thick."""
    height = round(_THICKEST / scale) + 1
    sums = np.cumsum(np.pad(ink, ((1, 0), (0, 0))), axis=0, dtype=np.int32)
    thick = np.zeros_like(ink)
    for step in range(height if height <= len(ink) else 0):
        thick[step : len(ink) - height + 1 + step] |= sums[height:] - sums[:-height] == height
    return thick
