"""Papers in the layouts of many different people: no false alarm on a clean one, no fault missed."""

from __future__ import annotations

import datetime

import pytest

from checkers.check import FileReport, Options, check_bytes
from checkers.document import Kind
from checkers.outcome import Verdict
from tests.documents.wild import documents, planted

OPTIONS = Options(today=datetime.date(2026, 6, 15))
OTHER_PAPERS = frozenset(
    {
        "letter-parent.txt", "email-schedule.txt", "home-program.md", "invoice.txt", "evaluation.txt", "letter.docx",
        "agenda.docx", "questionnaire.docx",
    }
)  # fmt: skip
"""Papers that are neither note nor IEP."""

SIGNED_BY_A_PICTURE = (
    "header_name.docx", "sentences_like_labels.docx", "signature_blocks.docx", "signatures_with_values_below.docx",
    "signed_rows.docx", "tall_labels.docx", "two_sides.docx", "two_signers_on_a_line.docx",
)  # fmt: skip
"""Notes that print no name of the provider: whether a title stands in the picture only a person can see."""

TO_LOOK_AT = {
    "iep-prose.txt": {"DAT005", "DAT006", "DAT007"},  # the dates stand in sentences
    "providers_by_name.docx": {"SIG001"},  # a draft that its parent has not signed yet
    "team_table.docx": {"SIG001"},  # the same, with a team
    "contact-log.txt": {"SIG005"},  # initials and surname typed in each row
    **{name: {"SIG003"} for name in SIGNED_BY_A_PICTURE},
}
"""What a person has to look at even in a clean paper."""

