"""Cases of the rules on signatures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.cases.making import IEP, LETTER, NOTE, CaseFile, iep, note, signed, text
from tests.documents import paper_docx
from tests.documents.paper_text import note_text


def cases() -> Iterator[CaseFile]:
    """SIG001 to SIG006."""
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
