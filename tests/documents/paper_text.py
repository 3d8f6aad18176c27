"""Papers as plain text."""

from __future__ import annotations

from tests.documents.paper_ifsp import ContactLog, Ifsp
from tests.documents.papers import Iep, Note, Session, Signing

RULE = "______________________"


def note_text(note: Note) -> str:
    """A note as typed text, one label a line."""
    lines = [
        note.agency,
        note.title,
        "",
        f"Child's Name: {note.child}",
        f"DOB: {note.birth}",
        f"Provider: {note.provider}",
        f"Service Type: {note.service}",
        "",
    ]
    for session in note.sessions:
        lines += [*_session_lines(session), ""]
    return "\n".join([*lines, *note.extra, *signing_lines(note.signing), ""])


def _session_lines(session: Session) -> list[str]:
    lines = [
        f"Date of Service: {session.date or RULE}",
        f"Time In: {session.start or RULE}    Time Out: {session.end or RULE}",
        *(f"{label}: {value or RULE}" for label, value in session.amounts),
        f"Activity: {session.activity}",
    ]
    if session.medicaid is not None:
        lines.append(f"[{'x' if session.medicaid else ' '}] Does not meet Medicaid requirements")
    return [*lines, f"Session Notes: {session.notes}"]


def signing_lines(signing: Signing) -> list[str]:
    """A signature line with its date label, as text."""
    if not signing.label:
        return []
    on = signing.date
    if signing.how in ("electronic", "picture"):
        stamp = f" on {on}" if on else ""
        return [f"{signing.label}: Electronically signed by {signing.words}{stamp}"]
    value = RULE if signing.how == "blank" else signing.words
    return [f"{signing.label}: {value}" + ("" if on is None else f"    Date: {on or RULE}")]


def iep_text(iep: Iep) -> str:
    """An IEP as typed text."""
    lines = [iep.title, iep.district, "", f"Student Name: {iep.child}", f"Date of Birth: {iep.birth}"]
    for label, value in (
        ("Date of Meeting", iep.meeting),
        ("Projected Date IEP is to be Implemented", iep.start),
        ("Projected Date of Annual Review", iep.review),
    ):
        if value is not None:
            lines.append(f"{label}: {value or RULE}")
    lines += _sections(
        ("Present Levels of Performance", iep.levels), ("Measurable Postsecondary Goals", iep.transition)
    )
    for goal in ("",) if iep.goals == () else iep.goals or ():
        lines += _sections(("Annual Goal", goal))
    lines += _sections(("Reporting Progress to Parents", iep.progress))
    lines += ["", "Recommended Special Education Programs and Services"]
    lines += [f"{each.name}: {each.frequency}, {each.duration}, {each.location}" for each in iep.services]
    if iep.coordinator is not None:
        lines += ["", f"Coordinator of Services: {iep.coordinator or RULE}"]
    lines += _sections(("Participation with Students without Disabilities", iep.participation))
    return "\n".join([*lines, "", *iep.extra, *signing_lines(iep.signing), ""])


def _sections(*sections: tuple[str, str | None]) -> list[str]:
    """Labels with their text behind, a rule for ""; no label for None."""
    return [line for heading, text in sections if text is not None for line in ("", f"{heading}: {text or RULE}")]


def ifsp_text(ifsp: Ifsp) -> str:
    """One label a line, as somebody types it."""
    lines = [ifsp.programme, ifsp.title, "", *(f"{label}: {value or RULE}" for label, value in ifsp.labels)]
    lines += _sections(("Present Levels of Development", ifsp.development))
    for outcome in ("",) if ifsp.outcomes == () else ifsp.outcomes or ():
        lines += _sections(("Child Outcome", outcome))
    lines += ["", "Early Intervention Services", *(f"{each.name}: {each.words}" for each in ifsp.services)]
    lines += _sections(*ifsp.sections_below)
    return "\n".join([*lines, "", *ifsp.extra, *signing_lines(ifsp.parent), ""])


def log_text(log: ContactLog) -> str:
    """A block of labels for each contact."""
    lines = [log.programme, log.title, f"Child's Name: {log.child}"]
    for date, how, whom, notes in log.contacts:
        lines += ["", f"Date of Contact: {date}", f"Type of Contact: {how}", f"Contact With: {whom}", f"Notes: {notes}"]
        lines.append(f"Signed by: {log.signer}")
    return "\n".join([*lines, ""])
