"""Scans and pictures read by text recognition: with a stand-in for the engine, and with the engine where it is."""

from __future__ import annotations

import io
import json
import math
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checkers import guard
from checkers.check import FileReport, check_bytes
from checkers.layout import OBJECT, Line, MarkKind, Reading, Table, lines_of
from checkers.outcome import Verdict
from checkers.readers import ocr, ocr_page, read
from checkers.readers.ocr_page import Word
from checkers.readers.pdf.shapes import Page, Piece, Rect
from checkers.rule import FROM_SCAN
from checkers.rules.document import doc002_scanned_pages
from checkers.understand import understand
from checkers.unreadable import Unreadable
from tests.documents.paper_pdf import note_printed
from tests.documents.papers import Note, Signing
from tests.documents.pdf import drawn

ROOT = Path(__file__).parents[3]
DOT = 72 / 200
"""A dot of a rendered page in points."""
NOTE = (
    "Daily Progress Note",
    "Child's Name: Jayden Rivera     DOB: 3/14/2021",
    "Date of Service: 2/10/2026     Time In: 9:00 AM     Time Out: 9:30 AM",
    "Activity: Direct",
    "Session Notes: Jayden named six of eight pictures after one spoken cue.",
)
UNSIGNED = (*NOTE, "Therapist Signature: ____________     Date: ________")


def seen(*lines: str, lean: float = 0.0) -> list[Word]:
    """The words of lines as an engine sees them: letters 12 dots wide and 25 high, lines 56 apart."""
    return [
        Word(word, _box(200 + 12 * start, 150 + 56 * row, 12 * len(word), lean), 0.99)
        for row, line in enumerate(lines)
        for start, word in _words(line)
    ]


def _words(line: str) -> Iterator[tuple[int, str]]:
    at = 0
    for word in line.split():
        at = line.index(word, at)
        yield at, word
        at += len(word)


def _box(x: float, y: float, width: float, lean: float) -> ocr_page.Box:
    sine, cosine = math.sin(lean), math.cos(lean)
    corners = ((x, y), (x + width, y), (x + width, y + 25), (x, y + 25))
    one, two, three, four = ((x * cosine - y * sine, x * sine + y * cosine) for x, y in corners)
    return one, two, three, four


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Install a stand-in for the engine that sees these pages one after another; the work is done in this process."""
    for module in (ocr, guard, doc002_scanned_pages):
        monkeypatch.setattr(module, "has_ocr", lambda: True)
    monkeypatch.setattr(ocr, "apart", lambda work, data, **_: work(data))

    def sees(*pages: Iterable[Word]) -> None:
        left = iter(pages)
        monkeypatch.setattr(ocr_page, "recognise", lambda _: next(left))

    return sees


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the extra were not installed."""
    for module in (ocr, guard, doc002_scanned_pages):
        monkeypatch.setattr(module, "has_ocr", lambda: False)


def picture(size: tuple[int, int] = (850, 1100), form: str = "PNG", **options: Any) -> bytes:
    """An empty page as a picture."""
    buffer = io.BytesIO()
    Image.new("L", size, 255).save(buffer, form, **options)
    return buffer.getvalue()


def scanned(canvas: Canvas) -> None:
    """A page that is a picture."""
    canvas.drawImage(ImageReader(io.BytesIO(picture())), 0, 0, 612, 792)


def written(*lines: str) -> Callable[[Canvas], None]:
    """A page with text."""

    def page(canvas: Canvas) -> None:
        for row, line in enumerate(lines):
            canvas.drawString(72, 720 - 20 * row, line)

    return page


def texts(reading: Reading) -> list[tuple[int | None, str]]:
    """Every line with its page."""
    return [(line.place.page, line.text) for line in lines_of(reading.blocks)]


def findings(report: FileReport) -> dict[str, Verdict]:
    """The finding of each rule."""
    return {each.rule: each.verdict for each in report.findings}


# --- pages -----------------------------------------------------------------------------------------------------------


