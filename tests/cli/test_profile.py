"""`tandem profile` and what a user's own profiles and configuration do to the other commands."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from assistant import settings
from assistant.cli import main
from checkers.own_profiles import with_own
from checkers.profile import load_profile, shipped
from checkers.registry import find_rule

ULSTER = 'id = "ulster"\nname = "Ulster County"\nextends = "ny-preschool"\n[recognise]\nnames = ["Kingston Services"]\n'
BROKEN = ULSTER.replace("extends", "extend")
ANSWERS = """\
Ulster County: preschool

ny-preschool
yes
10
2
none
30
accept
7
2026-12-24 Winter recess, 2026-12-25
Ulster County, Kingston Services
"""
TODAY = ("--today", "2026-06-01")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's configuration, with a profile in it."""
    folder = tmp_path / "configuration"
    (folder / "profiles").mkdir(parents=True)
    (folder / "profiles" / "ulster.toml").write_text(ULSTER, encoding="utf-8")
    monkeypatch.setattr(settings, "folder", lambda: folder)
    return folder


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a user who has no configuration: it is not there."""
    folder = tmp_path / "none"
    monkeypatch.setattr(settings, "folder", lambda: folder)
    return folder


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A coordination note that leaves its Medicaid box unchecked."""
    path = tmp_path / "note.txt"
    path.write_text(find_rule("MED001").bad, encoding="utf-8")
    return path


def breaks(folder: Path) -> str:
    """Make the user's profile a broken one; what is told of it."""
    path = folder / "profiles" / "ulster.toml"
    path.write_text(BROKEN, encoding="utf-8")
    return f"{path}, line 3: there is no key “extend”; the nearest is “extends”."


def profile_of(capsys: pytest.CaptureFixture[str], *words: str) -> str | None:
    """The profile that `check` went by."""
    main(["check", *words, *TODAY, "--format", "json"])
    found: str | None = json.loads(capsys.readouterr().out)["files"][0]["profile"]
    return found


# --- which profile a check goes by ---------------------------------------------------------------------------------


