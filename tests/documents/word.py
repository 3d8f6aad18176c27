"""Word files for tests: python-docx makes the package, the XML inside is what Word itself writes.

Every function but the last three gives a piece of XML as text. Pieces nest: `word(paragraph(checkbox(checked=True),
run(" Direct")))`. `control` wraps runs, paragraphs, rows or cells alike, as Word's content controls do.
"""

from __future__ import annotations

import base64
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

import docx
from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
DECLARATIONS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())

TINY_PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_PICTURE_ID = "ID-OF-THE-PICTURE"
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


# --- text ------------------------------------------------------------------------------------------------------------


def text(words: str) -> str:
    """A piece of text, to stand in a run."""
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'


def run(words: str = "", *inside: str, properties: str = "") -> str:
    """A run: text with the same look throughout, or the XML pieces given after it."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{text(words) if words else ''}{''.join(inside)}</w:r>"


def bold(words: str) -> str:
    """A bold run."""
    return run(words, properties="<w:b/>")


def paragraph(*inline: str, properties: str = "") -> str:
    """A paragraph of runs and controls; plain words (no "<" in front) become a run."""
    pieces = (each if each.startswith("<") or not each else run(each) for each in inline)
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(pieces)}</w:p>"


def inserted(*inline: str) -> str:
    """Runs as a tracked insertion."""
    return f'<w:ins w:id="1" w:author="A" w:date="2026-02-10T09:00:00Z">{"".join(inline)}</w:ins>'


def deleted(words: str) -> str:
    """Text as a tracked deletion."""
    return (
        '<w:del w:id="2" w:author="A" w:date="2026-02-10T09:00:00Z">'
        f"<w:r><w:delText>{escape(words)}</w:delText></w:r></w:del>"
    )


# --- tables ----------------------------------------------------------------------------------------------------------


def cell(*blocks: str, properties: str = "") -> str:
    """A table cell; without blocks it has one empty paragraph, as the format demands."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks) or paragraph()}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row of cells; plain words become a cell."""
    pieces = (each if each.startswith("<") else cell(paragraph(each)) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(pieces)}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


# --- things to fill in -----------------------------------------------------------------------------------------------


def control(content: str, kind: str = "", *, placeholder: bool = False, title: str = "") -> str:
    """A content control around inline pieces, blocks, rows or cells. `kind`: its type's element, "" for rich text."""
    shows = "<w:showingPlcHdr/>" if placeholder else ""
    alias = f"<w:alias w:val={quoteattr(title)}/>" if title else ""
    return f"<w:sdt><w:sdtPr>{alias}{shows}{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def checkbox_kind(*, checked: bool | str, signs: tuple[str, str] = ("2612", "2610")) -> str:
    """The type element of a checkbox control; `checked` may be the attribute's very text."""
    value = checked if isinstance(checked, str) else str(int(checked))
    return (
        f'<w14:checkbox><w14:checked w14:val="{value}"/><w14:checkedState w14:val="{signs[0]}" w14:font="MS Gothic"/>'
        f'<w14:uncheckedState w14:val="{signs[1]}" w14:font="MS Gothic"/></w14:checkbox>'
    )


def checkbox(*, checked: bool, sign: str | None = None, title: str = "") -> str:
    """An inline checkbox control; `sign` is what it shows, if that is not what its state asks for."""
    shown = run(sign if sign is not None else "☒" if checked else "☐")
    return control(shown, checkbox_kind(checked=checked), title=title)


def date_control(shown: str, full_date: str = "", *, placeholder: bool = False) -> str:
    """A date control showing `shown`, with the day as YYYY-MM-DD where one was chosen."""
    chosen = f' w:fullDate="{full_date}T00:00:00Z"' if full_date else ""
    return control(run(shown) if shown else "", f"<w:date{chosen}/>", placeholder=placeholder)


def field(code: str, result: str | None = None, data: str = "") -> str:
    """A field; `result` None for one without a result, `data` for a form field's own."""
    form = f"<w:ffData>{data}</w:ffData>" if data else ""
    shown = "" if result is None else run("", '<w:fldChar w:fldCharType="separate"/>') + run(result)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
        f"<w:r><w:instrText> {escape(code)} </w:instrText></w:r>{shown}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def legacy_checkbox(state: str) -> str:
    """A form field of older Word; `state`: its elements, such as `<w:default w:val="0"/><w:checked/>`."""
    return field("FORMCHECKBOX", data=f'<w:name w:val="Check1"/><w:checkBox><w:sizeAuto/>{state}</w:checkBox>')


def legacy_text(result: str | None, default: str = "") -> str:
    """A text form field of older Word, showing `result`."""
    given = f"<w:default w:val={quoteattr(default)}/>" if default else ""
    return field("FORMTEXT", result, data=f'<w:name w:val="Text1"/><w:textInput>{given}</w:textInput>')


