"""Our own program and its packages put into a folder, compiled, with one date on everything."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from installers import contents, pyside_support
from installers.machine import run, say
from installers.product import DIRECTORY, ROOT, Build, CannotBuild
from installers.signed_directory import LISTS, release_signed

NOT_INSTALLED = ("__pycache__",)
SCHEMA = ("schema.sql", "schema_where.sql")
SOURCES = ("national", "areas")
"""What a steward begins a working file with: the folders of db that hold source files."""
TRUST = ROOT / "db/trust"
"""The steward's keys and signed lists: there once the key ceremony was held (docs/updates.md)."""


def put_packages(fetched: Path, lib: Path) -> None:
    """Copy what ships of the fetched packages, PySide's own modules laid open."""
    copy_kept(fetched, lib, contents.ships)
    pyside_support.lay_open(lib)


def put_program(lib: Path, build: Build) -> Path:
    """Copy our own package, its resources and the compiled directory, under the build's version.

    Gives the folder with what is no code.
    """
    package = lib / "desktop_app"
    shutil.copytree(
        ROOT / "desktop_app", package, ignore=shutil.ignore_patterns(*NOT_INSTALLED, "*.pyc")
    )
    _set_version(package / "__init__.py", build.version)
    bundle = package / "_bundle"
    bundle.mkdir()
    shutil.copy(DIRECTORY, bundle / "directory.sqlite")
    put_trust(bundle)
    shutil.copytree(ROOT / "resources", bundle / "resources")
    put_sources(bundle)
    shutil.copy(ROOT / "LICENSE", bundle / "LICENSE.txt")
    return bundle


def put_sources(bundle: Path) -> None:
    """Copy what an installed workshop compiles from: source files, and the tables they go into."""
    (bundle / "schema").mkdir()
    for name in SCHEMA:
        shutil.copy(ROOT / "db" / name, bundle / "schema" / name)
    dropped = shutil.ignore_patterns(".*", "*~")
    for name in SOURCES:
        shutil.copytree(ROOT / "db" / name, bundle / "sources" / name, ignore=dropped)


def put_trust(bundle: Path) -> None:
    """Copy the keys and lists that make the installed program take updates, if there are any."""
    if not TRUST.is_dir():
        say("Updates: db/trust is not there, so what is installed takes none")
        return
    target = bundle / "trust"
    target.mkdir()
    release = release_signed(TRUST, DIRECTORY)
    for name in LISTS:
        shutil.copy(TRUST / name, target / name)
    say(f"Updates: the directory is release {release} as it was signed")


def _set_version(module: Path, version: str) -> None:
    lines = module.read_text("utf-8").splitlines()
    told = [f'__version__ = "{version}"' if n.startswith("__version__") else n for n in lines]
    module.write_text("\n".join(told) + "\n", "utf-8")


def copy_kept(source: Path, target: Path, keep: Callable[[PurePosixPath], bool]) -> None:
    """Copy the files of a folder that `keep` says yes to."""
    for file in files_in(source):
        relative = PurePosixPath(file.relative_to(source).as_posix())
        if keep(relative):
            place = target / relative
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, place)


def compile_in_place(python: list[str], folder: Path, shown_as: str) -> None:
    """Turn every .py of a folder into a .pyc beside it, and leave the .py out.

    One process and one order, because what two workers share changes bytes of the result. The
    installed folder is read-only, so without this every start would compile anew.
    """
    script = Path(__file__).with_name("bytecode.py")
    run([*python, "-I", "-S", "-B", str(script), str(folder), shown_as])
    for source in sorted(folder.rglob("*.py")):
        if not source.with_suffix(".pyc").is_file():
            raise CannotBuild(f"{source.relative_to(folder)} was not compiled.")
        source.unlink()


def settle(folder: Path, epoch: int, *, executable: frozenset[str] = frozenset()) -> None:
    """Give every file the build's date and plain permissions, so that two builds are alike."""
    for path in [*folder.rglob("*"), folder]:
        if path.is_symlink():
            os.utime(path, (epoch, epoch), follow_symlinks=False)
            continue
        runs = path.is_dir() or path.relative_to(folder).as_posix() in executable
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (epoch, epoch))


def files_in(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in the same order everywhere."""
    found = (path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    yield from sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def size_of(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(file.lstat().st_size for file in files_in(folder))
