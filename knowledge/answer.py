"""From a question to an answer with its source, or to the word that Tandem does not know.

The steps: danger first; then small talk; then the place (one that is not covered is declined); then whether a question
is meant that is known to be out of scope; then whether it has two parts; then whether any topic is likely enough to be
meant, whether it holds what was asked for (a price, a telephone number), and whether another is as likely.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import replace

from knowledge.compose import (
    Answer,
    Related,
    not_covered,
    nothing_there,
    of_both,
    of_topic,
    unknown,
    which_place,
    which_topic,
)
from knowledge.danger import tells_of_danger, without_everyday
from knowledge.find.finding import Finding, Hit, find
from knowledge.parts import clauses
from knowledge.requests import asked_for, requested
from knowledge.schema import Kind, KnowledgeBase, Topic
from knowledge.settings import settings

__all__ = ["LONGEST_QUESTION", "Answer", "Related", "answer"]

LONGEST_QUESTION = 2_000
"""In characters; a longer text is no question."""
_LONGEST_READ = 20_000
"""So much of it is looked through for danger all the same."""
_TWO = 2
_OFFERED = 3
"""The best topic and those beside it that are offered."""
_NEAR = 5
"""Among so many topics another place's is looked for, to ask which place is meant."""


def answer(base: KnowledgeBase, question: str, *, place: str = "", role: str = "", after: str = "") -> Answer:
    """Answer a question.

    Args:
        base: the knowledge base.
        question: what was asked, in any words.
        place: the id of the asker's place; a place named in the question goes before it.
        role: "family", "provider" or "trainer"; "" for not known.
        after: the id of the topic spoken of before, where the question follows on it.

    Returns:
        The answer; any text at all gets one.
    """
    if not re.search(r"[^\W_]{2}", question):
        return Answer(question, "declined", settings()["words"]["empty"])
    if len(question) > LONGEST_QUESTION and not tells_of_danger(question[:_LONGEST_READ]):
        return Answer(question[:LONGEST_QUESTION], "declined", settings()["words"]["too_long"])
    found = find(base, question[:LONGEST_QUESTION], place=place, role=role, after=after)
    if danger := _danger(base, question, found):
        return of_topic(base, question, danger, 1.0, "", near=_asked_as_well(found))
    if talk := _taken_for(found, "smalltalk"):
        return of_topic(base, question, talk.topic, _surely(talk), "")
    if found.named.other and not _is_a_move(found):
        return not_covered(question, found.named.other, _worth_showing(found))
    if decline := _out_of_scope(base, question, found):
        return decline
    asked_for = found.named.covered[0] if found.named.covered else place
    if elsewhere := _only_elsewhere(base, question, asked_for, found):
        return nothing_there(base, question, elsewhere.id, asked_for)
    if both := _both(base, question, found, asked_for, role):
        return of_both(base, question, both, found.confidence, asked_for)
    if found.covered < settings()["limits"]["covered"]:
        return unknown(question, _worth_showing(found), role)
    return _of_best(base, question, found, asked_for, role, follows=bool(after))


def _asked_as_well(found: Finding) -> list[Topic]:
    """The rule that was plainly asked about beside the danger, to point to behind the help."""
    limits = settings()["limits"]
    return [found.answers[0].topic] if found.covered >= limits["covered"] and found.confidence >= limits["sure"] else []


def _worth_showing(found: Finding) -> list[Topic]:
    """The nearest topics, for somebody whose question is not covered."""
    least = settings()["limits"]["worth_showing"]
    return [hit.topic for hit in found.answers if hit.coverage >= least or hit.meaning >= least]


def _both(base: KnowledgeBase, question: str, found: Finding, place: str, role: str) -> tuple[Topic, Topic] | None:
    """The topics of a question in two parts, where each part alone has one for sure and the whole means one of them."""
    parts, limits = clauses(question), settings()["limits"]
    if len(parts) != 2 or not found.answers or found.confidence >= limits["whole_sure"]:
        return None
    first = find(base, parts[0], place=place, role=role)
    second = find(base, parts[1], place=place, role=role, after=first.answers[0].topic.id if first.answers else "")
    for part in (first, second):
        if part.confidence < limits["part_sure"] or part.covered < limits["part_covered"]:
            return None
    topics = tuple(_as_meant_by_both(part, found) for part in (first, second))
    return (topics[0], topics[1]) if topics[0] is not topics[1] and found.answers[0].topic in topics else None


