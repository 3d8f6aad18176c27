"""What is known of each topic beside a question: the signals that `calibration` weighs."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import numpy as np

from knowledge.find.analyzer import Analysed
from knowledge.find.index import Floats, Matches
from knowledge.find.meaning import Nearness
from knowledge.find.prepared import Prepared
from knowledge.find.shape import programmes, shape_names, shapes

_TINY = np.float32(1e-6)


@dataclass(frozen=True, slots=True)
class Seen:
    """A question beside all topics: a row of signals for each, and the doubts whether it means any."""

    matches: Matches
    nearness: Nearness | None
    signals: Floats
    doubts: Floats


def see(prepared: Prepared, question: str, asked: Analysed, vector: Floats | None, without: int = -1) -> Seen:
    """Hold a question against all topics.

    Args:
        prepared: the topics, and what they are searched by.
        question: what was asked.
        asked: its words.
        vector: its meaning; None where there is no encoder.
        without: the number of a phrasing that is looked past, as though the topics did not have it.
    """
    matches = prepared.index.match(asked, without)
    nothing = np.zeros(len(prepared.topics), np.float32)
    near = (
        None
        if vector is None or prepared.meanings is None
        else prepared.meanings.near(vector, matches.likeness + matches.bm25, without)
    )
    meaning = (near.best, near.several, near.middle, near.answer, near.prototype) if near else (nothing,) * 5
    rows = (
        matches.bm25, matches.coverage, matches.likeness, matches.likenesses, *meaning,
        _among(matches.bm25), _among(matches.likeness + matches.likenesses),
        *(map(_among, (near.best, near.middle)) if near else (nothing,) * 2),
        _programme(question, prepared), _shape(question, prepared),
        *_kinds(prepared, _among(near.best) if near else nothing),
    )  # fmt: skip
    return Seen(matches, near, np.stack(rows, axis=1), _doubts(prepared, question, asked, matches, near))


def _doubts(prepared: Prepared, question: str, asked: Analysed, matches: Matches, near: Nearness | None) -> Floats:
    length = math.log(1 + len(re.findall(r"\w+", question)))
    unknown = [word for word in asked.own if not prepared.index.knows(word)]
    values = (
        1.0,
        length,
        len(unknown) / max(len(asked.own), 1),
        1.0 - float(matches.likeness.max(initial=0.0)),
        1.0 - float(near.best.max(initial=0.0)) if near else 0.0,
    )
    return np.array(values, np.float32)


def _among(values: Floats) -> Floats:
    """Each value beside all, in standard deviations."""
    if not len(values):
        return values
    found: Floats = (values - values.mean()) / (values.std() + _TINY)
    return found


def _programme(question: str, prepared: Prepared) -> Floats:
    """One for a topic of the programme that the question points to, minus one for one of another, else nothing."""
    meant = programmes(question)
    if not meant:
        return np.zeros(len(prepared.topics), np.float32)
    own = prepared.programmes
    return np.where(own == "any", 0, np.where(np.isin(own, sorted(meant)), 1, -1)).astype(np.float32)


def _shape(question: str, prepared: Prepared) -> Floats:
    """The share of the question's shapes that the topic's question has too."""
    meant = shapes(question)
    wanted = np.array([name in meant for name in shape_names()], np.float32)
    return prepared.shapes @ wanted / np.float32(max(len(meant), 1))


def _kinds(prepared: Prepared, near: Floats) -> tuple[Floats, ...]:
    """Whether each topic declines, and how near it is then; is small talk; helps."""
    declines, chats, helps = (prepared.of_kind(kind) for kind in ("decline", "smalltalk", "crisis"))
    return declines, declines * near, chats, helps
