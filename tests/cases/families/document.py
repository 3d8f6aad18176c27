"""Cases of the rules on the document."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.cases.making import COORD, IEP, LETTER, NOTE, CaseFile, iep, note, session, text
from tests.documents import paper_docx
from tests.documents.paper_docx import add_placeholder, iep_table, note_grid, note_paragraphs, save


def cases() -> Iterator[CaseFile]:
    """DOC001 to DOC008."""
    yield from _names()
    yield from _tracked()
    yield from _services()
    yield CaseFile("DOC001", "violation", "truncated", "docx", note_grid(NOTE)[:4000])
    yield CaseFile("DOC001", "violation", "empty", "pdf", b"")
    yield CaseFile("DOC001", "violation", "old-word", "doc", bytes.fromhex("D0CF11E0A1B11AE1") + bytes(2000))
    yield CaseFile("DOC001", "violation", "junk", "pdf", b"%PDF-1.4\n" + bytes(range(256)) * 4)
    yield from note("DOC001", "pass", "readable", NOTE)

    yield CaseFile("DOC002", "incomplete", "scan", "pdf", _scan(pages=1))
    yield CaseFile("DOC002", "incomplete", "three-scans", "pdf", _scan(pages=3))
    yield from note("DOC002", "pass", "text", NOTE)

    yield text("DOC003", "incomplete", "letter", LETTER)
    yield CaseFile("DOC003", "incomplete", "letter", "docx", _letter())
    yield from note("DOC003", "pass", "note", NOTE)
    yield from iep("DOC003", "pass", "iep", IEP)

    yield from note("DOC004", "violation", "blank", replace(NOTE, child=""), "grid", "paragraphs", "printed", "typed")
    yield from iep("DOC004", "violation", "iep-blank", replace(IEP, child=""), "table", "typed")
    yield from note("DOC004", "pass", "named", NOTE)
    yield from iep("DOC004", "pass", "iep-named", IEP)

    yield from note(
        "DOC005",
        "violation",
        "square-brackets",
        replace(NOTE, child="[Child's Name]"),
        "grid",
        "paragraphs",
        "printed",
        "typed",
    )
    yield from note("DOC005", "violation", "braces", session(notes="{{narrative}}"), "grid", "rows", "typed")
    yield from iep("DOC005", "violation", "lorem", replace(IEP, levels="Lorem ipsum dolor sit amet."))
    yield CaseFile("DOC005", "violation", "placeholder-control", "docx", _placeholder_note())
    yield from note("DOC005", "pass", "filled", NOTE)
    yield from note(
        "DOC005",
        "pass",
        "brackets-in-prose",
        session(notes='Said [k] in six words; asked for "more" (twice).'),
        "grid",
        "typed",
    )


def _scan(pages: int) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(612, 792), invariant=True)

    for _ in range(pages):
        canvas.drawImage(ImageReader(io.BytesIO(paper_docx.tiny_png())), 0, 0, 612, 792)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _letter() -> bytes:
    document = docx.Document()
    for line in LETTER.splitlines():
        document.add_paragraph(line)
    return save(document)


def _placeholder_note() -> bytes:
    """A note whose narrative still shows the control's own words."""
    document = docx.Document(io.BytesIO(note_grid(session(notes=""))))
    cell = next(row.cells[1] for table in document.tables for row in table.rows if row.cells[0].text == "Session Notes")
    add_placeholder(cell.paragraphs[0])
    return save(document)


def _names() -> Iterator[CaseFile]:
    """DOC006: another child's name, and names that are no other child's."""
    pasted = "Benjamin named six of eight pictures after one spoken cue. Benjamin took turns twice with a peer."
    yield from note("DOC006", "incomplete", "pasted", session(notes=pasted))
    yield from note("DOC006", "incomplete", "once", session(notes="Oliver cut along a curved line."), "grid", "typed")
    yield from iep(
        "DOC006",
        "incomplete",
        "goal",
        replace(
            IEP, goals=("Benjamin will answer who and what questions in 8 of 10 trials.", "Ava will cut a line daily.")
        ),
    )
    named = {
        "own": "Jayden asked for help twice. Jayden's attention held for ten minutes.",
        "nickname": "Jay named six of eight pictures. Jay took turns, and J. smiled at his teacher.",
        "no-name": "Named six of eight pictures after one cue. Child took turns; student asked for more.",
        "playmate": "Jayden built a tower and Benjamin knocked it down. Benjamin laughed, his friend asked for more.",
        "brother": "Brother Benjamin stayed. Benjamin pointed to pictures and Jayden named them.",
        "teacher": "Ms. Benson asked Jayden to line up. Benson pointed to the door, and he went.",
        "characters": "Elmo said hello and Jayden answered. Bluey jumped. Candy Land: counted to six. Simon said sit.",
        "days": "Today he used two words. Monday opened the week song. Articulation cards were named. May came next.",
    }
    for name, words in named.items():
        yield from note("DOC006", "pass", name, session(notes=words), "grid", "typed")
    yield from iep("DOC006", "pass", "iep", IEP)


