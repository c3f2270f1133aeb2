"""The source files of a directory, from a folder into texts and back, byte for byte."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from desktop_app.workshop.errors import WorkshopError

NOT_SOURCES = frozenset({"build", "trust"})
"""Folders of `db` that are made, or hold keys: no part of what stewards write."""
NO_SOURCES = "“{}” holds no source files of a directory."
NOT_TEXT = "“{}” is not UTF-8 text, so it cannot be a source file. Nothing was read."
UNFIT = "“{}” is no place for a source file. Nothing was written."


def read_tree(folder: Path) -> dict[str, str]:
    """Every source file below a folder, by its name seen from there; WorkshopError without any.

    What editors and file managers drop beside them, and files at the top, are left out.
    """
    texts = {}
    for path in sorted(_files(folder)):
        name = path.relative_to(folder).as_posix()
        try:
            texts[name] = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            raise WorkshopError(NOT_TEXT.format(path)) from None
    if not texts:
        raise WorkshopError(NO_SOURCES.format(folder))
    return texts


def write_tree(texts: Mapping[str, str], folder: Path) -> list[str]:
    """Write the files into a folder, as they were read; gives the names of those that changed.

    A source file that lies there and is no longer among the texts is taken away: the folder then
    holds this directory and no other. Nothing else in the folder is touched.
    """
    for name in texts:
        parts = PurePosixPath(name).parts
        if not parts or name.startswith("/") or ".." in parts or ":" in name or "\\" in name:
            raise WorkshopError(UNFIT.format(name))
    changed = []
    for name, text in texts.items():
        path, content = folder / name, text.encode()
        if path.is_file() and path.read_bytes() == content:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        changed.append(name)
    for path in list(_files(folder)):
        name = path.relative_to(folder).as_posix()
        if name not in texts:
            path.unlink()
            changed.append(name)
    return sorted(changed)


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        names = path.relative_to(folder).parts
        dropped = any(name.startswith(".") or name.endswith("~") for name in names)
        if len(names) > 1 and names[0] not in NOT_SOURCES and not dropped and path.is_file():
            yield path
