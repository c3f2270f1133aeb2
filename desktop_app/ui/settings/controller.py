"""Carries out and keeps what a person sets: their council, the colours, the size of the text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop_app.domain.practice.policy import Policy
from desktop_app.ui.settings.preferences import Preferences, Settings
from desktop_app.ui.theme.appearance import SMALLEST, STEP, Scheme, clamp_percent
from desktop_app.ui.theme.style import Styler

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.places.area import Area
    from desktop_app.domain.places.councils import Council
    from desktop_app.ui.settings.view import SettingsView


NO_POLICY = Policy()


class Choices(QObject):
    """The one place where a setting changes; every change is worn at once and kept if it can be."""

    home_changed = Signal(object)
    not_kept = Signal(str)
    desk_changed = Signal()

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        resources: Path,
        policy: Policy = NO_POLICY,
    ) -> None:
        super().__init__()
        self._settings, self.policy = settings, policy
        self._own = Preferences.of(settings.read())
        self.made = self._own.under(policy)
        self._area: Area | None = None
        """What the open directory is for; not known before it is open."""
        self._view: SettingsView | None = None
        self._desk_trouble = ""
        self.styler = Styler(app, resources)
        self.styler.apply(self.made.scheme, self.made.percent)

    @property
    def unread(self) -> str:
        """The sentence to show when settings are kept that could not be read; else empty."""
        return self._settings.unread

    @property
    def councils(self) -> tuple[Council, ...]:
        """The councils of the open directory; none before it is open."""
        return self._area.councils if self._area else ()

    @property
    def home(self) -> Council | None:
        """The practice's own council, where it is one of the open directory's: IT's word first."""
        named = [each for each in (self.policy.home, self._own.home_slug) if each]
        if not named:
            return None
        from desktop_app.domain.places.council_names import council_called  # where one was chosen

        found = (council_called(each, self.councils) for each in named)
        return next((each for each in found if each), None)

    @property
    def asks_home(self) -> bool:
        """Whether the quiet question about the practice's council is still open."""
        return bool(self.councils) and self.home is None and not self.made.home_asked

    @property
    def may_ask_home(self) -> bool:
        """Whether that question may come, as far as is known before the directory is open."""
        return not (self.policy.home or self._own.home_slug or self.made.home_asked)

    def use_area(self, area: Area | None) -> bool:
        """Go by the councils of this directory; whether they are others than before."""
        changed = self._area != area
        self._area = area
        return changed

    def make_view(self) -> SettingsView:
        """The page of settings."""
        from desktop_app.domain.places.area import NO_AREA
        from desktop_app.ui.settings.view import SettingsView  # not at the start

        area = self._area or NO_AREA
        self._view = SettingsView(self.made, self.policy, self._settings.place, area)
        self._view.show_home(self.home, fixed=self._home_by_it())
        self._view.home_chosen.connect(self.choose_home)
        self._view.scheme_chosen.connect(self.colour)
        self._view.percent_chosen.connect(self.resize)
        self._view.desk.tray_chosen.connect(self.show_in_tray)
        self._view.desk.hotkey_chosen.connect(self.choose_hotkey)
        self._view.desk.notice_chosen.connect(self.notice_clock)
        self._view.workshop.offered.connect(self.offer_workshop)
        self._view.desk.minutes_chosen.connect(self.choose_minutes)
        self._view.updates.folder_chosen.connect(self.watch_folder)
        self._view.desk.show_message(self._desk_trouble)
        return self._view

    def choose_home(self, home: Council | None) -> None:
        """The practice's own council from now on; none is an answer too."""
        self._keep(self._own._replace(home_slug=home.slug if home else None, home_asked=True))
        if self._view:
            self._view.show_home(self.home, fixed=self._home_by_it())
        self.home_changed.emit(self.home)

    def _home_by_it(self) -> bool:
        """Whether IT has set the council, to one there is."""
        from desktop_app.domain.places.council_names import council_called

        return bool(self.policy.home and council_called(self.policy.home, self.councils))

    def colour(self, scheme: Scheme) -> None:
        """Wear these colours."""
        self._wear(self._own._replace(scheme=scheme))

    def resize(self, percent: int) -> None:
        """Wear this text size, or the nearest one offered."""
        self._wear(self._own._replace(percent=clamp_percent(percent)))

    def larger(self) -> None:
        """The next larger text size."""
        self.resize(self.made.percent + STEP)

    def smaller(self) -> None:
        """The next smaller text size."""
        self.resize(self.made.percent - STEP)

    def usual_size(self) -> None:
        """The text size everybody starts with."""
        self.resize(SMALLEST)

    def remember_day(self, day: date | None) -> None:
        """Keep the latest day that was believed, if somebody asked for that."""
        known = self._own.last_seen
        if day and self._own.notice_clock and (known is None or day > known):
            self._keep(self._own._replace(last_seen=day))

    def see_release(self, release: int) -> None:
        """Somebody read what changed up to this release; it is not offered again."""
        if release > self._own.seen_release:
            self._keep(self._own._replace(seen_release=release))

    def show_in_tray(self, wanted: bool) -> None:
        """Keep a small picture beside the clock, or not."""
        self._keep(self._own._replace(tray=wanted))
        self.desk_changed.emit()

    def choose_hotkey(self, keys: str) -> None:
        """Use these keys from any program; none when empty."""
        self._keep(self._own._replace(hotkey=keys))
        self.desk_changed.emit()

    def choose_minutes(self, minutes: int) -> None:
        """So long an untouched answer stands before the program asks."""
        self._keep(self._own._replace(untouched_minutes=minutes))

    def watch_folder(self, folder: str) -> None:
        """Look into this folder for a newer directory; none when empty."""
        self._keep(self._own._replace(update_folder=folder))
        self.desk_changed.emit()

    def offer_workshop(self, wanted: bool) -> None:
        """Offer the stewards' workshop here, or no longer."""
        self._keep(self._own._replace(workshop=wanted))

    def notice_clock(self, wanted: bool) -> None:
        """Remember the last day of use, or forget it at once."""
        self._keep(self._own._replace(notice_clock=wanted, last_seen=None))

    def show_desk_trouble(self, trouble: str) -> None:
        """What came of the tray and the hotkey, for the page of settings."""
        self._desk_trouble = trouble
        if self._view:
            self._view.desk.show_message(trouble)

    def _wear(self, preferences: Preferences) -> None:
        self._keep(preferences)
        self.styler.apply(self.made.scheme, self.made.percent)

    def _keep(self, preferences: Preferences) -> None:
        self._own = preferences
        self.made = preferences.under(self.policy)
        trouble = self._settings.write(preferences.as_values())
        if trouble:
            self.not_kept.emit(trouble)
        if self._view:
            self._view.show_preferences(self.made)
