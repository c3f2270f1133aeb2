"""Every kind of source file, spoilt in every way: taken as it is, or refused in plain sentences.

Nothing that a text editor, a spreadsheet or a person may leave in a file ends the compile in
anything but sentences that name a file.
"""

import re
import sqlite3
from pathlib import Path

import pytest

from desktop_app.authoring.areas.cases import read_cases
from desktop_app.authoring.compile import compile_directory
from desktop_app.authoring.places.places import write_places
from desktop_app.authoring.places.postcodes import write_postcodes
from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.source_tree import SourceTree
from tests import sweeps
from tests.authoring.areas.spoiling import Spoilt, sampled_of_each_kind
from tests.small_sources import small_tree

POSTCODES = [("LU40DZ", "E06000032"), ("MK430AL", "E06000056")]
PLACES = {
    **{
        f"places/{slug}.yaml": f"council: {slug}\nplaces: []\n"
        for slug in ("bedford", "central-bedfordshire", "milton-keynes")
    },
    "places/luton.yaml": """\
council: luton
places:
  - {name: High Town, basis: [local], near: LU4, people: 7, spelled: [Hightown], also_in: [bedford]}
  - {name: Luton, basis: [geonames], misheard: [Looton], note: A town}
""",
    "places/areas.yaml": "areas:\n  - {name: Mid, councils: [bedford, luton], spelled: [MB]}\n",
    "places/neighbours.yaml": "neighbours:\n  - {council: E06000056, near: MK43, names: [A, B]}\n",
    "places/elsewhere.csv": "name,council,people\nLuton,E06000035,500\nAyton,E06000035,0\n",
    "places/namesakes.csv": "key,places\nluton,4\nayton,2\n",
    "places/post_towns.csv": "town,districts\nLuton,LU4\n",
    "places/council_names.csv": "name,council,kind\nBristol,E06000023,other\n",
    "places/areas_elsewhere.csv": "name,code,spelled,councils\nEssex,,,E06000033 E06000034\n",
    "cases.yaml": """\
numbers:
  town-mash: ["01632 960101", "01632 960102"]
postcodes: {LU4 0DZ: luton}
searches: {mash: town-mash}
first_calls:
  - {concern: child, place: luton, at: "2026-12-01 11:00", first: "01632 960101"}
""",
}


OF_THE_LIBRARY = re.compile(r"(?i)input should|a valid |instance of|validation|\w+Error\b|x{90}")
"""What pydantic or Python says for itself, and a text repeated at its whole length."""


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    tree = small_tree(tmp_path_factory.mktemp("sources"))
    held = {name: tree.bytes(name) for name in tree.names()}
    return held | {name: text.encode() for name, text in PLACES.items()}


def where(connection: sqlite3.Connection, sources: SourceTree) -> None:
    write_postcodes(connection, sources, POSTCODES)
    write_places(connection, sources)


def compiled(texts: dict[str, bytes], out: Path) -> None:
    tree = SourceTree.of_bytes(texts)
    compile_directory(tree, out, where)
    read_cases(tree)


def test_what_is_spoilt_compiles_as_it_stands(texts: dict[str, bytes], tmp_path: Path) -> None:
    compiled(texts, tmp_path / "directory.sqlite")


NAMES = sorted(
    (
        *PLACES,
        *("answering.csv", "area.yaml", "assumptions.yaml", "attributions.yaml"),
        *("bank_holidays.csv", "bank_holidays.yaml", "bodies.csv", "councils.csv"),
        *("documents.yaml", "front_doors.csv", "guidance/what-to-say.md", "pathways.yaml"),
        *("release.yaml", "serving.csv", "services/town.yaml", "vocabulary.yaml"),
    )
)


@pytest.mark.timeout(sweeps.size(400, 3_600))
@pytest.mark.parametrize("name", NAMES)
def test_a_spoilt_file_is_taken_or_told_in_sentences(
    texts: dict[str, bytes], tmp_path: Path, name: str
) -> None:
    for one in sampled_of_each_kind(name, texts[name], 1):
        others = {key: text for key, text in texts.items() if key != name}
        content = one.make()
        changed = others if content is None else others | {name: content}
        for mistake, sentence in mistakes_of(changed, tmp_path / "directory.sqlite", one):
            assert mistake in texts, f"{one}: {mistake}"
            assert sentence.endswith("."), f"{one}: {sentence[-200:]}"
            assert "\n" not in sentence, f"{one}: {sentence[:200]}"
            assert not OF_THE_LIBRARY.search(sentence), f"{one}: {sentence[:200]}"


def mistakes_of(texts: dict[str, bytes], out: Path, one: Spoilt) -> list[tuple[str, str]]:
    """The file and the sentence of each mistake; any other error says what was spoilt."""
    try:
        compiled(texts, out)
    except MistakesFound as found:
        return [(each.file, each.sentence) for each in found.mistakes]
    except Exception as error:
        raise AssertionError(f"{one}: {error!r}") from error
    return []


def test_a_table_saved_by_a_spreadsheet_is_read_as_it_is(
    texts: dict[str, bytes], tmp_path: Path
) -> None:
    """With the mark in front and other line ends that it puts there."""
    saved = {
        name: b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n") if name.endswith(".csv") else text
        for name, text in texts.items()
    }
    compiled(saved, tmp_path / "saved.sqlite")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("places/namesakes.csv", b"name,places\n", "namesakes.csv:1: The columns are key, places."),
        (
            "places/namesakes.csv",
            b"key,places\nayton,2\nayton,2\n",
            "3: “ayton” is given twice",
        ),
        ("places/post_towns.csv", b"districts,town\n", "csv:1: The columns are town, districts."),
        ("places/council_names.csv", b"name\n", "csv:1: The columns are name, council, kind."),
        (
            "places/areas.yaml",
            b"areas:\n  - {name: Mid, councils: [luton, luton]}\n",
            "areas.yaml:2: Mid: a council is named twice.",
        ),
        (
            "places/areas.yaml",
            b"areas:\n- {name: Mid, councils: [luton]}\n- {name: MID, councils: [luton]}\n",
            "areas.yaml:3: MID is given twice in this file.",
        ),
        (
            "places/neighbours.yaml",
            b"neighbours:\n  - {council: E06000056, near: MK43, names: [A, B, A]}\n",
            "neighbours.yaml:2: A is given twice in this file.",
        ),
        (
            "vocabulary.yaml",
            b"roles: [{id: a, name: A}, {id: a, name: B}]\naudiences: []\ntopics: []\n",
            "vocabulary.yaml:1: “a” is given twice; keep one.",
        ),
        (
            "vocabulary.yaml",
            b"roles: []\naudiences: []\ntopics: [{id: a, name: A, leads: [b]}]\n",
            "vocabulary.yaml: “a” leads to “b”, which is no role here.",
        ),
        ("area.yaml", b"id: a\nname: b\x00\n", "area.yaml:2: A character here cannot be seen"),
        ("area.yaml", b"id: a\nname: %s\n" % (b"1" * 13), "area.yaml:2: This number is too large"),
        ("area.yaml", b"id: a\nname: -%s\n" % (b"9" * 9_000), "area.yaml:2: This number is too"),
    ],
)
def test_each_of_these_is_told_at_its_line(
    texts: dict[str, bytes], tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    with pytest.raises(MistakesFound) as found:
        compiled({**texts, name: content}, tmp_path / "directory.sqlite")
    assert told in str(found.value)
