"""Whom to ring: each rule of the order, on directories made up for it."""

from dataclasses import replace
from datetime import datetime

import pytest

from desktop_app.domain.decision.advice import Advice, Tier
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import Hours, Openness
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.services.service import LineKind, Service, Standing
from desktop_app.domain.services.trust import ClockCode, Finding, Severity
from desktop_app.domain.situation.pathway import Part, Rule, Step
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from tests.area import BEDFORD, LUTON
from tests.domain.hours_examples import (
    ALWAYS,
    ASSUMED,
    CLOSED_ON_HOLIDAYS,
    DAILY,
    OFFICE,
    SILENT,
    TWO_SOURCES,
)
from tests.domain.made_directory import (
    EMERGENCY,
    STEPS,
    front_door,
    line,
    made,
    pathways,
    service,
)

HERE = Whereabouts(WhereStatus.KNOWN, (LUTON,))
OFFICE_NUMBER, NIGHT_NUMBER = "01632 960001", "01632 960002"
HELPLINE = service("Helpline", "helpline", line("01632 960010", ALWAYS))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UK)


def ask(
    moment: str,
    *services: Service,
    where: Whereabouts = HERE,
    steps: tuple[Step, ...] = STEPS,
    rules: tuple[Rule, ...] = (),
    also: frozenset[Circumstance] = frozenset(),
    doubts: tuple[Finding, ...] = (),
) -> Advice:
    directory = made((*services, EMERGENCY), pathways(steps, rules))
    situation = Situation(Concern.CHILD, where, also)
    return advise(situation, directory, at(moment), doubts)


def numbers(advice: Advice, tier: Tier) -> list[str]:
    return [call.line.display for call in advice.tier(tier)]


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


def test_a_rule_takes_roles_out_and_adds_others() -> None:
    rule = Rule(
        circumstance=Circumstance.USING_ABUSE,
        concerns=frozenset(Concern),
        steps=(Step("behaviour", Part.ALSO, "For their own behaviour"),),
        without=frozenset({"helpline"}),
    )
    behaviour = service("Behaviour", "behaviour", line("01632 960070", ALWAYS))
    told = frozenset({Circumstance.USING_ABUSE})
    services = (front_door(OFFICE), HELPLINE, behaviour)
    advice = ask("2026-11-19T10:00", *services, rules=(rule,), also=told)
    shown = [call.line.display for call in advice.calls]
    assert "01632 960070" in shown
    assert "01632 960010" not in shown


SAID = "Said."
MAN, DEAF, FGM = Circumstance.MAN, Circumstance.DEAF, Circumstance.FGM


@pytest.mark.parametrize(
    ("rule", "told", "counts"),
    [
        (Rule(circumstance=None, concerns=frozenset(Concern), steps=(), note=SAID), (), True),
        (
            Rule(circumstance=None, concerns=frozenset({Concern.ADULT}), steps=(), note=SAID),
            (),
            False,
        ),
        (Rule(circumstance=FGM, concerns=frozenset(Concern), steps=(), note=SAID), (), False),
        (
            Rule(
                circumstance=FGM,
                concerns=frozenset(Concern),
                steps=(),
                note=SAID,
                together=frozenset({MAN}),
            ),
            (FGM,),
            False,
        ),
        (
            Rule(
                circumstance=FGM,
                concerns=frozenset(Concern),
                steps=(),
                note=SAID,
                together=frozenset({MAN}),
            ),
            (FGM, MAN, DEAF),
            True,
        ),
        (
            Rule(
                circumstance=None,
                concerns=frozenset(Concern),
                steps=(),
                note=SAID,
                unless=frozenset({MAN}),
            ),
            (MAN,),
            False,
        ),
        (
            Rule(
                circumstance=None,
                concerns=frozenset(Concern),
                steps=(),
                note=SAID,
                unless=frozenset({MAN}),
            ),
            (FGM,),
            True,
        ),
        (
            Rule(
                circumstance=None,
                concerns=frozenset(Concern),
                steps=(),
                note=SAID,
                places=frozenset({"luton"}),
            ),
            (),
            True,
        ),
        (
            Rule(
                circumstance=None,
                concerns=frozenset(Concern),
                steps=(),
                note=SAID,
                places=frozenset({"bedford"}),
            ),
            (),
            False,
        ),
    ],
)
def test_a_rule_counts_only_where_all_of_it_is_met(
    rule: Rule, told: tuple[Circumstance, ...], counts: bool
) -> None:
    advice = ask("2026-11-19T10:00", front_door(OFFICE), rules=(rule,), also=frozenset(told))
    assert (SAID in advice.notes) is counts


