"""SIG003 and SIG007: what stands with the signer's name, and who supervises."""

import pytest

from checkers.outcome import Outcome, Severity, Verdict
from tests.checkers.rules.judging import COORDINATION, NOTE, SIGNED, judge_text, verdict, verdicts

OT = NOTE.replace("Speech Therapy", "Occupational Therapy")
ASSISTANT = "Signature: Sam Fox, COTA/L   Date: 3/3/2026\n"
LOG = """\
Progress Notes
Child's Name: Ana Diaz
{head}
| Date of Service | Time | Session Notes | Therapist Signature | Date Signed |
| --- | --- | --- | --- | --- |
| 3/3/2026 | 9:00 - 9:30 AM | Worked on /k/ in words with cues. | {one} | 3/3/2026 |
| 3/5/2026 | 9:00 - 9:30 AM | Worked on /g/ in words with cues. | {two} | 3/5/2026 |
"""


def only(outcomes: list[Outcome]) -> tuple[str, str]:
    """The one outcome's verdict and message."""
    assert len(outcomes) == 1, [each.message for each in outcomes]
    return outcomes[0].verdict.value, outcomes[0].message


# --- SIG003 ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        "Electronically signed by Jo Hill on 3/3/2026",
        "Therapist Signature: Jo Hill   Date: 3/3/2026",
        "Therapist Signature: Ms. Jo Hill   Date: 3/3/2026",
        "Therapist Signature: Hill, Jo   Date: 3/3/2026",
        "Therapist Signature: /s/ Jo McDonald   Date: 3/3/2026",
        "Therapist Signature: JO HILL   Date: 3/3/2026",
        "Electronically signed by: HILL, JO 03/03/2026 14:05",
        "Therapist Signature: Maria de la Cruz   Date: 3/3/2026",
        "Therapist Signature: Mary Jo Hill-Smith   Date: 3/3/2026",
        "Therapist Signature: Jo Hill   Date: 3/3/2026\nNPI: 1234567890",
        "Provider: Jo Hill\nTherapist Signature: Jo Hill   Date: 3/3/2026",
        "Signature & Credentials: Jo Hill   Date: 3/3/2026",
        "Therapist Signature: Jo Hill   Date: 3/3/2026\nSupervisor: Kim Roe, OTR/L",
    ],
)
def test_a_name_without_title_is_a_warning(lines: str) -> None:
    """Nothing on the page says what the signer is."""
    found = judge_text("SIG003", NOTE + lines)
    assert [(each.verdict, each.severity, each.entry) for each in found] == [(Verdict.VIOLATION, Severity.WARNING, 1)]


@pytest.mark.parametrize(
    "lines",
    [
        "Signed: Jo Hill MS CCC-SLP 03/03/2026",
        "Therapist Signature: Jo Hill, O.T.R./L   Date: 3/3/2026",
        "SEIT Signature: Jo Hill   Date: 3/3/2026",
        "Therapist Signature: Jo Hill   Date: 3/3/2026\nTitle: Speech-Language Pathologist",
        "Therapist Signature: Jo Hill   Date: 3/3/2026\nLicense #: 012345",
        "Therapist Signature: Jo Hill   Date: 3/3/2026\nJo Hill\nSpeech Teacher",
        "Provider: Jo Hill, M.S. Ed.\nTherapist Signature: Jo Hill   Date: 3/3/2026",
        "Provider: Jo Li, PT\nTherapist Signature: Jo Li   Date: 3/3/2026",
        "Name: Jo Hill, PT\nSignature: /Jo Hill/ (e-signed)\nDate: 3/3/2026",
        "Therapist Signature: J. Hill   Date: 3/3/2026\nSigned by J. Hill, MS, TSSLD for the agency",
    ],
)
def test_a_title_counts_wherever_it_stands(lines: str) -> None:
    """In the signature, under it, on its own line or with the provider's name."""
    verdict_, message = only(judge_text("SIG003", NOTE + lines))
    assert verdict_ == "pass", message


