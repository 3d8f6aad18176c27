"""Signature lines and the evidence on them."""

import datetime

import pytest

from checkers.document import Evidence, Role
from tests.checkers.understand.model import model

NOTE = "Session Note\nChild's Name: Ana Diaz\nDate of Service: 1/5/2026\nNotes: Worked on /k/ with cues.\n"


@pytest.mark.parametrize(
    ("line", "evidence"),
    [
        ("Signature:", Evidence.BLANK),
        ("Therapist Signature: ______________", Evidence.BLANK),
        ("Signature: ________  Date: 1/5/2026", Evidence.BLANK),
        ("____________________\nSignature of Provider", Evidence.BLANK),
        ("| Signature | | Date | |\n| x | y | z | w |", Evidence.BLANK),
        ("Signature: Jo Hill, CCC-SLP", Evidence.TYPED),
        ("Signature: ____Jo Hill____  Date: 1/5/2026", Evidence.TYPED),
        ("Jo Hill, OTR/L      1/5/2026\n____________     ________\nSignature        Date", Evidence.TYPED),
        ("Signature: /s/ Jo Hill", Evidence.ELECTRONIC),
        ("Electronically signed by Jo Hill, CCC-SLP on 1/5/2026 3:12 PM", Evidence.ELECTRONIC),
        ("Digitally signed by Jo Hill\nDate: 2026.01.05 15:12:33 -05'00'", Evidence.ELECTRONIC),
        ("Signature: ____________\nElectronically signed by: Jo Hill 1/5/2026", Evidence.ELECTRONIC),
        ("Signature, Title, and Credentials: Jo Hill OTR/L\nSigned Date: 1/5/2026", Evidence.ELECTRONIC),
        ("Signature: Signature on file", Evidence.STAND_IN),
        ("Signature: [sign here]", Evidence.STAND_IN),
        ("Signature: XXXX", Evidence.STAND_IN),
        ("Signature: TBD", Evidence.STAND_IN),
        ("Signature: N/A", Evidence.STAND_IN),
        ("Signature: to be signed", Evidence.STAND_IN),
        ("Signature: J.H.", Evidence.INITIALS),
    ],
)
def test_the_evidence_on_the_provider_line(line: str, evidence: Evidence) -> None:
    """From nothing over stand-ins and typed names to electronic signatures."""
    found = model(NOTE + line).signatures
    assert [each.evidence for each in found] == [evidence]


@pytest.mark.parametrize(
    "line",
    [
        "A signature is required on each note.",
        "Signature Page",
        "Your signature below means that you took part.",
        "Parent signature (optional): ________",
        "Interpreter's signature, if used: ________",
        "FOR OFFICE USE ONLY\nReviewed by: ________  Date: ______",
        "Signature Date: 1/5/2026",
    ],
)
def test_what_is_no_line_to_sign(line: str) -> None:
    """Instructions, headings, optional lines and office boxes ask nobody for a signature."""
    assert not model(NOTE + line).signatures


def test_the_date_of_a_signature() -> None:
    """Behind the line, below it, in the e-signature's own words; a blank one is known as a blank label."""
    for line, day in (
        ("Signature: Jo Hill   Date: 1/6/2026", datetime.date(2026, 1, 6)),
        ("Signature: Jo Hill\nDate Signed: 1/6/2026", datetime.date(2026, 1, 6)),
        ("Signature/Date: Jo Hill 1/6/2026", datetime.date(2026, 1, 6)),
        ("Electronically signed by Jo Hill on 1/6/2026", datetime.date(2026, 1, 6)),
        ("Signature: Jo Hill   Date: ________", None),
    ):
        (found,) = model(NOTE + line).signatures
        assert (found.date.date if found.date else None) == day
    assert found.date_label


def test_whose_line_it_is() -> None:
    """The label's own words tell the role; in a note an unnamed line is the provider's."""
    roles = {
        "Signature": Role.PROVIDER,
        "Therapist Signature": Role.PROVIDER,
        "Parent/Guardian Signature": Role.PARENT,
        "Supervisor Signature": Role.SUPERVISOR,
        "Co-Signature": Role.SUPERVISOR,
        "CPSE Chairperson Signature": Role.DISTRICT,
    }
    for label, role in roles.items():
        assert [each.role for each in model(f"{NOTE}{label}: ________").signatures] == [role]


def test_a_parents_explanation_is_not_a_blank() -> None:
    """A line of anyone but the signer may say why it is not signed."""
    (parent,) = model(f"{NOTE}Parent Signature: telehealth session").signatures
    assert parent.evidence is Evidence.EXPLAINED


def test_a_name_with_credentials_that_ends_a_running_note() -> None:
    """It is a typed signature without a label."""
    found = model("Progress notes\n3/4/26 30 min. Worked on scissors, 4/5 trials. J. Doe OTR/L").signatures
    assert [(each.evidence, each.name) for each in found] == [(Evidence.TYPED, "J. Doe")]


def test_blank_rows_of_a_log_ask_for_no_signature() -> None:
    """Only rows that are used have a line to sign."""
    doc = model("""
        Therapy Log
        Child: Ana Diaz  Month: March 2026
        | Date | Time | Notes | Signature |
        | 3/2 | 9:00-9:30 | Stacked blocks. | Jo Hill OTR/L |
        | 3/4 | 9:00-9:30 | Strung beads. | |
        |  |  |  | |
        | Total | | | |
        """)
    assert [each.evidence for each in doc.signatures] == [Evidence.TYPED, Evidence.BLANK]


@pytest.mark.parametrize("dash", ["—", "Signed: "])
def test_a_service_coordinator_ends_each_running_note_with_a_name(dash: str) -> None:
    """Each entry of the log is signed by itself."""
    doc = model(f"""
        Service coordination notes - Connecticut Birth to Three
        Child: Ana Diaz
        3/4/26 - TC to mom. Talked about the referral to the clinic. {dash}A. Lyric, SC
        4/8/26 - HV. Reviewed outcomes with both parents. {dash}A. Lyric, SC
        """)
    assert [each.name for each in doc.signatures] == ["A. Lyric", "A. Lyric"]


def test_the_name_of_the_signer_stands_between_signature_and_date() -> None:
    """On one line, or in the rows of a table."""
    line = model("""
        Session Note
        Child's Name: Ana Diaz
        Date of Service: 5/4/2026
        Notes: Ana strung beads.
        SEIT Signature: /s/ Jo Hill   Name: Jo Hill, MS Ed   Date: 5/5/2026
        """)
    rows = model("""
        Session Note
        | Child's Name | Ana Diaz |
        | Date of Service | 5/4/2026 |
        | Notes | Ana strung beads. |
        | Signature | /s/ Jo Hill |
        | Printed name/title | Jo Hill, MS Ed |
        | Date | 5/5/2026 |
        """)
    dates = [each.date and each.date.text for doc in (line, rows) for each in doc.signatures]
    assert dates == ["5/5/2026", "5/5/2026"]


def test_a_stand_in_behind_a_label_is_no_label() -> None:
    """In a cell of its own."""
    doc = model("""
        Session Note
        | Child: Ana Diaz | Date of Service: 5/4/2026 |
        | Notes: Ana strung beads. | |
        | Signature: XXXX | Date: 5/4/2026 |
        """)
    assert [each.evidence for each in doc.signatures] == [Evidence.STAND_IN]
