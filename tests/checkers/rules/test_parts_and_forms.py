"""Parts of plans, amendments, and what State forms print themselves, as the rules judge them."""

import pytest

from tests.checkers.rules.judging import IEP, SPEECH_AND_OT, judge_text, verdict

TITLE = "Individualized Education Program (IEP)\nStudent Name: Ana Diaz\n"


@pytest.mark.parametrize("code", ["DAT005", "DAT007"])
def test_a_page_of_services_owes_no_dates(code: str) -> None:
    """The plan's first page has them."""
    page = f"{TITLE}{SPEECH_AND_OT}"
    (outcome,) = judge_text(code, page)
    assert outcome.verdict.value == "inapplicable"
    assert "part of a plan" in outcome.message


@pytest.mark.parametrize("code", ["DAT005", "DAT006", "DAT007"])
def test_an_amendment_may_leave_its_dates_to_the_plan(code: str) -> None:
    """A person has to look there."""
    text = "IEP Amendment\nStudent Name: Ana Diaz\nDate of Birth: 4/4/2022\nOT is 2 x 30 minutes a week now.\n"
    (outcome,) = judge_text(code, text)
    assert outcome.verdict.value == "incomplete"
    assert "amendment" in outcome.message


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("IEP Dates: from 6/1/2026 to 5/19/2027", "incomplete"),
        ("IEP Dates: from 6/1/2026 to 5/21/2027", "violation"),
        ("IEP End Date: 5/20/2027", "incomplete"),
        ("IEP Start Date: 6/1/2026", "violation"),
    ],
)
def test_a_plan_that_ends_in_time_without_a_review_date(dates: str, expected: str) -> None:
    """Some States print the plan's own period instead of a day of review."""
    assert verdict("DAT007", f"{TITLE}Date of Birth: 4/4/2022\nDate of Meeting: 5/20/2026\n{dates}\n") == expected


def test_a_piece_of_a_date_is_no_date_without_a_year() -> None:
    """What a page break left of a date is not judged."""
    assert verdict("DAT002", f"{IEP}Review Date: 6\n") == "pass"


def test_what_the_form_asks_is_no_statement() -> None:
    """The State's own question on children without disabilities does not answer itself."""
    asked = "Explain the extent to which the student will not participate with nondisabled peers (e.g., percent):"
    head = "PARTICIPATION WITH STUDENTS WITHOUT DISABILITIES"
    assert verdict("IEP006", f"{IEP}{head}\n{asked}\n") == "violation"
    assert verdict("IEP006", f"{IEP}{head}\n{asked} She is out for one hour.\n") == "pass"


def test_a_sentence_on_reports_is_no_heading() -> None:
    """What stands behind the colon of a longer label is its answer."""
    said = "Anticipated dates of progress reports: with report cards, every nine weeks, to the parents."
    assert verdict("IEP004", f"{IEP}{said}\n") == "pass"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6 % of time student is outside the regular class.", "pass"),
        ("He will not participate in the regular class during speech.", "pass"),
        ("He likes his regular class.", "incomplete"),
    ],
)
def test_time_in_the_regular_class(text: str, expected: str) -> None:
    """As California words it."""
    assert verdict("IEP006", f"{IEP}{text}\n") == expected


def test_a_consultation_needs_no_goal() -> None:
    """The therapist advises the teacher, and works on no goal of the child's own."""
    goal = "Annual Goal: Ana will say two-word phrases in 8 of 10 trials.\n"
    services = (
        "Related Services\nSpeech Therapy: 2 x 30 minutes a week, school\nOccupational Therapy (consult): monthly\n"
    )
    assert verdict("IEP008", f"{IEP}{goal}{services}") == "pass"


def test_running_text_with_an_amount_is_no_service() -> None:
    """A sentence on reports does not make the coordinator's one service two."""
    text = (
        f"{IEP}Coordinator of Services: Dana Example, SLP\nRelated Services\n"
        "Speech/Language Therapy: 2 x 30 minutes a week, preschool\n"
        "Reports on progress toward the annual goals are sent home to the parents 2 times a month by the teacher.\n"
    )
    assert verdict("COO006", text) == "violation"


@pytest.mark.parametrize("provider", ["Uma Model, SLP", "Uma Hill, SLP"])
def test_a_providers_name_is_no_method(provider: str) -> None:
    """Somebody called Model models nothing."""
    plan = (
        "Individualized Family Service Plan\nChild's Name: Theo Grant\nIFSP Meeting Date: 2/10/2026\n"
        "| Service | Method | Location | Frequency | Intensity | Provider |\n|---|---|---|---|---|---|\n"
        f"| Speech Therapy | | Home | 1 x per week | 60 minutes | {provider} |\n"
    )
    assert verdict("IFS003", plan) == "violation"


def test_a_stac_numbers_its_items_in_cells() -> None:
    """The number before a label in a table is no part of it."""
    stac = (
        "STAC-1\nSchenectady County\n| 1. Student Name: | Ned Formby |\n|---|---|\n"
        "| Related Service 1 | Speech Therapy |\n| Related Service 2 | Occupational Therapy |\n"
        "| 12. Related Service Provider Designated as Coordinator: | OT |\n"
    )
    assert verdict("COO009", stac) == "pass"
