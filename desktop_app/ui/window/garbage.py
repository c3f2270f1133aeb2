"""Python's garbage collection, kept in the window's thread.

Python takes rings of unused objects apart in whichever thread happens to ask for memory. A page
that was left holds widgets and timers in such rings; when a worker's thread took one apart, Qt
stopped timers of another thread and the process ended there. So collecting by itself is switched
off, and the window does it each time it has done what there was to do and is about to wait. That
wakes nothing: a window in which nothing happens makes nothing to collect.
"""

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject


def collect_when_due() -> int:
    """What Python would have collected by itself by now, the oldest part that is due.

    To be called in the window's thread. The number of objects that went; 0 when it was not time,
    which costs a microsecond to find out.
    """
    due = [
        generation
        for generation, (made, most) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if made > most > 0
    ]
    return gc.collect(due[-1]) if due else 0


class GarbageCollector(QObject):
    """Collects in this thread from now on, for as long as the process lasts."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self.collect)

    def collect(self) -> None:
        """Nothing is left to do just now."""
        collect_when_due()
