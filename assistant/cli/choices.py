"""What a user chooses of a check, for every command that checks: the profile, the day, the rules."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Sequence
from dataclasses import replace

from assistant.profiles import choose
from assistant.settings import Unusable
from checkers.check import Options
from checkers.profile import shipped
from checkers.registry import UnknownRule, all_rules, find_rule


class Refused(Exception):
    """The call is wrong; the message says what to do."""


def add_choices(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "--profile",
        metavar="ID|FILE",
        help=f"the rules to go by: {', '.join(shipped())}, one of your own (see `tandem profile list`), "
        "or the .toml file of one (default: that of your configuration, else told from the document)",
    )
    parser.add_argument("--today", metavar="YYYY-MM-DD", help="the day that counts as today")
    parser.add_argument("--select", action="append", default=[], metavar="CODES", help="only these rules: MED001,SIG")
    parser.add_argument("--ignore", action="append", default=[], metavar="CODES", help="all but these rules")


def chosen_options(args: argparse.Namespace) -> Options:
    """What the options say. Raises `Refused` for a day, a profile or a rule that is none."""
    try:
        today = datetime.date.fromisoformat(args.today) if args.today else None
        chosen = choose(args.profile)
        return replace(chosen, today=today, select=_codes(args.select), ignore=_codes(args.ignore))
    except ValueError:
        raise Refused(f"“{args.today}” is no day; write it as year-month-day, such as 2026-03-31.") from None
    except (Unusable, UnknownRule) as unknown:
        raise Refused(str(unknown)) from None


def _codes(given: Sequence[str]) -> frozenset[str]:
    """Rule codes and beginnings of codes, apart by commas or spaces. Raises `UnknownRule` for what begins none."""
    codes = {code.upper() for words in given for code in words.replace(",", " ").split()}
    for code in codes:
        if not any(rule.code.startswith(code) for rule in all_rules()):
            find_rule(code)
    return frozenset(codes)
