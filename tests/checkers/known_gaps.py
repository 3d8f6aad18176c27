"""What is read wrong now, by its cause. The tests fail as soon as one of these cases is read right, or wrong otherwise.

`python -m tests.benchmarks.reading_matrix --gaps` prints the lines anew.
"""

# ruff: noqa: E501 - each case stays on a line

from __future__ import annotations

KNOWN_GAPS: dict[str, str] = {
    # readers/pdf/pdfium.py, _has_value: PDFium follows /Parent to annotations alone; "/V null" counts as a value.
    "PDF | signature as signature field, signed in its parent | signature | filled": "empty",
    # readers/pdf/pdfium.py, _widget: FPDFAnnot_IsChecked knows /AS alone; a box with only /V set is off.
    "PDF | box as form field without /AS | box | filled": "empty",
    # readers/pdf/paths.py, in_pieces: a square drawn as four lines is no box, and its X a word.
    "PDF | box as square of four lines | box | filled": "empty",
    "PDF | box as square of four lines | box | empty": "unclear",
    # readers/pdf/pdfium.py: "Wingdings2" is taken for Wingdings (_text_object); letters beyond 16 bits come in halves
    # (_letters).
    "PDF | box as Wingdings 2 as private letters | box | filled": "empty",
    "PDF | box as Unicode 🗹 and ☐ | box | filled": "empty",
    "PDF by LibreOffice | box as symbol Wingdings 2 | box | filled": "empty",
    # readers/pdf/wrapping.py, goes_on: a line of labels that fills the page is joined with the next line of labels.
    "PDF | behind a gap | date | filled": "empty",
    "PDF | behind a gap | coordinator | filled": "filled with 'Maria Lopez, Speech-Language Pathologist School District Mohawk Valley CSD'",
    # The number of a footnote is glued to its first word in PDFs ("1Date of Service").
    "PDF by LibreOffice | in a footnote | date | filled": "empty, and TIM001 violation",
    "PDF by LibreOffice | in a footnote | date | empty": "empty, and TIM001 violation",
    "PDF by LibreOffice | in a footnote | coordinator | filled": "unclear",
    "PDF by LibreOffice | in a footnote | coordinator | empty": "unclear",
    # readers/pdf/rulings.py, with_rules: two fields over two rules become one stretch, not parted as their labels.
    "PDF | text field over a rule and its label | date | empty": "unclear",
    "PDF | text field over a rule and its label | coordinator | filled": "filled with 'Maria Lopez, Speech-Language Pathologist Mohawk Valley CSD'",
    "PDF | text field over a rule and its label | coordinator | empty": "filled with 'Mohawk Valley CSD', and COO003 incomplete",
    # readers/pdf/pdfium.py, _widget: the code of a choice is read, not the words that are shown.
    "PDF | choice field with codes | coordinator | filled": "filled with '1', and COO003 incomplete",
    "PDF | choice field with codes | coordinator | empty": "filled with '0', and COO003 incomplete",
    # readers/pdf/lines.py: a value that runs on in a narrow column ends with its line, "Electronically signed / by"
    # too.
    "PDF | page of two columns | date | filled": "filled, and SIG004 violation",
    "PDF | page of two columns | date | empty": "empty, and SIG004 violation",
    "PDF | page of two columns | coordinator | filled": "filled with 'Maria Lopez', and COO003 incomplete",
    # readers/pdf/lines.py, as_line: words typed over printed underscores lose the spaces between them.
    "PDF | over underscores | coordinator | filled": "filled with 'MariaLopez,Speech-LanguagePathologist'",
    # labelled.in_line: "…a date. Time:" makes a label "date. Time" of the prompt's last word.
    "PDF by LibreOffice | in a date control | date | empty": "empty, and TIM001 violation",
    # readers/glyphs.py: OpenSymbol, which LibreOffice puts in place of Wingdings, is not known.
    "PDF by LibreOffice | box as symbol Wingdings ☑ | box | filled": "unclear",
}
