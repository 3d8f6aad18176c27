"""SIG002."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.document import Evidence, Kind, Role, Signature
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.naming import number_of, quoted
from checkers.rules.signing import covered_by, is_signed, line_name, lines_to_sign, mended_by_signer

_FIX = "Write the day on which the document was signed beside the signature. Do not date it back."
_DATED = frozenset({Kind.PROGRESS_NOTE, Kind.ATTENDANCE_LOG})
"""Kinds whose signatures a profile may want dated even where no line asks for a date."""
_DATED_BY_HAND = frozenset({Evidence.PICTURE, Evidence.INK})


class SignatureWithoutDate(Rule):
    """A signature bears no date

    A signature without its date does not show when the note was written and confirmed, so nobody can tell that it was
    done at the time of the session. The time in the text of an electronic signature counts as its date.
    """

    code = "SIG002"
    owner = Owner.WRITER
    cites = (("10-nycrr-69-4", "69-4.26"), ("18-nycrr-504", "504.3(a)"))
    bad = """\
        Progress Note
        Child's Name: Leo Sample
        Date of Service: 3/3/2026
        Time: 9:00 - 9:30 AM
        Service Type: Physical Therapy
        Session Notes: Leo climbed three steps with one hand held and kicked a large ball.
        Therapist Signature: /s/ Robin Example, PT    Date: ____________
        """
    good = """\
        Progress Note
        Child's Name: Leo Sample
        Date of Service: 3/3/2026
        Time: 9:00 - 9:30 AM
        Service Type: Physical Therapy
        Session Notes: Leo climbed three steps with one hand held and kicked a large ball.
        Therapist Signature: /s/ Robin Example, PT    Date: 3/3/2026
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Judge every line that is signed; those in rows of sessions or in running notes together."""
        outcomes: list[Outcome] = []
        beside: list[Signature] = []
        for line in lines_to_sign(case.doc):
            signed = [each for each in line if is_signed(each, case.profile)]
            if not signed:
                continue
            undated = [each for each in signed if each.date is None]
            if not undated:
                outcomes.append(self.passed(signed[0].spot, f"{line_name(line)} is dated."))
            elif all(_has_the_entrys_date(each, case) for each in undated):
                outcomes.append(self.passed(undated[0].spot, f"{line_name(line)} stands with the date of its contact."))
            elif any(each.date_label for each in undated):
                labelled = next(each for each in undated if each.date_label)
                outcomes.append(mended_by_signer(self._beside_label(case, line, labelled), labelled))
            elif case.profile.signatures_dated and case.doc.kind in _DATED and undated[0].role is not Role.PARENT:
                if undated[0].in_row or _ends_running_note(undated[0]):
                    beside.append(undated[0])
                else:
                    outcomes.append(mended_by_signer(self._without_label(case, undated[0]), undated[0]))
        if beside:
            outcomes.append(
                self.incomplete(
                    beside[0].spot,
                    "The signatures have no date of their own; the date of the session stands beside them.",
                    fix="Confirm that each was signed on the day of its session, and add the date of signing if not.",
                    entry=number_of([entry for each in beside for entry in covered_by(case.doc, each)]),
                )
            )
        yield from outcomes or [self.inapplicable("The document has no signature that needs a date.")]

    def _beside_label(self, case: Case, line: tuple[Signature, ...], signature: Signature) -> Outcome:
        entry = number_of(covered_by(case.doc, signature))
        spot = signature.date_spot or signature.spot
        if signature.evidence is Evidence.DIGITAL:
            return self.passed(signature.spot, f"{line_name(line)} is digital, with the time of signing.", entry=entry)
        if re.search(r"\d", signature.date_words):
            return self.incomplete(
                spot,
                f"Tandem cannot read the signature's date, or it changes by itself: {quoted(signature.date_words)}.",
                fix="Confirm that the day of signing is written there, as month, day and year.",
                entry=entry,
            )
        found = f"says {quoted(signature.date_words)}, which is no date" if signature.date_words else "is blank"
        return case.missing(
            self.violation(spot, f"{line_name(line)} is signed, but its date {found}.", fix=_FIX, entry=entry)
        )

    def _without_label(self, case: Case, signature: Signature) -> Outcome:
        entry = number_of(covered_by(case.doc, signature))
        name = line_name((signature,))
        if signature.evidence is Evidence.DIGITAL:
            return self.passed(signature.spot, f"{name} is digital, with the time of signing.", entry=entry)
        if signature.evidence in _DATED_BY_HAND:
            return self.incomplete(
                signature.spot,
                f"{name} is signed by hand, and Tandem cannot see whether a date is written with it.",
                fix="Look at the signature. If it has no date, write the day of signing beside it.",
                entry=entry,
            )
        return case.missing(self.violation(signature.spot, f"{name} bears no date.", fix=_FIX, entry=entry))


def _has_the_entrys_date(signature: Signature, case: Case) -> bool:
    """Whether the contacts that a signature stands for are all dated, where the profile says that this is enough."""
    if case.doc.kind is not Kind.CONTACT_LOG or not case.profile.entry_dates_signature:
        return False
    covered = covered_by(case.doc, signature)
    return bool(covered) and all(entry.date is not None for entry in covered)


def _ends_running_note(signature: Signature) -> bool:
    """Whether a typed name closes a note that begins with its date ("3/4/26 … J. Hill, OTR/L")."""
    return not signature.label and signature.evidence is Evidence.TYPED
