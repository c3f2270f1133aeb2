"""Less data of ICU: sorted, read and named as with all of it, wherever Qt asks."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from installers.linux import icu_data
from installers.product import CannotBuild

LIBRARIES = Path(PySide6.__file__).parent / "Qt/lib"
pytestmark = pytest.mark.skipif(
    not any(LIBRARIES.glob("libicudata.so.*")) or shutil.which("ld") is None,
    reason="this PySide6 links no ICU of its own, or binutils are not here",
)
WORDS = (
    "Ångström", "ange", "zebra", "Öl", "oel", "česko", "cesta", "chata", "hora", "llan", "lwc",
    "ddraig", "dydd", "ñandú", "nube", "ß", "ss", "I", "ı", "i", "İ", "Straße", "straße", "côte",
    "coté", "péché", "pêche", "žena", "zena", "æble", "aften", "北京", "上海", "가나", "あい",
    "アイ", "สวัสดี", "שלום", "سلام", "note 2", "note 10", "co-op", "coop", "A", "a", "Z", "-", " ",
)  # fmt: skip
ASK = """
import ctypes, json, re, sys
from pathlib import Path
folder, words = Path(sys.argv[1]), json.loads(sys.argv[2])
number = next(folder.glob("libicudata.so.*")).name.rpartition(".")[2]
load = lambda name: ctypes.CDLL(str(folder / f"lib{name}.so.{number}"), ctypes.RTLD_GLOBAL)
load("icudata"); common = load("icuuc"); rules = load("icui18n")
named = lambda library, name, kind: (setattr(
    f := getattr(library, f"{name}_{number}"), "restype", kind), f)[1]
def text(word): return (ctypes.c_uint16 * (len(word) + 1))(*map(ord, word))
def sorting(place):
    failed = ctypes.c_int(0)
    made = named(rules, "ucol_open", ctypes.c_void_p)(place, ctypes.byref(failed))
    assert made and failed.value <= 0, (place, failed.value)
    keys = []
    for word in words:
        key = (ctypes.c_uint8 * 400)()
        size = named(rules, "ucol_getSortKey", ctypes.c_int)(
            ctypes.c_void_p(made), text(word), len(word), key, 400)
        keys.append(bytes(key[:size]).hex())
    named(rules, "ucol_close", None)(ctypes.c_void_p(made))
    return [failed.value, keys]
def decoded(name):
    failed = ctypes.c_int(0)
    made = named(common, "ucnv_open", ctypes.c_void_p)(name.encode(), ctypes.byref(failed))
    if failed.value > 0: return None
    wide, every = (ctypes.c_uint16 * 400)(), bytes(range(32, 256))
    named(common, "ucnv_toUChars", ctypes.c_int)(
        ctypes.c_void_p(made), wide, 400, every, len(every), ctypes.byref(failed))
    return [failed.value, list(wide)]
def zone(name, place):
    failed = ctypes.c_int(0)
    made = named(rules, "ucal_open", ctypes.c_void_p)(
        text(name), len(name), place, 0, ctypes.byref(failed))
    said = (ctypes.c_uint16 * 200)()
    size = named(rules, "ucal_getTimeZoneDisplayName", ctypes.c_int)(
        ctypes.c_void_p(made), 0, place, said, 200, ctypes.byref(failed))
    return [failed.value, "".join(map(chr, said[:size]))]
count = named(rules, "ucol_countAvailable", ctypes.c_int)()
places = [named(rules, "ucol_getAvailable", ctypes.c_char_p)(at) for at in range(count)]
print(json.dumps({
    "sorting": {place.decode(): sorting(place) for place in (*places, b"en_GB", b"cy_GB")},
    "encodings": {name: decoded(name) for name in sys.argv[3:]},
    "zones": [zone(name, place) for name in ("Europe/London", "Asia/Kolkata", "Etc/UTC")
              for place in (b"en_GB", b"en", b"cy_GB")],
}))
"""
OLD_ENCODINGS = (
    *(f"windows-125{digit}" for digit in range(9)),
    *(f"iso-8859-{digit}" for digit in range(1, 10)),
    "iso-8859-15", "koi8-r", "macintosh", "ibm850",
)  # fmt: skip


def told(folder: Path) -> dict[str, dict[str, object]]:
    command = [sys.executable, "-c", ASK, str(folder), json.dumps(WORDS), *OLD_ENCODINGS]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, dict[str, object]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def slim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("icu")
    for file in LIBRARIES.glob("libicu*.so.*"):
        shutil.copy(file, folder)
    icu_data.slim(next(folder.glob("libicudata.so.*")), folder / "work")
    return folder


def test_every_language_sorts_and_every_old_encoding_reads_as_with_all_the_data(slim: Path) -> None:
    before, after = told(LIBRARIES), told(slim)
    assert after == before
    assert len(before["sorting"]) > 130
    assert all(before["encodings"].values())


def test_most_of_it_is_gone(slim: Path) -> None:
    size = next(slim.glob("libicudata.so.*")).stat().st_size
    assert size < 6_000_000


def test_two_builds_are_the_same_to_the_byte(slim: Path, tmp_path: Path) -> None:
    again = shutil.copy(next(LIBRARIES.glob("libicudata.so.*")), tmp_path)
    icu_data.slim(Path(again), tmp_path / "another place")
    assert Path(again).read_bytes() == (slim / Path(again).name).read_bytes()


def test_a_library_of_another_form_stops_the_build(tmp_path: Path) -> None:
    other = shutil.copy(next(LIBRARIES.glob("libicuuc.so.*")), tmp_path / "libicudata.so.73")
    with pytest.raises(CannotBuild, match="no data of ICU"):
        icu_data.slim(Path(other), tmp_path / "work")
