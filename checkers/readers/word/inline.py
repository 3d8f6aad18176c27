"""What stands in a paragraph: text, breaks, symbols, fields, inline controls, drawings, from left to right."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar, Final

from checkers.layout import MarkKind
from checkers.readers.glyphs import box_of, is_private, is_symbol_font, shown
from checkers.readers.word import names as n
from checkers.readers.word.controls import (
    ACTIVE_X,
    CONTENT_CONTROL,
    Control,
    active_x_of,
    control_of,
    is_blank,
    is_on,
)
from checkers.readers.word.drawings import chosen, drawn_in
from checkers.readers.word.emphasis import circles_a_word, look_of
from checkers.readers.word.fields import Fields
from checkers.readers.word.file import WordFile, suggested_signer
from checkers.readers.word.lines import Cover, LineWriter, Written
from checkers.readers.word.package import Element

TextBox = Element | str
"""A text box's content, or the words of WordArt."""

_PRIVATE: Final = re.compile("[\uf020-\uf0ff]")


class Inline:
    """Walks the paragraphs of one story. What runs over paragraphs (fields, controls) is kept from one to the next."""

    def __init__(self, file: WordFile, part: str) -> None:
        self._file = file
        self._part = part
        self._covers: list[Cover] = []
        self._pending: Control | None = None
        self._writer = LineWriter(self._covers)
        self._fields = Fields(self._covers)
        self._bold = False
        self._looks: list[str] = []
        self._font = ""
        self._text_boxes: list[TextBox] = []

    def paragraph(self, element: Element) -> tuple[list[Written], list[TextBox]]:
        """Read one paragraph: its lines, and the text boxes that hang on it."""
        self._writer = self._fields.writer = LineWriter(self._covers)
        self._text_boxes = []
        self._walk(element)
        self._settle()
        self._fields.end_paragraph()
        self._writer.end_line()
        return self._writer.lines, self._text_boxes

    def enter(self, control: Control, content: Element | None) -> Cover | None:
        """Begin a control that holds whole paragraphs, rows or cells. Gives the cover to `leave` it with, if any."""
        cover = self._begin(control, content)
        if cover:
            self._covers.append(cover)
        return cover

    def leave(self, cover: Cover | None) -> bool:
        """End such a control. Says whether its box or blank has found no paragraph to stand in."""
        if cover:
            self._covers.remove(cover)
        return self._pending is not None

    def leave_cell(self) -> None:
        """A field that was begun in a cell ends with it."""
        self._fields.clear()

    def drop_pending(self) -> None:
        """Forget a control that has no paragraph at all."""
        self._pending = None

    def _begin(self, control: Control, content: Element | None) -> Cover | None:
        """What a control's content is under: it is either still to be placed (a box, a blank) or covered by a mark."""
        unfilled_picture = control.kind == "picture" and control.placeholder
        if control.kind == "checkbox" or (
            control.kind != "frame" and (content is None or unfilled_picture or is_blank(content))
        ):
            self._pending = control
        elif control.placeholder:
            return Cover(MarkKind.PLACEHOLDER, control.value, CONTENT_CONTROL)
        elif control.kind in ("date", "field"):
            return Cover(MarkKind.FIELD, control.value, CONTENT_CONTROL)
        return None

    def _walk(self, element: Element) -> None:
        for child in element:
            handler = self._HANDLERS.get(child.tag)
            if handler:
                handler(self, child)

    # --- runs and their text ----------------------------------------------------------------------------------------

    def _run(self, run: Element) -> None:
        self._bold = False
        self._looks = []
        self._font = ""
        for child in run:
            tag = child.tag
            if tag == n.TEXT:
                if child.text:
                    self._text(child.text)
            elif tag == n.R_PR:
                if self._is_hidden(child):
                    return
            else:
                handler = self._HANDLERS.get(tag)
                if handler:
                    handler(self, child)

    def _is_hidden(self, properties: Element) -> bool:
        """Take a run's properties; says whether it is hidden."""
        for each in properties:
            tag = each.tag
            if tag == n.BOLD:
                self._bold = is_on(each)
            elif (tag == n.VANISH and is_on(each)) or (
                tag == n.R_STYLE and self._file.styles.is_hidden(each.get(n.VAL, ""))
            ):
                return True
            elif tag == n.R_FONTS:
                font = each.get(n.ASCII_FONT) or each.get(n.HIGH_FONT) or ""
                self._font = font if is_symbol_font(font) else ""
            elif look := look_of(each):
                self._looks.append(look)
        return False

    def _text(self, text: str) -> None:
        if self._font or (not text.isascii() and _PRIVATE.search(text)):
            for character in text:
                self._symbol(self._font, character)
        else:
            self._plain(text)

    def _symbol(self, font: str, character: str) -> None:
        if not is_private(character) and (not font or ord(character) > 0xFF):
            self._plain(character)
        elif box := box_of(font, character):
            self._box(*box)
        else:
            self._plain(shown(font, character))

    def _plain(self, text: str) -> None:
        if self._fields.muted:
            return
        if self._pending is not None and text.strip():
            text = self._after_sign(self._pending, text)
        self._writer.add(text, bold=self._bold, looks=self._looks)

    def _sym(self, symbol: Element) -> None:
        code = symbol.get(n.CHAR, "")
        if re.fullmatch(r"[0-9A-Fa-f]{1,4}", code):
            self._symbol(symbol.get(n.FONT, ""), chr(int(code, 16)))

    def _tab(self, _: Element) -> None:
        self._plain("\t")

    def _hyphen(self, _: Element) -> None:
        self._plain("-")

    def _break(self, _: Element) -> None:
        if not self._fields.muted:
            self._writer.end_line()

    # --- boxes and controls -----------------------------------------------------------------------------------------

    def _box(self, checked: bool | None, how: str) -> None:
        if self._fields.muted:
            return
        if self._pending is not None and self._pending.kind == "checkbox":
            self._place(self._pending, checked)  # the sign that the control shows is no box of its own
        else:
            self._writer.box(checked, how)

    def _after_sign(self, control: Control, text: str) -> str:
        """Put a checkbox control's box where its sign stands; gives back the text behind the sign."""
        if control.kind != "checkbox":
            return text
        bare = text.lstrip()
        sign = control.shows(bare[0])
        self._place(control, sign)
        return text if sign is None and bare[0].isalnum() else bare[1:]

    def _place(self, control: Control, sign: bool | None) -> None:
        self._pending = None
        # Where the page shows a tick that the state denies, no program is to be believed: a person has to look.
        checked = None if sign and control.checked is False else control.checked
        self._writer.box(checked, control.how(sign), control.value)

    def _settle(self) -> None:
        """Write what is still to be placed: a control whose content shows nothing."""
        control, self._pending = self._pending, None
        if control is None or self._fields.muted:
            return
        if control.kind == "checkbox":
            self._place(control, None)
        else:
            self._writer.field("", CONTENT_CONTROL, control.value)

    def _control(self, sdt: Element) -> None:
        control, content = control_of(sdt), sdt.find(n.SDT_CONTENT)
        outer = self._pending
        cover = self._begin(control, content)
        own = self._pending is control
        if cover:
            self._writer.open(cover)
        if content is not None:
            self._walk(content)
        if cover:
            self._writer.close(cover)
        if self._pending is control:
            self._settle()
        if own:
            self._pending = outer

    # --- drawings and objects ---------------------------------------------------------------------------------------

    def _drawing(self, element: Element) -> None:
        if self._fields.muted:
            return
        control = element.find(n.CONTROL)
        if control is not None:
            self._active_x(control)
            return
        if circles_a_word(element):
            self._writer.circle()
            return
        for kind, each in drawn_in(element):
            if kind == "picture":
                if self._pending is None:  # else it is a picture control's invitation to choose one
                    self._writer.thing(MarkKind.PICTURE, "picture")
            elif kind == "ink":
                self._writer.thing(MarkKind.INK, "ink")
            elif kind == "signature line":
                self._signature_line(each)
            else:
                self._text_boxes.append(each if kind == "text" else each.get("string", ""))

    def _signature_line(self, line: Element) -> None:
        signer = self._file.signer_of(line)
        if signer is None:
            self._writer.thing(MarkKind.SIGNATURE_LINE, "Word signature line", suggested_signer(line))
        else:
            self._writer.thing(MarkKind.SIGNED_LINE, "Word signature line", signer)

    def _active_x(self, element: Element) -> None:
        _, part = self._file.package.relationships(self._part).get(element.get(n.R_ID, ""), ("", ""))
        if part not in self._file.package.names:
            return
        control = active_x_of(self._file.package.parse(part))
        if control.kind == "checkbox":
            self._box(control.checked, ACTIVE_X)
        elif control.kind == "text":
            self._writer.field(control.value or "", ACTIVE_X)
        self._plain(control.caption)

    def _alternatives(self, element: Element) -> None:
        branch = chosen(element)
        if branch is not None:
            self._walk(branch)

    # --- the rest ---------------------------------------------------------------------------------------------------

    def _inserted(self, element: Element) -> None:
        self._file.tracked_changes = True
        self._walk(element)

    def _deleted(self, _: Element) -> None:
        self._file.tracked_changes = True

    def _field_character(self, element: Element) -> None:
        self._fields.character(element)

    def _field_code(self, element: Element) -> None:
        self._fields.code(element.text or "")

    def _simple_field(self, element: Element) -> None:
        self._fields.begin_simple(element.get(n.INSTR, ""))
        self._walk(element)
        self._fields.end()

    def _reference(self, element: Element) -> None:
        self._file.references.append((element.tag, element.get(n.ID, "")))

    _HANDLERS: ClassVar[dict[str, Callable[[Inline, Element], None]]] = {
        n.RUN: _run,
        f"{n.W}tab": _tab,
        f"{n.W}ptab": _tab,
        f"{n.W}br": _break,
        f"{n.W}cr": _break,
        f"{n.W}noBreakHyphen": _hyphen,
        n.SYM: _sym,
        n.FLD_CHAR: _field_character,
        n.INSTR_TEXT: _field_code,
        n.FLD_SIMPLE: _simple_field,
        n.SDT: _control,
        n.DRAWING: _drawing,
        n.PICT: _drawing,
        n.OBJECT: _drawing,
        n.ALTERNATE_CONTENT: _alternatives,
        n.INS: _inserted,
        n.MOVE_TO: _inserted,
        n.DEL: _deleted,
        n.MOVE_FROM: _deleted,
        n.FOOTNOTE_REFERENCE: _reference,
        n.ENDNOTE_REFERENCE: _reference,
        n.CUSTOM_XML: _walk,
        f"{n.W}hyperlink": _walk,
        f"{n.W}smartTag": _walk,
        f"{n.W}dir": _walk,
        f"{n.W}bdo": _walk,
        f"{n.W}ruby": _walk,
        f"{n.W}rubyBase": _walk,
    }
