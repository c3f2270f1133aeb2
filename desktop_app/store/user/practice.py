"""The practice's own card, kept in the user's data folder through every update."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from desktop_app.domain.practice.card import Contact, PracticeCard, cleaned
from desktop_app.store.user.user_database import OwnFileError, OwnFileHeld, UserDatabase

ODD = (
    "{} of the entries on your practice’s card cannot be read and are not shown. They stay in the "
    "file until you press Save."
)


class PracticeStore:
    """Reads and keeps the card; what goes wrong is told in a sentence and loses nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._file = UserDatabase(folder)
        self.trouble = ""
        """Why the card could not be read the last time; empty when it could."""
        self.held = False
        """Whether the last thing asked failed because another program holds the file."""
        self.odd = ""
        """What is missing of the card that was read last, because it makes no sense."""

    def read(self) -> PracticeCard:
        """The card as it was kept; an empty one before that, or when `trouble` says why."""
        self.trouble, self.held, self.odd = "", False, ""
        try:
            named = self._file.rows("SELECT name FROM practice")
            people = self._file.rows("SELECT role, name, extension FROM contact ORDER BY place")
        except OwnFileError as error:
            self.trouble, self.held = error.sentence, isinstance(error, OwnFileHeld)
            return PracticeCard()
        names, contacts = _words(named), _words(people)
        odd = len(named) - len(names) + len(people) - len(contacts)
        self.odd = ODD.format(odd) if odd else ""
        return PracticeCard(names[0][0] if names else "", tuple(Contact(*row) for row in contacts))

    def write(self, card: PracticeCard) -> str:
        """Keep the card in place of the one before; the sentence to show when that fails.

        PracticeError for a card that cannot be kept as it is.
        """
        kept = cleaned(card)
        people = [
            {"place": place, "role": each.role, "name": each.name, "extension": each.extension}
            for place, each in enumerate(kept.leads, start=1)
        ]
        try:
            with self._file.writing() as database:
                database.table("practice").upsert({"id": 1, "name": kept.name}, pk="id")
                database.table("contact").delete_where()
                database.table("contact").insert_all(people, pk="place")
        except OwnFileError as error:
            self.held = isinstance(error, OwnFileHeld)
            return error.sentence
        self.held = False
        return ""


def _words(rows: Iterable[sqlite3.Row]) -> list[tuple[str, ...]]:
    """The rows that hold words alone; no version of this program wrote any other."""
    return [tuple(row) for row in rows if all(isinstance(value, str) for value in row)]