def legacy_list(entries: Sequence[str], result: int | None = None) -> str:
    """A drop-down form field of older Word."""
    chosen = "" if result is None else f'<w:result w:val="{result}"/>'
    listed = "".join(f"<w:listEntry w:val={quoteattr(each)}/>" for each in entries)
    return field("FORMDROPDOWN", data=f'<w:name w:val="List1"/><w:ddList>{chosen}{listed}</w:ddList>')


def symbol(code: str, font: str = "Wingdings") -> str:
    """A symbol as Insert, Symbol writes it: a font and a code in hexadecimal."""
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def symbol_text(letters: str, font: str = "Wingdings") -> str:
    """Letters set in a symbol font."""
    return run(letters, properties=f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')


# --- drawings --------------------------------------------------------------------------------------------------------


def _drawing(uri: str, inside: str) -> str:
    return (
        '<w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="Drawing 1"/>'
        f'<a:graphic><a:graphicData uri="{uri}">{inside}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def picture() -> str:
    """A run with a picture of one pixel, which `word` puts into the package."""
    return run(
        "",
        _drawing(
            NAMESPACES["pic"],
            '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{_PICTURE_ID}"/></pic:blipFill><pic:spPr/></pic:pic>',
        ),
    )


def shape(inside: str = "", geometry: str = '<a:prstGeom prst="line"/>') -> str:
    """A drawn shape, as a `w:drawing`: a line, if nothing else is said."""
    return _drawing(NAMESPACES["wps"], f"<wps:wsp><wps:spPr>{geometry}</wps:spPr>{inside}</wps:wsp>")


def text_box(*blocks: str) -> str:
    """A run with a text box, given twice as Word does: for itself and for its older versions."""
    content = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return run(
        "",
        f'<mc:AlternateContent><mc:Choice Requires="wps">{shape(f"<wps:txbx>{content}</wps:txbx>")}</mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent>",
    )


def signature_line(signer: str = "Maria Lopez", line: str = "{11111111-2222-3333-4444-555555555555}") -> str:
    """A run with Word's own signature line, unsigned."""
    return run(
        "",
        f'<w:pict><v:shape style="width:192pt"><v:imagedata r:id="{_PICTURE_ID}" o:title=""/>'
        f'<o:signatureline v:ext="edit" id="{line}" o:suggestedsigner={quoteattr(signer)} issignatureline="t"/>'
        "</v:shape></w:pict>",
    )


def signature_part(line: str = "", text_typed: str = "", certificate: str = "") -> str:
    """A part `_xmlsignatures/sig1.xml`, with what the reader looks at in it."""
    return (
        '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#">'
        f"<KeyInfo><X509Data><X509Certificate>{certificate}</X509Certificate></X509Data></KeyInfo><Object>"
        '<SignatureInfoV1 xmlns="http://schemas.microsoft.com/office/2006/digsig">'
        f"<SetupID>{line}</SetupID><SignatureText>{escape(text_typed)}</SignatureText>"
        "</SignatureInfoV1></Object></Signature>"
    )


# --- files -----------------------------------------------------------------------------------------------------------


def word(*blocks: str, header: Sequence[str] = (), footer: Sequence[str] = ()) -> bytes:
    """A whole Word file of these blocks; plain words become a paragraph."""
    document = docx.Document()
    picture_id, _ = document.part.get_or_add_image(BytesIO(TINY_PNG))
    section = document.sections[0]
    for content, margin in ((header, section.header), (footer, section.footer)):
        if content:
            margin.is_linked_to_previous = False
            _fill(margin._element, content, picture_id)
    _fill(document.element.body, blocks, picture_id)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _fill(parent: etree._Element, blocks: Sequence[str], picture_id: str) -> None:
    """Put the blocks in place of what is there, in front of the section's properties."""
    for each in [child for child in parent if etree.QName(child).localname != "sectPr"]:
        parent.remove(each)
    joined = "".join(each if each.startswith("<") else paragraph(each) for each in blocks)
    pieces = etree.fromstring(f"<blocks {DECLARATIONS}>{joined.replace(_PICTURE_ID, picture_id)}</blocks>")
    for place, each in enumerate(list(pieces)):
        parent.insert(place, each)


def changed(data: bytes, parts: Mapping[str, str | bytes | None]) -> bytes:
    """The file with these parts put in, replaced, or (None) left out."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return file.getvalue()


def related(data: bytes, relationships: Mapping[str, tuple[str, str]], *, external: bool = False) -> bytes:
    """The file with more relationships of its document: by id, the last word of the type, and the target."""
    name = "word/_rels/document.xml.rels"
    with zipfile.ZipFile(BytesIO(data)) as archive:
        old = archive.read(name).decode()
    mode = ' TargetMode="External"' if external else ""
    more = "".join(
        f'<Relationship Id="{each}" Type="{_RELATIONSHIP}{kind}" Target="{target}"{mode}/>'
        for each, (kind, target) in relationships.items()
    )
    return changed(data, {name: old.replace("</Relationships>", f"{more}</Relationships>")})
