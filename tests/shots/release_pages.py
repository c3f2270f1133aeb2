"""The pages between a changed fact and a desk as pictures, and those of a steward's first day."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.app.workshop.main import Session
from desktop_app.app.workshop.release_pages import CHANGE_SET, HAND_OVER, KEYS, SHARE
from tests.app.workshop.test_release_pages import fill, press
from tests.shots.few_colours import write_small
from tests.ui.walker import settle
from tests.ui.workshop.opened import one
from tests.workshop.publishing.release_office import (
    PASSPHRASE,
    PERSONS,
    ReleaseOffice,
    make_office,
)

GUIDE = Path(__file__).parents[2] / "docs/pictures"
FIRST_DAY = ("start", "number", "hand-over", "change-set", "retype", "keys")
"""Pages that docs/first-day.md shows, beside two of those below."""
HELP = Path(__file__).parents[2] / "resources/help"
BY_PAGE = ("kept", "calls", "dates", "new", "lists-compared")
"""Those that docs/stewards.md shows, and the window's help, where they are dressed like it."""
HELP_ENDINGS = {"light": ".png", "dark": ".dark.png"}
Take = Callable[[QWidget, str], None]
"""Pictures a window under a name."""


def take_release_pages(session: Session, own: Path, take: Take) -> int:
    """Hand a change over and look through it; how many pictures there are."""
    office = make_office(own / "office", PERSONS)
    office.change()
    set_file = _hand_over(session, office, take)
    front = session.front
    front.show()
    session.open(set_file, "Ben Checker")
    fill(front, "set", desk=office.desk.folder)
    press(front, "set-look")
    fill(front, "set", file="F:/releases/next.wtcchange", desk="F:/releases")
    take(front, CHANGE_SET)
    view = session.releases.view
    view.ensureWidgetVisible(view.lines["passphrase"])
    take(front, "retype")
    front.rail.chosen.emit(KEYS)
    take(front, KEYS)
    return 5


def keep_pictures(out: Path, prefix: str, colours: str, ending: str) -> None:
    """Keep those of a steward's first day beside the guide, and those that the help shows."""
    if colours == "light":
        for name in FIRST_DAY:
            write_small(out / f"{prefix}{name}.{ending}", GUIDE / f"{prefix}{name}.png")
    if colours in HELP_ENDINGS:
        for name in BY_PAGE:
            kept = HELP / f"{prefix}{name}{HELP_ENDINGS[colours]}"
            write_small(out / f"{prefix}{name}.{ending}", kept)


def _hand_over(session: Session, office: ReleaseOffice, take: Take) -> Path:
    session.open(office.path, "Anna Steward")
    window, out = session.opened[-1].window, office.folder / "next.wtcchange"
    window.resize(session.front.size())
    window.rail.chosen.emit(SHARE)
    settle()
    take(window, SHARE)
    window.rail.chosen.emit(HAND_OVER)
    key = office.desk.keys / "targets-1.p12"
    fill(window, "hand-over", desk=office.desk.folder, out=out, key=key, passphrase=PASSPHRASE)
    press(window, "hand-over-do")
    shown = {"desk": "F:/releases", "out": "F:/releases/next.wtcchange", "key": "E:/targets-1.p12"}
    fill(window, "hand-over", **shown)
    one(window, QWidget, "hand-over-told").hide()
    take(window, HAND_OVER)
    return out
