"""A button beside a line for a path: folders are looked through in place of typing it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.ui.widgets.folder_choice import BROWSE, FolderChoice
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import bring_into_sight
from desktop_app.ui.widgets.path_field import documents, typed_path


class PathBrowser(QWidget):
    """The line with its button; what may be chosen stands below it while somebody looks.

    `kinds`: names of files to choose among, such as "*.p12"; none where a folder is wanted, or,
    with `keeps_name`, the folder of a file that is still to be written.
    """

    def __init__(
        self, line: QLineEdit, kinds: Sequence[str] = (), *, keeps_name: bool = False
    ) -> None:
        super().__init__()
        name = line.objectName()
        self._line, self._files, self._keeps_name = line, bool(kinds), keeps_name
        self._choice = FolderChoice(f"{name}-in", kinds)
        self._choice.chosen.connect(self._at)
        self._choice.file_chosen.connect(self._chosen)
        browse = IconButton(BROWSE, "folder", f"{name}-browse")
        browse.setProperty("snug", "true")
        browse.setAccessibleName(f"{BROWSE} {line.accessibleName()}")
        browse.clicked.connect(self._turn)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(line, 1)
        row.addWidget(browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._choice)
        self._choice.hide()

    def forget(self) -> None:
        """Take every folder's and every file's name off the screen; what the line says stays."""
        self._choice.forget()
        self._choice.hide()

    def _turn(self) -> None:
        if self._choice.isVisible():
            self.forget()
            return
        self._choice.show()
        self._choice.browse(self._begin())
        bring_into_sight(self._choice)

    def _begin(self) -> Path:
        """Where looking begins: what is typed as far as it is there, else among the documents."""
        typed = typed_path(self._line)
        for folder in (Path(typed), Path(typed).parent) if typed else ():
            try:
                if folder.is_absolute() and folder.is_dir():
                    return folder
            except (OSError, ValueError):
                continue
        return documents()

    def _at(self, folder: Path) -> None:
        if self._keeps_name:
            self._line.setText(str(folder / Path(typed_path(self._line)).name))
        elif not self._files:
            self._line.setText(str(folder))

    def _chosen(self, path: Path) -> None:
        self._line.setText(str(path))
        self.forget()
        self._line.setFocus()


def dragged_file(event: QDropEvent) -> Path | None:
    """The one file of this computer that is dragged; none when it is anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None
