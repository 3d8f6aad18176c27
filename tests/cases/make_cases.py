"""Writes the documents of `tests/cases/CODE/`: `python -m tests.cases.make_cases`.

The expected outcome of a document under the rule of its folder is in its name: `violation-…`, `incomplete-…`, `pass-…`,
`inapplicable-…`. They are judged as of `TODAY` under the profile that has the rule. Documents made otherwise (a file
from a real program, hand-made damage) may stand beside them: this script only writes its own names.
"""

from __future__ import annotations

import importlib
import io
import pkgutil
import zipfile
from collections.abc import Iterator

from tests.cases import families
from tests.cases.making import CaseFile


def all_cases() -> Iterator[CaseFile]:
    """Every case of every family."""
    for module in pkgutil.iter_modules(families.__path__, f"{families.__name__}."):
        yield from importlib.import_module(module.name).cases()


def main() -> None:
    """Write the documents that are new or changed, so that a second run changes nothing."""
    written = 0
    for case in all_cases():
        case.path.parent.mkdir(exist_ok=True)
        if not case.path.exists() or not _same(case.path.read_bytes(), case.content):
            case.path.write_bytes(case.content)
            written += 1
    print(f"{written} documents written.")


def _same(old: bytes, new: bytes) -> bool:
    """Whether two documents are alike. Word files are compared by their parts: the archive holds its own date."""
    if old == new:
        return True
    if not (
        old.startswith(b"PK")
        and new.startswith(b"PK")
        and zipfile.is_zipfile(io.BytesIO(old))
        and zipfile.is_zipfile(io.BytesIO(new))
    ):
        return False
    parts = [
        {name: archive.read(name) for name in archive.namelist()}
        for archive in (zipfile.ZipFile(io.BytesIO(each)) for each in (old, new))
    ]
    return parts[0] == parts[1]


if __name__ == "__main__":
    main()
