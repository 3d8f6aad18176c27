"""Damage as it happens, and as it is done on purpose: bytes changed, cut off, doubled; parts swapped, lost, doubled.

Every damage is the same at every run: it follows from the file's name and a number.
"""

from __future__ import annotations

import importlib.metadata
import random
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path, PurePath

from tests.documents import wild
from tests.documents.matrix import pdf, texts, word
from tests.documents.matrix.variants import Case, Variant
from tests.documents.paper_docx import iep_table, note_grid, note_paragraphs, note_rows
from tests.documents.paper_pdf import iep_printed, note_form, note_printed
from tests.documents.paper_text import iep_text, note_text
from tests.documents.papers import COORDINATION, Iep, Note
from tests.documents.samples import samples

Damage = Callable[[bytes, random.Random], bytes]
_EACH = 17
"""One of so many files of the matrix is damaged."""
_LARGEST_TEXT = 60_000
_XML_PIECE = re.compile(rb"<[^<>]*>[^<]*")
_PDF_OBJECT = re.compile(rb"\d+ 0 obj\n.*?\nendobj\n", re.DOTALL)


@cache
def originals() -> dict[str, bytes]:
    """Sound files by their names: those of the makers, some of the matrix, and those that installed libraries bring."""
    both = Note(sessions=(*Note().sessions, COORDINATION))
    made = {
        "note_grid.docx": note_grid(both), "note_paragraphs.docx": note_paragraphs(both),
        "note_rows.docx": note_rows(both), "iep_table.docx": iep_table(Iep()), "note_form.pdf": note_form(both),
        "note_printed.pdf": note_printed(both), "iep_printed.pdf": iep_printed(Iep()),
        "note_text.txt": note_text(both).encode(), "iep_text.txt": iep_text(Iep()).encode(),
    }  # fmt: skip
    matrix = {f"{case.key}{case.variant.suffix}": case.data() for case in _of_matrix()}
    shipped = {f"sample {name}": data for name, data in samples().items()}
    return made | dict(wild.documents()) | shipped | matrix | installed()


def _of_matrix() -> Iterator[Case]:
    variants: list[Variant] = [*word.variants(), *pdf.variants(), *texts.variants()]
    yield from (Case(variant, variant.sides[0]) for variant in variants[::_EACH])


def installed() -> dict[str, bytes]:
    """Documents in the packages that are installed: Word files and PDFs, and some texts."""
    found: dict[str, bytes] = {}
    for distribution in sorted(importlib.metadata.distributions(), key=lambda each: str(each.name)):
        for file in distribution.files or ():
            suffix = file.suffix.lower()
            path = Path(str(distribution.locate_file(file)))
            is_text = suffix in (".md", ".txt") and "entry_points" not in file.name and "top_level" not in file.name
            if (suffix in (".docx", ".dotx", ".pdf") or (is_text and len(found) < 12)) and path.is_file():
                data = path.read_bytes()
                if len(data) <= _LARGEST_TEXT or not is_text:
                    found[f"{distribution.name}/{file.name}"] = data
    return found


# --- bytes -----------------------------------------------------------------------------------------------------------


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Some bytes are others."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 24)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(data: bytes, chance: random.Random) -> bytes:
    """The end is missing."""
    return data[: chance.randrange(len(data))]


def cut_at_the_front(data: bytes, chance: random.Random) -> bytes:
    """The beginning is missing."""
    return data[chance.randrange(1, max(2, len(data) // 2)) :]


def torn(data: bytes, chance: random.Random) -> bytes:
    """A stretch in the middle is missing, as after a broken transfer."""
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 4_096) :]


def doubled(data: bytes, chance: random.Random) -> bytes:
    """A stretch stands there twice."""
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.randrange(1, 4_096))
    return data[:end] + data[start:end] + data[end:]


def zeroed(data: bytes, chance: random.Random) -> bytes:
    """A block of the disk is zeros."""
    start = chance.randrange(len(data))
    length = min(512, len(data) - start)
    return data[:start] + bytes(length) + data[start + length :]


def ended_by_junk(data: bytes, chance: random.Random) -> bytes:
    """Something else is stuck to the end."""
    return data + chance.randbytes(chance.randint(1, 2_000))


BYTES: tuple[Damage, ...] = (flipped, cut, cut_at_the_front, torn, doubled, zeroed, ended_by_junk)


# --- the parts of Word files -----------------------------------------------------------------------------------------


