"""Two objects make up the window, and neither ever has a field that is missing."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.app import first_screen, program
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.errors import DirectoryError, DirectoryMissing
from desktop_app.ui.theme.appearance import appearance
from tests.ui.conftest import OpenWindow
from tests.ui.town import Town
from tests.ui.walker import AT_HOME, Walker, settle

AIMED = re.compile(r"page-|who-(?!page|question)|what-if|emergency-number|hide-now")


def missing() -> Directory:
    raise DirectoryMissing()


def fields_set_to_none(module: str, name: str) -> list[str]:
    """Fields of a class that any of its methods sets to None, or that may be None."""
    tree = ast.parse(Path(module).read_text("utf-8"))
    (found,) = [n for n in ast.walk(tree) if isinstance(n, ast.ClassDef) and n.name == name]
    bad = []
    for node in ast.walk(found):
        if isinstance(node, ast.AnnAssign) and "None" in ast.unparse(node.annotation):
            bad.append(ast.unparse(node))
        if isinstance(node, ast.Assign) and "None" in ast.unparse(node.value).split(", "):
            bad.append(ast.unparse(node))
    return bad


@pytest.mark.parametrize(
    ("module", "name"), [(first_screen.__file__, "FirstScreen"), (program.__file__, "Program")]
)
def test_no_field_is_ever_none(module: str, name: str) -> None:
    assert fields_set_to_none(module, name) == []


def test_the_program_is_built_when_it_is_first_wanted_and_only_once(
    open_window: OpenWindow,
) -> None:
    walker = open_window(awake=False)
    assert walker.screen._built == []
    first = walker.screen.program
    walker.screen.wake()
    assert walker.screen.program is first


def test_on_a_busy_computer_the_first_picture_comes_before_the_program(
    open_window: OpenWindow,
) -> None:
    walker = open_window(awake=False)
    screen = walker.screen
    screen.call_now.focus_first()  # asked anew: not painted yet
    screen._wake_once_seen()
    assert screen._built == []
    settle()
    screen._wake_once_seen()
    assert screen._built


def test_keys_that_come_before_the_program_is_built_are_answered(open_window: OpenWindow) -> None:
    assert open_window(awake=False).press("1", "1").sees("first-number")


def test_without_a_directory_the_fault_stands_and_the_rest_works(open_window: OpenWindow) -> None:
    walker = open_window(directory=missing)
    assert walker.sees("fault-title")
    assert walker.sees("emergency-number")
    for page in ("practice", "settings"):
        walker.window.open(page)
        settle()
        assert not walker.sees("fault-title"), page
    for page in ("directory", "guidance", "print", "about"):
        walker.window.open(page)
        settle()
        assert walker.sees("fault-title"), page
    walker.program.actions.desk.hiding.hide()
    assert walker.window.covered
    with pytest.raises(DirectoryError):
        walker.program.read()
    assert all(value is not None for value in vars(walker.program).values())


def test_a_directory_that_comes_later_ends_the_fault(open_window: OpenWindow) -> None:
    ready: list[Directory] = []

    def later() -> Directory:
        if not ready:
            raise DirectoryMissing()
        return ready[0]

    walker = open_window(directory=later)
    assert walker.sees("fault-title")
    assert walker.program.renew()
    ready.append(Town())
    assert walker.program.renew() == ""
    settle()
    assert not walker.sees("fault-title")
    assert walker.press("1", "1").sees("first-number")


def test_nobody_is_asked_for_another_time_while_there_is_nothing_to_answer_from(
    open_window: OpenWindow,
) -> None:
    walker = open_window(directory=missing)
    walker.program.ask_what_if()
    settle()
    assert not walker.sees("what-if-day")
    assert walker.program.reference._home is None  # the file would say which councils there are


def places(walker: Walker) -> dict[str, tuple[int, int, int, int]]:
    """Where everything a person may aim at lies: the pages, the answers, what-if, and 999."""
    frame = walker.window
    aimed = [each for each in frame.findChildren(QWidget) if AIMED.match(each.objectName())]
    corners = ((each, each.mapTo(frame, QPoint())) for each in aimed)
    return {e.objectName(): (at.x(), at.y(), e.height(), e.y()) for e, at in corners}


@pytest.mark.parametrize("settings", [AT_HOME, {}], ids=["at home", "home not yet asked"])
def test_nothing_moves_when_the_rest_of_the_first_page_comes(
    open_window: OpenWindow, settings: dict[str, object], qapp: QApplication
) -> None:
    """Drawings, the clock and the question about the practice come after the first picture."""
    appearance().drawn = False
    walker = open_window(settings=settings, awake=False)
    qapp.processEvents()
    assert not appearance().drawn
    first = places(walker)
    assert {"page-about", "who-child", "what-if", "emergency-number"} <= first.keys()
    walker.screen.wake()
    settle()
    assert appearance().drawn
    assert walker.sees("home-luton") is (settings == {})
    assert {name: place for name, place in places(walker).items() if name in first} == first
