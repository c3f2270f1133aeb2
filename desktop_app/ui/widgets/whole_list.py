"""A list whose entries are read whole: they wrap in any width, and no name ends in dots."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_app.ui.theme.appearance import appearance

SIDES, ENDS = 32, 18
"""Pixels that the style sheet takes beside and above and below the words of an entry."""
BOX, GAP = 18, 14
"""Pixels of the box of an entry that can be ticked, and of its edge and the gap behind it."""
ENDLESS = 10_000


class WholeList(QListWidget):
    """Laid out anew when its width changes: Qt measures each entry once, and cuts what grew."""

    def __init__(self, name: str, said: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._measuring = _Measuring(self)
        self.setItemDelegate(self._measuring)


class _Measuring(QStyledItemDelegate):
    """Knows how high an entry is in the width there is: Qt forgets what a style sheet takes."""

    def __init__(self, listed: WholeList) -> None:
        super().__init__(listed)
        self._listed = listed

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As wide as the list, as high as its wrapped words."""
        hint = super().sizeHint(option, index)
        width = self._listed.viewport().width()
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) is not None
        box = appearance().look.px(BOX) + GAP if ticked else 0
        flags = Qt.TextFlag.TextWordWrap
        room = max(width - SIDES - box, 1)
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        high = self._listed.fontMetrics().boundingRect(0, 0, room, ENDLESS, flags, words).height()
        return QSize(min(hint.width(), width), max(hint.height(), high + ENDS))
