"""All Windows packages from one folder: setup.exe, MSI and a zip to carry on a stick."""

from pathlib import Path

from installers import archives, sbom
from installers.machine import tell
from installers.product import WINDOWS_NAME, Build
from installers.windows import assemble, msi, setup


def build(build: Build) -> list[Path]:
    """Make every Windows package, each with its bill of materials."""
    app = assemble.assemble(build)
    name = f"{WINDOWS_NAME}-{build.version}"
    portable = build.dist / f"{name}-windows-portable{build.unsigned}.zip"
    tell("Packing the zip …")
    archives.write_zip(portable, app, name, build.epoch)
    tell("Packing the MSI …")
    database = msi.build(app, build)
    tell("Packing setup.exe (a minute or two) …")
    made = [portable, database, setup.build(app, build)]
    return [*made, *(sbom.write(file, sbom.windows_parts(app, build), build) for file in made)]
