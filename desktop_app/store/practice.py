"""The practice's own card, kept in the user's data folder through every update."""

from pathlib import Path

from desktop_app.domain.practice import Contact, PracticeCard, cleaned
from desktop_app.store.own_file import OwnFile, OwnFileError


class PracticeStore:
    """Reads and keeps the card; what goes wrong is told in a sentence and loses nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._file = OwnFile(folder)
        self.trouble = ""
        """Why the card could not be read the last time; empty when it could."""

    def read(self) -> PracticeCard:
        """The card as it was kept; an empty one before that, or when `trouble` says why."""
        self.trouble = ""
        try:
            named = self._file.rows("SELECT name FROM practice")
            people = self._file.rows("SELECT role, name, extension FROM contact ORDER BY place")
        except OwnFileError as error:
            self.trouble = error.sentence
            return PracticeCard()
        name = str(named[0]["name"]) if named else ""
        return PracticeCard(name, tuple(Contact(*map(str, row)) for row in people))

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
            return error.sentence
        return ""
