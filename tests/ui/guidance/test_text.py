"""The text of a page of guidance is cut into what the screen sets."""

import pytest

from desktop_app.ui.guidance.text import Block, Run, Shape, blocks


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("One\nparagraph.", [(Shape.PARAGRAPH, "One paragraph.")]),
        ("## Head\ntext", [(Shape.HEADING, "Head"), (Shape.PARAGRAPH, "text")]),
        ("- one\n- two\n  more", [(Shape.ITEM, "one"), (Shape.ITEM, "two more")]),
        ("First.\n\nSecond.", [(Shape.PARAGRAPH, "First."), (Shape.PARAGRAPH, "Second.")]),
        ("<b>&amp;</b>", [(Shape.PARAGRAPH, "<b>&amp;</b>")]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_blocks(body: str, read: list[tuple[Shape, str]]) -> None:
    assert [(block.shape, block.text) for block in blocks(body, {})] == read


def test_strong_words_that_name_a_page_lead_to_it() -> None:
    (block,) = blocks("Ring **999**, see **Whistleblowing**.", {"Whistleblowing": "whistle"})
    assert block == Block(
        Shape.PARAGRAPH,
        (
            Run("Ring "),
            Run("999", True),
            Run(", see "),
            Run("Whistleblowing", True, "whistle"),
            Run("."),
        ),
    )
