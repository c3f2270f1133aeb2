"""The options of a change set's steps: handed over, looked through, decided, published."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from desktop_app.cli.plain_parser import day_argument

Step = Callable[..., argparse.ArgumentParser]
"""Adds one step: its name, what it does, whether it carries a name, and its file."""
SET = "NAME.wtcchange"


def add_publishing(step: Step) -> None:
    """Describe the steps from a working file to a release."""
    give = step("publishing:hand-over", "make a change set for somebody else to check", signed=True)
    give.add_argument("out", metavar=SET, type=Path)
    give.add_argument(
        "--until", metavar="DATE", type=day_argument, help="when the next is expected"
    )
    for name, text in (
        ("explain-shrink", "why it is much smaller than before"),
        ("front-door-moves", "why a council's front-door number becomes another's"),
    ):
        give.add_argument(f"--{name}", metavar="TEXT", default="", help=text)
    _of_desk(give, key=True)
    look = step("publishing:look", "show everything a change set changes", file=SET)
    _of_desk(look)
    accept = step("publishing:accept", "type its numbers, and sign", signed=True, file=SET)
    accept.add_argument("--typed", metavar="FILE", type=Path, help="a line each, instead of asking")
    _of_desk(accept, key=True)
    refuse = step("publishing:refuse", "send it back with a reason", signed=True, file=SET)
    refuse.add_argument("reason", metavar="REASON")
    publish = step("publishing:publish", "write the release of a checked one", file=SET)
    publish.add_argument("out", metavar="OUT", type=Path)
    _of_desk(publish, key=True)


def _of_desk(parser: argparse.ArgumentParser, *, key: bool = False) -> None:
    parser.add_argument("--desk", metavar="DIR", type=Path, default=Path())
    parser.add_argument("--directory", metavar="FILE", type=Path, help="whose postcodes are taken")
    if key:
        parser.add_argument("--key", metavar="FILE", type=Path, required=True)
        parser.add_argument(
            "--passphrase-file", metavar="FILE", type=Path, help="its first line, instead of asking"
        )
