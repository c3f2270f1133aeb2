"""Python for Linux: Debian 12's own packages, which apt has checked against Debian's signatures."""

import shutil
from pathlib import Path

from installers import contents, fetching, program
from installers.machine import run, say
from installers.product import Build, CannotBuild

PYTHON = "python3.11"
PACKAGES = ("python3.11-minimal", "libpython3.11-minimal", "libpython3.11-stdlib")
LIBRARIES = {
    "libexpat.so.1": "libexpat1",
    "libz.so.1": "zlib1g",
    "libffi.so.8": "libffi8",
    "libsqlite3.so.0": "libsqlite3-0",
    "libbz2.so.1.0": "libbz2-1.0",
    "liblzma.so.5": "liblzma5",
    "libuuid.so.1": "libuuid1",
    "libssl.so.3": "libssl3",
    "libcrypto.so.3": "libssl3",
}
"""What Debian's Python links to beyond the C library, and the package each comes from. OpenSSL is
loaded for `update https://…` alone; what that brings is trusted by its own signatures."""
EXTENSIONS_LEFT_OUT = (
    *("_hashlib.", "_curses", "_dbm.", "_test", "_xx", "xxlimited", "readline.", "nis."),
    *("ossaudiodev.", "_crypt.", "_ctypes_test.", "_gdbm.", "_tkinter.", "_lsprof."),
)
"""What no program of ours reaches."""


def debian_packages() -> list[Path]:
    """The Debian packages the runtime is made from."""
    return fetching.debian_packages([*PACKAGES, *dict.fromkeys(LIBRARIES.values())])


def put(target: Path, build: Build) -> None:
    """Make `target/bin`, `target/lib`: Python with its standard library, finding its own parts."""
    unpacked = build.work / "debian"
    for package in debian_packages():
        run(["dpkg-deb", "-x", str(package), str(unpacked)])
    source, library = unpacked / "usr/lib" / PYTHON, target / "lib" / PYTHON
    for name in ("bin", "lib"):
        (target / name).mkdir(parents=True)
    shutil.copy(unpacked / "usr/bin" / PYTHON, target / "bin" / PYTHON)
    for name in LIBRARIES:
        shutil.copy(_found(unpacked, name), target / "lib" / name)
    program.copy_kept(source, library, contents.standard_library_ships)
    # Debian keeps the licence with the documents of the minimal package.
    shutil.copy(unpacked / f"usr/share/doc/{PYTHON}-minimal/copyright", target / "LICENSE.txt")
    (library / "lib-dynload").mkdir()
    for file in sorted((source / "lib-dynload").glob("*.so")):
        if not file.name.startswith(EXTENSIONS_LEFT_OUT):
            shutil.copy(file, library / "lib-dynload" / file.name)
    _find_own_parts(target)
    program.compile_in_place([str(target / "bin" / PYTHON)], library, f"lib/{PYTHON}")
    say("Linux runtime: Debian's Python 3.11")


def _found(unpacked: Path, library: str) -> Path:
    found = [path for path in sorted(unpacked.rglob(library)) if path.exists()]
    if not found:
        raise CannotBuild(f"{library} is in none of the Debian packages it should be in.")
    return found[0]


def _find_own_parts(target: Path) -> None:
    for file in sorted(target.rglob("*.so*")):
        above = "../" * (len(file.relative_to(target / "lib").parts) - 1)
        run(["patchelf", "--set-rpath", f"$ORIGIN/{above}".rstrip("/"), str(file)])
    run(["patchelf", "--set-rpath", "$ORIGIN/../lib", str(target / "bin" / PYTHON)])
