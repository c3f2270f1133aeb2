"""The source files of a directory, from a folder into texts and back, byte for byte.

Names are seen from the folder that holds `national` and `areas` (`db` in a checkout); a working
file is for one area, so it holds the country's files and that area's.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.workshop.errors import WorkshopError

NATIONAL, AREAS = "national", "areas"
NO_SOURCES = "“{}” holds no source files of a directory: it needs the folders national and areas."
NO_AREA = "There is no area “{}” in “{}”. Areas there: {}."
WHICH_AREA = "Say which area the working file is for, with --area: {}."
NOT_TEXT = "“{}” is not UTF-8 text, so it cannot be a source file. Nothing was read."
UNFIT = "“{}” is no place for a source file. Nothing was written."


def read_tree(folder: Path, area: str = "") -> dict[str, str]:
    """The country's and one area's files below a folder; WorkshopError without any.

    What editors and file managers drop beside them is left out.
    """
    paths = {path.relative_to(folder).as_posix(): path for path in _files(folder)}
    if not paths:
        raise WorkshopError(NO_SOURCES.format(folder))
    chosen = _one_area(paths, area, folder)
    texts = {}
    for name in sorted(paths):
        if not _is_kept(name, chosen):
            continue
        try:
            texts[name] = paths[name].read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            raise WorkshopError(NOT_TEXT.format(paths[name])) from None
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
    changed, chosen = [], "".join(areas_in(texts)[:1])
    for name, text in texts.items():
        path, content = folder / name, text.encode()
        if path.is_file() and path.read_bytes() == content:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        changed.append(name)
    for path in list(_files(folder)):
        name = path.relative_to(folder).as_posix()
        if name not in texts and _is_kept(name, chosen):
            path.unlink()
            changed.append(name)
    return sorted(changed)


def tree_of(texts: Mapping[str, str]) -> SourceTree:
    """The texts as every reader of the compile takes them: the country's with the area's."""
    tree = SourceTree.of_bytes(_below(texts, NATIONAL), NATIONAL)
    for area in areas_in(texts):
        folder = f"{AREAS}/{area}"
        tree = tree.with_area(SourceTree.of_bytes(_below(texts, folder), folder))
    return tree


def areas_in(names: Iterable[str]) -> list[str]:
    """The ids of the areas that have a file among these, in order."""
    parts = (name.split("/") for name in names)
    return sorted({part[1] for part in parts if len(part) > 2 and part[0] == AREAS})


def _below(texts: Mapping[str, str], folder: str) -> dict[str, bytes]:
    before = f"{folder}/"
    return {
        name.removeprefix(before): text.encode()
        for name, text in texts.items()
        if name.startswith(before)
    }


def _one_area(names: Iterable[str], wanted: str, folder: Path) -> str:
    """The area a working file is for; empty where the folder has none, as in a test."""
    areas = areas_in(names)
    if wanted and wanted not in areas:
        raise WorkshopError(NO_AREA.format(wanted, folder, ", ".join(areas) or "none"))
    if not wanted and len(areas) > 1:
        raise WorkshopError(WHICH_AREA.format(", ".join(areas)))
    return wanted or "".join(areas)


def _is_kept(name: str, area: str) -> bool:
    return name.startswith((f"{NATIONAL}/", f"{AREAS}/{area}/"))


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        names = path.relative_to(folder).parts
        dropped = any(name.startswith(".") or name.endswith("~") for name in names)
        if names[0] in (NATIONAL, AREAS) and not dropped and path.is_file():
            yield path
