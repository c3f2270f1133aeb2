"""Hours on paper for the public: what helps, never what we only suppose."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.hours.statements import Bearing
from desktop_app.domain.hours.status import Basis, HolidayRule, Hours, Span, Statement
from desktop_app.domain.printing.public_hours import paper_hours, public_words, roughly
from tests.domain.made_directory import ALWAYS

TODAY = date(2026, 11, 22)
LATE, EARLY, OLD = date(2026, 1, 1), date(2024, 1, 1), date(2020, 1, 1)
NARROW = (*((Span(540, 990),),) * 5, (), ())
WIDE = (*((Span(480, 1080),),) * 5, (), ())
EVERY_DAY = ((Span(540, 1020),),) * 7
EVENING = (*((Span(600, 1230),),) * 5, (), ())
ALL_HOURS = ((Span(0, 1440),),) * 7
ODD = (*((Span(525, 1040),),) * 4, (Span(525, 980),), (), ())


def published(week: tuple[tuple[Span, ...], ...], dated: date = LATE) -> Statement:
    return Statement(Basis.PUBLISHED, week, dated=dated)


def assumed(week: tuple[tuple[Span, ...], ...]) -> Statement:
    return Statement(Basis.ASSUMED, week)


ONE = Hours((published(NARROW),))
CASES = [
    (Hours(), "", ""),
    (Hours((Statement(Basis.ALWAYS, dated=EARLY),)), "Day and night", "Day and night"),
    (ALWAYS, "Should be open: day and night", "Should be open: day and night"),
    (Hours(outside_of=ONE), "When the office is closed", "When the office is closed"),
    (
        Hours((published(EVENING),), outside_of=ONE),
        "When the office is closed",
        "When the office is closed",
    ),
    (ONE, "Mon-Fri 09:00 to 16:30", "Mon-Fri, office hours"),
    (
        Hours((replace(published(NARROW), bank_holidays=HolidayRule.CLOSED),)),
        "Mon-Fri 09:00 to 16:30, not bank holidays",
        "Mon-Fri, office hours",
    ),
    (
        Hours((published(ODD),)),
        "Mon-Thu 08:45 to 17:20, Fri 08:45 to 16:20",
        "Mon-Fri, office hours",
    ),
    (Hours((published(EVENING),)), "Mon-Fri 10:00 to 20:30", "Mon-Fri, hours vary"),
    (Hours((published(NARROW, OLD),)), "Mon-Fri, office hours", "Mon-Fri, office hours"),
    (Hours((published(EVENING, OLD),)), "Mon-Fri, hours vary", "Mon-Fri, hours vary"),
    (Hours((published(NARROW), published(WIDE))), "Mon-Fri, office hours", "Mon-Fri, office hours"),
    (Hours((published(NARROW), published(EVENING))), "Mon-Fri, hours vary", "Mon-Fri, hours vary"),
    (Hours((assumed(NARROW), assumed(WIDE))), "Mon-Fri, office hours", "Mon-Fri, office hours"),
    (
        Hours((assumed(NARROW), assumed(EVERY_DAY))),
        "Mon-Fri, office hours",
        "Mon-Fri, office hours",
    ),
    (Hours((assumed(ALL_HOURS),)), "", ""),
    (
        Hours((published(NARROW), assumed(ALL_HOURS))),
        "Mon-Fri 09:00 to 16:30",
        "Mon-Fri, office hours",
    ),
    (
        Hours((replace(published(NARROW), valid_from=date(2027, 1, 1)),)),
        "Mon-Fri, office hours",
        "Mon-Fri, office hours",
    ),
    (
        Hours(
            (published((*NARROW[:5], (Span(600, 660),), ())), published((*((),) * 6, EVERY_DAY[0])))
        ),
        "Hours vary",
        "Hours vary",
    ),
]


@pytest.mark.parametrize(("hours", "exact", "brief"), CASES)
def test_hours_on_public_paper(hours: Hours, exact: str, brief: str) -> None:
    known = paper_hours(hours, TODAY)
    assert public_words(known) == exact
    assert public_words(roughly(known)) == brief


@pytest.mark.parametrize("hours", [case[0] for case in CASES])
def test_no_hours_on_public_paper_suppose_anything(hours: Hours) -> None:
    said = public_words(paper_hours(hours, TODAY)).casefold()
    assert not [word for word in ("assume", "perhaps", "not certain", "disagree") if word in said]


def test_a_check_makes_old_hours_exact_again() -> None:
    old = Hours((published(NARROW, OLD),), bearing=Bearing(checked=LATE))
    assert public_words(paper_hours(old, TODAY)) == "Mon-Fri 09:00 to 16:30"
