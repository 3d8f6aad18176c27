"""The glossary: which terms a text uses, and finding one by its name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import load
from knowledge.find.analyzer import words
from knowledge.glossary import nearest_names, term_named, terms_in, terms_of
from knowledge.schema import Term
from tests.knowledge.little_base import TERM, little_base, topic

GLOSSARY = load().glossary
NAMES = [(name, term) for term in GLOSSARY for name in term.names]


def a_term(name: str, *others: str) -> Term:
    """A term by its names."""
    return replace(TERM, name=name, others=others)


PLAN, NOTICE, THERAPY, SECTION = (
    a_term("IEP", "individualized education program"),
    a_term("prior written notice", "written notice"),
    a_term("PT", "physical therapy"),
    a_term("Section 504", "504"),
)
FOUR = (PLAN, NOTICE, THERAPY, SECTION)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ask for prior written notice of the IEP.", [NOTICE, PLAN]),
        ("Two IEPs, one IEP, an individualized education program.", [PLAN]),
        ("Prior-written\nnotices come late.", [NOTICE]),
        ("The IEP's goals", [PLAN]),
        ("PT, twice a week", [THERAPY]),
        ("Physical therapies", [THERAPY]),
        ("a pt of milk, iep, PTA, IEPX, aIEP", []),
        ("a 504 plan", [SECTION]),
        ("34 CFR 300.504, and 504.2", []),
        ("", []),
    ],
)
def test_the_terms_of_a_text(text: str, found: list[Term]) -> None:
    """By any name, in the plural, over the end of a line, in order, each once; abbreviations only as written."""
    assert list(terms_in(text, FOUR)) == found


def test_a_topic_has_the_terms_of_all_that_a_person_reads() -> None:
    """Question, short answer and the rest; not its phrasings, which nobody sees."""
    base = little_base(glossary=FOUR)
    asked = topic(question="An IEP?", short="Yes, by 504.", more="And PT.", phrasings=["prior written notice"])
    assert terms_of(asked, base=base) == (PLAN, SECTION, THERAPY)
    assert terms_of(asked, base=little_base()) == ()


def test_the_terms_of_a_topic_that_ships() -> None:
    """From the glossary that ships, where no other is given."""
    found = terms_of(load().by_id["ny/what-is-stac1"])
    assert "STAC-1" in [term.name for term in found]
    assert set(found) <= set(GLOSSARY)


@pytest.mark.parametrize(("name", "term"), NAMES, ids=[name for name, _ in NAMES])
def test_each_name_finds_its_term(name: str, term: Term) -> None:
    """In a text, and asked for: no term hides another."""
    assert terms_in(f"({name})", GLOSSARY) == (term,)
    assert term_named(name, GLOSSARY) is term
    assert term_named(f" {name.upper()} ", GLOSSARY) is term


@given(st.text(), st.sampled_from(NAMES))
def test_what_stands_around_hides_no_term(text: str, named: tuple[str, Term]) -> None:
    """Whatever a text says, the term after it is found, and nothing that is not in the glossary."""
    name, term = named
    found = terms_in(f"{text}\n\n“{name}”", GLOSSARY)
    assert term in found
    assert len(set(found)) == len(found)
    assert set(found) <= set(GLOSSARY)


@pytest.mark.parametrize(
    ("asked", "name"),
    [("seit", "SEIT"), ("the IEPs", "IEP"), ("Stay put", "stay-put"), ("hearing", "due process complaint")],
)
def test_a_term_is_found_however_it_is_asked_for(asked: str, name: str) -> None:
    """In small letters, in the plural, without the hyphen, with an article or without."""
    found = term_named(asked, GLOSSARY)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("asked", "first"),
    [("seitt", "SEIT"), ("medation", "mediation"), ("prior writen notice", "prior written notice")],
)
def test_what_is_misspelled_is_near_a_name(asked: str, first: str) -> None:
    """It finds no term, and the nearest name comes first."""
    assert term_named(asked, GLOSSARY) is None
    assert nearest_names(asked, GLOSSARY)[0] == first


@pytest.mark.parametrize("asked", ["", " ", "qqqq", "\x1b[31m"])
def test_what_is_nothing_like_a_name_is_near_none(asked: str) -> None:
    """No guess is better than a wild one."""
    assert term_named(asked, GLOSSARY) is None
    assert nearest_names(asked, GLOSSARY) == ()


@pytest.mark.parametrize("short", words()["abbreviations"])
def test_every_abbreviation_that_the_finder_knows_is_explained(short: str) -> None:
    """And stands for the same: one term has the abbreviation and its words for names."""
    term = term_named(short, GLOSSARY)
    assert term is not None
    assert term_named(words()["abbreviations"][short], GLOSSARY) is term
