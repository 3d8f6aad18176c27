"""What is read wrong now, by its cause. The tests fail as soon as one of these cases is read right, or wrong otherwise.

`python -m tests.benchmarks.reading_matrix --gaps` prints the lines anew.
"""

# ruff: noqa: E501 - each case stays on a line

from __future__ import annotations

KNOWN_GAPS: dict[str, str] = {
    # labelled.in_line: no colon parts label and value, and the underscores behind both are taken for the blank.
    "Word | before underscores without a colon | date | empty": "unclear",
    "Word | before underscores without a colon | coordinator | filled": "unclear",
    "Word | before underscores without a colon | coordinator | empty": "filled with 'School District Mohawk Valley CSD', and COO003 incomplete",
    # unlabelled.with_pictures: a signed line right below signs the empty line above it.
    "Word | signature: Word's signature line, another one signed | signature | empty": "filled",
    # rules/medicaid_box.py, says_not_medicaid: the printed words beside a mark that is not understood count as a
    # statement.
    "text | box as Wingdings letters left behind | box | empty": "filled",
    "text | box behind its words as Wingdings letters left behind | box | empty": "filled",
    "text | box behind its words as x. and . | box | empty": "filled",
    # labelled.in_lines: the label at the end of the header takes the body's first line for its value.
    "Word | box in position: header | box | filled": "unclear",
    "Word | box in position: header | box | empty": "unclear",
    # grids.whole_label: a cell that holds a table is taken for one label, and the row below for its value.
    "Word | in a nested table | box | filled": "unclear",
    "Word | in a nested table | box | empty": "unclear",
    # unlabelled.typed_at_the_end: a name with "Date:" behind it on its line is not seen under the picture.
    "Word | signature: picture and name, no label | signature | filled": "unclear",
    # boxes._ASCII: round brackets at the end of a line are no box.
    "text | box behind its words as (x) and ( ) | box | filled": "unclear",
    "text | box behind its words as (x) and ( ) | box | empty": "unclear",
}
