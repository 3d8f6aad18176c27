"""What stands over the columns of a table: told beside its cells where they are not seen side by side."""

from __future__ import annotations

import re

from checkers.layout import Table

_NO_HEAD = re.compile(r"[:\d_☐☒]")
_LONGEST_HEAD = 40


def heads_of(table: Table) -> dict[int, str]:
    """What stands over a table's columns, where its first row holds nothing but short names."""
    first = table.rows[0].cells if table.rows else ()
    heads = {cell.column: " ".join(line.text.strip() for line in cell.lines) for cell in first}
    names = len(table.rows) > 1 < len(heads) and all(
        0 < len(head) <= _LONGEST_HEAD and not _NO_HEAD.search(head) for head in heads.values()
    )
    return heads if names else {}
