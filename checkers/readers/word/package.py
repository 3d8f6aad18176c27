"""A Word file as a package: its parts, parsed safely, and the relationships between them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from functools import cached_property

from lxml import etree

from checkers.archive import damaged, open_archive, read_part, rewritten
from checkers.readers.bounds import MOST_XML, too_long
from checkers.readers.word.names import RELATIONSHIPS, STRICT, W
from checkers.unreadable import Unreadable

Element = etree._Element  # noqa: SLF001 - lxml's own name for the type of every element

_MAIN_PART = "word/document.xml"
_STRICT_PREFIX = b"http://purl.oclc.org/ooxml/"
_STRICT = re.compile(rb"(?<==[\"'])(" + b"|".join(map(re.escape, STRICT)) + rb")(?=[\"'])")
_TO_STRICT = {transitional: strict for strict, transitional in STRICT.items()}
_TRANSITIONAL = re.compile(rb"(?<==[\"'])(" + b"|".join(map(re.escape, _TO_STRICT)) + rb")(?=[\"'])")


def parse(data: bytes) -> Element:
    """Parse one XML part: no entity, no outside file, no network, no great depth.

    Raises:
        Unreadable: broken XML, more of it than a document can hold, or a document type declaration, which no Word
            file has.
    """
    if len(data) > MOST_XML:
        raise too_long()
    if _STRICT_PREFIX in data:
        data = _STRICT.sub(lambda match: STRICT[match[1]], data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    if b"<!DOCTYPE" in data:
        raise _forged()
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise damaged() from None
    if root.getroottree().docinfo.internalDTD is not None:  # one in UTF-16, which the bytes did not show
        raise _forged()
    return root


def serialised(root: Element, *, strict: bool = False) -> bytes:
    """One XML part as bytes; `strict`: with the namespaces of Strict documents, which `parse` had replaced."""
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _TRANSITIONAL.sub(lambda match: _TO_STRICT[match[1]], data) if strict else data


def _forged() -> Unreadable:
    return Unreadable(
        "The file holds a document type declaration, as no word processor writes it.",
        "Do not open it unless you trust where it comes from, and ask for a new copy.",
    )


class Package:
    """The parts of one file. Parts are unpacked and parsed when they are asked for, and not before."""

    def __init__(self, data: bytes) -> None:
        self._archive = open_archive(data)
        self.names = frozenset(self._archive.namelist())
        self._relationships: dict[str, dict[str, tuple[str, str]]] = {}

    @cached_property
    def main_part(self) -> str:
        """The name of the part that holds the document itself."""
        if _MAIN_PART in self.names:
            return _MAIN_PART
        for kind, target in self.relationships("").values():
            if kind.endswith("/officeDocument") and target in self.names:
                return target
        raise Unreadable(
            "The file holds no Word document.", "Open it in the program it was made with, and save it as a .docx file."
        )

    @cached_property
    def is_strict(self) -> bool:
        """Whether the document is a Strict one (ISO/IEC 29500-1)."""
        return _TO_STRICT[W[1:-1].encode()] in self.read(self.main_part)

    def copy(self, parts: Mapping[str, bytes | None]) -> bytes:
        """The file's bytes with these parts replaced, added, or (None) left out. Raises as `read` does."""
        return rewritten(self._archive, parts)

    def read(self, name: str) -> bytes:
        """A part's bytes. Raises `Unreadable` where it is missing or broken."""
        return read_part(self._archive, name)

    def parse(self, name: str) -> Element:
        """A part's root element. Raises `Unreadable` where it is missing or broken."""
        return parse(self.read(name))

    def relationships(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part ("": the file itself) refers to inside the file: by id, the type and the part's name."""
        if name not in self._relationships:
            self._relationships[name] = self._read_relationships(name)
        return self._relationships[name]

    def _read_relationships(self, name: str) -> dict[str, tuple[str, str]]:
        folder, base = posixpath.split(name)
        part = posixpath.join(folder, "_rels", f"{base}.rels")
        if part not in self.names:
            return {}
        return {
            each.get("Id", ""): (each.get("Type", ""), _resolve(folder, each.get("Target", "")))
            for each in self.parse(part).iter(f"{RELATIONSHIPS}Relationship")
            if each.get("TargetMode") != "External"
        }


def _resolve(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
