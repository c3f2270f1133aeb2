"""The Linux packages from one folder: the .deb and the plain archive."""

from collections.abc import Sequence
from pathlib import Path

from installers import fetching, sbom
from installers.linux import assemble, deb, portable, runtime
from installers.machine import say
from installers.product import Build


def build(build: Build, kinds: Sequence[str]) -> list[Path]:
    """Make the packages named by `kinds` ("deb", "portable"), each with its bill of materials."""
    tree = assemble.assemble(build)
    made, debian = [], runtime.debian_packages()
    if "deb" in kinds:
        say("Packing the .deb …")
        package = deb.build(tree, build)
        made += [package, sbom.write(package, sbom.linux_parts(tree, debian, build), build)]
    if "portable" in kinds:
        say("Packing the archive …")
        archive = portable.build(tree, build)
        more = fetching.debian_packages(portable.packages(tree / "app"))
        whole = {file.name: file for file in [*debian, *more]}.values()
        made += [archive, sbom.write(archive, sbom.linux_parts(tree, whole, build), build)]
    return made
