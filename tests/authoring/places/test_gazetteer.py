"""The list of places elsewhere: each place gets the council of the nearest postcode, or none."""

import pytest

from desktop_app.authoring.places import gazetteer
from desktop_app.authoring.places.gazetteer import Nearest, elsewhere

LUTON, LEEDS, BATH = "E06000032", "E08000035", "E06000022"
POINTS = [(1_000.0, 1_000.0, LEEDS), (3_100.0, 1_000.0, BATH)]


@pytest.mark.parametrize(
    ("east", "north", "council"),
    [
        (1_000, 1_000, LEEDS),
        (2_040, 1_000, LEEDS),  # 1,040 metres to one, 1,060 to the other
        (2_060, 1_000, BATH),
        (1_000, 3_000, LEEDS),  # two kilometres exactly
        (1_000, 3_001, None),
        (-1_000, 1_000, LEEDS),  # west of the first cell
    ],
)
def test_the_nearest_postcode_within_two_kilometres_counts(
    east: float, north: float, council: str | None
) -> None:
    assert Nearest(POINTS).council(east, north) == council


def test_our_own_councils_are_left_out_and_a_name_keeps_its_largest_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = [("Luton", LUTON, 200_000), ("Upton", LEEDS, 700), ("Upton", LEEDS, 900)]
    monkeypatch.setattr(gazetteer, "located", lambda _: [*found, ("Aston", BATH, 500)])
    assert list(elsewhere(Nearest([]), {LUTON})) == [("Aston", BATH, 500), ("Upton", LEEDS, 900)]
