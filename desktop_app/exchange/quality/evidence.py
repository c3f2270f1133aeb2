"""The calls and reports a working file holds, as evidence for the report."""

from collections.abc import Collection
from datetime import date

from desktop_app.domain.practice.failed_number import WhatHappened
from desktop_app.exchange.quality.report import CallMade, ReportBasis, Reported
from desktop_app.workshop.call_ledger import Result
from desktop_app.workshop.call_ledger import calls as ledger
from desktop_app.workshop.work_file import WorkFile


def evidence_in(work: WorkFile, untried_roles: Collection[str]) -> ReportBasis:
    """Every call and report of the working file."""
    rows = work.rows("SELECT at, service, line, number, what FROM report ORDER BY at, id")
    calls = [
        CallMade(call.at.date(), call.number, call.result is Result.MATCHES)
        for call in ledger(work)
        if not call.taken_back
    ]
    reports = [
        Reported(
            date.fromisoformat(str(at)[:10]),
            str(service),
            str(line),
            str(number),
            WhatHappened(what),
        )
        for at, service, line, number, what in rows
    ]
    return ReportBasis(calls=calls, reports=reports, untried_roles=untried_roles)


def _day(at: object) -> date:
    return date.fromisoformat(str(at)[:10])
