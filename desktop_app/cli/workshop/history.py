"""The history in a terminal: taken back, done again, and told."""

import argparse
import json
from datetime import date

from desktop_app.clock import SystemClock
from desktop_app.workshop.editing import redo, undo
from desktop_app.workshop.history import Event, history
from desktop_app.workshop.places import in_words
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import GONE

KINDS = {"do": "changed", "undo": "took back", "redo": "did again", "noted": "also changed"}
NOTHING = "nothing"


def undo_last(options: argparse.Namespace) -> int:
    """Take the last change back."""
    with WorkFile.open(options.work) as work:
        act = undo(work, by=options.by, at=SystemClock().now())
        print("\n".join(in_one_line(event) for event in history(work, act=act)))
    return 0


def redo_last(options: argparse.Namespace) -> int:
    """Do again what was taken back last."""
    with WorkFile.open(options.work) as work:
        act = redo(work, by=options.by, at=SystemClock().now())
        print("\n".join(in_one_line(event) for event in history(work, act=act)))
    return 0


def log(options: argparse.Namespace) -> int:
    """Every change, oldest first."""
    with WorkFile.open(options.work, read_only=True) as work:
        events = history(work)
    for event in events[-options.last :] if options.last else events:
        print(in_one_line(event))
    if not events:
        print("Nothing was changed yet.")
    return 0


def in_one_line(event: Event) -> str:
    """One event in one line."""
    where = in_words(event.place) if event.place != ("text",) else event.file
    because = f", {event.why}" if event.why else ""
    cited = f" [{event.document}]" if event.document else ""
    return (
        f"{event.act}  {event.at:%Y-%m-%d %H:%M}  {event.by} {KINDS[event.kind]} {where}: "
        f"{shown(event.before)} → {shown(event.after)}{because}{cited}"
    )


def shown(value: object) -> str:
    """A value of a file in one line."""
    if value is GONE:
        return NOTHING
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
