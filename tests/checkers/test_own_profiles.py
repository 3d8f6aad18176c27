"""Profiles that a county wrote itself: what they change, and what is said where one is not right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.check import Options, check_bytes
from checkers.checked_toml import LARGEST, WrongFile
from checkers.document import Kind
from checkers.own_profiles import adding, read_own, with_own
from checkers.profile import Profiles, load_profile, shipped_profiles
from checkers.words import label_key
from tests.checkers.understand.model import model

HEAD = 'id = "ulster"\nname = "Ulster County"\nextends = "ny-preschool"\n'
FULL = (
    HEAD
    + """\
rules = ["MED001"]
without = [
    "ACT002",  # they write elsewhere
    "DAT007",
]

[figures]
review_months = 6
contemporaneous_days = 0

[settings]
typed_signature = "accept"
signatures_dated = false

[recognise]
names = ["Kingston Children's Services"]
counties = ["ulster"]
default_for = ["progress_note"]

[labels]
service_date = ["Zoned Encounter"]

[closed_days]
2026-12-24 = "Winter recess"
"""
)


def write(folder: Path, name: str, text: str) -> Path:
    """Write a profile's file."""
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def only(profiles: Profiles) -> str:
    """The one thing that is wrong, on one line."""
    (message,) = profiles.broken.values()
    assert message.isprintable()
    return message


# --- what a profile changes ----------------------------------------------------------------------------------------


def test_it_has_what_it_builds_on_and_changes_what_it_says(tmp_path: Path) -> None:
    """Every key there is."""
    path = write(tmp_path, "ulster", FULL)
    base, own = load_profile("ny-preschool"), with_own([path]).find("ulster")
    assert own.rules == base.rules - {"ACT002", "DAT007"} | {"MED001"}
    assert own.figures == base.figures | {"review_months": 6, "contemporaneous_days": 0}
    assert (own.typed_signature, own.signatures_dated) == ("accept", False)
    assert own.names == {"kingston childrens services", "ulster county", "county of ulster"}
    assert own.default_for == {"progress_note"}
    assert own.labels == {"zoned encounter": "service_date"}
    assert {str(day): name for day, name in own.closed_days.items()} == {"2026-12-24": "Winter recess"}
    assert (own.base, own.file) == (base, path)
    assert [each.id for each in own.lineage] == ["ulster", "ny-preschool", "federal-part-b"]


def test_own_profiles_build_on_one_another_in_whatever_order_they_are_read(tmp_path: Path) -> None:
    """And what the lower one says is handed on."""
    agency = write(tmp_path, "a", 'id = "agency"\nname = "An agency"\nextends = "ulster"\n')
    profiles = with_own([agency, write(tmp_path, "b", FULL)])
    assert not profiles.broken
    assert profiles.find("agency").typed_signature == "accept"
    assert profiles.find("agency").labels == {"zoned encounter": "service_date"}
    assert profiles.find("agency").closed_days == profiles.find("ulster").closed_days


def test_marks_and_line_ends_of_windows_are_no_fault(tmp_path: Path) -> None:
    """As its Notepad saves them."""
    path = tmp_path / "ulster.toml"
    path.write_bytes(b"\xef\xbb\xbf" + FULL.replace("\n", "\r\n").encode())
    assert with_own([path]).find("ulster").figures["review_months"] == 6


@pytest.mark.parametrize(
    ("heading", "profile"),
    [
        ("Ulster County", "ulster"),  # a county that ny-preschool names too
        ("Kingston Children's Services", "ulster"),
        ("Ulster County, sent to Schenectady County", "ulster"),  # as deep as Schenectady's, and the user's own
        ("Schenectady County", "ny-schenectady-preschool"),
        ("Albany County", "ny-preschool"),
    ],
)
def test_a_paper_asks_for_it_by_its_names(heading: str, profile: str, tmp_path: Path) -> None:
    """Before a shipped profile of the same depth."""
    profiles = with_own([write(tmp_path, "ulster", FULL)])
    assert profiles.recognise(model(f"{heading}\nProgress Note\nChild: Ana Diaz")).id == profile


def test_it_can_be_the_usual_one_for_a_kind(tmp_path: Path) -> None:
    """Before the shipped one, for that kind alone."""
    profiles = with_own([write(tmp_path, "ulster", FULL)])
    assert profiles.recognise(model("Progress Note\nChild: Ana Diaz")).id == "ulster"
    assert profiles.recognise(model("STAC-1\nChild: Ana Diaz")).id == "ny-schenectady-preschool"


