"""Form fields as PDFium tells of them: what is shown in them, which boxes are ticked, which signatures are made.

Runs in the child process alone, as `pdfium` does.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pypdfium2.raw as c

from checkers.readers.pdf.shapes import Page, Rect, Widget
from checkers.visible import visible

_KINDS = {
    c.FPDF_FORMFIELD_CHECKBOX: "checkbox",
    c.FPDF_FORMFIELD_RADIOBUTTON: "radio",
    c.FPDF_FORMFIELD_TEXTFIELD: "text",
    c.FPDF_FORMFIELD_COMBOBOX: "text",
    c.FPDF_FORMFIELD_LISTBOX: "text",
    c.FPDF_FORMFIELD_SIGNATURE: "signature",
}
_CHOICES = frozenset({c.FPDF_FORMFIELD_COMBOBOX, c.FPDF_FORMFIELD_LISTBOX})
_VALUES = frozenset({c.FPDF_OBJECT_DICTIONARY, c.FPDF_OBJECT_REFERENCE})
"""What the value of a signed field is; an unsigned one may hold a null."""
_SIGNED = "signed"
_AS_ITS_FIELD = "as its field"
"""The value of a signature's place whose field is an object of its own, until `signed_by_their_fields`."""
_MOST_CHOICES = 500


def widget_of(form: Any, annotation: Any, place: Rect) -> Widget | None:
    """A form field's place with what the field holds; None for a button."""
    kind = c.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind not in _KINDS:
        return None
    name = string(lambda buffer, size: c.FPDFAnnot_GetFormFieldName(form, annotation, buffer, size))
    value, checked = "", None
    if _KINDS[kind] in ("checkbox", "radio"):
        checked = _is_checked(form, annotation)
    elif _KINDS[kind] == "signature":
        value = _signature(annotation)
    else:
        shown = _chosen(form, annotation) if kind in _CHOICES else []
        value = "\n".join(shown) or string(
            lambda buffer, size: c.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size)
        )
    return Widget(_KINDS[kind], place, name, value, checked)  # type: ignore[arg-type]  # from _KINDS


def _is_checked(form: Any, annotation: Any) -> bool | None:
    """Whether a box is ticked; None where its value says that it is and its appearance that it is not.

    The library asks the appearance alone. A program that fills in forms may set the value alone: viewers then show the
    box as ticked where no appearance is chosen.
    """
    if c.FPDFAnnot_IsChecked(form, annotation):
        return True
    value = _entry(annotation, b"V")
    on = string(lambda buffer, size: c.FPDFAnnot_GetFormFieldExportValue(form, annotation, buffer, size))
    if value in ("", "Off") or value != on:
        return False
    return None if c.FPDFAnnot_HasKey(annotation, b"AS") else True


def _chosen(form: Any, annotation: Any) -> list[str]:
    """The words of what is chosen from a list; the value may be a code that nobody sees."""
    count = min(c.FPDFAnnot_GetOptionCount(form, annotation), _MOST_CHOICES)
    return [
        string(lambda buffer, size, at=index: c.FPDFAnnot_GetOptionLabel(form, annotation, at, buffer, size))
        for index in range(count)
        if c.FPDFAnnot_IsOptionSelected(form, annotation, index)
    ]


def _signature(annotation: Any) -> str:
    if c.FPDFAnnot_GetValueType(annotation, b"V") in _VALUES:
        return _SIGNED
    return _AS_ITS_FIELD if c.FPDFAnnot_HasKey(annotation, b"Parent") and not _entry(annotation, b"T") else ""


def signed_by_their_fields(document: Any, pages: Iterable[Page]) -> None:
    """Tell which places of signatures are signed whose fields are objects of their own.

    The library leads from a field's place to no such field, and gives the file's signature fields without their names:
    both are listed in one order. Where they cannot be paired, the places are signed if all fields are.
    """
    signed = [
        c.FPDFSignatureObj_GetContents(c.FPDF_GetSignatureObject(document, index), None, 0) > 0
        for index in range(c.FPDF_GetSignatureCount(document))
    ]
    widgets = [(page, index) for page in pages for index, each in enumerate(page.widgets) if each.kind == "signature"]
    names = list(dict.fromkeys(page.widgets[index].name for page, index in widgets))
    by_name = dict(zip(names, signed, strict=True)) if len(names) == len(signed) else {}
    every = bool(signed) and all(signed)
    for page, index in widgets:
        widget = page.widgets[index]
        if widget.value == _AS_ITS_FIELD:
            page.widgets[index] = replace(widget, value=_SIGNED if by_name.get(widget.name, every) else "")


def _entry(annotation: Any, key: bytes) -> str:
    """A text or a name that the annotation itself holds, "" where it holds none."""
    return string(lambda buffer, size: c.FPDFAnnot_GetStringValue(annotation, key, buffer, size))


def string(get: Any) -> str:
    """A text that the library writes into a buffer in UTF-16, made harmless; newlines alone part its lines."""
    length = min(get(None, 0), 200_000)  # asked for first
    buffer = ctypes.create_string_buffer(length + 2)
    get(ctypes.cast(buffer, ctypes.POINTER(c.FPDF_WCHAR)), length)
    text = buffer.raw[: max(length - 2, 0)].decode("utf-16-le", errors="replace").rstrip("\0")
    return visible(text.replace("\r\n", "\n").replace("\r", "\n"))
