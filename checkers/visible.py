"""The one sanitiser: text from a document, a file name or a question, made harmless for a screen.

Goes in: any text. Comes out: text of the same length in which no character can move the cursor, change a
colour or a title, or turn the reading direction. One character becomes one character, so offsets stay true.
"""

_CONTROL_PICTURES = 0x2400
_REPLACEMENT = 0xFFFD
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))

_HARMLESS = (
    {code: _CONTROL_PICTURES + code for code in range(0x20) if chr(code) not in "\t\n"}
    | {0x7F: 0x2421}
    | dict.fromkeys((*range(0x80, 0xA0), *_BIDI, *range(0xD800, 0xE000)), _REPLACEMENT)
)
# Surrogates: a lone one (an undecodable byte of a file name) cannot be encoded and would stop the printing.

_HARMLESS_LINE = _HARMLESS | {0x09: 0x2409, 0x0A: 0x240A, 0x2028: _REPLACEMENT, 0x2029: _REPLACEMENT}


def visible(text: str) -> str:
    """Give back `text` with control and direction characters shown as symbols; tabs and newlines stay."""
    return text.translate(_HARMLESS)


def visible_line(text: str) -> str:
    """Give back `text` as `visible` does, with tabs and newlines shown as symbols too: for names and quotations."""
    return text.translate(_HARMLESS_LINE)
