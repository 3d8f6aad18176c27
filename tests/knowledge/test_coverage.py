"""Every item of the founding documents and every fact of the fact sheets has its topics, or a reason to be left out."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import load
from knowledge.calculations import (
    Calculation,
    early_intervening_maximum,
    integrated_share,
    local_effort_offset,
)
from tests.knowledge.coverage.__main__ import summary, table
from tests.knowledge.coverage.items import Item, Shape, split, split_facts
from tests.knowledge.coverage.table import Row, Sheet, faults, figures_of, gaps, laws_of, sheets
from tests.knowledge.little_base import SHARED, little_base, topic

SHEETS = {sheet.name: sheet for sheet in sheets()}
MEMO = SHEETS["nysed-idea-part-b-application-2010-11"]
THIS_YEAR, LAST_YEAR, SECTION_619 = Fraction(450_000), Fraction(250_000), Fraction(55_000)
WITH_CEIS = local_effort_offset(THIS_YEAR, LAST_YEAR, section_619=SECTION_619, ceis=None)
"""Examples 2 and 3: the full 15 percent goes to early intervening services."""


def test_there_is_a_table_for_each_text() -> None:
    """Five founding documents and seven fact sheets."""
    assert {name for name, sheet in SHEETS.items() if sheet.source} == {
        "ct-birth-to-three-service-coordination",
        "fl-early-steps-service-coordination-lesson",
        "ncset-service-coordination-faq",
        "nysed-idea-part-b-application-2010-11",
        "schenectady-coordination-of-services",
    }
    assert {name for name, sheet in SHEETS.items() if not sheet.source} == {
        "ct-fl-transition",
        "currency",
        "documentation-and-new-york-depth",
        "ny-preschool",
        "part-b-rights",
        "part-c-rights",
        "what-families-ask",
    }


@pytest.mark.parametrize("name", SHEETS)
def test_each_row_is_sound(name: str) -> None:
    """Its topics are there and cite the document, or a reason says why it has none."""
    print(summary([SHEETS[name]]))
    assert list(faults(SHEETS[name], load())) == []


@pytest.mark.parametrize("name", SHEETS)
def test_each_item_has_its_row_and_its_figures_are_told(name: str) -> None:
    """Held against the texts, where they are: a new or changed item is named by its place."""
    items = SHEETS[name].items(SHARED)
    if items is None:
        pytest.skip(f"the text is not in {SHARED}")
    assert len({item.locator for item in items}) == len(items)
    assert list(gaps(SHEETS[name], load(), items)) == []


@pytest.mark.parametrize("text", sorted({source.text for source in load().sources.values()}))
def test_no_text_of_a_source_is_forgotten(text: str) -> None:
    """Whatever the knowledge base rests on has a table."""
    assert text in {sheet.text for sheet in SHEETS.values()}


@pytest.mark.parametrize(
    ("place", "worked", "names"),
    [
        ("Overview, III.B, Example 1", local_effort_offset(THIS_YEAR, LAST_YEAR), ["rise", "most", "offset"]),
        (
            "Overview, III.B, Example 2",
            early_intervening_maximum(THIS_YEAR, SECTION_619),
            ["section_611", "section_619"],
        ),
        ("Overview, III.B, Example 2", WITH_CEIS, ["most", "offset"]),
        ("Overview, III.B, Example 3", WITH_CEIS, ["ceis", "offset"]),
        ("Attachment A, ", early_intervening_maximum(THIS_YEAR), ["section_611"]),
        ("Attachment B, ", early_intervening_maximum(Fraction(0), SECTION_619), ["section_619"]),
        ("Other Highlights, bullet 11", integrated_share(5, 20), ["share"]),
    ],
)
def test_the_worked_examples_come_out(place: str, worked: Calculation, names: list[str]) -> None:
    """What the calculations give for the memorandum's figures is what the topics of its examples tell."""
    topics = {name for row in MEMO.rows if row.locator.startswith(place) for name in row.topics}
    told = " ".join(f"{each.short} {each.more}" for each in map(load().topic, topics) if each)
    shown = {result.name: result.shown for result in worked.results}
    assert [name for name in names if shown[name] not in told] == []


# --- taking a text apart -------------------------------------------------------------------------------------------

