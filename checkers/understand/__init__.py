"""From the page to its meaning: a reader's `Reading` becomes the `Document` that rules see.

The steps, in order: number the lines; find labels and what stands at them (`labelled`, `grids`); find boxes
(`boxes`); tell the kind (`kinds`); find signatures (`signing`), taking their dates away from the other labels; make
fields with their dates (`dates`); then the sessions of a note (`sessions`), or the goals, services and coordinators of
a plan or a STAC-1 (`goals`, `services`, `coordinators`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checkers.document import (
    PLANS,
    RECORDS,
    Activity,
    Checkbox,
    DateFound,
    Document,
    Entry,
    Evidence,
    Field,
    Kind,
    Signature,
)
from checkers.form import Form
from checkers.layout import Block, Emphasis, Line, MarkKind, Place, Reading, lines_of
from checkers.outcome import Spot
from checkers.understand.boxes import boxes_in, find_boxes
from checkers.understand.coordinators import coordinator_field, find_coordinators, is_of_early_intervention
from checkers.understand.dates import (
    PageDates,
    Written,
    blank_date,
    compact_date,
    day_stands_first,
    find_dates,
    find_page_year,
    unbroken,
)
from checkers.understand.goals import find_goals
from checkers.understand.grids import in_blocks
from checkers.understand.kinds import recognise_kind
from checkers.understand.labelled import SIGNATURE, Labelled
from checkers.understand.page import Page
from checkers.understand.sections import find_sections
from checkers.understand.services import find_services, services_heading
from checkers.understand.sessions import find_sessions
from checkers.understand.signing import find_signatures
from checkers.understand.taught import at_their_places, in_standard_words, without_printed
from checkers.understand.templates import is_instruction, template_in
from checkers.understand.unused_rows import Rows, emptied, unused_rows
from checkers.words import form_words, phrases, plain

_DATED = re.compile(r"date|period")
_YES = frozenset({"yes", "y", "true", "x", "checked", "checked true", "on", "1"})
_NO = frozenset({"no", "n", "false", "unchecked", "checked false", "off", "0"})
_DRAFT = re.compile(r"\bdraft\b|\bproposed\b|\bfor discussion\b", re.IGNORECASE)
_DRAFT_LINES = 12
_TITLE_LINES = 4
_DAYS_OF_SERVICE = frozenset({"dates of service", "service dates", "dates of services"})
_LEADER = re.compile(r"(?:[.…]\s?){3,}")
_FILLING_LEADER = re.compile(r"\s(?:[.…]\s?){3,}$")
_MEDICAID = frozenset({"medicaid_box", "medicaid_positive"})


def understand(reading: Reading, form: Form | None = None) -> Document:
    """Make the document model of a file as read. Never raises for what a document holds.

    `form`: the form that a user taught and that the document was made from; what they said of it goes before all else.
    """
    with form_words(form.words if form else None):
        return _understood(reading, form)


def labels_in(reading: Reading, form: Form) -> list[Labelled]:
    """The labels that are seen in a document that was made from that form."""
    with form_words(form.words):
        return _labelled(_own_blocks(reading, form), form)


def _own_blocks(reading: Reading, form: Form | None) -> tuple[Block, ...]:
    """The blocks without the title, and without what the form prints itself and asks for nothing."""
    blocks = _untitled(reading.blocks)
    return without_printed(blocks, form) if form else blocks


def _labelled(blocks: tuple[Block, ...], form: Form | None) -> list[Labelled]:
    labelled = _without_title(list(in_blocks(blocks, _first_lines(blocks), 0)))
    return list(at_their_places(labelled, form)) if form else labelled


def _understood(reading: Reading, form: Form | None) -> Document:
    lines = tuple(lines_of(reading.blocks))
    blocks = _own_blocks(reading, form)
    labelled = _labelled(blocks, form)
    unused = unused_rows(labelled)
    labelled = _in_context(emptied(labelled, unused))
    recognised = recognise_kind(lines, labelled, form)
    page_dates = _page_dates(lines, labelled)
    drawn = tuple(find_boxes(reading.blocks))
    if form:
        drawn = tuple(in_standard_words(drawn, form))
    boxes = (*drawn, *_word_boxes(labelled, drawn, lines))
    signing = find_signatures(labelled, lines, recognised.kind, page_dates, reading.signed)
    others = [
        item if (key := _key_in_context(item, labelled, recognised.kind)) == item.key else replace(item, key=key)
        for index, item in enumerate(labelled)
        if index not in signing.used
    ]
    fields = {id(item): _field(item, page_dates) for item in others}
    doc = Document(
        reading=reading,
        lines=lines,
        kind=recognised.kind,
        kind_reason=recognised.reason,
        kind_confidence=recognised.confidence,
        fields=tuple(fields.values()),
        boxes=tuple(sorted(boxes, key=lambda box: box.order)),
        signatures=signing.signatures,
        is_report=recognised.report,
        is_draft=_is_draft(lines),
        template_words=tuple(_template_words(lines, labelled, unused)),
    )
    if doc.kind in RECORDS and not doc.is_report:
        activity = form.kind.activity if form else Activity.UNKNOWN
        own = tuple(lines_of(blocks)) if form else lines
        page = Page(own, labelled, others, fields, doc.boxes, doc.signatures, page_dates, _title(lines), activity)
        sessions = find_sessions(page)
        signatures = tuple(_asked_for(doc.signatures, sessions.entries))
        doc = replace(doc, entries=sessions.entries, units_total=sessions.units_total, signatures=signatures)
    if doc.kind in PLANS | {Kind.STAC1}:
        doc = _with_services(doc, [replace(item, value=fields[id(item)].value) for item in others], lines)
    doc = replace(doc, is_template=recognised.instructions or _is_blank_form(doc))
    return replace(doc, dates=tuple(_dates(doc)))


def _first_lines(blocks: Sequence[Block]) -> dict[int, int]:
    """The index of each cell's first line, by the cell's identity."""
    first: dict[int, int] = {}

    def walk(inner: Sequence[Block], order: int) -> int:
        for block in inner:
            if isinstance(block, Line):
                order += 1
                continue
            for row in block.rows:
                for cell in row.cells:
                    first[id(cell)] = order
                    order = walk(cell.blocks, order)
        return order

    walk(blocks, 0)
    return first


def _untitled(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the document's own title ("Session Notes") blanked, which would label what stands below it."""
    seen = 0
    for index, block in enumerate(blocks):
        if not isinstance(block, Line):
            break
        seen += bool(block.text.strip())
        if seen > _TITLE_LINES:
            break
        if plain(block.text) in phrases("kinds", "progress_note", "titles") and ":" not in block.text:
            return (*blocks[:index], replace(block, text="", marks=()), *blocks[index + 1 :])
    return blocks


