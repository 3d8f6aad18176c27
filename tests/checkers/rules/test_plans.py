"""IEP001 to IEP008 and IFS001 to IFS006: what a plan has to say, and when it is certain that it does not."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.check import Options, check_bytes
from checkers.outcome import Outcome, Verdict
from checkers.profile import load_profile
from checkers.registry import find_rule
from checkers.rule import Case
from checkers.rules.age import Age
from checkers.rules.dating import months_after
from checkers.rules.wholeness import Extent, extent_beside, sections_there
from tests.checkers.rules.judging import IEP, SPEECH_AND_OT, TODAY, judge_text, verdict, verdicts
from tests.checkers.understand.model import model
from tests.documents.paper_ifsp import Ifsp, Support
from tests.documents.paper_text import iep_text, ifsp_text
from tests.documents.papers import Iep, Service

LEVELS = "Present Levels of Performance: Ana names six pictures.\n"
GOALS = """\
Annual Goal: Ana will name 20 pictures in 4 of 5 trials.
Annual Goal: Ana will cut along a line in 4 of 5 trials.
"""
REPORTS = "Reporting Progress to Parents: a written report every quarter\n"
LRE = "Participation with Students without Disabilities: all day\n"
COORDINATOR = "Coordinator of Services: Speech Therapist\n"
PARTS = {"IEP001": LEVELS, "IEP002": GOALS, "IEP004": REPORTS, "IEP006": LRE}


def iep(*left_out: str, more: str = "") -> str:
    """A whole IEP without the parts of these rules, with more at its end."""
    parts = "".join(text for code, text in PARTS.items() if code not in left_out)
    return IEP + COORDINATOR + parts + SPEECH_AND_OT + more


# --- whole plans and parts of plans ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        (iep(), Extent.WHOLE),
        (iep("IEP001"), Extent.WHOLE),
        (iep("IEP001", "IEP004"), Extent.PART),
        (iep("IEP001", "IEP004", "IEP006"), Extent.PART),
        (IEP + SPEECH_AND_OT, Extent.PART),
        (IEP + GOALS, Extent.PART),
        (IEP, Extent.PART),
        (iep("IEP001").replace("DRAFT", "AMENDMENT to the"), Extent.UNSURE),
        (iep("IEP001", "IEP004").replace("DRAFT", "AMENDMENT to the"), Extent.PART),
    ],
)
def test_how_much_of_a_plan_is_there(text: str, extent: Extent) -> None:
    """Four standard sections beside the one in question make a plan whole; an amendment never is."""
    assert extent_beside(model(text), "present_levels") is extent


def test_sections_count_once_and_by_what_stands_in_them() -> None:
    """Services without a heading of their own count too."""
    assert sections_there(model(iep())) == {
        "present_levels", "annual_goals", "progress_reports", "participation", "services",
    }  # fmt: skip


@pytest.mark.parametrize("code", PARTS)
def test_a_whole_plan_says_it(code: str) -> None:
    """The clean plan passes, each of its parts left out is a violation, and that rule's alone."""
    assert verdict(code, iep()) == "pass"
    assert verdicts(judge_text(code, iep(code))) == ["violation"]
    for other in set(PARTS) - {code}:
        assert verdict(other, iep(code)) == "pass"


@pytest.mark.parametrize("code", PARTS)
def test_a_part_of_a_plan_is_no_plan_without_it(code: str) -> None:
    """A page of services says nothing of the rest, nor does a short draft; an amendment is for a person."""
    assert verdict(code, IEP + SPEECH_AND_OT) == "inapplicable"
    others = [each for each in PARTS if each != code]
    assert verdict(code, iep(code, others[0])) == "inapplicable"
    assert verdict(code, iep(*PARTS)) == "inapplicable"
    assert verdict(code, iep(code).replace("DRAFT", "AMENDMENT to the")) == "incomplete"


