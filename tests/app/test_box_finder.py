"""The one box over the real directory: answers, numbers and sentences for what a desk types."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from desktop_app.app.box_finder import MOST, BoxFinder
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.errors import DirectoryDamaged
from desktop_app.domain.situation.concern import Concern
from desktop_app.store.directory.directory import open_directory
from desktop_app.store.places.lookup import WhereIndex
from tests.area import LUTON
from tests.compiled_files import real_file

__all__ = ["real_file"]

NIGHT = datetime(2026, 11, 29, 3, tzinfo=UK)


@pytest.fixture(scope="module")
def finder(real_file: Path) -> Iterator[BoxFinder]:
    with closing(open_directory(real_file)) as directory:
        look_up = WhereIndex(directory.connection, NIGHT.date).answer
        yield BoxFinder(lambda: directory, look_up, lambda: (NIGHT, False), lambda: LUTON)


def test_words_and_a_place_offer_the_answer_there_first(finder: BoxFinder) -> None:
    (only,) = finder.found("husband hits her, luton").answers
    assert (only.concern, only.place) == (Concern.DOMESTIC_ABUSE, "Luton")


def test_a_number_says_whose_it_is(finder: BoxFinder) -> None:
    found = finder.found("01582 547653")
    assert not found.answers
    assert found.services[0][1].startswith("Luton MASH (children) · ")


def test_a_wrong_digit_is_asked_about_and_offers_nobody(finder: BoxFinder) -> None:
    found = finder.found("0300 300 8132")
    assert (found.answers, found.services) == ((), ())
    assert "Did you mean 0300 300 8123" in found.advice[0]


def test_a_place_lists_its_services_and_no_answer(finder: BoxFinder) -> None:
    found = finder.found("luton")
    assert not found.answers
    assert 0 < len(found.services) <= MOST
    assert all(service.startswith(("luton", "womens")) for service, _ in found.services[:2])


def test_without_a_directory_the_box_lists_nothing() -> None:
    def damaged() -> Directory:
        raise DirectoryDamaged("directory.sqlite", "seal")

    def unasked(text: str) -> object:
        raise AssertionError(text)

    finder = BoxFinder(damaged, unasked, lambda: (NIGHT, False), lambda: None)  # type: ignore[arg-type]
    assert finder.found("husband hits her, luton").answers == ()