def _without_title(labelled: list[Labelled]) -> list[Labelled]:
    """Leave out a title such as "Progress Note" above the first label; further down it labels the narrative."""
    for index, item in enumerate(labelled):
        if (
            item.key == "narrative"
            and plain(item.label) in phrases("kinds", "progress_note", "titles")
            and ":" not in item.line.text
        ):
            return labelled[:index] + labelled[index + 1 :]
        if item.key:
            return labelled
    return labelled


def _in_context(labelled: list[Labelled]) -> list[Labelled]:
    """The labels with "Dates of Service" as a note's days, unless an IEP's labels tell that they are its services'."""
    dated = {item.row for item in labelled if item.key in ("service_date", "date")}
    labelled = [
        replace(item, key="date") if item.key == "day" and item.row not in dated and _is_day(item) else item
        for item in labelled
    ]
    if {item.key for item in labelled} & {"meeting_date", "review_date", "service", "annual_goal"}:
        return labelled
    return [replace(item, key="service_date") if plain(item.label) in _DAYS_OF_SERVICE else item for item in labelled]


def _is_day(item: Labelled) -> bool:
    """Whether a day of the month stands there, or nothing yet in a column of days."""
    return bool(re.fullmatch(r"\d{1,2}", item.value.strip())) or (item.column and item.empty)


def _title(lines: Sequence[Line]) -> str:
    """The words of the document's title: its first short lines that carry no value."""
    top = [line for line in lines if line.text.strip()][:4]
    texts = [line.text.strip() for line in top if not boxes_in(line.text, line.marks)]
    return " ".join(text for text in texts if len(text.split()) <= 14 and not re.search(r":\s*\S", text))


def _page_dates(lines: Sequence[Line], labelled: Sequence[Labelled]) -> PageDates:
    """How the page writes dates: the year of a period's label, else of a heading that names a month or school year."""
    found = next((each for each in _years_told(lines, labelled) if each.year), PageDates())
    return replace(found, day_first=day_stands_first(line.text for line in lines))


