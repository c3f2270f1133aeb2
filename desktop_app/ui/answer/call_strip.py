"""A strip for the call: a small window above other programs, with what is needed to ring.

It remembers nothing, neither place nor number, and goes with the answer.
"""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop_app.domain.answer.call_words import short_name
from desktop_app.domain.answer.screen_parts import NOBODY, Screen
from desktop_app.ui.answer.notice_bar import NoticeBar
from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.failed_button import EMERGENCY
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.key_button import KeyButton
from desktop_app.ui.widgets.number_label import NumberLabel
from desktop_app.ui.widgets.state_badge import StateBadge
from desktop_app.ui.widgets.text import words
from desktop_app.ui.window.emergency import QUESTION, RING
from desktop_app.ui.window.screen_fit import fitted

TITLE = "Who to Call"
WIDTH = 360
"""Pixels at 100 % text size: narrow enough to leave the other program readable."""
FROM_EDGE = 24
ASIDE = 14
"""Pixels between the words and the sides."""


class CallStrip(QFrame):
    """999, who, the number, Nobody answered, and what to say; made when it is first wanted."""

    nobody_answered = Signal()
    copy_wanted = Signal(str)
    closed = Signal()

    def __init__(self, changed: NoticeBar) -> None:
        """`changed`: the answer’s bar that says what changed by itself; the strip says it too."""
        flags = Qt.WindowType
        super().__init__(
            None,
            flags.Window | flags.WindowStaysOnTopHint | flags.CustomizeWindowHint
            | flags.WindowTitleHint | flags.WindowCloseButtonHint,
        )  # fmt: skip
        self.setObjectName("call-strip")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # the hand may be typing
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(6)
        column.addWidget(self._emergency())
        self._column = column
        inner = QVBoxLayout()
        inner.setContentsMargins(ASIDE, 0, ASIDE, 0)
        inner.setSpacing(4)
        column.addLayout(inner)
        self._changed = words("", "doubted", "strip-call-changed")
        self._closing = words("", "closing", "strip-call-closing")
        self._who = words("", "next", "strip-call-who")
        self.number = NumberLabel("", "strip-call-number", 38)
        self._keyed = words("", "strong", "strip-call-keyed")
        self._state = StateBadge("strip-call-state")
        for each in (self._changed, self._who, self.number, self._keyed):
            inner.addWidget(each)
        inner.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self._closing)
        inner.addLayout(self._deeds())
        self._script = words("", "line", "strip-call-script")
        inner.addWidget(self._script)
        self._say_changed(changed.said)
        changed.turned.connect(self._say_changed)

    def _emergency(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("emergency")
        bar.setProperty("narrow", True)
        row = QHBoxLayout(bar)
        row.setContentsMargins(ASIDE, 4, ASIDE, 4)
        row.addWidget(words(QUESTION, "emergency", "emergency-question", wrap=False))
        row.addWidget(words(RING, "emergency", "emergency-number", wrap=False))
        row.addStretch()
        return bar

    def _deeds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._copy = IconButton("Copy", "copy", "strip-call-copy")
        self._copy.setProperty("snug", True)
        self._copy.clicked.connect(lambda: self.copy_wanted.emit(self.number.text()))
        self._nobody = KeyButton(NOBODY, "N", "strip-call-nobody", "firm")
        self._nobody.clicked.connect(self.nobody_answered)
        row.addWidget(self._copy)
        row.addWidget(self._nobody)
        row.addStretch()
        return row

    def show_answer(self, shown: Screen, closing: str) -> None:
        """Show what the answer shows, and that its line closes soon; nothing is kept beside it."""
        first = shown.large[0]
        self._who.setText(short_name(first))
        self.number.set_number(first.number)
        self._keyed.setText(first.menu)
        self._keyed.setVisible(bool(first.menu))
        self._state.set_state(first.badge, first.state)
        self._closing.setText(closing)
        self._closing.setVisible(bool(closing))
        self._copy.setAccessibleName(f"Copy the number of {first.name}")
        self._nobody.setVisible(first.number != EMERGENCY)
        self._nobody.setAccessibleName(f"{NOBODY}: {first.name}, {first.number}")
        lines = [f"{place}. {each}" for place, each in enumerate(shown.script.lines, start=1)]
        self._script.setText("\n".join((*lines, shown.script.close)))
        self._refit()

    def _say_changed(self, said: str) -> None:
        """What changed while somebody looked; the number before may be the one just dialled."""
        self._changed.setText(said)
        self._changed.setVisible(bool(said))
        self._refit()

    def _refit(self) -> None:
        if self.isVisible():
            self._keep_on_screen(self._fit())

    def open(self, screen: QScreen) -> None:
        """Stand in the lower right corner of the answer's screen, above whatever lies there.

        The answer's own 999, Hide and number stand at the top: the strip covers none of them.
        """
        self.setScreen(screen)
        self.move(screen.availableGeometry().topLeft())
        self.show()
        room = self._fit()
        self.move(
            room.right() - self.frameGeometry().width() - FROM_EDGE,
            room.bottom() - self.frameGeometry().height() - FROM_EDGE,
        )
        self.raise_()

    def _fit(self) -> QRect:
        """As wide as the longest state needs, as high as every word needs at that width."""
        room = self.screen().availableGeometry()
        frame = self.width() - self.contentsRect().width()
        needed = self._state.sizeHint().width() + 2 * ASIDE + frame
        wide = min(max(appearance().look.px(WIDTH), needed), room.width())
        self.setMinimumHeight(0)  # a higher answer before this one
        self.setFixedWidth(wide)
        self._column.invalidate()
        self._column.activate()
        high = min(self._column.totalHeightForWidth(wide), room.height())
        self.setFixedHeight(high)
        return room

    def _keep_on_screen(self, room: QRect) -> None:
        """Grown by more words, no line of it lies past the edge; where all fit, it stays put."""
        frame = self.frameGeometry()
        wanted = fitted(frame, room).topLeft()
        if wanted != frame.topLeft():
            self.move(wanted)

    def forget(self) -> None:
        """Go, and hold no words any more."""
        self.hide()
        self.number.set_number("")
        for label in (self._changed, self._who, self._keyed, self._closing, self._script):
            label.setText("")
        for button in (self._copy, self._nobody):
            button.setAccessibleName("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N as on the answer; K or Escape puts the strip away."""
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_N and not self._nobody.isHidden():
            self.nobody_answered.emit()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_K):
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it leaves the answer where it is."""
        super().closeEvent(event)
        self.closed.emit()
