"""Drawn lines: which of them make tables, which make boxes to tick, and which are rules to write on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from checkers.readers.pdf.paths import is_box_sized
from checkers.readers.pdf.places import Places
from checkers.readers.pdf.shapes import Piece, Rect

_NEAR = 3.0
"""How far apart, in points, two lines may be and still touch."""
_CORNER = 1.0
"""How far from each other the lines of a small square may end."""
_MOST_LINES = 3_000
_MOST_CELLS = 40_000
_SHORTEST_RULE = 18.0
_SEPARATOR = 0.7
"""The share of the page's width from which a rule parts sections and is not meant to be written on."""
_POINTS_PER_UNDERSCORE = 6.0


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a ruled table: the row and column where it begins (from 0), how many columns it spans, its place."""

    row: int
    column: int
    width: int
    place: Rect


@dataclass(frozen=True, slots=True)
class RuledGrid:
    """A ruled table: its place, the lines between its columns, and its cells from the upper left, row by row."""

    place: Rect
    columns: tuple[float, ...]
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Rulings:
    """What the lines of a page make: tables, small squares that stand alone, and level lines that are part of none."""

    grids: list[RuledGrid] = field(default_factory=list)
    squares: list[Rect] = field(default_factory=list)
    loose: list[Rect] = field(default_factory=list)


def rulings(strokes: Sequence[Rect]) -> Rulings:
    """Sort the level and upright lines of a page by what they make."""
    level = _merged((each for each in strokes if each.height <= each.width), upright=False)
    upright = _merged((each for each in strokes if each.height > each.width), upright=True)
    found = Rulings()
    if len(level) + len(upright) > _MOST_LINES:
        return found
    for across, down in _touching(level, upright):
        if not down:
            found.loose.extend(across)
        elif square := _square(across, down):
            found.squares.append(square)
        elif grid := _grid(across, down):
            found.grids.append(grid)
    found.grids.sort(key=lambda grid: (grid.place.y0, grid.place.x0))
    return found


def _square(across: Sequence[Rect], down: Sequence[Rect]) -> Rect | None:
    """The box to tick that two level and two upright lines make, which no other line touches."""
    if (len(across), len(down)) != (2, 2):
        return None
    place = across[0].around(across[1])
    sides = down[0].around(down[1])
    same = all(
        abs(one - other) <= _CORNER
        for one, other in zip(
            (place.x0, place.y0, place.x1, place.y1), (sides.x0, sides.y0, sides.x1, sides.y1), strict=True
        )
    )
    return place if same and is_box_sized(place) else None


def _merged(lines: Iterable[Rect], *, upright: bool) -> list[Rect]:
    """Lines drawn in pieces, or twice, as one."""
    flip = _flipped if upright else _same
    waiting = sorted(map(flip, lines), key=lambda each: (round(each.y0), each.x0))
    done: list[Rect] = []
    for line in waiting:
        for index in range(len(done) - 1, max(-1, len(done) - 40), -1):
            last = done[index]
            if abs(last.y0 - line.y0) <= 1.5 and line.x0 <= last.x1 + _NEAR and last.x0 <= line.x1 + _NEAR:
                done[index] = Rect(min(last.x0, line.x0), last.y0, max(last.x1, line.x1), last.y0)
                break
        else:
            done.append(Rect(line.x0, line.y0, line.x1, line.y0))
    return [flip(each) for each in done]


def _same(line: Rect) -> Rect:
    return line


def _flipped(line: Rect) -> Rect:
    return Rect(line.y0, line.x0, line.y1, line.x1)


def _touching(level: Sequence[Rect], upright: Sequence[Rect]) -> list[tuple[list[Rect], list[Rect]]]:
    """Groups of lines that touch one another."""
    group = list(range(len(level) + len(upright)))

    def top(number: int) -> int:
        while group[number] != number:
            group[number] = group[group[number]]
            number = group[number]
        return number

    for index, across in enumerate(level):
        for other, down in enumerate(upright, start=len(level)):
            meets = (
                down.y0 - _NEAR <= across.y0 <= down.y1 + _NEAR and across.x0 - _NEAR <= down.x0 <= across.x1 + _NEAR
            )
            if meets:
                group[top(index)] = top(other)
    found: dict[int, tuple[list[Rect], list[Rect]]] = {}
    for number, line in enumerate((*level, *upright)):
        pair = found.setdefault(top(number), ([], []))
        pair[number >= len(level)].append(line)
    return list(found.values())


def _grid(across: Sequence[Rect], down: Sequence[Rect]) -> RuledGrid | None:
    """The table that touching lines make, None where they make but a frame or a single column."""
    place = across[0] if across else down[0]
    for line in (*across, *down):
        place = place.around(line)
    columns = _distinct([place.x0, *(line.x0 for line in down), place.x1])
    rows = _distinct([place.y0, *(line.y0 for line in across), place.y1])
    if len(columns) < 3 or len(rows) < 2 or len(columns) * len(rows) > _MOST_CELLS:
        return None
    owner = {(row, column): (row, column) for row in range(len(rows) - 1) for column in range(len(columns) - 1)}

    def own(cell: tuple[int, int]) -> tuple[int, int]:
        while owner[cell] != cell:
            owner[cell] = owner[owner[cell]]
            cell = owner[cell]
        return cell

    upright = [[(line.y0, line.y1) for line in down if abs(line.x0 - at) <= _NEAR] for at in columns]
    level = [[(line.x0, line.x1) for line in across if abs(line.y0 - at) <= _NEAR] for at in rows]
    for row, column in sorted(owner):
        x, y = (columns[column] + columns[column + 1]) / 2, (rows[row] + rows[row + 1]) / 2
        if column + 2 < len(columns) and not _crosses(upright[column + 1], y):
            _join(owner, own((row, column)), own((row, column + 1)))
        if row + 2 < len(rows) and not _crosses(level[row + 1], x):
            _join(owner, own((row, column)), own((row + 1, column)))
    spans: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for cell in sorted(owner):
        spans.setdefault(own(cell), []).append(cell)
    cells = [_cell(members, rows, columns) for _, members in sorted(spans.items())]
    if len({cell.column for cell in cells}) < 2:
        return None
    return RuledGrid(place, tuple(columns), tuple(cells))


def _join(owner: dict[tuple[int, int], tuple[int, int]], one: tuple[int, int], other: tuple[int, int]) -> None:
    first, second = sorted((one, other))
    owner[second] = first


def _cell(members: Sequence[tuple[int, int]], rows: Sequence[float], columns: Sequence[float]) -> GridCell:
    first_row, first_column = min(row for row, _ in members), min(column for _, column in members)
    last_row, last_column = max(row for row, _ in members), max(column for _, column in members)
    place = Rect(columns[first_column], rows[first_row], columns[last_column + 1], rows[last_row + 1])
    return GridCell(first_row, first_column, last_column - first_column + 1, place)


def _crosses(lines: Sequence[tuple[float, float]], at: float) -> bool:
    """Whether one of the lines between two columns or rows reaches as far as a place."""
    return any(start - 1 <= at <= end + 1 for start, end in lines)


def _distinct(values: Sequence[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


# --- rules to write on ---------------------------------------------------------------------------------------------


def with_rules(pieces: Sequence[Piece], rules: Iterable[Rect], page_width: float) -> list[Piece]:
    """The pieces with each rule to write on as underscores: around what is written on it, or alone.

    A rule that only underlines words, or parts two sections, is left out.
    """
    done = list(pieces)
    rules = [rule for rule in rules if _SHORTEST_RULE <= rule.width <= _SEPARATOR * page_width]
    near = Places((_foot(piece.place), piece) for piece in pieces if rules)
    for rule in rules:
        level = [piece for piece in near.near(Rect(0.0, rule.y0, 0.0, rule.y0)) if _stands_on(piece, rule)]
        on_it = [piece for piece in level if rule.x0 - 2 <= piece.place.centre[0] <= rule.x1 + 2]
        if on_it:
            done += _around(on_it, rule)
        else:
            height = level[0].place if level else Rect(0, rule.y0 - 11, 0, rule.y0 + 2)
            count = max(4, int(rule.width / _POINTS_PER_UNDERSCORE))
            done.append(Piece("_" * count, Rect(rule.x0, height.y0, rule.x1, height.y1)))
    return done


def _foot(place: Rect) -> Rect:
    """From where to where, in height alone, a rule lies on which something stands."""
    return Rect(0.0, place.y1 - 0.6 * place.height, 0.0, place.y1 + 5)


def _stands_on(piece: Piece, rule: Rect) -> bool:
    foot = _foot(piece.place)
    return foot.y0 <= rule.y0 <= foot.y1


def _around(on_it: Sequence[Piece], rule: Rect) -> list[Piece]:
    """Underscores before and behind what stands on a rule; none where the rule is no longer than the words."""
    first = min(on_it, key=lambda piece: piece.place.x0).place
    last = max(on_it, key=lambda piece: piece.place.x1).place
    if rule.x0 > first.x0 - 4 and rule.x1 < last.x1 + 4:
        return []
    before = Rect(min(rule.x0, first.x0) - 0.1, first.y0, first.x0 - 0.1, first.y1)
    behind = Rect(last.x1, last.y0, max(rule.x1, last.x1), last.y1)
    return [Piece("__", before), Piece("__", behind)]
