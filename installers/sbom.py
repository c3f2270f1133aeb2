"""What is inside a package: a CycloneDX bill of materials beside each, for whoever must know.

Scanners go by package URL and by the names of vulnerability lists (CPE); people by the licence and
by where a part comes from. Both stand with every part.
"""

# mypy: disable-error-code="import-not-found, no-any-return, misc"

import hashlib
import sys
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.parser import HeaderParser
from pathlib import Path

from installers import fetching, inside, terms, wheels
from installers.linux import debian
from installers.product import (
    DIRECTORY,
    FAMILY,
    NAME,
    PUBLISHER,
    SLUG,
    Build,
    CannotBuild,
    release_of,
)

sys.path.append(str(fetching.build_tools()))

# Lies in the folder that has just been put on the path.
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.contact import OrganizationalContact, OrganizationalEntity
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL


def write(package: Path, parts: Iterable[Component], build: Build) -> Path:
    """Write what a package holds beside it, checked against the CycloneDX schema."""
    whole = Component(
        name=package.name,
        version=build.version,
        type=ComponentType.APPLICATION,
        bom_ref="package",
        description=NAME,
        hashes=[_sha256(package.read_bytes())],
        licenses=_licence("MIT"),
        supplier=_by(PUBLISHER),
    )
    listed = sorted(parts, key=lambda part: (part.name, part.version or "", str(part.bom_ref)))
    bom = Bom(
        components=listed,
        serial_number=uuid.uuid5(FAMILY, f"sbom:{package.name}:{_digest(package)}"),
    )
    bom.metadata.component = whole
    bom.metadata.supplier = _by(PUBLISHER)
    bom.metadata.authors.add(OrganizationalContact(name=PUBLISHER))
    bom.metadata.timestamp = datetime.fromtimestamp(build.epoch, UTC)
    bom.register_dependency(whole, listed)
    text = JsonV1Dot6(bom).output_as_string(indent=1)
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong:
        raise CannotBuild(f"The bill of materials of {package.name} is not valid: {wrong}")
    target = package.with_name(package.name + ".cdx.json")
    target.write_text(text + "\n", "utf-8")
    return target


def windows_parts(app: Path, build: Build) -> Iterator[Component]:
    """Everything in the Windows folder."""
    yield from own_parts(app / "lib", fetching.WINDOWS, build)
    yield from built_in(inside.WINDOWS, app)


def linux_parts(tree: Path, packages: Iterable[Path], build: Build) -> Iterator[Component]:
    """Everything in the Linux folder; `packages` are the .debs that parts of it come from."""
    yield from own_parts(tree / "app", fetching.LINUX, build)
    yield from built_in(inside.LINUX, tree)
    files = list(packages)
    texts = debian.copyrights(files)
    for file in files:
        yield of_debian(file, texts)


def own_parts(lib: Path, platform: tuple[str, str], build: Build) -> Iterator[Component]:
    """Our program, the directory it carries, and each Python package that ships with it."""
    yield Component(
        name=SLUG,
        version=build.version,
        purl=PackageURL("generic", None, SLUG, build.version),
        bom_ref=SLUG,
        type=ComponentType.APPLICATION,
        licenses=_licence("MIT"),
        supplier=_by(PUBLISHER),
    )
    release = release_of(DIRECTORY)
    yield Component(
        name=f"{SLUG} directory",
        version=f"{release['release']} ({release['dated']})",
        type=ComponentType.DATA,
        purl=PackageURL("generic", None, f"{SLUG}-directory", release["release"]),
        bom_ref="directory",
        supplier=_by(PUBLISHER),
        hashes=[_sha256(DIRECTORY.read_bytes())],
        licenses=_licence("MIT"),
        description="Whose data is in it: README and About.",
        properties=[_property("source-digest", release["digest"])],
    )
    came_from = wheels.taken(platform)
    for metadata in sorted(lib.glob("*.dist-info/METADATA")):
        told = HeaderParser().parsestr(metadata.read_text("utf-8"))
        wheel = came_from[wheels.plain(told["Name"])]
        url = PackageURL("pypi", None, wheels.plain(told["Name"]), told["Version"])
        yield Component(
            name=told["Name"],
            version=told["Version"],
            purl=url,
            bom_ref=str(url),
            type=ComponentType.LIBRARY,
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=wheel.sha256)],
            licenses=_licence(terms.of_package(told)),
            supplier=_by(terms.supplier_of(told)),
            properties=[_property("wheel", wheel.file)],
        )
    yield _ed25519(fetching.wheels(platform))


def built_in(kinds: tuple[inside.Kind, ...], folder: Path) -> Iterator[Component]:
    """What is built into the files of a folder that ships."""
    for part in inside.found(kinds, folder):
        kind, where = part.kind, part.path.relative_to(folder).as_posix()
        url = _url(kind.purl or f"pkg:generic/{kind.name}", part.version)
        yield Component(
            name=kind.name,
            version=part.version or None,
            purl=url,
            cpe=part.cpe or None,
            bom_ref=f"{url}#{where}",
            type=ComponentType.LIBRARY,
            description=kind.said or None,
            licenses=_licence(kind.licence),
            supplier=_by(inside.supplier(kind)),
            properties=[
                _property("in", where),
                _property("in-sha256", hashlib.sha256(part.path.read_bytes()).hexdigest()),
            ],
        )


def _ed25519(fetched: Path) -> Component:
    commit = inside.vendored_ed25519(fetched)
    url = PackageURL("github", "pyca", "ed25519", commit)
    return Component(
        name="ed25519",
        version=commit,
        purl=url,
        bom_ref=str(url),
        type=ComponentType.LIBRARY,
        description="copied into securesystemslib",
        licenses=_licence("CC0-1.0"),
        supplier=_by("Python Cryptographic Authority"),
    )


def of_debian(file: Path, texts: dict[str, str]) -> Component:
    """One Debian package that parts of ours were taken from."""
    told = debian.told(file)
    where = {"arch": told.architecture, "distro": debian.RELEASE}
    if told.source != told.name:
        where["upstream"] = told.source
    url = PackageURL("deb", "debian", told.name, told.version, qualifiers=where)
    named = debian.READ_BY_HAND.get(told.source) or debian.licences(texts[told.name])
    text = f"as licences/{told.name}.txt in this package says"
    return Component(
        name=told.name,
        version=told.version,
        purl=url,
        bom_ref=str(url),
        type=ComponentType.LIBRARY,
        hashes=[_sha256(file.read_bytes())],
        licenses=[DisjunctiveLicense(name=name) for name in named or [text]],
        supplier=_by("Debian"),
    )


def _url(base: str, version: str) -> PackageURL:
    bare = PackageURL.from_string(base)
    return PackageURL(bare.type, bare.namespace, bare.name, version or None)


def _licence(stated: str) -> list[object]:
    return [LicenseFactory().make_from_string(stated)]


def _by(name: str) -> OrganizationalEntity:
    return OrganizationalEntity(name=name)


def _property(name: str, value: str) -> Property:
    return Property(name=f"{SLUG}:{name}", value=value)


def _sha256(content: bytes) -> HashType:
    return HashType(alg=HashAlgorithm.SHA_256, content=hashlib.sha256(content).hexdigest())


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
