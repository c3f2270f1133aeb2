"""The practice card as one file that can be carried to the other desks."""

import json
from dataclasses import asdict
from pathlib import Path

from desktop_app.domain.area import Council
from desktop_app.domain.council_names import council_called
from desktop_app.domain.practice import Contact, PracticeCard, PracticeError, cleaned
from desktop_app.store.whole_file import write_whole

FORMAT = "who-to-call practice card"
VERSION = 1
FILE_NAME = "practice-card.json"
LARGEST_BYTES = 256 * 1024
NOT_OURS = "{} is not a practice card from this program. Nothing was changed."
NEWER = "{} was made by a newer version of this program. Update this computer first."
UNREADABLE = "{} cannot be opened ({}). Nothing was changed."


class CardFileError(Exception):
    """A card that cannot be taken from a file; `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def export_card(card: PracticeCard, home: Council | None, path: Path) -> str:
    """Write the card and the practice's council to a file; the sentence to show if that fails."""
    held = {
        "format": FORMAT,
        "version": VERSION,
        "home_council": home.slug if home else None,
        "practice": asdict(card),
    }
    try:
        write_whole(path, json.dumps(held, indent=2, ensure_ascii=False) + "\n")
    except OSError as error:
        return f"The file could not be written to {path.parent} ({error.strerror or error})."
    return ""


def import_card(path: Path) -> tuple[PracticeCard, Council | None]:
    """The card and council a file holds; CardFileError for anything that is not such a file."""
    held = _held(path)
    if held.get("format") != FORMAT:
        raise CardFileError(NOT_OURS.format(path.name))
    if held.get("version") != VERSION:
        raise CardFileError(NEWER.format(path.name))
    try:
        card = cleaned(_card(held["practice"]))
    except PracticeError as error:
        raise CardFileError(error.sentence) from error
    except (KeyError, TypeError, ValueError) as error:
        raise CardFileError(NOT_OURS.format(path.name)) from error
    home = held.get("home_council")
    return card, council_called(home) if isinstance(home, str) else None


def _held(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
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


class CardFileShelf:
    """The same two deeds for a window: what goes wrong comes back as a sentence."""

    def write(self, card: PracticeCard, home: Council | None, path: Path) -> str:
        """Write the card; the sentence to show when that fails."""
        return export_card(card, home, path)

    def read(self, path: Path) -> tuple[PracticeCard | None, Council | None, str]:
        """The card and council of a file, or none and the sentence that says why."""
        try:
            card, home = import_card(path)
        except CardFileError as error:
            return None, None, error.sentence
        return card, home, ""
