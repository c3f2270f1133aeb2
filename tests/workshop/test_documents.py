"""A dropped file is kept once, beside the document it shows."""

import pytest

from desktop_app.workshop.documents import documents_in, evidence, evidence_bytes, keep_evidence
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.work_file import WorkFile
from tests.working_files import NOW


def test_a_dropped_mail_is_kept_word_for_word_and_once(work: WorkFile) -> None:
    kept, again = (
        keep_evidence(work, "c:/x/mail.eml", b"a\x00b", document="page-2024", at=NOW)
        for _ in range(2)
    )
    assert evidence(work) == [kept] == [again]
    assert evidence_bytes(work, kept.sha256) == b"a\x00b"


def test_evidence_needs_a_listed_document(work: WorkFile) -> None:
    with pytest.raises(WorkshopError, match="not in the list of documents"):
        keep_evidence(work, "a", b"a", document="other", at=NOW)
    assert evidence(work) == []


def test_an_empty_file_shows_nothing(work: WorkFile) -> None:
    with pytest.raises(WorkshopError, match="is empty"):
        keep_evidence(work, "a.pdf", b"", document="page-2024", at=NOW)


def test_what_is_not_kept_is_told(work: WorkFile) -> None:
    with pytest.raises(WorkshopError, match="not kept here"):
        evidence_bytes(work, "00")


def test_every_list_of_documents_counts(work: WorkFile) -> None:
    texts = {**work.texts, "national/documents-new.yaml": "- {id: mail-1, title: A mail}\n"}
    assert {"page-2024", "mail-1"} <= set(documents_in(texts))
