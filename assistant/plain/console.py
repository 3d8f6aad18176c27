"""The one place where linear mode reads and writes: each line once, in words, and flushed before it waits.

At every prompt `?` helps, `b` goes back, `m` to the main menu, and `q` leaves. What these lead to is told by
exceptions, which the menus take: whoever asks something need not think of them.
"""

from __future__ import annotations

from collections.abc import Callable

from assistant.plain.spoken import spoken, wrapped

WIDEST = 72
"""In columns; longer lines are hard to follow."""
EVERYWHERE = "At every prompt: ? help, b back, m main menu, q leave."
_NARROWEST = 20


class Back(Exception):
    """Somebody wants to go back to where they came from."""


class ToMenu(Exception):
    """Somebody wants to go to the main menu."""


class Left(Exception):
    """Somebody leaves, or the input has ended."""


def nothing_to_lose() -> str:
    """Nothing would be lost by leaving."""
    return ""


class Console:
    """Reads lines and writes lines.

    Args:
        read: gives the next line with its end, "" where the input has ended.
        write: takes text; `flush` has it written out.
        flush: called before each wait for a line.
        width: how wide a line may be, as it is at the time.
        echo: whether what is read is written too, as no terminal shows what is typed.
    """

    def __init__(
        self,
        read: Callable[[], str],
        write: Callable[[str], object],
        *,
        flush: Callable[[], object] = lambda: None,
        width: Callable[[], int] = lambda: WIDEST,
        echo: bool = False,
    ) -> None:
        self._read = read
        self._write = write
        self._flush = flush
        self._width = width
        self.echo = echo
        """Whether what is read is written too: nobody sits at a terminal."""
        self.heard = False
        """Whether any line was read yet."""
        self.would_lose: Callable[[], str] = nothing_to_lose
        """What leaving would lose, in words; "" for nothing."""

    def say(self, *texts: str) -> None:
        """Write texts, each from a new line on; "" is an empty line."""
        for text in texts:
            for line in wrapped(spoken(text), self.columns):
                self._write(f"{line}\n")
        self._flush()

    def ask(self, words: str, helps: str = "") -> str:
        """What is answered to these words, without what frames it; `helps` is said at `?`.

        Raises:
            Back, ToMenu, Left: somebody wants to go there.
        """
        while (said := self.line(words)) == "?":
            self.say(*filter(None, (helps, EVERYWHERE)))
        return said

    def line(self, words: str) -> str:
        """As `ask`, with `?` an answer like any other."""
        while True:
            said = self._line(words)
            match said.lower():
                case "b" | "back":
                    raise Back
                case "m" | "menu":
                    raise ToMenu
                case "q" | "quit" | "exit":
                    self.leave()
                case _:
                    return said

    def sure(self, words: str) -> bool:
        """Whether a question is answered with yes.

        Raises:
            Back, ToMenu, Left: somebody wants to go there.
        """
        while True:
            said = self.ask(f"{words} Yes or no: ", "Type yes or no, then Enter.").lower()
            if said in ("y", "yes", "n", "no"):
                return said.startswith("y")
            self.say("Please type yes or no.")

    @property
    def columns(self) -> int:
        """How wide a line may be now."""
        return min(max(self._width(), _NARROWEST), WIDEST)

    def leave(self) -> None:
        """Leave, unless something would be lost, and somebody does not say yes when asked once.

        Raises:
            Left: as a rule.
        """
        lost = self.would_lose()
        if not lost or self._line(f"Leaving loses {lost}. Leave? Yes or no: ").lower() in ("y", "yes", "q"):
            raise Left
        self.say("You stay.")

    def _line(self, words: str) -> str:
        *above, last = wrapped(spoken(words), self.columns)
        self._write("".join(f"{line}\n" for line in above) + f"{last} ")
        self._flush()
        try:
            line = self._read()
        except KeyboardInterrupt:
            self._write("\n")
            return "q"
        except (OSError, ValueError):  # the input has gone: a terminal was closed
            line = ""
        if not line:
            self._write("\n")
            self._flush()
            raise Left
        self.heard = True
        said = line.strip()
        if self.echo:
            self._write(f"{spoken(said)}\n")
        return said
