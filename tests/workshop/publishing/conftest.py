"""An office with one published release, and a change set; made once, copied where a test writes."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.compiled_files import copied_postcodes
from tests.workshop.publishing.release_office import (
    PERSONS,
    Given,
    ReleaseOffice,
    copied,
    make_office,
)
from tests.workshop.publishing.remembered import Remembered

__all__ = ["copied_postcodes"]


@pytest.fixture(scope="session")
def first_office(tmp_path_factory: pytest.TempPathFactory) -> ReleaseOffice:
    return make_office(tmp_path_factory.mktemp("office"), PERSONS)


@pytest.fixture(scope="session")
def remembered() -> Remembered:
    return Remembered()


@pytest.fixture
def office(
    first_office: ReleaseOffice,
    remembered: Remembered,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> ReleaseOffice:
    """An office of one's own; what was compiled and compared once is taken from memory."""
    remembered.take_their_place(monkeypatch)
    return copied(first_office, tmp_path / "office")


@pytest.fixture
def fresh_office(first_office: ReleaseOffice, tmp_path: Path) -> ReleaseOffice:
    """An office that works out everything anew."""
    return copied(first_office, tmp_path / "office")


@pytest.fixture(scope="module")
def given(
    first_office: ReleaseOffice,
    remembered: Remembered,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Given]:
    """Changes of two people, handed over by one of them."""
    office = copied(first_office, tmp_path_factory.mktemp("review") / "office")
    office.change()
    office.change("01234 718700", "01234 718701", by="Dan Colleague")
    with ExitStack() as kept:
        with pytest.MonkeyPatch.context() as patch:
            remembered.take_their_place(patch)
            found = office.given()
            seen = kept.enter_context(office.seen(found))
        yield Given(office=office, found=found, seen=seen)
