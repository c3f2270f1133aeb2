"""What a circumstance's line is for is said as it is, in the real directory."""

import pytest

from desktop_app.domain.services.directory import Directory
from tests.answers.asking import ask

WORKDAY = "2026-11-18T10:30"


@pytest.mark.parametrize(
    ("concern", "also", "number", "said"),
    [
        ("child", "forced-marriage", "0800 5999 247", "honour-based abuse"),
        ("child", "forced-marriage", "020 7008 0151", "forced marriage"),
        ("adult", "deaf", "18000", "in danger now"),
        ("child", "sexual-assault", "0808 500 2222", "16 or over"),
        ("child", "using-abuse", "0808 802 4040", "never for the person they hurt"),
    ],
)
def test_the_line_says_what_it_is_for(
    directory: Directory, concern: str, also: str, number: str, said: str
) -> None:
    advice = ask(directory, concern, "luton", WORKDAY, [also])
    call = next(call for call in advice.calls if call.line.display == number)
    assert said in call.purpose


@pytest.mark.parametrize(
    ("concern", "also", "said"),
    [
        ("child", "deaf", "999 can be reached by text relay on 18000"),
        ("domestic-abuse", "using-abuse", "Never give the person using abuse the lines"),
    ],
)
def test_the_sentence_stands_in_the_answer(
    directory: Directory, concern: str, also: str, said: str
) -> None:
    told = "\n".join(ask(directory, concern, "luton", WORKDAY, [also]).notes)
    usual = "\n".join(ask(directory, concern, "luton", WORKDAY).notes)
    assert said in told
    assert said not in usual


def test_hours_published_without_days_are_not_called_unpublished(directory: Directory) -> None:
    """MK-ACT publishes 9am to 5pm and names no days."""
    said = ask(directory, "domestic-abuse", "milton-keynes", WORKDAY).first.because
    assert "not published in full" in said
    assert "nobody has published" not in said