TEXT = """\
The handbook
Rules for folders
Keep each folder for 6 years.

1. Label the folder
   with a name.
2. Close it.
1. Start again.

• red
✓ blue
| Kind | Years |
| | |
| (a) Files | 6 |
| and boxes | |
| (b) Cards | 7 |
[1] See the rule.
"""
SHAPE = Shape((("The handbook", "Title"), ("Rules for…", "Rules")), ("with a",), r"\([a-h]\) ")


def test_a_text_is_taken_apart() -> None:
    """Into paragraphs, items, bullets, rows and footnotes; headings are none, what wraps is one."""
    assert [(item.locator, item.text) for item in split(TEXT, SHAPE)] == [
        ("Rules, paragraph 1", "Keep each folder for 6 years."),
        ("Rules, item 1", "1. Label the folder with a name."),
        ("Rules, item 2", "2. Close it."),
        ("Rules, item 1, occurrence 2", "1. Start again."),
        ("Rules, bullet 1", "• red"),
        ("Rules, bullet 2", "✓ blue"),
        ("Rules, row 1", "Kind Years"),
        ("Rules, row 2", "(a) Files 6 and boxes"),
        ("Rules, row 3", "(b) Cards 7"),
        ("Rules, footnote 1", "[1] See the rule."),
    ]


def test_a_section_that_is_not_there_is_an_error() -> None:
    """As every locator after it would be wrong."""
    with pytest.raises(ValueError, match="“The end”"):
        split(TEXT, Shape((("The end", "End"),)))


def test_the_facts_of_a_sheet_are_its_bullets() -> None:
    """Each in the section of the heading above it."""
    facts = split_facts("# Sheet\n\nHow to read.\n\n- One.\n\n## Rest\n- Two.\n- Three.\n")
    assert [(fact.locator, fact.text) for fact in facts] == [
        ("Sheet, fact 1", "One."),
        ("Rest, fact 1", "Two."),
        ("Rest, fact 2", "Three."),
    ]


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1, max_size=12), st.data())
def test_a_fingerprint_is_of_the_words(words: list[str], data: st.DataObject) -> None:
    """Spaces, case and punctuation change nothing; another word does."""
    text = " ".join(words)
    same = Item("x", data.draw(st.sampled_from([" ", "\n", ", ", " – "])).join(words).upper())
    assert Item("y", text).fingerprint == same.fingerprint
    assert Item("y", text).fingerprint != Item("y", f"{text} more").fingerprint


def test_which_figures_an_item_states() -> None:
    """No telephone number, page, form, mark or number of a list; of a fact, not those of its citation."""
    assert figures_of(Item("x", "3. Send the FS-10 in ten days[4] to (518) 555-0100, see page 12 or p. 9.")) == {"10"}
    fact = Item("x", "It takes 45 days. [cite: 34 CFR 300.613(a); seen at: shelf 7; confidence: high]")
    assert figures_of(fact) == {"45"}
    assert laws_of(fact) == {"300.613"}
    assert laws_of(Item("x", "Nothing cited.")) == set()


# --- what is wrong is found ----------------------------------------------------------------------------------------

BASE = little_base(topic(), topic("ny/shelves"))
SIX = Item("Rules, item 1", "1. Keep it for 6 years.")
SEVEN = Item("Rules, item 2", "2. Keep it for 7 years.")


def sheet(*rows: Row, source: str = "handbook") -> Sheet:
    """A sheet of these rows."""
    return Sheet("handbook", "handbook.txt", source, Shape(), rows)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (Row("Rules", "f"), "needs topics or a reason"),
        (Row("Rules", "f", ("ny/folders",), "old"), "needs topics or a reason"),
        (Row("Rules", "f", ("ny/nowhere",)), "there is no topic “ny/nowhere”"),
        (Row("Rules", "f", ("ny/folders",), untold=("7",)), "need a reason"),
        (Row("Rules", "f", ("ny/folders",), because="old"), "a reason needs figures"),
    ],
)
def test_a_faulty_row_is_found(row: Row, words: str) -> None:
    """By its place."""
    (found,) = faults(sheet(row), BASE)
    assert found.startswith("Rules: ")
    assert words in found