@pytest.mark.parametrize("code", PARTS)
@pytest.mark.parametrize(
    ("value", "outcome"),
    [
        ("", "violation"),
        ("________", "violation"),
        ("TBD", "inapplicable"),
        ("[insert text]", "inapplicable"),
        ("N/A", "incomplete"),
    ],
)
def test_a_heading_with_nothing_under_it(code: str, value: str, outcome: str) -> None:
    """Blank is a violation, a placeholder DOC005's, and "N/A" for a person."""
    heading = PARTS[code].partition(":")[0]
    text = iep(code).replace("Related Services\n", f"{heading}: {value}\nRelated Services\n")
    assert verdict(code, text) == outcome
    if outcome == "inapplicable":
        assert verdicts(judge_text("DOC005", text)) == ["violation"]


def test_a_heading_at_the_end_of_a_part_is_no_blank_section() -> None:
    """The page may go on."""
    assert verdict("IEP001", IEP + SPEECH_AND_OT + "Present Levels of Performance:\n") == "incomplete"


def test_a_form_s_question_without_answer_is_for_a_person() -> None:
    """What the form prints there may hide what was written."""
    text = iep("IEP004", more="Reporting Progress\nHow and when will parents be told?\n")
    assert verdict("IEP004", text) == "incomplete"


@pytest.mark.parametrize("code", [*PARTS, "IEP005"])
def test_a_page_that_cannot_be_read_may_hold_it(code: str) -> None:
    """Never a violation there."""
    text = iep(code).replace("2 x 30 minutes a week, preschool", "2 x a week, preschool")
    assert "violation" not in verdicts(judge_text(code, text, unread=(3,)))


# --- weak signals ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "said", "outcome"),
    [
        ("IEP001", "Strengths and needs were reviewed.", "incomplete"),
        ("IEP001", "PRESENT LEVELS OF\nPERFORMANCE AND SO ON", "incomplete"),
        ("IEP002", "See the goals attached.", "incomplete"),
        ("IEP004", "Parents get a progress report every ten weeks.", "pass"),
        ("IEP004", "A report goes home with each report card.", "pass"),
        ("IEP004", "Progress notes are kept.", "incomplete"),
        ("IEP006", "Ana attends class with nondisabled peers for 80% of the day.", "pass"),
        ("IEP006", "PARTICIPATION OF THE CHILD WITH STUDENTS WITHOUT\nDISABILITIES", "incomplete"),
        ("IEP006", "Ana is in an integrated class.", "incomplete"),
    ],
)  # fmt: skip
def test_words_without_a_heading_are_no_violation(code: str, said: str, outcome: str) -> None:
    """What may be the statement is for a person; what is one passes."""
    assert verdict(code, iep(code, more=f"{said}\n")) == outcome


def test_a_sentence_on_the_child_may_be_the_present_levels() -> None:
    """Above the first section, under no heading that Tandem knows."""
    told = "Ana came to our school in September and she now names six pictures of animals.\n"
    text = iep("IEP001").replace("Reporting Progress", f"{told}Reporting Progress")
    assert verdict("IEP001", text) == "violation"
    assert verdict("IEP001", text.replace(told, "").replace(COORDINATOR, told + COORDINATOR)) == "incomplete"


# --- goals -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("goal", "outcome"),
    [
        ("Ana will improve her articulation.", "incomplete"),
        ("Ana will increase her vocabulary by June 2027.", "incomplete"),
        ("Ana will develop better social skills during the 2026-27 school year.", "incomplete"),
        ("Ana will say /k/ with 80% accuracy.", "pass"),
        ("Ana will say /k/ in four out of five words.", "pass"),
        ("Ana will sit for ten minutes.", "pass"),
        ("Ana will put on her coat independently.", "pass"),
        ("Ana will ask for help with one verbal cue.", "pass"),
        ("Ana will follow the routine with minimal prompting.", "pass"),
        ("Ana will greet peers without adult prompts.", "pass"),
        ("Ana will join the circle every day.", "pass"),
        ("Ana will answer questions across three consecutive sessions.", "pass"),
    ],
)
def test_what_a_goal_is_measured_by(goal: str, outcome: str) -> None:
    """Figures, counts, how often, how much help; a date is no measure."""
    assert verdict("IEP003", f"{IEP}Annual Goal: {goal}\n") == outcome


