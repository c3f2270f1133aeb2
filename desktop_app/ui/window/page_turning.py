"""Page Up, Page Down, Home and End scroll what is in front; they never do anything else."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QWidget

_STEPS = QAbstractSlider.SliderAction
STEPS = {
    Qt.Key.Key_PageUp: _STEPS.SliderPageStepSub,
    Qt.Key.Key_PageDown: _STEPS.SliderPageStepAdd,
    Qt.Key.Key_Home: _STEPS.SliderToMinimum,
    Qt.Key.Key_End: _STEPS.SliderToMaximum,
}


def turn(page: QWidget | None, event: QKeyEvent) -> bool:
    """Scroll the page, or the part of it that can be scrolled; whether it was such a key."""
    step = STEPS.get(Qt.Key(event.key()))
    if step is None or page is None:
        return False
    areas = (page, *page.findChildren(QAbstractScrollArea))
    for area in areas:
        if isinstance(area, QAbstractScrollArea) and area.isVisible():
            bar = area.verticalScrollBar()
            if bar.maximum() > bar.minimum():
                bar.triggerAction(step)
                break
    return True
