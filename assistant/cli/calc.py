"""`tandem calc` lists what can be worked out; `tandem calc NAME FIGURES` does it step by step, with the source."""

from __future__ import annotations

import argparse
import json
import re
import sys
import textwrap
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from assistant.cli.exits import Exit
from assistant.cli.titles import source_titles
from assistant.pieces import WIDTH, Piece, heading, item, lines_of
from checkers.visible import visible_line
from knowledge.calculations import (
    Calculation,
    Impossible,
    coordination_units,
    early_intervening_maximum,
    integrated_share,
    local_effort_offset,
    vendor_funding,
)

_MONEY = re.compile(r"\$?(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(\.\d{1,2})?")
_COUNT = re.compile(r"\d{1,6}")
_ALL = "all"

CALCULATIONS: dict[str, tuple[str, Callable[[argparse.Namespace], Calculation]]] = {
    "coordination-units": (
        "minutes of coordination into half-hour units, with the limits",
        lambda args: coordination_units(args.minutes, claimed=args.claimed, before=args.before, summer=args.summer),
    ),
    "offset": (
        "2010-11: by how much a district could lower its local effort",
        lambda args: local_effort_offset(
            args.this_year, args.last_year, section_619=args.section_619, ceis=None if args.ceis == _ALL else args.ceis
        ),
    ),
    "early-intervening": (
        "2010-11: the 15 percent for early intervening services",
        lambda args: early_intervening_maximum(args.section_611, args.section_619),
    ),
    "integrated-share": (
        "2010-11: the part of a purchase for an integrated class that could be paid",
        lambda args: integrated_share(args.with_disabilities, args.in_class, args.price),
    ),
    "vendor-funding": (
        "2010-11: what a district owed a program, with the one-third rule",
        lambda args: vendor_funding(
            args.allocation, args.count, args.students, related_only=args.related_only, full=args.full
        ),
    ),
}
"""Each calculation's line of help, and how it is worked out from the words of the call."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command, with a parser for each calculation."""
    parser = subparsers.add_parser(
        "calc",
        help="work out units and amounts",
        description="Work out units and amounts step by step, with the source. Without a name: what there is.",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to write it")
    parser.set_defaults(run=run)
    each = parser.add_subparsers(dest="calculation", metavar="NAME")
    parsers = {
        name: each.add_parser(name, help=told, description=f"{told}.") for name, (told, _) in CALCULATIONS.items()
    }
    for one in parsers.values():
        one.add_argument("--format", choices=("text", "json"), default=argparse.SUPPRESS, help="how to write it")
    units = parsers["coordination-units"]
    units.add_argument("minutes", nargs="+", type=count, metavar="MINUTES", help="each period, in minutes")
    units.add_argument("--claimed", type=count, metavar="UNITS", help="units that a claim states, to compare")
    units.add_argument("--before", type=count, default=0, metavar="UNITS", help="units already paid in the period")
    units.add_argument("--summer", action="store_true", help="a summer program, not the school year")
    offset = parsers["offset"]
    offset.add_argument("this_year", type=dollars, metavar="THIS_YEAR", help="the section 611 allocation")
    offset.add_argument("last_year", type=dollars, metavar="LAST_YEAR", help="that of the year before")
    offset.add_argument("--ceis", type=dollars_or_all, default=Fraction(0), metavar="SUM", help="used, or “all”")
    early = parsers["early-intervening"]
    early.add_argument("section_611", type=dollars, metavar="SECTION_611", help="the section 611 allocation")
    for one in (offset, early):
        one.add_argument("--section-619", type=dollars, default=Fraction(0), metavar="SUM", help="that of section 619")
    share = parsers["integrated-share"]
    share.add_argument("with_disabilities", type=count, metavar="WITH", help="students with disabilities")
    share.add_argument("in_class", type=count, metavar="ALL", help="students in the class")
    share.add_argument("--price", type=dollars, metavar="SUM", help="what the purchase costs")
    vendor = parsers["vendor-funding"]
    vendor.add_argument("allocation", type=dollars, metavar="ALLOCATION", help="the district's, under one section")
    vendor.add_argument("count", type=count, metavar="COUNT", help="the district's students with disabilities")
    vendor.add_argument("students", type=count, metavar="STUDENTS", help="in the program, at the full amount")
    vendor.add_argument("--related-only", type=count, default=0, metavar="N", help="with related services only")
    vendor.add_argument("--full", action="store_true", help="a municipality exempt from the one-third rule")


def run(args: argparse.Namespace) -> int:
    """Work it out and write it, or list what there is, and give the exit code."""
    if args.calculation is None:
        if args.format == "json":
            sys.stdout.write(json.dumps({name: told for name, (told, _) in CALCULATIONS.items()}, indent=1) + "\n")
        else:
            sys.stdout.writelines(f"{line}\n" for line in list_lines())
        return Exit.FINE
    try:
        worked = CALCULATIONS[args.calculation][1](args)
    except Impossible as why:
        sys.stderr.write(f"tandem calc: {visible_line(str(why))}\n")
        return Exit.WRONG
    if args.format == "json":
        sys.stdout.write(json.dumps(calculation_object(worked), indent=1, ensure_ascii=False) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in lines_of(calculation_pieces(worked, source_titles())))
    return Exit.FINE


def dollars(text: str) -> Fraction:
    """A sum of money: 450000, 450,000 or $450,000.50."""
    match = _MONEY.fullmatch(text)
    if not match:
        raise argparse.ArgumentTypeError(f"“{visible_line(text)}” is no sum of money such as 450,000")
    return Fraction(match[1].replace(",", "") + (match[2] or ""))


def dollars_or_all(text: str) -> Fraction | str:
    """A sum of money, or the word for as much as may be."""
    return _ALL if text == _ALL else dollars(text)


def count(text: str) -> int:
    """A whole number."""
    if not _COUNT.fullmatch(text) or not text.isascii():
        raise argparse.ArgumentTypeError(f"“{visible_line(text)}” is no whole number")
    return int(text)


def calculation_object(worked: Calculation) -> dict[str, Any]:
    """A calculation as plain values; an exact value is a fraction in words, such as "24250" or "1000/3"."""
    return {
        "title": worked.title,
        "results": {
            each.name: {"what": each.what, "exact": str(each.value), "shown": each.shown} for each in worked.results
        },
        "steps": [{"what": each.what, "arithmetic": each.arithmetic} for each in worked.steps],
        "cautions": list(worked.cautions),
        "citations": [{"source": source, "locator": locator} for source, locator in worked.cites],
    }


def calculation_pieces(worked: Calculation, titles: dict[str, str]) -> Iterator[Piece]:
    """A calculation to be read; `titles` gives a source's title by its id."""
    yield heading(worked.title)
    yield from (item(f"{each.shown}: {each.what}", "- ") for each in worked.results)
    yield from (Piece(), heading("Step by step:"))
    yield from (item(f"{step.what}: {step.arithmetic}", f"{at}. ") for at, step in enumerate(worked.steps, 1))
    yield Piece()
    yield from (Piece(f"Note: {caution}") for caution in worked.cautions)
    yield from (Piece(), heading("Where it stands:"))
    yield from (item(f"{titles.get(source, source)}, {locator}", "- ") for source, locator in worked.cites)


def list_lines() -> Iterator[str]:
    """One line a calculation."""
    longest = max(map(len, CALCULATIONS))
    for name, (told, _) in CALCULATIONS.items():
        text = f"  {name:<{longest}}  {told}"
        yield from textwrap.wrap(text, WIDTH, subsequent_indent=" " * (longest + 4))
    yield from ("", "“tandem calc NAME --help” tells which figures it needs.")
