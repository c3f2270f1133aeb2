"""Starts Who to Call from its folder. The plain archive brings libraries that a bare system lacks.

A desktop's own copies come first: drivers and settings fit them. Only what the system has not got
is taken from the folder `fallback`.
"""

import sys
from pathlib import Path


def bring_libraries(folder: Path) -> None:
    """Load each library that this system has not got, in the order the list gives."""
    from ctypes import CDLL, RTLD_GLOBAL

    for name in (folder / "order.txt").read_text("utf-8").split():
        try:
            CDLL(name, RTLD_GLOBAL)
        except OSError:
            CDLL(str(folder / name), RTLD_GLOBAL)


def main() -> int:
    """Bring what is missing, then do what `who-to-call` does everywhere."""
    fallback = Path(__file__).resolve().parents[1] / "fallback"
    if fallback.is_dir():
        bring_libraries(fallback)
    from desktop_app.__main__ import main as who_to_call

    return who_to_call()


if __name__ == "__main__":
    sys.exit(main())
