"""SIG001 to SIG006: which lines have to be signed, what counts, and when a signature is dated."""

from dataclasses import replace

import pytest

from checkers.outcome import Severity, Verdict
from checkers.profile import TypedSignature, load_profile
from tests.checkers.rules.judging import (
    IEP,
    NOTE,
    SIGNED,
    SPEECH_AND_OT,
    judge_document,
    judge_text,
    verdict,
    verdicts,
)
from tests.checkers.understand.model import model

TWO = """\
Progress Notes
Child's Name: Ana Diaz

Session 1
Date of Service: 3/3/2026
Time: 9:00 - 9:30 AM
Session Notes: Worked on /k/ in words with cues.
{first}
Session 2
Date of Service: 3/5/2026
Time: 9:00 - 9:30 AM
Session Notes: Worked on /g/ in words with cues.
{second}
"""
ROWS = """\
Progress Notes
Child's Name: Ana Diaz

| Date of Service | Time | Session Notes | {column} |
| --- | --- | --- | --- |
| 3/3/2026 | 9:00 - 9:30 AM | Worked on /k/ in words with cues. | {first} |
| 3/5/2026 | 9:00 - 9:30 AM | Worked on /g/ in words with cues. | {second} |
"""


@pytest.mark.parametrize("line", ["Therapist Signature: ____________  Date: ________", "Therapist Signature:"])
def test_a_blank_line_is_one_violation_of_sig001_alone(line: str) -> None:
    """The blank date beside it is the same fault."""
    found = judge_text("SIG001", NOTE + line)
    assert verdicts(found) == ["violation"]
    assert found[0].message == "The signature line “Therapist Signature” is empty."
    assert (found[0].entry, found[0].severity) == (1, Severity.ERROR)
    assert verdict("SIG002", NOTE + line) == "inapplicable"
    assert verdict("SIG004", NOTE + line) == "inapplicable"


@pytest.mark.parametrize("words", ["signature on file", "XXXX", "TBD", "N/A", "to be signed"])
def test_a_stand_in_is_sig004_alone(words: str) -> None:
    """It is neither an empty line, nor a signature without a date, nor template text."""
    text = f"{NOTE}Therapist Signature: {words}   Date: 3/3/2026"
    found = judge_text("SIG004", text)
    assert verdicts(found) == ["violation"]
    assert f"“{words}”" in found[0].message
    for other in ("SIG001", "SIG002", "SIG005", "DOC005"):
        assert not verdicts(judge_text(other, text)), other


def test_a_note_without_any_signature_is_a_violation() -> None:
    """There is not even a line to sign on."""
    found = judge_text("SIG001", NOTE)
    assert verdicts(found) == ["violation"]
    assert found[0].message == "The note bears no signature."


def test_of_two_sessions_the_unsigned_one_is_named() -> None:
    """The signature in the first block is the first session's alone."""
    found = judge_text("SIG001", TWO.format(first=SIGNED, second=""))
    assert [(each.verdict.value, each.entry) for each in found if each.verdict is Verdict.VIOLATION] == [
        ("violation", 2)
    ]


def test_one_signature_at_the_foot_stands_for_all_sessions() -> None:
    """A signature that stands once on a page covers that page."""
    assert not verdicts(judge_text("SIG001", TWO.format(first="", second=SIGNED.replace("3/3", "3/5"))))


def test_a_signature_at_the_foot_that_is_older_than_one_session_names_it() -> None:
    """SIG006 compares with all sessions that the signature stands for."""
    found = judge_text("SIG006", TWO.format(first="", second=SIGNED))
    assert verdicts(found) == ["violation"]
    assert "before session 2 (3/5/2026)" in found[0].message
    assert found[0].entry is None


def test_an_empty_cell_of_one_row_is_that_rows_fault() -> None:
    """The other row is signed."""
    found = judge_text("SIG001", ROWS.format(column="Therapist Signature", first="/s/ Jo Hill", second=""))
    assert [(each.verdict.value, each.entry) for each in found if each.verdict is not Verdict.PASS] == [
        ("violation", 2)
    ]


def test_empty_cells_over_a_signed_foot_are_one_thing_to_look_at() -> None:
    """Nobody can tell from the paper whether the one signature is meant for all rows."""
    text = (
        ROWS.format(column="Therapist Signature", first="", second="")
        + "\nTherapist Signature: /s/ Jo Hill  Date: 3/6/2026\n"
    )
    assert verdicts(judge_text("SIG001", text)) == ["incomplete"]


def test_signatures_in_rows_without_a_date_column_are_one_thing_to_look_at() -> None:
    """The date of the session stands beside each."""
    text = ROWS.format(column="Therapist Signature", first="/s/ Jo Hill", second="/s/ Jo Hill")
    assert verdicts(judge_text("SIG002", text)) == ["incomplete"]


def test_a_signature_without_any_date_is_a_violation_in_a_note_only() -> None:
    """Elsewhere only a blank date label asks for one."""
    assert verdict("SIG002", f"{NOTE}Therapist Signature: /s/ Jo Hill, CCC-SLP") == "violation"
    assert verdict("SIG002", f"{IEP}{SPEECH_AND_OT}Prepared by: /s/ Jo Hill, CCC-SLP") == "inapplicable"
    assert verdict("SIG002", f"{IEP}{SPEECH_AND_OT}Preparer Signature: /s/ Jo Hill   Date: ______") == "violation"


