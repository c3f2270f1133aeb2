"""A language nobody speaks, for the patient card: English words in Hebrew letters, from the right.

It stands for Arabic, Urdu and the like: its words run the other way, are longer than the English,
and nothing of it means anything. It is never shipped.
"""

from desktop_app import paths
from desktop_app.domain.printing.card_words import read_language

LATIN, LETTERS = "abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיכלמנסעפצקרשתךםןף"


ABOUT = {
    "language": "Made-up",
    "own_name": "Made-up",
    "tag": "qps-plocm",
    "direction": "rtl",
    "translator": "Test Translator",
    "reviewer": "Test Reviewer",
    "reviewed": "2026-11-28",
}


def made_up_file() -> str:
    """The words of the English file in other letters, their placeholders as they were."""
    english = (paths.resources() / "cards" / "en.toml").read_text("utf-8").partition("[words]")[2]
    lines = [f'{key} = "{value}"' for key, value in ABOUT.items()] + ["[words]"]
    for line in english.strip().splitlines():
        key, _, words = line.partition(' = "')
        lines.append(f'{key} = "{_turned(words)}')
    return "\n".join(lines)


def _turned(text: str) -> str:
    within, turned = False, []
    for sign in text:
        within = sign == "{" or (within and sign != "}")
        place = LATIN.find(sign.lower())
        turned.append(LETTERS[place] if place >= 0 and not within else sign)
    return "".join(turned)


MADE_UP = read_language(made_up_file())
