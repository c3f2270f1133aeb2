"""Where files lie: in a checkout, a package, a system install, without a home."""

import os
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.store.user.settings import SettingsFile
from desktop_app.store.user.user_database import UserDatabase


@pytest.fixture
def no_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program as an installed package: its folder, with nothing of a checkout around it."""
    package = tmp_path / "site-packages" / "desktop_app"
    package.mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    monkeypatch.setattr(paths, "_CHECKOUT", package.parent)
    return package


def test_a_checkout_reads_what_it_compiled() -> None:
    assert paths.directory_file({}) == paths.compiled_here()
    assert paths.resources({}) == paths.national_sources().parents[1] / "resources"


def test_a_directory_can_be_named() -> None:
    named = {paths.DIRECTORY_VARIABLE: "/elsewhere/directory.sqlite"}
    assert paths.directory_file(named) == Path("/elsewhere/directory.sqlite")


def test_an_installed_package_carries_its_own(no_checkout: Path) -> None:
    bundle = no_checkout / "_bundle"
    (bundle / "resources").mkdir(parents=True)
    (bundle / "directory.sqlite").touch()
    assert paths.directory_file({}) == bundle / "directory.sqlite"
    assert paths.resources({}) == bundle / "resources"


def test_a_system_install_lies_beside_its_interpreter(
    no_checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = tmp_path / "usr" / "share" / "who-to-call"
    (share / "resources").mkdir(parents=True)
    (share / "directory.sqlite").touch()
    (tmp_path / "usr" / "bin").mkdir()
    monkeypatch.setattr("sys.executable", str(tmp_path / "usr" / "bin" / "python3"))
    assert no_checkout.is_dir()
    assert paths.directory_file({}) == share / "directory.sqlite"
    assert paths.resources({}) == share / "resources"


def test_an_installer_can_name_the_home(no_checkout: Path, tmp_path: Path) -> None:
    assert no_checkout.is_dir()
    named = {paths.HOME_VARIABLE: str(tmp_path)}
    (tmp_path / "directory.sqlite").touch()
    assert paths.directory_file(named) == tmp_path / "directory.sqlite"


def test_without_any_directory_the_place_it_should_be_is_given(no_checkout: Path) -> None:
    assert paths.directory_file({}) == no_checkout / "_bundle" / "directory.sqlite"


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({"XDG_DATA_HOME": "{home}/data"}, "linux", "{home}/data/who-to-call"),
        ({"HOME": "{home}"}, "linux", "{home}/.local/share/who-to-call"),
        ({"XDG_DATA_HOME": "data", "HOME": "{home}"}, "linux", "{home}/.local/share/who-to-call"),
        ({"HOME": "{home}"}, "darwin", "{home}/Library/Application Support/Who to Call"),
        ({}, "linux", None),
        ({"HOME": ""}, "linux", None),
        ({"HOME": "relative"}, "linux", None),
        ({"HOME": "/nowhere/at/all"}, "linux", None),
        ({}, "darwin", None),
        ({}, "win32", None),
        ({"LOCALAPPDATA": "relative"}, "win32", None),
    ],
)
def test_the_users_own_folder(
    tmp_path: Path, environ: dict[str, str], platform: str, expected: str | None
) -> None:
    told = {key: value.format(home=tmp_path) for key, value in environ.items()}
    wanted = None if expected is None else Path(expected.format(home=tmp_path))
    assert paths.user_data(told, platform) == wanted


def test_the_users_own_folder_on_windows() -> None:
    found = paths.user_data({"LOCALAPPDATA": r"C:\Users\a\AppData\Local"}, "win32")
    assert found == Path(r"C:\Users\a\AppData\Local") / "WhoToCall"


def test_asking_creates_nothing(tmp_path: Path) -> None:
    paths.user_data({"HOME": str(tmp_path)}, "linux")
    assert list(tmp_path.iterdir()) == []


def test_no_home_is_told_plainly() -> None:
    assert "cannot be kept" in paths.NO_USER_FOLDER


OWNED = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away"
)
SOMEBODY = 65_534


def data_of(folder: Path) -> Path | None:
    return paths.user_data({"XDG_DATA_HOME": str(folder)}, "linux")


@OWNED
def test_a_folder_of_somebody_else_is_nobody_s_to_keep_things_in(tmp_path: Path) -> None:
    folder = tmp_path / "who-to-call"
    assert data_of(tmp_path) == folder
    folder.mkdir()
    assert data_of(tmp_path) == folder
    os.chown(folder, SOMEBODY, SOMEBODY)
    assert data_of(tmp_path) is None
    with pytest.raises(PermissionError):
        paths.make_private(folder)


@OWNED
def test_a_link_to_a_folder_of_somebody_else_is_none_either(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    os.chown(theirs, SOMEBODY, SOMEBODY)
    (tmp_path / "who-to-call").symlink_to(theirs)
    assert data_of(tmp_path) is None


@pytest.mark.parametrize("mode", [0o700, 0o750, 0o755, 0o775, 0o777, 0o1777])
def test_the_account_s_folder_is_closed_to_others(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "who-to-call"
    folder.mkdir()
    folder.chmod(mode)
    assert paths.others_may_write(folder) is bool(mode & 0o022)
    paths.make_private(folder)
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_new_folder_is_made_for_this_account_alone(tmp_path: Path) -> None:
    paths.make_private(tmp_path / "share" / "who-to-call")
    assert (tmp_path / "share" / "who-to-call").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("keep", ["settings", "card"])
def test_whatever_is_kept_first_closes_the_folder(tmp_path: Path, keep: str) -> None:
    folder = tmp_path / "who-to-call"
    if keep == "settings":
        assert SettingsFile(folder).write({}) == ""
    else:
        with UserDatabase(folder).writing():
            pass
    assert folder.stat().st_mode & 0o777 == 0o700


def out_of_reach(folder: Path) -> bool:
    return paths.cannot_look_into({"XDG_DATA_HOME": str(folder)}, "linux")


def test_a_folder_that_is_there_or_never_was_is_within_reach(tmp_path: Path) -> None:
    assert not out_of_reach(tmp_path / "none")
    assert not out_of_reach(tmp_path)
    (tmp_path / "who-to-call").mkdir()
    assert not out_of_reach(tmp_path)
    assert not paths.cannot_look_into({}, "linux")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows keeps such things by its rights")
@pytest.mark.parametrize("what", ["file", "link to nowhere", "ring", "file above"])
def test_a_folder_that_cannot_be_looked_into_is_known_as_that(tmp_path: Path, what: str) -> None:
    folder = tmp_path / "who-to-call"
    if what == "file":
        folder.write_text("no folder")
    elif what == "link to nowhere":
        folder.symlink_to(tmp_path / "a share that is not there")
    elif what == "ring":
        folder.symlink_to(folder)
    else:
        tmp_path = tmp_path / "file"
        tmp_path.write_text("no folder")
    assert out_of_reach(tmp_path)


@OWNED
def test_a_folder_of_somebody_else_is_out_of_reach(tmp_path: Path) -> None:
    (tmp_path / "who-to-call").mkdir()
    os.chown(tmp_path / "who-to-call", SOMEBODY, SOMEBODY)
    assert out_of_reach(tmp_path)
