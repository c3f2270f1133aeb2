"""The steward's whole way in the terminal: keys, draft, two signatures, publishing."""

import shutil
import sqlite3
from datetime import date, timedelta

import pytest

from desktop_app.updates.publishing import draft, keys, signing, site
from desktop_app.updates.publishing.errors import NotPublished
from desktop_app.updates.publishing.workspace import Workspace
from desktop_app.updates.releases.choose import directory_in_use
from desktop_app.updates.releases.in_use import release_in
from tests.area import AREA
from tests.updates.desk_work import PASSPHRASE, Terminal, compiled, key, laptop, release
from tests.updates.lab import NOW
from tests.updates.taking import take_from

FOUND_BY = (
    "  Helper 12: found by digits “01632960999 office”, digits was “01632960012”, is “01632960999”"
)


def test_from_keys_to_a_laptop(terminal: Terminal, desk: Workspace) -> None:
    out = release(terminal, desk, 1)
    place = laptop(out)
    release(terminal, desk, 2, numbers={"helper-12": "01632 960999"})
    result = take_from(out / f"who-to-call-{AREA.id}-000002.wtcrelease", place, NOW)
    assert result.sentence.startswith("Release 2 is in use now. 1 number changed.")
    assert not take_from(out, place, NOW).news
    assert directory_in_use(place.user_folder, place.bundled).release == 2


def test_what_installers_carry_is_written_into_the_checkout(
    terminal: Terminal, desk: Workspace
) -> None:
    out, trust = release(terminal, desk, 4), desk.folder.parent / "db/trust"
    status, said, told = terminal("release", "trust", "--desk", desk.folder, "--to", trust)
    assert (status, told) == (0, "")
    first, second = said.splitlines()
    assert first == f"The keys and the signed lists of release 4 lie in {trust}."
    assert second.endswith("is not that release: compile it from the sources that were signed.")
    handed_out = out / site.FOR_INSTALLERS / "trust"
    files = {path.name: path.read_bytes() for path in trust.iterdir()}
    assert files == {path.name: path.read_bytes() for path in handed_out.iterdir()}
    assert sorted(files) == ["root.json", "snapshot.json", "targets.json", "timestamp.json"]


def test_a_release_file_is_the_same_byte_for_byte(terminal: Terminal, desk: Workspace) -> None:
    out = release(terminal, desk, 1)
    first = (out / f"who-to-call-{AREA.id}-000001.wtcrelease").read_bytes()
    site.hand_out(desk, out)
    assert (out / f"who-to-call-{AREA.id}-000001.wtcrelease").read_bytes() == first


def test_what_is_handed_out_can_be_read_by_a_host(terminal: Terminal, desk: Workspace) -> None:
    out = release(terminal, desk, 1)
    (out / "plain").touch()
    usual = (out / "plain").stat().st_mode
    assert {path.stat().st_mode for path in out.rglob("*") if path.is_file()} == {usual}


def test_a_date_that_is_none_is_told(terminal: Terminal, desk: Workspace) -> None:
    at, by = ("--desk", desk.folder), ("--key", key(desk, "publishing"))
    status, _, told = terminal("release", "still-current", "out", *at, *by, "--until", "soon")
    assert (status, told.count("\n")) == (2, 1)
    assert "write the date as 2027-06-01" in told


def test_the_checker_reads_what_changes_before_signing(terminal: Terminal, desk: Workspace) -> None:
    release(terminal, desk, 1)
    built = compiled(desk, 2, numbers={"helper-12": "01632 960999"})
    terminal("release", "build", "--desk", desk.folder, "--directory", built)
    _, said, _ = terminal("release", "sign", "--desk", desk.folder, "--key", key(desk, "targets-2"))
    assert "Held against the last release: 1 number changed." in said
    assert "Helper 12 (Desk): 01632 960012 → 01632 960999" in said
    assert "1 more needed, from: targets-1, targets-3." in said


def test_two_people_sign_two_copies_in_any_order(terminal: Terminal, desk: Workspace) -> None:
    terminal("release", "build", "--desk", desk.folder, "--directory", compiled(desk, 1))
    other = Workspace(desk.folder.parent / "other-desk")
    shutil.copytree(desk.folder, other.folder)
    terminal("release", "sign", "--desk", other.folder, "--key", key(other, "targets-2"))
    terminal("release", "sign", "--desk", desk.folder, "--key", key(desk, "targets-3"))
    _, said, _ = terminal("release", "sign", "--desk", desk.folder, "--merge", other.folder)
    assert "Signatures taken over: release." in said
    assert "has 2 signatures (targets-2, targets-3): enough." in said