def _years_told(lines: Sequence[Line], labelled: Sequence[Labelled]) -> Iterator[PageDates]:
    yield from (find_page_year(item.value) for item in labelled if item.key == "period" and not item.empty)
    for line in lines[: _DRAFT_LINES * 2]:
        text = line.text.strip()
        if text and len(text.split()) <= 8 and not re.search(r"rev|form|dob|birth|sign", text, re.IGNORECASE):
            month_years = [each for each in find_dates(text, short=False) if each.month_only and each.date]
            if month_years and month_years[0].date:
                yield PageDates(month_years[0].date.year, month_years[0].date.month)
            if re.search(r"school year", text, re.IGNORECASE):
                yield find_page_year(text)


def _key_in_context(item: Labelled, labelled: Sequence[Labelled], kind: Kind) -> str | None:
    """What a label means in this document, where its words alone could mean something else.

    A bare "Name" in a table of signatures, or after a signature line, is the signer's and not the child's. On an IEP
    early intervention's service coordinator coordinates nothing any more. An IFSP's "Notes" are notes on the plan.
    """
    if item.key == "coordinator" and kind is Kind.DRAFT_IEP and is_of_early_intervention(item.label):
        return None
    if item.key == "narrative" and kind is Kind.IFSP and plain(item.label) in phrases("coordinators", "notes"):
        return "plan_notes"
    if item.key != "child_name" or plain(item.label) not in ("name", "legal name"):
        return item.key
    if kind is Kind.IFSP and _stands_under_coordinator(item, labelled):
        return "coordinator"
    if item.column and any(other.row == item.row and other.key == "credentials" for other in labelled):
        return "provider"
    signatures = [other for other in labelled if other.key == SIGNATURE]
    if any(other.row == item.row for other in signatures if item.row) or any(
        other.order < item.order for other in signatures
    ):
        return "provider"
    return item.key


def _stands_under_coordinator(item: Labelled, labelled: Sequence[Labelled]) -> bool:
    """Whether a "Name" is the first thing asked for under a heading "Service Coordinator" without a value."""
    before = [other for other in labelled if other.order < item.order and not item.column]
    last = before[-1] if before else None
    return last is not None and last.key == "coordinator" and last.empty and item.order - last.order <= _NEXT_LINES


_NEXT_LINES = 2


def _field(item: Labelled, page_dates: PageDates) -> Field:
    spot = Spot(item.line.place, item.line.text.strip() or item.label)
    chosen = _without_leaders(_chosen(item))
    value = " ".join(chosen.replace("_", " ").split()) if chosen.count("\n") == 0 else chosen.replace("_", " ").strip()
    key = item.key or ""
    template = ""
    if any(mark.kind is MarkKind.PLACEHOLDER for mark in item.marks):
        shown = _placeholder(item)
        template, value = shown, value.replace(shown, "").strip()
    elif found := template_in(value, whole=True):
        template, value = found, ""
    dates: tuple[DateFound, ...] = ()
    if _DATED.search(key):
        if blank_date(value):
            value = ""
        dates = tuple(_dates_of(item, value, spot, page_dates))
    if not value.strip(" .…-–—*|:"):
        value = ""
    if item.untouched and not value:
        template = item.untouched
    return Field(key, item.label, value, spot, item.order, template, dates)


def _without_leaders(value: str) -> str:
    """A value without the dots that lead from its label to it, or fill the rest of its line."""
    lead = _LEADER.match(value)
    words = value[lead.end() if lead else 0 :]
    filling = _FILLING_LEADER.search(words, len(words.rstrip(" \t\n.…")))
    return words[: filling.start()] if filling else words


def _placeholder(item: Labelled) -> str:
    mark = next(mark for mark in item.marks if mark.kind is MarkKind.PLACEHOLDER)
    return item.line.text[mark.start : mark.end].strip() or item.value