def test_a_letterhead_with_the_signers_name_and_title_counts() -> None:
    """It stands far from the signature."""
    text = f"Jo Hill, MS, CCC-SLP\n12 Hill Street\n\n{NOTE}Therapist Signature: Jo Hill   Date: 3/3/2026"
    assert verdict("SIG003", text) == "pass"


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("Signature: Jo Hill, XQTP  Date: 3/3/2026", "“XQTP” may hold one that Tandem does not know"),
        ("Signature: Jo Hill Developmental Something  Date: 3/3/2026", "may hold one that Tandem does not know"),
        ("Signature: Jo Hill, Therapist  Date: 3/3/2026", "the word “therapist” may be meant as one"),
        ("Signature: Jo Hill, Speech  Date: 3/3/2026", "the word “speech” may be meant as one"),
        ("Signature: Jo Hill, Occ. Therapist  Date: 3/3/2026", "“Occ. Therapist” may hold one"),
        ("Signature: Dr. Jo Hill  Date: 3/3/2026", "the word “dr” may be meant as one"),
        ("Signature: Jo Hill (covering for K. Roe)  Date: 3/3/2026", "may hold one that Tandem does not know"),
        ("Teacher Signature: Jo Hill  Date: 3/3/2026", "the word “teacher” may be meant as one"),
        ("Provider: Kim Roe, OTR\nSignature: Jo Hill  Date: 3/3/2026", "with another name, “Kim Roe, OTR”"),
    ],
)
def test_what_may_be_a_title_is_for_a_person(lines: str, why: str) -> None:
    """A violation is never a guess."""
    verdict_, message = only(judge_text("SIG003", NOTE + lines))
    assert verdict_ == "incomplete"
    assert why in message


def test_the_service_is_nobodys_title() -> None:
    """What was given is no word on who gave it."""
    text = NOTE.replace("Service Type: Speech Therapy", "Service Type: OT").replace("words with cues", "beads")
    assert verdict("SIG003", text + "Therapist Signature: Jo Hill   Date: 3/3/2026") == "violation"


def test_a_log_of_one_signer_is_one_finding() -> None:
    """Not one a row."""
    found = judge_text("SIG003", LOG.format(head="", one="/s/ Jo Hill", two="/s/ Jo Hill"))
    assert [(each.verdict.value, each.entry) for each in found] == [("violation", None)]


def test_two_signers_are_two() -> None:
    """Each signs sessions of her own, one without title; it may be that she needs none."""
    found = judge_text("SIG003", LOG.format(head="", one="/s/ Jo Hill, PT", two="/s/ Kim Roe"))
    assert [(each.verdict.value, each.entry) for each in found] == [("pass", 1), ("incomplete", 2)]


def test_a_second_name_beside_the_providers_is_not_asked_for_a_title() -> None:
    """A classroom teacher signs where no parent is."""
    text = f"{NOTE}{SIGNED}Teacher Signature: /s/ Dora Tran   Date: 3/3/2026"
    assert not verdicts(judge_text("SIG003", text))


@pytest.mark.parametrize(
    "line", ["Therapist Signature: ________  Date: ____", "Therapist Signature: signature on file", ""]
)
def test_an_unsigned_note_is_another_rules(line: str) -> None:
    """One cause, one finding."""
    assert verdict("SIG003", NOTE + line) == "inapplicable"


def test_a_rejected_typed_name_is_unsigned() -> None:
    """SIG001 speaks of it."""
    line = "Therapist Signature: Jo Hill   Date: 3/3/2026"
    assert {each.verdict for each in judge_text("SIG003", NOTE + line, typed="reject")} == {Verdict.INAPPLICABLE}


def test_a_parents_name_needs_no_title() -> None:
    """Only the provider's does."""
    assert not verdicts(judge_text("SIG003", f"{NOTE}{SIGNED}Parent Signature: Rosa Diaz   Date: 3/3/2026"))


