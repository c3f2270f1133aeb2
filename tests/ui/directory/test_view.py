"""The directory by keyboard: found by typing, walked, copied; long lists, and when it breaks."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from desktop_app.domain.services.errors import DirectoryDamaged
from desktop_app.domain.services.service import Service
from desktop_app.ui.directory import view
from desktop_app.ui.directory.service_model import ROW
from desktop_app.ui.widgets.icon import IconButton
from tests.area import LUTON
from tests.fakes import ListDirectory
from tests.ui.conftest import OpenWindow
from tests.ui.directory_page import (
    CONTROL,
    DOWN,
    ENTER,
    ESC,
    FRIDAY,
    at_the_search,
    copied,
    listed,
    model,
    page,
    pause,
)
from tests.ui.directory_town import town
from tests.ui.walker import Walker, settle


@pytest.fixture
def walker(open_window: OpenWindow) -> Walker:
    return at_the_search(open_window)


@pytest.mark.parametrize("key", ["/", "ctrl+f"])
def test_two_keys_lead_to_the_search(open_window: OpenWindow, key: str) -> None:
    walker = open_window(FRIDAY, directory=town)
    walker.press("/") if key == "/" else walker.shortcut(Qt.Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is walker.find("directory-search")


def test_everything_is_listed_before_anything_is_typed(walker: Walker) -> None:
    rung = [each for each in town().services() if each.callable_lines]
    assert len(listed(walker)) == len(rung) < len(town().services())
    assert walker.read("directory-count") == f"{len(rung)} services"
    assert walker.sees("directory-unchosen")


def test_typing_finds_and_the_first_find_comes_up(walker: Walker) -> None:
    walker.press("mens line")
    assert walker.read("directory-count") == "1 service found"
    pause(walker)
    assert walker.read("service-name") == "Men’s Line"


def test_the_card_waits_for_the_typing_to_pause(walker: Walker) -> None:
    walker.press("mens")
    assert not walker.sees("service-name")
    assert listed(walker) == ["mens-line"]


def test_a_find_by_an_old_name_says_so(walker: Walker) -> None:
    walker.press("mankind")
    assert model(walker).row(0).hint == "Also called: Mankind of Old"


def test_arrows_walk_the_list_while_one_types(walker: Walker) -> None:
    walker.press("adult safeguarding", DOWN, DOWN)
    assert page(walker).list.currentIndex().row() == 1
    assert QApplication.focusWidget() is walker.find("directory-search")


def test_enter_opens_and_a_second_enter_copies(walker: Walker) -> None:
    walker.press("mens line", ENTER)
    assert QApplication.focusWidget() is walker.find("line-now-copy")
    walker.press(ENTER)
    assert copied() == "01632 960801"


def test_control_c_copies_from_the_search_and_from_the_list(walker: Walker) -> None:
    walker.press("mens line")
    walker.shortcut(Qt.Key.Key_C, CONTROL)
    assert copied() == "01632 960801"
    page(walker).open_service("police")
    page(walker).list.setFocus()
    walker.shortcut(Qt.Key.Key_C, CONTROL)
    assert copied() == "101"


def test_marked_letters_are_copied_as_letters(walker: Walker) -> None:
    walker.press("mens line")
    walker.shortcut(Qt.Key.Key_A, CONTROL)
    walker.shortcut(Qt.Key.Key_C, CONTROL)
    assert copied() == "mens line"


def test_escape_goes_back_step_by_step_and_then_home(walker: Walker) -> None:
    page(walker).filters.changed.emit(page(walker).filters.wanted)
    walker.press("mens line", ENTER, ESC)
    assert QApplication.focusWidget() is page(walker).list
    walker.press(ESC)
    assert page(walker).search.text() == ""
    assert walker.sees("directory-search")
    walker.press(ESC)
    assert walker.sees("who-question")


def test_letters_typed_on_the_list_go_to_the_search(walker: Walker) -> None:
    page(walker).list.setFocus()
    walker.press("m")
    assert page(walker).search.text() == "m"


def test_home_on_the_list_is_the_top_of_the_list(walker: Walker) -> None:
    page(walker).list.setFocus()
    page(walker).list.mark(9)
    walker.press(Qt.Key.Key_Home)
    assert page(walker).list.currentIndex().row() == 0
    assert walker.sees("directory-list")


def test_a_row_is_read_out_whole(walker: Walker) -> None:
    walker.press("mens line")
    spoken = model(walker).index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Men’s Line. Helpline: 01632 960801. Open until 16:20. Nationwide"


def test_what_was_found_is_announced(walker: Walker, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(view, "announce", lambda _w, text: said.append(text))
    walker.press("mens line")
    page(walker)._say.timeout.emit()
    walker.press("zzz")
    page(walker)._say.timeout.emit()
    assert said == ["1 service found", "Nothing found for “mens linezzz”"]


def test_everything_to_press_has_a_name(walker: Walker) -> None:
    walker.press("mens line", ENTER)
    for kind in (QAbstractButton, QLineEdit):
        for thing in walker.window.findChildren(kind):
            text = thing.text() if isinstance(thing, QAbstractButton) else ""
            assert not thing.isVisible() or (thing.accessibleName() or text).strip()
    assert page(walker).list.accessibleName() == "Services"


def test_in_a_narrow_window_list_and_card_take_turns(walker: Walker) -> None:
    walker.window.resize(700, 700)
    settle()
    walker.press("mens line")
    pause(walker)
    assert not walker.sees("service-name")
    walker.press(ENTER)
    assert walker.sees("service-name")
    assert not walker.sees("directory-list")
    walker.find("directory-back").click()  # type: ignore[attr-defined]
    assert walker.sees("directory-list")


def test_hiding_leaves_nothing_of_what_was_looked_up(walker: Walker) -> None:
    page(walker).filters._choices["area"].chosen.emit(LUTON.code)
    walker.press("mens line", ENTER)
    walker.window.forget()
    assert page(walker).search.text() == ""
    assert not page(walker).filters.wanted.narrows
    assert page(walker).card.facts is None
    assert not page(walker).search.isUndoAvailable()


class Breaking(ListDirectory):
    """A directory whose file goes bad while it is open."""

    broken = False

    def services(self) -> tuple[Service, ...]:
        if self.broken:
            raise DirectoryDamaged(detail="gone bad")
        return super().services()


def test_a_file_that_goes_bad_is_told_and_999_stays(open_window: OpenWindow) -> None:
    directory = Breaking(town().services(), read=town().documents())
    walker = open_window(FRIDAY, directory=lambda: directory)
    walker.press("/")
    directory.broken = True
    walker.press("mens line")
    page(walker)._model.set_moment(page(walker)._moment)
    model(walker).index(0).data(ROW)
    settle()
    assert "The list of numbers" in walker.all_words()
    assert walker.sees("emergency-number")


def test_without_a_directory_the_pages_say_what_is_wrong(open_window: OpenWindow) -> None:
    def missing() -> ListDirectory:
        raise DirectoryDamaged(detail="not there")

    walker = open_window(FRIDAY, directory=missing)
    for name in ("directory", "guidance", "about"):
        walker.window.open(name)
        settle()
        assert "The list of numbers" in walker.all_words(), name


def test_a_long_list_reads_only_what_is_looked_at(walker: Walker) -> None:
    view = page(walker)
    pages: list[int] = []
    real = view._catalogue.page

    def counted(ids: Sequence[str]) -> tuple[Service, ...]:
        pages.append(len(ids))
        return real(ids)

    view._catalogue.page = counted  # type: ignore[method-assign]
    view._model.set_moment(view._moment)
    model(walker).row(0)
    model(walker).row(1)
    assert pages == [8]


def test_more_is_asked_only_when_the_list_is_walked(walker: Walker) -> None:
    chosen = model(walker)
    walker.find("filter-open").click()  # type: ignore[attr-defined]
    assert not chosen.canFetchMore(QModelIndex())
    assert chosen.complete


def test_a_click_opens_a_service(walker: Walker) -> None:
    view = page(walker).list
    view.mark(2)
    middle = view.visualRect(view.currentIndex()).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    settle()
    assert isinstance(QApplication.focusWidget(), IconButton)
