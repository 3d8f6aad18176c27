"""COO007 to COO010: an IFSP's service coordinator, a STAC-1's coordinator, and two of them at once."""

from dataclasses import replace

import pytest

from checkers.document import Term
from checkers.outcome import Verdict
from checkers.rules.providers import name_in, names_somebody, surely_different_people
from tests.checkers.rules.judging import IEP, SPEECH_AND_OT, judge_document, judge_text, verdict, verdicts
from tests.checkers.understand.model import model

NAMED = (("Speech Therapy", "Dana Example, CCC-SLP"), ("Occupational Therapy", "Kim Sample, OTR/L"))
STAC = """\
STAC-1
1. Name of Child: Ana Diaz
7. Placement Type
{boxes}
12. Service Information
Related Service 1: Speech Therapy   Number of Half Hour Sessions: 72
Related Service 2: Occupational Therapy   Number of Half Hour Sessions: 36
"""
UNTICKED = "[x] Related Services Only   [ ] Special Education Itinerant Teacher"


def ifsp(*lines: str, services: tuple[tuple[str, str], ...] = NAMED, behind: str = "") -> str:
    """An IFSP with these lines above its services and that text below them."""
    rows = "\n".join(f"| {name} | 1 x weekly | 45 minutes | Home | {provider} |" for name, provider in services)
    return "\n".join(
        [
            "Individualized Family Service Plan (IFSP)",
            "Child's Name: Ana Diaz",
            *lines,
            "Early Intervention Services",
            "| Service | Frequency | Length | Location | Provider |",
            "| --- | --- | --- | --- | --- |",
            rows,
            "",
            behind,
        ]
    )


@pytest.mark.parametrize(
    "label",
    [
        "Service Coordinator",
        "Service Coordinator's Name",
        "Initial Service Coordinator",
        "Interim Service Coordinator",
        "Ongoing Service Coordinator",
        "EI Service Coordinator",
        "ISC",
        "OSC",
        "OSC/ISC",
        "EISC",
        "My service coordinator",
        "Family Resource Coordinator",
        "Family Resources Coordinator's Name",
        "CARE COORDINATOR",
        "Family Support Coordinator",
        "Primary Service Provider/Service Coordinator",
        "EI Professional responsible for implementation of the IFSP",
    ],
)
def test_a_service_coordinator_has_many_names(label: str) -> None:
    """Whatever the state calls it."""
    assert verdict("COO007", ifsp(f"{label}: Dana Example")) == "pass"
    assert verdict("COO007", ifsp(f"{label}: ____________")) == "violation"


@pytest.mark.parametrize(
    "label",
    ["EIOD", "Program Director", "Case Manager", "Coordinator of Special Education", "Previous Service Coordinator"],
)
def test_others_are_no_service_coordinator(label: str) -> None:
    """They sound like it, and name nobody who coordinates this plan."""
    assert not model(ifsp(f"{label}: Jo Poe")).coordinators


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("Dana Example will be your service coordinator.", "pass"),
        ("Your service coordinator is Dana Example.", "pass"),
        ("Team\nDana Example, Service Coordinator\nRosa Diaz, Parent", "pass"),
        ("Service Coordinator Signature: Electronically signed by Dana Example on 5/4/2026", "pass"),
        ("Your service coordinator will help you to find services.", "incomplete"),
        ("", "violation"),
    ],
)
def test_the_name_may_stand_elsewhere(behind: str, expected: str) -> None:
    """In a sentence, in the team's list, at the signature; a sentence without a name is a question."""
    assert verdict("COO007", ifsp(behind=behind)) == expected


