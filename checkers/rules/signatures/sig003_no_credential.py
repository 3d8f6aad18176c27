"""SIG003."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.document import Evidence, Kind
from checkers.outcome import Outcome, Owner, Severity, Spot
from checkers.rule import Case, Rule
from checkers.rules.naming import number_of, quoted
from checkers.rules.providers import may_be_same_person
from checkers.rules.signers import Signer, Surroundings, signers
from checkers.rules.titles import general_title_in, titles_in, without_titles

_FIX = "Add the title or credential, such as CCC-SLP, OTR/L or Special Education Teacher, to the name of the signer."
_LOOK = "Look whether a title or credential stands with the signer's name, and add it if not."
_FULL_NAME = 2
_LONGEST_NAME = 3
"""In words: of a longer name some may be a title that Tandem does not know."""
_PARTICLES = frozenset({"da", "de", "del", "der", "di", "du", "la", "le", "van", "von", "y"})
_STAMP = re.compile(
    r"\b(?:electronically|digitally|signed|by|on|at|date|am|pm|est|edt|jr|sr|ii|iii)\b\.?|/s/", re.IGNORECASE
)


class NoCredential(Rule):
    """No title or credential stands with the signer's name

    Whether the service may be paid for depends on who gave it, and the note has to show it: name, title and signature.
    The title may stand behind the name, under the signature, in a line of its own, or with the provider's name at the
    head of the page. What a picture of a signature says Tandem cannot read.
    """

    code = "SIG003"
    severity = Severity.WARNING
    owner = Owner.PROVIDER
    kinds = frozenset({Kind.PROGRESS_NOTE})
    cites = (("10-nycrr-69-4", "69-4.26"), ("8-nycrr-29", "29.2(a)(3)"))
    bad = """\
        Progress Note
        Child's Name: Maya Sample
        Date of Service: 3/3/2026
        Time: 9:00 - 9:30 AM
        Service Type: Speech Therapy
        Session Notes: Maya named ten farm animals in play and asked for "more" with two words.
        Electronically signed by Dana Example on 3/3/2026 3:12 PM
        """
    good = """\
        Progress Note
        Child's Name: Maya Sample
        Date of Service: 3/3/2026
        Time: 9:00 - 9:30 AM
        Service Type: Speech Therapy
        Session Notes: Maya named ten farm animals in play and asked for "more" with two words.
        Electronically signed by Dana Example, Speech-Language Pathologist on 3/3/2026 3:12 PM
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Judge everybody who signed as a provider, each once."""
        around = Surroundings(case.doc)
        found = [(each, _title_of(each, around)) for each in signers(case)]
        titled = [signer for signer, title in found if title]
        for signer, title in found:
            yield self._judge_one(case, signer, title, around, [] if title else titled)
        if not found:
            yield self.inapplicable("No provider's signature is there to judge.")

    def _judge_one(
        self, case: Case, signer: Signer, title: Spot | None, around: Surroundings, titled: list[Signer]
    ) -> Outcome:
        entry = number_of(signer.sessions)
        if title:
            return self.passed(title, f"A title stands with the signer's name: {quoted(title.text)}.", entry=entry)
        if signer.first.evidence is Evidence.INITIALS:
            return self.inapplicable("The line holds initials only; see SIG005.", entry=entry)
        if _sign_with(titled, signer):
            return self.inapplicable("Somebody with a title signed for the same sessions.", entry=entry)
        found = f"No title or credential stands with {signer.called()}, nor with the provider's name"
        if why := _doubt(signer, titled, around):
            return self.incomplete(signer.first.spot, f"{found}; {why}.", fix=_LOOK, entry=entry)
        return case.missing(self.violation(signer.first.spot, f"{found}.", fix=_FIX, entry=entry))


def _sign_with(titled: list[Signer], signer: Signer) -> bool:
    """Whether the provider's signature stands with this one, which is then a classroom teacher's or the like."""
    mine = {entry.number for entry in signer.sessions}
    return any(mine <= {entry.number for entry in other.sessions} for other in titled)


def _title_of(signer: Signer, around: Surroundings) -> Spot | None:
    """Where a title stands that is the signer's: in the signature, beside it, or with the provider's name."""
    for signature in signer.signatures:
        if any(map(titles_in, (signature.name, signature.words, signature.label))):
            return signature.spot
        for spot in around.beside(signature):
            if titles_in(spot.text):
                return spot
    for field in around.providers:
        if titles_in(field.value) and (not signer.name or may_be_same_person(field.value, signer.name)):
            return field.spot
    if around.titles:
        return around.titles[0].spot
    return next((spot for spot in around.naming(signer.name) if titles_in(spot.text)), None)


def _doubt(signer: Signer, titled: list[Signer], around: Surroundings) -> str:
    """Why a title may be there all the same; "" where it is certain that there is none."""
    if not signer.name:
        return "it may be in the signature, which Tandem cannot read"
    remark = re.search(rf"{re.escape(signer.name)}\s*(\([^)]*\))", signer.first.spot.text)
    if unknown := remark[1] if remark else _unknown_words(signer.name):
        return f"{quoted(unknown)} may hold one that Tandem does not know"
    if general := general_title_in(f"{signer.name} {_without_signature(signer.first.label)}"):
        return f"the word {quoted(general)} may be meant as one"
    if titled:
        return f"{titled[0].called()} has one, and this may be the name of somebody who needs none"
    for field in around.providers:
        if titles_in(field.value):
            return f"the provider's line has one with another name, {quoted(field.value)}"
    return ""


def _without_signature(label: str) -> str:
    """A label's words where they name a profession ("Teacher"); "Provider" and "Therapist" ask for anybody's."""
    return re.sub(r"\b(?:provider|therapist|clinician|interventionist|practitioner)\b", " ", label, flags=re.IGNORECASE)


def _unknown_words(name: str) -> str:
    """Words in a signature that are neither a name nor a stamp: perhaps a title that is not in the list."""
    bare = without_titles(_STAMP.sub(" ", re.sub(r"(?<!\w)[\d/:.\-]+(?!\w)", " ", name)))
    head, _, tail = bare.partition(",")
    words = [word for word in head.split() if word.casefold() not in _PARTICLES]
    behind = tail.replace(",", " ").split()
    count = len(words) + len(behind)
    if count < _FULL_NAME:
        return name
    if count == _FULL_NAME and bare.isupper():
        return ""
    if shouted := [word for word in (*words[1:], *behind) if _is_shouted(word)]:
        return " ".join(shouted)
    return " ".join(behind or words) if len(words) > _LONGEST_NAME or len(behind) > 1 else ""


def _is_shouted(word: str) -> bool:
    """Whether a word is mostly capitals, as credentials are ("ITDS", "MSc"), and more than an initial."""
    capitals = sum(letter.isupper() for letter in word)
    return capitals > 1 and capitals >= sum(letter.islower() for letter in word)
