"""The Debian package for managed Linux desks: Debian 12, Ubuntu 24.04 and newer."""

import gzip
import shutil
from datetime import UTC, datetime
from email.utils import formatdate
from hashlib import md5
from pathlib import Path

from installers import icon, program
from installers.linux import assemble, libraries
from installers.machine import run
from installers.product import DIRECTORY, PUBLISHER, ROOT, SLUG, Build, area_of

DESK = Path(__file__).with_name("desk")
METAINFO = "org.example.who_to_call.metainfo.xml"
HOME = f"usr/lib/{SLUG}"
MAINTAINER = f"{PUBLISHER} <noreply@example.invalid>"
DESCRIPTION = """\
offline directory: the right safeguarding number, for this minute
 For people who have just been told that a child or an adult is being hurt.
 Two key presses give the number to ring now, and say why it is the right one.
 This package is for {area}.
 .
 It works without a network, keeps no record of what was asked, and always
 shows 999."""


def build(tree: Path, build: Build) -> Path:
    """Pack the Linux folder as a .deb."""
    root = build.work / "deb"
    shutil.copytree(tree, root / HOME, symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    _put_desk_files(root, build)
    _put_documents(root, build)
    (root / "DEBIAN").mkdir()
    _put_control(root, build, libraries.dependencies(root, build.work / "needs"))
    runs = frozenset(f"{HOME}/{name}" for name in assemble.EXECUTABLE)
    program.settle(root, build.epoch, executable=runs)
    (root / f"usr/bin/{SLUG}").symlink_to(f"../lib/{SLUG}/{SLUG}")
    target = build.dist / f"{SLUG}_{build.version}_amd64.deb"
    packing = ["--root-owner-group", "-Zxz", "-z6", "--threads-max=1"]
    same = {"SOURCE_DATE_EPOCH": str(build.epoch)}
    run(["dpkg-deb", *packing, "--build", str(root), str(target)], env=same)
    return target


def _put_desk_files(root: Path, build: Build) -> None:
    shares = root / "usr/share"
    places = {"who-to-call.desktop": "applications", METAINFO: "metainfo"}
    for name, folder in places.items():
        (shares / folder).mkdir(parents=True)
        (shares / folder / name).write_text(_filled(name, build), "utf-8")
    for size in icon.LINUX_SIZES:
        place = shares / f"icons/hicolor/{size}x{size}/apps"
        place.mkdir(parents=True)
        (place / f"{SLUG}.png").write_bytes(icon.png(size))
    drawn = shares / "icons/hicolor/scalable/apps"
    drawn.mkdir(parents=True)
    shutil.copy(icon.DRAWING, drawn / f"{SLUG}.svg")


def _filled(name: str, build: Build) -> str:
    dated = datetime.fromtimestamp(build.epoch, UTC).date().isoformat()
    text = (DESK / name).read_text("utf-8")
    return text.replace("@VERSION@", build.version).replace("@DATE@", dated)


def _put_documents(root: Path, build: Build) -> None:
    documents = root / f"usr/share/doc/{SLUG}"
    manual = root / "usr/share/man/man1"
    overrides = root / "usr/share/lintian/overrides"
    for folder in (documents, manual, overrides):
        folder.mkdir(parents=True)
    shutil.copy(DESK / "copyright", documents / "copyright")
    shutil.copy(DESK / "lintian-overrides", overrides / SLUG)
    changes = (
        f"{SLUG} ({build.version}) stable; urgency=medium\n\n  * See the changes of this version.\n"
        f"\n -- {MAINTAINER}  {formatdate(build.epoch)}\n\n"
    )
    news = (ROOT / "CHANGELOG.md").read_bytes()
    for place, content in {
        documents / "changelog.gz": changes.encode(),
        documents / "NEWS.md.gz": news,
        manual / f"{SLUG}.1.gz": _filled("who-to-call.1", build).encode(),
    }.items():
        place.write_bytes(gzip.compress(content, 9, mtime=0))


def _put_control(root: Path, build: Build, depends: str) -> None:
    described = DESCRIPTION.format(area=area_of(DIRECTORY).name)
    kilobytes = program.size_of(root) // 1024
    (root / "DEBIAN/control").write_text(
        f"Package: {SLUG}\nVersion: {build.version}\nArchitecture: amd64\n"
        f"Maintainer: {MAINTAINER}\nInstalled-Size: {kilobytes}\nDepends: {depends}\n"
        f"Section: misc\nPriority: optional\nDescription: {described}\n",
        "utf-8",
    )
    sums = [
        f"{_md5(file)}  {file.relative_to(root).as_posix()}\n"
        for file in program.files_in(root)
        if "DEBIAN" not in file.parts and not file.is_symlink()
    ]
    (root / "DEBIAN/md5sums").write_text("".join(sums), "utf-8")


def _md5(file: Path) -> str:
    # What `dpkg --verify` compares: damage is found with it, not tampering.
    return md5(file.read_bytes(), usedforsecurity=False).hexdigest()
