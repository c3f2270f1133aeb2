"""Share: who has the working file, what differs, and one press that puts it back together."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout

from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import clear
from desktop_app.ui.widgets.text import card, column_of, words
from desktop_app.ui.workshop.release.form_page import LEFT, FormPage
from desktop_app.ui.workshop.release.release_work import Sharing, TwoValues
from desktop_app.ui.workshop.working_copy import WorkshopError

TITLE = "Share"
LEAD = "Several people can keep one working file: each works on a copy, and all of it is kept."
CHOOSE = "Both of you changed these. Choose which value stands; the other stays in the history."
NOT_CHOSEN = "Choose a value for each of these first. Nothing was put back."
FOLDER = "The folder on the share"
LAY, LAY_TOLD = "Lay it on a share", "A folder that your colleagues reach too."
PUT, GO_ON = "Put it back", "Put it back and go on working"
AGAIN, TAKE_OVER = "Look again", "Take it over"


class ShareView(FormPage):
    """Looks when it is opened; a share may be slow, so never by itself."""

    changed = Signal()
    """The copy holds what others did: the other pages are renewed."""

    def __init__(self, sharing: Sharing) -> None:
        super().__init__("share", TITLE, LEAD)
        self._sharing = sharing
        self._choices: list[QButtonGroup] = []
        self._state = card("plain", "share-state")
        self._clashes = card("plain", "share-clashes")
        self._clashes.hide()
        self.column.addWidget(self._state)
        self.column.addWidget(self._clashes)
        self._laying = self.section(LAY, LAY_TOLD)
        self.add_path(self._laying, "folder", FOLDER)
        self.add_button(self._laying, "lay", LAY, self._lay, "folder")
        self.column.addStretch(1)

    def focus_first(self) -> None:
        """Look anew."""
        self.renew()
        super().focus_first()

    def renew(self) -> None:
        """Ask how the copy stands to the share."""
        column = column_of(self._state)
        clear(column)
        self._choices = []
        self._clashes.hide()
        try:
            found = self._sharing.standing()
        except WorkshopError as error:
            column.addWidget(words(str(error), "body", "share-away"))
            self._add(column, "again", AGAIN, self.renew)
            return
        for sentence in found.sentences:
            column.addWidget(words(sentence, "body"))
        frame = self._laying.parentWidget()
        assert frame is not None
        frame.setVisible(not found.shared)
        if found.shared:
            self._add(column, "put", PUT, lambda: self._put(keep=False))
            self._add(column, "go-on", GO_ON, lambda: self._put(keep=True))
        if found.stale_texts:
            self._add(column, "take-over", TAKE_OVER, self._take_over)
        self._show_clashes(found.clashes)

    def _add(self, column: QVBoxLayout, key: str, text: str, deed: Callable[[], None]) -> None:
        button = IconButton(text, "tick", f"share-{key}")
        button.clicked.connect(deed)
        column.addWidget(button, 0, LEFT)

    def _show_clashes(self, clashes: tuple[TwoValues, ...]) -> None:
        column = column_of(self._clashes)
        clear(column)
        self._clashes.setVisible(bool(clashes))
        if not clashes:
            return
        column.addWidget(words(CHOOSE, "strong"))
        for number, clash in enumerate(clashes):
            column.addWidget(words(clash.where, "body"))
            group = QButtonGroup(self._clashes)
            for side, value in enumerate((f"Mine: {clash.mine}", f"Theirs: {clash.theirs}")):
                button = QRadioButton(value)
                button.setObjectName(f"share-clash-{number}-{('mine', 'theirs')[side]}")
                button.setAccessibleName(f"{clash.where}. {value}")
                group.addButton(button, side)
                column.addWidget(button)
            self._choices.append(group)

    def _put(self, *, keep: bool) -> None:
        chosen = [group.checkedId() for group in self._choices]
        if -1 in chosen:
            self.show_message(NOT_CHOSEN)
            return
        mine = [side == 0 for side in chosen]
        if self.carry_out(lambda: self._sharing.put(mine, keep=keep)):
            self.changed.emit()
        self.renew()

    def _take_over(self) -> None:
        self.carry_out(self._sharing.take_over)
        self.renew()

    def _lay(self) -> str:
        sentence = self._sharing.lay(self.typed("folder"))
        self.renew()
        return sentence