def test_a_title_may_stand_on_a_page_that_cannot_be_read() -> None:
    """What is missing is never certain beside a scanned page."""
    found = judge_text("SIG003", f"{NOTE}Electronically signed by Jo Hill on 3/3/2026", unread=(2,))
    assert verdicts(found) == ["incomplete"]


# --- SIG007 ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        ASSISTANT,
        "Electronically signed by Sam Fox, C.O.T.A./L on 3/3/2026",
        "Signature: Sam Fox, PTA   Date: 3/3/2026",
        "Signature: Jo Hill, MS, TSSLD   Date: 3/3/2026",
        "Signature: Jo Hill, SLP-CF   Date: 3/3/2026",
        "Provider: Sam Fox, COTA/L\nSignature: Sam Fox   Date: 3/3/2026",
        "Therapist Signature: Sam Fox   Date: 3/3/2026\nTitle: COTA",
        f"{ASSISTANT}Supervisor signature (if applicable): ________",
        f"{ASSISTANT}Supervising OT: ________",
        f"{ASSISTANT}Co-Signed Date: ______",
        f"{ASSISTANT}Parent Signature: /s/ Rosa Diaz   Date: 3/3/2026",
    ],
)
def test_an_assistant_without_a_clinician_is_a_warning(lines: str) -> None:
    """Nobody's direction is shown."""
    found = judge_text("SIG007", OT + lines)
    assert [(each.verdict, each.severity, each.entry) for each in found] == [(Verdict.VIOLATION, Severity.WARNING, 1)]


@pytest.mark.parametrize(
    "line",
    [
        "Supervisor Signature: /s/ Kim Roe, OTR/L   Date: 3/4/2026",
        "Supervisor Signature: Kim Roe   Date: 3/4/2026",
        "Supervising OT: Kim Roe, OTR/L",
        "Supervisor: Kim Roe",
        "Supervisor – Kim Roe, OTR/L",
        "Supervisor Name:\nKim Roe",
        "Cosigner: Kim Roe",
        "Countersigned by Kim Roe, OTR/L",
        "☒ UDO provided by Kim Roe",
        "CF's Sup-r Name: Kim Roe, OTR/L",
        "Services were provided under the direction of Kim Roe, OTR/L.",
        "Signature: /s/ Kim Roe, OTR/L   Date: 3/4/2026",
        "Signature of Licensed Occupational Therapist: /s/ Kim Roe   Date: 3/4/2026",
    ],
)
def test_a_clinicians_signature_or_name_is_enough(line: str) -> None:
    """In a field, on a line or in a sentence."""
    verdict_, message = only(
        [each for each in judge_text("SIG007", OT + ASSISTANT + line) if each.verdict is not Verdict.INAPPLICABLE]
    )
    assert verdict_ == "pass"
    assert "Kim Roe" in message


def test_the_clinicians_name_in_the_next_cell_counts() -> None:
    """A grid of label and value."""
    grid = "| Provider | Sam Fox, COTA/L | Supervising OT | {} |\n| --- | --- | --- | --- |\n"
    grid += "Signature: Sam Fox   Date: 3/3/2026"
    assert verdict("SIG007", OT + grid.format("Kim Roe")) == "pass"
    assert verdict("SIG007", OT + grid.format("")) == "violation"


@pytest.mark.parametrize(
    "lines",
    [
        f"{ASSISTANT}Supervisor Signature: N/A, fully licensed",
        f"{ASSISTANT}Co-Signed Date: 3/5/2026",
        f"{ASSISTANT}Licensed OT: Kim Roe",
        f"{ASSISTANT}COTA: Sam Fox   OT of Record: Kim Roe",
        f"{ASSISTANT}Supervisor's initials: KR",
        f"{ASSISTANT}Reviewed and approved by Kim Roe, OTR/L",
        "Provider: Sam Fox, COTA/L / Kim Roe, OTR/L\nSignature: Sam Fox   Date: 3/3/2026",
        f"{ASSISTANT}Kim Roe, OTR/L",
        f"{ASSISTANT}Supervision provided by Maple Hill School District",
        "Provider: Kim Roe, OTR/L\nSignature: Sam Fox, COTA   Date: 3/3/2026",
        "Signature: Jo Hill, LMSW   Date: 3/3/2026\nProvided under the supervision of a licensed clinician (USO)",
    ],
)
def test_what_may_name_a_clinician_is_for_a_person(lines: str) -> None:
    """Somebody is spoken of, and nobody can tell from the page alone who."""
    assert verdicts(judge_text("SIG007", OT + lines)) == ["incomplete"]


