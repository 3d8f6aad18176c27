"""Fields in a text: `begin`, the code, `separate`, the result, `end` (ECMA-376, 17.16)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from checkers.layout import MarkKind
from checkers.readers.word.controls import FORM_FIELD, FormField, form_field_of
from checkers.readers.word.emphasis import enclosed_in
from checkers.readers.word.lines import Cover, LineWriter
from checkers.readers.word.names import FF_DATA, FLD_CHAR_TYPE
from checkers.readers.word.package import Element

_AUTOMATIC_DATES: Final = frozenset({"DATE", "TIME", "SAVEDATE", "PRINTDATE"})
_DEEPEST: Final = 20
_LONGEST_CODE: Final = 1_000
"""Far more than Word's own fields need; a hostile file gets no further."""


@dataclass(slots=True)
class _Field:
    form: FormField
    code: str = ""
    in_result: bool = False
    cover: Cover | None = None

    @property
    def name(self) -> str:
        """The first word of the code, which says what kind of field it is."""
        return (self.code.split(None, 1) or [""])[0].upper()

    @property
    def muted(self) -> bool:
        """Whether text here is not shown, or was written already: a code, a checkbox, a chosen entry."""
        return not self.in_result or self.form.kind in ("checkbox", "list")


class Fields:
    """The fields that are open, the innermost last. `writer` is where their boxes and values are written."""

    def __init__(self, covers: list[Cover]) -> None:
        self.writer = LineWriter(covers)
        self.muted = False
        """Whether text at this point is not part of what the page shows."""
        self._covers = covers
        self._open: list[_Field] = []

    def character(self, element: Element) -> None:
        """Take a field character: the beginning of a field, of its result, or its end."""
        kind = element.get(FLD_CHAR_TYPE)
        if kind == "begin":
            self._begin(form_field_of(element.find(FF_DATA)))
        elif kind == "separate":
            self._separate()
        elif kind == "end":
            self.end()

    def code(self, text: str) -> None:
        """Take a piece of a field's code."""
        if self._open and not self._open[-1].in_result and len(self._open[-1].code) < _LONGEST_CODE:
            self._open[-1].code += text

    def begin_simple(self, code: str) -> None:
        """Begin a field that is a single element."""
        self._begin(FormField())
        self.code(code)
        self._separate()

    def _begin(self, form: FormField) -> None:
        if not self.muted:
            if form.kind == "checkbox":
                self.writer.box(form.checked, FORM_FIELD, form.name)
            elif form.kind == "list":
                self.writer.field(form.chosen, FORM_FIELD, form.name)
        if len(self._open) < _DEEPEST:
            self._open.append(_Field(form))
            self._update()

    def _separate(self) -> None:
        if not self._open or self._open[-1].in_result:
            return
        field = self._open[-1]
        field.in_result = True
        self._update()
        if self.muted:
            return
        if field.form.kind == "text" or field.name == "FORMTEXT":
            field.cover = Cover(MarkKind.FIELD, field.form.name, FORM_FIELD)
        elif field.name in _AUTOMATIC_DATES:
            field.cover = Cover(MarkKind.AUTOMATIC_DATE, "", f"{field.name} field")
        if field.cover:
            self.writer.open(field.cover)

    def end(self) -> None:
        """End the innermost field."""
        if not self._open:
            return
        field = self._open.pop()
        self._update()
        if field.cover:
            self.writer.close(field.cover)
        elif not self.muted:
            self._without_result(field)

    def _without_result(self, field: _Field) -> None:
        """A field that shows what its code says, or is empty."""
        if field.form.kind == "text" or (field.name == "FORMTEXT" and not field.in_result):
            self.writer.field("", FORM_FIELD, field.form.name)
        elif field.name == "FORMCHECKBOX" and field.form.kind != "checkbox":
            self.writer.box(None, FORM_FIELD)
        elif enclosed := enclosed_in(field.code):
            self.writer.add(enclosed, looks=("circled",))
        elif field.name == "MACROBUTTON":
            shown = " ".join(field.code.split()[2:])
            if any(character.isalnum() for character in shown):
                self.writer.placeholder(shown, "button field")
            else:
                self.writer.add(shown)

    def end_paragraph(self) -> None:
        """Forget fields whose code or box is still open: their end was deleted, and all after them would be lost."""
        if self.muted:
            self._open = [field for field in self._open if not field.muted]
            self._update()

    def clear(self) -> None:
        """Forget all open fields."""
        for field in self._open:
            if field.cover:
                self._covers.remove(field.cover)
        self._open.clear()
        self._update()

    def _update(self) -> None:
        self.muted = any(field.muted for field in self._open)
