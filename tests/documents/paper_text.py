"""Papers as plain text."""

from __future__ import annotations

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
    lines += [
        "",
        f"Present Levels of Performance: {iep.levels}",
        "",
        f"Annual Goal: {iep.goal}",
        "",
        "Recommended Special Education Programs and Services",
    ]
    lines += [f"{each.name}: {each.frequency}, {each.duration}, {each.location}" for each in iep.services]
    if iep.coordinator is not None:
        lines += ["", f"Coordinator of Services: {iep.coordinator or RULE}"]
    return "\n".join([*lines, "", *iep.extra, *signing_lines(iep.signing), ""])
