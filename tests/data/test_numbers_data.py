"""The real numbers: every one the documents print is kept, and says what it may be used for."""

import re

import pytest

from desktop_app.domain.services.service import LineKind, Standing
from tests.data.printed_numbers import (
    AUDIT,
    BEDFORD_PAGE,
    BEDFORDSHIRE_FRONT_DOORS,
    DISPUTED,
    ICB_PAGE,
    NOTES,
    OLD,
    by_digits,
    contents,
    line_of,
    numbers,
    services,
)


@pytest.mark.parametrize("digits", numbers(ICB_PAGE + BEDFORD_PAGE + NOTES + OLD + AUDIT))
def test_every_number_we_read_is_kept(digits: str) -> None:
    assert by_digits(digits)


@pytest.mark.parametrize("digits", numbers(OLD))
def test_an_old_number_or_fax_is_never_offered_and_says_what_to_ring(digits: str) -> None:
    for line in by_digits(digits):
        assert not line.recommendable
        assert "ring" in line.note.lower()


@pytest.mark.parametrize("digits", numbers(DISPUTED))
def test_a_doubtful_number_is_marked_and_says_why(digits: str) -> None:
    for line in by_digits(digits):
        assert line.standing is Standing.DISPUTED
        assert line.note


def test_only_the_listed_numbers_are_disputed_or_superseded() -> None:
    lines = [line for service in services().values() for line in service.lines]
    doubtful = {
        line.display.replace(" ", "") for line in lines if line.standing is not Standing.IN_USE
    }
    assert doubtful == {*numbers(OLD), *numbers(DISPUTED)}


def test_every_number_here_is_in_a_list_of_this_test() -> None:
    lines = [line for service in services().values() for line in service.lines]
    held = {line.display.replace(" ", "") for line in lines}
    assert held == set(numbers(ICB_PAGE + BEDFORD_PAGE + NOTES + OLD + AUDIT))


def test_no_fax_is_in_use() -> None:
    faxes = [line for s in services().values() for line in s.lines if line.kind is LineKind.FAX]
    assert {line.display for line in faxes} == {"0300 300 8239", "01234 276076"}
    assert {line.standing for line in faxes} == {Standing.SUPERSEDED}


def test_no_number_claims_to_have_been_checked_while_the_release_says_that_none_was() -> None:
    release = contents().library.release
    assert release is not None
    lines = [line for service in services().values() for line in service.lines]
    checked = [line.display for line in lines if line.verified]
    assert not checked or "No number in it has been rung" not in release.note


@pytest.mark.parametrize(
    ("service", "number"),
    [
        ("luton-children-mash", "01582 547653"),
        ("luton-adults", "01582 547730"),
        ("central-beds-children-arh", "0300 300 8585"),
        ("central-beds-adults", "0300 300 8122"),
        ("bedford-children-ifd", "01234 718700"),
        ("bedford-adults", "01234 276222"),
        ("mk-children-mash", "01908 253169"),
        ("mk-adults", "01908 252835"),
        ("mk-lado", "01908 254307"),
        ("nat-mankind", "01823 334244"),
    ],
)
def test_the_sound_number_leads(service: str, number: str) -> None:
    first = services()[service].lines[0]
    assert (first.display, first.standing) == (number, Standing.IN_USE)


@pytest.mark.parametrize("service", BEDFORDSHIRE_FRONT_DOORS)
def test_one_team_answers_out_of_hours_in_bedfordshire(service: str) -> None:
    night = [
        line.display for line in services()[service].lines if line.kind is LineKind.OUT_OF_HOURS
    ]
    assert night == ["0300 300 8123"]


def test_milton_keynes_has_two_numbers_out_of_hours() -> None:
    assert line_of("mk-children-mash", "out-of-hours").display == "01908 265545"
    assert line_of("mk-adults", "out-of-hours").display == "01908 725005"


@pytest.mark.parametrize("last", ["8122", "8123", "8142", "8585"])
def test_numbers_that_look_alike_warn_of_each_other(last: str) -> None:
    lines = [
        line
        for id_ in ("central-beds-children-arh", "central-beds-adults", "central-beds-lado")
        for line in services()[id_].lines
        if line.display.endswith(last)
    ]
    assert lines
    for line in lines:
        assert {"8122", "8123", "8142", "8239", "8585"} <= {last, *re.findall(r"\d{4}", line.note)}