def _as_meant_by_both(part: Finding, whole: Finding) -> Topic:
    """The topic of a part: of those nearly as likely as its best, the one that the whole question means."""
    close = settings()["limits"]["part_close"] * part.answers[0].chance
    near = (hit.topic for hit in part.answers[:_NEAR] if hit.chance >= close)
    return next((topic for topic in near if topic is whole.answers[0].topic), part.answers[0].topic)


def _taken_for(found: Finding, kind: Kind) -> Hit | None:
    """The likeliest topic of this kind, where a question is taken for it: it is said in such words, or means that."""
    limits = settings()["limits"]
    alike, meant = found.other(kind), found.likeliest(kind)
    least = limits[kind if found.telling > 1 else f"{kind}_alone"]
    likely = sum(hit.chance for hit in found.others if hit.topic.kind == kind)
    said = alike is not None and alike.likeness >= max(least, found.nearness + limits[f"{kind}_nearer"])
    if said and found.covered < limits["covered_though_said"]:
        return meant
    return meant if meant and likely >= limits[f"{kind}_likely"] and likely > found.covered else None


def _out_of_scope(base: KnowledgeBase, question: str, found: Finding) -> Answer | None:
    """The decline that a question is taken for, or that it asks for in so many words; None where it is in scope.

    Where the two are about as likely, it is the one it asks for in so many words.
    """
    taken = _taken_for(found, "decline")
    if taken:
        slots, close = settings()["slots"], settings()["limits"]["close"] * taken.chance
        named = {slots[name]["topic"] for name in asked_for(question)}
        taken = next((hit for hit in found.others if hit.topic.id in named and hit.chance >= close), taken)
    topic = taken.topic if taken else base.topic(requested(question))
    sure = _surely(taken) if taken else 1.0
    return of_topic(base, question, topic, sure, "", near=_worth_showing(found)[:1]) if topic else None


def _surely(hit: Hit) -> float:
    return round(max(hit.likeness, hit.chance), 2)


def _is_a_move(found: Finding) -> bool:
    """Whether it is about moving to or from a place that is not covered: the federal rule on that holds everywhere."""
    sure = found.covered >= settings()["limits"]["covered"]
    return sure and found.answers[0].topic.id in settings()["moving"]["topics"]


def _only_elsewhere(base: KnowledgeBase, question: str, place: str, found: Finding) -> Topic | None:
    """The topic of another place that a question is plainly about, where none of the asker's place is as near to it."""
    if not place:
        return None
    limits, anywhere = settings()["limits"], find(base, question, everywhere=True)
    if not anywhere.answers or anywhere.covered < limits["covered"]:
        return None
    best = anywhere.answers[0]
    here = max((hit.score for hit in anywhere.answers if _holds(base, hit.topic, place)), default=-math.inf)
    sure = found.covered >= limits["covered"] and found.confidence >= limits["sure"]
    nearer = best.score - here >= limits["elsewhere_though_sure" if sure else "elsewhere"]
    return best.topic if nearer and not set(base.line_of(place)).intersection(best.topic.places) else None


def _holds(base: KnowledgeBase, topic: Topic, place: str) -> bool:
    """Whether a topic holds in a place, around it or in a part of it."""
    return any(_one_in_the_other(base, each, place) for each in topic.places)


def _of_best(base: KnowledgeBase, question: str, found: Finding, place: str, role: str, *, follows: bool) -> Answer:
    """The answer from the best topic, unless it lacks the thing asked for, or others are as likely.

    `follows` tells that the question follows on another, which says more of what is meant than its words.
    """
    best = found.answers[0].topic
    if slot := _slot_missing(question, best):
        topic = base.topic(settings()["slots"][slot]["topic"])
        if topic:
            return of_topic(base, question, topic, found.confidence, "", near=[best])
    if rivals := _rivals(base, found, place):
        return which_place(base, question, (best, *rivals), found.confidence)
    if found.confidence < settings()["limits"]["worth_asking"]:
        return unknown(question, _worth_showing(found), role)
    if found.confidence < settings()["limits"]["sure_next" if follows else "sure"] or _is_a_tie(found):
        return which_topic(question, [hit.topic for hit in found.answers], found.confidence)
    near = [*_own_rules(base, found, place), *_as_well(found)]
    return _with_doubt(of_topic(base, question, best, found.confidence, place, near=near), best)


