"""The window of an installed program, a steward with real keys, and what both do in a test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app import paths
from desktop_app.app.dependencies import Dependencies, installed_parts
from desktop_app.app.first_screen import FirstScreen
from desktop_app.app.program import Program
from desktop_app.app.update_controller import UpdateController
from desktop_app.domain.practice.policy import Policy
from desktop_app.ui.updates.worker import UpdateWorker
from tests.frozen_clock import FrozenClock
from tests.ui.patience import HandPatience
from tests.ui.town import at
from tests.ui.walker import AT_HOME, KeptInMemory, Walker, settle
from tests.updates.lab import Lab
from tests.updates.pure import each_signature_once, pure_python
from tests.updates.real_lab import RealLab

NOW = "2026-12-01T09:30"
NEW_NUMBER = "01632 960777"
Open = Callable[..., Walker]


@pytest.fixture
def as_installed() -> Iterator[None]:
    """Signatures are checked as the window does it: in pure Python."""
    with pure_python(), each_signature_once():
        yield


@pytest.fixture
def lab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lab:
    return installed(RealLab(tmp_path), monkeypatch)


@pytest.fixture
def small_lab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lab:
    """With small directories, where the real one would only take longer."""
    return installed(Lab(tmp_path), monkeypatch)


def installed(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> Lab:
    """The program of this process is the one of the laboratory's laptop."""
    monkeypatch.setattr(paths, "user_data", lambda *_: lab.place.user_folder)
    monkeypatch.setattr(paths, "directory_file", lambda *_: lab.place.bundled)
    monkeypatch.delenv(paths.DIRECTORY_VARIABLE, raising=False)
    return lab


@pytest.fixture
def opened(lab: Lab, qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    screens: list[FirstScreen] = []

    def opening(
        policy: Policy | None = None, kept: KeptInMemory | None = None, **changed: object
    ) -> Walker:
        clock, kept = FrozenClock(at(NOW)), kept or KeptInMemory(AT_HOME)
        patience = HandPatience()
        parts: Dependencies = installed_parts()._replace(
            settings=kept,
            open_clock=lambda: clock,
            policy=policy or Policy(),
            own_folder=None,
            patience=patience,
        )
        screen = FirstScreen(qapp, parts._replace(**changed))  # type: ignore[arg-type]
        screens.append(screen)
        screen.show()
        screen.window.activateWindow()
        screen.wake()
        settle()
        return Walker(screen, clock, kept, patience)

    yield opening
    for screen in screens:
        renewal_of(screen.program).stop()
        screen.window.close()
        screen.deleteLater()  # before its window, whose pages its clock goes to
        screen.window.deleteLater()
    settle()
    # Otherwise every later window of the run would dress these anew as well.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def renewal_of(program: Program) -> UpdateController:
    renewal = program.actions._renewal
    assert renewal is not None
    return renewal


def newer_of(program: Program) -> UpdateWorker:
    return renewal_of(program).newer


def drag(window: QWidget, path: Path, *, drop: bool = True) -> bool:
    """Drag a file over the window and let it go; whether the window would take it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    held = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(200, 200).toPoint(), action, data, button, held)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted() and drop:
        QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), action, data, button, held))
    return enter.isAccepted()


def wait(qtbot: QtBot, walker: Walker) -> None:
    # 2 s of work: beside eight busy processes it was seen to take over 20
    qtbot.waitUntil(lambda: not newer_of(walker.program).busy, timeout=120_000)
    settle()


def release(walker: Walker) -> int:
    return walker.program.read().release().number


def status_bar(walker: Walker) -> str:
    return walker.read("foot-told")


def shown_first(walker: Walker) -> str:
    return walker.read("first-number")


def service_of_the_answer(walker: Walker) -> str:
    """The id of the service whose number stands first."""
    directory = walker.program.read()
    name = walker.read("first-service")
    return next(service.id for service in directory.services() if service.name == name)


def publish_another_number(lab: Lab, walker: Walker, number: int = 2) -> None:
    replaced = (service_of_the_answer(walker), shown_first(walker), NEW_NUMBER)
    lab.release(number, made={"other_number": replaced})
