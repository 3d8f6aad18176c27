"""Annotated copies of Word files: where comments stand, what is left as it was, and what a copy says of itself."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from checkers.check import check_bytes
from checkers.layout import lines_of
from checkers.readers.word import names as n
from checkers.readers.word import read_word
from checkers.unreadable import Unreadable
from tests.checkers.annotate.copies import DAY, comments_in, copy_of, options, part, ranges_in, words_of
from tests.documents.hostile import HOSTILE
from tests.documents.matrix.office import SOFFICE, converted
from tests.documents.matrix.word_files import FILES, strict
from tests.documents.matrix.word_package import unzipped
from tests.documents.paper_docx import iep_table, note_grid, note_rows
from tests.documents.papers import COORDINATION, Iep, Note
from tests.documents.word import (
    DECLARATIONS,
    bold,
    changed,
    control,
    paragraph,
    related,
    row,
    run,
    signature_part,
    table,
    text_box,
    word,
)

TITLE = paragraph(bold("Progress Note"))
UNSIGNED = ("Child's Name: Ava Sample", "Date of Service: 2/10/2026", "Session Notes: We read a book together.")
NOTE = word(TITLE, *UNSIGNED, "Therapist Signature: ____________  Date: ________")
FAULTY = Note(sessions=(COORDINATION,))
UNFILLED = "Date of Service: MM/DD/YYYY"


def summary_in(data: bytes) -> list[str]:
    """The lines of the summary, which has to be the first thing of the body."""
    first = part(data, "word/document.xml").find(n.BODY)[0]  # type: ignore[index]  # a Word file has a body
    assert first.tag == n.SDT
    assert first.find(f"{n.SDT_PR}/{n.W}tag").get(n.VAL) == n.SUMMARY  # type: ignore[union-attr]  # as above
    return [words_of(line) for line in first.iter(n.P)]


def without_additions(data: bytes) -> bytes:
    """The document's XML without summary, marks and references."""
    root = part(data, "word/document.xml")
    added = [root.find(n.BODY)[0], *root.iter(f"{n.W}commentRangeStart", f"{n.W}commentRangeEnd")]  # type: ignore[index]
    added += [each.getparent() for each in root.iter(f"{n.W}commentReference")]
    for each in added:
        each.getparent().remove(each)  # type: ignore[union-attr]  # all of them stand in the body
    return etree.tostring(root, method="c14n")


# --- where comments stand --------------------------------------------------------------------------------------------


def test_a_comment_stands_at_the_runs_with_its_words_alone() -> None:
    """What else the paragraph says, on lines of its own, is not marked."""
    end = run("", "<w:br/>")
    lines = paragraph("Child's Name: Ava", end, run("Date of "), run("Service: 2/30/2026"), end, run("Notes: We read."))
    _, copy = copy_of(word(TITLE, lines), "note.docx")
    numbers = [at for at, anchor in enumerate(copy.anchors) if "2/30/2026" in anchor.text]
    assert numbers
    assert {ranges_in(copy.data)[str(number)] for number in numbers} == {"Date of Service: 2/30/2026"}


@pytest.mark.parametrize(
    ("where", "data"),
    [
        ("the header", word(TITLE, *UNSIGNED, header=[UNFILLED])),
        ("the footer", word(TITLE, *UNSIGNED, footer=[UNFILLED])),
        ("a text box", word(TITLE, *UNSIGNED, paragraph(run("Box:"), text_box(paragraph(UNFILLED))))),
    ],
    ids=["header", "footer", "text box"],
)
def test_where_word_takes_no_comment_it_stands_at_the_nearest_heading_and_says_so(where: str, data: bytes) -> None:
    """So that no finding is lost, and the summary counts them."""
    report, copy = copy_of(data, "note.docx")
    there = [at for at, anchor in enumerate(copy.anchors) if anchor.elsewhere]
    assert there, [(each.rule, each.spot) for each in report.findings]
    comments, ranges = comments_in(copy.data), ranges_in(copy.data)
    assert len(comments) == len(report.findings)
    for number in map(str, there):
        assert ranges[number] == "Progress Note"
        assert f"This is about {where}, paragraph 1, where no comment can stand" in comments[number][-1]
        assert comments[number][-1].endswith("this one is at the nearest heading.")
    noun = "1 finding" if len(there) == 1 else f"{len(there)} findings"
    assert f"{noun} could not be marked in place; the comment says so." in summary_in(copy.data)
    assert check_bytes(copy.data, "note.docx", options()).outcomes == report.outcomes


