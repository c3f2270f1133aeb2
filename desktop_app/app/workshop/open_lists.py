"""Lists in and out of a working file, as the window's page asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.app.workshop.compiled_copy import CompiledCopy
from desktop_app.app.workshop.read_copy import ReadCopy
from desktop_app.domain.services.errors import PlainlyTold
from desktop_app.fileformat.chosen_file import save_chosen
from desktop_app.ui.workshop.lists.lists import ComparedList, ExportWay, ListRow
from desktop_app.ui.workshop.working_copy import WorkshopError
from desktop_app.workshop.documents import LISTS
from desktop_app.workshop.editing import Said, edit

if TYPE_CHECKING:
    from desktop_app.exchange.proposal.rows import Proposal, ProposedRow
    from desktop_app.exchange.reports.inbox import Inbox
    from desktop_app.workshop.work_file import WorkFile

STOPPED = "Something in this copy has to be put right first. See “Check”."
UNREAD = "“{}” cannot be read. Close it in other programs, or choose another file."
NO_FILES = "There is nothing to read in “{}”."
NO_LIST = "Choose a list first."
CHANGED_MEANWHILE = "The copy was changed after the list was compared. Compare it again."
TAKEN = "{} facts of {} rows were changed. One step back takes all of them back."
READ = "{} files: {} new reports, {} known before, {} about no line, {} that cannot be read."
REPORTED = "{}: reported {}."
WRITTEN = "{} services were written to {}."
STAFF = " {} of them are for professionals only."
WAYS = (
    ExportWay("xlsx", "A table (xlsx)", "directory.xlsx"),
    ExportWay("csv", "A table (csv)", "directory.csv"),
    ExportWay("hsds", "Open referral (HSDS)", "directory-hsds.json"),
    ExportWay("oruk", "Open referral UK", "directory-oruk.json"),
)
LARGEST = 50 << 20
TOO_LARGE = "“{}” is larger than {} MB, so it is no list. Choose another file."


class OpenLists:
    """Over an open working file; `copy` gives its sources as they are now."""

    def __init__(
        self, work: WorkFile, by: str, now: Callable[[], datetime], copy: Callable[[], ReadCopy]
    ) -> None:
        self._work, self._by, self._now, self._copy = work, by, now, copy
        self._compared: list[tuple[dict[str, str], Proposal]] = []

    def compare(self, path: Path) -> ComparedList:
        """What a list would change; nothing is written."""
        copy = self._sound()
        try:
            found = _proposal(path.name, _content(path), copy)
        except PlainlyTold as refused:
            raise WorkshopError(refused.sentence) from refused
        self._compared[:] = [(_facts(self._work), found)]
        counted = ", ".join(f"{n} {verdict}" for verdict, n in found.counted().items() if n)
        rows = tuple(map(_row, found.rows))
        return ComparedList(found.file, counted, rows, found.alarms, found.warnings)

    def take(self, ticked: frozenset[int], document: str, *, alarms_seen: bool) -> str:
        """Write the ticked rows as one change; nothing where one of them cannot be taken."""
        from desktop_app.exchange.proposal.source_edits import source_edits

        if not self._compared:
            raise WorkshopError(NO_LIST)
        before, found = self._compared[0]
        if before != _facts(self._work):
            raise WorkshopError(CHANGED_MEANWHILE)
        said = Said(by=self._by, at=self._now(), why=f"list {found.file}", document=document)
        try:
            changes = found.taken(ticked, alarms_seen=alarms_seen)
            edit(self._work, source_edits(self._work.texts, changes, document), said)
        except PlainlyTold as refused:
            raise WorkshopError(refused.sentence) from refused
        self._compared.clear()
        return TAKEN.format(len(changes), len(ticked))

    def read_reports(self, path: Path) -> Sequence[str]:
        """Keep the reports of one file or of a folder; what was found, in sentences."""
        from desktop_app.exchange.reports.inbox import inbox
        from desktop_app.exchange.reports.keeping import keep_reports, known_ids

        services = [*self._sound().services.values()]
        files = [(each.name, _content(each)) for each in _files(path)]
        found = inbox(files, services, known_ids(self._work))
        try:
            keep_reports(self._work, found)
        except PlainlyTold as refused:
            raise WorkshopError(refused.sentence) from refused
        return _told(found)

    def ways_out(self) -> Sequence[ExportWay]:
        """In which ways the directory is given out."""
        return WAYS

    def give_out(self, way: str, path: Path, *, public: bool) -> str:
        """Write the directory as this copy has it; what was done."""
        from desktop_app.exchange.people.directory_export import exported

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

    def _sound(self) -> ReadCopy:
        copy = self._copy()
        if copy.contents is None:
            raise WorkshopError(STOPPED)
        return copy


def _facts(work: WorkFile) -> dict[str, str]:
    """The texts a list is held against: the list itself may become a document meanwhile."""
    return {name: text for name, text in work.texts.items() if not LISTS.fullmatch(name)}


def _proposal(name: str, content: bytes, copy: ReadCopy) -> Proposal:
    from desktop_app.exchange.proposal.compare import proposal
    from desktop_app.exchange.referral.compare_received import compare_received
    from desktop_app.exchange.referral.received import read_referral
    from desktop_app.exchange.tables.received_table import received_table

    assert copy.contents is not None
    made_up = copy.contents.release.made_up_numbers
    services = [*copy.services.values()]
    if name.casefold().endswith(".json"):
        return compare_received(
            name, read_referral(name, content, made_up_allowed=made_up), services
        )
    return proposal(received_table(name, content), services, made_up_allowed=made_up)


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


def _row(row: ProposedRow) -> ListRow:
    about = " › ".join(each for each in (row.service, row.line_id) if each)
    told = tuple(f"{e.field}: {e.before or 'nothing'} → {e.after}" for e in row.differences)
    sentence = f"{row.place}: {row.sentence}" if row.place else row.sentence
    return ListRow(
        key=row.key,
        verdict=str(row.verdict),
        about=about,
        sentence=sentence,
        differences=told,
        doubts=row.doubts,
        offered=row.offered,
        to_look_at=row.to_look_at,
    )


def _told(found: Inbox) -> list[str]:
    counted = (found.files, len(found.new), found.again, len(found.unmatched), len(found.odd))
    told = [READ.format(*counted)]
    for (service, line), count in found.by_line().items():
        times = "once" if count == 1 else f"{count} times"
        told.append(REPORTED.format(f"{service} › {line}", times))
    return [*told, *found.odd]