def test_the_file_that_is_chosen_takes_the_place_of_another_of_its_id(tmp_path: Path) -> None:
    """Somebody tries a new version while the old one is still in the folder."""
    old = write(tmp_path, "old", FULL)
    new = write(tmp_path, "new", HEAD)
    assert with_own([old], chosen=new).find("ulster").file == new
    assert with_own([old], chosen=old).find("ulster").file == old
    assert not with_own([old], chosen=new).broken


NOTE = """\
Progress Note
Child: Ana Diaz
Zoned Encounter: 3/4/2026
Time: 9:00 - 9:30
Notes: We practised the sound s in words and sentences; she said eight of ten well.
Signature: Electronically signed by Lee Example, CCC-SLP 3/4/2026
"""


def test_its_labels_are_understood_while_it_is_there_and_no_longer(tmp_path: Path) -> None:
    """Chosen by hand or told by the paper; a profile that does not have the label does not get it when it is chosen."""
    profiles = with_own([write(tmp_path, "ulster", FULL)])

    def dated(options: Options) -> bool:
        doc = check_bytes(NOTE.encode(), "note.txt", options).doc
        assert doc is not None
        return any(field.key == "service_date" for field in doc.fields)

    assert dated(Options("ulster", profiles=profiles))
    assert dated(Options(profiles=profiles))
    assert not dated(Options("ny-preschool", profiles=profiles))
    assert not dated(Options())
    assert label_key("Zoned Encounter") is None


def test_its_rules_and_figures_are_those_that_judge(tmp_path: Path) -> None:
    """And the report names it."""
    profiles = with_own([write(tmp_path, "ulster", FULL)])
    report = check_bytes(NOTE.encode(), "note.txt", Options(profiles=profiles))
    assert report.profile == profiles.find("ulster")
    assert {outcome.rule for outcome in report.outcomes} == profiles.find("ulster").rules


