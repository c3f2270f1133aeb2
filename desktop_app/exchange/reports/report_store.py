"""Reports kept in the working file, so that the same file of a desk is never counted twice."""

from desktop_app.exchange.reports.inbox import Inbox
from desktop_app.exchange.reports.report_file import Report
from desktop_app.workshop.work_file import WorkFile

MATCHED, UNMATCHED = "matched", "unmatched"


def known_ids(work: WorkFile) -> frozenset[str]:
    """The ids of all reports the working file has."""
    return frozenset(str(found) for (found,) in work.rows("SELECT id FROM report"))


def keep_reports(work: WorkFile, found: Inbox) -> None:
    """Keep what is new, all of it or nothing."""
    if not found.new:
        return
    with work.changing() as change:
        change.put_all("report", map(_row, found.new))


def _row(report: Report) -> dict[str, object]:
    return {
        "id": report.id,
        "at": report.moment.isoformat(timespec="minutes"),
        "number": report.dialled or report.number,
        "service": report.service_id or report.service,
        "line": report.line_id,
        "what": str(report.what),
        "release": report.release,
        "practice": report.practice,
        "came_from": report.place,
        "state": MATCHED if report.line_id else UNMATCHED,
    }
