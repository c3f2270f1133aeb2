"""What the program is, how old its numbers are, and what changed: said plainly."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app import __version__, paths
from desktop_app.domain.browse.tally import Tally
from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.domain.compare.changes import Change
from desktop_app.ui.settings.about_view import limits, numbers_tried_words
from desktop_app.ui.updates.changes_view import ChangesView
from desktop_app.ui.widgets.icon import IconButton
from tests.area import AREA
from tests.ui.conftest import OpenWindow
from tests.ui.directory_town import town
from tests.ui.walker import settle

ROOT = Path(__file__).parents[3]


def test_about_says_version_release_limits_and_whose_data_it_is(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-27T16:05", directory=town)
    walker.program.open_page("about")
    settle()
    words = walker.all_words()
    for said in (
        __version__,
        "Directory release 1",
        *limits(AREA),
        AREA.name,
        "Contains somebody’s data.",
        "MIT",
    ):
        assert said in words
    assert "numbers test-called" in words


def test_about_says_where_the_licences_and_qt_s_source_are(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-27T16:05", directory=town)
    walker.program.open_page("about")
    settle()
    words, version = walker.all_words(), qVersion()
    series = version.rpartition(".")[0]
    assert "GNU Lesser General Public License, version 3" in words
    assert f"https://download.qt.io/official_releases/qt/{series}/{version}/" in words
    assert str(paths.resources() / "licences") in words
    assert {"LGPL-3.0.txt", "GPL-3.0.txt"} <= {
        path.name for path in (paths.resources() / "licences").iterdir()
    }


def test_numbers_nobody_rang_are_not_glossed_over() -> None:
    assert numbers_tried_words(Tally(3, 67, 48, 0)).startswith(
        "0 of 48 numbers test-called. Nobody"
    )
    assert numbers_tried_words(Tally(3, 67, 48, 5)) == "5 of 48 numbers test-called."


def test_changes_are_listed_and_lead_to_their_service(qtbot: QtBot) -> None:
    change = Change(
        kind=ChangeKind.NUMBER_CHANGED,
        service_id="mens-line",
        service="Men’s Line",
        line="Helpline",
        before="01632 960801",
        after="01632 960888",
    )
    view = ChangesView([change])
    qtbot.addWidget(view)
    words = [label.text() for label in view.findChildren(QLabel)]
    assert "1 number changed." in words
    assert {"Numbers that changed", "Men’s Line", "01632 960801", "01632 960888"} <= set(words)
    show = view.findChild(IconButton, "show-mens-line")
    assert show is not None
    with qtbot.waitSignal(view.service_wanted) as told:
        show.click()
    assert told.args == ["mens-line"]


def test_no_change_is_said_too(qtbot: QtBot) -> None:
    view = ChangesView(())
    qtbot.addWidget(view)
    words = [label.text() for label in view.findChildren(QLabel)]
    assert "No number and no hours have changed." in words


def test_nothing_of_these_pages_is_loaded_before_they_are_opened() -> None:
    pages = ("directory.view", "service_card", "guidance.view", "about_view", "changes_view")
    script = (
        "import sys, desktop_app.app.main\n"
        f"late = [m for m in sys.modules if m.endswith({pages})]\n"
        "late += [m for m in ('desktop_app.domain.browse.catalogue',) if m in sys.modules]\n"
        "sys.exit(', '.join(late) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert done.returncode == 0


def test_hundreds_of_changes_are_listed_readably(qtbot: QtBot) -> None:
    checks = [
        Change(
            kind=ChangeKind.CHECK_CHANGED,
            service_id=f"s{n}",
            service=f"Service {n}",
            line="Desk",
            before="nobody",
            after="Me",
            fact="checked",
        )
        for n in range(300)
    ]
    words = [
        Change(
            kind=ChangeKind.SEARCH_CHANGED,
            service_id=f"s{n}",
            service=f"Service {n}",
            line="",
            before="",
            after=f"w{n}",
            fact="found by",
        )
        for n in range(900)
    ]
    view = ChangesView([*checks, *words])
    qtbot.addWidget(view)
    labels = [label.text() for label in view.findChildren(QLabel)]
    assert len(labels) < 80
    assert "300 checks of numbers changed." in labels
    assert "checked was nobody, is Me" in labels
    assert any("Service 0 (Desk), Service 1 (Desk)" in label for label in labels)
    assert "and 880 more of this kind" in labels