def test_a_profile_is_named_by_id_or_by_file(own: Path, note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file may lie anywhere and have any id; ny-preschool has no rule on the Medicaid box."""
    elsewhere = note.with_name("other.toml")
    elsewhere.write_text(ULSTER.replace('"ulster"', '"troy"').replace("ny-preschool", "ulster"), encoding="utf-8")
    assert profile_of(capsys, str(note), "--profile", "ulster") == "ulster"
    assert profile_of(capsys, str(note), "--profile", str(elsewhere)) == "troy"
    assert main(["check", str(note), "--profile", str(elsewhere), *TODAY]) == 0
    assert main(["check", str(note), *TODAY]) == 1


def test_the_paper_tells_it_and_the_configuration_decides_over_the_paper(
    own: Path, note: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--profile` decides over both."""
    assert profile_of(capsys, str(note)) == "ny-schenectady-preschool"
    note.write_text(f"Kingston Services\n{note.read_text('utf-8')}", encoding="utf-8")
    assert profile_of(capsys, str(note)) == "ulster"
    (own / "config.toml").write_text('profile = "federal-part-b"\n', encoding="utf-8")
    assert profile_of(capsys, str(note)) == "federal-part-b"
    assert profile_of(capsys, str(note), "--profile", "ny-preschool") == "ny-preschool"


def test_files_that_a_system_hides_are_no_profiles(own: Path, note: Path) -> None:
    """As another system's copies leave them beside the real ones."""
    (own / "profiles" / "._ulster.toml").write_bytes(b"\0\5\x16\7")
    assert main(["check", str(note), *TODAY]) == 1


def test_inspect_and_rule_know_it_too(own: Path, note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the reason, as for those that are shipped."""
    note.write_text(f"Kingston Services\n{note.read_text('utf-8')}", encoding="utf-8")
    main(["inspect", str(note)])
    assert "Profile: Ulster County. The document names “kingston services”." in capsys.readouterr().out
    main(["rule", "COO001", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["profiles"] == ["ny-preschool", "ny-schenectady-preschool", "ulster"]
    (own / "config.toml").write_text('profile = "ulster"\n', encoding="utf-8")
    main(["inspect", str(note)])
    assert "Profile: Ulster County. Your configuration says so." in capsys.readouterr().out


def test_place_and_role_of_questions_may_be_kept(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the command line says decides."""
    (own / "config.toml").write_text('place = "Connecticut"\nrole = "family"\n', encoding="utf-8")
    question = "who pays the coordinator?"
    assert main(["ask", question]) == 0
    kept = capsys.readouterr().out
    assert main(["ask", question, "--place", "ct", "--role", "family"]) == 0
    assert capsys.readouterr().out == kept
    assert main(["ask", question, "--place", "ny-schenectady", "--role", "provider"]) == 0
    assert capsys.readouterr().out != kept


# --- what is not right ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["check", "inspect"])
def test_a_broken_profile_that_could_be_meant_stops_a_check(
    command: str, own: Path, note: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With one line: nobody's document is judged by rules that are not theirs."""
    told = breaks(own)
    assert main([command, str(note)]) == 2
    assert capsys.readouterr() == ("", f"tandem {command}: {told}\n")


def test_a_broken_profile_stops_no_check_by_another(own: Path, note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By id or file; the broken one itself says what is wrong."""
    told = breaks(own)
    assert profile_of(capsys, str(note), "--profile", "ny-preschool") == "ny-preschool"
    for named in ("ulster", str(own / "profiles" / "ulster.toml")):
        assert main(["check", str(note), "--profile", named]) == 2
        assert capsys.readouterr().err == f"tandem check: {told}\n"


def test_doctor_and_list_tell_of_all_that_is_broken(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And of a sound one nothing but that it is there."""
    assert main(["doctor"]) == 0
    assert f"Profiles: {', '.join(shipped())}, ulster. " in capsys.readouterr().out
    told = breaks(own)
    (own / "config.toml").write_text('profil = "ulster"\n', encoding="utf-8")
    assert main(["doctor"]) == 2
    out = capsys.readouterr().out
    assert out.count(f"  ✗ {told}\n") == 1
    assert f"  ✗ {own / 'config.toml'}, line 1: there is no key “profil”; the nearest is “profile”.\n" in out
    assert main(["profile", "list"]) == 2
    assert capsys.readouterr().err == f"tandem profile: {told}\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('profile = "ulstr"', ": There is no profile “ulstr”. Choose one of: ct-birth-to-three"),
        ("profile = 5", ", line 1: “profile” has to be text in quotes"),
        ("profile", ", line 1: this is not written as TOML"),
        ('role = "nurse"', ", line 1: there is no role “nurse”; there are: family, provider, trainer."),
    ],
)
def test_a_configuration_that_is_not_right_is_told(
    text: str, told: str, own: Path, note: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one line, by the file's name; `--profile` goes without it."""
    (own / "config.toml").write_text(text, encoding="utf-8")
    assert main(["check", str(note)]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"tandem check: {own / 'config.toml'}{told}")
    assert len(err.splitlines()) == 1
    assert main(["check", str(note), "--profile", "ny-preschool", *TODAY]) == 0


def test_a_question_tells_what_is_wrong_in_the_configuration(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its role, or a place that is not there."""
    (own / "config.toml").write_text('role = "nurse"', encoding="utf-8")
    assert main(["ask", "thanks"]) == 2
    assert "config.toml, line 1: there is no role “nurse”" in capsys.readouterr().err
    (own / "config.toml").write_text('place = "mars"', encoding="utf-8")
    assert main(["chat"]) == 2
    assert "there is no place “mars”" in capsys.readouterr().err


# --- list and show -------------------------------------------------------------------------------------------------


def test_list_tells_where_each_is_from(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And what it builds on, and how many rules it runs."""
    assert main(["profile", "list"]) == 0
    out = capsys.readouterr().out
    count = len(load_profile("ny-preschool").rules)
    assert (
        f"ny-preschool  (on federal-part-b, {count} rules, shipped)\n    New York preschool special education\n" in out
    )
    path = own / "profiles" / "ulster.toml"
    assert f"ulster  (on ny-preschool, {count} rules, your own)\n    Ulster County\n    {path}\n" in out
    assert f"Your own go into {own / 'profiles'}.\n" in out
    assert main(["profile", "list", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[-1] == {
        "id": "ulster", "name": "Ulster County", "extends": "ny-preschool", "file": str(path), "rules": count,
    }  # fmt: skip


def test_show_tells_what_is_its_own_and_what_it_has_from_where(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For people and for programs."""
    path = own / "profiles" / "ulster.toml"
    path.write_text(
        'id = "ulster"\nname = "Ulster County"\nextends = "ny-preschool"\nrules = ["MED001"]\nwithout = ["DAT007"]\n'
        "[figures]\nreview_months = 6\n[settings]\nsignatures_dated = false\n"
        '[recognise]\ncounties = ["Ulster"]\ndefault_for = ["progress_note"]\n'
        '[labels]\nservice_date = ["Zoned Encounter"]\n[closed_days]\n2026-12-24 = "Winter recess"\n',
        encoding="utf-8",
    )
    assert main(["profile", "show", "ulster"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(
        f"ulster  Ulster County\nYour own: {path}\nIt builds on ny-preschool, which builds on federal-p"
    )
    assert "  its own\n    MED001  A coordination note leaves its Medicaid box unchecked\n  from ny-preschool\n" in out
    assert "  taken out: DAT007\n" in out
    assert (
        "Figures\n  its own\n    review_months = 6  an IEP is reviewed within so many months\n  from ny-preschool\n"
        in out
    )
    assert "    signatures_dated = false  " in out
    assert "Labels\n  its own\n    “zoned encounter” asks for: service date\n" in out
    assert "Closed days\n  its own\n    2026-12-24  Winter recess\n" in out
    assert "words in a title or heading: county of ulster, ulster county\n" in out
    assert "kind of document: progress note\n" in out
    assert main(["profile", "show", str(path), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["lineage"] == ["ulster", "ny-preschool", "federal-part-b"]
    assert {rule["code"]: rule["from"] for rule in found["rules"]}.items() >= {
        "MED001": "ulster", "COO001": "ny-preschool", "SIG001": "federal-part-b",
    }.items()  # fmt: skip
    assert [each["from"] for each in found["figures"] if each["figure"] == "review_months"] == ["ulster"]
    assert {each["setting"]: each["from"] for each in found["settings"]}["typed_signature"] == "federal-part-b"


def test_show_of_what_is_not_there_gives_2(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Or is not sound."""
    assert main(["profile", "show", "mars"]) == 2
    assert "tandem profile: There is no profile “mars”. Choose one of:" in capsys.readouterr().err
    assert main(["profile", "show", "mars.toml"]) == 2
    assert "tandem profile: mars.toml: there is no file of this name." in capsys.readouterr().err
    told = breaks(own)
    assert main(["profile", "show", "ulster"]) == 2
    assert capsys.readouterr().err == f"tandem profile: {told}\n"


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_profile_can_be_shown(name: str, empty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With all its rules."""
    assert main(["profile", "show", name, "--format", "json"]) == 0
    assert {rule["code"] for rule in json.loads(capsys.readouterr().out)["rules"]} == load_profile(name).rules
    assert main(["profile", "show", name]) == 0
    assert capsys.readouterr().out.startswith(f"{name}  ")


# --- new -----------------------------------------------------------------------------------------------------------


def say(monkeypatch: pytest.MonkeyPatch, answers: str) -> None:
    """Give answers on standard input, as through a pipe."""
    monkeypatch.setattr("sys.stdin", io.StringIO(answers))


def test_new_asks_and_writes_a_profile_that_holds(
    empty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Into the folder of own profiles, which is made for it; each key has its word of explanation."""
    say(monkeypatch, ANSWERS)
    assert main(["profile", "new"]) == 0
    path = empty / "profiles" / "ulster-county.toml"
    out, err = capsys.readouterr()
    assert not err
    assert out.splitlines()[0] == f"Written: {path}"
    assert "tandem check --profile ulster-county FILE" in out
    assert "“Ulster County” or “Kingston Services” in a heading are checked by it without --profile." in out
    profiles = with_own([path])
    assert not profiles.broken
    made = profiles.find("ulster-county")
    assert made.name == "Ulster County: preschool"
    assert made.rules >= load_profile("ny-preschool").rules | {"MED001", "MED002"}
    assert made.figures == load_profile("ny-preschool").figures | {
        "coordination_units_school_year": 10,
        "coordination_units_summer": 2,
        "block_minutes": 30,
        "contemporaneous_days": 7,
    }
    assert made.typed_signature == "accept"
    assert {str(day): name for day, name in made.closed_days.items()} == {
        "2026-12-24": "Winter recess",
        "2026-12-25": "Closed",
    }
    assert made.names == {"ulster county", "kingston services"}
    lines = path.read_text("utf-8").splitlines()
    assert lines[lines.index("block_minutes = 30") - 1] == "# minutes in one unit of coordination"
    assert "# services_to_coordinate = 2" in lines


def test_options_answer_beforehand_and_defaults_the_rest(
    empty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Into any file; rules that the county has no use for are taken out of those it builds on."""
    path = tmp_path / "x.toml"
    words = [
        "--name",
        "Greene County",
        "--extends",
        "ny-schenectady-preschool",
        "--medicaid-box",
        "no",
        "--names",
        "none",
    ]
    assert main(["profile", "new", str(path), "--defaults", *words]) == 0
    assert f"tandem check --profile {path} FILE" in capsys.readouterr().out
    base, made = load_profile("ny-schenectady-preschool"), with_own([path]).find("greene-county")
    assert base.rules - made.rules >= {"MED001", "MED002"}
    assert made.rules < base.rules
    assert (made.figures, made.typed_signature, made.names) == (base.figures, base.typed_signature, frozenset())
    assert not empty.exists()


def test_the_defaults_alone_make_a_profile(empty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One that adds nothing to what it builds on."""
    assert main(["profile", "new", "--defaults"]) == 0
    made = with_own([empty / "profiles" / "my-county.toml"]).find("my-county")
    base = load_profile("ny-preschool")
    assert (made.rules, made.figures, made.base) == (base.rules, base.figures, base)


def test_a_file_that_is_there_is_written_over_by_force_alone(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whether it was named, or comes from the id; a document never, whatever is said."""
    path = own / "profiles" / "ulster.toml"
    for words in (["--id", "ulster"], [str(path), "--id", "other"]):
        assert main(["profile", "new", "--defaults", *words]) == 2
        assert f"{path} is there already: name another file, or say --force" in capsys.readouterr().err
        assert path.read_text("utf-8") == ULSTER
    assert main(["profile", "new", "--defaults", "--force", "--id", "ulster"]) == 0
    assert path.read_text("utf-8") != ULSTER
    assert not with_own([path]).broken
    note = tmp_path / "note.docx"
    note.write_bytes(b"mine")
    assert main(["profile", "new", str(note), "--defaults", "--force"]) == 2
    assert note.read_bytes() == b"mine"


@pytest.mark.parametrize("lines", range(ANSWERS.count("\n")))
def test_an_end_of_input_leaves_nothing_behind(
    lines: int, empty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wherever it comes."""
    say(monkeypatch, "".join(ANSWERS.splitlines(keepends=True)[:lines]))
    assert main(["profile", "new"]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert "the input ended before all was answered, so nothing was written" in err
    assert not empty.exists()


class Interrupted:
    """Standard input in which Ctrl-C comes after a few lines."""

    def __init__(self, *lines: str) -> None:
        self._lines = list(lines)

    def isatty(self) -> bool:
        """No terminal."""
        return False

    def readline(self) -> str:
        """A line, or Ctrl-C."""
        if not self._lines:
            raise KeyboardInterrupt
        return self._lines.pop(0)


def test_ctrl_c_leaves_nothing_behind(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the exit code that shells give it."""
    monkeypatch.setattr("sys.stdin", Interrupted("Ulster County\n", "\n"))
    assert main(["profile", "new"]) == 130
    assert not empty.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--id", "Ulster County"), "use small letters, figures and hyphens, such as ulster-county."),
        (("--id", "ny-preschool"), "a profile of that id is there already."),
        (("--extends", "ny-prescool"), "there is no such profile; the nearest is “ny-preschool”."),
        (("--id", "a", "--extends", "a"), "there is no such profile"),
        (("--medicaid-box", "maybe"), "“maybe” will not do; answer yes or no."),
        (("--block-minutes", "half an hour"), "write a whole number from 1 to 1000, or none."),
        (("--block-minutes", "0"), "write a whole number from 1 to 1000, or none."),
        (("--typed-signature", "yes"), "answer review, accept or reject."),
        (("--closed-days", "Christmas"), "write each as year-month-day and a name"),
        (("--name", "a\x1b[31mb"), "write it in one line, without control characters."),
        (("--name", " "), "write it in one line"),
        (("nowhere/at/all.toml",), "cannot be written"),
        ((".",), "a profile is a .toml file, such as albany.toml; . is none."),
    ],
)
def test_an_answer_that_will_not_do_is_told_and_nothing_is_written(
    words: tuple[str, ...], told: str, empty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one line, with what would do."""
    assert main(["profile", "new", "--defaults", *words]) == 2
    err = capsys.readouterr().err
    assert err.startswith("tandem profile new: ")
    assert told in err
    assert len(err.splitlines()) == 1
    assert not empty.exists()


class Person(io.StringIO):
    """Standard input that is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_a_person_is_asked_again_after_a_slip(
    empty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the default beside each question, on standard error."""
    monkeypatch.setattr("sys.stdin", Person(ANSWERS.replace("\nyes\n", "\nmaybe\nyes\n")))
    assert main(["profile", "new"]) == 0
    err = capsys.readouterr().err
    assert "Short name, for --profile [ulster-county]: " in err
    assert "“maybe” will not do; answer yes or no." in err
    assert (empty / "profiles" / "ulster-county.toml").exists()


def test_quotes_and_letters_of_all_kinds_are_kept(empty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name may hold what TOML has a meaning for."""
    name = 'St. "Ana" \\ Niño’s [Agency] # 1 = é'
    assert main(["profile", "new", "--defaults", "--name", name, "--id", "ana", "--names", name]) == 0
    made = with_own([empty / "profiles" / "ana.toml"]).find("ana")
    assert made.name == name


def test_a_profile_that_would_build_on_itself_is_not_written(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nor over the one it builds on."""
    troy = own / "profiles" / "troy.toml"
    troy.write_text(ULSTER.replace('"ulster"', '"troy"').replace("ny-preschool", "ulster"), encoding="utf-8")
    assert main(["profile", "new", "--defaults", "--force", "--id", "ulster", "--extends", "troy"]) == 2
    assert "a profile cannot build on itself: ulster → troy → ulster." in capsys.readouterr().err
    assert (own / "profiles" / "ulster.toml").read_text("utf-8") == ULSTER


def test_without_a_command_it_says_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    """With exit code 2."""
    assert main(["profile"]) == 2
    assert "list|show|new" in capsys.readouterr().err
