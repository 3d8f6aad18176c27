"""What the words of a narrative show and suggest that the time went to. Never certain: a person has to confirm it.

spaCy's tokenizer, sentences, lookup lemmatizer and phrase matcher do the finding, on a blank English pipeline without
any model: the ground forms are Tandem's own (`lemmas`), what they mean is in `words/narratives.toml`. spaCy is loaded
with the first narrative that has to be asked.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from typing import TYPE_CHECKING, Any

from checkers.document import Activity
from checkers.words import load
from checkers.words.lemmas import ground_form, ground_forms
from checkers.words.pipeline import forgetting, language, made_once, phrase_matcher

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc, Token

_NO_WORD = re.compile(r"\S{80,}")
"""No word is as long; the tokenizer's time grows with the square of the length of one."""
_LONGEST = 20_000
"""In letters: what a session's narrative tells, it tells before."""
_CLAUSE_ENDS = [".", "!", "?", ";", "\n"]


@dataclass(frozen=True, slots=True)
class Shown:
    """One of the seven activities of coordination, with the words of the narrative that show it."""

    id: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Where a phrase of a concept stands: its first token, and the one behind its last."""

    start: int
    end: int


_Found = Mapping[str, Sequence[_Phrase]]
"""The phrases of each concept in one clause."""


def coordination_shown(narrative: str) -> tuple[Shown, ...]:
    """The activities of coordination that a narrative shows, in the order of the county's list."""
    found = []
    pipeline, matcher = _pipeline()
    with forgetting():
        doc = _parsed(narrative, pipeline)
        clauses = list(_clauses(doc, matcher))
        for key, activity in load("narratives")["coordination"].items():
            if phrases := next(_shows(activity, clauses), None):
                words = doc[min(each.start for each in phrases) : max(each.end for each in phrases)].text
                found.append(Shown(key, activity["name"], words))
    return tuple(found)


@lru_cache(maxsize=1_000)
def suggested_activity(narrative: str) -> Activity:
    """The one activity that a narrative suggests; signs of direct work beside those of another leave it unknown."""
    if not narrative.strip():
        return Activity.UNKNOWN
    pipeline, matcher = _pipeline()
    with forgetting():
        clauses = list(_clauses(_parsed(narrative, pipeline), matcher))
    words = load("narratives")
    kinds = [(entry.get("activity", "coordination"), entry) for entry in words["coordination"].values()]
    kinds += words["others"].items()
    found = {Activity(name) for name, entry in kinds if name and any(_shows(entry, clauses))}
    return found.pop() if len(found) == 1 else Activity.UNKNOWN


def _shows(activity: Mapping[str, Any], clauses: Sequence[_Found]) -> Iterator[tuple[_Phrase, ...]]:
    """The phrases by which an activity is shown, each time it is."""
    beginning = clauses[0] if clauses else {}
    for concept in activity.get("begins", ()):
        yield from ((phrase,) for phrase in beginning.get(concept, ()) if phrase.start == 0)
    signs = [order for sign in activity.get("signs", ()) for order in permutations(sign)]
    for order in (*signs, *map(tuple, activity.get("orders", ()))):
        for clause in clauses:
            yield from _in_order(clause, order)


def _in_order(clause: _Found, concepts: Sequence[str]) -> Iterator[tuple[_Phrase, ...]]:
    """Phrases of the concepts that follow one another within reach; of several that end alike, one."""
    reach = load("narratives")["reach"]
    chains: dict[_Phrase, tuple[_Phrase, ...]] = {phrase: (phrase,) for phrase in clause.get(concepts[0], ())}
    for concept in concepts[1:]:
        phrases = clause.get(concept, ())
        chains = {
            phrase: (*chain, phrase)
            for last, chain in chains.items()
            for phrase in _starting(phrases, last.end, last.end + reach)
        }
    yield from chains.values()


def _starting(phrases: Sequence[_Phrase], first: int, last: int) -> Sequence[_Phrase]:
    """Those of the phrases, which are sorted, that start from `first` to `last`."""
    return phrases[bisect_left(phrases, first, key=_start) : bisect_right(phrases, last, key=_start)]


def _start(phrase: _Phrase) -> int:
    return phrase.start


def _clauses(doc: Doc, matcher: PhraseMatcher) -> Iterator[_Found]:
    """For each clause the phrases of each concept; none that is but a part of a longer phrase."""
    for clause in doc.sents:
        matches = [(name, _Phrase(start, end)) for name, start, end in matcher(clause)]
        whole = _not_parts({phrase for _, phrase in matches})
        found: dict[str, list[_Phrase]] = defaultdict(list)
        for name, phrase in sorted(matches, key=lambda match: match[1].start):
            if phrase in whole:
                found[doc.vocab.strings[name]].append(phrase)
        yield found


def _not_parts(phrases: AbstractSet[_Phrase]) -> AbstractSet[_Phrase]:
    """Those of the phrases that lie inside no longer one."""
    whole, covered = set(), 0
    for phrase in sorted(phrases, key=lambda each: (each.start, -each.end)):
        if phrase.end > covered:
            whole.add(phrase)
            covered = phrase.end
    return whole


def _parsed(narrative: str, pipeline: Language) -> Doc:
    return _with_lemmas(pipeline(_NO_WORD.sub(" ", narrative[:_LONGEST])))


def _with_lemmas(doc: Doc) -> Doc:
    """A word that the table does not hold is taken in small letters, or with its slip mended."""
    for token in doc:
        if token.lemma_ == token.text and token.text not in load("lemmas")["capitals"]:
            token.lemma_ = _lemma(token)
    return doc


def _lemma(token: Token) -> str:
    return ground_form(token.lower_) or token.lower_


@made_once
def _pipeline() -> tuple[Language, PhraseMatcher]:
    pipeline = language()
    from spacy.lookups import Lookups  # noqa: PLC0415 - takes half a second with the rest of spaCy
    from spacy.pipeline import Lemmatizer  # noqa: PLC0415

    table = {variant: base for form, base in ground_forms().items() for variant in _as_written(form)}
    tokenizer: Any = pipeline.tokenizer
    for form in table:
        if len(pipeline.make_doc(form)) > 1:
            tokenizer.add_special_case(form, [{"ORTH": form}])
    lookups = Lookups()
    lookups.add_table("lemma_lookup", table)
    pipeline.add_pipe("sentencizer", config={"punct_chars": _CLAUSE_ENDS})
    lemmatizer = pipeline.add_pipe("lemmatizer", config={"mode": "lookup"})
    assert isinstance(lemmatizer, Lemmatizer)
    lemmatizer.initialize(lookups=lookups)
    matcher = phrase_matcher()
    words = load("narratives")
    for name in words["concepts"]:
        matcher.add(name, [_with_lemmas(pipeline(phrase)) for phrase in _phrases(name)])
    matcher.add("nothing", [_with_lemmas(pipeline(phrase)) for phrase in words["nothing"]])
    return pipeline, matcher


def _as_written(form: str) -> set[str]:
    return {form, form.capitalize(), form.upper()}


def _phrases(concept: str) -> Iterator[str]:
    """The phrases of a concept, with those of the concepts that it names."""
    for phrase in load("narratives")["concepts"][concept]:
        if phrase.startswith("@"):
            yield from _phrases(phrase[1:])
        else:
            yield phrase
