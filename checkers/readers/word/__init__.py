"""Word files (.docx, .docm, .dotx): what stands on their pages, in reading order.

python-docx passes over content controls, text boxes, insertions and every checkbox; so the XML is walked here.
Nothing in a file is run, and nothing it points to is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.archive import damaged
from checkers.layout import Block, Part, Place, Reading, lines_of
from checkers.readers.word import names as n
from checkers.readers.word.controls import is_on
from checkers.readers.word.file import WordFile
from checkers.readers.word.package import Element, Package
from checkers.readers.word.story import Story
from checkers.unreadable import Unreadable

_NOTES = {
    n.FOOTNOTE_REFERENCE: ("/footnotes", f"{n.W}footnote"),
    n.ENDNOTE_REFERENCE: ("/endnotes", f"{n.W}endnote"),
}
_MARGINS: tuple[tuple[str, Part], ...] = ((f"{n.W}headerReference", "header"), (f"{n.W}footerReference", "footer"))


def read_word(data: bytes) -> Reading:
    """Read a Word file.

    Raises:
        Unreadable: it is damaged, locked, beyond the limits, or made to do harm.
    """
    return _walked(Package(data))[0]


def paragraphs_of(package: Package) -> tuple[Element, dict[Place, Element]]:
    """The body of the document itself, and its paragraphs by the places that `read_word` gives them.

    Those of headers, footers, notes and text boxes are not among them. Raises as `read_word` does.
    """
    _, file, body = _walked(package)
    return body, file.paragraphs


def _walked(package: Package) -> tuple[Reading, WordFile, Element]:
    main = package.main_part
    body = package.parse(main).find(n.BODY)
    if body is None:
        raise damaged()
    file = WordFile(package)
    try:
        return _read(file, main, body), file, body
    except RecursionError:
        raise Unreadable(
            "The file's tables and frames stand one in another too deep to be read.",
            "Open it in Word, move the text out of the inner tables, and save it again.",
        ) from None


def _read(file: WordFile, main: str, body: Element) -> Reading:
    sections = list(body.iter(n.SECT_PR))
    headers = _margin(file, main, sections, *_MARGINS[0])
    story = Story(file, main, "body")
    blocks = story.blocks(body)
    notes = tuple(_notes(file, main, story.number))
    footers = _margin(file, main, sections, *_MARGINS[1])
    return Reading(
        "docx",
        (*headers, *blocks, *notes, *footers),
        signed=tuple(signature.signer for signature in file.signatures),
        tracked_changes=tuple(file.tracked_changes),
        notes=tuple(file.notes),
    )


def _margin(file: WordFile, main: str, sections: list[Element], reference: str, part: Part) -> list[Block]:
    """The headers or footers that some page shows, each distinct text once."""
    found: list[Block] = []
    seen: set[tuple[str, ...]] = set()
    number = 0
    for name in _margin_parts(file, main, sections, reference):
        tables = file.tables
        story = Story(file, name, part, number=number)
        blocks = story.blocks(file.package.parse(name))
        texts = tuple(line.text for line in lines_of(blocks))
        if any(texts) and texts not in seen:
            seen.add(texts)
            found.extend(blocks)
            number = story.number
        else:
            file.tables = tables
    return found


def _margin_parts(file: WordFile, main: str, sections: list[Element], reference: str) -> Iterator[str]:
    """The parts' names. One for first pages needs a section that sets these apart, one for even pages the settings."""
    references = [each for section in sections for each in section.iterchildren(reference)]
    if not references:
        return
    parts = file.package.relationships(main)
    first = any(is_on(section.find(f"{n.W}titlePg")) for section in sections)
    names: dict[str, None] = {}
    for each in references:
        kind = each.get(n.TYPE, "default")
        if (kind == "first" and not first) or (kind == "even" and not _even_pages_differ(file, parts)):
            continue
        _, name = parts.get(each.get(n.R_ID, ""), ("", ""))
        if name:
            names[name] = None
    yield from names


def _even_pages_differ(file: WordFile, parts: dict[str, tuple[str, str]]) -> bool:
    settings = next((name for kind, name in parts.values() if kind.endswith("/settings")), None)
    return settings is not None and is_on(file.package.parse(settings).find(f"{n.W}evenAndOddHeaders"))


def _notes(file: WordFile, main: str, number: int) -> Iterator[Block]:
    """Footnotes and endnotes that the text calls for, in its order, as paragraphs behind the body's."""
    if not file.references:
        return
    parts = file.package.relationships(main)
    notes: dict[tuple[str, str], tuple[str, Element]] = {}
    for reference, (ending, tag) in _NOTES.items():
        name = next((name for kind, name in parts.values() if kind.endswith(ending)), None)
        if name is not None and any(kind == reference for kind, _ in file.references):
            for note in file.package.parse(name).iterchildren(tag):
                notes[reference, note.get(n.ID, "")] = (name, note)
    for key in dict.fromkeys(file.references):
        if key in notes:
            name, note = notes[key]
            story = Story(file, name, "body", number=number)
            yield from story.blocks(note)
            number = story.number
