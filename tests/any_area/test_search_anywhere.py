"""Searching in any area: by names, by digits, by an authority's name."""

from desktop_app.domain.services.directory import HitWhy
from desktop_app.store.directory.directory import SqliteDirectory


def test_each_service_is_found_first_by_its_own_name(directory: SqliteDirectory) -> None:
    for service in directory.services():
        found = {h.service_id for h in directory.search(service.name) if h.exact}
        assert service.id in found, service.name


def test_each_number_is_found_by_its_digits(directory: SqliteDirectory) -> None:
    for service in directory.services():
        for line in service.callable_lines:
            hits = directory.search(line.display, limit=200)
            assert service.id in {h.service_id for h in hits if h.why is HitWhy.NUMBER}


def test_an_authority_s_name_leads_to_nobody_else_s_services(directory: SqliteDirectory) -> None:
    for council in directory.councils():
        for words in ("children", "adults", "domestic abuse"):
            typed = f"{council.name} {words}"
            first = directory.service(directory.search(typed)[0].service_id)
            assert first.national or council.code in first.areas, typed
            assert directory.search_advice(typed) == ()


def test_typing_letter_by_letter_never_ends_in_an_error(directory: SqliteDirectory) -> None:
    for council in directory.councils():
        text = f"{council.name} safeguarding"
        for end in range(1, len(text) + 1):
            directory.search(text[:end])
        assert directory.search(text)
