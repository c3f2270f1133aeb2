"""A steward at work in the terminal: what the tests of publishing have in common."""

import shutil
from collections.abc import Callable
from pathlib import Path

from desktop_app.updates.place import UpdatePlace
from desktop_app.updates.publishing import site
from desktop_app.updates.publishing.workspace import Workspace
from tests.updates.small_directory import Made, make_directory

PASSPHRASE = "correct horse battery"
Terminal = Callable[..., tuple[int, str, str]]


def compiled(desk: Workspace, number: int, **made: object) -> Path:
    path = desk.folder.parent / f"{number}.sqlite"
    return make_directory(path, Made(release=number, **made))  # type: ignore[arg-type]


def key(desk: Workspace, name: str) -> Path:
    return desk.keys / f"{name}.p12"


def release(terminal: Terminal, desk: Workspace, number: int, **made: object) -> Path:
    """Build, sign twice and publish; gives the folder that is handed out."""
    out = desk.folder.parent / "site"
    at = ("--desk", desk.folder)
    built = compiled(desk, number, **made)
    for step in (
        ("build", *at, "--directory", built),
        ("sign", *at, "--key", key(desk, "targets-1")),
        ("sign", *at, "--key", key(desk, "targets-3")),
        ("publish", out, *at, "--key", key(desk, "publishing")),
    ):
        status, _, told = terminal("release", *step)
        assert (status, told) == (0, "")
    return out


def laptop(out: Path, name: str = "laptop") -> UpdatePlace:
    """A computer on which the installer put what was published for it."""
    program = out.parent / f"{name}-program"
    shutil.copytree(out / site.FOR_INSTALLERS, program)
    (out.parent / name).mkdir()
    return UpdatePlace(out.parent / name, program / "directory.sqlite")
