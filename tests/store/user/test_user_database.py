"""The practice's card and its reports: kept whole, read back, never lost to a bad file."""

import os
import sqlite3
from pathlib import Path

import pytest

from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.practice.card import (
    DEPUTY,
    LEAD,
    ROLES,
    Contact,
    PracticeCard,
    PracticeError,
)
from desktop_app.domain.practice.failed_number import ShownNumber, WhatHappened, report_of
from desktop_app.store.user.failed_numbers import MOST, FailedNumberStore
from desktop_app.store.user.migrations import bring_up_to_date, layout
from desktop_app.store.user.practice import PracticeStore
from desktop_app.store.user.practice_file import CardFileError, export_card, read_card
from desktop_app.store.user.user_database import FILE_NAME, UserDatabase
from tests.area import COUNCILS, LUTON
from tests.ui.town import at

CARD = PracticeCard(
    "Elm Road Surgery",
    (Contact(LEAD, "Dr Amara Okafor", "214"), Contact(DEPUTY, "Sioned O’Neill", "01632 960123")),
)
DOOR = ShownNumber("01632 960001", "Integrated Front Door")
FAILED = report_of(DOOR, at("2026-11-20 16:35"), WhatHappened.ENGAGED, 1)


def test_nothing_is_made_by_reading(tmp_path: Path) -> None:
    assert PracticeStore(tmp_path).read() == PracticeCard()
    assert FailedNumberStore(tmp_path).read() == ()
    assert list(tmp_path.iterdir()) == []


def test_a_card_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    assert PracticeStore(tmp_path / "new").write(CARD) == ""
    assert PracticeStore(tmp_path / "new").read() == CARD


def test_a_card_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    store = PracticeStore(tmp_path)
    store.write(CARD)
    store.write(PracticeCard("Elm Road Surgery", CARD.leads[:1]))
    assert [each.name for each in store.read().leads] == ["Dr Amara Okafor"]


def test_stray_spaces_and_empty_rows_go(tmp_path: Path) -> None:
    store = PracticeStore(tmp_path)
    store.write(PracticeCard("  Elm   Road ", (Contact(LEAD, " "), Contact(LEAD, " A  B ", " 2 "))))
    assert store.read() == PracticeCard("Elm Road", (Contact(LEAD, "A B", "2"),))


def test_an_extension_without_a_name_is_asked_about_and_nothing_is_lost(tmp_path: Path) -> None:
    store = PracticeStore(tmp_path)
    store.write(CARD)
    with pytest.raises(PracticeError, match="Whose extension is 214"):
        store.write(PracticeCard("", (Contact(LEAD, "", "214"),)))
    assert store.read() == CARD


def test_without_a_folder_the_card_is_not_kept_and_that_is_said() -> None:
    assert "cannot be kept" in PracticeStore(None).write(CARD)
    assert PracticeStore(None).read() == PracticeCard()