def _parts(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def _packed(parts: list[tuple[str, bytes]]) -> bytes:
    made = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # two parts of one name are the point of it
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name, (2026, 2, 10, 9, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def parts_swapped(data: bytes, chance: random.Random) -> bytes:
    """Two parts have each other's content."""
    parts = _parts(data)
    one, other = chance.sample(range(len(parts)), 2)
    (first, a), (second, b) = parts[one], parts[other]
    parts[one], parts[other] = (first, b), (second, a)
    return _packed(parts)


def part_doubled(data: bytes, chance: random.Random) -> bytes:
    """A part is there twice."""
    parts = _parts(data)
    return _packed([*parts, chance.choice(parts)])


def part_lost(data: bytes, chance: random.Random) -> bytes:
    """A part is missing."""
    parts = _parts(data)
    parts.pop(chance.randrange(len(parts)))
    return _packed(parts)


def part_emptied(data: bytes, chance: random.Random) -> bytes:
    """A part is empty."""
    parts = _parts(data)
    at = chance.randrange(len(parts))
    parts[at] = (parts[at][0], b"")
    return _packed(parts)


def part_flipped(data: bytes, chance: random.Random) -> bytes:
    """Bytes inside of a part are others, and the archive is sound."""
    parts = _parts(data)
    at = chance.randrange(len(parts))
    parts[at] = (parts[at][0], flipped(parts[at][1] or b"x", chance))
    return _packed(parts)


def document_flipped(data: bytes, chance: random.Random) -> bytes:
    """Letters of the document's XML are others; it may still be XML."""
    parts = dict(_parts(data))
    name = "word/document.xml" if "word/document.xml" in parts else next(iter(parts))
    content = bytearray(parts[name] or b"x")
    for _ in range(chance.randint(1, 4)):
        content[chance.randrange(len(content))] = chance.choice(b"abcw:0123456789 \"'<>/")
    return _packed([*({**parts, name: bytes(content)}).items()])


def elements_shuffled(data: bytes, chance: random.Random) -> bytes:
    """Pieces of the document's XML stand elsewhere, are doubled or lost; what opens may not close."""
    parts = dict(_parts(data))
    name = "word/document.xml" if "word/document.xml" in parts else next(iter(parts))
    pieces = _XML_PIECE.findall(parts[name])
    for _ in range(chance.randint(1, 3)):
        if len(pieces) > 3:
            piece = pieces.pop(chance.randrange(1, len(pieces) - 1))
            for _ in range(chance.randint(0, 2)):
                pieces.insert(chance.randrange(1, len(pieces)), piece)
    return _packed([*({**parts, name: b"".join(pieces)}).items()])


def attributes_changed(data: bytes, chance: random.Random) -> bytes:
    """Values of attributes are others: the XML is sound, and says odd things."""
    parts = dict(_parts(data))
    name = "word/document.xml" if "word/document.xml" in parts else next(iter(parts))
    odd = (b"", b"0", b"-1", b"99999999999", b"true", b"zz", b"\xc2\xb2", b"begin", b"end", b"../x", b"F0FE")
    content = re.sub(
        rb'(?<==")[^"<>/]*(?=")', lambda match: chance.choice(odd) if chance.random() < 0.03 else match[0], parts[name]
    )
    return _packed([*({**parts, name: content}).items()])


PARTS: tuple[Damage, ...] = (
    parts_swapped, part_doubled, part_lost, part_emptied, part_flipped, document_flipped, elements_shuffled,
    attributes_changed,
)  # fmt: skip


# --- the objects of PDFs ---------------------------------------------------------------------------------------------


def objects_swapped(data: bytes, chance: random.Random) -> bytes:
    """Objects stand under each other's numbers."""
    objects = _PDF_OBJECT.findall(data)
    if len(objects) < 2:
        return flipped(data, chance)
    one, other = chance.sample(objects, 2)
    (a, first), (b, second) = (each.split(b" ", 1) for each in (one, other))
    return data.replace(one, a + b" " + second, 1).replace(other, b + b" " + first, 1)


def object_lost(data: bytes, chance: random.Random) -> bytes:
    """An object is missing; the table of objects points into nothing."""
    objects = _PDF_OBJECT.findall(data)
    return data.replace(chance.choice(objects), b"", 1) if objects else flipped(data, chance)


def numbers_changed(data: bytes, chance: random.Random) -> bytes:
    """Some figures are others: lengths, places, references."""
    return re.sub(rb"\d+", lambda match: b"%d" % chance.randrange(99) if chance.random() < 0.01 else match[0], data)


OBJECTS: tuple[Damage, ...] = (objects_swapped, object_lost, numbers_changed)


def damages_of(name: str) -> tuple[Damage, ...]:
    """All ways to damage a file of this name."""
    suffix = PurePath(name).suffix
    return (*BYTES, *(PARTS if suffix in (".docx", ".docm", ".dotx", ".dotm") else OBJECTS if suffix == ".pdf" else ()))


def damaged(name: str, damage: Damage, number: int) -> bytes:
    """The file of this name with the `number`th damage of its kind."""
    chance = random.Random(f"{name} {damage.__name__} {number}")  # noqa: S311 - the same at every run, no secret
    return damage(originals()[name], chance)
