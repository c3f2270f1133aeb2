"""What a command reads and writes: lines of text, whatever else stands at the other end."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import TextIOWrapper

from desktop_app.cli.plain_parser import PlainError

LONGEST = 4096
"""Characters of a line that are looked at: a line without an end must not fill the memory."""
MARK = "\ufeff"
"""What some programs write before the first letter of a file."""


def prepare() -> None:
    """Make any letter fit for reading and writing: UTF-8 to files and programs, none refused."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            read = stream is sys.stdin
            shown = stream.isatty()
            stream.reconfigure(
                encoding=stream.encoding if shown else "utf-8",
                errors="surrogateescape" if read else "backslashreplace",
            )


def must_be_readable() -> None:
    """PlainError where an answer would go nowhere: exit status 0 would say that it was given."""
    if sys.stdout is None:
        raise PlainError("There is no standard output to answer on.")


def typed_lines() -> Iterator[str]:
    """The lines of standard input without their ends; a closed input is told in a sentence."""
    if sys.stdin is None:
        raise PlainError("There is no standard input to read from.")
    first = True
    while line := sys.stdin.readline(LONGEST):
        whole = line.endswith("\n")
        yield (line.removeprefix(MARK) if first else line).rstrip("\r\n")
        first = False
        while not whole and (rest := sys.stdin.readline(LONGEST)):
            whole = rest.endswith("\n")  # nobody means so much: it is read over, never kept


def flush_output() -> None:
    """Write what was held back, so that a full disk is noticed before the command ends."""
    if sys.stdout is not None:
        sys.stdout.flush()


def silence_output() -> None:
    """Point standard output elsewhere, so that nothing more is said when it is closed."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
