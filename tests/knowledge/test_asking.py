"""Questions of two parts, comparisons of places, and requests that no rule answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import load
from knowledge.answer import answer
from knowledge.asking import ask
from knowledge.requests import requested

BASE = load()


def test_both_parts_are_answered() -> None:
    """With the sources of both; the place that one part tells holds for the other."""
    found = ask(BASE, "who coordinates and is she paid extra?")
    assert found.status == "answered"
    assert BASE.by_id["ny-schenectady/who-coordinates"].short.strip() in found.answer
    assert "paid" in found.answer.replace(BASE.by_id["ny-schenectady/who-coordinates"].short, "")
    alone = answer(BASE, "who coordinates", place="ny-schenectady")
    assert set(alone.citations) < set(found.citations)


def test_a_question_of_one_part_is_answered_as_ever() -> None:
    """Nothing is added."""
    for question in (
        "Is a SEIT paid extra for coordinating?",
        "what is the weather",
        "my husband hits me and what now",
    ):
        assert ask(BASE, question) == answer(BASE, question)


def test_a_comparison_gives_the_rule_of_each_place() -> None:
    """Each under its name, in the order asked."""
    found = ask(BASE, "How does Connecticut differ from Schenectady on documenting coordination?")
    assert found.status == "answered"
    connecticut, schenectady = found.answer.split("Schenectady County, New York:")
    assert connecticut.startswith("Connecticut:")
    assert BASE.by_id["ct/documentation"].short.strip() in connecticut
    assert schenectady.strip()
    assert {each.place for each in found.citations} >= {"Connecticut"}


def test_a_place_without_a_rule_says_so_in_a_comparison() -> None:
    """Nothing is guessed from the other's."""
    found = ask(BASE, "How does Connecticut differ from New York on the STAC-1 form?")
    assert "Connecticut: I have no rule on that" in found.answer


def test_a_place_that_is_not_covered_is_not_compared() -> None:
    """It is declined as ever."""
    found = ask(BASE, "How does Connecticut compare to Texas on coordination?")
    assert found.status == "declined"
    assert "Texas" in found.answer


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("do you think the judge will agree with our side", "limits/prediction"),
        ("what are the odds that they approve the aide", "limits/prediction"),
        ("should we turn down the placement they offered", "limits/personal-judgement"),
        ("would it be wiser to wait a year", "limits/personal-judgement"),
        ("how many minutes should speech therapy last", "limits/amount-of-therapy"),
        ("what do I tell the hearing officer at the hearing", "limits/legal-strategy"),
        ("could you draft a request for an evaluation", "limits/writing-for-you"),
        ("please fill in the attendance log for me", "limits/writing-for-you"),
        ("how can I become a speech therapist", "limits/careers"),
        ("where can I download a blank consent form", "limits/portal-trouble"),
        ("which medication is best for hyperactive kids", "limits/medical"),
    ],
)
def test_a_request_that_no_rule_answers_is_declined(question: str, topic: str) -> None:
    """Whatever words of the field stand in it; the nearest topic may be pointed to."""
    found = ask(BASE, question)
    assert (found.status, found.topic) == ("declined", topic)


@pytest.mark.parametrize(
    "question",
    [
        "will he still get speech if we refuse Medicaid consent",
        "should I sign the note before the session",
        "how do I become my student's surrogate parent",
        "who must write the progress note",
        "may a colleague sign for me",
    ],
)
def test_a_question_on_a_rule_is_no_such_request(question: str) -> None:
    """Though it sounds a little like one."""
    assert requested(question) == ""


def test_no_question_of_a_topic_is_taken_for_a_request() -> None:
    """Nothing that is answered is declined by its words."""
    asked = [text for each in BASE.topics if each.kind == "answer" for text in (each.question, *each.phrasings)]
    assert [text for text in asked if requested(text)] == []


@given(st.text(max_size=120))
def test_any_text_gets_one_answer_and_always_the_same(question: str) -> None:
    """No text raises; no source is cited twice."""
    found = ask(BASE, question)
    assert found.answer
    assert found == ask(BASE, question)
    assert len(set(found.citations)) == len(found.citations)
