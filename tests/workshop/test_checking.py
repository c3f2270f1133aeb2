"""The compile's checks, over texts that lie in no folder."""

from datetime import date

from desktop_app.workshop.checking import mistakes_in, new_mistakes
from desktop_app.workshop.work_file import WorkFile
from tests.working_files import NOW, TOWN


def test_sound_texts_have_no_mistakes(work: WorkFile) -> None:
    assert mistakes_in(work.texts, NOW.date()) == ()


def test_a_check_made_after_the_releases_date_is_no_mistake(work: WorkFile) -> None:
    text = work.texts[TOWN].replace("on: 2026-11-01", "on: 2027-05-01")
    texts = {**work.texts, TOWN: text}
    assert mistakes_in(texts, date(2027, 5, 1)) == ()
    (mistake,) = mistakes_in(texts, date(2027, 4, 30))
    assert "verified after the date" in mistake.sentence


def test_only_what_a_change_brings_counts_against_it(work: WorkFile) -> None:
    one = {**work.texts, TOWN: work.texts[TOWN].replace("01632 960103", "0163")}
    both = {**one, TOWN: one[TOWN].replace("01632 960102", "0164")}
    (found,) = new_mistakes(one, both, NOW.date())
    assert found.place == ("services", "id:town-mash", "lines", "id:out-of-hours", "number")


def test_a_release_that_cannot_be_read_is_told_once(work: WorkFile) -> None:
    texts = {**work.texts, "national/release.yaml": "{"}
    assert [each.file for each in mistakes_in(texts, NOW.date())] == ["national/release.yaml"]