# --- what is wrong -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (HEAD + 'extend = "x"', 4, "there is no key “extend”; the nearest is “extends”."),
        (HEAD + "[figures]\n\nblock_minute = 30", 6, "no key “block_minute” under [figures]; the nearest is “b"),
        (HEAD + "[figure]\nblock_minutes = 30", 4, "there is no key “figure”; the nearest is “figures”."),
        (HEAD + "zzzzqq = 1", 4, "there is no key “zzzzqq”; there are: id, name, extends, rules"),
        (HEAD + '[figures]\nrules = ["MED001"]', 5, "“rules” stands in the wrong part: write it above the first line"),
        (HEAD + 'typed_signature = "accept"', 4, "“typed_signature” stands in the wrong part: write it below"),
        (HEAD + "figures = 5", 4, "“figures” is a part of the file, with keys of its own: write [fig"),
        (HEAD + "[figures]\nblock_minutes = '30'", 5, "“block_minutes” has to be a whole number from 1 to 1000, with"),
        (HEAD + "[figures]\nblock_minutes = 0", 5, "“block_minutes” has to be a whole number from 1 to 1000"),
        (HEAD + "[figures]\nblock_minutes = true", 5, "“block_minutes” has to be a whole number from 1 to 1000"),
        (HEAD + "[figures]\nblock_minutes = 30.0", 5, "“block_minutes” has to be a whole number from 1 to 1000"),
        (HEAD + 'rules = "MED001"', 4, "“rules” has to be a list of texts in quotes, such as"),
        (HEAD + 'rules = [\n  "MED001",\n  "MED01",\n]', 6, "there is no rule “MED01”; the nearest is “MED001”."),
        (HEAD + 'without = ["med001"]', 4, "there is no rule “med001”; the nearest is “MED001”."),
        (HEAD + '[settings]\ntyped_signature = "accepted"', 5, "no setting “accepted”; the nearest is “accept”."),
        (HEAD + "[settings]\ntyped_signature = true", 5, "“typed_signature” has to be one of review, accept, reject"),
        (HEAD + '[settings]\nsignatures_dated = "yes"', 5, "has to be true or false, without quotes."),
        (HEAD + '[recognise]\ndefault_for = ["note"]', 5, "there is no kind of document “note”"),
        (HEAD + "recognise = { names = ['a'], county = ['b'] }", 4, "no key “county” under [recognise]; the nearest"),
        (HEAD + 'recognise.names = "Ulster"', 4, "“names” has to be a list of texts in quotes"),
        (HEAD + '[labels]\nservice_day = ["Visit"]', 5, "no key “service_day” under [labels]; the nearest is"),
        (HEAD + '[labels]\nservice_date = ["Visit on", "Therapist Signature"]', 5, "“Therapist Signature” is read"),
        (HEAD + '[labels]\nservice_date = ["Date of Birth"]', 5, "“Date of Birth” is read as birth_date on every form"),
        (HEAD + '[labels]\nservice_date = ["—"]', 5, "“—” has no letter from a to z and no figure to be known by."),
        (HEAD + '[recognise]\nnames = ["Ulster",\n "Ольстер"]', 6, "“Ольстер” has no letter from a to z"),
        (HEAD + '[closed_days]\n2026-02-30 = "Recess"', 5, "“2026-02-30” is no day: write a day as year-month-day"),
        (HEAD + "[closed_days]\n2026-12-24 = true", 5, "“2026-12-24” has to be text in quotes"),
        (HEAD.replace("ny-p", "ny-pp"), 3, "no profile “ny-ppreschool” to build on; the nearest is “ny"),
        (HEAD.replace("ny-preschool", "ulster"), 3, "a profile cannot build on itself: ulster → ulster."),
        (HEAD.replace('"ulster"', '"Ulster County"'), 1, "the id “Ulster County” has to be small letters, figures"),
        (HEAD.replace('"ulster"', '"ct-birth-to-three"'), 1, "“ct-birth-to-three” is the id of a profile that"),
        ('name = "Ulster"\nextends = "ny-preschool"', None, "“id” is missing: write a short name for it, such as"),
        ('id = "ulster"\nextends = "ny-preschool"', None, "“name” is missing: write its name, such as name ="),
        ('id = "ulster"\nname = "Ulster"', None, "“extends” is missing: write the profile it builds on, such as"),
        ("", None, "“id” is missing"),
        (HEAD + 'name = "Again"', 4, "this is not written as TOML (Cannot overwrite a value). A line reads: key ="),
        (HEAD + "rules = [MED001]", 4, "this is not written as TOML (Invalid value). A line reads: key ="),
        ("Dear Tandem,\nplease check all.", 1, "this is not written as TOML"),
        (HEAD + "x = " + "[" * 900, None, "this is not written as TOML."),
        (HEAD + "x = " + "9" * 9000, None, "this is not written as TOML."),
        (HEAD + '"a\\nb" = 1', 4, "there is no key “a b”"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_one_line(text: str, line: int | None, told: str, tmp_path: Path) -> None:
    """With the file, the line, and what to write instead; nobody checks by such a profile."""
    path = write(tmp_path, "ulster", text)
    profiles = with_own([path])
    message = only(profiles)
    assert message.startswith(f"{path}, line {line}: " if line else f"{path}: ")
    assert told in message
    assert profiles.by_id == shipped_profiles().by_id


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (HEAD.encode("utf-16"), ", line 1: the file is no plain text in UTF-8. Save it in a text editor"),
        (HEAD.encode() + b'rules = ["\xe9"]', ", line 4: the file is no plain text in UTF-8"),
        (HEAD.encode() + b"#" * LARGEST, ": the file is larger than 64 KB"),
    ],
)
def test_a_file_that_is_no_text_is_told(data: bytes, told: str, tmp_path: Path) -> None:
    """A Word file under the wrong name, text in another encoding, a file of any size."""
    path = tmp_path / "ulster.toml"
    path.write_bytes(data)
    assert f"{path}{told}" in only(with_own([path]))


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    """One that is not there, and a folder."""
    assert only(with_own([tmp_path / "none.toml"])).endswith("none.toml: there is no file of this name.")
    (tmp_path / "folder.toml").mkdir()
    assert only(with_own([tmp_path / "folder.toml"])).endswith("folder.toml: the file cannot be opened.")
    assert "cannot be opened" in only(with_own([tmp_path / "a\0b.toml"]))


def test_of_two_files_with_one_id_the_first_holds(tmp_path: Path) -> None:
    """And the second is told, with the name of the first."""
    first, second = write(tmp_path, "a", HEAD), write(tmp_path, "b", HEAD)
    profiles = with_own([first, second])
    assert only(profiles) == f"{second}, line 1: “ulster” is the id of {first} too: choose another."
    assert profiles.find("ulster").file == first


