"""Profiles: what they inherit, and which one a document asks for."""

import pytest

from checkers.document import Kind
from checkers.profile import UnknownProfile, load_profile, shipped, shipped_profiles
from tests.checkers.understand.model import model


def test_a_profile_has_all_of_the_one_it_extends() -> None:
    """Schenectady adds the rules on coordination and Medicaid to those of New York, and keeps its figures."""
    state, county = load_profile("ny-preschool"), load_profile("ny-schenectady-preschool")
    assert county.rules - state.rules == {"COO004", "COO005", "COO009", "MED001", "MED002"}
    assert state.rules < county.rules
    assert county.figures.items() > state.figures.items()


def test_no_shipped_profile_says_how_soon_a_note_is_to_be_signed() -> None:
    """SIG008 is for users who set the figure."""
    assert not [each for each in shipped() if "contemporaneous_days" in load_profile(each).figures]


def test_every_shipped_profile_loads_under_its_own_name() -> None:
    """The file's name is the id."""
    assert {load_profile(name).id for name in shipped()} == set(shipped())


def test_an_unknown_profile_names_those_that_are_there() -> None:
    """So that the user can choose."""
    with pytest.raises(UnknownProfile, match="ny-schenectady-preschool"):
        load_profile("ny-schenectedy")


@pytest.mark.parametrize(
    ("heading", "profile"),
    [
        ("Schenectady County Preschool", "ny-schenectady-preschool"),
        ("", "ny-schenectady-preschool"),
        ("Albany County Department for Children", "ny-preschool"),
        ("County of Suffolk", "ny-preschool"),
        ("NYC DOE", "ny-preschool"),
        ("Orange juice and Essex street", "ny-schenectady-preschool"),
        ("Connecticut Birth to Three System", "ct-birth-to-three"),
        ("Early Steps, State of Florida", "fl-early-steps"),
        ("Ohio Department of Education PR-07", "federal-part-b"),
        ("NYC Early Intervention Program", "federal-part-c"),
        ("Albany County, sent to Schenectady County", "ny-schenectady-preschool"),
    ],
)
def test_the_profile_by_the_place_on_the_paper(heading: str, profile: str) -> None:
    """Another county's name asks for the State's rules alone, another programme's for its own."""
    assert shipped_profiles().recognise(model(f"{heading}\nProgress Note\nChild: Ana Diaz")).id == profile


@pytest.mark.parametrize(
    ("title", "profile"),
    [
        ("Individualized Family Service Plan", "ct-birth-to-three"),
        ("Service Coordination Contact Log", "ct-birth-to-three"),
        ("Individualized Education Program", "ny-schenectady-preschool"),
        ("STAC-1", "ny-schenectady-preschool"),
        ("Dear families", "ny-schenectady-preschool"),
    ],
)
def test_the_profile_by_the_kind_where_no_place_is_named(title: str, profile: str) -> None:
    """As the rule catalogue says."""
    assert shipped_profiles().recognise(model(f"{title}\nChild: Ana Diaz")).id == profile


def test_running_text_names_no_place() -> None:
    """A story about a journey moves no document."""
    story = "Ana told a long story about her trip to Albany County and Connecticut with her aunt and her cousins."
    assert shipped_profiles().recognise(model(f"Progress Note\nNotes: {story}")).id == "ny-schenectady-preschool"


def test_every_kind_has_its_usual_profile() -> None:
    """And just one."""
    usual = [kind for name in shipped() for kind in load_profile(name).default_for]
    assert sorted(usual) == sorted(kind.value for kind in Kind)
