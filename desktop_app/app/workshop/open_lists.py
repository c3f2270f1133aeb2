"""Lists in and out of a working file, as the window's page asks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop_app.app.workshop.compiled_copy import CompiledCopy
from desktop_app.app.workshop.read_copy import ReadCopy
from desktop_app.app.workshop.remembered_columns import RememberedColumns
from desktop_app.domain.services.errors import PlainlyTold
from desktop_app.fileformat.chosen_file import save_chosen
from desktop_app.ui.workshop.lists.lists import (
    ColumnChoices,
    ColumnsWanted,
    ComparedList,
    ExportWay,
    ListRow,
)
from desktop_app.ui.workshop.working_copy import Choice, WorkshopError
from desktop_app.workshop.documents import LISTS
from desktop_app.workshop.editing import ChangeReason, edit

if TYPE_CHECKING:
    from desktop_app.exchange.proposal.rows import Proposal, ProposedRow
    from desktop_app.exchange.reports.inbox import Inbox
    from desktop_app.workshop.work_file import WorkFile

STOPPED = "Something in this copy has to be put right first. See “Check”."
UNREAD = "“{}” cannot be read. Close it in other programs, or choose another file."
NO_FILES = "There is nothing to read in “{}”."
NO_LIST = "Choose a list first."
CHANGED_MEANWHILE = "The copy was changed after the list was compared. Compare it again."
TAKEN = "Changed: {} in {}. One step back takes all of it back."
READ = "{} files: {} new reports, {} known before, {} about no line, {} that cannot be read."
WORKS = "{} of them say that a number works. That marks nothing as checked."
REPORTED = "{}: reported {}."
WRITTEN = "{} services were written to {}."
REPORT_WRITTEN = "The quality report was written to {}."
QUALITY = "quality-"
STAFF = " {} of them are for professionals only."
WAYS = (
    ExportWay("xlsx", "A table (xlsx)", "directory.xlsx"),
    ExportWay("csv", "A table (csv)", "directory.csv"),
    ExportWay("hsds", "Open referral (HSDS)", "directory-hsds.json"),
    ExportWay("oruk", "Open referral UK", "directory-oruk.json"),
    ExportWay("quality-xlsx", "Quality report (xlsx)", "quality.xlsx"),
    ExportWay("quality-pdf", "Quality report (PDF)", "quality.pdf"),
)
FACTS: Mapping[str, str] = MappingProxyType(
    {
        "service": "Service",
        "number": "Number",
        "number_out_of_hours": "Number out of hours",
        "hours": "Hours",
        "hours_out_of_hours": "Hours of the number out of hours",
        "label": "Who answers",
        "organisation": "Organisation",
        "kind": "Kind of line",
        "extension": "Extension",
        "option": "Menu option",
        "email": "E-mail",
        "web": "Web address",
        "note": "Note",
        "service_id": "Id of the service",
        "line_id": "Id of the line",
    }
)
"""What a column can hold, by the words a steward reads."""
LARGEST = 50 << 20
TOO_LARGE = "“{}” is larger than {} MB, so it is no list. Choose another file."


class OpenLists:
    """Over an open working file; `copy` gives its sources as they are now."""

    def __init__(
        self,
        work: WorkFile,
        by: str,
        now: Callable[[], datetime],
        copy: Callable[[], ReadCopy],
        columns: RememberedColumns,
    ) -> None:
        self._work, self._by, self._now, self._copy = work, by, now, copy
        self._columns = columns
        self._compared: list[tuple[dict[str, str], Proposal]] = []

    def compare(self, path: Path, columns: Mapping[str, str] | None = None) -> ComparedList:
        """What a list would change, its columns as they were chosen; nothing is written."""
        copy = self._sound()
        headings: tuple[str, ...] = ()
        try:
            if path.suffix.casefold() == ".json":
                found = _referral(path.name, _content(path), copy)
            else:
                found, headings = self._proposal(path, copy, columns)
        except PlainlyTold as refused:
            raise WorkshopError(refused.sentence) from refused
        self._compared[:] = [(_facts(self._work), found)]
        return ComparedList(
            file=found.file,
            counted=", ".join(f"{n} {verdict}" for verdict, n in found.counted().items() if n),
            rows=tuple(_row(each, copy) for each in found.rows),
            alarms=found.alarms,
            warnings=found.warnings,
            columns=_offered(headings, _used(found)) if headings else ColumnChoices(),
        )

    def _proposal(
        self, path: Path, copy: ReadCopy, chosen: Mapping[str, str] | None
    ) -> tuple[Proposal, tuple[str, ...]]:
        """A table compared, and its headings; ColumnsWanted where somebody has to choose."""
        from desktop_app.exchange.proposal.columns import ColumnsUnknown, headings_to_choose
        from desktop_app.exchange.proposal.compare import EVERY_SHEET, proposal
        from desktop_app.exchange.tables.received_table import received_table

        table = received_table(path.name, _content(path))
        headings = headings_to_choose(table.sheets)
        kept = self._columns.of(headings) if chosen is None else chosen
        columns = {fact: heading for fact, heading in kept.items() if fact in FACTS}
        assert copy.contents is not None
        try:
            found = proposal(
                table,
                [*copy.services.values()],
                remembered={EVERY_SHEET: columns} if columns else None,
                made_up_allowed=copy.contents.release.made_up_numbers,
            )
        except ColumnsUnknown as unknown:
            raise ColumnsWanted(unknown.sentence, _offered(headings, columns)) from unknown
        if chosen:
            self._columns.keep(headings, chosen)
        return found, headings

    def take(self, ticked: frozenset[int], document: str, *, alarms_seen: bool) -> str:
        """Write the ticked rows as one change; nothing where one of them cannot be taken."""
        from desktop_app.exchange.proposal.source_edits import source_edits

        if not self._compared:
            raise WorkshopError(NO_LIST)
        before, found = self._compared[0]
        if before != _facts(self._work):
            raise WorkshopError(CHANGED_MEANWHILE)
        said = ChangeReason(
            by=self._by, at=self._now(), why=f"list {found.file}", document=document
        )
        try:
            changes = found.taken(ticked, alarms_seen=alarms_seen)
            edit(self._work, source_edits(self._work.texts, changes, document), said)
        except PlainlyTold as refused:
            raise WorkshopError(refused.sentence) from refused
        self._compared.clear()
        return TAKEN.format(_many(len(changes), "fact"), _many(len(ticked), "row"))

    def read_reports(self, path: Path) -> Sequence[str]:
        """Keep the reports of one file or of a folder; what was found, in sentences."""
        from desktop_app.exchange.reports.inbox import inbox
        from desktop_app.exchange.reports.report_store import keep_reports, known_ids

        services = [*self._sound().services.values()]
        files = [(each.name, _content(each)) for each in _files(path)]
        found = inbox(files, services, known_ids(self._work))
        try:
            keep_reports(self._work, found)
        except PlainlyTold as refused:
            raise WorkshopError(refused.sentence) from refused
        return _told(found, self._copy())

    def ways_out(self) -> Sequence[ExportWay]:
        """In which ways the directory is given out."""
        return WAYS

    def give_out(self, way: str, path: Path, *, public: bool) -> str:
        """Write the directory, or how good it is, as this copy has it; what was done."""
        from desktop_app.exchange.export.directory_export import exported

        if way.startswith(QUALITY):
            return self._give_quality(way.removeprefix(QUALITY), path)
        copy = self._sound()
        assert copy.contents is not None
        compiled = CompiledCopy(copy.contents, copy.tree)
        try:
            made = exported(compiled.directory, way, public=public)
        except PlainlyTold as refused:
            raise WorkshopError(refused.sentence) from refused
        finally:
            compiled.close()
        if trouble := save_chosen(path, made.content):
            raise WorkshopError(trouble)
        staff = STAFF.format(made.staff_only) if made.staff_only else ""
        return WRITTEN.format(made.services, path) + staff

    def _give_quality(self, kind: str, path: Path) -> str:
        from desktop_app.exchange.quality.evidence import evidence_in
        from desktop_app.exchange.quality.report import quality_report
        from desktop_app.exchange.quality.report_files import document, workbook

        copy = self._sound()
        assert copy.contents is not None
        compiled = CompiledCopy(copy.contents, copy.tree)
        try:
            untried = [role.id for role in compiled.directory.roles() if not role.test_calls]
            evidence, release = evidence_in(self._work, untried), compiled.directory.release()
        finally:
            compiled.close()
        services = [*copy.services.values()]
        report = quality_report(services, release, self._now().date(), evidence)
        if trouble := save_chosen(path, document(report) if kind == "pdf" else workbook(report)):
            raise WorkshopError(trouble)
        return REPORT_WRITTEN.format(path)

    def _sound(self) -> ReadCopy:
        copy = self._copy()
        if copy.contents is None:
            raise WorkshopError(STOPPED)
        return copy


def _facts(work: WorkFile) -> dict[str, str]:
    """The texts a list is held against: the list itself may become a document meanwhile."""
    return {name: text for name, text in work.texts.items() if not LISTS.fullmatch(name)}


def _referral(name: str, content: bytes, copy: ReadCopy) -> Proposal:
    from desktop_app.exchange.referral.compare_received import compare_received
    from desktop_app.exchange.referral.received import read_referral

    assert copy.contents is not None
    made_up = copy.contents.release.made_up_numbers
    received = read_referral(name, content, made_up_allowed=made_up)
    return compare_received(name, received, [*copy.services.values()])


def _offered(headings: tuple[str, ...], known: Mapping[str, str]) -> ColumnChoices:
    facts = tuple(Choice(fact, words) for fact, words in FACTS.items())
    return ColumnChoices(headings, facts, known)


def _used(found: Proposal) -> Mapping[str, str]:
    """The heading of each fact, in the first sheet that was read."""
    return next(iter(found.columns.values()), {})


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise WorkshopError(TOO_LARGE.format(path.name, LARGEST >> 20))
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise WorkshopError(UNREAD.format(path)) from error


def _files(path: Path) -> list[Path]:
    try:
        inside = [each for each in path.rglob("*") if each.is_file()] if path.is_dir() else [path]
    except (OSError, ValueError) as error:
        raise WorkshopError(UNREAD.format(path)) from error
    files = sorted(each for each in inside if not each.name.startswith("."))
    if not files:
        raise WorkshopError(NO_FILES.format(path))
    return files


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _row(row: ProposedRow, copy: ReadCopy) -> ListRow:
    told = tuple(f"{e.field}: {e.before or 'nothing'} → {e.after}" for e in row.differences)
    sentence = f"{row.place}: {row.sentence}" if row.place else row.sentence
    return ListRow(
        key=row.key,
        verdict=str(row.verdict),
        about=copy.line_named(row.service, row.line_id),
        sentence=sentence,
        differences=told,
        doubts=row.doubts,
        offered=row.offered,
        to_look_at=row.to_look_at,
    )


def _told(found: Inbox, copy: ReadCopy) -> list[str]:
    counted = (found.files, len(found.new), found.again, len(found.unmatched), len(found.odd))
    told = [READ.format(*counted), *([WORKS.format(found.works)] if found.works else [])]
    for (service, line), count in found.by_line().items():
        times = "once" if count == 1 else f"{count} times"
        told.append(REPORTED.format(copy.line_named(service, line), times))
    return [*told, *found.odd]
