"""SIG001."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checkers.document import RECORDS, Document, Entry, Evidence, Kind, Role, Signature
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.naming import listed, number_of, quoted, session
from checkers.rules.signing import (
    covered_by,
    is_stand_in,
    line_name,
    lines_to_sign,
    loose_picture,
    mended_by_signer,
    parents_lines,
    signed_after_the_meeting,
)
from checkers.rules.titles import title_under_direction

_PARENT_OF_IFSP = "IFS006"
"""The rule on the parent's signature of an IFSP."""
_FIX = "Have the person named on the line sign it, with the date, before you send the document."


class Unsigned(Rule):
    """A signature line is empty, or nobody signed the note

    A note that its provider did not sign is no proof that the session took place, and it is sent back or its payment
    is taken back later. Signed is: ink or a picture of a signature, the text of an electronic signature, a digital
    signature, or a typed name. In a draft IEP only the line of the person who prepared it has to be signed.
    """

    code = "SIG001"
    owner = Owner.WRITER
    cites = (("8-nycrr-29", "29.2(a)(3)"), ("10-nycrr-69-4", "69-4.26"), ("18-nycrr-504", "504.3(a)"))
    bad = """\
        Progress Note
        Child's Name: Maya Sample
        Date of Service: 3/3/2026
        Time: 9:00 - 9:30 AM
        Service Type: Speech Therapy
        Session Notes: Maya named ten farm animals in play and asked for "more" with two words.
        Therapist Signature: ______________________  Date: __________
        """
    good = """\
        Progress Note
        Child's Name: Maya Sample
        Date of Service: 3/3/2026
        Time: 9:00 - 9:30 AM
        Service Type: Speech Therapy
        Session Notes: Maya named ten farm animals in play and asked for "more" with two words.
        Electronically signed by Dana Example, MS, CCC-SLP on 3/3/2026 3:12 PM
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Judge each signature line; then each session that no line stands for."""
        outcomes = [*self._lines(case), *self._sessions(case)]
        yield from outcomes or [self.inapplicable("The document has no signature line to judge.")]

    def _lines(self, case: Case) -> Iterator[Outcome]:
        for_later: list[tuple[Signature, ...]] = []
        signed_below: list[Signature] = []
        told_elsewhere = _told_by_another_rule(case)
        for all_lines in lines_to_sign(case.doc):
            line = tuple(each for each in all_lines if id(each) not in told_elsewhere)
            empty = tuple(each for each in line if _is_empty(each, case))
            if not line:
                yield self.inapplicable(f"{line_name(all_lines)} is a parent's; see {_PARENT_OF_IFSP}.")
            elif not empty:
                yield from self._signed(case.doc, line)
            elif signed_after_the_meeting(case.doc, line[0]):
                for_later.append(line)
            elif _signed_at_the_foot(case.doc, empty[0]):
                signed_below.extend(empty)
            else:
                yield mended_by_signer(self._unsigned(case, line, empty), empty[0])
        if for_later:
            names = ["a table of signatures" if len(line) > 1 else quoted(line[0].label) for line in for_later]
            yield self.incomplete(
                for_later[0][0].spot,
                f"Not signed yet, as is usual in a draft: {listed(names)}.",
                fix="Nothing to do before the meeting. After it, see that everybody signs who has to.",
            )
        if signed_below:
            entries = [entry for each in signed_below for entry in case.doc.entries_covered_by(each)]
            yield self.incomplete(
                signed_below[0].spot,
                f"The column {quoted(signed_below[0].label)} is empty in {len(signed_below)} of the rows; "
                "the page is signed at its foot.",
                fix="Confirm that one signature for the page is enough where you send it; else sign each row.",
                entry=number_of(entries),
            )

    def _unsigned(self, case: Case, line: tuple[Signature, ...], empty: tuple[Signature, ...]) -> Outcome:
        if empty[0].evidence is Evidence.TYPED:
            found = f"{line_name(line)} holds a typed name only ({quoted(empty[0].words)}), which is not accepted here."
        elif len(line) > 1:
            found = f"{line_name(line)} is not complete: {len(empty)} of {len(line)} lines are empty."
        else:
            found = f"{line_name(line)} is empty."
        entry = number_of(covered_by(case.doc, empty[0]))
        if empty[0].role is Role.SUPERVISOR and not _works_under_direction(case.doc):
            return self.incomplete(
                empty[0].spot,
                f"{found} A provider with a full license needs no supervisor's signature.",
                fix="Confirm that the provider needs no supervision, and write so on the line; else have it signed.",
                entry=entry,
            )
        return case.missing(self.violation(empty[0].spot, found, fix=_FIX, entry=entry))

    def _signed(self, doc: Document, line: tuple[Signature, ...]) -> Iterator[Outcome]:
        seen = next((each for each in line if not is_stand_in(each)), None)
        if seen is None:
            return
        entry = number_of(covered_by(doc, seen)) if len(line) == 1 else None
        if seen.evidence is Evidence.EXPLAINED:
            yield self.passed(
                seen.spot, f"{line_name(line)} says why it is not signed: {quoted(seen.words)}.", entry=entry
            )
        else:
            what = seen.evidence.name.lower()
            yield self.passed(
                seen.spot, f"{line_name(line)} is signed ({what}{f': {seen.name}' if seen.name else ''}).", entry=entry
            )

    def _sessions(self, case: Case) -> Iterator[Outcome]:
        """The sessions of a note that bear no signature and have no line for one."""
        doc = case.doc
        if doc.kind not in RECORDS:
            return
        if not doc.entries:
            if not doc.signatures:
                yield self.incomplete(
                    None,
                    "Tandem found no signature on this document.",
                    fix="Look whether it is signed, and sign it if not.",
                )
            return
        of_provider = [
            each for each in doc.signatures if each.role not in (Role.PARENT, Role.SUPERVISOR) or each.evidence.signed
        ]
        covered = {entry.number for each in of_provider for entry in covered_by(doc, each)}
        bare = [entry for entry in doc.entries if entry.number not in covered]
        if not bare:
            if all(each.role in (Role.PARENT, Role.SUPERVISOR) for each in of_provider):
                yield self.incomplete(
                    of_provider[0].spot,
                    "The only signature that Tandem found seems to be a parent's, caregiver's or supervisor's.",
                    fix="Look whether the provider signed too, and sign the note if not.",
                    entry=number_of(doc.entries),
                )
            return
        if signature := next((each for each in of_provider if _stands_after(doc, each, bare)), None):
            yield self.incomplete(
                signature.spot,
                f"No signature stands with {listed([session(entry) for entry in bare])}; one stands on a later page.",
                fix="Confirm that this signature is meant for those sessions too.",
                entry=number_of(bare),
            )
        elif len(bare) == len(doc.entries):
            yield self._nobody_signed(case, bare)
        else:
            for entry in bare:
                yield self._nobody_signed(case, [entry])

    def _nobody_signed(self, case: Case, entries: Sequence[Entry]) -> Outcome:
        if picture := loose_picture(case.doc, entries[0].first + 1):
            return self.incomplete(
                picture,
                "Tandem found no signature line, but a picture below the session, which may be a signature.",
                fix="Look whether the picture is the provider's signature, and sign the note if not.",
                entry=number_of(entries),
            )
        which = session(entries[0]) if len(entries) == 1 and len(case.doc.entries) > 1 else "The note"
        return case.missing(
            self.violation(
                entries[0].spot if len(entries) == 1 else None,
                f"{which} bears no signature.",
                fix="Sign the note with your full name, your title and the date.",
                entry=number_of(entries),
            )
        )


