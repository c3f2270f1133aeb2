"""`who-to-call search`: find a service by name, old name, topic, place or digits."""

from __future__ import annotations

import argparse
import json

from desktop_app.cli.opening import opened_directory
from desktop_app.domain.services.directory import SearchHit
from desktop_app.domain.services.service import Service


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command and its options."""
    parser = commands.add_parser("search", help="find a service or a number")
    parser.add_argument("text", metavar="TEXT", nargs="+")
    parser.add_argument("--json", action="store_true", help="one JSON object a hit")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every service found, best first; finding nothing is said, and is no error."""
    directory = opened_directory()
    text = " ".join(options.text)
    hits = directory.search(text)
    for hit in hits:
        service = directory.service(hit.service_id)
        if options.json:
            print(json.dumps(_json(hit, service), ensure_ascii=False))
        else:
            print(_line(hit, service))
    if not hits and not options.json:
        print("Nothing found. Try fewer letters, a place, or the digits of a number.")
    return 0


def _json(hit: SearchHit, service: Service) -> dict[str, object]:
    return {
        "schema": 1,
        "service": {"id": service.id, "name": service.name},
        "why": str(hit.why),
        "matched": hit.matched,
        "exact": hit.exact,
        "lines": [
            {"kind": str(line.kind), "number": line.number, "display": line.display}
            | {"standing": str(line.standing)}
            for line in service.lines
        ],
    }


def _line(hit: SearchHit, service: Service) -> str:
    numbers = ", ".join(line.display for line in service.callable_lines) or "no number published"
    return f"{service.name} · {numbers}   [{service.id}; {hit.why}: {hit.matched}]"
