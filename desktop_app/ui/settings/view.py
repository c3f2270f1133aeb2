"""Settings: the practice's council, the colours, the size of the text, the keys."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from desktop_app.domain.places.area import Area
from desktop_app.domain.places.councils import Council
from desktop_app.domain.practice.policy import Policy
from desktop_app.ui.settings.desk_settings import BY_IT, DeskSettings
from desktop_app.ui.settings.preferences import Preferences
from desktop_app.ui.settings.update_settings import UpdateSettings
from desktop_app.ui.settings.workshop_settings import WorkshopSettings
from desktop_app.ui.theme.appearance import LARGEST, SMALLEST, STEP, Scheme
from desktop_app.ui.widgets.button import Chip
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.page import Page, ScrollPage
from desktop_app.ui.widgets.text import card, column_of, words
from desktop_app.ui.window.shortcuts import KEYS

SCHEMES = {
    Scheme.SYSTEM: "As this computer",
    Scheme.LIGHT: "Light",
    Scheme.DARK: "Dark",
    Scheme.CONTRAST: "High contrast",
}


class SettingsView(Page, ScrollPage):
    """A few choices, each told at once and kept if it can be."""

    home_chosen = Signal(object)
    scheme_chosen = Signal(Scheme)
    percent_chosen = Signal(int)

    def __init__(self, preferences: Preferences, policy: Policy, place: str, area: Area) -> None:
        super().__init__("settings-page")
        self.desk = DeskSettings(policy, place, area)
        self.updates = UpdateSettings(policy)
        self.workshop = WorkshopSettings(policy)
        self.column.addWidget(words("Settings", "title"))
        self._homes = {each: Chip(f"set-home-{each.slug}", each.name) for each in area.councils}
        self._homes_none = Chip("set-home-none", "None")
        self._schemes = {each: Chip(f"set-{each}", text) for each, text in SCHEMES.items()}
        sizes = range(SMALLEST, LARGEST + 1, STEP)
        self._sizes = {size: Chip(f"set-size-{size}", f"{size} %") for size in sizes}
        homes = [*self._homes.values(), self._homes_none]
        self._homes_by_it = words("", "soft")
        self._add("Your practice’s council", homes, by_it=False, told=self._homes_by_it)
        self._add("Colours", self._schemes.values(), by_it=policy.theme is not None)
        self._add("Size of the text", self._sizes.values(), by_it=policy.text_percent is not None)
        self.column.addWidget(self.updates)
        self.column.addWidget(self.desk)
        self.column.addWidget(self.workshop)
        self.column.addWidget(_keys())
        self.column.addStretch()
        self._connect()
        self.show_preferences(preferences)

    def show_preferences(self, preferences: Preferences) -> None:
        """Mark what is chosen."""
        for scheme, chip in self._schemes.items():
            chip.setChecked(scheme is preferences.scheme)
        for size, chip in self._sizes.items():
            chip.setChecked(size == preferences.percent)
        self.desk.show_preferences(preferences)
        self.updates.show_folder(preferences.update_folder)
        self.workshop.show_offered(preferences.workshop)

    def show_home(self, home: Council | None, *, fixed: bool) -> None:
        """Mark the practice's own council; `fixed`: IT has set it."""
        for council, chip in self._homes.items():
            chip.setChecked(council == home)
            chip.setEnabled(not fixed)
        self._homes_none.setChecked(home is None)
        self._homes_none.setEnabled(not fixed)
        self._homes_by_it.setText(BY_IT if fixed else "")
        self._homes_by_it.setVisible(fixed)

    def forget(self) -> None:
        """Nothing typed here stays."""
        self.desk.forget()
        self.updates.forget()

    def _connect(self) -> None:
        for council, chip in self._homes.items():
            chip.clicked.connect(lambda _=False, told=council: self.home_chosen.emit(told))
        self._homes_none.clicked.connect(lambda: self.home_chosen.emit(None))
        for scheme, chip in self._schemes.items():
            chip.clicked.connect(lambda _=False, told=scheme: self.scheme_chosen.emit(told))
        for size, chip in self._sizes.items():
            chip.clicked.connect(lambda _=False, told=size: self.percent_chosen.emit(told))

    def _add(
        self,
        heading: str,
        chips: Iterable[QPushButton],
        *,
        by_it: bool,
        told: QWidget | None = None,
    ) -> None:
        frame = card("plain")
        column_of(frame).addWidget(words(heading, "heading"))
        if told is not None:
            column_of(frame).addWidget(told)
        if by_it:
            column_of(frame).addWidget(words(BY_IT, "soft"))
        row = Flow(gap=8)
        for chip in chips:
            chip.setAccessibleName(f"{heading}: {chip.text()}")
            chip.setEnabled(not by_it)
            row.addWidget(chip)
        column_of(frame).addLayout(row)
        self.column.addWidget(frame)


def _keys() -> QFrame:
    """Every key and what it does."""
    frame = card("plain", "keys")
    column_of(frame).addWidget(words("Keys", "heading"))
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setColumnStretch(1, 1)
    for row, (keys, does) in enumerate(KEYS):
        grid.addWidget(words(keys, "strong", wrap=False), row, 0)
        grid.addWidget(words(does), row, 1)
    column_of(frame).addWidget(holder)
    return frame
