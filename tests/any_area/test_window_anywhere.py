"""The window on any area's directory: a digit for each council, a number behind each."""

import re

import pytest

from desktop_app.domain.printing.poster import poster
from desktop_app.store.directory.directory import SqliteDirectory
from desktop_app.ui.call.offered_councils import MOST
from desktop_app.ui.call.question import AnswerButton
from tests.any_area.tested import places_of
from tests.ui.conftest import OpenWindow
from tests.ui.walker import Walker


def opened(open_window: OpenWindow, directory: SqliteDirectory) -> Walker:
    walker = open_window(
        settings={"home_asked": True},
        directory=lambda: directory,
        answer=places_of(directory).answer,
    )
    walker.press("1")
    return walker


def test_every_answer_of_the_second_question_has_its_own_digit_and_a_number(
    open_window: OpenWindow, directory: SqliteDirectory
) -> None:
    walker = opened(open_window, directory)
    every = walker.window.findChildren(AnswerButton)
    keys = [each.key for each in every if each.objectName().startswith("where-")]
    assert len(set(keys)) == len(keys) == min(len(directory.councils()), MOST) + 2
    for key in keys:
        again = opened(open_window, directory)
        again.press(str(key))
        assert re.fullmatch(r"[\d ]{3,}", again.read("first-number"))


def test_a_poster_has_both_doors_of_every_council_and_the_national_line(
    directory: SqliteDirectory,
) -> None:
    councils = directory.councils()
    sheet = poster(directory, councils, "A practice", directory.release().dated)
    shown = {line.display for line in sheet.lines}
    assert "0808 2000 247" in shown
    for council in councils:
        for role in ("children_front_door", "adults_front_door"):
            services = directory.in_role(role, council.code)
            numbers = {line.display for each in services for line in each.callable_lines}
            assert numbers & shown, (council.name, role)


@pytest.mark.parametrize("text", ["", "zzzz", "😀"])
def test_what_means_nothing_leaves_both_outs(
    open_window: OpenWindow, directory: SqliteDirectory, text: str
) -> None:
    walker = opened(open_window, directory)
    assert places_of(directory).answer(text).councils == ()
    assert walker.sees("where-unknown")
    assert walker.sees("where-outside")
