"""What is near a place on a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checkers.readers.pdf.places import Places, distinct
from checkers.readers.pdf.shapes import Rect

_NUMBERS = st.floats(-50, 900) | st.sampled_from([0.0, 16.0, 1e9, float("inf"), float("-inf"), float("nan")])


@st.composite
def _rects(draw: st.DrawFn) -> Rect:
    x0, y0 = draw(_NUMBERS), draw(_NUMBERS)
    return Rect(x0, y0, x0 + draw(st.floats(0, 300)), y0 + draw(st.floats(0, 300)))


def _touch(one: Rect, other: Rect) -> bool:
    return one.x0 <= other.x1 and other.x0 <= one.x1 and one.y0 <= other.y1 and other.y0 <= one.y1


@given(st.lists(_rects(), max_size=12), _rects())
def test_nothing_that_touches_is_missed(places: list[Rect], asked: Rect) -> None:
    """Whatever the places are; each is given once, in order."""
    found = list(Places(zip(places, range(len(places)), strict=True)).near(asked))
    assert found == sorted(set(found))
    assert {number for number, place in enumerate(places) if _touch(place, asked)} <= set(found)


@given(st.lists(_rects(), max_size=12))
def test_distinct_places_are_those_that_a_look_at_all_would_keep(places: list[Rect]) -> None:
    """The first of those at one place stays."""
    kept: list[Rect] = []
    for place in places:
        if all(not place.overlap(other) >= 0.6 for other in kept):
            kept.append(place)
    assert list(map(repr, distinct(places, 0.6))) == list(map(repr, kept))


def test_a_thing_that_grows_is_found_at_its_new_place() -> None:
    """And still at the old one."""
    places = Places([(Rect(0, 0, 5, 5), "drawing")])
    places.widen(0, Rect(0, 0, 200, 5))
    assert list(places.near(Rect(190, 0, 195, 5))) == ["drawing"]
    assert list(places.near(Rect(1, 1, 2, 2))) == ["drawing"]
    assert list(places.near(Rect(300, 300, 310, 310))) == []
