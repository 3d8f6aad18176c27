"""What the command palette offers besides what a screen names itself: every key that works, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from textual.app import SystemCommand
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

_LEAST_USE = {"leave", "command_palette"}
"""Actions that the palette names otherwise, or is itself."""


def others(screen: Screen[object], named: Iterable[SystemCommand]) -> Iterator[SystemCommand]:
    """A command for each key of Tandem's own that works on a screen, where none of the named ones does the same."""
    titles = {command.title for command in named}
    actions = {_called(command.callback) for command in named} | _LEAST_USE
    for active in screen.active_bindings.values():
        binding, key = active.binding, screen.app.get_key_display(active.binding)
        title = binding.tooltip or binding.description
        is_named = action_name(binding.action) in actions or any(_names(command, key) for command in named)
        if active.enabled and title and title not in titles and not is_named and is_own(active.node, binding):
            titles.add(title)
            yield SystemCommand(title, key, partial(screen.app.run_action, binding.action, active.node))


def is_own(node: DOMNode, binding: Binding) -> bool:
    """Whether a key is Tandem's, and not one that moves the cursor in a line or a list of Textual's."""
    classes = [each for each in type(node).__mro__ if each.__module__.startswith("assistant.")]
    own = [each for cls in classes for each in vars(cls).get("BINDINGS", ())]
    return any(isinstance(each, Binding) and each.action == binding.action for each in own)


def _names(command: SystemCommand, key: str) -> bool:
    """Whether the command's help tells this key: alone, or in brackets at its end."""
    return command.help == key or command.help.endswith(f"({key})")


def _called(callback: Callable[..., object]) -> str:
    """The name of the action that a command runs; of one with an argument it is not told."""
    return str(getattr(callback, "__name__", "")).removeprefix("action_")


def action_name(action: str) -> str:
    """An action's name: "save_answer" of "app.save_answer"."""
    return action.rpartition(".")[2]
