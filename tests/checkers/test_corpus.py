"""The promise on documents drawn by seed: no violation on a clean one, and a planted fault is found.

`python -m tests.benchmarks.catalogue` prints the figures by rule.
"""

from __future__ import annotations

import pytest

from checkers.outcome import Verdict
from checkers.registry import all_rules
from tests.benchmarks.catalogue import findings
from tests.documents.corpus.drawn import KINDS, Drawn, clean, faulty

CLEAN, FAULTY = 336, 360
NOT_PLANTED = {"DOC001", "DOC002", "DOC003", "DOC007", "MED004", "SIG008"}
"""Rules whose faults are not drawn; their cases are in `tests/cases`."""


@pytest.mark.parametrize("document", clean(CLEAN), ids=lambda document: document.name)
def test_a_clean_document_has_no_violation(document: Drawn) -> None:
    """A violation is never a guess."""
    assert not [code for code, verdict in findings(document) if verdict is Verdict.VIOLATION]


@pytest.mark.parametrize("document", faulty(FAULTY), ids=lambda document: document.name)
def test_a_planted_fault_is_found(document: Drawn) -> None:
    """By the rule that it breaks."""
    assert document.code in [code for code, _ in findings(document)]


def test_every_rule_of_single_documents_has_its_faults() -> None:
    """But those that are named here."""
    planted = {code for kind in KINDS for code, _ in kind.faults}
    assert planted | NOT_PLANTED == {rule.code for rule in all_rules()}
    assert not planted & NOT_PLANTED
