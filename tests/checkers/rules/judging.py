"""Judging small texts with one rule."""

import datetime
from dataclasses import replace

from checkers.document import Document
from checkers.outcome import Outcome, Verdict
from checkers.profile import Profile, TypedSignature, load_profile
from checkers.registry import find_rule
from checkers.rule import Case
from tests.checkers.understand.model import model

TODAY = datetime.date(2026, 6, 1)
SCHENECTADY = load_profile("ny-schenectady-preschool")

NOTE = """\
Progress Note
Child's Name: Ana Diaz
Date of Service: 3/3/2026
Time: 9:00 - 9:30 AM
Service Type: Speech Therapy
Session Notes: Worked on /k/ in words with cues, 8/10 trials.
"""
SIGNED = "Electronically signed by Jo Hill, CCC-SLP on 3/3/2026 3:12 PM\n"

COORDINATION = """\
Coordination of Services Note
Child's Name: Ana Diaz
Date of Service: 3/3/2026
Time: 3:00 - 3:30 PM
Activity: Coordination of Services
Session Notes: Telephone conference with the OT about the schedule for April.
"""

IEP = """\
DRAFT Individualized Education Program (IEP)
Student Name: Ana Diaz
Date of Birth: 4/4/2022
Date of Meeting: 5/20/2026
Projected Date IEP is to be Implemented: 7/6/2026
Projected Date of Annual Review: 5/18/2027
"""
SPEECH_AND_OT = """\
Related Services
Speech/Language Therapy: 2 x 30 minutes a week, preschool
Occupational Therapy: 2 x 30 minutes a week, preschool
"""
SEIT_AND_SPEECH = """\
Special Education Programs and Services
Special Education Itinerant Teacher (SEIT): 5 x 60 minutes a week, preschool
Speech/Language Therapy: 2 x 30 minutes a week, preschool
"""


def judge_document(
    code: str, doc: Document, *, typed: TypedSignature = "review", profile: Profile = SCHENECTADY
) -> list[Outcome]:
    """All outcomes of one rule for a document."""
    return list(find_rule(code).judge(Case(doc, replace(profile, typed_signature=typed), TODAY)))


def judge_text(
    code: str, text: str, *, typed: TypedSignature = "review", unread: tuple[int, ...] = ()
) -> list[Outcome]:
    """All outcomes of one rule for a text; `unread` are pages that could not be read."""
    doc = model(text)
    return judge_document(code, replace(doc, reading=replace(doc.reading, unread_pages=unread)), typed=typed)


def verdicts(outcomes: list[Outcome]) -> list[str]:
    """The outcomes' names that ask for something, in order."""
    return [each.verdict.value for each in outcomes if each.verdict in (Verdict.VIOLATION, Verdict.INCOMPLETE)]


def verdict(code: str, text: str) -> str:
    """The strongest outcome of one rule for a text."""
    found = {each.verdict for each in judge_text(code, text)}
    return next(each.value for each in Verdict if each in found)
