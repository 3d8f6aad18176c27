"""What people do in linear mode, from the main menu on: typed lines go in, and all that is said comes out."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from assistant import checking
from assistant.plain import checks, forms, pace, watch
from assistant.plain.checks import check_in_lines
from assistant.plain.console import Back
from assistant.plain.start import PARTS, converse_in_lines
from assistant.plain.waiving import waive_finding
from checkers.many import check_many
from checkers.waivers.beside import beside
from tests.documents.learned.in_word import KITE_LANE
from tests.plain.plain_driver import SAMPLES, TO_MEND, flat, harmless, heard, session

CHECK = ["1", "1"]
"""To the line for a path."""


@pytest.fixture
def note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A note to mend in a folder of its own, which is where one is."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(TO_MEND, tmp_path / "note.txt"))


# --- the main menu -------------------------------------------------------------------------------------------------


def test_it_says_what_it_is_and_what_there_is() -> None:
    """In its first lines; 0 leaves, and nothing is asked where nothing would be lost."""
    text = heard("0")
    assert text.startswith("Tandem, in lines. Nothing leaves this computer, nor is kept unasked.\nPlace: not set.")
    for number, (words, _) in enumerate(PARTS, start=1):
        assert f"\n{number}. {words}\n" in text
    assert "0. Leave" in text
    assert text.endswith("Goodbye.\n")


def test_every_part_is_opened_by_its_first_words_helps_and_goes_back() -> None:
    """And `m` leads to the main menu from anywhere."""
    for words, _ in PARTS:
        text = heard(words.lower(), "?", "b", words, "m", "q")
        assert text.endswith("Goodbye.\n"), words


def test_the_main_menu_cannot_be_gone_back_from() -> None:
    """It is said again."""
    assert heard("b", "m", "q").count("Main menu.") == 3


def test_place_and_role_are_chosen_and_count() -> None:
    """They are said again; the library's answers and the deadlines go by them."""
    text = heard("6", "new york", "6", "New York State", "7", "family", "2", "How long do they have to evaluate?")
    assert "Which of these do you mean?" in text or "Place: New York State." in text
    assert "Place: New York State. Role: family." in flat(text)


def test_place_and_role_are_kept_where_somebody_says_yes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is named before; it is as the app would write it, and then there is nothing to keep."""
    monkeypatch.setenv("TANDEM_CONFIG", str(tmp_path / "own"))
    config = tmp_path / "own" / "config.toml"
    text = flat(heard("6", "Connecticut", "7", "family", "keep", "no", "q"))
    assert "The main menu has: Keep place and role for the next time." in text
    assert "config.toml. Nothing else in that file is changed." in text
    assert not config.exists()
    text = flat(heard("6", "Connecticut", "7", "family", "keep", "yes", "keep", "q"))
    assert config.read_text("utf-8") == 'place = "ct"\nrole = "family"\n'
    assert "there is nothing to keep" in text


def test_what_cannot_be_kept_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the configuration is no folder, and where it is not sound."""
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("TANDEM_CONFIG", str(tmp_path / "file"))
    assert "cannot be written, so nothing is kept" in flat(heard("7", "family", "keep", "y", "q"))


def test_a_place_that_is_chosen_takes_the_place_of_what_was_heard() -> None:
    """The words that it was taken from before count no longer."""
    held, _ = session(["2", "I live in Connecticut", "m", "6", "New York State", "q", "y"])
    converse_in_lines(held)
    assert held.state.place == "ny"
    assert "place" not in dict(held.state.heard)


def test_the_tour_mends_a_finding_and_leaves_nothing() -> None:
    """Step by step, with Enter alone."""
    text = flat(heard("9", "", "", "", "", "", "q"))
    assert "The note is checked: 2 errors, 1 to look at." in text
    assert "Finding 1 of 3. Error, DOC005" in text
    assert "2 of 3 mended, 1 remains" in text
    assert "Who coordinates when a child has speech and OT, and no SEIT?" in text