def test_one_signature_is_not_enough(terminal: Terminal, desk: Workspace) -> None:
    terminal("release", "build", "--desk", desk.folder, "--directory", compiled(desk, 1))
    terminal("release", "sign", "--desk", desk.folder, "--key", key(desk, "targets-1"))
    publish = ("release", "publish", desk.folder.parent / "site", "--desk", desk.folder)
    status, _, told = terminal(*publish, "--key", key(desk, "publishing"))
    assert (status, told) == (
        2,
        "The release has 1 signature (targets-1); 1 more needed, from: targets-2, targets-3.\n",
    )
    assert not (desk.folder.parent / "site").exists()


def test_signing_twice_with_one_key_counts_once(terminal: Terminal, desk: Workspace) -> None:
    terminal("release", "build", "--desk", desk.folder, "--directory", compiled(desk, 1))
    for _ in range(2):
        terminal("release", "sign", "--desk", desk.folder, "--key", key(desk, "targets-1"))
    assert [found.missing for found in signing.waiting(desk)] == [1]


def mistaken(terminal: Terminal, desk: Workspace, what: str) -> str:
    """What the terminal says to one mistake."""
    at = ("--desk", desk.folder)
    out, by = desk.folder.parent / "site", ("--key", key(desk, "publishing"))
    steps: dict[str, tuple[object, ...]] = {
        "no desk": ("status", "--desk", desk.folder.parent),
        "nothing to sign": ("sign", *at, "--key", key(desk, "targets-1")),
        "nothing to publish": ("publish", out, *at, *by),
        "no trust yet": ("trust", *at, "--to", out),
        "nothing published": ("still-current", out, *at, *by, "--until", "2027-06-01"),
        "no such key": ("sign", *at, "--key", key(desk, "nobody")),
        "not a key": ("sign", *at, "--key", desk.keys / "root-1.public.json"),
        "not a directory": ("build", *at, "--directory", key(desk, "root-1")),
        "keys twice": ("init-keys", desk.folder),
        "unknown name": ("init-keys", desk.folder, "--one", "boss"),
        "unknown holder": ("rotate", "boss", *at, "--with", desk.keys / "root-1.public.json"),
        "key in use": ("rotate", "root-2", *at, "--with", desk.keys / "root-1.public.json"),
        "not a public half": ("rotate", "root-2", *at, "--with", key(desk, "root-1")),
        "too few public halves": ("init-keys", desk.folder.parent / "x", "--public", out),
    }
    status, _, told = terminal("release", *steps[what])
    assert status == 2
    assert told.count("\n") == 1
    return told


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("no desk", "is not a desk yet. Begin with: who-to-call release init-keys"),
        ("nothing to sign", "Nothing waits for a signature."),
        ("nothing to publish", "Nothing to publish."),
        ("no trust yet", "Nothing was published yet."),
        ("nothing published", "Nothing was published yet."),
        ("no such key", "cannot be read: No such file or directory."),
        ("not a key", "did not open: wrong passphrase, or not a key."),
        ("not a directory", "cannot be published"),
        ("keys twice", "keys are never replaced."),
        ("unknown name", "No key is called “boss”."),
        ("unknown holder", "No key is called “boss”. Keys in use: publishing, root-1"),
        ("key in use", "is in use already."),
        ("not a public half", "is not the public half of a key."),
        ("too few public halves", "These keys are missing: root-1, root-2"),
    ],
)
def test_a_mistake_is_told_in_one_line(
    terminal: Terminal, desk: Workspace, what: str, words: str
) -> None:
    assert words in mistaken(terminal, desk, what)


def test_the_same_number_is_never_published_twice(terminal: Terminal, desk: Workspace) -> None:
    release(terminal, desk, 3)
    with pytest.raises(NotPublished, match="Release 3 is published already"):
        draft.build(desk, compiled(desk, 3), NOW)


