"""Handouts: what stands on the page, as Markdown and as a Word file that is sound, accessible, and one page long."""

from __future__ import annotations

import datetime
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.document import Document
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.cli.output import Taken, Unwritable, free_name
from assistant.handout import Handout, NothingToSave, handout_of, handout_of_all
from assistant.handout.markdown import as_markdown
from assistant.handout.saving import save
from assistant.handout.word import as_word
from knowledge import load
from knowledge.answer import answer
from knowledge.compose import answer_topic
from tests.documents.matrix.office import SOFFICE, converted

DAY = datetime.date(2026, 11, 26)
LISTED, STRONG = "ct/documentation", "federal/youth-coordination-models"
PLAIN = Handout("Who?", "Short.", "", (), (), (), "Made.", DAY)


def of_topic(topic_id: str) -> Handout:
    """The handout of a topic, as the command makes it."""
    return handout_of(load(), answer_topic(load(), load().by_id[topic_id].question, topic_id), DAY)


def opened(handout: Handout) -> Document:
    """Its Word file, read again."""
    return docx.Document(io.BytesIO(as_word(handout)))


def test_a_topic_is_whole_on_the_page() -> None:
    """Question, answer, notes, place, programme, age, sources with their age, date, and that it is no advice."""
    topic, text = load().by_id[LISTED], as_markdown(of_topic(LISTED))
    assert text.startswith(f"# {topic.question}\n\n{topic.short}\n\n## What else matters\n\n{topic.more}\n")
    for line in (
        "- This holds for Connecticut; elsewhere it may differ.",
        "- Place: Connecticut",
        "- Program: Early intervention (birth to 3)",
        "- As of: November 2026; current",
        "Made with Tandem on November 26, 2026. This is information, not legal advice.",
    ):
        assert f"\n{line}\n" in text
    source = load().sources[topic.citations[0].source]
    assert f"- {source.title}, {topic.citations[0].locator} (Connecticut; dated 2018; current)" in text


def test_what_is_superseded_says_so() -> None:
    """Beside its month."""
    old = next(each for each in load().topics if each.currency.state == "superseded")
    text = as_markdown(of_topic(old.id))
    assert "; it is about a rule that a newer one has replaced" in text
    assert old.currency.note in text


def test_an_answered_question_bears_the_askers_words_and_place() -> None:
    """Made harmless: neither an order to the terminal nor Markdown."""
    question = "is a *SEIT* paid extra\x1b[2J in Schenectady?"
    handout = handout_of(load(), answer(load(), question), DAY)
    assert as_markdown(handout).startswith("# is a \\*SEIT\\* paid extra␛\\[2J in Schenectady?\n")
    assert "Place: Schenectady County, New York" in handout.holds
    assert opened(handout).paragraphs[0].text == "is a *SEIT* paid extra␛[2J in Schenectady?"


def test_what_is_no_answer_is_no_handout() -> None:
    """A decline, a question back; but the help in danger is one."""
    for question in ("What is the SEIT rate in Suffolk County?", "hello"):
        with pytest.raises(NothingToSave, match="Only an answer"):
            handout_of(load(), answer(load(), question), DAY)
    assert "911" in as_markdown(of_topic("limits/crisis"))


def test_the_word_file_has_headings_lists_and_strong_words() -> None:
    """As styles, which a screen reader goes by; no sign of Markdown is left."""
    page = opened(of_topic(STRONG))
    styles = [paragraph.style.name for paragraph in page.paragraphs if paragraph.style]
    assert styles[0] == "Heading 1"
    assert styles.count("Heading 1") == 1
    titles = [each.text for each in page.paragraphs if each.style and each.style.name == "Heading 2"]
    assert titles == ["What else matters", "Please note", "Where and when this holds", "Sources"]
    (item,) = (each for each in page.paragraphs if each.text.startswith("Mixed:"))
    assert item.style
    assert item.style.name == "List Bullet"
    assert (item.runs[0].text, item.runs[0].bold) == ("Mixed:", True)
    assert not any("**" in each.text for each in page.paragraphs)
    assert page.paragraphs[1].runs[0].bold


def test_the_word_file_names_its_title_and_language() -> None:
    """And its date is that of the handout."""
    about = opened(of_topic(LISTED)).core_properties
    assert about.title == load().by_id[LISTED].question
    assert about.language == "en-US"
    assert about.created == datetime.datetime(2026, 11, 26, 12, tzinfo=about.created.tzinfo if about.created else None)


