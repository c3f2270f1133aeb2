"""What stands in db/national is for every area: nothing a person reads there names one of them."""

import re

import pytest

from desktop_app.authoring.read.source_folders import national_tree
from tests.test_area_words import TOWNS, area_words

READ_BY_PEOPLE = ("services/*.yaml", "guidance/*.md", "pathways.yaml", "vocabulary.yaml")
CITED = re.compile(r"^\s*- \{document: .*|^\s*sources: \[.*", re.MULTILINE)
"""What a document says, and what it is called, may name where it was read."""


@pytest.mark.parametrize("word", sorted({*area_words(), *TOWNS, "bedfordshire", "the four"}))
def test_no_word_of_an_area_is_read_in_another(word: str) -> None:
    tree = national_tree()
    names = [name for pattern in READ_BY_PEOPLE for name in tree.names(pattern)]
    sought = re.compile(r"(?i)(?<![a-z])" + re.escape(word))
    found = [name for name in names if sought.search(CITED.sub("", tree.text(name)))]
    assert found == []
