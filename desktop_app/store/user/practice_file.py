"""The practice card as one file that can be carried to the other desks."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.places.councils import Council
from desktop_app.domain.practice.card import (
    DEPUTY,
    ROLES,
    Contact,
    PracticeCard,
    PracticeError,
    cleaned,
)
from desktop_app.domain.services.errors import PlainlyTold
from desktop_app.fileformat.chosen_file import save_chosen
from desktop_app.fileformat.patient_open import open_patiently
from desktop_app.paths import must_be_plain

FORMAT = "who-to-call practice card"
VERSION = 1
FILE_NAME = "practice-card.json"
MOST_OF_A_WORD = 60
"""Characters of a strange word that are said back."""
LARGEST_BYTES = 256 * 1024
NOT_OURS = "{} is not a practice card from this program. Nothing was changed."
NEWER = "{} was made by a newer version of this program. Update this computer first."
PART = "“{}” is not a part this program knows: {} stands as {}. Choose the right part, then save."
NO_COUNCIL = "The card’s council, “{}”, is not one this program knows; yours stays as it was."
UNREADABLE = "{} cannot be opened ({}). Nothing was changed."


class CardFileError(PlainlyTold):
    """A card that cannot be taken from a file; `sentence` says why."""


class CardRead(NamedTuple):
    """What a file holds, and what of it could not be taken as it was written."""

    card: PracticeCard
    home: Council | None
    told: str = ""


def export_card(card: PracticeCard, home: Council | None, path: Path) -> str:
    """Write the card and the practice's council to a file; the sentence to show if that fails."""
    held = {
        "format": FORMAT,
        "version": VERSION,
        "home_council": home.slug if home else None,
        "practice": card._asdict() | {"leads": [each._asdict() for each in card.leads]},
    }
    written = json.dumps(held, indent=2, ensure_ascii=False) + "\n"
    return save_chosen(path, written.encode())


def read_card(path: Path, councils: Sequence[Council]) -> CardRead:
    """What a file holds, with a sentence for each part and council the program does not know.

    CardFileError for anything that is not such a file.
    """
    held = _held(path)
    if held.get("format") != FORMAT:
        raise CardFileError(NOT_OURS.format(path.name))
    if held.get("version") != VERSION:
        raise CardFileError(NEWER.format(path.name))
    try:
        written = _card(held["practice"])
        card = cleaned(_in_known_parts(written))
    except PracticeError as error:
        raise CardFileError(error.sentence) from error
    except (KeyError, TypeError, ValueError) as error:
        raise CardFileError(NOT_OURS.format(path.name)) from error
    named = held.get("home_council")
    from desktop_app.domain.places.council_names import council_called  # once a card is taken in

    home = council_called(named, councils) if isinstance(named, str) else None
    told = [*_unknown_parts(written)]
    if named is not None and home is None:
        told.append(NO_COUNCIL.format(str(named)[:MOST_OF_A_WORD]))
    return CardRead(card, home, " ".join(told))


def _known_part(role: str) -> str | None:
    """The part as the program spells it; none where it knows no such part."""
    spelt = " ".join(role.split()).casefold()
    return next((each for each in ROLES if each.casefold() == spelt), None)


def _in_known_parts(card: PracticeCard) -> PracticeCard:
    """Whoever has a part the program does not know is told last: nobody is made a lead unasked."""
    people = (each._replace(role=_known_part(each.role) or DEPUTY) for each in card.leads)
    return card._replace(leads=tuple(people))


def _unknown_parts(card: PracticeCard) -> Iterator[str]:
    for each in card.leads:
        if each.name.strip() and _known_part(each.role) is None:
            role = " ".join(each.role.split())[:MOST_OF_A_WORD]
            yield PART.format(role, " ".join(each.name.split()), DEPUTY.lower())


def _held(path: Path) -> dict[str, object]:
    try:
        must_be_plain(path)
        with open_patiently(path) as file:
            held = json.loads(file.read(LARGEST_BYTES))
    except OSError as error:
        raise CardFileError(UNREADABLE.format(path.name, error.strerror or error)) from error
    except (ValueError, RecursionError) as error:
        raise CardFileError(NOT_OURS.format(path.name)) from error
    return held if isinstance(held, dict) else {}


def _card(held: object) -> PracticeCard:
    if not isinstance(held, dict):
        raise TypeError("A card is an object.")
    people = tuple(
        Contact(_text(each["role"]), _text(each["name"]), _text(each["extension"]))
        for each in held["leads"]
    )
    return PracticeCard(_text(held["name"]), people)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("A card holds words only.")
    return value


class CardFileRepository:
    """The same two deeds for a window: what goes wrong comes back as a sentence."""

    def write(self, card: PracticeCard, home: Council | None, path: Path) -> str:
        """Write the card; the sentence to show when that fails."""
        return export_card(card, home, path)

    def read(
        self, path: Path, councils: Sequence[Council]
    ) -> tuple[PracticeCard | None, Council | None, str]:
        """The card and council of a file and what to look at in it, or none and why not."""
        try:
            return read_card(path, councils)
        except CardFileError as error:
            return None, None, error.sentence
