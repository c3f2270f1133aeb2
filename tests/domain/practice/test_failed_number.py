"""A slip says which number failed, when and how: nothing else can be written on it."""

from dataclasses import fields
from datetime import datetime

import pytest

from desktop_app.domain.practice.failed_number import (
    WORDS,
    FailedNumber,
    WhatHappened,
    as_csv,
    report,
    slip_words,
)
from tests.ui.town import at

MADE = report("01632 960001", "A, “B” & C", at("2026-11-20 16:35:42"), WhatHappened.NO_ANSWER, 3)


def test_a_slip_has_no_room_for_anybodys_words() -> None:
    names = [field.name for field in fields(FailedNumber)]
    assert names == ["number", "service", "moment", "what", "release"]


def test_a_moment_is_kept_to_the_minute() -> None:
    assert MADE.moment == at("2026-11-20 16:35")


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        report("101", "Police", datetime(2026, 1, 1), WhatHappened.ENGAGED, 1)


def test_everything_that_may_happen_has_words() -> None:
    assert set(WORDS) == set(WhatHappened)


def test_a_slip_in_one_line() -> None:
    assert slip_words(MADE) == "A, “B” & C. Nobody answered. Friday 20 November 2026, 16:35"


def test_the_table_keeps_commas_apart() -> None:
    rows = as_csv([MADE]).split("\r\n")
    assert rows[1] == '01632 960001,"A, “B” & C",2026-11-20 16:35,no_answer,Nobody answered,3'
