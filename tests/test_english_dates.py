"""Days and months are English whatever language the computer speaks."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BY_THE_SYSTEM = re.compile(r"%[-#^]?[aAbBcpxX]\b|nl_langinfo|strptime\([^)]*%[aAbB]")
"""What Python spells in the language of the system, once something (as Qt does) has set it."""
SOURCES = sorted((ROOT / "desktop_app").rglob("*.py"))
LANGUAGES = ("cy_GB", "de_DE")
WORDS = re.compile(r"[A-Z]\w+day \d+ \w+")

SHOWN = """
import locale, sys
from datetime import date, datetime
from PySide6.QtCore import QLocale
from tests.ui.patience import HandPatience
from tests.ui.town import at
from tests.ui.walker import KeptInMemory, parts, settle
from desktop_app.app.main import start
from tests.frozen_clock import FrozenClock

clock = FrozenClock(at("2026-03-04 10:05"))
handed = parts(clock, KeptInMemory({}), patience=HandPatience())
app, screen = start(["who-to-call"], handed)
program = screen.program
settle()
assert date(2026, 3, 4).strftime("%A %B") != "Wednesday March", locale.setlocale(locale.LC_ALL)
print(program.window.status_bar._clock.text())
page = program.actions.desk.hiding.page
page.show_moment(clock.now())
print(page._day.text())
program.ask_what_if()
settle()
field = next(w for w in app.allWidgets() if w.objectName() == "what-if-day")
print(field.text())
from desktop_app.domain.services.trust import release_age
print(release_age(date(2026, 3, 4), date(2026, 5, 1), date(2026, 3, 4)).text)
from desktop_app.domain.printing.rules import Sheet
program.open_page("print")
settle()
view = program.actions._paper.view
from tests.area import COUNCILS
view.set_home(COUNCILS[0])
for sheet in Sheet:
    view._choose_sheet(sheet)
    pages = view._preview._pages
    print("|".join(page.accessibleDescription().replace("\\n", "|") for page in pages))
"""


def test_no_day_or_month_is_spelt_by_the_system() -> None:
    assert len(SOURCES) > 500
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in SOURCES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if BY_THE_SYSTEM.search(line)
    ]
    assert found == []


@pytest.fixture(scope="module")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both languages; a system without what makes them cannot try this."""
    maker, folder = shutil.which("localedef"), tmp_path_factory.mktemp("languages")
    if not sys.platform.startswith("linux") or maker is None:
        pytest.skip("making a language of the system needs localedef")
    for name in LANGUAGES:
        made = subprocess.run(
            [maker, "-i", name, "-f", "UTF-8", str(folder / f"{name}.UTF-8")],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if not (folder / f"{name}.UTF-8" / "LC_TIME").exists():
            pytest.skip(f"localedef cannot make {name}: {made.stderr}")
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("name", LANGUAGES)
def test_the_window_and_its_paper_speak_english(languages: Path, name: str) -> None:
    spoken = f"{name}.UTF-8"
    environ = os.environ | {"LOCPATH": str(languages), "LC_ALL": spoken, "LANG": spoken}
    done = subprocess.run(
        [sys.executable, "-c", SHOWN],
        env=environ, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    foot, hidden, field, age, *sheets = done.stdout.splitlines()
    assert foot == "Wednesday 4 March 2026, 10:05"
    assert hidden == "Wednesday 4 March"
    assert field == "Wed 4 Mar 2026"
    assert "4 March 2026" in age
    assert len(sheets) == 3
    for sheet in sheets:
        assert not re.search(r"März|Mawrth|Mittwoch|Mercher|Januar\b|Ionawr", sheet)


@pytest.mark.slow
@pytest.mark.parametrize("name", LANGUAGES)
@pytest.mark.parametrize(
    "command", [("now", "--about", "child", "--in", "luton", "--at", "2026-12-26T02:00")]
)
def test_the_terminal_speaks_english(languages: Path, name: str, command: tuple[str, ...]) -> None:
    spoken = f"{name}.UTF-8"
    environ = os.environ | {"LOCPATH": str(languages), "LC_ALL": spoken, "LANG": spoken}
    told = [
        subprocess.run(
            [sys.executable, "-m", "desktop_app", *command],
            env=each, capture_output=True, text=True, check=False, timeout=60, cwd=ROOT,
        ).stdout
        for each in (environ, environ | {"LC_ALL": "C.UTF-8"})
    ]  # fmt: skip
    assert told[0] == told[1] != ""
    assert "Saturday" in told[0]