def test_a_role_in_the_team_counts_and_one_that_is_alone_is_a_question() -> None:
    """Also where the role is too long for its cell; the name may stand beside it in a table that could not be read."""
    table = "| Name | Role | Signature |\n| --- | --- | --- |\n| Dana Example | {} | /s/ Dana Example |\n{}"
    whole = table.format("Service Coordinator", "")
    beside = "| Child's Name | Ana Diaz | Service Coordinator | {} |\n| DOB | 1/4/2025 | Sex | F |"
    assert [who.words for who in model(ifsp(beside.format("Dana Example"))).coordinators] == ["Dana Example"]
    assert verdict("COO007", ifsp(beside.format(""))) == "violation"
    assert verdict("COO007", ifsp("| Team | Role | Phone |\n| Dana Example | Service Coordinator | 860 |")) == "pass"
    wrapped = table.format("Service", "| | Coordinator | |\n")
    assert verdict("COO007", ifsp("Service Coordinator: ____", behind=whole)) == "pass"
    assert verdict("COO007", ifsp("Service Coordinator: ____", behind=wrapped)) == "pass"
    assert (
        verdict("COO007", ifsp("Service Coordinator: ____", behind="Dana Example\nService Coordinator")) == "incomplete"
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("TBD", "inapplicable"),
        ("None", "violation"),
        ("Speech-Language Pathologist", "incomplete"),
        ("Bright Start Early Intervention", "incomplete"),
        ("Dana", "pass"),
    ],
)
def test_what_stands_in_the_field(value: str, expected: str) -> None:
    """A placeholder is DOC005's; a profession or an agency is no name; a first name is one."""
    assert verdict("COO007", ifsp(f"Service Coordinator: {value}")) == expected


def test_a_page_not_read_may_name_the_coordinator() -> None:
    """Then it is a question."""
    assert verdicts(judge_text("COO007", ifsp(), unread=(2,))) == ["incomplete"]
    assert verdicts(judge_text("COO008", ifsp("Service Coordinator: Robin Tate"), unread=(2,))) == ["incomplete"]


AGENCIES = (("Speech Therapy", "Bright Start"), ("Occupational Therapy", "Bright Start"))
PROFESSIONS = (("Speech Therapy", "SLP"), ("Occupational Therapy", "OT"))
INSTRUCTION = (("Special Instruction", ""), ("Family Training", ""))


@pytest.mark.parametrize(
    ("who", "services", "expected"),
    [
        ("Dana Example", NAMED, "pass"),
        ("D. Example, SLP", NAMED, "pass"),
        ("Example, Dana", NAMED, "pass"),
        ("Occupational Therapist", NAMED, "pass"),
        ("Robin Tate", NAMED, "violation"),
        ("Robin Tate, CCC-SLP", NAMED, "violation"),
        ("Robin Tate, Bright Start", AGENCIES, "incomplete"),
        ("Robin Tate, PT", PROFESSIONS, "violation"),
        ("Robin Tate", PROFESSIONS, "incomplete"),
        ("Robin Tate", AGENCIES, "incomplete"),
        ("Robin Tate, PT", INSTRUCTION, "incomplete"),
        ("Dama Exampel", NAMED, "incomplete"),
        ("Robin", NAMED, "incomplete"),
    ],
)
def test_the_coordinator_is_a_provider_of_the_plan(
    who: str, services: tuple[tuple[str, str], ...], expected: str
) -> None:
    """Certain by two full names, or by a profession that does not give the services; not by an agency's name."""
    assert verdict("COO008", ifsp(f"Service Coordinator: {who}", services=services)) == expected


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ("Notes: The coordinator is no provider because both therapists are new.", "pass"),
        ("Comments\nA provider cannot be coordinator at this time.", "pass"),
        ("Notes: The service coordinator will call monthly.", "incomplete"),
        ("Notes: The family prefers mornings.", "violation"),
        ("Due to a vacancy the coordinator gives no services until June.", "incomplete"),
        ("Robin Tate comes to the home every week and works with Ana on words.", "incomplete"),
    ],
)
def test_the_notes_say_why(notes: str, expected: str) -> None:
    """A reason in the notes section is enough; elsewhere, or without one that can be read, a person looks."""
    assert verdict("COO008", ifsp("Service Coordinator: Robin Tate", behind=notes)) == expected


def test_service_coordination_is_no_service_of_a_provider() -> None:
    """Its own line in the list does not make the coordinator one."""
    services = (*NAMED, ("Service Coordination", "Robin Tate"))
    assert verdict("COO008", ifsp("Service Coordinator: Robin Tate", services=services)) == "violation"