def test_a_damaged_file_is_told_and_left_where_it_is(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database, but somebody's file" * 40)
    store = PracticeStore(tmp_path)
    assert store.read() == PracticeCard()
    assert "cannot be read" in store.trouble
    assert "cannot be read" in store.write(CARD)
    assert (tmp_path / FILE_NAME).read_bytes().startswith(b"not a database")


def test_a_file_of_the_first_version_keeps_its_card_and_learns_of_reports(tmp_path: Path) -> None:
    from sqlite_utils import Database

    database = Database(tmp_path / FILE_NAME)
    layout.apply(database, stop_before="2-failed-numbers")
    database.table("practice").insert({"id": 1, "name": "Elm Road Surgery"})
    database.close()
    assert FailedNumberStore(tmp_path).add(FAILED) == ""
    assert PracticeStore(tmp_path).read().name == "Elm Road Surgery"


def test_a_file_of_a_newer_version_is_still_read(tmp_path: Path) -> None:
    PracticeStore(tmp_path).write(CARD)
    with sqlite3.connect(tmp_path / FILE_NAME) as newer:
        newer.execute("ALTER TABLE contact ADD COLUMN pager TEXT")
        newer.execute("CREATE TABLE poster (id INTEGER)")
    newer.close()
    assert PracticeStore(tmp_path).read() == CARD
    assert PracticeStore(tmp_path).write(CARD) == ""


def test_the_file_holds_no_date_of_its_first_use(tmp_path: Path) -> None:
    PracticeStore(tmp_path).write(CARD)
    applied = UserDatabase(tmp_path).rows("SELECT applied_at FROM _sqlite_migrations")
    assert {row["applied_at"] for row in applied} == {""}


def test_bringing_up_to_date_twice_changes_nothing(tmp_path: Path) -> None:
    from sqlite_utils import Database

    database = Database(tmp_path / FILE_NAME)
    bring_up_to_date(database)
    first = database.schema
    bring_up_to_date(database)
    assert database.schema == first
    database.close()


def test_what_is_taken_out_leaves_no_remains_in_the_file(tmp_path: Path) -> None:
    store = PracticeStore(tmp_path)
    store.write(CARD)
    store.write(PracticeCard("Elm Road Surgery"))
    assert b"Okafor" not in (tmp_path / FILE_NAME).read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "cannot be kept" in PracticeStore(tmp_path).write(CARD)


def test_a_place_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "cannot be kept" in PracticeStore(tmp_path / "file").write(CARD)


# ---- carried to the other desks

HEAD = '{"format": "who-to-call practice card"'
NOBODYS = '{"name": "", "leads": [{"role": "Deputy", "name": "", "extension": "7"}]}'


def test_an_exported_card_is_the_same_at_the_next_desk(tmp_path: Path) -> None:
    path = tmp_path / "card.json"
    assert export_card(CARD, LUTON, path) == ""
    assert read_card(path, COUNCILS)[:2] == (CARD, LUTON)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is not a practice card"),
        ("[]", "is not a practice card"),
        ('{"format": "another"}', "is not a practice card"),
        (HEAD + ', "version": 2}', "newer version"),
        (HEAD + ', "version": 1}', "is not a practice card"),
        (HEAD + ', "version": 1, "practice": {"name": 4, "leads": []}}', "is not a practice card"),
        (HEAD + ', "version": 1, "practice": ' + NOBODYS + "}", "Whose extension is 7"),
        ("[" * 100_000, "is not a practice card"),
    ],
)
def test_a_file_that_is_no_card_is_refused_in_one_sentence(
    tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "card.json"
    path.write_text(text)
    with pytest.raises(CardFileError) as refused:
        read_card(path, COUNCILS)
    assert said in refused.value.sentence


def test_a_missing_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CardFileError, match=r"gone\.json"):
        read_card(tmp_path / "gone.json", COUNCILS)


def test_an_export_that_fails_leaves_the_file_before_it(tmp_path: Path) -> None:
    trouble = export_card(CARD, None, tmp_path / "no such folder" / "card.json")
    assert trouble.startswith("There is no folder")


# ---- reports


def test_a_report_comes_back_as_it_was_made(tmp_path: Path) -> None:
    store = FailedNumberStore(tmp_path)
    store.add(FAILED)
    ((_, kept),) = store.read()
    assert kept._replace(id="") == FAILED
    assert kept.moment.tzinfo is UK


def test_each_report_gets_an_id_of_its_own_that_stays(tmp_path: Path) -> None:
    store = FailedNumberStore(tmp_path, "K83002")
    store.add(FAILED)
    store.add(FAILED)
    ids = [each.id for _, each in store.read()]
    assert len(set(ids)) == 2
    store.export(tmp_path / "reports.csv")
    rows = (tmp_path / "reports.csv").read_text("utf-8-sig").splitlines()[1:]
    assert [row.split(",")[6] for row in rows] == ids[::-1]
    assert all(row.endswith(",K83002") for row in rows)


