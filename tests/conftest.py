"""What every test stands on: no screen, no traces in the home folder, a picture on failure."""

import functools
import gc
import gettext
import os
import re
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import hypothesis
import pytest

from tests.any_area.usual_directory import use_the_usual_directory

SCREEN = Path(__file__).with_name("screen.json")
"""A screen of 1920×1080, which Qt’s offscreen platform draws on; its own has 800×800."""
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREEN}")

BUSY = "import os\nparent = os.getppid()\nwhile os.getppid() == parent: pass"
"""Ends with whoever started it, even when that was killed."""
PICTURES = Path(__file__).parent / ".pictures"
DATA_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")

# A busy machine is no failure, and a failure found once is found again.
WHOLE = os.environ.get("WHO_TO_CALL_SWEEPS") == "whole"
hypothesis.settings.register_profile(
    "steady", deadline=None, derandomize=True, max_examples=100 if WHOLE else 40
)
hypothesis.settings.load_profile("steady")


# For each word of each command argparse looks on the disk for a translation that it never finds.
gettext.find = functools.cache(gettext.find)  # type: ignore[assignment]


def pytest_addoption(parser: pytest.Parser) -> None:
    """For what waits for threads, where one pass proves little: `--times 100 --under-load`."""
    parser.addoption("--times", type=int, default=1, help="run each test so many times")
    parser.addoption(
        "--under-load", action="store_true", help="with two busy processes a processor beside it"
    )


SAID = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep to this run what the steps beside it say: a pytest that a test starts has none."""
    config.stash[SAID] = os.environ.pop("WHO_TO_CALL_STEPS_SAID", "")
    use_the_usual_directory()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how the type checker and the linters ended before the tests speak last."""
    if said := terminalreporter.config.stash[SAID]:
        from workshop import steps

        terminalreporter.section("beside the tests")
        terminalreporter.write_line(steps.heard(Path(said)))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test as often as was asked for."""
    times = metafunc.config.getoption("times")
    if times > 1:
        metafunc.fixturenames.append("time_of_many")
        metafunc.parametrize("time_of_many", range(times), indirect=True)


@pytest.fixture
def time_of_many(request: pytest.FixtureRequest) -> int:
    """Which of the times this is."""
    return int(request.param)


@pytest.fixture(scope="session", autouse=True)
def load(request: pytest.FixtureRequest) -> Generator[None, None, None]:
    """Keep every processor busy with something else, when that was asked for."""
    count = 2 * (os.cpu_count() or 1) if request.config.getoption("under_load") else 0
    busy = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(count)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


@pytest.fixture(scope="session", autouse=True)
def own_data_folders(tmp_path_factory: pytest.TempPathFactory) -> Generator[None, None, None]:
    """Keep every test, and every program it starts, out of the person's own data folders."""
    with pytest.MonkeyPatch.context() as patch:
        for name in DATA_FOLDERS:
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


BREAKS_PAGES = ("test_every_function_raises.py",)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests first: whoever runs several files at a time ends them together.

    What breaks the window's own functions comes after every other test of a window: a page whose
    layout was broken may outlive its test, and answers the next change of colours with an error in
    whatever test runs then. Files that show nothing come last: all are short.
    """
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    shown = {item.path for item in items if "qapp" in getattr(item, "fixturenames", ())}

    def place(item: pytest.Item) -> tuple[bool, bool, bool]:
        breaks = item.path.name in BREAKS_PAGES
        return (item.path not in shown | slow, breaks, item.path not in slow)

    items.sort(key=place)


def pytest_collection_finish() -> None:
    """What is there now stays: looking for garbage in it takes 40 ms each time, and finds none."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Once a window was opened Python collects by a timer of the window; this stands in for it.

    It comes after the test has let go of everything. What is left then belongs to the whole run or
    to the module, and is not looked through again after each test: that took longer than the tests.
    """
    done = yield
    _clear_clipboard(item)
    _take_down(last=nextitem is None or nextitem.path != item.path)
    if not gc.isenabled():
        whole = "qapp" in getattr(item, "fixturenames", ())
        gc.collect(2 if whole else 0)
        if whole:
            gc.freeze()
    return done


def _take_down(*, last: bool) -> None:
    """Delete what a test put off deleting, and after a file the windows that it left behind.

    Each window that is still there is dressed anew whenever another one changes size or colours of
    the text: after some hundred tests that took ten times as long as the tests.
    """
    widgets, core = sys.modules.get("PySide6.QtWidgets"), sys.modules.get("PySide6.QtCore")
    if widgets is None or core is None or widgets.QApplication.instance() is None:
        return
    for window in widgets.QApplication.topLevelWidgets() if last else ():
        window.hide()
        window.deleteLater()
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)


def _clear_clipboard(item: pytest.Item) -> None:
    """The tests of a process share one clipboard: what one has put there is no other's."""
    if "qapp" in getattr(item, "fixturenames", ()):
        sys.modules["PySide6.QtGui"].QGuiApplication.clipboard().clear()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Save a picture of every open window when a test fails."""
    report = yield
    if report.when == "call" and report.failed:
        for picture in save_pictures(item.nodeid, PICTURES):
            report.sections.append(("picture", str(picture)))
    return report


def save_pictures(test: str, folder: Path) -> list[Path]:
    """Save each visible window as a PNG named after the test; a test without Qt has none."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    folder.mkdir(exist_ok=True)
    windows = [each for each in widgets.QApplication.topLevelWidgets() if each.isVisible()]
    name = re.sub(r"[^\w.-]+", "_", test)[-150:]
    pictures = [folder / f"{name}.{number}.png" for number in range(1, len(windows) + 1)]
    for window, picture in zip(windows, pictures, strict=True):
        window.grab().save(str(picture))
    return pictures