def test_an_initial_coordinator_need_not_be_a_provider() -> None:
    """The ongoing one is looked at, and the two are one after the other."""
    text = ifsp("Initial Service Coordinator: Robin Tate", "Ongoing Service Coordinator: Dana Example")
    assert [who.term for who in model(text).coordinators] == [Term.INITIAL, Term.ONGOING]
    assert verdict("COO008", text) == "pass"
    assert verdict("COO010", text) == "pass"
    assert verdict("COO008", ifsp("Initial Service Coordinator: Robin Tate")) == "inapplicable"


@pytest.mark.parametrize(
    ("coordinator", "boxes", "expected"),
    [
        ("", UNTICKED, "violation"),
        ("Coordinator of Services: ____\n", UNTICKED, "violation"),
        ("Coordinator of Services: Robin Tate, PT\n", UNTICKED, "violation"),
        ("Coordinator of Services: Dana Example, CCC-SLP\n", UNTICKED, "pass"),
        ("Related Service 3: Coordination (OT)   Number of Half Hour Sessions: 10\n", UNTICKED, "pass"),
        ("Related Service 3: Coordination   Number of Half Hour Sessions: 10\n", UNTICKED, "incomplete"),
        ("Coordinator of Services: Dana Example\n", UNTICKED, "incomplete"),
        ("", "[x] Special Education Itinerant Teacher plus Related Service", "inapplicable"),
        ("Related Service 3: SEIT   Number of Half Hour Sessions: 100\n", "", "inapplicable"),
    ],
)
def test_a_stac_lists_a_coordinator(coordinator: str, boxes: str, expected: str) -> None:
    """With two related services and no SEIT."""
    assert verdict("COO009", STAC.format(boxes=boxes) + coordinator) == expected


def test_a_box_of_the_seit_that_cannot_be_told_is_a_question() -> None:
    """So is a STAC-1 whose services could not be read."""
    doc = model(STAC.format(boxes=UNTICKED))
    boxes = tuple(replace(box, checked=None) if "Itinerant" in box.label else box for box in doc.boxes)
    assert verdicts(judge_document("COO009", replace(doc, boxes=boxes))) == ["incomplete"]
    assert verdicts(judge_document("COO009", replace(doc, services=()))) == ["incomplete"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Coordinator of Services: Speech Therapist", "Coordinator of Services: OT"], "violation"),
        (["Coordinator of Services: Dana Example, SLP", "Designated Coordinator: Kim Sample, SLP"], "violation"),
        (["Coordinator of Services: SLP", "The OT is designated as coordinator of services."], "violation"),
        (["Coordinator of Services: SLP", "The OT will serve as coordinator."], "incomplete"),
        (["Coordinator of Services: SLP", "For the summer: The OT is the coordinator of services."], "incomplete"),
        (["Coordinator of Services: Dana Example", "Coordinator: Dana Example, MS, CCC-SLP"], "pass"),
        (["Coordinator of Services: Liz Example", "Coordinator: Elizabeth Example, SLP"], "pass"),
        (["Coordinator of Services: EXAMPLE, DANA", "Coordinator: D. Example"], "pass"),
        (["Coordinator of Services: Dana Example", "Coordinator: Speech Therapist"], "pass"),
        (["Coordinator of Services: Dana Smith", "Coordinator: Diana Smyth"], "pass"),
        (["Coordinator of Services: SLP", "Ongoing Service Coordinator: Jane Poe"], "pass"),
        (["Coordinator of Services: SLP", "Service Coordinator (EI): Jane Poe"], "pass"),
        (["Coordinator of Services: SLP", "Transportation Coordinator: Al Roe"], "pass"),
        (["Coordinator of Services: SLP", "The OT will coordinate services with the teacher."], "pass"),
        (["Coordinator of Services: SLP", "Al Roe will act as coordinator of the evaluation."], "pass"),
        (["Coordinator of Services: SEIT", "Coordinator: Special Education Teacher"], "pass"),
        (["Coordinator of Services: SLP and OT"], "incomplete"),
        (["Coordinator of Services: ____"], "inapplicable"),
    ],
)
def test_one_person_coordinates(lines: list[str], expected: str) -> None:
    """Two only where two people, or two professions, are surely meant; early intervention's coordinator is nobody's."""
    text = IEP + "".join(f"{line}\n" for line in lines) + SPEECH_AND_OT
    assert verdict("COO010", text) == expected


