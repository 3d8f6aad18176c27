"""Draft IEPs as different people lay them out in Word. Everybody in them is made up."""

from __future__ import annotations

from tests.documents.wild_word import TAB, rows
from tests.documents.word import bold, cell, legacy_text, paragraph, run, word

SERVICE_HEADS = (
    "Special Education Program/Services",
    "Service Delivery Recommendations",
    "Frequency",
    "Duration",
    "Location",
    "Projected Beginning/Service Date(s)",
)


def state_form() -> bytes:
    """The State's form with grey fields: services in groups, the coordinator as a line of the table."""

    def grey(label: str, value: str) -> str:
        return cell(paragraph(f"{label}: ", legacy_text(value)))

    return word(
        paragraph(bold("MOHONASEN CENTRAL SCHOOL DISTRICT")),
        paragraph(bold("INDIVIDUALIZED EDUCATION PROGRAM (IEP)")),
        rows(
            (grey("STUDENT NAME", "Cora Blackwood"), grey("DISABILITY CLASSIFICATION", "Preschool Student with a Disability")),
            (grey("DATE OF BIRTH", "9/9/2021"), grey("LOCAL ID #", "44871")),
            (grey("PROJECTED DATE IEP IS TO BE IMPLEMENTED", "9/8/2026"), grey("PROJECTED DATE OF ANNUAL REVIEW", "5/5/2027")),
            (grey("DATE OF COMMITTEE MEETING", "5/6/2026"), ""),
        ),
        paragraph(bold("PRESENT LEVELS OF PERFORMANCE AND INDIVIDUAL NEEDS")),
        paragraph("Cora knows her colours and counts to five. Most people understand half of what she says."),
        paragraph(bold("MEASURABLE ANNUAL GOALS")),
        rows(("Annual Goal", "Criteria", "Method", "Schedule"), ("Cora will say final consonants in words.", "80%", "Recorded observations", "Monthly"), ("Cora will cut out a circle.", "4 of 5 trials", "Work samples", "Monthly")),
        paragraph(bold("REPORTING PROGRESS TO PARENTS")),
        paragraph("Written progress reports, four times a year."),
        paragraph(bold("RECOMMENDED SPECIAL EDUCATION PROGRAMS AND SERVICES")),
        rows(
            SERVICE_HEADS,
            ("SPECIAL EDUCATION PROGRAM:", "", "", "", "", ""),
            ("RELATED SERVICES:", "", "", "", "", ""),
            ("Speech/Language Therapy", "Individual", "2x weekly", "30 min.", "Preschool", "9/8/2026"),
            ("Occupational Therapy", "Individual", "1x weekly", "30 min.", "Preschool", "9/8/2026"),
            ("Coordination of Services (SLP)", "Indirect", "1x monthly", "30 min.", "Preschool", "9/8/2026"),
        ),
        paragraph(bold("PARTICIPATION WITH STUDENTS WITHOUT DISABILITIES")),
        paragraph("Cora is with typically developing children for the whole morning."),
        header=("DRAFT",),
    )  # fmt: skip


def providers_by_name() -> bytes:
    """Services with their providers by name in a column of their own; the coordinator by name alone."""
    return word(
        "Draft IEP for Annual Review",
        rows(
            ("Child's Name", "Marcus Delaney", "DOB", "1/30/2022"),
            ("CPSE Meeting Date", "6/3/2026", "Annual Review Date", "6/2/2027"),
            ("Initiation Date", "7/6/2026", "District", "Rotterdam"),
        ),
        paragraph(bold("Present Levels of Performance")),
        "Marcus points and gestures; he has about twenty words.",
        "Goal: Marcus will name thirty pictures in three sessions in a row.",
        rows(
            ("Service", "Provider", "Frequency", "Duration", "Location"),
            ("Speech Therapy", "Elise Fontaine, SLP", "3 x week", "30 minutes", "Home"),
            ("Physical Therapy", "Brenda Novotny, PT", "1 x week", "30 minutes", "Home"),
            ("Counseling", "R. Adeyemi, LMSW", "1 x week", "30 minutes", "Preschool"),
        ),
        "",
        rows(("Coordinator of Services", "Brenda Novotny")),
        "Goal: Marcus will walk up four steps without a hand in 4 of 5 trials.",
        "Goal: Marcus will take turns with a peer in 3 of 4 games.",
        "Progress reports: sent home with each report card",
        "Least Restrictive Environment: Marcus goes to a community preschool two mornings a week.",
        "Prepared by: Electronically signed by Elise Fontaine, SLP, 5/29/2026",
        "Parent Signature: ______________________   Date: ____________",
    )


