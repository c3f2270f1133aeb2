"""`who-to-call check --self`: does this installation work, here, on this computer?

Made for whoever installs it on four hundred desks: run once after installing, it uses every part
the window needs and changes nothing.
"""

from __future__ import annotations

import os
import pkgutil
import platform
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import desktop_app
from desktop_app import paths
from desktop_app.cli.opening import checked_directory
from desktop_app.cli.provenance import origin, signature
from desktop_app.desktop.folder_setting import whole_path
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.moments import moment_words
from desktop_app.domain.places.area import NO_AREA, Area
from desktop_app.domain.places.councils import Whereabouts, WhereAnswer, WhereStatus
from desktop_app.domain.practice.policy import Policy
from desktop_app.domain.services.area_check import must_be_for
from desktop_app.domain.services.calls_owed import every_number
from desktop_app.domain.services.errors import DirectoryError
from desktop_app.domain.situation.situation import Concern, Situation
from desktop_app.domain.text.quoted_text import printable
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from desktop_app.store.places.lookup import WhereIndex
from desktop_app.store.user.settings import read_policy
from desktop_app.updates.releases.in_use import InUse

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

OFFICE_HOURS = datetime(2026, 12, 1, 11, 0, tzinfo=UK)
DEAD_OF_NIGHT = datetime(2026, 12, 5, 2, 0, tzinfo=UK)
NOT_FOR_DESKS = {"__main__", "authoring", "publishing"}
"""Stewards compile and publish in a checkout, with packages that desks do not get."""
COLOURS_OF_A_PAGE = 12
"""A page with words and buttons has many more; an empty window has one."""


class Broken(Exception):
    """Part of this installation does not work; the message says which, for IT."""


def run_self_check() -> int:
    """Try every part and print a line for each; exit status 1 when any does not work."""
    in_use = checked_directory()
    try:
        with closing(open_directory(in_use.path, sha256=in_use.sha256)) as directory:
            must_be_for(read_policy().area, directory.area())
            outcomes = list(_tried(directory, in_use))
    except DirectoryError as error:
        _say(f"FAILED  list of numbers: {error.technical or error.sentence}")
        return _verdict(works=False)
    return _verdict(works=all(outcomes))


def _verdict(*, works: bool) -> int:
    print("This installation works." if works else "This installation does not work: repair it.")
    return 0 if works else 1


def _tried(directory: SqliteDirectory, in_use: InUse) -> Iterator[bool]:
    parts: dict[str, Callable[[], str]] = {
        "list of numbers": lambda: contents(directory),
        "database": lambda: database(directory),
        "where it comes from": lambda: origin(in_use),
        "who signed it": lambda: signature(in_use, paths.user_data()),
        "UK time": uk_time,
        "whom to ring": lambda: decision(directory),
        "search": lambda: search(directory),
        "postcodes": lambda: postcodes(directory),
        "parts of the program": modules,
        "web addresses": web_addresses,
        "settings from IT": lambda: settings_from_it(read_policy(), directory.area()),
        "window": lambda: window(paths.resources()),
    }
    for name, part in parts.items():
        yield _works(name, part)


def _works(name: str, part: Callable[[], str]) -> bool:
    try:
        found = part()
    except Exception as error:  # whatever breaks, the other parts are still tried, and IT is told
        _say(f"FAILED  {name}: {str(error) or type(error).__name__}")
        return False
    _say(f"passed  {name}: {found}")
    return True


def _say(line: str) -> None:
    """One line for one part: a path may hold what turns a line, or commands for the terminal."""
    print(printable(line))


def contents(directory: SqliteDirectory) -> str:
    """The directory in use opens, and holds services with numbers."""
    services = directory.services()
    numbers = len(every_number(services))
    if not numbers:
        raise Broken("it holds no number")
    return f"release {directory.release().number}, {len(services)} services, {numbers} numbers"


def database(directory: SqliteDirectory) -> str:
    """The SQLite and the Python that run here, by version: what a security notice names."""
    ((sqlite,),) = directory.connection.execute("SELECT sqlite_version()").fetchall()
    return f"SQLite {sqlite} in Python {platform.python_version()}"


def uk_time() -> str:
    """Summer and winter differ by the hour they should: the time zones are here and sound."""
    summer = datetime(2027, 7, 1, 12, tzinfo=UK)
    if (summer.utcoffset(), OFFICE_HOURS.utcoffset()) != (timedelta(hours=1), timedelta()):
        raise Broken("the time zone of the UK is not what it should be")
    return "time zones are here"


