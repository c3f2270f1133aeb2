"""Hours and certainty in the real directory: each fault that was found, and every kind swept."""

from collections.abc import Iterator
from datetime import datetime
from itertools import product

import pytest

from desktop_app.cli.answer_text import advice_text
from desktop_app.domain.decision.advice import Advice, Call, Tier
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import Openness, Reason, read
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.service import LineKind, Standing
from desktop_app.domain.services.wording import state_words
from desktop_app.domain.situation.situation import Circumstance, Concern
from tests import sweeps
from tests.answers.asking import ask, shown
from tests.area import COUNCILS

OPEN, CLOSED, UNKNOWN = Openness.OPEN, Openness.CLOSED, Openness.UNKNOWN
NIGHTS = ("2026-11-29T02:00", "2026-11-27T23:30", "2026-12-26T02:00", "2027-01-01T03:00")
CHRISTMAS_WORKDAYS = (
    *("2026-12-24T12:00", "2026-12-29T10:00", "2026-12-30T10:00", "2026-12-31T15:00"),
    *("2027-12-24T12:00", "2027-12-29T10:00", "2028-12-29T10:00"),
)
MOMENTS = (
    *NIGHTS,
    *CHRISTMAS_WORKDAYS,
    *("2026-11-27T10:00", "2026-11-27T16:19:59", "2026-11-27T16:20", "2026-11-27T17:05"),
    *("2026-11-27T08:35", "2026-12-24T11:59:59", "2026-12-25T10:00", "2026-12-26T10:00"),
    *("2026-12-28T10:00", "2027-01-04T10:00"),
)
SLUGS = [council.slug for council in COUNCILS]
WHERES = (*SLUGS, "unknown", "outside")
SWEPT = [
    pair
    for where in WHERES
    for pair in sweeps.sampled(product([where], MOMENTS), 7, of=f"hours {where}")
]
CODES = {council.slug: council.code for council in COUNCILS}


def asked(directory: Directory, where: str, moment: str) -> Iterator[Advice]:
    """Every concern with no circumstance and with each of them."""
    for concern in Concern:
        yield ask(directory, concern, where, moment)
        for circumstance in Circumstance:
            yield ask(directory, concern, where, moment, [circumstance])


def front(advice: Advice) -> list[Call]:
    return [*advice.tier(Tier.FIRST), *advice.tier(Tier.BESIDE)]


@pytest.mark.slow
@pytest.mark.parametrize(("where", "moment"), SWEPT)
def test_what_holds_in_every_situation(directory: Directory, where: str, moment: str) -> None:
    at_night, at_christmas = moment in NIGHTS, moment in CHRISTMAS_WORKDAYS
    for advice in asked(directory, where, moment):
        said = (advice.situation, moment)
        for call in advice.every:
            state = call.reading.state
            disputed = call.line.standing is Standing.DISPUTED
            assert not (disputed and state is OPEN), (said, call.line.display)
            office = call.line.kind is LineKind.OFFICE_HOURS
            assert not (at_christmas and office and state is OPEN), (said, call.line.display)
        if at_christmas and any(c.line.kind is LineKind.OFFICE_HOURS for c in advice.calls):
            assert "christmas_closure" in {str(w.code) for w in advice.warnings}, said
        if where in CODES:
            _the_night_line_comes_first(advice)
            _nobody_else_s_service_in_front(advice, CODES[where], at_night=at_night)


def _the_night_line_comes_first(advice: Advice) -> None:
    """After an office the out-of-hours line of the same team is tried before anybody else."""
    first = advice.first
    if first.line.kind is not LineKind.OFFICE_HOURS:
        return
    own = [
        line.number
        for line in first.service.callable_lines
        if line.kind is LineKind.OUT_OF_HOURS and line.standing is Standing.IN_USE
    ]
    in_front = {call.line.number for call in front(advice)}
    fallbacks = [call.line.number for call in advice.tier(Tier.FALLBACK)]
    if own and not in_front & set(own):
        assert fallbacks[0] in own, (advice.situation, advice.moment)


def _nobody_else_s_service_in_front(advice: Advice, code: str, *, at_night: bool) -> None:
    for call in front(advice):
        assert code in call.service.areas, (advice.situation, call.line.display)
    for call in advice.tier(Tier.BESIDE):
        silent = call.reading.reason is Reason.NOT_PUBLISHED
        local_police = "police_101" in call.service.roles  # one force, not a desk in a town
        if at_night and silent and not call.service.national and not local_police:
            pytest.fail(f"{call.service.name} beside the first: {advice.situation}")


# --- each fault by name -----------------------------------------------------------------------


def state(directory: Directory, service: str, line: str, moment: str) -> Openness:
    hours = next(x.hours for x in directory.service(service).lines if x.id == line)
    at = datetime.fromisoformat(moment).replace(tzinfo=UK)
    return read(hours, at, directory.bank_holidays()).state


@pytest.mark.parametrize("concern", ["child", "adult", "domestic-abuse"])
def test_at_night_a_forced_marriage_has_020_7008_5000(directory: Directory, concern: str) -> None:
    advice = ask(directory, concern, "luton", "2026-11-28T20:00", ["forced-marriage"])
    numbers = shown(advice)
    assert "020 7008 5000" in numbers
    assert "020 7008 1500" not in numbers


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-26T09:30", CLOSED),
        ("2026-11-26T10:00", OPEN),
        ("2026-11-26T16:59:59", OPEN),
        ("2026-11-26T17:00", CLOSED),
        ("2026-11-28T12:00", CLOSED),
    ],
)
def test_mens_advice_line(directory: Directory, moment: str, expected: Openness) -> None:
    assert state(directory, "nat-mens-advice-line", "helpline", moment) is expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-26T08:00", OPEN),
        ("2026-11-26T21:59:59", OPEN),
        ("2026-11-26T22:00", UNKNOWN),
        ("2026-11-28T08:30", UNKNOWN),
        ("2026-11-28T09:00", OPEN),
        ("2026-11-28T18:00", UNKNOWN),
        ("2026-11-29T02:00", UNKNOWN),
    ],
)
@pytest.mark.parametrize("service", ["nat-nspcc", "nat-nspcc-fgm"])
def test_nspcc_outside_its_narrow_hours(
    directory: Directory, service: str, moment: str, expected: Openness
) -> None:
    assert state(directory, service, "helpline", moment) is expected