def test_a_scanned_page_becomes_lines(engine: Callable[..., None]) -> None:
    """With its place, a tab at each wide gap; the other pages are read as ever."""
    engine(seen("Child: Ava Chen     DOB: 4/2/2022", "Provider: Jo Hill"))
    reading = read(drawn(written("Progress Note"), scanned), "pdf")
    assert texts(reading) == [
        (1, "Progress Note"), (2, "Child: Ava Chen\tDOB: 4/2/2022"), (2, "Provider: Jo Hill")
    ]  # fmt: skip
    assert (reading.pages, reading.unread_pages, reading.ocr_pages) == (2, (), (2,))
    line = next(block for block in reading.blocks if isinstance(block, Line) and block.place.page == 2)
    assert line.segments
    assert line.segments[1].left == pytest.approx((200 + 12 * 20) * DOT, abs=1)


def test_a_page_without_words_stays_unread(engine: Callable[..., None]) -> None:
    """Be there nothing, or nothing that the engine is sure of."""
    engine([], [Word("smudge", _box(10, 10, 90, 0), 0.3)], seen("Progress Note"))
    reading = read(drawn(scanned, scanned, scanned), "pdf")
    assert (reading.unread_pages, reading.ocr_pages) == ((1, 2), (3,))


def test_a_page_that_cannot_be_done_in_time_ends_it(
    engine: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read before is kept; and a file of very many scans is read in part."""

    def pages() -> Iterator[list[Word]]:
        yield seen("Page one")
        raise Unreadable("Reading the file would take more than 60 seconds.", "Print it.")

    engine(*[seen("Page one")] * 3)
    monkeypatch.setattr(ocr, "MOST_PAGES", 2)
    assert read(drawn(scanned, scanned, scanned), "pdf").unread_pages == (3,)
    left = pages()
    monkeypatch.setattr(ocr_page, "recognise", lambda _: next(left))
    assert read(drawn(scanned, scanned, scanned), "pdf").unread_pages == (2, 3)


def test_what_was_put_on_top_of_a_scan_is_kept(engine: Callable[..., None]) -> None:
    """A signature drawn with a pen on the screen is ink beyond doubt."""
    engine(seen("Signature:"))
    ink = Piece(OBJECT, Rect(140, 50, 220, 66), mark=MarkKind.INK, how="ink")
    page = ocr.read_scans(drawn(scanned), {1: Page(612, 792, notes=[ink], scanned=True)})[1]
    assert page.notes == [ink]
    assert not page.scanned


def test_a_page_that_lay_askew_is_read_level(engine: Callable[..., None]) -> None:
    """A degree over the width of a page is a whole line."""
    lines = ("Child: Ava Chen", "Date: 2/10/2026" + " " * 60 + "Time: 9:00-9:30", "Notes: Ava jumped over a line.")
    engine(seen(*lines, lean=math.radians(1)))
    assert [text for _, text in texts(read(drawn(scanned), "pdf"))] == [
        "Child: Ava Chen", "Date: 2/10/2026\tTime: 9:00-9:30", "Notes: Ava jumped over a line."
    ]  # fmt: skip


def test_parts_of_a_word_are_put_together_and_columns_are_not() -> None:
    """The engine parts words at broad letters, and now and then takes two columns for one line."""
    parts = [
        Word("requirem", _box(0, 0, 96, 0), 0.9),
        Word("ents", _box(106, 0, 48, 0), 0.8),
        Word("met", _box(165, 0, 36, 0), 0.9),
        Word("DOB", _box(240, 0, 36, 0), 0.9),
    ]
    whole = list(ocr_page._whole_words("requirements metDOB", parts))
    assert [(word.text, word.confidence) for word in whole] == [("requirements", 0.8), ("met", 0.9), ("DOB", 0.9)]
    assert whole[0].box == _box(0, 0, 154, 0)


# --- lines -----------------------------------------------------------------------------------------------------------


def ruled(*lines: tuple[int, int, int, int], thick: int = 2) -> bytes:
    """A PDF with the picture of lines; places in dots of a letter page at 200 dots an inch."""
    image = Image.new("L", (1700, 2200), 255)
    for line in lines:
        ImageDraw.Draw(image).line(line, fill=60, width=thick)
    return drawn(lambda canvas: canvas.drawImage(ImageReader(image), 0, 0, 612, 792))


def test_a_ruled_table_is_a_table(engine: Callable[..., None]) -> None:
    """Its lines are told from the picture."""
    engine(seen("Child      Ava", "DOB        4/2/2022"))
    across = [(190, y, 700, y) for y in (140, 190, 240)]
    down = [(x, 140, x, 240) for x in (190, 310, 700)]
    [table] = read(ruled(*across, *down), "pdf").blocks
    assert isinstance(table, Table)
    assert [[cell.lines[0].text for cell in row.cells] for row in table.rows] == [["Child", "Ava"], ["DOB", "4/2/2022"]]


@pytest.mark.parametrize(
    ("thick", "expected"), [(2, "Signature:\t____"), (40, "Signature:")], ids=["a rule to write on", "a bar"]
)
def test_a_rule_to_write_on_is_told_from_a_bar(engine: Callable[..., None], thick: int, expected: str) -> None:
    """Which is a shadow, or decoration."""
    engine(seen("Signature:"))
    [(_, text)] = texts(read(ruled((400, 176, 800, 176), thick=thick), "pdf"))
    assert text.startswith(expected)
    assert ("_" in text) == (thick == 2)


@pytest.mark.parametrize("size", [(1, 1), (3, 2000), (2000, 3), (1700, 2200)])
@pytest.mark.parametrize("shade", [0, 255])
def test_any_picture_has_its_lines_told(size: tuple[int, int], shade: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sliver, a black page: nothing that makes it fail, and no line where there is none."""
    monkeypatch.setattr(ocr_page, "recognise", lambda _: [])
    page = ocr_page.page_of(Image.new("L", size, shade), DOT)
    assert page.scanned
    assert len(page.strokes) <= (2 * 8 if min(size) == 3 and not shade else 0)


# --- boxes -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "□ Does not meet Medicaid requirements",
        "☒ Does not meet Medicaid requirements",
        "⊠Does not meet Medicaid requirements",
        "[X] Does not meet Medicaid requirements",
        "[ ] Does not meet Medicaid requirements",
        "Does not meet Medicaid requirements",
        "1Does not meet Medicaid requirements",
        "x Does not meet Medicaid requirements",
        "✓ Make-up session",
        "[x] Make-up session",
        "[ ] Make-up session",
    ],
)
def test_no_box_has_a_state(engine: Callable[..., None], line: str) -> None:
    """Whatever the engine makes of it; a label that always has a box has one, seen or not."""
    engine(seen("Progress Note", line))
    boxes = understand(read(drawn(scanned), "pdf")).boxes
    assert [box.checked for box in boxes] == [None]
    assert boxes[0].label.removeprefix("1") in ("Does not meet Medicaid requirements", "Make-up session")


