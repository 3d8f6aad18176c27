"""SIG007."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checkers.document import Activity, Document, Entry, Evidence, Kind, Role
from checkers.outcome import Outcome, Owner, Severity
from checkers.rule import Case, Rule
from checkers.rules.naming import number_of, quoted
from checkers.rules.providers import may_be_same_person
from checkers.rules.signers import SUPERVISION, Signer, Surroundings, signers
from checkers.rules.signing import is_signed
from checkers.rules.supervising import Supervision
from checkers.rules.titles import is_licensed, is_special_education, title_under_direction

_FIX = "Have the supervising clinician sign too, or write the name and title of the one who directs the service."
_LICENCE = re.compile(r"\blic", re.IGNORECASE)
_TITLE_LINES = 4
_STAND_FOR = {Evidence.BLANK: "SIG001", Evidence.STAND_IN: "SIG004"}
"""The rule that speaks of what stands on a supervisor's line."""


@dataclass(frozen=True, slots=True)
class _Paper:
    """What a document says once for all of its signers.

    `free`: titles with which a teacher of speech works without direction, as the service or a license number tells;
    `not_parents`: how many signature lines are none of a parent.
    """

    around: Surroundings
    supervision: Supervision
    free: tuple[str, ...]
    not_parents: int


class NoSupervisor(Rule):
    """An assistant's session has no supervising clinician's signature

    Assistants (COTA, PTA), teachers of speech without a license (TSHH, TSSLD) and clinical fellows work under the
    direction or supervision of a licensed clinician, and the record has to show whose: that it did not was among the
    most frequent findings of federal auditors in New York's school and preschool claims. The clinician's signature or
    name counts wherever it stands. A fully licensed provider needs no second signature, nor does a social worker
    (LMSW) unless the form speaks of supervision.
    """

    code = "SIG007"
    severity = Severity.WARNING
    owner = Owner.SUPERVISOR
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
        paper = _paper(case)
        outcomes = [self._judge_one(case, each, paper) for each in signers(case)]
        yield from outcomes or [self.inapplicable("No provider's signature is there to judge.")]

    def _judge_one(self, case: Case, signer: Signer, paper: _Paper) -> Outcome:
        held = [entry for entry in signer.sessions if not entry.cancelled]
        sessions = [entry for entry in held if entry.activity in (Activity.DIRECT, Activity.UNKNOWN)]
        if not sessions:
            return self.inapplicable("The provider signed no direct session.")
        entry = number_of(sessions)
        title, certain = _title(signer, paper)
        if not title:
            return self.inapplicable(
                "The signer's title, if any, is none of one who works under direction.", entry=entry
            )
        if settled := self._with_a_line(case, entry, title):
            return settled
        spot, named = paper.supervision.clinician(signer)
        if spot and named:
            return self.passed(spot, f"A supervising clinician is named: {quoted(spot.text)}.", entry=entry)
        found = f"A provider with the title {title} works under direction, and no supervising clinician is named"
        if spot or not certain or not _is_direct(sessions):
            why = f"unless this is meant: {quoted(spot.text)}" if spot else "as far as Tandem can tell"
            return self.incomplete(
                spot or signer.first.spot,
                f"{found}, {why}.",
                fix="Look who signed, and whose direction the service was under. If nobody is named, "
                f"{_FIX[:1].lower()}{_FIX[1:]}",
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


def _paper(case: Case) -> _Paper:
    doc, around = case.doc, Surroundings(case.doc)
    taught = ("Special Educator",) if _is_special_education(doc) else ()
    numbered = ("Licensed",) if any(_LICENCE.search(each.label) for each in around.titles) else ()
    not_parents = sum(each.role is not Role.PARENT for each in doc.signatures)
    return _Paper(around, Supervision(case, around), (*taught, *numbered), not_parents)


def _title(signer: Signer, paper: _Paper) -> tuple[str, bool]:
    """The signer's title that needs direction, and whether it is certainly the signer's; "" for anybody else."""
    around = paper.around
    fields = [each for each in around.providers if not signer.name or may_be_same_person(each.value, signer.name)]
    own = list(dict.fromkeys([signer.name, *(each.words for each in signer.signatures)]))
    named = [*own, *(each.value for each in fields), *(spot.text for spot in around.naming(signer.name))]
    beside = [spot.text for each in signer.signatures for spot in around.beside(each)]
    beside += [*(each.value for each in around.titles), *(each.label for each in signer.signatures)]
    named, beside = list(dict.fromkeys(named)), list(dict.fromkeys(beside))
    alone = paper.not_parents == len(signer.signatures)
    for texts, certain in ((named, True), (beside, alone)):
        if title := title_under_direction(" ; ".join([*texts, *paper.free]), said=paper.supervision.is_spoken_of):
            licensed = any(map(is_licensed, (*named, *beside)))
            unsaid = not title_under_direction(title) and not any(map(SUPERVISION.search, own))
            return title, certain and not licensed and not unsaid
        if any(map(is_licensed, texts)):
            return "", True
    return "", True


def _is_special_education(doc: Document) -> bool:
    """Whether the service or the title of the note is a special education teacher's."""
    named = [*(field.value for field in doc.values("service_type")), *(line.text for line in doc.lines[:_TITLE_LINES])]
    return any(map(is_special_education, named))


def _is_direct(entries: Sequence[Entry]) -> bool:
    """Whether one of the sessions is certainly a direct one: the form itself says so."""
    return any(entry.activity is Activity.DIRECT and entry.activity_certain for entry in entries)