def test_an_error_that_nobody_foresaw_is_a_sentence_and_the_rest_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """No word of what it holds is said; the conversation is still there."""
    held, written = session(["2", "thanks", "m", "3", "2", "Who pays?", "q", "yes"])

    def fail(*_: object) -> None:
        raise KeyError("Ana Diaz")

    monkeypatch.setattr("assistant.plain.library.offer", fail)
    converse_in_lines(held)
    text = harmless(flat("".join(written)))
    assert "Something went wrong inside Tandem (KeyError in" in text
    assert "You are at the main menu, and what you did is kept." in text
    assert "Ana Diaz" not in text
    assert "Leaving loses the conversation." in text


# --- checking ------------------------------------------------------------------------------------------------------


def test_a_note_is_checked_and_its_findings_are_told(note: Path) -> None:
    """Each part under its label; n and p move, the last one leads back to the document."""
    text = heard(*CHECK, str(note), "", "1", "", "p", "next", "", "", "m", "q", "yes")
    words = flat(text)
    assert "1 checked: 1 to mend." in words
    assert "\nFinding 2 of 3. Error, ACT002: A session does not say what was done\n" in text
    for label in ("What was found", "Where", "Words there", "What to do", "Who can mend it", "Why", "Source"):
        assert f"\n{label}: " in text
    assert "In: Session 1, 10/7/2025, direct service" in text
    assert text.index("Finding 3 of 3. Please look, SIG005") < text.index("That was the last finding.")
    assert words.count("Finding 1 of 3.") == 2


def test_the_place_of_a_finding_is_read(note: Path) -> None:
    """With a little above it; boxes and signatures are words."""
    text = heard(*CHECK, str(note), "", "1", "", "its place", "q", "y")
    assert "Line 13, marked: Session Notes:\n" in text
    assert "Line 12: [empty box] Does not meet Medicaid requirements" in text
    assert "[signature: a typed name]" in flat(text)


def test_the_document_is_read_from_its_beginning() -> None:
    """A table's row is one line, each cell after the head of its column."""
    text = heard(*CHECK, str(SAMPLES / "to-mend" / "draft-iep.docx"), "", "2", "q", "y")
    assert "Frequency: 2 x weekly; Duration: 30 minutes;" in flat(text)
    assert "marked" not in text


def test_a_document_is_mended_and_checked_again(note: Path) -> None:
    """What remains is told, and the file is only ever read."""
    held, written = session([])
    (path,) = check_in_lines(held, [note])
    before = note.read_bytes()
    note.write_text(note.read_text("utf-8").replace("[Child's Name]", "Ana Example"), "utf-8")
    checks.check_again(held, [path])
    assert "Checked again: note.txt: 1 of 3 mended, 2 remain." in "".join(written)
    assert before != note.read_bytes()


def test_a_finding_is_waived_and_that_is_taken_back(note: Path) -> None:
    """The file beside it is named before it is written; what will not do is asked for again."""
    waive = ["1", "waive", "", "He signs on paper", "M. Ruiz", "someday", "1/1/2020", "", "yes"]
    text = flat(heard(*CHECK, str(note), "", *waive, "b", "6", "1", "yes", "q", "yes"))
    assert text.index(f"To be written: {beside(note)}".split()[0]) < text.index("1 finding of DOC005 waived.")
    assert "Say why it may stand. b goes back, and nothing is waived." in text
    assert "“someday” is no day" in text
    assert "1/1/2020 is past" in text
    assert "note.txt: 1 error, 1 to look at, 1 waived" in text
    assert "DOC005. Waived by M. Ruiz on June 15, 2026: He signs on paper" in text
    assert "The waiver is taken back. Checked again: note.txt: 0 of 2 mended, 2 remain, 1 new." in text
    assert not beside(note).exists()


def test_going_back_from_a_waiver_writes_nothing(note: Path) -> None:
    """At each of its questions; no to the last one, too."""
    for said in (["b"], ["why", "b"], ["why", "who", "b"], ["why", "who", "", "no"], ["why", "who", "", "b"]):
        heard(*CHECK, str(note), "", "1", "waive", *said)
        assert not beside(note).exists()


