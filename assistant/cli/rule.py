"""`tandem rule CODE` explains a rule: what, why, source, a bad and a good example. `tandem rules` lists them all."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from collections.abc import Iterator
from typing import Any

from assistant.cli.titles import source_titles
from assistant.profiles import known_profiles
from checkers.registry import UnknownRule, all_rules, find_rule
from checkers.reports.wording import KINDS, OWNERS
from checkers.rule import Rule
from checkers.visible import visible_line

_WIDTH = 80
_PERSON_LOOKS = "please look"
"""What stands for the severity of a rule that never reports a violation."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add both commands."""
    one = subparsers.add_parser(
        "rule", help="explain a rule", description="Explain a rule, with its source and examples."
    )
    one.add_argument("code", metavar="CODE", help="the rule's code, such as MED001")
    every = subparsers.add_parser("rules", help="list all rules", description="List all rules.")
    every.set_defaults(code=None)
    for parser in (one, every):
        parser.add_argument("--format", choices=("text", "json"), default="text", help="how to write it")
        parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the explanation or the list, and give the exit code."""
    try:
        rules = all_rules() if args.code is None else (find_rule(args.code),)
    except UnknownRule as unknown:
        sys.stderr.write(f"tandem rule: {visible_line(str(unknown))}\n")
        return 2
    if args.format == "json":
        objects = [rule_object(rule) for rule in rules]
        sys.stdout.write(json.dumps(objects if args.code is None else objects[0], indent=1) + "\n")
        return 0
    lines = list_lines(rules) if args.code is None else rule_lines(rules[0], source_titles())
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def rule_object(rule: Rule) -> dict[str, Any]:
    """A rule as plain values."""
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "severity": rule.severity.value if rule.severity else None,
        "owner": rule.owner.value,
        "kinds": sorted(rule.kinds),
        "profiles": [each.id for each in known_profiles().by_id.values() if rule.code in each.rules],
        "explanation": rule.explanation,
        "citations": [{"source": source, "locator": locator} for source, locator in rule.cites],
        "bad": rule.bad,
        "good": rule.good,
    }


def rule_lines(rule: Rule, titles: dict[str, str], width: int = _WIDTH) -> Iterator[str]:
    """The explanation of a rule; `titles` gives a source's title by its id."""
    yield from textwrap.wrap(f"{rule.code}  {rule.name}", width, subsequent_indent=" " * (len(rule.code) + 2))
    kinds = (
        " and ".join(KINDS[kind] for kind in sorted(rule.kinds)) if len(rule.kinds) < len(KINDS) else "every document"
    )
    yield f"{_severity(rule)} · looks at: {kinds}"
    yield f"who can mend it: {OWNERS[rule.owner]}"
    yield ""
    for paragraph in rule.explanation.split("\n\n"):
        yield from textwrap.wrap(paragraph, width)
    if rule.cites:
        yield from ("", "Where it stands:")
        for source, locator in rule.cites:
            yield from textwrap.wrap(
                f"{titles.get(source, source)}, {locator}", width, initial_indent="  - ", subsequent_indent="    "
            )
    for title, example in (("This is found:", rule.bad), ("This passes:", rule.good)):
        yield from ("", title, *(f"  | {line}" for line in example.splitlines()))


def list_lines(rules: tuple[Rule, ...]) -> Iterator[str]:
    """One line a rule, grouped by family."""
    families: dict[str, list[Rule]] = {}
    for rule in rules:
        families.setdefault(rule.family, []).append(rule)
    for family, members in families.items():
        yield family.capitalize()
        for rule in members:
            text = f"  {rule.code}  {_severity(rule):<11}  {rule.name}"
            yield from textwrap.wrap(text, _WIDTH, subsequent_indent=" " * 23)
        yield ""
    yield "“tandem rule CODE” explains one of them."


def _severity(rule: Rule) -> str:
    return rule.severity.value if rule.severity else _PERSON_LOOKS
