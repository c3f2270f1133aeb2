"""Starts this program once more: to outlive this process, or to do one thing for it."""

import sys
from collections.abc import Sequence
from pathlib import PureWindowsPath

PART = "part"
"""The first word of a command line that asks our launcher for one part of the program."""
_RUN = "import sys; sys.path[:] = {path!r}; from {module} import main; sys.exit(main())"


def command_with(
    *arguments: str, started_as: Sequence[str] | None = None, taken: int | None = None
) -> list[str]:
    """The command line that started this program, with these arguments in place of its own.

    `started_as` is the whole command line and `taken` how many of its words at the end are the
    program's own arguments; both are this process's when not given.
    """
    if started_as is None:
        started_as = [sys.executable or sys.orig_argv[0], *sys.orig_argv[1:]]
    if not _is_python(started_as[0]):  # our launcher says Python's own words by itself
        return [started_as[0], *arguments]
    own = len(sys.argv) - 1 if taken is None else taken
    return [*started_as[: len(started_as) - own], *arguments]


def part_command(module: str, executable: str = sys.executable) -> list[str]:
    """The command line of a process that runs `main()` of one module and ends.

    It finds what this process finds, however this one was started.
    """
    if not _is_python(executable):
        return [executable, PART, module]
    deed = _RUN.format(path=sys.path, module=module)
    return [executable, "-I", "-S", "-B", "-X", "utf8", "-c", deed]


def start_again(*arguments: str) -> bool:
    """Start it with these arguments; whether the system did."""
    from PySide6.QtCore import QProcess

    program, *rest = command_with(*arguments)
    started, _ = QProcess.startDetached(program, rest)
    return started


def _is_python(executable: str) -> bool:
    return PureWindowsPath(executable).name.casefold().startswith("py")
