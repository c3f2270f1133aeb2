"""Whom to ring: each rule of the order, on directories made up for it."""

from dataclasses import replace

import pytest

from desktop_app.domain.decision.advice import Tier
from desktop_app.domain.hours.status import Hours, Openness
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.services.service import LineKind, Standing
from desktop_app.domain.services.trust import ClockCode, Finding, Severity
from desktop_app.domain.situation.pathway import Part, Step
from tests.area import BEDFORD, LUTON
from tests.domain.decision.asked_town import HELPLINE, ask, numbers
from tests.domain.hours_examples import (
    ALWAYS,
    ASSUMED,
    OFFICE,
    SILENT,
    TWO_SOURCES,
)
from tests.domain.made_directory import (
    STEPS,
    front_door,
    line,
    service,
)

OFFICE_NUMBER, NIGHT_NUMBER = "01632 960001", "01632 960002"


@pytest.mark.parametrize(
    ("moment", "first"),
    [
        ("2026-11-20T08:44:59", NIGHT_NUMBER),
        ("2026-11-20T08:45:00", OFFICE_NUMBER),
        ("2026-11-20T16:19:59", OFFICE_NUMBER),
        ("2026-11-20T16:20:00", NIGHT_NUMBER),
        ("2026-11-19T16:20:00", OFFICE_NUMBER),
        ("2026-11-19T17:19:59", OFFICE_NUMBER),
        ("2026-11-19T17:20:00", NIGHT_NUMBER),
        ("2026-11-21T12:00:00", NIGHT_NUMBER),
    ],
)
def test_the_line_follows_the_clock_to_the_second(moment: str, first: str) -> None:
    advice = ask(moment, front_door(OFFICE))
    assert advice.first.line.display == first


def test_the_out_of_hours_line_is_the_fallback_while_the_office_is_open() -> None:
    advice = ask("2026-11-19T10:00", front_door(OFFICE))
    assert numbers(advice, Tier.FALLBACK) == [NIGHT_NUMBER, "999"]


def test_a_closed_office_is_kept_for_later_and_not_among_the_fallbacks() -> None:
    advice = ask("2026-11-21T10:00", front_door(OFFICE))
    assert numbers(advice, Tier.FALLBACK) == ["999"]
    assert numbers(advice, Tier.ALSO) == [OFFICE_NUMBER]
    assert advice.tier(Tier.ALSO)[0].purpose == "When the office is open again"


def test_the_night_line_of_the_office_is_the_first_fallback() -> None:
    advice = ask("2026-11-19T10:00", front_door(OFFICE), HELPLINE)
    assert numbers(advice, Tier.FALLBACK) == [NIGHT_NUMBER, "01632 960010", "999"]


def test_a_fallback_that_certainly_answers_comes_before_a_closed_one() -> None:
    shut = service("Shut", "helpline", line("01632 960011", Hours(outside_of=OFFICE)))
    advice = ask("2026-11-19T10:00", front_door(OFFICE, night=False), shut, HELPLINE)
    assert numbers(advice, Tier.FALLBACK) == ["01632 960010", "01632 960011", "999"]


def test_a_disputed_night_line_is_not_the_first_fallback() -> None:
    office, night = front_door(OFFICE).lines
    doubted = replace(night, standing=Standing.DISPUTED)
    door = service("Front door", "front_door", office, doubted)
    advice = ask("2026-11-19T10:00", door, HELPLINE)
    assert numbers(advice, Tier.FALLBACK) == ["01632 960010", NIGHT_NUMBER, "999"]


@pytest.mark.parametrize(
    ("hours", "moment", "first"),
    [
        (TWO_SOURCES, "2026-11-20T16:30", OFFICE_NUMBER),  # one source says open: the office first
        (ASSUMED, "2026-11-20T08:30", NIGHT_NUMBER),  # early in an assumed day
        (OFFICE, "2026-12-25T10:00", NIGHT_NUMBER),  # a bank holiday nobody describes
    ],
)
def test_uncertain_hours_show_both_lines_best_guess_first(
    hours: Hours, moment: str, first: str
) -> None:
    advice = ask(moment, front_door(hours))
    front = [advice.first.line.display, *numbers(advice, Tier.BESIDE)]
    assert front[0] == first
    assert sorted(front) == [OFFICE_NUMBER, NIGHT_NUMBER]


def test_a_local_line_of_unknown_hours_stands_beside_the_certain_one() -> None:
    local = service("Local", "front_door", line("01632 960020", SILENT))
    certain = replace(service("National", "front_door", line("01632 960021", ALWAYS)), rank=200)
    advice = ask("2026-11-21T03:00", local, certain)
    assert advice.first.line.display == "01632 960021"
    assert numbers(advice, Tier.BESIDE) == ["01632 960020"]