def test_criteria_in_columns_or_objectives_measure_a_goal() -> None:
    """The State's form has columns for them; other forms list objectives below."""
    heads = "| Annual Goal | Criteria | Method | Schedule |\n|---|---|---|---|\n"
    table = f"{heads}| Ana will say final consonants. | 80% | Observation | Monthly |\n"
    assert verdict("IEP003", IEP + table) == "pass"
    assert verdict("IEP003", IEP + table.replace("80%", "mastery")) == "incomplete"
    assert verdict("IEP003", IEP + table.replace("80%", "")) == "incomplete"
    below = "Annual Goal: Ana will improve her speech.\nShort-term objectives: /k/ in 8 of 10 words\nServices\n"
    assert verdict("IEP003", IEP + below) == "pass"


def test_the_vague_goal_is_named_by_its_number() -> None:
    """Goals and services are counted in one."""
    text = f"{IEP}Annual Goal: Ana will name ten pictures.\nAnnual Goal: Ana will improve.\n"
    found = [each for each in judge_text("IEP003", text) if each.verdict is Verdict.INCOMPLETE]
    assert [(each.entry, each.severity) for each in found] == [(2, None)]
    assert "Ana will improve." in found[0].message


@pytest.mark.parametrize(
    ("goals", "outcome"),
    [
        (("Ana will name ten pictures.", "Ana will cut along a line in 4 of 5 trials."), []),
        (("Ana will name ten pictures.",), ["incomplete"]),
        (("Ana will name ten pictures.", "Ana will follow the routine in 4 of 5 days."), []),
        (("Ana will walk up four steps.",), ["incomplete", "incomplete"]),
        (("Occupational therapy: Ana will do ten more.", "Speech: Ana will do ten more."), []),
    ],
)
def test_a_goal_for_each_related_service(goals: tuple[str, ...], outcome: list[str]) -> None:
    """By the words of the goals; one in words of no service may belong to any."""
    text = IEP + LEVELS + REPORTS + LRE + "".join(f"Annual Goal: {goal}\n" for goal in goals) + SPEECH_AND_OT
    assert verdicts(judge_text("IEP008", text)) == outcome


def test_parent_training_needs_no_goal() -> None:
    """Nor does a SEIT's service, or an aide's."""
    services = """\
Related Services
Parent Counseling and Training: 1 x 60 minutes a month, home
1:1 Aide: 5 x 180 minutes a week, preschool
"""
    assert verdict("IEP008", IEP + LEVELS + GOALS + REPORTS + services) == "inapplicable"


def test_without_goals_there_is_one_finding() -> None:
    """IEP002 alone."""
    text = iep("IEP002")
    assert verdict("IEP008", text) == "inapplicable"
    assert verdict("IEP003", text) == "inapplicable"


# --- service lines -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Speech/Language Therapy: 2 x 30 minutes a week, preschool",
        "Speech/Language Therapy 5x/wk/30 min individual, classroom",
        "Speech/Language Therapy, individual, 2x30 weekly, home",
        "Speech/Language Therapy - twice a week for half an hour at her daycare",
        "Speech/Language Therapy: two 30-minute sessions per week in the therapy room",
        "Speech/Language Therapy: 30 min x 2/week, Little Acorns",
        "Speech/Language Therapy: 2x30, push-in",
        "Special Education Itinerant Teacher: 10 hours weekly, Sunny Days Preschool",
        "Special Class: full day, 5 days a week, Maple Street School",
    ],
)
def test_a_line_that_says_all_in_its_own_words(line: str) -> None:
    """However it is written."""
    assert verdict("IEP005", f"{IEP}Special Education Programs and Services\n{line}\n") == "pass"


