"""The XML of comments and of the summary, and the marks in the text between which a comment stands."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from checkers.annotate.wording import AUTHOR, Summary
from checkers.readers.word import names as n
from checkers.readers.word.package import Element, parse

COMMENT = f"{n.W}comment"
COMMENT_AUTHOR = f"{n.W}author"
_START, _END, _REFERENCE = (f"{n.W}comment{each}" for each in ("RangeStart", "RangeEnd", "Reference"))
_MARKS = (_START, _END, _REFERENCE)
_BORDER = {"val": "single", "sz": "8", "space": "4", "color": "4472C4"}


def comment(number: int, lines: Sequence[str], day: datetime.date) -> Element:
    """A comment with a paragraph for each line, the first one in bold."""
    element = _element("comment", id=str(number), author=AUTHOR, initials="T", date=f"{day}T12:00:00Z")
    element.extend(_paragraph(line, bold=not at) for at, line in enumerate(lines))
    return element


def summary_block(summary: Summary) -> Element:
    """The summary as a content control, to be deleted in one go: a framed and shaded title, and its lines."""
    block = _element("sdt")
    about, content = _element("sdtPr"), _element("sdtContent")
    about.extend((_element("alias", val="Tandem: delete before you send"), _element("tag", val=n.SUMMARY)))
    content.extend(_framed(_paragraph(line, bold=not at)) for at, line in enumerate((summary.title, *summary.lines)))
    block.extend((about, content))
    return block


def mark(paragraph: Element, words: str, number: int) -> None:
    """Let a comment stand at words of a paragraph: at the runs that hold them, or at all of it if none do."""
    first, last = _stretch(paragraph, words)
    start, end, reference = _element("commentRangeStart", id=str(number)), _element("commentRangeEnd"), _element("r")
    end.set(n.ID, str(number))
    reference.append(_element("commentReference", id=str(number)))
    if first is None or last is None:
        paragraph.extend((start, end, reference))
    else:
        first.addprevious(start)
        last.addnext(end)
        end.addnext(reference)


def unmark(body: Element, numbers: frozenset[str]) -> None:
    """Take the marks of these comments out of the text; what follows them stays."""
    for each in [found for found in body.iter(*_MARKS) if found.get(n.ID) in numbers]:
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)
            run = parent if each.tag == _REFERENCE and not any(child.tag != n.R_PR for child in parent) else None
            if run is not None and (outer := run.getparent()) is not None:
                outer.remove(run)


def _stretch(paragraph: Element, words: str) -> tuple[Element | None, Element | None]:
    """The first and the last child of a paragraph that hold these words; (None, None) for an empty paragraph."""
    children = [each for each in paragraph if each.tag != n.P_PR]
    if not children:
        return None, None
    sought = _bare(words)
    texts = [_bare("".join(_texts(each))) for each in children]
    start = "".join(texts).find(sought) if sought else -1
    if start < 0:
        return children[0], children[-1]
    ends, end = [], 0
    for text in texts:
        end += len(text)
        ends.append(end)
    first = next(at for at, end in enumerate(ends) if end > start)
    last = next(at for at, end in enumerate(ends) if end >= start + len(sought))
    return children[first], children[last]


def _texts(element: Element) -> Iterator[str]:
    """The text of an element's runs, that of text boxes left out."""
    for each in element:
        if each.tag == n.TEXT:
            yield each.text or ""
        elif each.tag != n.TXBX_CONTENT:
            yield from _texts(each)


def _bare(text: str) -> str:
    """Text without its white: the reader has tabs and spaces of its own."""
    return "".join(text.split())


def _framed(paragraph: Element) -> Element:
    borders, shade = _element("pBdr"), _element("shd", val="clear", color="auto", fill="EAF1FB")
    borders.extend(_element(side, **_BORDER) for side in ("top", "left", "bottom", "right"))
    look = _element("pPr")
    look.extend((_element("pStyle", val=n.SUMMARY), borders, shade, _element("spacing", before="0", after="40")))
    paragraph.insert(0, look)
    return paragraph


def _paragraph(words: str, *, bold: bool) -> Element:
    paragraph, run, look, text = (_element(each) for each in ("p", "r", "rPr", "t"))
    look.extend(([_element("b")] if bold else []) + [_element("sz", val="20"), _element("lang", val="en-US")])
    text.text = words
    run.extend((look, text))
    paragraph.append(run)
    return paragraph


def _element(name: str, **attributes: str) -> Element:
    element = parse(f'<w:{name} xmlns:w="{n.W[1:-1]}"/>'.encode())
    for key, value in attributes.items():
        element.set(f"{n.W}{key}", value)
    return element