def test_a_disputed_number_never_comes_before_a_sound_one() -> None:
    doubtful = line("01632 960030", ALWAYS, LineKind.OFFICE_HOURS, Standing.DISPUTED)
    sound = line("01632 960031", SILENT, LineKind.OFFICE_HOURS)
    advice = ask("2026-11-19T10:00", service("Team", "front_door", doubtful, sound))
    assert advice.first.line.display == "01632 960031"
    assert "01632 960030" in numbers(advice, Tier.FALLBACK)


@pytest.mark.parametrize(
    "never",
    [
        line("01632 960040", ALWAYS, LineKind.FAX),
        line("01632 960041", ALWAYS, LineKind.OFFICE_HOURS, Standing.SUPERSEDED),
    ],
)
def test_faxes_and_replaced_numbers_are_never_offered(never: object) -> None:
    advice = ask("2026-11-21T03:00", service("Team", "front_door", never))  # type: ignore[arg-type]
    assert never not in [call.line for call in advice.calls]


def test_when_every_lead_is_closed_a_fallback_leads_and_the_lead_is_kept_for_later() -> None:
    advice = ask("2026-11-21T03:00", front_door(OFFICE, night=False), HELPLINE)
    assert advice.first.line.display == "01632 960010"
    assert numbers(advice, Tier.ALSO) == [OFFICE_NUMBER]
    assert "No out-of-hours line is published for Front door." in advice.notes


def test_999_leads_only_when_nobody_else_may_answer() -> None:
    advice = ask("2026-11-21T03:00", front_door(OFFICE, night=False))
    assert advice.first.line.display == "999"


def test_999_is_the_last_of_the_fallbacks() -> None:
    silent = service("Silent", "helpline", line("01632 960011", SILENT))
    advice = ask("2026-11-19T10:00", front_door(OFFICE), silent)
    assert numbers(advice, Tier.FALLBACK)[-1] == "999"


def test_a_number_shared_by_two_services_is_one_call_with_both_purposes() -> None:
    steps = (*STEPS, Step("other_door", Part.ALSO, "Tell the other team"))
    other = service("Other", "other_door", line(NIGHT_NUMBER, ALWAYS))
    advice = ask("2026-11-21T03:00", front_door(OFFICE), other, steps=steps)
    assert advice.first.also_for == ("Tell the other team",)
    assert [c.line.display for c in advice.calls].count(NIGHT_NUMBER) == 1


def test_a_place_in_two_councils_gives_the_first_of_each() -> None:
    two = Whereabouts(WhereStatus.SEVERAL, (BEDFORD, LUTON))
    bedford = service(
        "Bedford", "front_door", line("01632 960050", ALWAYS), areas=frozenset({BEDFORD.code})
    )
    luton = service(
        "Luton", "front_door", line("01632 960051", ALWAYS), areas=frozenset({LUTON.code})
    )
    advice = ask("2026-11-19T10:00", bedford, luton, where=two)
    assert advice.first.purpose == "If it happened in Bedford Borough: tell the council"
    assert [call.purpose for call in advice.tier(Tier.BESIDE)] == [
        "If it happened in Luton: tell the council"
    ]


def test_an_unknown_place_keeps_every_council_s_own_line() -> None:
    doors = [
        service(f"Door {at}", "front_door", line(f"01632 96006{at}", ALWAYS), areas=area)
        for at, area in enumerate((frozenset({BEDFORD.code}), frozenset({LUTON.code})))
    ]
    steps = (Step("helpline", Part.LEAD, "Ring the helpline"), *STEPS[::2])
    unknown = Whereabouts(WhereStatus.UNKNOWN)
    advice = ask("2026-11-19T10:00", *doors, HELPLINE, where=unknown, steps=steps)
    assert advice.first.line.display == "01632 960010"
    assert numbers(advice, Tier.ALSO) == ["01632 960060", "01632 960061"]


def test_a_doubted_clock_shows_both_lines_and_keeps_day_and_night_lines_certain() -> None:
    doubt = Finding(ClockCode.STEPPED, "The clock was moved.", Severity.DOUBT)
    advice = ask("2026-11-19T10:00", front_door(OFFICE), doubts=(doubt,))
    front = (advice.first, *advice.tier(Tier.BESIDE))
    assert {call.line.display for call in front} == {OFFICE_NUMBER, NIGHT_NUMBER}
    assert {call.reading.state for call in front} == {Openness.UNKNOWN}
    assert advice.warnings[0].text == "The clock was moved."


def test_a_mere_note_about_the_clock_changes_no_line() -> None:
    note = Finding(ClockCode.YEARS_AHEAD, "An old directory.", Severity.NOTE)
    advice = ask("2026-11-19T10:00", front_door(OFFICE), doubts=(note,))
    assert advice.first.reading.state is Openness.OPEN
