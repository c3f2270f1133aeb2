"""The never-rules, tried on directories nobody thought of."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.decision.advice import Advice, Tier
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.status import Hours, Openness
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.services.service import Line, LineKind, Service, Standing
from desktop_app.domain.situation.pathway import Part, Rule, Step
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from tests.area import COUNCILS
from tests.domain.hours_examples import (
    ALWAYS,
    AS_USUAL,
    ASSUMED,
    CLOSED_ON_HOLIDAYS,
    DAILY,
    NIGHT_BAR,
    OFFICE,
    SILENT,
    TWO_SOURCES,
)
from tests.domain.made_directory import EMERGENCY, EVERYWHERE, line, made, pathways
from tests.fakes import ListDirectory

MANY = 200
ROLES = ("front_door", "second_door", "helpline", "police")
HOURS = (
    *(ALWAYS, AS_USUAL, ASSUMED, CLOSED_ON_HOLIDAYS, DAILY, NIGHT_BAR, OFFICE, SILENT),
    *(TWO_SOURCES, Hours(outside_of=OFFICE), Hours(outside_of=ASSUMED)),
)

moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 20)).map(
    lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
)
places = st.one_of(
    st.sampled_from(COUNCILS).map(lambda one: Whereabouts(WhereStatus.KNOWN, (one,))),
    st.just(Whereabouts(WhereStatus.SEVERAL, COUNCILS[:2])),
    st.just(Whereabouts(WhereStatus.UNKNOWN)),
    st.just(Whereabouts(WhereStatus.OUTSIDE)),
)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """Any line; few different numbers, so that services share them."""
    number = f"01632 9600{draw(st.integers(10, 25))}"
    kind = draw(st.sampled_from([k for k in LineKind if k is not LineKind.EMERGENCY]))
    return line(number, draw(st.sampled_from(HOURS)), kind, draw(st.sampled_from(Standing)))


@st.composite
def services(draw: st.DrawFn) -> Service:
    """Any service, national or in some councils, with none to three lines."""
    codes = frozenset(draw(st.sets(st.sampled_from(sorted(EVERYWHERE)), min_size=1)))
    name = f"Service {draw(st.integers(1, 99))}"
    return Service(
        id=name.lower().replace(" ", "-"),
        name=name,
        organisation="Somebody",
        summary="Helps.",
        areas=codes,
        national=draw(st.booleans()),
        roles=(draw(st.sampled_from(ROLES)),),
        rank=draw(st.integers(1, 3)),
        serves=tuple(draw(st.sets(st.sampled_from(["women", "men", "everyone"])))),
        lines=tuple(draw(st.lists(lines(), max_size=3))),
    )


@st.composite
def steps(draw: st.DrawFn) -> tuple[Step, ...]:
    """Any pathway that obeys the compiler: a lead somewhere, 999 at the end."""
    others = draw(st.permutations(ROLES))
    parts = [Part.LEAD, *draw(st.lists(st.sampled_from(Part), min_size=3, max_size=3))]
    made = [
        Step(role, part, f"Ring {role}", draw(st.booleans()) and part is not Part.FALLBACK)
        for role, part in zip(others, parts, strict=True)
    ]
    return (*made, Step("emergency", Part.FALLBACK, "If you reach nobody"))


rules = st.builds(
    Rule,
    circumstance=st.just(Circumstance.MAN),
    concerns=st.just(frozenset(Concern)),
    steps=st.just(()),
    without=st.frozensets(st.sampled_from(ROLES)),
    serving=st.sampled_from(["", "men", "women"]),
)


@st.composite
def answers(draw: st.DrawFn) -> Advice:
    kept = draw(st.lists(services(), max_size=8, unique_by=lambda service: service.id))
    book = pathways(draw(steps()), tuple(draw(st.lists(rules, max_size=2))))
    told = frozenset(draw(st.sets(st.sampled_from([Circumstance.MAN, Circumstance.DEAF]))))
    situation = Situation(Concern.CHILD, draw(places), told)
    directory = made((*kept, EMERGENCY), book)
    return advise(situation, directory, draw(moments))


@pytest.fixture(scope="module")
def advices() -> list[Advice]:
    """Drawn once for all rules: to draw an answer takes longer than to hold a rule against it."""
    drawn: list[Advice] = []

    @settings(max_examples=MANY)
    @given(answers())
    def keep(advice: Advice) -> None:
        drawn.append(advice)

    keep()
    assert len(drawn) >= MANY
    return drawn


@pytest.mark.slow
def test_there_is_exactly_one_first_call(advices: list[Advice]) -> None:
    for advice in advices:
        assert len(advice.tier(Tier.FIRST)) == 1


def test_somebody_certainly_answers(advices: list[Advice]) -> None:
    for advice in advices:
        assert any(call.reading.state is Openness.OPEN for call in advice.calls)


def test_999_is_always_there(advices: list[Advice]) -> None:
    for advice in advices:
        assert "999" in [call.line.number for call in advice.calls]


def test_a_fax_or_a_replaced_number_is_never_offered(advices: list[Advice]) -> None:
    for advice in advices:
        assert all(call.line.recommendable for call in advice.calls)


def test_the_first_call_is_never_to_a_closed_line(advices: list[Advice]) -> None:
    for advice in advices:
        assert advice.first.reading.state is not Openness.CLOSED


def test_no_number_stands_twice(advices: list[Advice]) -> None:
    for advice in advices:
        numbers = [call.line.number for call in advice.calls]
        assert len(numbers) == len(set(numbers))


def test_nothing_but_closed_lines_and_999_follows_a_closed_fallback(advices: list[Advice]) -> None:
    for advice in advices:
        calls = [call for call in advice.tier(Tier.FALLBACK) if call.line.number != "999"]
        states = [call.reading.state for call in calls]
        closed = states.index(Openness.CLOSED) if Openness.CLOSED in states else len(states)
        assert set(states[closed:]) <= {Openness.CLOSED}


def test_999_ends_the_fallbacks_unless_it_leads(advices: list[Advice]) -> None:
    for advice in advices:
        fallbacks = [call.line.number for call in advice.tier(Tier.FALLBACK)]
        assert advice.first.line.number == "999" or fallbacks[-1] == "999"


def test_every_call_says_why(advices: list[Advice]) -> None:
    for advice in advices:
        assert all(call.because.endswith(".") and "{" not in call.because for call in advice.calls)


@st.composite
def questions(draw: st.DrawFn) -> tuple[Situation, ListDirectory, datetime]:
    kept = draw(st.lists(services(), max_size=8, unique_by=lambda service: service.id))
    situation = Situation(Concern.CHILD, draw(places))
    return situation, made((*kept, EMERGENCY), pathways(draw(steps()))), draw(moments)


def test_a_first_that_may_not_answer_never_stands_alone_while_another_line_may(
    advices: list[Advice],
) -> None:
    for advice in advices:
        if advice.first.reading.state is Openness.UNKNOWN and not advice.tier(Tier.BESIDE):
            others = [call for call in advice.tier(Tier.FALLBACK) if call.line.number != "999"]
            assert all(
                call.reading.state is Openness.CLOSED or call.line.standing is Standing.DISPUTED
                for call in others
            )


@given(questions(), st.floats(0, 1, exclude_max=True))
def test_nothing_changes_before_the_answer_says_it_may(
    question: tuple[Situation, ListDirectory, datetime], share: float
) -> None:
    situation, directory, moment = question
    now = advise(situation, directory, moment)
    until = now.valid_until.astimezone(UTC) if now.valid_until else moment + timedelta(days=400)
    later = advise(situation, directory, moment + (until - moment) * share)
    assert _shown(now) == _shown(later)


def _shown(advice: Advice) -> list[tuple[object, ...]]:
    calls = [
        (call.tier, call.line.number, call.reading.state, call.reading.certainty)
        for call in advice.calls
    ]
    return [*calls, *((caution.code, caution.text) for caution in advice.warnings)]
