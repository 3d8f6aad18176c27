"""Forms with labels that no list knows, learned from their blanks: what is found in their copies."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from checkers.check import FileReport, Options, check_bytes
from checkers.form import SHARE, Form, FormKind
from checkers.guard import recognise
from checkers.layout import Reading, lines_of
from checkers.learning import Learned, as_form, as_tables, filled_in, lacking, not_found_again, read_blank
from checkers.outcome import Verdict
from checkers.profile import Profiles, built_upon, shipped_profiles
from checkers.readers import read
from checkers.understand import understand
from checkers.understand.activities import activity_named
from checkers.understand.labelled import key_of
from checkers.words import load, plain
from tests.documents.learned import Layout
from tests.documents.learned.in_pdf import SCHOLARS, SPROUTS
from tests.documents.learned.in_word import HUDDLE, KITE_LANE, ORCHARD
from tests.documents.learned.more import FERN, MAPLE, TIDE
from tests.documents.pdf import drawn

LAYOUTS = {each.name: each for each in (KITE_LANE, HUDDLE, ORCHARD, SPROUTS, SCHOLARS, MAPLE, TIDE, FERN)}
TODAY = datetime.date(2026, 6, 1)
COPIES = [(name, copy) for name, layout in LAYOUTS.items() for copy in range(len(layout.copies))]
WILD = Path(__file__).parents[2] / "documents" / "wild"


def reading_of(data: bytes, ending: str) -> Reading:
    """A file as read."""
    return read(data, recognise(data, f"form.{ending}"))


def told(layout: Layout, learned: Learned) -> Learned:
    """What was learned, with each place as the layout says that it is meant."""
    seen: Counter[str] = Counter()
    for number, place in enumerate(learned.places):
        label = place.blank.label
        learned = learned.taken_for(number, layout.means[label][seen[label]])
        seen[label] += 1
    return learned


@cache
def learned_from(name: str) -> Learned:
    """A layout's form, learned from its blank."""
    layout = LAYOUTS[name]
    return told(layout, read_blank(reading_of(layout.blank, layout.ending)))


@cache
def profiles() -> Profiles:
    """The shipped profiles, and those of all the forms."""
    tables = (
        {"id": name, "name": name, "extends": layout.base, **as_tables(learned_from(name), FormKind(layout.kind))}
        for name, layout in LAYOUTS.items()
    )
    return Profiles(built_upon(shipped_profiles().by_id, ((each, None) for each in tables)))


def checked(layout: Layout, values: Mapping[str, str]) -> FileReport:
    """The report on a copy of the form with these values."""
    options = Options(today=TODAY, profiles=profiles())
    return check_bytes(layout.draw(values), f"copy.{layout.ending}", options)


def violations(report: FileReport) -> set[str]:
    """The rules that a document breaks."""
    return {each.rule for each in report.outcomes if each.verdict is Verdict.VIOLATION}


# --- learning ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_label_of_the_forms_is_in_a_list(name: str) -> None:
    """Nor do the words of a box tell what it means, nor a title the kind."""
    layout = LAYOUTS[name]
    labels = {plain(label) for entry in load("labels").values() for label in entry["labels"]}
    for label, meanings in layout.means.items():
        assert plain(label) not in labels
        assert key_of(label) is None
        assert "medicaid_box" not in meanings or activity_named(label).value == "unknown"
    assert read_blank(reading_of(layout.blank, layout.ending)).kind is None


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_place_of_the_blank_is_found_and_nothing_else(name: str) -> None:
    """Each as often as it stands there; what a form needs is there, and is found again by its label."""
    layout, learned = LAYOUTS[name], learned_from(name)
    found = Counter(place.blank.label for place in learned.places)
    assert found == {label: len(meanings) for label, meanings in layout.means.items()}
    assert not_found_again(learned, as_form(learned, FormKind(layout.kind))) == []
    assert lacking(learned, FormKind(layout.kind)) == []


