"""Times of a day as people type them: read in one way, or refused with a sentence."""

from itertools import product

import pytest

from desktop_app.authoring.read.weeks import read_day
from desktop_app.domain.hours.typed_week import typed_day

READ = {
    "08:45-17:20": "08:45-17:20",
    "8.45-5.20": "08:45-17:20",
    "8:45 - 17.20": "08:45-17:20",
    "9-5": "09:00-17:00",
    "9am-5pm": "09:00-17:00",
    "9 a.m. to 4.30 p.m.": "09:00-16:30",
    "0900-1700": "09:00-17:00",
    "9-12, 1-5": "09:00-12:00, 13:00-17:00",
    "9-12 and 1-5": "09:00-12:00, 13:00-17:00",
    "12pm-8pm": "12:00-20:00",
    "12am-8am": "00:00-08:00",
    "20:00-02:00": "20:00-02:00",
    "8pm-2am": "20:00-02:00",
    "10-24": "10:00-24:00",
    "9 to noon": "09:00-12:00",
    "noon to midnight": "12:00-24:00",
    "00:00-24:00": "00:00-24:00",
    "9.30-5.30pm": "09:30-17:30",
    "from 9 to 5": "09:00-17:00",
    "01:30pm-05:00pm": "13:30-17:00",
    "09:00am to 05:00pm": "09:00-17:00",
    "9–5": "09:00-17:00",
    "9\u200b–5\u200e": "09:00-17:00",
    "９‑５": "09:00-17:00",
    "": "",
    "closed": "",
    " - ": "",
}
EITHER = ("9am-5am", "09:00-05:00", "18:00-9", "8pm-2", "17:00-5.30", "1-5", "2.30-4")
REFUSED = (
    "1" * 10_000, "9-5 " * 500, "=9-5", "Mon 9-5", "9-5 Sundays", "half past nine", "9", "25-26",
    "9:70-17:00", "17:00-17:00", "13pm-5pm", "13.30pm-5pm", "0am-5pm", "24:30-25:00",
)  # fmt: skip


@pytest.mark.parametrize(("typed", "read"), READ.items())
def test_times_are_read_as_everybody_writes_them(typed: str, read: str) -> None:
    assert typed_day(typed) == read


@pytest.mark.parametrize("typed", REFUSED)
def test_what_is_no_time_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match=r"“.*”.*Write it like 08:45-17:20"):
        typed_day(typed)


@pytest.mark.parametrize("typed", EITHER)
def test_a_time_that_may_be_either_is_asked_about(typed: str) -> None:
    with pytest.raises(ValueError, match="in the morning or in the"):
        typed_day(typed)


@pytest.mark.parametrize("read", sorted(set(READ.values()) - {""}))
def test_the_sources_read_what_is_written(read: str) -> None:
    assert read_day(read)


def test_a_time_written_out_is_never_moved_by_twelve_hours() -> None:
    assert typed_day("18:00-09:00") == "18:00-09:00"


def test_the_form_and_the_lists_read_the_same_times() -> None:
    from desktop_app.exchange.cell_text.hours_text import read_hours

    halves = ("", "am", "pm")
    typed = [
        f"{a}{x}-{b}{y}"
        for a in ("1", "6", "7", "9", "9.30", "09:00", "12", "13:15", "18:00", "24:00")
        for b in ("1", "5", "5.30", "05:30", "12", "12:00", "17:20", "24")
        for x in halves
        for y in halves
    ]
    for each in typed:
        listed = read_hours(f"Mon {each}").weekly.get("mon", "")
        try:
            formed = typed_day(each)
        except ValueError:
            formed = ""
        assert formed == listed, each


def test_a_stretch_of_more_than_a_long_night_is_a_typo() -> None:
    """Each hour with each other one, and every pair that is read wrong is told."""
    wrong = []
    for opens, closes in product(range(24), range(1, 25)):
        typed = f"{opens:02}:00-{closes:02}:00"
        typo = opens == closes or (closes < opens and (closes - opens) % 24 > 18)
        try:
            read = typed_day(typed)
        except ValueError as refused:
            read = str(refused)
        if (read == typed) is typo or (typo and "“" not in read):
            wrong.append((typed, read))
    assert wrong == []
