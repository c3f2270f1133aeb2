"""What I was told: who is at risk, where it happened, and the walk of questions to it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.places.councils import Council, Whereabouts
from desktop_app.domain.situation.concern import Circumstance, Concern

__all__ = ["Circumstance", "Concern", "Interview", "Question", "Situation"]


class Situation(NamedTuple):
    """All that the decision needs to know about what was said. Lives in memory only."""

    concern: Concern
    where: Whereabouts
    circumstances: frozenset[Circumstance] = frozenset()


class Question(StrEnum):
    """The page the walk stands on."""

    WHO = "who"
    WHERE = "where"
    ANSWER = "answer"


class Interview(NamedTuple):
    """The walk from the first question to the answer; each step makes a new one."""

    home: Council | None = None
    concern: Concern | None = None
    where: Whereabouts | None = None
    circumstances: frozenset[Circumstance] = frozenset()

    @property
    def question(self) -> Question:
        """The page to show now."""
        if self.concern is None:
            return Question.WHO
        return Question.WHERE if self.where is None else Question.ANSWER

    @property
    def situation(self) -> Situation | None:
        """What was told, once both questions are answered."""
        if self.concern is None or self.where is None:
            return None
        return Situation(self.concern, self.where, self.circumstances)

    def about(self, concern: Concern) -> Interview:
        """Answer the first question."""
        return self._replace(concern=concern, where=None, circumstances=frozenset())

    def happened(self, where: Whereabouts) -> Interview:
        """Answer the second question."""
        return self._replace(where=where)

    def with_circumstances(self, circumstances: frozenset[Circumstance]) -> Interview:
        """Say what else is known; the answer widens with it."""
        return self._replace(circumstances=circumstances)

    def back(self) -> Interview:
        """Take the last answer back; from the first question there is nowhere further to go."""
        if self.question is Question.ANSWER:
            return self._replace(where=None, circumstances=frozenset())
        return Interview(home=self.home)
