"""What makes an answer less certain, or has to be said with it, in plain words."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from desktop_app.domain.decision.advice import Caution
from desktop_app.domain.decision.candidates import Candidates
from desktop_app.domain.decision.ranking import DecisionContext
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.christmas import may_be_shut, next_turn
from desktop_app.domain.hours.dates import date_words, day_words
from desktop_app.domain.hours.status import Hours, Openness
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.places.councils import elsewhere as councils_elsewhere
from desktop_app.domain.places.words import listed
from desktop_app.domain.services.service import LineKind, Service
from desktop_app.domain.services.trust import Finding
from desktop_app.domain.services.wording import holiday_words
from desktop_app.domain.situation.pathway import Part
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation, place_asked

CHRISTMAS = Caution(
    "christmas_closure",
    "From noon on 24 December to the end of 1 January council offices may be shut, on working days "
    "too. Where no source gives the days, we show the office and the out-of-hours line: if the one "
    "you ring does not answer, ring the other.",
)


MOST_LISTED = 6
"""Councils whose own lines are listed where nobody knows which council it is."""
UNKNOWN_OF_FEW = (
    "We do not know which council this is for. The first line serves every area; "
    "the local lines follow, for when you find out."
)
UNKNOWN_AND_FOLDED = (
    "We do not know which council this is for. The first line serves every area. Go back and type "
    "the town or the postcode as soon as you have it; until then the other local lines stand under "
    "More numbers."
)
UNKNOWN_OF_MANY = (
    "We do not know which council this is for. The first line serves every area. Go back and type "
    "the town or the postcode as soon as you have it: the council’s own lines then stand here."
)


def cautions(
    situation: Situation,
    candidates: Candidates,
    doubts: Sequence[Finding],
    elsewhere: str = "",
    *,
    folded: bool = False,
) -> tuple[Caution, ...]:
    """Everything that speaks against taking the answer as certain.

    `elsewhere` says whose social services answer where the place is outside the directory;
    `folded` that calls stand behind the fold, because nobody knows the place.
    """
    context = candidates.context
    told = [Caution(doubt.code, doubt.text) for doubt in doubts]
    if may_be_shut(context.moment) and _looks_at_offices(candidates):
        told.append(CHRISTMAS)
    place = _about_the_place(situation, candidates, elsewhere, folded=folded)
    return (*told, *_about_the_day(context), *place)


def _looks_at_offices(candidates: Candidates) -> bool:
    """Whether any line looked at is an office whose day no dated notice settles."""
    today = candidates.context.moment.date()
    return any(
        today not in {notice.day for notice in hours.exceptions} for hours in _offices(candidates)
    )


def _has_offices(candidates: Candidates) -> bool:
    return any(True for _ in _offices(candidates))


def _offices(candidates: Candidates) -> Iterator[Hours]:
    hours = (found.line.hours for found in candidates.looked)
    return (each for each in hours if each.bearing.office)


def day_turns(candidates: Candidates) -> datetime:
    """The moment (UK time) after which other things have to be said of the day: mostly midnight.

    The lines may go on as they are: that it is a bank holiday now is told all the same.
    """
    context = candidates.context
    today, days = context.moment.date(), context.days
    turn = days.next_turn(today.toordinal())
    if days.listed(today):
        turn = min(turn, days.listed_until.toordinal() + 1)
    midnight = datetime.combine(date.fromordinal(turn), time(), UK)
    return min(midnight, next_turn(context.moment)) if _has_offices(candidates) else midnight


def _about_the_day(context: DecisionContext) -> Iterator[Caution]:
    today, days = context.moment.date(), context.days
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


def _about_the_place(
    situation: Situation, candidates: Candidates, elsewhere: str, *, folded: bool
) -> Iterator[Caution]:
    where = situation.where
    if where.status is WhereStatus.UNKNOWN:
        many = len(candidates.directory.councils()) > MOST_LISTED
        few = UNKNOWN_AND_FOLDED if folded else UNKNOWN_OF_FEW
        yield Caution("where_unknown", UNKNOWN_OF_MANY if many else few)
    elif where.status is WhereStatus.OUTSIDE:
        yield Caution("where_outside", _outside(situation, elsewhere))
    elif where.status is WhereStatus.SEVERAL:
        yield Caution("where_several", _several(where, elsewhere))
    yield from (Caution(f"where_{doubt.code}", doubt.text) for doubt in where.doubts)


def _outside(situation: Situation, elsewhere: str) -> str:
    said = place_asked(situation.concern).said
    names = listed([council.name for council in situation.where.councils], "or")
    if not names:
        return (
            f"{said} outside this area. Ring the social services of the county or city there, "
            "if you have their number; the lines below serve everywhere."
        )
    return " ".join(
        part
        for part in (
            f"{said} in {names}, which is outside this directory.",
            elsewhere,
            "Numbers of councils elsewhere are not kept by your steward.",
        )
        if part
    )


def _several(where: Whereabouts, elsewhere: str) -> str:
    inside = listed([council.name for council in where.councils if council.inside], "or")
    outside = listed([council.name for council in where.councils if not council.inside], "or")
    other = f", or in {outside}, outside this directory" if outside else ""
    return (
        f"The place could be in {inside}{other}. Check the address: the line to ring depends on it."
        f"{' ' if elsewhere else ''}{elsewhere}"
    )


def notes_on(candidates: Candidates) -> tuple[str, ...]:
    """What has to be said of the services met: no number, or no line for this hour."""
    notes = [_no_number(service) for service in candidates.met.values() if not service.lines]
    return (*notes, *dict.fromkeys(_no_night_line(candidates)))


def notes_on_local_help(situation: Situation) -> tuple[str, ...]:
    """That no local domestic abuse service is known where the place is outside the directory."""
    where = situation.where
    names = listed([council.name for council in councils_elsewhere(where)], "or")
    outside = bool(names) or where.status is WhereStatus.OUTSIDE
    hurting = Circumstance.USING_ABUSE in situation.circumstances
    if situation.concern is not Concern.DOMESTIC_ABUSE or hurting or not outside:
        return ()
    there = f"in {names}" if names else "there"
    return (
        f"We know no local domestic abuse service {there}. Ask the helpline which service is near.",
    )


def _no_number(service: Service) -> str:
    ways = [address.text for address in (*service.web, *service.emails)]
    reach = f" It can be looked up at {ways[0]}." if ways else ""
    return f"{service.name} may help too, but no source publishes a telephone number.{reach}"


def _no_night_line(candidates: Candidates) -> Iterator[str]:
    for lead in candidates.looked:
        if lead.step.part is not Part.LEAD or lead.line.kind is not LineKind.OFFICE_HOURS:
            continue
        if lead.state is Openness.CLOSED and not _has_night_line(lead.service):
            yield f"No out-of-hours line is published for {lead.service.name}."


def _has_night_line(service: Service) -> bool:
    return any(line.kind is LineKind.OUT_OF_HOURS and line.recommendable for line in service.lines)
