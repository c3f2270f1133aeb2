"""Manifests for the Windows Package Manager: made only when it is said where the MSI will lie.

A manifest names an address that anybody's winget reads. Nobody can know it but who publishes, so
without `--winget-url` there is none.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from installers import archives
from installers.product import (
    NAME,
    OLDEST_BUILD,
    PUBLISHER,
    SUMMARY,
    UPGRADE_CODE,
    WINDOWS_NAME,
    Build,
)
from installers.windows.for_intune import product_code

IDENTIFIER = f"{WINDOWS_NAME}.{WINDOWS_NAME}"
MANIFEST = "1.6.0"
LOCALE = "en-GB"


def build(package: Path, build: Build) -> Path:
    """Pack the three manifests of this version as a zip, laid out as winget's own repository is."""
    folder = build.work / "winget"
    place = folder / "manifests" / IDENTIFIER[0].lower() / IDENTIFIER.replace(".", "/")
    place = place / build.version
    place.mkdir(parents=True)
    for suffix, told in manifests(package, build).items():
        (place / f"{IDENTIFIER}{suffix}.yaml").write_text(_yaml(told), "utf-8")
    target = build.dist / f"{WINDOWS_NAME}-{build.version}-winget.zip"
    archives.write_zip(target, folder, "", build.epoch)
    return target


def manifests(package: Path, build: Build) -> dict[str, dict[str, object]]:
    """What each manifest says, by the end of its file's name."""
    return {
        "": _kind(build, "version") | {"DefaultLocale": LOCALE},
        ".installer": _kind(build, "installer") | _installer(package, build),
        f".locale.{LOCALE}": _kind(build, "defaultLocale")
        | {
            "PackageLocale": LOCALE,
            "Publisher": PUBLISHER,
            "PackageName": NAME,
            "License": "MIT",
            "ShortDescription": SUMMARY,
        },
    }


def _kind(build: Build, kind: str) -> dict[str, object]:
    return {
        "PackageIdentifier": IDENTIFIER,
        "PackageVersion": build.version,
        "ManifestType": kind,
        "ManifestVersion": MANIFEST,
    }


def _installer(package: Path, build: Build) -> dict[str, object]:
    code = product_code(build.version)
    entry = {
        "DisplayName": NAME,
        "Publisher": PUBLISHER,
        "DisplayVersion": build.version,
        "ProductCode": code,
        "UpgradeCode": f"{{{UPGRADE_CODE}}}".upper(),
        "InstallerType": "wix",
    }
    one = {
        "Architecture": "x64",
        "InstallerType": "wix",
        "Scope": "machine",
        "InstallerUrl": f"{build.winget_url.rstrip('/')}/{package.name}",
        "InstallerSha256": hashlib.sha256(package.read_bytes()).hexdigest().upper(),
        "ProductCode": code,
        "AppsAndFeaturesEntries": [entry],
    }
    return {
        "Platform": ["Windows.Desktop"],
        "MinimumOSVersion": f"10.0.{OLDEST_BUILD}.0",
        "UpgradeBehavior": "install",
        "Installers": [one],
    }


def _yaml(told: Mapping[str, object]) -> str:
    """JSON values under plain keys: every YAML reader takes them."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in told.items()]
    return "\n".join(lines) + "\n"
