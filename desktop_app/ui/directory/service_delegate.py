"""Paints one service in the list: name, number, whether it answers now, where, why it was found."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.domain.browse.service_row import NO_NUMBER, ServiceRow
from desktop_app.domain.hours.status import Badge
from desktop_app.ui.directory.service_model import ROW
from desktop_app.ui.theme import style
from desktop_app.ui.theme.appearance import Look, appearance

PENS = {
    Badge.OPEN: Qt.PenStyle.SolidLine,
    Badge.SHOULD_BE: Qt.PenStyle.DashDotLine,
    Badge.CLOSED: Qt.PenStyle.DashLine,
    Badge.UNKNOWN: Qt.PenStyle.DotLine,
}
NAME_PX, NUMBER_PX, STATE_PX, SMALL_PX = 17, 20, 15, 15
SIDE, TOP, GAP, BAR = 16, 10, 3, 5


@dataclass(frozen=True, slots=True)
class Letter:
    """A font, with what measures it."""

    font: QFont
    metrics: QFontMetrics
    height: int

    @classmethod
    def of(cls, look: Look, size: int, *, bold: bool) -> Letter:
        """Of so many pixels before the look enlarges them."""
        font = style.base_font(look)
        font.setPixelSize(look.px(size))
        font.setBold(bold)
        metrics = QFontMetrics(font)
        return cls(font, metrics, metrics.height())


class Letters:
    """The fonts of a row in one look, made once for it."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.name = Letter.of(look, NAME_PX, bold=True)
        self.number = Letter.of(look, NUMBER_PX, bold=True)
        self.state = Letter.of(look, STATE_PX, bold=True)
        self.small = Letter.of(look, SMALL_PX, bold=False)
        self.heights = (
            self.name.height, max(self.number.height, self.state.height + 6), self.small.height
        )  # fmt: skip
        """Of the three lines of a row."""


class ServiceDelegate(QStyledItemDelegate):
    """Every row is equally high, so that a list of any length scrolls at once."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._letters: Letters | None = None

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as three lines of text."""
        del option, index
        return QSize(120, 2 * TOP + 2 * GAP + sum(self._font().heights) + 1)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground, three lines of text, and the ring of the focus."""
        row = index.data(ROW)
        if not isinstance(row, ServiceRow):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._ground(painter, rect, state)
            self._words(painter, rect, row)
            if state & QStyle.StateFlag.State_HasFocus:
                self._ring(painter, rect)
        finally:
            painter.restore()

    def _font(self) -> Letters:
        look = appearance().look
        if self._letters is None or self._letters.look != look:
            self._letters = Letters(look)
        return self._letters

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        colours = self._font().look.palette
        selected = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = colours.tint if selected else colours.raised if over else colours.card
        painter.fillRect(rect, QColor(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colours.line))
        if selected and not state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(
                rect.left(), rect.top(), BAR, rect.height() - 1, QColor(colours.accent)
            )

    def _words(self, painter: QPainter, rect: QRect, row: ServiceRow) -> None:
        letters = self._font()
        colours = letters.look.palette
        name, number, small = letters.heights
        inner = rect.adjusted(SIDE, TOP, -SIDE, -TOP)
        left, width, top = inner.left(), inner.width(), inner.top()
        _say(painter, QRect(left, top, width, name), row.name, letters.name, colours.ink)
        second = QRect(left, top + name + GAP, width, number)
        if row.number:
            used = _say(painter, second, row.number, letters.number, colours.ink)
            self._pill(painter, second.adjusted(used + SIDE, 0, 0, 0), row)
        else:
            _say(painter, second, NO_NUMBER, letters.small, colours.soft)
        third = QRect(left, second.bottom() + 1 + GAP, width, small)
        self._last_line(painter, third, row)

    def _last_line(self, painter: QPainter, rect: QRect, row: ServiceRow) -> None:
        letters = self._font()
        colours = letters.look.palette
        told = row.label or row.hint
        if not told:
            text = " · ".join(part for part in (row.place, row.kind) if part)
            _say(painter, rect, text, letters.small, colours.soft)
            return
        ink = colours.unknown_ink if row.label else colours.accent
        used = _say(painter, rect, told, letters.small, ink)
        rest = rect.adjusted(used, 0, 0, 0)
        if rest.width() > letters.look.px(60):
            _say(painter, rest, f" · {row.place}", letters.small, colours.soft)

    def _pill(self, painter: QPainter, rect: QRect, row: ServiceRow) -> None:
        """The state at the right, in full where it fits, else in a word; never cut off."""
        if row.state is None:
            return
        letters = self._font()
        look = letters.look
        metrics, icon = letters.state.metrics, look.px(16)
        around = look.px(8) * 2 + icon + look.px(6)
        fits = metrics.horizontalAdvance(row.state_words) + around <= rect.width()
        text = row.state_words if fits else row.short_state
        width = min(metrics.horizontalAdvance(text) + around, rect.width())
        pill = QRect(rect.right() - width, rect.top(), width, rect.height())
        ink = getattr(look.palette, f"{row.state}_ink")
        fill = getattr(look.palette, f"{row.state}_fill")
        painter.setPen(QPen(QColor(ink), 1.5, PENS[row.state]))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(pill).adjusted(1, 1, -1, -1), 9, 9)
        top = pill.top() + (pill.height() - icon) // 2
        drawing = appearance().picture(str(row.state), ink, icon, fill)
        painter.drawPixmap(QPointF(pill.left() + look.px(8), top), drawing)
        inside = pill.adjusted(look.px(8) + icon + look.px(6), 0, -look.px(6), 0)
        _say(painter, inside, text, letters.state, ink)

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        """The same two lines as around everything else the keyboard can press."""
        colours = self._font().look.palette
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for inset, width, colour in ((2.0, 4.0, colours.halo), (5.0, 2.0, colours.focus)):
            painter.setPen(QPen(QColor(colour), width))
            edge = QRectF(rect).adjusted(inset, inset, -inset, -inset - 1)
            painter.drawRoundedRect(edge, 8, 8)


def _say(painter: QPainter, rect: QRect, text: str, letter: Letter, colour: str) -> int:
    """One line of text, shortened at its end if it must be; how many pixels it took."""
    shown = shortened(text, letter.metrics, rect.width())
    painter.setFont(letter.font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return letter.metrics.horizontalAdvance(shown)


def shortened(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text in so many pixels; what stands in brackets at its end is kept where it can be.

    "(children)" or "(adults)" is often all that tells two services of one council apart.
    """
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    name, bracket, told = text.rpartition(" (")
    if shown == text or not bracket or not told.endswith(")"):
        return shown
    end = bracket + told
    room = width - metrics.horizontalAdvance(end)
    if room < width // 3:
        return shown
    return metrics.elidedText(name, Qt.TextElideMode.ElideRight, room) + end
