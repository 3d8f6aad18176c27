"""The sources' own examples come out exactly, and what must hold for any figures does."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import load
from knowledge.calculations import (
    Calculation,
    Impossible,
    coordination_units,
    early_intervening_maximum,
    integrated_share,
    local_effort_offset,
    money,
    vendor_funding,
)

SUMS = st.integers(0, 10**12).map(lambda cents: Fraction(cents, 100))
COUNTS = st.integers(0, 500)
THIS_YEAR, LAST_YEAR, SECTION_619 = Fraction(450_000), Fraction(250_000), Fraction(55_000)


def arithmetic(worked: Calculation) -> list[str]:
    """The steps as they are shown."""
    return [step.arithmetic for step in worked.steps]


# --- the memorandum's examples and worksheets ----------------------------------------------------------------------


def test_example_1() -> None:
    """A rise of $200,000 lets local effort fall by half of it (columns A to D of Attachment A)."""
    worked = local_effort_offset(THIS_YEAR, LAST_YEAR)
    assert [worked.result(name) for name in ("rise", "most", "offset")] == [200_000, 100_000, 100_000]
    assert "$450,000 − $250,000 = $200,000" in arithmetic(worked)
    assert "$200,000 × 0.5 = $100,000" in arithmetic(worked)


def test_examples_2_and_3() -> None:
    """The full 15 percent of both sections leaves $24,250."""
    worked = local_effort_offset(THIS_YEAR, LAST_YEAR, section_619=SECTION_619, ceis=None)
    assert [worked.result(name) for name in ("ceis", "offset")] == [75_750, 24_250]
    assert arithmetic(worked)[-1] == "$100,000 − $75,750 = $24,250"


def test_the_fifteen_percent_of_the_worksheets() -> None:
    """Column F of Attachment A, column B of B, and both together as in Example 3."""
    worked = early_intervening_maximum(THIS_YEAR, SECTION_619)
    assert [worked.result(name) for name in ("section_611", "section_619", "together")] == [67_500, 8_250, 75_750]
    assert arithmetic(worked) == [
        "$450,000 × 0.15 = $67,500",
        "$55,000 × 0.15 = $8,250",
        "$67,500 + $8,250 = $75,750",
    ]


def test_five_of_twenty_are_a_quarter() -> None:
    """The example of the integrated class."""
    worked = integrated_share(5, 20, Fraction(400))
    assert worked.results[0].shown == "25%"
    assert worked.result("payable") == 100
    assert integrated_share(1, 3).results[0].shown == "about 33.33%"


def test_a_third_for_related_services_only() -> None:
    """And all of it for a municipality that is exempt."""
    worked = vendor_funding(Fraction(10_000), 3, 1, related_only=2)
    assert worked.result("together") == Fraction(10_000, 3) * Fraction(5, 3)
    assert arithmetic(worked)[-1] == "$3,333.33 + $2,222.22 ≈ $5,555.56"
    assert vendor_funding(Fraction(10_000), 3, 1, related_only=2, full=True).result("together") == 10_000


@pytest.mark.parametrize(
    ("minutes", "more", "payable", "over", "too_many"),
    [
        ([35, 20], {"claimed": 2}, 1, 25, 1),
        ([12, 18], {"claimed": 1}, 1, 0, 0),
        ([29], {"claimed": 0}, 0, 29, 0),
        ([330], {"claimed": 11}, 10, 0, 1),
        ([90], {"claimed": 3, "summer": True}, 2, 0, 1),
        ([60], {"claimed": 2, "before": 9}, 1, 0, 1),
        ([60], {"claimed": 2, "before": 12}, 0, 0, 2),
    ],
)
def test_units_of_coordination(
    minutes: list[int], more: dict[str, int], payable: int, over: int, too_many: int
) -> None:
    """Half hours of minutes put together, ten in a school year and two in a summer, less those paid before."""
    worked = coordination_units(minutes, **more)  # type: ignore[arg-type]  # figures and a yes or no
    assert [worked.result(name) for name in ("payable", "minutes_over", "too_many")] == [payable, over, too_many]


@pytest.mark.parametrize(
    ("sum_of", "shown"),
    [(Fraction(5, 1000), "$0.01"), (Fraction(49, 10_000), "$0"), (Fraction(1_234_567, 1), "$1,234,567"),
     (Fraction(1, 2), "$0.50"), (Fraction(10**40), f"${10**40:,}")],
)  # fmt: skip
def test_how_a_sum_is_shown(sum_of: Fraction, shown: str) -> None:
    """Cents only where there are some, half a cent up, however large."""
    assert money(sum_of) == shown


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: coordination_units([]), "no minutes"),
        (lambda: coordination_units([30, -1]), "minutes cannot be below zero"),
        (lambda: coordination_units([30], before=-1), "units paid before cannot"),
        (lambda: local_effort_offset(THIS_YEAR, Fraction(-1)), "allocations cannot"),
        (lambda: local_effort_offset(THIS_YEAR, LAST_YEAR, ceis=Fraction(67_501)), "no more than|more than $67,500"),
        (lambda: early_intervening_maximum(Fraction(-1)), "allocations cannot"),
        (lambda: integrated_share(0, 0), "at least one student"),
        (lambda: integrated_share(3, 2), "no more with disabilities"),
        (lambda: vendor_funding(Fraction(1), 0, 0), "at least one student"),
        (lambda: vendor_funding(Fraction(1), 2, 1, related_only=2), "no fewer than are in the program"),
    ],
)
def test_figures_that_cannot_be_are_said(call: object, words: str) -> None:
    """In a sentence, not with a wrong result."""
    assert callable(call)
    with pytest.raises(Impossible) as why:
        call()
    assert any(each in str(why.value) for each in words.split("|"))


EXAMPLES = [
    ("ny/funding-offset-example-1", local_effort_offset(THIS_YEAR, LAST_YEAR), ("rise", "most", "offset")),
    ("ny/funding-offset-example-2", early_intervening_maximum(THIS_YEAR, SECTION_619), ("section_611", "section_619")),
    (
        "ny/funding-offset-example-3",
        local_effort_offset(THIS_YEAR, LAST_YEAR, section_619=SECTION_619, ceis=None),
        ("ceis", "offset"),
    ),
    ("ny/funding-worksheet-a", local_effort_offset(THIS_YEAR, LAST_YEAR), ("rise", "most")),
    ("ny/funding-worksheet-d", early_intervening_maximum(THIS_YEAR, SECTION_619), ("section_619",)),
    ("ny/funding-integrated-share", integrated_share(5, 20), ("share",)),
]


@pytest.mark.parametrize(("topic", "worked", "names"), EXAMPLES, ids=[example[0] for example in EXAMPLES])
def test_the_answers_give_the_same_figures(topic: str, worked: Calculation, names: tuple[str, ...]) -> None:
    """What the topics on the examples say is what is worked out here."""
    told = load().by_id[topic]
    shown = {each.name: each.shown for each in worked.results}
    assert all(shown[name] in f"{told.short} {told.more}" for name in names)


# --- what holds for any figures ------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 600), min_size=1, max_size=40), st.integers(0, 15), st.booleans())
def test_no_minute_is_lost_and_no_limit_passed(minutes: list[int], before: int, summer: bool) -> None:
    """Whole units and the minutes over are all the minutes; order does not matter."""
    worked = coordination_units(minutes, before=before, summer=summer)
    assert worked.result("units") * 30 + worked.result("minutes_over") == sum(minutes)
    assert 0 <= worked.result("payable") <= min(worked.result("units"), 2 if summer else 10)
    assert worked.results == coordination_units(minutes[::-1], before=before, summer=summer).results


@given(SUMS, SUMS, SUMS)
def test_the_offset_never_passes_half_the_rise(this_year: Fraction, last_year: Fraction, section_619: Fraction) -> None:
    """Nor falls below nothing; what early intervening services use comes off it."""
    without = local_effort_offset(this_year, last_year, section_619=section_619)
    used = local_effort_offset(this_year, last_year, section_619=section_619, ceis=None)
    assert without.result("offset") == max(Fraction(0), this_year - last_year) / 2
    assert used.result("offset") == max(Fraction(0), without.result("offset") - used.result("ceis"))
    assert used.result("ceis") == early_intervening_maximum(this_year, section_619).result("together")


@given(SUMS, st.integers(1, 500), COUNTS, COUNTS)
def test_the_programs_never_get_more_than_there_is(sum_of: Fraction, count: int, some: int, others: int) -> None:
    """And children with related services only bring a third of what they would bring."""
    if some + others > count:
        with pytest.raises(Impossible):
            vendor_funding(sum_of, count, some, related_only=others)
        return
    worked = vendor_funding(sum_of, count, some, related_only=others)
    assert worked.result("together") <= sum_of
    assert worked.result("related_only") * 3 == vendor_funding(sum_of, count, others).result("full")


@given(st.integers(1, 500), COUNTS, SUMS)
def test_the_share_of_a_class_is_between_nothing_and_all(in_class: int, some: int, price: Fraction) -> None:
    """Of the price likewise."""
    with_disabilities = min(some, in_class)
    worked = integrated_share(with_disabilities, in_class, price)
    assert worked.result("payable") * in_class == price * with_disabilities


def test_every_calculation_names_a_source_that_is_there() -> None:
    """With a place in it, and says what to beware of."""
    for worked in (
        coordination_units([30]),
        local_effort_offset(THIS_YEAR, LAST_YEAR),
        early_intervening_maximum(THIS_YEAR),
        integrated_share(5, 20),
        vendor_funding(THIS_YEAR, 10, 1),
    ):
        assert worked.cautions
        assert worked.cites
        assert all(source in load().sources and locator for source, locator in worked.cites)
