"""Numbers as they are keyed, copied and mistyped: found, or asked about, never another's."""

from collections.abc import Iterator

import pytest

from desktop_app.domain.browse.search_words import without_prefix
from desktop_app.domain.services.directory import HitWhy
from desktop_app.store.directory.directory import SqliteDirectory
from tests import sweeps

IN_FRONT = (
    *("9", "141", "1470", "18001", "18002", "9 141", "18001 9", "141 9", "9,"),
    *("please ring ", "whose is ", "tel: ", "room 4, call ", "dial 9 then "),
)
LONG_ENOUGH = 5


@pytest.fixture(scope="module")
def numbers(real: SqliteDirectory) -> dict[str, str]:
    """Every number by its digits, as it is shown."""
    return {
        line.digits: line.display
        for service in real.services()
        for line in service.lines
        if line.recommendable
    }


@pytest.mark.parametrize("front", IN_FRONT)
@pytest.mark.parametrize("gap", ["", " "])
def test_what_is_keyed_or_said_before_a_number_does_not_hide_it(
    real: SqliteDirectory, numbers: dict[str, str], front: str, gap: str
) -> None:
    missed = []
    for digits, display in numbers.items():
        if len(digits) < 8:
            continue
        typed = f"{front}{gap}{display}"
        hits = [hit for hit in real.search(typed) if hit.why is HitWhy.NUMBER]
        if not hits or hits[0].matched != display or not hits[0].exact:
            missed.append((typed, hits[:1]))
    assert not missed


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("9 999", "999"),
        ("9999", "999"),
        ("9 0044 1582 547653", "01582 547653"),
        ("O1582 547653", "01582 547653"),
        ("o8oo 1111", "0800 1111"),
        ("01582547653 ext 23", "01582 547653"),
        ("baby 3 weeks 01582 547653", "01582 547653"),
    ],
)
def test_a_number_is_found_however_it_was_typed(
    real: SqliteDirectory, typed: str, shown: str
) -> None:
    assert real.search(typed)[0].matched == shown


def mutated(digits: str) -> Iterator[str]:
    """Two neighbours exchanged, anywhere; and each digit wrong once."""
    for at in range(len(digits) - 1):
        yield digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    for at, digit in enumerate(digits):
        yield digits[:at] + str((int(digit) + 1 + at % 9) % 10) + digits[at + 1 :]


def keyed_before_another(typed: str, numbers: dict[str, str]) -> bool:
    """Whether it is a whole number of the directory behind a prefix: 18001 111."""
    return any(rest in numbers for rest in without_prefix(typed))


@pytest.mark.slow
def test_a_digit_wrong_or_two_exchanged_is_asked_about_and_never_found(
    real: SqliteDirectory, numbers: dict[str, str]
) -> None:
    found, untold, tried = [], [], 0
    for digits, display in sweeps.sampled(numbers.items(), 36):
        for typed in set(mutated(digits)) - {digits}:
            another = any(typed in held for held in numbers) or keyed_before_another(typed, numbers)
            if len(digits) < LONG_ENOUGH or another:
                continue
            tried += 1
            found += [typed for hit in real.search(typed) if hit.why is HitWhy.NUMBER]
            asked = " ".join(real.search_advice(typed))
            if f" {display} (" not in asked:
                untold.append((typed, display, asked))
    assert tried > (1500 if sweeps.whole() else 500)
    assert not found
    assert not untold


def test_the_number_of_the_issue_is_asked_about(real: SqliteDirectory) -> None:
    assert real.search("0300 300 8132") == ()
    asked = real.search_advice("0300 300 8132")[0]
    assert asked.startswith("No service has this number. Did you mean 0300 300 8123 (")
    assert real.search_advice("she said 0300 300 8132 i think")[0] == asked


def test_a_local_number_without_its_code_is_asked_about(real: SqliteDirectory) -> None:
    assert "01582 547653" in real.search_advice("547635")[0]


@pytest.mark.parametrize("typed", ["01582 547653", "547653", "01582 54", "luton", "12", ""])
def test_nothing_is_asked_of_a_number_that_is_found_or_of_none(
    real: SqliteDirectory, typed: str
) -> None:
    assert not [each for each in real.search_advice(typed) if "mean" in each]
