"""The signature in Word: pictures, ink, Word's own line, the text of electronic signatures, initials, stand-ins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tests.documents.matrix.variants import DAY, LABELS, PROVIDER, Variant, slot
from tests.documents.matrix.word_package import BREAK, TAB, Parts, Place, paper_of
from tests.documents.matrix.word_places import PLACES, RULE
from tests.documents.word import (
    _PICTURE_ID,
    NAMESPACES,
    cell,
    control,
    paragraph,
    picture,
    row,
    run,
    shape,
    signature_line,
    signature_part,
    table,
)

LABEL = LABELS["signature"]
NAME = "Maria Lopez"
LINE, OTHER = (f"{{{digit * 8}-2222-3333-4444-555555555555}}" for digit in "1A")
_DATED = run(f"   Date: {DAY}")
_WPI = "http://schemas.microsoft.com/office/word/2010/wordprocessingInk"

# --- what a signature is drawn with: a piece of a paragraph ----------------------------------------------------------


def _anchored() -> str:
    return picture().replace("wp:inline", "wp:anchor")


def _vml_picture() -> str:
    shaped = f'<v:shape style="width:120pt;height:30pt"><v:imagedata r:id="{_PICTURE_ID}" o:title="sig"/></v:shape>'
    return run("", f"<w:pict>{shaped}</w:pict>")


def _embedded_picture() -> str:
    """A picture as an embedded object, as Paint leaves it."""
    shaped = f'<v:shape style="width:120pt"><v:imagedata r:id="{_PICTURE_ID}"/></v:shape>'
    return run("", f'<w:object>{shaped}<o:OLEObject Type="Embed" ProgID="PBrush" r:id="rIdOle"/></w:object>')


def _ink() -> str:
    content = f'<wpi:contentPart xmlns:wpi="{_WPI}" r:id="rIdInk"/>'
    choice = shape(content).replace(f'uri="{NAMESPACES["wps"]}"', f'uri="{_WPI}"')
    return run(
        "",
        f'<mc:AlternateContent><mc:Choice Requires="wpi">{choice}</mc:Choice><mc:Fallback>{picture()}'
        "</mc:Fallback></mc:AlternateContent>",
    )


def _freehand() -> str:
    moves = "".join(f'<a:lnTo><a:pt x="{20 * number}" y="{number % 3 * 40}"/></a:lnTo>' for number in range(1, 20))
    path = f'<a:path w="400" h="100"><a:moveTo><a:pt x="0" y="50"/></a:moveTo>{moves}</a:path>'
    size = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="1143000" cy="285750"/></a:xfrm>'
    ink = '<a:ln w="12700"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
    drawn = shape(geometry=f"{size}<a:custGeom><a:pathLst>{path}</a:pathLst></a:custGeom>{ink}")
    return run("", drawn.replace('cx="9525" cy="9525"', 'cx="1143000" cy="285750"'))


def _vml_ink() -> str:
    return run("", '<w:pict><v:shape style="width:120pt"><o:ink i="AMgFHQ==" annotation="t"/></v:shape></w:pict>')


def _picture_control(filled: bool) -> str:
    return control(picture(), "<w:picture/>", placeholder=not filled)


DRAWN: dict[str, Callable[[], str]] = {
    "picture": picture,
    "anchored picture": _anchored,
    "picture of older Word": _vml_picture,
    "embedded picture": _embedded_picture,
    "ink": _ink,
    "freehand drawing": _freehand,
    "ink of older Word": _vml_ink,
}
_PLACES_FOR_PICTURES = (
    "behind a colon", "a line each", "behind a tab", "over its label", "above a rule and its label", "below its label",
    "after a line break", "in the cell beside", "in the cell below", "in the cell above", "in its labels cell",
    "under its label in one cell", "in a nested table", "in a cell merged across", "in a block control",
    "in a cell control", "in a repeating section", "in a text box", "value in a text box", "in the footer",
    "in the footer of first pages", "table in the footer", "in the header",
)  # fmt: skip

# --- electronic and typed signatures: what stands behind the label, or on lines of its own ---------------------------

STAMPS: dict[str, tuple[str, str]] = {
    "Electronically signed by": (
        f"{LABEL}: Electronically signed by {PROVIDER} on {DAY} 3:12 PM",
        f"{LABEL}: Electronically signed by ____________________ on __________",
    ),
    "Electronically signed by, no label": (
        f"Electronically signed by {PROVIDER} on {DAY} 3:12 PM",
        "Electronically signed by: ____________________ on __________",
    ),
    "Digitally signed by": (
        f"{LABEL}: Digitally signed by {NAME} Date: 2026.02.10 15:12:33 -05'00'",
        f"{LABEL}: Digitally signed by               Date: ",
    ),
    "Digitally signed by, on two lines": (
        f"{LABEL}: Digitally signed by {NAME}\nDate: 2026.02.10 15:12:33 -05'00'",
        f"{LABEL}: Digitally signed by \nDate: ",
    ),
    "/s/": (f"{LABEL}: /s/ {NAME}   Date: {DAY}", f"{LABEL}: /s/ ______________   Date: {DAY}"),
    "s/": (f"{LABEL}: s/ {NAME}   Date: {DAY}", f"{LABEL}: s/ ______________   Date: {DAY}"),
    "/s/ without a label": (f"/s/ {PROVIDER}   {DAY}", f"/s/ ____________________   {DAY}"),
    "Signed": (f"Signed: {NAME} MS CCC-SLP {DAY}", "Signed: ____________________ __________"),
    "E-Signed by": (f"E-Signed by {NAME}, CCC-SLP {DAY}", "E-Signed by ____________________ __________"),
    "eSigned": (f"eSigned: {NAME}, CCC-SLP on {DAY}", "eSigned: ____________________ on __________"),
    "Signed By and Signed Date": (
        f"Signed By: {PROVIDER}\nSigned Date: {DAY} 3:12 PM",
        "Signed By:\nSigned Date:",
    ),
    "portal's own words": (
        f"Signature, Title, and Credentials: {NAME}, Speech and Language Pathologist, CCC-SLP\nSigned Date: {DAY}",
        "Signature, Title, and Credentials:\nSigned Date:",
    ),
    "DocuSigned by, with its id": (
        f"{LABEL}:\nDocuSigned by:\n{NAME}\n3F2A9C1B4D5E6F70...\nDate: {DAY}",
        f"{LABEL}:\n{RULE}\nDate: {DAY}",
    ),
    "Signed by, with its id": (
        f"{LABEL}:\nSigned by:\n{NAME}\n3F2A9C1B4D5E6F70\nDate: {DAY}",
        f"{LABEL}:\nSigned by:\n{RULE}\nDate: {DAY}",
    ),
    "name, then electronic signature": (
        f"{LABEL}: {NAME}, CCC-SLP (electronic signature) {DAY}",
        f"{LABEL}: ____________________ (electronic signature) {DAY}",
    ),
    "Electronic Signature as the label": (
        f"Electronic Signature: {PROVIDER}   Date: {DAY}",
        f"Electronic Signature: ____________________   Date: {DAY}",
    ),
    "time first": (
        f"{LABEL}: Electronically signed {DAY} 3:12 PM by {PROVIDER}",
        f"{LABEL}: Electronically signed __________ by ____________________",
    ),
    "name, then Signed electronically": (
        f"{LABEL}: {PROVIDER}\nSigned electronically {DAY} 3:12 PM",
        f"{LABEL}: ____________________\nSigned electronically __________",
    ),
}  # fmt: skip
TYPED: dict[str, tuple[str, str]] = {
    "name": (f"{LABEL}: {NAME}   Date: {DAY}", f"{LABEL}:    Date: {DAY}"),
    "name with title": (f"{LABEL}: {PROVIDER}   Date: {DAY}", f"{LABEL}: ______________   Date: {DAY}"),
    "initials with a key": (
        f"{LABEL}: ML   Date: {DAY}\nInitials key: ML = {PROVIDER}",
        f"{LABEL}: ____   Date: {DAY}\nInitials key: ML = {PROVIDER}",
    ),
    "name with its title at the end of the note": (f"{NAME}, MS, CCC-SLP {DAY}", ""),
    "name under a dash": (f"— M. Lopez, CCC-SLP, {DAY}", ""),
    "name over a rule": (
        f"{PROVIDER}                    {DAY}\n______________________________   ____________\n{LABEL}   Date",
        f"______________________________   ____________\n{LABEL}   Date",
    ),
    "combined label": (f"Signature/Title/Date: {PROVIDER} {DAY}", "Signature/Title/Date: ____________________________"),
    "signature and credentials": (
        f"Provider Signature & Credentials: {PROVIDER}   Date: {DAY}",
        f"Provider Signature & Credentials: ______________________________   Date: {DAY}",
    ),
    "signature of provider": (
        f"Signature of Service Provider ___{PROVIDER}___   Date {DAY}",
        f"Signature of Service Provider ______________________   Date {DAY}",
    ),
}  # fmt: skip
STAND_INS = (
    "X______", "X", "Sign here", "Signature", "[signature]", "(sign)", "<<Signature>>", "\\s1\\", "{{sig}}",
    "Click to sign", "N/A", "Pending", "unsigned", "Draft - not signed", "Signature on file", "On file",
    "on file with the agency", "to be signed", "TBD", "XXXX", "same as above", "none", "-", "____/____", "(signature)",
    "Therapist signature", "Not yet signed", "Awaiting signature", "Print name", "[Signature]", "sign", "....",
    "electronic signature", "e-signature", "signature", "see attached", "Will sign on Friday",
)  # fmt: skip


# --- Word's own signature line ---------------------------------------------------------------------------------------


def _own_line(filled: bool, *, line: str = LINE) -> Parts:
    parts: dict[str, str | bytes] = {"_xmlsignatures/sig1.xml": signature_part(line, NAME)} if filled else {}
    return Parts(paragraph(signature_line(NAME, LINE)) + paragraph(f"Date: {DAY}"), parts=parts)


def _own_line_behind_its_label(filled: bool) -> Parts:
    parts: dict[str, str | bytes] = {"_xmlsignatures/sig1.xml": signature_part(LINE, NAME)} if filled else {}
    return Parts(paragraph(run(f"{LABEL}: "), signature_line(NAME, LINE), _DATED), parts=parts)


def _own_line_in_a_cell(filled: bool) -> Parts:
    parts: dict[str, str | bytes] = {"_xmlsignatures/sig1.xml": signature_part(LINE, NAME)} if filled else {}
    cells = row(LABEL, cell(paragraph(signature_line(NAME, LINE))), "Date", DAY)
    return Parts(table(cells), parts=parts)


def _another_line_is_signed(filled: bool) -> Parts:
    """The supervisor's line below it is signed in any case."""
    parts: dict[str, str | bytes] = {"_xmlsignatures/sig2.xml": signature_part(OTHER, "Joan Ellery")}
    if filled:
        parts["_xmlsignatures/sig1.xml"] = signature_part(LINE, NAME)
    own = paragraph(run(f"{LABEL}: "), signature_line(NAME, LINE), _DATED)
    other = paragraph(run("Supervisor Signature: "), signature_line("Joan Ellery", OTHER), _DATED)
    return Parts(own + other, parts=parts)


