"""A place stays the same entry when others come before it."""

import pytest

from desktop_app.workshop.places import NoPlace, by_id, in_words, indexed, value_at

CONTENT = {"services": [{"id": "a", "notes": ["x", "y"]}, {"id": "b", "lines": [{"id": "l"}]}]}


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (("services", "id:b"), ("services", 1)),
        (("services", 1, "lines", "id:l", "number"), ("services", 1, "lines", 0, "number")),
        (("services", "+"), ("services", 2)),
        (("services", "id:a", "notes", "+"), ("services", 0, "notes", 2)),
        ((), ()),
    ],
)
def test_a_place_in_counted_steps(place: tuple[str | int, ...], found: object) -> None:
    assert indexed(CONTENT, place) == found


@pytest.mark.parametrize(
    "place",
    [
        ("services", "id:c"),
        ("services", 2, "x"),
        ("services", "a"),
        ("other", "x"),
        ("services", "id:a", "notes", 0, "x"),
    ],
)
def test_what_is_not_there_is_no_place(place: tuple[str | int, ...]) -> None:
    with pytest.raises(NoPlace):
        value_at(CONTENT, place)


def test_a_counted_place_is_named_by_ids() -> None:
    place = ("services", 1, "lines", 0, "number")
    assert by_id(CONTENT, place) == ("services", "id:b", "lines", "id:l", "number")


def test_a_place_is_read_in_words() -> None:
    assert in_words(("services", "id:b", "lines", "id:l")) == "b › lines › l"
