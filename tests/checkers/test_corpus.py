"""The promise on documents drawn by seed: no violation on a clean one, and a planted fault is found.

`python -m tests.benchmarks.catalogue` prints the figures by rule.
"""

from __future__ import annotations

import pytest

from checkers.outcome import Verdict
from checkers.registry import all_rules
from tests.benchmarks.catalogue import findings
from tests.documents.corpus.drawn import KINDS, Drawn, clean, faulty, faulty_files
from tests.documents.corpus.file_faults import FILE_FAULTS

CLEAN, FAULTY, FAULTY_FILES = 336, 360, 30
NOT_PLANTED = {"DOC003", "SIG008"}
"""An unknown kind is no fault of a drawn document, and no shipped profile says when a signature is late."""


@pytest.mark.parametrize("document", clean(CLEAN), ids=lambda document: document.name)
def test_a_clean_document_has_no_violation(document: Drawn) -> None:
    """A violation is never a guess."""
    assert not [code for code, verdict in findings(document) if verdict is Verdict.VIOLATION]


@pytest.mark.parametrize("document", [*faulty(FAULTY), *faulty_files(FAULTY_FILES)], ids=lambda document: document.name)
def test_a_planted_fault_is_found(document: Drawn) -> None:
    """By the rule that it breaks."""
    assert document.code in [code for code, _ in findings(document)]


def test_every_rule_of_single_documents_has_its_faults() -> None:
    """But those that are named here."""
    planted = {code for kind in KINDS for code, _ in kind.faults} | {code for code, _, _ in FILE_FAULTS}
    assert planted | NOT_PLANTED == {rule.code for rule in all_rules()}
    assert not planted & NOT_PLANTED
