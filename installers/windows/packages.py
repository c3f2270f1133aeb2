"""All Windows packages from one folder: setup.exe, MSI and a zip to carry on a stick."""

from pathlib import Path

from installers import archives, sbom
from installers.machine import say
from installers.product import WINDOWS_NAME, Build
from installers.windows import assemble, for_intune, msi, policy_templates, setup, winget


def build(build: Build) -> list[Path]:
    """Make every Windows package with its bill of materials, and the sheets IT needs."""
    app = assemble.assemble(build)
    name = f"{WINDOWS_NAME}-{build.version}"
    portable = build.dist / f"{name}-windows-portable{build.unsigned}.zip"
    say("Packing the zip …")
    archives.write_zip(portable, app, name, build.epoch)
    say("Packing the MSI …")
    database = msi.build(app, build)
    say("Packing setup.exe (a minute or two) …")
    made = [portable, database, setup.build(app, build)]
    materials = [sbom.write(file, sbom.windows_parts(app, build), build) for file in made]
    sheets = [policy_templates.build(build), for_intune.build(database, app, build)]
    if build.winget_url:
        sheets.append(winget.build(database, build))
    return [*made, *materials, *sheets]