@pytest.mark.parametrize("line", ["● named six of eight pictures", "Medicaid number: 12", "[Child's Name]"])
def test_other_words_are_no_boxes(engine: Callable[..., None], line: str) -> None:
    """A list's bullets, placeholders, and labels that need no box."""
    engine(seen("Progress Note", line))
    assert not understand(read(drawn(scanned), "pdf")).boxes


# --- findings --------------------------------------------------------------------------------------------------------


def test_what_rests_on_a_scan_is_never_a_violation(engine: Callable[..., None]) -> None:
    """The same words as text are violations; each finding says that the words were recognised."""
    lines = (*UNSIGNED[:2], *UNSIGNED[3:])
    as_text = check_bytes("\n".join(lines).encode(), "note.txt")
    broken = {rule for rule, verdict in findings(as_text).items() if verdict is Verdict.VIOLATION}
    assert {"SIG001", "DAT001", "TIM001"} <= broken
    engine(seen(*lines))
    report = check_bytes(drawn(scanned), "note.pdf")
    assert broken <= set(findings(report))
    assert set(findings(report).values()) == {Verdict.INCOMPLETE}
    assert all(FROM_SCAN in each.message and each.severity is None for each in report.findings)


def test_what_stands_on_a_page_with_text_stays_certain(engine: Callable[..., None]) -> None:
    """But not what is missing on it: that may stand on the scan, unseen."""
    engine(seen("Therapist Signature:"))
    lines = (NOTE[0], "Child's Name: [Child's Name]", "Date of Service: 2/10/2026", *NOTE[3:])
    report = check_bytes(drawn(scanned, written(*lines)), "note.pdf")
    assert findings(report)["DOC005"] is Verdict.VIOLATION
    assert findings(report)["TIM001"] is Verdict.INCOMPLETE
    [missing] = [each for each in report.findings if each.rule == "TIM001"]
    assert f"It may stand on page 1, which Tandem {FROM_SCAN}." in missing.message