def test_a_document_that_was_changed_since_is_not_waived(note: Path) -> None:
    """It is checked again first."""
    held, written = session(["why"])
    (path,) = check_in_lines(held, [note])
    found = held.findings([path])[0]
    note.write_text(note.read_text("utf-8") + "\n", "utf-8")
    waive_finding(held, found)
    assert "The document has been changed since it was checked" in flat("".join(written))
    assert not beside(note).exists()


def test_findings_are_narrowed_down_and_ordered(note: Path) -> None:
    """Only those of a kind are told, and it is said; the same choice again takes it back."""
    text = flat(heard(*CHECK, str(note), "", "b", "choose which", "how grave: please", "all findings", "", "q", "y"))
    assert "Told are: Please look." in text
    assert "All findings, one after another, only Please look" in text
    assert "Finding 1 of 1. Please look, SIG005" in text
    held, _ = session([])
    (path,) = check_in_lines(held, [note])
    held.by_owner = True
    assert len(held.findings([path])) == 3


def test_only_what_is_new_since_an_earlier_report_is_told(note: Path) -> None:
    """What is no report is said, and changes nothing; all are told again when that is chosen."""
    written = ["5", "4", "no", "before.json", ""]
    since = ["b", "tell only", "note.txt", "tell only", "before.json", "all findings"]
    anew = ["choose which", "1", "all findings"]
    text = flat(heard(*CHECK, str(note), "", *written, *since, *anew, "q", "y"))
    assert "note.txt: it is no" in text
    assert "Told are: only what is new since that report." in text
    assert "There is no finding here to tell." in text
    assert "Finding 1 of 3." in text


def test_counts_alone_can_be_written(note: Path, tmp_path: Path) -> None:
    """How often each rule found something."""
    heard(*CHECK, str(note), "", "5", "7", "no", "counts.txt", "", "q", "y")
    assert "ACT002" in (tmp_path / "counts.txt").read_text("utf-8")


def test_ask_about_a_rule_leads_to_the_conversation_and_back(note: Path) -> None:
    """To the finding that one came from, which is named and not told all over."""
    text = flat(heard(*CHECK, str(note), "", "1", "", "ask about", "b", "hear", "q", "y"))
    assert "You: About ACT002: A session does not say what was done" in text
    assert "You are at finding 2 of 3, ACT002." in text
    assert text.count("Finding 2 of 3.") == 2


def test_a_report_of_each_kind_is_written_where_it_was_said(note: Path, tmp_path: Path) -> None:
    """Named first; a file that is there stays, unless somebody says yes."""
    for number, ending in enumerate(("txt", "html", "csv", "json", "jsonl", "sarif"), start=1):
        order = ["1"] if ending == "txt" else []
        text = heard(*CHECK, str(note), "", "5", str(number), *order, "no", f"r.{ending}", "", "q", "y")
        target = tmp_path / f"r.{ending}"
        assert "ACT002" in target.read_text("utf-8")
        assert flat(text).index(f"To be written: {target}") < flat(text).index(f"Written: {target}")
    kept = target.read_bytes()
    to_the_same = [*CHECK, str(note), "", "5", "6", "yes", "r.sarif", ""]
    assert "It is left as it is." in heard(*to_the_same, "no", "b", "q", "y")
    assert target.read_bytes() == kept
    heard(*to_the_same, "yes", "q", "y")
    assert target.read_bytes() != kept


def test_a_report_is_never_written_over_a_document(note: Path) -> None:
    """Whatever is answered; another name can be given then."""
    before = note.read_bytes()
    text = flat(heard(*CHECK, str(note), "", "5", "1", "1", "no", str(note), "", "b", "q", "y"))
    assert "is one of the documents to check; name another file" in text
    assert note.read_bytes() == before


