"""Command lines that answer a mistake with one plain line instead of a page of usage."""

import argparse
from collections.abc import Sequence
from datetime import date
from typing import Any, NoReturn

from desktop_app.domain.text.quoted_text import printable

LONGEST = 600
"""Characters of a mistake that are said: every circumstance, and a little of what was typed."""


class PlainError(Exception):
    """Something the person can put right; the message is the one line they read."""

    def __str__(self) -> str:
        """One line: what was typed may hold line breaks, and commands for the terminal."""
        return printable(super().__str__())


class PlainParser(argparse.ArgumentParser):
    """An argument parser whose errors are one line on standard error and exit status 2."""

    def error(self, message: str) -> NoReturn:
        """Raise the mistake as one plain line, with where to read more."""
        said = message[0].upper() + message[1:LONGEST]
        raise PlainError(f"{said}. Try: {self.prog} --help")


class SaidOnce(argparse.Action):
    """An option that may be given once: of two places or moments none is picked silently."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        """Keep the value; told twice is a mistake."""
        given = vars(namespace).setdefault("_given", set())
        if self.dest in given:
            parser.error(f"argument {option_string}: give it once")
        given.add(self.dest)
        setattr(namespace, self.dest, values)


def day_argument(text: str) -> date:
    """A day as options take it; ArgumentTypeError says how to write one."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write the date as 2027-06-01") from None
