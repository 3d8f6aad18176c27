"""Word packages written part by part, as Word itself divides them: body, headers, footers, notes, settings, media."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO

from tests.documents.matrix.variants import Item, Pair, Slot, paper
from tests.documents.paper_docx import tiny_png
from tests.documents.word import _PICTURE_ID, DECLARATIONS, bold, paragraph, run

PICTURE_ID = "rIdPicture"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="HiddenText"><w:name w:val="Hidden Text"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
)
_BORDERS = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE = f'<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>'
TAB = "<w:r><w:tab/></w:r>"
BREAK = "<w:r><w:br/></w:r>"


@dataclass(frozen=True, slots=True)
class Parts:
    """Where an item's place goes: blocks of the body, and of other parts of the file.

    `margins` are headers and footers by name: "header default", "footer first", "header even" and so on. `notes` is
    the content of a footnote or endnote, `note` which of the two; the body calls for it behind the last line above.
    """

    body: str = ""
    margins: Mapping[str, str] = field(default_factory=dict)
    notes: str = ""
    note: str = "footnote"
    parts: Mapping[str, str | bytes] = field(default_factory=dict)
    """More parts of the file, by name."""
    links: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """More relationships of the document: by id, the last word of the type, and the target."""


Place = Callable[[Slot, str], Parts]
"""Puts an item's labels and values somewhere; the text is the item's value as XML to stand in a paragraph, or ""."""
Change = Callable[[bytes], bytes]


def labelled(*pairs: Pair) -> str:
    """A paragraph of labels with their values behind colons."""
    return paragraph(*[f"{'   ' if number else ''}{label}: {value}" for number, (label, value) in enumerate(pairs)])


def paper_of(item: Item, parts: Parts) -> bytes:
    """The whole file: the item's paper with its place in it."""
    form = paper(item)
    reference = run("", f'<w:{parts.note}Reference w:id="2"/>') if parts.notes else ""
    body = [paragraph(form.agency), paragraph(bold(form.title)), *(labelled(*pairs) for pairs in form.above)]
    if form.heading:
        body += [paragraph(bold(form.heading[0])), *(paragraph(line) for line in form.heading[1])]
    if reference:
        body[-1] = body[-1].removesuffix("</w:p>") + f"{reference}</w:p>"
    body += [parts.body, *(labelled(*pairs) for pairs in form.below)]
    return package("".join(body), parts)


def package(body: str, parts: Parts) -> bytes:
    """A Word file with this XML in its body."""
    links: dict[str, tuple[str, str]] = {
        PICTURE_ID: ("image", "media/image1.png"),
        "rIdStyles": ("styles", "styles.xml"),
    }
    files: dict[str, str | bytes] = {
        "word/media/image1.png": _picture(),
        "word/styles.xml": _element("styles", _STYLES),
    }
    overrides = {"/word/document.xml": MAIN, "/word/styles.xml": f"{_TYPE}styles+xml"}
    section = ""
    for number, (name, content) in enumerate(parts.margins.items(), start=1):
        margin, kind = name.split()
        target = f"{margin}{number}.xml"
        links[f"rIdMargin{number}"] = (margin, target)
        section += f'<w:{margin}Reference w:type="{kind}" r:id="rIdMargin{number}"/>'
        files[f"word/{target}"] = _element("hdr" if margin == "header" else "ftr", content)
        files[f"word/_rels/{target}.rels"] = _relationships({PICTURE_ID: ("image", "media/image1.png")})
        overrides[f"/word/{target}"] = f"{_TYPE}{margin}+xml"
    kinds = {name.split()[1] for name in parts.margins}
    section += "<w:titlePg/>" if "first" in kinds else ""
    links["rIdSettings"] = ("settings", "settings.xml")
    files["word/settings.xml"] = _element("settings", "<w:evenAndOddHeaders/>" if "even" in kinds else "")
    overrides["/word/settings.xml"] = f"{_TYPE}settings+xml"
    if parts.notes:
        links["rIdNotes"] = (f"{parts.note}s", f"{parts.note}s.xml")
        separator = f'<w:{parts.note} w:id="0" w:type="separator">{paragraph()}</w:{parts.note}>'
        own = f'<w:{parts.note} w:id="2">{parts.notes}</w:{parts.note}>'
        files[f"word/{parts.note}s.xml"] = _element(f"{parts.note}s", separator + own)
        overrides[f"/word/{parts.note}s.xml"] = f"{_TYPE}{parts.note}s+xml"
    files |= parts.parts
    files["word/document.xml"] = _element("document", f"<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>")
    files["word/_rels/document.xml.rels"] = _relationships({**links, **parts.links})
    files["_rels/.rels"] = _relationships({"rId1": ("officeDocument", "word/document.xml")})
    return zipped({"[Content_Types].xml": _types(overrides), **files})


def zipped(files: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these parts, the same at every run."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 2, 10, 9, 0, 0)), content, method)
    return made.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of an archive."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def _picture() -> bytes:
    return tiny_png()


def _element(name: str, content: str) -> str:
    content = content.replace(_PICTURE_ID, PICTURE_ID).replace("<w:tblPr/>", _TABLE)
    return f"{_HEAD}<w:{name} {DECLARATIONS}>{content}</w:{name}>"


def _relationships(links: Mapping[str, tuple[str, str]]) -> str:
    each = (
        f'<Relationship Id="{name}" Type="{_KIND}{kind}" Target="{target}"/>' for name, (kind, target) in links.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}relationships">{"".join(each)}</Relationships>'


def _types(overrides: Mapping[str, str]) -> str:
    each = (f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{"".join(each)}</Types>'
    )
