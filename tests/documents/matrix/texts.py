"""Text files: every encoding and line end, tables of Markdown, columns of spaces, e-mails, what portals export."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from tests.documents.matrix.variants import (
    DAY,
    ITEMS,
    LABELS,
    Item,
    Pair,
    Variant,
    paper,
    slot,
)
from tests.documents.matrix.word_signatures import STAMPS, STAND_INS, TYPED

RULE = "____________________"
Lines = list[str]
BOXES = {
    "[x] and [ ]": ("[x]", "[ ]"), "[X] and []": ("[X]", "[]"), "[ x ] and [  ]": ("[ x ]", "[  ]"),
    "[*] and [ ]": ("[*]", "[ ]"), "[✓] and [ ]": ("[✓]", "[ ]"), "(x) and ( )": ("(x)", "( )"),
    "_x_ and ___": ("_x_", "___"), "__X__ and _____": ("__X__", "_____"), "___X___ and _______": ("___X___", "_______"),
    "☒ and ☐": ("☒", "☐"), "☑ and ☐": ("☑", "☐"), "✔ and ☐": ("✔", "☐"), "√ and □": ("√", "□"),
    "■ and □": ("■", "□"), "□■ and □": ("□■", "□"), "☐X and ☐": ("☐X", "☐"), "Markdown task": ("- [x]", "- [ ]"),
    "list of [x]": ("* [x]", "* [ ]"), "Wingdings left behind": ("\uf0fe", "\uf0a8"),
    "Wingdings letters left behind": ("þ", "o"), "converted ÿ": ("ÿ x", "ÿ"), "X and nothing": ("X", " "),
    "x. and .": ("[x].", "[ ]."), "<x> and < >": ("<x>", "< >"), "{x} and { }": ("{x}", "{ }"),
}  # fmt: skip
_CANNOT_TELL = frozenset(
    {
        "■ and □", "Wingdings left behind", "Wingdings letters left behind", "converted ÿ", "X and nothing",
        "<x> and < >", "{x} and { }",
    }
)  # fmt: skip
WORDS = {
    "Yes and No": ("Yes", "No"), "Y and N": ("Y", "N"), "True and False": ("True", "False"),
    "checked and unchecked": ("checked", "unchecked"), "Checked: True": ("Checked: True", "Checked: False"),
    "x and nothing": ("x", ""), "on and off": ("on", "off"), "1 and 0": ("1", "0"), "✓ and nothing": ("✓", ""),
    "YES and NO": ("YES", "NO"), "Yes - in words": ("Yes, coordination", "No, direct service"),
}  # fmt: skip
_ANSWERED = {
    "[x] Yes [ ] No": ("{} Yes   {} No", "[x]", "[ ]"),
    "Yes [x] No [ ]": ("Yes {}   No {}", "[x]", "[ ]"),
    "☒ Yes ☐ No": ("{} Yes   {} No", "☒", "☐"),
    "(x) Yes ( ) No": ("{} Yes   {} No", "(x)", "( )"),
    "__X__ Yes ____ No": ("{} Yes   {} No", "__X__", "____"),
    "*Yes* / No": ("{0}Yes{0} / {1}No{1}", "*", ""),
    "**Yes** / No": ("{0}Yes{0} / {1}No{1}", "**", ""),
    "~~No~~": ("{0}Yes{0} / {1}No{1}", "", "~~"),
    "(Yes) / No": ("", "", ""),
}


def _form(item: Item, pairs: Sequence[Pair], write: Callable[[Sequence[Pair]], Lines], own: Lines | None) -> Lines:
    """The paper's lines: `write` lays out labels and values, `own` stands for the item's place where it is given."""
    form = paper(item)
    lines = [form.agency, form.title, ""]
    for above in form.above:
        lines += write(above)
    if form.heading:
        lines += [form.heading[0], *form.heading[1], ""]
    lines += write(pairs) if own is None else own
    for below in form.below:
        lines += write(below)
    return lines


def _a_line_each(pairs: Sequence[Pair]) -> Lines:
    return [f"{label}: {value}" for label, value in pairs]


def _in_one_line(pairs: Sequence[Pair]) -> Lines:
    return ["    ".join(f"{label}: {value}" for label, value in pairs)]


def _with_rules(pairs: Sequence[Pair]) -> Lines:
    return ["    ".join(f"{label}: {value or RULE}" for label, value in pairs)]


def _on_rules(pairs: Sequence[Pair]) -> Lines:
    return ["    ".join(f"{label}: {f'__{value}__' if value else RULE}" for label, value in pairs)]


def _with_tabs(pairs: Sequence[Pair]) -> Lines:
    return ["\t".join(word for pair in pairs for word in pair)]


def _with_colons_and_tabs(pairs: Sequence[Pair]) -> Lines:
    return ["\t".join(f"{label}:\t{value}" for label, value in pairs)]


def _with_dots(pairs: Sequence[Pair]) -> Lines:
    return [f"{label} {'.' * (44 - len(label))} {value}" for label, value in pairs]


def _fixed_width(pairs: Sequence[Pair]) -> Lines:
    return [f"{label:44}{value}" for label, value in pairs]


def _values_below(pairs: Sequence[Pair]) -> Lines:
    widths = [max(len(label), len(value)) + 6 for label, value in pairs]
    return [
        "".join(f"{label:{width}}" for (label, _), width in zip(pairs, widths, strict=True)).rstrip(),
        "".join(f"{value:{width}}" for (_, value), width in zip(pairs, widths, strict=True)).rstrip(),
        "",
    ]


def _value_below(pairs: Sequence[Pair]) -> Lines:
    return [line for label, value in pairs for line in (f"{label}:", value, "")]


def _over_labels(pairs: Sequence[Pair]) -> Lines:
    widths = [max(len(label), len(value) + 4, 24) + 4 for label, value in pairs]
    rules = [f"__{value}__" if value else "_" * 22 for _, value in pairs]
    return [
        "".join(f"{rule:{width}}" for rule, width in zip(rules, widths, strict=True)).rstrip(),
        "".join(f"{label:{width}}" for (label, _), width in zip(pairs, widths, strict=True)).rstrip(),
        "",
    ]


def _markdown_table(pairs: Sequence[Pair]) -> Lines:
    heads, values = zip(*pairs, strict=True)
    return ["", f"| {' | '.join(heads)} |", f"|{'|'.join(['---'] * len(heads))}|", f"| {' | '.join(values)} |", ""]


def _markdown_pairs(pairs: Sequence[Pair]) -> Lines:
    return ["", "| Item | Entry |", "| --- | --- |", *(f"| {label} | {value} |" for label, value in pairs), ""]


def _markdown_bold(pairs: Sequence[Pair]) -> Lines:
    return [f"**{label}:** {value}" for label, value in pairs]


def _markdown_bold_before_the_colon(pairs: Sequence[Pair]) -> Lines:
    return [f"**{label}**: {value}" for label, value in pairs]


def _markdown_list(pairs: Sequence[Pair]) -> Lines:
    return [f"- {label}: {value}" for label, value in pairs]


def _markdown_headings(pairs: Sequence[Pair]) -> Lines:
    return [line for label, value in pairs for line in (f"## {label}", value, "")]


def _exported(pairs: Sequence[Pair]) -> Lines:
    return [f"{label} : {value}" for label, value in pairs]


LAYOUTS: dict[str, Callable[[Sequence[Pair]], Lines]] = {
    "a line each": _a_line_each,
    "in one line": _in_one_line,
    "rules for blanks": _with_rules,
    "values on rules": _on_rules,
    "tabs": _with_tabs,
    "colons and tabs": _with_colons_and_tabs,
    "dots": _with_dots,
    "columns of spaces": _fixed_width,
    "values in the line below": _values_below,
    "value below its label": _value_below,
    "rules over labels": _over_labels,
    "Markdown table": _markdown_table,
    "Markdown table of pairs": _markdown_pairs,
    "Markdown, bold labels": _markdown_bold,
    "Markdown, bold labels before the colon": _markdown_bold_before_the_colon,
    "Markdown list": _markdown_list,
    "Markdown headings": _markdown_headings,
    "portal, spaced colons": _exported,
}
"""How the item's own place is laid out; the rest of the paper has a line for each label."""
NOT_FOR: dict[str, frozenset[Item]] = {
    "rules over labels": frozenset({"box", "date", "coordinator"}),
    "rules for blanks": frozenset({"box"}),
    "values on rules": frozenset({"box"}),
    "dots": frozenset({"box"}),
}
WHOLE_LAYOUTS = ("tabs", "columns of spaces", "Markdown table of pairs", "Markdown, bold labels", "Markdown list")
"""Layouts in which the whole paper is laid out, too."""


