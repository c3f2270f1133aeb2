"""`who-to-call exchange`: the directory in and out, for stewards (docs/stewards.md)."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.opening import opened_directory
from desktop_app.cli.plain_parser import PlainError
from desktop_app.clock import SystemClock
from desktop_app.domain.services.errors import PlainlyTold

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.printing.table_report import TableReport
    from desktop_app.exchange.reports.inbox import Inbox

WAYS = ("csv", "xlsx", "hsds", "oruk")
NEEDS_TOOLS = (
    "Working on the directory needs the steward’s tools: use a checkout, or a program installed "
    "with them."
)
WHICH_WAY = "Say in which way with --as: {}."
STAFF_TOLD = "{} of the services are for professionals only. Leave them out with --public."
NO_FILES = "No files were found in {}."
READ = (
    "{} files: {} new reports, {} that were known, {} about no line of the directory, "
    "{} rows or files that cannot be read."
)


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command and its parts."""
    from desktop_app.cli import exchange_import

    parser = commands.add_parser("exchange", help="lists in and out, reports, quality (stewards)")
    parts = parser.add_subparsers(metavar="PART", required=True)
    export = parts.add_parser("export", help="write the whole directory as a file")
    export.add_argument("out", metavar="OUT", type=Path)
    export.add_argument("--as", dest="way", choices=WAYS, help="else by the ending of OUT")
    export.add_argument(
        "--public", action="store_true", help="without what is for professionals only"
    )
    _done_by(export, _export)
    exchange_import.add_part(parts, lambda run: lambda options: _carried_out(run, options))
    reports = parts.add_parser("reports", help="read the slips of desks about failed numbers")
    reports.add_argument("files", metavar="FILE", type=Path, nargs="+", help="files or folders")
    reports.add_argument("--work", metavar="WORKFILE", type=Path, help="keep them in it")
    reports.add_argument("--json", action="store_true")
    _done_by(reports, _reports)
    quality = parts.add_parser("quality", help="what is stale, disputed, missing or reported")
    quality.add_argument("out", metavar="OUT", type=Path, help="a file ending in .xlsx or .pdf")
    quality.add_argument("--work", metavar="WORKFILE", type=Path, help="with its calls and reports")
    _done_by(quality, _quality)


def _done_by(parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], None]) -> None:
    parser.set_defaults(run=lambda options: _carried_out(run, options))


def _carried_out(run: Callable[[argparse.Namespace], None], options: argparse.Namespace) -> int:
    try:
        run(options)
    except PlainlyTold as told:
        raise PlainError(str(told)) from told
    except ModuleNotFoundError as missing:
        raise PlainError(NEEDS_TOOLS) from missing
    return 0


def _export(options: argparse.Namespace) -> None:
    way = options.way or {".csv": "csv", ".xlsx": "xlsx"}.get(options.out.suffix.lower())
    if way is None:
        raise PlainError(WHICH_WAY.format(", ".join(WAYS)))
    from desktop_app.exchange.export.directory_export import exported

    made = exported(opened_directory(), way, public=options.public)
    _write(options.out, made.content)
    print(f"{made.services} services were written to {options.out}.")
    if made.staff_only:
        print(STAFF_TOLD.format(made.staff_only))


def _write(path: Path, whole: bytes) -> None:
    from desktop_app.fileformat.chosen_file import save_chosen

    trouble = save_chosen(path, whole)
    if trouble:
        raise PlainError(trouble)


def _reports(options: argparse.Namespace) -> None:
    from desktop_app.exchange.reports.inbox import inbox
    from desktop_app.exchange.reports.report_store import keep_reports, known_ids
    from desktop_app.workshop.work_file import WorkFile

    paths = _files(options.files)
    work = WorkFile.open(options.work) if options.work else None
    directory = opened_directory()
    try:
        known = known_ids(work) if work else frozenset()
        files = ((path.name, path.read_bytes()) for path in paths)
        found = inbox(files, directory.services(), known)
        if work is not None:
            keep_reports(work, found)
    finally:
        if work is not None:
            work.close()
    print(_as_json(found) if options.json else "\n".join(_told(found)))


def _files(given: Sequence[Path]) -> list[Path]:
    """The files, and those that lie in folders that were given, in order."""
    paths: list[Path] = []
    for each in given:
        if each.is_dir():
            inside = (path for path in each.rglob("*") if path.is_file())
            paths += sorted(path for path in inside if not path.name.startswith("."))
        elif each.is_file():
            paths.append(each)
        else:
            raise PlainError(f"There is no file or folder {each}.")
    if not paths:
        raise PlainError(NO_FILES.format(", ".join(map(str, given))))
    return paths


def _told(found: Inbox) -> list[str]:
    told = [
        READ.format(found.files, len(found.new), found.again, len(found.unmatched), len(found.odd))
    ]
    told += [f"  {count:4}  {service} {line}" for (service, line), count in found.by_line().items()]
    told += [f"  ?     {r.number}, {r.service} ({r.place})" for r in found.unmatched]
    return [*told, *(f"  !     {sentence}" for sentence in found.odd)]


def _as_json(found: Inbox) -> str:
    lines = [
        {"service": service, "line": line, "reports": count}
        for (service, line), count in found.by_line().items()
    ]
    return json.dumps(
        {
            "files": found.files,
            "new": len(found.new),
            "again": found.again,
            "unmatched": len(found.unmatched),
            "odd": list(found.odd),
            "lines": lines,
        },
        ensure_ascii=False,
    )


def _quality(options: argparse.Namespace) -> None:
    from desktop_app.exchange.quality.report import ReportBasis, quality_report
    from desktop_app.exchange.quality.report_files import workbook

    ending = options.out.suffix.lower()
    if ending not in {".xlsx", ".pdf"}:
        raise PlainError("The report is an .xlsx or a .pdf: give OUT one of these endings.")
    directory, today = opened_directory(), SystemClock().now().date()
    untried = [role.id for role in directory.roles() if not role.test_calls]
    evidence = ReportBasis(untried_roles=untried)
    if options.work:
        from desktop_app.exchange.quality.evidence import evidence_in
        from desktop_app.workshop.work_file import WorkFile

        work = WorkFile.open(options.work, read_only=True)
        try:
            evidence = evidence_in(work, untried)
        finally:
            work.close()
    report = quality_report(directory.services(), directory.release(), today, evidence)
    _write(options.out, _pdf(report) if ending == ".pdf" else workbook(report))
    print(f"The report was written to {options.out}.")


def _pdf(report: TableReport) -> bytes:
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from desktop_app.exchange.quality.report_files import document

    app = QGuiApplication.instance() or QGuiApplication([])
    whole = document(report)
    del app
    return whole
