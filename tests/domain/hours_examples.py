"""Weeks, lines and bank holidays that the tests of the hours share."""

from datetime import date, datetime

from desktop_app.domain.hours.bank_holidays import UK, BankHolidays, DayBasis, Holiday
from desktop_app.domain.hours.status import Basis, HolidayRule, Hours, Span, Statement, Week

HOLIDAYS = BankHolidays(
    holidays=(
        Holiday(date(2026, 1, 1), "New Year’s Day"),
        Holiday(date(2026, 12, 25), "Christmas Day"),
        Holiday(date(2026, 12, 28), "Boxing Day (substitute day)"),
        Holiday(date(2027, 12, 27), "Christmas Day (substitute day)"),
        Holiday(date(2027, 12, 28), "Boxing Day (substitute day)"),
        Holiday(date(2028, 12, 26), "Boxing Day"),
        Holiday(date(2029, 12, 25), "Christmas Day", DayBasis.COMPUTED),
    ),
    listed_until=date(2028, 12, 26),
    computed_until=date(2040, 12, 31),
)


def week(*days: str) -> Week:
    """Seven days as "08:45-17:20", "22:00-02:00" or "-"; the last one given fills the rest."""
    return tuple(_day(days[min(at, len(days) - 1)]) for at in range(7))


def _day(text: str) -> tuple[Span, ...]:
    return tuple(_span(part) for part in text.split()) if text != "-" else ()


def _span(text: str) -> Span:
    opens, closes = (int(time[:2]) * 60 + int(time[3:]) for time in text.split("-"))
    return Span(opens, closes if closes > opens else closes + 1440)


def stated(*days: str, rule: str = "not_stated", basis: str = "published") -> Statement:
    return Statement(Basis(basis), week(*days), HolidayRule(rule))


OFFICE_DAY = "08:45-17:20"
OFFICE_DAYS = (OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, "08:45-16:20", "-")
NINE_TO_FIVE = ("09:00-17:00",) * 5 + ("-",)

OFFICE = Hours((stated(*OFFICE_DAYS),))
ALWAYS = Hours((Statement(Basis.ALWAYS),))
SILENT = Hours()
NIGHT_BAR = Hours((stated("-", "-", "-", "22:00-02:00", "22:00-02:00", "-", rule="closed"),))
DAILY = Hours((stated("10:00-20:00", rule="closed"),))
DAILY_AS_USUAL = Hours((stated("10:00-20:00", rule="as_usual"),))
DAILY_NOT_STATED = Hours((stated("10:00-20:00"),))
ASSUMED = Hours(
    (
        stated(*("09:00-16:30",) * 5, "-", basis="assumed"),
        stated(*("08:00-18:00",) * 5, "-", basis="assumed"),
    )
)
TWO_SOURCES = Hours((stated(*NINE_TO_FIVE), stated(*OFFICE_DAYS)))
CLOSED_ON_HOLIDAYS = Hours((stated(*NINE_TO_FIVE, rule="closed"),))
AS_USUAL = Hours((stated(*NINE_TO_FIVE, rule="as_usual"),))
OUT_OF_HOURS = Hours(outside_of=OFFICE)
OUTSIDE_ASSUMED = Hours(outside_of=ASSUMED)
OUTSIDE_SILENT = Hours(outside_of=SILENT)

LINES = {
    "office": OFFICE,
    "always": ALWAYS,
    "silent": SILENT,
    "night": NIGHT_BAR,
    "daily": DAILY,
    "daily as usual": DAILY_AS_USUAL,
    "daily not stated": DAILY_NOT_STATED,
    "assumed": ASSUMED,
    "two sources": TWO_SOURCES,
    "closed on holidays": CLOSED_ON_HOLIDAYS,
    "as usual": AS_USUAL,
    "out of hours": OUT_OF_HOURS,
    "outside assumed": OUTSIDE_ASSUMED,
    "outside silent": OUTSIDE_SILENT,
}


def uk(text: str) -> datetime:
    """UK wall time; a trailing "*" means the second time round, after the clocks went back."""
    return datetime.fromisoformat(text.rstrip("*")).replace(tzinfo=UK, fold=text.endswith("*"))
