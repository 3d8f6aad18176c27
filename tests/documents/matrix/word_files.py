"""The same Word file as other programs and settings write it: strict, with macros, as a template, in UTF-16."""

from __future__ import annotations

import re
import zipfile

from tests.documents.matrix.word_package import MAIN, Change, unzipped, zipped

_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STRICT = (
    (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
    (b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/"),
)


def strict(data: bytes) -> bytes:
    """Strict Open XML: other namespaces and types of relationships in every part."""
    files = unzipped(data)
    for name, content in files.items():
        if name.endswith((".xml", ".rels")):
            for old, new in _STRICT:
                content = content.replace(old, new)
            files[name] = content
    return zipped(files)


def _typed(kind: str) -> Change:
    def change(data: bytes) -> bytes:
        files = unzipped(data)
        types = files["[Content_Types].xml"]
        files["[Content_Types].xml"] = types.replace(MAIN.encode(), kind.encode())
        return zipped(files)

    return change


def stored(data: bytes) -> bytes:
    """Parts that are not compressed."""
    return zipped(unzipped(data), zipfile.ZIP_STORED)


def in_utf_16(data: bytes) -> bytes:
    """The document's XML in UTF-16."""
    files = unzipped(data)
    xml = files["word/document.xml"].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    return zipped({**files, "word/document.xml": xml.encode("utf-16")})


def with_other_prefixes(data: bytes) -> bytes:
    """Namespaces under other prefixes than Word's, as many programs write them."""
    files = unzipped(data)
    xml = files["word/document.xml"].decode()
    xml = re.sub(r"(</?|\s)w:", r"\1ns0:", xml).replace("xmlns:w=", "xmlns:ns0=")
    return zipped({**files, "word/document.xml": xml})


def under_another_name(data: bytes) -> bytes:
    """The document's part has another name, as some portals write it."""
    files = unzipped(data)
    files["word/document2.xml"] = files.pop("word/document.xml")
    files["word/_rels/document2.xml.rels"] = files.pop("word/_rels/document.xml.rels")
    for name in ("_rels/.rels", "[Content_Types].xml"):
        files[name] = files[name].replace(b"document.xml", b"document2.xml")
    return zipped(files)


def with_absolute_targets(data: bytes) -> bytes:
    """Relationships point to their parts from the top of the package."""
    files = unzipped(data)
    links = re.sub(rb'Target="(?!/)', b'Target="/word/', files["word/_rels/document.xml.rels"])
    return zipped({**files, "word/_rels/document.xml.rels": links})


def with_much_white_space(data: bytes) -> bytes:
    """XML laid out with line breaks and indents between its elements."""
    files = unzipped(data)
    xml = files["word/document.xml"].decode()
    for name in ("p", "tbl", "tr", "tc", "sdt", "r"):
        xml = re.sub(rf"(<w:{name}[ >])", r"\n  \1", xml)
    return zipped({**files, "word/document.xml": xml})


_VND = "application/vnd.ms-word"
FILES: dict[str, tuple[Change, str]] = {
    "strict": (strict, ".docx"),
    "with macros (.docm)": (_typed(f"{_VND}.document.macroEnabled.main+xml"), ".docm"),
    "template (.dotx)": (_typed(MAIN.replace("document.main", "template.main")), ".dotx"),
    "template with macros (.dotm)": (_typed(f"{_VND}.template.macroEnabledTemplate.main+xml"), ".dotm"),
    **{
        change.__name__.replace("_", " "): (change, ".docx")
        for change in (
            stored, in_utf_16, with_other_prefixes, under_another_name, with_absolute_targets, with_much_white_space,
        )
    },
}  # fmt: skip
