"""The page of lists: rows ticked one by one, nothing written before, reports in, exports out."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.workshop.document_field import NEEDED
from desktop_app.ui.workshop.lists.lists import ComparedList
from desktop_app.ui.workshop.lists.lists_view import NO_ROWS, NOTHING_TICKED, ListsView
from desktop_app.ui.workshop.window import LISTS
from tests.ui.workshop.bench import Bench
from tests.ui.workshop.lists.lists_bench import ALARM, NOT_SEEN, UNKNOWN, UNREAD
from tests.ui.workshop.opened import one, open_workshop, said

LIST, ODD = Path("council.xlsx"), Path("odd.xlsx")


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def view(qtbot: QtBot, bench: Bench) -> ListsView:
    page = ListsView(bench, bench.lists)
    qtbot.addWidget(page)
    page.resize(900, 900)
    page.show()
    qtbot.waitExposed(page)
    return page


def press(view: ListsView, name: str) -> None:
    one(view, QPushButton, name).click()


def tick(view: ListsView, row: int) -> None:
    view.rows.item(row).setCheckState(Qt.CheckState.Checked)


def choose_document(view: ListsView) -> None:
    one(view, QComboBox, "rests-on-box").setCurrentIndex(0)


def told(view: ListsView) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel)]


def test_rows_to_look_at_are_listed_and_those_to_take_come_first(view: ListsView) -> None:
    view.compare(LIST)
    assert [view.rows.item(at).text().split("\n")[0] for at in range(3)] == [
        "Changed: Oak › office",
        "Changed: Ash › office",
        "Cannot be read",
    ]
    assert "A hidden sheet." in told(view)
    assert "Look at this: It moved." in view.rows.item(0).text()


def test_a_list_of_headings_alone_says_so(view: ListsView, bench: Bench) -> None:
    def nothing(_path: Path, _columns: object = None) -> ComparedList:
        return ComparedList("heads.csv", "", (), (), ())

    view._lists = SimpleNamespace(compare=nothing)
    view.compare(Path("heads.csv"))
    assert said(view, "lists-told") == f"heads.csv: {NO_ROWS}."
    assert bench.lists.taken == []


def test_nothing_is_ticked_before_somebody_ticks_it(view: ListsView, bench: Bench) -> None:
    view.compare(LIST)
    choose_document(view)
    press(view, "lists-take")
    assert said(view, "lists-told") == NOTHING_TICKED
    assert not bench.lists.taken


def test_the_ticked_rows_are_taken_as_one(view: ListsView, bench: Bench) -> None:
    view.compare(LIST)
    tick(view, 1)
    choose_document(view)
    press(view, "lists-take")
    assert bench.lists.taken == [(frozenset({4}), "elm-2024")]
    assert said(view, "lists-told") == "Taken."
    assert not view.rows.isVisible()


def test_a_row_that_cannot_be_read_cannot_be_ticked(view: ListsView) -> None:
    view.compare(LIST)
    press(view, "lists-all")
    assert view.rows.ticked == {3, 4}
    press(view, "lists-none")
    assert not view.rows.ticked


def test_no_row_is_taken_without_a_document(view: ListsView, bench: Bench) -> None:
    view.compare(LIST)
    tick(view, 0)
    press(view, "lists-take")
    assert said(view, "lists-told") == NEEDED
    assert not bench.lists.taken


def test_an_alarm_has_to_be_looked_at_first(view: ListsView, bench: Bench) -> None:
    bench.lists.alarms = (ALARM,)
    view.compare(LIST)
    assert ALARM in told(view)
    tick(view, 0)
    choose_document(view)
    press(view, "lists-take")
    assert said(view, "lists-told") == NOT_SEEN
    one(view, QCheckBox, "lists-seen").setChecked(True)
    press(view, "lists-take")
    assert bench.lists.taken


def test_a_file_that_is_no_list_is_told_and_the_old_rows_go(view: ListsView) -> None:
    view.compare(LIST)
    view.compare(ODD)
    assert said(view, "lists-told") == UNREAD
    assert view.rows.count() == 0


def test_a_list_let_go_on_the_page_is_compared(view: ListsView, tmp_path: Path) -> None:
    path = tmp_path / "council.xlsx"
    path.write_bytes(b"x")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, none)
    view.dropEvent(event)
    assert view.rows.count() == 3


def test_reports_are_read_and_the_first_are_named(view: ListsView, bench: Bench) -> None:
    view._read(Path("reports"))
    assert bench.lists.read == [Path("reports")]
    assert said(view, "lists-told").endswith("and 8 more")


def test_the_directory_is_given_out_in_the_way_that_is_chosen(
    view: ListsView, bench: Bench, tmp_path: Path
) -> None:
    press(view, "lists-way-hsds")
    one(view, QCheckBox, "lists-public").setChecked(True)
    view._give_out(tmp_path / "a.json")
    assert bench.lists.given == [("hsds", tmp_path / "a.json", True)]
    assert said(view, "lists-told") == "Written."


@pytest.mark.parametrize("deed", ["_read", "_give_out"])
def test_what_cannot_be_done_is_told(view: ListsView, deed: str) -> None:
    getattr(view, deed)(ODD)
    assert said(view, "lists-told") == UNREAD


def test_a_copy_to_be_looked_at_takes_no_rows_and_no_reports(qtbot: QtBot) -> None:
    bench = Bench(read_only="This copy can only be looked at here.")
    page = ListsView(bench, bench.lists)
    qtbot.addWidget(page)
    page.compare(LIST)
    tick(page, 0)
    choose_document(page)
    press(page, "lists-take")
    page._read(LIST)
    assert said(page, "lists-told") == bench.read_only
    assert not bench.lists.taken
    assert not bench.lists.read


def test_the_page_stands_in_the_window(qtbot: QtBot) -> None:
    workshop = open_workshop(qtbot, Bench())
    workshop.window.rail.chosen.emit(LISTS)
    assert one(workshop.window, QPushButton, "lists-ask").hasFocus()


def test_a_list_nobody_understands_is_compared_once_its_columns_are_chosen(
    view: ListsView, bench: Bench
) -> None:
    view.compare(Path("foreign.csv"))
    assert said(view, "lists-told") == UNKNOWN
    one(view, QComboBox, "lists-column-number").setCurrentText("Dial")
    press(view, "lists-columns-again")
    assert bench.lists.columns == [None, {"number": "Dial"}]
    assert view.rows.count() == 3
