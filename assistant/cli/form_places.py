"""The places of a form that is being learned: shown to whoever teaches it, and put right as they say."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from assistant.cli.profile_file import Stopped, until_right
from checkers.checked_toml import nearest, shown
from checkers.form import UNKNOWN, FormKind, meanings
from checkers.learning import Learned, Place, as_form, filled_in, lacking, not_found_again
from checkers.learning.blanks import Shape
from checkers.reports.json import location_object
from checkers.reports.wording import place_in_words
from checkers.visible import visible_line
from checkers.words import plain

_WIDTH = 80
LONGEST_LABEL = 44
"""In letters: what is longer is cut where it is shown."""
KINDS = {
    FormKind.PROGRESS_NOTE: "a progress note",
    FormKind.COORDINATION_NOTE: "a note on coordination of services",
    FormKind.ATTENDANCE_LOG: "an attendance log",
    FormKind.CONTACT_LOG: "a log of contacts",
    FormKind.DRAFT_IEP: "an IEP or a draft of one",
    FormKind.IFSP: "an IFSP",
    FormKind.STAC1: "a STAC-1 form",
}


# --- what was found ------------------------------------------------------------------------------------------------


def found(path: Path, learned: Learned) -> dict[str, Any]:
    """What was found, as plain values."""
    return {
        "path": str(path),
        "kind": learned.kind.value if learned.kind else None,
        "filled": filled_in(learned),
        "places": [
            {
                "place": number,
                "label": place.blank.label,
                "shape": place.blank.shape.value,
                "means": place.meaning,
                "sure": place.sure,
                "holds": place.blank.holds,
                "keeps": place.keeps,
                "location": location_object(place.blank.spot),
            }
            for number, place in enumerate(learned.places, start=1)
        ],
        "left_out": [blank.label for blank in learned.unnamed],
        "meanings": meanings(),
        "kinds": {kind.value: words for kind, words in KINDS.items()},
    }


def places_in_words(path: Path, learned: Learned) -> Iterator[str]:
    """What was found, for people, numbered from 1."""
    yield from wrapped(f"{path}: {_count(len(learned.places), 'place')} to fill in", 0)
    for number in range(len(learned.places)):
        yield from _place_in_words(learned, number)


def _place_in_words(learned: Learned, number: int) -> Iterator[str]:
    place = learned.places[number]
    label = _short(place.blank.label)
    where = place_in_words(place.blank.spot.place)
    shape = {Shape.BOX: "box", Shape.COLUMN: "column"}.get(place.blank.shape, "")
    yield from wrapped(f"{number + 1:>3}. {label}  [{', '.join(each for each in (shape, where) if each)}]", 0, 5)
    yield from wrapped(_meaning_in_words(place), 5)
    if place.blank.holds:
        what = "stays on every copy" if place.keeps else "no value, to be written over"
        yield from wrapped(f"there already: “{_short(place.blank.holds)}” ({what})", 5)


def _meaning_in_words(place: Place) -> str:
    if place.meaning == UNKNOWN:
        return "? not known"
    return f"= {meanings()[place.meaning]}{'' if place.sure else ' (perhaps)'}"


def doubts(learned: Learned, kind: FormKind) -> Iterator[str]:
    """What checks by this form will not be able to tell."""
    for blank in learned.unnamed:
        yield f"“{_short(blank.label)}” has no letter from a to z and no figure to be known by: it is left out."
    if not as_form(learned, kind).tells_itself:
        yield "It prints little that other forms do not print too: name its profile when you check a copy."
    if missing := lacking(learned, kind):
        what = "; ".join(meanings()[each] for each in missing)
        yield f"No place is taken for: {what}. Checks will miss it in every copy: if it is on the form, learn it again."
    for number in not_found_again(learned, as_form(learned, kind)):
        label = _short(learned.places[number].blank.label)
        yield f"Place {number + 1}, “{label}”, stands where its value cannot be told: no check will ask for it."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _short(text: str) -> str:
    text = visible_line(text)
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1] + "…"


def wrapped(text: str, indent: int, hanging: int | None = None) -> list[str]:
    """A text in lines that fit the screen, those after the first indented by `hanging` or a little more."""
    behind = " " * (indent + 2 if hanging is None else hanging)
    return textwrap.wrap(
        visible_line(text), _WIDTH, initial_indent=" " * indent, subsequent_indent=behind, break_on_hyphens=False
    )


# --- putting it right ----------------------------------------------------------------------------------------------


def as_told(learned: Learned, meant: Iterable[str], kept: Iterable[str]) -> Learned:
    """What was found, with what options say of it: what labels are for, and which keep what they hold.

    Raises:
        Stopped: there is no such label, or no such meaning.
    """
    for each in meant:
        words, sign, meaning = each.rpartition("=")
        if not sign or not words.strip():
            raise Stopped(f'--set takes LABEL=MEANING, such as --set "Lad/Lass=child_name", and not {shown(each)}.')
        learned, numbers = _numbers(learned, words)
        for number in numbers:
            learned = learned.taken_for(number, _meaning(meaning))
    for each in kept:
        learned, numbers = _numbers(learned, each)
        for number in numbers:
            learned = learned.kept(number)
    return learned


def _numbers(learned: Learned, words: str) -> tuple[Learned, list[int]]:
    """The indexes of the places that are named by their label, or by their number.

    Words that the form prints name a place too, though none was seen there: it is put behind the others.
    """
    labels = [plain(place.blank.label) for place in learned.places]
    if numbers := [index for index, label in enumerate(labels) if label == plain(words)]:
        return learned, numbers
    if words.strip().isdecimal() and 0 < int(words) <= len(labels):
        return learned, [int(words) - 1]
    more = learned.also_at(words)
    if len(more.places) > len(labels):
        return more, list(range(len(labels), len(more.places)))
    known = list(dict.fromkeys(place.blank.label for place in learned.places))
    raise Stopped(f"the form has no label {shown(words)}{nearest(words, known)}")


def _meaning(words: str) -> str:
    """The meaning that is named by its short name, or in the words by which it is told."""
    by_words = {plain(each): name for name, each in meanings().items()}
    name = words.strip().lower().replace(" ", "_")
    if found := name if name in meanings() else by_words.get(plain(words)):
        return found
    within = {told: each for told, each in by_words.items() if plain(words) and f" {plain(words)} " in f" {told} "}
    begun = [each for told, each in within.items() if _begins(told, plain(words))]
    near = begun if len(begun) == 1 else [*within.values()]
    if len(near) == 1:
        return near[0]
    alike = near or get_close_matches(name, meanings(), n=1)
    hint = f"it may be {' or '.join(alike)}." if alike else "? lists what there is, or --format json."
    raise Stopped(f"there is no meaning {shown(words)}; {hint}")


def _begins(told: str, words: str) -> bool:
    return told.removeprefix("the ").startswith(words.removeprefix("the "))


def put_right(learned: Learned) -> Learned:
    """Ask what each place is for that nothing tells, and then which are taken for something else than they are.

    Raises:
        Stopped: the input has ended, or a pipe said what is not understood.
    """
    unknown = [number for number, place in enumerate(learned.places) if _is_asked(place)]
    if unknown and sys.stdin.isatty():
        print("Say in a few words what each of these is for; ? lists what there is, Enter leaves it out.")
    for number in unknown:
        learned = _asked_of(learned, number)
    while chosen := _chosen(learned):
        learned, number = chosen
        learned = _asked_of(learned, number)
        print("\n".join(_place_in_words(learned, number)))
    return learned


def _chosen(learned: Learned) -> tuple[Learned, int] | None:
    """Which place somebody wants to put right, None where all is."""

    def first(answer: str) -> tuple[Learned, int] | None:
        if not answer:
            return None
        more, numbers = _numbers(learned, answer)
        return more, numbers[0]

    return until_right("Number to put right, Enter when all is right: ", first, otherwise="--yes")


def _is_asked(place: Place) -> bool:
    return place.meaning == UNKNOWN and place.blank.shape is not Shape.HEADING


def _asked_of(learned: Learned, number: int) -> Learned:
    """What somebody says that one place is for; Enter leaves it as it is."""

    def changed(answer: str) -> Learned | None:
        if answer == "?":
            print("\n".join(_all_meanings()))
            return None
        return _changed(learned, number, answer) if answer else learned

    words = f"{number + 1}. “{_short(learned.places[number].blank.label)}” is for: "
    while (result := until_right(words, changed, otherwise="--yes")) is None:
        pass
    return result


def _changed(learned: Learned, number: int, answer: str) -> Learned:
    return learned.kept(number) if answer.lower() == "keep" else learned.taken_for(number, _meaning(answer))


def _all_meanings() -> Iterator[str]:
    """Every meaning by its short name, with its words."""
    width = max(map(len, meanings()))
    for name, words in meanings().items():
        yield from wrapped(f"  {name:<{width}}  {words}", 0, width + 4)
    yield f"  {'keep':<{width}}  what stands there in the blank is right on every copy"
