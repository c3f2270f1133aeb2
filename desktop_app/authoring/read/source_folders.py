"""The sources of a checkout: the country's in db/national, each area's in a folder of db/areas."""

import tomllib
from pathlib import Path

from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.paths import areas_here, national_sources, project_file

AREA_FILE = "area.yaml"


def area_ids() -> list[str]:
    """The ids of the areas that have a folder here, in order."""
    return sorted(path.parent.name for path in areas_here().glob(f"*/{AREA_FILE}"))


def default_area() -> str:
    """The area that is compiled when none is named; "" when pyproject.toml names none."""
    with project_file().open("rb") as file:
        named = tomllib.load(file).get("tool", {}).get("who-to-call", {}).get("area", "")
    return str(named)


def area_folder(named: str = "") -> Path:
    """The folder of an area: by its id, or any folder that holds an area.yaml.

    Without a name the default area's. MistakesFound when there is none; says which there are.
    """
    wanted = named or default_area()
    for folder in (areas_here() / wanted, Path(wanted)):
        if wanted and (folder / AREA_FILE).is_file():
            return folder
    have = ", ".join(area_ids()) or "none yet"
    sentence = f"This is neither an area nor a folder with an {AREA_FILE}. Areas here: {have}."
    raise MistakesFound([Mistake(wanted or "--area", 0, sentence)])


def area_tree(named: str = "") -> SourceTree:
    """The texts of one area alone."""
    folder = area_folder(named)
    return SourceTree.of_folder(folder, _place(folder))


def national_tree() -> SourceTree:
    """The texts that are the same for every area."""
    return SourceTree.of_folder(national_sources(), _place(national_sources()))


def checkout_tree(named: str = "") -> SourceTree:
    """Every source text of one area's directory; MistakesFound when something is missing."""
    return national_tree().with_area(area_tree(named))


def _place(folder: Path) -> str:
    root = project_file().parent
    inside = folder.is_relative_to(root)
    return (folder.relative_to(root) if inside else folder).as_posix()
