"""DOC003."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule

_NAMES = {
    Kind.PROGRESS_NOTE: "a progress note",
    Kind.ATTENDANCE_LOG: "an attendance log",
    Kind.DRAFT_IEP: "an IEP",
    Kind.STAC1: "a STAC-1 form",
    Kind.IFSP: "an IFSP",
    Kind.CONTACT_LOG: "a contact log",
}


class UnknownKind(Rule):
    """Tandem cannot tell what kind of document this is

    Which checks apply depends on the kind of document. Where it is none that Tandem knows, or is a form that is still
    empty, little or nothing was checked, and no findings does not mean that all is well.
    """

    code = "DOC003"
    severity = None
    owner = Owner.WRITER
    cites = ()
    bad = """\
        Spring picnic
        Dear families,
        we meet on Saturday at eleven by the duck pond. Please bring a blanket and something to share.
        """
    good = """\
        Progress Note
        Child's Name: Nora Sample
        Date of Service: 3/3/2026
        Time: 10:00 - 10:30 AM
        Service Type: Occupational Therapy
        Session Notes: Nora strung eight beads and cut along a straight line.
        Electronically signed by Kim Example, OTR/L on 3/3/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Say which kind it is taken for and why."""
        doc = case.doc
        if doc.kind is Kind.UNKNOWN:
            yield self.incomplete(
                None,
                f"Tandem cannot tell that this is a note, log, IEP, IFSP or STAC-1. {doc.kind_reason}",
                fix="Check it yourself. If it is one of these, give it its usual title, such as “Progress Note”.",
            )
        elif doc.is_template:
            yield self.incomplete(
                None,
                "The document looks like a blank form: nothing about a child is filled in.",
                fix="If this is a record about a child, fill in the form and check it again.",
            )
        else:
            yield self.passed(None, f"The document is {_NAMES[doc.kind]}. {doc.kind_reason}")
