"""A sheet of A4 to draw on in millimetres, which remembers every text it placed.

The same drawing goes to a picture, a PDF or a printer: lengths are millimetres, type is in points,
and glyphs are never hinted, so a line breaks at the same word everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop_app.fileformat.tagged_pdf import MARK_SIDE, MARK_TOP, Tag, mark_of
from desktop_app.ui.theme.style import FAMILY
from desktop_app.ui.widgets.qr import draw_qr

WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 12.0
UNITS = 100
"""Steps of a millimetre; fonts take whole steps, so that type can be set to a hundredth."""
MM_PER_POINT = 25.4 / 72
INK, SOFT, RED, BLUE = "#12222d", "#3f4d57", "#a81c1c", "#0b5878"
TINT, HAIRLINE, WHITE = "#e6f1f6", "#8a9aa4", "#ffffff"
PUBLIC_SMALLEST = 12.0
"""Points: nothing smaller stands on paper that patients read."""
STAFF_SMALLEST = 6.0
ENDLESS = re.compile(r"[^\s-]{25,}")
"""A word so long, without a space or a hyphen, may be broken anywhere."""
BREAK = "\u200b"
CODE_SAYS = "QR code that dials {}"


@dataclass(frozen=True, slots=True)
class Voice:
    """How words are set: size in points, weight, colour, side, direction."""

    points: float
    bold: bool = False
    colour: str = INK
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    """Of words read from the right, AlignLeft is the side where they begin: the right one."""
    from_right: bool = False
    level: int = 0
    """1 for the title of a page, 2 for a heading on it, 0 for everything else."""

    def sized(self, points: float) -> Voice:
        """The same voice in another size."""
        return replace(self, points=points)


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text as it stands on the page: the box it was given and the box it takes, in mm."""

    text: str
    box: QRectF
    used: QRectF
    points: float

    @property
    def fits(self) -> bool:
        """Whether all of it stands inside its box (to a twentieth of a millimetre)."""
        return self.box.adjusted(-0.05, -0.05, 0.05, 0.05).contains(self.used)


@dataclass(frozen=True, slots=True)
class PlacedCode:
    """A QR code on the page, and the digits it was drawn for."""

    number: str
    box: QRectF


