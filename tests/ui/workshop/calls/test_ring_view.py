"""The page of calls: the keys of a call, what is marked as heard, and what is lost by no slip."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.workshop.calls.call_card import NEEDED
from desktop_app.ui.workshop.calls.ring_list import Came, CheckedFact, HeardCall
from desktop_app.ui.workshop.calls.ring_view import NONE_DUE, TAKEN_BACK, TOO_QUICK, RingView
from desktop_app.ui.workshop.window import RING
from tests.ui.patience import HandPatience
from tests.ui.workshop.bench import Bench
from tests.ui.workshop.calls.calls_bench import FIRST, GONE, SECOND, THIRD, CallsBench
from tests.ui.workshop.opened import keys, one, open_workshop, said

NUMBER = frozenset({CheckedFact.NUMBER})
ENTER = Qt.Key.Key_Return
CALLS = {
    ("1",): HeardCall(FIRST, Came.MATCHES, NUMBER),
    ("h", "1"): HeardCall(FIRST, Came.MATCHES, NUMBER | {CheckedFact.HOURS}),
    ("h", "m", "1"): HeardCall(FIRST, Came.MATCHES, NUMBER | {CheckedFact.HOURS, CheckedFact.NAME}),
    ("6",): HeardCall(FIRST, Came.NOT_IN_USE),
    ("2", "Oak Council", ENTER): HeardCall(FIRST, Came.ANOTHER_NAME, words="Oak Council"),
    ("3", "01632 960 007", ENTER): HeardCall(FIRST, Came.MOVED, words="01632 960 007"),
    ("h", "4", "Shut", ENTER): HeardCall(FIRST, Came.RECORDED, words="Shut"),
    ("h", "7", "9 to 5", ENTER): HeardCall(FIRST, Came.OTHER_HOURS, NUMBER, "9 to 5"),
}


@pytest.fixture
def bench() -> CallsBench:
    return CallsBench()


@pytest.fixture
def patience() -> HandPatience:
    return HandPatience()


@pytest.fixture
def view(qtbot: QtBot, bench: CallsBench, patience: HandPatience) -> RingView:
    ring = RingView(bench, patience)
    qtbot.addWidget(ring)
    ring.resize(1000, 700)
    ring.show()
    qtbot.waitExposed(ring)
    ring.activateWindow()
    qtbot.waitUntil(ring.isActiveWindow)
    ring.focus_first()
    patience.wait()
    return ring


@pytest.mark.parametrize(("pressed", "kept"), CALLS.items())
def test_a_call_is_kept_by_its_keys(
    view: RingView, bench: CallsBench, pressed: tuple[str | Qt.Key, ...], kept: HeardCall
) -> None:
    keys(*pressed)
    assert bench.kept == [kept]


@pytest.mark.parametrize("pressed", CALLS)
def test_a_call_needs_no_more_than_six_keys_beside_its_words(
    pressed: tuple[str | Qt.Key, ...],
) -> None:
    assert sum(not isinstance(key, str) or len(key) == 1 for key in pressed) <= 6


def test_the_next_number_stands_there_at_once(view: RingView) -> None:
    keys("1")
    assert said(view, "ring-number") == SECOND
    assert said(view, "ring-told") == f"{FIRST}: kept."


def test_a_number_not_due_is_listed_when_every_number_is_asked_for(view: RingView) -> None:
    assert [view.calls.list.count()] == [2]
    one(view, QPushButton, "ring-narrow-every").click()
    assert [view.calls._at(place) for place in range(3)] == [FIRST, SECOND, THIRD]


def test_a_number_somebody_asks_for_is_found_by_its_digits(view: RingView) -> None:
    one(view, QPushButton, "ring-narrow-every").click()
    one(view, QLineEdit, "ring-search").setText("960002")
    assert said(view, "ring-number") == THIRD


def test_who_could_not_get_through_stands_above_the_number(view: RingView) -> None:
    told = [label.text() for label in view.findChildren(QLabel)]
    assert "30 Nov 2026: Nobody answered, told by E81000." in told


def test_a_key_pressed_twice_counts_once(
    view: RingView, bench: CallsBench, patience: HandPatience
) -> None:
    keys("1", "1")
    assert len(bench.kept) == 1
    assert said(view, "ring-told") == TOO_QUICK
    patience.wait()
    keys("1")
    assert [each.number for each in bench.kept] == [FIRST, SECOND]


def test_a_held_key_keeps_one_call(
    qtbot: QtBot, view: RingView, bench: CallsBench, patience: HandPatience
) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    patience.wait()
    for repeat in (False, True, True):
        none = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, none, "1", repeat)
        target = QApplication.focusWidget()
        assert target is not None
        QApplication.sendEvent(target, event)
        patience.wait()
    assert len(bench.kept) == 1


def test_nothing_is_kept_before_it_is_said_who_answered(view: RingView, bench: CallsBench) -> None:
    keys("2", ENTER)
    assert not bench.kept
    assert said(view, "ring-told") == NEEDED


def test_esc_leaves_the_call_as_it_was(view: RingView, bench: CallsBench) -> None:
    keys("2", "Oak", Qt.Key.Key_Escape, "1")
    assert bench.kept == [HeardCall(FIRST, Came.MATCHES, NUMBER)]


def test_digits_typed_into_words_are_no_keys(view: RingView, bench: CallsBench) -> None:
    keys("3", "1234567")
    assert not bench.kept


def test_a_call_that_cannot_be_kept_says_so_and_the_number_stays(view: RingView) -> None:
    keys("5")
    assert said(view, "ring-told") == GONE
    assert said(view, "ring-number") == FIRST


def test_a_number_passed_over_keeps_its_place(view: RingView) -> None:
    keys("s")
    assert said(view, "ring-number") == SECOND
    keys("s")
    assert said(view, "ring-number") == FIRST


def test_an_empty_list_says_so(view: RingView, patience: HandPatience) -> None:
    keys("1")
    patience.wait()
    keys("1")
    assert said(view, "ring-none") == NONE_DUE


def test_the_last_call_is_taken_back_and_stands_in_front(view: RingView, bench: CallsBench) -> None:
    keys("1", "u")
    assert not bench.kept
    assert said(view, "ring-told") == TAKEN_BACK.format(FIRST)
    assert said(view, "ring-number") == FIRST


def test_the_ledger_says_what_came_of_the_last_calls(view: RingView) -> None:
    keys("3", "01632 960007", ENTER)
    told = [label.text() for label in view.findChildren(QLabel)]
    assert f"{FIRST}  moved: 01632 960007" in told


def test_what_a_call_led_to_is_one_press_away(qtbot: QtBot) -> None:
    bench = Bench()
    workshop = open_workshop(qtbot, bench)
    workshop._patience = patience = HandPatience()
    workshop.window.rail.chosen.emit(RING)
    patience.wait()
    keys("3", "01632 960 007", ENTER, "e")
    assert one(workshop.window, QLineEdit, "new-value-line").text() == "01632 960 007"
    one(workshop.window, QPushButton, "rests-on-keep").click()
    one(workshop.window, QPushButton, "fact-keep").click()
    assert [(each.value, each.document) for each in bench.edits] == [
        ("01632 960 007", "call to 01632 960001")
    ]


def test_one_step_back_on_this_page_is_a_call(qtbot: QtBot) -> None:
    bench = Bench()
    workshop = open_workshop(qtbot, bench)
    workshop._patience = patience = HandPatience()
    workshop.window.rail.chosen.emit(RING)
    patience.wait()
    keys("1")
    QTest.keyClick(workshop.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not bench.ring.kept


def test_where_there_is_room_for_one_the_call_is_shown_and_no_key_counts_for_one_unseen(
    view: RingView, bench: CallsBench, patience: HandPatience
) -> None:
    view.resize(500, 600)
    view.focus_first()
    assert one(view, QLabel, "ring-number").isVisible()
    one(view, QPushButton, "ring-back").click()
    patience.wait()
    keys("1")
    assert not bench.kept
    keys(Qt.Key.Key_Return)
    patience.wait()
    keys("1")
    assert len(bench.kept) == 1
