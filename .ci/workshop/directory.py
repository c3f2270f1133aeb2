"""The compiled directory in db/build: compiled again only when what it is made from changed."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from workshop import environment
from workshop.environment import ROOT, CannotGoOn

DIRECTORY = ROOT / "db/build/directory.sqlite"
STAMP = ROOT / "db/build/compiled-from.json"
# The compiler uses the domain's rules (hours, pathways) to check what people wrote.
AREA = "--area"
MADE_FROM = ("db", "desktop_app/authoring", "desktop_app/domain", "desktop_app/fileformat")


def ensure() -> None:
    """Make sure that the compiled directory matches its sources. Quick when it already does."""
    files = sorted(_sources())
    quick = _quick_look(files)
    stamp = _read_stamp()
    if DIRECTORY.is_file() and stamp.get("quick") == quick:
        return
    digest = _digest(files)
    if DIRECTORY.is_file() and stamp.get("digest") == digest:
        _write_stamp(quick, digest, stamp.get("area", ""))
    elif compile_now(_asked_last(stamp)) != 0:
        raise CannotGoOn("the directory was not compiled; the lines above say what to mend.")


def compile_now(arguments: list[str]) -> int:
    """Compile the directory, and note what it was made from; answer with the exit status.

    An area that was asked for (`--area ID`) stays the one that is compiled until another is.
    """
    files = sorted(_sources())
    quick, digest = _quick_look(files), _digest(files)
    status = environment.module("desktop_app.authoring", ["compile", *arguments])
    if status == 0 and (not arguments or (len(arguments) == 2 and arguments[0] == AREA)):
        _write_stamp(quick, digest, "".join(arguments[1:]))
    return status


def _asked_last(stamp: dict[str, str]) -> list[str]:
    return [AREA, stamp["area"]] if stamp.get("area") else []


def _sources() -> Iterator[Path]:
    for name in MADE_FROM:
        for path in (ROOT / name).rglob("*"):
            made = path.suffix == ".pyc" or DIRECTORY.parent in path.parents
            if path.is_file() and not made:
                yield path


def _quick_look(files: list[Path]) -> str:
    looked_at = hashlib.sha256(environment.fingerprint().encode())
    for path in files:
        facts = path.stat()
        looked_at.update(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return looked_at.hexdigest()


def _digest(files: list[Path]) -> str:
    # Lock files count: bank holidays, postcodes and number plans come from locked packages.
    read = hashlib.sha256(environment.fingerprint().encode())
    for path in files:
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        read.update(f"{path.relative_to(ROOT).as_posix()}\0{content}\n".encode())
    return read.hexdigest()


def _read_stamp() -> dict[str, str]:
    try:
        stamp: dict[str, str] = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp


def _write_stamp(quick: str, digest: str, area: str) -> None:
    STAMP.parent.mkdir(parents=True, exist_ok=True)
    STAMP.write_text(
        json.dumps({"quick": quick, "digest": digest, "area": area}, indent=1), "utf-8"
    )
