"""Clean documents and documents with one fault, in any number, by seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.documents.corpus import in_pdf, in_text, in_word
from tests.documents.corpus.drawing import drawn_by
from tests.documents.corpus.file_faults import FILE_FAULTS
from tests.documents.corpus.log_faults import CONTACT_FAULTS, LOG_FAULTS
from tests.documents.corpus.logs import contact_sheet, draw_contacts, draw_log, log_sheet
from tests.documents.corpus.note_faults import NOTE_FAULTS
from tests.documents.corpus.notes import draw_note, note_sheet
from tests.documents.corpus.plan_faults import IEP_FAULTS, IFSP_FAULTS, STAC_FAULTS
from tests.documents.corpus.plans import draw_iep, draw_ifsp, draw_stac, iep_sheet, ifsp_sheet, stac_sheet
from tests.documents.corpus.sheet import Sheet

LAYOUTS: tuple[tuple[str, Callable[[Sheet], bytes]], ...] = (
    (".docx", in_word.grid),
    (".pdf", in_pdf.printed),
    (".txt", in_text.typed),
    (".docx", in_word.lines),
    (".pdf", in_pdf.ruled),
    (".docx", in_word.cells),
    (".md", in_text.markdown),
)
_MOST_DRAWS = 200


@dataclass(frozen=True)
class Kind:
    """A kind of document: how it is drawn by a seed, put on a form, and broken; under which profile it is checked."""

    name: str
    profile: str
    draw: Callable[[int], Any]
    sheet: Callable[[Any, int], Sheet]
    faults: tuple[tuple[str, Callable[[Any, random.Random], Any]], ...]


KINDS = (
    Kind("note", "ny-schenectady-preschool", draw_note, note_sheet, NOTE_FAULTS),
    Kind("log", "ny-schenectady-preschool", draw_log, log_sheet, LOG_FAULTS),
    Kind("IEP", "ny-schenectady-preschool", draw_iep, iep_sheet, IEP_FAULTS),
    Kind("contacts", "ct-birth-to-three", draw_contacts, contact_sheet, CONTACT_FAULTS),
    Kind("IFSP", "ct-birth-to-three", draw_ifsp, ifsp_sheet, IFSP_FAULTS),
    Kind("STAC-1", "ny-schenectady-preschool", draw_stac, stac_sheet, STAC_FAULTS),
)


@dataclass(frozen=True)
class Drawn:
    """A document. `code` is the rule that it breaks, "" for a clean one."""

    name: str
    content: bytes
    profile: str
    code: str = ""


def clean(count: int) -> Iterator[Drawn]:
    """So many clean documents, of each kind by turns and each in another layout than the one before."""
    for seed in range(count):
        kind = KINDS[seed % len(KINDS)]
        suffix, write = LAYOUTS[seed // len(KINDS) % len(LAYOUTS)]
        name = f"clean {kind.name} {seed}, {write.__name__}{suffix}"
        yield Drawn(name, write(kind.sheet(kind.draw(seed), seed)), kind.profile)


def faulty(count: int) -> Iterator[Drawn]:
    """So many documents with one fault each, all faults by turns."""
    every = [(kind, *fault) for kind in KINDS for fault in kind.faults]
    for number in range(count):
        kind, code, plant = every[number % len(every)]
        suffix, write = LAYOUTS[(number // len(every) + number) % len(LAYOUTS)]
        seed, broken = _planted(kind, plant, number)
        name = f"{code} {plant.__name__.strip('_')} in {kind.name} {seed}, {write.__name__}{suffix}"
        yield Drawn(name, write(kind.sheet(broken, seed)), kind.profile, code)


def faulty_files(count: int) -> Iterator[Drawn]:
    """So many clean documents of which the file itself has a fault, all such faults by turns."""
    for seed in range(count):
        code, wanted, spoil = FILE_FAULTS[seed % len(FILE_FAULTS)]
        kind = KINDS[seed % len(KINDS)]
        layouts = [(suffix, write) for suffix, write in LAYOUTS if suffix == wanted]
        suffix, write = layouts[seed // len(FILE_FAULTS) % len(layouts)]
        content = write(kind.sheet(kind.draw(seed), seed))
        name = f"{code} {spoil.__name__.strip('_')} in {kind.name} {seed}, {write.__name__}{suffix}"
        yield Drawn(name, spoil(content, drawn_by(seed, "file fault")), kind.profile, code)


def _planted(kind: Kind, plant: Callable[[Any, random.Random], Any], number: int) -> tuple[int, Any]:
    """The first document from this number on that can have the fault, with it."""
    for seed in range(number * _MOST_DRAWS, (number + 1) * _MOST_DRAWS):
        if (broken := plant(kind.draw(seed), drawn_by(seed, "fault"))) is not None:
            return seed, broken
    raise ValueError(f"no {kind.name} can have the fault {plant.__name__}")