def _whole_file(filled: bool) -> Parts:
    parts: dict[str, str | bytes] = {"_xmlsignatures/sig1.xml": signature_part("", NAME)} if filled else {}
    return Parts(paragraph(f"{LABEL}: {RULE}   Date: {DAY}"), parts=parts)


OWN: dict[str, Callable[[bool], Parts]] = {
    "Word's signature line": _own_line,
    "Word's signature line behind its label": _own_line_behind_its_label,
    "Word's signature line in a cell": _own_line_in_a_cell,
    "Word's signature line, another one signed": _another_line_is_signed,
    "the whole file signed": _whole_file,
    "picture control": lambda filled: Parts(paragraph(run(f"{LABEL}: "), _picture_control(filled), _DATED)),
    "picture in the paragraph above its label": lambda filled: Parts(
        paragraph(picture() if filled else "") + paragraph(f"{LABEL}   Date: {DAY}")
    ),
    "picture, line break, label": lambda filled: Parts(
        paragraph(picture() if filled else "", BREAK, run(f"{LABEL}   Date: {DAY}"))
    ),
    "picture over the rule behind the label": lambda filled: Parts(
        paragraph(run(f"{LABEL}: "), _anchored() if filled else "", run(RULE), _DATED)
    ),
    "picture anchored at the line above": lambda filled: Parts(
        paragraph(_anchored() if filled else "") + paragraph(f"{LABEL}: {RULE}   Date: {DAY}")
    ),
    "picture anchored at the line below": lambda filled: Parts(
        paragraph(f"{LABEL}: {RULE}   Date: {DAY}") + paragraph(_anchored() if filled else "")
    ),
    "picture and printed name": lambda filled: Parts(
        paragraph(run(f"{LABEL}: "), picture() if filled else run(RULE), _DATED) + paragraph(f"Print Name: {PROVIDER}")
    ),
    "picture and name, no label": lambda filled: Parts(
        paragraph(picture() if filled else "")
        + paragraph("______________________________")
        + paragraph(PROVIDER, TAB, run(f"Date: {DAY}"))
    ),
    "logo in the header": lambda filled: Parts(
        paragraph(f"{LABEL}: {'/s/ ' + NAME if filled else RULE}   Date: {DAY}"),
        margins={"header default": paragraph(picture(), run(" Capital Therapy"))},
    ),
    "provider's name printed under an empty line": lambda filled: Parts(
        paragraph(run(f"{LABEL}: "), picture() if filled else run(RULE), _DATED) + paragraph(f"{NAME}, CCC-SLP")
    ),
    "beside the parent's, who signed": lambda filled: Parts(
        table(
            row("Therapist Signature", "Date", "Parent/Guardian Signature", "Date"),
            row(cell(paragraph(picture() if filled else "")), DAY, cell(paragraph(picture())), DAY),
        )
    ),
    "above the parent's, who signed": lambda filled: Parts(
        paragraph(run(f"{LABEL}: "), picture() if filled else run(RULE), _DATED)
        + paragraph(run("Parent Signature: "), picture(), _DATED)
    ),
}  # fmt: skip


