"""Which older directory a new one is held against, when nothing was written down for it."""

import pytest

from desktop_app.updates.releases.in_use import release_in
from desktop_app.updates.releases.last_read import read_last
from tests.updates.lab import Lab


def take_up_to(lab: Lab, newest: int) -> None:
    for number in range(2, newest + 1):
        lab.release(number)
        lab.take(lab.file())


def held_against(lab: Lab, seen: int) -> int:
    """The release the one in use is held against; 0 for none."""
    before = read_last(lab.place.store, lab.place.bundled, lab.number(), seen)
    assert before is None or release_in(before.path) == before.release
    return before.release if before else 0


@pytest.mark.parametrize(
    ("seen", "before"),
    [
        (0, 4),  # never read: everything that is kept
        (1, 1),  # the one that came with the program
        (3, 1),  # gone from the disk: an older one tells more
        (4, 4),
        (5, 5),
        (6, 0),  # read already
        (7, 0),  # read on another computer, or before going back
    ],
)
def test_of_six_releases(lab: Lab, seen: int, before: int) -> None:
    take_up_to(lab, 6)
    assert held_against(lab, seen) == before


def test_the_first_update_is_held_against_the_program(lab: Lab) -> None:
    take_up_to(lab, 2)
    assert held_against(lab, 0) == 1


def test_a_damaged_one_tells_nothing(lab: Lab) -> None:
    take_up_to(lab, 3)
    oldest = lab.place.store.folders()[-1]
    lab.place.store.directory(oldest).write_bytes(b"damaged")
    assert held_against(lab, 0) == 1


def test_a_fresh_computer_has_nothing_before(lab: Lab) -> None:
    assert held_against(lab, 0) == 0
