"""Settings of the desk itself: the picture beside the clock, the hotkey, what may be kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from desktop_app.domain.places.area import Area
from desktop_app.domain.practice.policy import Policy
from desktop_app.domain.practice.unattended import CHOICES
from desktop_app.ui.settings.preferences import Preferences
from desktop_app.ui.widgets.announce import show_sentence
from desktop_app.ui.widgets.button import Button, Chip
from desktop_app.ui.widgets.copying import FormField
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.text import words

TITLE = "At this desk"
BY_IT = "Set by your IT"
TRAY = "Small picture beside the clock"
TRAY_TOLD = "Closing the window then leaves the program ready; nothing stays on screen."
HOTKEY = "Hotkey from any program"
HOTKEY_TOLD = "For example Ctrl+Alt+W. Empty means none."
UNTOUCHED = "An answer nobody touches"
UNTOUCHED_TOLD = "It asks “Still on this call?” after so long. 5 more minutes, and it goes."
NOTICE = "Notice a clock that was set back"
NOTICE_TOLD = (
    "Keeps one date on this computer: the last day this program ran. "
    "Without it nothing shows when the program was used."
)
KEPT_IN = "Your settings and your practice’s card are kept in {}. Updates leave them alone."
KEPT_NOWHERE = "This account has no folder of its own: what you set is forgotten at the end."


class DeskSettings(QFrame):
    """What the program does at this desk beside answering."""

    tray_chosen = Signal(bool)
    hotkey_chosen = Signal(str)
    notice_chosen = Signal(bool)
    minutes_chosen = Signal(int)

    def __init__(self, policy: Policy, place: str, area: Area) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(8)
        self._column.addWidget(words(TITLE, "heading"))
        self._tray = self._switch("set-tray", TRAY, TRAY_TOLD, by_it=policy.tray is not None)
        self._tray.clicked.connect(self.tray_chosen)
        self._add_hotkey(by_it=policy.hotkey is not None)
        self._add_minutes(by_it=policy.untouched_minutes is not None)
        self._notice = self._switch("set-notice-clock", NOTICE, NOTICE_TOLD, by_it=False)
        self._notice.clicked.connect(self.notice_chosen)
        self._said = words("", "strong", "desk-told")
        self._said.hide()
        self._column.addWidget(self._said)
        for trouble in policy.troubles_in(area):
            self._column.addWidget(words(f"{BY_IT}: {trouble}", "strong"))
        kept = KEPT_IN.format(place) if place else KEPT_NOWHERE
        self._column.addWidget(words(kept, "soft", "kept-in", copies=True))

    def show_preferences(self, preferences: Preferences) -> None:
        """Mark what is chosen."""
        self._shown = preferences.hotkey
        self._tray.setChecked(preferences.tray)
        self._notice.setChecked(preferences.notice_clock)
        self._keys.setText(preferences.hotkey)
        for minutes, chip in self._minutes.items():
            chip.setChecked(minutes == preferences.untouched_minutes)

    def show_message(self, trouble: str) -> None:
        """Say what could not be done."""
        show_sentence(self._said, trouble)

    def forget(self) -> None:
        """Nothing typed stays."""
        self._keys.setText(self._shown)

    def _switch(self, name: str, text: str, told: str, *, by_it: bool) -> QPushButton:
        switch = Chip(name, text)
        self._stand(switch, told, by_it=by_it)
        return switch

    def _add_hotkey(self, *, by_it: bool) -> None:
        self._column.addWidget(words(HOTKEY, "strong"))
        self._keys = FormField("set-hotkey", HOTKEY)
        self._keys.setMaxLength(40)
        self._keys.returnPressed.connect(self._choose_keys)
        use = IconButton("Use", "tick", "set-hotkey-use")
        use.setAccessibleName("Use this hotkey")
        use.clicked.connect(self._choose_keys)
        use.setEnabled(not by_it)
        self._stand(self._keys, HOTKEY_TOLD, by_it=by_it, beside=use)

    def _add_minutes(self, *, by_it: bool) -> None:
        """Whoever sets other minutes than these does so for a whole site, by policy."""
        self._column.addWidget(words(UNTOUCHED, "strong"))
        row = QHBoxLayout()
        row.setSpacing(8)
        self._minutes: dict[int, Button] = {}
        for minutes in CHOICES:
            chip = self._minutes[minutes] = Chip(f"set-untouched-{minutes}", f"{minutes} minutes")
            chip.setEnabled(not by_it)
            chip.setAccessibleDescription(BY_IT if by_it else f"{UNTOUCHED}. {UNTOUCHED_TOLD}")
            chip.clicked.connect(lambda _=False, said=minutes: self.minutes_chosen.emit(said))
            row.addWidget(chip)
        row.addStretch()
        self._column.addLayout(row)
        self._column.addWidget(words(BY_IT if by_it else UNTOUCHED_TOLD, "soft"))
        self._column.addSpacing(8)

    def _stand(
        self,
        control: QPushButton | QLineEdit,
        told: str,
        *,
        by_it: bool,
        beside: QPushButton | None = None,
    ) -> None:
        """A control, and in a line below it what it does or who has set it."""
        control.setEnabled(not by_it)
        control.setAccessibleDescription(BY_IT if by_it else told)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(control)
        if beside is not None:
            row.addWidget(beside)
        row.addStretch()
        self._column.addLayout(row)
        self._column.addWidget(words(BY_IT if by_it else told, "soft"))
        self._column.addSpacing(8)

    def _choose_keys(self) -> None:
        self.hotkey_chosen.emit(self._keys.text().strip())