def test_each_area_is_published_from_a_folder_of_its_own(
    terminal: Terminal, desk: Workspace
) -> None:
    out = release(terminal, desk, 1)
    assert (out / f"who-to-call-{AREA.id}-000001.wtcrelease").is_file()

    def elsewhere(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE area SET id = 'vale-and-fen', name = 'Vale and Fen'")

    built = compiled(desk, 2, mutate=elsewhere)
    status, _, told = terminal("release", "build", "--desk", desk.folder, "--directory", built)
    assert status != 0
    assert AREA.name in told
    assert "this directory is for Vale and Fen" in told


def test_a_release_that_shrinks_must_say_why(terminal: Terminal, desk: Workspace) -> None:
    out = release(terminal, desk, 1, services=60)
    place = laptop(out)
    smaller = compiled(desk, 2, services=30)
    with pytest.raises(NotPublished, match="nobody says why"):
        draft.build(desk, smaller, NOW)
    draft.build(desk, smaller, NOW, draft.Explained("Two districts have a directory of their own"))
    for name in ("targets-1", "targets-2"):
        signing.sign(desk, keys.unlock(key(desk, name), PASSPHRASE))
    site.publish(desk, out, keys.unlock(key(desk, "publishing"), PASSPHRASE), NOW)
    assert take_from(out, place, NOW).release == 2


def test_a_directory_swapped_after_the_draft_is_not_signed(
    terminal: Terminal, desk: Workspace
) -> None:
    draft.build(desk, compiled(desk, 1), NOW)
    shutil.copy(compiled(desk, 2), desk.draft_directory)
    with pytest.raises(NotPublished, match="is not the one this release lists"):
        signing.sign(desk, keys.unlock(key(desk, "targets-1"), PASSPHRASE))


def test_signatures_from_another_draft_are_not_taken_over(
    terminal: Terminal, desk: Workspace
) -> None:
    other = Workspace(desk.folder.parent / "other")
    shutil.copytree(desk.folder, other.folder)
    draft.build(desk, compiled(desk, 1), NOW)
    draft.build(other, compiled(desk, 2), NOW)
    with pytest.raises(NotPublished, match="is not the same as the one here"):
        signing.merge(desk, other)


def test_still_current_is_shown_and_moves_the_strict_date(
    terminal: Terminal, desk: Workspace
) -> None:
    out = release(terminal, desk, 1)
    place = laptop(out)
    at, by = ("--desk", desk.folder), ("--key", key(desk, "publishing"))
    status, said, _ = terminal("release", "still-current", out, *at, *by, "--until", "2027-09-01")
    assert status == 0
    assert "current until 2027-09-01" in said
    result = take_from(out, place, NOW)
    assert result.confirmed_on == date(2026, 12, 1)
    assert "Next one by 1 September 2027." in result.sentence


def test_a_change_of_keys_keeps_the_word_that_a_release_is_current(
    terminal: Terminal, desk: Workspace
) -> None:
    out = release(terminal, desk, 1)
    place = laptop(out)
    at, by = ("--desk", desk.folder), ("--key", key(desk, "publishing"))
    terminal("release", "still-current", out, *at, *by, "--until", "2027-09-01")
    terminal("release", "init-keys", desk.folder / "new", "--one", "targets-4")
    new = desk.folder / "new/targets-4"
    terminal("release", "rotate", "targets-2", "--with", new.with_suffix(".public.json"), *at)
    for each in (key(desk, "root-1"), key(desk, "root-2"), key(desk, "targets-1")):
        terminal("release", "sign", *at, "--key", each)
    terminal("release", "sign", *at, "--key", new.with_suffix(".p12"))
    assert terminal("release", "publish", out, *at, *by)[0] == 0
    result = take_from(out, place, NOW)
    assert result.confirmed_on == date(2026, 12, 1)
    assert "Next one by 1 September 2027." in result.sentence


def test_a_new_release_needs_no_such_word(terminal: Terminal, desk: Workspace) -> None:
    out = release(terminal, desk, 1)
    place = laptop(out)
    at, by = ("--desk", desk.folder), ("--key", key(desk, "publishing"))
    terminal("release", "still-current", out, *at, *by, "--until", "2027-09-01")
    release(terminal, desk, 2)
    result = take_from(out, place, NOW)
    assert result.confirmed_on is None
    assert "Next one by 1 March 2027." in result.sentence


def test_the_publishing_key_alone_can_hand_out_nothing_new(
    terminal: Terminal, desk: Workspace
) -> None:
    out = release(terminal, desk, 1)
    place = laptop(out)
    later = NOW + timedelta(days=1)
    site.publish(desk, out, keys.unlock(key(desk, "publishing"), PASSPHRASE), later)
    assert not take_from(out, place, later).news


def test_update_in_the_terminal(
    terminal: Terminal, desk: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = release(terminal, desk, 1)
    place = laptop(out)
    monkeypatch.setattr("desktop_app.cli.update.this_place", lambda: place)
    monkeypatch.setattr("desktop_app.cli.update.try_out", lambda path, _sha256: release_in(path))
    release(terminal, desk, 2, numbers={"helper-12": "01632 960999"})
    status, said, _ = terminal("update", out)
    assert status == 0
    result = (
        "Release 2 is in use now. 1 number changed. "
        "Directory of 1 November 2026. Next one by 1 March 2027."
    )
    assert said.splitlines() == [
        result,
        "Numbers that changed:",
        "  Helper 12 (Desk): 01632 960012 → 01632 960999",
        "What the search finds:",
        FOUND_BY,
        "The release itself:",
        f"  digest: sum over all sources was “{1:064d}”, is “{2:064d}”",
        "  release: release was “1”, is “2”",
        *said.splitlines()[-1:],
    ]
    assert said.splitlines()[-1].startswith("  seal: seal of the file was “whole-file-crc32:")
    status, _, told = terminal("update", "http://directory.example")
    assert (status, told) == (2, "An address must begin with https://. Nothing was changed.\n")
    status, _, told = terminal("update", out.parent / "nowhere")
    assert status == 2
    assert told.startswith("Nothing was found there.")
