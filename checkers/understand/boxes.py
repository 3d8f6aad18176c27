"""Checkboxes: where they are, whether they are ticked, and which words belong to them.

A box is an object a reader marked, a box character, or a box drawn with typewriter characters. Its label is bound by
place: the words to its right up to the next box; to its left where the line begins with the words and ends with the
box; else the neighbour cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checkers.document import Checkbox
from checkers.layout import BOX_EMPTY, BOX_TICKED, BOX_UNCLEAR, Block, Cell, Emphasis, Line, Mark, MarkKind, Row, Table
from checkers.outcome import Spot
from checkers.understand.choices import Option, choices_in
from checkers.understand.grids import cell_text, grid_of
from checkers.words import plain

_TICKED = "☑☒✅■◼●✓✔✗✘🗹🗵⮽√" + BOX_TICKED
_EMPTY = "☐□⬜▢❏❑❒◻○◯¨" + BOX_EMPTY
_UNCLEAR = BOX_UNCLEAR
_GLYPHS = re.compile(f"[{_EMPTY}](?:\\s?[{_TICKED}])|[{_EMPTY}]\\s?[xX](?![A-Za-z])|[{_TICKED}{_EMPTY}{_UNCLEAR}]")
_ASCII = re.compile(
    r"\[\s*(?P<square>[xX✓✔√*]?)\s*\]|(?<!\w)\(\s*(?P<round>[xX✓✔√*]?)\s*\)|(?<![\w_])_{1,4}(?P<rule>[xX✓✔√])_{1,4}(?![\w_])"
)
_RULE_BEFORE_WORD = re.compile(r"(?:^|(?<=\s))_{2,5}(?=\s?[A-Za-z])")
_ANSWERS = frozenset({"yes", "no", "y", "n"})
"""Words that mean nothing without their question, which is made part of the label."""
_BULLETS = "●■◼"
_GAP = re.compile(r"\t| {3,}")


@dataclass(frozen=True, slots=True)
class _Box:
    start: int
    end: int
    checked: bool | None
    how: str
    words: str = ""
    """The option that it stands for, where it was told by emphasis and is no box."""


def find_boxes(blocks: Sequence[Block]) -> Iterator[Checkbox]:
    """All checkboxes of the blocks in reading order, with `order` counted from the first line."""
    yield from _in_blocks(blocks, 0)


def _in_blocks(blocks: Sequence[Block], order: int) -> Iterator[Checkbox]:
    for block in blocks:
        if isinstance(block, Line):
            yield from _in_line(block, order)
            order += 1
        else:
            yield from _in_table(block, order)
            order += sum(len(cell.lines) for row in block.rows for cell in row.cells)


def _in_table(table: Table, order: int) -> Iterator[Checkbox]:
    grid = grid_of(table, {})
    for index, row in enumerate(table.rows):
        texts = [" ".join(line.text.strip() for line in cell.lines).strip() for cell in row.cells]
        chosen = _choices_in_cells(row)
        for position, cell in enumerate(row.cells):
            if option := chosen.get(position):
                question = _words(texts[min(chosen) - 1]) if min(chosen) else ""
                label = f"{question}: {option.words}" if question else option.words
                spot = Spot(cell.lines[0].place, texts[position])
                yield Checkbox(label, option.checked, spot, order, option.how, option=True)
            head = grid.head_over(index, cell)
            for box in _in_blocks(cell.blocks, order):
                question = _words(cell_text(head)) if head else _own(cell) or _neighbour(texts, position)
                if not box.label:
                    yield replace(box, label=question)
                elif plain(box.label) in _ANSWERS and (head or position):
                    yield replace(box, label=f"{question if head else _words(texts[position - 1])}: {box.label}")
                else:
                    yield box
            order += len(cell.lines)


def _choices_in_cells(row: Row) -> dict[int, Option]:
    """The options, each the whole content of a cell and its neighbours' alternative, of which one is chosen."""
    text, emphasis, starts = "", list[Emphasis](), list[int]()
    for cell in row.cells:
        lines = cell.lines
        starts.append(len(text))
        if len(lines) == 1 and len(lines[0].text) <= _LONGEST_OPTION:
            at = len(text)
            emphasis += [Emphasis(at + each.start, at + each.end, each.how) for each in lines[0].emphasis]
            text += lines[0].text
        text += "\t"
    found: dict[int, Option] = {}
    for option in choices_in(text, emphasis):
        at = max(index for index, start in enumerate(starts) if start <= option.start)
        cell_ends = starts[at + 1] if at + 1 < len(starts) else len(text)
        if text[starts[at] : cell_ends].strip() == text[option.start : option.end]:
            found[at] = option
    return found if len(found) > 1 else {}


