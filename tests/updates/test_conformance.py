"""The command that the public TUF conformance suite drives; docs/updates.md tells how to run it."""

import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.updates.lab import TARGET, Lab

ROOT = Path(__file__).parents[2]


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def host(lab: Lab) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(lab.steward.home))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def client(folder: Path, host: str, *command: str, lenient: bool = True) -> int:
    environ = os.environ | ({"WHO_TO_CALL_LENIENT": "1"} if lenient else {})
    arguments = ["--metadata-dir", str(folder), "--metadata-url", f"{host}/metadata", *command]
    done = subprocess.run(
        [sys.executable, "-m", "tests.updates.conformance", *arguments],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        check=False,
    )
    return done.returncode


@pytest.mark.slow
def test_init_refresh_download(lab: Lab, host: str) -> None:
    lab.release(2)
    folder, targets = lab.folder / "metadata", lab.folder / "targets"
    folder.mkdir()
    targets.mkdir()
    assert client(folder, host, "init", str(lab.place.trust / "root.json")) == 0
    assert client(folder, host, "refresh") == 0
    where = ("--target-base-url", f"{host}/targets", "--target-dir", str(targets))
    assert client(folder, host, "--target-name", TARGET, *where, "download") == 0
    assert (targets / TARGET).read_bytes() == lab.directory(2).read_bytes()
    assert client(folder, host, "--target-name", "other", *where, "download") == 1
    assert (folder / "root.json").is_symlink()


@pytest.mark.slow
def test_a_tampered_repository_is_refused(lab: Lab, host: str) -> None:
    folder = lab.folder / "metadata"
    folder.mkdir()
    client(folder, host, "init", str(lab.place.trust / "root.json"))
    (lab.steward.home / "metadata" / "timestamp.json").write_bytes(b"{}")
    assert client(folder, host, "refresh") == 1
