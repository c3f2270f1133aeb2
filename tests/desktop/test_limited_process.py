"""A process that bounds itself is ended by the system where it goes beyond."""

import subprocess
import sys

import pytest

WRITTEN = "from desktop_app.desktop.limited_process import limit_process; limit_process({}, {}); {}"
MEGABYTE = 1 << 20


def ended(memory: int, seconds: int, deed: str) -> int:
    code = f"import sys; sys.path[:] = {sys.path!r}; {WRITTEN.format(memory, seconds, deed)}"
    command = [sys.executable, "-I", "-S", "-c", code]
    return subprocess.run(command, capture_output=True, check=False).returncode


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS bounds no memory of a process")
def test_more_memory_than_was_allowed_is_refused() -> None:
    assert ended(512 * MEGABYTE, 20, f"bytes({768 * MEGABYTE})") != 0
    assert ended(512 * MEGABYTE, 20, f"bytes({4 * MEGABYTE})") == 0


def test_a_process_that_never_ends_is_ended() -> None:
    loop = "exec('while True: pass')"
    assert ended(512 * MEGABYTE, 1, loop) != 0
