"""The parts of the Windows build that need no Windows: lists, identities, catalogue, policies."""

import hashlib
import uuid
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop_app.domain.practice import policy
from installers.product import POLICIES, CannotBuild
from installers.windows import closure, launcher, msi, runtime, setup


@pytest.fixture
def app(tmp_path: Path) -> Path:
    folder = tmp_path / "app"
    for name in ("WhoToCall.exe", "lib/b/$odd.txt", "lib/a & b.txt", "runtime/python313.dll"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    return folder


def catalogue(*modules: bytes) -> bytes:
    return b"".join(b"\x30\x22\x04\x20" + hashlib.sha256(module).digest() for module in modules)


def test_module_of_the_catalogue_is_taken(tmp_path: Path) -> None:
    (tmp_path / "os.py").write_bytes(b"good")
    assert runtime.check_standard_library(tmp_path, catalogue(b"other", b"good")) == 1


def test_one_changed_byte_in_a_module_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "os.py").write_bytes(b"goof")
    with pytest.raises(CannotBuild, match=r"Lib/os\.py is not the file python\.org released"):
        runtime.check_standard_library(tmp_path, catalogue(b"good"))


def test_pinned_module_is_held_to_its_hash(tmp_path: Path) -> None:
    (tmp_path / "xml").mkdir()
    (tmp_path / "xml/__init__.py").write_bytes(b"not it")
    with pytest.raises(CannotBuild, match="xml/__init__"):
        runtime.check_standard_library(tmp_path, catalogue(b"good"))


def test_setup_lists_every_file_in_one_order(app: Path) -> None:
    lines = setup.file_list(app).splitlines()
    files = [line for line in lines if line.startswith("File ")]
    assert [name.rpartition("/")[2] for name in files] == [
        'WhoToCall.exe"',
        'a & b.txt"',
        '$$odd.txt"',
        'python313.dll"',
    ]
    assert 'SetOutPath "$Stage\\lib\\b"' in lines


def described(app: Path, version: str) -> ElementTree.Element:
    return ElementTree.fromstring(msi.description(app, version))


def identities(app: Path, version: str) -> dict[str, str]:
    found = described(app, version).findall(".//{*}Component")
    return {each.attrib["Id"]: each.attrib["Guid"] for each in found}


def test_components_keep_their_identity_from_version_to_version(app: Path) -> None:
    assert identities(app, "1.0.0") == identities(app, "2.0.0")
    assert len(set(identities(app, "1.0.0").values())) == 4 + 1 + 2 * len(POLICIES)


def test_each_version_is_a_product_of_the_same_family(app: Path) -> None:
    one, two = (described(app, v)[0].attrib for v in ("1.0.0", "2.0.0"))
    assert one["UpgradeCode"] == two["UpgradeCode"] == "B1B4B3F4-5B0C-5A3E-9A59-5E1F8E4E0C11"
    assert uuid.UUID(one["Id"]) != uuid.UUID(two["Id"])


def test_every_component_is_installed(app: Path) -> None:
    root = described(app, "1.0.0")
    referred = {each.attrib["Id"] for each in root.findall(".//{*}ComponentRef")}
    assert referred == {each.attrib["Id"] for each in root.findall(".//{*}Component")}
    assert referred


def test_policy_names_are_what_the_program_reads() -> None:
    assert set(POLICIES) == set(policy.NAMES)
    given = msi.conditions("HomeCouncil")
    assert given == {
        "HOMECOUNCIL": "HOMECOUNCIL",
        "KEPTHOMECOUNCIL": "KEPTHOMECOUNCIL AND NOT HOMECOUNCIL",
    }


@pytest.mark.parametrize(
    ("library", "there"),
    [
        ("kernel32.dll", True),
        ("api-ms-win-crt-math-l1-1-0.dll", True),
        ("winspool.drv", True),
        ("qt6quick.dll", False),
        ("mfc140u.dll", False),
    ],
)
def test_what_windows_10_has(library: str, there: bool) -> None:
    assert closure.of_windows(library) is there


def test_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.dll").touch()
    imports = (closure.AMD64, ["kernel32.dll", "b.dll"])
    monkeypatch.setattr(closure, "read", lambda _file: imports)
    with pytest.raises(CannotBuild, match=r"a\.dll needs b\.dll, which is neither here"):
        closure.check(tmp_path)
    (tmp_path / "b.dll").touch()
    monkeypatch.setattr(closure, "read", lambda _file: (closure.AMD64, ["kernel32.dll"]))
    closure.check(tmp_path)


def test_versions_reach_the_launcher() -> None:
    filled = launcher.filled("@NAME@ @VERSION@ @VERSION_COMMAS@", "1.2.3")
    assert filled == "Who to Call 1.2.3 1,2,3,0"
