"""What ships is sound, and each check of it finds what it is there to find."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from checkers.registry import all_rules
from knowledge import checks, load
from knowledge.checks import Problem, check, glossary, structure
from knowledge.checks.figures import figures, figures_told, law_numbers, plain
from knowledge.schema import KnowledgeBase, Topic
from tests.knowledge.little_base import FILE, SHARED, SOURCE, TERM, TEXT, little_base, text_folder, topic

CITED_BY_RULES = frozenset(source for rule in all_rules() for source, _ in rule.cites)


def test_what_ships_is_sound() -> None:
    """No check of the content alone has anything to say."""
    assert check(cited_elsewhere=CITED_BY_RULES) == ()


def test_every_figure_and_quoted_term_stands_in_its_source() -> None:
    """Held against the texts of the sources, where they are."""
    if not all((SHARED / name).is_dir() for name in ("sources", "facts")):
        pytest.skip(f"the sources' texts are not in {SHARED}")
    assert check(sources=SHARED, cited_elsewhere=CITED_BY_RULES) == ()


RUN = 8
"""So many words in a row that stand in a source were taken from it."""
NAMES = ("Board of Education and Services for the Blind",)
"""What has no other words: names of offices and forms, and terms of the law."""
IN_A_ROW = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def runs(text: str) -> set[str]:
    """Each run of words of a text, however it is written."""
    words = [word.replace("’", "'") for word in IN_A_ROW.findall(text.casefold())]
    return {" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def test_runs_of_words_are_found_however_they_are_written() -> None:
    """Line breaks, commas and capitals make no words one's own; eight words do."""
    assert runs("One two,\nTHREE four–five; child’s seven (eight)") == {"one two three four five child's seven eight"}
    assert runs("one two three four five six seven") == set()


def test_topics_and_explanations_are_in_own_words() -> None:
    """No eight words of a source in a row, but names and terms that have no other."""
    if not (SHARED / "sources").is_dir():
        pytest.skip(f"the sources' texts are not in {SHARED}")
    texts = [path.read_text("utf-8", errors="replace") for path in (SHARED / "sources").glob("*.txt")]
    taken = set().union(*map(runs, texts)) - set().union(*map(runs, NAMES))
    assert len(texts) >= 5
    assert [
        f"{topic.file}, {topic.id}: {words}"
        for topic in load().topics
        for sentence in re.split(r"(?<=[.!?:;])\s|\n", f"{topic.short}\n{topic.more}")
        for words in sorted(runs(sentence) & taken)
    ] == []
    assert [term.name for term in load().glossary if runs(term.explanation) & taken] == []


HISTORY = tuple(
    topic for topic in load().topics if any(each.source == "nysed-idea-application-2010" for each in topic.citations)
)
"""What the funding memorandum of 2010-11 is cited for."""


@pytest.mark.parametrize("topic", HISTORY, ids=lambda topic: topic.id)
def test_history_is_told_as_history(topic: Topic) -> None:
    """The year stands in the answer itself, and its age in its currency: nobody takes it for today's rule."""
    assert "2010-11" in topic.short
    assert topic.currency.state != "current"
    assert topic.currency.note


def test_no_text_is_no_proof(tmp_path: Path) -> None:
    """Against an empty folder every source's text is missed, and the figures of an answer stand nowhere."""
    found = check(sources=tmp_path, cited_elsewhere=CITED_BY_RULES)
    missed = {each.where.removeprefix("sources.toml, ") for each in found if "there is no text" in each.what}
    assert missed == set(load().sources)
    assert "the figure “10” stands in none of the texts it cites" in {
        each.what for each in found if each.where.endswith("ny-schenectady/sessions-per-year")
    }


# --- each check, broken --------------------------------------------------------------------------------------------

FOLDERS, SHELVES = topic(), topic("ny/shelves")
SIX = ["a", "b", "c", "d", "e", "f"]


@dataclass(frozen=True)
class Broken:
    """A base with one fault, the check that is there for it, what it says, and of which topic, source or term."""

    by: Callable[[KnowledgeBase], Iterable[Problem]]
    base: KnowledgeBase
    words: str
    where: str = "ny/folders"
    file: str = f"topics/{FILE}"


def broken(by: Callable[[KnowledgeBase], Iterable[Problem]], words: str, **changes: Any) -> Broken:
    """A base in which one part of the topic ny/folders is another."""
    return Broken(by, little_base(topic(**changes), SHELVES), words)