@pytest.mark.parametrize("name", LAYOUTS)
def test_what_a_profile_keeps_is_the_form_that_was_learned(name: str) -> None:
    """Written as a profile has it, and read from there."""
    layout = LAYOUTS[name]
    tables = as_tables(learned_from(name), FormKind(layout.kind))
    assert Form.of(tables) == as_form(learned_from(name), FormKind(layout.kind))
    assert {label: tuple(means) for label, means in tables["means"].items()} == layout.means


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_blank_is_told_from_a_copy(name: str) -> None:
    """A copy holds days and signatures; a profile must not keep them."""
    layout = LAYOUTS[name]
    assert filled_in(learned_from(name)) == []
    for copy in layout.copies:
        assert filled_in(read_blank(reading_of(layout.draw(copy), layout.ending)))


# --- copies --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "copy"), COPIES)
def test_a_well_filled_copy_is_of_its_form_and_has_no_fault(name: str, copy: int) -> None:
    """It is known by what it prints, and there is nothing to correct and nothing to look at."""
    report = checked(LAYOUTS[name], LAYOUTS[name].copies[copy])
    assert report.profile
    assert report.profile.id == name
    assert report.kind == FormKind(LAYOUTS[name].kind).kind
    assert [each.message for each in report.findings] == []


@pytest.mark.parametrize(("name", "copy"), COPIES)
def test_every_planted_blank_is_found(name: str, copy: int) -> None:
    """Left as it was in the empty form, whatever stood there; nothing else is wrong then."""
    layout = LAYOUTS[name]
    for place, rule in layout.asked.items():
        values = {each: value for each, value in layout.copies[copy].items() if each != place}
        found = violations(checked(layout, values))
        assert rule in found, place
        assert found <= {rule, "DOC005"}, place


@pytest.mark.parametrize(("name", "copy"), [each for each in COPIES if LAYOUTS[each[0]].emptied])
def test_a_place_without_its_prompt_is_blank_too(name: str, copy: int) -> None:
    """Somebody took out what the empty form had there, and wrote nothing."""
    layout = LAYOUTS[name]
    for place, rule in layout.emptied.items():
        assert violations(checked(layout, {**layout.copies[copy], place: " "})) == {rule}, place


def test_a_value_may_stand_on_its_rule() -> None:
    """Before, behind or between the underscores."""
    values = ORCHARD.copies[0]
    for frame in ("__{}__", "{}______", "______ {}"):
        framed = {each: value if each == "note" else frame.format(value) for each, value in values.items()}
        report = checked(ORCHARD, framed)
        assert [each.message for each in report.findings] == [], frame
        assert report.doc
        assert [field.value for field in report.doc.values("child_name")] == [values["child"]]


def test_a_label_twice_on_a_form_is_told_by_its_place() -> None:
    """The word "Inked" beside the helper's line dates that one, beside the elder's the other."""
    report = checked(KITE_LANE, {**KITE_LANE.copies[0], "signed": "3/4/2026"})
    assert report.doc
    dates = {each.role: each.date.text for each in report.doc.signatures if each.date}
    assert dates == {"provider": "3/4/2026", "parent": "3/3/2026"}


def test_a_prompt_is_no_value_where_something_stands_beside_it() -> None:
    """Somebody wrote behind the prompt instead of over it."""
    report = checked(KITE_LANE, {**KITE_LANE.copies[0], "date": "month / day / year 3/3/2026"})
    assert report.doc
    assert [field.value for field in report.doc.values("service_date")] == ["3/3/2026"]
    assert report.findings == ()


def test_a_short_prompt_takes_nothing_out_of_a_value() -> None:
    """The blank's "1" is no part of "11:00", nor "on" of "Upton"."""
    form = as_form(learned_from(SPROUTS.name), FormKind.ATTENDANCE_LOG)
    held = replace(form, holds={"sprout": ("on", "Ups"), "moon": ("1",)})
    values = {**SPROUTS.copies[0], "child": "Upsy Upton", "month": "November 2011"}
    doc = understand(reading_of(SPROUTS.draw(values), "pdf"), held)
    assert [field.value for field in doc.fields if field.key in ("child_name", "period")] == [
        "Upsy Upton",
        "November 2011",
    ]


