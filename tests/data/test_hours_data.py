"""The real hours: open, closed or unknown exactly as the sources say."""

import pytest

from desktop_app.domain.hours.statements import Basis
from desktop_app.domain.hours.status import Openness
from tests.data.printed_numbers import LADOS, line_of, numbers, services, state

# Mon 23 to Sun 29 Nov 2026 is an ordinary week; Mon 28 Dec 2026 is a bank holiday.
OPEN, CLOSED, UNKNOWN = Openness.OPEN, Openness.CLOSED, Openness.UNKNOWN
HOURS = [
    ("central-beds-children-arh", "office", "2026-11-26T17:19:59", OPEN),
    ("central-beds-children-arh", "office", "2026-11-26T17:20", CLOSED),
    ("central-beds-children-arh", "office", "2026-11-27T16:19:59", OPEN),
    ("central-beds-children-arh", "office", "2026-11-27T16:20", CLOSED),
    ("central-beds-children-arh", "out-of-hours", "2026-11-27T16:20", OPEN),
    ("central-beds-children-arh", "office", "2026-12-28T10:00", UNKNOWN),
    ("central-beds-children-arh", "out-of-hours", "2026-12-28T10:00", UNKNOWN),
    ("central-beds-adults", "office", "2026-11-27T17:19:59", OPEN),
    ("central-beds-adults", "office", "2026-11-27T17:20", CLOSED),
    ("central-beds-adults", "out-of-hours", "2026-11-28T12:00", OPEN),
    ("bedford-children-ifd", "office", "2026-11-27T08:44:59", CLOSED),
    ("bedford-children-ifd", "office", "2026-11-27T08:45", OPEN),
    ("bedford-children-ifd", "office", "2026-11-27T16:20", CLOSED),
    ("bedford-adults", "office", "2026-11-27T08:30", UNKNOWN),
    ("bedford-adults", "office", "2026-11-27T12:00", OPEN),
    ("bedford-adults", "out-of-hours", "2026-11-27T17:00", UNKNOWN),
    ("bedford-adults", "out-of-hours", "2026-11-27T18:00", OPEN),
    ("luton-children-mash", "office", "2026-11-27T16:29:59", OPEN),
    ("luton-children-mash", "office", "2026-11-27T16:30", UNKNOWN),
    ("luton-children-mash", "out-of-hours", "2026-11-27T18:00", OPEN),
    ("luton-adults", "office", "2026-11-29T12:00", CLOSED),
    ("luton-adults", "office", "2026-12-28T12:00", UNKNOWN),
    ("mk-children-mash", "office", "2026-11-27T16:30", CLOSED),
    ("mk-children-mash", "second", "2026-11-26T16:59", OPEN),
    ("mk-children-mash", "office", "2026-12-28T10:00", CLOSED),
    ("mk-children-mash", "out-of-hours", "2026-12-28T10:00", OPEN),
    ("mk-adults", "office", "2026-11-27T16:59:59", OPEN),
    ("mk-adults", "office", "2026-11-27T17:00", UNKNOWN),
    ("mk-adults", "out-of-hours", "2026-11-27T17:00", OPEN),
    ("mk-adults", "out-of-hours", "2026-11-27T16:59:59", CLOSED),
    ("mk-adults", "second", "2026-11-27T12:00", UNKNOWN),  # a disputed number
    ("mk-adults", "office", "2026-11-27T17:15", CLOSED),
    ("mk-adults", "office", "2026-12-28T10:00", CLOSED),
    ("mk-adults", "out-of-hours", "2026-12-28T10:00", OPEN),
    ("mk-act", "helpline", "2026-11-27T12:00", OPEN),
    ("mk-act", "helpline", "2026-11-28T12:00", UNKNOWN),
    ("mk-act", "helpline", "2026-11-28T17:00", CLOSED),
    ("nat-mens-advice-line", "helpline", "2026-11-26T16:59", OPEN),
    ("nat-mens-advice-line", "helpline", "2026-11-26T09:59", CLOSED),
    ("nat-mens-advice-line", "helpline", "2026-11-26T17:00", CLOSED),
    ("nat-mens-advice-line", "helpline", "2026-11-28T12:00", CLOSED),
    ("nat-mankind", "helpline", "2026-11-27T15:59", OPEN),
    ("nat-mankind", "helpline", "2026-11-28T12:00", CLOSED),
    ("nat-mankind", "freephone", "2026-11-27T12:00", UNKNOWN),
    ("nat-galop", "helpline", "2026-11-25T19:59", OPEN),
    ("nat-galop", "helpline", "2026-11-25T20:15", UNKNOWN),
    ("nat-galop", "helpline", "2026-11-27T16:30", CLOSED),
    ("nat-karma-nirvana", "helpline", "2026-11-27T12:00", OPEN),
    ("nat-karma-nirvana", "helpline", "2026-11-28T12:00", CLOSED),
    ("nat-karma-nirvana", "helpline", "2026-11-27T17:00", CLOSED),
    ("nat-nspcc", "helpline", "2026-11-27T21:59", OPEN),
    ("nat-nspcc", "helpline", "2026-11-27T22:00", UNKNOWN),
    ("nat-nspcc", "helpline", "2026-11-28T18:00", UNKNOWN),
    ("nat-nspcc-fgm", "helpline", "2026-11-27T03:00", UNKNOWN),
    ("nat-modern-slavery", "helpline", "2026-11-27T12:00", OPEN),
    ("nat-modern-slavery", "helpline", "2026-12-25T12:00", OPEN),
    ("nat-modern-slavery", "helpline", "2026-11-27T03:00", UNKNOWN),
    ("nat-stalking", "helpline", "2026-11-25T12:59", CLOSED),
    ("nat-stalking", "helpline", "2026-11-25T13:00", OPEN),
    ("nat-stalking", "helpline", "2026-12-28T12:00", CLOSED),
    ("nat-fmu", "office", "2026-11-27T16:59", OPEN),
    ("nat-fmu", "out-of-hours", "2026-11-27T17:00", OPEN),
    ("nat-fmu", "out-of-hours", "2026-11-27T12:00", CLOSED),
    ("nat-missing-people", "helpline", "2026-11-28T22:59", OPEN),
    ("nat-missing-people", "helpline", "2026-11-28T23:00", CLOSED),
    ("nat-act-early", "support", "2026-11-29T16:59", OPEN),
    ("nat-respect-phoneline", "phoneline", "2026-11-27T12:00", UNKNOWN),
    ("nat-crimestoppers", "line", "2026-11-29T02:00", OPEN),
    ("police-101-bedfordshire", "non-emergency", "2026-11-27T12:00", UNKNOWN),
    ("womens-aid-luton", "helpline", "2026-11-27T12:00", UNKNOWN),
]


@pytest.mark.parametrize(("service", "line", "at", "expected"), HOURS)
def test_hours_are_what_the_sources_say(
    service: str, line: str, at: str, expected: Openness
) -> None:
    assert state(line_of(service, line).hours, at) is expected


def test_only_lines_with_a_source_for_it_answer_day_and_night() -> None:
    always = {
        line.display
        for service in services().values()
        for line in service.lines
        if any(statement.basis is Basis.ALWAYS for statement in line.hours.statements)
    }
    expected = """999 | 18000 | 111 | 0808 2000 247 | 0800 1111 | 0808 808 8141 | 0808 500 2222
    116 123 | 0808 168 9111 | 0800 970 9952 | 0800 555 111"""
    assert {number.replace(" ", "") for number in always} == set(numbers(expected))


@pytest.mark.parametrize("service", [*LADOS, "luton-children-mash", "luton-adults"])
def test_office_hours_nobody_published_are_assumed(service: str) -> None:
    basis = {statement.basis for statement in services()[service].lines[0].hours.statements}
    assert basis == {Basis.ASSUMED}
