"""What is inside a package: a CycloneDX bill of materials beside each, for whoever must know."""

# mypy: disable-error-code="import-not-found, no-any-return, misc"

import hashlib
import re
import sys
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.parser import HeaderParser
from pathlib import Path
from typing import TYPE_CHECKING

from installers import fetching
from installers.product import DIRECTORY, FAMILY, NAME, SLUG, Build, CannotBuild, release_of

sys.path.append(str(fetching.build_tools()))

# Lies in the folder that has just been put on the path.
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

if TYPE_CHECKING:
    from collections.abc import Callable


def write(package: Path, parts: Iterable[Component], build: Build) -> Path:
    """Write what a package holds beside it, checked against the CycloneDX schema."""
    whole = Component(
        name=package.name,
        version=build.version,
        type=ComponentType.APPLICATION,
        bom_ref="package",
        description=NAME,
        hashes=[_sha256(package.read_bytes())],
    )
    listed = sorted(parts, key=lambda part: (part.name, part.version or ""))
    bom = Bom(
        components=listed,
        serial_number=uuid.uuid5(FAMILY, f"sbom:{package.name}:{_digest(package)}"),
    )
    bom.metadata.component = whole
    bom.metadata.timestamp = datetime.fromtimestamp(build.epoch, UTC)
    bom.register_dependency(whole, listed)
    text = JsonV1Dot6(bom).output_as_string(indent=1)
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong:
        raise CannotBuild(f"The bill of materials of {package.name} is not valid: {wrong}")
    target = package.with_name(package.name + ".cdx.json")
    target.write_text(text + "\n", "utf-8")
    return target


def own_parts(lib: Path, build: Build) -> Iterator[Component]:
    """Our program, the directory it carries, and each Python package that ships with it."""
    yield Component(name=SLUG, version=build.version, bom_ref=SLUG, type=ComponentType.APPLICATION)
    release = release_of(DIRECTORY)
    yield Component(
        name=f"{SLUG} directory",
        version=f"{release['release']} ({release['dated']})",
        type=ComponentType.DATA,
        bom_ref="directory",
        hashes=[_sha256(DIRECTORY.read_bytes())],
        properties=[Property(name=f"{SLUG}:source-digest", value=release["digest"])],
    )
    for metadata in sorted(lib.glob("*.dist-info/METADATA")):
        told = HeaderParser().parsestr(metadata.read_text("utf-8"))
        yield package(told["Name"], told["Version"], "pypi", licence=_licence(told.get))


def _licence(told: "Callable[[str], str | None]") -> str:
    return told("License-Expression") or (told("License") or "").split("\n")[0][:100]


def package(
    name: str, version: str, kind: str, *, licence: str = "", digest: HashType | None = None
) -> Component:
    """One part that somebody else made."""
    namespace = "debian" if kind == "deb" else None
    url = PackageURL(kind, namespace, name.lower() if kind == "pypi" else name, version)
    stated = [Property(name=f"{SLUG}:licence", value=licence)] if licence else []
    return Component(
        name=name,
        version=version,
        purl=url,
        bom_ref=str(url),
        type=ComponentType.LIBRARY,
        hashes=[digest] if digest else [],
        properties=stated,
    )


def windows_parts(app: Path, build: Build) -> Iterator[Component]:
    """Everything in the Windows folder."""
    yield from own_parts(app / "lib", build)
    interpreter = (app / "runtime/python313.dll").read_bytes()
    yield package("cpython", _python_version(interpreter), "generic", digest=_sha256(interpreter))


def _python_version(interpreter: bytes) -> str:
    # The resource with the file's version, in UTF-16: "ProductVersion" and then 3.13.x.
    after = interpreter.rpartition("ProductVersion".encode("utf-16-le"))[2][:80]
    found = re.search(r"3\.\d+\.\d+", after.decode("utf-16-le", "ignore"))
    return found[0] if found else "3.13"


def linux_parts(tree: Path, debian: Iterable[Path], build: Build) -> Iterator[Component]:
    """Everything in the Linux folder; `debian` are the Debian packages parts of it come from."""
    yield from own_parts(tree / "app", build)
    for file in debian:
        name, version, _architecture = file.stem.split("_")
        version = version.replace("%3a", ":")
        yield package(name, version, "deb", digest=_sha256(file.read_bytes()))


def _sha256(content: bytes) -> HashType:
    return HashType(alg=HashAlgorithm.SHA_256, content=hashlib.sha256(content).hexdigest())


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
