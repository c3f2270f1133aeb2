"""Every function of the window made to raise, once an answer stands: no old answer is left.

A seeded sample of each room in an ordinary run, every function with `dev.py check --slow`. The
function does its work until the answer stands; from then on it raises. The clock passes the end of
office hours, the answer is asked for again, and the pages are looked into. Each time either the
right answer stands, or none: the fault page, or another page, with 999 in sight.
"""

import functools
import gc
import importlib
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FunctionType, ModuleType
from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.desktop.qt_overrides import guarded
from desktop_app.ui.window.uncaught_errors import UncaughtErrors
from tests import sweeps
from tests.ui.conftest import OpenWindow, windows
from tests.ui.walker import Walker, settle

ROOT = Path(__file__).parents[2]
ROOMS = (
    "app",
    *sorted(f"ui.{path.parent.name}" for path in (ROOT / "desktop_app/ui").glob("*/__init__.py")),
)
ITSELF = ("uncaught_errors", "fault_page", "faults", "emergency", "main", "__main__")
"""The net and what it shows have tests of their own: test_uncaught_errors.py, test_faults.py."""
A_ROOM = 1
"""Functions of each room in an ordinary run."""
CLOSED = "2026-11-20T16:21"
PAGES = ("directory", "guidance", "practice", "print", "settings", "about")
SECRET = "Zwiebelstadt"


class Place(NamedTuple):
    """Where a function stands: a module or a class of it, and its name there."""

    module: str
    owner: str
    name: str

    @property
    def words(self) -> str:
        return ".".join(part for part in (self.module, self.owner, self.name) if part)


def functions(room: str) -> list[Place]:
    """Every function and method that is written in a room's modules."""
    package = importlib.import_module(f"desktop_app.{room}")
    found = []
    for each in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        if each.ispkg or each.name.rpartition(".")[2] in ITSELF:
            continue
        module = importlib.import_module(each.name)
        found += [Place(each.name, *place) for place in written_in(module)]
    return sorted(found)


def written_in(module: ModuleType) -> Iterator[tuple[str, str]]:
    for name, thing in vars(module).items():
        if getattr(thing, "__module__", "") != module.__name__:
            continue
        if isinstance(thing, FunctionType):
            yield "", name
        elif inspect.isclass(thing):
            for inside, part in vars(thing).items():
                own = isinstance(part, FunctionType | staticmethod | property)
                if own and (inside == "__init__" or not inside.startswith("__")):
                    yield name, inside


class Broken:
    """A function that raises from the moment on that it is told to.

    `kept` holds what stood in its place for as long as any window may ask for it: Qt remembers
    which function of Python's it calls and not whose it is. No program exchanges functions of its
    classes while it runs; here a window of before called whatever lay where the old one had been.
    """

    def __init__(self, place: Place, patch: pytest.MonkeyPatch, kept: list[object]) -> None:
        self.raises, self.raised, self._kept = False, 0, kept
        module = sys.modules[place.module]
        if place.owner:
            owner = getattr(module, place.owner)
            patch.setattr(owner, place.name, self._instead_of(vars(owner)[place.name]))
            return
        function = getattr(module, place.name)
        instead = self._either(function)
        for name, other in list(sys.modules.items()):
            if name.startswith("desktop_app") and getattr(other, place.name, None) is function:
                patch.setattr(other, place.name, instead)

    def _instead_of(self, part: object) -> object:
        if isinstance(part, staticmethod):
            return staticmethod(self._either(part.__func__))
        if isinstance(part, property):
            assert part.fget is not None
            return property(self._either(part.fget), part.fset)
        assert isinstance(part, FunctionType)
        return self._either(part)

    def _either(self, function: Callable[..., object]) -> Callable[..., object]:
        @functools.wraps(function)
        def either(*words: object, **named: object) -> object:
            if self.raises:
                self.raised += 1
                int(SECRET)  # an error that the interpreter makes, see desktop/qt_overrides.py
            return function(*words, **named)

        of_qt = hasattr(function, "__wrapped__")  # it was seen to when its class was made
        instead = guarded(either) if of_qt else either
        self._kept.append(instead)
        return instead


