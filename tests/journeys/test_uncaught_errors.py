"""Whatever breaks, wherever: the answer goes, and 999, 101 and the national lines stand."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app import paths
from desktop_app.domain.hours.status import in_words
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.errors import DirectoryDamaged, ProgramFault
from desktop_app.domain.services.last_resort import ALWAYS, IN_ONE_LINE
from desktop_app.no_window import FAULT
from desktop_app.store.directory.directory import open_directory
from desktop_app.ui.window.emergency import RING
from desktop_app.ui.window.uncaught_errors import UncaughtErrors
from tests.ui.conftest import OpenWindow
from tests.ui.walker import Walker, settle

TYPED = "Zwiebelstadt"
KINDS = (
    AttributeError, TypeError, OverflowError, ZeroDivisionError, RecursionError, MemoryError,
    RuntimeError, KeyError, AssertionError, OSError, UnicodeError, NotImplementedError,
)  # fmt: skip


@pytest.fixture
def net(open_window: OpenWindow) -> Iterator[Callable[..., Walker]]:
    """A window whose uncaught errors are caught, as `main` does it."""
    errors = UncaughtErrors()

    def opening(*asked: object, **named: object) -> Walker:
        walker = open_window(*asked, **named)
        errors.install()
        errors.caught.connect(walker.screen.catch)
        return walker

    yield opening
    errors.remove()


def breaks(error: type[Exception]) -> Callable[..., None]:
    def broken(*_: object, **__: object) -> None:
        raise error(TYPED)

    return broken


def nothing_old_stands(walker: Walker, number: str) -> None:
    said = walker.all_words()
    assert number not in said
    assert "Open until" not in said
    assert walker.read("fault-sentence") in (ProgramFault().sentence, DirectoryDamaged().sentence)
    assert walker.read("emergency-number") == RING
    for each in ALWAYS:
        assert walker.read(f"still-{each.number.replace(' ', '')}-number") == each.number
    assert TYPED not in said


@pytest.mark.parametrize("error", KINDS)
def test_an_error_while_the_answer_is_redrawn_leaves_no_old_answer(
    net: Callable[..., Walker], monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    walker = net().press("1", "1")
    number = walker.read("first-number")
    monkeypatch.setattr("desktop_app.domain.decision.decision.advise", breaks(error))
    walker.later("2026-11-20T17:00")
    nothing_old_stands(walker, number)


@pytest.mark.parametrize("where", ["call_now.show_advice", "window.status_bar.show_moment"])
def test_an_error_in_a_slot_leaves_no_old_answer(
    net: Callable[..., Walker], monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    walker = net().press("1", "1")
    number = walker.read("first-number")
    owner, _, name = where.rpartition(".")
    thing: object = walker.program
    for part in owner.split("."):
        thing = getattr(thing, part)
    monkeypatch.setattr(type(thing), name, breaks(TypeError))
    live = walker.program.live
    live.advised.connect(lambda _advice: breaks(TypeError)())
    walker.later("2026-11-20T17:00")
    nothing_old_stands(walker, number)


def test_an_error_in_a_timer_or_an_event_is_caught(net: Callable[..., Walker]) -> None:
    walker = net().press("1", "1")
    number = walker.read("first-number")
    QTimer.singleShot(0, breaks(ValueError))
    settle()
    nothing_old_stands(walker, number)


def test_an_error_in_a_thread_is_heard_in_the_window(net: Callable[..., Walker]) -> None:
    walker = net().press("1", "1")
    number = walker.read("first-number")
    thread = threading.Thread(target=breaks(KeyError))
    thread.start()
    thread.join()
    settle()
    nothing_old_stands(walker, number)


def test_an_error_nobody_could_raise_is_caught_too(net: Callable[..., Walker]) -> None:
    class Broken:
        def __del__(self) -> None:
            raise ValueError(TYPED)

    walker = net().press("1", "1")
    number = walker.read("first-number")
    Broken()
    settle()
    nothing_old_stands(walker, number)


def test_starting_again_gives_a_fresh_answer_and_never_the_old_one(
    net: Callable[..., Walker],
) -> None:
    walker = net().press("1", "1")
    number = walker.read("first-number")
    QTimer.singleShot(0, breaks(ValueError))
    settle()
    walker.find("fault-again").click()  # type: ignore[attr-defined]
    settle()
    assert walker.sees("who-question")
    assert number not in walker.all_words()
    assert walker.press("1", "1").read("first-number") == number


@pytest.mark.parametrize("error", KINDS)
def test_whatever_the_directory_raises_at_the_start_999_and_the_lines_stand(
    net: Callable[..., Walker], error: type[Exception]
) -> None:
    broken: Callable[..., Directory] = breaks(error)  # type: ignore[assignment]
    walker = net(directory=broken)
    nothing_old_stands(walker, "01632 960001")


def test_when_not_even_the_page_can_be_made_plain_words_stand(
    net: Callable[..., Walker], monkeypatch: pytest.MonkeyPatch
) -> None:
    walker = net().press("1", "1")
    number = walker.read("first-number")
    monkeypatch.setattr("desktop_app.ui.window.fault_page.FaultPage", breaks(MemoryError))
    QTimer.singleShot(0, breaks(ValueError))
    settle()
    label = walker.window.centralWidget()
    assert isinstance(label, QLabel)
    assert all(each.number in label.text() for each in ALWAYS)
    assert number not in label.text()


def test_what_was_typed_is_never_said(
    net: Callable[..., Walker], capsys: pytest.CaptureFixture[str]
) -> None:
    net()
    QTimer.singleShot(0, breaks(ValueError))
    settle()
    said = capsys.readouterr().err
    assert said.startswith("who-to-call: test_uncaught_errors.py, line")
    assert "ValueError" in said
    assert len(said.splitlines()) == 1
    assert TYPED not in said


def test_without_a_console_it_is_caught_all_the_same(
    net: Callable[..., Walker], monkeypatch: pytest.MonkeyPatch
) -> None:
    walker = net().press("1", "1")
    number = walker.read("first-number")
    monkeypatch.setattr(sys, "stderr", None)
    QTimer.singleShot(0, breaks(ValueError))
    settle()
    nothing_old_stands(walker, number)


def test_hidden_it_stays_hidden(net: Callable[..., Walker]) -> None:
    walker = net()
    walker.window.hide_wanted.emit()
    QTimer.singleShot(0, breaks(ValueError))
    settle()
    assert walker.window.covered


def test_every_number_of_the_fault_page_is_the_directory_s() -> None:
    directory = open_directory(paths.directory_file())
    for each in ALWAYS:
        lines = {line.display: line for line in directory.service(each.service).callable_lines}
        assert each.number in lines, each
        if "Day and night." in each.what:
            assert in_words(lines[each.number].hours).startswith("24 hours a day")
    nspcc = directory.service("nat-nspcc").callable_lines[0]
    assert in_words(nspcc.hours).startswith(
        "Monday to Friday 08:00 to 22:00, Saturday and Sunday 09:00 to 18:00"
    )
    directory.close()
    assert all(number in IN_ONE_LINE for number in ("999", "101", "0808 800 5000"))


ONE_FAULT = """
import sys
from desktop_app.cli import now
def broken(*_): raise TypeError("Zwiebelstadt")
now.advise = broken
from desktop_app.cli.main import main
sys.exit(main(["now", "--about", "child", "--in", "luton"]))
"""
NO_START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
import desktop_app.app.first_screen as app
def broken(*_): raise TypeError("Zwiebelstadt")
app.MainWindow = broken
def look():
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    print([w.text() for w in shown if isinstance(w, QLabel)])
    QApplication.instance().exit(0)
usual = QApplication.exec
def run(*_):
    QTimer.singleShot(200, look)
    return usual()
QApplication.exec = run
from desktop_app.app.main import main
sys.exit(main(["who-to-call"]))
"""