def test_reports_of_the_version_before_are_read_kept_and_exported(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE_NAME) as opened:
        opened.execute(
            "CREATE TABLE failed_number (id INTEGER PRIMARY KEY, number TEXT, service TEXT, "
            "moment TEXT, what TEXT, release INTEGER)"
        )
        opened.execute(
            "INSERT INTO failed_number VALUES (1, '101', 'Police', '2026-11-20T16:35:00+00:00', "
            "'engaged', 1)"
        )
    opened.close()
    ((_, old),) = FailedNumberStore(tmp_path).read()
    assert (old.number, old.id) == ("101", "")


def test_a_report_taken_out_is_gone(tmp_path: Path) -> None:
    store = FailedNumberStore(tmp_path)
    store.add(FAILED)
    store.add(FAILED)
    (latest, _), _ = store.read()
    assert store.remove(frozenset({latest})) == ""
    assert [each for each, _ in store.read()] == [latest - 1]


def test_the_oldest_reports_make_room(tmp_path: Path) -> None:
    store = FailedNumberStore(tmp_path)
    store.add(FAILED)
    with sqlite3.connect(tmp_path / FILE_NAME) as opened:
        for _ in range(MOST):
            opened.execute(
                "INSERT INTO failed_number (number, service, moment, what, release) "
                "SELECT number, service, moment, what, release FROM failed_number WHERE id = 1"
            )
    opened.close()
    store.add(FAILED)
    reports = store.read()
    assert len(reports) == MOST
    assert reports[0][0] == MOST + 2


def test_reports_are_exported_oldest_first_for_a_spreadsheet(tmp_path: Path) -> None:
    store = FailedNumberStore(tmp_path)
    store.add(FAILED)
    store.add(
        report_of(
            ShownNumber("101", "Police"), at("2026-11-21 02:00:59"), WhatHappened.NO_ANSWER, 1
        )
    )
    assert store.export(tmp_path / "reports.csv") == ""
    lines = (tmp_path / "reports.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("number,service,moment_uk,what_happened,in_words,release,id,")
    assert lines[1].startswith("01632 960001,Integrated Front Door,2026-11-20 16:35,engaged,")
    assert lines[2].startswith("101,Police,2026-11-21 02:00,no_answer,")


def test_a_report_of_an_unknown_kind_is_told_not_guessed(tmp_path: Path) -> None:
    store = FailedNumberStore(tmp_path)
    store.add(FAILED)
    with sqlite3.connect(tmp_path / FILE_NAME) as opened:
        opened.execute("UPDATE failed_number SET what = 'rude'")
    opened.close()
    assert store.read() == ()
    assert "cannot be read" in store.trouble


@pytest.mark.parametrize("part", ["Caldicott guardian", "Lead", "", "Safeguarding Lead for adults"])
def test_a_part_the_program_does_not_know_is_told_and_made_nobody_a_lead(
    tmp_path: Path, part: str
) -> None:
    path = tmp_path / "card.json"
    export_card(PracticeCard("Mill Surgery", (Contact(part, "Jo Smith", "214"),)), LUTON, path)
    read = read_card(path, COUNCILS)
    assert read.card.leads == (Contact(DEPUTY, "Jo Smith", "214"),)
    assert f"“{part}” is not a part this program knows: Jo Smith stands as deputy." in read.told


@pytest.mark.parametrize("part", ROLES)
def test_a_part_spelt_with_other_capitals_is_known(tmp_path: Path, part: str) -> None:
    path = tmp_path / "card.json"
    export_card(PracticeCard("Mill Surgery", (Contact(f" {part.upper()}", "Jo"),)), LUTON, path)
    assert read_card(path, COUNCILS) == (
        PracticeCard("Mill Surgery", (Contact(part, "Jo"),)),
        LUTON,
        "",
    )


def test_a_council_the_program_does_not_know_is_told(tmp_path: Path) -> None:
    path = tmp_path / "card.json"
    export_card(CARD, LUTON, path)
    path.write_text(path.read_text("utf-8").replace('"luton"', '"narnia"'), "utf-8")
    read = read_card(path, COUNCILS)
    assert read.home is None
    assert "“narnia”, is not one this program knows" in read.told
