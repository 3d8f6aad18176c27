"""Cases of the rules on the coordinator of services, on IEPs and STAC-1s."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.cases.making import IEP, OT, SEIT, SPEECH, CaseFile, iep, text
from tests.documents.paper_stac import PLACEMENTS, Stac, StacService, stac_printed, stac_table, stac_text
from tests.documents.papers import Iep, Service

BOTH = (SPEECH, OT)
STAC = Stac()
SCAN = "STAC-1\n1. Name of Child: Ava Chen\n2. Date of Birth: 4/2/2022\n12. Service Information\nsee the back\n"


def cases() -> Iterator[CaseFile]:
    """COO001 to COO006, COO009 and COO010."""
    yield from _designation()
    yield from _amount()
    yield from _need()
    yield from _stac()
    yield from _two()


def _coordinated(frequency: str, duration: str, *others: Service, name: str = "Coordination of Services") -> Iep:
    """An IEP with a line of coordination behind its other services."""
    line = Service(name, frequency, duration)
    return replace(IEP, services=(*(others or BOTH), line))


def _designation() -> Iterator[CaseFile]:
    yield from iep("COO001", "violation", "blank", replace(IEP, coordinator=""))
    yield from iep("COO001", "violation", "absent", replace(IEP, coordinator=None))
    yield from iep(
        "COO001", "violation", "with-seit", replace(IEP, services=(SEIT, SPEECH), coordinator=None), "table", "typed"
    )
    undecided = replace(IEP, coordinator="TBD")
    yield from iep("COO001", "inapplicable", "to-be-determined", undecided, "table", "typed")
    yield from iep("DOC005", "violation", "coordinator-to-be-determined", undecided, "table", "typed")
    yield from iep("COO001", "pass", "designated", IEP)
    designated = ("The occupational therapist will serve as coordinator of services.",)
    yield from iep("COO001", "pass", "sentence", replace(IEP, coordinator=None, extra=designated))
    yield from iep("COO001", "inapplicable", "one-service", replace(IEP, services=(SPEECH,), coordinator=None))
    line_alone = replace(_coordinated("1 x monthly", "30 minutes"), coordinator=None)
    yield from iep("COO001", "incomplete", "coordination-by-whom", line_alone, "table")
    early = replace(IEP, coordinator=None, extra=("Ongoing Service Coordinator: Lena Ortiz",))
    yield from iep("COO001", "incomplete", "early-intervention-alone", early, "table", "typed")

    yield from iep("COO002", "violation", "speech-coordinates", replace(IEP, services=(SEIT, SPEECH)))
    yield from iep(
        "COO002", "pass", "seit-coordinates", replace(IEP, services=(SEIT, SPEECH), coordinator="SEIT provider")
    )
    yield from iep("COO002", "inapplicable", "no-seit", IEP, "table", "typed")

    yield from iep("COO003", "violation", "outsider", replace(IEP, coordinator="Physical Therapist"))
    yield from iep("COO003", "pass", "on-the-list", replace(IEP, coordinator="Occupational Therapist"))
    yield from iep("COO003", "incomplete", "name-alone", replace(IEP, coordinator="Jo Hill"))
    yield from iep("COO003", "inapplicable", "nobody", replace(IEP, coordinator=None), "table", "typed")


def _amount() -> Iterator[CaseFile]:
    seit = replace(_coordinated("1 x monthly", "30 minutes", SEIT, SPEECH), coordinator="SEIT provider")
    yield from iep("COO004", "violation", "units", seit)
    in_field = replace(seit, services=(SEIT, SPEECH), coordinator="SEIT provider, 1 x 30 minutes monthly")
    yield from iep("COO004", "violation", "units-at-coordinator", in_field, "table", "typed")
    yield from iep("COO004", "pass", "no-line", replace(in_field, coordinator="SEIT provider"))
    in_rate = replace(in_field, coordinator="SEIT provider (included in the rate)")
    yield from iep("COO004", "pass", "in-the-rate", in_rate, "table", "typed")
    both = replace(in_field, coordinator="SEIT provider, 1 x 30 monthly, included in the rate")
    yield from iep("COO004", "incomplete", "units-in-the-rate", both, "table", "typed")
    summer = Service("Coordination of Services (Speech)", "1 x monthly", "30 minutes", start="7/6/2026")
    yield from iep("COO004", "incomplete", "another-time", replace(IEP, services=(SEIT, *BOTH, summer)), "table")
    yield from iep("COO004", "inapplicable", "no-seit", _coordinated("1 x monthly", "30 minutes"), "table", "typed")

    yield from iep("COO005", "violation", "two-a-month", _coordinated("2 x monthly", "30 minutes"))
    yield from iep("COO005", "violation", "an-hour-a-month", _coordinated("1 x monthly", "60 minutes"))
    yield from iep("COO005", "violation", "every-week", _coordinated("1 x weekly", "30 minutes"), "table", "typed")
    yield from iep("COO005", "violation", "no-blocks", _coordinated("1 x monthly", "45 minutes"), "table", "typed")
    twelve = _coordinated("12 sessions per school year", "30 minutes")
    yield from iep("COO005", "violation", "twelve-a-school-year", twelve)
    three = _coordinated("3 sessions, summer", "30 minutes")
    yield from iep("COO005", "violation", "three-in-the-summer", three, "table", "typed")
    at_name = replace(IEP, coordinator="Speech-Language Pathologist, 2 x 30 minutes monthly")
    yield from iep("COO005", "violation", "at-the-coordinator", at_name, "table", "printed")
    yield from iep("COO005", "pass", "one-a-month", _coordinated("1 x monthly", "30 minutes"))
    yield from iep("COO005", "pass", "short-hand", _coordinated("1x/mo", "30 min"))
    yield from iep("COO005", "pass", "ten-a-school-year", _coordinated("10 sessions per school year", "30 minutes"))
    words = replace(IEP, coordinator="Speech-Language Pathologist, one (1) half hour unit per month")
    yield from iep("COO005", "pass", "in-words", words)
    ceiling = _coordinated("1 x monthly, not to exceed 10 in the school year and 2 in the summer", "30 minutes")
    yield from iep("COO005", "pass", "ceiling", ceiling, "table", "typed")
    lines = (
        "The SLP is designated as coordinator of services, 10 half-hour units",
        "a school year and 2 in the summer.",
    )
    sentence = replace(IEP, extra=lines)
    yield from iep("COO005", "pass", "sentence-over-two-lines", sentence, "typed")
    yield from iep("COO005", "incomplete", "range", _coordinated("1-2 x monthly", "30 minutes"), "table", "typed")
    yield from iep("COO005", "incomplete", "no-period", _coordinated("1 x", "30 minutes"), "table")
    yield from iep("COO005", "incomplete", "quarters", _coordinated("2 x monthly", "15 minutes"), "table", "typed")
    yield from iep("COO005", "inapplicable", "no-line", IEP)
    yield from iep("COO005", "inapplicable", "seit", seit, "table", "typed")


def _need() -> Iterator[CaseFile]:
    one = replace(IEP, services=(SPEECH,))
    yield from iep("COO006", "violation", "one-service", one)
    seit_alone = replace(IEP, services=(SEIT,), coordinator="SEIT provider")
    yield from iep("COO006", "violation", "seit-alone", seit_alone, "table", "typed")
    twice = replace(IEP, services=(SPEECH, replace(SPEECH, frequency="1 x weekly", location="Group, preschool")))
    yield from iep("COO006", "violation", "individual-and-group", twice, "table")
    yield from iep("COO006", "pass", "two-services", IEP)
    yield from iep("COO006", "pass", "seit-and-speech", replace(seit_alone, services=(SEIT, SPEECH)), "table", "typed")
    special_class = replace(IEP, services=(SPEECH, Service("Special Class in an Integrated Setting", "5 x weekly")))
    yield from iep("COO006", "incomplete", "special-class", special_class, "table", "typed")
    yield from iep(
        "COO006", "inapplicable", "nobody", replace(one, coordinator="N/A - one service only"), "table", "typed"
    )


def _stac() -> Iterator[CaseFile]:
    nobody = replace(STAC, coordination=None)
    yield from stac("COO009", "violation", "nobody", nobody)
    yield from stac("COO009", "violation", "blank", replace(nobody, coordinator=""), "table", "typed")
    yield from stac("COO009", "violation", "outsider", replace(nobody, coordinator="Robin Tate, PT"))
    yield from stac("COO009", "pass", "line", STAC)
    yield from stac("COO009", "pass", "item", replace(nobody, coordinator="Maria Lopez, MS, CCC-SLP"))
    yield from stac("COO009", "inapplicable", "seit", replace(nobody, placement=PLACEMENTS[3]))
    teacher = StacService("Special Education Itinerant Teacher", sessions="200")
    listed = replace(nobody, placement=None, services=(teacher, *STAC.services))
    yield from stac("COO009", "inapplicable", "seit-listed", listed, "table", "typed")
    yield from stac("COO009", "inapplicable", "one-service", replace(nobody, services=STAC.services[:1]))
    yield from stac("COO009", "incomplete", "coordination-by-whom", replace(STAC, coordination="Coordination"))
    yield from stac("COO009", "incomplete", "name-alone", replace(nobody, coordinator="Lena Ortiz"), "table", "typed")
    yield text("COO009", "incomplete", "services-not-read", SCAN)


def stac(code: str, verdict: str, name: str, paper: Stac, *layouts: str) -> Iterator[CaseFile]:
    """The same STAC-1 in several layouts."""
    writers = {"table": ("docx", stac_table), "printed": ("pdf", stac_printed), "typed": ("txt", stac_text)}
    for layout in layouts or writers:
        suffix, write = writers[layout]
        yield CaseFile(code, verdict, f"{name}-{layout}", suffix, write(paper))


def _two() -> Iterator[CaseFile]:
    by_ot = _coordinated("1 x monthly", "30 minutes", name="Coordination of Services (OT)")
    yield from iep("COO010", "violation", "field-and-line", by_ot)
    sentence = replace(IEP, extra=("The occupational therapist is designated as coordinator of services.",))
    yield from iep("COO010", "violation", "field-and-sentence", sentence)
    yield from stac("COO010", "violation", "stac", replace(STAC, coordinator="Kim Osei, OTR/L"), "table", "typed")
    same = _coordinated("1 x monthly", "30 minutes", name="Coordination of Services (Speech)")
    yield from iep("COO010", "pass", "field-and-line-agree", same)
    person = replace(same, coordinator="Maria Lopez, MS, CCC-SLP")
    yield from iep("COO010", "pass", "name-and-profession", person, "table", "typed")
    named = replace(IEP, coordinator="Liz Carter", extra=("Coordinator of Services: Elizabeth Carter, MS, CCC-SLP",))
    yield from iep("COO010", "pass", "nickname", named, "table", "typed")
    early = replace(IEP, extra=("Ongoing Service Coordinator: Lena Ortiz", "EI Service Coordinator: Lena Ortiz"))
    yield from iep("COO010", "pass", "early-intervention", early)
    joint = replace(
        IEP, extra=("Speech therapy will coordinate services with the classroom teacher.",), coordinator="OT"
    )
    yield from iep("COO010", "pass", "working-together", joint, "table", "typed")
    season = Service("Coordination of Services (OT)", "1 x monthly", "30 minutes", start="7/6/2026")
    yield from iep("COO010", "incomplete", "another-time", replace(same, services=(*same.services, season)), "table")
    yield from iep("COO010", "incomplete", "two-in-one-field", replace(IEP, coordinator="SLP and OT"), "table", "typed")
    yield from iep("COO010", "inapplicable", "nobody", replace(IEP, coordinator=None), "table", "typed")
