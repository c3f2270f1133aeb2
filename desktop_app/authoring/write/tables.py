"""Putting services and documents into the tables of the compiled directory."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from desktop_app.authoring.read.models import AttributionEntry, DocumentEntry, OrganisationEntry
from desktop_app.authoring.read.vocabulary_models import VocabularyEntry
from desktop_app.domain.hours.bank_holidays import BankHolidays
from desktop_app.domain.hours.statements import Hours, Statement
from desktop_app.domain.services.service import (
    Address,
    Citation,
    Dispute,
    Form,
    Line,
    LineKind,
    Service,
)

Row = dict[str, Any]

NUMBERED = frozenset(
    {"line", "hours_statement", "hours_exception", "form", "address", "dispute", "citation"}
)
"""Tables whose rows other tables point at by number."""
SERVICE = (
    "id", "name", "summary", "status", "national", "staff_only", "rank", "cost", "languages",
)  # fmt: skip
LINE = (
    "kind", "label", "number", "display", "menu_option", "extension", "standing", "note",
)  # fmt: skip
DOCUMENT = ("id", "title", "publisher", "dated", "address", "year")


class ServiceWriter:
    """Writes services one after the other; the order they come in is the order of every list."""

    def __init__(self, database: Database) -> None:
        self._rows: dict[str, list[Row]] = {}
        self._database = database

    def add(self, number: int, service: Service, organisation: str) -> None:
        """Take in one service under its number, and the id of its organisation."""
        self._put("service", _service_row(number, service, organisation))
        self._links(number, service)
        self._cite(number, "service", None, service.sources)
        for position, line in enumerate(service.lines):
            self._line(number, position, line, service.lines)
        for position, form in enumerate(service.forms):
            at = self._put("form", _plain(form, number, position))
            self._cite(number, "form", at, form.sources)
        self._addresses(number, "email", service.emails)
        self._addresses(number, "web", service.web)
        for position, dispute in enumerate(service.disputes):
            at = self._put("dispute", _plain(dispute, number, position))
            self._cite(number, "dispute", at, dispute.sources)

    def write(self) -> None:
        """Write all of it, table by table."""
        for table, rows in self._rows.items():
            self._database.table(table).insert_all(rows)

    def _put(self, table: str, row: Row) -> int:
        """Keep a row for later; gives the id it has where the table numbers its rows."""
        rows = self._rows.setdefault(table, [])
        rows.append({"id": len(rows) + 1, **row} if table in NUMBERED else row)
        return len(rows)

    def _cite(
        self, service: int, fact: str, fact_id: int | None, sources: Iterable[Citation]
    ) -> None:
        for source in sources:
            self._put(
                "citation",
                {"service": service, "fact": fact, "fact_id": fact_id}
                | {"document": source.document, "states": source.states},
            )

    def _links(self, number: int, service: Service) -> None:
        for council in sorted(service.areas):
            self._put("service_area", {"service": number, "council": council})
        self._list("service_role", number, "role", service.roles)
        self._list("service_audience", number, "audience", service.serves)
        self._list("service_topic", number, "topic", service.topics)
        self._list("alias", number, "name", service.aliases)
        self._list("remark", number, "text", service.notes, kind="note")
        self._list("remark", number, "text", service.gaps, kind="gap")

    def _list(
        self, table: str, number: int, column: str, values: Iterable[str], **more: str
    ) -> None:
        for position, value in enumerate(values):
            self._put(table, {"service": number, "position": position, column: value, **more})

    def _addresses(self, number: int, kind: str, addresses: Iterable[Address]) -> None:
        for position, address in enumerate(addresses):
            at = self._put("address", _plain(address, number, position) | {"kind": kind})
            self._cite(number, "address", at, address.sources)

    def _line(self, number: int, position: int, line: Line, all_lines: Sequence[Line]) -> None:
        row = _line_row(number, position, line) | {"outside_line": _office(line, all_lines)}
        at = self._put("line", row)
        self._cite(number, "line", at, line.sources)
        for order, statement in enumerate(line.hours.statements):
            self._statement(at, order, statement)
        self._exceptions(at, line.hours)

    def _statement(self, line: int, order: int, statement: Statement) -> None:
        day = statement.valid_from
        at = self._put(
            "hours_statement",
            {
                "line": line,
                "position": order,
                "basis": statement.basis,
                "bank_holidays": statement.bank_holidays,
                "document": statement.document,
                "valid_from": day.isoformat() if day else None,
            },
        )
        for weekday, spans in enumerate(statement.week):
            for span in spans:
                row = {"statement": at, "weekday": weekday}
                self._put("hours_span", row | {"opens": span.opens, "closes": span.closes})

    def _exceptions(self, line: int, hours: Hours) -> None:
        for exception in hours.exceptions:
            day = exception.day.isoformat()
            row = {"line": line, "date": day, "document": exception.document}
            at = self._put("hours_exception", row | {"note": exception.note})
            for span in exception.spans:
                ends = {"opens": span.opens, "closes": span.closes}
                self._put("hours_exception_span", {"exception": at, **ends})


def write_documents(database: Database, documents: Sequence[DocumentEntry]) -> None:
    """Write every document, in the order of documents.yaml."""
    database.table("document").insert_all(
        {"position": position, **{key: getattr(document, key) for key in DOCUMENT}}
        for position, document in enumerate(documents)
    )
    read = [{"document": each.id, "day": str(each.read)} for each in documents if each.read]
    database.table("document_read").insert_all(read)


def write_terms(database: Database, vocabulary: VocabularyEntry) -> None:
    """Write the roles, audiences and topics, in the order of vocabulary.yaml."""
    for table, terms in (
        ("role", vocabulary.roles),
        ("audience", vocabulary.audiences),
        ("topic", vocabulary.topics),
    ):
        database.table(table).insert_all(
            {"id": term.id, "position": position, "name": term.name}
            for position, term in enumerate(terms)
        )
    never = [{"role": role.id} for role in vocabulary.roles if not role.test_calls]
    database.table("role_never_rung").insert_all(never)


def write_organisations(database: Database, organisations: Iterable[OrganisationEntry]) -> None:
    """Write each organisation once, with its other names."""
    once = {organisation.id: organisation for organisation in organisations}
    owners = [once[key] for key in sorted(once)]
    database.table("organisation").insert_all(
        {"id": owner.id, "name": owner.name} for owner in owners
    )
    database.table("organisation_name").insert_all(
        {"organisation": owner.id, "position": position, "name": name}
        for owner in owners
        for position, name in enumerate(owner.other_names)
    )


def write_bank_holidays(database: Database, holidays: BankHolidays) -> None:
    """Write the bank holidays; how far they reach stands in meta."""
    database.table("bank_holiday").insert_all(
        {"date": holiday.day.isoformat(), "name": holiday.name, "basis": str(holiday.basis)}
        for holiday in holidays.holidays
    )


def write_attributions(database: Database, attributions: Iterable[AttributionEntry]) -> None:
    """Write whose data is in the directory."""
    database.table("attribution").insert_all(
        {"id": number, "name": credit.name, "text": credit.text, "licence": credit.licence}
        for number, credit in enumerate(attributions, 1)
    )


def _service_row(number: int, service: Service, organisation: str) -> Row:
    row = {key: getattr(service, key) for key in SERVICE}
    return {"number": number, "organisation": organisation, **row}


def _line_row(number: int, position: int, line: Line) -> Row:
    checked = line.verified
    row = {key: getattr(line, key) for key in LINE}
    return {
        "service": number,
        "position": position,
        "key": line.id,
        **row,
        "verified_on": checked.on.isoformat() if checked else None,
        "verified_by": checked.by if checked else None,
        "verified_how": checked.how if checked else None,
        "verified_hours": int(checked.hours) if checked else 1,
    }


def _office(line: Line, lines: Sequence[Line]) -> str | None:
    """The key of the line this one stands in for; offices first, since equal hours are common."""
    hours = line.hours.outside_of
    if hours is None:
        return None
    ranked = sorted(lines, key=lambda other: other.kind is not LineKind.OFFICE_HOURS)
    return next(o.id for o in ranked if replace(o.hours, bearing=hours.bearing) == hours)


def _plain(fact: Form | Address | Dispute, number: int, position: int) -> Row:
    """The row of a fact whose columns have the names of its fields."""
    row = fact._asdict()
    del row["sources"]
    return {"service": number, "position": position, **row}
