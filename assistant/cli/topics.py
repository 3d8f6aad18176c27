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
from assistant.wording import term_in_words
from checkers.visible import visible_line
from knowledge import KnowledgeBase, Topic, load
from knowledge.answer import answer_topic
from knowledge.glossary import terms_of


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add both commands with their options."""
    listing = subparsers.add_parser("topics", help="list what the knowledge base answers")
    listing.add_argument("--place", metavar="ID", default="", help="only topics that hold there; an id or a name")
    listing.set_defaults(run=run_topics)
    one = subparsers.add_parser("topic", help="show one topic")
    one.add_argument("id", metavar="ID", help="a topic's id, as `tandem topics` lists them")
    one.set_defaults(run=run_topic)
    for parser in (listing, one):
        parser.add_argument("--format", choices=("text", "json"), default="text", help="how to write it")


def run_topics(args: argparse.Namespace) -> int:
    """List the topics."""
    base = load()
    if not settle_place(args):
        return Exit.WRONG
    topics = [topic for topic in base.topics if not args.place or args.place in topic.places]
    if args.format == "json":
        print(json.dumps([topic_object(topic) for topic in topics], indent=1))
    else:
        for line in _listed(base, topics):
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
    if args.format == "json":
        print(json.dumps(topic_object(topic), indent=1))
        return Exit.FINE
    print(topic.question)
    print()
    for line in as_text(answer_topic(base, topic.question, topic.id)):
        print(line)
    for line in _words_used(topic):
        print(line)
    return Exit.FINE


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


def _listed(base: KnowledgeBase, topics: list[Topic]) -> Iterator[str]:
    for place in base.places.values():
        mine = [topic for topic in topics if topic.kind == "answer" and topic.places[0] == place.id]
        if mine:
            yield f"{place.name} ({len(mine)})"
            yield from (f"  {topic.id}\n      {topic.question}" for topic in mine)
            yield ""
    yield "“tandem topic ID” shows one of them."
