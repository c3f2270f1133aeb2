"""Of services that fit equally well, whoever answers now stands first."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from desktop_app.domain.browse.open_order import OpenOrder, named_in_full
from desktop_app.domain.services.directory import HitWhy, SearchHit
from desktop_app.domain.services.service import LineKind, Service
from tests.domain.listed_services import ALWAYS, NOT_PUBLISHED, OFFICE, at, line, with_lines

NIGHT, NOON = "2026-11-29T03:00", "2026-11-20T12:00"
HOURS = {"open": ALWAYS, "not-certain": NOT_PUBLISHED, "office": OFFICE}
HELD = {
    name: replace(with_lines(line("l", LineKind.HELPLINE, "01632 960001", hours)), id=name)
    for name, hours in HOURS.items()
} | {"silent": replace(with_lines(), id="silent")}


def hit(name: str, fit: int = 0) -> SearchHit:
    return SearchHit(service_id=name, why=HitWhy.TOPIC, matched=name, fit=fit)


def ordered(moment: str, *hits: SearchHit) -> list[str]:
    found = OpenOrder(lambda ids: [HELD[each] for each in ids], at(moment)).ordered(hits)
    return [each.service_id for each in found]


@pytest.mark.parametrize(
    ("moment", "order"),
    [
        (NIGHT, ["open", "not-certain", "office", "silent"]),
        (NOON, ["office", "open", "not-certain", "silent"]),
    ],
)
def test_open_stands_before_not_certain_before_closed_before_no_number(
    moment: str, order: list[str]
) -> None:
    assert ordered(moment, *map(hit, ("silent", "office", "not-certain", "open"))) == order


def test_a_better_fit_stays_first_though_it_is_closed() -> None:
    assert ordered(NIGHT, hit("office", 0), hit("open", 1)) == ["office", "open"]


def test_equals_keep_the_order_they_were_found_in() -> None:
    assert ordered(NOON, hit("open"), hit("office")) == ["open", "office"]


def test_a_service_is_read_once_for_a_moment() -> None:
    asked: list[str] = []

    def read(ids: Sequence[str]) -> list[Service]:
        asked.extend(ids)
        return [HELD[each] for each in ids]

    reader = OpenOrder(read, at(NIGHT))
    for _ in range(3):
        reader.ordered([hit("office"), hit("open")])
    assert sorted(asked) == ["office", "open"]


def test_only_a_whole_name_shows_what_cannot_be_rung() -> None:
    assert named_in_full(
        SearchHit(service_id="marac", why=HitWhy.NAME, matched="MARAC", exact=True)
    )
    assert not named_in_full(
        SearchHit(service_id="marac", why=HitWhy.TOPIC, matched="MARAC", exact=True)
    )
    assert not named_in_full(SearchHit(service_id="marac", why=HitWhy.NAME, matched="MARAC"))
