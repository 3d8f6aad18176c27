"""Whether a batch is ready, what its sheet says, and that it can be read again, as it is and after it was touched."""

import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from checkers.check import FileReport, Options, check_bytes
from checkers.gate.decision import decide
from checkers.gate.page import write_page
from checkers.gate.record import Comparison, NoSheet, Record, compare, read_sheet
from checkers.gate.sheet import DOCUMENTS, NO_SUM, SEAL, WAIVERS, Facts, Sheet, beginning_at, make_sheet, shown
from checkers.gate.word import write_word
from checkers.outcome import Owner, Verdict
from checkers.reports.grouping import by_owner
from checkers.waivers.applying import apply
from checkers.waivers.waiver import Waiver
from tests.checkers.reports.papers import CLEAN, HOSTILE, NOTES, PAPERS, TODAY, checked

SOFFICE = shutil.which("soffice")
FACTS = Facts("march", TODAY, "1.0", others=("song.mp3",))
OPTIONS = Options(today=TODAY)
REPORTS = checked()
Write = Callable[[Sheet], bytes]


def word(sheet: Sheet) -> bytes:
    """The sheet as a Word document."""
    return write_word(sheet, TODAY)


BOTH = pytest.mark.parametrize(("write", "name"), [(word, "s.docx"), (write_page, "s.html")], ids=["word", "page"])


def report(text: str, name: str = "a.txt") -> FileReport:
    """The report on a text."""
    return check_bytes(text.encode(), name, OPTIONS)


def sheet(reports: list[FileReport] | None = None, facts: Facts = FACTS) -> Sheet:
    """The sheet on some documents."""
    return make_sheet(decide(REPORTS if reports is None else reports), facts)


def documents(sheet: Sheet) -> list[tuple[str, str]]:
    """Each document on the sheet with its sum."""
    (rows,) = (section.rows for section in sheet.sections if section.heads == DOCUMENTS)
    return [(row[1], row[-1]) for row in rows]


# --- the decision --------------------------------------------------------------------------------------------------


def test_a_batch_without_errors_is_ready_and_one_with_any_is_not() -> None:
    """A file that cannot be read is one; none at all is no batch."""
    assert decide([report(CLEAN)]).ready
    assert not decide([report(CLEAN), report(NOTES)]).ready
    assert not decide([report(CLEAN), report("", "empty.docx")]).ready
    assert not decide([]).ready


def test_what_is_no_error_is_for_the_supervisor_unless_it_is_strict() -> None:
    """Every finding stands either in the way or among what to look at."""
    whole, strict = decide(REPORTS), decide(REPORTS, strict=True)
    found = sum(len(each.findings) for each in REPORTS)
    assert len(whole.in_the_way) + len(whole.to_look_at) == found == len(strict.in_the_way)
    assert not strict.to_look_at
    assert any(each.outcome.verdict is Verdict.INCOMPLETE for each in whole.to_look_at)
    assert {owner for owner, _ in by_owner(whole.in_the_way)} == {Owner.PROVIDER, Owner.PARENT, Owner.DISTRICT}


def test_what_is_waived_stands_in_nobodys_way() -> None:
    """And is listed with its reason."""
    bad = report(NOTES)
    waivers = [Waiver(each.rule, "The county took it.", "Ana Roe", TODAY, bad.sha256 or "") for each in bad.findings]
    waived = apply(waivers, bad, OPTIONS)
    assert decide([waived]).ready
    (rows,) = (section.rows for section in sheet([waived]).sections if section.heads == WAIVERS)
    assert len(rows) == len(waivers)
    assert {row[3:5] for row in rows} == {("The county took it.", "Ana Roe")}
    assert {row[-1] for row in rows} == {"yes"}
    changed = apply([replace(each, sha256="0") for each in waivers[:1]], bad, OPTIONS)
    (rows,) = (section.rows for section in sheet([changed]).sections if section.heads == WAIVERS)
    assert rows[0][-1] == "no: changed"


# --- what the sheet says -------------------------------------------------------------------------------------------