@pytest.mark.parametrize("moment", ["2026-11-26T10:00", "2026-11-26T20:00", "2026-11-29T02:00"])
def test_respect_has_no_hours_that_anybody_published(directory: Directory, moment: str) -> None:
    assert state(directory, "nat-respect-phoneline", "phoneline", moment) is UNKNOWN


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-26T08:35", OPEN),
        ("2026-11-26T08:44:59", OPEN),
        ("2026-11-26T08:45", CLOSED),
        ("2026-11-26T16:59:59", CLOSED),
        ("2026-11-26T17:00", OPEN),
        ("2026-11-26T17:05", OPEN),
        ("2026-11-28T12:00", OPEN),
        ("2026-12-28T12:00", OPEN),  # a bank holiday
        ("2026-12-29T12:00", UNKNOWN),  # the office may be shut
    ],
)
def test_milton_keynes_adults_out_of_hours(
    directory: Directory, moment: str, expected: Openness
) -> None:
    assert state(directory, "mk-adults", "out-of-hours", moment) is expected


@pytest.mark.parametrize(
    ("where", "day", "night"),
    [
        ("luton", "01582 547653", "0300 300 8123"),
        ("central-bedfordshire", "0300 300 8585", "0300 300 8123"),
        ("bedford", "01234 718700", "0300 300 8123"),
        ("milton-keynes", "01908 253169", "01908 265545"),
    ],
)
def test_the_out_of_hours_line_is_the_first_fallback(
    directory: Directory, where: str, day: str, night: str
) -> None:
    advice = ask(directory, "child", where, "2026-11-27T10:00")
    assert advice.first.line.display == day
    assert shown(advice, Tier.FALLBACK)[0] == night


@pytest.mark.parametrize("where", ["luton", "bedford"])
@pytest.mark.parametrize("moment", NIGHTS)
def test_no_centre_stands_beside_the_helpline_at_night(
    directory: Directory, where: str, moment: str
) -> None:
    advice = ask(directory, "domestic-abuse", where, moment)
    assert shown(advice, Tier.FIRST, Tier.BESIDE) == ["0808 2000 247"]


def test_the_luton_centre_is_never_named_for_bedford(directory: Directory) -> None:
    for moment in MOMENTS:
        assert "01582 416783" not in shown(ask(directory, "domestic-abuse", "bedford", moment))


@pytest.mark.parametrize(
    ("concern", "where", "moment", "said"),
    [
        ("child", "bedford", "2026-11-27T10:00", "Should be open until 16:20"),
        ("child", "bedford", "2026-11-27T16:20", "Should be open until Monday 08:45"),
        ("child", "central-bedfordshire", "2026-11-27T10:00", "Should be open until 16:20"),
        ("domestic-abuse", "luton", "2026-11-29T02:00", "Open day and night"),
    ],
)
def test_old_hours_are_not_promised(
    directory: Directory, concern: str, where: str, moment: str, said: str
) -> None:
    advice = ask(directory, concern, where, moment)
    first = advice.first
    assert state_words(first.reading, advice.moment, first.opens) == said
    assert said in advice_text(advice)


def test_a_day_and_night_line_from_an_old_page_is_not_promised_either(
    directory: Directory,
) -> None:
    advice = ask(directory, "child", "luton", "2026-11-29T02:00", ["aged-16-17"])
    said = next(line for line in advice_text(advice).splitlines() if "0800 1111" in line)
    assert said.endswith("Should be open: day and night")


def test_the_emergency_number_is_always_promised(directory: Directory) -> None:
    for moment in (*MOMENTS, "2039-06-01T03:00"):
        advice = ask(directory, "child", "luton", moment)
        emergency = next(call for call in advice.calls if call.line.number == "999")
        assert state_words(emergency.reading, advice.moment) == "Open day and night"


@pytest.mark.parametrize(
    ("moment", "kind", "label"),
    [
        ("2026-11-27T10:00", LineKind.OFFICE_HOURS, "Office hours line"),
        ("2026-11-27T23:00", LineKind.OUT_OF_HOURS, "Out-of-hours line"),
    ],
)
def test_the_label_says_which_line_it_is(
    directory: Directory, moment: str, kind: LineKind, label: str
) -> None:
    advice = ask(directory, "child", "luton", moment)
    assert advice.first.line.kind is kind
    number = advice.first.line.display
    said = next(line for line in advice_text(advice).splitlines() if number in line)
    assert f" · {label} · " in said


@pytest.mark.slow
def test_no_disputed_line_of_the_directory_is_ever_open(directory: Directory) -> None:
    days = directory.bank_holidays()
    lines = [line for service in directory.services() for line in service.lines]
    disputed = [line for line in lines if line.standing is Standing.DISPUTED]
    assert disputed
    for line in disputed:
        for day in range(1, 29):
            for hour in range(24):
                at = datetime(2026, 11, day, hour, 7, tzinfo=UK)
                assert read(line.hours, at, days).state is not OPEN, line.display
