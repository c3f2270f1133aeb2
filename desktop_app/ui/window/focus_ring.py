"""A ring around whatever the keyboard will press: bright outside, dark inside, on any ground."""

from PySide6.QtCore import SIGNAL, SLOT, QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop_app.ui.theme.appearance import appearance

SHOWN_ON = ("QAbstractButton", "QLineEdit")
"""By the names Qt knows them by: to load a kind of field no page shows yet would cost memory."""
CLIPS_NOTHING = ("body", "rail", "page", "foot")
REACH = 4
"""Pixels the ring stands outside what it surrounds."""


class Ring(QWidget):
    """The ring itself: it lies on the page, so that it scrolls along and no small part clips it."""

    _retired = True
    """Also what is true of one that Qt still calls while Python takes it apart."""

    def __init__(self, around: QWidget) -> None:
        way = _up_to_page(around)
        super().__init__(way[-1])
        self._page = way[-1]
        self._around = around
        self._retired = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # By name: of each connection to a bound method PySide keeps 60 bytes for good.
        self.connect(around, SIGNAL("destroyed()"), SLOT("deleteLater()"))
        self._watched = way[:-1]
        for part in self._watched:
            part.installEventFilter(self)
        self._fit()
        self.setVisible(around.isVisible())

    def retire(self) -> None:
        """Something else has the focus: go, and do not come back with what was surrounded."""
        self._retired = True
        for part in self._watched:  # else each keeps a note of every ring it ever had
            if isValid(part):
                part.removeEventFilter(self)
        self._watched = []
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go where the surrounded widget goes."""
        if self._retired:
            return False
        if not isValid(self._around):  # in a window that is not in front nobody tells of that
            return False
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._fit()
        elif event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.setVisible(self._around.isVisible())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw two lines, so that one of them stands out whatever lies below."""
        del event
        colours = appearance().look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for inset, width, colour in ((2.0, 4.0, colours.halo), (5.0, 2.0, colours.focus)):
            painter.setPen(QPen(QColor(colour), width))
            edge = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(edge, 12, 12)
        painter.end()

    def _fit(self) -> None:
        around, page = self._around, self._page
        if not page.isAncestorOf(around):  # taken out of the page while it had the focus
            self.hide()
            return
        place = QRect(around.mapTo(page, QPoint()), around.size())
        self.setGeometry(place.adjusted(-REACH, -REACH, REACH, REACH))
        self.raise_()


def _up_to_page(widget: QWidget) -> list[QWidget]:
    """The widget and what it stands on, up to the page or bar that clips nothing of the ring."""
    way = [widget]
    while (above := way[-1].parentWidget()) is not None:
        way.append(above)
        if above.objectName() in CLIPS_NOTHING or above.isWindow():
            break
    return way


class FocusRing(QObject):
    """Sets the ring around whatever gains the focus in a window."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._ring: Ring | None = None
        app.focusChanged.connect(self._follow)
        self._follow(None, app.focusWidget())

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.retire()
        shown = now is not None and now.parentWidget() and any(map(now.inherits, SHOWN_ON))
        self._ring = Ring(now) if shown and now is not None else None