def _works_under_direction(doc: Document) -> bool:
    """Whether a provider's title in the signatures or fields is one that needs a supervisor's signature."""
    words = [f"{each.words} {each.name}" for each in doc.signatures if each.role is not Role.SUPERVISOR]
    words += [field.value for field in (*doc.values("provider"), *doc.values("credentials"))]
    return bool(title_under_direction(" ; ".join(words), said=True))


def _is_empty(signature: Signature, case: Case) -> bool:
    rejected = signature.evidence is Evidence.TYPED and case.profile.typed_signature == "reject"
    return signature.evidence is Evidence.BLANK or rejected


def _told_by_another_rule(case: Case) -> set[int]:
    """The identities of a parent's lines of an IFSP, which have a rule of their own where the profile runs it."""
    runs = case.doc.kind is Kind.IFSP and _PARENT_OF_IFSP in case.profile.rules
    return {id(each) for each in parents_lines(case.doc)} if runs else set()


def _signed_at_the_foot(doc: Document, signature: Signature) -> bool:
    """Whether an empty cell of a session's row is made good by a signature of the same person for the whole page."""
    if not signature.in_row or doc.kind not in RECORDS:
        return False
    mine = {entry.number for entry in doc.entries_covered_by(signature)}
    return any(
        mine <= {entry.number for entry in doc.entries_covered_by(other)}
        for other in doc.signatures
        if other.role is signature.role and other.evidence.signed and not other.in_row
    )


def _stands_after(doc: Document, signature: Signature, entries: Sequence[Entry]) -> bool:
    """Whether a signature stands behind all of these sessions: below every session, or at the foot of the last one."""
    if not signature.evidence.signed or any(signature.order <= entry.last for entry in entries):
        return False
    within = [entry for entry in doc.entries if entry.first <= signature.order <= entry.last]
    return not within or (within == [doc.entries[-1]] and _runs_on(doc, signature, entries))


def _runs_on(doc: Document, signature: Signature, entries: Sequence[Entry]) -> bool:
    """Whether sessions follow one another on pages before that of the only signature, several on a page."""
    pages = [entry.spot.place.page for entry in entries]
    alone = not any(each.role is signature.role and each is not signature for each in doc.signatures)
    return alone and len(set(pages)) < len(pages) and signature.spot.place.page not in pages
