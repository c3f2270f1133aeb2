"""Under which licence each part ships, in SPDX's identifiers, and the texts that go with it."""

import re
import shutil
from email.message import Message
from pathlib import Path

from installers.product import ROOT, CannotBuild

TEXTS = ROOT / "resources/licences"
QT_NOTICE = Path(__file__).with_name("qt-notice.txt")
READ_BY_HAND = {
    "click-default-group": "BSD-3-Clause",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "sqlite-fts4": "Apache-2.0",
}
"""Packages whose metadata says it in no identifier; each read in the licence file that ships."""


def of_package(told: Message) -> str:
    """The licence of a Python package by its metadata; stops the build where nobody knows it."""
    name = str(told["Name"])
    plain = name.lower().replace("_", "-")
    stated = told["License-Expression"] or READ_BY_HAND.get(plain) or told["License"] or ""
    if not re.fullmatch(r"[\w.+-]+( (OR|AND|WITH) [\w.+-]+)*", stated):
        raise CannotBuild(
            f"{name} does not say its licence in SPDX's words. Read its licence file, and add it "
            "to READ_BY_HAND in installers/terms.py."
        )
    return str(stated)


def supplier_of(told: Message) -> str:
    """Who gives a Python package out, by its metadata."""
    for field in ("Author", "Maintainer", "Author-email", "Maintainer-email"):
        named = re.sub(r'\s*<[^>]*>|"', "", str(told[field] or "")).strip()
        if named and "@" not in named:
            return named
    return f"{told['Name']} project"


def put_qt_notice(bundle: Path, fetched: Path) -> None:
    """Say beside the licences which Qt this is, and where its source is."""
    record = next(fetched.glob("pyside6_essentials-*.dist-info"), None)
    if record is None:
        raise CannotBuild("Qt for Python is not among the fetched packages.")
    folder = bundle / "resources/licences"
    version = record.name.split("-")[1].removesuffix(".dist")
    (folder / "QT.txt").write_text(qt_notice(version), "utf-8")


def qt_notice(version: str) -> str:
    """The notice for one version of Qt, such as 6.11.3."""
    series = version.rpartition(".")[0]
    text = QT_NOTICE.read_text("utf-8")
    return text.replace("@VERSION@", version).replace("@SERIES@", series)


def put_texts(texts: dict[str, str], folder: Path) -> None:
    """Write the licence texts of parts that come without a folder of their own."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