def test_what_has_to_be_read_before_ringing_stands_with_that_role_alone() -> None:
    rule = Rule(
        circumstance=None,
        concerns=frozenset(Concern),
        steps=(),
        before={"helpline": "They pass things on."},
    )
    advice = ask("2026-11-19T10:00", front_door(OFFICE), HELPLINE, rules=(rule,))
    said = {call.line.display: call.before for call in advice.calls if call.before}
    assert said == {"01632 960010": "They pass things on."}


def test_a_step_that_is_as_important_beats_the_same_one_that_is_not() -> None:
    steps = (*STEPS, Step("other_door", Part.ALSO, "Tell them"))
    rule = Rule(
        circumstance=None,
        concerns=frozenset(Concern),
        steps=(Step("other_door", Part.ALSO, "Tell them too", True),),
    )
    other = service("Other", "other_door", line("01632 960099", ALWAYS))
    advice = ask("2026-11-19T10:00", front_door(OFFICE), other, steps=steps, rules=(rule,))
    assert numbers(advice, Tier.BESIDE) == ["01632 960099"]


def test_a_service_for_the_other_sex_is_left_out_when_a_rule_says_so() -> None:
    rule = Rule(circumstance=Circumstance.MAN, concerns=frozenset(Concern), steps=(), serving="men")
    women = replace(
        service("For women", "front_door", line("01632 960080", ALWAYS)), serves=("women",)
    )
    advice = ask(
        "2026-11-19T10:00",
        women,
        front_door(OFFICE),
        rules=(rule,),
        also=frozenset({Circumstance.MAN}),
    )
    assert "01632 960080" not in [call.line.display for call in advice.calls]


def test_a_service_without_a_number_is_named_and_not_hidden() -> None:
    advice = ask("2026-11-19T10:00", front_door(OFFICE), service("Silent team", "helpline"))
    assert any(note.startswith("Silent team may help too") for note in advice.notes)


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        ("2026-11-20T10:00", "2026-11-20T16:20"),
        ("2026-11-20T17:00", "2026-11-23T08:45"),
    ],
)
def test_the_answer_says_until_when_it_holds(moment: str, until: str) -> None:
    assert ask(moment, front_door(OFFICE)).valid_until == at(until)


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        ("2026-11-20T10:00", "2026-12-25T00:00"),
        ("2026-12-25T10:00", "2026-12-26T00:00"),
    ],
)
def test_a_line_that_never_changes_is_answered_anew_when_a_bank_holiday_begins_or_ends(
    moment: str, until: str
) -> None:
    advice = ask(moment, service("Always", "front_door", line("01632 960090", ALWAYS)))
    assert advice.valid_until == at(until)


def test_no_list_of_bank_holidays_reaches_a_year_before_it() -> None:
    codes = [caution.code for caution in ask("1970-01-05T10:00", front_door(OFFICE)).warnings]
    assert codes == ["bank_holidays_unknown"]


@pytest.mark.parametrize(
    ("hours", "moment", "said"),
    [
        (OFFICE, "2026-11-20T16:35", "the office closed at 16:20 and opens on Monday at 08:45"),
        (OFFICE, "2026-11-22T03:00", "Sunday 03:00: the office is closed until Monday 08:45"),
        (CLOSED_ON_HOLIDAYS, "2026-12-25T10:00", "the office is closed for Christmas Day"),
        (OFFICE, "2026-12-25T10:00", "Friday 25 December 2026 is Christmas Day"),
        (ASSUMED, "2026-11-22T03:00", "hours assumed, nobody has published them"),
        (TWO_SOURCES, "2026-11-20T16:30", "our sources disagree"),
        (SILENT, "2026-11-20T16:30", "it is not certain whether the office is open"),
        (DAILY, "2026-11-20T16:30", "this line should be open until 20:00"),
    ],
)
def test_the_reason_is_said_in_words(hours: Hours, moment: str, said: str) -> None:
    advice = ask(moment, front_door(hours))
    front = (advice.first, *advice.tier(Tier.BESIDE))
    assert any(said in call.because for call in front)


def test_999_stands_last_where_one_of_two_councils_has_nobody_else() -> None:
    two = Whereabouts(WhereStatus.SEVERAL, (BEDFORD, LUTON))
    bedford_only = service(
        "Bedford’s", "front_door", line("01632 960005", ALWAYS), areas=frozenset({BEDFORD.code})
    )
    advice = ask("2026-11-20T10:00", bedford_only, where=two)
    assert numbers(advice, Tier.FIRST) == ["01632 960005"]
    assert numbers(advice, Tier.BESIDE) == []
    assert numbers(advice, Tier.FALLBACK) == ["999"]
