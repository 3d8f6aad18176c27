"""Template text that somebody forgot to replace."""

from __future__ import annotations

import re
from functools import cache

from checkers.words import load, phrases, plain


@cache
def _patterns() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in load("templates")["patterns"]))


def template_in(text: str, *, whole: bool = False) -> str:
    """The first template words in a text, "" for none; `whole`: the text may also be template words as a whole."""
    if whole and text and plain(text) in phrases("templates", "exact"):
        return text
    if not any(sign in text for sign in "[]{}<>«»") and "XXXX" not in text and not _WORDS.search(text):
        return ""
    match = _patterns().search(text)
    return match.group() if match else ""


_WORDS = re.compile(r"lorem|ipsum|click|tap|choose", re.IGNORECASE)


def is_printed(text: str) -> bool:
    """Whether a line under a heading is the form's own: a remark in brackets, a question, a request, known words."""
    words = plain(text)
    if any(words.startswith(each) or words.endswith(f" {each}") for each in phrases("sections", "explains")):
        return True
    return bool(_PROMPT.fullmatch(text.strip())) or any(
        words.startswith(each) for each in phrases("sections", "printed")
    )


_PROMPT = re.compile(
    r"\W*\(.*\)\W*|.*[:?]"
    r"|(?:describe|identify|explain|indicate|specify|summarize|document|check|list|include)\b.*"
    r"|state (?:how|when|the|whether)\b.*",
    re.IGNORECASE,
)


def goes_on_printed(before: str, text: str) -> bool:
    """Whether a line goes on with the form's own words of the line before it, which were too long for one line."""
    if before.endswith((".", ":", "?", ")")):
        return False
    return text[:1].islower() or (before.isupper() and text.isupper())


def split_request(text: str, *, goes_on: bool = False) -> tuple[str, str]:
    """What the form asks for ("Explain the extent … activities):"), and what was written behind it on the same line.

    `goes_on`: the line goes on with a request that began on the line before it.
    """
    end = _REQUEST_ENDS.search(text) or (_COLON.search(text) if goes_on or _REQUEST.match(text) else None)
    if not end:
        return text, ""
    request, answer = text[: end.end()].strip(), text[end.end() :].strip()
    if _REQUEST.match(answer):
        more, answer = split_request(answer)
        request = f"{request} {more}"
    return request, answer


_REQUEST = re.compile(
    r"\W*(?:for the [\w -]{1,40}:\s*)?(?:describe|identify|explain|indicate|specify|summarize|document|state)\b",
    re.IGNORECASE,
)
_REQUEST_ENDS = re.compile(r"\):(?:\s+|$)")
_COLON = re.compile(r":(?:\s+|$)")


def is_instruction(text: str) -> bool:
    """Whether a line tells how to fill in the form, where template words are part of the telling."""
    small = text.casefold()
    return any(word in small for word in load("templates")["instructions"])
