"""`tandem topics` and `tandem topic ID`: browse the knowledge base."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from difflib import get_close_matches
from typing import Any

from assistant.cli.answers import as_text, text_width
from assistant.cli.ask import settle_place
from assistant.cli.exits import Exit
from assistant.cli.saving import add_saving, save_if_asked
from assistant.wording import term_in_words
from checkers.reports.wording import counted
from checkers.visible import visible_line
from knowledge import KnowledgeBase, Topic, load
from knowledge.browse import Search, answers, programme_name, search, shelves, subject_of
from knowledge.compose import answer_topic
from knowledge.glossary import terms_of
from knowledge.schema import PROGRAMMES


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add both commands with their options."""
    listing = subparsers.add_parser(
        "topics",
        help="list what the knowledge base answers",
        description="List what the knowledge base answers, by place, program and subject; or what words find in it.",
    )
    listing.add_argument("words", nargs="*", metavar="WORDS", help="words to look for, or their beginnings")
    listing.add_argument("--place", metavar="ID", default="", help="only topics that hold there; an id or a name")
    listing.add_argument("--programme", choices=PROGRAMMES, default="", help="only topics of this program")
    listing.add_argument("--subject", nargs="+", metavar="WORD", default=[], help="only subjects that have these words")
    listing.set_defaults(run=run_topics)
    one = subparsers.add_parser("topic", help="show one topic")
    one.add_argument("id", metavar="ID", help="a topic's id, as `tandem topics` lists them")
    add_saving(one)
    one.set_defaults(run=run_topic)
    for parser in (listing, one):
        parser.add_argument("--format", choices=("text", "json"), default="text", help="how to write it")


def run_topics(args: argparse.Namespace) -> int:
    """List the topics."""
    base = load()
    if not settle_place(args):
        return Exit.WRONG
    words, subject = " ".join(args.words), " ".join(args.subject)
    among = answers(base, place=args.place, programme=args.programme, subject=subject)
    found = search(base, words, among, place=args.place) if words.strip() else Search(among)
    if args.format == "json":
        if found.topics and not found.exact:
            print(f"tandem: no topic has all of “{visible_line(words)}”; these are the nearest.", file=sys.stderr)
        is_all = not (words.strip() or args.programme or subject)
        topics = [topic for topic in base.topics if not args.place or args.place in topic.places]
        print(json.dumps([topic_object(topic) for topic in (topics if is_all else found.topics)], indent=1))
        return Exit.FINE
    for line in _found(base, found, words) if words.strip() else _listed(base, found.topics):
        print(line)
    return Exit.FINE


def run_topic(args: argparse.Namespace) -> int:
    """Show one topic."""
    base = load()
    topic = base.topic(args.id)
    if topic is None:
        named = [each for each in base.by_id if each.endswith(f"/{args.id}")]  # given without its place
        near = named or get_close_matches(args.id, base.by_id, n=3, cutoff=0.3)
        hint = f"Nearest: {', '.join(near)}." if near else "`tandem topics` lists them."
        print(f"tandem: there is no topic “{visible_line(args.id)}”. {hint}", file=sys.stderr)
        return Exit.WRONG
    given = answer_topic(base, topic.question, topic.id)
    if args.format == "json":
        print(json.dumps(topic_object(topic), indent=1))
    else:
        print(topic.question)
        print()
        for line in (*as_text(given), *_words_used(topic)):
            print(line)
    return Exit.FINE if save_if_asked(base, given, args) else Exit.WRONG


def topic_object(topic: Topic) -> Mapping[str, Any]:
    """A topic with all its parts and its terms as JSON has them, without the file it is kept in."""
    fields = asdict(topic)
    del fields["file"]
    fields["terms"] = [{"name": term.name, "explanation": term.explanation} for term in terms_of(topic)]
    return fields


def _words_used(topic: Topic) -> Iterator[str]:
    """The terms of the field that the topic uses, explained."""
    if terms := terms_of(topic):
        yield from ("", "Words used here:")
    for term in terms:
        yield from textwrap.wrap(
            term_in_words(term), text_width(), initial_indent="  - ", subsequent_indent="    ", break_on_hyphens=False
        )


def _listed(base: KnowledgeBase, topics: tuple[Topic, ...]) -> Iterator[str]:
    """The topics under their place, their programme and their subject."""
    if not topics:
        yield "No topic is like that. `tandem topics` lists them all."
        return
    place = ""
    for shelf in shelves(base, topics):
        if shelf.place != place:
            place = shelf.place
            yield f"{base.places[place].name} ({sum(topic.places[0] == place for topic in topics)})"
            yield ""
        yield from _wrapped(f"{programme_name(shelf.programme)}: {shelf.subject} ({len(shelf.topics)})", 1)
        for topic in shelf.topics:
            yield f"  {topic.id}"
            yield from _wrapped(topic.question, 6)
        yield ""
    yield "“tandem topic ID” shows one of them."


def _found(base: KnowledgeBase, found: Search, words: str) -> Iterator[str]:
    """The topics that words find, the best first, each with where it holds."""
    shown = visible_line(words)
    if not found.topics:
        yield f"No topic is like “{shown}”. `tandem topics` lists them all; `tandem ask` takes a whole question."
        return
    number = counted(len(found.topics), "topic")
    yield f"“{shown}”: {number}" if found.exact else f"No topic has all of “{shown}”. The nearest:"
    yield ""
    for topic in found.topics:
        yield f"  {topic.id}"
        yield from _wrapped(topic.question, 6)
        where = base.places[topic.places[0]].name
        yield from _wrapped(f"({where}; {subject_of(topic)})", 6)
    yield ""
    yield "“tandem topic ID” shows one of them."


def _wrapped(text: str, indent: int) -> list[str]:
    return textwrap.wrap(text, text_width(), initial_indent=" " * indent, subsequent_indent=" " * indent)
