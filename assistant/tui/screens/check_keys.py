"""The keys of the Check screen, what each does in words, and what is said before anything is checked."""

from __future__ import annotations

from textual.binding import Binding

from assistant.tui.dialogs.help import KeyHelp

HELLO = (
    "Type, paste or drop files or folders into the line above, then press Enter. F6 looks for one.",
    "Enter on the empty line checks the sample documents. Everybody in them is invented.",
    "What you name next is added to the list. Nothing leaves this computer, and nothing is kept.",
)
_FINDING = Binding.Group("Finding")

KEYS: KeyHelp = (
    ("Enter", "check what stands in the line above; in a list, go on"),
    ("↓", "from the line to the documents"),
    ("→, Tab", "take the path that is offered; Tab again: the next one"),
    ("F6", "look for a document"),
    ("n, p", "next and previous finding, over all documents"),
    ("f, x", "show only some findings: how grave, whose, which rule; show all"),
    ("o", "findings by who can mend them, or by session"),
    ("d", "show the document, or the findings again"),
    ("a", "ask about the rule of this finding"),
    ("w", "waive this finding with a reason; take a waiver back"),
    ("r", "check this document again, after mending it"),
    ("e", "do more: reports, copies, a sheet to sign, forms, recheck on save"),
    ("Delete", "take this document off the list; the file stays"),
    ("Escape", "stop a check that is running; else one part back, to the line, then Home"),
)

BINDINGS = (
    Binding("n", "finding(1)", "Next", group=_FINDING),
    Binding("p", "finding(-1)", "Previous", group=_FINDING),
    Binding("a", "ask", "Ask"),
    Binding("f", "narrow", "Filter"),
    Binding("w", "waive", "Waive"),
    Binding("r", "recheck", "Recheck"),
    Binding("e", "do_more", "More"),
    Binding("d", "turn_page", "Document"),
    Binding("o", "turn_order", "By owner"),
    Binding("f6", "browse", "Browse"),
    Binding("down", "to_documents", "To the documents", show=False),
    Binding("x", "show_all", "Show all", show=False),
    Binding("delete", "take_off", "Take off the list", show=False),
    Binding("escape", "back", "Back", show=False),
    Binding("q", "app.leave", "Leave", show=False),
)
