"""IFS006."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.document import Document, Evidence, Kind
from checkers.outcome import Outcome, Owner, Spot
from checkers.rule import Case, Rule
from checkers.rules.naming import quoted
from checkers.rules.signing import parents_lines
from checkers.rules.wholeness import Extent, extent_beside

_FIX = "Have a parent sign and date the plan before any service begins."


class NoParentSignature(Rule):
    """The plan bears no parent's signature

    Services begin only with the parent's written consent to the plan. A line for it that is blank, or a whole plan
    without any such line, leaves every service without it. A draft is signed at the meeting.
    """

    code = "IFS006"
    owner = Owner.PARENT
    kinds = frozenset({Kind.IFSP})
    cites = (("34-cfr-303", "303.342(e)"), ("34-cfr-303", "303.420(a)(3)"))
    bad = """\
        Individualized Family Service Plan (IFSP)
        Connecticut Birth to Three
        Child's Name: Theo Sample
        Date of Birth: 8/14/2024
        IFSP Meeting Date: 2/10/2026
        IFSP Start Date: 2/17/2026
        6-Month Review Due: 8/10/2026
        Service Coordinator: Dana Example, Speech-Language Pathologist
        Present Levels of Development: Theo sits alone, reaches for toys and says two words.
        Child Outcome: Theo will ask for food with a word at lunch on four days of five.
        Early Intervention Services
        Speech Therapy: 1 x 45 minutes a week, individual, home, Dana Example
        Natural Environments: all services are given at home, where Theo spends his day
        Parent Signature: ______________________    Date: __________
        """
    good = """\
        Individualized Family Service Plan (IFSP)
        Connecticut Birth to Three
        Child's Name: Theo Sample
        Date of Birth: 8/14/2024
        IFSP Meeting Date: 2/10/2026
        IFSP Start Date: 2/17/2026
        6-Month Review Due: 8/10/2026
        Service Coordinator: Dana Example, Speech-Language Pathologist
        Present Levels of Development: Theo sits alone, reaches for toys and says two words.
        Child Outcome: Theo will ask for food with a word at lunch on four days of five.
        Early Intervention Services
        Speech Therapy: 1 x 45 minutes a week, individual, home, Dana Example
        Natural Environments: all services are given at home, where Theo spends his day
        Parent Signature: /s/ Mary Sample    Date: 2/10/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """One signature of a parent is enough; a stand-in on the line is SIG004's subject."""
        lines = parents_lines(case.doc)
        signed = next((each for each in lines if each.evidence.signed), None)
        explained = next((each for each in lines if each.evidence is Evidence.EXPLAINED), None)
        blank = next((each for each in lines if each.evidence is Evidence.BLANK), None)
        if signed:
            what = signed.evidence.name.lower()
            yield self.passed(signed.spot, f"A parent signed ({what}{f': {signed.name}' if signed.name else ''}).")
        elif explained:
            yield self.passed(
                explained.spot, f"The parent's line says why it is not signed: {quoted(explained.words)}."
            )
        elif lines and blank is None:
            yield self.inapplicable("Something stands on the parent's line that is no signature; see SIG004.")
        elif case.doc.is_draft and blank:
            yield self.incomplete(
                blank.spot,
                f"Not signed yet, as is usual in a draft: {quoted(blank.label or 'the line for the parent')}.",
                fix="Nothing to do before the meeting. After it, see that a parent signs.",
            )
        elif case.doc.is_draft:
            yield self.inapplicable("The plan is marked a draft: the parent signs when it is final.")
        elif blank:
            yield case.missing(
                self.violation(
                    blank.spot, f"The line {quoted(blank.label or 'for the parent')} is not signed.", fix=_FIX
                )
            )
        else:
            yield self._without_line(case)

    def _without_line(self, case: Case) -> Outcome:
        """A plan that has no line for a parent: certain only for a whole one."""
        extent = extent_beside(case.doc, "team")
        if extent is Extent.PART:
            return self.inapplicable("No line for a parent is here, but this seems to be a part of a plan only.")
        if case.doc.reading.signed:
            return self.incomplete(
                None, "The file is signed digitally, but no line says who signed.", fix="Look whether a parent signed."
            )
        if where := _consent_told(case.doc):
            return self.incomplete(
                where,
                f"No line for a parent's signature was found, but the text speaks of consent: {quoted(where.text)}.",
                fix=f"Look whether a parent signed there. {_FIX}",
            )
        if extent is Extent.UNSURE:
            return self.incomplete(
                None, "No parent's signature was found. It may stand in a part that is not in this file.", fix=_FIX
            )
        return case.missing(
            self.violation(None, "The plan has no line for a parent, and no parent's signature.", fix=_FIX)
        )


def _consent_told(doc: Document) -> Spot | None:
    """Where the text speaks of a parent's consent or signature, in whatever way it was given."""
    for line in doc.lines:
        if _PARENT.search(line.text) and _SIGNS.search(line.text):
            return Spot(line.place, line.text.strip())
    return None


_PARENT = re.compile(r"\b(?:parents?|guardians?|mother|father|family|I|we)\b")
_SIGNS = re.compile(r"\b(?:sign(?:ed|ature|atures)?|consent\w*|agree\w*|accept\w*)\b", re.IGNORECASE)
