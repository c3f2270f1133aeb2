"""Proof that nothing is missing: each library a file asks for is in the folder or in Windows 10."""

import sys
from pathlib import Path

from installers import fetching
from installers.product import CannotBuild

OF_WINDOWS = frozenset(
    [
        "advapi32",
        "authz",
        "bcrypt",
        "bcryptprimitives",
        "cfgmgr32",
        "comctl32",
        "comdlg32",
        "crypt32",
        "d2d1",
        "d3d11",
        "d3d12",
        "d3d9",
        "dnsapi",
        "dwmapi",
        "dwrite",
        "dxgi",
        "gdi32",
        "icuin",
        "icuuc",
        "imm32",
        "iphlpapi",
        "kernel32",
        "mpr",
        "mscms",
        "msimg32",
        "msvcrt",
        "ncrypt",
        "netapi32",
        "normaliz",
        "ntdll",
        "ole32",
        "oleaut32",
        "pdh",
        "powrprof",
        "propsys",
        "psapi",
        "rpcrt4",
        "secur32",
        "setupapi",
        "shcore",
        "shell32",
        "shlwapi",
        "uiautomationcore",
        "user32",
        "userenv",
        "uxtheme",
        "version",
        "wbemuuid",
        "winhttp",
        "winmm",
        "winspool.drv",
        "wldap32",
        "ws2_32",
        "wtsapi32",
    ]
)
ALWAYS_THERE = ("api-ms-win-", "ext-ms-")
AMD64 = 0x8664


def check(folder: Path) -> None:
    """Stop the build, naming each file and what it lacks, unless the folder is whole."""
    troubles = [trouble for file in _programs(folder) for trouble in _lacks(file, folder)]
    if troubles:
        raise CannotBuild("The Windows folder is not whole:\n" + "\n".join(troubles))


def _programs(folder: Path) -> list[Path]:
    kinds = {".dll", ".pyd", ".exe"}
    return [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in kinds]


def _lacks(file: Path, folder: Path) -> list[str]:
    name = file.relative_to(folder).as_posix()
    machine, imports = read(file)
    if machine != AMD64:
        return [f"{name} is not made for 64-bit Windows."]
    here = {path.name.lower() for path in _programs(folder)}
    return [
        f"{name} needs {wanted}, which is neither here nor in Windows 10."
        for wanted in imports
        if wanted not in here and not of_windows(wanted)
    ]


def of_windows(library: str) -> bool:
    """Whether every 64-bit Windows 10 has this library."""
    return library.removesuffix(".dll") in OF_WINDOWS or library.startswith(ALWAYS_THERE)


def read(file: Path) -> tuple[int, list[str]]:
    """The kind of machine a Windows file is made for, and the libraries it imports."""
    sys.path.append(str(fetching.build_tools()))
    import pefile  # type: ignore[import-not-found, import-untyped, unused-ignore]

    image = pefile.PE(str(file), fast_load=True)
    try:
        image.parse_data_directories([1, 13])  # imports, and imports made when first used
        entries = getattr(image, "DIRECTORY_ENTRY_IMPORT", [])
        entries = [*entries, *getattr(image, "DIRECTORY_ENTRY_DELAY_IMPORT", [])]
        return image.FILE_HEADER.Machine, [entry.dll.decode().lower() for entry in entries]
    finally:
        image.close()
