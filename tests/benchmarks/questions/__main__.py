"""Measure how well questions are answered, and print it.

python -m tests.benchmarks.questions [--part calibration|reported|all] [--misses]
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from statistics import mean, median

from knowledge import KnowledgeBase, load
from knowledge.answer import answer
from tests.benchmarks.questions.scoring import Answered, ask_all, converse, is_right
from tests.benchmarks.questions.sets import KINDS, PARTS, STATUSES, VOICES, dialogues, in_scope, out_of_scope

_COVERAGES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_GROUPS: tuple[tuple[str, Sequence[str], Callable[[Answered], str]], ...] = (
    ("by kind", KINDS, lambda each: each.asked.kind),
    ("by voice", VOICES, lambda each: each.asked.voice),
    ("by place", ("ny-schenectady", "ny", "ct", "federal"), lambda each: each.asked.topics[0].split("/")[0]),
)
_HEAD = (
    f"{'':24}{'n':>4} {'plain 1':>8}{'3':>5} {'first':>7}{'3':>5} "
    f"{'right':>7}{'wrong':>7}{'asked':>7}{'declined':>10}{'alarm':>7}"
)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.questions")
    parser.add_argument("--part", choices=(*PARTS, "all"), default="reported")
    parser.add_argument("--misses", action="store_true", help="list what went wrong")
    options = parser.parse_args()
    base = load()
    answer(base, "warm up")
    print(f"Part: {options.part}")
    _in_scope(ask_all(base, in_scope(options.part)), misses=options.misses)
    _out_of_scope(base, options.part, misses=options.misses)
    _dialogues(base, options.part, misses=options.misses)


def _in_scope(found: Sequence[Answered], *, misses: bool) -> None:
    print(f"\nIn scope ({len(found)} questions), shares of 100.")
    print("first, 3: a right topic ranked first, among the first three; plain: the same by plain BM25.")
    print("right, wrong, asked, declined, alarm: what was said; wrong is a wrong answer given as though known.")
    print(_HEAD)
    _row("all", found)
    for title, names, key in _GROUPS:
        print(title)
        for name in names:
            if group := [each for each in found if key(each) == name]:
                _row(f"  {name}", group)
    print(f"\nThe right topic answered, or offered to choose or to read: {100 * mean(map(_shown, found)):.0f}")
    _risk(found)
    times = sorted(each.milliseconds for each in found)
    print(f"\nms a question: median {median(times):.1f}, mean {mean(times):.1f}, longest {times[-1]:.1f}")
    for each in found:
        if misses and each.outcome != "right":
            given = each.answer.topic or ", ".join(item.topic for item in each.answer.related)
            print(f"\n  {each.outcome:10} {each.asked.ask}\n     expected {' or '.join(each.asked.topics)}")
            print(f"     given    {given} ({each.confidence})\n     ranked   {', '.join(each.ranked[:4])}")


def _row(name: str, group: Sequence[Answered]) -> None:
    def share(test: Callable[[Answered], bool]) -> str:
        return f"{100 * mean(map(test, group)):.0f}"

    def among(ranked: Callable[[Answered], Sequence[str]], count: int) -> str:
        return share(lambda each: bool(set(ranked(each)[:count]).intersection(each.asked.topics)))

    def became(outcome: str) -> str:
        return share(lambda each: each.outcome == outcome)

    print(
        f"{name:24}{len(group):>4} {among(lambda each: each.plain, 1):>8}{among(lambda each: each.plain, 3):>5} "
        f"{among(lambda each: each.ranked, 1):>7}{among(lambda each: each.ranked, 3):>5} "
        f"{became('right'):>7}{became('wrong'):>7}{became('asked back'):>7}{became('declined'):>10}{became('alarm'):>7}"
    )


def _shown(each: Answered) -> bool:
    """Whether the right topic was before the asker's eyes, as the answer or among those to choose from."""
    offered = {each.answer.topic} if each.answer.status == "answered" else {item.topic for item in each.answer.related}
    return bool(offered.intersection(each.asked.topics))


def _risk(found: Sequence[Answered]) -> None:
    """Of the surest share of the questions, how many would be wrong."""
    print("\nRisk and coverage: share of the questions answered, the surest first, and how many of those are wrong")
    surest = sorted(found, key=lambda each: -each.confidence)
    for coverage in _COVERAGES:
        taken = surest[: round(coverage * len(surest))]
        wrong = mean(each.ranked[0] not in each.asked.topics if each.ranked else True for each in taken)
        print(f"  {coverage:4.0%}  wrong {wrong:5.1%}   from confidence {taken[-1].confidence:.2f}")


def _out_of_scope(base: KnowledgeBase, part: str, *, misses: bool) -> None:
    questions = out_of_scope(part)
    given = [(asked, answer(base, asked.ask)) for asked in questions]
    print(f"\nOut of scope ({len(questions)} questions), shares of 100 that got the right status")
    kinds = dict.fromkeys((asked.status, asked.kind) for asked in questions)
    for status in STATUSES:
        group = [is_right(asked, found) for asked, found in given if asked.status == status]
        print(f"{status:24}{len(group):>4} {100 * mean(group):>6.0f}")
        for kind in (kind for of, kind in kinds if of == status and kind != status):
            group = [is_right(asked, found) for asked, found in given if asked.kind == kind]
            print(f"  {kind:22}{len(group):>4} {100 * mean(group):>6.0f}")
    for asked, found in given:
        if misses and not is_right(asked, found):
            print(f"\n  {asked.status} expected: {asked.ask}")
            print(f"     given {found.status} {found.topic} ({found.confidence})")


def _dialogues(base: KnowledgeBase, part: str, *, misses: bool) -> None:
    held = [(dialogue, converse(base, dialogue)) for dialogue in dialogues(part)]
    turns = [right for _, found in held for _, _, right in found]
    later = [right for _, found in held for _, _, right in found[1:]]
    print(
        f"\nConversations ({len(held)}): turns right {sum(turns)} of {len(turns)}, later {sum(later)} of {len(later)}"
    )
    for dialogue, found in held:
        for turn, given, right in found:
            if misses and not right:
                got = f"{given.status} {given.topic}" if given else "a new beginning"
                print(f"\n  {dialogue.name}: {turn.say}")
                print(f"     expected {' or '.join(turn.topics) or turn.status}, got {got}")


if __name__ == "__main__":
    main()