def _tracked() -> Iterator[CaseFile]:
    """DOC007: insertions, deletions and moves; not comments, nor changes of type."""
    changes = {
        "inserted": _change("ins", "t", "He asked for more."),
        "deleted": _change("del", "delText", "He asked for less."),
        "moved": _change("moveFrom", "t", "He waited.") + _change("moveTo", "t", "He waited."),
    }
    for name, xml in changes.items():
        yield CaseFile("DOC007", "violation", f"{name}-grid", "docx", _with(note_grid(NOTE), xml))
        yield CaseFile("DOC007", "violation", f"{name}-paragraphs", "docx", _with(note_paragraphs(NOTE), xml))
    yield CaseFile("DOC007", "violation", "iep", "docx", _with(iep_table(IEP), changes["inserted"]))
    bold = '<w:r><w:rPr><w:b/><w:rPrChange w:id="7" w:author="A"><w:rPr/></w:rPrChange></w:rPr><w:t>Seen.</w:t></w:r>'
    yield CaseFile("DOC007", "pass", "type-changed", "docx", _with(note_grid(NOTE), bold))
    yield CaseFile("DOC007", "pass", "commented", "docx", _commented())
    yield from note("DOC007", "pass", "settled", NOTE, "grid", "paragraphs", "rows")
    yield from note("DOC007", "inapplicable", "other-format", NOTE, "printed", "typed")


def _change(element: str, text_element: str, words: str) -> str:
    return (
        f'<w:{element} w:id="3" w:author="A" w:date="2026-02-10T09:00:00Z"><w:r>'
        f'<w:{text_element} xml:space="preserve"> {words}</w:{text_element}></w:r></w:{element}>'
    )


def _with(content: bytes, xml: str) -> bytes:
    """A Word file with pieces added to its last paragraph."""
    document = docx.Document(io.BytesIO(content))
    for piece in list(parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>")):
        document.paragraphs[-1]._p.append(piece)
    return save(document)


def _commented() -> bytes:
    document = docx.Document(io.BytesIO(note_paragraphs(NOTE)))
    run = next(run for paragraph in document.paragraphs for run in paragraph.runs if "pictures" in run.text)
    comment = document.add_comment(run, text="Which pictures?", author="A", initials="A")
    comment._comment_elm.set(qn("w:date"), "2026-02-10T09:00:00Z")
    return save(document)


def _services() -> Iterator[CaseFile]:
    """DOC008: the service at its line, in the title, in a box or beside the name; and nowhere."""
    untold = replace(NOTE, service="")
    yield from note("DOC008", "violation", "blank", untold, "grid", "paragraphs", "printed", "typed")
    nobody = replace(untold, provider="Maria Lopez", signing=replace(NOTE.signing, words="Maria Lopez"))
    yield from note("DOC008", "violation", "nowhere", nobody, "grid", "typed")
    yield from note("DOC008", "pass", "line", NOTE)
    yield from note(
        "DOC008",
        "pass",
        "title",
        replace(untold, title="Speech Therapy Progress Note"),
        "grid",
        "paragraphs",
        "printed",
    )
    yield from note("DOC008", "pass", "coordination", COORD, "grid", "typed")
    yield from note("DOC008", "pass", "box", replace(untold, extra=("☐ ST  ☒ OT  ☐ PT",)), "grid", "typed")
    head = "Progress Note\nChild: Leo Park\nDate of Service: 3/4/2026\nTime: 9:00 - 9:30 AM\n"
    notes = "Session Notes: Leo strung nine beads and cut along a line.\n"
    yield text("DOC008", "pass", "signer", f"{head}{notes}Electronically signed by Dana Whitfield, OTR/L on 3/4/2026\n")
    yield text(
        "DOC008", "violation", "at-home", f"{head}Location: at home\n{notes}Signed: /s/ Dana Whitfield 3/4/2026\n"
    )
    mentioned = "Session Notes: Leo strung nine beads; told his mother what the OT said about scissors.\n"
    yield text("DOC008", "incomplete", "mentioned", f"{head}{mentioned}Signed: /s/ Dana Whitfield 3/4/2026\n")
    yield text(
        "DOC008",
        "inapplicable",
        "placeholder",
        f"{head}Service Type: TBD\n{notes}Signed: /s/ Dana Whitfield 3/4/2026\n",
    )
