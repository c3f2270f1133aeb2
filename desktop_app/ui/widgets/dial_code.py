"""A number leaves the screen for a phone: a code to scan, or the program here that dials."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.page import bring_into_sight
from desktop_app.ui.widgets.text import card, words

SHOW, HIDE = "Show code to dial", "Hide the code"
SCAN = "Point a phone’s camera at the code"
RINGS = "It rings {}."
TRACE = "The number stays in that phone’s list of calls."
DIAL = "Dial from this computer"
_PROPERTY = "who-to-call-phone"


class Phone(QObject):
    """Whether a program on this computer dials numbers; asked when the first answer is shown.

    It belongs to the application, as the answer does.
    """

    def __init__(self, ask: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._ask, self._asked, self._dials = ask, False, False

    @property
    def dials(self) -> bool:
        """Whether one does; asked once."""
        if not self._asked:
            self._asked, self._dials = True, self._ask()
        return self._dials

    @staticmethod
    def here() -> bool:
        """Whether one does on this computer; not where nobody said how to find out."""
        phone = _application().property(_PROPERTY)
        return isinstance(phone, Phone) and phone.dials

    @staticmethod
    def answers_to(ask: Callable[[], bool]) -> None:
        """Find it out by this from now on."""
        app = _application()
        before = app.property(_PROPERTY)
        app.setProperty(_PROPERTY, Phone(ask, app))
        if isinstance(before, Phone):
            before.deleteLater()


def _application() -> QCoreApplication:
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("There is no application yet that could dial.")
    return app


class CodeButton(IconButton):
    """Shows the code that dials a number, and takes it away again."""

    turned = Signal(bool)

    def __init__(self, service: str, number: str, name: str) -> None:
        super().__init__(SHOW, "code", f"{name}-code", "link")
        self._of = f"{number}, {service}"
        self.setAccessibleDescription("A QR code to scan with a phone. Key: Q")
        self._show_state(shown=False)
        self.opened = False
        self.clicked.connect(self.turn)

    def set_number(self, service: str, number: str) -> None:
        """Be about another number; its code is not shown."""
        self._of, self.opened = f"{number}, {service}", False
        self._show_state(shown=False)

    def turn(self) -> None:
        """From hidden to shown, or back."""
        self.opened = not self.opened
        self._show_state(shown=self.opened)
        self.turned.emit(self.opened)

    def _show_state(self, *, shown: bool) -> None:
        said = HIDE if shown else SHOW
        self.setText(said)
        self.setAccessibleName(f"{said}: {self._of}")


class DialButton(IconButton):
    """Hands the number to the program of this computer that dials; only where there is one."""

    def __init__(self, service: str, number: str, name: str) -> None:
        super().__init__(DIAL, "call", f"{name}-dial", "link")
        self.set_number(service, number)
        self.setAccessibleDescription("Opens the program on this computer that makes calls")

    def set_number(self, service: str, number: str) -> None:
        """Be about another number."""
        self.setAccessibleName(f"{DIAL}: {number}, {service}")


class CodePanel(QFrame):
    """The place for the code on a card: empty and hidden until somebody asks for it."""

    def __init__(
        self, dialled: str, display: str, name: str, *, upright: bool = False, then: str = ""
    ) -> None:
        """`then` is what is keyed or asked for once the number answers: no code does that."""
        super().__init__()
        self.setObjectName(f"{name}-code-panel")
        self._number, self._then = (dialled, display, f"{name}-qr"), then
        ways = QBoxLayout.Direction
        self._row = QBoxLayout(ways.TopToBottom if upright else ways.LeftToRight, self)
        self._row.setContentsMargins(0, 6, 0, 6)
        self._row.setSpacing(4 if upright else 20)
        self.hide()

    def set_number(self, dialled: str, display: str, then: str = "") -> None:
        """Be about another number; its code is drawn when it is wanted."""
        if (dialled, then) != (self._number[0], self._then):
            self._number, self._then = (dialled, display, self._number[2]), then
            self._empty()
            self.hide()

    def _empty(self) -> None:
        while self._row.count():
            item = self._row.takeAt(0)
            thing = item.widget() if item else None
            if thing is not None:
                thing.hide()
                thing.deleteLater()

    def turn(self, shown: bool) -> None:
        """Show the code, drawn when first wanted, or hide it."""
        if shown and not self._row.count():
            self._draw()
        self.setVisible(shown)
        if shown:
            bring_into_sight(self)

    def _draw(self) -> None:
        from desktop_app.ui.widgets.qr import number_qr  # what draws codes takes 20 ms to load

        dialled, display, name = self._number
        tile = card("code", "", (6, 6, 6, 6))
        tile.layout().addWidget(number_qr(dialled, display, name))  # type: ignore[union-attr]
        self._row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        beside = QWidget()
        told = QVBoxLayout(beside)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(4)
        told.addStretch()
        told.addWidget(words(SCAN, "strong"))
        then = f" Then {self._then}." if self._then else ""
        told.addWidget(words(RINGS.format(display) + then, "body"))
        told.addWidget(words(TRACE, "small"))
        told.addStretch()
        self._row.addWidget(beside, 1)
