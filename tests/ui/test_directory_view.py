"""The directory by keyboard: found by typing, narrowed, read, copied, and true to the minute."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from desktop_app.domain.area import LUTON
from desktop_app.domain.errors import DirectoryDamaged
from desktop_app.domain.service import Service
from desktop_app.ui import directory_view
from desktop_app.ui.directory_view import DirectoryView
from desktop_app.ui.icons import IconButton
from desktop_app.ui.service_model import ROW, ServiceModel
from tests.fakes import ListDirectory
from tests.ui.conftest import OpenWindow
from tests.ui.directory_town import town
from tests.ui.window import Walker, settle

FRIDAY = "2026-11-27T16:05"
ESC, ENTER, DOWN = Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Down
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def walker(open_window: OpenWindow) -> Walker:
    """At the search of the directory, a Friday fifteen minutes before the offices close."""
    walker = open_window(FRIDAY, directory=town)
    walker.shortcut(Qt.Key.Key_F, CONTROL)
    return walker


def page(walker: Walker) -> DirectoryView:
    """The directory's page."""
    found = walker.window.findChild(DirectoryView)
    assert isinstance(found, DirectoryView)
    return found


def model(walker: Walker) -> ServiceModel:
    """The list behind it."""
    held = page(walker).list.model()
    assert isinstance(held, ServiceModel)
    return held


def listed(walker: Walker) -> list[str]:
    """The ids of the services in the list."""
    return [model(walker).id_at(row) for row in range(model(walker).rowCount())]


def pause(walker: Walker) -> None:
    """The typing pauses, and the card follows."""
    page(walker)._later.timeout.emit()
    page(walker)._soon.timeout.emit()
    settle()


def copied() -> str:
    """What stands on the clipboard."""
    return QGuiApplication.clipboard().text()


