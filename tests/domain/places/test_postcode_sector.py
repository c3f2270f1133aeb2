"""Packing a sector and unpacking it give the same councils back."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.places.postcode import UNITS
from desktop_app.domain.places.postcode_sector import NO_COUNCIL, pack

units = st.dictionaries(st.integers(0, UNITS - 1), st.integers(0, 400), min_size=1)


@given(units)
def test_every_unit_keeps_its_council(sector: dict[int, int]) -> None:
    packed = pack(sector)
    assert {unit: packed.council_of(unit) for unit in sector} == sector


@given(units)
def test_a_unit_that_is_not_there_is_not_known(sector: dict[int, int]) -> None:
    packed = pack(sector)
    absent = set(range(UNITS)) - set(sector)
    assert all(packed.council_of(unit) is None for unit in absent)


@given(units)
def test_counts_add_up(sector: dict[int, int]) -> None:
    assert pack(sector).counts() == Counter(sector.values())


@given(units, st.integers(0, 19))
def test_counts_of_some_units_are_theirs_alone(sector: dict[int, int], first: int) -> None:
    some = range(first * 20, first * 20 + 20)
    expected = Counter(council for unit, council in sector.items() if unit in some)
    assert pack(sector).counts_within(some) == expected


def test_no_council_is_told_from_not_known() -> None:
    packed = pack({3: NO_COUNCIL})
    assert (packed.council_of(3), packed.council_of(4)) == (NO_COUNCIL, None)
