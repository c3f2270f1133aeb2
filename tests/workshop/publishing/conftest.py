"""An office with one published release, and a change set; made once, copied where a test writes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workshop.publishing.release_office import (
    PERSONS,
    Given,
    ReleaseOffice,
    copied,
    make_office,
)


@pytest.fixture(scope="session")
def first_office(tmp_path_factory: pytest.TempPathFactory) -> ReleaseOffice:
    return make_office(tmp_path_factory.mktemp("office"), PERSONS)


@pytest.fixture
def office(first_office: ReleaseOffice, tmp_path: Path) -> ReleaseOffice:
    return copied(first_office, tmp_path / "office")


@pytest.fixture(scope="module")
def given(first_office: ReleaseOffice, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Given]:
    """Changes of two people, handed over by one of them."""
    office = copied(first_office, tmp_path_factory.mktemp("review") / "office")
    office.change()
    office.change("01234 718700", "01234 718701", by="Dan Colleague")
    found = office.given()
    with office.seen(found) as seen:
        yield Given(office=office, found=found, seen=seen)