def test_rows_of_one_place_and_topics_that_cite_another_source_are_found() -> None:
    """The first in any sheet, the second only in those of the founding documents."""
    row = Row("Rules", "f", ("ny/folders",))
    assert list(faults(sheet(row, row), BASE)) == ["Rules: stands in 2 rows"]
    assert list(faults(sheet(row, source="leaflet"), BASE)) == ["Rules: ny/folders does not cite leaflet"]
    assert list(faults(sheet(row, source=""), BASE)) == []


def test_a_sound_table_has_no_gap() -> None:
    """What is left out is not looked at; a figure may be listed as untold."""
    rows = (Row(SIX.locator, SIX.fingerprint, ("ny/folders",)), Row(SEVEN.locator, SEVEN.fingerprint, left_out="old"))
    assert list(gaps(sheet(*rows), BASE, [SIX, SEVEN])) == []
    listed = Row(SEVEN.locator, SEVEN.fingerprint, ("ny/folders",), untold=("7",), because="old")
    assert list(gaps(sheet(listed), BASE, [SEVEN])) == []


@pytest.mark.parametrize(
    ("row", "item", "words"),
    [
        (None, SIX, f"Rules, item 1: has no row; its fingerprint is {SIX.fingerprint}"),
        (Row("Rules, item 1", "0" * 12, ("ny/folders",)), SIX, "Rules, item 1: the text is another"),
        (Row("Rules, item 9", "f", ("ny/folders",)), None, "Rules, item 9: there is no such item"),
        (Row("Rules, item 2", SEVEN.fingerprint, ("ny/folders",)), SEVEN, "item 2: no topic of the row tells 7"),
        (
            Row("Rules, item 1", SIX.fingerprint, ("ny/folders",), untold=("6",), because="old"),
            SIX,
            "item 1: 6 need not be listed",
        ),
    ],
)
def test_a_gap_is_found(row: Row | None, item: Item | None, words: str) -> None:
    """A new item, a changed one, a row without one, a figure that no topic tells, one that need not be excused."""
    (found,) = gaps(sheet(*filter(None, [row])), BASE, list(filter(None, [item])))
    assert words in found


def test_a_law_that_no_topic_names_is_found() -> None:
    """At least one section that a fact cites must stand in a topic of its row."""
    fact = Item("Rules, fact 1", "Keep it. [cite: 34 CFR 300.613; seen at: a shelf]")
    row = Row(fact.locator, fact.fingerprint, ("ny/folders",))
    assert list(gaps(sheet(row, source=""), BASE, [fact])) == ["Rules, fact 1: no topic of the row tells 300.613"]
    cited = {"source": "handbook", "locator": "34 CFR 300.613(a)"}
    assert list(gaps(sheet(row, source=""), little_base(topic(citations=[cited])), [fact])) == []


def test_a_text_that_is_not_there_has_no_items(tmp_path: Path) -> None:
    """And is looked for in the folder itself, in `sources` and in `facts`."""
    assert sheet().items(tmp_path) is None
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "handbook.txt").write_text("Keep it.", "utf-8")
    assert sheet().items(tmp_path) == [Item("Beginning, paragraph 1", "Keep it.")]


# --- the printed table ---------------------------------------------------------------------------------------------


def test_the_table_is_printed() -> None:
    """Each row with its topics or its reason, and how many there are."""
    printed = sheet(
        Row("Rules, item 1", "f", ("ny/folders", "ny/shelves")),
        Row("Rules, item 2", "f", ("ny/folders",), untold=("7",), because="an example"),
        Row("Rules, item 3", "f", left_out="an address"),
    )
    assert table(printed).splitlines()[4:] == [
        "| Rules, item 1 | ny/folders, ny/shelves |",
        "| Rules, item 2 | ny/folders (without 7: an example) |",
        "| Rules, item 3 | left out: an address |",
    ]
    assert "| **all** | 3 | 2 | 1 |" in summary([printed])
    assert "- 1: an address" in summary([printed])


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--summary"], 0, "| **all** |"),
        (["currency"], 0, "## currency"),
        (["curency"], 2, "there is no table “curency”"),
    ],
)
def test_the_command(arguments: list[str], code: int, words: str) -> None:
    """It prints, and says which name is none."""
    command = [sys.executable, "-m", "tests.knowledge.coverage", *arguments]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=Path(__file__).parents[2], check=False)
    assert ran.returncode == code
    assert words in ran.stdout + ran.stderr
