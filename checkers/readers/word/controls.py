"""What can be filled in: content controls, the form fields of older Word, ActiveX controls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from checkers.readers.word.names import (
    AX,
    DRAWING,
    FLD_CHAR,
    NAME,
    OBJECT,
    P_PR,
    P_STYLE,
    PICT,
    SDT,
    SDT_PR,
    SUMMARY,
    SYM,
    TEXT,
    VAL,
    W14,
    W15,
    W,
)
from checkers.readers.word.package import Element

CONTENT_CONTROL: Final = "content control"
FORM_FIELD: Final = "form field"
ACTIVE_X: Final = "ActiveX control"

_DISAGREES: Final = "content control whose sign on the page differs from its state"
_OFF = frozenset({"0", "false", "off"})

ControlKind = Literal["checkbox", "date", "field", "picture", "rich", "frame"]
_KINDS: dict[str, ControlKind] = {
    f"{W14}checkbox": "checkbox",
    f"{W}date": "date",
    f"{W}dropDownList": "field",
    f"{W}comboBox": "field",
    f"{W}text": "field",
    f"{W}picture": "picture",
    f"{W}group": "frame",
    f"{W}docPartObj": "frame",
    f"{W}docPartList": "frame",
    f"{W15}repeatingSection": "frame",
    f"{W15}repeatingSectionItem": "frame",
}
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?=T|$)")
_SHOWS_SOMETHING = (SYM, DRAWING, PICT, OBJECT, FLD_CHAR, SDT)


def is_on(element: Element | None, attribute: str = VAL) -> bool:
    """Whether an on-off property is there and on; without a value it is on."""
    return element is not None and element.get(attribute, "1").lower() not in _OFF


@dataclass(frozen=True, slots=True)
class Control:
    """A content control by its properties."""

    kind: ControlKind = "rich"
    placeholder: bool = False
    checked: bool = False
    signs: tuple[str, str] = ("☒", "☐")
    """What a checkbox shows when it is ticked and when not."""
    value: str = ""
    """A date control's date as YYYY-MM-DD, else the control's title or tag."""

    def shows(self, sign: str) -> bool | None:
        """The state that a sign on the page stands for, None for a sign that is neither of the two."""
        return None if self.signs[0] == self.signs[1] or sign not in self.signs else sign == self.signs[0]

    def how(self, shown: bool | None) -> str:
        """How a checkbox's state was told, given the state that the page shows."""
        return CONTENT_CONTROL if shown in (None, self.checked) else _DISAGREES


def control_of(sdt: Element) -> Control:
    """Read a content control's properties."""
    properties = sdt.find(SDT_PR)
    if properties is None:
        return Control()
    kind: ControlKind = "rich"
    placeholder = checked = False
    signs = ("☒", "☐")
    title = tag = date = ""
    for each in properties:
        name = each.tag
        if name in _KINDS:
            kind = _KINDS[name]
            if kind == "checkbox":
                state = each.find(f"{W14}checked")
                checked = is_on(state, f"{W14}val")
                signs = (_sign(each, "checkedState", "☒"), _sign(each, "uncheckedState", "☐"))
            elif kind == "date" and (found := _FULL_DATE.match(each.get(f"{W}fullDate", ""))):
                date = found[0]
        elif name == f"{W}showingPlcHdr":
            placeholder = is_on(each)
        elif name == f"{W}alias":
            title = each.get(VAL, "")
        elif name == f"{W}tag":
            tag = each.get(VAL, "")
    return Control(kind, placeholder, checked, signs, date or title or tag)


def is_summary(element: Element) -> bool:
    """Whether a content control or a paragraph is of the summary of an annotated copy, no part of the document.

    Programs that keep no content control around paragraphs (LibreOffice) keep the style of these.
    """
    mark = element.find(f"{SDT_PR}/{W}tag" if element.tag == SDT else f"{P_PR}/{P_STYLE}")
    return mark is not None and mark.get(VAL) == SUMMARY


