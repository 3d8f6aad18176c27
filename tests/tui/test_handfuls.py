"""What comes fast is shown by the handful: the first at once, what follows within a moment together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.tui.handfuls import Handfuls


class Clockwork:
    """Stands in for a widget and its app: calls at once, and keeps what is to be called later."""

    def __init__(self) -> None:
        self.app = self
        self.later: list[Callable[[], None]] = []

    def call_from_thread(self, call: Callable[[], None]) -> None:
        """Call it."""
        call()

    def set_timer(self, _: float, call: Callable[[], None]) -> None:
        """Keep it."""
        self.later.append(call)


def test_the_first_is_shown_at_once_and_the_rest_together() -> None:
    """A thousand that come at once are shown in two goes, in their order, and none is lost."""
    shown: list[Sequence[int]] = []
    clockwork = Clockwork()
    handfuls = Handfuls[int](clockwork, shown.append)  # type: ignore[arg-type]  # all that it asks of a widget
    for number in range(1000):
        handfuls.add(number)
    assert shown == [[0]]
    assert len(clockwork.later) == 1
    clockwork.later[0]()
    assert shown == [[0], list(range(1, 1000))]


def test_what_waits_can_be_shown_early_and_is_not_shown_twice() -> None:
    """Whoever stops a check sees all that was checked by then."""
    shown: list[Sequence[int]] = []
    clockwork = Clockwork()
    handfuls = Handfuls[int](clockwork, shown.append)  # type: ignore[arg-type]  # as above
    for number in range(3):
        handfuls.add(number)
    handfuls.show_all()
    for call in clockwork.later:
        call()
    assert shown == [[0], [1, 2]]
