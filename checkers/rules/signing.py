"""Signature lines as the signature rules see them: what one line is, whose it is, and which sessions it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checkers.document import PLANS, RECORDS, Document, Entry, Evidence, Role, Signature
from checkers.layout import MarkKind
from checkers.outcome import Outcome, Owner, Spot
from checkers.profile import Profile
from checkers.rules.naming import quoted
from checkers.words import plain

_GIVES_THE_SERVICE = frozenset({Role.PROVIDER, Role.PREPARER})
_OWNERS = {
    Role.PROVIDER: Owner.PROVIDER,
    Role.SUPERVISOR: Owner.SUPERVISOR,
    Role.PARENT: Owner.PARENT,
    Role.DISTRICT: Owner.DISTRICT,
}
"""Who can mend a signature of each role; of other roles, whoever the rule names."""
_COUNTYS = frozenset({"county", "municipality", "municipal"})
"""Words of a label that tell the county's lines from the district's."""


def mended_by_signer(outcome: Outcome, signature: Signature) -> Outcome:
    """The outcome as one that the person who signs there can mend: the parent, the supervisor, the county …."""
    owner = _OWNERS.get(signature.role)
    if owner is Owner.DISTRICT and not _COUNTYS.isdisjoint(plain(signature.label).split()):
        owner = Owner.COUNTY
    return replace(outcome, owner=owner)


def lines_to_sign(doc: Document) -> Iterator[tuple[Signature, ...]]:
    """The signature lines somebody is asked to sign, in order. A team's table of signatures is one line.

    A session that did not take place asks for no parent's signature.
    """
    tables: dict[object, list[Signature]] = {}
    for signature in doc.signatures:
        if _is_asked(doc, signature):
            tables.setdefault(_table(doc, signature), []).append(signature)
    for signatures in tables.values():
        yield tuple(signatures)


def covered_by(doc: Document, signature: Signature) -> tuple[Entry, ...]:
    """The sessions a signature stands for: the one it is in, else all of its page.

    One signature that stands once, at the foot of the last session of a page or file, stands for all of its sessions;
    and the only one of its kind, behind the last session of a record of several pages, for the whole record.
    """
    covered = doc.entries_covered_by(signature)
    if covered and not signature.in_row and _closes_record(doc, signature):
        return doc.entries
    if len(covered) != 1 or covered[0].row or len(doc.entries) == 1:
        return covered
    entry = covered[0]
    if not entry.first <= signature.order <= entry.last:
        return covered
    number = entry.spot.place.page
    if entry is not next(other for other in reversed(doc.entries) if other.spot.place.page == number):
        return covered
    page = [other for other in doc.entries if other.spot.place.page == number]
    alone = not any(
        other.first <= each.order <= other.last
        for other in page
        if other is not entry
        for each in doc.signatures
        if each.role is signature.role
    )
    return tuple(page) if alone else covered


def _closes_record(doc: Document, signature: Signature) -> bool:
    """Whether a signature is the only one of its role, behind the last session, where the sessions are rows."""
    if any(each.role is signature.role and each is not signature for each in doc.signatures):
        return False
    return all(entry.row and signature.order > entry.first for entry in doc.entries)


def parents_lines(doc: Document) -> tuple[Signature, ...]:
    """The lines of an IFSP that a parent signs: those labelled so, and a parent's row in a table of signatures."""
    rows = {line.place.row_place for line in doc.lines if set(plain(line.text).split()) & _PARENTS}
    in_row = {id(each) for each in doc.signatures if each.in_row and each.spot.place.row_place in rows}
    return tuple(each for each in doc.signatures if each.role is Role.PARENT or id(each) in in_row)


_PARENTS = frozenset({"parent", "parents", "mother", "father", "guardian", "guardians", "mom", "dad"})


def is_signed(signature: Signature, profile: Profile) -> bool:
    """Whether a line counts as signed: a typed name does, unless the profile rejects it (it is then SIG001's)."""
    rejected = signature.evidence is Evidence.TYPED and profile.typed_signature == "reject"
    return signature.evidence.signed and not rejected


def is_stand_in(signature: Signature) -> bool:
    """Whether something stands on the line that is no signature: an explanation is none of the signer's own."""
    return signature.evidence is Evidence.STAND_IN or (
        signature.evidence is Evidence.EXPLAINED and signature.role in _GIVES_THE_SERVICE
    )


def signed_after_the_meeting(doc: Document, signature: Signature) -> bool:
    """Whether a line of a draft IEP is signed only when the plan is final: that of parent, team or district."""
    return doc.kind in PLANS and doc.is_draft and signature.role not in _GIVES_THE_SERVICE


def line_name(signatures: tuple[Signature, ...]) -> str:
    """How a message calls a signature line: 'The signature line “Therapist signature”'."""
    if len(signatures) > 1:
        return "The table of signatures"
    label = signatures[0].label
    return f"The signature line {quoted(label)}" if label else "The signature"


def _table(doc: Document, signature: Signature) -> object:
    """What makes signatures one line: a team, or a table that is none of sessions."""
    if doc.kind not in RECORDS:
        if signature.role is Role.TEAM:
            return Role.TEAM
        if signature.in_row:
            return signature.spot.place.table
    return (signature.order, id(signature))


def _is_asked(doc: Document, signature: Signature) -> bool:
    if signature.role is not Role.PARENT or not doc.entries:
        return True
    entries = doc.entries_covered_by(signature)
    return not entries or not all(entry.cancelled for entry in entries)


def loose_picture(doc: Document, below: int) -> Spot | None:
    """A picture or ink in the text from the line `below` on that stands on no signature line: it may be a signature."""
    known = {each.spot.place for each in doc.signatures}
    for line in doc.lines[below:]:
        drawn = any(mark.kind in (MarkKind.PICTURE, MarkKind.INK) for mark in line.marks)
        if drawn and line.place.part == "body" and line.place not in known:
            return Spot(line.place, line.text.strip())
    return None
