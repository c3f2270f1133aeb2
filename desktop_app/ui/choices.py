"""Carries out and keeps what a person sets: their council, the colours, the size of the text."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui import theme
from desktop_app.ui.preferences import Preferences, Settings
from desktop_app.ui.theme import Scheme
from desktop_app.ui.wardrobe import Wardrobe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.domain.area import Council
    from desktop_app.ui.settings_view import SettingsView


class Choices(QObject):
    """The one place where a setting changes; every change is worn at once and kept if it can be."""

    home_changed = Signal(object)
    not_kept = Signal(str)

    def __init__(self, app: QApplication, settings: Settings, resources: Path) -> None:
        super().__init__()
        self._settings = settings
        self.made = Preferences.of(settings.read())
        self._view: SettingsView | None = None
        self.wardrobe = Wardrobe(app, resources)
        self.wardrobe.wear(self.made.scheme, self.made.percent)

    def make_view(self) -> QWidget:
        """The page of settings."""
        from desktop_app.ui.settings_view import SettingsView  # not at the start

        self._view = SettingsView(self.made)
        self._view.home_chosen.connect(self.choose_home)
        self._view.scheme_chosen.connect(self.colour)
        self._view.percent_chosen.connect(self.resize)
        return self._view

    def choose_home(self, home: "Council | None") -> None:
        """The practice's own council from now on; none is an answer too."""
        self._keep(self.made._replace(home_slug=home.slug if home else None, home_asked=True))
        self.home_changed.emit(home)

    def colour(self, scheme: Scheme) -> None:
        """Wear these colours."""
        self._wear(self.made._replace(scheme=scheme))

    def resize(self, percent: int) -> None:
        """Wear this text size, or the nearest one offered."""
        self._wear(self.made._replace(percent=theme.clamp_percent(percent)))

    def larger(self) -> None:
        """The next larger text size."""
        self.resize(self.made.percent + theme.STEP)

    def smaller(self) -> None:
        """The next smaller text size."""
        self.resize(self.made.percent - theme.STEP)

    def usual_size(self) -> None:
        """The text size everybody starts with."""
        self.resize(theme.SMALLEST)

    def remember_day(self, day: date | None) -> None:
        """Keep the latest day that was believed, so that a clock set back is noticed."""
        if day and (self.made.last_seen is None or day > self.made.last_seen):
            self._keep(self.made._replace(last_seen=day))

    def _wear(self, preferences: Preferences) -> None:
        self._keep(preferences)
        self.wardrobe.wear(preferences.scheme, preferences.percent)

    def _keep(self, preferences: Preferences) -> None:
        self.made = preferences
        trouble = self._settings.write(preferences.as_values())
        if trouble:
            self.not_kept.emit(trouble)
        if self._view:
            self._view.show_preferences(preferences)
