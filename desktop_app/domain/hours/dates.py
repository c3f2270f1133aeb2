"""Days and months by their English names, whatever language the computer speaks.

Python's own names follow the language of the system once a window is open; these do not.
"""

from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def day_words(day: date) -> str:
    """A day with its weekday: "Friday 20 November 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {date_words(day)}"


def brief_day_words(day: date) -> str:
    """The same where there is little room: "Fri 20 Nov 2026"."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def short_date(day: date) -> str:
    """The date alone, where there is little room: "20 Nov 2026"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def date_words(day: date) -> str:
    """A date: "20 November 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
