"""Text that is laid out once its width is known: hanging indents, and names that are cut in the middle.

`Lines` is a way of laying something out: it takes a width and gives lines. Small ways are put together to larger ones,
`marked` changes the texts within them, and `Laid` shows them in any widget.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

Lines = Callable[[int], list[Content]]

_NARROWEST = 4
"""In columns: less room than this is taken as this, so that long signs cannot use it up."""


@dataclass(frozen=True, slots=True)
class _Flowing:
    text: Content

    def __call__(self, width: int) -> list[Content]:
        return self.text.wrap(max(width, _NARROWEST))


@dataclass(frozen=True, slots=True)
class _Hung:
    sign: Content
    body: Lines

    def __call__(self, width: int) -> list[Content]:
        indent = self.sign.cell_length
        first, *rest = self.body(max(width - indent, _NARROWEST)) or [Content("")]
        return [self.sign + first, *(line.pad_left(indent) for line in rest)]


@dataclass(frozen=True, slots=True)
class _Stacked:
    parts: tuple[Lines, ...]

    def __call__(self, width: int) -> list[Content]:
        return [line for part in self.parts for line in part(width)]


def flowing(text: Content) -> Lines:
    """Text that goes on in the next line at a space."""
    return _Flowing(text)


def hung(sign: Content, body: Lines) -> Lines:
    """A sign, with all lines of the body beside it: none falls back under the sign."""
    return _Hung(sign, body)


def stacked(*parts: Lines) -> Lines:
    """Parts one below another."""
    return _Stacked(parts)


def marked(lines: Lines, mark: Callable[[Content], Content]) -> Lines:
    """The same with each of its texts as `mark` gives it back, in their order."""
    match lines:
        case _Flowing(text):
            return _Flowing(mark(text))
        case _Hung(sign, body):
            return _Hung(sign, marked(body, mark))
        case _Stacked(parts):
            return _Stacked(tuple(marked(part, mark) for part in parts))
        case _:
            return lines


def cut_in_the_middle(name: str, width: int, *, ending: int) -> str:
    """A name that fits the width, with a sign for what was taken out; its last `ending` characters stay if they can."""
    if cell_len(name) <= width:
        return name
    last = name[-ending:] if 0 < ending <= width - 2 else ""
    first = name
    while first and cell_len(f"{first}…{last}") > width:
        first = first[:-1]
    return f"{first}…{last}"


class Laid(Visual):
    """Shows what a way of laying out gives for the width there is."""

    def __init__(self, lines: Lines) -> None:
        self._lay = lines
        self._known: tuple[int, list[Content]] = (-1, [])

    def lines(self, width: int) -> list[Content]:
        """The lines for a width."""
        if self._known[0] != width:
            self._known = (width, self._lay(width))
        return self._known[1]

    def render_strips(
        self,
        width: int,
        height: int | None,
        style: Style,
        options: RenderOptions,  # noqa: ARG002 - Textual's
    ) -> list[Strip]:
        """The lines for that width."""
        return [Strip(line.render_segments(style), line.cell_length) for line in self.lines(width)[:height]]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002 - Textual's
        """The widest line where there is all the room of the container."""
        return max((line.cell_length for line in self.lines(container_width)), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002 - Textual's
        """How many lines there are."""
        return len(self.lines(width))
