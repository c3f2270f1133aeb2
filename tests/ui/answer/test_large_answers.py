"""At twice the text size every answer has its numbers, states, N and the next number in sight."""

import re

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QLabel

from tests import sweeps
from tests.domain.answer.test_screen import MOMENTS
from tests.ui.answer.test_one_screen import answered, cut_off, every, shown, whole_in_sight
from tests.ui.conftest import OpenWindow
from tests.ui.walker import Walker, settle

ALWAYS = ("first-number", "first-state", "first-nobody", "fallback-1-number")
BESIDE = ("beside-1-number", "beside-1-state")
FOUND_CUT = [
    ("45", "2026-12-28T02:00"),  # the second number's state
    ("41", "2026-11-27T16:05"),  # a line that says what follows when it closes
    ("54", "2027-05-03T12:00"),  # an overdue directory, a long condition before the name
    ("44", "2027-05-03T12:00"),  # two doubtful lines, an overdue directory
    ("32y", "2029-06-04T12:00"),  # a long state, and the second number put there by Y
    ("12", "2029-06-04T12:00"),  # one number, long overdue
]


def check_large(walker: Walker, case: object) -> None:
    """All that is needed to ring and to ring the next, whole and on the first screen."""
    rung_in_vain = walker.sees("tried")
    for wanted in (*ALWAYS, *(BESIDE if walker.sees("beside-1") else ())):
        if wanted == "first-nobody" and walker.read("first-number") == "999":
            continue  # 999 is not passed over
        if wanted == "fallback-1-number" and rung_in_vain and not walker.sees("fallback-1"):
            continue  # both that are left stand in large
        assert whole_in_sight(walker, walker.find(wanted)), (case, wanted)
    for label in shown(walker, QLabel):
        assert isinstance(label, QLabel)
        assert not cut_off(label), (case, label.objectName(), label.text())


@pytest.mark.parametrize(("keys", "moment"), FOUND_CUT)
def test_number_state_nobody_and_next_are_in_sight_at_twice_the_size(
    open_window: OpenWindow, keys: str, moment: str
) -> None:
    check_large(answered(open_window, keys, moment, 200), (keys, moment))


@pytest.mark.parametrize("moment", sweeps.sampled(MOMENTS, 8, of="large"))
def test_so_are_they_for_every_worry_and_place(open_window: OpenWindow, moment: str) -> None:
    walker = answered(open_window, "", moment, 200)
    for keys, _ in sweeps.sampled(every((moment,)), 2, f"large {moment}"):
        walker.press(Qt.Key.Key_Escape, *keys)
        check_large(walker, (keys, moment))
        if keys[0] == "3":
            walker.press("y")
            check_large(walker, (f"{keys}y", moment))
        walker.press("n")
        check_large(walker, (f"{keys}n", moment))


def test_the_second_number_leaves_no_line_empty(open_window: OpenWindow) -> None:
    walker = answered(open_window, "41", "2026-12-01T10:05", 200)
    assert not walker.sees("beside-1-closing")


def test_a_snug_copy_is_still_named_and_a_snug_name_still_says_for_whom(
    open_window: OpenWindow,
) -> None:
    walker = answered(open_window, "45", "2026-12-28T02:00", 200)
    assert walker.find("first-copy").accessibleName() == "Copy the number of NSPCC helpline"
    assert walker.read("first-service") == "1 · For a child: NSPCC helpline"


def lines_of(label: QLabel) -> list[str]:
    layout = QTextLayout(label.text(), label.font())
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(label.width())
    layout.endLayout()
    found = (layout.lineAt(each) for each in range(layout.lineCount()))
    return [label.text()[line.textStart() :][: line.textLength()] for line in found]


@pytest.mark.parametrize("across", sweeps.sampled(range(640, 1200, 40), 7, of="across"))
def test_no_count_and_no_date_at_the_foot_is_broken_in_two(
    open_window: OpenWindow, across: int
) -> None:
    walker = answered(open_window, "11", "2026-12-01T10:05")
    walker.window.resize(QSize(across, 600))
    settle()
    label = walker.find("foot-release")
    assert isinstance(label, QLabel)
    lines = lines_of(label)
    assert "".join(lines) == label.text()
    for line in lines:
        assert not re.search(r"(\d|\bof)$", line.strip()), lines


def test_an_overdue_directory_is_told_in_one_line_where_the_text_is_large(
    open_window: OpenWindow,
) -> None:
    walker = answered(open_window, "11", "2027-05-03T12:00", 200)
    label = walker.find("foot-release")
    assert isinstance(label, QLabel)
    assert (
        walker.read("foot-release") == "Directory of 22 Nov 2026. A newer one was due: ask for it."
    )
    assert len(lines_of(label)) == 1
    assert "was due by 28 February 2027" in label.accessibleName()
