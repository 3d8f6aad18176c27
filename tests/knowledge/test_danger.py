"""Danger is heard, and everyday words are not taken for it."""

from __future__ import annotations

import pytest

from knowledge import load
from knowledge.answer import answer

DANGER = [
    "kms tonight",
    "I want to kms",
    "im gonna od",
    "OD'd",
    "i hate my life and want out",
    "my teen wrote a goodbye note",
    "my wife is going to jump",
    "my 15 yr old cuts herself",
    "quiero morir",
    "my boyfriend hits me in front of the kids",
    "my partner hits me",
    "home visit: father pushed mother down the stairs",
    "he's suffocating her",
    "I keep imagining drowning my baby",
    "they restrained my child and left marks",
    "They held my son down on the floor",
    "the toddler i see is always hungry and dirty, nobody home",
    "The bus driver left my four year old on the bus alone",
    "he ran away from preschool today and nobody noticed",
    "i don't want to be here",
    "she gets no food at daycare",
    "there is nothing left to live for",
    "no reason to live",
    "I feel like dying",
    "wife says she will end her life",
]
EVERYDAY = [
    "I live in Connecticut",
    "I live in Hartford",
    "I live in Schenectady",
    "my baby's life",
    "coordinator died",
    "are home visits safe",
    "emergency meeting",
    "we held circle time on the floor",
    "emergency contact form",
    "is my child in danger of losing speech",
    "our coordinator is in danger of being fired",
    "shaken baby training",
    "suicide prevention training, is it required?",
    "abuse reporting training",
    "can I abuse the aggregation rule",
    "overdosing on paperwork",
    "he was hurt when the SEIT left",
    "my landlord won't fix the heat",
    "my son is killing it in speech",
    "we were hit with a bill",
    "my daughter hits other kids at preschool",
    "the therapist hit all the goals",
    "does he hit the 10 session cap",
    "I'm dying to know who coordinates",
    "he bites the OT during sessions",
    "what if a child gets hurt during therapy",
    "our coordinator left us hanging",
    "she shot down my idea at the meeting",
    "the note got cut off",
    "can the SEIT be cut",
    "my child is missing sessions",
    "the SEIT is missing from the STAC-1",
    "does saying no to Medicaid hurt my kid's services",
    "will it harm her son's eligibility if we wait",
]


@pytest.mark.parametrize("said", DANGER)
def test_danger_gets_help_first(said: str) -> None:
    """However short, in whatever words."""
    assert answer(load(), said).status == "crisis"


@pytest.mark.parametrize("said", EVERYDAY)
def test_everyday_words_get_no_alarm(said: str) -> None:
    """A hotline in answer to a plain question frightens a parent."""
    assert answer(load(), said).status != "crisis"
