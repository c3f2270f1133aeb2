"""A new area's folder: what the country's sources know is filled in, the rest is a gap."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.authoring.areas.new_area import (
    AreaRequest,
    authorities_called,
    files_of,
    next_release,
    write_folder,
)
from desktop_app.authoring.compile import compile_directory
from desktop_app.authoring.places.places import write_places
from desktop_app.authoring.places.postcodes import write_postcodes
from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.source_folders import national_tree
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.read.sources import read_text
from desktop_app.domain.places.councils import Council

NORFOLK = Council("E10000020", "Norfolk", "norfolk")
PLYMOUTH = Council("E06000026", "Plymouth", "plymouth")
POSTCODES = [("NR13JU", "E07000148"), ("NR13JW", "E07000148"), ("PL12AA", "E06000026")]
POINTS = [(623_000.0, 308_000.0, "E07000148"), (624_000.0, 308_000.0, "E07000143"),
          (625_000.0, 300_000.0, "E07000244")]  # fmt: skip


def files() -> dict[str, str]:
    wanted = AreaRequest(
        id="far-apart",
        name="Norfolk and Plymouth",
        authorities=(NORFOLK, PLYMOUTH),
        today=date(2026, 11, 29),
    )
    return files_of(wanted, national_tree(), POSTCODES, POINTS)


@pytest.mark.parametrize("word", ["E10000020", "Norfolk", "norfolk", "Norfolk County Council"])
def test_an_authority_is_named_by_code_or_by_name(word: str) -> None:
    assert authorities_called([word, "Plymouth"], national_tree()) == (NORFOLK, PLYMOUTH)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Bristol", "E06000023"),
        ("Bristol, City of", "E06000023"),
        ("City of Bristol", "E06000023"),
        ("Bristol City Council", "E06000023"),
        ("London Borough of Camden", "E09000007"),
        ("County of Norfolk", "E10000020"),
    ],
)
def test_an_authority_is_found_as_lists_and_letters_write_it(word: str, code: str) -> None:
    assert [each.code for each in authorities_called([word], national_tree())] == [code]


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("", "“”: No council or county is called so"),
        ("Cardiff", "an area has English authorities only"),
        ("Argyll and Bute", "an area has English authorities only"),
        ("Norwich", "A district has no social services: name Norfolk .E10000020."),
        ("Atlantis", "No council or county is called so"),
    ],
)
def test_what_is_no_authority_is_told(word: str, told: str) -> None:
    with pytest.raises(MistakesFound, match=told):
        authorities_called([word], national_tree())


SURREY = Council("E10000030", "Surrey", "surrey")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 9, 1), date(2027, 2, 28)),
        (date(2026, 11, 29), date(2027, 4, 1)),  # the day on which Surrey's districts are others'
        (date(2027, 3, 31), date(2027, 4, 1)),
    ],
)
def test_the_next_release_is_expected_before_an_authority_ends(today: date, expected: date) -> None:
    wanted = AreaRequest(id="surrey", name="Surrey", authorities=(SURREY,), today=today)
    assert next_release(wanted, national_tree()) == expected


def test_an_authority_that_has_ended_is_refused_with_the_day() -> None:
    wanted = AreaRequest(id="s", name="Surrey", authorities=(SURREY,), today=date(2027, 4, 1))
    with pytest.raises(MistakesFound, match="Surrey: It answered until 2027-04-01 only"):
        next_release(wanted, national_tree())


@pytest.mark.parametrize("name", ["A: B", 'Say "North"', "Bath, Wells # both", "- x", "[y]", "é ’"])
def test_a_name_stands_in_the_files_as_it_was_given(name: str) -> None:
    wanted = AreaRequest(id="x", name=name, authorities=(PLYMOUTH,), today=date(2026, 11, 29))
    made = files_of(wanted, national_tree(), POSTCODES, POINTS)
    assert read_text(made["area.yaml"], "area.yaml").content["name"] == name
    shared = read_text(made["services/x-shared.yaml"], "services/x-shared.yaml").content
    assert shared["organisation"]["name"] == f"Health and support services in {name}"


def test_every_authority_has_a_file_of_parts_to_fill_and_a_file_of_places() -> None:
    made = files()
    for part in ("children_front_door", "adults_front_door", "lado", "da_local", "homelessness"):
        assert f"roles: [{part}]" in made["services/norfolk-county-council.yaml"]
    assert '- {name: "Cromer", basis: [geonames]' in made["places/norfolk.yaml"]
    assert '- {name: "Plymouth", basis: [geonames]' in made["places/plymouth.yaml"]
    assert "postcodes: {NR1 3JU: norfolk, PL1 2AA: plymouth}" in made["area.yaml"]
    assert 'places: ["Norfolk", "Plymouth"]' in made["area.yaml"]


def test_the_neighbours_are_counted_and_their_missing_doors_listed() -> None:
    made = files()
    assert "#   E07000244 East Suffolk: 1\n" in made["places/neighbours.yaml"]
    assert "Suffolk County Council: children’s front door (1 post" in made["to-find.md"]


def test_what_was_written_compiles_and_no_number_is_made_up(tmp_path: Path) -> None:
    made = {name: text.encode() for name, text in files().items()}
    tree = national_tree().with_area(SourceTree.of_bytes(made, "new"))

    def with_few_postcodes(connection: object, sources: SourceTree) -> None:
        write_postcodes(connection, sources, POSTCODES)  # type: ignore[arg-type]
        write_places(connection, sources)  # type: ignore[arg-type]

    edition = compile_directory(tree, tmp_path / "out.sqlite", with_few_postcodes)
    own = [service for _, service, _ in edition.services if service.gaps and not service.national]
    assert len(own) == 13
    assert not [service.id for service in own if service.lines]


def test_a_finished_release_is_refused_while_a_door_is_missing(tmp_path: Path) -> None:
    made = {name: text.encode() for name, text in files().items()}
    made["release.yaml"] = made["release.yaml"].replace(b"unfinished: true\n", b"")
    tree = national_tree().with_area(SourceTree.of_bytes(made, "new"))
    with pytest.raises(MistakesFound, match="In Norfolk nobody with a number leads on “child”"):
        compile_directory(tree, tmp_path / "out.sqlite")


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "area.yaml").write_text("mine", "utf-8")
    with pytest.raises(MistakesFound, match="nothing was written"):
        write_folder(tmp_path, files())
    assert [path.name for path in tmp_path.iterdir()] == ["area.yaml"]
