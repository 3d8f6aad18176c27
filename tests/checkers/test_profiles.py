"""Profiles: what they inherit, and which one a document asks for."""

import pytest

from checkers.check import profile_of
from checkers.profile import UnknownProfile, load_profile, shipped
from tests.checkers.understand.model import model


def test_a_profile_has_all_of_the_one_it_extends() -> None:
    """Schenectady adds the Medicaid rules to those of New York, and keeps its figures."""
    state, county = load_profile("ny-preschool"), load_profile("ny-schenectady-preschool")
    assert county.rules - state.rules == {"MED001", "MED002"}
    assert state.rules < county.rules
    assert county.figures == state.figures


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
    ],
)
def test_the_profile_by_the_place_on_the_paper(heading: str, profile: str) -> None:
    """Another county's name asks for the State's rules alone."""
    assert profile_of(model(f"{heading}\nProgress Note\nChild: Ana Diaz")) == profile