def _own_rules(base: KnowledgeBase, found: Finding, place: str) -> list[Topic]:
    """Beside a federal answer, what the asker's own place has on it: the likeliest topic that it is contrasted with."""
    best = found.answers[0].topic
    if "federal" not in best.places:
        return []
    contrasted = {each.topic for each in best.contrasts}
    own = (hit.topic for hit in found.answers if hit.topic.id in contrasted and hit.topic.programme == best.programme)
    line = set(base.line_of(place))
    return [topic for topic in own if "federal" not in topic.places and line.intersection(topic.places)][:1]


def _is_a_tie(found: Finding) -> bool:
    """Whether neither of two topics is likely in itself, and both are as likely, or nearly so and of two programmes."""
    limits = settings()["limits"]
    if found.confidence >= limits["unsure"] or len(found.answers) < _TWO:
        return False
    first, second = found.answers[:_TWO]
    apart = first.topic.programme != second.topic.programme
    close: float = limits["tie_of_programmes" if apart else "tie"]
    return second.chance >= close * first.chance


def _as_well(found: Finding) -> list[Topic]:
    """What else may be meant, beside an answer that may be to another question."""
    limits = settings()["limits"]
    if found.confidence >= limits["as_good_as_sure"]:
        return []
    return [hit.topic for hit in found.answers[1:_OFFERED] if hit.chance >= limits["worth_naming"]]


def _with_doubt(given: Answer, topic: Topic) -> Answer:
    """The answer; where it may well be to another question, it says to which it is, and so first of all if unsure."""
    limits, words = settings()["limits"], settings()["words"]
    if given.confidence >= limits["without_doubt"]:
        return given
    before = words["unsure"] if given.confidence < limits["unsure"] else ""
    doubt = words["doubt"].format(question=topic.question)
    return replace(given, answer=f"{before}\n\n{given.answer}".strip(), cautions=(doubt, *given.cautions))


def _rivals(base: KnowledgeBase, found: Finding, place: str) -> tuple[Topic, ...]:
    """For each other place that is meant nearly as likely, its topic; none where the asker's place is known.

    All topics of a place count together. Its topic is the counterpart that the best one is contrasted with, else its
    likeliest.
    """
    if place:
        return ()
    best, limits = found.answers[0].topic, settings()["limits"]
    own, contrasted = best.places[0], {each.topic for each in best.contrasts}
    chances: defaultdict[str, float] = defaultdict(float)
    for hit in found.answers:
        chances[hit.topic.places[0]] += hit.chance
    rivals = []
    for other in sorted(chances, key=lambda each: -chances[each]):
        there = [hit.topic for hit in found.answers[:_NEAR] if hit.topic.places[0] == other]
        counterpart = next((topic for topic in there if topic.id in contrasted), None)
        close = limits["close_contrast" if counterpart else "close"]
        if there and chances[other] >= close * chances[own] and not _one_in_the_other(base, other, own):
            rivals.append(counterpart or there[0])
    return tuple(rivals[:2])


def _one_in_the_other(base: KnowledgeBase, one: str, other: str) -> bool:
    return one in base.line_of(other) or other in base.line_of(one)


# --- what is declined ----------------------------------------------------------------------------------------------


def _danger(base: KnowledgeBase, question: str, found: Finding) -> Topic | None:
    """The topic with the help that is meant, where the question tells of danger."""
    calm = without_everyday(question)
    calmly = found if calm == question else find(base, calm)
    nearest = next(iter(calmly.others), None)
    least = settings()["limits"]["crisis"]
    told = calmly.telling > 1 or (nearest and nearest.likeness >= settings()["limits"]["crisis_alone"])
    likely = calmly.likeliest("crisis")
    if likely and likely.chance >= settings()["limits"]["crisis_likely"]:
        return likely.topic
    if told and nearest and nearest.topic.kind == "crisis" and nearest.likeness >= max(least, found.nearness):
        return nearest.topic
    if not tells_of_danger(question):
        return None
    meant = calmly.other("crisis")
    if meant and meant.likeness >= settings()["limits"]["crisis_kind"]:
        return meant.topic
    return base.topic(settings()["crisis"]["topic"])


def _slot_missing(question: str, topic: Topic) -> str:
    """The name of a thing asked for (a price, a telephone number) that the topic does not hold, "" for none."""
    slots, told = settings()["slots"], f"{topic.short} {topic.more}"
    return next((name for name in asked_for(question) if not re.search(slots[name]["holds"], told)), "")
