"""Who answers where, and front doors elsewhere: every mistake in the tables stops the compile."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from desktop_app.authoring.compile import compile_directory
from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.release_contents import read_release_contents
from desktop_app.domain.places.councils import Body, Council
from desktop_app.domain.services.bodies import in_role
from desktop_app.store.directory.directory import open_directory
from desktop_app.updates.errors import Refused
from desktop_app.updates.verify.sanity import opened, row_counts
from tests.small_sources import councils_only, write_sources
from tests.where_directory import real_sources

DACORUM = "E07000096,unitary,,E07000096,E07000096,,,page-2024"
DOOR = "E07000096,children_front_door,office_hours,01632 960700,in_use,,page-2024,gives it,"


def compiled(folder: Path, name: str, was: str, now: str) -> Path:
    sources = write_sources(folder / "sources")
    text = (sources / name).read_text("utf-8")
    assert was in text
    (sources / name).write_text(text.replace(was, now), encoding="utf-8")
    out = folder / "directory.sqlite"
    compile_directory(SourceTree.of_folder(sources), out, councils_only)
    return out


ANSWERING = {
    DACORUM.replace("unitary", "district"): "no social services of its own",
    DACORUM.replace("unitary", "parish"): "is not a tier",
    DACORUM.replace("unitary,", "unitary,E07000096"): "Only a district has a county",
    DACORUM.replace("unitary,,", "district,,"): "name its county",
    DACORUM + ",more": "more cells than there are columns",
    DACORUM.replace("E07000096,unitary", "E07999999,unitary"): "No council has the code",
    DACORUM.replace("page-2024", "a-dream"): "is not a document",
    DACORUM.replace("E07000096,,,", "E07999999,,,"): "are bodies of bodies.csv",
    DACORUM.replace(",,,", ",,2027-4-1,"): "Days are written like",
    DACORUM.replace(",,,", ",2028-01-01,2027-01-01,"): "`until` comes after `from`",
    DACORUM.replace(",,,", ",,2027-04-01,"): "gap or overlap",
    f"{DACORUM}\n{DACORUM}": "gap or overlap",
    "": "Nobody answers in E07000096",
}
DOORS = {
    DOOR.replace("01632 960700", "01632 96070"): "can exist in the United Kingdom",
    DOOR.replace("in_use", "certain"): "is not a standing",
    DOOR.replace("office_hours", "fax"): "is not a kind",
    DOOR.replace("children_front_door", "front_room"): "is not a role",
    DOOR.replace("E07000096", "E07999999"): "is not a body",
    DOOR.replace("page-2024", "a-dream"): "is not a document",
    DOOR.replace("in_use,,", "in_use,mornings,"): "is not a day",
    DOOR.replace("in_use,,", "in_use,mon-fri 9-5,"): "is not a time of day",
    DOOR.replace("gives it", ""): "what the document says",
    f"{DOOR}\n{DOOR}": "one number of a kind",
}


@pytest.mark.parametrize(("row", "told"), ANSWERING.items())
def test_a_mistake_in_who_answers_where_is_told(tmp_path: Path, row: str, told: str) -> None:
    with pytest.raises(MistakesFound, match=told):
        compiled(tmp_path, "answering.csv", DACORUM, row)


@pytest.mark.parametrize(("row", "told"), DOORS.items())
def test_a_mistake_in_a_front_door_is_told(tmp_path: Path, row: str, told: str) -> None:
    with pytest.raises(MistakesFound, match=told):
        compiled(tmp_path, "front_doors.csv", DOOR, row)


SERVED = "E07000096,police,town-police,,2027-04-01,page-2024"
SERVING = {
    SERVED.replace("E07000096", "E07999999"): "is not the code of a council",
    SERVED.replace("police,town", "army,town"): "is not a part: police, icb",
    SERVED.replace("town-police", "nobody"): "is not a body",
    SERVED.replace("town-police", "E07000096"): "is a council",
    SERVED.replace("page-2024", "a-dream"): "is not a document",
    SERVED.replace("2027-04-01", "April"): "Days are written like",
    SERVED.replace("2027-04-01", "2027-05-01"): "overlap",
    SERVED.replace("2027-04-01", ""): "overlap",
}


@pytest.mark.parametrize(("row", "told"), SERVING.items())
def test_a_mistake_in_which_force_serves_where_is_told(tmp_path: Path, row: str, told: str) -> None:
    with pytest.raises(MistakesFound, match=told):
        compiled(tmp_path, "serving.csv", SERVED, row)


def test_the_force_of_a_place_changes_on_its_day(small_file: Path) -> None:
    council, roles = Council("E07000096", "Dacorum"), ("police_101", "icb_advice")
    with closing(open_directory(small_file)) as directory:
        bodies = directory.bodies()
        before, after = (bodies.of(council, date(2027, *day)) for day in ((3, 31), (4, 1)))
    assert before is not None
    assert after is not None
    assert [in_role(role, before) for role in roles] == [Body("town-police", "Town Police"), None]
    assert [in_role(role, after) for role in roles] == [
        Body("county-police", "County Police"),
        None,
    ]
    assert in_role("children_front_door", after) == after.children


@pytest.mark.parametrize("name", ["bodies.csv", "answering.csv", "serving.csv", "front_doors.csv"])
def test_a_missing_table_is_told(tmp_path: Path, name: str) -> None:
    sources = write_sources(tmp_path / "sources")
    (sources / name).unlink()
    with pytest.raises(MistakesFound, match="This file is missing"):
        compile_directory(SourceTree.of_folder(sources), tmp_path / "out.sqlite", councils_only)


def test_published_hours_of_a_door_are_kept(tmp_path: Path) -> None:
    hours = "mon-thu 08:45-17:20; fri 08:45-16:20"
    out = compiled(tmp_path, "front_doors.csv", DOOR, DOOR.replace("in_use,,", f"in_use,{hours},"))
    with closing(open_directory(out)) as directory:
        (door,) = directory.bodies().doors.values()
    (line,) = door.lines
    (statement,) = line.hours.statements
    assert [len(day) for day in statement.week] == [1, 1, 1, 1, 1, 0, 0]
    assert (statement.week[4][0].opens, statement.week[4][0].closes) == (525, 980)


def test_a_file_made_before_bodies_were_written_down_still_opens(tmp_path: Path) -> None:
    out = compiled(tmp_path, "front_doors.csv", DOOR, DOOR)
    with closing(sqlite3.connect(out)) as connection:
        for table in ("front_door_span", "front_door", "answering", "body", "role_never_rung"):
            connection.execute(f"DROP TABLE {table}")
        connection.commit()
        from desktop_app.store.directory.body_rows import read_bodies
        from desktop_app.store.directory.reference_rows import read_terms

        assert not read_bodies(connection).held
        assert all(role.test_calls for role in read_terms(connection, "role"))
    with opened(out) as held:
        assert "answering" not in row_counts(held)
        from desktop_app.updates.verify.sanity import _names_no_district

        _names_no_district(held)


def test_an_update_that_names_a_district_is_refused(tmp_path: Path) -> None:
    out = compiled(tmp_path, "front_doors.csv", DOOR, DOOR)
    with closing(sqlite3.connect(out)) as connection:
        connection.execute("UPDATE answering SET tier = 'district' WHERE council = 'E07000096'")
        connection.commit()
    from desktop_app.updates.verify.sanity import _names_no_district

    with opened(out) as held, pytest.raises(Refused):
        _names_no_district(held)


def test_bodies_without_their_names_are_told_and_nothing_breaks(tmp_path: Path) -> None:
    folder = write_sources(tmp_path / "sources")
    (folder / "bodies.csv").write_text("id\nE10000015\n", encoding="utf-8")
    with pytest.raises(MistakesFound, match="The columns are id, name"):
        compile_directory(SourceTree.of_folder(folder), tmp_path / "out.sqlite", councils_only)


def test_no_district_runs_social_services_in_real_sources() -> None:
    sources = real_sources()
    texts = {name: sources.bytes(name) for name in sources.names()}
    row = b"E06000001,unitary,,E06000001,E06000001"
    assert row in texts["answering.csv"]
    wrong = row.replace(b"E06000001,E06000001", b"E07000096,E07000096")
    texts["answering.csv"] = texts["answering.csv"].replace(row, wrong)
    texts["bodies.csv"] += b"E07000096,Dacorum Borough Council\n"
    with pytest.raises(MistakesFound, match="no district runs social services"):
        read_release_contents(SourceTree.of_bytes(texts))
