"""`tandem doctor`: what is installed, and whether the knowledge base, the rules and the profiles are sound."""

from __future__ import annotations

import argparse
import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from pathlib import Path

from assistant.cli import version
from assistant.cli.exits import Exit
from assistant.profiles import choose, known_profiles
from assistant.settings import Unusable
from checkers.extras import GET_BROWSER, GET_OCR, GET_WATCH, has_browser, has_ocr, has_watch
from checkers.profile import Profiles, load_profile, shipped
from checkers.registry import all_rules
from knowledge import load
from knowledge.checks import NoTextstat, check

_PARTS = (
    "textual",
    "spacy",
    "rapidfuzz",
    "python-docx",
    "tomli",
    "platformdirs",
    "numpy",
    "lxml",
    "pebble",
    "pypdfium2",
    "snowballstemmer",
)


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its options."""
    parser = subparsers.add_parser("doctor", help="say what is installed and whether all is sound")
    parser.add_argument(
        "--sources", type=Path, metavar="FOLDER", help="also hold every figure of an answer against the sources' texts"
    )
    parser.add_argument(
        "--phrasings", action="store_true", help="also list the phrasings that would find another topic than their own"
    )
    parser.add_argument(
        "--reading-level",
        action="store_true",
        help="also hold the answers for families and the glossary to grade 8 (needs textstat, which the tests install)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Say what is there; exit code 2 where something is missing or unsound."""
    print(f"Tandem {version()}, Python {platform.python_version()} on {platform.system()}")
    missing = list(_missing())
    print(f"  ✓ rapidocr {installed('rapidocr')}, for scans" if has_ocr() else f"  – No text recognition. {GET_OCR}")
    print(f"  ✓ watchfiles {installed('watchfiles')}, for --watch" if has_watch() else f"  – No --watch. {GET_WATCH}")
    served = f"  ✓ textual-serve {installed('textual-serve')}, for a browser" if has_browser() else ""
    print(served or f"  – Not in a browser. {GET_BROWSER}")
    rules = all_rules()
    cited = frozenset(source for rule in rules for source, _ in rule.cites)
    problems = _wrong_with_content(args.sources, cited, with_reading_level=args.reading_level)
    topics = "unreadable" if problems and not _loads() else str(len(load().topics))
    for profile in shipped():
        unknown = load_profile(profile).rules - {rule.code for rule in rules}
        problems += [f"The profile {profile} names a rule that is not there: {code}." for code in sorted(unknown)]
    if topics != "unreadable":
        print(_how_meaning_is_known())
    known = known_profiles()
    problems += _wrong_with_own(known)
    own = [profile.id for profile in known.by_id.values() if profile.file]
    print(f"Rules: {len(rules)}. Profiles: {', '.join([*shipped(), *own])}. Topics: {topics}.")
    for line in (*missing, *problems):
        print(f"  ✗ {line}")
    if args.phrasings and topics != "unreadable":
        _tell_lost_phrasings()
    if missing or problems:
        return Exit.WRONG
    print("All is sound.")
    return Exit.FINE


def _tell_lost_phrasings() -> None:
    """Advice for those who write topics: which phrasings, left out in turn, lead to another topic."""
    from knowledge.find.losing import lost_phrasings  # noqa: PLC0415 - the finder takes its time to load

    print(
        "Phrasings that lead to another topic when they are left out, the clearest first (tandem ask --why tells more):"
    )
    lost = sorted(lost_phrasings(load()), key=lambda each: (-each.ahead, each.topic.id, each.phrasing))
    for each in lost:
        print(f"  {each.topic.id}: “{each.phrasing}” finds {each.winner.id}")
    print(f"{len(lost)} of them." if lost else "None.")


def _how_meaning_is_known() -> str:
    """Whether the sentence encoder is there, and the index made beforehand."""
    from knowledge.find.prepared import prepared  # noqa: PLC0415

    made = prepared(load())
    if made.encoder is None:
        return "  – No sentence encoder: questions are understood by their words alone."
    if made.meanings is None:
        return "  – The sentence encoder waits for its index: python -m knowledge.build makes it."
    return f"  ✓ sentence encoder {made.encoder.digest}"


def _wrong_with_content(sources: Path | None, cited: frozenset[str], *, with_reading_level: bool) -> list[str]:
    """What is wrong with the knowledge base; that its reading level cannot be reckoned, where it is asked for."""
    try:
        found = check(sources=sources, cited_elsewhere=cited, with_reading_level=with_reading_level)
    except NoTextstat as missing:
        return [str(missing), *_wrong_with_content(sources, cited, with_reading_level=False)]
    return [str(problem) for problem in found]


def _wrong_with_own(known: Profiles) -> list[str]:
    """What is wrong with the user's own profiles and configuration, each once."""
    wrong = list(known.broken.values())
    try:
        choose(None)
    except Unusable as unusable:
        wrong.append(str(unusable))
    return list(dict.fromkeys(wrong))


def _loads() -> bool:
    """Whether the knowledge base can be read at all."""
    try:
        load()
    except (KeyError, TypeError, ValueError, AttributeError):
        return False
    return True


def _missing() -> Iterator[str]:
    for part in _PARTS:
        try:
            print(f"  ✓ {part} {installed(part)}")
        except PackageNotFoundError:
            yield f"{part} is not installed: run the set-up command of the README again."
