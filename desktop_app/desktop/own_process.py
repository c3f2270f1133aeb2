"""Starts this program once more, in a process of its own that outlives this one."""

import sys
from collections.abc import Sequence


def command_with(
    *arguments: str, started_as: Sequence[str] | None = None, taken: int | None = None
) -> list[str]:
    """The command line that started this program, with these arguments in place of its own.

    `started_as` is the whole command line and `taken` how many of its words at the end are the
    program's own arguments; both are this process's when not given.
    """
    whole = list(sys.orig_argv if started_as is None else started_as)
    own = len(sys.argv) - 1 if taken is None else taken
    return [*whole[: len(whole) - own], *arguments]


def start_again(*arguments: str) -> bool:
    """Start it with these arguments; whether the system did."""
    from PySide6.QtCore import QProcess

    program, *rest = command_with(*arguments)
    started, _ = QProcess.startDetached(sys.executable or program, rest)
    return started
