"""Writes the sample documents that ship with Tandem: `python -m tests.documents.samples`.

Everybody in them is invented. In `finished/` nothing is wrong; `to-mend/` shows a finding of each family.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.documents.paper_docx import iep_table, note_grid, note_paragraphs, note_rows
from tests.documents.paper_pdf import note_form, note_printed
from tests.documents.paper_text import note_text
from tests.documents.papers import COORDINATION, Iep, Note, Session, Signing

FOLDER = Path(__file__).parents[2] / "assistant" / "samples"

_SLP = Note(
    child="Jayden Rivera",
    sessions=(
        Session(
            date="10/7/2025",
            notes="Jayden named six of eight pictures after one spoken cue. He took turns twice with a peer.",
        ),
        Session(
            date="10/9/2025",
            notes='He used "want" with a picture in seven of ten tries at the snack table; his aide joined in.',
        ),
    ),
    signing=Signing(how="picture", date="10/9/2025"),
)
_OT_LOG = Note(
    title="Monthly Therapy Log",
    child="Mia Park",
    birth="2/11/2022",
    provider="Dana Smith, OTR/L",
    service="Occupational Therapy",
    sessions=(
        Session(
            date="10/6/2025",
            start="10:00 AM",
            end="10:30 AM",
            medicaid=None,
            notes="Strung five beads with help at the elbow.",
        ),
        Session(date="10/13/2025", start="", end="", medicaid=None, notes="Cancelled - child sick"),
        Session(
            date="10/20/2025",
            start="10:00 AM",
            end="10:30 AM",
            medicaid=None,
            notes="Snipped along a thick line, four cuts of five on it.",
        ),
    ),
    signing=Signing(words="Dana Smith, OTR/L", date="10/20/2025"),
)
_COORDINATION = Note(
    title="Coordination of Services Note",
    child="Mia Park",
    birth="2/11/2022",
    provider="Dana Smith, OTR/L",
    service="Coordination of Services",
    sessions=(
        replace(
            COORDINATION,
            date="10/22/2025",
            start="2:00 PM",
            end="2:30 PM",
            notes="Telephone conference with the speech provider to move Tuesday sessions and to share progress.",
        ),
    ),
    signing=Signing(words="Dana Smith, OTR/L", date="10/22/2025"),
)
_IEP = Iep(
    child="Ava Chen",
    coordinator="Speech-Language Pathologist",
    meeting="5/12/2026",
    start="9/8/2026",
    review="5/11/2027",
)


def samples() -> dict[str, bytes]:
    """The sample documents by their path below the folder."""
    unboxed = replace(_COORDINATION.sessions[0], medicaid=False)
    no_times = replace(_OT_LOG.sessions[0], end="", start="")
    undated = replace(_OT_LOG.sessions[2], date="10/32/2025")
    return {
        "finished/speech-notes.docx": note_grid(_SLP),
        "finished/ot-log.docx": note_rows(_OT_LOG),
        "finished/coordination-note.pdf": note_printed(_COORDINATION),
        "finished/coordination-form.pdf": note_form(_COORDINATION),
        "finished/draft-iep.docx": iep_table(_IEP),
        "to-mend/coordination-note.docx": note_paragraphs(
            replace(
                _COORDINATION, sessions=(unboxed,), signing=Signing(how="blank", date="", label="Provider Signature")
            )
        ),
        "to-mend/ot-log.pdf": note_printed(
            replace(_OT_LOG, sessions=(no_times, undated), signing=replace(_OT_LOG.signing, date="10/2/2025"))
        ),
        "to-mend/draft-iep.docx": iep_table(replace(_IEP, coordinator="", review="6/30/2027")),
        "to-mend/speech-note.txt": note_text(
            replace(
                _SLP,
                child="[Child's Name]",
                sessions=(replace(_SLP.sessions[0], notes=""),),
                signing=Signing(how="words", words="Maria Lopez, MS, CCC-SLP", date="10/7/2025"),
            )
        ).encode(),
    }


def main() -> None:
    """Write them all."""
    for name, content in samples().items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    print(f"{len(samples())} sample documents written.")


if __name__ == "__main__":
    main()
