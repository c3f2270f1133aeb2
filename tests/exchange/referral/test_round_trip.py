"""Out and in again: every number, kind and three-valued hour of the real directory is the same."""

import json
import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desktop_app.authoring.read.weeks import read_week
from desktop_app.domain.hours.bank_holidays import UK, DayKind
from desktop_app.domain.hours.christmas import closure
from desktop_app.domain.hours.statements import Basis, Openness, Statement
from desktop_app.domain.hours.status import read
from desktop_app.domain.services.service import Line, Service
from desktop_app.exchange.referral.facts import FactLink, record_id, value
from desktop_app.exchange.referral.received import ReceivedService, read_referral
from desktop_app.exchange.referral.service_out import Standard, page_of
from desktop_app.exchange.referral.settled_hours import settled_hours
from desktop_app.paths import directory_file
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from tests import sweeps

FIRST, DAYS = datetime(2026, 12, 1, tzinfo=UTC), 500
MOMENTS = sweeps.size(250, 1_000)
DRAWN = random.Random(14)
WHEN = sorted(FIRST + timedelta(minutes=DRAWN.randrange(DAYS * 24 * 60)) for _ in range(MOMENTS))
OFFICE = (
    Statement(Basis.ASSUMED, read_week({"mon-fri": "09:00-16:30"})),
    Statement(Basis.ASSUMED, read_week({"mon-fri": "08:00-18:00"})),
)
"""What every directory assumes of an office whose hours nobody published."""
OWN_ASSUMPTIONS = 4
"""Lines whose assumed hours are their own and not the common ones: those stay at home."""
BOTH = pytest.mark.parametrize("standard", list(Standard))


@pytest.fixture(scope="module")
def directory() -> SqliteDirectory:
    return open_directory(directory_file())


def exported(directory: SqliteDirectory, standard: Standard) -> bytes:
    councils = {council.code: council.name for council in directory.councils()}
    page = page_of(directory.services(), standard, councils=councils, made=FIRST)
    return json.dumps(page, ensure_ascii=False).encode()


def returned(directory: SqliteDirectory, standard: Standard) -> dict[str, ReceivedService]:
    return {s.service_id: s for s in read_referral("out.json", exported(directory, standard))}


def rebuilt(service: Service, back: ReceivedService, *, alone: bool = False) -> list[Line]:
    known = {} if alone else {line.id: line for line in service.lines}
    hours = settled_hours(back.lines, known, OFFICE if alone else ())
    made = []
    for line in back.lines:
        assert line.troubles == ()
        (spoken,) = line.number.numbers or withdrawn(line.number.trouble)
        assert line.kind is not None
        made.append(
            Line(
                id=line.line_id,
                kind=line.kind,
                label=line.label,
                number=spoken.dialled,
                display=spoken.display,
                hours=hours[line.line_id],
                standing=line.standing,
            )
        )
    return made


def withdrawn(trouble: str) -> Any:
    raise AssertionError(trouble)


@BOTH
@pytest.mark.slow
def test_number_kind_and_hours_come_back_the_same(
    directory: SqliteDirectory, standard: Standard
) -> None:
    back, holidays = returned(directory, standard), directory.bank_holidays()
    assert set(back) == {service.id for service in directory.services()}
    compared = 0
    for service in directory.services():
        lines = rebuilt(service, back[service.id])
        assert [(x.id, x.number, x.kind, x.standing) for x in lines] == [
            (x.id, x.number, x.kind, x.standing) for x in service.lines
        ]
        for mine, theirs in zip(service.lines, lines, strict=True):
            states = [read(mine.hours, when, holidays).state for when in WHEN]
            assert [read(theirs.hours, when, holidays).state for when in WHEN] == states, mine.id
            compared += len(states)
    assert compared == MOMENTS * sum(len(service.lines) for service in directory.services())


@pytest.mark.slow
def test_in_a_directory_that_does_not_know_the_lines_nothing_becomes_more_certain(
    directory: SqliteDirectory,
) -> None:
    back, holidays = returned(directory, Standard.HSDS), directory.bank_holidays()
    other = []
    for service in directory.services():
        lines = rebuilt(service, back[service.id], alone=True)
        for mine, theirs in zip(service.lines, lines, strict=True):
            for when in WHEN[::4]:
                states = (s.state for s in (read(x.hours, when, holidays) for x in (mine, theirs)))
                ours, found = states
                if ours is not found:
                    assert found is Openness.UNKNOWN
                    other.append(f"{service.id} {mine.id}")
    assert len(set(other)) == OWN_ASSUMPTIONS


@BOTH
def test_no_assumed_hour_is_handed_on(directory: SqliteDirectory, standard: Standard) -> None:
    text = exported(directory, standard).decode()
    assert f'"{Basis.ASSUMED}"' not in text
    back = returned(directory, standard)
    for service in directory.services():
        for line, theirs in zip(service.lines, back[service.id].lines, strict=True):
            published = [c for c in line.hours.statements if c.basis is not Basis.ASSUMED]
            assert len(theirs.claims) == len(published)
            assert theirs.assumed == (len(published) < len(line.hours.statements))


def naive(schedules: list[dict[str, Any]], when: datetime) -> bool:
    """What anybody's own reader makes of them: a weekday and two times."""
    days = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    for back in (0, 1):
        day = when - timedelta(days=back)
        clock = f"{when.hour + 24 * back:02}:{when:%M}"
        for each in schedules:
            if days[day.weekday()] not in each["byday"].split(","):
                continue
            opens, closes = each["opens_at"][:5], each["closes_at"][:5]
            if closes <= opens:
                closes = f"{int(closes[:2]) + 24:02}{closes[2:]}"
            if opens <= clock < closes and each.get("valid_from", "") <= f"{day:%Y-%m-%d}":
                return True
    return False


@BOTH
@pytest.mark.slow
def test_whoever_reads_the_schedules_alone_never_rings_a_closed_or_unknown_line(
    directory: SqliteDirectory, standard: Standard
) -> None:
    holidays, seen = directory.bank_holidays(), 0
    contents = json.loads(exported(directory, standard))["contents"]
    records = {value(record, FactLink.SERVICE): record for record in contents}
    ordinary = [
        local
        for local in (when.astimezone(UK) for when in WHEN[::3])
        if holidays.pair(local.toordinal()) == DayKind.ORDINARY
        and closure(local.toordinal())[0] >= closure(local.toordinal())[1]
    ]
    for service in directory.services():
        for line in service.lines:
            phone = record_id(service.id, line.id, "phone")
            schedules = records[service.id]["schedules"]
            mine = [each for each in schedules if value(each, FactLink.STATED_BY) == phone]
            opened = [when for when in ordinary if mine and naive(mine, when)]
            states = {read(line.hours, when, holidays).state for when in opened}
            assert states <= {Openness.OPEN}, line
            seen += len(opened)
    assert seen > 1_000


@BOTH
def test_no_replaced_number_is_a_phone_and_no_disputed_one_has_schedules(
    directory: SqliteDirectory, standard: Standard
) -> None:
    contents = json.loads(exported(directory, standard))["contents"]
    numbers = {p["number"] for r in contents for c in r["contacts"] for p in c.get("phones", ())}
    for service in directory.services():
        for line in service.lines:
            if line.standing == "superseded":
                others = [
                    x.display
                    for s in directory.services()
                    for x in s.lines
                    if x.standing != "superseded"
                ]
                assert line.display in others or line.display not in numbers


@BOTH
def test_the_ids_are_the_same_in_every_export(
    directory: SqliteDirectory, standard: Standard
) -> None:
    assert exported(directory, standard) == exported(directory, standard)
