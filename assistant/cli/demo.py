"""`tandem demo`: the sample documents, all invented: copies them to a folder, checks them, asks a question."""

from __future__ import annotations

import argparse
import shutil
import sys
from importlib.resources import as_file, files
from itertools import chain, count
from pathlib import Path

from assistant.cli import answers, titles
from assistant.cli.exits import Exit
from checkers.check import check_file
from checkers.collect import collect
from checkers.reports.tally import Tally
from checkers.reports.text import TextReport
from checkers.visible import visible_line
from knowledge import load
from knowledge.answer import answer

_NO_SAMPLES = shutil.ignore_patterns("__pycache__", "*.py")
QUESTION = "Who coordinates when a child has speech and OT, and no SEIT?"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its options."""
    parser = subparsers.add_parser(
        "demo",
        help="the sample documents: check them, ask a question",
        description="Copies the sample documents (all invented) to a folder, checks them, and asks a question.",
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, default=Path("tandem-demo"), metavar="FOLDER", help="default: tandem-demo"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Copy, check, ask. The findings are the point of the samples, so they are no error."""
    try:
        with as_file(files("assistant").joinpath("samples")) as samples:
            folder = _unchanged(args.folder, samples)
            shutil.copytree(samples, folder, dirs_exist_ok=True, ignore=_NO_SAMPLES)
    except OSError as failure:
        print(f"tandem: cannot write to {args.folder}: {failure.strerror}. Name another folder.", file=sys.stderr)
        return Exit.WRONG
    name = visible_line(str(folder))
    if folder != args.folder:
        print(f"Samples in {visible_line(str(args.folder))} were changed, so that folder stays as it is.")
    print(f"The sample documents are in the folder {name}. Everybody in them is invented.\n")
    text = TextReport(titles.source_titles(), colour=sys.stdout.isatty())
    tally = Tally()
    for path in collect([folder]):
        report = check_file(path)
        tally.add(report)
        print("\n".join(text.file(report)))
    print("\n".join(text.summary(tally)))
    print(f"\nAnd a question:\n> {QUESTION}\n")
    print("\n".join(answers.as_text(answer(load(), QUESTION))))
    print(f'\nNow try: tandem check {name}, tandem ask "…", or tandem alone for the app.')
    return Exit.FINE


def _unchanged(folder: Path, samples: Path) -> Path:
    """The folder, or the first of folder-2, folder-3 … in which no sample was changed: nobody's work is overwritten."""
    named = folder if folder.name else folder.resolve()
    numbered = (named.with_name(f"{named.name}-{number}") for number in count(2))
    return next(each for each in chain([folder], numbered) if not _is_changed(each, samples))


def _is_changed(folder: Path, samples: Path) -> bool:
    """Whether a sample is there with another content."""
    originals = (path for path in samples.rglob("*") if path.is_file())
    copies = ((path, folder / path.relative_to(samples)) for path in originals)
    return any(copy.exists() and copy.read_bytes() != path.read_bytes() for path, copy in copies)
