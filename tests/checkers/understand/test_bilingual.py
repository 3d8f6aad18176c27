"""Forms with each label in English and Spanish, or in Spanish alone."""

from checkers.document import Evidence
from tests.checkers.understand.model import model

BILINGUAL = """\
Progress Note / Nota de progreso
Child's Name / Nombre del niño: Ana Castro
Date of Birth / Fecha de nacimiento: 4/2/2022
Date of Service / Fecha de servicio: 3/3/2026
Session Notes / Notas de la sesión: Ana climbed five stairs with a rail.
Parent Signature / Firma del padre: ______________________
"""


def test_each_label_is_known() -> None:
    """By either of its halves."""
    doc = model(BILINGUAL)
    assert {"child_name", "birth_date", "service_date", "narrative"} <= {
        field.key for field in doc.fields if field.value
    }


def test_a_line_for_a_firma_is_a_signature_line() -> None:
    """Blank here."""
    assert [signature.evidence for signature in model(BILINGUAL).signatures] == [Evidence.BLANK]
    assert [each.evidence for each in model("Progress Note\nFirma: ____________").signatures] == [Evidence.BLANK]


def test_spanish_alone_is_read() -> None:
    """Dates too."""
    doc = model("Progress Note\nNombre del niño: Ana\nFecha de servicio: 4 de marzo de 2026\nNotas: Bloques.")
    (entry,) = doc.entries
    assert entry.date is not None
    assert str(entry.date.date) == "2026-03-04"
