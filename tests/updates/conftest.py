"""Every test checks signatures as the window does: in pure Python, without `cryptography`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.updates.publishing import keys
from desktop_app.updates.publishing.workspace import Workspace
from tests.frozen_clock import FrozenClock
from tests.updates.desk_work import PASSPHRASE, Terminal
from tests.updates.lab import NOW, Lab
from tests.updates.pure import each_signature_once, pure_python


@pytest.fixture(autouse=True)
def as_in_the_window() -> Iterator[None]:
    with pure_python(), each_signature_once():
        yield


@pytest.fixture
def lab(tmp_path: Path) -> Lab:
    return Lab(tmp_path)


@pytest.fixture
def terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Terminal:
    """The command line, with a frozen clock, quick keys and a passphrase in a file."""
    monkeypatch.setattr("desktop_app.cli.release.SystemClock", lambda: FrozenClock(NOW))
    monkeypatch.setattr("desktop_app.cli.update.SystemClock", lambda: FrozenClock(NOW))
    make_key = keys.make_key
    monkeypatch.setattr(
        keys, "make_key", lambda f, n, p, **said: make_key(f, n, p, rounds=1000, **said)
    )
    secret = tmp_path / "passphrase"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")

    def run(*arguments: object) -> tuple[int, str, str]:
        words = [str(word) for word in arguments]
        if words[1] in ("init-keys", "publish", "still-current") or "--key" in words:
            words += ["--passphrase-file", str(secret)]
        status = main.main(words)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def desk(tmp_path: Path, terminal: Terminal) -> Workspace:
    """A desk after the key ceremony."""
    status, _, told = terminal("release", "init-keys", tmp_path / "desk")
    assert (status, told) == (0, "")
    return Workspace(tmp_path / "desk")
