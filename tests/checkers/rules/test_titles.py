"""Titles and credentials, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.rules.titles import general_title_in, is_licensed, title_under_direction, titles_in
from checkers.words import load

LISTED = [title for kind in ("credentials", "titles") for title in load("credentials")[kind]]


@pytest.mark.parametrize(
    "words",
    [
        "Jo Hill, CCC-SLP", "Jo Hill, ccc/slp", "Jo Hill, C.C.C.-SLP", "Jo Hill, C.C.C.-S.L.P.", "Jo Hill CCC SLP",
        "Jo Hill, OTR/L", "Jo Hill, O.T.R./L", "Jo Hill OTRL", "Jo Hill, OTR-L", "Jo Hill, P.T.", "Jo Hill (PT)",
        "Jo Hill, M.S. Ed.", "Jo Hill, MSEd", "Jo Hill, M.S.Ed.", "Jo Hill, Ph.D.", "Jo Hill, MS/CCC-SLP",
        "Jo Hill, Speech-Language Pathologist", "Jo Hill, speech and language pathologist",
        "Jo Hill, Licensed Physical Therapist", "Special Education Teacher", "Jo Hill, LMSW", "__Jo Hill, PT__",
    ],
)  # fmt: skip
def test_a_title_is_found_however_it_is_written(words: str) -> None:
    """Full stops, strokes, spaces and small letters make no difference."""
    assert titles_in(words)


@pytest.mark.parametrize(
    "words",
    [
        "Jo Hill",
        "Ms. Jo Hill",
        "Mrs. Jo Hill",
        "__Ms. Jo Hill__",
        "Tamara Otto",
        "Jo Masters",
        "Jo Hill, therapist",
        "",
    ],
)
def test_a_name_holds_no_title(words: str) -> None:
    """Neither a courtesy nor letters inside of a name are one."""
    assert not titles_in(words)


@given(st.sampled_from(LISTED), st.sampled_from([str, str.lower, str.upper]), st.sampled_from([", ", " ", " (", "/"]))
def test_every_title_of_the_list_is_found_behind_a_name(title: str, case: type[str], between: str) -> None:
    """In any case, and after whatever parts it from the name."""
    assert title in titles_in(f"Jo Hill{between}{case(title)}")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Sam Fox, COTA/L", "COTA/L"), ("Sam Fox, C.O.T.A.", "COTA"), ("Sam Fox, P.T.A.", "PTA"),
        ("Sam Fox, Physical Therapist Assistant", "Physical Therapist Assistant"), ("Sam Fox, SLPA", "SLPA"),
        ("Jo Hill, MS, TSSLD", "TSSLD"), ("Jo Hill, TSHH", "TSHH"), ("Jo Hill, SLP-CF", "SLP-CF"),
        ("Jo Hill, MA, CFY", "CFY"), ("Jo Hill, Clinical Fellow", "Clinical Fellow"),
        ("Jo Hill, MS, TSSLD, CCC-SLP", ""), ("Jo Hill, TSSLD, Speech-Language Pathologist", ""),
        ("Jo Hill, TSSLD, NYS licensed", ""), ("Jo Hill, CCC-SLP", ""), ("Jo Hill, OTR/L", ""),
        ("Jo Hill, PT, A. Roe", ""), ("Jo Hill, LMSW", ""), ("Jo Hill, MS Ed", ""),
    ],
)  # fmt: skip
def test_who_works_under_direction(words: str, title: str) -> None:
    """Assistants and fellows always; a teacher of speech only without a licence beside."""
    assert title_under_direction(words) == title


def test_a_social_worker_is_supervised_where_the_form_says_so() -> None:
    """The letters alone do not tell."""
    assert title_under_direction("Jo Hill, LMSW", said=True) == "LMSW"


@pytest.mark.parametrize(
    ("words", "licensed"),
    [("Kim Roe, OTR/L", True), ("Kim Roe, DPT", True), ("Sam Fox, COTA/L", False), ("Kim Roe", False)],
)
def test_who_may_direct(words: str, licensed: bool) -> None:
    """An assistant's licence is none to direct with."""
    assert is_licensed(words) is licensed


def test_a_general_word_is_told_from_a_title() -> None:
    """It may be meant as one."""
    assert general_title_in("Jo Hill, Therapist") == "therapist"
    assert general_title_in("Jo Hill") == ""
