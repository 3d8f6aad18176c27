"""`tandem profile learn`: what it shows, how it is put right, what it writes, and what it refuses."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from assistant import settings
from assistant.cli import main
from assistant.settings import profile_folder
from checkers.form import FormKind
from checkers.own_profiles import read_own, with_own
from checkers.words import plain
from tests.documents.learned import Layout
from tests.documents.learned.in_pdf import SPROUTS
from tests.documents.learned.in_word import HUDDLE, KITE_LANE
from tests.documents.word import word

TODAY = ("--today", "2026-06-01")
ANSWERS = """\
child_name
the child's date of birth
day of the session
time
kind of service
place
who gives
other
the note
signature_provider
signed_date
signature of a parent
provider signed
13
parent_signed_date

progress note
Kite Lane: Talk Sheet

ny-schenectady-preschool
"""
"""One for each place, of which the last is put right; then kind, name, id and base."""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's configuration, which is not there yet."""
    folder = tmp_path / "configuration"
    monkeypatch.setattr(settings, "folder", lambda: folder)
    return folder


def blank(tmp_path: Path, layout: Layout) -> str:
    """The empty form as a file."""
    path = tmp_path / f"blank.{layout.ending}"
    path.write_bytes(layout.blank)
    return str(path)


def copy(tmp_path: Path, layout: Layout, **changed: str) -> str:
    """A filled copy as a file."""
    path = tmp_path / f"copy.{layout.ending}"
    path.write_bytes(layout.draw({**layout.copies[0], **changed}))
    return str(path)


def meant(layout: Layout) -> list[str]:
    """Options that say what each label is for, where it stands once."""
    return [f"--set={label}={means[0]}" for label, means in layout.means.items()]


def learn(*words: str) -> int:
    """Run the command; its exit code."""
    return main(["profile", "learn", *words])


# --- the dialogue --------------------------------------------------------------------------------------------------


