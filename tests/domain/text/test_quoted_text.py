"""What somebody wrote stands in a sentence in one line of bearable length."""

import pytest

from desktop_app.domain.text.quoted_text import LONGEST_QUOTE, quoted_short


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("9-5", "9-5"),
        ("a\nb\tc", "a?b?c"),
        ("1\u200b2", "1?2"),
        ("x" * LONGEST_QUOTE, "x" * LONGEST_QUOTE),
        ("x" * 10_000, "x" * LONGEST_QUOTE + "…"),
    ],
)
def test_a_quote_is_one_bearable_line(text: str, quoted: str) -> None:
    assert quoted_short(text) == quoted
