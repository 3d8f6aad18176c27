"""The standard sections of plans: which headings are seen, and what stands under each."""

import pytest

from checkers.document import Kind, Section
from tests.checkers.understand.model import model

IEP = "DRAFT Individualized Education Program (IEP)\nStudent Name: Ana Diaz\nDate of Meeting: 5/20/2026\n"
IFSP = "Individualized Family Service Plan (IFSP)\nChild's Name: Theo Grant\nIFSP Meeting Date: 2/10/2026\n"


def sections(text: str, head: str = IEP) -> list[Section]:
    """The sections of a small plan."""
    return list(model(head + text).sections)


@pytest.mark.parametrize(
    "heading",
    [
        "Present Levels of Performance",
        "PRESENT LEVELS OF PERFORMANCE AND INDIVIDUAL NEEDS",
        "Present Level of Academic Achievement and Functional Performance (PLAAFP)",
        "PLAAFP",
        "PLOP:",
        "3. Present Levels",
        "Section II: Present Levels of Performance",
        "B) Present levels",
        "## Present Levels",
        "Present Levels ofPerformance",
        "PRESENT LEVELS OF PERFORMANCE AND\nINDIVIDUAL NEEDS",
        "Present Levels of Performance (continued)",
    ],
)
def test_headings_of_present_levels(heading: str) -> None:
    """As forms print them: numbered, abbreviated, wrapped, without a space."""
    (found,) = sections(f"{heading}\nAna uses three-word sentences.\n")
    assert (found.key, found.text) == ("present_levels", "Ana uses three-word sentences.")


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Reporting Progress to Parents: quarterly", "progress_reports"),
        ("How will progress be measured and reported to the parents?", "progress_reports"),
        ("FREQUENCY OF WRITTEN PROGRESS REPORTING TO THE CHILD'S PARENTS", "progress_reports"),
        ("LRE: in the regular class", "participation"),
        ("Extent of Nonparticipation", "participation"),
        ("Measurable Postsecondary Goals", "transition"),
        ("Goal #2: Ana will jump", "annual_goals"),
        ("Measurable Annual Goal 1", "annual_goals"),
        ("Student Needs Relating to Special Factors", "special_factors"),
    ],
)
def test_headings_of_other_sections(line: str, key: str) -> None:
    """Of an IEP."""
    assert [found.key for found in sections(line + "\n")] == [key]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Child's Present Levels of Development", "development"),
        ("Section 5A: Child Outcomes", "outcomes"),
        ("Outcome #3", "outcomes"),
        ("Natural Environment Justification", "natural_environments"),
        ("VI. Transition Planning", "transition"),
        ("Section 7: Who is Part of Our Team", "team"),
    ],
)
def test_headings_of_an_ifsp(line: str, key: str) -> None:
    """Of one State or another."""
    assert [found.key for found in sections(line + "\n", IFSP)] == [key]


@pytest.mark.parametrize(
    "line",
    [
        "Ana's present levels of performance were discussed at length.",
        "☐ Present Levels",
        "[ ] Present Levels",
        "Present Levels .......... 3",
        "Goals are reviewed each year by the committee",
    ],
)
def test_what_only_speaks_of_a_section_heads_none(line: str) -> None:
    """Sentences, choices to tick, a table of contents."""
    assert sections(line + "\n") == []


def test_smaller_headings_belong_to_their_section() -> None:
    """What stands under "Social Development" are present levels."""
    found = sections(
        "PRESENT LEVELS OF PERFORMANCE\nEVALUATION RESULTS\nSOCIAL DEVELOPMENT: Plays beside others.\n"
        "REPORTING PROGRESS TO PARENTS\n"
    )
    assert [(each.key, each.text) for each in found] == [
        ("present_levels", "Plays beside others."),
        ("progress_reports", ""),
    ]


@pytest.mark.parametrize(
    ("below", "text", "prompt"),
    [
        ("____________", "", ""),
        ("(Include strengths and needs)", "", "(Include strengths and needs)"),
        ("Describe what the student can do now", "", "Describe what the student can do now"),
        ("What can the student do now?", "", "What can the student do now?"),
        ("[ ] Quarterly   [ ] Monthly", "", "[ ] Quarterly [ ] Monthly"),
        ("[x] Quarterly   [ ] Monthly", "[x] Quarterly\n[ ] Monthly", ""),
        ("Quarterly.", "Quarterly.", ""),
    ],
)
def test_what_the_form_prints_is_not_what_was_written(below: str, text: str, prompt: str) -> None:
    """Rules to write on, remarks, requests, questions and boxes that nobody ticked."""
    (found,) = sections(f"Reporting Progress\n{below}\n")
    assert (found.text, found.prompt) == (text, prompt)


def test_headings_side_by_side_are_not_certain() -> None:
    """The text of each may stand in the column below it."""
    found = sections("Present Levels      Annual Goals\n")
    assert [(each.key, each.certain) for each in found] == [("present_levels", False), ("annual_goals", False)]


def test_name_dates_and_signatures_belong_to_no_section() -> None:
    """A blank section at the foot is not filled by the line that is signed."""
    found = sections("Least Restrictive Environment:\nStudent Name: Ana Diaz\nPrepared by: /s/ Jo Hill, CCC-SLP\n")
    assert [each.text for each in found] == [""]


def test_notes_have_no_sections() -> None:
    """The word "Goals" in a note heads nothing."""
    doc = model(
        "Progress Note\nChild's Name: Ana Diaz\nDate of Service: 3/3/2026\nGoals\nSession Notes: Stacked blocks.\n"
    )
    assert doc.kind is Kind.PROGRESS_NOTE
    assert doc.sections == ()


def test_goals_and_services_are_counted_together_as_they_come() -> None:
    """Two services on one line are two entries."""
    doc = model(
        IEP + "Annual Goal: Ana will jump in 4 of 5 trials.\nServices: Speech therapy 2x30; Physical therapy 1x30\n"
    )
    assert [goal.number for goal in doc.goals] == [1]
    assert [service.number for service in doc.services] == [2, 3]


def test_goals_without_a_label_stand_in_their_section() -> None:
    """Under "Goals", a line each, wrapped or not."""
    doc = model(IEP + "Goals\nAna will jump with both feet in\n4 of 5 trials.\nAna will name ten pictures.\n")
    assert [goal.text for goal in doc.goals] == [
        "Ana will jump with both feet in 4 of 5 trials.",
        "Ana will name ten pictures.",
    ]


def test_a_service_that_is_a_label_too_is_a_service_in_a_list() -> None:
    """The word SEIT heads the line of a provider elsewhere."""
    doc = model(
        IEP
        + "| Service | Frequency | Duration | Location |\n|---|---|---|---|\n| SEIT | 5 hours weekly | | Preschool |\n"
        "| Speech | 2x weekly | 30 min | Preschool |\n"
    )
    assert [(each.name, each.frequency, each.location) for each in doc.services] == [
        ("SEIT", "5 hours weekly", "Preschool"),
        ("Speech", "2x weekly", "Preschool"),
    ]


def test_labels_below_a_service_are_its_own() -> None:
    """Frequency, length and place on lines of their own."""
    doc = model(IEP + "Related Services\nSpeech Therapy\nFrequency: 2 x weekly\nDuration: 30 minutes\nLocation: Home\n")
    assert [(each.frequency, each.duration, each.location) for each in doc.services] == [
        ("2 x weekly", "30 minutes", "Home")
    ]