def _chosen(item: Labelled) -> str:
    """A value that is a row of boxes to tick is the words of the ticked ones."""
    marks = [replace(mark, start=mark.start - item.start, end=mark.end - item.start) for mark in item.marks]
    offset = len(item.line.text[item.start :]) - len(item.line.text[item.start :].lstrip())
    marks = [replace(mark, start=mark.start - offset, end=mark.end - offset) for mark in marks]
    if "\n" in item.value or item.key in _MEDICAID:
        return item.value
    shift = item.start + offset
    emphasis = [Emphasis(each.start - shift, each.end - shift, each.how) for each in item.line.emphasis]
    boxes = boxes_in(item.value, marks, emphasis)
    if not boxes:
        return item.value
    ends = [*(box.start for box in boxes[1:]), len(item.value)]
    pieces = [item.value[: boxes[0].start].strip()]
    words = [item.value[box.end : end].strip() for box, end in zip(boxes, ends, strict=True)]
    if pieces[0] and not words[-1] and _ends_there(item):  # "Direct [ ]  Indirect [ ]": words before their boxes
        pieces, words = [], [*pieces, *words[:-1]]
    pieces += [box.words or word for word, box in zip(words, boxes, strict=True) if box.checked]
    return " ".join(piece for piece in pieces if piece)


def _ends_there(item: Labelled) -> bool:
    """Whether nothing follows a value on its line, or only what is set apart by a gap."""
    begin = item.line.text.find(item.value, item.start)
    rest = item.line.text[begin + len(item.value) :] if begin >= 0 else ""
    return not rest.strip() or rest.startswith(("   ", "\t"))


def _dates_of(item: Labelled, value: str, spot: Spot, page_dates: PageDates) -> Iterator[DateFound]:
    for mark in item.marks:
        if mark.kind is MarkKind.FIELD and re.fullmatch(r"\d{4}-\d{2}-\d{2}", mark.value):
            for written in find_dates(mark.value):
                yield DateFound(value or written.text, written.date, spot, item.at, written.problem)
            return
    for written in _written(value, page_dates):
        yield DateFound(written.text, written.date, spot, item.at, written.problem, written.month_only)


def _written(value: str, page_dates: PageDates) -> list[Written]:
    """The dates of a field: as in running text, and as only a field has them ("14", "030424", "3 / 4 / 2026")."""
    value = unbroken(value)
    if alone := (compact_date(value) or page_dates.day(value)):
        return [alone]
    return list(find_dates(value, page_dates)) or list(find_dates(_SPACED.sub(r"\1", value), page_dates))


_SPACED = re.compile(r"(?<=\d)\s*([/.-])\s*(?=\d)")
"""Spaces around the strokes of a date, as from a form with a field for each of its parts."""


def _word_boxes(labelled: Sequence[Labelled], drawn: Sequence[Checkbox], lines: Sequence[Line]) -> Iterator[Checkbox]:
    """A portal's "Does Not Meet Medicaid Requirements: Yes" is a box in words, where none is drawn beside it."""
    for item in labelled:
        if item.key not in _MEDICAID or any(
            abs(box.order - item.order) <= 2 and "edicaid" in box.label for box in drawn
        ):
            continue
        bare = plain(item.value)
        spot = Spot(item.line.place, item.line.text.strip())
        if _MAY_BE_BOX.match(item.line.text):
            yield Checkbox(item.label, None, spot, item.order, "a sign that may be a box")
        elif bare in _YES | _NO and _is_one_of_two(item, lines):
            yield Checkbox(item.label, None, spot, item.order, "one of two answers")
        elif bare in _YES | _NO or item.empty:
            yield Checkbox(item.label, bare in _YES, spot, item.order, "word")


def _is_one_of_two(item: Labelled, lines: Sequence[Line]) -> bool:
    """Whether the next cell holds another answer, so that both are printed and neither is chosen."""
    if item.row is None or item.at + 1 >= len(lines):
        return False
    here, beside = lines[item.at].place, lines[item.at + 1].place
    in_row = (here.table, here.row) == (beside.table, beside.row) and here.cell != beside.cell
    return in_row and plain(lines[item.at + 1].text) in (_YES | _NO) - {plain(item.value)}


_MAY_BE_BOX = re.compile(r"\s*(?:[●■◼▪•]|[oq¨£](?=\s))\s*\S")
"""Filled squares are bullets or ticks; a lone letter is what remains of a box in another font."""


def _is_draft(lines: Sequence[Line]) -> bool:
    """Whether the paper calls itself a draft: in its first lines, a header or footer, or a watermark."""
    top = [line for line in lines if line.text.strip()][:_DRAFT_LINES]
    margins = [line for line in lines if line.place.part in ("header", "footer", "textbox")]
    return any(_DRAFT.search(line.text) for line in (*top, *margins))