@BOTH
def test_the_sheet_says_all_that_is_signed(write: Write, name: str) -> None:
    """The result, each document with its whole sum, the profiles, what stands in the way, what was not read."""
    text = _text_of(write(sheet()), name)
    assert "NOT READY: 6 documents, June 1, 2026" in text
    for each in REPORTS:
        assert (each.sha256 or NO_SUM) in text
        assert shown(each.path) in text
        for outcome in each.findings:
            assert shown(outcome.message) in text
            assert shown(outcome.fix) in text
    for words in (
        "ny-schenectady-preschool",
        "Tandem 1.0, ",
        "MED001",
        "song.mp3",
        "The file is empty.",
        "In the way: the",
    ):
        assert words in text
    assert "mend what stands in the way" in text
    assert "READY: 1 document" in _text_of(write(sheet([report(CLEAN)])), name)
    assert "this batch may go" in _text_of(write(sheet([report(CLEAN)])), name)


def test_a_profile_that_judges_otherwise_has_another_version() -> None:
    """So that the sheet shows by which rules it was."""
    one = report(CLEAN)
    assert one.profile
    other = replace(one, profile=replace(one.profile, figures={**one.profile.figures, "review_months": 3}))
    versions = {_profile_row(sheet([each])) for each in (one, other)}
    assert len(versions) == 2
    assert _profile_row(sheet([one])) == _profile_row(sheet([report(CLEAN)]))


def _profile_row(sheet: Sheet) -> tuple[str, ...]:
    rows = next(section.rows for section in sheet.sections if section.title == "Rules and profiles")
    return rows[0]


def test_nothing_a_document_or_a_waiver_says_is_more_than_words_on_the_page() -> None:
    """No element, no script, no address."""
    bad = report(HOSTILE, "<b>\u202e</style>.txt")
    waiver = Waiver("DAT002", "<script>alert(1)</script>", "<img src=x>", TODAY, bad.sha256 or "")
    page = write_page(sheet([apply([waiver], bad, OPTIONS)], replace(FACTS, others=("<i>.mp3",)))).decode()
    root = document_fromstring(page)
    assert not root.xpath("//script | //img | //b | //i | //a | //link | //@src | //@onerror | //@style")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert page.count("</style>") == 1
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert not set(page) & {"\u202e", "\x1b"}


