"""Take a picture of every page and state: `python -m tests.shots [NAME]...`.

Light, dark, high contrast, twice the text size, a small window, a dense screen. The six pictures
of the README go to docs/pictures, all others to tests/shots/pictures (not kept in git).
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault(
    "QT_QPA_PLATFORM", f"offscreen:configfile={Path(__file__).parents[1] / 'screen.json'}"
)

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication

from desktop_app.app.dependencies import installed_parts
from desktop_app.app.first_screen import FirstScreen
from desktop_app.domain.printing.poster import poster
from desktop_app.ui.printing.printout import picture, printout
from tests.area import LUTON
from tests.frozen_clock import FrozenClock
from tests.shots.scenes import SCENES, Scene
from tests.shots.workshop_pages import take_pages
from tests.ui.patience import HandPatience
from tests.ui.printed_pages import LEADS, TODAY
from tests.ui.town import at
from tests.ui.walker import KeptInMemory, Walker, settle

ROOT = Path(__file__).parents[2]
README, OTHERS = ROOT / "docs" / "pictures", Path(__file__).parent / "pictures"
DENSE, WORKSHOP = "dense", "workshop"
POSTER_WIDTH = 900


@dataclass(frozen=True)
class Look:
    """How the window is dressed for a picture."""

    name: str
    colours: str = "light"
    percent: int = 100
    size: QSize = QSize(1180, 860)  # noqa: RUF009  # never changed


LOOKS = (
    Look("light"),
    Look("dark", "dark"),
    Look("contrast", "contrast"),
    Look("small", size=QSize(1024, 768)),
    Look("large-text", percent=200, size=QSize(1024, 768)),
    Look("wide", percent=125, size=QSize(1920, 1080)),
)


def main() -> int:
    """Take the pictures asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="scenes, or “workshop”; all when none is named")
    parser.add_argument("--look", help=f"one of the looks only, or {DENSE!r}")
    options = parser.parse_args()
    for folder in (README, OTHERS):
        folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    taken = 0
    for scene, look in _wanted(options.names, options.look):
        with TemporaryDirectory() as own:
            taken += _take(app, scene, look, Path(own))
    for look in LOOKS:
        if options.look in (None, look.name) and options.names in ([], [WORKSHOP]):
            with TemporaryDirectory() as own:
                worn = (look.colours, look.percent, look.size)
                taken += take_pages(app, Path(own), worn, OTHERS)
    if options.look is None and not options.names:
        taken += _take_dense() + _take_poster()
    print(f"{taken} pictures in {OTHERS.relative_to(ROOT)} and {README.relative_to(ROOT)}")
    return 0


def _wanted(names: list[str], only: str | None) -> Iterator[tuple[Scene, Look]]:
    for look in LOOKS:
        if only not in (None, look.name) and not (only == DENSE and look.name == "light"):
            continue
        for scene in SCENES:
            if not names or scene.name in names:
                yield scene, look


def _take(app: QApplication, scene: Scene, look: Look, own: Path) -> int:
    clock = FrozenClock(at(scene.moment))
    settings = KeptInMemory(
        {
            "home_council": scene.home,
            "home_asked": scene.home is not None,
            "colours": look.colours,
            "text_percent": look.percent,
        }
    )
    patience = HandPatience()
    parts = installed_parts()._replace(
        settings=settings,
        open_clock=lambda: clock,
        own_folder=own,
        policy=scene.policy,
        patience=patience,
    )
    screen = FirstScreen(app, parts)
    screen.window.resize(look.size)
    screen.show()
    screen.window.activateWindow()
    screen.wake()
    settle()
    walker = Walker(screen, clock, settings, patience).press(*scene.keys)
    scene.also(walker)
    settle()
    picture = screen.window.grab()
    dense = app.devicePixelRatio() > 1
    picture.save(str(OTHERS / f"{scene.name}.{DENSE if dense else look.name}.png"))
    if scene.readme[0] == look.name and not dense:
        picture.save(str(README / f"{scene.readme[1]}.png"))
    screen.window.close()
    screen.deleteLater()
    screen.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return 1


def _take_poster() -> int:
    """The poster of the README, as it is printed."""
    directory = installed_parts().open_directory()
    made = poster(directory, (LUTON,), LEADS.name, TODAY)
    image, _ = picture(printout(made).pages[0], POSTER_WIDTH)
    image.save(str(README / "poster.png"))
    return 1


def _take_dense() -> int:
    """The same on a screen of twice the density, which only a new process can have."""
    names = ["who", "where-several", "answer", "directory-found", "what-if", "print"]
    command = [sys.executable, "-m", "tests.shots", "--look", DENSE, *names]
    subprocess.run(command, check=True, env=os.environ | {"QT_SCALE_FACTOR": "2"}, cwd=ROOT)
    return len(names)


if __name__ == "__main__":
    raise SystemExit(main())
