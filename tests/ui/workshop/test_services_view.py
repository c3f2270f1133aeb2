"""Services: found, changed with a document, refused at the field, never changed by themselves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.workshop.document_field import NEEDED, UNTITLED, DocumentField
from desktop_app.ui.workshop.fact_editor import FactEditor
from desktop_app.ui.workshop.services_view import KEPT, LOOK_ELSEWHERE, LOOK_HERE
from desktop_app.ui.workshop.stale_texts_card import StaleTextsCard
from desktop_app.ui.workshop.working_copy import LookAt
from tests.ui.workshop.bench import NUMBER, Bench
from tests.ui.workshop.opened import keys, one, open_workshop, said

NOTES = ("services", 0, "notes", 1)
TIMES = LookAt("elm-children", "Elm front door", NOTES, "Good to know", "Two. 16:20", ("16:20",))
ELSEWHERE = LookAt(
    "oak", "Oak front door", (), "Note", "Ends in 001.", ("001",), was="01632 960001"
)


def change(qtbot: QtBot, bench: Bench, typed: str, document: str = "elm-2024") -> FactEditor:
    """Open the number of the first service, type another and keep it."""
    view = open_workshop(qtbot, bench).services
    one(view, QPushButton, "fact-lines-0-number-change").click()
    editor = one(view, FactEditor, "fact-editor")
    one(editor, QLineEdit, "new-value-line").setText(typed)
    one(editor, DocumentField, "rests-on").choose(document)
    one(editor, QPushButton, "fact-keep").click()
    return editor


def test_a_number_is_changed_with_the_document_that_says_so(qtbot: QtBot) -> None:
    bench = Bench()
    change(qtbot, bench, "01632 960 555")
    [edit] = bench.edits
    assert (edit.place, edit.value, edit.document) == (NUMBER, "01632 960 555", "elm-2024")


def test_the_sheet_shows_the_new_number_and_says_that_no_desk_has_it_yet(qtbot: QtBot) -> None:
    bench = Bench()
    window = change(qtbot, bench, "01632 960555").window()
    assert said(window, "fact-lines-0-number-told") == "01632 960555"
    assert said(window, "workshop-told") == KEPT


def test_nothing_is_kept_without_a_document(qtbot: QtBot) -> None:
    bench = Bench()
    editor = change(qtbot, bench, "01632 960555", document="")
    assert not bench.edits
    assert said(editor, "fact-told") == NEEDED


def test_a_refusal_stands_at_the_field_and_what_was_typed_stays(qtbot: QtBot) -> None:
    bench = Bench()
    editor = change(qtbot, bench, "01632 960999")
    assert said(editor, "fact-told") == "That number is not in the numbering plan."
    line = one(editor, QLineEdit, "new-value-line")
    assert line.text() == "01632 960999"
    assert line.hasFocus()  # it is typed anew where it is wrong


def test_prose_that_may_still_say_the_old_time_is_pointed_at(qtbot: QtBot) -> None:
    bench = Bench()
    bench.looks = [TIMES, ELSEWHERE]
    window = change(qtbot, bench, "01632 960555").window()
    told = said(window, "workshop-told")
    assert LOOK_HERE in told
    assert LOOK_ELSEWHERE.format("Oak front door") in told
    assert said(window, "sheet-look-told-1") == (
        "Elm front door, good to know, says “16:20”. Is that still so with the new hours?"
    )


def test_a_text_to_look_at_is_a_press_away(qtbot: QtBot) -> None:
    bench = Bench()
    bench.looks = [TIMES]
    view = open_workshop(qtbot, bench).services
    one(view, QPushButton, "sheet-look-change-1").click()
    assert one(view, FactEditor, "fact-editor").fact.place == ("services", 0, "notes")


def test_a_text_that_is_right_is_not_told_again(qtbot: QtBot) -> None:
    bench = Bench()
    bench.looks = [TIMES]
    view = open_workshop(qtbot, bench).services
    one(view, QPushButton, "sheet-look-right-1").click()
    assert bench.looks == []
    assert one(view, StaleTextsCard, "sheet-look-holder").isHidden()


def test_esc_leaves_the_fact_as_it_was(qtbot: QtBot) -> None:
    bench = Bench()
    view = open_workshop(qtbot, bench).services
    one(view, QPushButton, "fact-lines-0-number-change").click()
    keys("01632 960555", Qt.Key.Key_Escape)
    assert not bench.edits
    assert view.sheet._editor is None


def test_a_number_is_changed_by_keyboard_alone(qtbot: QtBot) -> None:
    bench = Bench()
    view = open_workshop(qtbot, bench).services
    keys("front", Qt.Key.Key_Return, Qt.Key.Key_Space, "01632 960555")
    box = one(view, QComboBox, "rests-on-box")
    box.setFocus()
    keys(Qt.Key.Key_Down)
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [edit.value for edit in bench.edits] == ["01632 960555"]


def test_the_document_used_last_is_offered_first_the_next_time(qtbot: QtBot) -> None:
    bench = Bench()
    window = change(qtbot, bench, "01632 960555").window()
    one(window, QPushButton, "fact-lines-0-hours-change").click()
    assert one(window, DocumentField, "rests-on").value() == "elm-2024"


def test_a_document_is_added_where_it_is_needed(qtbot: QtBot) -> None:
    bench = Bench()
    view = open_workshop(qtbot, bench).services
    one(view, QPushButton, "fact-lines-0-number-change").click()
    field = one(view, DocumentField, "rests-on")
    one(field, QPushButton, "rests-on-keep").click()
    assert said(field, "rests-on-told") == UNTITLED
    one(field, QLineEdit, "document-title").setText("Letter of the council")
    one(field, QLineEdit, "document-publisher").setText("Elm Council")
    one(field, QLineEdit, "document-dated").setText("1 Dec 2026")
    one(field, QPushButton, "rests-on-keep").click()
    assert field.value() == "letter of the council"


def test_a_document_that_is_typed_in_is_kept_with_the_change(qtbot: QtBot) -> None:
    bench = Bench()
    view = open_workshop(qtbot, bench).services
    one(view, QPushButton, "fact-lines-0-number-change").click()
    one(view, QLineEdit, "new-value-line").setText("01632 960199")
    one(view, QPushButton, "rests-on-add").click()
    one(view, QLineEdit, "document-title").setText("Letter of the council")
    one(view, QPushButton, "fact-keep").click()
    assert said(view, "fact-told") == UNTITLED
    assert not bench.edits
    one(view, QLineEdit, "document-publisher").setText("Elm Council")
    one(view, QLineEdit, "document-dated").setText("1 Dec 2026")
    one(view, QPushButton, "fact-keep").click()
    (edit,) = bench.edits
    assert (edit.value, edit.document) == ("01632 960199", "letter of the council")


def test_enter_goes_through_a_new_document_and_keeps_it(qtbot: QtBot) -> None:
    bench = Bench()
    view = open_workshop(qtbot, bench).services
    one(view, QPushButton, "fact-lines-0-number-change").click()
    one(view, QPushButton, "rests-on-add").click()
    field = one(view, DocumentField, "rests-on")
    for key, typed in (("title", "Letter"), ("publisher", "Elm Council"), ("dated", "1 Dec 2026")):
        line = one(view, QLineEdit, f"document-{key}")
        assert line.hasFocus()
        QTest.keyClicks(line, typed)
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert [each.title for each in bench.kept if each.title == "Letter"]
    assert field.value() == "letter"


def test_a_file_that_is_not_there_is_said_and_no_document_is_kept(qtbot: QtBot) -> None:
    bench = Bench()
    view = open_workshop(qtbot, bench).services
    one(view, QPushButton, "fact-lines-0-number-change").click()
    field = one(view, DocumentField, "rests-on")
    field.take_file("missing.pdf")
    one(field, QLineEdit, "document-title").setText("Letter")
    one(field, QLineEdit, "document-publisher").setText("Elm Council")
    one(field, QLineEdit, "document-dated").setText("1 Dec 2026")
    one(field, QPushButton, "rests-on-keep").click()
    assert said(field, "rests-on-told") == "There is no such file."
    assert len(bench.kept) == 1


def test_a_copy_somebody_else_holds_offers_no_change(qtbot: QtBot) -> None:
    view = open_workshop(qtbot, Bench(read_only="Amara has it open since 09:12.")).services
    assert said(view, "workshop-read-only") == "Amara has it open since 09:12."
    assert one(view, QPushButton, "fact-lines-0-number-change").isHidden()


def test_a_fact_that_never_changes_has_no_button_and_says_why(qtbot: QtBot) -> None:
    view = open_workshop(qtbot, Bench()).services
    assert one(view, QPushButton, "fact-lines-0-id-change").isHidden()


@pytest.mark.parametrize("width", [760, 1100])
def test_what_came_of_a_change_is_in_sight_also_where_the_sheet_stands_alone(
    qtbot: QtBot, width: int
) -> None:
    window = open_workshop(qtbot, Bench())
    window.window.resize(width, 700)
    QTest.keyClick(window.services.services.search, Qt.Key.Key_Return)
    one(window.window, QPushButton, "fact-lines-0-number-change").click()
    one(window.window, QLineEdit, "new-value-line").setText("01632 960555")
    one(window.window, DocumentField, "rests-on").choose("elm-2024")
    one(window.window, QPushButton, "fact-keep").click()
    names = ("workshop-told", "workshop-told-narrow")
    seen = [label for name in names if (label := one(window.window, QLabel, name)).isVisible()]
    assert [label.text() for label in seen] == [KEPT]
