"""A copy of a Word file with comments and a summary, made in its XML.

python-docx would refuse templates, files with macros and Strict documents; and paragraphs have to be found as the
reader counts them. No word, run or paragraph of the document is changed: comments begin and end between the runs, and
the summary is a content control in front of the first paragraph. Every part that nothing is added to is copied as it
is, but for macros, which a .docx cannot hold.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from checkers.annotate.anchors import Anchor
from checkers.annotate.word_parts import CONTENT_TYPES, comments_part, content_types, macro_parts, relationships, styles
from checkers.annotate.word_xml import COMMENT, COMMENT_AUTHOR, comment, mark, summary_block, unmark
from checkers.annotate.wording import AUTHOR, Summary
from checkers.layout import Line
from checkers.readers.word import names as n
from checkers.readers.word import paragraphs_of
from checkers.readers.word.controls import is_summary
from checkers.readers.word.package import Element, Package, serialised
from checkers.readers.word.signatures import signatures_of
from checkers.readers.word.story import SUMMARY_NOTE

_NO_MACROS = "Macros of the original were left out of this copy."
_SIGNED = "The document’s digital signature holds for the original, not for this copy."


class WordCopy:
    """One Word file, and the copy in the making."""

    def __init__(self, data: bytes) -> None:
        """Take the file in. Raises `Unreadable` where it is damaged or beyond the limits."""
        self._package = Package(data)
        self._body, self._paragraphs = paragraphs_of(self._package)
        self._macros = macro_parts(self._package)

    def holds(self, line: Line) -> bool:
        """Whether a comment can stand at a line: not in headers, footers, notes and text boxes."""
        return line.place in self._paragraphs

    def remarks(self, notes: Sequence[str]) -> tuple[str, ...]:
        """What is different in the copy; then the notes on what was not read, an earlier summary aside."""
        changed = ((_SIGNED, signatures_of(self._package)), (_NO_MACROS, self._macros))
        return (*(remark for remark, holds in changed if holds), *(note for note in notes if note != SUMMARY_NOTE))

    def written(
        self, summary: Summary, comments: Sequence[tuple[Anchor, tuple[str, ...]]], day: datetime.date
    ) -> bytes:
        """The copy's bytes.

        Args:
            summary: what stands at the top; one that is there already makes room for it, with its comments.
            comments: each comment's lines, with its place.
            day: the day that the comments name.
        """
        package, main = self._package, self._package.main_part
        name, listed = comments_part(package)
        self._take_out_earlier(listed)
        block = summary_block(summary)
        self._body.insert(0, block)
        first = 1 + max((_number(each) for each in listed.iterchildren(COMMENT)), default=-1)
        numbered = list(enumerate(comments, start=first))
        listed.extend(comment(number, lines, day) for number, (_, lines) in numbered)
        for number, (anchor, _) in reversed(numbered):  # so that of several at one place the first comes first
            paragraph = self._paragraphs[anchor.line.place] if anchor.line else next(block.iter(n.P))
            mark(paragraph, anchor.text, number)
        holding = name if len(listed) or name in package.names else ""
        changed = relationships(package, holding, self._macros)
        parts: dict[str, bytes | None] = {
            **dict.fromkeys(self._macros),
            main: serialised(self._body.getroottree().getroot(), strict=package.is_strict),
            changed[0]: changed[1],
            **styles(package),
            CONTENT_TYPES: content_types(package, holding, self._macros),
        }
        if holding:
            parts[holding] = serialised(listed, strict=package.is_strict)
        return package.copy(parts)

    def _take_out_earlier(self, listed: Element) -> None:
        """Take out the summary that an annotated copy has, and Tandem's comments."""
        earlier = [each for each in self._body.iter(n.SDT, n.P) if is_summary(each)]
        for each in earlier:
            if (parent := each.getparent()) is not None:
                parent.remove(each)
        if earlier:
            own = [each for each in listed.iterchildren(COMMENT) if each.get(COMMENT_AUTHOR) == AUTHOR]
            unmark(self._body, frozenset(each.get(n.ID, "") for each in own))
            for each in own:
                listed.remove(each)


def _number(element: Element) -> int:
    """A comment's number; one that is none counts as the first."""
    number = element.get(n.ID, "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0
