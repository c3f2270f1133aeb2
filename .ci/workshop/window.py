"""Before the window opens: is there a screen, and what Qt needs to draw on it?"""

import hashlib
import os
import sys
from pathlib import Path

from workshop.environment import VENV, CannotGoOn

# Looking for libraries costs more than the rest of a second start, so what was found is noted
# beside them; removing .venv makes dev.py look again.
SEEN = VENV / "libraries-seen.txt"


def prepare() -> None:
    """See that a window can open here; install what is missing, or say what to do."""
    if not sys.platform.startswith("linux"):
        return
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    on_screen = platform.split(":")[0] in {"", "xcb", "wayland"}
    if on_screen and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise CannotGoOn(
            "there is no screen here (DISPLAY is not set). The same answers in the terminal: "
            "python3 dev.py run now --about child --in luton"
        )
    seen = _seen(on_screen=on_screen)
    if SEEN.is_file() and SEEN.read_text("utf-8") == seen:
        return
    from workshop import machine

    machine.ensure(needed=[machine.OFFSCREEN, *([machine.DISPLAY] if on_screen else [])])
    if VENV.is_dir():
        SEEN.write_text(seen, "utf-8")


def _seen(*, on_screen: bool) -> str:
    part = Path(__file__).with_name("machine.py").read_bytes()
    return f"{hashlib.sha256(part).hexdigest()} {'display' if on_screen else 'offscreen'}\n"