@pytest.mark.parametrize(
    "lines",
    [
        SIGNED,
        "Signature: Jo Hill, MS, TSSLD, CCC-SLP   Date: 3/3/2026",
        "Signature: Jo Hill, TSSLD, NYS Licensed Speech-Language Pathologist   Date: 3/3/2026",
        "Signature: Jo Hill, TSSLD   Date: 3/3/2026\nLicense #: 012345",
        "Provider: Jo Hill, CCC-SLP\nSignature: Jo Hill, TSSLD   Date: 3/3/2026",
        "Signature: Jo Hill, LMSW   Date: 3/3/2026",
        "Signature: Jo Hill   Date: 3/3/2026",
        "Signature: ________   Date: ____",
    ],
)
def test_nobody_under_direction(lines: str) -> None:
    """A licence, a social worker of her own, no title at all, no signature at all."""
    assert verdict("SIG007", NOTE + lines) == "inapplicable"


def test_a_special_education_teacher_with_a_speech_certificate_directs_herself() -> None:
    """The letters are of another certificate that she holds."""
    line = "Signature: Jo Hill, MS Ed, TSSLD   Date: 3/3/2026"
    assert verdict("SIG007", NOTE + line) == "violation"
    assert verdict("SIG007", NOTE.replace("Speech Therapy", "SEIT") + line) == "inapplicable"


@pytest.mark.parametrize(("words", "rule"), [("________", "SIG001"), ("signature on file", "SIG004")])
def test_an_unsigned_supervisors_line_is_told_once(words: str, rule: str) -> None:
    """One cause, one finding."""
    text = f"{OT}{ASSISTANT}Supervisor Signature: {words}   Date: ______"
    verdict_, message = only(judge_text("SIG007", text))
    assert (verdict_, rule in message) == ("inapplicable", True)
    assert verdicts(judge_text(rule, text)) == ["violation"]


def test_only_direct_sessions_that_took_place_ask_for_a_clinician() -> None:
    """Neither coordination nor a cancelled session does."""
    assert verdict("SIG007", COORDINATION + ASSISTANT) == "inapplicable"
    cancelled = "Progress Note\nChild's Name: Ana Diaz\nDate of Service: 3/3/2026\nService Type: OT\n"
    cancelled += "Session Notes: Cancelled - child sick.\n"
    assert verdict("SIG007", cancelled + ASSISTANT) == "inapplicable"


def test_a_session_that_is_direct_by_its_words_alone_is_for_a_person() -> None:
    """The form itself does not say what the time went to."""
    assert verdict("SIG007", OT.replace("Service Type: Occupational Therapy\n", "") + ASSISTANT) == "incomplete"


def test_supervision_of_the_child_is_none_of_the_provider() -> None:
    """A narrative speaks of it in passing."""
    text = OT.replace("with cues", "with close supervision")
    assert verdict("SIG007", text + ASSISTANT) == "violation"


def test_a_supervisors_blank_line_weighs_the_same_for_both_rules() -> None:
    """A teacher of speech with a licence needs no second signature, whatever the letters of it are."""
    line = "Supervisor Signature: __________  Date: ______\n"
    licensed = f"{NOTE}Signature: /s/ Jo Hill, TSSLD, Speech-Language Pathologist   Date: 3/3/2026\n{line}"
    assert verdicts(judge_text("SIG001", licensed)) == ["incomplete"]
    assert verdicts(judge_text("SIG001", licensed.replace(", Speech-Language Pathologist", ""))) == ["violation"]
