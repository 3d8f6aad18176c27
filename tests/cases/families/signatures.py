"""Cases of the rules on signatures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.cases.making import COORD, IEP, LETTER, NOTE, CaseFile, iep, note, session, signed, text
from tests.documents import paper_docx
from tests.documents.paper_text import note_text
from tests.documents.papers import Note

UNTITLED = replace(NOTE, provider="Maria Lopez", signing=replace(NOTE.signing, words="Maria Lopez"))
ASSISTANT = replace(
    NOTE,
    provider="Sam Fox, COTA/L",
    service="Occupational Therapy",
    signing=replace(NOTE.signing, words="Sam Fox, COTA/L"),
)
SUPERVISED = "Supervisor Signature: Electronically signed by Kim Roe, OTR/L    Date: 2/11/2026"


def cases() -> Iterator[CaseFile]:
    """SIG001 to SIG008."""
    yield from _lines_and_dates()
    yield from _credentials()
    yield from _supervision()
    yield from _in_time()


def _with_extra(paper: Note, *lines: str) -> Note:
    return replace(paper, extra=lines)


def _credentials() -> Iterator[CaseFile]:
    yield from note(
        "SIG003", "violation", "name-alone", UNTITLED, "grid", "paragraphs", "rows", "printed", "form", "typed"
    )
    courtesy = replace(UNTITLED, signing=replace(UNTITLED.signing, how="words", words="Ms. Maria Lopez"))
    yield from note("SIG003", "violation", "courtesy-is-no-title", courtesy, "grid", "typed", "printed")
    number = _with_extra(UNTITLED, "NPI: 1234567890")
    yield from note("SIG003", "violation", "npi-alone", number, "paragraphs", "typed")
    log = replace(UNTITLED, sessions=paper_docx.sessions_of("2/10/2026", "2/12/2026"))
    yield from note("SIG003", "violation", "log", log, "rows", "typed")
    yield from note("SIG003", "pass", "credentials", NOTE)
    yield from note("SIG003", "pass", "provider-field", signed(words="Maria Lopez"))
    yield from note("SIG003", "pass", "picture-and-provider-field", signed(how="picture"), "grid", "rows", "printed")
    for name, title in (
        ("dots", "C.C.C.-S.L.P."),
        ("small-letters", "ms ccc/slp"),
        ("spaces", "M.S. Ed."),
        ("written-out", "Speech and Language Pathologist"),
    ):
        titled = replace(UNTITLED, signing=replace(UNTITLED.signing, words=f"Maria Lopez, {title}"))
        yield from note("SIG003", "pass", name, titled, "grid", "printed", "typed")
    for name, line in (
        ("title-line", "Title: Special Education Teacher"),
        ("licence-line", "License #: 012345"),
        ("printed-name", "Maria Lopez, Licensed Physical Therapist"),
    ):
        yield from note("SIG003", "pass", name, _with_extra(UNTITLED, line), "paragraphs", "printed", "typed")
    labelled = replace(UNTITLED, signing=replace(UNTITLED.signing, label="SEIT Signature"))
    yield from note("SIG003", "pass", "profession-in-the-label", labelled, "grid", "typed")
    yield text("SIG003", "pass", "letterhead", f"Maria Lopez, MS, CCC-SLP\nHill Street 4\n\n{note_text(UNTITLED)}")
    yield text(
        "SIG003",
        "pass",
        "classroom-teacher-signs-too",
        f"{note_text(NOTE)}Teacher Signature: /s/ Dora Tran    Date: 2/10/2026\n",
    )
    picture = replace(UNTITLED, signing=replace(NOTE.signing, how="picture"))
    yield from note("SIG003", "incomplete", "picture-without-title", picture, "grid", "paragraphs", "printed")
    unknown = replace(UNTITLED, signing=replace(NOTE.signing, words="Maria Lopez, XQTP"))
    yield from note("SIG003", "incomplete", "unknown-letters", unknown, "grid", "typed")
    other = signed(words="Ines Ford")
    yield from note("SIG003", "incomplete", "somebody-elses-field", other, "grid", "typed", "printed")
    yield from note(
        "SIG003",
        "inapplicable",
        "unsigned",
        replace(UNTITLED, signing=replace(NOTE.signing, how="blank", date="")),
        "grid",
        "typed",
    )


def _supervision() -> Iterator[CaseFile]:
    yield from note("SIG007", "violation", "assistant-alone", ASSISTANT)
    for name, title in (("teacher-of-speech", "MS, TSSLD"), ("clinical-fellow", "MA, SLP-CF")):
        alone = replace(NOTE, provider="Ines Ford", signing=replace(NOTE.signing, words=f"Ines Ford, {title}"))
        yield from note("SIG007", "violation", name, alone, "grid", "printed", "typed")
    aside = _with_extra(ASSISTANT, "Supervisor signature (if applicable): ______________")
    yield from note("SIG007", "violation", "line-taken-for-optional", aside, "paragraphs", "typed")
    parent = _with_extra(ASSISTANT, "Parent Signature: /s/ Rosa Rivera    Date: 2/10/2026")
    yield from note("SIG007", "violation", "parent-is-no-supervisor", parent, "paragraphs", "typed")
    narrated = replace(
        ASSISTANT, sessions=(replace(NOTE.sessions[0], notes="Climbed with close supervision, six of eight steps."),)
    )
    yield from note("SIG007", "violation", "supervised-child", narrated, "grid", "typed")
    for name, line in (
        ("co-signed", SUPERVISED),
        ("under-direction-of", "Services provided under the direction of Kim Roe, OTR/L"),
        ("supervisor-named", "Supervising Therapist: Kim Roe, OTR/L"),
        ("second-clinician-signs", "Signature: /s/ Kim Roe, OTR/L    Date: 2/11/2026"),
    ):
        yield from note("SIG007", "pass", name, _with_extra(ASSISTANT, line), "paragraphs", "printed", "typed")
    yield from note("SIG007", "inapplicable", "licensed", NOTE, "grid", "printed", "typed")
    both = replace(NOTE, provider="Ines Ford", signing=replace(NOTE.signing, words="Ines Ford, MS, TSSLD, CCC-SLP"))
    yield from note("SIG007", "inapplicable", "certificate-and-licence", both, "grid", "printed", "typed")
    worker = replace(
        NOTE, provider="Ines Ford", service="Counseling", signing=replace(NOTE.signing, words="Ines Ford, LMSW")
    )
    yield from note("SIG007", "inapplicable", "social-worker", worker, "grid", "typed")
    blank = _with_extra(ASSISTANT, "Supervisor Signature: ______________    Date: ________")
    yield from note("SIG007", "inapplicable", "blank-line-is-sig001", blank, "paragraphs", "typed")
    coordinating = replace(COORD, provider="Sam Fox, COTA/L", signing=ASSISTANT.signing)
    yield from note("SIG007", "inapplicable", "coordination", coordinating, "grid", "typed")
    denied = _with_extra(ASSISTANT, "Supervisor Signature: N/A, fully licensed")
    yield from note("SIG007", "incomplete", "said-to-be-licensed", denied, "paragraphs", "typed")
    other = replace(ASSISTANT, provider="Kim Roe, OTR/L")
    yield from note("SIG007", "incomplete", "clinician-in-the-providers-field", other, "grid", "printed", "typed")


def _in_time() -> Iterator[CaseFile]:
    late = signed(how="words", date="3/2/2026")
    yield from note(
        "SIG008", "violation", "three-weeks", late, "grid", "paragraphs", "rows", "printed", "form", "typed"
    )
    yield from note("SIG008", "violation", "eight-days", signed(how="words", date="2/18/2026"), "grid", "typed")
    month = replace(late, sessions=paper_docx.sessions_of("2/3/2026", "2/27/2026"))
    yield from note("SIG008", "violation", "first-of-a-log", month, "rows", "typed")
    yield from note("SIG008", "pass", "same-day", signed(how="words"))
    yield from note("SIG008", "pass", "seven-days", signed(how="words", date="2/17/2026"), "grid", "typed")
    supervised = _with_extra(NOTE, "Supervisor Signature: /s/ Kim Roe, CCC-SLP    Date: 3/20/2026")
    yield from note("SIG008", "pass", "supervisor-signs-later", supervised, "typed")
    yield from note("SIG008", "inapplicable", "undated", signed(how="words", date=None), "grid", "typed")
    yield from note("SIG008", "inapplicable", "dated-before", signed(how="words", date="2/9/2026"), "grid", "typed")
    cancelled = replace(
        late, sessions=(replace(session().sessions[0], start="", end="", notes="Cancelled - child sick."),)
    )
    yield from note("SIG008", "inapplicable", "cancelled", cancelled, "rows", "typed")


def _lines_and_dates() -> Iterator[CaseFile]:
    blank = signed(how="blank", date="")
    yield from note("SIG001", "violation", "blank-line", blank)
    yield from note("SIG001", "violation", "no-line", signed(label=""), "grid", "typed", "printed")
    yield from iep(
        "SIG001", "violation", "preparer-blank", replace(IEP, signing=replace(IEP.signing, how="blank", date=""))
    )
    yield from note("SIG001", "pass", "electronic", NOTE)
    yield from note("SIG001", "pass", "picture", signed(how="picture"), "grid", "paragraphs", "printed")
    parent = replace(NOTE, extra=("Parent Signature: telehealth session",))
    yield from note("SIG001", "pass", "parent-telehealth", parent, "paragraphs", "typed")
    optional = replace(NOTE, extra=("Parent signature (optional): ______________",))
    yield from note("SIG001", "pass", "optional-parent", optional, "paragraphs", "typed")
    unsigned_parent = replace(IEP, extra=("Parent Signature: ______________    Date: ________",))
    yield from iep("SIG001", "incomplete", "draft-parent-blank", unsigned_parent)
    yield from iep(
        "SIG001",
        "violation",
        "final-parent-blank",
        replace(unsigned_parent, title="Individualized Education Program (IEP)"),
        "table",
        "typed",
    )
    yield from iep("SIG001", "inapplicable", "state-form", replace(IEP, signing=replace(IEP.signing, label="")))
    yield text("SIG001", "inapplicable", "letter", LETTER)

    yield from note("SIG002", "violation", "date-blank", signed(how="words", date=""), "grid", "typed", "form")
    yield from note("SIG002", "violation", "no-date", signed(how="words", date=None))
    yield from note("SIG002", "pass", "dated", signed(how="words"))
    yield text(
        "SIG002", "pass", "combined", note_text(signed(label="")) + "Signature/Date: Maria Lopez, CCC-SLP 2/10/2026\n"
    )
    yield text(
        "SIG002",
        "pass",
        "date-below",
        note_text(signed(label="")) + "Signature: Maria Lopez, CCC-SLP\nDate Signed: 2/10/2026\n",
    )
    yield from note("SIG002", "inapplicable", "unsigned", blank, "grid", "typed")

    for name, words in (
        ("on-file", "Signature on file"),
        ("crosses", "XXXX"),
        ("to-be-signed", "to be signed"),
        ("sign-here", "[sign here]"),
    ):
        yield from note("SIG004", "violation", name, signed(how="words", words=words), "grid", "printed", "typed")
    bare = replace(NOTE, extra=("Supervisor Signature: N/A",))
    yield from note("SIG004", "violation", "supervisor-without-reason", bare, "paragraphs", "typed")
    for name, words in (("one-word", "N/A (licensed)"), ("several-words", "N/A, fully licensed")):
        reasoned = replace(NOTE, extra=(f"Supervisor Signature: {words}",))
        yield from note("SIG004", "pass", f"supervisor-reason-in-{name}", reasoned, "paragraphs", "typed")
    unused = replace(NOTE, extra=("Interpreter Signature (if used): N/A",))
    yield from note("SIG004", "pass", "unused-line", unused, "paragraphs", "typed")
    yield from note("SIG004", "pass", "signed", NOTE, "grid", "form", "typed")
    yield from note("SIG004", "inapplicable", "no-line", signed(label=""), "grid", "typed")

    yield from note("SIG005", "incomplete", "typed-name", signed(how="words"))
    yield from note("SIG005", "pass", "electronic", NOTE)
    yield from note("SIG005", "pass", "picture", signed(how="picture"), "grid", "printed")
    portal = (
        note_text(signed(label=""))
        + "Signature, Title, and Credentials: Maria Lopez, CCC-SLP\nSigned Date: 2/10/2026\n"
    )
    yield text("SIG005", "pass", "portal", portal)

    yield from note("SIG006", "violation", "day-before", signed(how="words", date="2/9/2026"))
    two = replace(
        NOTE,
        sessions=paper_docx.sessions_of("2/10/2026", "2/12/2026"),
        signing=replace(NOTE.signing, how="words", date="2/11/2026"),
    )
    yield from note("SIG006", "violation", "before-the-second", two, "rows", "typed")
    cancelled = replace(
        NOTE,
        sessions=(replace(NOTE.sessions[0], date="2/12/2026", start="", end="", notes="Cancelled - family away."),),
        signing=replace(NOTE.signing, how="words", date="2/11/2026"),
    )
    yield from note("SIG006", "incomplete", "cancelled-beforehand", cancelled, "rows", "typed")
    yield from note("SIG006", "pass", "same-day", signed(how="words"))
    yield from note(
        "SIG006",
        "pass",
        "after-both",
        replace(two, signing=replace(two.signing, date="2/12/2026")),
        "rows",
        "paragraphs",
        "typed",
    )
    yield from note("SIG006", "inapplicable", "undated", signed(how="words", date=None), "grid", "typed")
