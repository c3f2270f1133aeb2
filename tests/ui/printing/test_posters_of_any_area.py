"""Posters where services and their lines bear the names that they have in other areas.

A county's children's service is called by forty to seventy letters: its poster is made all the
same, over more sheets where one has no room, whole and in type that can be read.
"""

from dataclasses import replace
from itertools import combinations, product

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.domain.printing.poster import Poster, poster
from desktop_app.domain.services.service import LineKind
from desktop_app.ui.printing.canvas import Canvas
from desktop_app.ui.printing.printout import picture, printout
from desktop_app.ui.theme import style
from tests import sweeps
from tests.domain.hours_examples import ALWAYS, OFFICE
from tests.domain.made_directory import EMERGENCY, line, pathways, service
from tests.domain.many_councils import councils
from tests.fakes import ListDirectory
from tests.ui.printing.test_posters_of_many import HELPLINE, TODAY
from tests.ui.printing.test_printout import ink

DOOR = "Vale County Council: Children’s Advice and Duty Service, Upper and Lower Valley"
HELP = "Upper Vale, Lower Vale and Fen: domestic abuse service and refuge"
LENGTHS = (20, 45, 70)
"""Letters: short, as `new-area` writes them, as long as real ones are."""
LABELS = ("Duty desk", "Professional Consultation Line (MASH)")
CASES = sweeps.sampled(product((1, 2, 4), LENGTHS, LABELS), 6, "names on posters")


@pytest.fixture(scope="module", autouse=True)
def fonts(qapp: QApplication) -> None:
    style.load_fonts(paths.resources() / "fonts")


def made(count: int, length: int, label: str) -> Poster:
    """So many councils, each with two doors of three lines and a local service of two."""
    services = [HELPLINE, EMERGENCY]
    for at, council in enumerate(councils(count)):
        areas = frozenset({council.code})
        for place, role in enumerate(("children_front_door", "adults_front_door")):
            digits = f"{at}{place}"
            lines = (
                line(f"01632 9600{digits}", OFFICE, LineKind.OFFICE_HOURS),
                replace(line(f"01632 9601{digits}", OFFICE), label=label),
                line(f"01632 9602{digits}", ALWAYS, LineKind.OUT_OF_HOURS),
            )
            services.append(service(DOOR[:length], role, *lines, areas=areas))
        local = [line(f"01632 9603{at}{each}", ALWAYS) for each in range(2)]
        services.append(service(HELP[:length], "da_local", *local, areas=areas))
    return poster(ListDirectory(services, pathways()), councils(count), "A practice", TODAY)


def faults(canvas: Canvas) -> list[str]:
    """What is cut, too small, or lies on another text."""
    found = [
        f"cut: {each.text}"
        for each in canvas.texts
        if not each.fits or each.text.endswith("…") or each.points < 12
    ]
    return found + [
        f"on another: {one.text} / {other.text}"
        for one, other in combinations(canvas.texts, 2)
        if ink(one).intersects(ink(other))
    ]


@pytest.mark.parametrize(("count", "length", "label"), CASES)
def test_long_names_stand_whole_and_no_number_is_lost(count: int, length: int, label: str) -> None:
    sheet = made(count, length, label)
    drawn = [picture(page, 420)[1] for page in printout(sheet).pages]
    assert [each for canvas in drawn for each in faults(canvas)] == []
    said = [{placed.text for placed in canvas.texts} for canvas in drawn]
    assert all("0808 2000 247" in each for each in said)
    everything = set().union(*said)
    assert {x.display for x in sheet.lines} <= everything
    assert any(DOOR[:length].strip() in text for text in everything) or count > 1


def test_a_crowd_of_helplines_goes_on_over_further_sheets() -> None:
    sheet = made(2, 20, "Duty desk")
    crowd = tuple(
        replace(sheet.helplines[0], display=f"01632 9613{n:02}", number=f"+4416329613{n:02}")
        for n in range(30)
    )
    pages = printout(replace(sheet, helplines=(*sheet.helplines, *crowd))).pages
    said = [{placed.text for placed in picture(page, 420)[1].texts} for page in pages]
    assert {each.display for each in (*sheet.helplines, *crowd)} <= set().union(*said)
    assert all("0808 2000 247" in each for each in said)
