"""A council's front-door number becomes another council's on purpose, or not at all."""

from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.updates.errors import Refused, Why
from desktop_app.updates.publishing import draft
from desktop_app.updates.publishing.draft import manifest_for
from desktop_app.updates.publishing.workspace import Workspace
from desktop_app.updates.verify.sanity import check_sane
from tests.updates.desk_work import Terminal, compiled, key, laptop, release
from tests.updates.lab import NOW
from tests.updates.poisoned import script
from tests.updates.small_directory import Made, make_directory
from tests.updates.taking import take_from

LUTON, BEDFORD = "E06000032", "E06000055"
CHILD_OF = "(SELECT number FROM service WHERE id = '{}-children_front_door')"
LUTON_S, BEDFORD_S = CHILD_OF.format("luton"), CHILD_OF.format("bedford")
TYPED = f"""
    UPDATE line SET (number, display) = (SELECT number, display FROM line WHERE service = {LUTON_S})
        WHERE service = {BEDFORD_S};
    UPDATE search_number SET digits = (SELECT digits FROM search_number WHERE service = {LUTON_S})
        WHERE service = {BEDFORD_S};
"""
AREAS = f"""
    UPDATE service_area SET council = '{BEDFORD}' WHERE service = {LUTON_S};
    UPDATE service_area SET council = '{LUTON}' WHERE service = {BEDFORD_S};
"""
WIDER = f"INSERT INTO service_area VALUES ({LUTON_S}, '{BEDFORD}');"
EVERYWHERE = f"UPDATE service SET national = 1 WHERE number = {LUTON_S};"
WHY = "One hub answers for both from January"


def judged(folder: Path, now: str, was: str = "") -> str:
    """What the desk of an ordinary account says to a signed release; nothing when it is taken."""
    before = make_directory(folder / "before.sqlite", Made(mutate=script(was)))
    after = make_directory(folder / "after.sqlite", Made(release=2, mutate=script(now)))
    try:
        check_sane(after, manifest_for(after), before)
    except Refused as refused:
        return refused.detail if refused.why is Why.WRONG_DATA else str(refused.why)
    return ""


@pytest.mark.parametrize("now", [TYPED, AREAS, WIDER, EVERYWHERE])
def test_a_number_of_one_front_door_at_another_is_refused(tmp_path: Path, now: str) -> None:
    said = judged(tmp_path, now)
    assert "was at the front door of Luton and is given for" in said
    assert said.endswith("and the release does not say that this is meant")


def test_another_part_at_the_other_council_is_no_way_round(tmp_path: Path) -> None:
    added = f"""
        UPDATE service_area SET council = '{BEDFORD}' WHERE service = {LUTON_S};
        UPDATE service_role SET role = 'victim_support' WHERE service = {LUTON_S};
        UPDATE service_area SET council = '{LUTON}' WHERE service =
            (SELECT number FROM service WHERE id = 'helper-12');
        UPDATE service_role SET role = 'children_front_door' WHERE service =
            (SELECT number FROM service WHERE id = 'helper-12');
    """
    assert "was at the front door of Luton and is given for Bedford" in judged(tmp_path, added)


def test_a_number_given_for_a_council_elsewhere_is_refused(tmp_path: Path) -> None:
    elsewhere = f"""
        INSERT INTO body VALUES ('E10000001', 'Somewhere County Council');
        INSERT INTO front_door SELECT 1, 'E10000001', 'children_front_door', 0, 'office_hours',
            number, display, 'in_use', 0, 'leaflet', '', '' FROM line WHERE service = {LUTON_S};
    """
    said = judged(tmp_path, elsewhere)
    assert "was at the front door of Luton and is given for Somewhere County Council" in said


def test_a_number_that_both_had_before_is_no_move(tmp_path: Path) -> None:
    assert judged(tmp_path, WIDER, was=WIDER) == ""


def test_what_is_shown_is_what_is_dialled_and_what_is_found(tmp_path: Path) -> None:
    shown = f"UPDATE line SET display = '01632 960999' WHERE service = {LUTON_S}"
    assert "it shows 01632 960999 and dials" in judged(tmp_path, shown)
    found = f"UPDATE search_number SET digits = '01632960999' WHERE service = {LUTON_S}"
    assert "a search for 01632960999 finds" in judged(tmp_path, found)


