"""Python's garbage collection, kept in the window's thread.

Python takes rings of unused objects apart in whichever thread happens to ask for memory. A page
that was left holds widgets and timers in such rings; when a worker's thread took one apart, Qt
stopped timers of another thread and the process ended there. So collecting by itself is switched
off, and a timer of the window does it when it is due. No thread of ours is older than the window.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000
"""So often it is looked whether it is time; looking costs a microsecond."""


def collect_when_due() -> int:
    """What Python would have collected by itself by now, the oldest part that is due.

    To be called in the window's thread. The number of objects that went; 0 when it was not time.
    """
    due = [
        generation
        for generation, (made, most) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if made > most > 0
    ]
    return gc.collect(due[-1]) if due else 0


class GarbageTimer(QTimer):
    """Collects in this thread from now on, for as long as the process lasts."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, interval=EVERY_MS)
        gc.disable()
        self.timeout.connect(collect_when_due)
        self.start()
