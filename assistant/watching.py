"""Documents checked again as they are saved.

The library watchfiles (the extra `watch`) tells which files changed; how often it is told, and in which order programs
write, remove and rename, makes no difference to what comes out here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checkers.check import FileReport
from checkers.collect import collect, document_of, is_document, is_hidden

_QUIET = 400
"""In milliseconds: so long nothing may change before what changed is looked at; a program saves in several steps."""
_AT_MOST = 5_000
"""In milliseconds: so long what changed is held back where it never gets quiet."""
_AGAIN = 1_000
"""In milliseconds: after so long without a change, what could not be read is looked at once more."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A document that was there is no longer."""

    path: str


def saved(paths: Sequence[Path], since: float) -> Iterator[set[Path]]:
    """What changed together of the files and folders, named as these are; nothing, where for a while nothing did.

    The first is what was saved since that time (in seconds, as files have it): a first check takes a while. After that
    it waits for changes, without end. Needs the extra `watch`.
    """
    from watchfiles import watch  # noqa: PLC0415 - an extra

    folders = {path if path.is_dir() else path.parent for path in paths}
    below = any(path.is_dir() for path in paths)
    yield {path for path in collect(paths) if path.exists() and path.stat().st_mtime >= since}
    for changes in watch(
        *folders,
        watch_filter=None,
        step=_QUIET,
        debounce=_AT_MOST,
        rust_timeout=_AGAIN,
        yield_on_timeout=True,
        recursive=below,
    ):
        yield {found for _, changed in changes for found in changed_documents(Path(changed), paths)}


def changed_documents(changed: Path, paths: Iterable[Path]) -> Iterator[Path]:
    """The documents, named as in `paths`, that a change of a file or folder is about.

    A file of waivers is about its document. What is no longer there may have been a folder with documents.
    """
    where = changed.parent.resolve() / changed.name
    for path in paths:
        is_folder = path.is_dir()
        place = path.resolve() if is_folder else path.parent.resolve() / path.name
        if where != place and not (is_folder and place in where.parents):
            continue
        inner = where.relative_to(place)
        named = path / inner
        if any(map(is_hidden, inner.parts)):
            continue
        if document := document_of(named):
            yield document
        elif named.is_dir():
            yield from collect([named])
        elif is_document(named) or named == path or not named.exists():
            yield named


def rechecked(
    batches: Iterable[Collection[Path]], check: Callable[[Path], FileReport], latest: dict[str, FileReport]
) -> Iterator[FileReport | Gone]:
    """Check what changed, and give each report that is another than the last; `latest`, by paths, is kept up.

    What is not there or cannot be read may be half saved: it is told with the first batch in which it did not change.
    """
    doubtful: set[Path] = set()
    for batch in batches:
        for path in sorted({*batch, *doubtful}):
            report = check(path) if path.exists() else None
            if (report is None or report.error) and path in batch:
                doubtful.add(path)
                continue
            doubtful.discard(path)
            if report is None:
                for name in [each for each in latest if path in (Path(each), *Path(each).parents)]:
                    del latest[name]
                    yield Gone(name)
            elif latest.get(report.path) != report:
                latest[report.path] = report
                yield report
