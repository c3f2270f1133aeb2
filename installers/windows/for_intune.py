"""The sheet for whoever puts the MSI into Intune: commands, detection rules, codes and sums."""

import hashlib
from pathlib import Path

from installers import product
from installers.product import OLDEST_WINDOWS, UPGRADE_CODE, WINDOWS_NAME, Build
from installers.program import size_of
from installers.windows import msi

SHEET = Path(__file__).with_name("intune-sheet.txt")


def build(package: Path, app: Path, build: Build) -> Path:
    """Write the sheet for an MSI made from the folder `app`."""
    target = build.dist / f"{WINDOWS_NAME}-{build.version}-intune.txt"
    target.write_text(filled(package, size_of(app), build), "utf-8", newline="\r\n")
    return target


def filled(package: Path, size: int, build: Build) -> str:
    """The text of the sheet; `size` is what the program takes on a disk, in bytes."""
    signed = "yes" if build.certificate else "no: Windows and your own rules may refuse it"
    facts = {
        "VERSION": build.version,
        "MSI": package.name,
        "PRODUCT": product_code(build.version),
        "UPGRADE": f"{{{UPGRADE_CODE}}}".upper(),
        "OLDEST": OLDEST_WINDOWS.removeprefix("64-bit "),
        "DISK": str(-(-size // 1_000_000)),
        "BYTES": f"{package.stat().st_size:,}",
        "SHA256": hashlib.sha256(package.read_bytes()).hexdigest(),
        "SIGNED": signed,
        "COUNCIL": product.area_of(product.DIRECTORY).councils[0][0],
    }
    text = SHEET.read_text("utf-8")
    for name, value in facts.items():
        text = text.replace(f"@{name}@", value)
    return text


def product_code(version: str) -> str:
    """The code under which Windows knows one version of the MSI."""
    return f"{{{msi.stable('product-' + version)}}}"