class Canvas:
    """One page; lengths in millimetres from the top left corner of the paper."""

    def __init__(
        self, painter: QPainter, smallest: float = STAFF_SMALLEST, *, marks: bool = False
    ) -> None:
        self._painter, self._marks = painter, marks
        self.tags: list[Tag] = []
        self.smallest = smallest
        self.texts: list[PlacedText] = []
        self.codes: list[PlacedCode] = []
        self.not_whole: list[str] = []
        """Words that have no room even in the smallest type: such a page never leaves."""

    def text(self, box: QRectF, text: str, voice: Voice) -> float:
        """Set words into a box, broken at spaces; the height they take."""
        if not text:
            return 0.0
        with self._tagged(Tag(f"H{voice.level}" if voice.level else "P", text)):
            flags, told = self._set(voice), _breakable(text)
            used = self._painter.boundingRect(_units(box), flags, told)
            self._painter.drawText(_units(box), flags, told)
        self.texts.append(PlacedText(text, box, _millimetres(used), voice.points))
        return used.height() / UNITS

    def height(self, text: str, width: float, voice: Voice) -> float:
        """How high words stand in a column so wide."""
        box = QRectF(0, 0, width * UNITS, 1e7)
        flags = self._set(voice)
        return self._painter.boundingRect(box, flags, _breakable(text)).height() / UNITS

    def width(self, text: str, voice: Voice) -> float:
        """How wide words are on one line."""
        self._set(voice)
        return self._painter.fontMetrics().horizontalAdvance(text) / UNITS

    def fitting(self, text: str, box: QRectF, voice: Voice, smallest: float) -> Voice:
        """The voice in the largest size, down to the smallest allowed, in which words fit a box."""
        while voice.points > smallest and not self._holds(box, text, voice):
            voice = voice.sized(max(smallest, voice.points - 0.25))
        return voice

    def fitted(self, box: QRectF, text: str, voice: Voice) -> float:
        """Set words as large as the box allows; the height they take.

        What is too long in the smallest size ends in dots, and is noted: the page is not printed.
        """
        voice = self.fitting(text, box, voice, self.smallest)
        kept = text
        if not self._holds(box, text, voice):
            self.not_whole.append(text)
        while not self._holds(box, text, voice) and len(kept) > 1:
            kept = kept[:-1].rstrip()
            text = f"{kept}…"
        return self.text(box, text, voice)

    def line(self, box: QRectF, text: str, voice: Voice) -> float:
        """Set words on one line in the middle of the box, smaller if they are too long.

        What is too long even in the smallest size ends in dots, and is noted: it is not printed.
        """
        wide, tall = self.width(text, voice), self.height(text or "X", 1e4, voice)
        factor = min(1.0, box.width() * 0.99 / max(wide, 0.01), box.height() / tall)
        voice = voice.sized(max(self.smallest, voice.points * factor))
        tall = self.height(text or "X", 1e4, voice)
        middle = QRectF(box.left(), box.top() + (box.height() - tall) / 2, box.width(), tall)
        self._set(voice)
        metrics, room = QFontMetricsF(self._painter.font()), middle.width() * UNITS
        if metrics.horizontalAdvance(text) > room:
            self.not_whole.append(text)
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room * 0.99)
        return self.text(middle, text, voice)

    def first_that_fits(self, texts: Sequence[str], width: float, voice: Voice) -> str:
        """The first of these that stands on one line in the smallest size; else the last."""
        small = voice.sized(self.smallest)
        return next((x for x in texts if self.width(x, small) <= width * 0.98), texts[-1])

    def number(self, box: QRectF, display: str, voice: Voice) -> float:
        """Set a phone number on one line from the top of its digits down, as large as fits.

        Its box holds the digits alone, without the room above and below that letters need; the
        height the digits take.
        """
        wide, tall = self.width(display, voice), self._digits(voice)
        factor = min(1.0, box.width() * 0.995 / wide, box.height() / tall)
        voice = replace(voice, points=voice.points * factor, from_right=False)
        self._set(voice)
        tall, wide = self._digits(voice), self.width(display, voice)
        left = box.right() - wide if voice.align == Qt.AlignmentFlag.AlignRight else box.left()
        with self._tagged(Tag("P", display)):
            self._set(voice)
            self._painter.drawText(QPointF(left, box.top() + tall) * UNITS, display)
        used = QRectF(left, box.top(), wide, tall)
        self.texts.append(PlacedText(display, box, used, voice.points))
        return tall

    def block(self, box: QRectF, colour: str, radius: float = 0) -> None:
        """Fill a box, its corners rounded."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(colour))
        self._painter.drawRoundedRect(_units(box), radius * UNITS, radius * UNITS)

    def frame(self, box: QRectF, colour: str, width: float, radius: float = 0) -> None:
        """Draw the edge of a box."""
        self._painter.setPen(QPen(QColor(colour), width * UNITS))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(_units(box), radius * UNITS, radius * UNITS)

    def rule(
        self, start: QPointF, end: QPointF, colour: str = HAIRLINE, width: float = 0.25
    ) -> None:
        """Draw a line."""
        self._painter.setPen(QPen(QColor(colour), width * UNITS))
        self._painter.drawLine(start * UNITS, end * UNITS)

    def cut(self, start: QPointF, end: QPointF) -> None:
        """Draw a line to cut along."""
        self._painter.setPen(QPen(QColor(HAIRLINE), 0.3 * UNITS, Qt.PenStyle.DashLine))
        self._painter.drawLine(start * UNITS, end * UNITS)

    def code(self, box: QRectF, number: str) -> None:
        """Draw the QR code that dials a number."""
        with self._tagged(Tag("Figure", CODE_SAYS.format(number))):
            draw_qr(self._painter, _units(box), number)
        self.codes.append(PlacedCode(number, box))

    @contextmanager
    def _tagged(self, tag: Tag) -> Iterator[None]:
        """Note what is drawn within, in the order of reading; in a PDF with a mark on both sides.

        Whatever is drawn outside says nothing: lines, grounds, frames.
        """
        thing = len(self.tags)
        self.tags.append(tag)
        self._mark(mark_of(thing, end=False))
        yield
        self._mark(mark_of(thing, end=True))

    def _mark(self, left: int) -> None:
        if not self._marks:
            return
        self._painter.save()
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(INK))
        self._painter.drawRect(QRectF(left, MARK_TOP, MARK_SIDE, MARK_SIDE))
        self._painter.restore()

    def _digits(self, voice: Voice) -> float:
        """How high digits stand, in millimetres."""
        self._set(voice)
        return QFontMetricsF(self._painter.font()).capHeight() / UNITS

    def _holds(self, box: QRectF, text: str, voice: Voice) -> bool:
        tall = self.height(text, box.width(), voice) <= box.height()
        words = [part for word in text.split() for part in _breakable(word).split(BREAK)]
        return tall and all(self.width(word, voice) <= box.width() for word in words)

    def _set(self, voice: Voice) -> int:
        font = QFont(FAMILY)
        font.setPixelSize(round(voice.points * MM_PER_POINT * UNITS))
        font.setBold(voice.bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._painter.setFont(font)
        self._painter.setPen(QColor(voice.colour))
        ways = Qt.LayoutDirection
        self._painter.setLayoutDirection(ways.RightToLeft if voice.from_right else ways.LeftToRight)
        return voice.align.value | Qt.TextFlag.TextWordWrap.value | Qt.TextFlag.TextDontClip.value


def _breakable(text: str) -> str:
    """The same with places where a word without an end may go on in the next line."""
    return ENDLESS.sub(lambda word: BREAK.join(re.findall(".{1,8}", word[0])), text)


def _units(box: QRectF) -> QRectF:
    return QRectF(box.topLeft() * UNITS, box.size() * UNITS)


def _millimetres(box: QRectF) -> QRectF:
    return QRectF(box.topLeft() / UNITS, box.size() / UNITS)