@pytest.mark.parametrize(
    ("line", "lacks"),
    [
        ("Speech/Language Therapy: 2 x 30 minutes a week", "where"),
        ("Speech/Language Therapy: 2 x a week, individual, preschool", "how long"),
        ("Physical Therapy: 30 minutes, home", "how often"),
        ("Occupational Therapy: 2 x weekly", "how long and where"),
    ],
)
def test_one_finding_names_all_that_a_line_lacks(line: str, lacks: str) -> None:
    """With the line as it stands."""
    found = judge_text("IEP005", f"{IEP}Related Services\n{line}\n")
    assert verdicts(found) == ["violation"]
    assert f"does not say {lacks}: " in found[0].message
    assert found[0].entry == 1


@pytest.mark.parametrize(
    "line",
    [
        "Speech consultation to the teacher: as needed",
        "Physical Therapy: consult, 1 x monthly",
        "Special Transportation: minibus",
        "Assistive Technology: picture cards",
        "Coordination of Services: Speech Therapist",
        "Testing accommodations: extended time",
        "Program modifications: a slant board",
    ],
)
def test_services_without_a_fixed_amount_owe_none(line: str) -> None:
    """Consultation, transportation, devices, coordination, accommodations."""
    assert not verdicts(judge_text("IEP005", f"{IEP}Related Services\n{line}\n"))


def test_a_bare_list_of_names_is_for_a_person() -> None:
    """The amounts may stand where Tandem does not see them."""
    assert set(verdicts(judge_text("IEP005", f"{IEP}Related Services\nSpeech Therapy\nPhysical Therapy\n"))) == {
        "incomplete"
    }


def test_a_place_told_for_all_services_is_for_a_person() -> None:
    """And not missing on each line."""
    text = f"{IEP}Related Services\nSpeech Therapy: 2 x 30 minutes a week\n"
    assert verdicts(judge_text("IEP005", f"{text}\nAll services will be provided at the preschool.\n")) == [
        "incomplete"
    ]


def test_a_mention_of_a_service_is_no_line_of_it() -> None:
    """The one with the amount counts."""
    text = f"{IEP}Services: Speech Therapy\nRelated Services\nSpeech Therapy: 2 x 30 minutes a week, preschool\n"
    assert not verdicts(judge_text("IEP005", text))


TABLE = "| Service | Frequency | Duration | Location |\n|---|---|---|---|\n| Speech Therapy | {} | {} | {} |\n"


@pytest.mark.parametrize(
    ("cells", "outcome"),
    [
        (("2 x weekly", "30 min", "Preschool"), "pass"),
        (("2 x 30 min weekly", "", "Preschool"), "pass"),
        (("2", "30", "Preschool"), "pass"),
        (("2 x weekly", "30 min", ""), "violation"),
        (("2 x weekly", "", "Preschool"), "violation"),
        (("", "30 min", "Preschool"), "violation"),
        (("TBD", "30 min", "Preschool"), "inapplicable"),
    ],
)
def test_cells_of_a_table(cells: tuple[str, ...], outcome: str) -> None:
    """A blank cell is missing unless another one gives it; a placeholder is DOC005's."""
    text = IEP + TABLE.format(*cells)
    assert verdict("IEP005", text) == outcome
    assert verdicts(judge_text("DOC005", text)) == (["violation"] if outcome == "inapplicable" else [])


# --- age ---------------------------------------------------------------------------------------------------------


def judged(profile: str, code: str, text: str) -> list[Outcome]:
    """The outcomes of a rule under another profile."""
    return list(find_rule(code).judge(Case(model(text), load_profile(profile), TODAY)))


@pytest.mark.parametrize(
    ("birth", "new_york", "federal"),
    [
        ("7/6/2011", "violation", "inapplicable"),
        ("7/7/2011", "inapplicable", "inapplicable"),
        ("7/6/2010", "violation", "violation"),
        ("7/7/2010", "violation", "inapplicable"),
        ("4/4/2022", "inapplicable", "inapplicable"),
        ("", "inapplicable", "inapplicable"),
    ],
)
def test_the_age_of_transition(birth: str, new_york: str, federal: str) -> None:
    """On the day the plan takes effect: 15 in New York, 16 elsewhere, to the day."""
    text = iep().replace("4/4/2022", birth)
    found = {each: judged(each, "IEP007", text)[0].verdict for each in ("ny-preschool", "federal-part-b")}
    assert found == {"ny-preschool": new_york, "federal-part-b": federal}


