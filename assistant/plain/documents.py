"""Check documents: choosing them, the list of what was checked, one document, and what is done with all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from assistant import profiles
from assistant.cli.rule import rule_lines
from assistant.cli.titles import source_titles
from assistant.exporting import baseline_in
from assistant.filtering import Filter, choices
from assistant.plain.asked import one_path
from assistant.plain.batches import gate, verify_sheet
from assistant.plain.checks import ask_for_paths, check_again, check_in_lines, whole
from assistant.plain.console import Back
from assistant.plain.exports import write_annotated, write_findings
from assistant.plain.findings import read_findings
from assistant.plain.folders import find_document
from assistant.plain.forms import learn_form
from assistant.plain.menus import Choice, Menu, choose, offer
from assistant.plain.page import read_page
from assistant.plain.portions import pick
from assistant.plain.session import Session
from assistant.plain.waiving import withdraw
from assistant.plain.watch import watch_folder
from assistant.verdicts import state_of, verdict
from checkers.registry import all_rules
from checkers.reports.baseline import NoBaseline
from checkers.reports.grouping import passed, what_it_is
from checkers.reports.notes import notes_on
from checkers.reports.wording import counted

_ORDERS = {False: "Order findings by who can mend them", True: "Order findings by document"}


def check_documents(session: Session) -> None:
    """Offer all of checking, until somebody goes back.

    Raises:
        Back, ToMenu, Left: somebody wants to go there.
    """
    offer(session.console, lambda: _menu(session))


def _menu(session: Session) -> Menu:
    """What can be done; the list, the findings and what is done with them once something is checked."""
    title = f"Check documents. {verdict(list(session.reports.values()))}".strip()
    told = f", only {session.told.in_words()}" if session.told else ""
    first = [
        Choice("Check files or folders", lambda: _check(session, ask_for_paths(session.console))),
        Choice("Look for a document", lambda: _check(session, [find_document(session.console, Path.cwd())])),
    ]
    of_results = [
        Choice("Documents, with what was found in each", lambda: _list(session)),
        Choice(f"All findings, one after another{told}", lambda: read_findings(session, lambda: list(session.reports))),
        Choice("Choose which findings are told", lambda: _narrow(session)),
        Choice("Tell only what is new since an earlier report", lambda: _since(session)),
        Choice(_ORDERS[session.by_owner], lambda: _turn_order(session)),
        Choice("Check all of them again", lambda: check_again(session, session.reports)),
        Choice("Write a report", lambda: write_findings(session, list(session.reports))),
        Choice("Forget all of them", lambda: _forget(session)),
    ]
    last = [
        Choice("Check again whatever is saved in a folder", lambda: watch_folder(session)),
        Choice("Gate: is a whole folder ready to go", lambda: gate(session)),
        Choice("Verify: are the files still those of a sheet", lambda: verify_sheet(session)),
        Choice("Choose by whose rules documents are checked", lambda: _choose_profile(session)),
        Choice("Learn a form from an empty copy", lambda: learn_form(session)),
        Choice("The rules, explained", lambda: _rules(session)),
    ]
    return Menu(title, [*first, *(of_results if session.reports else []), *last])


def _check(session: Session, paths: list[Path]) -> None:
    """Check them; a single document is then at hand at once."""
    checked = check_in_lines(session, paths)
    if len(checked) == 1:
        _open(session, checked[0])
    elif checked:
        _list(session)


def _list(session: Session) -> None:
    """The documents with their states, to open one after another."""

    def words() -> list[str]:
        return [_in_words(session, path) for path in session.reports]

    title = "Documents. A number opens one."
    pick(session.console, lambda: title, words, lambda at: _open(session, list(session.reports)[at]))


def _in_words(session: Session, path: str) -> str:
    folder = Path(path).parent.name
    where = f", in {folder}" if folder else ""
    return f"{Path(path).name}: {state_of(session.reports[path])[1]}{where}"


def _open(session: Session, path: str) -> None:
    """Offer what can be done with one document."""
    session.console.say("", *_about(session, path))

    def menu() -> Menu:
        if path not in session.reports:
            raise Back  # it was taken off the list
        return _document_menu(session, path)

    offer(session.console, menu)


def _about(session: Session, path: str) -> Iterator[str]:
    report = session.reports[path]
    if report.error:
        yield f"Not read: {report.error}"
        return
    yield f"{what_it_is(report)}."
    yield from (f"Note: {note}" for note in notes_on(report))
    if not report.findings:
        yield f"Nothing to correct: {counted(passed(report), 'check')} passed."


def _document_menu(session: Session, path: str) -> Menu:
    doc = whole(session, path).doc
    return Menu(
        f"{_in_words(session, path)}.",
        [
            Choice("Its findings, one after another", lambda: read_findings(session, lambda: [path])),
            *([Choice("The document as it was read", lambda: read_page(session.console, doc))] if doc else []),
            Choice("Check it again, after mending it", lambda: check_again(session, [path])),
            Choice("Write a copy with the findings as comments", lambda: write_annotated(session, path)),
            Choice("Write a report on it", lambda: write_findings(session, [path])),
            Choice("Its waivers, to take back", lambda: withdraw(session, path)),
            Choice("Take it off the list", lambda: _take_off(session, path)),
        ],
    )


def _narrow(session: Session) -> None:
    """Choose which findings are told: of a kind each by its number, or all."""
    kinds = [(title, each) for title, group in choices(session.reports.values()) for each in group]
    words = [f"{title}: {each.mark or each.words}, {counted(each.number, 'finding')}" for title, each in kinds]
    at = choose(session.console, "Which findings are to be told?", ["All of them", *words])
    session.told = session.told.toggled(kinds[at - 1][1]) if at else Filter()
    told = session.told.in_words() or "all that is not waived"
    session.console.say(f"Told are: {told}. The same number again takes a choice back.")


def _since(session: Session) -> None:
    """Ask for a report of before; what it holds is no longer told."""
    path = one_path(session.console, "The report of before, written as JSON or JSON lines:")
    try:
        session.told = replace(session.told, since=baseline_in(path))
    except NoBaseline as wrong:
        session.console.say(f"{path}: {wrong} “Write a report” makes one, as JSON.")
    else:
        session.console.say(f"Told are: {session.told.in_words()}.")


def _turn_order(session: Session) -> None:
    session.by_owner = not session.by_owner


def _take_off(session: Session, path: str) -> None:
    del session.reports[path]
    session.console.say("It is off the list. The file stays.")


def _forget(session: Session) -> None:
    if session.console.sure("Forget what was found in all of them? The documents themselves stay."):
        session.reports.clear()
        session.told = Filter()


def _choose_profile(session: Session) -> None:
    """Choose by whose rules documents are checked from now on."""
    there = profiles.choices(session.options)
    at = choose(session.console, f"By whose rules? {profiles.in_words(session.options)}", [words for _, words in there])
    session.options = replace(session.options, profile=there[at][0] or None)
    session.console.say(f"{profiles.in_words(session.options)} It holds for what is checked from now on.")


def _rules(session: Session) -> None:
    rules, titles = all_rules(), source_titles()

    def explain(at: int) -> None:
        session.console.say("", *rule_lines(rules[at], titles, session.console.columns))

    title = "The rules. A number, or a code, explains one."
    pick(session.console, lambda: title, lambda: [f"{rule.code}: {rule.name}" for rule in rules], explain)