def run(code: str, **changed: str) -> subprocess.CompletedProcess[str]:
    import os

    return subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | changed, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def test_the_terminal_says_one_line_and_its_exit_status() -> None:
    done = run(ONE_FAULT)
    assert done.returncode == 70
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    where = line.removeprefix(FAULT.partition("{}")[0]).partition(")")[0]
    assert line == FAULT.format(where, IN_ONE_LINE)
    assert where.endswith("TypeError")
    assert TYPED not in done.stderr


def test_a_window_that_cannot_be_put_together_is_plain_words_with_999(tmp_path: Path) -> None:
    done = run(NO_START, XDG_RUNTIME_DIR=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "999" in done.stdout
    assert "0808 800 5000" in done.stdout
    assert TYPED not in done.stderr


@pytest.mark.parametrize(
    "screen",
    [
        {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""},
        {"DISPLAY": ":987", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""},
        {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "xcb"},
    ],
)
def test_without_a_display_one_sentence_and_status_2(
    screen: dict[str, str], tmp_path: Path
) -> None:
    start = "import sys; from desktop_app.app.main import main; sys.exit(main(['who-to-call']))"
    done = run(start, XDG_RUNTIME_DIR=str(tmp_path), **screen)
    assert done.returncode == 2, done.stderr
    (line,) = done.stderr.splitlines()
    assert line.startswith("There is no screen here")


def test_every_widget_survives(open_window: OpenWindow) -> None:
    """The fault is put in place and taken away; no widget of it is left."""
    walker = open_window()
    for _ in range(3):
        walker.screen.catch(ProgramFault("x", "y"))
        settle()
        walker.find("fault-again").click()  # type: ignore[attr-defined]
        settle()
    left = [w for w in walker.window.findChildren(QWidget, "fault-page") if w.isVisible()]
    assert left == []


def test_nothing_is_kept_of_an_error(net: Callable[..., Walker]) -> None:
    net()
    QTimer.singleShot(0, breaks(RuntimeError))
    settle()
    assert not {"last_value", "last_traceback", "last_exc"} & set(vars(sys))
