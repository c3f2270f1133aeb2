"""The plain archive: unpack it anywhere and start it, as an ordinary user, without a network.

An AppImage would need a start-up program that none of the registries holds, and FUSE on the desk.
"""

import shutil
from pathlib import Path

from installers import archives, fetching, icon, program
from installers.linux import assemble, debian, libraries
from installers.machine import run
from installers.product import DIRECTORY, NAME, SLUG, Build, CannotBuild, area_of

README = Path(__file__).with_name("portable-readme.txt")


def build(tree: Path, build: Build) -> Path:
    """Pack the Linux folder, with the libraries a bare system lacks, into one archive."""
    name = f"{SLUG}-{build.version}-linux-x86_64"
    folder = build.work / name
    shutil.copytree(tree, folder, symlinks=True)
    put_fallback(folder, build)
    said = README.read_text("utf-8").replace("@POSTCODE@", area_of(DIRECTORY).postcode)
    (folder / "README.txt").write_text(said, "utf-8")
    (folder / f"{SLUG}.png").write_bytes(icon.png(256))
    program.settle(folder, build.epoch, executable=assemble.EXECUTABLE)
    target = build.dist / f"{name}.tar.xz"
    target.write_bytes(archives.xz(archives.tar_bytes(folder, f"{name}/", build.epoch)))
    return target


def packages(tree: Path) -> list[str]:
    """The Debian packages whose libraries the archive brings along."""
    return sorted({libraries.package_of(name) for name in libraries.needed_from_system(tree)})


def put_fallback(folder: Path, build: Build) -> None:
    """Bring along what a bare system lacks, with the order to load it in."""
    order = libraries.needed_from_system(folder / "app")
    fallback, unpacked = folder / "fallback", build.work / "fallback"
    fallback.mkdir()
    brought = fetching.debian_packages(packages(folder / "app"))
    for package in brought:
        run(["dpkg-deb", "-x", str(package), str(unpacked)])
    for name, text in debian.copyrights(brought).items():
        (folder / assemble.LICENCES / f"{name}.txt").write_text(text, "utf-8")
    for name in order:
        found = [path for path in sorted(unpacked.rglob(name)) if path.exists()]
        if not found:
            raise CannotBuild(f"{NAME} needs {name}, which its Debian package does not hold.")
        shutil.copy(found[0], fallback / name)
    (fallback / "order.txt").write_text("\n".join(order) + "\n", "utf-8")