def test_the_pages_are_named(engine: Callable[..., None]) -> None:
    """Those that were recognised, for comparing, and those that stay unread."""
    engine(seen(*NOTE), [], seen("Plan: more."))
    report = check_bytes(drawn(scanned, scanned, scanned), "note.pdf")
    said = [f"{each.message} {each.fix}" for each in report.findings if each.rule == "DOC002"]
    assert said[0].startswith("Page 2 is a picture without text")
    assert said[1].startswith(f"Pages 1 and 3 were {FROM_SCAN}")
    assert "Compare with the page" in said[1]
    assert not any("run.py" in each for each in said)


def test_a_session_that_goes_on_on_a_scan_rests_on_it(engine: Callable[..., None]) -> None:
    """Be the place of the finding a page with text: the date may have been misread on the other."""
    engine(seen("Electronically signed by Maria Lopez, MS, CCC-SLP on 2/9/2026"))
    report = check_bytes(drawn(written(*NOTE), scanned), "note.pdf")
    [finding] = [each for each in report.findings if each.rule == "SIG006"]
    assert finding.verdict is Verdict.INCOMPLETE
    engine(seen(*NOTE))
    report = check_bytes(drawn(scanned, written("Electronically signed by Maria Lopez on 2/9/2026")), "note.pdf")
    [finding] = [each for each in report.findings if each.rule == "SIG006"]
    assert finding.verdict is Verdict.INCOMPLETE


@pytest.mark.usefixtures("without_extra")
def test_without_the_extra_it_is_said_how_to_get_it() -> None:
    """For scanned pages and for pictures; nothing is read."""
    report = check_bytes(drawn(written(*NOTE), scanned), "note.pdf")
    [finding] = [each for each in report.findings if each.rule == "DOC002"]
    assert "Page 2 is a picture without text" in finding.message
    assert "python3 run.py ocr" in finding.fix
    with pytest.raises(Unreadable) as refusal:
        guard.recognise(picture(), "note.png")
    assert refusal.value.reason.startswith("This is a picture")
    assert "python3 run.py ocr" in refusal.value.advice


# --- pictures --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("note.png", picture()),
        ("note.JPG", picture(form="JPEG")),
        ("scan.jpeg", picture(form="JPEG")),
        ("fax.tif", picture(form="TIFF")),
        ("fax.tiff", picture(form="TIFF")),
        ("upload", picture()),
    ],
)
def test_a_picture_is_a_document_of_one_page(engine: Callable[..., None], name: str, data: bytes) -> None:
    """Its places are those of letter paper, whatever its size."""
    engine(seen(*UNSIGNED))
    report = check_bytes(data, name)
    assert report.doc
    reading = report.doc.reading
    assert (reading.format, reading.pages, reading.ocr_pages, reading.unread_pages) == ("picture", 1, (1,), ())
    assert (1, UNSIGNED[1].replace("     ", "\t")) in texts(reading)
    assert findings(report)["SIG001"] is Verdict.INCOMPLETE


def test_a_fax_of_several_pages_is_read_whole(engine: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    """TIFF files have pages; far too many of them are refused."""
    more = [Image.new("L", (850, 1100), 255)]
    fax = picture(form="TIFF", save_all=True, append_images=more)
    engine(seen("Progress Note"), [])
    reading = read(fax, "picture")
    assert (reading.pages, reading.ocr_pages, reading.unread_pages) == (2, (1,), (2,))
    monkeypatch.setattr(ocr, "MOST_PAGES", 1)
    with pytest.raises(Unreadable, match="more than 1 pages"):
        read(fax, "picture")


def test_a_picture_is_turned_as_its_camera_says_and_stands_on_white(monkeypatch: pytest.MonkeyPatch) -> None:
    """A telephone held sideways; what can be seen through is paper."""
    got: list[Image.Image] = []

    def look(image: Image.Image) -> list[Word]:
        got.append(image)
        return []

    monkeypatch.setattr(ocr_page, "recognise", look)
    turned = Image.Exif()
    turned[0x0112] = 6
    ocr_page.picture_of(picture((1100, 850), "JPEG", exif=turned), 1)
    buffer = io.BytesIO()
    Image.new("RGBA", (850, 1100), (0, 0, 0, 0)).save(buffer, "PNG")
    ocr_page.picture_of(buffer.getvalue(), 1)
    assert [image.size for image in got] == [(850, 1100)] * 2
    assert got[1].getextrema() == (255, 255)


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (picture(), "note.docx", "not what its name says"),
        (b"Date: 2/10/2026", "note.png", "not what its name says"),
        (b"GIF89a" + bytes(20), "note.gif", "This is a picture"),
        (b"\0\0\0\x18ftypheic" + bytes(20), "photo.heic", "This is a picture"),
    ],
)
def test_what_is_no_picture_of_a_page_is_refused(data: bytes, name: str, words: str) -> None:
    """Also with the extra."""
    with pytest.raises(Unreadable, match=words) as refusal:
        guard.recognise(data, name)
    assert "run.py" not in refusal.value.advice


