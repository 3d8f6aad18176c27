"""Danger is heard, and everyday words are not taken for it."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from knowledge import load
from knowledge.answer import answer
from knowledge.danger import tells_of_danger

MESSAGES = tomli.loads(Path(__file__).with_name("danger.toml").read_text("utf-8"))

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


def test_danger_is_heard_at_every_phrasing() -> None:
    """Children who are hurt, neglected, missing or in peril; people who want to die; violence at home; restraint."""
    assert [said for said in MESSAGES["danger"] if answer(load(), said).status != "crisis"] == []


def test_no_alarm_at_what_only_sounds_like_danger() -> None:
    """Anger, figures of speech, accidents in therapy, questions on procedure."""
    assert [said for said in MESSAGES["harmless"] if answer(load(), said).status == "crisis"] == []


def test_no_question_of_a_topic_sounds_like_danger() -> None:
    """Except of those that are about it."""
    asked = ((topic.kind, text) for topic in load().topics for text in (topic.question, *topic.phrasings))
    assert [text for kind, text in asked if kind != "crisis" and tells_of_danger(text)] == []


def test_behind_the_help_the_rule_is_pointed_to() -> None:
    """Who tells of danger and asks for a rule gets the help, and a way to the rule."""
    found = answer(
        load(), "The aide beat my son and held him face down. Must the school report a restraint to parents?"
    )
    assert found.status == "crisis"
    assert "911" in found.answer
    assert all(load().by_id[each.topic].kind == "answer" for each in found.related)
