"""ACT003."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from checkers.document import Entry, Field, Kind
from checkers.layout import OBJECT
from checkers.outcome import Outcome, Owner, Severity, Spot
from checkers.rule import Case, Rule
from checkers.rules.naming import in_sentence, listed, quoted, session

_NUMBER_WORDS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|once|twice"
)
_DATE_WORDS = (
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|"
    "november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|am|pm"
)
_DATES_AND_NUMBERS = re.compile(rf"\b(?:{_NUMBER_WORDS}|{_DATE_WORDS})\b|\w*\d\w*", re.IGNORECASE)
_NOT_LETTERS = re.compile(r"[\W_]+")
_ELSEWHERE = re.compile(
    r"\W*(?:(?:please\s+)?see\b|refer\s+to\b|same\s+as\b|as\s+above\b|(?:as\s+)?attached\b)", re.IGNORECASE
)
_FEWEST_WORDS = 6
"""Besides dates and numbers: "Worked on sounds" may well be written twice."""
_FEWEST_WORDS_WITH_SLIPS = 20
_MOST_SLIPS = 2
_SHORTEST_WITH_SLIP = 5
"""In letters: of shorter words the one is as likely meant as the other ("he", "she")."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A session with what its narrative says besides dates, numbers and spacing."""

    entry: Entry
    text: str

    @property
    def words(self) -> int:
        """How many words that are."""
        return len(self.text.split())

    @property
    def initials(self) -> str:
        """The first letters of its words, which are the same in a copy, even in one with a slip inside a word."""
        return "".join(word[0] for word in self.text.split())

    @property
    def field(self) -> Field | None:
        """The field that holds it."""
        return self.entry.narrative_field

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return self.field.spot if self.field else self.entry.spot


class SameNarrative(Rule):
    """Two sessions have the same narrative

    Each note has to tell of its own session. Where the text is that of another day, with only the date or the score
    changed, reviewers ask whether the session took place. Very short notes and sessions that did not take place are not
    compared.
    """

    code = "ACT003"
    severity = Severity.WARNING
    owner = Owner.PROVIDER
    kinds = frozenset({Kind.PROGRESS_NOTE})
    cites = (
        ("10-nycrr-69-4", "69-4.26"),
        ("18-nycrr-504", "504.3(a)"),
    )
    bad = """\
        Progress Notes
        Child's Name: Omar Sample
        Service Type: Speech Therapy

        Date of Service: 3/3/2026
        Time: 1:00 - 1:30 PM
        Session Notes: Omar followed two-step directions during a cooking game in 8 of 10 turns.

        Date of Service: 3/5/2026
        Time: 1:00 - 1:30 PM
        Session Notes: Omar followed two-step directions during a cooking game in 7 of 10 turns.

        Electronically signed by Dana Example, CCC-SLP on 3/5/2026
        """
    good = """\
        Progress Notes
        Child's Name: Omar Sample
        Service Type: Speech Therapy

        Date of Service: 3/3/2026
        Time: 1:00 - 1:30 PM
        Session Notes: Omar followed two-step directions during a cooking game in 8 of 10 turns.

        Date of Service: 3/5/2026
        Time: 1:00 - 1:30 PM
        Session Notes: Omar retold a story about a lost dog with three picture cards and asked one question himself.

        Electronically signed by Dana Example, CCC-SLP on 3/5/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Compare each session with those before it; all that tell the same are one finding, at the second of them."""
        groups: dict[str, list[list[_Told]]] = {}
        for entry in case.doc.entries:
            this = _Told(entry, _compared(entry.narrative))
            if entry.cancelled or this.words < _FEWEST_WORDS or _ELSEWHERE.match(entry.narrative):
                yield self.inapplicable("The session has no narrative long enough to compare.", entry=entry.number)
                continue
            alike = groups.setdefault(this.initials, [])
            if group := next((each for each in alike if _is_same(each[0], this)), None):
                group.append(this)
            else:
                alike.append([this])
        for first, *later in (group for alike in groups.values() for group in alike):
            yield self._judge_group(first, later)
        if not case.doc.entries:
            yield self.inapplicable("The document has no sessions.")

    def _judge_group(self, first: _Told, later: list[_Told]) -> Outcome:
        if not later:
            return self.passed(
                first.spot, f"No other narrative is that of {in_sentence(first.entry)}.", entry=first.entry.number
            )
        both = " and ".join(dict.fromkeys(quoted(each.entry.narrative) for each in (first, later[0])))
        others = listed([session(each.entry) for each in later])
        tell = "tells" if len(later) == 1 else "tell"
        fix = "Write in each note what was done on that day and how the child responded."
        same = f"{others} {tell} the same as {in_sentence(first.entry)}"
        if all(each.text == first.text for each in later):
            message = f"{same}, but for dates and numbers: {both}."
            return self.violation(later[0].spot, message, fix=fix, entry=later[0].entry.number)
        message = f"{same}, but for dates, numbers and a word's spelling: {both}."
        return self.incomplete(
            later[0].spot,
            message,
            fix=f"Confirm that each note was written for its own day. {fix}",
            entry=later[0].entry.number,
        )


def _compared(narrative: str) -> str:
    """A narrative without dates, numbers, spacing, punctuation and capitals."""
    bare = _DATES_AND_NUMBERS.sub(" ", narrative.replace(OBJECT, " "))
    return " ".join(_NOT_LETTERS.sub(" ", bare).casefold().split())


def _is_same(other: _Told, this: _Told) -> bool:
    """Whether the narratives are the same, or a long one was copied with a slip of the keyboard mended or made.

    One text that stands on the page for both sessions is no copy.
    """
    if other.field and this.field and other.field.order == this.field.order:
        return False
    return other.text == this.text or (
        min(other.words, this.words) >= _FEWEST_WORDS_WITH_SLIPS and _differ_by_slips(other.text, this.text)
    )


def _differ_by_slips(text: str, other: str) -> bool:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - few documents need it, and every start would wait for it

    pairs = list(zip_longest(text.split(), other.split(), fillvalue=""))
    different = [(one, two) for one, two in pairs if one != two]
    return len(different) <= _MOST_SLIPS and all(
        min(len(one), len(two)) >= _SHORTEST_WITH_SLIP and OSA.distance(one, two) == 1 for one, two in different
    )
