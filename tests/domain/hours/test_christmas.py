"""Between noon on 24 December and the end of 1 January no office is open for certain."""

from datetime import date, datetime, timedelta

import pytest

from desktop_app.domain.decision.advice import Advice, Tier
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.statements import OFFICE as AN_OFFICE
from desktop_app.domain.hours.status import DatedException, Hours, Openness, Reason, Span, read
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.services.service import LineKind, Service
from desktop_app.domain.situation.situation import Concern, Situation
from tests import sweeps
from tests.area import LUTON
from tests.domain.hours_examples import AS_USUAL, ASSUMED, CLOSED_ON_HOLIDAYS, HOLIDAYS, OFFICE, uk
from tests.domain.made_directory import EMERGENCY, front_door, line, made, pathways, service

OPEN, CLOSED, UNKNOWN = Openness.OPEN, Openness.CLOSED, Openness.UNKNOWN
HALF_HOUR = timedelta(minutes=30)


def office(hours: Hours, *notices: DatedException) -> Hours:
    """The same hours as an office keeps them."""
    return Hours(hours.statements, notices, bearing=AN_OFFICE)


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("2026-12-24 11:59:59", OPEN),
        ("2026-12-24 12:00", UNKNOWN),
        ("2026-12-24 17:19:59", UNKNOWN),
        ("2026-12-24 17:20", CLOSED),
        ("2026-12-26 12:00", CLOSED),  # a Saturday
        ("2026-12-27 12:00", CLOSED),
        ("2026-12-29 08:44:59", CLOSED),
        ("2026-12-29 08:45", UNKNOWN),
        ("2026-12-30 12:00", UNKNOWN),
        ("2026-12-31 17:00", UNKNOWN),
        ("2026-12-31 23:59:59", CLOSED),
        ("2027-01-02 12:00", CLOSED),  # a Saturday
        ("2027-01-04 09:00", OPEN),
        ("2028-12-24 12:00", CLOSED),  # a Sunday
        ("2028-12-29 12:00", UNKNOWN),
        ("2029-01-02 08:45", OPEN),
        ("2026-12-23 12:00", OPEN),
    ],
)
def test_an_office_on_each_day(moment: str, state: Openness) -> None:
    assert read(office(OFFICE), uk(moment), HOLIDAYS).state is state


@pytest.mark.parametrize("year", range(2024, 2040))
def test_in_no_year_is_an_office_open_for_certain_in_that_time(year: int) -> None:
    every_day = Hours(CLOSED_ON_HOLIDAYS.statements + AS_USUAL.statements)
    begins, ends = datetime(year, 12, 24, 12, tzinfo=UK), datetime(year + 1, 1, 2, tzinfo=UK)
    half_hours = [begins + HALF_HOUR * n for n in range((ends - begins) // HALF_HOUR)]
    for at in [begins, *sweeps.sampled(half_hours, 60, of=year), half_hours[-1]]:
        for hours in (OFFICE, ASSUMED, CLOSED_ON_HOLIDAYS, AS_USUAL, every_day):
            assert read(office(hours), at, HOLIDAYS).state is not OPEN


def test_a_bank_holiday_that_is_stated_closed_stays_closed() -> None:
    reading = read(office(CLOSED_ON_HOLIDAYS), uk("2026-12-28 10:00"), HOLIDAYS)
    assert (reading.state, reading.reason) == (CLOSED, Reason.BANK_HOLIDAY_CLOSED)


def test_a_night_shift_is_certain_again_when_2_january_begins() -> None:
    night = Hours((*CLOSED_ON_HOLIDAYS.statements[:0], *_night().statements))
    assert read(office(night), uk("2031-01-01 23:59:59"), HOLIDAYS).state is UNKNOWN
    assert read(office(night), uk("2031-01-02 00:00"), HOLIDAYS).state is OPEN


def _night() -> Hours:
    from tests.domain.hours_examples import stated

    return Hours((stated("20:00-06:00", rule="as_usual"),))


@pytest.mark.parametrize(
    ("spans", "state"), [((Span(540, 780),), OPEN), ((), CLOSED), ((Span(540, 600),), CLOSED)]
)
def test_a_dated_exception_beats_it(spans: tuple[Span, ...], state: Openness) -> None:
    hours = office(OFFICE, DatedException(date(2026, 12, 29), spans))
    assert read(hours, uk("2026-12-29 12:00"), HOLIDAYS).state is state
    assert read(hours, uk("2026-12-30 12:00"), HOLIDAYS).state is UNKNOWN


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("2026-12-24 11:59:59", CLOSED),
        ("2026-12-24 12:00", UNKNOWN),
        ("2026-12-24 17:20", OPEN),
        ("2026-12-29 02:00", OPEN),
        ("2026-12-29 10:00", UNKNOWN),
    ],
)
def test_the_line_that_stands_in_is_as_uncertain_as_its_office(
    moment: str, state: Openness
) -> None:
    assert read(Hours(outside_of=OFFICE), uk(moment), HOLIDAYS).state is state


