"""The numbers that are told when nothing else can be: they need no directory and no hours.

They stand in the program itself, for the moment in which its directory cannot be used. A test holds
each of them against the directory.
"""

from typing import NamedTuple


class LastResort(NamedTuple):
    """One number, what it is for, and the service of the directory it is taken from."""

    number: str
    what: str
    service: str


ALWAYS = (
    LastResort("999", "Emergency: police, ambulance, fire. Day and night.", "police-999"),
    LastResort(
        "101",
        "Police. To report or ask. If it cannot wait: 999.",
        "police-101-anywhere",
    ),
    LastResort(
        "0808 800 5000",
        "About a child: NSPCC helpline. Every day, not at night. At night: 999 or 101.",
        "nat-nspcc",
    ),
    LastResort(
        "0808 2000 247",
        "Domestic abuse: National Domestic Abuse Helpline. Day and night.",
        "nat-da-helpline",
    ),
    LastResort(
        "0808 808 8141",
        "An older person: Hourglass helpline. Day and night.",
        "nat-hourglass",
    ),
)

IN_ONE_LINE = (
    "Ring 999 in an emergency, 101 for the police, 0808 800 5000 (NSPCC) about a child, "
    "0808 2000 247 about domestic abuse."
)