_LONGEST_OPTION = 80


def _own(cell: Cell) -> str:
    """The words over or under a box in its own cell."""
    return _words(" ".join(line.text for line in cell.lines if not boxes_of(line)))


def _neighbour(texts: list[str], position: int) -> str:
    """The label of a box alone in its cell: the cell to the right, else the one to the left."""
    right = texts[position + 1] if position + 1 < len(texts) else ""
    left = texts[position - 1] if position else ""
    return _words(right if right and not boxes_in(right) else left)


def _in_line(line: Line, order: int) -> Iterator[Checkbox]:
    boxes = boxes_of(line)
    if not boxes:
        return
    spot = Spot(line.place, line.text.strip())
    before = _words(line.text[: boxes[0].start])
    leading = bool(before)
    behind = _words(line.text[boxes[-1].end :])
    for index, box in enumerate(boxes):
        end = boxes[index + 1].start if index + 1 < len(boxes) else len(line.text)
        label = box.words or _words(_GAP.split(line.text[box.end : end].strip())[0])
        if leading and not behind and not box.words:  # "Yes [ ]  No [ ]": the words stand before their boxes
            label = _words(line.text[boxes[index - 1].end if index else 0 : box.start])
        elif leading and index == 0 and not label:
            label = before
        elif leading and plain(label) in _ANSWERS:
            label = f"{before}: {label}"
        yield Checkbox(label, box.checked, spot, order, box.how, option=bool(box.words))


def boxes_of(line: Line) -> list[_Box]:
    """The boxes of one line from left to right."""
    return boxes_in(line.text, line.marks, line.emphasis)


def boxes_in(text: str, marks: Sequence[Mark] = (), emphasis: Sequence[Emphasis] = ()) -> list[_Box]:
    """The boxes of a text from left to right: those a reader marked, box characters, typewriter boxes.

    Options of which one is chosen by emphasis are boxes too, if without a sign.
    """
    boxes = [_Box(mark.start, mark.end, mark.checked, mark.how) for mark in marks if mark.kind is MarkKind.CHECKBOX]
    taken = {position for box in boxes for position in range(box.start, box.end)}
    for match in _GLYPHS.finditer(text):
        if match.start() not in taken and not _is_bullet(text, match):
            boxes.append(_Box(*match.span(), _glyph_state(match.group()), "box character"))
            taken.update(range(*match.span()))
    for match in _ASCII.finditer(text):
        if match.start() not in taken and not _is_code(text, match):
            boxes.append(_Box(*match.span(), bool(match["square"] or match["round"] or match["rule"]), "typed box"))
            taken.update(range(*match.span()))
    if any(box.how == "typed box" for box in boxes):
        boxes.extend(
            _Box(*match.span(), False, "typed box")
            for match in _RULE_BEFORE_WORD.finditer(text)
            if match.start() not in taken
        )
    boxes.extend(_Box(each.start, each.end, each.checked, each.how, each.words) for each in choices_in(text, emphasis))
    return sorted(boxes, key=lambda box: box.start)


def _glyph_state(glyphs: str) -> bool | None:
    if glyphs == _UNCLEAR:
        return None
    return len(glyphs) > 1 or glyphs in _TICKED


def _is_code(text: str, match: re.Match[str]) -> bool:
    """Round brackets at the end of a line of codes ("Present (P)  Absent (X)") are one of these and no box."""
    return match["round"] is not None and not text[match.end() :].strip() and bool(_CODE.search(text))


_CODE = re.compile(r"\(\s*[A-WYZa-wyz]{1,2}\s*\)|=")


def _is_bullet(text: str, match: re.Match[str]) -> bool:
    """A filled dot or square at the beginning of a line of text, with no empty twin on the line, is a list's bullet."""
    return (
        match.group() in _BULLETS and not text[: match.start()].strip() and not any(glyph in text for glyph in _EMPTY)
    )


def _words(text: str) -> str:
    """The words of a label without what frames them; "" where only signs stand there."""
    words = " ".join(text.replace("_", " ").split()).strip(" :,;|-–")
    return words if any(map(str.isalnum, words)) else ""