def _plain(item: Item, filled: bool) -> str:
    own = slot(item, filled)
    return "\n".join(_form(item, own.pairs, _a_line_each, None)) + "\n"


_E_MAIL_HEAD = (
    "From: Maria Lopez <maria@example.invalid>", "To: Office <office@example.invalid>",
    "Sent: Wednesday, February 11, 2026 8:05 AM", "Subject: note for Jayden", "", "Hi, here is the note.", "",
)  # fmt: skip


def _e_mail(item: Item, filled: bool) -> str:
    return "\n".join([*_E_MAIL_HEAD, _plain(item, filled), "Thanks,", "Maria"]) + "\n"


def _quoted(item: Item, filled: bool) -> str:
    lines = [f"> {line}".rstrip() for line in _plain(item, filled).splitlines()]
    return "\n".join(["On Wed, Feb 11, 2026 at 8:05 AM Maria Lopez wrote:", *lines]) + "\n"


def _quoted_twice(item: Item, filled: bool) -> str:
    lines = [f">> {line}".rstrip() for line in _plain(item, filled).splitlines()]
    return "\n".join(["> Office wrote:", *lines]) + "\n"


def _indented(item: Item, filled: bool) -> str:
    return "".join(f"        {line}\n" for line in _plain(item, filled).splitlines())


