"""Which event a person means: by its id, or by words for it in any order."""

from __future__ import annotations

from knowledge.deadlines.schema import Deadlines, Event
from knowledge.find.analyzer import own_stems

_LEAST_LIKE, _MOST_NAMED = 60, 3


def find_event(deadlines: Deadlines, words: str) -> Event | None:
    """The event of that id or name, whatever the small words, endings and order; None where there is none."""
    wanted = key_of(words)
    for event in deadlines.events:
        if words.strip().casefold() == event.id or (wanted and wanted in map(key_of, names_of(event))):
            return event
    return None


def nearest_events(deadlines: Deadlines, words: str) -> tuple[str, ...]:
    """The ids of the events whose names come nearest to some words, the nearest first; none where none is near."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where an event was not found

    owners = {name: event.id for event in deadlines.events for name in names_of(event)}
    found = process.extract(
        words,
        list(owners),
        scorer=fuzz.token_ratio,
        processor=lambda name: " ".join(own_stems(name)),
        score_cutoff=_LEAST_LIKE,
        limit=None,
    )
    return tuple(dict.fromkeys(owners[name] for name, _, _ in found))[:_MOST_NAMED]


def names_of(event: Event) -> tuple[str, ...]:
    """All by which an event may be called, in small letters: its id in words, its sentence, its names."""
    return tuple(name.casefold() for name in (event.id.replace("-", " "), event.what, *event.names))


def key_of(words: str) -> frozenset[str]:
    """What two ways of naming an event share: the stems of the words that carry a subject."""
    return frozenset(own_stems(words.replace("-", " ")))