def test_without_a_start_the_meeting_counts() -> None:
    """The student is 15 at the start, not at the meeting."""
    text = iep().replace("4/4/2022", "6/1/2011")
    assert verdict("IEP007", text) == "violation"
    assert verdict("IEP007", text.replace("Projected Date IEP is to be Implemented: 7/6/2026\n", "")) == "inapplicable"


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Transition Services: visits to a bakery", "pass"),
        ("Measurable Postsecondary Goals: ________", "violation"),
        ("Transition Plan: N/A", "incomplete"),
        ("Ana hopes to go to college.", "incomplete"),
    ],
)
def test_transition_is_looked_for_in_several_ways(said: str, outcome: str) -> None:
    """By its headings, else by its words."""
    text = iep().replace("4/4/2022", "4/4/2010").replace("Related Services\n", f"{said}\nRelated Services\n")
    assert verdict("IEP007", text) == outcome


@given(st.dates(datetime.date(2005, 1, 1), datetime.date(2026, 1, 1)), st.integers(1, 240))
def test_an_age_is_reached_on_its_day_and_not_before(birth: datetime.date, months: int) -> None:
    """Whatever the lengths of the months."""
    day = months_after(birth, months)
    assert Age(birth, day, "start").reaches(months)
    assert not Age(birth, day - datetime.timedelta(days=1), "start").reaches(months)


def test_an_age_in_words() -> None:
    """With the day it is reckoned for."""
    age = Age(datetime.date(2010, 3, 11), datetime.date(2026, 4, 11), "start of the plan")
    assert age.words == "16 years 1 month old on 4/11/2026 (start of the plan)"


# --- IFSP --------------------------------------------------------------------------------------------------------

IFSP = Ifsp()


def of_ifsp(code: str, plan: Ifsp | str) -> list[str]:
    """What a rule asks of an IFSP under Connecticut's profile."""
    text = plan if isinstance(plan, str) else ifsp_text(plan)
    return verdicts(judged("ct-birth-to-three", code, text))


@pytest.mark.parametrize(
    ("code", "blank", "absent"),
    [
        ("IFS001", replace(IFSP, development=""), replace(IFSP, development=None)),
        ("IFS002", replace(IFSP, outcomes=()), replace(IFSP, outcomes=None)),
        ("IFS004", replace(IFSP, environments=""), replace(IFSP, environments=None)),
    ],
)
def test_what_an_ifsp_has_to_say(code: str, blank: Ifsp, absent: Ifsp) -> None:
    """Blank or absent from a whole plan is a violation, and that rule's alone."""
    assert of_ifsp(code, IFSP) == []
    assert of_ifsp(code, blank) == of_ifsp(code, absent) == ["violation"]
    for other in {"IFS001", "IFS002", "IFS004"} - {code}:
        assert of_ifsp(other, absent) == []


def test_a_page_of_an_ifsp_is_no_whole_one() -> None:
    """Services alone."""
    page = "IFSP\nChild's Name: Theo Grant\nEarly Intervention Services\nSpeech Therapy: 1 x 45 minutes a week, home\n"
    for code in ("IFS001", "IFS002", "IFS004", "IFS006"):
        assert {each.verdict for each in judged("ct-birth-to-three", code, page)} == {Verdict.INAPPLICABLE}


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("All services are in natural environments.", []),
        ("Services are given where Theo plays: his grandmother's flat.", ["incomplete"]),
    ],
)
def test_natural_environments_in_running_text(said: str, asked: list[str]) -> None:
    """A sentence is enough; a sentence that may be meant so is for a person."""
    assert of_ifsp("IFS004", replace(IFSP, environments=None, extra=(said,))) == asked


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({}, []),
        ({"length": ""}, ["violation"]),
        ({"frequency": "", "length": "45 minutes weekly"}, []),
        ({"location": "", "method": "Individual, at child care"}, []),
        ({"method": ""}, ["incomplete"]),
        ({"method": "coaching"}, []),
        ({"method": "", "length": ""}, ["violation"]),
    ],
)
def test_service_lines_of_an_ifsp(changes: dict[str, str], asked: list[str]) -> None:
    """The method alone is not certain to be missing where the form has no place for it."""
    line = replace(Support("Speech Therapy", "Lena Ortiz, SLP"), **changes)
    assert of_ifsp("IFS003", replace(IFSP, services=(line,))) == asked


