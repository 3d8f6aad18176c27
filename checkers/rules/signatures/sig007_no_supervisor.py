"""SIG007."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checkers.document import Activity, Document, Entry, Evidence, Kind, Role
from checkers.layout import MarkKind
from checkers.outcome import Outcome, Severity, Spot
from checkers.rule import Case, Rule
from checkers.rules.naming import number_of, quoted
from checkers.rules.providers import may_be_same_person
from checkers.rules.signers import Signer, lines_naming, name_of, provider_fields, signers, title_fields, words_beside
from checkers.rules.signing import is_signed
from checkers.rules.titles import is_licensed, title_under_direction

_FIX = "Have the supervising clinician sign too, or write the name and title of the one who directs the service."
_SUPERVISION = re.compile(
    r"\b(?:supervis(?:or|ed|ing|ion)|under (?:the )?direction|directed by|directing|UDO|USO|co-?sign(?:ed|ature)?"
    r"|oversee(?:n|ing)|reviewed by)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’\-]*(?:\s+[A-ZÀ-Þ][\w.'’\-]*)+")
_BLANK = re.compile(r"[\s_.…:\-–—|*]*")
_STAND_FOR = {Evidence.BLANK: "SIG001", Evidence.STAND_IN: "SIG004"}
"""The rule that speaks of what stands on a supervisor's line."""


class NoSupervisor(Rule):
    """An assistant's session has no supervising clinician's signature

    Assistants (COTA, PTA), teachers of speech without a licence (TSHH, TSSLD) and clinical fellows work under the
    direction or supervision of a licensed clinician, and the record has to show whose: sessions for which it did not
    were the most frequent finding when auditors went through New York's school and preschool claims. The clinician's
    signature or name counts wherever it stands. A fully licensed provider needs no second signature, nor does a social
    worker (LMSW) unless the form speaks of supervision.
    """

    code = "SIG007"
    severity = Severity.WARNING
    kinds = frozenset({Kind.PROGRESS_NOTE})
    cites = (("nysed-sshsp", "under the direction of, under the supervision of"), ("8-nycrr-29", "29.2(a)(3)"))
    bad = """\
        Progress Note
        Child's Name: Nora Sample
        Date of Service: 3/3/2026
        Time: 10:00 - 10:30 AM
        Service Type: Occupational Therapy
        Session Notes: Nora strung eight beads and cut along a straight line with help.
        Electronically signed by Sam Example, COTA/L on 3/3/2026 2:05 PM
        """
    good = """\
        Progress Note
        Child's Name: Nora Sample
        Date of Service: 3/3/2026
        Time: 10:00 - 10:30 AM
        Service Type: Occupational Therapy
        Session Notes: Nora strung eight beads and cut along a straight line with help.
        Electronically signed by Sam Example, COTA/L on 3/3/2026 2:05 PM
        Supervisor: Electronically signed by Kim Specimen, OTR/L on 3/3/2026 4:30 PM
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Judge everybody who signed a direct session as its provider."""
        outcomes = [self._judge_one(case, each) for each in signers(case)]
        yield from outcomes or [self.inapplicable("No provider's signature is there to judge.")]

    def _judge_one(self, case: Case, signer: Signer) -> Outcome:
        doc = case.doc
        held = [entry for entry in signer.covers(doc) if not entry.cancelled]
        sessions = [entry for entry in held if entry.activity in (Activity.DIRECT, Activity.UNKNOWN)]
        if not sessions:
            return self.inapplicable("The provider signed no direct session.")
        entry = number_of(sessions)
        title, certain = _title(doc, signer)
        if not title:
            return self.inapplicable("Nobody signed with a title of one who works under direction.", entry=entry)
        if settled := self._with_a_line(case, entry, title):
            return settled
        spot, named = _clinician(case, signer)
        if spot and named:
            return self.passed(spot, f"A supervising clinician is named: {quoted(spot.text)}.", entry=entry)
        found = f"A provider with the title {title} works under direction, and no supervising clinician is named"
        if spot or not certain or not _is_direct(sessions):
            why = f"unless this is meant: {quoted(spot.text)}" if spot else "as far as Tandem can tell"
            return self.incomplete(
                spot or signer.first.spot,
                f"{found}, {why}.",
                fix=f"Look who signed, and whose direction the service was under. If nobody is named: {_FIX}",
                entry=entry,
            )
        return case.missing(self.violation(signer.first.spot, f"{found}.", fix=_FIX, entry=entry))

    def _with_a_line(self, case: Case, entry: int | None, title: str) -> Outcome | None:
        """The outcome where there is a line for the supervisor to sign."""
        lines = [each for each in case.doc.signatures if each.role is Role.SUPERVISOR]
        if signed := next((each for each in lines if is_signed(each, case.profile)), None):
            return self.passed(signed.spot, f"A supervisor signed: {quoted(signed.spot.text)}.", entry=entry)
        if explained := next((each for each in lines if each.evidence is Evidence.EXPLAINED), None):
            return self.incomplete(
                explained.spot,
                f"The supervisor's line says {quoted(explained.words)}, and the provider's title is {title}.",
                fix="Confirm the title. One who works under direction needs the clinician's signature or name.",
                entry=entry,
            )
        if lines:
            rule = _STAND_FOR.get(lines[0].evidence, "SIG001")
            return self.inapplicable(f"The supervisor's line is not signed; see {rule}.", entry=entry)
        return None


