"""The program is closed while a share hangs: it ends at once, whole, and leaves no core file."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HANGS = """
import ctypes, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_app.app import main as session
from desktop_app.ui.updates import worker
from desktop_app.updates.verify import folders

begun = []
def hangs(where):
    begun.append(where)
    ctypes.CDLL(None).sleep(120)  # as a system call on a dead share: it answers to nobody

folders._mode = hangs
worker.FIRST_LOOK_MS = worker.HUNG_MS = 50

def close():
    if not begun:
        return QTimer.singleShot(20, close)
    print("hangs in", begun[0].name, flush=True)
    QTimer.singleShot({after}, QApplication.instance().{deed})

def start(arguments, begin=session.start):
    opened = begin(arguments)
    QTimer.singleShot(100, close)
    return opened

session.start = start
sys.exit(session.main(["who-to-call"]))
"""


def closed(folder: Path, after: int, deed: str) -> subprocess.CompletedProcess[str]:
    """Open the real window with a share that hangs, and close it so long afterwards."""
    policy = folder / "policy.json"
    policy.write_text(json.dumps({"UpdateFolder": str(folder / "share")}), encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-c", HANGS.format(after=after, deed=deed)],
        cwd=folder,
        env=os.environ
        | {
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
            "WHO_TO_CALL_POLICY": str(policy),
            "XDG_RUNTIME_DIR": str(folder),
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=let_cores_be_written,
    )


def let_cores_be_written() -> None:
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


@pytest.mark.slow
@pytest.mark.parametrize("after", [0, 300])
@pytest.mark.parametrize("deed", ["quit", "closeAllWindows"])
def test_closing_while_the_share_hangs_ends_the_process_whole(
    tmp_path: Path, after: int, deed: str
) -> None:
    ended = closed(tmp_path, after, deed)
    assert (ended.returncode, ended.stdout) == (0, "hangs in share\n"), ended.stderr
    assert "QThread" not in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not list(tmp_path.glob("*core*"))


def test_a_crash_leaves_no_picture_of_the_memory(tmp_path: Path) -> None:
    script = (
        "import os, resource; from desktop_app.desktop.core_files import leave_no_core_file;"
        "leave_no_core_file();"
        "print(max(resource.getrlimit(resource.RLIMIT_CORE)), flush=True); os.abort()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=let_cores_be_written,
    )
    assert ended.returncode == -signal.SIGABRT
    assert ended.stdout.strip() in ("0", "1")  # bytes: less than any core has
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["desktop_app.app.main", "desktop_app.cli.main"])
def test_window_and_terminal_both_see_to_it(command: str) -> None:
    source = (ROOT / command.replace(".", "/")).with_suffix(".py").read_text("utf-8")
    assert "leave_no_core_file()" in source
