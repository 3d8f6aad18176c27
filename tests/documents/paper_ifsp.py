"""An invented IFSP and log of contacts as values, from which the writers of papers make Word, PDF and text.

Everybody in them is made up. A clean `Ifsp` and a clean `ContactLog` break no rule of the Connecticut profile.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.documents.papers import Signing


@dataclass(frozen=True)
class Support:
    """A service line of an IFSP."""

    name: str
    provider: str
    frequency: str = "1 time a week"
    length: str = "45 minutes"
    method: str = "Individual"
    location: str = "Home"
    start: str = "2/17/2026"

    @property
    def words(self) -> str:
        """All of it but the name, on one line."""
        parts = (self.frequency, self.length, self.method, self.location, self.provider)
        return ", ".join(part for part in parts if part)


_SIGNED = Signing(label="Parent Signature", words="Mary Grant", date="2/10/2026")


@dataclass(frozen=True)
class Ifsp:
    """An IFSP. A section of None leaves its heading out, "" (no outcomes: an empty tuple) leaves it blank."""

    title: str = "Individualized Family Service Plan (IFSP)"
    programme: str = "Connecticut Birth to Three"
    child: str = "Theo Grant"
    birth: str = "8/14/2024"
    meeting: str = "2/10/2026"
    start: str = "2/17/2026"
    review: str = "8/10/2026"
    coordinator: str = "Lena Ortiz, Speech-Language Pathologist"
    development: str | None = "Theo sits alone, reaches for toys and says two words. He hears and sees well."
    outcomes: tuple[str, ...] | None = (
        "Theo will ask for food with a word at lunch, four days of five.",
        "Theo will walk from the sofa to the table while holding on, three times a day.",
    )
    services: tuple[Support, ...] = (
        Support("Speech Therapy", "Lena Ortiz, SLP"),
        Support("Physical Therapy", "Ben Carr, PT", frequency="2 times a month"),
    )
    environments: str | None = "All services take place at home, where Theo spends his day."
    transition: str | None = None
    parent: Signing = _SIGNED
    extra: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[tuple[str, str], ...]:
        """The labels at the head with their values."""
        return (
            ("Child's Name", self.child),
            ("Date of Birth", self.birth),
            ("IFSP Meeting Date", self.meeting),
            ("IFSP Start Date", self.start),
            ("6-Month Review Due", self.review),
            ("Service Coordinator", self.coordinator),
        )

    @property
    def sections_below(self) -> tuple[tuple[str, str | None], ...]:
        """The sections behind the services."""
        return (("Natural Environments", self.environments), ("Transition Plan", self.transition))


@dataclass(frozen=True)
class ContactLog:
    """A log of a service coordinator's contacts: date, kind, with whom, what it was about."""

    contacts: tuple[tuple[str, str, str, str], ...] = (
        ("1/6/2026", "Phone", "Mother", "Talked about the visit plan and the new referral."),
        ("2/3/2026", "Email", "PT", "Wrote to the physical therapist about the splint."),
        ("3/9/2026", "Home visit", "Family", "Went over the outcomes and gave a list of playgroups."),
    )
    title: str = "Service Coordination Contact Log (Form 3-5a)"
    programme: str = "Connecticut Birth to Three"
    child: str = "Theo Grant"
    signer: str = "/s/ Lena Ortiz, MS"
