"""Command lines that answer a mistake with one plain line instead of a page of usage."""

import argparse
from typing import NoReturn


class PlainError(Exception):
    """Something the person can put right; the message is the one line they read."""


class PlainParser(argparse.ArgumentParser):
    """An argument parser whose errors are one line on standard error and exit status 2."""

    def error(self, message: str) -> NoReturn:
        """Raise the mistake as one plain line, with where to read more."""
        said = message[0].upper() + message[1:]
        raise PlainError(f"{said}. Try: {self.prog} --help")
