"""`tandem waive`, and `tandem check` with waivers and with a baseline."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from assistant.cli import main
from assistant.cli.output import Unwritable, whole_file
from checkers.registry import find_rule

ROOT = Path(__file__).parents[2]
TODAY = ("--today", "2026-06-01")
WHY = ("--reason", "The county took it.", "--by", "Ana Roe")


@pytest.fixture
def note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A note that breaks MED001 and nothing else, in the current folder."""
    monkeypatch.chdir(tmp_path)
    path = Path("bad.txt")
    path.write_text(find_rule("MED001").bad, encoding="utf-8")
    return path


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """Both streams, in one line."""
    return " ".join(" ".join(capsys.readouterr()).split())


def check(*words: str) -> int:
    """Check the current folder."""
    return main(["check", *(words or (".",)), *TODAY])


def waive(note: Path, *words: str) -> int:
    """Call the command."""
    return main(["waive", str(note), *words, *TODAY])


def test_a_waived_error_is_none_and_a_changed_file_is_a_new_one(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The document itself stays as it is; once it is changed, its waiver is void and told."""
    before = note.read_bytes()
    assert check() == 1
    assert waive(note, "med001", *WHY) == 0
    assert "1 finding of MED001 in bad.txt waived." in said(capsys)
    assert note.read_bytes() == before
    assert sorted(path.name for path in Path().iterdir()) == ["bad.txt", "bad.txt.tandem.toml"]
    assert check() == 0
    assert "Waived by Ana Roe on June 1, 2026: The county took it." in said(capsys)
    assert main(["check", ".", "--strict", *TODAY]) == 0
    note.write_bytes(before + b"\n")
    assert check() == 1
    assert "The waiver of MED001 no longer holds: the document was changed" in said(capsys)
    assert waive(note, "MED001", *WHY) == 0
    assert check() == 0
    assert Path("bad.txt.tandem.toml").read_text("utf-8").count("[[waiver]]") == 1


def test_a_waiver_runs_out(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its last day is the last on which it holds."""
    assert waive(note, "MED001", *WHY, "--until", "6/30/2026") == 0
    assert "and until June 30, 2026." in said(capsys)
    assert main(["check", ".", "--today", "2026-06-30"]) == 0
    assert main(["check", ".", "--today", "2026-07-01"]) == 1
    assert "The waiver of MED001 has run out." in said(capsys)


def test_an_unused_waiver_is_told_and_taken_back(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the last one its file goes."""
    assert waive(note, "MED001", *WHY) == 0
    kept = Path("bad.txt.tandem.toml")
    kept.write_text(kept.read_text("utf-8").replace("MED001", "SIG001"), encoding="utf-8")
    assert check() == 1
    assert "The waiver of SIG001 is not used" in said(capsys)
    assert waive(note, "MED001", "--remove") == 2
    assert "bad.txt has no such waiver; it has SIG001." in said(capsys)
    assert waive(note, "SIG001", "--remove") == 0
    assert "None is left, so bad.txt.tandem.toml was taken away." in said(capsys)
    assert not kept.exists()
    assert waive(note, "SIG001", "--remove") == 2


def test_the_list_tells_which_hold(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And that there are none."""
    assert waive(note, "--list") == 0
    assert said(capsys) == "There are no waivers for bad.txt."
    waive(note, "MED001", *WHY, "--entry", "1")
    said(capsys)
    assert waive(note, "--list") == 0
    assert said(capsys) == "MED001 in session 1 waived by Ana Roe on June 1, 2026: The county took it."


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("SIG001", *WHY), "SIG001 finds nothing in bad.txt; found there: MED001."),
        (("MED001", *WHY, "--entry", "4"), "MED001 finds nothing in session 4 of bad.txt; it does in: 1."),
        (("MED01", *WHY), "there is no rule “MED01”; the nearest is “MED001”."),
        (("DOC001", *WHY), "DOC001 cannot be waived"),
        (("MED001", "--by", "Ana Roe"), 'say why it may stand: --reason "…"'),
        (("MED001", "--reason", " \u200d ", "--by", "Ana Roe"), 'say why it may stand: --reason "…"'),
        (("MED001", "--reason", "x"), 'say who decides it: --by "…"'),
        (("MED001", *WHY, "--until", "2026-05-31"), "--until 2026-05-31 is past"),
        (("MED001", *WHY, "--until", "soon"), "--until “soon” is no day"),
        (("MED001", *WHY, "--profile", "mars"), "no profile “mars”"),
        (WHY, "name the rule too"),
        (("MED001", "--remove", *WHY), "leave out --reason and --by"),
        (("MED001", "--list", "--remove"), "--list only lists"),
        (("MED001", "--reason", "x" * 70_000, "--by", "y"), "larger than 64 KB"),
    ],
)
def test_a_wrong_call_gives_2_one_line_and_no_file(
    note: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    """That says what to do."""
    assert waive(note, *words) == 2
    out, err = capsys.readouterr()
    assert not out
    assert told in err
    assert len(err.splitlines()) == 1
    assert list(Path().iterdir()) == [note]


def test_what_cannot_be_read_cannot_be_waived(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a file that is not there nor a damaged one."""
    Path("broken.docx").write_bytes(b"PK\x03\x04 cut off")
    for name in ("nowhere.txt", "broken.docx"):
        assert waive(Path(name), "MED001", *WHY) == 2
    assert "nowhere.txt: There is no file of this name." in said(capsys)


def test_a_file_of_waivers_that_is_not_right_is_named_with_its_line(
    note: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is waived then, and the others are checked; it is not written over."""
    Path("good.txt").write_text(find_rule("MED001").good, encoding="utf-8")
    kept = Path("bad.txt.tandem.toml")
    kept.write_text('[[waiver]]\nrule = "MED01"\n', encoding="utf-8")
    assert check(".", "--exit-zero") == 2
    out, err = capsys.readouterr()
    assert err.count("bad.txt.tandem.toml, line 2: there is no rule “MED01”; the nearest is “MED001”.") == 1
    assert "good.txt" in out
    for words in (("MED001", *WHY), ("--list",), ("MED001", "--remove")):
        assert waive(note, *words) == 2
        assert "line 2: there is no rule" in said(capsys)
    assert "MED01" in kept.read_text("utf-8")
    assert main(["check", ".", "--redact", *TODAY]) == 2
    assert "bad.txt" not in said(capsys)


def test_waivers_without_their_document_are_named(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It was renamed, or is not among those to be checked."""
    waive(note, "MED001", *WHY)
    note.rename("good.txt")
    assert check() == 1
    assert "bad.txt.tandem.toml holds waivers for a document that is no longer there: bad.txt." in said(capsys)


def test_what_is_waived_becomes_no_comment(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the copy with comments; a file of waivers that is not right is named there too."""
    form = Path("form.docx")
    form.write_bytes((ROOT / "assistant" / "samples" / "to-mend" / "coordination-note.docx").read_bytes())
    assert main(["annotate", "form.docx", "-o", "before.docx", *TODAY]) == 1
    for code in ("MED001", "SIG001"):
        assert waive(form, code, *WHY) == 0
    capsys.readouterr()
    assert main(["annotate", "form.docx", "-o", "after.docx", *TODAY]) == 0
    assert "2 waived" in said(capsys)
    before, after = (ZipFile(name).namelist() for name in ("before.docx", "after.docx"))
    assert "word/comments.xml" in before
    assert "word/comments.xml" not in after
    Path("form.docx.tandem.toml").write_text("rule = 3", encoding="utf-8")
    assert main(["annotate", "form.docx", "-o", "wrong.docx", *TODAY]) == 1
    assert "form.docx.tandem.toml, line 1: “rule” stands in the wrong part" in said(capsys)


def test_a_run_that_goes_on_looks_again_where_waivers_are_or_were(
    note: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They change without the document; all others need no second check."""
    Path("good.txt").write_text(find_rule("MED001").good, encoding="utf-8")
    assert check(".", "--resume", "all.jsonl") == 1
    waive(note, "MED001", *WHY)
    capsys.readouterr()
    assert check(".", "--resume", "all.jsonl") == 0
    assert "2 files checked (1 of them before): nothing to correct, 1 waived." in said(capsys)
    waive(note, "MED001", "--remove")
    capsys.readouterr()
    assert check(".", "--resume", "all.jsonl") == 1
    assert "2 files checked (1 of them before): 1 error." in said(capsys)
    Path("bad.txt.tandem.toml").write_text("rule = 3", encoding="utf-8")
    assert check(".", "--resume", "all.jsonl") == 2
    for words in (("--watch",), ("--baseline", "all.jsonl")):
        assert check(".", "--resume", "all.jsonl", *words) == 2
        assert "leave out --baseline and --watch" in said(capsys)


# --- the baseline --------------------------------------------------------------------------------------------------


def test_only_what_is_new_is_told_and_counts(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Lines put in above change nothing; another file's error does."""
    assert check(".", "--format", "json", "--output", "base.json") == 1
    note.write_text("Room 5\n" + find_rule("MED001").bad, encoding="utf-8")
    assert check(".", "--baseline", "base.json") == 0
    assert "1 file checked: nothing new, 1 in the baseline." in said(capsys)
    Path("another.txt").write_text("Room 6\n" + find_rule("MED001").bad, encoding="utf-8")
    assert check(".", "--baseline", "base.json", "--format", "jsonl") == 1
    files = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(each["path"], len(each["outcomes"]), each.get("known")) for each in files] == [
        ("another.txt", 1, None),
        ("bad.txt", 0, 1),
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nowhere.json", "there is no such file to read. Make one: tandem check FOLDER"),
        ("bad.txt", "it is no report of Tandem. Make one: tandem check FOLDER"),
        ("binary.json", "it is no text"),
        (".", "there is no such file to read"),
    ],
)
def test_what_is_no_baseline_is_refused(note: Path, name: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With what to do."""
    Path("binary.json").write_bytes(b"\xff\xfe\x00")
    assert check("bad.txt", "--baseline", name) == 2
    assert told in said(capsys)


def test_the_baseline_is_not_written_over_with_what_is_new_alone(
    note: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The next time everything would be new."""
    check(".", "--format", "json", "--output", "base.json")
    before = Path("base.json").read_bytes()
    assert check(".", "--baseline", "base.json", "--format", "json", "--output", "base.json") == 2
    assert "is the baseline" in said(capsys)
    assert Path("base.json").read_bytes() == before


def test_a_baseline_of_other_files_is_told(note: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It was perhaps made in another folder."""
    check(".", "--format", "json", "--output", "base.json")
    note.write_text(find_rule("SIG001").bad, encoding="utf-8")
    note.rename("other.txt")
    assert check(".", "--baseline", "base.json") == 1
    assert "none of these files is in the baseline base.json" in said(capsys)


# --- files that are whole ------------------------------------------------------------------------------------------

WRITE_WITHOUT_END = """
import sys
from pathlib import Path
from assistant.cli.output import results
with results(Path(sys.argv[1])) as out:
    for number in range(10**9):
        out.write("half a report " * 1000)
        if number == 1000:
            print("written", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
@pytest.mark.parametrize("before", [None, "the last report"])
def test_a_run_killed_in_the_middle_leaves_no_half_file(before: str | None, tmp_path: Path) -> None:
    """Fourteen megabytes were written when it was killed; the folder is as it was."""
    target = tmp_path / "report.txt"
    if before:
        target.write_text(before, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-c", WRITE_WITHOUT_END, str(target)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    with process, process.stdout:
        assert process.stdout.readline() == "written\n"
        process.kill()
    assert process.returncode == -signal.SIGKILL
    assert [path.name for path in tmp_path.iterdir()] == (["report.txt"] if before else [])
    assert not before or target.read_text("utf-8") == before


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing is left beside it."""
    target = tmp_path / "march.txt.tandem.toml"
    target.write_bytes(b"first")
    monkeypatch.setattr("shutil.copyfileobj", _no_room)
    with pytest.raises(Unwritable, match="cannot be written"), whole_file(target) as file:
        file.write(b"second")
    assert target.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [target]


def _no_room(*_: object) -> None:
    raise OSError(28, "No space left on device")
