"""The services a sentence leads to: those of its roles, where it happened or at the desk."""

import json
import sqlite3
from collections.abc import Sequence

from desktop_app.domain.browse.search_words import fold
from desktop_app.domain.services.directory import HitWhy, Meant, SearchHit
from desktop_app.store.search.misspellings import Misspellings
from desktop_app.store.search.phrases import people_using_abuse
from desktop_app.store.search.sentences import SentenceMeaning, Sentences

CHILDREN = "children_front_door"
FEW_WORDS = 4
"""So many words are what a service is called; more of them are a sentence."""
BY_WORDS = (HitWhy.NAME, HitWhy.OLD_NAME, HitWhy.WORDS, HitWhy.MISSPELLING)
"""Why a hit stands there whose name holds what was typed."""

OF_ROLES = """
    WITH lead (number, value) AS (
        SELECT service.number, value FROM json_each(?1) JOIN service ON service.id = value
        UNION SELECT service, role FROM json_each(?1) CROSS JOIN service_role ON role = value)
    SELECT service.id, lead.value, service.national, service.rank, service.number
    FROM lead JOIN service USING (number)
    WHERE EXISTS (SELECT 1 FROM line WHERE line.service = service.number
                  AND line.standing <> 'superseded' AND line.kind <> 'fax')
      AND (?2 OR service.national OR EXISTS (
          SELECT 1 FROM service_area WHERE service_area.service = service.number
          AND service_area.council IN (SELECT value FROM json_each(?3))))
"""
"""Services of these roles that can be rung; those of other councils only where none is known."""


class SentenceLeads:
    """Puts those first who answer for the roles of a reading."""

    def __init__(self, connection: sqlite3.Connection, misspellings: Misspellings) -> None:
        self._connection = connection
        query = "SELECT id FROM service WHERE number IN (SELECT value FROM json_each(?))"
        asked = (json.dumps(sorted(people_using_abuse(connection))),)
        self._apart = frozenset(row[0] for row in connection.execute(query, asked))
        self.sentences = Sentences(connection, misspellings)

    def before(
        self, words: list[SearchHit], said: tuple[str, ...], home: str | None, told: Sequence[str]
    ) -> list[SearchHit]:
        """What was found by its words, with those first to whom the whole of the sentence leads.

        `home` and `told` are codes: the desk's own council, and those that were named.
        """
        words = self._victims_first(words)
        if self._subject(said):
            return words
        reading = self.sentences.reading(said)
        if reading is None or (reading.yields and self._named(words[:1], reading, len(said))):
            return words
        first = self._services(reading, home, told)
        named = [hit for hit in words if hit.exact and hit.why is not HitWhy.TOPIC]
        others = [hit._replace(exact=False) for hit in words if hit not in named]
        return [*named, *first, *(hit._replace(fit=hit.fit + len(first)) for hit in others)]

    def without_everyday(self, text: str) -> str:
        """What was typed without "diabetic control" and its kin; as it stands without any.

        Nothing where only words are left that say nothing.
        """
        said = tuple(fold(text).split())
        left = self.sentences.without_everyday(said)
        return text if left == said else " ".join(left)

    def meant(self, said: tuple[str, ...], meant: tuple[Meant, ...]) -> tuple[Meant, ...]:
        """What a whole sentence is about; what its phrases are about, where it has no reading."""
        reading = None if self._subject(said) else self.sentences.reading(said)
        if reading is None:
            return meant
        child = CHILDREN in reading.leads
        people = (each for each in meant if child and CHILDREN in each.leads)
        parts = (
            Meant(kind="role", id=role, phrase=place, leads=())
            for place, role in enumerate(reading.leads)
        )
        return (*parts, *(each for each in people if each.kind == "audience"))

    def _victims_first(self, words: list[SearchHit]) -> list[SearchHit]:
        """The lines for people who use abuse last, unless they or their subject were named."""
        last = [
            hit
            for hit in words
            if hit.service_id in self._apart and not hit.exact and hit.why is not HitWhy.TOPIC
        ]
        most = max((hit.fit for hit in words), default=0) + 1
        return [*(hit for hit in words if hit not in last), *(h._replace(fit=most) for h in last)]

    def _subject(self, said: tuple[str, ...]) -> bool:
        """Whether no more was typed than what a subject is called: "elder abuse"."""
        query = "SELECT 1 FROM search_subject WHERE folded = ? LIMIT 1"
        return self._connection.execute(query, (" ".join(said),)).fetchone() is not None

    def _named(self, top: Sequence[SearchHit], reading: SentenceMeaning, length: int) -> bool:
        """Whether the best hit has the words in its name, and is none of those led to.

        In a whole sentence one without a number leads to nobody, nor does one that holds some of
        the words: "old folks team", and a place.
        """
        query = (
            "SELECT 1 FROM service WHERE id = ?1 AND (EXISTS (SELECT 1 FROM service_role"
            " WHERE service = number AND role IN (SELECT value FROM json_each(?2)))"
            " OR NOT ?3 AND NOT EXISTS (SELECT 1 FROM line WHERE line.service = service.number"
            " AND line.standing <> 'superseded' AND line.kind <> 'fax'))"
        )
        return any(
            hit.why in BY_WORDS
            and not hit.partly
            and hit.service_id not in self._apart
            and not self._connection.execute(
                query, (hit.service_id, json.dumps(reading.leads), length <= FEW_WORDS)
            ).fetchone()
            for hit in top
        )

    def _services(
        self, reading: SentenceMeaning, home: str | None, told: Sequence[str]
    ) -> list[SearchHit]:
        """The services to offer first; local ones before national ones where a place was named."""
        councils = [home] if home and (not told or home in told) else list(told)
        asked = (json.dumps(reading.leads), not councils, json.dumps(councils))
        found: dict[str, tuple[int, int, int, int]] = {}
        for service, role, national, rank, number in self._connection.execute(OF_ROLES, asked):
            place = reading.leads.index(role)
            fit = (national, place) if told else (place, national if councils else -national)
            worth = (*fit, rank, number)
            found[service] = min(worth, found.get(service, worth))
        order = sorted(found, key=lambda service: found[service])
        fits = list(dict.fromkeys(found[service][:2] for service in order))
        return [
            SearchHit(
                service_id=service,
                why=HitWhy.TOPIC,
                matched=reading.about,
                exact=False,
                fit=fits.index(found[service][:2]),
            )
            for service in order
        ]