def test_an_annotated_copy_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a Word file; of a text file it is said why not."""
    monkeypatch.chdir(tmp_path)
    text = flat(heard(*CHECK, str(SAMPLES / "to-mend" / "draft-iep.docx"), "", "4", "", "q", "y"))
    assert "A copy with 2 comments and a summary at its top." in text
    assert (tmp_path / "draft-iep-annotated.docx").stat().st_size > 1000
    assert "To be written" not in heard(*CHECK, str(TO_MEND), "", "4", "q", "y")


def test_a_document_is_looked_for_in_the_folders(note: Path, tmp_path: Path) -> None:
    """Folders open; the one above can be gone to; files that cannot be checked are not offered."""
    (tmp_path / "march").mkdir()
    (tmp_path / "march" / "picture.bmp").write_bytes(b"")
    text = flat(heard("1", "look", "march", "2", "note.txt", "q", "y"))
    assert "picture.bmp" not in text
    assert "1 checked: 1 to mend." in text


def test_a_folder_that_is_looked_for_is_checked_whole(note: Path) -> None:
    """All in it and below."""
    assert "1 checked: 1 to mend." in heard("1", "look", "check this whole", "q", "y")


def test_what_is_not_there_is_told_and_the_rest_is_checked(note: Path) -> None:
    """A document without a name that is there can be taken off the list again."""
    text = flat(heard(*CHECK, str(note), "gone.txt", "", "2", "take it off", "q", "y"))
    assert "1 checked: 1 to mend. 1 not found." in text
    assert "gone.txt: not found" in text
    assert "It is off the list. The file stays." in text


def test_nothing_to_check_says_what_could_be(tmp_path: Path) -> None:
    """An empty folder."""
    assert "Name .docx, .pdf or .txt files" in flat(heard(*CHECK, str(tmp_path), "", "q"))


def test_ctrl_c_stops_a_check_and_keeps_what_is_done(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Progress is told at most every few seconds."""
    steps = checking.check_all

    def interrupted(*args: object) -> object:
        for number, step in enumerate(steps(*args)):  # type: ignore[arg-type]
            if number == 6:
                raise KeyboardInterrupt
            yield step

    monkeypatch.setattr(checks, "check_all", interrupted)
    shutil.copy(note, note.with_name("other.txt"))
    held, written = session([])
    seconds = iter(range(0, 1000, 3))
    assert len(check_in_lines(held, [note.parent], pace.Pace(lambda: float(next(seconds))))) == 1
    assert "Stopped: 1 of 2 checked." in "".join(written)
    assert len(held.reports) == 1


