"""Labels in lines and what stands at them: behind, below or above.

In go lines, out come `Labelled` values in reading order; tables are the business of `grids`. Nothing here knows what a
label means beyond its key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from operator import itemgetter

from checkers.document import Role
from checkers.layout import (
    BOX_EMPTY,
    BOX_TICKED,
    BOX_UNCLEAR,
    OBJECT,
    Line,
    Mark,
    Segment,
    split_segments,
)
from checkers.understand.electronic import electronic_name, is_stamp
from checkers.words import bare_labels, form_meaning, holds, is_signature, label_key, load, phrases, plain, taught_words

SIGNATURE = "signature"
"""The key of labels that ask for a signature; their words are in words/signatures.toml."""

RUNNING = frozenset({"narrative", "plan_notes", "aims", "present_levels", "annual_goal", "reason"})
"""Labels whose value may run on over many lines."""

_BEFORE_DASH = frozenset(
    {"child_name", "birth_date", "service_date", "date", "time", "start_time", "end_time", "provider"}
)
"""Labels that a dash may stand behind in the place of a colon."""
_BOXES = BOX_EMPTY + BOX_TICKED + BOX_UNCLEAR
_SEPARATOR = re.compile(
    r"(?P<colon>[ \t]*(?:(?<!\d):|:(?![\d/])))"
    r"|(?P<ask>\?:?(?=\s))"
    r"|(?P<dash>\s[-–—]\s)"
    r"|(?P<rule>_{2,}|\.{5,}|(?<= )\.{3,}(?= |$)|(?:\. ){4,}|…{2,})"
    r"|(?P<gap>\t+| {3,}| \| )"
    rf"|(?P<picture>[ \t]*(?={OBJECT}))"
)
_LONGEST_LABEL = 10
_FILLER = re.compile(r"[_\s.…\-–—:*|]+")
_BOX = rf"[{_BOXES}□■☑✓✔]|\[\s*[xX✓✔]?\s*\]|\(\s*[xX✓✔]?\s*\)"
_LEADING = re.compile(rf"^(?:[\s•·▪*#>\-–—\ufffd]|{_BOX})*(?:\d{{1,2}}[.)]\s+)?")
_BEHIND_BOX = re.compile(rf".*(?:{_BOX})\s*", re.DOTALL)
_BEHIND_THING = re.compile(rf".*(?:{_BOX}|{OBJECT})\s*", re.DOTALL)
_SENTENCE_ENDS = re.compile(r"(?<!\w)[a-z]{3,}[.!?]\s+(?=[A-Z])")
"""The end of a sentence, behind which a label may begin: "Click or tap to enter a date. Time: "."""
_BEHIND_TITLE = re.compile(r"\s[-–—]\s+(?P<label>[\w'’ ]{3,40})$")
"""The label behind a title in one line: "Session Notes – Student: "."""
_UNKNOWN_LABEL = re.compile(r"[A-Z][\w'’/&#().,\- ]{1,50}")
_SIGNATURE_AND_DATE = re.compile(
    r"^[\w'’/ ]*(?:signature|signed|credentials|title)\s*(?:/|&|,|\band\b)\s*date\s*$", re.IGNORECASE
)
_A_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}")
_REMARK = re.compile(r"\([^)]*\)")
_DIGIT_AHEAD = re.compile(r"\s+(?=[\d_])")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and the raw text at it.

    `order` is the index of the label's line, `at` that of the value's; `row` numbers the table row (table number, row
    number) it stands in; `column` is true where the label heads a column of a table.
    """

    key: str | None
    label: str
    value: str
    order: int
    at: int
    line: Line
    start: int = 0
    marks: tuple[Mark, ...] = ()
    row: tuple[int, int] | None = None
    column: bool = False
    role: Role | None = None
    """Whose signature it is, where the form was taught."""
    untouched: str = ""
    """What the empty form has there itself, where nothing else stands."""

    @property
    def empty(self) -> bool:
        """Whether nothing but filler (underscores, dots, spaces) stands there."""
        return not _FILLER.sub("", self.value)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line with its index in the document."""

    order: int
    line: Line


def key_of(words: str) -> str | None:
    """What a label means: a key of words/labels.toml, `SIGNATURE`, or None for no known label."""
    words = words.strip()
    if not words or len(words) > 120:
        return None
    if meaning := form_meaning(words):
        return SIGNATURE if is_signature(meaning) else label_key(words)
    if _SIGNATURE_AND_DATE.search(words):
        return SIGNATURE
    known = label_key(words)
    if known is None or "prepared by" in words.casefold():
        return SIGNATURE if is_signature_label(words) else known
    return known


def is_signature_label(words: str) -> bool:
    """Whether these words ask for a signature, and are no sentence about one."""
    if meaning := form_meaning(words):
        return is_signature(meaning)
    bare = plain(words)
    if {bare, plain(_REMARK.sub(" ", words))} & phrases("signatures", "labels"):
        return True
    if bare in phrases("signatures", "stand_ins"):
        return False
    if (
        not bare
        or len(bare.split()) > _LONGEST_LABEL
        or "signed by " in bare
        or electronic_name(words)
        or is_stamp(words)
        or holds(bare, phrases("signatures", "not_lines"))
    ):
        return False
    if words.rstrip().endswith(".") or _A_DAY.search(words) or _with_its_value(words) or _with_a_stand_in(words):
        return False
    return holds(bare, phrases("signatures", "label_words")) is not None or _is_somebodys(bare)


def _with_its_value(words: str) -> re.Match[str] | None:
    """The label and the name behind it, where both stand in these words ("Therapist Signature Ana Diaz, CCC-SLP")."""
    match = None if electronic_name(words) else _SIGNATURE_THEN_NAME.fullmatch(words.strip())
    return match if match and (match["colon"] or _TITLE.search(match["name"])) else None


def _with_a_stand_in(words: str) -> bool:
    """Whether words that stand in for a signature stand behind the label ("Signature: XXXX")."""
    _, colon, behind = words.rpartition(":")
    return bool(colon) and plain(behind) in phrases("signatures", "stand_ins")


_SIGNATURE_THEN_NAME = re.compile(
    r"(?P<label>[\w'’/ ]*(?i:signature|signed by|firma))(?:(?P<colon>\s*:\s*)|\s+)"
    r"(?P<name>[A-ZÀ-Þ][\w'’.\-]+,? [A-ZÀ-Þ].*)",
    re.DOTALL,
)
_TITLE = re.compile(r",\s*[A-Z][A-Za-z./\-]{0,12}(?:[,\s]+[A-Z][A-Za-z./\-]{0,12})*\s*$")
"""Degrees and credentials behind a name."""


def _is_somebodys(bare: str) -> bool:
    """Whether plain words say who is to sign ("Parent sign here", "Signed by provider"); "New sign" does not."""
    signs = _SIGNS.sub(" ", f" {bare} ")
    rest = signs.split()
    return signs.strip() != bare and bool(rest) and all(word in _people() for word in rest)


@cache
def _people() -> frozenset[str]:
    """The words by which signature lines call those who sign."""
    roles = load("signatures")["roles"].values()
    return frozenset(word for words in roles for each in words for word in plain(each).split())


_SIGNS = re.compile(r"(?<= )(?:please )?sign(?:ed)?(?: here| by| off)?(?= )")


# --- lines ---------------------------------------------------------------------------------------------------------


def in_line(numbered: Numbered) -> list[Labelled]:
    """The labels inside one line with the text behind each, from left to right."""
    text = numbered.line.text
    found: list[tuple[str | None, int, int, int]] = []  # key, label start, label end, value start
    alone = False  # whether the last label was ended by a gap alone, so that another may follow as bare
    cursor = _LEADING.match(text).end() if text else 0  # type: ignore[union-attr]  # it matches the empty string too
    for kind, start, end in _separators(text, cursor):
        if start < cursor:
            continue
        running = bool(found) and found[-1][0] in RUNNING
        unanswered = bool(found) and not alone and _unfilled(text, found[-1][3], cursor)
        if kind == "gap" and unanswered and text[cursor:start].strip():
            cursor = end  # "Setting: Preschool    ": the words behind a colon are its value, label or not
        elif label := _label_before(
            text,
            cursor,
            start,
            kind=kind,
            inside=bool(found) and found[-1][0] is not None and not running,
        ):
            found.append((label[0], label[1], label[2], label[2] if kind == "rule" else end))
            cursor, alone = end, kind == "gap"
        elif kind == "gap" or (kind == "rule" and not running):
            cursor = end
        elif kind == "colon" and not found and _UNKNOWN_LABEL.fullmatch(text[cursor:start].strip()):
            found.append((None, cursor, start, end))
            cursor = end
    rest = text[cursor:]
    if not found or alone or (found[-1][0] not in RUNNING and found[-1][3] != cursor):
        key = key_of(rest.strip(" *:"))
        if key and not (
            key in _WHO and found and found[-1][0] == "coordinator" and _unfilled(text, found[-1][3], cursor)
        ):
            found.append((key, cursor, len(text), len(text)))
        elif not key and not found and (direct := _label_then_digits(rest)):
            found.append((direct[0], cursor, cursor + direct[1], cursor + direct[1]))
    return [
        _cut(numbered, key, text[start:end], value_start, found[index + 1][1] if index + 1 < len(found) else len(text))
        for index, (key, start, end, value_start) in enumerate(found)
    ]


_WHO = frozenset({"provider", "credentials"})
"""Labels that are answers too, where a coordinator is asked for: "Coordinator of Services:    SEIT provider"."""


def _unfilled(text: str, start: int, end: int) -> bool:
    return not text[start:end].strip(" _\t")


def _separators(text: str, begin: int) -> Iterator[tuple[str, int, int]]:
    """What may stand between a label and its value, each by its kind, beginning and end.

    A dash only behind the first label, which is one of a few. A picture alone stands between a label and its value
    where the label asks for a signature, and nothing where a form that the user taught has a blank alone there.
    """
    found = [(match.lastgroup or "", *match.span()) for match in _SEPARATOR.finditer(text)]
    found += [("bare", end, end) for _, end in bare_labels(text)]
    for kind, start, end in sorted(found, key=itemgetter(1)):
        before = text[begin:start].strip(" *")
        if kind == "picture":
            if is_signature_label(before):
                yield kind, start, end
        elif kind != "dash" or ("(" not in before and label_key(before) in _BEFORE_DASH):
            yield kind, start, end


def _label_before(text: str, cursor: int, end: int, *, kind: str | None, inside: bool) -> tuple[str, int, int] | None:
    """The known label before `end`, with its beginning and end: all words from `cursor`, or the last ones.

    The last ones behind an earlier value, or behind a title; the first ones where a value was written over a rule.
    """
    if end - cursor > _REACH:
        cursor = text.find(" ", end - _REACH, end) + 1 or end
    if box := (_BEHIND_THING if inside else _BEHIND_BOX).match(text, cursor, end):
        cursor = box.end()
    candidate = text[cursor:end]
    if not candidate.strip() or (kind == "rule" and taught_words() and not form_meaning(candidate.strip(" *"))):
        return None  # of a form that was taught it is known what stands before its rules
    if key := key_of(candidate.strip(" *")):
        return key, cursor + len(candidate) - len(candidate.lstrip()), end
    if kind == "rule" and (valued := _over_a_rule(candidate, text[cursor - 1 : cursor], inside=inside)):
        return valued[0], cursor + len(candidate) - len(candidate.lstrip()), cursor + valued[1]
    if not inside and (titled := _BEHIND_TITLE.search(candidate)) and (key := key_of(titled["label"])):
        return key, cursor + titled.start("label"), end
    if not inside or kind == "gap":
        return None
    starts = [match.start() for match in re.finditer(r"(?<!\S)\S", candidate)][-_LONGEST_LABEL:]
    for start in starts[1:] if starts and starts[0] == 0 else starts:
        if not _SENTENCE_ENDS.search(candidate, start) and (key := key_of(candidate[start:].strip(" *"))):
            return key, cursor + start, end
    return None


_REACH = 400
"""In letters: no label begins so far before its colon."""


def _over_a_rule(text: str, before: str, *, inside: bool) -> tuple[str, int] | None:
    """The label of a text that is written over a rule with its value; behind another label, only where a blank ends."""
    if not inside:
        return _label_then_value(text)
    return _label_then_words(text) if before in _ENDS_OF_BLANKS and text[0].isspace() else None


_ENDS_OF_BLANKS = frozenset("_.…")


def _label_then_digits(text: str) -> tuple[str, int] | None:
    """A label at the beginning of a line with figures right behind it: "Date 3/4/2026", "Time 9:00 - 9:30"."""
    if (match := _DIGIT_AHEAD.search(text)) and (key := label_key(text[: match.start()])):
        return key, match.end()
    return None


def _label_then_value(text: str) -> tuple[str, int] | None:
    """A label with its value right behind it, both written over a rule: "Date 3/4/2026____"."""
    if match := _with_its_value(text):
        return SIGNATURE, match.end("label")
    return _label_then_digits(text) or _label_then_name(text)


def _label_then_name(text: str) -> tuple[str, int] | None:
    """A label with a name and its title right behind it: "Coordinator of Services Ana Diaz, Teacher____"."""
    found = _label_then_words(text)
    named = found and _NAME_AND_TITLE.fullmatch(text, found[1])
    return found if named and not key_of(named["name"]) else None


def _label_then_words(text: str) -> tuple[str, int] | None:
    """The longest known label at the beginning of a text, with figures or a capital behind it, no other label."""
    if digits := _label_then_digits(text):
        return digits
    for match in reversed(list(_CAPITAL_AHEAD.finditer(text, 0, _LONGEST_PREFIX))):
        if key := label_key(text[: match.start()]):
            return None if key_of(text[match.end() :]) else (key, match.end())
    return None


_LONGEST_PREFIX = 60
_CAPITAL_AHEAD = re.compile(r"(?<=\S)\s+(?=[A-ZÀ-Þ])")
_NAME_AND_TITLE = re.compile(r"(?P<name>[A-ZÀ-Þ][\w.'’\-]*(?:\s[A-ZÀ-Þ][\w.'’\-]*){1,3}),\s*[A-Z][\w.,/\- ]*")


def _cut(numbered: Numbered, key: str | None, label: str, start: int, end: int) -> Labelled:
    line = numbered.line
    if key not in RUNNING and (stroke := line.text.find(" | ", start, end)) > start and line.text[start:stroke].strip():
        end = stroke  # an upright stroke parts what stands side by side
    marks = tuple(mark for mark in line.marks if start <= mark.start < end or (mark.start == mark.end == end))
    value = line.text[start:end]
    if end < len(line.text):
        value = _NEXT_ITEM.sub("", value)
    return Labelled(key, label.strip(" :*\t"), value.strip(), numbered.order, numbered.order, line, start, marks)


_NEXT_ITEM = re.compile(r"(?:^|\t|_| {2,})\s*\d{1,2}[a-z]?[.)]\s*$")
"""The number of the next item of a form, which stands before its label: "1. Name: ____   2. Date of Birth: "."""


def in_lines(lines: Sequence[Numbered]) -> Iterator[Labelled]:
    """The labels in consecutive lines, each with its value: behind it, in the lines below it, or on the line above."""
    lines = _unwrapped(lines)
    found = [in_line(each) for each in lines]
    used: set[int] = set()
    answers: set[int] = set()  # lines that hold the values of the labels above them
    for index, labels in enumerate(found):
        if index in used or not labels:
            continue
        if index - 1 not in answers and (above := _values_above(lines, found, index)):
            yield from above
            continue
        if below := _values_below(lines, found, index):
            used.add(index + 1)
            answers.add(index + 1)
            yield from below
            continue
        *before, last = labels
        yield from before
        if answer := _answer_below(last, lines, found, index):
            used.add(index + 1)
            yield answer
            continue
        yield _with_lines_below(last, lines, found, index, used)


def _unwrapped(lines: Sequence[Numbered]) -> Sequence[Numbered]:
    """The lines with labels that were too long for their column, and go on below it, put together again.

    "Date of IEP    5/20/2026" above "Meeting:" says "Date of IEP Meeting:    5/20/2026". The line below is emptied.
    """
    whole = list(lines)
    for index, (upper, lower) in enumerate(pairwise(lines)):
        if whole[index].line is upper.line and (joined := _joined(upper.line, lower.line)):
            whole[index] = Numbered(upper.order, joined)
            whole[index + 1] = Numbered(lower.order, replace(lower.line, text="", segments=None, marks=(), emphasis=()))
    return whole


def _joined(upper: Line, lower: Line) -> Line | None:
    """One line of two, where each piece of the lower one goes on with the piece above it, and one makes it a label."""
    if not upper.segments or (not lower.text.rstrip().endswith(":") and ":" not in lower.text):
        return None
    pieces = [upper.text[each.start : each.end].strip() for each in upper.segments]
    if len(pieces) < _SIDE_BY_SIDE or upper.marks or lower.marks:
        return None
    below = lower.segments or ()
    labels = 0
    for each in below:
        text = lower.text[each.start : each.end].strip()
        at = next((at for at, over in enumerate(upper.segments) if abs(over.left - each.left) <= _SAME_LEFT), None)
        if at is None:
            return None
        if text.endswith(":"):
            alone, together = key_of(pieces[at]), key_of(f"{pieces[at]} {text}".rstrip(" :"))
            if pieces[at].endswith(":") or alone not in (None, together) or together == SIGNATURE:
                return None  # "Therapist    Dana Example" may stand above an empty "Signature:"
            labels += together is not None
        pieces[at] = f"{pieces[at]} {text}"
    if not labels:
        return None
    starts, text, found = upper.segments, "", []
    for over, piece in zip(starts, pieces, strict=True):
        text += "\t" if text else ""
        found.append(replace(over, start=len(text), end=len(text) + len(piece)))
        text += piece
    return replace(upper, text=text, segments=tuple(found), emphasis=())


_SAME_LEFT = 3.0
"""How far apart two pieces of one column may begin, in the points of a page."""


def _with_lines_below(
    last: Labelled, lines: Sequence[Numbered], found: list[list[Labelled]], index: int, used: set[int]
) -> Labelled:
    """Give the last label of a line what follows in the next lines: running text, or a short value on the next line."""
    if last.empty and index + 1 < len(lines) and _is_service_of(last.key, lines[index + 1].line.text):
        used.add(index + 1)
        below = lines[index + 1]
        return replace(last, value=below.line.text.strip(), at=below.order, line=below.line, start=0)
    following = _following(last, lines, found, index)
    if last.key in RUNNING and following:
        used.update(following)
        first = lines[following[0]]
        text = "\n".join([last.value, *(lines[each].line.text.strip() for each in following)]).strip()
        at = last if not last.empty else replace(last, at=first.order, line=first.line, start=0)
        return replace(at, value=text)
    if last.key and last.empty and following and _fits(last.key, lines[following[0]].line.text):
        first = lines[following[0]]
        text = first.line.text.strip()
        return replace(last, value=text, at=first.order, line=first.line, start=0, marks=first.line.marks)
    return last


def _following(last: Labelled, lines: Sequence[Numbered], found: list[list[Labelled]], index: int) -> list[int]:
    """The positions of the lines below the one at `index` that go on from its last label: up to the next label."""
    following: list[int] = []
    for position in range(index + 1, len(lines)):
        line = lines[position].line
        if (any(label.key for label in found[position]) and not _is_told(last, found[position])) or line.heading:
            break
        if _ends_text(line.text) or (last.key not in RUNNING and _has_own_label(found[position])):
            break
        if not following and _ASKS_BY_BOXES.match(line.text):
            break
        if position + 1 < len(lines) and _is_rule(lines[position + 1].line.text) and _is_signer(line.text):
            break
        if line.text.strip():
            following.append(position)
            if last.key not in RUNNING:
                break
        elif last.key == "coordinator":
            break  # a blank line ends it: below may stand the heading of the next section
    return following


def _has_own_label(labels: Sequence[Labelled]) -> bool:
    """Whether a line has a label of its own that nobody knows, with what it asks for: "Parent(s): Ana Diaz"."""
    return bool(labels) and not labels[0].empty and len(labels[0].label.split()) <= _LONGEST_UNKNOWN


_LONGEST_UNKNOWN = 4


_ASKS_BY_BOXES = re.compile(rf"[^:\n]{{2,40}}:\s*(?:{_BOX}).*(?:{_BOX})")
"""A line that asks something of its own, with boxes to tick."""


def _is_service_of(key: str | None, text: str) -> bool:
    """Whether a line names the service (words that are a label elsewhere) that the label above it asks for."""
    bare = plain(text)
    named = bare in phrases("activities", "coordination", "labels") or bare in _service_names()
    return key in _SERVICE_KEYS and named and ":" not in text


@cache
def _service_names() -> frozenset[str]:
    return frozenset(plain(name) for entry in load("services").values() for name in entry["names"])


_SERVICE_KEYS = frozenset({"service", "service_type", "activity"})


def _answer_below(
    last: Labelled, lines: Sequence[Numbered], found: list[list[Labelled]], index: int
) -> Labelled | None:
    """What stands below a label that asks for an activity or service, where its words are a label elsewhere."""
    if last.key not in _ASKS or not last.empty or not lines[index].line.text.rstrip().endswith(":"):
        return None
    below = found[index + 1] if index + 1 < len(lines) else []
    if len(below) != 1 or below[0].key not in _ANSWERS or below[0].label != lines[index + 1].line.text.strip():
        return None
    at = lines[index + 1]
    return replace(last, value=below[0].label, at=at.order, line=at.line, start=0, marks=at.line.marks)


_ASKS = frozenset({"activity", "service_type"})
_ANSWERS = frozenset({"coordinator", "services_heading", "service", "meeting_date"})
"""Labels that are values too: "Type of Activity:" above "Coordination of Services"."""


def _is_told(last: Labelled, labels: Sequence[Labelled]) -> bool:
    """Whether a line under a note's label only begins like a label ("Time: he told morning from night, 6/8.")."""
    told = len(labels) == 1 and labels[0].key not in RUNNING and labels[0].key != SIGNATURE
    return last.key == "narrative" and told and len(labels[0].value.split()) >= _A_SENTENCE


