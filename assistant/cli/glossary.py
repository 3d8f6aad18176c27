"""`tandem glossary`: the field's terms, each explained; `tandem glossary WORD`: one of them."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import asdict

from assistant.cli.answers import text_width
from assistant.cli.exits import Exit
from assistant.wording import term_in_words
from checkers.visible import visible_line
from knowledge import KnowledgeBase, load
from knowledge.glossary import nearest_names, term_named
from knowledge.schema import Term


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its options."""
    parser = subparsers.add_parser(
        "glossary",
        help="explain the field's words",
        description="Explain the words and abbreviations of the field: all of them, or the one that is named.",
    )
    parser.add_argument("word", nargs="*", metavar="WORD", help="a term or an abbreviation, such as SEIT or stay-put")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to write it")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the list, or the term that is named, and give the exit code."""
    base = load()
    asked = " ".join(args.word)
    if not args.word:
        terms = base.glossary
    elif term := term_named(asked, base.glossary):
        terms = (term,)
    else:
        near = nearest_names(asked, base.glossary)
        hint = f"Nearest: {', '.join(near)}." if near else "`tandem glossary` lists the words it explains."
        print(f"tandem: the glossary has no “{visible_line(asked)}”. {hint}", file=sys.stderr)
        return Exit.WRONG
    if args.format == "json":
        objects = [asdict(term) for term in terms]
        print(json.dumps(objects[0] if args.word else objects, indent=1))
        return Exit.FINE
    for line in _explained(base, terms[0]) if args.word else _listed(terms):
        print(line)
    return Exit.FINE


def _listed(terms: tuple[Term, ...]) -> Iterator[str]:
    for term in terms:
        yield from _wrapped(term_in_words(term), "", "    ")
    yield ""
    yield from _wrapped("“tandem glossary WORD” shows where one of them holds, and what to read on.")


def _explained(base: KnowledgeBase, term: Term) -> Iterator[str]:
    """A term with all its names, where it is used, what to read on, and the source."""
    yield from _wrapped(term.name)
    if term.others:
        yield from _wrapped(f"Also: {', '.join(term.others)}", "", "      ")
    yield from ("", *_wrapped(term.explanation))
    if term.places:
        yield from ("", *_wrapped(f"A word of {' and '.join(base.places[place].name for place in term.places)}."))
    yield from ("", "Read on:")
    for topic in map(base.by_id.__getitem__, term.topics):
        yield from _wrapped(f"{topic.question} (tandem topic {topic.id})", "  - ", "    ")
    yield from ("", *_wrapped(f"Where it stands: {base.sources[term.source].title}"))


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    """A text in lines that fit, no word or id broken; `first` and `rest` begin the lines."""
    return textwrap.wrap(
        visible_line(text),
        text_width(),
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
