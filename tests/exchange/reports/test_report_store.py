"""Reports are kept in the working file, and a file that was read is not counted again."""

from pathlib import Path

from desktop_app.exchange.quality.evidence import evidence_in
from desktop_app.exchange.reports.inbox import inbox
from desktop_app.exchange.reports.report_store import keep_reports, known_ids
from desktop_app.workshop.checking import read_texts
from tests.working_files import NOW, small_work_file

REPORTS = (
    b"number,service,moment_uk,what_happened,in_words,release\r\n"
    b"01632 960101,Town MASH (children),2026-11-20 16:35,no_answer,Nobody answered,7\r\n"
    b"01632 960999,Town MASH (children),2026-11-20 16:40,not_in_use,Not in use,7\r\n"
)
FILE = ("a.csv", REPORTS)


def test_what_was_kept_is_known_after_the_file_was_closed(tmp_path: Path) -> None:
    work = small_work_file(tmp_path)
    services = [each for _, each, _ in read_texts(work.texts, NOW.date()).services]
    found = inbox([FILE], services, known_ids(work))
    keep_reports(work, found)
    work.close()
    again = type(work).open(work.path)
    assert inbox([FILE], services, known_ids(again)).new == ()
    evidence = evidence_in(again, ())
    assert [(r.service_id, r.line_id) for r in evidence.reports] == [
        ("town-mash", "office"),
        ("Town MASH (children)", ""),
    ]