def _template_words(lines: Sequence[Line], labelled: Sequence[Labelled], unused: Rows) -> Iterator[Spot]:
    """Unfilled template text anywhere but in instructions, on signature lines and in rows not used yet."""
    signature_lines = {order for item in labelled if item.key == SIGNATURE for order in (item.order, item.at)}
    for order, line in enumerate(lines):
        if order in signature_lines or not line.text.strip() or (line.place.table, line.place.row) in unused:
            continue
        marked = next(
            (mark for mark in line.marks if mark.kind is MarkKind.PLACEHOLDER and mark.end > mark.start), None
        )
        if marked:
            yield Spot(line.place, line.text[marked.start : marked.end].strip())
        elif not is_instruction(line.text) and (found := template_in(line.text)):
            yield Spot(line.place, found)


def _asked_for(signatures: Sequence[Signature], entries: Sequence[Entry]) -> Iterator[Signature]:
    """The signatures without the empty cells of rows that hold no session, in a table whose other rows do."""
    tables = {entry.spot.place.table for entry in entries if entry.row}
    inside = {order for entry in entries for order in range(entry.first, entry.last + 1)}
    for each in signatures:
        blank = each.in_row and each.evidence is Evidence.BLANK
        if not blank or each.order in inside or each.spot.place.table not in tables:
            yield each


def _is_blank_form(doc: Document) -> bool:
    """A form whose fields are all empty: nothing about a child was written on it yet."""
    known = [field for field in doc.fields if field.key and field.key not in ("district", "credentials")]
    return (
        len(known) >= 4
        and not any(field.value for field in known)
        and not any(signature.evidence.signed for signature in doc.signatures)
        and not any(entry.narrative for entry in doc.entries)
    )


def _with_services(doc: Document, others: Sequence[Labelled], lines: Sequence[Line]) -> Document:
    """Add the goals and services, numbered in one count as they come, and who coordinates."""
    services = find_services(doc.kind, others, lines, doc.boxes)
    sections = find_sections(doc.kind, lines, doc.boxes, frozenset(_beside_sections(doc)))
    goals = find_goals(doc.kind, doc.fields, sections, lines)
    first = {line.place: order for order, line in reversed(tuple(enumerate(lines)))}
    at = {service.number: first.get(service.spot.place, 0) for service in services}
    counted = sorted(
        [
            *((goal.order, 0, index) for index, goal in enumerate(goals)),
            *((at[each.number], 1, index) for index, each in enumerate(services)),
        ]
    )
    number = {(what, index): place for place, (_, what, index) in enumerate(counted, start=1)}
    return replace(
        doc,
        sections=sections,
        goals=tuple(replace(goal, number=number[0, index]) for index, goal in enumerate(goals)),
        services=tuple(replace(each, number=number[1, index]) for index, each in enumerate(services)),
        services_spot=services_heading(others, lines) or (services[0].spot if services else None),
        coordinators=find_coordinators(doc.kind, others, lines, services, doc.signatures),
        coordinator_field=coordinator_field(doc.values("coordinator")),
    )


_NAMES_AND_DATES = frozenset(
    {"child_name", "child_id", "birth_date", "meeting_date", "start_date", "review_date", "end_date", "classification"}
)
"""Meanings of labels that stand at the head of a plan, and again on each of its pages."""


def _beside_sections(doc: Document) -> Iterator[int]:
    """The lines that belong to no section, wherever they stand: names and dates, and what is signed."""
    at: dict[Place, list[int]] = defaultdict(list)
    for order, line in enumerate(doc.lines):
        at[line.place].append(order)
    for field in doc.fields:
        if field.key in _NAMES_AND_DATES:
            yield from (field.order, *(at[field.spot.place] if field.spot.place.table is not None else ()))
    for signature in doc.signatures:
        yield from (signature.order, *at[signature.spot.place])
        if signature.date_spot:
            yield from at[signature.date_spot.place]
        if signature.date:
            yield signature.date.order


def _dates(doc: Document) -> Iterator[DateFound]:
    """Every date that a rule may read: those of dated fields, of sessions and of signatures."""
    seen: set[tuple[int, str]] = set()
    for date in (
        *(date for field in doc.fields for date in field.dates),
        *(entry.date for entry in doc.entries if entry.date),
        *(signature.date for signature in doc.signatures if signature.date),
    ):
        if (date.order, date.text) not in seen:
            seen.add((date.order, date.text))
            yield date
