"""A thousand random operations, taken back after a restart, leave the bytes there were before."""

import random
from datetime import date

import pytest

from desktop_app.workshop.editing import Act, FactEvent, redo, undo, write_act
from desktop_app.workshop.history import (
    TEXT,
    read_value,
    redoable,
    splice,
    undoable,
    written_value,
)
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import GONE
from tests.sweeps import size
from tests.working_files import NOW, SAID


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("abc", "abc"), ("abc", "abXc"), ("abc", "ac"), ("", "a"), ("a", ""), ("aa", "aaa"),
        ("abab", "ab"), (None, "a"), ("a", None), (None, ""), ("é☎x", "é☎☎x"),
    ],
)  # fmt: skip
def test_a_splice_and_its_reverse_go_there_and_back(old: str | None, new: str | None) -> None:
    piece = splice("f", old, new)
    assert piece.applied(old) == new
    assert piece.reversed.applied(new) == old


def test_a_splice_is_not_put_into_another_text() -> None:
    with pytest.raises(ValueError, match="not as this change left it"):
        splice("f", "one", "two").applied("three")


@pytest.mark.parametrize(
    "value", [None, True, 7, "a", "", date(2026, 12, 1), ["a", {"b": date(2026, 1, 1)}], {}, GONE]
)
def test_a_value_comes_back_from_the_history_as_it_was(value: object) -> None:
    assert read_value(written_value(value)) == value


def test_a_thousand_random_operations_are_undone_after_a_restart(work: WorkFile) -> None:
    before, chance, steps = work.texts, random.Random(14), size(150, 1_000)
    names = [*before, "national/new-1.md", "national/new-2.md"]
    for _ in range(steps):
        what = chance.random()
        if what < 0.15 and undoable(work):
            undo(work, by="A", at=NOW)
        elif what < 0.25 and redoable(work):
            redo(work, by="A", at=NOW)
        else:
            _write_anything(work, chance, names)
    work.close()
    with WorkFile.open(work.path) as again:
        done = undoable(again)
        assert len(done) > steps / 3
        after = again.texts
        for _ in done:
            undo(again, by="A", at=NOW)
        assert again.texts == before
        for _ in done:
            redo(again, by="A", at=NOW)
        assert again.texts == after


def _write_anything(work: WorkFile, chance: random.Random, names: list[str]) -> None:
    """One act on one to three files: pieces put in, cut out, files made and taken away."""
    texts = work.texts
    pieces = []
    for name in chance.sample(names, chance.randint(1, 3)):
        old = texts.get(name)
        new = _another(old, chance)
        if new != old:
            pieces.append(splice(name, old, new))
    if not pieces:
        return
    facts = [FactEvent(file=p.file, place=TEXT, before=p.cut, after=p.put) for p in pieces]
    with work.changing() as change:
        write_act(change, Act(said=SAID, facts=facts, splices=pieces))


def _another(old: str | None, chance: random.Random) -> str | None:
    if old is None or chance.random() < 0.05:
        return None if old is not None else "new\n"
    start = chance.randint(0, len(old))
    end = min(len(old), start + chance.choice([0, 0, 1, 7, 200]))
    return old[:start] + chance.choice(["", "x", "é\n", "number: 1\r\n"]) + old[end:]
