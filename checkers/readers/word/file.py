"""What the walks through the parts of one file share."""

from __future__ import annotations

from functools import cached_property

from checkers.layout import Place
from checkers.readers.word.names import OFFICE
from checkers.readers.word.package import Element, Package
from checkers.readers.word.signatures import FileSignature, signatures_of
from checkers.readers.word.styles import Styles


class WordFile:
    """One file: its package, its styles and signatures, and what is counted and noted over all of its parts."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = Styles(package)
        self.tables = 0
        self.text_box_paragraphs = 0
        self.here = Place()
        """The paragraph or row that is being read."""
        self.tracked_changes: list[Place] = []
        self.notes: list[str] = []
        self.references: list[tuple[str, str]] = []
        """Footnotes and endnotes as they are called for: the tag of the reference and the note's id."""
        self.paragraphs: dict[Place, Element] = {}
        """The paragraphs of the document itself by their places: where comments can stand."""

    @cached_property
    def signatures(self) -> tuple[FileSignature, ...]:
        """The file's cryptographic signatures."""
        return signatures_of(self.package)

    def signer_of(self, line: Element) -> str | None:
        """Who signed a signature line: a name, "" where none is given, None where nobody did.

        A signature that names no line is for the file as a whole; where all are such, they are for every line.
        """
        if any(each.line for each in self.signatures):
            own = line.get("id", "").upper()
            return next((each.signer for each in self.signatures if each.line and each.line == own), None)
        return self.signatures[0].signer if self.signatures else None

    def changed(self) -> None:
        """Remember that a tracked insertion, deletion or move stands here."""
        self.tracked_changes.append(self.here)

    def note(self, sentence: str) -> None:
        """Say once what could not be read."""
        if sentence not in self.notes:
            self.notes.append(sentence)


def suggested_signer(line: Element) -> str:
    """Whom a signature line asks for."""
    return line.get(f"{OFFICE}suggestedsigner", "")
