"""From a text to the numbers of its word pieces, as the encoder was taught them.

The way of BERT's uncased vocabulary: small letters without accents, words and signs apart, and each word cut into the
longest pieces that the vocabulary has, from its front; a piece inside a word begins with "##".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

_PART = re.compile(r"\w+|[^\w\s]", re.ASCII)
_LONGEST_WORD = 100


class WordPieces:
    """Cuts texts by a vocabulary, whose place in the list is the piece's number."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers: Mapping[str, int] = {piece: number for number, piece in enumerate(vocabulary)}
        self._first, self._last, self._unknown = (self._numbers[name] for name in ("[CLS]", "[SEP]", "[UNK]"))
        self._cut: dict[str, tuple[int, ...]] = {}

    def __contains__(self, word: object) -> bool:
        """Whether the vocabulary has a word whole, as it has most that are rightly spelled."""
        return word in self._numbers

    def numbers(self, text: str, most: int) -> list[int]:
        """The numbers of a text's pieces, `most` at most with the signs for its beginning and end."""
        plain = unicodedata.normalize("NFD", text.lower())
        plain = "".join(each for each in plain if unicodedata.category(each) != "Mn")
        found = [self._first]
        for part in _PART.findall(plain.replace("_", " _ ")):
            found += self._pieces(part)
            if len(found) >= most:
                break
        return [*found[: most - 1], self._last]

    def _pieces(self, word: str) -> tuple[int, ...]:
        if word not in self._cut:
            self._cut[word] = tuple(self._longest_first(word))
        return self._cut[word]

    def _longest_first(self, word: str) -> list[int]:
        if len(word) > _LONGEST_WORD:
            return [self._unknown]
        found, start = [], 0
        while start < len(word):
            lead = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self._numbers.get(lead + word[start:end])
                if number is not None:
                    found.append(number)
                    break
            else:
                return [self._unknown]
            start = end
        return found
