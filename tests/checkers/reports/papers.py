"""Invented documents for the tests of reports, among them what harms a report that trusts what it is given."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from checkers.check import FileReport, Options, check_bytes
from checkers.reports.manner import Manner

TODAY = datetime.date(2026, 6, 1)
MANNER = Manner("1.0", TODAY, {"8-nycrr-29": "Rules of the Board of Regents, 8 NYCRR Part 29"})

NOTES = """\
Progress Notes
Child's Name: Wilhelmina Quackenbush
Service Type: Speech Therapy
Provider: Thaddeus Oglethorpe, MS, CCC-SLP

Date of Service: 3/3/2026
Time: 9:00 - 9:30 AM
Session Notes: Wilhelmina named ten farm animals and asked Zebulon for "more" with two words.
Therapist Signature: ______________________  Date: __________

Date of Service: 2/30/2026
Time: 10:00 - 10:30 AM
Session Notes: Wilhelmina named six colours in play at Pumpernickel Preschool.
Therapist Signature: Thaddeus Oglethorpe, MS, CCC-SLP  Date: 3/5/2026
Parent Signature: ______________________  Date: __________
"""
COORDINATION = """\
Coordination Note
Child's Name: Balthazar Ostrander
Service Type: Coordination of Services
Date of Service: 3/4/2026
Time: 1:00 - 1:30 PM
Session Notes: Called Philomena Underhill, OTR/L, on how Balthazar sits, and wrote the times of both into one plan.
[ ] Does not meet Medicaid requirements
Electronically signed by Ignatius Vandermeer, CCC-SLP on 3/4/2026
"""
PLAN = """\
Individualized Education Program (IEP) DRAFT
Student Name: Clementine Rosencrantz
Date of Meeting: 4/14/2026
Projected Implementation Date: 7/1/2026
Projected Date of Annual Review: 9/30/2027
Coordinator of Services: ____________

Present Levels of Performance: Clementine points to what she wants and says twenty words.
Annual Goals
1. Clementine will ask for a toy with two words in 8 of 10 chances.
Recommended Services
Speech-Language Therapy, 2 x 30 minutes weekly, preschool classroom, starting 7/1/2026
Occupational Therapy, 1 x 30 minutes weekly, preschool classroom, starting 7/1/2026
"""
CLEAN = """\
Progress Note
Child's Name: Ottoline Featherstone
Date of Service: 3/3/2026
Time: 9:00 - 9:30 AM
Service Type: Speech Therapy
Session Notes: Ottoline named ten farm animals in play and asked for "more" with two words.
Electronically signed by Ignatius Vandermeer, MS, CCC-SLP on 3/3/2026 3:12 PM
"""
HOSTILE = """\
Progress Note
Child's Name: <script>alert(1)</script> & "Ana"
Date of Service: =HYPERLINK("x";"y") 3/40/2026
Time: 9:00 - 9:30 AM
Service Type: Speech Therapy
Session Notes: \x1b[31mred\x1b[0m \u202eturned round\u202c and </style><img src=x onerror=alert(1)>
Therapist Signature: =cmd|' /C calc'!A0 ; =1+1
"""
PAPERS = {
    "march/coordination.txt": COORDINATION,
    "march/empty.docx": "",
    "march/plan.txt": PLAN,
    "march/wilhelmina-quackenbush.txt": NOTES,
    "=2+3 <b>\u202e.txt": HOSTILE,
    "ottoline.txt": CLEAN,
}
RULES = frozenset({"COO001", "DAT002", "DAT007", "DOC001", "MED001", "SIG001", "SIG005"})
"""Those by which the documents are checked: a report need not change whenever a rule is added."""
NAMES = (
    "Wilhelmina", "Quackenbush", "Thaddeus", "Oglethorpe", "Zebulon", "Pumpernickel", "Balthazar", "Ostrander",
    "Philomena", "Underhill", "Ignatius", "Vandermeer", "Clementine", "Rosencrantz", "Ottoline", "Featherstone",
)  # fmt: skip
"""Every name in the documents and their paths."""


def checked(papers: Iterable[tuple[str, str]] = PAPERS.items()) -> list[FileReport]:
    """The reports on texts with their names, in the order of the names."""
    return [check_bytes(text.encode(), name, Options(today=TODAY, select=RULES)) for name, text in sorted(papers)]
