"""Posters for one council to 153: no night number is lost, nothing is smaller than 12 points."""

from datetime import date
from functools import cache

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.domain.printing.poster import Poster, poster
from desktop_app.domain.services.service import LineKind, Service
from desktop_app.ui.printing.canvas import PUBLIC_SMALLEST
from desktop_app.ui.printing.printout import MOST_ON_A_POSTER, Paint, picture, printout
from desktop_app.ui.theme import style
from tests import sweeps
from tests.domain.hours_examples import ALWAYS, OFFICE
from tests.domain.made_directory import EMERGENCY, line, pathways, service
from tests.domain.many_councils import COUNTS, councils
from tests.fakes import ListDirectory

TODAY = date(2026, 11, 22)
HELPLINE = service("National helpline", "da_national", line("0808 2000 247", ALWAYS))


def doors(at: int, code: str, name: str) -> list[Service]:
    """Both doors of a council, each with a night number of its own, and a local service."""
    found = []
    for place, role in enumerate(("children_front_door", "adults_front_door")):
        day = line(f"01632 96{at:03d}{place}", OFFICE, LineKind.OFFICE_HOURS)
        night = line(f"01632 97{at:03d}{place}", ALWAYS, LineKind.OUT_OF_HOURS)
        found.append(service(f"{name} door {place}", role, day, night, areas=frozenset({code})))
    local = line(f"01632 98{at:03d}0", ALWAYS)
    return [*found, service(f"{name} aid", "da_local", local, areas=frozenset({code}))]


class ManyDoors(ListDirectory):
    def __init__(self, count: int) -> None:
        every = [
            each
            for at, council in enumerate(councils(count))
            for each in doors(at, council.code, council.name)
        ]
        super().__init__([*every, HELPLINE, EMERGENCY], pathways())


@cache
def made(count: int) -> Poster:
    return poster(ManyDoors(count), councils(count), "A practice", TODAY)


@cache
def pages(count: int) -> tuple[Paint, ...]:
    return printout(made(count)).pages


LONG = [pytest.param(each, marks=pytest.mark.slow) if each > 9 else each for each in COUNTS]
PRINTED = LONG if sweeps.whole() else LONG[:-1]
"""With `check --slow` 153 councils are drawn too: 39 sheets, each made as those of 33 are."""


@pytest.fixture(scope="module", autouse=True)
def fonts(qapp: QApplication) -> None:
    """The program's own, in whose widths the sheets are laid out."""
    style.load_fonts(paths.resources() / "fonts")


@pytest.mark.parametrize("count", PRINTED)
def test_no_number_is_lost_and_nothing_is_too_small(qapp: QApplication, count: int) -> None:
    printed: set[str] = set()
    for page in pages(count):
        texts = picture(page, 420)[1].texts
        said = {placed.text for placed in texts}
        assert "0808 2000 247" in said
        assert any("999" in text for text in said)
        assert min(placed.points for placed in texts) >= PUBLIC_SMALLEST >= 12
        assert all(placed.fits for placed in texts)
        printed |= said
    numbers = {each.display for each in made(count).lines}
    assert len(numbers) == 5 * count + 1
    assert {n for n in numbers if not any(text.endswith(n) for text in printed)} == set()


@pytest.mark.parametrize("count", PRINTED)
def test_four_councils_at_most_stand_on_a_sheet(qapp: QApplication, count: int) -> None:
    assert -(-count // MOST_ON_A_POSTER) <= len(pages(count)) <= count


def test_local_help_stands_with_its_own_council_alone() -> None:
    first, second = made(9).sheets(4)[:2]
    assert {each.display for each in first.helplines} == {
        *(f"01632 98{at:03d}0" for at in range(4)),
        "0808 2000 247",
    }
    assert not {each.display for each in first.helplines} & {
        each.display for each in second.helplines if each.display != "0808 2000 247"
    }
