"""The documents that are listed, the findings of the one chosen, what to do, and the page: side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import OptionList

from assistant.checking import has_page
from assistant.filtering import Filter
from assistant.tui.widgets.documents import DocumentList
from assistant.tui.widgets.findings import Explanation, FindingList
from assistant.tui.widgets.page import DocumentPage
from checkers.check import FileReport
from checkers.outcome import Outcome
from checkers.reports.manner import Order
from checkers.waivers.waiver import Waiver

Pane = Literal["documents", "findings", "page"]


class Desk(Horizontal):
    """Where one goes from document to document and from finding to finding; a filter leaves some of them out."""

    class PageWanted(Message):
        """A document is to be shown of which only the report is here."""

        def __init__(self, report: FileReport) -> None:
            super().__init__()
            self.report = report

    def __init__(self) -> None:
        super().__init__(id="work", classes="-at-documents")
        self.filter = Filter()
        self._order = Order.FILE

    def compose(self) -> ComposeResult:
        """From left to right."""
        yield DocumentList()
        with Vertical(id="middle"):
            yield FindingList()
            yield Explanation()
        yield DocumentPage()

    @property
    def _documents(self) -> DocumentList:
        return self.query_one(DocumentList)

    @property
    def _findings(self) -> FindingList:
        return self.query_one(FindingList)

    @property
    def reports(self) -> list[FileReport]:
        """All documents, shown or not."""
        return self._documents.reports

    @property
    def verdict(self) -> str:
        """What became of all documents, in words."""
        return self._documents.verdict

    @property
    def report(self) -> FileReport | None:
        """The document that is chosen."""
        return self._documents.current

    @property
    def finding(self) -> Outcome | None:
        """The finding that is chosen."""
        return self._findings.current

    @property
    def waiver(self) -> Waiver | None:
        """The waiver that is chosen, or by which the chosen finding stands."""
        return self._findings.waiver

    # --- what is listed ---

    def add(self, reports: Sequence[FileReport]) -> None:
        """List documents."""
        self._documents.add(reports)
        if self._documents.highlighted is None:
            self._documents.highlighted = 0

    def put_again(self, report: FileReport) -> bool:
        """Put a document in the place of its earlier self, the same finding chosen; False where it is not listed."""
        if not self._documents.holds(report.path):
            return False
        self._documents.add([report])
        if self.report is report:
            chosen = self.finding
            self.show_chosen()
            if chosen:
                self._findings.choose(chosen.rule, chosen.entry)
        return True

    def take_off(self) -> FileReport | None:
        """Take the chosen document off the list; gives it."""
        report = self.report
        if report:
            self._documents.take_off(report.path)
            self.show_chosen()
        return report

    def clear(self) -> None:
        """Forget all documents."""
        self._documents.clear()
        self.filter = Filter()
        self.show_chosen()

    def narrow(self, wanted: Filter) -> None:
        """Show what the filter admits."""
        self.filter = wanted
        self._documents.narrow(wanted)
        self.show_chosen()

    def turn_order(self) -> None:
        """Put findings together by who can mend them, or by session again."""
        self._order = Order.OWNER if self._order is Order.FILE else Order.FILE
        self.show_chosen()

    def say_watched(self, *, is_watched: bool) -> None:
        """Say at the list whether what is saved is checked again by itself."""
        self._documents.border_subtitle = "rechecked when saved" if is_watched else DocumentList.BORDER_SUBTITLE

    # --- what is shown ---

    @on(OptionList.OptionHighlighted, "#documents")
    def show_chosen(self) -> None:
        """Show the findings of the document under the cursor, and its page."""
        report = self.report
        self.query_one(DocumentPage).show(report.doc if report else None)
        self._findings.show(report, self.filter, self._order)
        self.explain()
        if report and not has_page(report):
            self.post_message(self.PageWanted(report))

    @on(OptionList.OptionHighlighted, "#findings")
    def explain(self) -> None:
        """Explain the finding under the cursor, and mark its place."""
        self.query_one(Explanation).show(self.report, self.finding)
        self.query_one(DocumentPage).mark(self.finding.spot if self.finding else None)

    # --- from part to part ---

    def go_to_first(self, paths: Iterable[str]) -> None:
        """Choose the first of these documents with something to mend."""
        self._documents.choose(paths)
        self.show_chosen()

    @on(OptionList.OptionSelected, "#documents")
    def open_document(self) -> None:
        """From a document to its findings, to its text where it has none."""
        self._go("findings" if self.finding or self.waiver else "page")

    @on(OptionList.OptionSelected, "#findings")
    def open_finding(self) -> None:
        """From a finding to its place."""
        self._go("page")

    def _go(self, pane: Pane) -> None:
        """Go to a part; where there is no room for all, it is shown in place of another."""
        for each in ("documents", "findings", "page"):
            self.set_class(each == pane, f"-at-{each}")
        self.query_one(f"#{pane}").focus()

    def step(self, step: int) -> bool:
        """Go to the next or the previous finding, over to the next document that has one; False where there is none."""
        if self.has_class("-at-documents"):
            self._go("findings")
        if self._findings.move(step):
            return True
        if not self._documents.move(step):
            return False
        self.call_after_refresh(self._findings.go_to_end, step)
        return True

    def turn_page(self) -> None:
        """Show the document instead of the findings, or the findings again."""
        self._go("findings" if self.has_class("-at-page") else "page")

    def go_back(self) -> bool:
        """One part back: from the text to the findings, from these to the documents; False where there is none."""
        at = self.screen.focused.id if self.screen.focused else ""
        if at not in ("page", "findings", "explanation"):
            return False
        self._go("findings" if at == "page" else "documents")
        return True

    def go_to_documents(self) -> None:
        """Go to the list of documents."""
        self._go("documents")
