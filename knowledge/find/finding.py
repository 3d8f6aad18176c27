"""From a question to its topics: the signals weighed, the place and the role preferred, and how sure the finder is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from knowledge.find import calibration
from knowledge.find.analyzer import Analysed, words
from knowledge.find.index import Floats, Index, phrasings
from knowledge.find.places import Named, find_places
from knowledge.find.prepared import Prepared, prepared
from knowledge.find.shape import ages, programmes_by_age
from knowledge.find.signals import Seen, see
from knowledge.schema import Kind, KnowledgeBase, Topic
from knowledge.settings import settings

_ALIKE = 8
"""Among so many topics most alike one is looked for that has the question word by word."""
_SAME = 0.5
"""A topic that has the question word by word is at least so much like it, also where it names its place."""
_SHOWN = 60
"""So many topics are ranked; nobody reads on."""
_CARRIED = 0.4
"""What the meaning of the topic spoken of before weighs in a question that follows on it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A topic beside a question.

    `score` ranks the topics; `chance` is how likely the topic is the one meant. `likeness` to its nearest phrasing in
    words and `meaning` in meaning, and `coverage`, the share of the question that it knows, are 0 to 1. `signals` are
    all that was weighed, as `calibration.SIGNALS` names them.
    """

    topic: Topic
    score: float
    likeness: float
    coverage: float
    meaning: float = 0.0
    chance: float = 0.0
    signals: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found for a question: the places it names, and its topics, the best first.

    `answers` are topics that answer; `others` (declines, small talk, danger) are ordered by their likeness.
    `confidence` is 0 to 1: how sure it is that the first of `answers` is right. `none` is how likely no topic is meant.
    """

    named: Named
    answers: tuple[Hit, ...]
    others: tuple[Hit, ...]
    confidence: float
    telling: int = 1
    """How many words of the question carry a subject."""
    none: float = 1.0
    mended: tuple[tuple[str, str], ...] = ()
    """Words whose spelling was mended: wrong, right."""

    @property
    def nearness(self) -> float:
        """Likeness of the question to the topic that answers it best."""
        return self.answers[0].likeness if self.answers else 0.0

    @property
    def covered(self) -> float:
        """How likely a topic that answers is meant at all, whichever it is."""
        return sum(hit.chance for hit in self.answers)

    def other(self, *kinds: Kind) -> Hit | None:
        """The topic of these kinds that is most like the question."""
        return next((hit for hit in self.others if hit.topic.kind in kinds), None)

    def likeliest(self, kind: Kind) -> Hit | None:
        """The topic of this kind that is most likely meant."""
        return max((hit for hit in self.others if hit.topic.kind == kind), key=lambda hit: hit.chance, default=None)


def index_of(base: KnowledgeBase) -> Index:
    """The index over a knowledge base, made once."""
    return prepared(base).index


def find(
    base: KnowledgeBase, question: str, *, place: str = "", role: str = "", after: str = "", everywhere: bool = False
) -> Finding:
    """Find the topics for a question.

    Args:
        base: the knowledge base.
        question: what was asked, in any words.
        place: the id of the asker's place; a place named in the question goes before it. Only topics that hold there,
            in a place around it or in a part of it are looked at, beside small talk and danger.
        role: "family", "provider" or "trainer"; "" for not known.
        after: the id of the topic spoken of before, where the question follows on it: its words and its meaning count a
            little, and the topics that people ask about next are preferred.
        everywhere: look at the topics of all places, whatever place is named or set.
    """
    looked = look(base, question, place=place, role=role, after=after, everywhere=everywhere)
    made, seen = prepared(base), looked.seen
    answering = made.of_kind("answer") > 0
    weights = calibration.model(with_meaning=seen.nearness is not None)
    scores = seen.signals @ weights.signals + looked.preferred
    scores[~looked.there] = -np.inf
    likely, none = calibration.chances(scores, float(seen.doubts @ weights.doubts))
    answers = _ranked(made, answering, seen, scores, likely)
    others = _ranked(made, ~answering, seen, scores, likely)
    others = tuple(sorted(others, key=lambda hit: -hit.likeness))
    sure = round(answers[0].chance, 2) if answers else 0.0
    asked = looked.asked
    return Finding(looked.named, answers, others, sure, telling=len(asked.own), none=none, mended=asked.mended)


@dataclass(frozen=True, slots=True)
class Looked:
    """A question beside all topics before anything is weighed.

    `preferred` is what is added to each topic's score for place, role and what was spoken of; `there` tells which
    topics may be meant at all.
    """

    named: Named
    asked: Analysed
    seen: Seen
    preferred: Floats
    there: NDArray[np.bool_]


def look(
    base: KnowledgeBase, question: str, *, place: str = "", role: str = "", after: str = "", everywhere: bool = False
) -> Looked:
    """Hold a question against all topics; the arguments are those of `find`."""
    made, named = prepared(base), find_places(base, question)
    bare, last = _without_places(base, question, named), base.topic(after)
    asked, seen = _seen(made, bare, last)
    wanted = named.covered or ((place,) if place else ())
    preferred = _preferred(made, wanted, role, last, named=bool(named.covered))
    preferred += _by_age(made, programmes_by_age(bare))
    preferred[_same(base.topics, question, seen)] += settings()["weights"]["same"]
    return Looked(named, asked, seen, preferred, _there(base, made, asked, seen, () if everywhere else wanted))


