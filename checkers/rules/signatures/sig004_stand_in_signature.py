"""SIG004."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Signature
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.naming import listed, number_of, quoted
from checkers.rules.signing import (
    covered_by,
    is_stand_in,
    line_name,
    lines_to_sign,
    mended_by_signer,
    signed_after_the_meeting,
)


class StandInSignature(Rule):
    """Something stands on the signature line that is no signature

    "Signature on file", "to be signed" or a row of X's shows where a signature belongs, and that it is not there. A
    reviewer treats it as an unsigned document. Where somebody else than the provider did not have to sign, say why on
    the line.
    """

    code = "SIG004"
    owner = Owner.WRITER
    cites = (("8-nycrr-29", "29.2(a)(3)"), ("10-nycrr-69-4", "69-4.26"))
    bad = """\
        Progress Note
        Child's Name: Nora Sample
        Date of Service: 3/3/2026
        Time: 10:00 - 10:30 AM
        Service Type: Occupational Therapy
        Session Notes: Nora strung eight beads and cut along a straight line with help.
        Therapist Signature: signature on file    Date: 3/3/2026
        """
    good = """\
        Progress Note
        Child's Name: Nora Sample
        Date of Service: 3/3/2026
        Time: 10:00 - 10:30 AM
        Service Type: Occupational Therapy
        Session Notes: Nora strung eight beads and cut along a straight line with help.
        Therapist Signature: /s/ Kim Example, OTR/L    Date: 3/3/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Judge every signature line on which something stands."""
        outcomes: list[Outcome] = []
        for_later: list[Signature] = []
        for line in lines_to_sign(case.doc):
            wrong = [each for each in line if is_stand_in(each)]
            if wrong and signed_after_the_meeting(case.doc, wrong[0]):
                for_later.extend(wrong)
            elif wrong:
                outcome = self.violation(
                    wrong[0].spot,
                    f"{line_name(line)} says {quoted(wrong[0].words)}, which is no signature.",
                    fix="Have the person sign, with the date. If nobody has to sign, write the reason on the line.",
                    entry=number_of(covered_by(case.doc, wrong[0])),
                )
                outcomes.append(mended_by_signer(outcome, wrong[0]))
            elif filled := next((each for each in line if each.evidence), None):
                outcomes.append(self.passed(filled.spot, f"{line_name(line)} holds no stand-in."))
        if for_later:
            words = listed(list(dict.fromkeys(quoted(each.words or each.label) for each in for_later)))
            outcomes.append(
                self.incomplete(
                    for_later[0].spot,
                    f"Instead of signatures this draft says {words}.",
                    fix="Nothing to do before the meeting. After it, have these lines signed.",
                )
            )
        yield from outcomes or [self.inapplicable("Nothing stands on a signature line.")]