def test_words_that_are_no_date_do_not_date_a_signature() -> None:
    """A stand-in beside the date label is named."""
    found = judge_text("SIG002", f"{NOTE}Therapist Signature: /s/ Jo Hill    Date: TBD")
    assert verdicts(found) == ["violation"]
    assert "“TBD”" in found[0].message


def test_an_impossible_date_of_a_signature_is_dat002_alone() -> None:
    """It is there, so it is not missing."""
    text = f"{NOTE}Therapist Signature: /s/ Jo Hill    Date: 2/30/2026"
    assert not verdicts(judge_text("SIG002", text))
    assert verdicts(judge_text("DAT002", text)) == ["violation"]


@pytest.mark.parametrize(("typed", "sig001", "sig005"), [
    ("review", [], ["incomplete"]),
    ("accept", [], []),
    ("reject", ["violation"], []),
])  # fmt: skip
def test_the_profile_decides_over_typed_names(typed: str, sig001: list[str], sig005: list[str]) -> None:
    """Review, accept, or treat as unsigned."""
    text = f"{NOTE}Therapist Signature: Jo Hill, CCC-SLP    Date: 3/3/2026"
    assert verdicts(judge_text("SIG001", text, typed=typed)) == sig001  # type: ignore[arg-type]
    assert verdicts(judge_text("SIG005", text, typed=typed)) == sig005  # type: ignore[arg-type]


def test_a_parents_explanation_passes_and_is_named() -> None:
    """The reason on the line is the evidence."""
    text = f"{NOTE}{SIGNED}Parent Signature: telehealth session"
    found = judge_text("SIG001", text)
    assert not verdicts(found)
    assert any("telehealth session" in each.message for each in found)
    assert not verdicts(judge_text("SIG004", text))


def test_a_cancelled_session_asks_for_no_parents_signature() -> None:
    """Its provider still signs."""
    text = """\
        Progress Note
        Child's Name: Ana Diaz
        Date of Service: 3/3/2026
        Session Notes: Cancelled - child sick.
        Parent Signature: ____________
        Electronically signed by Jo Hill, CCC-SLP on 3/3/2026
        """
    assert not verdicts(judge_text("SIG001", text))


def test_in_a_draft_only_the_preparers_line_is_a_violation() -> None:
    """Parent and chairperson sign after the meeting: one thing to look at, and no more."""
    lines = "Prepared by: ____________\nParent Signature: __________\nCPSE Chairperson Signature: __________\n"
    found = judge_text("SIG001", IEP + SPEECH_AND_OT + lines)
    assert sorted(verdicts(found)) == ["incomplete", "violation"]
    assert (
        next(each for each in found if each.verdict is Verdict.VIOLATION).message
        == "The signature line “Prepared by” is empty."
    )


def test_in_a_final_iep_every_blank_line_is_a_violation() -> None:
    """Nothing calls it a draft any more."""
    lines = "Parent Signature: __________\nCPSE Chairperson Signature: __________\n"
    found = judge_text("SIG001", (IEP + SPEECH_AND_OT + lines).replace("DRAFT ", ""))
    assert verdicts(found) == ["violation", "violation"]


def test_an_iep_without_signature_lines_is_not_asked_for_any() -> None:
    """New York's form has none."""
    assert verdict("SIG001", IEP + SPEECH_AND_OT) == "inapplicable"


def test_a_blank_line_may_be_signed_on_a_page_that_cannot_be_read() -> None:
    """What is missing is never certain beside a scanned page."""
    found = judge_text("SIG001", f"{NOTE}Therapist Signature: __________", unread=(2,))
    assert verdicts(found) == ["incomplete"]
    assert "page 2" in found[0].message


@pytest.mark.parametrize(("day", "expected"), [("3/2/2026", ["violation"]), ("3/3/2026", []), ("3/9/2026", [])])
def test_a_signature_is_not_older_than_its_session(day: str, expected: list[str]) -> None:
    """The same day and later days are in order."""
    assert verdicts(judge_text("SIG006", NOTE + SIGNED.replace("3/3/2026", day))) == expected


@pytest.mark.parametrize(("signer", "expected"), [("Sam Fox, COTA/L", "violation"), ("Sam Fox, OTR/L", "incomplete")])
def test_a_supervisors_blank_line_is_certain_only_for_an_assistant(signer: str, expected: str) -> None:
    """A provider with a full licence needs no second signature."""
    text = f"{NOTE}Signature: /s/ {signer}   Date: 3/3/2026\nSupervisor Signature: __________  Date: ______\n"
    assert verdicts(judge_text("SIG001", text)) == [expected]


def test_an_electronic_signature_without_its_time_bears_no_date() -> None:
    """Nothing dated stands beside it."""
    assert verdicts(judge_text("SIG002", f"{NOTE}Electronically signed by Jo Hill, CCC-SLP")) == ["violation"]


