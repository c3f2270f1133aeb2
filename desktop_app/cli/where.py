"""`who-to-call where`: which council a postcode or a place is in."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from desktop_app.cli.opening import opened_places
from desktop_app.cli.standard_streams import typed_lines
from desktop_app.domain.places.councils import WhereAnswer, as_json


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command and its options."""
    parser = commands.add_parser("where", help="which council a postcode or place is in")
    parser.add_argument("text", metavar="TEXT", help="a postcode or place; - reads one a line")
    parser.add_argument("--json", action="store_true", help="one JSON object a text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Answer for every text asked about; nothing typed is kept."""
    places = opened_places()
    for text in _texts(options.text):
        answer = places.answer(text)
        if options.json:
            print(json.dumps(as_json(answer), ensure_ascii=False))
        else:
            print("\n".join(_lines(answer)))
    return 0


def _texts(text: str) -> Iterator[str]:
    if text != "-":
        yield text
        return
    yield from typed_lines()


def _lines(answer: WhereAnswer) -> Iterator[str]:
    yield answer.said
    yield from (f"  or: {other.text}" for other in answer.alternatives)
