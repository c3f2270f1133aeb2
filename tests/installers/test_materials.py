"""The bill of materials: where each part comes from, its version, its licence; no guesses."""

import re
import subprocess
from email.message import Message
from importlib.metadata import distribution
from pathlib import Path
from shutil import which

import pytest

from installers import fetching, inside, terms, wheels
from installers.linux import debian
from installers.product import ROOT, CannotBuild

SHIPPED = sorted(
    set(wheels.hashes_of((ROOT / "requirements.txt").read_text("utf-8")))
    - set(fetching.NEVER_SHIPPED)
)
KINDS = [*inside.WINDOWS, *inside.LINUX]
ONE, OTHER = "1" * 64, "2" * 64


@pytest.mark.parametrize(
    ("file", "tags"),
    [
        ("six-1.17.0-py2.py3-none-any.whl", {"py2-none-any", "py3-none-any"}),
        ("shiboken6-6.11.3-cp310-abi3-win_amd64.whl", {"cp310-abi3-win_amd64"}),
        ("click-8.5.1.tar.gz", set()),
    ],
)
def test_tags_of_a_wheel(file: str, tags: set[str]) -> None:
    assert wheels.tags_of(file) == tags


def test_the_file_with_the_same_tags_that_the_lock_allows_is_named() -> None:
    offered = [
        wheels.Wheel("a-1.tar.gz", ONE),
        wheels.Wheel("a-1-py3-none-any.whl", OTHER),
        wheels.Wheel("a-1-cp313-cp313-win_amd64.whl", ONE),
    ]
    assert wheels.chosen(offered, {"py3-none-any"}, {ONE, OTHER}) == offered[1]
    for allowed in ({ONE}, set[str]()):
        with pytest.raises(CannotBuild, match="No file the lock allows"):
            wheels.chosen(offered, {"py3-none-any"}, allowed)


def test_the_lock_allows_several_files_of_each_package() -> None:
    lock = f"a.B==1 \\\n    --hash=sha256:{ONE} \\\n    --hash=sha256:{OTHER}\nc==2 \\\n"
    assert wheels.hashes_of(lock) == {"a-b": {ONE, OTHER}, "c": set()}


@pytest.mark.parametrize("content", [b"\0Qt 6.11.3 (x86_64)", "Qt 6.11.3 (".encode("utf-16-le")])
def test_a_version_is_read_from_the_file_that_ships(content: bytes) -> None:
    (qt,) = (kind for kind in inside.WINDOWS if kind.name == "qt")
    assert inside.version_in(content, qt) == "6.11.3"


def test_a_library_that_does_not_say_is_listed_without_a_version_and_the_build_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    (qt,) = (kind for kind in inside.LINUX if kind.name == "qt")
    assert inside.version_in(b"nothing of the kind", qt) == ""
    assert "does not say which qt it holds" in capsys.readouterr().err
    assert inside.Found(qt, "", Path("x")).cpe == ""


def test_a_library_that_is_not_there_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(CannotBuild, match="does not ship"):
        list(inside.found(inside.LINUX, tmp_path))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.name} in {kind.file}")
def test_names_for_vulnerability_lists_are_well_formed(kind: inside.Kind) -> None:
    cpe = inside.Found(kind, "1.2.3", Path("x")).cpe
    assert cpe == "" or re.fullmatch(r"cpe:2\.3:a:[\w.-]+:[\w.-]+:1\.2\.3(:\*){7}", cpe)
    assert kind.licence
    assert inside.supplier(kind)


def test_the_parts_that_notices_are_about_are_all_listed() -> None:
    wanted = {"cpython", "sqlite", "openssl", "expat", "zlib", "bzip2", "libffi", "qt", "libpng"}
    assert wanted <= {kind.name for kind in inside.WINDOWS}
    assert {"sqlite", "qt", "icu", "libjpeg-turbo"} <= {kind.name for kind in inside.LINUX}


@pytest.mark.parametrize("name", SHIPPED)
def test_every_python_package_says_its_licence(name: str) -> None:
    told = distribution(name).metadata
    as_message = Message()
    for key in ("Name", "License", "License-Expression"):
        if key in told:
            as_message[key] = told[key]
    assert terms.of_package(as_message)


def test_a_licence_that_nobody_has_read_stops_the_build() -> None:
    told = Message()
    told["Name"], told["License"] = "odd", "Dual License, see the file"
    with pytest.raises(CannotBuild, match="Read its licence file"):
        terms.of_package(told)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("LGPL-3.0.txt", "GNU LESSER GENERAL PUBLIC LICENSE Version 3, 29 June 2007"),
        ("GPL-3.0.txt", "GNU GENERAL PUBLIC LICENSE Version 3, 29 June 2007"),
    ],
)
def test_the_texts_of_the_lgpl_ship_whole(name: str, title: str) -> None:
    text = (terms.TEXTS / name).read_text("utf-8")
    assert " ".join(text.split()).startswith(title)
    assert len(text) > 7_000


def test_the_qt_notice_names_the_version_its_source_and_the_licence() -> None:
    notice = terms.qt_notice("6.11.3")
    assert "https://download.qt.io/official_releases/qt/6.11/6.11.3/" in notice
    assert "pyside6/PySide6-6.11.3-src/" in notice
    assert {"LGPL-3.0.txt", "GPL-3.0.txt"} <= set(re.findall(r"L?GPL-3\.0\.txt", notice))
    assert "@" not in notice


COPYRIGHT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Files: *
License: Expat
Files: other/*
License: GPL-2+ or zlib
License: Expat
 text
"""


def test_debian_names_of_licences_become_those_of_spdx() -> None:
    assert debian.licences(COPYRIGHT) == ["GPL-2.0-or-later", "MIT", "Zlib"]
    assert debian.licences("This package was put together by …") == []


def deb(folder: Path, name: str, documents: str = "") -> Path:
    """A small Debian package; its documents may be a link to another's."""
    root = folder / name
    (root / "DEBIAN").mkdir(parents=True)
    (root / "usr/share/doc").mkdir(parents=True)
    place = root / "usr/share/doc" / name
    if documents:
        place.symlink_to(documents)
    else:
        place.mkdir()
        (place / "copyright").write_text(COPYRIGHT, "utf-8")
    (root / "DEBIAN/control").write_text(
        f"Package: {name}\nVersion: 1:2.3-4\nArchitecture: all\nSource: both (1:2.3)\n"
        "Maintainer: Nobody <nobody@example.invalid>\nDescription: none\n",
        "utf-8",
    )
    target = folder / f"{name}.deb"
    packing = ["dpkg-deb", "--root-owner-group", "--build", str(root), str(target)]
    subprocess.run(packing, check=True, capture_output=True)
    return target


@pytest.mark.skipif(which("dpkg-deb") is None, reason="packages are made on Debian")
def test_a_debian_package_says_which_it_is_and_where_its_copyright_lies(tmp_path: Path) -> None:
    one, two = deb(tmp_path, "one"), deb(tmp_path, "two", documents="one")
    assert debian.told(one) == ("one", "1:2.3-4", "all", "both")
    assert debian.copyrights([one, two]) == {"one": COPYRIGHT, "two": COPYRIGHT}
    with pytest.raises(CannotBuild, match="two comes without its copyright"):
        debian.copyrights([two])