def _wrapped_in_a_frame(item: Item, filled: bool) -> str:
    lines = _plain(item, filled).splitlines()
    return "\n".join(["+" + "-" * 110 + "+", *(f"| {line:108} |" for line in lines), "+" + "-" * 110 + "+"]) + "\n"


def _portal(item: Item, filled: bool) -> str:
    lines = ["Export 3f2a9c1b-4d5e-6f70-8a9b-0c1d2e3f4a5b", "Page 1 of 1", *_plain(item, filled).splitlines(), "End"]
    return "\n".join(lines) + "\n"


def _with_odd_spaces(item: Item, filled: bool) -> str:
    return (
        _plain(item, filled)
        .replace(" ", "\u00a0")
        .replace("Medicaid", "Medi\u00adcaid")
        .replace(":\u00a0", ":\u200b\u00a0")
    )


def _in_capitals(item: Item, filled: bool) -> str:
    lines = []
    for line in _plain(item, filled).splitlines():
        label, colon, value = line.partition(":")
        lines.append(f"{label.upper()}{colon}{value}" if colon else line.upper())
    return "\n".join(lines) + "\n"


KINDS: dict[str, Callable[[Item, bool], str]] = {
    "e-mail with its head": _e_mail, "quoted in an e-mail": _quoted, "quoted twice": _quoted_twice,
    "indented": _indented, "in a frame": _wrapped_in_a_frame, "portal export": _portal,
    "with spaces of other kinds": _with_odd_spaces, "labels in capitals": _in_capitals,
}  # fmt: skip


def _ends(end: str) -> Callable[[str], bytes]:
    return lambda text: text.replace("\n", end).encode()


_AS_IN_1252 = str.maketrans({"'": "’", "☒": "[x]", "☐": "[ ]"})
ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "UTF-8": str.encode,
    "UTF-8 with its mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "UTF-16, little end first": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "UTF-16, big end first": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "UTF-32": lambda text: codecs.BOM_UTF32_LE + text.encode("utf-32-le"),
    "Windows-1252": lambda text: text.translate(_AS_IN_1252).replace("Jayden", "José").encode("cp1252"),
    "CRLF": _ends("\r\n"),
    "CR": _ends("\r"),
    "line ends of mainframes": _ends("\x85"),
    "form feeds": lambda text: (text + "\f").encode(),
    "no end": lambda text: text.rstrip("\n").encode(),
    "CRLF in UTF-16": lambda text: text.replace("\n", "\r\n").encode("utf-16"),
    "ended by Ctrl-Z": lambda text: (text + "\x1a").encode(),
}  # fmt: skip