def test_what_the_form_prints_is_nobodys_note() -> None:
    """The line at the foot of the form is no narrative where there is none."""
    values = {each: value for each, value in ORCHARD.copies[0].items() if each != "note"}
    report = checked(ORCHARD, values)
    assert report.doc
    assert [entry.narrative for entry in report.doc.entries] == [""]


# --- which form a document is of -----------------------------------------------------------------------------------


def test_a_form_that_was_revised_is_still_known() -> None:
    """Its footer has another number, and one line is new."""
    data = KITE_LANE.draw(KITE_LANE.copies[0])
    form = as_form(learned_from(KITE_LANE.name), FormKind.PROGRESS_NOTE)
    revised = [each for each in form.printed if not each.startswith("kite lane sheet")]
    share = sum(map(len, revised)) / sum(map(len, form.printed))
    assert SHARE <= share < 1
    older = Form(form.kind, (*revised, "kite lane sheet 3 keep one copy in the box"), form.means, form.holds)
    found = older.share(lines_of(reading_of(data, "docx").blocks))
    assert SHARE <= found < 1


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_form_is_not_another(name: str) -> None:
    """Each copy holds its own, and next to nothing of the others."""
    layout = LAYOUTS[name]
    lines = tuple(lines_of(reading_of(layout.draw(layout.copies[0]), layout.ending).blocks))
    for other, its in LAYOUTS.items():
        share = as_form(learned_from(other), FormKind(its.kind)).share(lines)
        assert share == 1 if other == name else share < SHARE / 4


@pytest.mark.parametrize("path", sorted(WILD.glob("*.txt")), ids=lambda path: path.stem)
def test_a_foreign_document_is_none_of_them(path: Path) -> None:
    """What is found in it is what is found without the forms."""
    data = path.read_bytes()
    with_forms = check_bytes(data, path.name, Options(today=TODAY, profiles=profiles()))
    without = check_bytes(data, path.name, Options(today=TODAY))
    assert with_forms.outcomes == without.outcomes
    assert (with_forms.profile and with_forms.profile.id) == (without.profile and without.profile.id)


def test_a_profile_that_was_chosen_needs_less_of_its_words() -> None:
    """A page that holds but two thirds of what the form prints is of it where somebody says so, and not by itself."""
    values = SPROUTS.copies[0]
    data = SPROUTS.draw(values)
    form = as_form(learned_from(SPROUTS.name), FormKind.ATTENDANCE_LOG)
    longer = Form(form.kind, (*form.printed, "w" * (sum(map(len, form.printed)) // 2)), form.means, bare=form.bare)
    base = profiles().by_id
    known = Profiles({**base, SPROUTS.name: replace(base[SPROUTS.name], form=longer)})
    chosen = check_bytes(data, "log.pdf", Options(SPROUTS.name, TODAY, profiles=known))
    assert chosen.kind == "attendance_log"
    assert check_bytes(data, "log.pdf", Options(today=TODAY, profiles=known)).kind != "attendance_log"


def test_a_county_that_was_chosen_decides_over_the_form() -> None:
    """Its rules run, and the form's places are known all the same."""
    data = HUDDLE.draw({each: value for each, value in HUDDLE.copies[0].items() if each != "box"})
    federal = check_bytes(data, "note.docx", Options("federal-part-b", TODAY, profiles=profiles()))
    assert federal.profile
    assert federal.profile.id == "federal-part-b"
    assert federal.kind == "progress_note"
    assert violations(federal) == set()


def test_an_empty_page_has_no_place_to_write_on() -> None:
    """A picture of a form has none either."""
    assert read_blank(reading_of(drawn(lambda _: None), "pdf")).places == ()