def test_a_circle_is_told_in_each_of_its_files_and_what_hangs_on_it_too(tmp_path: Path) -> None:
    """With the way round."""
    texts = {name: f'id = "{name}"\nname = "X"\nextends = "{base}"\n' for name, base in ("ab", "bc", "cb")}
    paths = [write(tmp_path, name, text) for name, text in texts.items()]
    told = with_own(paths).broken
    assert told[paths[0]].endswith("line 3: a profile cannot build on itself: b → c → b.")
    assert told[paths[1]].endswith("line 3: a profile cannot build on itself: b → c → b.")
    assert told[paths[2]].endswith("line 3: a profile cannot build on itself: c → b → c.")


def test_what_builds_on_a_profile_that_is_not_right_is_told(tmp_path: Path) -> None:
    """The other profiles are as they were."""
    broken = write(tmp_path, "a", HEAD.replace("ny-preschool", "mars"))
    upon = write(tmp_path, "b", HEAD.replace('"ulster"', '"agency"').replace("ny-preschool", "ulster"))
    sound = write(tmp_path, "c", HEAD.replace('"ulster"', '"sound"'))
    profiles = with_own([broken, upon, sound])
    assert profiles.broken[upon] == f"{upon}, line 3: it builds on “ulster”, which is not right itself."
    assert profiles.find("sound").file == sound


def test_a_rule_that_lacks_its_figure_is_told(tmp_path: Path) -> None:
    """Instead of a check that breaks down; with the figure it is right."""
    text = HEAD.replace("ny-preschool", "federal-part-b") + 'rules = ["DAT001",\n"COO001"]\n'
    message = only(with_own([write(tmp_path, "ulster", text)]))
    assert "line 5: COO001 needs the figure “services_to_coordinate” (one provider coordinates from so many" in message
    assert message.endswith("write it under [figures], or take the rule out.")
    assert not with_own([write(tmp_path, "ulster", text + "[figures]\nservices_to_coordinate = 3\n")]).broken


# --- properties ----------------------------------------------------------------------------------------------------

VALUES = st.recursive(
    st.booleans() | st.integers(-9, 2000) | st.text(max_size=8) | st.sampled_from(["MED001", "ulster", "ny-preschool"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["names", "id", "x"]), inner, max_size=2)
    ),
    max_leaves=5,
)


def toml(value: Any) -> str:
    """A value as TOML writes it on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return json.dumps(value).replace("\x7f", "\\u007f")


def is_profile_or_told(data: bytes) -> bool:
    """Whether it is a profile, or what is wrong is told in one line; anything else raises."""
    path = Path("county.toml")
    try:
        profiles = adding(shipped_profiles(), [read_own(path, data)])
    except WrongFile as wrong:
        return str(wrong).startswith("county.toml") and str(wrong).isprintable()
    return bool(profiles.broken) != (len(profiles.by_id) > len(shipped_profiles().by_id))


@given(st.data())
def test_whatever_becomes_of_a_profile_it_is_one_or_is_told(data: st.DataObject) -> None:
    """Letters that are lost, added or changed anywhere."""
    text = bytearray(FULL.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(start + 40, len(text))))
        text[start:end] = data.draw(
            st.binary(max_size=3) | st.sampled_from([b"", b"[", b"]", b'"', b"\n", b" = ", b"."])
        )
    assert is_profile_or_told(bytes(text))


@given(st.data())
def test_whatever_value_stands_behind_a_key_it_is_a_profile_or_is_told(data: st.DataObject) -> None:
    """Texts for numbers, lists in lists, parts for keys."""
    lines = FULL.replace('[\n    "ACT002",  # they write elsewhere\n    "DAT007",\n]', "[]").splitlines()
    at = data.draw(st.sampled_from([index for index, line in enumerate(lines) if "=" in line]))
    name = data.draw(st.sampled_from([lines[at].partition(" =")[0], "x", "figures", "names"]))
    lines[at] = f"{name} = {toml(data.draw(VALUES))}"
    assert is_profile_or_told("\n".join(lines).encode())


def test_kinds_are_all_known_to_a_profile(tmp_path: Path) -> None:
    """A county may take all kinds of document for its own."""
    text = f"{HEAD}[recognise]\ndefault_for = {json.dumps([kind.value for kind in Kind])}\n"
    assert with_own([write(tmp_path, "ulster", text)]).recognise(model("Dear families")).id == "ulster"
