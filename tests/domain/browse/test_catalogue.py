"""Narrowing the directory hides nothing that may help."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.browse.catalogue import (
    ListFilter,
    area_words,
    fits,
    may_answer,
)
from desktop_app.domain.browse.tally import Tally
from desktop_app.domain.services.directory import NATIONWIDE
from desktop_app.domain.services.service import CheckedHow, Line, Verification
from tests.area import BEDFORD, CENTRAL_BEDFORDSHIRE, COUNCILS, LUTON
from tests.domain.listed_services import (
    DOOR,
    FAX,
    FRIDAY_LATE,
    FRIDAY_NOON,
    NIGHT_LINE,
    NOT_PUBLISHED,
    OFFICE_LINE,
    OLD,
    at,
    with_lines,
)
from tests.fakes import ListDirectory, ListedCatalogue


@pytest.mark.parametrize(
    ("wanted", "national", "stays"),
    [
        (ListFilter(), False, True),
        (ListFilter(area=LUTON.code), False, True),
        (ListFilter(area=BEDFORD.code), False, False),
        (ListFilter(area=BEDFORD.code), True, True),
        (ListFilter(area=NATIONWIDE), False, False),
        (ListFilter(area=NATIONWIDE), True, True),
        (ListFilter(audience="children"), False, True),
        (ListFilter(audience="men"), False, False),
        (ListFilter(topic="neglect"), False, True),
        (ListFilter(topic="stalking"), False, False),
        (ListFilter(area=LUTON.code, audience="children", topic="stalking"), False, False),
    ],
)
def test_a_list_is_narrowed(wanted: ListFilter, national: bool, stays: bool) -> None:
    assert fits(replace(DOOR, national=national), wanted) is stays


def test_a_service_for_everyone_serves_every_group() -> None:
    assert fits(replace(DOOR, serves=("everyone",)), ListFilter(audience="men"))


@pytest.mark.parametrize(
    ("lines", "moment", "stays"),
    [
        ((OFFICE_LINE,), FRIDAY_NOON, True),
        ((OFFICE_LINE,), FRIDAY_LATE, False),
        ((OFFICE_LINE, NIGHT_LINE), FRIDAY_LATE, True),
        ((replace(OFFICE_LINE, hours=NOT_PUBLISHED),), FRIDAY_LATE, True),
        ((FAX, OLD), FRIDAY_NOON, False),
        ((), FRIDAY_NOON, False),
    ],
)
def test_open_now_hides_only_what_is_certainly_closed(
    lines: tuple[Line, ...], moment: str, stays: bool
) -> None:
    assert may_answer(with_lines(*lines), at(moment)) is stays


def test_by_a_doubted_clock_nothing_is_hidden_as_closed() -> None:
    assert may_answer(with_lines(OFFICE_LINE), at(FRIDAY_LATE, doubted=True))


@pytest.mark.parametrize(
    ("codes", "national", "said"),
    [
        ({LUTON.code}, False, "Luton"),
        ({LUTON.code, BEDFORD.code}, False, "Bedford Borough and Luton"),
        (
            {LUTON.code, BEDFORD.code, CENTRAL_BEDFORDSHIRE.code},
            False,
            "Bedford Borough, Central Bedfordshire and Luton",
        ),
        ({each.code for each in COUNCILS}, False, "All four councils"),
        ({each.code for each in COUNCILS}, True, "Nationwide"),
    ],
)
def test_where_it_works_in_words(codes: set[str], national: bool, said: str) -> None:
    service = replace(DOOR, areas=frozenset(codes), national=national)
    assert area_words(service, COUNCILS) == said


def test_the_listed_catalogue_narrows_pages_and_counts() -> None:
    checked = Verification(date(2026, 11, 1), "a steward", CheckedHow.RANG_IT)
    other = replace(DOOR, id="other", topics=(), lines=(replace(OFFICE_LINE, verified=checked),))
    catalogue = ListedCatalogue(ListDirectory((DOOR, other)))
    assert catalogue.ids(ListFilter(topic="neglect")) == ("door",)
    assert catalogue.page(("other", "nobody", "door")) == (other, DOOR)
    assert catalogue.tally() == Tally(services=2, numbers=2, owed=2, checked=1)