def test_a_footnote_s_finding_stands_at_a_heading_too() -> None:
    """Notes are read behind the body, and hold no comment."""
    notes = f'<w:footnotes {DECLARATIONS}><w:footnote w:id="2">{paragraph(UNFILLED)}</w:footnote></w:footnotes>'
    data = word(TITLE, *UNSIGNED, paragraph(run("Goal"), run("", '<w:footnoteReference w:id="2"/>')))
    data = related(changed(data, {"word/footnotes.xml": notes}), {"rIdF": ("footnotes", "footnotes.xml")})
    _, copy = copy_of(data, "note.docx")
    there = [at for at, anchor in enumerate(copy.anchors) if anchor.elsewhere]
    assert there
    assert {ranges_in(copy.data)[str(at)] for at in there} == {"Progress Note"}


def test_without_any_heading_it_stands_at_the_beginning() -> None:
    """And says that."""
    _, copy = copy_of(word("Child's Name: Ava Sample", *UNSIGNED[1:], header=[UNFILLED]), "note.docx")
    there = [anchor for anchor in copy.anchors if anchor.elsewhere]
    assert there
    for anchor in there:
        assert anchor.line is not None
        assert anchor.line.text == "Child's Name: Ava Sample"
        assert anchor.remark.endswith("this one is at the beginning of the document.")


def test_a_document_whose_body_is_empty_has_its_comments_at_the_summary() -> None:
    """All that it says stands in a text box of the header."""
    _, copy = copy_of(word("", header=["Progress Note", UNFILLED]), "note.docx")
    assert copy.anchors
    assert len(comments_in(copy.data)) == len(copy.anchors) == len(ranges_in(copy.data))


@pytest.mark.parametrize(
    "body",
    [
        control(paragraph("Date of Service: 2/30/2026")),
        table(row("Date of Service", "2/30/2026")),
        table(row("Notes", control(f"<w:tc><w:p>{run('Date of Service: 2/30/2026')}</w:p></w:tc>"))),
        paragraph(f'<w:ins w:id="9" w:author="A">{run("Date of Service: 2/30/2026")}</w:ins>'),
        paragraph(control(run("Date of Service: 2/30/2026"))),
        paragraph(f"<w:hyperlink>{run('Date of Service: 2/30/2026')}</w:hyperlink>"),
        f"<w:customXml>{paragraph('Date of Service: 2/30/2026')}</w:customXml>",
    ],
    ids=["control", "table", "cell in a control", "insertion", "control in a line", "link", "custom XML"],
)
def test_comments_stand_where_word_puts_paragraphs(body: str) -> None:
    """The places are those that the reader counts, whatever stands before."""
    data = word(TITLE, paragraph(text_box("<w:p/>", paragraph("aside"))), body, header=[table(row("Agency", "A"))])
    _, copy = copy_of(data, "note.docx")
    marked = [ranges_in(copy.data)[str(at)] for at, each in enumerate(copy.anchors) if "2/30/2026" in each.text]
    assert marked
    assert all("2/30/2026" in words for words in marked)


# --- what a copy leaves as it was ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_word_file(name: str) -> None:
    """Strict, with macros, as a template, in UTF-16, as other programs write it: the copy is an ordinary .docx."""
    change, ending = FILES[name]
    data = change(NOTE)
    report, copy = copy_of(data, f"note{ending}")
    assert report.findings
    again = check_bytes(copy.data, "copy.docx", options())
    assert again.error is None
    assert again.outcomes == report.outcomes
    files = unzipped(copy.data)
    comments = next(each for each in files if each.startswith("word/comments"))
    assert len(comments_in(copy.data, comments)) == len(report.findings)
    types = files["[Content_Types].xml"]
    assert b"document.main+xml" in types
    assert b"macroEnabled" not in types
    assert b"template" not in types
    assert types.count(b"comments+xml") == 1