def variants() -> Iterator[Variant]:
    """All papers about the signature in Word but those in the general containers."""
    for drawn, make in DRAWN.items():
        for name in _PLACES_FOR_PICTURES if drawn == "picture" else ("behind a colon", "in the cell beside"):
            yield _variant(f"signature as {drawn} {name}", partial(_drawn, PLACES[name], make))
    for name, own in OWN.items():
        yield _variant(f"signature: {name}", own)
    for name, texts in STAMPS.items():
        yield _variant(f"electronic signature: {name}", partial(_written, texts))
    for name, texts in TYPED.items():
        yield _variant(f"typed signature: {name}", partial(_written, texts))
    for words in STAND_INS:
        line = f"{LABEL}: {words}   Date: {DAY}"
        yield _variant(f"stand-in: {words}", partial(_written, (line, line)), sides=(False,))


def _drawn(place: Place, make: Callable[[], str], filled: bool) -> Parts:
    return place(slot("signature", filled), make() if filled else "")


def _written(texts: tuple[str, str], filled: bool) -> Parts:
    return Parts("".join(paragraph(line) for line in texts[not filled].split("\n")))


def _variant(name: str, place: Callable[[bool], Parts], *, sides: tuple[bool, ...] = (True, False)) -> Variant:
    def make(filled: bool) -> bytes:
        return paper_of("signature", place(filled))

    return Variant("Word", name, "signature", make, ".docx", sides)