def _title(doc: Document, signer: Signer) -> tuple[str, bool]:
    """The signer's title that needs direction, and whether it is certainly the signer's; "" for anybody else."""
    said = any(_supervision(doc))
    own = [signer.name, *(each.words for each in signer.signatures)]
    fields = [
        field.value for field in provider_fields(doc) if not signer.name or may_be_same_person(field.value, signer.name)
    ]
    named = [spot.text for spot in lines_naming(doc, signer.name)]
    beside = [spot.text for each in signer.signatures for spot in words_beside(doc, each)]
    loose = [*beside, *(field.value for field in title_fields(doc)), *(each.label for each in signer.signatures)]
    for texts, certain in (([*own, *fields, *named], True), (loose, False)):
        if title := title_under_direction(" ; ".join(texts), said=said):
            licensed = any(is_licensed(text) for text in (*own, *fields, *named, *loose))
            unsaid = not title_under_direction(title) and not any(map(_SUPERVISION.search, own))
            return title, certain and not licensed and not unsaid
        if any(is_licensed(text) for text in texts):
            return "", True
    return "", True


def _is_direct(entries: Sequence[Entry]) -> bool:
    """Whether one of the sessions is certainly a direct one: the form itself says so."""
    return any(entry.activity is Activity.DIRECT and entry.activity_certain for entry in entries)


def _clinician(case: Case, signer: Signer) -> tuple[Spot | None, bool]:
    """Where another clinician signed or is named as supervisor, and whether that is certain; None where nowhere."""
    doc = case.doc
    others = [
        each
        for each in doc.signatures
        if each not in signer.signatures and each.role is not Role.PARENT and is_signed(each, case.profile)
    ]
    if other := next((each for each in others if is_licensed(f"{name_of(each)} {each.words}")), None):
        return other.spot, True
    perhaps: Spot | None = others[0].spot if others else None
    for spot, value in _supervision(doc):
        if _names_somebody_else(value, signer):
            return spot, True
        if not _BLANK.fullmatch(value):
            perhaps = perhaps or spot
    return perhaps or _licensed_elsewhere(doc, signer) or _loose_picture(doc), False


def _supervision(doc: Document) -> Iterator[tuple[Spot, str]]:
    """The lines that speak of supervision, notes of sessions apart, with what is said: behind a label, else below."""
    notes = " ".join(" ".join(entry.narrative for entry in doc.entries).split())
    for order, line in enumerate(doc.lines):
        match = _SUPERVISION.search(line.text)
        if match is None or " ".join(line.text[match.start() :].split()) in notes:
            continue
        label, colon, value = line.text[match.end() :].partition(":")
        value = value if colon else label
        if _BLANK.fullmatch(value) and "_" not in value and order + 1 < len(doc.lines):
            value = doc.lines[order + 1].text
        yield Spot(line.place, line.text.strip()), value


def _names_somebody_else(words: str, signer: Signer) -> bool:
    names = [match.group() for match in _NAME.finditer(words)]
    return any(not signer.name or not may_be_same_person(name, signer.name) for name in names)


def _licensed_elsewhere(doc: Document, signer: Signer) -> Spot | None:
    """A provider's line with somebody else's name and licence, which may be the supervisor's."""
    return next(
        (
            field.spot
            for field in provider_fields(doc)
            if is_licensed(field.value) and not may_be_same_person(field.value, signer.name)
        ),
        None,
    )


def _loose_picture(doc: Document) -> Spot | None:
    """A picture or ink below the first session that stands on no signature line: it may be a signature."""
    known: set[object] = {each.spot.place for each in doc.signatures}
    below = doc.entries[0].first if doc.entries else 0
    for line in doc.lines[below:]:
        drawn = any(mark.kind in (MarkKind.PICTURE, MarkKind.INK) for mark in line.marks)
        if drawn and line.place.part == "body" and line.place not in known:
            return Spot(line.place, line.text.strip())
    return None
