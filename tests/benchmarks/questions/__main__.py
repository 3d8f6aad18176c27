"""Measure how well questions are answered, and print it.

python -m tests.benchmarks.questions [--part calibration|reported|all] [--failures]
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from statistics import mean, median, quantiles

from knowledge import KnowledgeBase, load
from knowledge.asking import ask
from knowledge.compose import Answer
from tests.benchmarks.questions.figures import SharedWords, coverage_at, paired_difference, risk_at
from tests.benchmarks.questions.scoring import Answered, Held, ask_all, converse, holds_right, is_right, says_doubt
from tests.benchmarks.questions.sets import (
    KINDS,
    PARTS,
    STATUSES,
    TURN_KINDS,
    VOICES,
    OutOfScope,
    dialogues,
    in_scope,
    out_of_scope,
)  # fmt: skip

_COVERAGES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_RISKS = (0.01, 0.02, 0.04, 0.08)
_PLACES = ("federal", "ny", "ny-schenectady", "ct", "fl")
_LEGEND = """\
BM25, 3: a right topic is first, among the first three, by plain BM25.
found, 3: the same by the finder, whatever was then said.
first: what was said comes from a right topic. three: that, or what is offered
with it, does (three in all). facts: of those with facts, all are said rightly.
wrong: a wrong answer as though known. doubt: a wrong one that says it may be
to another question. asked: asked back without need. none: declined, or taken
for danger."""
_HEAD = (
    f"{'':17}{'n':>4} {'BM25':>5}{'3':>4} {'found':>6}{'3':>4} "
    f"{'first':>6}{'three':>6}{'facts':>6} {'wrong':>6}{'doubt':>6}{'asked':>6}{'none':>5}"
)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.questions")
    parser.add_argument("--part", choices=(*PARTS, "all"), default="reported")
    parser.add_argument("--failures", action="store_true", help="list what went wrong")
    options = parser.parse_args()
    base = load()
    ask(base, "warm up")
    print(f"Part: {options.part}, {sum(topic.kind == 'answer' for topic in base.topics)} topics. Shares of 100.")
    found = ask_all(base, in_scope(options.part))
    _in_scope(base, found)
    others = [(asked, ask(base, asked.ask)) for asked in out_of_scope(options.part)]
    _out_of_scope(others)
    held = [(dialogue.name, converse(base, dialogue)) for dialogue in dialogues(options.part)]
    _dialogues([turns for _, turns in held])
    if options.failures:
        _list_in_scope(found)
        _list_out_of_scope(others)
        _list_turns(held)


# --- in scope ------------------------------------------------------------------------------------------------------


def _in_scope(base: KnowledgeBase, found: Sequence[Answered]) -> None:
    shared = SharedWords(base)

    def words(each: Answered) -> str:
        return "some in common" if shared.with_topics(each.asked.ask, each.asked.topics) else "none in common"

    print(f"\nIn scope ({len(found)} questions)\n{_LEGEND}\n{_HEAD}")
    _row("all", found)
    _rows("by kind", found, KINDS, lambda each: each.asked.kind)
    _rows("by voice", found, VOICES, lambda each: each.asked.voice)
    _rows("by place", found, _PLACES, lambda each: each.asked.topics[0].split("/")[0])
    _rows("by content words", found, ("none in common", "some in common"), words)
    print("\nBeside plain BM25 over the same topics (95 % interval, paired bootstrap)")
    given = (
        (1, "first answer", [each.is_first for each in found]),
        (3, "first three", [each.is_shown for each in found]),
    )
    for count, name, ours in given:
        plain = [_in_plain(each, count) for each in found]
        _beside(f"{name}, as given", ours, plain)
        _beside(f"{name}, as found", [_is_found(each, count) for each in found], plain)
    _risk_and_coverage([(each.confidence, holds_right(each.ranked[:1], each.asked.topics)) for each in found])
    times = [each.milliseconds for each in found]
    print(f"\nMilliseconds a question: median {median(times):.1f}, 95th percentile {quantiles(times, n=20)[-1]:.1f}")


def _rows(title: str, found: Sequence[Answered], names: Iterable[str], group_of: Callable[[Answered], str]) -> None:
    print(title)
    for name in names:
        if group := [each for each in found if group_of(each) == name]:
            _row(f"  {name}", group)


def _row(name: str, group: Sequence[Answered]) -> None:
    def share(test: Callable[[Answered], bool]) -> str:
        return _percent(map(test, group))

    with_facts = [each for each in group if each.asked.facts]
    facts = _percent(each.says_facts for each in with_facts) if with_facts else "-"
    print(
        f"{name:17}{len(group):>4} "
        f"{share(lambda each: _in_plain(each, 1)):>5}{share(lambda each: _in_plain(each, 3)):>4} "
        f"{share(lambda each: _is_found(each, 1)):>6}{share(lambda each: _is_found(each, 3)):>4} "
        f"{share(lambda each: each.is_first):>6}{share(lambda each: each.is_shown):>6}{facts:>6} "
        f"{share(lambda each: each.outcome == 'wrong'):>6}{share(lambda each: each.outcome == 'doubted'):>6}"
        f"{share(lambda each: each.outcome == 'asked back'):>6}"
        f"{share(lambda each: each.outcome in ('declined', 'alarm')):>5}"
    )


def _percent(tests: Iterable[bool]) -> str:
    return f"{100 * mean(tests):.0f}"


def _in_plain(each: Answered, count: int) -> bool:
    return holds_right(each.plain[:count], each.asked.topics)


def _is_found(each: Answered, count: int) -> bool:
    return holds_right(each.ranked[:count], each.asked.topics)


def _beside(name: str, ours: Sequence[bool], theirs: Sequence[bool]) -> None:
    found = paired_difference(ours, theirs)
    print(
        f"  {name}: {100 * found.ours:.1f} against {100 * found.theirs:.1f}, "
        f"difference {100 * found.more:+.1f} ({100 * found.low:+.1f} to {100 * found.high:+.1f})"
    )


def _risk_and_coverage(sure: Sequence[tuple[float, bool]]) -> None:
    print("\nRisk and coverage: the surest answered first, and how many of those are wrong")
    print("  coverage     " + "".join(f"{coverage:>8.0%}" for coverage in _COVERAGES))
    print("  risk there   " + "".join(f"{risk_at(sure, coverage):>8.1%}" for coverage in _COVERAGES))
    print("  risk at most " + "".join(f"{risk:>8.0%}" for risk in _RISKS))
    print("  coverage then" + "".join(f"{coverage_at(sure, risk):>8.1%}" for risk in _RISKS))


# --- out of scope, and conversations ---------------------------------------------------------------------------------


def _out_of_scope(given: Sequence[tuple[OutOfScope, Answer]]) -> None:
    print(f"\nOut of scope ({len(given)} questions): right status, answered as though known,")
    print("and answered with the doubt that it may be another question")
    print(f"{'':22}{'n':>4}{'right':>7}{'known':>7}{'doubt':>7}")
    for status in STATUSES:
        group = [each for each in given if each[0].status == status]
        _status_row(status, group)
        kinds = dict.fromkeys(asked.kind for asked, _ in group if asked.kind != status)
        for kind in kinds:
            _status_row(f"  {kind}", [each for each in group if each[0].kind == kind])


def _status_row(name: str, group: Sequence[tuple[OutOfScope, Answer]]) -> None:
    right = _percent(is_right(asked, found) for asked, found in group)
    answered = [found.status == "answered" for _, found in group]
    doubted = [says_doubt(found) for _, found in group]
    known = [was and not doubt for was, doubt in zip(answered, doubted, strict=True)]
    matters = group[0][0].status != "no-alarm"
    shares = [_percent(each) if matters else "-" for each in (known, doubted)]
    print(f"{name:22}{len(group):>4}{right:>7}{shares[0]:>7}{shares[1]:>7}")


def _dialogues(held: Sequence[Sequence[Held]]) -> None:
    turns = [turn for each in held for turn in each]
    whole = sum(all(turn.is_right for turn in each) for each in held)
    print(f"\nConversations: {_right_of(turns).lstrip()} turns right, {whole} of {len(held)} right to the end")
    for kind in TURN_KINDS:
        if group := [turn for turn in turns if turn.turn.kind == kind]:
            print(f"  {kind:16}{_right_of(group)}")


def _right_of(turns: Sequence[Held]) -> str:
    return f"{sum(turn.is_right for turn in turns):>3} of {len(turns)}"


# --- what went wrong -------------------------------------------------------------------------------------------------


def _list_in_scope(found: Sequence[Answered]) -> None:
    for each in found:
        if not each.is_first or (each.asked.facts and each.answer.topic and not each.says_facts):
            given = each.answer.topic or ", ".join(item.topic for item in each.answer.related)
            what = f"{each.outcome}, without its facts" if each.is_first else each.outcome
            print(f"\n  [{each.asked.kind}] {each.asked.ask}{f' ({each.asked.place})' if each.asked.place else ''}")
            print(f"     expected {' or '.join(each.asked.topics)} {' + '.join(each.asked.facts)}")
            print(f"     got      {what}: {given or '-'} (confidence {each.confidence})")
            print(f"     found    {', '.join(each.ranked[:3])}")


def _list_out_of_scope(given: Sequence[tuple[OutOfScope, Answer]]) -> None:
    for asked, found in given:
        if not is_right(asked, found):
            print(f"\n  [{asked.kind}] {asked.ask}\n     expected {asked.status}")
            print(f"     got      {found.status} {found.topic} (confidence {found.confidence})")


def _list_turns(held: Sequence[tuple[str, Sequence[Held]]]) -> None:
    for name, turns in held:
        for each in turns:
            if not each.is_right:
                turn, found = each.turn, each.reply.answer
                wanted = [" or ".join(turn.topics) or turn.status, *turn.facts, turn.place, turn.role]
                got = f"{found.status} {found.topic}" if found else "no answer"
                print(f"\n  [{turn.kind}] {name}: {turn.say}\n     expected {', '.join(filter(None, wanted))}")
                print(f"     got      {got}, place {each.state.place or '-'}, role {each.state.role or '-'}")


if __name__ == "__main__":
    main()
