"""What makes an answer less certain, or has to be said with it, in plain words."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from desktop_app.domain.advice import Caution
from desktop_app.domain.area import Whereabouts, WhereStatus
from desktop_app.domain.calendar import UK, BankHolidays
from desktop_app.domain.gathering import Gathering
from desktop_app.domain.hours import Openness
from desktop_app.domain.pathway import Part
from desktop_app.domain.ranking import Desk
from desktop_app.domain.service import LineKind, Service
from desktop_app.domain.situation import Situation
from desktop_app.domain.situation_words import place_asked
from desktop_app.domain.trust import Finding
from desktop_app.domain.wording import date_words, day_words, either, holiday_words


def cautions(situation: Situation, desk: Desk, doubts: Sequence[Finding]) -> tuple[Caution, ...]:
    """Everything that speaks against taking the answer as certain."""
    told = [Caution(doubt.code, doubt.text) for doubt in doubts]
    return (*told, *_about_the_day(desk), *_about_the_place(situation))


def day_turns(today: date, days: BankHolidays) -> datetime:
    """The midnight (UK time) after which other things have to be said of the day.

    The lines may go on as they are: that it is a bank holiday now is told all the same.
    """
    turn = days.next_turn(today.toordinal())
    if days.listed(today):
        turn = min(turn, days.listed_until.toordinal() + 1)
    return datetime.combine(date.fromordinal(turn), time(), UK)


def _about_the_day(desk: Desk) -> Iterator[Caution]:
    today, days = desk.moment.date(), desk.days
    special = days.named(today)
    if special:
        named = holiday_words(special.name)
        yield Caution("bank_holiday", f"Today, {day_words(today)}, is {named}.")
    if not days.covers(today):
        yield Caution(
            "bank_holidays_unknown",
            "Our list of bank holidays does not reach this date, so office hours are not certain.",
        )
    elif today > days.listed_until:
        yield Caution(
            "bank_holidays_computed",
            f"The official list of bank holidays ends on {date_words(days.listed_until)}. Later "
            "ones are worked out by rule; a one-off holiday would be missing.",
        )


def _about_the_place(situation: Situation) -> Iterator[Caution]:
    where = situation.where
    if where.status is WhereStatus.UNKNOWN:
        yield Caution(
            "where_unknown",
            "We do not know which council this is for. The first line serves every area; "
            "the local lines follow, for when you find out.",
        )
    elif where.status is WhereStatus.OUTSIDE:
        yield Caution("where_outside", _outside(situation))
    elif where.status is WhereStatus.SEVERAL:
        yield Caution("where_several", _several(where))
    yield from (Caution(f"where_{doubt.code}", doubt.text) for doubt in where.doubts)


def _outside(situation: Situation) -> str:
    names = ", ".join(council.name for council in situation.where.councils)
    place = f"in {names}, which is outside this directory" if names else "outside this area"
    return (
        f"{place_asked(situation.concern).said} {place}. Ring that council’s own safeguarding line "
        "if you have its number; the lines below serve everywhere."
    )


def _several(where: Whereabouts) -> str:
    inside = either([council.name for council in where.councils if council.inside])
    outside = either([council.name for council in where.councils if not council.inside])
    other = f", or in {outside}, outside this directory" if outside else ""
    return (
        f"The place could be in {inside}{other}. Check the address: the line to ring depends on it."
    )


def notes_on(gathering: Gathering) -> tuple[str, ...]:
    """What has to be said of the services met: no number, or no line for this hour."""
    notes = [_no_number(service) for service in gathering.met.values() if not service.lines]
    return (*notes, *dict.fromkeys(_no_night_line(gathering)))


def _no_number(service: Service) -> str:
    ways = [address.text for address in (*service.web, *service.emails)]
    reach = f" It can be looked up at {ways[0]}." if ways else ""
    return f"{service.name} may help too, but no source publishes a telephone number.{reach}"


def _no_night_line(gathering: Gathering) -> Iterator[str]:
    leads = [found for found in gathering.looked if found.step.part is Part.LEAD]
    for lead in leads:
        if lead.line.kind is not LineKind.OFFICE_HOURS or lead.state is not Openness.CLOSED:
            continue
        if LineKind.OUT_OF_HOURS not in {line.kind for line in lead.service.callable_lines}:
            yield f"No out-of-hours line is published for {lead.service.name}."
