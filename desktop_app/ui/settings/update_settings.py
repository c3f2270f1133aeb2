"""Where a newer directory may come from: a file somebody was given, or a folder that is watched."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop_app.domain.practice.policy import Policy
from desktop_app.ui.settings.desk_settings import BY_IT
from desktop_app.ui.widgets.announce import show_sentence
from desktop_app.ui.widgets.copying import FormField
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.path_field import OpenPlace, typed_path
from desktop_app.ui.widgets.text import words

TITLE = "A newer directory"
HOW = (
    "Updates come from your directory’s steward as one file whose name ends in .wtcrelease. Drag "
    "it onto this window, or check here. It is taken only if it is signed, whole and not older."
)
CHECK = "Check for a newer directory"
FOLDER = "Folder to watch"
FOLDER_TOLD = "A shared folder or a memory stick, looked into every 15 minutes. Empty means none."
LOOKING = "Looking…"


class UpdateSettings(QFrame):
    """Checks now, or watches a folder; what came of it stands here until the program ends."""

    take_wanted = Signal(object)
    check_wanted = Signal()
    folder_chosen = Signal(str)
    changes_wanted = Signal()

    def __init__(self, policy: Policy) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        self.setObjectName("updates")
        self._folder_shown = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(8)
        self._column.addWidget(words(TITLE, "heading"))
        self._age = words("", "strong", "updates-age")
        self._age.hide()
        self._column.addWidget(self._age)
        self._column.addWidget(words(HOW))
        self._add_check()
        self._add_result()
        self._add_folder(by_it=policy.update_folder is not None)

    def show_folder(self, folder: str) -> None:
        """Show which folder is watched."""
        self._folder_shown = folder
        self._folder.setText(folder)

    def show_age(self, text: str) -> None:
        """Say how old the directory in use is, and whether a newer one is due."""
        self._age.setText(text)
        self._age.setVisible(bool(text))

    def show_message(self, sentence: str, *, changed: bool = False) -> None:
        """Say what came of it; with `changed` there is a list to show."""
        self._changes.setVisible(changed)
        show_sentence(self._said, sentence)

    def forget(self) -> None:
        """Nothing typed stays."""
        self._folder.setText(self._folder_shown)
        self._place.forget()

    def _add_check(self) -> None:
        check = IconButton(CHECK, "restart", "updates-check", "plain")
        check.clicked.connect(self._check)
        self._column.addWidget(check, 0, Qt.AlignmentFlag.AlignLeft)
        self._place = OpenPlace("update-open", "*.wtcrelease")
        self._place.chosen.connect(self._take)
        self._column.addWidget(self._place)

    def _add_result(self) -> None:
        self._said = words("", "strong", "updates-told")
        self._said.hide()
        self._column.addWidget(self._said)
        self._changes = IconButton("Show what changed", "note", "updates-changes", "link")
        self._changes.clicked.connect(self.changes_wanted)
        self._changes.hide()
        self._column.addWidget(self._changes, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addSpacing(8)

    def _add_folder(self, *, by_it: bool) -> None:
        self._column.addWidget(words(FOLDER, "strong"))
        row = QHBoxLayout()
        row.setSpacing(8)
        self._folder = FormField("set-update-folder", FOLDER)
        self._folder.setAccessibleDescription(BY_IT if by_it else FOLDER_TOLD)
        self._folder.setEnabled(not by_it)
        self._folder.returnPressed.connect(self._choose)
        use = IconButton("Use", "tick", "set-update-folder-use")
        use.setAccessibleName("Watch this folder")
        use.setEnabled(not by_it)
        use.clicked.connect(self._choose)
        row.addWidget(self._folder, 1)
        row.addWidget(use)
        self._column.addLayout(row)
        self._column.addWidget(words(BY_IT if by_it else FOLDER_TOLD, "soft"))

    def _check(self) -> None:
        """Look into the folder that is watched; ask for a file where there is none."""
        if self._folder_shown:
            self.show_message(LOOKING)
            self.check_wanted.emit()
        self._place.ask()

    def _take(self, path: object) -> None:
        self._place.forget()
        self.show_message(LOOKING)
        self.take_wanted.emit(path)

    def _choose(self) -> None:
        self.folder_chosen.emit(typed_path(self._folder))