def test_many_documents_come_in_portions_and_are_read_again_when_opened(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of many that are checked at once only the findings are kept."""
    for number in range(45):
        shutil.copy(note, note.with_name(f"n{number:02}.txt"))
    monkeypatch.setattr(checking, "worker_count", lambda *_: 2)
    monkeypatch.setattr(checking, "check_many", lambda files, options, _: checking_one_by_one(files, options))
    text = heard(*CHECK, str(note.parent), "", "", "", "3", "2", "q", "y")
    assert "1 to 20 of 46." in text
    assert "41 to 46 of 46." in text
    assert "Line 13: Session Notes:" in text


def checking_one_by_one(files: list[Path], options: object) -> object:
    """As with several workers, but in this process."""
    yield from check_many(files, options)  # type: ignore[arg-type]


@pytest.mark.skipif(sys.platform == "win32", reason="no such name can be there")
def test_a_name_with_a_line_break_is_told_in_one_line(note: Path) -> None:
    """So that no name looks like a line of Tandem's."""
    shutil.copy(note, note.with_name("a\n2. b.txt"))
    text = heard(*CHECK, str(note.parent), "", "q", "y")
    assert "\n1. a 2. b.txt: " in text
    assert "\n2. b.txt" not in text


def test_all_are_forgotten_when_somebody_says_so(note: Path) -> None:
    """And then nothing would be lost by leaving."""
    text = heard(*CHECK, str(note), "", "b", "forget", "yes", "q")
    assert "Leaving loses" not in text


def test_a_hostile_document_and_name_are_told_harmlessly(tmp_path: Path) -> None:
    """Wherever they are shown: the list, the findings, the page, the report's target, a wrong answer."""
    name = "e\x1b]0;PWNED\x07\x9b2J\u202ek│.txt"
    (tmp_path / name).write_text(
        f"Progress Note\nChild's Name: [Child's Name]\x1b[2J\u2066\nNotes: │ ▶\n{name}\n", "utf-8"
    )
    text = heard(
        *CHECK, str(tmp_path), "", "1", "2", "b", "2", "4", "b", "\x1b[31m\u202e", "5", "1", "1", "n", "\x9b", ""
    )
    assert "PWNED" in text


# --- batches and forms ---------------------------------------------------------------------------------------------


def test_a_folder_is_gated_and_its_sheet_verified(note: Path, tmp_path: Path) -> None:
    """The sheet is never put into the batch; what was changed since is told."""
    batch = tmp_path / "batch"
    batch.mkdir()
    document = Path(shutil.copy(note, batch))
    gate = ["1", "gate", "batch", "no", "batch/sheet.docx", "", "sheet.docx", ""]
    text = flat(heard(*gate, "q"))
    assert "Not ready: 1 document; 2 errors, 1 to look at." in text
    assert "The provider can mend 2 findings. note.txt 1. Error, DOC005: " in text
    assert "To do: Write what belongs there" in text
    assert "would be one of the documents of" in text
    assert (tmp_path / "sheet.docx").exists()
    assert "The same: 1 of 1 document" in flat(heard("1", "verify", "nothing.docx", "sheet.docx", "q"))
    document.write_text("changed", "utf-8")
    assert "note.txt: changed" in flat(heard("1", "verify", "sheet.docx", "q"))
    batch.rename(tmp_path / "moved")
    assert "note.txt: changed" in flat(heard("1", "verify", "sheet.docx", "moved", "q"))
    assert "note.txt:" in flat(heard("1", "verify", "note.txt", "q"))


def test_a_form_is_learned_by_the_dialogue_of_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not understood is asked again; b leads back, and nothing is written."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    blank = tmp_path / "blank.docx"
    blank.write_bytes(KITE_LANE.blank)
    held, written = session([str(blank), "1", "?", "b"])
    with pytest.raises(Back):
        forms.learn_form(held)
    text = flat(harmless("".join(written)))
    assert "places to fill in" in text
    assert not list(tmp_path.rglob("*.toml"))


def test_rules_are_explained() -> None:
    """By their codes."""
    assert "MED001" in heard("1", "the rules", "", "MED001", "q")


def test_without_what_tells_of_saving_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """And no folder is asked for."""
    monkeypatch.setattr(watch, "has_watch", lambda: False)
    assert "run “python3 run.py watch” once" in flat(heard("1", "check again whatever", "q", echo=False))


def test_a_pipe_that_has_no_ctrl_c_cannot_begin_what_has_no_end() -> None:
    """It is said what can be done instead."""
    assert "It goes on until Ctrl+C, so it needs a terminal." in flat(heard("1", "check again whatever", "q"))


def test_what_is_saved_is_checked_again_until_ctrl_c(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is mended, what is new and what has gone; results are those that are listed then."""

    def mending(paths: list[Path], since: float) -> object:
        del since
        yield set()
        note.write_text(note.read_text("utf-8").replace("[Child's Name]", "Ana Example"), "utf-8")
        yield {note}
        other = paths[0] / "other.txt"
        shutil.copy(TO_MEND, other)
        yield {other}
        other.unlink()
        yield {other}
        yield set()
        raise KeyboardInterrupt

    monkeypatch.setattr(watch, "has_watch", lambda: True)
    monkeypatch.setattr(watch, "saved", mending)
    text = flat(heard("1", "check again whatever", str(note.parent), "q", "y", echo=False))
    assert "note.txt: 1 of 3 mended, 2 remain." in text
    assert "other.txt: 2 errors, 1 to look at." in text
    assert "other.txt is no longer there." in text
    assert "The watching has ended." in text


# --- asking and reading --------------------------------------------------------------------------------------------


def test_a_question_is_answered_followed_up_and_the_place_corrected() -> None:
    """Numbers take what people ask next and what can be done."""
    text = flat(heard("2", "Who coordinates when there is no SEIT?", "and in Connecticut?", "2", "q", "y"))
    assert "Where it stands:" in text
    assert "People also ask: 1. " in text
    assert text.count("You: ") == 3
    assert "You: 2" not in text


def test_what_is_noted_is_told_and_corrected() -> None:
    """Place and role by numbers, the rest in words, all forgotten at once."""
    ask = ["2", "I'm a provider in Connecticut and the child is 2 years old. Who pays?"]
    noted = "what is noted"
    held, written = session([*ask])
    converse_in_lines(held)
    line = flat("".join(written)).rpartition("Or by number: ")[2]
    number = next(part.split()[0] for part in line.split(", ") if noted in part)
    text = flat(
        heard(*ask, number, "correct the child", "4 years", "choose the place", "florida", "forget", "b", "q", "y")
    )
    assert "the child is 2 years old" in text
    assert "the child is 4 years old" in text
    assert "Place: Florida. Role: provider." in text
    assert "Forgotten. Ask anew." in text


def test_an_answer_is_saved_as_a_handout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For Word by default, or as text; another ending is asked about again."""
    monkeypatch.chdir(tmp_path)
    text = flat(heard("2", "Who coordinates when there is no SEIT?", "4", "answer.xyz", "", "answer.md", "", "q", "y"))
    assert "ends neither in .docx" in text
    assert "coordinat" in (tmp_path / "answer.md").read_text("utf-8")
    heard("2", "Who coordinates when there is no SEIT?", "4", "", "q", "y")
    assert len(list(tmp_path.glob("*.docx"))) == 1


def test_all_answers_are_saved_as_one_handout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is offered from the second answer on; each stands in it once."""
    monkeypatch.chdir(tmp_path)
    first, second = "Who coordinates when there is no SEIT?", "What is an IEP?"
    assert "save all" not in flat(heard("2", first, first, "q", "y"))
    text = flat(heard("2", first, second, first, "b", "q", "y"))
    number = re.findall(r"(\d+) save all 2 answers", text)[-1]
    heard("2", first, second, first, number, "answers.md", "", "q", "y")
    saved = (tmp_path / "answers.md").read_text("utf-8")
    assert saved.count(first) == 1
    assert saved.count(second) == 1


def test_a_detail_of_a_child_is_gently_told_to_be_needless() -> None:
    """As in the app, once."""
    question = "Who coordinates for my son Jayden Rivera?"
    assert flat(heard("2", question, question, "q", "y")).count("You need not name the child") == 1


def test_an_earlier_answer_is_heard_again_and_a_subject_begun_anew() -> None:
    """What was asked before is found by its first words."""
    lines = ["2", "Who coordinates when there is no SEIT?", "thanks"]
    again = ["3", "zzqxv", "3", "coordin", "who coordinates"]
    text = flat(heard(*lines, *again, "q", "y"))
    assert "Nothing that was asked or answered has these words." in text
    assert text.count("One of the child's related service providers coordinates.") == 2
    assert "Type a question, or b to go back." in heard("2", "", "q")


def test_ctrl_c_while_something_is_worked_out_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """It leads to the main menu; at a prompt it leaves."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("assistant.plain.asking.say", interrupted)
    text = heard("2", "Who pays?", "help", None)
    assert "Stopped. You are at the main menu, and what was done is kept." in flat(text)
    assert "A wrong answer changes nothing." in text


def test_too_long_a_question_keeps_its_beginning() -> None:
    """And says so."""
    assert "Only the first 2,000 characters are kept." in flat(heard("2", "who coordinates " * 200, "q", "y"))


def test_the_library_is_browsed_and_a_handout_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Place, program, subject, topic; where it leads; back goes to the topic before."""
    monkeypatch.chdir(tmp_path)
    text = heard("3", "1", "2", "1", "1", "1", "1", "hear it again", "b", "save", "t.md", "", "m", "q")
    assert flat(text).count("Read on from here.") >= 4
    assert "The words it uses, explained" in text
    assert (tmp_path / "t.md").exists()


def test_the_library_is_searched_by_words_and_by_source() -> None:
    """What nothing is found for is said; a source names the topics on it."""
    assert "topics." in heard("3", "search", "bus", "1", "q")
    assert "No topic" in heard("3", "search", "zzqxv", "q")
    assert "on it." in heard("3", "by source", "1", "1", "q")


def test_a_topic_leads_through_its_sources_to_others() -> None:
    """And back to where one came from."""
    text = flat(heard("3", "search", "bus", "1", "its sources", "1", "2", "b", "b", "q"))
    assert "Sources." in text
    assert "topics on it." in text or "1 topic on it." in text
    assert text.count("Read on from here.") == 3


def test_words_are_explained() -> None:
    """The one that is typed, one picked from the list; what is near to one that is none."""
    text = flat(heard("4", "SEIT", "1", "b", "b", "", "", "3", "b", "b", "sait", "q"))
    assert "Where it stands: " in text
    assert "There is no such word here. Nearest: " in text


def test_deadlines_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no day is asked for again; the topics on it can be read, and all of it saved."""
    monkeypatch.chdir(tmp_path)
    text = flat(heard("5", "1", "1", "", "someday", "3/2/2026", "1", "b", "save", "due.txt", "", "q"))
    assert "Write a day with its year, such as 3/31/2026." in text
    assert "“someday” is no day of the calendar" in text
    assert "Counted from:" in text
    assert "tandem topic" not in text
    assert "--place" not in text
    assert "Where it stands:" in text
    assert "Days without school" not in text
    saved = (tmp_path / "due.txt").read_text("utf-8")
    assert "Counted from:" in saved
    assert flat(saved) in text


def test_days_without_school_put_deadlines_off() -> None:
    """Asked for where school days count; each in any form, a stretch by dots."""
    start = ("5", "1", "A parent signs the consent to a first evaluation", "3/2/2026")
    without = flat(heard(*start, "", "q"))
    closed = flat(heard(*start, "never", "March 5, 2026; 2026-04-06..2026-04-10", "q"))
    assert "“never” holds what is no day" in closed
    assert "+ 60 school days = Tue May 26, 2026" in without
    assert "+ 60 school days = Wed Jun 3, 2026" in closed
    assert "--closed" not in without + closed


def test_each_calculation_is_worked_out() -> None:
    """What is no figure is asked for again; Enter leaves out what is not needed."""
    units = flat(heard("5", "2", "", "x", "45 30 15", "3", "", "no", "q"))
    assert "Step by step:" in units
    assert "“x” is no whole number." in units
    assert "Step by step:" in heard("5", "3", "450,000", "400,000", "", "all", "q")
    assert "Step by step:" in heard("5", "4", "450000", "", "q")
    assert "Step by step:" in heard("5", "5", "4", "16", "1000", "q")
    assert "Step by step:" in heard("5", "6", "100000", "100", "4", "", "maybe", "yes", "q")
    assert "Step by step:" not in heard("5", "5", "16", "4", "", "q")


def test_narrow_terminals_get_narrow_lines(note: Path) -> None:
    """Forty columns; only what is one word is longer."""
    text = heard(*CHECK, str(note), "", "1", "", "", "", "m", "2", "Who coordinates?", "q", "y", width=40)
    said = [line for line in text.splitlines() if len(line) > 40 and not line.startswith(("File or folder", "Your"))]
    assert [line for line in said if " " in line.strip()] == []


def test_by_whose_rules_documents_are_checked_is_chosen() -> None:
    """It is said, and holds for what is checked from then on."""
    held, written = session(["1", "choose by whose", "connecticut", "b", "q"])
    converse_in_lines(held)
    assert "It holds for what is checked from now on." in flat("".join(written))
    assert held.options.profile == "ct-birth-to-three"
