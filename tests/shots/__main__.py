"""Take a picture of every page and state: `python -m tests.shots [NAME]...`.

Light, dark, high contrast, twice the text size, a small window, a dense screen. The five pictures
of the README go to docs/pictures, all others to tests/shots/pictures (not kept in git).
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop_app.app import Program
from desktop_app.clock import FrozenClock
from desktop_app.domain.errors import DirectoryDamaged
from desktop_app.parts import installed_parts
from tests.ui.town import at
from tests.ui.window import KeptInMemory, Walker, settle

ROOT = Path(__file__).parents[2]
README, OTHERS = ROOT / "docs" / "pictures", Path(__file__).parent / "pictures"
MORNING, NIGHT = "2026-12-01T10:05", "2026-12-05T02:10"
DENSE = "dense"


@dataclass(frozen=True)
class Look:
    """How the window is dressed for a picture."""

    name: str
    colours: str = "light"
    percent: int = 100
    size: QSize = QSize(1180, 860)  # noqa: RUF009  # never changed


@dataclass(frozen=True)
class Scene:
    """What is on screen: a moment, the keys pressed, and what else is done."""

    name: str
    keys: str = ""
    moment: str = MORNING
    also: Callable[[Walker], object] = lambda _walker: None
    home: str | None = "bedford"
    readme: tuple[str, str] = ("", "")
    """The look in which, and the name under which, it stands in the README."""


def press(name: str) -> Callable[[Walker], object]:
    """Press the button of this name."""

    def pressed(walker: Walker) -> None:
        button = walker.find(name)
        assert isinstance(button, QAbstractButton)
        button.click()

    return pressed


def page(name: str) -> Callable[[Walker], object]:
    """Open a page of the rail."""
    return lambda walker: walker.program.open_page(name)


def find(text: str) -> Callable[[Walker], object]:
    """Search the directory and open what is found first."""

    def found(walker: Walker) -> None:
        walker.program.open_page("directory")
        walker.press(text, Qt.Key.Key_Return)

    return found


def scroll(walker: Walker) -> None:
    """Go half-way down the answer."""
    bar = walker.find("advice-page").verticalScrollBar()  # type: ignore[attr-defined]
    settle()
    bar.setValue(bar.maximum() // 2)


def shift_clock(walker: Walker) -> None:
    """Somebody moves the clock while the program runs."""
    walker.clock.set(walker.clock.now() + timedelta(hours=9))
    live = walker.program._live
    if live:
        live.refresh()


LOOKS = (
    Look("light"),
    Look("dark", "dark"),
    Look("contrast", "contrast"),
    Look("small", size=QSize(1024, 768)),
    Look("large-text", percent=200, size=QSize(1024, 768)),
    Look("wide", percent=125, size=QSize(1920, 1080)),
)
SCENES = (
    Scene("who", readme=("light", "who")),
    Scene("first-run", home=None),
    Scene("where", "1"),
    Scene("where-place", "1wootton"),
    Scene("where-several", "1mk43", readme=("light", "where-several")),
    Scene("where-misspelt", "1leihgton"),
    Scene("answer", "12", NIGHT, readme=("light", "answer")),
    Scene("answer-open", "11"),
    Scene("answer-form", "14"),
    Scene("answer-code", "11q"),
    Scene("answer-dark", "22", NIGHT, readme=("dark", "dark")),
    Scene("answer-uncertain", "23", "2026-12-01T16:45"),
    Scene("answer-both", "11", also=press("also-both")),
    Scene("answer-unsure", "41"),
    Scene("answer-abuse", "33", also=press("circumstance-children")),
    Scene("answer-allegation", "54"),
    Scene("answer-place-unknown", "15"),
    Scene("answer-outside", "26"),
    Scene("answer-several", "1mk43", also=press("where-choice-all")),
    Scene("answer-scrolled", "41", also=scroll),
    Scene("answer-bank-holiday", "11", "2026-12-25T11:00"),
    Scene("clock-doubted", "11", also=shift_clock),
    Scene("what-if", also=press("what-if")),
    Scene("directory", also=page("directory")),
    Scene("directory-found", also=find("mash"), readme=("light", "directory")),
    Scene("guidance", also=page("guidance")),
    Scene("practice", also=page("practice")),
    Scene("print", also=page("print")),
    Scene("print-staff", also=lambda w: (page("print")(w), press("print-staff")(w))),
    Scene("settings", also=page("settings")),
    Scene("about", also=page("about")),
    Scene("fault", also=lambda w: w.program._fail(DirectoryDamaged("directory.sqlite", "seal"))),
)


def main() -> int:
    """Take the pictures asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="scenes; all when none is named")
    parser.add_argument("--look", help=f"one of the looks only, or {DENSE!r}")
    options = parser.parse_args()
    for folder in (README, OTHERS):
        folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    taken = 0
    for scene, look in _wanted(options.names, options.look):
        taken += _take(app, scene, look)
    if options.look is None and not options.names:
        taken += _take_dense()
    print(f"{taken} pictures in {OTHERS.relative_to(ROOT)} and {README.relative_to(ROOT)}")
    return 0


def _wanted(names: list[str], only: str | None) -> Iterator[tuple[Scene, Look]]:
    for look in LOOKS:
        if only not in (None, look.name) and not (only == DENSE and look.name == "light"):
            continue
        for scene in SCENES:
            if not names or scene.name in names:
                yield scene, look


def _take(app: QApplication, scene: Scene, look: Look) -> int:
    clock = FrozenClock(at(scene.moment))
    settings = KeptInMemory(
        {
            "home_council": scene.home,
            "home_asked": scene.home is not None,
            "colours": look.colours,
            "text_percent": look.percent,
        }
    )
    parts = installed_parts()._replace(settings=settings, open_clock=lambda: clock, own_folder=None)
    program = Program(app, parts)
    program.window.resize(look.size)
    program.show()
    program.window.activateWindow()
    program.wake()
    settle()
    walker = Walker(program, clock, settings).press(*scene.keys)
    scene.also(walker)
    settle()
    picture = program.window.grab()
    dense = app.devicePixelRatio() > 1
    picture.save(str(OTHERS / f"{scene.name}.{DENSE if dense else look.name}.png"))
    if scene.readme[0] == look.name and not dense:
        picture.save(str(README / f"{scene.readme[1]}.png"))
    program.window.close()
    program.window.deleteLater()
    program.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return 1


def _take_dense() -> int:
    """The same on a screen of twice the density, which only a new process can have."""
    names = ["who", "where-several", "answer"]
    command = [sys.executable, "-m", "tests.shots", "--look", DENSE, *names]
    subprocess.run(command, check=True, env=os.environ | {"QT_SCALE_FACTOR": "2"}, cwd=ROOT)
    return len(names)


if __name__ == "__main__":
    raise SystemExit(main())
