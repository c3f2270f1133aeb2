"""The parsers of what comes to a steward, and of patches: what people and strangers send."""

import io
import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.exchange.cell_text.hours_text import read_hours
from desktop_app.exchange.cell_text.phone_text import read_phone
from desktop_app.exchange.referral.received import NotReferralData, read_referral
from desktop_app.exchange.reports.report_file import read_reports
from desktop_app.exchange.tables.read_table import BINARY, ODS, OLE, read_table
from desktop_app.exchange.tables.sheet import NotRead
from desktop_app.updates.patch import PAGE, PatchError, patch_between, patched
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.work_file import WorkFile
from tests.exchange.workbooks import saved, workbook
from tests.fuzz.targets import Target

OLD = bytes(range(256)) * (PAGE // 64)
NEW = OLD[: 2 * PAGE] + b"01632 960777" + OLD[2 * PAGE + 12 :]


def table(content: bytes, _room: Path) -> None:
    """A list of numbers as xlsx or as text; older kinds are a library's, which bounds no memory."""
    if older(content):
        return
    try:
        found = read_table("list", content)
    except NotRead:
        return
    assert all(row.number for sheet in found.sheets for row in sheet.rows)


def older(content: bytes) -> bool:
    """Whether the reader of xls, ods and xlsb would be asked."""
    return content.startswith(OLE) or (ODS in content[:200] or BINARY in content)


def reports(content: bytes, _room: Path) -> None:
    """What a desk wrote of numbers that failed."""
    if older(content):
        return
    found, odd = read_reports("slips.csv", content, read_table)
    assert all(each.number for each in found)
    assert all(odd)


def referral(content: bytes, _room: Path) -> None:
    """Services as open referral data states them."""
    try:
        found = read_referral("services.json", content)
    except NotReferralData:
        return
    assert all(each.name for each in found)


def hours(content: bytes, _room: Path) -> None:
    """Hours as somebody wrote them in a cell."""
    read_hours(content.decode("utf-8", "surrogateescape"))


def phone(content: bytes, _room: Path) -> None:
    """A number as somebody wrote it in a cell."""
    read_phone(content.decode("utf-8", "surrogateescape"))


def patch(content: bytes, _room: Path) -> None:
    """A patch: it makes what it is for, no longer than was signed, or is none."""
    try:
        made = b"".join(patched(content, io.BytesIO(OLD), len(NEW)))
    except PatchError:
        return
    assert len(made) == len(NEW)


def working_file(content: bytes, room: Path) -> None:
    """A steward's working file from somebody else."""
    path = room / "facts.wtcwork"
    path.write_bytes(content)
    try:
        with WorkFile.open(path) as opened:
            assert opened.texts
    except WorkshopError:
        return


def _working_sample() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "facts.wtcwork"
        texts = {"national/a.yaml": "id: a\n", "areas/x/b.yaml": "id: b\n"}
        WorkFile.create(path, texts, at=datetime(2026, 11, 29, tzinfo=UTC)).close()
        return path.read_bytes()


REPORTS = (
    b"number,service,moment_uk,what_happened,release\r\n"
    b"01632 960001,Front Door,2026-11-20 16:35,engaged,1\r\n"
)
REFERRAL = json.dumps(
    {
        "contents": [
            {
                "id": "1",
                "name": "Town MASH",
                "phones": [{"number": "01632 960101", "type": "voice"}],
                "schedules": [
                    {"freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00", "closes_at": "17:00"}
                ],
            }
        ]
    }
).encode()
ROWS = (("Service", "Phone", "Hours"), ("Town MASH", "01632 960101", "Mon-Fri 9-5"))

RECEIVED = (
    Target("list", table, (
        saved(workbook(*ROWS)[0]),
        "\n".join(";".join(row) for row in ROWS).encode("utf-16"),
    )),
    Target("reports", reports, (REPORTS,)),
    Target("referral data", referral, (REFERRAL,)),
    Target("written hours", hours, (b"Mon-Thu 8.45am to 5.20pm, Fri 9-4:20", b"24/7")),
    Target("written number", phone, (b"(01632) 960 101 ext 5", b"+44 (0)1632 960101")),
    Target("patch", patch, (patch_between(OLD, NEW),)),
    Target("working file", working_file, (_working_sample(),)),
)  # fmt: skip
"""Beside `targets.TARGETS`, which is what a desk reads."""

__all__ = ["RECEIVED"]
