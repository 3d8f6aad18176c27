"""`tandem gate` and `tandem verify`."""

import os
from pathlib import Path

import pytest

from assistant.cli import main
from checkers.registry import find_rule

TODAY = ("--today", "2026-06-01")
BAD, GOOD = find_rule("MED001").bad, find_rule("MED001").good
SHEET = "tandem-gate-2026-06-01.docx"


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two good notes, in the current folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("march/a.txt", "march/below/b.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(GOOD, encoding="utf-8")
    return Path("march")


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """Both streams, in one line."""
    return " ".join(" ".join(capsys.readouterr()).split())


def gate(*words: str) -> int:
    """Call the command."""
    return main(["gate", *words, *TODAY])


@pytest.mark.parametrize("name", ["sheet.docx", "sheet.html", "SHEET.HTML"])
def test_a_batch_that_is_ready_and_stays_the_same(batch: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """0 from both, also from another folder."""
    assert gate("march", "-o", name) == 0
    out = capsys.readouterr().out
    assert out.startswith("Ready: 2 documents; nothing to correct.\n")
    assert out.endswith(f"Sheet: {name}\n")
    assert main(["verify", name]) == 0
    assert said(capsys) == "The same: 2 of 2 documents, as checked on 2026-06-01, and none is new."
    os.chdir("march")
    assert main(["verify", f"../{name}"]) == 0
    assert main(["verify", f"../{name}", "."]) == 0


def test_a_batch_that_is_not_ready_says_who_can_mend_it(batch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sheet is written, and says so; a file that cannot be read stands in the way."""
    (batch / "c.txt").write_text(BAD, encoding="utf-8")
    (batch / "empty.docx").write_bytes(b"")
    assert gate("march") == 1
    out = " ".join(capsys.readouterr().out.split())
    assert out.startswith("Not ready: 4 documents; 1 error, 1 file not read. The provider can mend 2 findings c.txt")
    assert out.endswith(f"Sheet: {SHEET}")
    assert Path(SHEET).stat().st_size > 10_000
    assert main(["verify", SHEET]) == 0


def test_a_waiver_lets_it_go_and_strict_stops_at_everything(batch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is to be looked at is on the sheet."""
    (batch / "c.txt").write_text(BAD, encoding="utf-8")
    assert main(["waive", "march/c.txt", "MED001", "--reason", "r", "--by", "b", *TODAY]) == 0
    assert gate("march") == 0
    (batch / "d.txt").write_text(find_rule("SIG005").bad, encoding="utf-8")
    capsys.readouterr()
    assert gate("march", "--force") == 0
    assert "To look at before signing, as listed on the sheet: 1 finding." in said(capsys)
    assert gate("march", "--force", "--strict") == 1
    (batch / "c.txt").write_text(BAD + "\n", encoding="utf-8")
    assert gate("march", "--force") == 1
    assert "Note: c.txt: The waiver of MED001 no longer holds" in said(capsys)


def test_what_became_of_the_files_is_told(batch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Changed, gone, new: each by its name, and 1."""
    gate("march")
    (batch / "a.txt").write_text(GOOD + "\n", encoding="utf-8")
    (batch / "below" / "b.txt").unlink()
    (batch / "new.txt").write_text(GOOD, encoding="utf-8")
    (batch / "song.mp3").write_bytes(b"la")
    capsys.readouterr()
    assert main(["verify", SHEET]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "  a.txt: changed, or cannot be opened now",
        "  below/b.txt: no longer there",
        "  new.txt: new, and not on the sheet",
        "Not the same: 0 of 2 documents as checked on 2026-06-01.",
    ]


def test_a_changed_sheet_is_told(batch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Though all files are the same."""
    gate("march", "-o", "s.html")
    page = Path("s.html")
    page.write_text(page.read_text("utf-8").replace(">READY<", ">READY, I think<"), encoding="utf-8")
    capsys.readouterr()
    assert main(["verify", "s.html"]) == 1
    assert said(capsys).startswith("The sheet itself was changed:")


def test_the_sheet_never_becomes_a_document_of_the_batch(batch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It goes beside the folder that one is in; moved into it, it is no new document."""
    os.chdir("march")
    assert gate(".") == 0
    assert f"Sheet: {Path('..') / SHEET}" in said(capsys)
    for name in ("s.docx", "below/s.html"):
        assert gate(".", "-o", name) == 2
        assert "would be one of the documents of ." in said(capsys)
    moved = Path(f"../{SHEET}").rename(SHEET)
    assert main(["verify", str(moved), "."]) == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nowhere",), "nowhere is not there; look at the spelling."),
        (("march/a.txt",), "march/a.txt is a file; name the folder that it is in."),
        (("empty",), "there is no document in empty"),
        (("march", "-o", "s.pdf"), "a sheet is a .docx or .html file; s.pdf is none."),
        (("march", "-o", "nowhere/s.docx"), "there is no folder nowhere"),
        (("march", "-o", "there.docx"), "there.docx is there already: name another with -o, or say --force"),
        (("march", "--profile", "mars"), "no profile “mars”"),
        (("march", "--today", "soon"), "--today “soon” is no day"),
    ],
)
def test_a_wrong_call_gives_2_one_line_and_no_sheet(
    batch: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    """And a sheet that is there stays."""
    Path("empty").mkdir()
    Path("there.docx").write_bytes(b"mine")
    assert main(["gate", *TODAY, *words]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert told in err
    assert sorted(path.name for path in Path().iterdir()) == ["empty", "march", "there.docx"]
    assert Path("there.docx").read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nowhere.docx",), "nowhere.docx: There is no file of this name."),
        (("march/a.txt",), "march/a.txt: it is no sheet that “tandem gate” wrote"),
        (("march",), "march: This is a folder, not a document."),
        ((SHEET, "nowhere"), "There is no folder nowhere. Say where the documents are"),
        ((f"moved/{SHEET}",), "The sheet is about a folder “march” beside it. Say where the documents are"),
    ],
)
def test_a_sheet_that_cannot_be_read_gives_2(
    batch: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    """And one line on what to do."""
    gate("march")
    Path("moved").mkdir()
    (Path("moved") / SHEET).write_bytes(Path(SHEET).read_bytes())
    capsys.readouterr()
    assert main(["verify", *words]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert told in err


def test_waivers_that_are_not_right_are_named(batch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With file and line; what they should let stand stands in the way."""
    (batch / "c.txt").write_text(BAD, encoding="utf-8")
    (batch / "c.txt.tandem.toml").write_text("[[waiver]]\nrule = 3\n", encoding="utf-8")
    assert gate("march") == 1
    assert "c.txt.tandem.toml, line 2: “rule” has to be" in capsys.readouterr().err


def test_a_sheet_beside_other_documents_is_no_record_with_faults(
    batch: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It quotes what was found in others; that is no fault of its own, and it says what it is taken for."""
    samples = Path(__file__).parents[2] / "assistant" / "samples" / "to-mend"
    assert main(["gate", str(samples), "--output", "sheet.docx"]) == 1
    capsys.readouterr()
    assert main(["check", "sheet.docx"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "a sheet of Tandem's own" in told
    assert "Error" not in told
