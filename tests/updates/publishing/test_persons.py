"""Two people are two people; one person stays one however the name is written."""

import pytest

from desktop_app.updates.publishing.errors import NotPublished
from desktop_app.updates.publishing.persons import must_be_a_name, same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Steward", "Ben Checker"),
        ("Anna Steward", "Anne Steward"),
        ("Anna Steward", "Ben Steward"),
        ("A. Steward", "B. Steward"),
        ("Anna Steward", "Anna Checker"),
        ("Anna Steward", ""),
        ("", ""),
    ],
)
def test_two_people_are_two(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert not same_person(other, one)


@pytest.mark.parametrize(
    "other", ["ANNA STEWARD", "Steward, Anna", "A Steward", "Dr Anna Steward", "Anna M. Steward"]
)
def test_one_person_is_one(other: str) -> None:
    assert same_person("Anna Steward", other)
    assert same_person(other, "Anna Steward")


def test_a_name_is_kept_as_it_is_read() -> None:
    assert must_be_a_name("  Zoë\u00a0O’Brien-Smith ") == "Zoë O’Brien-Smith"


@pytest.mark.parametrize("name", ["", "steward", "Аnna Steward", "42"])
def test_what_is_no_name_is_told(name: str) -> None:
    with pytest.raises(NotPublished):
        must_be_a_name(name)