_A_SENTENCE = 6
_A_RULE = 8
_SIGNER = re.compile(
    r"\S(?:\t| {3,})\S|\d[/.-]\d|\b(?:CCC|SLP|OTR|COTA|PT|PTA|MS|MA|M\.S\.|SEIT|LMSW|LCSW|TSSLD|MSEd)\b"
)


def _is_rule(text: str) -> bool:
    """Whether a line begins with a rule to write on; behind a label it has its own value to wait for."""
    return text.count("_") >= _A_RULE and ":" not in text.partition("__")[0]


def _is_signer(text: str) -> bool:
    """Whether a line right above a rule is a name typed over it, and not the last line of a text."""
    return len(text.split()) <= 10 and not text.rstrip().endswith(".") and bool(_SIGNER.search(text))


def _ends_text(text: str) -> bool:
    """Whether a line cannot belong to running text: a rule to sign on, an electronic signature."""
    return text.count("_") >= _A_RULE or "signed by" in text.casefold() or text.strip().startswith(("/s/", "s/ "))


def _fits(key: str, text: str) -> bool:
    """Whether a line may be the value of a label that stands alone on the line above it."""
    bare = _FILLER.sub(" ", text).strip()
    if "date" in key:
        return bool(re.search(r"\d", bare)) and len(bare.split()) <= 5
    if key == SIGNATURE:
        return OBJECT in text or (bool(bare) and len(bare.split()) <= 8 and not bare.endswith("."))
    return len(bare.split()) <= 8 and not bare.endswith(".") and not _ITEM_NUMBER.match(text.strip())


