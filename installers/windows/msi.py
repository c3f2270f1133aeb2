"""The MSI: what IT installs for all users of a computer, silently, with its policies."""

# ruff: noqa: E501 - lines of XML stay whole

import hashlib
import os
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape as quoted_text
from xml.sax.saxutils import quoteattr as quoted

from installers import icon
from installers.machine import run
from installers.product import (
    FAMILY,
    NAME,
    OLDEST_BUILD,
    OLDEST_WINDOWS,
    POLICIES,
    PUBLISHER,
    SUMMARY,
    UPGRADE_CODE,
    WINDOWS_NAME,
    Build,
)
from installers.windows import msi_steady, signing

FOUND_BY_UPGRADE = ("WIX_DOWNGRADE_DETECTED", "WIX_UPGRADE_DETECTED")
NEW_ENOUGH = f"Installed OR (VersionNT64 >= 603 AND WINDOWSBUILD >= {OLDEST_BUILD})"
"""Windows Installer calls 8.1, 10 and 11 all 603, so the number of the build decides."""
POLICY_KEY = f"Software\\Policies\\{WINDOWS_NAME}"


def build(app: Path, build: Build) -> Path:
    """Pack the Windows folder into an MSI for 64-bit Windows."""
    work = build.work / "msi"
    work.mkdir()
    (work / "app").symlink_to(app)
    picture = work / "app.ico"
    picture.write_bytes(icon.windows_icon())
    os.utime(picture, (build.epoch, build.epoch))
    (work / "app.wxs").write_text(description(app, build.version), "utf-8")
    made = work / "made.msi"
    same = {"SOURCE_DATE_EPOCH": str(build.epoch)}
    run(["wixl", "-a", "x64", "-o", str(made), "app.wxs"], cwd=work, env=same)
    _say_what_wixl_cannot(made)
    msi_steady.steady(made, build.epoch)
    signing.sign(made, build)
    target = build.dist / f"{WINDOWS_NAME}-{build.version}-x64{build.unsigned}.msi"
    shutil.copy(made, target)
    return target


def description(app: Path, version: str) -> str:
    """The MSI in WiX's words: one component a file, each with an identity that never changes."""
    components: list[str] = []
    tree = "\n".join(_tree(app, "", components))
    policies = "\n".join(_policies(components))
    searches = "\n".join(_searches())
    features = "\n".join(f'   <ComponentRef Id="{name}"/>' for name in ["cShortcut", *components])
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
 <Product Id="{stable("product-" + version)}" Name="{NAME}" Language="2057" Codepage="1252"
          Version="{version}" Manufacturer="{PUBLISHER}" UpgradeCode="{str(UPGRADE_CODE).upper()}">
  <Package Id="*" InstallerVersion="500" Compressed="yes" InstallScope="perMachine"
           Description="{NAME} {version}" Manufacturer="{PUBLISHER}"/>
  <MajorUpgrade DowngradeErrorMessage="A newer version of {NAME} is already installed. To go back, remove it first."/>
  <Condition Message="{NAME} needs {OLDEST_WINDOWS}.">{quoted_text(NEW_ENOUGH)}</Condition>
  <Media Id="1" Cabinet="app.cab" EmbedCab="yes"/>
  <Icon Id="app.ico" SourceFile="app.ico"/>
  <Property Id="ARPPRODUCTICON" Value="app.ico"/>
  <Property Id="ARPNOMODIFY" Value="1"/>
{searches}
  <Directory Id="TARGETDIR" Name="SourceDir">
   <Directory Id="ProgramMenuFolder">
    <Component Id="cShortcut" Guid="{stable("shortcut")}" Win64="yes">
     <Shortcut Id="sStart" Name="{NAME}" Description="{SUMMARY}" Target="[INSTALLDIR]{WINDOWS_NAME}.exe" WorkingDirectory="INSTALLDIR" Icon="app.ico"/>
     <RegistryValue Root="HKLM" Key="Software\\{WINDOWS_NAME}" Name="StartMenu" Type="integer" Value="1" KeyPath="yes"/>
    </Component>
   </Directory>
   <Directory Id="ProgramFiles64Folder">
    <Directory Id="INSTALLDIR" Name="{WINDOWS_NAME}">
{policies}
{tree}
    </Directory>
   </Directory>
  </Directory>
  <Feature Id="Main" Level="1" Title="{NAME}">
{features}
  </Feature>
 </Product>