PICTURE = "<w:drawing>.*?</w:drawing>"
DEFECTS = [
    # signatures
    ("speech-side-by-side.txt", r"Electronically signed by Dana Whitcomb, MS, CCC-SLP", " " * 50, 1, "SIG001"),
    ("ot-labels-below.txt", r"/s/ Rachel Kim, OTR/L", " " * 21, 1, "SIG001"),
    ("two-sessions.txt", r"Paula Kent, MS CCC-SLP [^\n]*", "", 2, "SIG001"),
    ("signatures_with_values_below.docx", PICTURE, "", 1, "SIG001"),
    ("signatures_with_values_below.docx", PICTURE, "", 2, "SIG001"),
    ("signatures_over_labels.docx", PICTURE, "", 1, "SIG001"),
    ("tabs_and_bold_labels.docx", PICTURE, "", 1, "SIG001"),
    ("monthly_log.docx", PICTURE, "", 1, "SIG001"),
    ("monthly_log.docx", PICTURE, "", 2, "SIG001"),
    ("signed_rows.docx", PICTURE, "", 2, "SIG001"),
    ("makeup-note.txt", r"Electronically signed by Marta Ruiz, OTR/L", "........", 1, "SIG001"),
    ("iep-lists.txt", r"Electronically signed by Tessa.*", "____________________", 1, "SIG001"),
    ("ot-labels-below.txt", r"3/17/2026\n_", "         \n_", 1, "SIG002"),
    ("group-note.txt", r"(?<=Signed on: )April 23, 2026", "", 1, "SIG002"),
    ("legacy_form.docx", r" 1/27/2026 11:41 AM", "", 1, "SIG002"),
    ("signatures_with_values_below.docx", r"4/21/2026", "", 2, "SIG002"),
    ("signatures_with_values_below.docx", r"4/21/2026", "", 3, "SIG002"),
    ("signed_rows.docx", r"3/5/2026", "", 2, "SIG002"),
    ("content_controls.docx", r"Electronically signed by Omar Haddad, OTR/L", "Signature on file", 1, "SIG004"),
    ("portal-print.txt", r"Fiona Baptiste, Occupational Therapist, OTR/L", "TBD", 1, "SIG004"),
    ("cancelled-note.txt", r"Electronically signed by Jill Harmon, MS Ed", "to be signed", 1, "SIG004"),
    ("seit-week.md", r"05/08/2026", "05/06/2026", 1, "SIG006"),
    ("dates-of-service.txt", r"3/11/2026 4:05", "3/9/2026 4:05", 1, "SIG006"),
    ("label_above_value_in_one_cell.docx", r"5/18/2026", "5/15/2026", 1, "SIG006"),
    ("attendance-legend.txt", r"Electronically signed by Dana Smith, OTR/L", "_" * 30, 1, "SIG001"),
    ("contact-log.txt", r"L\. Ortiz", "", 2, "SIG001"),
    ("ifsp.txt", r"/s/ Lena Ortiz", "________________", 1, "SIG001"),
    ("stac1.txt", r"/s/ Paul Hill", "________________", 1, "SIG001"),
    ("attendance-legend.txt", r"Date: 3/31/2026", "Date: ____", 1, "SIG002"),
    ("attendance-legend.txt", r"3/31/2026", "3/16/2026", 1, "SIG006"),
    ("two_signers_on_a_line.docx", PICTURE, "", 2, "SIG001"),
    ("attendance_in_the_block.docx", PICTURE, "", 3, "SIG001"),
    ("label-below-text.txt", r"/s/ Hattie Lomax-Okello, OTR/L", "______________________________", 1, "SIG001"),
    ("day_numbers.docx", r"4/30/2026", "4/20/2026", 1, "SIG006"),
    ("tabs.txt", r"(?<=Date Signed:\t)3/26/2026", "3/20/2026", 1, "SIG006"),
    # dates
    ("day_numbers.docx", r">28<", ">31<", 1, "DAT002"),
    ("day_numbers.docx", r"April 2026", "", 1, "DAT002"),
    ("two_sides.docx", r"9:00(?=</w:t>)", "", 2, "TIM001"),
    ("two_sides.docx", r"Snipped eight of ten on a strip\.", "", 1, "ACT002"),
    ("attendance_in_the_block.docx", r"School closed \(power failure\)", "", 1, "ACT002"),
    ("nested_session.docx", r"5/6/2026(?=</w:t></w:r></w:p></w:tc>)", "", 1, "DAT001"),
    ("fixed-width.txt", r"5/11/2026    10:30    11:00", "5/11/2026                  ", 1, "TIM001"),
    ("pipe-table.txt", r"Pushed pegs in putty, both hands\.", "", 1, "ACT002"),
    ("attendance-legend.txt", r"3/12 ", "     ", 1, "DAT001"),
    ("attendance-legend.txt", r"2:00 PM    2:30 PM", "                  ", 1, "TIM001"),
    ("contact-log.txt", r"2/3/26", "      ", 1, "DAT001"),
    ("contact-log.txt", r"2/3/26", "2/31/26", 1, "DAT002"),
    ("contact-log.txt", r"Emailed the PT about the splint and next visit", " " * 46, 1, "ACT002"),
    ("ifsp.txt", r"(?<=IFSP Meeting: )2/10/2026", "", 1, "DAT005"),
    ("ifsp.txt", r"8/10/2026", "9/10/2026", 1, "DAT007"),
    ("ifsp.txt", r"2/17/2026", " " * 9, 2, "DAT006"),
    ("stac1.txt", r"Emilia Novak", "____________", 1, "DOC004"),
    ("makeup-note.txt", r"(?<=Date of service \.{6} )5/13/2026", "", 1, "DAT001"),
    ("dates-of-service.txt", r"3/2/2026, 3/4/2026, 3/9/2026 and 3/11/2026", "", 1, "DAT001"),
    ("label_above_value_in_one_cell.docx", "May 18, 2026", "", 1, "DAT001"),
    ("pt-log.md", r"3/17 ", "3/32 ", 1, "DAT002"),
    ("running-notes.txt", r"4/7/26", "4/31/26", 1, "DAT002"),
    ("makeup_box.docx", r"5/29/2026", "6/29/2026", 1, "DAT003"),
    ("portal-print.txt", r"10:00 AM", "09:00 AM", 1, "DAT004"),
    ("soap-note.txt", r"10/14/2021", "10/14/2026", 1, "DAT004"),
    ("iep-lists.txt", r"05/28/2026", "", 1, "DAT005"),
    ("label_over_value.docx", r"06/10/2026", "", 1, "DAT005"),
    ("seit_sentence.docx", r"September 9, 2026", "", 1, "DAT006"),
    ("iep-lists.txt", r"05/27/2027", "08/27/2027", 1, "DAT007"),
    ("one_service.docx", r"Annual review: 4/14/2027", "Annual review: ", 1, "DAT007"),
    # coordination
    ("iep-lists.txt", r"(?<=Coordinator of Services: )Speech-Language Pathologist", "", 1, "COO001"),
    ("state_form.docx", r"Coordination of Services \(SLP\)", "Assistive Technology", 1, "COO001"),
    ("iep-seit.txt", r"SEIT provider \(included in the SEIT rate\)", "SLP, 1x monthly", 1, "COO002"),
    ("seit_sentence.docx", r"The Special Education Itinerant Teacher will", "The Occupational Therapist will", 1, "COO002"),
    ("iep-one-line.txt", r"The OT, Kira Jansen,", "The PT, Kira Jansen,", 1, "COO003"),
    ("providers_by_name.docx", r"(?<=>)Brenda Novotny(?=<)", "Chris Wall", 1, "COO003"),
    # Medicaid, time, narrative
    ("coordination-email.txt", r"\[X\] Does", "[ ] Does", 1, "MED001"),
    ("coordination-log.md", r"☒", "☐", 3, "MED001"),
    ("coordination_boxes.docx", r'w14:checked w14:val="1"', 'w14:checked w14:val="0"', 4, "MED001"),
    ("coordination-email.txt", r"\[X\] Does not meet Medicaid requirements", "", 1, "MED002"),
    ("running-notes.txt", r"10:05-10:35\. ", "", 1, "TIM001"),
    ("pt-log.md", r"8:30-9:15   \| 45", " | ", 1, "TIM001"),
    ("two-sessions.txt", r"9:15-9:45am", "", 2, "TIM001"),
    ("seit_week.docx", r"(?<=>)9:00(?=<)", "", 3, "TIM001"),
    ("monthly_log.docx", r"Passed play-dough tools to a peer four times\.", "", 1, "ACT002"),
    ("cancelled-note.txt", r"Preschool closed early because of a power failure\.", "", 1, "ACT002"),
    ("cancelled_boxes.docx", r'w14:checked w14:val="1"', 'w14:checked w14:val="0"', 2, "ACT002"),
    ("soap-note.txt", r"S: Teacher.*Add lacing\.", "", 1, "ACT002"),
    # the document
    ("portal-print.txt", r"First Name: Emilia      Last Name: Novak", "First Name:             Last Name:", 1, "DOC004"),
    ("tabs_and_bold_labels.docx", r"Aaliyah Brooks", "", 1, "DOC004"),
    ("group-note.txt", r"Theo Marsh", "[Child's Name]", 1, "DOC005"),
    ("state_form.docx", r"Cora Blackwood", "[Student name]", 1, "DOC005"),
    ("iep-lists.txt", r"(?<=Coordinator of Services: )Speech-Language Pathologist", "TBD", 1, "DOC005"),
]  # fmt: skip


