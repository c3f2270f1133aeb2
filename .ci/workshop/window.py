"""Before the window opens: is there a screen, and what Qt needs to draw on it?"""

import hashlib
import os
import sys
from pathlib import Path

from workshop.environment import VENV, CannotGoOn

# Looking for libraries costs more than the rest of a second start, so what was found is noted
# beside them; removing .venv makes dev.py look again.
LINUX = sys.platform.startswith("linux")
SEEN = VENV / "libraries-seen.txt"


def look_for_a_screen() -> None:
    """See that there is a screen to draw on, or point to the terminal command."""
    if _on_screen() and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise CannotGoOn(
            "there is no screen here (DISPLAY is not set). The same answers in the terminal: "
            "python3 dev.py run now --about child --in POSTCODE"
        )


def look_for_libraries() -> None:
    """See that Qt can draw here; install what is missing, or say what to do."""
    seen = _seen()
    if not LINUX or (SEEN.is_file() and SEEN.read_text("utf-8") == seen):
        return
    from workshop import machine

    machine.ensure(needed=[machine.OFFSCREEN, *([machine.DISPLAY] if _on_screen() else [])])
    SEEN.write_text(seen, "utf-8")


def _on_screen() -> bool:
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    return LINUX and platform in {"", "xcb", "wayland"}


def _seen() -> str:
    part = Path(__file__).with_name("machine.py").read_bytes()
    return f"{hashlib.sha256(part).hexdigest()} {'display' if _on_screen() else 'offscreen'}\n"
