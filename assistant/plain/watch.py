"""Checking again whatever is saved, until Ctrl+C."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from assistant.plain.asked import one_path
from assistant.plain.checks import check_in_lines
from assistant.plain.session import Session
from assistant.verdicts import mended, state_of
from assistant.waivers import check_with_waivers
from assistant.watching import Gone, rechecked, saved
from checkers.extras import GET_WATCH, has_watch


def watch_folder(session: Session) -> None:
    """Ask for a folder, check it, and say of each document that is saved what has become of it.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    console = session.console
    if console.echo:
        console.say("It goes on until Ctrl+C, so it needs a terminal. “tandem check --watch” does the same.")
        return
    if not has_watch():
        console.say(f"Something is not installed yet that this needs. {GET_WATCH}")
        return
    path = one_path(console, "The folder to watch:")
    since = time.time()
    latest = {each: session.reports[each] for each in check_in_lines(session, [path])}
    check = partial(check_with_waivers, options=session.options)
    console.say(f"Watching {path}. Save a document, and it is checked again. Ctrl+C ends that.")
    try:
        for found in rechecked(saved([path], since), check, latest):
            if isinstance(found, Gone):
                session.reports.pop(found.path, None)
                console.say(f"{Path(found.path).name} is no longer there.")
                continue
            before = session.reports.get(found.path)
            session.reports[found.path] = found
            console.say(mended(before, found) if before else f"{Path(found.path).name}: {state_of(found)[1]}.")
    except KeyboardInterrupt:
        console.say("", "The watching has ended.")
