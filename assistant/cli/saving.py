"""`--save FILE`: an answer as a handout, for `ask` and `topic`."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from assistant.cli.output import Taken, Unwritable
from checkers.visible import visible_line
from knowledge import KnowledgeBase
from knowledge.compose import Answer


def add_saving(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "--save", type=Path, metavar="FILE", help="write it as a one-page handout too: FILE.docx for Word, or FILE.md"
    )
    parser.add_argument("--force", action="store_true", help="with --save: replace a file of that name")


def save_if_asked(base: KnowledgeBase, answer: Answer, args: argparse.Namespace) -> bool:
    """Write the handout where `--save` asks for one, and say where on standard error; False where that failed."""
    if args.save is None:
        if args.force:
            print("tandem: --force goes with --save FILE; there is nothing else to replace.", file=sys.stderr)
        return not args.force
    from assistant.handout import NothingToSave, handout_of  # noqa: PLC0415 - most answers are only read
    from assistant.handout.saving import save  # noqa: PLC0415 - the same

    try:
        save(handout_of(base, answer, datetime.date.today()), args.save, replace=args.force)
    except Taken as taken:
        print(f"tandem: {visible_line(str(taken))}; name another, or add --force to replace it.", file=sys.stderr)
        return False
    except (Unwritable, NothingToSave) as wrong:
        print(f"tandem: {visible_line(str(wrong))}", file=sys.stderr)
        return False
    print(f"Written: {visible_line(str(args.save))}", file=sys.stderr)
    return True
