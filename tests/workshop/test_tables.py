"""Every row carries a figure that no other row has."""

from desktop_app.workshop.tables import KEYS, TABLES, figure, with_figure


def test_one_other_character_is_another_figure() -> None:
    assert figure(["a", 1, None]) != figure(["a", 1, ""])
    assert figure(["ab", "c"]) != figure(["a", "bc"])
    assert figure([b"\x01"]) != figure([b"\x02"])


def test_the_row_before_counts() -> None:
    row = dict.fromkeys(TABLES["ring"])
    assert with_figure("ring", row, "a") != with_figure("ring", row, "b")


def test_every_table_has_a_key() -> None:
    assert set(KEYS) == set(TABLES)
