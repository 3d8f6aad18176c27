"""The text of an electronic signature: "Electronically signed by …", "… (e-signed 3/4/2026)", "/s/ …"."""

from __future__ import annotations

import re
from functools import cache

from checkers.words import phrases, plain

_VERB = (
    r"\b(?:(?:electronically|digitally)\s+(?:co-?)?signed|signed\s+(?:electronically|digitally)"
    r"|e-?\s?signed|docusigned|(?:electronically\s+)?authenticated)\b"
)
_WHEN = r"(?:on|at|date)\b"
_AFTER = re.compile(
    rf"{_VERB}(?:\s+by)?\s*:?\s*(?P<name>(?!{_WHEN})[^\d_:;]*[A-Za-z][^\d_:;]*)"
    rf"|(?:/s/\s*|(?:^|(?<=\s))s/\s+)(?P<slash>(?!{_WHEN})(?-i:[A-ZÀ-Þ])[^\d_]+)",
    re.IGNORECASE,
)
_STAMP_FIRST = re.compile(
    rf"{_VERB}\W*(?:{_WHEN}\W*)?[\d/:.\-\s]+(?:[ap]\.?m\.?)?\s*,?\s*by:?\s+(?P<name>[^\d_:;]+)", re.IGNORECASE
)
_BEFORE = re.compile(
    r"^(?:(?P<label>[^:]{1,40}):\s*)?(?:signed\s+(?:by\s+)?)?/?(?P<name>(?-i:[A-ZÀ-Þ])[\w.'’\-]*\s+(?-i:[A-ZÀ-Þ])[^:;_/]*?(?:/L)?)/?"
    rf"[\s,(\[–—|\-]*(?:{_VERB}|\b(?:electronic|digital)\s+signature\b|\be-signature\b)\W*(?:{_WHEN}|\d|$)",
    re.IGNORECASE,
)
_STAMP = re.compile(rf"^\W*{_VERB}\W*(?:{_WHEN}\W*)?\d", re.IGNORECASE)
_LABEL = re.compile(r"\b(?:electronic(?:ally)?|digital(?:ly)?)\b|\be-?sign", re.IGNORECASE)


def is_electronic_label(label: str) -> bool:
    """Whether a label itself says that the signature is electronic."""
    return bool(_LABEL.search(label))


def is_stamp(line: str) -> bool:
    """Whether a line says when it was signed electronically and not by whom, as the line above does."""
    return bool(_STAMP.match(line)) and not electronic_name(line)


def electronic_name(words: str) -> str:
    """The signer in the text of an electronic signature, "" where the words are none or name nobody."""
    text = words.replace("_", " ")  # typed over a rule to write on
    for pattern in (_STAMP_FIRST, _BEFORE, _AFTER):
        if match := pattern.search(text):
            got = match.groupdict()
            name = (got["name"] or got.get("slash") or "").strip(" ,.-–—([|")
            name = re.split(rf"\s+{_WHEN}|\s{{3,}}|\t|\s*[(\[|]\s*$", name, flags=re.IGNORECASE)[0].strip(" ,")
            if len(name) > 1 and plain(name) not in _nobody():
                return name
    return ""


@cache
def _nobody() -> frozenset[str]:
    names = ("printed", "stand_ins", "stand_ins_unless_labels")
    return frozenset().union(*(phrases("signatures", name) for name in names))
