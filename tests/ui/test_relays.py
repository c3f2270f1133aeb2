"""Signals that are only handed on: every one is a line that says nothing, in three places."""

import ast
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
FEWER_THAN = 8


class Relay(NamedTuple):
    """A signal of ours that nothing sends: it only repeats another signal of ours."""

    where: str
    name: str


def declared(tree: ast.AST) -> set[str]:
    """The names of the signals that the classes of a module declare."""
    return {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func) == "Signal"
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def methods(tree: ast.AST, name: str) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == name
    ]


def last_name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else ""


def sender(call: ast.Call) -> str:
    """Which signal is sent or connected."""
    return last_name(call.func.value) if isinstance(call.func, ast.Attribute) else ""


def relays(sources: dict[str, str]) -> list[Relay]:
    trees = {where: ast.parse(text) for where, text in sources.items()}
    ours = set[str]().union(*map(declared, trees.values()))
    found = []
    for where, tree in trees.items():
        sent = {sender(call) for call in methods(tree, "emit")}
        repeated = {
            last_name(call.args[0])
            for call in methods(tree, "connect")
            if call.args and sender(call) in ours
        }
        found += [Relay(where, name) for name in sorted(declared(tree) & repeated - sent)]
    return found


def house() -> dict[str, str]:
    return {
        str(source.relative_to(ROOT)): source.read_text("utf-8")
        for source in sorted((ROOT / "desktop_app").rglob("*.py"))
    }


@pytest.mark.slow
def test_fewer_than_eight_signals_are_only_handed_on() -> None:
    found = relays(house())
    assert len(found) < FEWER_THAN, found


def test_a_relay_is_seen_and_an_origin_is_not() -> None:
    inner = "class Inner:\n    chosen = Signal(str)\n    def press(self): self.chosen.emit('x')\n"
    outer = (
        "class Outer:\n    picked = Signal(str)\n    pressed_once = Signal()\n"
        "    def __init__(self, inner, button):\n"
        "        inner.chosen.connect(self.picked)\n"
        "        button.clicked.connect(self.pressed_once)\n"
    )
    assert relays({"inner.py": inner, "outer.py": outer}) == [Relay("outer.py", "picked")]