def test_a_damaged_or_giant_picture_is_refused() -> None:
    """In the worker, by the bound or by its effect."""
    monstrous = picture((20_000, 20_000))
    with pytest.raises(Unreadable, match="larger than any scanned page"):
        read(monstrous, "picture")
    with pytest.raises(Unreadable, match="damaged"):
        read(picture()[:60], "picture")


# --- the engine itself -----------------------------------------------------------------------------------------------


def scan_of(data: bytes) -> bytes:
    """The first page of a PDF as it comes out of a scanner."""
    image = pypdfium2.PdfDocument(data)[0].render(scale=200 / 72, grayscale=True).to_pil()
    buffer = io.BytesIO()
    image.rotate(-0.7, Image.Resampling.BICUBIC, fillcolor=255).save(buffer, "PDF", resolution=200)
    return buffer.getvalue()


@pytest.fixture
def _real() -> None:
    pytest.importorskip("onnxruntime", reason="the extra ocr is not installed")
    pytest.importorskip("rapidocr", reason="the extra ocr is not installed")


@pytest.mark.usefixtures("_real")
def test_the_engine_reads_a_scanned_note() -> None:
    """A note that nobody signed, a little askew."""
    note = note_printed(Note(signing=Signing(how="blank", date="")))
    report = check_bytes(scan_of(note), "note.pdf")
    assert report.doc
    assert report.doc.reading.ocr_pages == (1,)
    lines = [text for _, text in texts(report.doc.reading)]
    assert "Child's Name: Jayden Rivera\tDOB: 3/14/2021" in lines
    assert [box.checked for box in report.doc.boxes] == [None]
    assert findings(report)["SIG001"] is Verdict.INCOMPLETE
    assert Verdict.VIOLATION not in findings(report).values()


@pytest.mark.usefixtures("_real")
def test_the_engine_reads_a_picture_of_a_note() -> None:
    """As from a telephone; what is found is found in the note itself too."""
    note = note_printed(Note())
    image = pypdfium2.PdfDocument(note)[0].render(scale=2).to_pil()
    buffer = io.BytesIO()
    image.save(buffer, "JPEG")
    report = check_bytes(buffer.getvalue(), "note.jpg")
    assert report.doc
    [entry] = report.doc.entries
    assert entry.time
    assert (entry.time.start, entry.time.end) == (9 * 60, 9 * 60 + 30)
    assert set(findings(report)) == {*findings(check_bytes(note, "note.pdf")), "DOC002"}


WATCH = """
import json, os, sys
seen = []
def watch(event, args):
    if event == "open" and isinstance(args[0], (str, bytes, os.PathLike)):
        if (args[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND) and os.fspath(args[0]) != os.devnull:
            seen.append(["write", os.fsdecode(args[0])])
    elif event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "os.mkdir"):
        seen.append([event])
sys.dont_write_bytecode = True
sys.addaudithook(watch)
from checkers.readers import ocr_page
from checkers.readers.apart import limit
limit(4096)
page = ocr_page.scan_of(sys.stdin.buffer.read(), 1)
print(json.dumps([len(page.words), seen]))
"""


@pytest.mark.usefixtures("_real")
def test_the_engine_opens_no_connection_and_writes_no_file(tmp_path: Path) -> None:
    """Nothing is fetched, nothing is left: with an empty home, within the worker's limits."""
    own = {"HOME": str(tmp_path), "TMPDIR": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", WATCH], cwd=tmp_path, env={**os.environ, **own}, input=scan_of(note_printed(Note())),
        capture_output=True, timeout=120, check=True,
    )  # fmt: skip
    words, events = json.loads(done.stdout)
    assert words > 40
    assert events == []
    assert not done.stderr
    assert not list(tmp_path.iterdir())