def broken_source(words: str, **changes: Any) -> Broken:
    """A base in which one part of the source is another."""
    base = little_base(FOLDERS, SHELVES, sources=[replace(SOURCE, **changes)])
    return Broken(structure.known_words, base, words, SOURCE.id, "sources.toml")


def broken_term(by: Callable[[KnowledgeBase], Iterable[Problem]], words: str, **changes: Any) -> Broken:
    """A base in which one part of the term is another."""
    term = replace(TERM, **changes)
    return Broken(by, little_base(FOLDERS, SHELVES, glossary=[term]), words, term.name, "glossary.toml")


BROKEN = [
    Broken(structure.ids, little_base(FOLDERS, FOLDERS), "another topic has this id too"),
    Broken(structure.ids, little_base(topic("ny/Old folders")), "an id is place/short-name", "ny/Old folders"),
    Broken(structure.ids, little_base(topic("folders", places=["ny"])), "an id is place/short-name", "folders"),
    broken(structure.ids, "the id begins with “ny”, which is none of its places", places=["ct"]),
    broken(structure.phrasings, "has 5 phrasings; 6 are the least", phrasings=SIX[:5]),
    Broken(
        structure.phrasings,
        little_base(FOLDERS, topic("ny/shelves", phrasings=["Folders: STORAGE!", *SIX])),
        "shares “Folders: STORAGE!” with ny/folders",
        "ny/shelves",
    ),
    broken(structure.lengths, "the short answer is empty", short=" "),
    broken(structure.lengths, "“short” has 61 words; 60 are the most", short="word " * 61),
    broken(structure.lengths, "“more” has 121 words; 120 are the most", more="word " * 121),
    broken(structure.known_words, "there is no kind “advice”", kind="advice"),
    broken(structure.known_words, "there is no place “mars”", places=["ny", "mars"]),
    broken(structure.known_words, "there is no programme “part-z”", programme="part-z"),
    broken(structure.known_words, "there is no role “lawyer”", roles=["family", "lawyer"]),
    broken(structure.known_words, "names no role", roles=[]),
    broken(
        structure.known_words, "there is no state “old”", currency={"as_of": "2026-01", "state": "old", "note": "x"}
    ),
    broken_source("there is no place “mars”", place="mars"),
    broken_source("there is no state “new”", currency="new"),
    broken(structure.links, "points to “ny/nowhere”, which is not there", related=["ny/nowhere"]),
    broken(structure.links, "points to “ny/nowhere”", contrasts=[{"topic": "ny/nowhere", "difference": "none"}]),
    broken(structure.links, "points to itself", related=["ny/folders"]),
    broken(structure.citations, "cites no source", citations=[]),
    broken(structure.citations, "cites “rumour”", citations=[{"source": "rumour", "locator": "page 1"}]),
    broken(structure.citations, "does not say where in “handbook”", citations=[{"source": "handbook", "locator": " "}]),
    broken(structure.currency, "“2026-13” is no month", currency={"as_of": "2026-13", "state": "current"}),
    broken(structure.currency, "“” is no month", currency={"as_of": "", "state": "current"}),
    broken(
        structure.currency, "is dated and has no note", currency={"as_of": "2026-01", "state": "dated", "note": " "}
    ),
    broken(structure.currency, "is superseded and has no", currency={"as_of": "2026-01", "state": "superseded"}),
    Broken(
        glossary.terms,
        little_base(FOLDERS, glossary=[TERM, replace(TERM, name="county", others=("Handbook",))]),
        "shares the name “Handbook” with handbook",
        "county",
        "glossary.toml",
    ),
    broken_term(glossary.terms, "is explained in 0 words", explanation=" "),
    broken_term(glossary.terms, "is explained in 46 words", explanation="word " * 46),
    broken_term(glossary.terms, "there is no place “mars”", places=("mars",)),
    broken_term(glossary.terms, "names no topic to read on", topics=()),
    broken_term(glossary.terms, "points to “ny/nowhere”, which is not there", topics=("ny/folders", "ny/nowhere")),
    broken_term(glossary.terms, "rests on “rumour”, which is not in sources.toml", source="rumour"),
    Broken(
        glossary.terms,
        little_base(
            FOLDERS,
            SHELVES,
            sources=[SOURCE, replace(SOURCE, id="leaflet")],
            glossary=[
                replace(TERM, source="leaflet"),
            ],
        ),
        "rests on “leaflet”, which none of its topics cites",
        "handbook",
        "glossary.toml",
    ),
    broken_term(glossary.used, "no topic uses it", name="IEP", others=()),
    broken(glossary.explained, "uses “IEP”, which glossary.toml does not explain", more="Two IEPs, at 8 AM."),
    broken(glossary.explained, "uses “FS-10-A”, which", question="What is an FS-10-A?"),
    broken_term(
        glossary.alike, "has no name “prior written notice”, which “pwn” stands for in words.toml", others=("PWN",)
    ),
]


