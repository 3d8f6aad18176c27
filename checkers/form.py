"""A form that a user taught: what its blank prints, what its places mean, and whether a document was made from it.

`checkers/learning` makes one from a blank; a profile keeps it; `checkers/understand` goes by it. Nothing in it comes
from a filled document, so nothing in it is about a child.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from typing import Any

from checkers.document import Activity, Kind
from checkers.layout import Line
from checkers.words import FormWords, is_common, load, plain

OTHER = "other"
"""The meaning of a place that no check asks for."""
UNKNOWN = "unknown"
"""The meaning of a place of which nobody said what it is for."""
SHARE = 0.8
"""How much of what the blank prints a document has to hold. A form that was revised here and there holds more, another
one of the same agency, with the same letterhead and a few of the same labels, less."""

SHARE_IF_CHOSEN = 0.5
"""The same where the user named the form for this document."""


class FormKind(StrEnum):
    """What a form is for: a kind of document, of which a note on coordination is told from other notes."""

    PROGRESS_NOTE = "progress_note"
    COORDINATION_NOTE = "coordination_note"
    ATTENDANCE_LOG = "attendance_log"
    CONTACT_LOG = "contact_log"
    DRAFT_IEP = "draft_iep"
    IFSP = "ifsp"
    STAC1 = "stac1"

    @property
    def kind(self) -> Kind:
        """The kind of document."""
        return Kind.PROGRESS_NOTE if self is FormKind.COORDINATION_NOTE else Kind(self.value)

    @property
    def activity(self) -> Activity:
        """What its sessions are, where a session does not say so itself."""
        return Activity.COORDINATION if self is FormKind.COORDINATION_NOTE else Activity.UNKNOWN


@cache
def meanings() -> dict[str, str]:
    """Everything that a place of a form may mean, with the words for it by which people choose."""
    tables = load("meanings")
    return {
        name: words for part in ("fields", "sections", "signatures", "boxes") for name, words in tables[part].items()
    }


@dataclass(frozen=True)
class Form:
    """A form as it was taught.

    `printed` are its words apart from what is filled in, made `plain`. `means` gives for a label, made `plain`, what it
    means (a meaning of words/meanings.toml): at the first place where it stands on the form, at the second, and so on.
    `holds` gives what stands at a label in the blank itself and is no value. `bare` are labels, as they are printed,
    with a line to write on right behind them and no colon; `columns` head the cells of a table, `captions` stand below
    theirs. `labels` are all of them as they are printed.
    """

    kind: FormKind
    printed: tuple[str, ...]
    means: Mapping[str, tuple[str, ...]]
    holds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bare: tuple[str, ...] = ()
    columns: frozenset[str] = frozenset()
    captions: frozenset[str] = frozenset()
    labels: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def words(self) -> FormWords:
        """What each label means wherever only its words are looked at."""
        first = {label: meanings[0] for label, meanings in self.means.items()}
        return FormWords(first, self.bare, self.columns, self.captions)

    def prints(self, words: str) -> bool:
        """Whether the form prints these words, made `plain`, with nothing else beside them or within a longer line."""
        return f"\n {words} \n" in self._page or (len(words.split()) >= _PART_OF_A_LINE and f" {words} " in self._page)

    @cached_property
    def _page(self) -> str:
        return "\n" + "".join(f" {each} \n" for each in self.printed)

    @classmethod
    def of(cls, tables: Mapping[str, Mapping[str, Any]]) -> Form:
        """The form that a profile keeps in its parts `form`, `means` and `holds`."""
        form = tables["form"]
        return cls(
            FormKind(form["kind"]),
            tuple(dict.fromkeys(map(plain, form["printed"]))),
            {plain(label): tuple(meanings) for label, meanings in tables.get("means", {}).items()},
            {plain(label): tuple(texts) for label, texts in tables.get("holds", {}).items()},
            tuple(form.get("bare", ())),
            frozenset(map(plain, form.get("columns", ()))),
            frozenset(map(plain, form.get("captions", ()))),
            {plain(label): label for label in tables.get("means", {})},
        )

    def share(self, lines: Iterable[Line]) -> float:
        """How much of what the form prints stands in a document, from 0 to 1.

        By letters, as long lines tell more; labels that any form may have count little beside its own words.
        """
        text = f" {plain(' '.join(line.text for line in lines))} "
        found = sum(weight for words, weight in self._weights.items() if f" {words} " in text)
        return found / (sum(self._weights.values()) or 1)

    @cached_property
    def tells_itself(self) -> bool:
        """Whether it prints enough that not any form prints, so that a copy can be known without being named."""
        return sum(len(words) for words in self.printed if not is_common(words)) >= _FEWEST_LETTERS

    @cached_property
    def _weights(self) -> dict[str, float]:
        return {words: len(words) * (_COMMON if is_common(words) else 1) for words in self.printed}


_FEWEST_LETTERS = 12
_COMMON = 0.2
"""What a letter of common words counts, beside one of the form's own."""
_PART_OF_A_LINE = 4
"""In words: fewer may be anybody's."""
