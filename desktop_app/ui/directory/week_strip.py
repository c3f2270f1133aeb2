"""The coming week of one line, drawn: each state has a shape of its own, and "now" is marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.domain.browse.week_hours import DAY_MINUTES, DayHours, HoursState
from desktop_app.domain.hours.dates import WEEKDAYS
from desktop_app.ui.theme import style
from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import words

BAR_PX, LETTERS_PX, NOW_PX = 22, 13, 7
NARROWEST = 210
COLOURS = {
    HoursState.OPEN: "open",
    HoursState.ASSUMED: "should_be",
    HoursState.UNKNOWN: "unknown",
    HoursState.CLOSED: "closed",
}
HEIGHTS = {
    HoursState.OPEN: 1.0,
    HoursState.ASSUMED: 1.0,
    HoursState.UNKNOWN: 0.5,
    HoursState.CLOSED: 0.12,
}
"""Parts of the height: what answers stands tall, what is not certain half, closed lies flat."""
LEGEND = {
    HoursState.OPEN: "open",
    HoursState.ASSUMED: "should be open",
    HoursState.UNKNOWN: "not certain",
    HoursState.CLOSED: "closed",
}
Place = tuple[int, int]
"""A day of the week drawn, and a minute of it."""


class WeekStrip(QWidget):
    """Seven days side by side, midnight to midnight; in words for a screen reader."""

    def __init__(self, week: Sequence[DayHours], name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._week = tuple(week)
        self._now: Place | None = None
        self.setAccessibleName("The coming week")
        self.setAccessibleDescription(". ".join(day.said for day in self._week))
        self.setToolTip("\n".join(day.said for day in self._week))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance().changed.connect(self._relay)

    def mark_now(self, minute: int | None) -> None:
        """Mark this minute of the first day; no mark where the clock is in doubt."""
        self._now = None if minute is None else (0, minute)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the bar, the mark above it and the letters below it."""
        look = appearance().look
        letters = QFontMetrics(self._letters()).height()
        return QSize(look.px(NARROWEST), look.px(NOW_PX) + look.px(BAR_PX) + 2 + letters)

    def minimumSizeHint(self) -> QSize:
        """It gives way in width, not in height."""
        return QSize(look_px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the days, then the mark of now over them."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._letters())
        for at, day in enumerate(self._week):
            self._paint_day(painter, at, day)
        if self._now is not None:
            self._paint_now(painter, self._now)

    def shapes(self, at: int) -> Iterator[tuple[HoursState, QRectF]]:
        """What is drawn of one day: each stretch with its mark and its room."""
        top, high = look_px(NOW_PX), look_px(BAR_PX)
        for each in self._week[at].stretches:
            left, right = self._x(at, each.start), self._x(at, each.end)
            height = max(2.0, high * HEIGHTS[each.mark])
            yield each.mark, QRectF(left, top + high - height, right - left, height)

    def _paint_day(self, painter: QPainter, at: int, day: DayHours) -> None:
        palette = appearance().look.palette
        for mark, room in self.shapes(at):
            ink = QColor(getattr(palette, f"{COLOURS[mark]}_ink"))
            painter.setPen(QPen(ink, 1, PENS[mark]))
            painter.setBrush(QBrush(ink, BRUSHES[mark]))
            painter.drawRect(room)
        top, high = look_px(NOW_PX), look_px(BAR_PX)
        if at:
            painter.setPen(QPen(QColor(palette.line), 1))
            edge = self._x(at, 0)
            painter.drawLine(QPointF(edge, top), QPointF(edge, top + high))
        painter.setPen(QColor(palette.ink if day.holiday or not at else palette.soft))
        name = WEEKDAYS[day.day.weekday()]
        width = self._x(at, DAY_MINUTES) - self._x(at, 0)
        whole = f"{name[:3]} {day.day.day}"
        fits = QFontMetrics(painter.font()).horizontalAdvance(whole) <= width
        text = (whole if fits else name[:1]) + ("*" if day.holiday else "")
        room = QRectF(self._x(at, 0), top + high + 2, width, self.height() - top - high - 2)
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)

    def _paint_now(self, painter: QPainter, now: Place) -> None:
        ink = QColor(appearance().look.palette.ink)
        x, tip = self._x(*now), float(look_px(NOW_PX))
        painter.setPen(QPen(ink, 2))
        painter.drawLine(QPointF(x, tip), QPointF(x, tip + look_px(BAR_PX)))
        painter.setBrush(ink)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(
            QPolygonF([QPointF(x - tip, 0), QPointF(x + tip, 0), QPointF(x, tip + 1)])
        )

    def _x(self, day: int, minute: int) -> float:
        edge = look_px(NOW_PX)
        width = (self.width() - 2 * edge) / len(self._week)
        return edge + width * (day + minute / DAY_MINUTES)

    def _letters(self) -> QFont:
        look = appearance().look
        font = style.base_font(look)
        font.setPixelSize(look.px(LETTERS_PX))
        return font

    def _relay(self) -> None:
        self.updateGeometry()
        self.update()


PENS = {
    HoursState.OPEN: Qt.PenStyle.SolidLine,
    HoursState.ASSUMED: Qt.PenStyle.SolidLine,
    HoursState.UNKNOWN: Qt.PenStyle.DotLine,
    HoursState.CLOSED: Qt.PenStyle.SolidLine,
}
BRUSHES = {
    HoursState.OPEN: Qt.BrushStyle.SolidPattern,
    HoursState.ASSUMED: Qt.BrushStyle.BDiagPattern,
    HoursState.UNKNOWN: Qt.BrushStyle.Dense6Pattern,
    HoursState.CLOSED: Qt.BrushStyle.SolidPattern,
}


class Legend(QFrame):
    """What the shapes of a week mean, beside one sample of each."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        row = Flow(self, gap=14, line_gap=2)
        for mark, text in LEGEND.items():
            pair = QWidget()  # a shape and its word stay together where the line wraps
            beside = QHBoxLayout(pair)
            beside.setContentsMargins(0, 0, 0, 0)
            beside.setSpacing(6)
            beside.addWidget(_Sample(mark))
            beside.addWidget(words(text, "small", wrap=False))
            row.addWidget(pair)


class _Sample(QWidget):
    """One shape."""

    def __init__(self, mark: HoursState) -> None:
        super().__init__()
        self._mark = mark
        self.setFixedSize(look_px(26), look_px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as the strip does."""
        del event
        painter = QPainter(self)
        palette = appearance().look.palette
        ink = QColor(getattr(palette, f"{COLOURS[self._mark]}_ink"))
        painter.setPen(QPen(ink, 1, PENS[self._mark]))
        painter.setBrush(QBrush(ink, BRUSHES[self._mark]))
        high = max(2.0, (self.height() - 2) * HEIGHTS[self._mark])
        painter.drawRect(QRectF(1, self.height() - 1 - high, self.width() - 2, high))


def look_px(pixels: int) -> int:
    """Pixels at 100 % text, in those of the look there is."""
    return appearance().look.px(pixels)