def test_a_form_is_learned_by_answering(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was found is shown, put right and written; copies are then checked by it without being told."""
    monkeypatch.setattr("sys.stdin", io.StringIO(ANSWERS))
    assert learn(blank(tmp_path, KITE_LANE)) == 0
    shown = capsys.readouterr().out
    path = own / "profiles" / "kite-lane-talk-sheet.toml"
    assert "  1. Lad/Lass  [table 1, row 1, cell 1]\n     ? not known\n" in shown
    assert "     there already: “month / day / year” (no value, to be written over)\n" in shown
    assert " 13. Inked  [table 3, row 2, cell 3]\n     = the day on which the parent signed\n" in shown
    assert f"Written: {path}" in " ".join(shown.split())
    assert read_own(path).values["means"]["Inked"] == ["signed_date", "parent_signed_date"]
    assert main(["check", copy(tmp_path, KITE_LANE), *TODAY, "--format", "json"]) == 0
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert (file["profile"], file["kind"], file["outcomes"]) == ("kite-lane-talk-sheet", "progress_note", [])
    assert main(["check", copy(tmp_path, KITE_LANE, child=""), *TODAY]) == 1
    assert "The child's name is missing: the line “Lad/Lass” is blank." in " ".join(capsys.readouterr().out.split())


def test_all_that_it_shows_fits_a_screen(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """80 columns, but for names of files and commands to copy."""
    learn(blank(tmp_path, HUDDLE), "--yes", "--kind", "coordination_note", *meant(HUDDLE))
    lines = capsys.readouterr().out.splitlines()
    assert all(len(line) <= 80 for line in lines if str(tmp_path) not in line and "tandem " not in line)


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("child_name\n", "the input ended before all was answered, so nothing was written; --yes takes the rest."),
        ("the name of its dog\n", "there is no meaning “the name of its dog”"),
        ("the day\n", "it may be "),
        ("\n" * 40, "Tandem knows none of its labels: say what they are for, with --set or without --yes."),
        ("child_name\n" + "\n" * 12 + "99\n", "the form has no label “99”"),
        ("child_name\n" + "\n" * 13 + "a poem\n", "there is no kind of form “a poem”"),
        ("child_name\n" + "\n" * 14, "nothing on the form tells what it is for: say --kind with one of"),
    ],
)
def test_who_stops_leaves_nothing_behind(
    given: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written before all is answered."""
    monkeypatch.setattr("sys.stdin", io.StringIO(given))
    assert learn(blank(tmp_path, KITE_LANE)) == 2
    assert told in capsys.readouterr().err
    assert not profile_folder().exists()


class Terminal(io.StringIO):
    """A person at a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_a_person_is_asked_again_after_a_slip(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wherever it is made, and nothing that was said before is lost."""
    slips = (("child_name", "dog"), ("\n13\n", "99"), ("\nprogress note", "a poem"), ("\nny-schen", "nowhere"))
    answers = ANSWERS
    for before, slip in slips:
        lead = "\n" if before.startswith("\n") else ""
        answers = answers.replace(before, f"{lead}{slip}\n{before.removeprefix(lead)}", 1)
    monkeypatch.setattr("sys.stdin", Terminal(answers))
    assert learn(blank(tmp_path, KITE_LANE)) == 0
    told = capsys.readouterr().err
    assert "there is no meaning “dog”" in told
    assert "the form has no label “99”" in told
    assert "there is no kind of form “a poem”" in told
    assert "there is no profile “nowhere”" in told
    assert (own / "profiles" / "kite-lane-talk-sheet.toml").is_file()


def test_the_list_of_meanings_is_there_for_the_asking(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a question mark, each by its short name and in words."""
    monkeypatch.setattr("sys.stdin", io.StringIO("?\n"))
    learn(blank(tmp_path, KITE_LANE))
    assert "  signature_parent       the signature of a parent\n" in capsys.readouterr().out


# --- options -------------------------------------------------------------------------------------------------------


def test_options_say_all_beforehand(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Labels by their words, or by the number of their place."""
    path = tmp_path / "kite.toml"
    options = ["--yes", "--kind", "progress_note", "--id", "kite", "--name", "Kite", "--output", str(path)]
    assert learn(blank(tmp_path, KITE_LANE), *options, *meant(KITE_LANE), "--set", "13=parent_signed_date") == 0
    assert f"Check documents by it: tandem check --profile {path} FILE" in " ".join(capsys.readouterr().out.split())
    assert not own.exists()
    profile = with_own([path]).find("kite")
    assert profile.form
    assert profile.form.means == _plain(KITE_LANE)
    assert main(["check", copy(tmp_path, KITE_LANE), *TODAY, "--profile", str(path)]) == 0


def test_words_that_were_not_seen_to_be_a_place_can_be_named(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As long as the form prints them."""
    path = tmp_path / "form.docx"
    path.write_bytes(word("Kite Lane", "Talk Sheet", "Child's Name: ____", "Seen by us and by nobody else that day."))
    words = [str(path), "--yes", "--kind", "progress_note"]
    assert learn(*words, "--set", "Seen by us and by nobody else that day=service_date", "--format", "json") == 0
    *_, last = json.loads(capsys.readouterr().out)["places"]
    assert (last["label"], last["means"]) == ("Seen by us and by nobody else that day.", "service_date")


def test_json_shows_and_writes_nothing(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what an option said already in it."""
    assert learn(blank(tmp_path, SPROUTS), "--format", "json", "--set", "Sprout=child_name") == 0
    found = json.loads(capsys.readouterr().out)
    first, *_, column = [each for each in found["places"] if each["shape"] != "field" or each["place"] == 1]
    assert (first["label"], first["means"], first["sure"]) == ("Sprout", "child_name", True)
    assert (column["label"], column["means"], column["shape"]) == ("Brought by", "unknown", "column")
    assert found["kind"] is None
    assert found["filled"] == []
    assert set(found["kinds"]) == set(FormKind)
    assert not own.exists()


def test_a_file_that_is_there_is_kept(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Unless it is to be written over."""
    words = [blank(tmp_path, SPROUTS), "--yes", "--kind", "attendance_log", *meant(SPROUTS)]
    assert learn(*words) == 0
    assert learn(*words) == 2
    assert "is there already: name another file, or say --force to write over it." in capsys.readouterr().err
    assert learn(*words, "--force") == 0


def test_what_the_form_has_no_place_for_is_told(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So that nobody wonders why every copy lacks it."""
    options = [each for each in meant(SPROUTS) if "signature" not in each]
    learn(blank(tmp_path, SPROUTS), "--yes", "--kind", "attendance_log", *options)
    assert "No place is taken for: the signature of whoever gives the service." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--set", "Lad/Las=child_name"], "the form has no label “Lad/Las”; the nearest is “Lad/Lass”."),
        (["--set", "Lad/Lass=chld_name"], "there is no meaning “chld_name”; it may be child_name."),
        (["--set", "child_name"], "--set takes LABEL=MEANING, such as"),
        (["--set", "14=child_name"], "the form has no label “14”"),
        (["--kind", "progres_note"], "there is no kind of form “progres_note”; the nearest is “progress_note”."),
        (["--extends", "ny-prescool"], "there is no profile “ny-prescool”; the nearest is “ny-preschool”."),
        (["--set", "1=dog"], "there is no meaning “dog”; ? lists what there is, or --format json."),
        (["--output", "kite.txt"], "a profile is a .toml file, such as albany.toml; kite.txt is none."),
        (
            ["--set", "1=child_name", "--kind", "ifsp", "--id", "Kite Lane"],
            "“Kite Lane” will not do; use small letters",
        ),
        (["--set", "1=child_name", "--kind", "ifsp", "--id", "ny-preschool"], "a profile of that id is there already."),
        (["--set", "1=child_name", "--kind", "ifsp", "--name", " "], "write it in one line"),
    ],
)
def test_a_wrong_option_is_told_in_one_line(
    words: list[str], told: str, own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing is written."""
    assert learn(blank(tmp_path, KITE_LANE), "--yes", *words) == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1
    assert not own.exists()


def test_a_form_of_nothing_but_common_labels_has_to_be_named(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Any agency's note prints as much, and must not be taken for it."""
    path = tmp_path / "form.docx"
    lines = ("Progress Note", "Child's Name: {}", "Date of Service: {}", "Session Notes: {}", "Therapist Signature: {}")
    path.write_bytes(word(*(line.format("____") for line in lines)))
    assert learn(str(path), "--yes", "--id", "bare") == 0
    assert "name its profile when you check a copy." in " ".join(capsys.readouterr().out.split())
    path.write_bytes(word(*(line.format("3/3/2026") for line in lines)))
    for named in ("", "bare"):
        main(["check", str(path), *TODAY, "--format", "json", *(("--profile", named) if named else ())])
        (file,) = json.loads(capsys.readouterr().out)["files"]
        assert file["profile"] == (named or "ny-schenectady-preschool")


# --- what is no blank ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", [HUDDLE, SPROUTS], ids=lambda layout: layout.name)
def test_a_filled_form_is_refused(
    layout: Layout, own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A profile keeps what a form prints, and must not keep a child's data."""
    assert learn(copy(tmp_path, layout), "--yes", "--kind", layout.kind, *meant(layout)) == 2
    assert "this looks filled in (the day “3/" in capsys.readouterr().err
    assert not own.exists()


def test_a_form_that_only_looks_filled_in_is_taken_where_somebody_says_so(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A box that is ticked on every copy, say."""
    path = tmp_path / "form.docx"
    path.write_bytes(word("Kite Lane", "Talk Sheet", "☒ Here in the house", "Child's Name: ____"))
    words = [str(path), "--yes", "--kind", "progress_note"]
    assert learn(*words) == 2
    assert "the box “Here in the house” is ticked" in capsys.readouterr().err
    assert learn(*words, "--blank") == 0


@pytest.mark.parametrize("layout", [KITE_LANE, SPROUTS], ids=lambda layout: layout.name)
@pytest.mark.parametrize("cut", [0, 60, 1000])
def test_a_damaged_file_is_refused_in_one_line(
    layout: Layout, cut: int, own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Cut off anywhere, or empty."""
    path = tmp_path / f"blank.{layout.ending}"
    path.write_bytes(layout.blank[:cut])
    assert learn(str(path), "--yes", "--kind", "progress_note") == 2
    error = capsys.readouterr().err
    assert error.startswith("tandem profile learn: ")
    assert error.count("\n") == 1
    assert not own.exists()


@pytest.mark.parametrize("words", [("nowhere.docx",), (".",)])
def test_a_path_that_is_no_file_is_refused(words: tuple[str, ...], own: Path) -> None:
    """It is not there, or a folder."""
    assert learn(*words, "--yes") == 2


def test_hidden_signs_of_a_label_reach_neither_screen_nor_profile(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither a soft hyphen nor a word that turns the line around."""
    path = tmp_path / "form.docx"
    path.write_bytes(word("Kite Lane", "Talk Sheet", "Lad\u00ad\u202eLass: ____", "Child's Name: ____"))
    assert learn(str(path), "--yes", "--kind", "progress_note") == 0
    written = next((own / "profiles").glob("*.toml")).read_text("utf-8")
    assert not {"\u00ad", "\u202e"} & set(written + capsys.readouterr().out)


# --- what follows --------------------------------------------------------------------------------------------------


def test_inspect_and_show_tell_of_the_form(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Why the document is of it, and what its places are for."""
    learn(blank(tmp_path, SPROUTS), "--yes", "--kind", "attendance_log", "--id", "sprouts", *meant(SPROUTS))
    capsys.readouterr()
    main(["inspect", copy(tmp_path, SPROUTS)])
    told = " ".join(capsys.readouterr().out.split())
    assert "Attendance log (sure to 100%). It is a form that you taught Tandem, and you said so." in told
    assert "It is made from the form “Green Gate Sprouts: Comings and Goings”, which you taught Tandem." in told
    main(["profile", "show", "sprouts"])
    told = capsys.readouterr().out
    assert "  attendance log, known by " in told
    assert "    “Came on” is for: the day of the session or contact\n" in told
    main(["profile", "show", "sprouts", "--format", "json"])
    form = json.loads(capsys.readouterr().out)["form"]
    assert {"label": "Came on", "means": ["service_date"], "holds": []} in form["places"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("[form]\n", "[means]\n"), "there is none: write [form] with its kind"),
        (('kind = "attendance_log"', ""), "“kind” is missing under [form]"),
        (('["child_name"]', "[]"), "the label “Sprout” has no meaning"),
        (('["child_name"]', '["childs_name"]'), "there is no meaning “childs_name”; the nearest is “child_name”."),
        (('"Sprout" =', '"?" ='), "the label “?” has no letters or figures"),
        (('kind = "attendance_log"', 'kind = "poem"'), "there is no kind of form “poem”"),
    ],
)
def test_a_profile_that_was_changed_by_hand_is_held_against_what_it_needs(
    change: tuple[str, str], told: str, own: Path, tmp_path: Path
) -> None:
    """In one line, with what to write instead."""
    path = tmp_path / "sprouts.toml"
    learn(blank(tmp_path, SPROUTS), "--yes", "--kind", "attendance_log", "--output", str(path), *meant(SPROUTS))
    path.write_text(_without_form(path) if "[form]" in change[0] else path.read_text("utf-8").replace(*change), "utf-8")
    assert told in with_own([path]).broken[path]


def _without_form(path: Path) -> str:
    """The profile without its part [form]."""
    head, _, rest = path.read_text("utf-8").partition("[form]\n")
    return f"{head}[means]\n{rest.partition('[means]')[2].lstrip()}"


def _plain(layout: Layout) -> dict[str, tuple[str, ...]]:
    """What each label means, by the label as it is compared."""
    return {plain(label): means for label, means in layout.means.items()}
