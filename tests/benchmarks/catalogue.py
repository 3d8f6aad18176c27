"""How well the rules find what they are for: recall, precision, and false alarms on clean documents, by rule.

    python -m tests.benchmarks.catalogue [COUNT]     so many clean documents, and as many with one fault each (350)

A tenth as many more have a fault in the file itself.

The documents are those of `tests/documents/corpus`, drawn by seed. A finding counts for its rule's code alone, be it a
violation or a question; `beside` are violations of a rule in documents whose one fault is another's.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable

from checkers.check import Options, check_bytes
from checkers.outcome import Verdict
from checkers.registry import all_rules
from tests.documents.corpus.drawing import TODAY
from tests.documents.corpus.drawn import Drawn, clean, faulty, faulty_files


def findings(document: Drawn) -> list[tuple[str, Verdict]]:
    """The findings in a document, each with its rule's code; a file that cannot be read has that of DOC001."""
    report = check_bytes(document.content, document.name, Options(profile=document.profile, today=TODAY))
    return [(each.rule, each.verdict) for each in report.findings]


def main(count: int) -> None:
    """Check them all and print the table."""
    planted, found, beside = Counter[str](), Counter[str](), Counter[str]()
    for document in (*faulty(count), *faulty_files(count // 10)):
        planted[document.code] += 1
        seen = findings(document)
        found[document.code] += any(code == document.code for code, _ in seen)
        beside.update(_with(Verdict.VIOLATION, seen) - {document.code})
    alarms, questions = Counter[str](), Counter[str]()
    sound = 0
    for document in clean(count):
        seen = findings(document)
        sound += not seen
        alarms.update(_with(Verdict.VIOLATION, seen))
        questions.update(_with(Verdict.INCOMPLETE, seen))
    print("| rule | planted | found | recall | beside | precision | clean: violations | clean: questions |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for rule in all_rules():
        code = rule.code
        raised = found[code] + beside[code] + alarms[code]
        print(
            f"| {code} | {planted[code]} | {found[code]} | {_share(found[code], planted[code])} | {beside[code]} "
            f"| {_share(found[code], raised)} | {alarms[code]} | {questions[code]} |"
        )
    print(
        f"\n{count} clean documents: {sound} without a finding, {alarms.total()} violations, {questions.total()} "
        f"questions. {planted.total()} with one fault: {found.total()} found."
    )


def _with(verdict: Verdict, seen: Iterable[tuple[str, Verdict]]) -> set[str]:
    """The codes that have a finding of this verdict."""
    return {code for code, found in seen if found is verdict}


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else ""


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 350)