_ITEM_NUMBER = re.compile(r"\d{1,2}[a-z]?[.)]\s+[A-Z]")
"""A form's next item: "14. Authorization of Placement"."""


def _values_above(lines: Sequence[Numbered], found: list[list[Labelled]], index: int) -> list[Labelled]:
    """Labels printed under rules ("Signature      Date"): the value of each is what stands above it.

    Only where the line holds nothing but labels and the line above is a rule to write on, with or without something
    on it, that is no label's value itself.
    """
    line = lines[index].line
    top = _rule_over(lines, found, index)
    if top is None or ":" in line.text or any(label.value for label in found[index]):
        return []
    above = lines[top]
    if (
        top >= 1
        and not above.line.text.strip(" _\t")
        and not any(label.key for label in found[top - 1])
        and (OBJECT in lines[top - 1].line.text or _is_signer(lines[top - 1].line.text))
    ):
        above = lines[top - 1]
    tops = above.line.segments or _rule_segments(above.line.text)
    bottoms = line.segments or split_segments(line.text)
    labels = [(key_of(line.text[piece.start : piece.end]), piece) for piece in bottoms]
    if not any(key for key, _ in labels):
        return []
    values: list[Labelled] = []
    for position, (key, piece) in enumerate(labels):
        if len(tops) == len(bottoms):
            mine = [tops[position]]
        else:
            mine = [top for top in tops if top.left < piece.right and piece.left < top.right]
        start, end = (mine[0].start, mine[-1].end) if mine else (0, 0)
        value = _cut(above, key, line.text[piece.start : piece.end], start, end)
        values.append(replace(value, order=lines[index].order))
    return values