def words() -> str:
    """Every word in every window."""
    labels = [
        label
        for window in QApplication.topLevelWidgets()
        for label in [window, *window.findChildren(QLabel)]
        if isinstance(label, QLabel) and label.isVisible()
    ]
    return "\n".join(label.text() for label in labels)


def wrong(walker: Walker, right: str) -> str:
    """What stands that must not, or does not that must; empty when all is well."""
    said = words()
    if "999" not in said:
        return "999 is not in sight"
    if SECRET in said:
        return "the words of the error are shown"
    if walker.sees("first-number") and walker.read("first-number") != right:
        return f"{walker.read('first-number')} stands first"
    return ""


def by_hand(step: Callable[[], object]) -> None:
    """What a test calls and Qt would have called: there the net hears of what it raises."""
    try:
        step()
    except ValueError:
        sys.excepthook(*sys.exc_info())
    settle()


def open_page(walker: Walker, page: str) -> None:
    """The program itself is one of the functions that raise: it is asked for only now."""
    walker.program.open_page(page)


def found_in(walker: Walker, right: str) -> str:
    """Walk on with the broken function; what is wrong first, if anything."""
    steps: list[Callable[[], object]] = [lambda: walker.later(CLOSED)]
    steps += [functools.partial(open_page, walker, page) for page in PAGES]
    steps += [
        lambda: walker.press_at_once(Qt.Key.Key_Escape),
        lambda: open_page(walker, "call-now"),
        lambda: walker.press("1", "1"),
    ]
    for step in steps:
        by_hand(step)
        if fault := wrong(walker, right):
            return fault
        if walker.sees("fault-sentence"):
            return ""
    return ""


@pytest.fixture
def net() -> Iterator[UncaughtErrors]:
    errors = UncaughtErrors()
    errors.install()
    yield errors
    errors.remove()


@pytest.fixture(scope="module")
def by_night() -> list[str]:
    """The night's number, once it has been read."""
    return []


@pytest.fixture(scope="session")
def kept() -> list[object]:
    """Outlives every window of the run."""
    return []


@pytest.fixture
def right(open_window: OpenWindow, by_night: list[str]) -> str:
    """The number of the first question's answer once the office is closed; read once."""
    if by_night:
        return by_night[0]
    walker = open_window().press("1", "1")
    office = walker.read("first-number")
    walker.later(CLOSED)
    night = walker.read("first-number")
    assert night != office
    walker.window.close()
    by_night.append(night)
    return night


def fault_once_raising(place: Place, kept: list[object], net: UncaughtErrors, right: str) -> str:
    """What is wrong first in a window whose answer stood before this function raised, if anything.

    The window goes with all it holds: the next function has a window of its own, and a whole room
    in one process takes the memory of one.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with pytest.MonkeyPatch.context() as patch, windows(app) as opened:
        broken = Broken(place, patch, kept)
        walker = opened().press("1", "1")
        net.caught.connect(walker.screen.catch)
        broken.raises = True
        fault = found_in(walker, right)
        broken.raises = False
        net.caught.disconnect(walker.screen.catch)
    return f"{fault} (raised {broken.raised} times)" if fault else ""


def let_go() -> None:
    """Delete what a broken function kept from being deleted; Python collects by a timer alone."""
    for widget in QApplication.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("room", ROOMS)
def test_no_function_that_raises_leaves_an_old_answer(
    kept: list[object], net: UncaughtErrors, right: str, room: str
) -> None:
    every = functions(room)
    assert len(every) >= A_ROOM
    faults = {}
    for place in sweeps.sampled(every, A_ROOM, of=room):
        if fault := fault_once_raising(place, kept, net, right):
            faults[place.words] = fault
        let_go()
    assert faults == {}


def test_an_old_answer_would_be_seen(open_window: OpenWindow, right: str) -> None:
    walker = open_window().press("1", "1")
    assert wrong(walker, right) == f"{walker.read('first-number')} stands first"


def test_every_room_of_the_window_is_walked() -> None:
    assert sum(len(functions(room)) for room in ROOMS) > 700