def test_a_strict_document_stays_strict() -> None:
    """Its comments are in the namespace of the rest."""
    _, copy = copy_of(strict(NOTE), "note.docx")
    files = unzipped(copy.data)
    for name in ("word/document.xml", "word/comments.xml"):
        assert b"http://schemas.openxmlformats.org/wordprocessingml/2006/main" not in files[name]
        assert b"http://purl.oclc.org/ooxml/wordprocessingml/main" in files[name]
    assert b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in files["word/_rels/document.xml.rels"]


def test_macros_are_left_out_and_the_summary_says_so() -> None:
    """A .docx cannot hold them: Word would refuse to open it."""
    data = FILES["with macros (.docm)"][0](NOTE)
    data = related(changed(data, {"word/vbaProject.bin": b"macro"}), {"rIdM": ("vbaProject", "vbaProject.bin")})
    _, copy = copy_of(data, "note.docm")
    files = unzipped(copy.data)
    assert not [name for name in files if "vba" in name]
    assert b"vbaProject" not in files["word/_rels/document.xml.rels"]
    assert "Macros of the original were left out of this copy." in summary_in(copy.data)


def test_a_signed_document_keeps_its_signature_line_and_says_that_the_signature_is_the_original_s() -> None:
    """The findings stay as they are; Word will call the signature broken."""
    data = changed(NOTE, {"_xmlsignatures/sig1.xml": signature_part("", "M. Lopez")})
    report, copy = copy_of(data, "note.docx")
    assert "The document’s digital signature holds for the original, not for this copy." in summary_in(copy.data)
    assert check_bytes(copy.data, "note.docx", options()).outcomes == report.outcomes


@pytest.mark.parametrize("data", [note_grid(FAULTY), note_rows(FAULTY), iep_table(Iep())], ids=["grid", "rows", "plan"])
def test_nothing_is_changed_but_what_is_added(data: bytes) -> None:
    """All other parts are the same bytes, and the document is the same without summary and marks."""
    _, copy = copy_of(data, "note.docx")
    before, after = unzipped(data), unzipped(copy.data)
    added = {
        "word/document.xml", "word/comments.xml", "word/styles.xml", "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }  # fmt: skip
    assert set(after) - added == set(before) - added
    assert all(after[name] == before[name] for name in set(before) - added)
    assert without_additions(copy.data) == etree.tostring(part(data, "word/document.xml"), method="c14n")
    assert after["word/styles.xml"].count(b"TandemSummary") == 1
    assert len(list(docx.Document(BytesIO(copy.data)).comments)) == len(copy.anchors)


def test_other_people_s_comments_stay() -> None:
    """New ones are counted on from theirs."""
    theirs = (
        f'<w:comments {DECLARATIONS}><w:comment w:id="7" w:author="Ms. Park">{paragraph("ok")}</w:comment></w:comments>'
    )
    marks = '<w:commentRangeStart w:id="7"/>', run("Note"), '<w:commentRangeEnd w:id="7"/>'
    line = paragraph(*marks, run("", '<w:commentReference w:id="7"/>'))
    data = word(TITLE, line, *UNSIGNED)
    data = related(changed(data, {"word/remarks.xml": theirs}), {"rIdC": ("comments", "remarks.xml")})
    _, copy = copy_of(data, "note.docx")
    comments = comments_in(copy.data, "word/remarks.xml")
    assert comments["7"] == ["ok"]
    assert list(comments)[1:] == [str(8 + at) for at in range(len(copy.anchors))]
    assert ranges_in(copy.data)["7"] == "Note"
    _, twice = copy_of(copy.data, "note.docx")
    assert comments_in(twice.data, "word/remarks.xml") == comments


def test_a_copy_of_a_copy_has_one_summary_and_each_comment_once() -> None:
    """Whoever mends the copy and annotates it again sees what is left."""
    _, once = copy_of(NOTE, "note.docx")
    _, twice = copy_of(once.data, "note.docx")
    for name in ("word/document.xml", "word/comments.xml"):
        assert unzipped(twice.data)[name] == unzipped(once.data)[name]


def test_the_same_document_and_day_give_the_same_bytes() -> None:
    """No clock is read."""
    assert copy_of(NOTE, "note.docx")[1].data == copy_of(NOTE, "note.docx")[1].data
    assert f'w:date="{DAY}T12:00:00Z"'.encode() in unzipped(copy_of(NOTE, "note.docx")[1].data)["word/comments.xml"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12), max_size=4), max_size=6))
