"""The practice's own people: whom to tell in the building, and on which extension."""

from typing import NamedTuple

from desktop_app.domain.services.errors import PlainlyTold
from desktop_app.domain.situation.situation import Concern
from desktop_app.domain.text.seen_text import KEPT, as_seen, without_unseen

LEAD = "Safeguarding lead"
CHILDREN_LEAD = "Lead for children"
ADULTS_LEAD = "Lead for adults"
DEPUTY = "Deputy"
ROLES = (LEAD, CHILDREN_LEAD, ADULTS_LEAD, DEPUTY)
"""The parts people play, as the practice card offers them."""

MOST_CONTACTS = 12
LONGEST = {"name": 80, "extension": 40, "practice": 120}
"""Characters: longer is a typo, and would not fit beside an answer."""

TELL = "Tell your safeguarding lead"
AFTERWARDS = "Ring first. Do not wait until you have found them."
NOT_ABOUT_THEM = "If the worry is about one of these people, tell another of them instead."
NOBODY_YET = "Their names and extensions can stand here: see Our practice."

_FIRST = {
    Concern.CHILD: CHILDREN_LEAD,
    Concern.ADULT: ADULTS_LEAD,
}


class PracticeError(PlainlyTold, ValueError):
    """A practice card that cannot be kept; `sentence` says what to put right."""


class Contact(NamedTuple):
    """One person of the practice: what they are, who they are, how to reach them inside."""

    role: str  # "Safeguarding lead", "Deputy"
    name: str
    extension: str = ""


class PracticeCard(NamedTuple):
    """The practice's name and its safeguarding people, in the order they are to be told."""

    name: str = ""
    leads: tuple[Contact, ...] = ()


class PracticeNote(NamedTuple):
    """What an answer says about telling somebody in the building."""

    heading: str
    people: tuple[str, ...]
    notes: tuple[str, ...]


def cleaned(card: PracticeCard) -> PracticeCard:
    """The card with stray spaces and empty rows gone; PracticeError for what cannot be kept."""
    name = _line(card.name, "practice", "The practice’s name")
    people = [_contact(each) for each in card.leads]
    kept = tuple(each for each in people if each.name)
    if len(kept) > MOST_CONTACTS:
        raise PracticeError(f"A card holds {MOST_CONTACTS} people at most. Take some out.")
    return PracticeCard(name, kept)


def told_first(card: PracticeCard, concern: Concern) -> tuple[Contact, ...]:
    """Everybody on the card: who leads on this concern first, then leads, then deputies."""
    first = _FIRST.get(concern)

    def rank(contact: Contact) -> int:
        if contact.role == first:
            return 0
        return {LEAD: 1, DEPUTY: 3}.get(contact.role, 2)

    return tuple(sorted(card.leads, key=rank))


def practice_note(card: PracticeCard, concern: Concern) -> PracticeNote:
    """Whom to tell in the practice; it never stands in the way of the call itself."""
    people = tuple(contact_words(each) for each in told_first(card, concern))
    if not people:
        return PracticeNote(TELL, (), (AFTERWARDS, NOBODY_YET))
    about_staff = (NOT_ABOUT_THEM,) if concern is Concern.ALLEGATION else ()
    return PracticeNote(TELL, people, (AFTERWARDS, *about_staff))


def contact_words(contact: Contact) -> str:
    """One person in a line: "Dr Amara Okafor (safeguarding lead), ext 214"."""
    role = contact.role[:1].lower() + contact.role[1:]
    named = f"{contact.name} ({role})" if role else contact.name
    return f"{named}, {extension_words(contact.extension)}" if contact.extension else named


def extension_words(extension: str) -> str:
    """An extension as it is read out: "ext 214"; a whole phone number stays as it is."""
    short = extension.isdigit() and len(extension) < 6
    return f"ext {extension}" if short else extension


def _contact(contact: Contact) -> Contact:
    name = _line(contact.name, "name", "A name")
    extension = _line(as_seen(contact.extension), "extension", "An extension")
    if extension and not name:
        raise PracticeError(f"Whose extension is {extension}? Type a name beside it.")
    role = contact.role if contact.role in ROLES else LEAD
    return contact._replace(role=role, name=name, extension=extension)


def _line(text: str, kind: str, called: str) -> str:
    """One line of plain text; PracticeError when it is too long or cannot be shown."""
    line = " ".join(without_unseen(text).split())
    if len(line) > LONGEST[kind]:
        raise PracticeError(f"{called} can be {LONGEST[kind]} characters long at most.")
    if not as_seen(line):
        return ""  # nothing of it can be seen
    if not all(sign.isprintable() or sign in KEPT for sign in line):
        raise PracticeError(f"{called} holds a character that cannot be shown. Type it again.")
    return line
