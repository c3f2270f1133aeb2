"""`who-to-call exchange import`: a list compared with the directory, and ticked rows taken."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.opening import opened_directory
from desktop_app.cli.plain_parser import PlainError
from desktop_app.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.services.service import Service
    from desktop_app.exchange.proposal.rows import Proposal, ProposedRow
    from desktop_app.workshop.work_file import WorkFile

Run = Callable[[argparse.Namespace], None]
NOTHING_WRITTEN = "Nothing was written. Take rows into a working file with --work and --take."
TAKEN = "{} changes of {} rows were written to {} as one step; one undo takes them all back."
NEEDS_WORK = "Say with --work which working file the rows are taken into."
NEEDS_NAMES = "Say with --by who takes them, and with --document which document this list is."
NO_COLUMNS = "{} holds no remembered columns. Delete it, or name another."
NO_FACT = "--map names a fact and its column: FACT=HEADING. The facts: {}."
NO_ROWS = "--take names rows by their numbers (3,7,12-20), or says “offered”."


def add_part(
    parts: argparse._SubParsersAction[argparse.ArgumentParser],
    carried_out: Callable[[Run], Callable[[argparse.Namespace], int]],
) -> None:
    """Describe the part and its options."""
    parser = parts.add_parser("import", help="compare a list, and take what was ticked")
    parser.add_argument("file", metavar="FILE", type=Path, help="xlsx, xls, ods, csv or json")
    parser.add_argument("--work", metavar="WORKFILE", type=Path, help="compare with this one")
    parser.add_argument("--columns", metavar="FILE", type=Path, help="remembered columns (JSON)")
    parser.add_argument(
        "--map",
        metavar="FACT=HEADING",
        action="append",
        default=[],
        help="which column is which: number=Dial here, service=Who",
    )
    parser.add_argument("--all", action="store_true", help="list unchanged rows too")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--take", metavar="ROWS", help="3,7,12-20 or offered")
    parser.add_argument("--alarms-seen", action="store_true", help="take in spite of the alarms")
    parser.add_argument("--by", metavar="NAME", default="", help="who takes them")
    parser.add_argument("--document", metavar="ID", default="", help="the document the list is")
    parser.set_defaults(run=carried_out(_import))


def _import(options: argparse.Namespace) -> None:
    from desktop_app.workshop.work_file import WorkFile

    if options.take and not options.work:
        raise PlainError(NEEDS_WORK)
    if options.take and not (options.by and options.document):
        raise PlainError(NEEDS_NAMES)
    if not options.work:
        found = _compared(options, opened_directory().services(), made_up_allowed=False)
        _print_proposal(found, options)
        return
    with closing(WorkFile.open(options.work, read_only=not options.take)) as work:
        _with_work(options, work)


def _with_work(options: argparse.Namespace, work: WorkFile) -> None:
    from desktop_app.workshop.checking import read_texts

    contents = read_texts(work.texts, SystemClock().now().date())
    services = [service for _, service, _ in contents.services]
    found = _compared(options, services, made_up_allowed=contents.release.made_up_numbers)
    if options.take:
        _take(options, work, found)
    else:
        _print_proposal(found, options)


def _compared(
    options: argparse.Namespace, services: Sequence[Service], *, made_up_allowed: bool
) -> Proposal:
    from desktop_app.exchange.proposal.compare import proposal
    from desktop_app.exchange.referral.compare_received import compare_received
    from desktop_app.exchange.referral.received import read_referral
    from desktop_app.exchange.tables.received_table import received_table

    name, whole = options.file.name, options.file.read_bytes()
    if options.file.suffix.lower() == ".json":
        received = read_referral(name, whole, made_up_allowed=made_up_allowed)
        return compare_received(name, received, services)
    remembered = _mapped(options.map) or _remembered(options.columns)
    found = proposal(
        received_table(name, whole),
        services,
        remembered=remembered,
        made_up_allowed=made_up_allowed,
    )
    if options.columns and not options.columns.exists():
        kept = json.dumps(found.columns, ensure_ascii=False, indent=1)
        options.columns.write_text(kept + "\n", "utf-8")
    return found


def _mapped(said: Sequence[str]) -> dict[str, dict[str, str]]:
    """What was said on the command line of which column is which, for every sheet."""
    from desktop_app.exchange.proposal.columns import Field
    from desktop_app.exchange.proposal.compare import EVERY_SHEET

    pairs = dict(each.partition("=")[::2] for each in said)
    if not set(pairs) <= set(Field):
        raise PlainError(NO_FACT.format(", ".join(Field)))
    return {EVERY_SHEET: pairs} if pairs else {}


def _remembered(path: Path | None) -> dict[str, dict[str, str]]:
    """The columns of the last list; none where nothing was remembered yet."""
    if path is None or not path.exists():
        return {}
    try:
        kept = json.loads(path.read_text("utf-8"))
        return {str(s): {str(k): str(v) for k, v in its.items()} for s, its in kept.items()}
    except (ValueError, AttributeError) as error:
        raise PlainError(NO_COLUMNS.format(path)) from error


def _take(options: argparse.Namespace, work: WorkFile, found: Proposal) -> None:
    from desktop_app.exchange.proposal.source_edits import source_edits
    from desktop_app.workshop.editing import ChangeReason, edit

    ticked = _ticked(options.take, found)
    changes = found.taken(ticked, alarms_seen=options.alarms_seen)
    now = SystemClock().now()
    said = ChangeReason(by=options.by, at=now, why=f"list {found.file}", document=options.document)
    edit(work, source_edits(work.texts, changes, options.document), said)
    print(TAKEN.format(len(changes), len(ticked), options.work))


def _ticked(text: str, found: Proposal) -> set[int]:
    if text == "offered":
        return {row.key for row in found.rows if row.offered}
    ticked: set[int] = set()
    for part in text.split(","):
        first, _, last = part.strip().partition("-")
        if not (first.isdecimal() and (last or first).isdecimal()):
            raise PlainError(NO_ROWS)
        ticked |= set(range(int(first), int(last or first) + 1))
    return ticked


def _print_proposal(found: Proposal, options: argparse.Namespace) -> None:
    if options.json:
        told = asdict(found) | {"counted": found.counted()}
        for row, plain in zip(found.rows, told["rows"], strict=True):
            plain["offered"] = row.offered
        print(json.dumps(told, ensure_ascii=False, default=str))
        return
    counted = found.counted()
    print(f"{found.file}: " + ", ".join(f"{n} {verdict}" for verdict, n in counted.items()))
    for alarm in found.alarms:
        print(f"ALARM: {alarm}")
    for warning in found.warnings:
        print(f"Note: {warning}")
    for row in found.rows:
        if options.all or row.to_look_at:
            print("\n".join(_lines(row)))
    print(NOTHING_WRITTEN)


def _lines(row: ProposedRow) -> Iterator[str]:
    tick = "[ ]" if row.offered else "   "
    named = " › ".join(each for each in (row.service, row.line_id) if each)
    yield f"{tick} {row.key:4} {row.verdict:10} {named}"
    yield f"         {f'{row.place}: ' if row.place else ''}{row.sentence}"
    for each in row.differences:
        yield f"         {each.field}: {each.before or 'nothing'} → {each.after}"
    yield from (f"         ! {doubt}" for doubt in row.doubts)
