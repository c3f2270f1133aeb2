"""Councils around an area, by the postcodes they have within ten kilometres."""

from desktop_app.authoring.areas.neighbours import around

POINTS = [
    (100_500.0, 100_500.0, "own"),
    (109_500.0, 100_500.0, "near"),  # nine kilometres
    (107_400.0, 107_400.0, "near"),  # seven and seven: 9.9
    (108_500.0, 108_500.0, "corner"),  # eight and eight: 11.3
    (112_500.0, 100_500.0, "far"),
    (100_500.0, 91_500.0, "south"),
]


def test_postcodes_within_ten_kilometres_are_counted_by_council() -> None:
    assert around(POINTS, {"own"}) == [("near", 2), ("south", 1)]


def test_an_area_without_postcodes_has_no_neighbours() -> None:
    assert around(POINTS, {"nobody"}) == []
