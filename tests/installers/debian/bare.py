"""A Debian 12 with nothing on it, beside this machine's own system."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.installers.screen import SETTLED, Screen, wait_until

ORDINARY = "1234:1234"
APT = ("sources.list", "sources.list.d/debian.sources", "apt.conf.d/99artifact-registry")


@dataclass(frozen=True)
class Bare:
    """The folder that holds the system; programs in it see nothing else."""

    root: Path
    screen: Screen

    def run(self, *words: str, user: str = "0:0", network: bool = True) -> tuple[int, str]:
        """Run a command inside; its exit status and everything it printed."""
        done = subprocess.run(
            self._command(words, user, network=network),
            env=self._env(user),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=600,
            check=False,
        )
        return done.returncode, done.stdout

    @contextmanager
    def open(self, *words: str) -> Iterator[subprocess.Popen[bytes]]:
        """Start the window as an ordinary user without a network; it is ended in any case."""
        started = subprocess.Popen(
            self._command(words, ORDINARY, network=False), env=self._env(ORDINARY)
        )
        try:
            wait_until(lambda: self.screen.window() or started.poll() is not None)
            yield started
        finally:
            started.terminate()
            started.wait(timeout=SETTLED)

    def files(self) -> set[str]:
        """Every file of the system, but for what apt and the kernel keep for themselves."""
        changing = ("proc", "var/cache", "var/lib/apt", "var/lib/dpkg", "var/log", "tmp", "dev")
        listed = subprocess.run(
            ["find", ".", "-xdev", "!", "-type", "d"],
            cwd=self.root,
            capture_output=True,
            text=True,
            check=True,
        )
        names = (name.removeprefix("./") for name in listed.stdout.splitlines())
        return {name for name in names if not name.startswith(changing)}

    def _command(self, words: tuple[str, ...], user: str, *, network: bool) -> list[str]:
        alone = [] if network else ["unshare", "--net"]
        return [*alone, "chroot", f"--userspec={user}", str(self.root), *words]

    def _env(self, user: str) -> dict[str, str]:
        return {
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": "/root" if user == "0:0" else "/home/someone",
            "DISPLAY": self.screen.display,
            "DEBIAN_FRONTEND": "noninteractive",
            "LC_ALL": "C.UTF-8",
        }


def bootstrap(root: Path) -> None:
    """Make the bare system (needs root), with this machine's way to Debian's packages."""
    site = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Codename: bookworm"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()[0]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    command = ["debootstrap", "--variant=minbase", "bookworm", str(root), site]
    subprocess.run(command, check=True, **quiet)  # type: ignore[call-overload]
    for name in APT:
        source = Path("/etc/apt") / name
        if source.is_file():
            shutil.copy(source, root / "etc/apt" / name)
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
    home = root / "home/someone"
    home.mkdir(parents=True)
    os.chown(home, 1234, 1234)


@contextmanager
def entered(root: Path, screen: Screen) -> Iterator[Bare]:
    """Make a bootstrapped system usable for programs with windows; it is gone afterwards."""
    sockets = root / "tmp/.X11-unix"
    sockets.mkdir(parents=True)
    subprocess.run(["mount", "--bind", "/tmp/.X11-unix", sockets], check=True)
    subprocess.run(["mount", "-t", "proc", "proc", root / "proc"], check=True)
    try:
        yield Bare(root, screen)
    finally:
        subprocess.run(["umount", root / "proc"], check=True)
        subprocess.run(["umount", sockets], check=True)
        shutil.rmtree(root)
