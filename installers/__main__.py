"""`python3 dev.py installer windows|deb|portable|all`: makes packages and puts them into dist/."""

import argparse
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from installers import fetching, machine, product
from installers.product import DIRECTORY, ROOT, Build, CannotBuild

SUMS = "SHA256SUMS"
KINDS = ("windows", "deb", "portable", "all")


def main(arguments: Sequence[str]) -> int:
    """Make what was asked for; exit status 1 and one plain sentence when it cannot be made."""
    options = _parser().parse_args(arguments)
    try:
        for file in make(options):
            print(f"{file.stat().st_size / 1e6:7.1f} MB  {file.name}")
    except CannotBuild as reason:
        print(f"installers: {reason}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py installer", description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--version", default=None, help="another version than the sources say")
    parser.add_argument("--area", default="", help="the id of the area; another one is refused")
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", help="where packages go")
    parser.add_argument("--runtime", type=Path, help="a newer Python 3.13 embeddable zip")
    parser.add_argument("--runtime-sha256", default="", help="what python.org says its SHA-256 is")
    parser.add_argument("--sign", type=Path, metavar="CERT", help="a PKCS#12 file to sign with")
    parser.add_argument("--winget-url", default="", metavar="URL", help="where the MSI will lie")
    return parser


def make(options: argparse.Namespace) -> list[Path]:
    """Make the packages of one kind, with their bills of materials and the list of checksums."""
    product.must_be_for(options.area, DIRECTORY)
    product.must_ring_somebody(DIRECTORY)
    version = product.checked_version(options.version or product.own_version())
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", product.epoch_of(DIRECTORY)))
    _look_at_what_windows_needs(options)
    fetching.build_tools()
    with tempfile.TemporaryDirectory(prefix="who-to-call-") as work:
        build = Build(
            version=version,
            epoch=epoch,
            work=Path(work),
            dist=Path(work) / "made",
            runtime_zip=options.runtime,
            runtime_sha256=options.runtime_sha256.lower(),
            certificate=options.sign.resolve() if options.sign else None,
            winget_url=options.winget_url,
        )
        build.dist.mkdir()
        made = put(_make(options.kind, build), options.dist)
    write_sums(options.dist)
    return made


def _look_at_what_windows_needs(options: argparse.Namespace) -> None:
    # Said now rather than after minutes of building.
    if options.winget_url and not options.winget_url.startswith("https://"):
        raise CannotBuild("--winget-url is the https address of the folder where the MSI will lie.")
    for file in filter(None, (options.runtime, options.sign)):
        if options.kind not in ("windows", "all"):
            raise CannotBuild("--runtime and --sign are for the Windows packages only.")
        if not file.is_file():
            raise CannotBuild(f"There is no file {file.absolute()}.")
    if bool(options.runtime) != bool(options.runtime_sha256):
        raise CannotBuild("--runtime and --runtime-sha256 go together: the file, and its hash.")
    if options.sign:
        from installers.windows import signing

        machine.ensure(machine.WINDOWS)
        signing.try_out(options.sign)


def put(made: Sequence[Path], dist: Path) -> list[Path]:
    """Put finished packages where they are wanted: all of them or, when a step failed, none."""
    dist.mkdir(parents=True, exist_ok=True)
    return [Path(shutil.move(file, dist / file.name)) for file in made]


def _make(kind: str, build: Build) -> list[Path]:
    made: list[Path] = []
    if kind in ("windows", "all"):
        from installers.windows import packages as windows

        machine.ensure(machine.WINDOWS)
        made += windows.build(build)
    if kind in ("deb", "portable", "all"):
        from installers.linux import packages as linux

        machine.ensure(machine.LINUX)
        made += linux.build(build, ("deb", "portable") if kind == "all" else (kind,))
    return made


def write_sums(dist: Path) -> None:
    """List the SHA-256 of everything in dist, as `sha256sum --check` reads it."""
    files = sorted(path for path in dist.iterdir() if path.is_file() and path.name != SUMS)
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (dist / SUMS).write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    if shutil.which("uname") is None:
        sys.exit("Installers are built on Debian 12; this is another system.")
    sys.exit(main(sys.argv[1:]))