def seit_sentence() -> bytes:
    """A SEIT with two related services; who coordinates is said in a sentence, amounts in words."""
    return word(
        paragraph(bold("PROPOSED INDIVIDUALIZED EDUCATION PROGRAM")),
        paragraph(bold("Student: "), run("Ellie Santiago"), TAB, bold("Date of Birth: "), run("12/12/2021")),
        paragraph(bold("Date of Meeting: "), run("May 13, 2026")),
        paragraph(bold("IEP Start Date: "), run("September 9, 2026")),
        paragraph(bold("Projected Review Date: "), run("May 12, 2027")),
        paragraph(bold("Special Education Programs and Services")),
        "1. Special Education Itinerant Teacher – 5 hours per week, 1:1, at preschool",
        "2. Speech-Language Therapy – two 30-minute sessions per week",
        "3. Occupational Therapy – one 30-minute session per week",
        "The Special Education Itinerant Teacher will coordinate the related services as part of the SEIT rate.",
        paragraph(bold("Present Level of Performance")),
        "Ellie plays beside other children and needs three prompts to come to the circle.",
        paragraph(bold("Annual Goals")),
        "Ellie will follow the classroom routine with one prompt or less in 4 of 5 days.",
        "Ellie will ask a peer for a toy in 4 of 5 chances. Ellie will snip along a line in 4 of 5 trials.",
        paragraph(bold("Reporting Progress to Parents")),
        "A written report is sent home with each school report card.",
        paragraph(bold("Least Restrictive Environment")),
        "Ellie spends the whole day in a regular preschool class.",
    )


def label_over_value() -> bytes:
    """Dates as labels over values in a grid; services in one cell, a line each; coordination with 10 + 2 in words."""
    return word(
        paragraph(bold("Preschool IEP - DRAFT")),
        rows(
            ("Student Name", "Date of Birth", "Classification"),
            ("Tobias Lindgren", "7/21/2021", "Preschooler with a disability"),
        ),
        rows(
            ("Meeting Date", "Projected Implementation Date", "Next Review Date"),
            ("06/10/2026", "07/06/2026", "06/09/2027"),
        ),
        rows(
            (cell(paragraph("Recommended Services")),),
            (cell(paragraph("Speech Therapy 2x30 min/wk, home"), paragraph("Physical Therapy 1x30 min/wk, home")),),
        ),
        paragraph(
            "Designated Coordinator of Services: Physical Therapist, one half-hour a month (10 in the school year, 2 in summer)"
        ),
        paragraph("Measurable Annual Goal: Tobias will jump forward with both feet in 4 of 5 trials."),
    )


def one_service() -> bytes:
    """A single related service: no coordinator to designate, and none asked for."""
    return word(
        "Committee on Preschool Special Education",
        "Individualized Education Program",
        "Status: DRAFT for discussion",
        "Name: Grace Amato\tDOB: 2/14/2022\tGrade: Preschool",
        "Meeting held on: 4/15/2026",
        "Effective date: 4/27/2026 - 4/14/2027",
        "Annual review: 4/14/2027",
        "Related Services",
        "Speech-language therapy: group of 3, 2 x 30 minutes weekly, Little Acorns Preschool",
        "Coordinator of Services: N/A - one service only",
        "Goals",
        "Grace will use plural -s in 8 of 10 sentences.",
    )


def team_table() -> bytes:
    """A draft with a table of participants who have not signed yet, and the coordinator by role in a table."""
    return word(
        paragraph(bold("DRAFT IEP")),
        rows(
            ("Student:", "Ari Goldfarb", "Birth Date:", "10/2/2021"),
            ("IEP Meeting Date:", "5/27/2026", "IEP Begin Date:", "9/2026"),
            ("IEP Review Date:", "5/2027", "Coordinator of Services:", "Occupational Therapist"),
        ),
        paragraph(bold("Related Services")),
        rows(
            ("Service", "Ratio", "Frequency", "Duration", "Location"),
            ("OT", "1:1", "2/week", "30 min", "School"),
            ("PT", "1:1", "1/week", "30 min", "School"),
            ("Parent Counseling and Training", "", "1/month", "60 min", "Home"),
        ),
        paragraph(bold("Meeting Participants")),
        rows(("Name", "Role", "Signature", "Date"), ("J. Goldfarb", "Parent", "", ""), ("M. Lang", "CPSE Chairperson", "", "")),
    )  # fmt: skip


DOCUMENTS = (state_form, providers_by_name, seit_sentence, label_over_value, one_service, team_table)