def test_a_helpline_keeps_its_hours() -> None:
    assert read(OFFICE, uk("2026-12-29 10:00"), HOLIDAYS).state is OPEN


# --- what the answer says -------------------------------------------------------------------


def ask(moment: str, *services: Service) -> Advice:
    place = Whereabouts(WhereStatus.KNOWN, (LUTON,))
    directory = made((*services, EMERGENCY), pathways())
    return advise(Situation(Concern.CHILD, place), directory, uk(moment))


def front(advice: Advice) -> list[str]:
    calls = (*advice.tier(Tier.FIRST), *advice.tier(Tier.BESIDE))
    return [call.line.display for call in calls]


def codes(advice: Advice) -> set[str]:
    return {str(warning.code) for warning in advice.warnings}


def test_both_lines_are_shown_and_the_caution_says_why() -> None:
    advice = ask("2026-12-29 10:00", front_door(OFFICE))
    assert front(advice) == ["01632 960002", "01632 960001"]
    [said] = [w.text for w in advice.warnings if w.code == "christmas_closure"]
    assert "24 December" in said
    assert "1 January" in said
    assert said.endswith("if the one you ring does not answer, ring the other.")


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ("2026-12-24 11:59:59", False),
        ("2026-12-24 12:00", True),
        ("2027-01-01 23:59:59", True),
        ("2027-01-02 00:00", False),
        ("2026-11-24 12:00", False),
    ],
)
def test_the_caution_lasts_as_long_as_the_rule(moment: str, told: bool) -> None:
    assert ("christmas_closure" in codes(ask(moment, front_door(OFFICE)))) is told


def test_a_dated_notice_takes_the_caution_away() -> None:
    notice = DatedException(date(2026, 12, 29), (Span(540, 780),))
    hours = Hours(OFFICE.statements, (notice,))
    advice = ask("2026-12-29 10:00", front_door(hours))
    assert "christmas_closure" not in codes(advice)
    assert front(advice) == ["01632 960001"]


def test_an_answer_without_an_office_says_nothing_of_offices() -> None:
    desk = service("Helpline", "front_door", line("01632 960010", OFFICE))
    assert "christmas_closure" not in codes(ask("2026-12-29 10:00", desk))


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        ("2026-12-24 10:00", "2026-12-24 12:00"),
        ("2028-12-24 10:00", "2028-12-24 12:00"),
        ("2027-01-01 20:00", "2027-01-02 00:00"),
    ],
)
def test_the_answer_says_when_the_time_begins_and_ends(moment: str, until: str) -> None:
    assert ask(moment, front_door(OFFICE)).valid_until == uk(until)


def test_a_second_line_of_an_office_is_no_more_certain() -> None:
    second = line("01632 960003", OFFICE, LineKind.OFFICE_HOURS)
    door = front_door(OFFICE)
    both = ask("2026-12-30 10:00", service("Front door", "front_door", *door.lines, second))
    assert all(
        call.reading.state is not OPEN
        for call in both.calls
        if call.line.kind is LineKind.OFFICE_HOURS
    )
