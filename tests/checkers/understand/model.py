"""Reading small texts into the document model."""

from textwrap import dedent

from checkers.document import Document
from checkers.readers.text import read_text
from checkers.understand import understand


def model(text: str) -> Document:
    """The document model of a text."""
    return understand(read_text(dedent(text).strip("\n").encode()))
