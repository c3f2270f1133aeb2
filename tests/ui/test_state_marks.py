"""The mark beside a number: four of them, told apart by words, shape, border and colour."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.domain.hours.status import Badge, Hours
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.service import Service
from desktop_app.ui.directory.service_delegate import PENS
from desktop_app.ui.theme.palettes import CONTRAST, DARK, LIGHT
from tests.ui.conftest import OpenWindow
from tests.ui.town import Town

RESOURCES = Path(__file__).parents[2] / "resources"
QSS = (RESOURCES / "style.qss").read_text("utf-8")


def of_year(hours: Hours, year: int) -> Hours:
    said = tuple(replace(each, dated=date(year, 1, 1)) for each in hours.statements)
    office = of_year(hours.outside_of, year) if hours.outside_of else None
    return replace(hours, statements=said, outside_of=office)


def aged(service: Service, year: int) -> Service:
    lines = tuple(replace(line, hours=of_year(line.hours, year)) for line in service.lines)
    return replace(service, lines=lines)


class OldTown(Town):
    """The same town, its hours read in documents of 2020."""

    def services(self) -> tuple[Service, ...]:
        return tuple(aged(each, 2020) for each in super().services())

    def in_role(self, role: str, council_code: str | None = None) -> tuple[Service, ...]:
        return tuple(aged(each, 2020) for each in super().in_role(role, council_code))


def frame_of(label: QWidget) -> QFrame:
    frame = label.parentWidget()
    assert isinstance(frame, QFrame)
    return frame


@pytest.mark.parametrize(
    ("directory", "moment", "words", "badge"),
    [
        (Town, "2026-11-20T10:00", "Open until 16:20", Badge.OPEN),
        (OldTown, "2026-11-20T10:00", "Should be open until 16:20", Badge.SHOULD_BE),
        (OldTown, "2026-11-20T16:20", "Should be open until Monday 08:45", Badge.SHOULD_BE),
    ],
)
def test_old_hours_wear_a_mark_of_their_own(
    open_window: OpenWindow,
    directory: Callable[[], Directory],
    moment: str,
    words: str,
    badge: Badge,
) -> None:
    walker = open_window(moment, directory=directory).press("1", "1")
    assert walker.read("first-state") == words
    assert frame_of(walker.find("first-state")).property("state") == str(badge)


@pytest.mark.parametrize(
    ("moment", "label"),
    [("2026-11-20T10:00", "Office hours line"), ("2026-11-20T16:20", "Out-of-hours line")],
)
def test_the_card_says_which_line_it_is(open_window: OpenWindow, moment: str, label: str) -> None:
    walker = open_window(moment).press("1", "1", "i")
    assert label in walker.read("first-kind")


def test_every_mark_has_a_shape_a_border_and_colours_of_its_own() -> None:
    shapes = {(RESOURCES / "icons" / f"{badge}.svg").read_text("utf-8") for badge in Badge}
    assert len(shapes) == len(Badge)
    assert len(set(PENS.values())) == len(Badge)
    assert all(f'QFrame[state="{badge}"] {{ background' in QSS for badge in Badge)
    for palette in (LIGHT, DARK, CONTRAST):
        assert len({getattr(palette, f"{badge}_ink") for badge in Badge}) == len(Badge)
