"""What of the fetched packages ships: the Qt we use, the code, the licences; nothing else."""

import re
from pathlib import PurePosixPath

QT_MODULES = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport", "QtDBus"}
"""No QtNetwork: the window opens no connection. What the terminal's update reads, Python reads."""

WINDOWS_LIBRARIES = {
    *("Qt6Core.dll", "Qt6Gui.dll", "Qt6Widgets.dll", "Qt6Svg.dll"),
    *("Qt6PrintSupport.dll", "Qt6DBus.dll", "pyside6.abi3.dll"),
    *("msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll"),
}
WINDOWS_PLUGINS = {
    *("platforms/qwindows.dll", "platforms/qoffscreen.dll", "styles/qmodernwindowsstyle.dll"),
    *("iconengines/qsvgicon.dll", "imageformats/qico.dll", "imageformats/qsvg.dll"),
    "imageformats/qjpeg.dll",
}
LINUX_LIBRARIES = {
    *("libQt6Core", "libQt6Gui", "libQt6Widgets", "libQt6Svg", "libQt6DBus"),
    *("libQt6PrintSupport", "libQt6XcbQpa", "libQt6WaylandClient"),
    *("libicudata", "libicui18n", "libicuuc"),
}
LINUX_PLUGINS = {
    *("platforms/libqxcb.so", "platforms/libqwayland.so", "platforms/libqoffscreen.so"),
    *("platformthemes/libqxdgdesktopportal.so", "iconengines/libqsvgicon.so"),
    *("imageformats/libqico.so", "imageformats/libqsvg.so", "imageformats/libqjpeg.so"),
    *("platforminputcontexts/libcomposeplatforminputcontextplugin.so",),
    *("platforminputcontexts/libibusplatforminputcontextplugin.so",),
    *("xcbglintegrations/libqxcb-egl-integration.so", "printsupport/libcupsprintersupport.so"),
    *("xcbglintegrations/libqxcb-glx-integration.so", "wayland-shell-integration/libxdg-shell.so"),
    *("wayland-decoration-client/libadwaita.so", "wayland-decoration-client/libbradient.so"),
}
SOURCE_ONLY = {
    *(
        ".pyi",
        ".lib",
        ".pxd",
        ".h",
        ".c",
        ".cpp",
        ".pyx",
        ".hpp",
        ".exe",
        ".qml",
        ".typed",
        ".a",
        ".sh",
        ".input",
    ),
}
LEFT_OUT_FOLDERS = {"__pycache__", "tests", "test", "testing", "test_data"}
TOOLS = {"bin", "Scripts", "share", "pip"}


def ships(path: PurePosixPath) -> bool:
    """Whether this file of the fetched packages is part of the installed program."""
    top = path.parts[0]
    if top.split("-")[0] in TOOLS:
        return False
    if top.endswith(".dist-info"):
        return _is_record(path)
    if (
        path.name.startswith(".")
        or path.suffix in SOURCE_ONLY
        or LEFT_OUT_FOLDERS & set(path.parts)
    ):
        return False
    if top == "PySide6":
        return _of_pyside(path)
    if top == "shiboken6":
        return path.suffix in {".py", ".pyd"} or ".abi3." in path.name
    return True


def _is_record(path: PurePosixPath) -> bool:
    # Licences must travel with the code; METADATA names what is shipped, for whoever looks.
    lower = path.as_posix().lower()
    return path.name == "METADATA" or "licen" in lower or "notice" in lower or "copying" in lower


def _of_pyside(path: PurePosixPath) -> bool:
    rest = PurePosixPath(*path.parts[1:])
    if rest.parts[0] == "Qt":
        rest = PurePosixPath(*rest.parts[1:])
    if rest.parts[0] == "plugins":
        return "/".join(rest.parts[1:]) in WINDOWS_PLUGINS | LINUX_PLUGINS
    if rest.parts[0] == "lib":
        return rest.name.split(".so")[0] in LINUX_LIBRARIES
    if len(rest.parts) > 1:
        return False
    if rest.suffix == ".py" or rest.name in WINDOWS_LIBRARIES:
        return True
    module = re.fullmatch(r"(Qt\w+)(?:\.abi3\.so|\.pyd)", rest.name)
    return module[1] in QT_MODULES if module else rest.name.startswith("libpyside6.abi3.so")


STANDARD_LIBRARY_LEFT_OUT = {
    *("idlelib", "tkinter", "turtledemo", "turtle.py", "ensurepip", "venv", "site-packages"),
    *("test", "lib2to3", "pydoc_data", "__phello__", "__pycache__", "lib-dynload", "distutils"),
    *("dist-packages", "sitecustomize.py", "LICENSE.txt", "pydoc.py", "_sysconfigdata"),
}
"""Parts of Python that no program of ours can reach."""


def standard_library_ships(path: PurePosixPath) -> bool:
    """Whether this module of the standard library is part of the installed program."""
    if path.suffix != ".py" or "__pycache__" in path.parts:
        return False
    if path.parts[0] in STANDARD_LIBRARY_LEFT_OUT:
        return False
    return not ({"test", "tests", "idle_test"} & set(path.parts[:-1]))
