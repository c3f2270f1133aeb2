"""Kinds of words and readings of sentences, written into the tables the search reads."""

from sqlite_utils import Database

from desktop_app.authoring.read.sentences import SentencesEntry
from desktop_app.domain.browse.search_words import fold


def write_sentences(database: Database, sentences: SentencesEntry) -> None:
    """Write both tables; before the index, which takes their words for known ones."""
    database.table("search_kind").insert_all(
        (
            {"folded": fold(text), "kind": kind}
            for kind, texts in sentences.kinds.items()
            for text in texts
        ),
        ignore=True,
    )
    database.table("search_reading").insert_all(
        {
            "position": position,
            "about": each.about,
            "said": " ".join(each.said),
            "without": " ".join(each.without),
            "leads": " ".join(each.leads),
            "yields": int(each.yields),
        }
        for position, each in enumerate(sentences.readings)
    )