def check(name: str, data: bytes) -> FileReport:
    """The report of a paper."""
    return check_bytes(data, name, OPTIONS)


def findings(report: FileReport, verdict: Verdict) -> list[str]:
    """What a report found, in words."""
    return [f"{each.rule}: {each.message}" for each in report.outcomes if each.verdict is verdict]


@pytest.mark.parametrize("name", documents())
def test_a_clean_paper_has_no_violation(name: str) -> None:
    """The promise: nobody is told of a fault that is none."""
    assert findings(check(name, documents()[name]), Verdict.VIOLATION) == []


@pytest.mark.parametrize("name", [name for name in documents() if name not in OTHER_PAPERS])
def test_a_clean_paper_asks_for_little(name: str) -> None:
    """It is told what it is, and nothing but what is listed above is left to a person."""
    report = check(name, documents()[name])
    assert report.kind is not Kind.UNKNOWN
    assert {each.rule for each in report.findings} == TO_LOOK_AT.get(name, set())


@pytest.mark.parametrize("name", sorted(OTHER_PAPERS))
def test_another_paper_is_only_said_to_be_unknown(name: str) -> None:
    """Of a letter or a hand-out nothing is asked."""
    assert [each.rule for each in check(name, documents()[name]).findings] == ["DOC003"]


@pytest.mark.parametrize(("name", "pattern", "instead", "which", "code"), DEFECTS)
def test_one_fault_is_found(name: str, pattern: str, instead: str, which: int, code: str) -> None:
    """What was planted is reported under its code."""
    report = check(name, planted(name, pattern, instead, which=which))
    assert code in {each.rule for each in report.findings}, [each.message for each in report.findings]