def test_every_sign_of_markdown_is_written_as_what_it_means() -> None:
    """Links with their address, as they are read on paper; numbers, slanted words, code, a break of line."""
    more = "See [the *law*](https://example.org/a).\nSay `x`.\n\n1. one\n2. **two**\n\n    kept"
    page = opened(replace(PLAIN, more=more))
    rows = [(each.text, each.style.name if each.style else "") for each in page.paragraphs]
    assert ("See the law (https://example.org/a). Say “x”.", "Normal") in rows
    assert ("one", "List Number") in rows
    assert ("two", "List Number") in rows
    assert any(run.italic and run.text == "law" for each in page.paragraphs for run in each.runs)


def test_the_same_handout_gives_the_same_bytes() -> None:
    """Whenever it is made; another day gives others."""
    handout = of_topic(LISTED)
    assert as_word(handout) == as_word(handout)
    assert as_word(replace(handout, day=DAY.replace(day=1))) != as_word(handout)
    with zipfile.ZipFile(io.BytesIO(as_word(handout))) as package:
        assert {part.date_time for part in package.infolist()} == {(2026, 11, 26, 12, 0, 0)}


@given(st.text(), st.text())
def test_any_text_can_be_written_both_ways(title: str, more: str) -> None:
    """A title of any signs stays one heading, and no text stops the Word file."""
    answered = replace(answer_topic(load(), title, LISTED), answer=f"Short.\n\n{more}")
    handout = handout_of(load(), answered, DAY)
    as_word(handout)
    tokens = MarkdownIt("commonmark").parse(as_markdown(replace(handout, more="")))
    assert tokens[0].type == "heading_open"
    assert sum(token.tag == "h1" for token in tokens if token.type == "heading_open") == 1


def test_several_answers_stand_one_after_another() -> None:
    """Each with its own notes and sources, under one heading and one date; each once, and answers alone."""
    first, second = (answer_topic(load(), load().by_id[each].question, each) for each in (LISTED, STRONG))
    decline = answer(load(), "What is the SEIT rate in Suffolk County?")
    handout = handout_of_all(load(), [first, decline, second, first], DAY)
    text = as_markdown(handout)
    assert text.startswith(f"# 2 questions, with their answers\n\n## {first.question}\n\n")
    assert f"\n\n## {second.question}\n\n" in text
    assert text.count("\n### Sources\n") == 2
    assert text.count("Made with Tandem on November 26, 2026.") == 1
    page = opened(handout)
    styles = [(each.style.name, each.text) for each in page.paragraphs if each.style]
    assert styles[0] == ("Heading 1", "2 questions, with their answers")
    assert [text for style, text in styles if style == "Heading 2"] == [first.question, second.question]
    assert ("Heading 3", "Sources") in styles
    assert handout_of_all(load(), [first, decline], DAY) == handout_of(load(), first, DAY)
    with pytest.raises(NothingToSave):
        handout_of_all(load(), [decline], DAY)


def test_saving_overwrites_nothing_unasked(tmp_path: Path) -> None:
    """And a free name is found."""
    path = free_name(tmp_path, "who", ".md")
    assert path == tmp_path / "who.md"
    save(PLAIN, path)
    with pytest.raises(Taken, match="already"):
        save(replace(PLAIN, title="Other"), path)
    assert path.read_text("utf-8").startswith("# Who?")
    save(replace(PLAIN, title="Other"), path, replace=True)
    assert path.read_text("utf-8").startswith("# Other")
    assert free_name(tmp_path, "who", ".md") == tmp_path / "who-2.md"
    with pytest.raises(Unwritable, match="cannot be written"):
        save(PLAIN, tmp_path / "none" / "who.docx")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_a_handout_is_one_page() -> None:
    """The topics with most to say."""

    def length(handout: Handout) -> int:
        return len(as_markdown(handout))

    every = (of_topic(each.id) for each in load().topics if each.kind in ("answer", "crisis"))
    longest = sorted(every, key=length)[-5:]
    for data in converted([as_word(each) for each in longest], "pdf"):
        pages = pypdfium2.PdfDocument(data)
        assert len(pages) == 1
        pages.close()
