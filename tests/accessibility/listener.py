"""Prints what screen readers are told to read out, one JSON line each; run by the system's Python.

The first line says that it listens.
"""

import json
from typing import Any

import pyatspi  # type: ignore[import-not-found]  # of the system's own Python


def heard(event: Any) -> None:
    """Print one announcement: its words, and whether it may interrupt (2) or has to wait (1)."""
    print(json.dumps({"words": str(event.any_data), "urgency": event.detail1}), flush=True)


pyatspi.Registry.registerEventListener(heard, "object:announcement")
print(json.dumps("listening"), flush=True)
pyatspi.Registry.start()