def test_an_answer_that_is_lost_is_refused(tmp_path: Path) -> None:
    pathway = """
        INSERT INTO pathway (concern, position, note) VALUES ('child', 0, '');
        INSERT INTO pathway_step VALUES ('child', 'local', 0, 'emergency', 'lead', '', 0);
        INSERT INTO pathway_step VALUES ('child', 'elsewhere', 0, 'emergency', 'lead', '', 0);
    """
    steps = "DELETE FROM pathway_step;"
    assert judged(tmp_path, pathway, was=pathway) == ""
    assert judged(tmp_path, "", was=pathway) == "nobody is left to ring about child"
    assert judged(tmp_path, pathway + steps, was=pathway) == "nobody is left to ring about child"


def test_build_refuses_until_somebody_says_why(terminal: Terminal, desk: Workspace) -> None:
    release(terminal, desk, 1)
    exchanged = compiled(desk, 2, mutate=script(AREAS))
    build = ("release", "build", "--desk", desk.folder, "--directory", exchanged)
    status, _, said = terminal(*build)
    assert status == 2
    assert "is given for Luton" in said
    assert "is given for Bedford Borough" in said
    assert "release build --front-door-moves" in said
    assert desk.draft_targets() is None
    status, said, _ = terminal(*build, "--front-door-moves", WHY)
    assert status == 0
    assert f"ON PURPOSE: {WHY}" in said


def test_saying_why_when_nothing_moves_gives_no_leave_for_later(
    terminal: Terminal, desk: Workspace
) -> None:
    release(terminal, desk, 1)
    build = ("release", "build", "--desk", desk.folder, "--directory", compiled(desk, 2))
    status, _, said = terminal(*build, "--front-door-moves", WHY)
    assert (status, said) == (2, f"{draft.NOTHING_MOVES}\n")


def test_both_signers_read_it_and_the_desk_takes_it(terminal: Terminal, desk: Workspace) -> None:
    place = laptop(release(terminal, desk, 1))
    at = ("--desk", desk.folder)
    built = ("--directory", compiled(desk, 2, mutate=script(WIDER)))
    assert terminal("release", "build", *at, *built, "--front-door-moves", WHY)[0] == 0
    for signer in ("targets-1", "targets-3"):
        _, said, _ = terminal("release", "sign", *at, "--key", key(desk, signer))
        assert "Front-door numbers that become another council’s:" in said
        assert f"Front-door numbers move ON PURPOSE: {WHY}" in said
        assert said.index("become another") < said.index("Held against the last release")
    out = desk.folder.parent / "site"
    assert terminal("release", "publish", out, *at, "--key", key(desk, "publishing"))[0] == 0
    result = take_from(out, place, NOW)
    assert result.news
    assert "1 number of a council’s front door becomes another council’s" in result.sentence
    assert f"It moved on purpose: {WHY}." in result.sentence


def test_a_desk_that_missed_a_release_still_hears_that_it_was_meant(
    terminal: Terminal, desk: Workspace
) -> None:
    out = release(terminal, desk, 1)
    place = laptop(out)
    for number, why in ((2, ("--front-door-moves", WHY)), (3, ())):
        at = ("--desk", desk.folder)
        built = ("--directory", compiled(desk, number, mutate=script(WIDER)))
        assert terminal("release", "build", *at, *built, *why)[0] == 0
        for signer in ("targets-1", "targets-3"):
            terminal("release", "sign", *at, "--key", key(desk, signer))
        assert terminal("release", "publish", out, *at, "--key", key(desk, "publishing"))[0] == 0
    assert take_from(out, place, NOW).release == 3


def test_leave_ends_when_the_number_is_given_back(terminal: Terminal, desk: Workspace) -> None:
    release(terminal, desk, 1)
    at = ("--desk", desk.folder)
    for number, mutate, why in ((2, WIDER, ("--front-door-moves", WHY)), (3, "", ())):
        built = ("--directory", compiled(desk, number, mutate=script(mutate)))
        assert terminal("release", "build", *at, *built, *why)[0] == 0
        for signer in ("targets-1", "targets-3"):
            terminal("release", "sign", *at, "--key", key(desk, signer))
        out = desk.folder.parent / "site"
        terminal("release", "publish", out, *at, "--key", key(desk, "publishing"))
    again = ("--directory", compiled(desk, 4, mutate=script(WIDER)))
    assert terminal("release", "build", *at, *again)[0] == 2


def test_the_whole_list_lies_beside_the_draft(terminal: Terminal, desk: Workspace) -> None:
    release(terminal, desk, 1)
    built = compiled(desk, 2, numbers={"helper-12": "01632 960999"})
    _, said, _ = terminal("release", "build", "--desk", desk.folder, "--directory", built)
    with closing((desk.draft / "changes.txt").open(encoding="utf-8")) as file:
        text = file.read()
    assert "Helper 12 (Desk): 01632 960012 → 01632 960999" in text
    assert str(desk.draft / "changes.txt") in said
