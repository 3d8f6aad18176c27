"""The exit codes of the `tandem` command."""

from enum import IntEnum


class Exit(IntEnum):
    """What a command's exit code means."""

    FINE = 0
    """Nothing wrong."""
    FOUND = 1
    """`check` found a violation of severity error (`--strict`: of any severity)."""
    WRONG = 2
    """The call or an input was wrong; a line on standard error says what to do."""
    INTERRUPTED = 130
    """Stopped with Ctrl-C."""
    CUT_OFF = 141
    """Whoever reads the output has gone (`| head`), as a shell says it: whether anything was found is not known."""