def test_the_little_base_is_sound(tmp_path: Path) -> None:
    """So that what is found below is the fault that was put in; the longest texts allowed are no fault."""
    longest = topic("ny/boxes", short="word " * 60, more="word " * 120)
    base = little_base(FOLDERS, SHELVES, longest, glossary=[TERM])
    assert check(base=base, sources=text_folder(tmp_path)) == ()


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: f"{case.by.__name__}: {case.words}")
def test_each_check_finds_its_fault(case: Broken) -> None:
    """It says in which file and topic, alone and among all checks."""
    found = list(case.by(case.base))
    assert found
    assert {each.where for each in found} == {f"{case.file}, {case.where}"}
    assert any(case.words in str(each) for each in found)
    assert set(found) <= set(check(base=case.base))


def test_every_check_is_broken_above() -> None:
    """A new check needs a fault of its own here."""
    assert {case.by for case in BROKEN} == set(checks._CHECKS)


@pytest.mark.parametrize("kind", ["decline", "smalltalk", "crisis"])
def test_what_is_no_answer_needs_neither_source_nor_phrasings(kind: str) -> None:
    """A greeting cites nothing and holds as of no month."""
    hello = topic("limits/hello", places=["ny"], kind=kind, citations=[], phrasings=["hi"], currency={
        "as_of": "", "state": "current",
    })  # fmt: skip
    assert check(base=little_base(FOLDERS, hello)) == ()


def test_a_source_that_nothing_cites_is_found() -> None:
    """Unless a rule cites it; and what a rule cites must be in the list."""
    base = little_base(FOLDERS, sources=[SOURCE, replace(SOURCE, id="leaflet")])
    assert check(base=base) == (Problem("sources.toml, leaflet", "nothing cites this source"),)
    assert check(base=base, cited_elsewhere={"leaflet"}) == ()
    assert check(base=base, cited_elsewhere={"leaflet", "poster"}) == (
        Problem("sources.toml, poster", "is cited by a rule but not in the list"),
    )


