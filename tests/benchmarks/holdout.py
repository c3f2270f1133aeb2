"""If a brand-new postcode is typed, how often is the answer right? Hold-out figures.

Takes postcodes out of the list at random (1 in 100 over the country, 1 in 20 in the four
councils), compiles the rest, and asks for those taken out: `python -m tests.benchmarks holdout`.
Ends with 1 when sectors that lie in one council are right less than 99.9 % of the time, or when a
mixed sector was ever answered with one council.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.authoring.places.postcodes import package_rows, write_postcodes
from desktop_app.domain.places.councils import WhereAnswer
from desktop_app.store.places.lookup import WhereIndex
from tests.area import COUNCILS
from tests.benchmarks.figures import Figure
from tests.where_directory import empty_directory, real_sources

SEED = 7
LEAST_RIGHT = 99.9
OURS = frozenset(council.code for council in COUNCILS)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldOut:
    """What became of the postcodes that were taken out."""

    held: int
    one_council: int
    right: int
    mixed: int
    mixed_majority_right: int
    mixed_answered_with_one: int
    nothing_known: int

    @property
    def percent_right(self) -> float:
        """Of the answers that named one council, how many named the right one."""
        return 100 * self.right / max(1, self.one_council)

    @property
    def holds(self) -> bool:
        """Whether both promises are kept."""
        return self.percent_right >= LEAST_RIGHT and not self.mixed_answered_with_one

    def __str__(self) -> str:
        majority = 100 * self.mixed_majority_right / max(1, self.mixed)
        return (
            f"held out {self.held:,}: sector in one council {self.one_council:,}, right"
            f" {self.percent_right:.3f} %; mixed sector {self.mixed:,}, answered with one council"
            f" {self.mixed_answered_with_one} (the majority would be right {majority:.1f} %);"
            f" sector not known {self.nothing_known:,}"
        )


def run() -> list[Figure]:
    """Measure both samples: the whole country, and the four councils."""
    whole = hold_out(lambda _code: True, 100)
    ours = hold_out(lambda code: code in OURS, 20)
    print(f"the whole country: {whole}\nthe four councils: {ours}", file=sys.stderr)
    named = (("the whole country", whole), ("the four councils", ours))
    return [figure for name, found in named for figure in figures(name, found)]


def figures(name: str, found: HoldOut) -> list[Figure]:
    """The two promises: one-council sectors are right, mixed ones never answered with one."""
    narrowed = f"hold-out, {name}: mixed sectors answered with one council"
    return [
        Figure(f"hold-out, {name}: right", found.percent_right, "%", LEAST_RIGHT, at_least=True),
        Figure(narrowed, found.mixed_answered_with_one, "", 0),
    ]


def hold_out(chosen: Callable[[str], bool], one_in: int) -> HoldOut:
    """Compile without a sample of the chosen councils' postcodes, then ask for the sample.

    What is known of a postcode comes from its own area ("MK"): areas without a sample stay out.
    """
    rows = list(package_rows())
    pool = [(text, code) for text, code in rows if code is not None and chosen(code)]
    held = dict(random.Random(SEED).sample(pool, len(pool) // one_in))
    connection, areas = empty_directory(), {area_of(text) for text in held}
    near = (row for row in rows if area_of(row[0]) in areas and row[0] not in held)
    write_postcodes(connection, real_sources(), near)
    index = WhereIndex(connection)
    found: Counter[str] = Counter()
    for text, code in held.items():
        found.update(judged(index.answer(text), code))
    connection.close()
    return HoldOut(
        held=len(held),
        one_council=found["one"],
        right=found["right"],
        mixed=found["mixed"],
        mixed_majority_right=found["majority"],
        mixed_answered_with_one=found["narrowed"],
        nothing_known=found["none"],
    )


def area_of(postcode: str) -> str:
    """The one or two letters a postcode begins with."""
    return postcode[:2] if postcode[1].isalpha() else postcode[:1]


def judged(answer: WhereAnswer, code: str) -> list[str]:
    """What kind of answer it was, and whether it was right."""
    codes = [count.council.code for count in answer.councils]
    if "and none is known in" in answer.text or not codes:
        return ["none"]
    if len(codes) > 1:
        marks = ["mixed"] + (["majority"] if codes[0] == code else [])
        return [*marks, "narrowed"] if len(answer.whereabouts.councils) == 1 else marks
    return ["one", "right"] if codes[0] == code else ["one"]