def decision(directory: SqliteDirectory) -> str:
    """Every concern in every council has a first call, by day and by night."""
    answers = 0
    for moment in (OFFICE_HOURS, DEAD_OF_NIGHT):
        for council in directory.councils():
            where = Whereabouts(WhereStatus.KNOWN, (council,))
            for concern in Concern:
                if not advise(Situation(concern, where, frozenset()), directory, moment).calls:
                    raise Broken(
                        f"nobody to ring: {concern}, {council.slug}, {moment_words(moment)}"
                    )
                answers += 1
    return f"{answers} answers, each with somebody to ring"


def search(directory: SqliteDirectory) -> str:
    """The first service is found by another name people have for it, or by its own."""
    services = directory.services()
    named = next((each for each in services if each.aliases), services[0])
    name = next(iter(named.aliases), named.name)
    if named.id not in {hit.service_id for hit in directory.search(name)}:
        raise Broken(f"{name} does not find {named.name}")
    return f"{name} finds {named.name}"


def postcodes(directory: SqliteDirectory) -> str:
    """The postcodes that the directory names as examples lead to their councils."""
    index = WhereIndex(directory.connection)
    examples = directory.area().postcodes
    for postcode, slug in examples:
        found = [str(council.slug) for council in index.answer(postcode).whereabouts.councils]
        if found != [slug]:
            raise Broken(f"{postcode} leads to {found or 'nothing'}, not {slug}")
    return ", ".join(f"{postcode} is {slug}" for postcode, slug in examples)


def modules() -> str:
    """Every module that was installed can be loaded, with whatever it needs."""
    names = [each.name for each in pkgutil.walk_packages(desktop_app.__path__, "desktop_app.")]
    ours = [name for name in names if not set(name.split(".")) & NOT_FOR_DESKS]
    for name in ours:
        try:
            import_module(name)
        except Exception as error:
            raise Broken(f"{name} cannot be loaded: {error}") from error
    return f"{len(ours)} loaded"


def web_addresses() -> str:
    """`update https://…` could be encrypted; nothing is asked of the network."""
    from desktop_app.cli.web_source import encryption
    from desktop_app.updates.errors import Refused

    try:
        encryption()
    except Refused as why:
        raise Broken(why.sentence) from why
    return "encrypted, and read by the command “update” alone"


def settings_from_it(policy: Policy, area: Area) -> str:
    """Whatever IT has set on this computer is understood; what is not would silently not count."""
    troubles = list(policy.troubles_in(area))
    try:
        whole_path(policy.update_folder or "")
    except ValueError as trouble:
        troubles.append(str(trouble))
    if troubles:
        raise Broken(" ".join(troubles))
    fixed = [name for name in policy._fields if name != "troubles" and policy.sets(name)]
    return f"{len(fixed)} in force" if fixed else "none are set"


def window(resources: Path) -> str:
    """One picture of the first page, drawn where nobody sees it."""
    if not (resources / "style.qss").is_file():
        raise Broken(f"{resources} has no style sheet")
    image = first_page(resources)
    colours = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(image.height())}
    if len(colours) < COLOURS_OF_A_PAGE:
        raise Broken("the first page is empty")
    return f"{image.width()} × {image.height()} points, {len(colours)} colours"


def _nowhere(text: str) -> WhereAnswer:
    """Nothing is looked up for a picture of the first page."""
    raise LookupError(text)


def first_page(resources: Path) -> QImage:
    """The window as it opens, as a picture."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from desktop_app.ui.call.call_now import CallNow
    from desktop_app.ui.theme.appearance import SMALLEST, Scheme
    from desktop_app.ui.theme.style import Styler
    from desktop_app.ui.window.main_window import MainWindow, PageSpec

    app = QApplication.instance() or QApplication(["who-to-call"])
    if not isinstance(app, QApplication):
        raise Broken("Qt runs without windows here")
    Styler(app, resources).apply(Scheme.LIGHT, SMALLEST)
    page = CallNow(
        lambda text: (_ for _ in ()).throw(LookupError(text)), lambda: None, lambda: NO_AREA
    )
    frame = MainWindow((PageSpec("call-now", "Call now", "call", lambda: page),))
    frame.resize(1180, 860)
    page.focus_first()
    frame.ensurePolished()
    image = frame.grab().toImage()
    frame.deleteLater()
    return image
