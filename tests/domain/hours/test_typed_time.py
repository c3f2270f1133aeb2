"""A time of day as people type it: read by the clock of 24 hours, or refused in a sentence."""

from datetime import time

import pytest

from desktop_app.domain.hours.typed_time import EITHER, EMPTY, MIDNIGHT, UNREADABLE, read_time

MEANT = {
    "16:45": ("16:45", "16.45", "1645", "4.45pm", "4:45 p.m.", "04:45pm", "4:45PM", "16:45:00"),
    "09:00": ("09:00", "9am", "9 a.m.", "0900", "0900hrs", "09.00.00", "9.00 am"),
    "00:00": ("00:00", "0000", "12am", "12:00 a.m.", "0:00", "0"),
    "12:00": ("12:00", "noon", "midday", "12pm", "12", "1200"),
    "10:30": ("10:30", "10.30", "10.30am", "1030", "1030 hrs"),
    "00:30": ("00:30", "12.30am", "0.30"),
}
UNCLEAR = {"9:05": (9, 5), "4.20": (4, 20), "9": (9, 0), "1": (1, 0), "9 o'clock": (9, 0)}
NO_TIME = (
    *("25:00", "16:60", "16:4", "16:450", "half past nine", "9-5", "13pm", "0am", "Mon", "closed"),
    *("24:30", "-9", "016:45", "16:45 or so", "9am 5pm"),
)


@pytest.mark.parametrize(("meant", "ways"), MEANT.items())
def test_a_time_is_read_in_all_the_ways_it_is_written(meant: str, ways: tuple[str, ...]) -> None:
    for typed in ways:
        for shown in (typed, f"  {typed}\u200b ", typed.replace(" ", "\u00a0")):
            assert f"{read_time(shown):%H:%M}" == meant, shown


@pytest.mark.parametrize(("typed", "parts"), UNCLEAR.items())
def test_a_time_of_the_morning_or_the_evening_is_asked_about(
    typed: str, parts: tuple[int, int]
) -> None:
    hour, minute = parts
    with pytest.raises(ValueError) as asked:  # noqa: PT011 (the sentence is compared whole)
        read_time(typed)
    assert str(asked.value) == EITHER.format(typed, hour, minute, hour + 12, minute)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        *((each, EMPTY) for each in ("", "  ", "\u200b")),
        *((each, MIDNIGHT.format(each)) for each in ("24:00", "midnight", "2400", "24")),
        *((each, UNREADABLE.format(each)) for each in NO_TIME),
    ],
)
def test_what_is_no_time_is_refused_in_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 (the sentence is compared whole)
        read_time(typed)
    assert str(refused.value) == sentence


def test_a_page_that_was_pasted_is_refused_in_one_bearable_sentence() -> None:
    with pytest.raises(ValueError, match="no time of day") as refused:
        read_time("16:45 " * 5000)
    assert len(str(refused.value)) < 120


def test_every_minute_as_the_program_writes_it_is_read_back() -> None:
    for minute in range(24 * 60):
        clock = time(*divmod(minute, 60))
        assert read_time(f"{clock:%H:%M}") == clock
