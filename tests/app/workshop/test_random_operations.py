"""Whatever a steward does in whatever order: it is taken back to the byte, and nothing verifies."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app.app.workshop.open_copy import OpenCopy
from desktop_app.ui.workshop.calls.ring_list import Came, CheckedFact, HeardCall
from desktop_app.ui.workshop.dates.dated_lines import DatedHours
from desktop_app.ui.workshop.lifecycle.service_lifecycle import NewService
from desktop_app.ui.workshop.working_copy import (
    Fact,
    FactEdit,
    FormHours,
    Kind,
    NewDocument,
    Value,
    Way,
    WorkshopError,
)
from desktop_app.workshop.lines import lines_in
from desktop_app.workshop.work_file import WorkFile
from tests.app.workshop.test_open_copy import nothing_in_use
from tests.sweeps import size
from tests.working_files import NOW, small_work_file

ODD = (
    "", " ", "x" * 10_000, "=SUM(A1:A9)", "a\tb\r\nc", 'say "no"', "- a: b", "# no", "\u202e12",
    "é🙂", "null", "yes", "2026-12-01", "0", "{}", "*star", "&and", "%", "a\x00b", "\ufeff01632",
)  # fmt: skip
DAY = date(2026, 12, 1)


class Steward:
    """Does one thing after another, by chance; what is refused is left."""

    def __init__(self, copy: OpenCopy, chance: random.Random) -> None:
        self.copy, self.chance = copy, chance
        self.taken = 0
        self.told: list[str] = []
        """What was said of things that could not be done."""

    def do(self, *, calls: bool) -> None:
        """One thing."""
        deeds = [self.edit, self.edit, self.edit, self.days, self.document, self.begin, self.end]
        deeds += [self.undo, self.redo] + ([self.call] if calls else [])
        try:
            self.chance.choice(deeds)()
        except WorkshopError as error:
            self.told.append(str(error).strip())

    def edit(self) -> None:
        """Change any fact of any service to something, sensible or not."""
        service = self.chance.choice(self.copy.rows()).id
        facts = [fact for each in self.copy.sheet(service).cards for fact in each.facts]
        fact = self.chance.choice(facts)
        outcome = self.copy.edit(FactEdit(service, fact.place, self.value(fact), "page-2024"))
        self.taken += outcome.taken
        assert outcome.taken or all(each.sentence for each in outcome.refusals)

    def value(self, fact: Fact) -> Value:
        """Something for its field."""
        pick = self.chance.choice
        if fact.kind is Kind.NUMBER:
            return pick((f"01632 960{self.chance.randrange(100, 999)}", *ODD))
        if fact.kind is Kind.HOURS:
            week = tuple(pick(("09:00-17:00", "08:45-16:20", "")) for _ in range(7))
            return FormHours(pick([*Way]), week, pick(("closed", "as_usual", "not_stated")))
        if fact.kind is Kind.CHOICE:
            return pick(fact.choices).id
        if fact.kind is Kind.CHOICES:
            return tuple(each.id for each in fact.choices if self.chance.random() < 0.4)
        if fact.kind is Kind.SENTENCES:
            return tuple(pick(("Say the postcode first.", *ODD)) for _ in range(2))
        return pick(("Office", "Front desk", *ODD))

    def days(self) -> None:
        """Certain days of some lines."""
        lines = [each.key for each in self.copy.dates.lines() if self.chance.random() < 0.5]
        first = DAY + timedelta(self.chance.randrange(200))
        last = first + timedelta(self.chance.randrange(-1, 5))
        times = self.chance.choice(("", "10-12", "9am-5am", "x"))
        wanted = DatedHours(tuple(lines), first, last, times, "", "page-2024")
        self.chance.choice((self.copy.dates.keep, self.copy.dates.take_away))(wanted)

    def document(self) -> None:
        """One more document."""
        self.copy.add_document(NewDocument(self.chance.choice(("Letter", *ODD)), "Town", "2026"))

    def begin(self) -> None:
        """A new service."""
        words = self.copy.lifecycle.words()
        name = self.chance.choice(("Oak Line", *ODD))
        self.copy.lifecycle.make(
            NewService(
                name=name, summary=f"For {name}", organisation=f"Of {name}",
                roles=(self.chance.choice(words.roles).id,),
                areas=(self.chance.choice(words.areas).id,),
                serves=(words.serves[0].id,), topics=(words.topics[0].id,),
                number=self.chance.choice(("", "01632 960188", *ODD)), label="Office",
                kind=self.chance.choice(words.kinds).id, document="page-2024",
            )
        )  # fmt: skip

    def end(self) -> None:
        """The end of a service."""
        service = self.chance.choice(self.copy.lifecycle.services()).id
        self.copy.lifecycle.end(service, DAY, self.chance.choice(("", *ODD)), "page-2024")

    def undo(self) -> None:
        """A step back."""
        self.copy.undo()

    def redo(self) -> None:
        """A step forth."""
        self.copy.redo()

    def call(self) -> None:
        """A call of any number, heard or not."""
        cards = self.copy.ring.cards()
        if not cards:
            return
        facts = frozenset(fact for fact in CheckedFact if self.chance.random() < 0.6)
        came = self.chance.choice([*Came])
        facts = facts if came in (Came.MATCHES, Came.OTHER_HOURS) else frozenset()
        heard = HeardCall(self.chance.choice(cards).number, came, facts, "Another Desk")
        self.copy.ring.keep(heard)


def opened(work: WorkFile) -> OpenCopy:
    return OpenCopy(work, by="Amara", now=lambda: NOW, open_in_use=nothing_in_use)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[WorkFile]:
    with small_work_file(tmp_path) as made:
        yield made


def test_random_operations_undone_after_a_restart_give_the_same_bytes(work: WorkFile) -> None:
    before, path = work.texts, work.path
    steward = Steward(opened(work), random.Random(2026))
    for _ in range(size(60, 1000)):
        steward.do(calls=True)
    assert steward.taken
    assert all(sentence.endswith((".", "”", ")")) for sentence in steward.told)
    assert not steward.copy.problems()
    work.close()
    with WorkFile.open(path) as again:
        copy = opened(again)
        while copy.undo():
            pass
        assert again.texts == before


def test_random_edits_and_days_and_services_verify_nothing(work: WorkFile) -> None:
    steward = Steward(opened(work), random.Random(14))
    known = [line.verified for line in lines_in(work.texts) if line.verified]
    for _ in range(size(60, 1000)):
        steward.do(calls=False)
        found = [line.verified for line in lines_in(work.texts) if line.verified]
        assert all(check in known for check in found)
        assert len(found) <= len(known)
