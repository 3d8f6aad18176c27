"""What the words of a narrative suggest that the time went to. Never certain: a person has to confirm it.

spaCy's tokenizer and matchers do the finding, on a blank English pipeline without any model; it is loaded with the
first narrative whose session's activity is not told by the form itself.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from checkers.document import Activity
from checkers.words import load

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher, PhraseMatcher


_NO_WORD = re.compile(r"\S{80,}")
"""No word is as long; the tokenizer's time grows with the square of the length of one."""


def suggested_activity(narrative: str) -> Activity:
    """The one activity that a narrative suggests; signs of direct work beside those of another leave it unknown."""
    if not narrative.strip():
        return Activity.UNKNOWN
    language, phrases, patterns = _matchers()
    parsed = language.make_doc(_NO_WORD.sub(" ", narrative))
    names = {language.vocab.strings[match[0]] for match in (*phrases(parsed), *patterns(parsed))}
    found = {Activity(name) for name in names}
    return found.pop() if len(found) == 1 else Activity.UNKNOWN


@cache
def _matchers() -> tuple[Language, PhraseMatcher, Matcher]:
    import spacy  # noqa: PLC0415 - takes a second to load; most documents do not need it
    from spacy.matcher import Matcher, PhraseMatcher  # noqa: PLC0415

    language = spacy.blank("en")
    phrases = PhraseMatcher(language.vocab, attr="LOWER")
    patterns = Matcher(language.vocab)
    words = load("activities")
    reach = [{"OP": "?"}] * words["reach"]
    for name, entry in words.items():
        if not isinstance(entry, dict):
            continue
        phrases.add(name, [language.make_doc(phrase) for phrase in entry["phrases"]])
        if "patterns" in entry:
            patterns.add(name, [_pattern(groups, reach) for groups in entry["patterns"]])
    return language, phrases, patterns


def _pattern(groups: list[list[str]], reach: list[dict[str, Any]]) -> list[dict[str, Any]]:
    pattern: list[dict[str, Any]] = []
    for group in groups:
        pattern.extend(reach if pattern else [])
        pattern.append({"LOWER": {"IN": group}})
    return pattern