@pytest.mark.parametrize("key", ["/", "ctrl+f"])
def test_two_keys_lead_to_the_search(open_window: OpenWindow, key: str) -> None:
    walker = open_window(FRIDAY, directory=town)
    walker.press("/") if key == "/" else walker.shortcut(Qt.Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is walker.find("directory-search")


def test_everything_is_listed_before_anything_is_typed(walker: Walker) -> None:
    assert len(listed(walker)) == len(town().services())
    assert walker.read("directory-count") == "16 services"
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


def test_at_closing_time_list_and_card_change_by_themselves(walker: Walker) -> None:
    walker.press("mens line", ENTER)
    assert walker.read("line-now-state") == "Open until 16:20"
    assert model(walker).row(0).state_words == "Open until 16:20"
    walker.later("2026-11-27T16:20")
    assert walker.read("line-now-state") == "Closed: opens Monday 08:45"
    assert model(walker).row(0).state_words == "Closed: opens Monday 08:45"


def test_the_focus_stays_while_the_card_changes(walker: Walker) -> None:
    walker.press("mens line", ENTER)
    walker.later("2026-11-27T16:20")
    assert QApplication.focusWidget() is walker.find("line-now-copy")


def test_by_a_doubted_clock_no_line_counts_as_closed(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-20T23:00", directory=town)  # before the directory was made
    walker.press("/", "mens line")
    assert model(walker).row(0).state_words == "Hours not certain"


def test_open_now_hides_what_is_closed_and_keeps_what_is_uncertain(walker: Walker) -> None:
    walker.later("2026-11-27T22:00")
    walker.find("filter-open").click()  # type: ignore[attr-defined]
    found = listed(walker)
    assert "mens-line" not in found
    assert "panel" not in found
    assert {"unknown-hours", "police", "bedford-children"} <= set(found)


def test_a_line_that_closes_leaves_the_open_ones(walker: Walker) -> None:
    walker.find("filter-open").click()  # type: ignore[attr-defined]
    assert "mens-line" in listed(walker)
    walker.later("2026-11-27T16:20")
    assert "mens-line" not in listed(walker)


def test_choices_narrow_and_can_be_dropped(walker: Walker) -> None:
    chips = page(walker).filters
    area, topic = chips.findChild(QAbstractButton, "filter-area"), "domestic_abuse"
    assert area is not None
    chips._choices["area"].chosen.emit(LUTON.code)
    assert "panel" in listed(walker)
    assert "bedford-children" not in listed(walker)
    assert area.text() == "Area: Luton"
    chips._choices["topic"].chosen.emit(topic)
    assert listed(walker) == ["mens-line"]
    walker.find("filter-none").click()  # type: ignore[attr-defined]
    assert len(listed(walker)) == 16
    assert area.text() == "Area"


def test_choices_narrow_what_was_typed(walker: Walker) -> None:
    walker.press("adult safeguarding")
    page(walker).filters._choices["area"].chosen.emit(LUTON.code)
    assert listed(walker) == ["luton-adults"]


def test_nothing_found_says_what_to_try_and_leads_on(walker: Walker) -> None:
    page(walker).filters._choices["area"].chosen.emit(LUTON.code)
    walker.press("integrated")
    assert walker.read("nothing-title") == "Nothing found for “integrated”"
    walker.find("nothing-everything").click()  # type: ignore[attr-defined]
    assert listed(walker) == ["bedford-children"]
    walker.press("zzz")
    assert not walker.sees("nothing-everything")
    walker.find("nothing-call").click()  # type: ignore[attr-defined]
    settle()
    assert walker.sees("who-question")


def test_a_replaced_number_is_struck_out_and_cannot_be_copied(walker: Walker) -> None:
    walker.press("mens line", ENTER)
    assert walker.find("line-old-number").property("voice") == "struck"
    assert walker.read("line-old-standing").startswith("Replaced: do not ring")
    assert not walker.sees("line-old-copy")
    assert walker.find("line-old-number").accessibleName() == "Do not ring 0 1 6 3 2, 9 6 0 8 0 0"


def test_typing_a_replaced_number_tells_what_it_is(walker: Walker) -> None:
    walker.press("960800")
    row = model(walker).row(0)
    assert (row.number, row.hint) == (
        "01632 960801",
        "Replaced number, do not ring: 01632 960800",
    )


def test_a_line_for_people_using_abuse_is_labelled(walker: Walker) -> None:
    walker.press("phoneline", ENTER)
    assert walker.read("service-warning-1") == "For people who use abuse, not for victims"


def test_disputes_gaps_and_sources_are_on_the_card(walker: Walker) -> None:
    walker.press("mens line", ENTER)
    words = walker.all_words()
    for said in (
        "Sources disagree: the hours",
        "Not known",
        "No source gives the cost.",
        "Nobody has checked this number yet.",
        "Safeguarding contacts. The council, about 20 December 2024: gives the number",
        "mens.\u200bexample",
    ):
        assert said in words


def test_a_service_without_a_number_says_so(walker: Walker) -> None:
    walker.press("case panel", ENTER)
    assert "No phone number is published." in walker.all_words()
    walker.shortcut(Qt.Key.Key_C, CONTROL)
    assert model(walker).row(0).spoken == "Case panel. No number published. Luton"


def test_a_row_is_read_out_whole(walker: Walker) -> None:
    walker.press("mens line")
    spoken = model(walker).index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Men’s Line. Helpline: 01632 960801. Open until 16:20. Nationwide"


def test_what_was_found_is_announced(walker: Walker, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(directory_view, "announce", lambda _w, text: said.append(text))
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


def test_a_service_can_be_opened_whatever_was_typed(walker: Walker) -> None:
    walker.press("zzz")
    walker.program.reference.open_service("mens-line")
    settle()
    assert walker.read("service-name") == "Men’s Line"


def test_the_same_service_is_not_drawn_anew_while_nothing_changes(walker: Walker) -> None:
    walker.press("mens line", ENTER)
    before = walker.find("line-now")
    walker.later("2026-11-27T16:06")
    assert walker.find("line-now") is before


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
    page(walker)._model.tell(page(walker)._moment)
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


# ---- the list by itself


def test_a_long_list_reads_only_what_is_looked_at(walker: Walker) -> None:
    view = page(walker)
    pages: list[int] = []
    real = view._catalogue.page

    def counted(ids: Sequence[str]) -> tuple[Service, ...]:
        pages.append(len(ids))
        return real(ids)

    view._catalogue.page = counted  # type: ignore[method-assign]
    view._model.tell(view._moment)
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
