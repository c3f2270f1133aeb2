"""The list of attacks: each prepares a source that must be refused, and names the reason."""

import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from desktop_app.updates.errors import Why
from desktop_app.updates.install_update import Terms
from tests.updates.lab import NOW, USUAL, Lab

Prepare = Callable[[Lab], Path]


@dataclass(frozen=True)
class Attack:
    """What is tried, and why it must be refused."""

    name: str
    why: frozenset[Why]
    prepare: Prepare
    terms: Terms = USUAL
    now: datetime = NOW
    first: timedelta = field(default=timedelta(days=90))


ATTACKS: list[Attack] = []


def attack(*why: Why, **more: Any) -> Callable[[Prepare], Prepare]:
    """Enter an attack into the list under the name of its function."""

    def enter(prepare: Prepare) -> Prepare:
        name = prepare.__name__.replace("_", " ")
        ATTACKS.append(Attack(name, frozenset(why), prepare, **more))
        return prepare

    return enter


def attacks_with(
    why: Why, cases: dict[str, Any], prepare: Callable[[Lab, Any], Path], **more: Any
) -> None:
    """Enter the same attack with many different contents."""
    for name, case in cases.items():

        def one(lab: Lab, case: Any = case) -> Path:
            return prepare(lab, case)

        ATTACKS.append(Attack(name, frozenset({why}), one, **more))


def newest(folder: Path, role: str) -> Path:
    """The newest list of a role in a published folder."""
    if role == "timestamp":
        return folder / "metadata" / "timestamp.json"
    found = (folder / "metadata").glob(f"*.{role}.json")
    return max(found, key=lambda path: int(path.name.split(".")[0]))


def rewritten(path: Path, change: Callable[[Any], None]) -> None:
    """Change the JSON of a list without signing it again."""
    said = json.loads(path.read_bytes())
    change(said)
    path.write_text(json.dumps(said))


def repacked(lab: Lab, change: Callable[[str, bytes], bytes], mode: int = 8) -> Path:
    """The release file with some entries changed."""
    to = lab.folder / "repacked.wtcrelease"
    with zipfile.ZipFile(lab.file()) as packed, zipfile.ZipFile(to, "w", mode) as other:
        for entry in packed.infolist():
            other.writestr(entry.filename, change(entry.filename, packed.read(entry)))
    return to


def targets_of(folder: Path) -> list[Path]:
    """The directories in a published folder."""
    return sorted((folder / "targets").iterdir())


def with_files(folder: Path, files: dict[str, bytes]) -> Path:
    """The folder with files of these names added or replaced."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def other_lab(lab: Lab) -> Lab:
    """A steward nobody trusts, who publishes release 9."""
    other = Lab.stranger(lab.folder / "other", first=8)
    other.release(9)
    return other


def moved(lab: Lab, path: Path) -> Path:
    """A copy under a name of its own."""
    return Path(shutil.copy(path, lab.folder / "moved.wtcrelease"))
