"""Reading from somewhere that may drip for ever, with an end to it.

The system's own limit of patience starts anew with every byte, and waits for names and handshakes
have none. So a thread of its own does the reading, and the end of the process leaves it behind.
"""

import contextlib
from queue import Empty, Full, Queue
from threading import Event, Thread

from desktop_app.clock import SystemClock
from desktop_app.updates.errors import Refused, Why
from desktop_app.updates.verify.sources import Pieces

AHEAD = 4
"""Pieces read before anybody asks for them."""
STEP = 0.2
"""Seconds between two looks whether anybody still listens."""


def monotonic() -> float:
    """Seconds since an arbitrary start, by which a deadline is given."""
    return SystemClock().monotonic()


def in_time(pieces: Pieces, until: float) -> Pieces:
    """The same pieces; Refused once it is later than `until`, whatever the reading waits for."""
    reading = _Reading(pieces)
    reading.start()
    try:
        while (piece := reading.next_before(until)) is not None:
            yield piece
    finally:
        reading.over.set()


class _Reading(Thread):
    """Reads ahead a little, and stops once nobody listens any more."""

    def __init__(self, pieces: Pieces) -> None:
        super().__init__(name="fetching", daemon=True)
        self.over = Event()
        self._pieces = pieces
        self._ready: Queue[bytes | Exception | None] = Queue(AHEAD)

    def run(self) -> None:
        """Read to the end; what goes wrong is raised again where somebody listens."""
        try:
            with contextlib.closing(self._pieces):
                for piece in self._pieces:
                    self._put(piece)
                    if self.over.is_set():
                        return
            self._put(None)
        except Exception as error:
            self._put(error)

    def next_before(self, until: float) -> bytes | None:
        """The next piece, None at the end; Refused when it does not come in time."""
        left = until - monotonic()
        try:
            if left <= 0:
                raise Empty
            found = self._ready.get(timeout=left)
        except Empty:
            raise Refused(Why.TOO_SLOW) from None
        if isinstance(found, Exception):
            raise found
        return found

    def _put(self, what: bytes | Exception | None) -> None:
        while not self.over.is_set():
            with contextlib.suppress(Full):
                self._ready.put(what, timeout=STEP)
                return