CONTACTS = """\
Connecticut Birth to Three System
Service Coordination Contact Log
Child's Name: Ana Diaz

| Date | Type of Contact | Contact With | Notes | Signature | Date Signed |
| --- | --- | --- | --- | --- | --- |
| 3/3/2026 | PC | Mother | Called about the review date. | /s/ Lena Ortiz | {date} |
"""


@pytest.mark.parametrize(
    ("profile", "expected"),
    [("ct-birth-to-three", []), ("fl-early-steps", ["violation"]), ("federal-part-c", ["violation"])],
)
def test_in_connecticut_the_date_of_a_contact_dates_its_signature(profile: str, expected: list[str]) -> None:
    """Elsewhere a blank date label asks for its date."""
    doc = model(CONTACTS.format(date=""))
    assert verdicts(judge_document("SIG002", doc, profile=load_profile(profile))) == expected


def test_a_contact_is_not_signed_before_it_took_place() -> None:
    """SIG006 looks at contact logs too."""
    doc = model(CONTACTS.format(date="3/2/2026"))
    assert verdicts(judge_document("SIG006", doc, profile=load_profile("ct-birth-to-three"))) == ["violation"]


@pytest.mark.parametrize(("words", "expected"), [
    ("N/A", ["violation"]), ("Not applicable", ["violation"]), ("N/A (licensed)", []), ("N/A: licensed", []),
    ("N/A, fully licensed", []), ("N/A - telehealth", []), ("did not attend", []),
])  # fmt: skip
def test_on_the_line_of_another_a_reason_passes_and_a_bare_stand_in_does_not(words: str, expected: list[str]) -> None:
    """The signer's own line has no excuse."""
    text = f"{NOTE}{SIGNED}Supervisor Signature: {words}   Date: ______"
    assert verdicts(judge_text("SIG004", text)) == expected
    for other in ("SIG001", "SIG002", "SIG005"):
        assert not verdicts(judge_text(other, text)), other


@pytest.mark.parametrize(
    "label",
    [
        "Interpreter Signature",
        "Signature of Interpreter, if used",
        "Supervisor signature (if applicable)",
        "Other Signature",
        "Parent signature (home visits only)",
    ],
)
def test_a_line_nobody_has_to_sign_may_say_so(label: str) -> None:
    """It is not asked for; "signature on file" is no signature there either."""
    assert not verdicts(judge_text("SIG004", f"{NOTE}{SIGNED}{label}: N/A"))
    assert verdicts(judge_text("SIG004", f"{NOTE}{SIGNED}{label}: signature on file")) == ["violation"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Other", []),
        ("Other (title)", []),
        ("Interpreter, if used", []),
        ("Student (if appropriate)", []),
        ("Other: Kim Roe", ["violation"]),
        ("Parent", ["violation"]),
    ],
)
def test_a_row_for_nobody_in_particular_is_not_asked_for(row: str, expected: list[str]) -> None:
    """The unused "Other" of a team's table; with a name it is somebody's."""
    table = "\n| Team member | Signature | Date |\n| --- | --- | --- |\n"
    table += f"| Speech provider | /s/ Jo Hill | 5/20/2026 |\n| {row} | | |\n"
    assert verdicts(judge_text("SIG001", (IEP + SPEECH_AND_OT).replace("DRAFT ", "") + table)) == expected


def test_a_rejected_typed_name_without_date_is_one_fault() -> None:
    """An unsigned line needs no date."""
    text = f"{NOTE}Therapist Signature: Jo Hill, CCC-SLP    Date: ______"
    assert verdicts(judge_text("SIG001", text, typed="reject")) == ["violation"]
    assert not verdicts(judge_text("SIG002", text, typed="reject"))


@pytest.mark.parametrize("typed", ["review", "accept", "reject"])
def test_initials_are_asked_about_whatever_the_profile_says_of_names(typed: TypedSignature) -> None:
    """They are less than a name."""
    text = f"{NOTE}Therapist Signature: JH    Date: 3/3/2026"
    assert verdicts(judge_text("SIG005", text, typed=typed)) == ["incomplete"]


def test_a_cancelled_session_may_have_been_known_beforehand() -> None:
    """The family said so: a person has to look, no more."""
    text = """\
        Progress Note
        Child's Name: Ana Diaz
        Date of Service: 3/5/2026
        Session Notes: Cancelled - family away.
        Electronically signed by Jo Hill, CCC-SLP on 3/3/2026
        """
    assert verdicts(judge_text("SIG006", text)) == ["incomplete"]


def test_an_ifsps_parent_has_a_rule_of_its_own_where_the_profile_runs_it() -> None:
    """One cause, one finding."""
    doc = model("Individualized Family Service Plan\nChild's Name: Ana Diaz\nParent Signature: ________  Date: ____\n")
    ours = load_profile("ct-birth-to-three")
    without = replace(ours, rules=ours.rules - {"IFS006"})
    assert verdicts(judge_document("SIG001", doc, profile=without)) == ["violation"]
    assert not verdicts(judge_document("SIG001", doc, profile=replace(ours, rules=ours.rules | {"IFS006"})))