@lru_cache(maxsize=8)
def _seen(made: Prepared, bare: str, last: Topic | None) -> tuple[Analysed, Seen]:
    """A question beside all topics, wherever it is asked: it is looked at again for another place."""
    asked = made.analyse(bare)
    if last:
        asked = replace(asked, carried=made.analyse(last.question).own)
    return asked, see(made, bare, asked, _vector(made, bare, asked, last))


def _ranked(made: Prepared, kind: NDArray[np.bool_], seen: Seen, scores: Floats, likely: Floats) -> tuple[Hit, ...]:
    """The best topics of a kind; of those with the same score, in the order of their ids."""
    numbers = np.flatnonzero(kind & np.isfinite(scores))
    best = numbers[np.lexsort((made.alphabetical[numbers], -scores[numbers]))[:_SHOWN]]
    meaning = seen.nearness.best if seen.nearness else np.zeros(len(made.topics), np.float32)
    columns = (scores, seen.matches.likeness, seen.matches.coverage, meaning, likely)
    values = (column[best].tolist() for column in columns)
    signals = map(tuple, seen.signals[best].tolist())
    return tuple(map(Hit, (made.topics[number] for number in best.tolist()), *values, signals))


def _vector(made: Prepared, bare: str, asked: Analysed, last: Topic | None) -> Floats | None:
    """The meaning of a question, its spelling mended, with some of the topic spoken of before."""
    text = bare
    for wrong, right in asked.mended:
        text = re.sub(rf"(?<!\w){re.escape(wrong)}(?!\w)", right, text, flags=re.IGNORECASE)
    found, before = made.meaning(text), made.meaning(last.question) if last else None
    if found is not None and before is not None:
        found = found + np.float32(_CARRIED) * before
        found /= np.linalg.norm(found)
    return found


def _preferred(made: Prepared, wanted: Sequence[str], role: str, last: Topic | None, *, named: bool) -> Floats:
    """What speaks for each topic beside the signals: the asker's place and role, what people ask about next."""
    weights = settings()["weights"]
    found = np.float32(weights["place_named" if named else "place"]) * made.holding(frozenset(wanted))
    if role:
        found = found + weights["role"] * np.array([role in topic.roles for topic in made.topics], np.float32)
    if last:
        next_ones = {*last.related, *(each.topic for each in last.contrasts)}
        found = found + weights["next"] * np.array([topic.id in next_ones for topic in made.topics], np.float32)
    return found.astype(np.float32)


def _by_age(made: Prepared, meant: AbstractSet[str]) -> Floats:
    """What speaks for a topic of the programme for the child's age, and against one for another age."""
    if not meant:
        return np.zeros(len(made.topics), np.float32)
    own, others = (np.isin(made.programmes, sorted(each)) for each in (meant, ages() - meant))
    found: Floats = np.float32(settings()["weights"]["age"]) * (own.astype(np.float32) - others)
    return found


def _same(topics: Sequence[Topic], question: str, seen: Seen) -> list[int]:
    """The topics that have the question among their phrasings, word by word."""
    plain, alike = _plain(question), seen.matches.likeness
    nearest = np.argsort(-alike, kind="stable")[:_ALIKE].tolist()
    longest = max(plain.split(), key=len, default="")
    return [
        number
        for number in nearest
        if alike[number] >= _SAME
        and any(longest in text.lower() and plain == _plain(text) for text in phrasings(topics[number]))
    ]  # the look for one word spares most of the phrasings the longer comparison


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _there(
    base: KnowledgeBase, made: Prepared, asked: Analysed, seen: Seen, covered: Sequence[str]
) -> NDArray[np.bool_]:
    """The topics that may be meant: those that hold in these places, if any is known, and share a word or a meaning."""
    found = seen.matches.bm25 > 0
    if seen.nearness is not None or not (asked.own or asked.expanded):  # "what can you do": nothing but small words
        found |= True
    if covered:
        everywhere = made.of_kind("smalltalk") + made.of_kind("crisis") > 0
        found &= everywhere | made.holding(frozenset(each for place in covered for each in _around(base, place)))
    return found


def _around(base: KnowledgeBase, place: str) -> set[str]:
    """A place, those it lies in, and those that lie in it: who names New York may mean Schenectady's rules."""
    return {*base.line_of(place), *(each for each in base.places if place in base.line_of(each))}


def _without_places(base: KnowledgeBase, question: str, named: Named) -> str:
    """The question without the names of places, which say where and not what; a programme's name says both."""
    text = question
    for place in named.covered:
        names = [name for name in base.places[place].names if not any(said in name for said in words()["joined"])]
        for name in sorted(names, key=len, reverse=True):
            text = re.sub(rf"(?<![\w]){re.escape(name)}(?![\w])", " ", text, flags=re.IGNORECASE)
    return text if re.search(r"\w{2}", text) else question
