"""A handout as a Word file: real headings and lists, the language and the title named, on letter paper.

The same handout gives the same bytes: every date in the file is that of the handout.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Inches, Pt, RGBColor
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.token import Token

from assistant.handout import Handout
from assistant.handout.markdown import sections
from checkers.visible import visible

_LISTS = {"bullet_list_open": "List Bullet", "ordered_list_open": "List Number"}
_FONT = "Calibri"
_LANGUAGE = "en-US"


def as_word(handout: Handout) -> bytes:
    """The bytes of the .docx file."""
    page = docx.Document()
    _set_up(page, handout)
    page.add_heading(_clean(handout.heading), level=1)
    for each in (handout, *handout.further):
        _write_answer(page, each, level=3 if handout.further else 2)
    last = page.add_paragraph(_clean(handout.made))
    last.runs[0].italic, last.paragraph_format.space_before = True, Pt(12)
    written = io.BytesIO()
    page.save(written)
    return _with_one_date(written.getvalue(), handout.day)


def _write_answer(page: Document, handout: Handout, *, level: int) -> None:
    """An answer with what belongs to it, under headings of a level; its question too, unless that heads the page."""
    if level > 2:
        page.add_heading(_clean(handout.title), level=level - 1)
    _write(page, handout.short, bold=True)
    if handout.more:
        page.add_heading("What else matters", level=level)
        _write(page, handout.more)
    for title, lines in sections(handout):
        page.add_heading(title, level=level)
        for line in lines:
            page.add_paragraph(_clean(line), style="List Bullet")


# --- the page ------------------------------------------------------------------------------------------------------


def _set_up(page: Document, handout: Handout) -> None:
    """Paper, type and what the file says of itself."""
    paper = page.sections[0]
    paper.page_width, paper.page_height = Inches(8.5), Inches(11)
    paper.left_margin = paper.right_margin = Inches(1)
    paper.top_margin = paper.bottom_margin = Inches(0.8)
    _set_type(page, "Normal", 12, after=6)
    _set_type(page, "List Bullet", 12, after=3)
    _set_type(page, "List Number", 12, after=3)
    _set_type(page, "Heading 1", 20, after=8)
    _set_type(page, "Heading 2", 14, before=10, after=3)
    _set_type(page, "Heading 3", 12, before=8, after=3)
    noon = datetime.datetime.combine(handout.day, datetime.time(12))
    about = page.core_properties
    about.title, about.language, about.author = _clean(handout.heading), _LANGUAGE, "Tandem"
    about.subject, about.comments, about.last_modified_by = "Handout", "", "Tandem"
    about.created = about.modified = noon


def _set_type(page: Document, name: str, size: int, *, before: int = 0, after: int) -> None:
    style = page.styles[name]
    font, lines = style.font, style.paragraph_format
    font.name, font.size, font.color.rgb = _FONT, Pt(size), RGBColor(0, 0, 0)
    lines.space_before, lines.space_after = Pt(before), Pt(after)
    lines.line_spacing_rule = WD_LINE_SPACING.SINGLE


def _with_one_date(data: bytes, day: datetime.date) -> bytes:
    """The same package with that day as the date of each of its parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 12, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(part, before.read(name))
    return written.getvalue()


# --- Markdown ------------------------------------------------------------------------------------------------------


def _write(page: Document, text: str, *, bold: bool = False) -> None:
    """Paragraphs and lists of a Markdown text; all of it bold where that is asked for."""
    lists: list[str] = []
    for token in MarkdownIt("commonmark", {"html": False}).parse(_clean(text)):
        if token.type in _LISTS:
            lists.append(_LISTS[token.type])
        elif token.type.endswith("_list_close"):
            lists.pop()
        elif token.type == "inline":
            _write_line(page.add_paragraph(style=lists[-1] if lists else None), token.children or (), bold=bold)
        elif token.content:
            page.add_paragraph(token.content)


def _write_line(paragraph: Paragraph, tokens: Sequence[Token], *, bold: bool) -> None:
    """Words with their emphasis; the address of a link stands behind it, as paper cannot be clicked."""
    strong, slanted, addresses = bold, False, list[str]()
    for token in tokens:
        text = token.content
        match token.type:
            case "strong_open" | "strong_close":
                strong = bold or token.nesting > 0
            case "em_open" | "em_close":
                slanted = token.nesting > 0
            case "link_open":
                addresses.append(str(token.attrGet("href") or ""))
            case "link_close":
                text = f" ({addresses.pop()})"
            case "code_inline":
                text = f"“{text}”"
            case "softbreak" | "hardbreak":
                text = " "
        if text:
            run = paragraph.add_run(text)
            run.bold, run.italic = strong or None, slanted or None


def _clean(text: str) -> str:
    """Text without what no Word file can hold: control characters, and two numbers that are no characters."""
    return visible(text).translate({0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD})