</Wix>
"""


def stable(what: str) -> str:
    """The identity of a part, the same in every build."""
    return str(uuid.uuid5(FAMILY, what)).upper()


def _name(kind: str, path: str) -> str:
    return kind + hashlib.sha256(path.encode()).hexdigest()[:20]


def _tree(folder: Path, inside: str, components: list[str]) -> Iterator[str]:
    for path in sorted(folder.iterdir(), key=lambda each: each.name):
        here = f"{inside}/{path.name}".lstrip("/")
        if path.is_dir():
            yield f'<Directory Id="{_name("d", here)}" Name={quoted(path.name)}>'
            yield from _tree(path, here, components)
            yield "</Directory>"
            continue
        components.append(_name("c", here))
        yield (
            f'<Component Id="{components[-1]}" Guid="{stable("file:" + here)}" Win64="yes">'
            f'<File Id="{_name("f", here)}" KeyPath="yes" Source={quoted("app/" + here)} '
            f"Name={quoted(path.name)}/></Component>"
        )


def _policies(components: list[str]) -> Iterator[str]:
    for policy in POLICIES:
        for source in conditions(policy):
            components.append(f"cPolicy{source}")
            yield (
                f'<Component Id="cPolicy{source}" Guid="{stable("policy:" + source)}" Win64="yes">'
                f'<RegistryValue Root="HKLM" Key="{POLICY_KEY}" Name="{policy}" Type="string" '
                f'Value="[{source}]" KeyPath="yes"/></Component>'
            )


def conditions(policy: str) -> dict[str, str]:
    """Which property is written as this policy, and when.

    What the command line gives is written; what it leaves out is kept from the version before.
    """
    given, kept = policy.upper(), f"KEPT{policy.upper()}"
    return {given: given, kept: f"{kept} AND NOT {given}"}


def _say_what_wixl_cannot(msi: Path) -> None:
    changes = [
        f"UPDATE `Component` SET `Condition`='{condition}' WHERE `Component`='cPolicy{source}'"
        for policy in POLICIES
        for source, condition in conditions(policy).items()
    ]
    secure = ";".join(handed_on())
    changes += [
        f"UPDATE `Property` SET `Value`='{secure}' WHERE `Property`='SecureCustomProperties'",
        # Inside the transaction: a new version that fails brings the old one back.
        "UPDATE `InstallExecuteSequence` SET `Sequence`=1501 WHERE `Action`='RemoveExistingProducts'",
    ]
    run(["msibuild", str(msi), *(word for change in changes for word in ("-q", change))])


def handed_on() -> list[str]:
    """The properties that reach the installing service from a double click by an ordinary user.

    What was looked up before the question for an administrator is not looked up again after it: a
    search that is not handed on would lose the policies of the version before.
    """
    policies = [source for policy in POLICIES for source in conditions(policy)]
    return [*FOUND_BY_UPGRADE, "WINDOWSBUILD", *policies]


def _searches() -> Iterator[str]:
    yield (
        '  <Property Id="WINDOWSBUILD">'
        '<RegistrySearch Id="sBuild" Root="HKLM" Name="CurrentBuildNumber" Type="raw" Win64="yes" '
        'Key="SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion"/></Property>'
    )
    for policy in POLICIES:
        yield (
            f'  <Property Id="KEPT{policy.upper()}">'
            f'<RegistrySearch Id="s{policy}" Root="HKLM" Key="{POLICY_KEY}" Name="{policy}" '
            f'Type="raw" Win64="yes"/></Property>'
        )