def variants() -> Iterator[Variant]:
    """Each item in each encoding, layout and kind of text; what is special to the box and the signature."""
    yield from _everywhere()
    yield from _about_boxes()
    for name, texts in (STAMPS | TYPED).items():
        yield _variant(f"written signature: {name}", "signature", partial(_written, texts))
    for words in STAND_INS:
        line = f"{LABELS['signature']}: {words}    Date: {DAY}"
        yield _variant(f"stand-in: {words}", "signature", partial(_written, (line, line)), sides=(False,))


def _everywhere() -> Iterator[Variant]:
    for item in ITEMS:
        for name, encode in ENCODINGS.items():
            yield _variant(name, item, partial(_encoded, encode, item))
        for name, write in LAYOUTS.items():
            if item not in NOT_FOR.get(name, ()):
                suffix = ".md" if name.startswith("Markdown") else ".txt"
                yield _variant(name, item, partial(_laid_out, write, item), suffix)
        for name in WHOLE_LAYOUTS:
            if item not in NOT_FOR.get(name, ()):
                yield _variant(f"whole paper: {name}", item, partial(_wholly_laid_out, LAYOUTS[name], item))
        for name, kind in KINDS.items():
            yield _variant(name, item, partial(_of_kind, kind, item))


def _about_boxes() -> Iterator[Variant]:
    for name, signs in BOXES.items():
        yield _variant(f"box as {name}", "box", partial(_boxed, signs), unclear=name in _CANNOT_TELL)
        if "nothing" not in name and "Markdown" not in name and "list" not in name:
            yield _variant(
                f"box behind its words as {name}", "box", partial(_boxed_behind, signs), unclear=name in _CANNOT_TELL
            )
    for name, words in WORDS.items():
        yield _variant(f"words {name}", "box", partial(_in_words, words), unclear=name == "Yes - in words")
        if words[1]:
            positive = (words[1], words[0])
            yield _variant(
                f"positive words {name}", "box", partial(_in_positive_words, positive), unclear=name == "Yes - in words"
            )
    for name, (form, on, off) in _ANSWERED.items():
        for polarity in ("negative", "positive"):
            make = partial(_answered, form, on, off, polarity == "positive")
            yield _variant(f"{polarity} {name}", "box", make)


def _variant(
    name: str,
    item: Item,
    make: Callable[[bool], bytes],
    suffix: str = ".txt",
    *,
    unclear: bool = False,
    sides: tuple[bool, ...] = (True, False),
) -> Variant:
    return Variant("text", name, item, make, suffix, sides, unclear)


def _encoded(encode: Callable[[str], bytes], item: Item, filled: bool) -> bytes:
    return encode(_plain(item, filled))


def _laid_out(write: Callable[[Sequence[Pair]], Lines], item: Item, filled: bool) -> bytes:
    own = slot(item, filled)
    return "\n".join(_form(item, own.pairs, _a_line_each, write(own.pairs))).encode()


def _wholly_laid_out(write: Callable[[Sequence[Pair]], Lines], item: Item, filled: bool) -> bytes:
    return "\n".join(_form(item, slot(item, filled).pairs, write, None)).encode()


def _of_kind(kind: Callable[[Item, bool], str], item: Item, filled: bool) -> bytes:
    return kind(item, filled).encode()


def _with_own(item: Item, *own: str) -> bytes:
    return "\n".join(_form(item, (), _a_line_each, list(own))).encode()


def _boxed(signs: tuple[str, str], ticked: bool) -> bytes:
    return _with_own("box", f"{signs[not ticked]} {LABELS['box']}")


def _boxed_behind(signs: tuple[str, str], ticked: bool) -> bytes:
    return _with_own("box", f"{LABELS['box']} {signs[not ticked]}")


def _in_words(words: tuple[str, str], ticked: bool) -> bytes:
    return _with_own("box", f"{LABELS['box']}: {words[not ticked]}")


def _in_positive_words(words: tuple[str, str], ticked: bool) -> bytes:
    return _with_own("box", f"Meets Medicaid requirements: {words[not ticked]}")


def _answered(form: str, on: str, off: str, positive: bool, ticked: bool) -> bytes:
    label = "Meets Medicaid requirements" if positive else LABELS["box"]
    yes = ticked != positive
    answer = form.format(on if yes else off, off if yes else on) if form else ("(Yes) / No" if yes else "Yes / (No)")
    return _with_own("box", f"{label}:   {answer}")


def _written(texts: tuple[str, str], filled: bool) -> bytes:
    return _with_own("signature", *texts[not filled].split("\n"))