# --- against the sources' texts ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"short": "Seven years."}, "the figure “7” stands in none of the texts it cites"),
        ({"more": "Ask before March 3rd."}, "the figure “march 3” stands in none"),
        (
            {"citations": [{"source": "handbook", "locator": "page 1", "supports": ["for ever"]}]},
            "“for ever” does not stand in the text of handbook",
        ),
        ({"more": f"It is so. {TEXT.split('. ')[1]}"}, "is a source's sentence; say it in other words"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_the_texts_do_not_bear_out_is_found(tmp_path: Path, changes: dict[str, Any], words: str) -> None:
    """A wrong figure, a term that does not stand there, a sentence that stands there all too well."""
    found = check(base=little_base(topic(**changes)), sources=text_folder(tmp_path))
    assert {each.where for each in found} == {f"topics/{FILE}, ny/folders"}
    assert any(words in each.what for each in found)


@pytest.mark.parametrize(
    ("explanation", "words"),
    [
        ("Kept for 7 years.", "the figure “7” does not stand in the text of handbook"),
        (TEXT.split(". ")[1], "is a source's sentence; say it in other words"),
    ],
)
def test_what_the_text_of_a_term_does_not_bear_out_is_found(tmp_path: Path, explanation: str, words: str) -> None:
    """A figure of the source or of the term's own name is no fault."""
    term = replace(TERM, explanation=explanation)
    (found,) = check(base=little_base(FOLDERS, SHELVES, glossary=[term]), sources=text_folder(tmp_path))
    assert found.where == "glossary.toml, handbook"
    assert words in found.what
    sound = replace(TERM, others=("HB", "Form 9"), explanation="Form 9, kept for 6 years.")
    assert check(base=little_base(FOLDERS, SHELVES, glossary=[sound]), sources=text_folder(tmp_path)) == ()


def test_a_text_that_is_not_there_is_found(tmp_path: Path) -> None:
    """By the name of its source; texts may lie in the folder itself, in `sources` or in `facts`."""
    base = little_base(topic(citations=[{"source": "handbook", "locator": "page 1"}], short="Yes."))
    assert check(base=base, sources=tmp_path) == (
        Problem("sources.toml, handbook", f"there is no text “handbook.txt” in {tmp_path}"),
    )
    for name in ("sources", "facts"):
        (tmp_path / name).mkdir()
        text_folder(tmp_path / name)
        assert check(base=base, sources=tmp_path) == ()
        (tmp_path / name / "handbook.txt").unlink()


def test_a_figure_may_stand_in_the_citation_itself(tmp_path: Path) -> None:
    """The number of a law, in the source's title or in the locator, and the source's date; but no page number."""
    law = replace(SOURCE, title="Chapter 213 of the laws", dated="2019")
    cited = [{"source": "handbook", "locator": "Section 4410, page 12"}]
    borne_out = topic(short="Chapter 213 of 2019, in section 4410.", citations=cited)
    assert check(base=little_base(borne_out, sources=[law]), sources=text_folder(tmp_path)) == ()
    (found,) = check(base=little_base(topic(short="On 12.", citations=cited), sources=[law]), sources=tmp_path)
    assert "the figure “12”" in found.what


@pytest.mark.parametrize(("count", "is_found"), [(11, False), (12, True)])
def test_from_twelve_words_on_a_sentence_must_be_ones_own(tmp_path: Path, count: int, *, is_found: bool) -> None:
    """Fewer may be a term of the law."""
    words = TEXT.split(". ")[1].split()[:count]
    found = check(base=little_base(topic(more=f"{' '.join(words)}.")), sources=text_folder(tmp_path))
    assert bool(found) == is_found


def test_a_figure_of_a_text_that_is_not_cited_counts_for_nothing(tmp_path: Path) -> None:
    """What stands in another source does not bear out an answer."""
    other = replace(SOURCE, id="leaflet", text="leaflet.txt")
    base = little_base(topic(short="Nine years."), sources=[SOURCE, other])
    folder = text_folder(tmp_path, {"handbook.txt": TEXT, "leaflet.txt": "Nine years."})
    (found,) = check(base=base, sources=folder, cited_elsewhere={"leaflet"})
    assert "the figure “9”" in found.what


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ten sessions", "10 sessions"),
        ("TWENTY-TWO days", "22 days"),
        ("twenty two days", "22 days"),
        ("a half-hour block", "30 minutes"),
        ("half an hour", "30 minutes"),
        ("twice a year", "2 a year"),
        ("1,200 dollars", "1200 dollars"),
        ("July 1st", "July 1"),
        ("age 07", "age 7"),
        ("2.0 units", "2 units"),
        ("１０ sessions", "10 sessions"),
    ],
)
def test_a_figure_is_the_same_however_it_is_written(one: str, other: str) -> None:
    """In words, in digits, with a comma, as a date."""
    assert figures(one) == figures(other) != set()


def test_which_figures_an_answer_tells() -> None:
    """Not the numbers of a list, a section's paragraphs or a worked example; "one" is a person as often as a number."""
    assert figures("one of 3, one more") == {"3"}
    assert figures_told("1. Ask within 45 days.\n2. See 34 CFR 300.613(a)(2).") == {"45", "34", "300.613"}
    assert figures_told("It takes 6 years.\n\nFor example, 12 and 18 make 30.") == {"6"}
    assert figures("by July 1 or 10 May") == {"1", "10", "july 1"}


def test_the_numbers_of_the_law_in_a_locator() -> None:
    """A section may be named in an answer; a page or an item is none."""
    assert law_numbers("Section 4410, 200.16(e)(2), page 12, item 3") == {"4410", "200.16"}


def test_plain_words_are_found_whole() -> None:
    """With a space on either side, so that "ten" does not stand in "often"."""
    assert plain("Often, ONE-HALF; ten.") == " often one half 10 "


@pytest.mark.parametrize(("text", "found"), [("twenty-one days", {"21"}), ("thirty one", {"31"}), ("one day", set())])
def test_numbers_in_words_are_read_whole(text: str, found: set[str]) -> None:
    """And “one” alone is none, as it stands for a person or a thing too often."""
    assert figures(text) == found
