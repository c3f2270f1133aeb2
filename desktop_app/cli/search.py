"""`who-to-call search`: find a service by name, old name, topic, place or digits."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import datetime

from desktop_app.cli.opening import clock_doubts, opened_directory
from desktop_app.cli.plain_parser import PlainError, SaidOnce
from desktop_app.clock import SystemClock
from desktop_app.domain.browse.catalogue import Moment
from desktop_app.domain.browse.open_order import OpenOrder, named_in_full
from desktop_app.domain.hours.typed_moment import parse_instant
from desktop_app.domain.places.council_names import council_called
from desktop_app.domain.services.dialling import keyed_next
from desktop_app.domain.services.directory import Directory, SearchHit
from desktop_app.domain.services.service import Line, Service

MOST = 50
NOTHING = "Nothing found. Try fewer letters, a place, or the digits of a number."
INSTEAD = (
    "Worried about somebody? `who-to-call now` tells whom to ring, by who it is about and where it "
    "happened. If anyone is in danger now: 999. To report or ask the police: 101."
)
SYSTEM = "How the system works (nothing here can be rung):"

Pair = tuple[SearchHit, Service]


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command and its options."""
    parser = commands.add_parser("search", help="find a service or a number")
    parser.add_argument("text", metavar="TEXT", nargs="+")
    parser.add_argument(
        "--home", metavar="COUNCIL", help="the practice's own council: its services first"
    )
    parser.add_argument(
        "--at", action=SaidOnce, metavar="INSTANT", help="UK time such as 2026-12-26T02:00"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a hit")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every service found, best first; finding nothing is said, and is no error."""
    directory = opened_directory()
    text = " ".join(options.text)
    home = _home(options.home, directory)
    moment, doubted = _moment(options.at, directory)
    read = OpenOrder(
        lambda ids: [directory.service(each) for each in ids],
        Moment(moment, directory.bank_holidays(), doubted),
    )
    hits = read.ordered(directory.search(text, home=home), most=MOST)
    pairs = [(hit, directory.service(hit.service_id)) for hit in hits]
    told = _json_lines if options.json else _text_lines
    for line in told(pairs, directory.search_advice(text)):
        print(line)
    return 0


def _home(name: str | None, directory: Directory) -> str | None:
    if name is None:
        return None
    council = council_called(name, directory.councils())
    if council is None:
        raise PlainError(f"“{name[:40]}” is none of the councils of this directory.")
    return council.code


def _moment(at: str | None, directory: Directory) -> tuple[datetime, bool]:
    if at is None:
        return SystemClock().now(), bool(clock_doubts(directory))
    try:
        return parse_instant(at).moment, False
    except ValueError as wrong:
        raise PlainError(str(wrong)) from wrong


def _json_lines(pairs: Sequence[Pair], advice: Sequence[str]) -> Iterator[str]:
    """An object a hit, then one for each sentence to read beside them.

    Whoever cannot be rung comes after everybody who can, unless its own name was typed.
    """
    for hit, service in sorted(pairs, key=lambda pair: not _listed_first(*pair)):
        yield json.dumps(_json(hit, service), ensure_ascii=False)
    for sentence in advice:
        yield json.dumps({"schema": 1, "advice": sentence}, ensure_ascii=False)


def _text_lines(pairs: Sequence[Pair], advice: Sequence[str]) -> Iterator[str]:
    yield from advice
    system = [(hit, each) for hit, each in pairs if not _listed_first(hit, each)]
    yield from (_line(hit, each) for hit, each in pairs if _listed_first(hit, each))
    if system:
        yield SYSTEM
        yield from (_line(hit, each) for hit, each in system)
    if not pairs:
        yield NOTHING
        yield INSTEAD


def _listed_first(hit: SearchHit, service: Service) -> bool:
    return bool(service.callable_lines) or named_in_full(hit)


def _json(hit: SearchHit, service: Service) -> dict[str, object]:
    return {
        "schema": 1,
        "service": {"id": service.id, "name": service.name},
        "why": str(hit.why),
        "matched": hit.matched,
        "exact": hit.exact,
        "rung": bool(service.callable_lines),
        "lines": [
            {"kind": str(line.kind), "number": line.number, "display": line.display}
            | {"menu_option": line.menu_option, "extension": line.extension}
            | {"standing": str(line.standing)}
            for line in service.lines
        ],
    }


def _line(hit: SearchHit, service: Service) -> str:
    numbers = ", ".join(map(_number, service.callable_lines)) or "no number published"
    return f"{service.name} · {numbers}   [{service.id}; {hit.why}: {hit.matched}]"


def _number(line: Line) -> str:
    """The number, and in brackets what follows it, so that a list of them stays clear."""
    keyed = keyed_next(line)
    return f"{line.display} ({keyed})" if keyed else line.display