def test_whatever_a_document_says_is_read_in_its_copy(paragraphs: list[list[str]]) -> None:
    """Line for line; only U+FFFE and U+FFFF can stand in no Word file."""
    clean = [[run(each.replace("\ufffe", "").replace("\uffff", "")) for each in runs] for runs in paragraphs]
    data = word(TITLE, *UNSIGNED, *(paragraph(*runs) for runs in clean))
    report, copy = copy_of(data, "note.docx")
    assert list(lines_of(read_word(copy.data).blocks)) == list(lines_of(read_word(data).blocks))
    assert len(ranges_in(copy.data)) == len(report.findings)


# --- the summary -----------------------------------------------------------------------------------------------------


def test_the_summary_says_what_was_found_when_and_to_delete_it() -> None:
    """One line a rule."""
    report, copy = copy_of(NOTE, "note.docx")
    title, about, *found, last = summary_in(copy.data)
    assert title.startswith(f"Tandem: {len(report.findings)} findings (")
    assert title.endswith("made on June 15, 2026; delete this before you send it")
    assert about.startswith("Progress note · 1 session · checked for Schenectady")
    assert last == "Mend the original, or take the comments out of this copy before you send it."
    assert {line.split(":")[0].split()[-1] for line in found} == {each.rule for each in report.findings}


def test_a_clean_document_gets_a_copy_that_says_so() -> None:
    """Without any comment."""
    data = note_grid(Note())
    report, copy = copy_of(data, "note.docx")
    assert not report.findings
    assert summary_in(copy.data)[0].startswith("Tandem: nothing to correct, ")
    assert "word/comments.xml" not in unzipped(copy.data)


# --- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["zip: one large part", "zip: name ../", "xml: laughing entities", "word: 20,000 boxes"]
)
def test_a_hostile_file_is_refused_as_it_is_when_checked(name: str) -> None:
    """By the same bounds, and before anything is unpacked."""
    with pytest.raises(Unreadable):
        copy_of(HOSTILE[name][0](), "note.docx")


def test_a_part_that_is_broken_and_was_not_read_is_refused_when_it_is_copied() -> None:
    """A copy with a hole in it would be worse than none."""
    data = changed(NOTE, {"word/media/a.bin": b"sound " * 50})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        about = archive.getinfo("word/media/a.bin")
        start = about.header_offset + 30 + len(about.filename)
    broken = data[: start + 2] + bytes([data[start + 2] ^ 0xFF]) + data[start + 3 :]
    assert check_bytes(broken, "note.docx", options()).error is None
    with pytest.raises(Unreadable, match="damaged"):
        copy_of(broken, "note.docx")


@pytest.mark.parametrize("name", ["note.txt", "log.csv"])
def test_other_formats_are_refused_with_what_there_is_instead(name: str) -> None:
    """The web page of findings."""
    with pytest.raises(Unreadable, match="report as a web page"):
        copy_of(b"Progress Note\nDate of Service: 2/30/2026\n", name)


# --- other programs --------------------------------------------------------------------------------------------------


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_copies_with_all_comments() -> None:
    """And with every word of the summary."""
    plan = iep_table(Iep(coordinator="", meeting=""))
    boxed = word(TITLE, *UNSIGNED, paragraph(text_box(paragraph(UNFILLED))), table(row("Date of Service", "2/30/2026")))
    copies = [copy_of(data, "note.docx")[1] for data in (NOTE, plan, boxed, strict(NOTE))]
    for copy, opened in zip(copies, converted([copy.data for copy in copies], "odt"), strict=True):
        content = part(opened, "content.xml")
        assert len(list(content.iter("{*}annotation"))) == len(copy.anchors) > 0
        assert "delete this before you send it" in words_of(content)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_a_copy_that_libreoffice_saved_again_is_still_the_document_alone() -> None:
    """Whoever mends it there can check it, and annotate it anew."""
    report, copy = copy_of(NOTE, "note.docx")
    (saved,) = converted([copy.data], "docx")
    again, twice = copy_of(saved, "note.docx")
    assert [each.message for each in again.outcomes] == [each.message for each in report.outcomes]
    assert not [line for line in lines_of(read_word(saved).blocks) if "Tandem" in line.text]
    assert len(comments_in(twice.data)) == len(copy.anchors)
    assert words_of(part(twice.data, "word/document.xml")).count("delete this before you send it") == 1