@pytest.mark.parametrize(
    ("birth", "asked"), [("11/17/2023", ["violation"]), ("11/18/2023", []), ("8/14/2024", []), ("", [])]
)
def test_steps_out_of_early_intervention(birth: str, asked: list[str]) -> None:
    """From 2 years 3 months on, on the day the plan takes effect (2/17/2026)."""
    assert of_ifsp("IFS005", replace(IFSP, birth=birth)) == asked


@pytest.mark.parametrize(
    ("line", "signatures", "unsigned"),
    [
        ("Parent Signature: ____________  Date: ______", ["violation"], []),
        ("Parent/Guardian Signature: /s/ Mary Grant  Date: 2/10/2026", [], []),
        ("Parent Signature: did not attend, consent by telephone", [], []),
        ("Parent Signature: on file", [], []),
        ("The parents gave their consent on 2/10/2026.", ["incomplete"], []),
        ("", ["violation"], []),
        ("Service Coordinator Signature: ____________", ["violation"], ["violation"]),
    ],
)
def test_the_parent_s_signature_is_one_rule_s(line: str, signatures: list[str], unsigned: list[str]) -> None:
    """IFS006 looks at the parent's line, SIG001 at all others."""
    text = ifsp_text(replace(IFSP, parent=replace(IFSP.parent, label=""), extra=(line,)))
    assert of_ifsp("IFS006", text) == signatures
    assert of_ifsp("SIG001", text) == unsigned


def test_one_parent_s_signature_is_enough() -> None:
    """In a table of the team too."""
    heads = "| Name | Role | Signature | Date |\n|---|---|---|---|\n"
    team = f"{heads}| Mary Grant | Mother | {{}} | 2/10/2026 |\n| Al Grant | Father | | |\n"
    text = ifsp_text(replace(IFSP, parent=replace(IFSP.parent, label="")))
    assert of_ifsp("IFS006", text + team.format("/s/ Mary Grant")) == []
    assert of_ifsp("IFS006", text + team.format("")) == ["violation"]
    assert of_ifsp("SIG001", text + team.format("")) == []


# --- papers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "profile"), [(iep_text(Iep()), "ny-schenectady-preschool"), (ifsp_text(IFSP), "ct-birth-to-three")]
)
def test_the_clean_papers_break_no_rule(text: str, profile: str) -> None:
    """Under their own profile."""
    report = check_bytes(text.encode(), "plan.txt", Options(profile=profile, today=TODAY))
    assert [(each.rule, each.message) for each in report.findings] == []


@given(st.lists(st.sampled_from(["levels", "goals", "progress", "participation"]), unique=True))
def test_no_section_s_rule_speaks_for_another(left_out: list[str]) -> None:
    """Whatever is left out, a rule asks for its own section only."""
    codes = {"levels": "IEP001", "goals": "IEP002", "progress": "IEP004", "participation": "IEP006"}
    paper = replace(Iep(), **dict.fromkeys(left_out))  # type: ignore[arg-type]
    for name, code in codes.items():
        assert bool(verdicts(judge_text(code, iep_text(paper)))) <= (name in left_out)


def test_a_service_line_of_the_paper_is_judged_by_its_own_number() -> None:
    """Two goals come first."""
    paper = replace(Iep(), services=(Service("Speech-Language Therapy", duration=""),))
    found = judge_text("IEP005", iep_text(paper))
    assert [(each.verdict, each.entry) for each in found] == [(Verdict.VIOLATION, 3)]
