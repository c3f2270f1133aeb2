"""A policy file is read, or what is wrong with it is told; the window opens either way."""

from pathlib import Path

import pytest

from desktop_app.domain.practice.policy import Policy
from desktop_app.store.user.settings import FILES, VARIABLE, read_file, read_policy


def test_a_named_file_is_the_policy(tmp_path: Path) -> None:
    path = tmp_path / "policy.json"
    path.write_text('{"HomeCouncil": "luton", "Tray": 1}')
    assert read_policy({VARIABLE: str(path)}) == Policy(home="luton", tray=True)


def test_no_file_is_no_policy(tmp_path: Path) -> None:
    assert read_file(tmp_path / "none.json") == Policy()


@pytest.mark.parametrize("text", ["", "{", "[1]", '"x"', "\x00", "[" * 60_000])
def test_a_bad_file_is_told_and_sets_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "policy.json"
    path.write_text(text)
    policy = read_file(path)
    assert len(policy.troubles) == 1
    assert str(path) in policy.troubles[0]


def test_only_an_administrator_may_write_where_the_policy_lies() -> None:
    for path in FILES.values():
        assert path.as_posix().startswith(("/etc/", "/Library/"))
