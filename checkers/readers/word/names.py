"""Qualified names of the elements and attributes of WordprocessingML that the reader looks at (ECMA-376, [MS-DOCX])."""

from __future__ import annotations

from typing import Final

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
VML: Final = "{urn:schemas-microsoft-com:vml}"
OFFICE: Final = "{urn:schemas-microsoft-com:office:office}"
AX: Final = "{http://schemas.microsoft.com/office/2006/activeX}"
RELATIONSHIPS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
DIGITAL_SIGNATURE: Final = "{http://www.w3.org/2000/09/xmldsig#}"
OFFICE_SIGNATURE: Final = "{http://schemas.microsoft.com/office/2006/digsig}"

STRICT: Final = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/picture": PIC[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": A[1:-1].encode(),
}
"""The same namespaces in Strict documents (ISO/IEC 29500-1), as Word writes them on request."""

# Blocks
BODY = f"{W}body"
P = f"{W}p"
TBL = f"{W}tbl"
TR = f"{W}tr"
TR_PR = f"{W}trPr"
TC = f"{W}tc"
TC_PR = f"{W}tcPr"
GRID_SPAN = f"{W}gridSpan"
GRID_BEFORE = f"{W}gridBefore"
V_MERGE = f"{W}vMerge"
SDT = f"{W}sdt"
SDT_PR = f"{W}sdtPr"
SDT_CONTENT = f"{W}sdtContent"
CUSTOM_XML = f"{W}customXml"
ALT_CHUNK = f"{W}altChunk"
SUB_DOC = f"{W}subDoc"
SECT_PR = f"{W}sectPr"
TXBX_CONTENT = f"{W}txbxContent"

# Paragraphs and runs
P_PR = f"{W}pPr"
P_STYLE = f"{W}pStyle"
R_STYLE = f"{W}rStyle"
OUTLINE_LEVEL = f"{W}outlineLvl"
RUN = f"{W}r"
R_PR = f"{W}rPr"
R_FONTS = f"{W}rFonts"
ASCII_FONT = f"{W}ascii"
HIGH_FONT = f"{W}hAnsi"
BOLD = f"{W}b"
VANISH = f"{W}vanish"
TEXT = f"{W}t"
INS = f"{W}ins"
DEL = f"{W}del"
MOVE_TO = f"{W}moveTo"
MOVE_FROM = f"{W}moveFrom"
SYM = f"{W}sym"
FONT = f"{W}font"
CHAR = f"{W}char"
FLD_CHAR = f"{W}fldChar"
FLD_SIMPLE = f"{W}fldSimple"
FF_DATA = f"{W}ffData"
INSTR_TEXT = f"{W}instrText"
DRAWING = f"{W}drawing"
PICT = f"{W}pict"
OBJECT = f"{W}object"
CONTROL = f"{W}control"
ALTERNATE_CONTENT = f"{MC}AlternateContent"
CHOICE = f"{MC}Choice"
FALLBACK = f"{MC}Fallback"
FOOTNOTE_REFERENCE = f"{W}footnoteReference"
ENDNOTE_REFERENCE = f"{W}endnoteReference"

# Attributes
VAL = f"{W}val"
TYPE = f"{W}type"
ID = f"{W}id"
NAME = f"{W}name"
INSTR = f"{W}instr"
FLD_CHAR_TYPE = f"{W}fldCharType"
R_ID = f"{R}id"
