"""A release may not lose a council that desks sit in, unless it says why."""

import sqlite3

import pytest

from desktop_app.updates.errors import Refused
from tests.updates.lab import Lab


def without_luton(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM council WHERE slug = 'luton'")


def test_a_council_that_is_gone_is_refused_by_name(lab: Lab) -> None:
    lab.release(2, made={"mutate": without_luton})
    with pytest.raises(Refused, match="Luton is no longer in its area"):
        lab.take(lab.file())
    assert lab.number() == 1


def test_a_council_that_is_gone_on_purpose_is_taken(lab: Lab) -> None:
    why = {"shrink_explained": "Luton is looked after by another directory from today."}
    lab.release(2, made={"mutate": without_luton}, custom=why)
    assert lab.take(lab.file()).release == 2
