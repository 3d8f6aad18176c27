"""Cases of the rules on the coordinator of services."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.cases.making import IEP, SEIT, SPEECH, CaseFile, iep


def cases() -> Iterator[CaseFile]:
    """COO001 to COO003."""
    yield from iep("COO001", "violation", "blank", replace(IEP, coordinator=""))
    yield from iep("COO001", "violation", "absent", replace(IEP, coordinator=None))
    yield from iep(
        "COO001", "violation", "with-seit", replace(IEP, services=(SEIT, SPEECH), coordinator=None), "table", "typed"
    )
    undecided = replace(IEP, coordinator="TBD")
    yield from iep("COO001", "inapplicable", "to-be-determined", undecided, "table", "typed")
    yield from iep("DOC005", "violation", "coordinator-to-be-determined", undecided, "table", "typed")
    yield from iep("COO001", "pass", "designated", IEP)
    sentence = replace(
        IEP, coordinator=None, extra=("The occupational therapist will serve as coordinator of services.",)
    )
    yield from iep("COO001", "pass", "sentence", sentence)
    yield from iep("COO001", "inapplicable", "one-service", replace(IEP, services=(SPEECH,), coordinator=None))

    yield from iep("COO002", "violation", "speech-coordinates", replace(IEP, services=(SEIT, SPEECH)))
    yield from iep(
        "COO002", "pass", "seit-coordinates", replace(IEP, services=(SEIT, SPEECH), coordinator="SEIT provider")
    )
    yield from iep("COO002", "inapplicable", "no-seit", IEP, "table", "typed")

    yield from iep("COO003", "violation", "outsider", replace(IEP, coordinator="Physical Therapist"))
    yield from iep("COO003", "pass", "on-the-list", replace(IEP, coordinator="Occupational Therapist"))
    yield from iep("COO003", "incomplete", "name-alone", replace(IEP, coordinator="Jo Hill"))
    yield from iep("COO003", "inapplicable", "nobody", replace(IEP, coordinator=None), "table", "typed")
