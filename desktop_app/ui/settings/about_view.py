"""About: what this is, how old its numbers are, whose data is in it, and what it cannot do."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QFrame

from desktop_app import __version__, paths
from desktop_app.domain.browse.tally import Tally
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.places.area import Area
from desktop_app.domain.places.councils import Council
from desktop_app.domain.places.words import listed
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.trust import release_age
from desktop_app.ui.widgets.page import Page, ScrollPage
from desktop_app.ui.widgets.text import card, column_of, words

MOST_NAMED = 6
TITLE = "About Who to Call"
WHAT = (
    "Which safeguarding number to ring, for this minute, in {}. "
    "It works without a network and keeps nothing of what you tell it."
)
LIMITS = (
    "It says whom to ring. It does not give advice, weigh a risk or decide for you.",
    "Numbers and hours come from documents, which can be wrong or out of date.",
    "Every number says where it comes from and when somebody last checked it.",
    "Hours nobody published are assumed, and marked so. Where sources disagree, both are shown.",
    "It is made for {}.",
    "Elsewhere it gives the front doors it knows, not kept by its steward, and the national lines.",
    "It goes by this computer’s clock. When the clock cannot be right, it says so.",
    "In immediate danger ring 999, whatever this program shows.",
)
LICENCES = (
    ("This program", "MIT licence."),
    ("Qt and Qt for Python (PySide6)", "GNU Lesser General Public License, version 3."),
    ("Python", "Python Software Foundation License."),
    ("Public Sans, the typeface", "SIL Open Font License 1.1."),
)
QT_SOURCE = (
    "This is Qt {version}. Its source: "
    "https://download.qt.io/official_releases/qt/{series}/{version}/ and "
    "https://download.qt.io/official_releases/QtForPython/pyside6/PySide6-{version}-src/"
)
TEXTS = "The texts of the licences: {}"
MATERIALS = (
    "Everything inside, by version, is in the bill of materials (.cdx.json) beside the package "
    "that was installed."
)


class AboutView(Page, ScrollPage):
    """Says all of it plainly; nothing here has to be pressed."""

    def __init__(self, directory: Directory, tally: Tally, moment: datetime) -> None:
        super().__init__("about-page")
        self.column.addWidget(words(TITLE, "title", "about-title"))
        self.column.addWidget(words(WHAT.format(directory.area().name), "lead", "about-what"))
        self.column.addWidget(_release(directory, tally, moment))
        self.column.addWidget(
            _listed("What it cannot do", limits(directory.area()), "about-limits")
        )
        self.column.addWidget(_credits(directory))
        self.column.addWidget(_licences(paths.resources() / "licences"))
        self.column.addStretch()


def limits(area: Area) -> list[str]:
    """What the program cannot do, with the councils it is made for."""
    made_for = councils_named(area.councils)
    return [text.format(made_for) if "{}" in text else text for text in LIMITS]


def councils_named(councils: Sequence[Council]) -> str:
    """The councils in a sentence; from seven on, how many they are."""
    if len(councils) > MOST_NAMED:
        return f"{len(councils)} councils"
    return listed([council.name for council in councils])


def _release(directory: Directory, tally: Tally, moment: datetime) -> QFrame:
    release = directory.release()
    today = moment.astimezone(UK).date()
    age = release_age(release.dated, release.next_expected_by, today)
    holidays = directory.bank_holidays()
    texts = (
        f"Program version {__version__}",
        f"Directory release {release.number}: {tally.services} services, {tally.numbers} numbers",
        age.text,
        numbers_tried_words(tally),
        f"Bank holidays are listed until {date_words(holidays.listed_until)}.",
        f"After that they are worked out, until {date_words(holidays.computed_until)}.",
        release.note,
        f"Fingerprint of what the directory was made from: {release.digest[:16]}",
    )
    return _listed("How old it is", [text for text in texts if text], "about-release")


def numbers_tried_words(tally: Tally) -> str:
    """How many of the numbers owed a test call somebody has checked, without gloss."""
    if tally.checked == 0:
        return (
            f"0 of {tally.owed} numbers test-called. Nobody in this project has rung any of "
            "them yet: if one does not work, use another line on its card."
        )
    return f"{tally.checked} of {tally.owed} numbers test-called."


def _listed(heading: str, texts: Sequence[str], name: str) -> QFrame:
    frame = card("plain", name)
    column_of(frame).addWidget(words(heading, "heading"))
    for number, text in enumerate(texts, 1):
        column_of(frame).addWidget(words(text, "body", f"{name}-{number}"))
    return frame


def _credits(directory: Directory) -> QFrame:
    frame = card("plain", "about-credits")
    column_of(frame).addWidget(words("Whose data is in it", "heading"))
    for credit in directory.attributions():
        column_of(frame).addWidget(words(f"{credit.name} ({credit.licence})", "strong"))
        column_of(frame).addWidget(words(credit.text, "soft", copies=True))
    documents = len(directory.documents())
    column_of(frame).addWidget(
        words(f"{documents} documents were read; each fact names the ones it comes from.", "body")
    )
    return frame


def _licences(texts: Path) -> QFrame:
    frame = card("plain", "about-licences")
    column_of(frame).addWidget(words("Licences", "heading"))
    for name, licence in LICENCES:
        column_of(frame).addWidget(words(f"{name}: {licence}", "body"))
    column_of(frame).addWidget(words(qt_source(qVersion()), "soft", "about-qt", copies=True))
    column_of(frame).addWidget(words(TEXTS.format(texts), "soft", "about-texts", copies=True))
    column_of(frame).addWidget(words(MATERIALS, "soft", "about-materials"))
    return frame


def qt_source(version: str) -> str:
    """Where the source of this version of Qt lies: whoever gets the program may have it."""
    return QT_SOURCE.format(version=version, series=version.rpartition(".")[0])
