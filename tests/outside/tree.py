"""What a screen reader is told, thing by thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Node:
    """One thing of the accessibility tree."""

    role: str
    name: str
    described: str
    text: str
    focused: bool
    focusable: bool
    showing: bool
    enabled: bool
    below: tuple[Node, ...]

    def walk(self) -> Iterator[Node]:
        """The thing itself and everything below it."""
        yield self
        for each in self.below:
            yield from each.walk()


def node_of(read: dict[str, object]) -> Node:
    below = read.pop("below")
    assert isinstance(below, list)
    return Node(**read, below=tuple(node_of(each) for each in below))  # type: ignore[arg-type]