def test_the_provider_in_the_list_tells_whether_a_name_and_a_profession_are_one() -> None:
    """Kim Sample is the OT."""
    table = """\
| Related Services | Frequency | Provider |
| --- | --- | --- |
| Speech/Language Therapy | 2 x 30 weekly | Dana Example |
| Occupational Therapy | 2 x 30 weekly | Kim Sample |
| Coordination of Services | 1 x 30 monthly | Kim Sample |
"""
    assert verdict("COO010", f"{IEP}Coordinator: OT\n{table}") == "pass"
    assert verdict("COO010", f"{IEP}Coordinator: SLP\n{table}") == "violation"


def test_two_coordinators_of_whom_one_is_an_outsider_are_two_facts() -> None:
    """Each is reported."""
    text = f"{IEP}Coordinator of Services: SLP\nCoordinator: Physical Therapist\n{SPEECH_AND_OT}"
    assert verdict("COO010", text) == "violation"
    assert [each.verdict for each in judge_text("COO003", text)] == [Verdict.PASS, Verdict.VIOLATION]


@pytest.mark.parametrize(
    "lines",
    [
        ["Service Coordinator: Robin Tate   Date Assigned: 1/5", "Service Coordinator: Jo Hill   Date Assigned: 3/5"],
        ["Service Coordinator: Dana Example", "EISC: Dee Example"],
        ["Service Coordinator: Dana Example", "Primary Service Provider: Kim Sample"],
    ],
)  # fmt: skip
def test_an_ifsp_may_name_one_coordinator_after_the_other(lines: list[str]) -> None:
    """With their days; and the primary provider is another role."""
    assert verdict("COO010", ifsp(*lines)) == "pass"


def test_an_ifsp_that_tells_of_a_change_is_a_question() -> None:
    """The text says when, and Tandem cannot tell who stays."""
    lines = ["Service Coordinator: Dana Example", "Service Coordinator: Robin Tate"]
    assert verdict("COO010", ifsp(*lines)) == "violation"
    assert verdict("COO010", ifsp(*lines, behind="The coordinator changed in May.")) == "incomplete"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Dana Example, OTR/L, Bright Start", "Dana Example"),
        ("Ms. Dana Example (OT)", "Ms. Dana Example"),
        ("Jo Hill", "Jo Hill"),
        ("Dana", ""),
        ("D. Example", ""),
        ("Physical Therapist", ""),
        ("Bright Start Program", ""),
        ("School Psychologist", ""),
        ("included in the rate", ""),
        ("", ""),
    ],
)
def test_the_full_name_in_some_words(words: str, name: str) -> None:
    """A title, an agency or a first name alone is none."""
    assert name_in(words) == name


@pytest.mark.parametrize(
    ("one", "other", "different"),
    [
        ("Dana Example", "Kim Sample", True),
        ("Dana Example", "Dana Sample", False),
        ("Liz Carter", "Elizabeth Carter-Jones", False),
        ("Kathryn Smith", "Katherine Smyth", False),
        ("Dana Example", "Kim", False),
        ("Dana Example", "Speech Therapist", False),
    ],
)
def test_two_names_are_two_people_only_without_any_doubt(one: str, other: str, different: bool) -> None:
    """In whatever order."""
    assert surely_different_people(one, other) is different
    assert surely_different_people(other, one) is different


def test_somebody_is_named_by_one_name_too() -> None:
    """And nobody by a profession, an agency or a licence."""
    assert names_somebody("Dana")
    assert not any(map(names_somebody, ("SLP", "Early Intervention Agency", "Service Coordinator", "")))