def _sign(checkbox: Element, state: str, default: str) -> str:
    element = checkbox.find(f"{W14}{state}")
    try:
        return default if element is None else chr(int(element.get(f"{W14}val", ""), 16))
    except (ValueError, OverflowError):
        return default


def is_blank(content: Element) -> bool:
    """Whether a control's content shows nothing: no text, no object, no control inside."""
    for each in content.iter(TEXT, *_SHOWS_SOMETHING):
        if each.tag != TEXT or (each.text and each.text.strip()):
            return False
    return True


@dataclass(frozen=True, slots=True)
class FormField:
    """A form field of older Word. `kind` "": a field that is none."""

    kind: Literal["checkbox", "list", "text", ""] = ""
    name: str = ""
    checked: bool = False
    chosen: str = ""
    """The chosen entry of a list."""
    default: str = ""
    """The text that a text field holds before anybody writes in it."""


def form_field_of(data: Element | None) -> FormField:
    """Read the form data (`w:ffData`) at the beginning of a field."""
    if data is None:
        return FormField()
    name = _value(data, NAME)
    if (box := data.find(f"{W}checkBox")) is not None:
        checked = box.find(f"{W}checked")
        return FormField("checkbox", name, is_on(box.find(f"{W}default") if checked is None else checked))
    if (entries := data.find(f"{W}ddList")) is not None:
        texts = [entry.get(VAL, "") for entry in entries.iterchildren(f"{W}listEntry")]
        number = _value(entries, f"{W}result") or _value(entries, f"{W}default") or "0"
        position = int(number) if re.fullmatch(r"[0-9]{1,4}", number) else 0
        return FormField("list", name, chosen=texts[position] if position < len(texts) else "")
    if (text := data.find(f"{W}textInput")) is not None:
        return FormField("text", name, default=_value(text, f"{W}default"))
    return FormField("", name)


def _value(parent: Element, tag: str) -> str:
    element = parent.find(tag)
    return "" if element is None else element.get(VAL, "")


_CLASSES: Final = {
    "8BD21D40-EC42-11CE-9E0D-00AA006002F3": "checkbox",
    "8BD21D50-EC42-11CE-9E0D-00AA006002F3": "checkbox",  # an option button, one of several round boxes
    "5512D116-5CC6-11CF-8D67-00AA00BDCE1D": "checkbox",  # the two of a saved web form
    "5512D118-5CC6-11CF-8D67-00AA00BDCE1D": "checkbox",
    "8BD21D10-EC42-11CE-9E0D-00AA006002F3": "text",
    "8BD21D30-EC42-11CE-9E0D-00AA006002F3": "text",  # a list to choose from or to write in
    "978C9E23-D4B0-11CE-BF2D-00AA003F40D0": "label",
}


@dataclass(frozen=True, slots=True)
class ActiveX:
    """An ActiveX control; `value` None where it is kept in a binary part, which is not read."""

    kind: Literal["checkbox", "text", "label", ""]
    value: str | None
    caption: str

    @property
    def checked(self) -> bool | None:
        """A checkbox's state; its third state ("mixed") cannot be told either."""
        return {"1": True, "-1": True, "true": True, "0": False, "false": False}.get((self.value or "").lower())


def active_x_of(part: Element) -> ActiveX:
    """Read an ActiveX part."""
    properties = dict(_properties(part))
    kind = _CLASSES.get(part.get(f"{AX}classid", "").strip("{}").upper(), "")
    return ActiveX(kind, properties.get("Value"), properties.get("Caption", ""))  # type: ignore[arg-type]  # of _CLASSES


def _properties(part: Element) -> Iterator[tuple[str, str]]:
    for each in part.iterchildren(f"{AX}ocxPr"):
        yield each.get(f"{AX}name", ""), each.get(f"{AX}value", "")