def test_paths_begin_at_the_folder() -> None:
    """And not where the folder is."""
    assert beginning_at(Path("/home/ana/march"), report(CLEAN, "/home/ana/march/b/a.txt")).path == "b/a.txt"
    assert beginning_at(Path(), report(CLEAN, "b/a.txt")).path == "b/a.txt"


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_word_sheet_and_saves_it_so_that_it_still_holds(tmp_path: Path) -> None:
    """A supervisor may type the signature into it."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "s.docx").write_bytes(word(sheet()))
    subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx",
         "--outdir", str(tmp_path), str(tmp_path / "in" / "s.docx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    record = read_sheet((tmp_path / "s.docx").read_bytes(), "s.docx")
    assert record.whole
    assert list(record.documents) == documents(sheet())


# --- read again ----------------------------------------------------------------------------------------------------


@BOTH
def test_what_was_written_is_read(write: Write, name: str) -> None:
    """All of it, from the sheet alone."""
    record = read_sheet(write(sheet()), name)
    assert record == Record("march", "2026-06-01", tuple(documents(sheet())), whole=True)
    assert len(record.documents) == len(PAPERS)


NAMES = st.lists(st.text(st.characters(), min_size=1, max_size=20), min_size=1, max_size=4)


@settings(max_examples=20)  # each writes and reads a Word document
@given(NAMES, st.text(st.characters(), max_size=20))
@example(["\xad", "a\u200d", "e\u0301", "\uffff", "a  b", "\ud800", "<b>&amp;", "_x000D_", "\u2028"], "\x1b[31m")
def test_whatever_files_and_folders_are_called(names: list[str], folder: str) -> None:
    """Signs that end a line, turn the text, mean something in XML, or that XML cannot hold."""
    clean = report(CLEAN)
    made = sheet([replace(clean, path=name) for name in names], replace(FACTS, folder=folder))
    for data, name in ((word(made), "s.docx"), (write_page(made), "s.html")):
        record = read_sheet(data, name)
        assert record.whole
        assert [path for path, _ in record.documents] == [shown(each) for each in names]
        assert record.folder == shown(folder)


@given(st.text(st.characters()))
def test_what_is_shown_stays_as_it_is(text: str) -> None:
    """Also when it is shown a second time."""
    assert shown(shown(text)) == shown(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("NOT READY", "READY"),
        ("2026-06-01", "2026-07-01"),
        ("ottoline", "other"),
        ("ACT001", "ACT002"),
        (str(REPORTS[0].sha256), "0" * 64),
    ],
)
def test_a_sheet_whose_tables_were_changed_is_not_whole(old: str, new: str) -> None:
    """In either form."""
    page = write_page(sheet()).decode()
    head, body = page.split("<main>")
    assert not read_sheet(f"{head}<main>{body.replace(old, new)}".encode(), "s.html").whole
    document = docx.Document(io.BytesIO(word(sheet())))
    for table in document.tables:
        for cell in (cell for row in table.rows for cell in row.cells):
            cell.paragraphs[0].runs[0].text = cell.text.replace(old, new)
    out = io.BytesIO()
    document.save(out)
    assert not read_sheet(out.getvalue(), "s.docx").whole


def test_a_sheet_that_was_signed_and_ticked_is_whole() -> None:
    """What is written where one should write does not count."""
    document = docx.Document(io.BytesIO(word(sheet())))
    for table in document.tables:
        heads = [cell.text for cell in table.rows[0].cells]
        if heads[0] in ("Seen", "Name and title"):
            table.rows[1].cells[0].text = "☒ Ana Roe"
    out = io.BytesIO()
    document.save(out)
    assert read_sheet(out.getvalue(), "s.docx").whole


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "s.docx"),
        (b"", "s.html"),
        (b"<html></html>", "s.html"),
        (b"\xff\xfe\x00", "s.html"),
        (b"PK\x03\x04 cut off", "s.docx"),
        (CLEAN.encode(), "s.txt"),
        (write_page(sheet()), "s.docx"),
        (word(sheet()), "s.html"),
        (write_page(sheet()).replace(b"SHA-256</th>", b"Sum</th>"), "s.html"),
        (write_page(sheet()).replace(SEAL[0].encode(), b"x"), "s.html"),
        (write_page(sheet()) * 2, "s.html"),
        (write_page(sheet()).replace(b"</main>", write_page(sheet()).partition(b"<main>")[2][:-20]), "s.html"),
    ],
    ids=range(12),
)
def test_what_is_no_sheet_is_refused(data: bytes, name: str) -> None:
    """With a reason."""
    with pytest.raises(NoSheet, match=r"\w+"):
        read_sheet(data, name)


@given(st.binary(max_size=300))
def test_no_content_breaks_the_reading(data: bytes) -> None:
    """It is no sheet, whatever it is."""
    for name in ("s.html", "s.docx"):
        with pytest.raises(NoSheet):
            read_sheet(data, name)


# --- compared ------------------------------------------------------------------------------------------------------

SUMS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["1", "2", NO_SUM]))


def _record(files: dict[str, str]) -> Record:
    return Record("march", "2026-06-01", tuple(files.items()), whole=True)


@given(SUMS, SUMS)
def test_every_file_of_then_and_now_is_told_once(before: dict[str, str], now: dict[str, str]) -> None:
    """The same, changed, gone, new, or one of which nothing can be said."""
    found = compare(_record(before), now.items())
    told = [*found.same, *found.changed, *found.missing, *found.added, *found.without_sum]
    assert sorted(told) == sorted({*before, *now})
    assert set(found.same) == {name for name in before if before[name] == now.get(name) != NO_SUM}
    assert set(found.missing) == before.keys() - now.keys()
    assert set(found.added) == now.keys() - before.keys()
    assert found.is_same == (before == now and NO_SUM not in before.values())


def test_two_files_whose_names_look_alike_are_both_compared() -> None:
    """By the sums of both."""
    record = Record("march", "2026-06-01", (("a", "1"), ("a", "2")), whole=True)
    assert compare(record, [("a", "2"), ("a", "1")]).is_same
    assert compare(record, [("a", "1"), ("a", "1")]) == Comparison((), ("a",), (), (), ())


def _text_of(data: bytes, name: str) -> str:
    if name.endswith(".html"):
        return " ".join("".join(map(str, document_fromstring(data).itertext())).split())
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(each.text for each in document.paragraphs), *cells])
