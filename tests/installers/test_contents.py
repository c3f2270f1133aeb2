"""What ships of the packages: Qt's used parts, code and licences."""

from pathlib import PurePosixPath

import pytest

from installers.contents import ships, standard_library_ships


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/QtWidgets.pyd",
        "PySide6/Qt6Core.dll",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/libpyside6.abi3.so.6.12",
        "shiboken6/shiboken6.abi3.dll",
        "tzdata/zoneinfo/Europe/London",
        "segno-1.6.6.dist-info/licenses/LICENSE",
        "six.py",
        "pydantic/main.py",
        "pydantic_core/_pydantic_core.cp313-win_amd64.pyd",
        "pydantic_core-2.50.4.dist-info/METADATA",
    ],
)
def test_ships(path: str) -> None:
    assert ships(PurePosixPath(path))


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/opengl32sw.dll",
        "PySide6/Qt6Quick.dll",
        "PySide6/QtQml.pyd",
        "PySide6/plugins/tls/qschannelbackend.dll",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/QtCore.pyi",
        "pip/__main__.py",
        "pip-26.0.dist-info/METADATA",
        "securesystemslib/_vendor/ed25519/test_data/ed25519",
        "bin/sqlite-utils",
        "shiboken6/msvcp140.dll",
        "somewhere/tests/test_x.py",
        "securesystemslib/_vendor/ed25519/.gitignore",
    ],
)
def test_stays_behind(path: str) -> None:
    assert not ships(PurePosixPath(path))


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("zoneinfo/__init__.py", True),
        ("unittest/mock.py", True),
        ("tkinter/ttk.py", False),
        ("test/test_ssl.py", False),
        ("os.pyc", False),
    ],
)
def test_standard_library(path: str, wanted: bool) -> None:
    assert standard_library_ships(PurePosixPath(path)) is wanted
