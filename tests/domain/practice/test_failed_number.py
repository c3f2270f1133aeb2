"""A report says which number failed, when and how: nothing else can be written on it."""

from datetime import datetime

import pytest

from desktop_app.domain.practice.failed_number import (
    WORDS,
    FailedNumberReport,
    ShownNumber,
    WhatHappened,
    as_csv,
    report_of,
    report_words,
    shown_number,
)
from tests.exchange.made_up_directory import services
from tests.ui.town import at

DOOR = ShownNumber("01632 960001", "A, “B” & C")
MADE = report_of(DOOR, at("2026-11-20 16:35:42"), WhatHappened.NO_ANSWER, 3)


def test_a_report_has_no_room_for_anybodys_words() -> None:
    assert FailedNumberReport._fields == ("shown", "moment", "what", "release", "id", "by")
    assert ShownNumber._fields == ("number", "service", "service_id", "line_id", "dialled")


def test_who_rang_is_no_part_of_what_leaves_the_practice() -> None:
    named = MADE._replace(what=WhatHappened.WORKS, by="Dr Amara Okafor")
    assert as_csv([named], "E81001") == as_csv([named._replace(by="")], "E81001")


def test_a_moment_is_kept_to_the_minute() -> None:
    assert MADE.moment == at("2026-11-20 16:35")


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        report_of(ShownNumber("101", "Police"), datetime(2026, 1, 1), WhatHappened.ENGAGED, 1)


def test_everything_that_may_happen_has_words() -> None:
    assert set(WORDS) == set(WhatHappened)


def test_a_report_in_one_line() -> None:
    assert report_words(MADE) == "A, “B” & C. Nobody answered. Friday 20 November 2026, 16:35"


def test_the_table_keeps_commas_apart() -> None:
    rows = as_csv([MADE]).split("\r\n")
    assert rows[1] == '01632 960001,"A, “B” & C",2026-11-20 16:35,no_answer,Nobody answered,3,,,,,'


def test_the_line_of_a_shown_number_is_found_by_its_service() -> None:
    (one, other) = services(2)
    shown = shown_number((one, other), other.lines[1].display, other.name)
    assert shown[2:] == (other.id, other.lines[1].id, other.lines[1].number)
    assert shown_number((one, other), other.lines[1].display, one.name)[2:] == ("", "", "")


def test_the_file_names_the_line_and_the_practice_by_its_code() -> None:
    (one,) = services(1)
    shown = shown_number((one,), one.lines[0].display, one.name)
    failed = report_of(shown, MADE.moment, MADE.what, 3)._replace(id="7f3a")
    row = as_csv([failed], "K83002").split("\r\n")[1]
    assert row.endswith(",3,7f3a,ashby-children,office,+441632960000,K83002")