NOTE = """\
Schenectady County
{title}
Child's Name: Ana Castro
Date of Service: 3/3/2026
Time: 3:00 - 3:30 PM
Service: PT
{box}
Session Notes: Ana climbed five stairs with a rail and came down backwards.
{signature}
"""
SIGNED_AND_DATED = [
    "Therapist Signature: Electronically signed by Jo Hill, PT\n                     3/3/2026 10:11 AM",
    "Jo Hill, PT\nElectronically signed 3/3/2026 10:11 AM",
    "Electronic Signature: Jo Hill, PT   Date: 3/3/2026",
    "Signature (typed name serves as electronic signature): Jo Hill, PT   Date: 3/3/2026",
    "Provider e-signature: Jo Hill PT 03/03/26",
    "This note was electronically signed by Jo Hill, PT on March 3, 2026 at 10:11 AM.",
    "Signed electronically on 3/3/2026 by Jo Hill, PT",
    "e-signed: Jo Hill, PT 3/3/26",
    "Signed: /s/ Jo Hill, PT     Dated: 3/3/2026",
    "DocuSigned by: Jo Hill, PT\n3/3/2026 | 10:11 EST",
    "Name: Jo Hill, PT\nSignature: /Jo Hill/ (e-signed)\nDate: 3/3/2026",
    "Digitally signed by Jo Hill\nDN: cn=Jo Hill, o=PT Group\nDate: 2026.03.03 10:11:02 -05'00'",
    "Provider: Jo Hill, PT    License # 012345   Electronically signed: 3/3/2026",
    "Therapist's Signature, Title:   /s/ Jo Hill, PT      Date Signed:   3/3/2026\nParent's Signature:   /s/ Maria Castro      Date:   3/3/2026",
    "Therapist's Signature                     Date            Parent's Signature                Date\n/s/ Jo Hill, PT                           3/3/2026        /s/ Maria Castro                  3/3/2026",
    "_/s/ Jo Hill, PT___________    __3/3/2026____\nSignature of Provider           Date\n\n_/s/ Maria Castro__________    __3/3/2026____\nParent/Guardian Signature       Date",
    "I certify that the above service was provided as described.\nSigned by Jo Hill, PT (electronic signature) 3/3/2026",
    "Parent/Guardian Signature: N/A - session at preschool\nTherapist Signature: /s/ Jo Hill, PT 3/3/2026",
    "Parent signature: telehealth session     Date: \nTherapist signature: /s/ Jo Hill, PT     Date: 3/3/2026",
    "Supervisor's signature (if applicable): ____________  Date: ______\nTherapist signature: /s/ Jo Hill, PT     Date: 3/3/2026",
]  # fmt: skip
NOT_MEDICAID = [
    "Medicaid: [ ] Meets requirements   [x] Does not meet requirements",
    "☐ Meets Medicaid requirements   ☒ Does not meet Medicaid requirements",
    "Meets Medicaid Requirements? N",
    "DNMMR: X",
    "Does Not Meet Medicaid Requirements:  X",
    "X  Does not meet Medicaid requirements",
    "__X__ Does not meet Medicaid requirements",
    "( X ) Does Not Meet Medicaid Requirements",
    "Does Not Meet Medicaid Requirements  (check) √",
    "✔ Does not meet Medicaid requirements",
    "Does this session meet Medicaid requirements?  Yes ___  No _X_",
    "This session does not meet Medicaid requirements.",
    "Medicaid status: Does not meet Medicaid requirements",
    "Medicaid eligible:  ☐ Yes  ☒ No - does not meet Medicaid requirements",
    "Does not meet Medicaid requirements: Yes [X]  No [ ]",
    "[X] Session does not meet Medicaid reqs",
    "Does not meet Medicaid requirements ☑",
]  # fmt: skip


@pytest.mark.parametrize("signature", SIGNED_AND_DATED)
def test_ways_to_sign(signature: str) -> None:
    """None of them is taken for a line left blank or undated."""
    text = NOTE.format(title="Progress Note", box="", signature=signature)
    assert findings(check("note.txt", text.encode()), Verdict.VIOLATION) == []


@pytest.mark.parametrize("box", NOT_MEDICAID)
def test_ways_to_say_not_medicaid(box: str) -> None:
    """On a coordination note each of them is the checked box."""
    signature = "Electronically signed by Jo Hill, PT on 3/3/2026"
    text = NOTE.format(title="Coordination of Services Note", box=box, signature=signature)
    assert findings(check("note.txt", text.encode()), Verdict.VIOLATION) == []