def _values_below(lines: Sequence[Numbered], found: list[list[Labelled]], index: int) -> list[Labelled]:
    """Labels side by side ("Student    DOB") with the value of each right below: as many pieces, none a label."""
    if index + 1 >= len(lines) or any(label.key for label in found[index + 1]):
        return []
    line, below = lines[index].line, lines[index + 1]
    heads = line.segments or split_segments(line.text)
    values = below.line.segments or split_segments(below.line.text)
    keys = [key_of(line.text[piece.start : piece.end].strip(" :*")) for piece in heads]
    if len(heads) < _SIDE_BY_SIDE or len(values) != len(heads) or None in keys:
        return []
    drawn = [below.line.text[piece.start : piece.end].strip() == OBJECT for piece in values]
    if (
        SIGNATURE in keys
        and not all(drawn)
        and not any(
            "date" in (key or "") and _fits(key or "", below.line.text[piece.start : piece.end])
            for key, piece in zip(keys, values, strict=True)
        )
    ):
        return []  # a name alone may be printed below the line to sign on
    return [
        replace(_cut(below, key, line.text[head.start : head.end], value.start, value.end), order=lines[index].order)
        for key, head, value in zip(keys, heads, values, strict=True)
    ]


_SIDE_BY_SIDE = 2


def _rule_over(lines: Sequence[Numbered], found: list[list[Labelled]], index: int) -> int | None:
    """The line to write on over a line of labels: right above it, or over one or two lines with name and title."""
    signs = any(label.key == SIGNATURE for label in found[index])
    for above in range(index - 1, max(index - 1 - _CAPTION_LINES, -1), -1):
        text = lines[above].line.text
        labels = [label for label in found[above] if label.key]
        if not labels and (text.count("_") >= 4 or OBJECT in text or (signs and electronic_name(text))):
            rules = len(lines[above].line.segments or _rule_segments(text))
            matches = electronic_name(text) or (rules > 1 and rules == len(found[index]))
            heads_it = above and _stands_alone(found[above - 1]) and _rule_over(lines, found, above - 1) is None
            return None if heads_it and not matches else above
        caption = text.strip() and len(text.split()) <= _LONGEST_LABEL and ":" not in text and not text.endswith(".")
        if not caption or any(label.value or label.key == SIGNATURE for label in labels):
            return None
        if not any(label.key == SIGNATURE for label in found[index]):
            return None
    return None


def _stands_alone(labels: Sequence[Labelled]) -> bool:
    """Whether a line is nothing but labels, so that what they ask for stands above or below."""
    return any(label.key for label in labels) and not any(label.value for label in labels)


_CAPTION_LINES = 3
_RULE_GAP = re.compile(r"(?<=_)\s+(?=_)|\t+| {3,}")


def _rule_segments(text: str) -> tuple[Segment, ...]:
    """The rules of a line to write on: cut at gaps, and between two rules of underscores."""
    pieces: list[Segment] = []
    start = 0
    for gap in (*_RULE_GAP.finditer(text), None):
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            pieces.append(Segment(start, end, float(start), float(end)))
        if gap:
            start = gap.end()
    return tuple(pieces)
