"""SIG005."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Evidence, Signature
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.naming import number_of, quoted
from checkers.rules.signing import covered_by, line_name, lines_to_sign, mended_by_signer


class TypedSignature(Rule):
    """The only signature is a typed name

    Whoever can open the file can type a name, so a typed name does not show who signed. Some programs take it, others
    send it back: somebody has to decide. The text of an electronic signature ("Electronically signed by … on …") is
    not meant by this rule.
    """

    code = "SIG005"
    severity = None
    owner = Owner.WRITER
    cites = (("8-nycrr-29", "29.2(a)(3)"),)
    bad = """\
        Progress Note
        Child's Name: Omar Sample
        Date of Service: 3/3/2026
        Time: 1:00 - 1:30 PM
        Service Type: Speech Therapy
        Session Notes: Omar followed two-step directions in eight of ten turns.
        Therapist Signature: Dana Example, CCC-SLP    Date: 3/3/2026
        """
    good = """\
        Progress Note
        Child's Name: Omar Sample
        Date of Service: 3/3/2026
        Time: 1:00 - 1:30 PM
        Service Type: Speech Therapy
        Session Notes: Omar followed two-step directions in eight of ten turns.
        Electronically signed by Dana Example, CCC-SLP on 3/3/2026 2:05 PM
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Judge every signed line; typed names in the rows of one table together."""
        outcomes: list[Outcome] = []
        in_rows: dict[int | None, list[Signature]] = {}
        for line in lines_to_sign(case.doc):
            for signature in line:
                if not signature.evidence.signed:
                    continue
                initials = signature.evidence is Evidence.INITIALS
                accepted = case.profile.typed_signature == "accept" and not initials
                if accepted or not _is_only_typed(signature):
                    outcomes.append(self.passed(signature.spot, f"{line_name((signature,))} is signed."))
                elif initials or case.profile.typed_signature == "review":
                    table = signature.spot.place.table if signature.in_row else None
                    if table is None:
                        outcomes.append(self._look(case, [signature]))
                    else:
                        in_rows.setdefault(table, []).append(signature)
        outcomes.extend(self._look(case, signatures) for signatures in in_rows.values())
        yield from outcomes or [self.inapplicable("No line is signed with a typed name.")]

    def _look(self, case: Case, signatures: list[Signature]) -> Outcome:
        first = signatures[0]
        what = "initials" if first.evidence is Evidence.INITIALS else "a typed name"
        found = f"{line_name((first,))} holds {what} only: {quoted(first.words or first.name)}"
        found += f", and so do {len(signatures) - 1} more rows." if len(signatures) > 1 else "."
        outcome = self.incomplete(
            first.spot,
            found,
            fix="Confirm that this counts as signed where you send it; else sign by hand or electronically.",
            entry=number_of([entry for each in signatures for entry in covered_by(case.doc, each)]),
        )
        return mended_by_signer(outcome, first)


def _is_only_typed(signature: Signature) -> bool:
    """Initials are enough on a line that asks for them."""
    if signature.evidence is Evidence.INITIALS:
        return "initial" not in signature.label.casefold()
    return signature.evidence is Evidence.TYPED
