"""The window's words for texts that a change left behind, and its memory of those found right."""

from desktop_app.app.workshop.open_copy import OpenCopy
from desktop_app.workshop.work_file import WorkFile
from tests.app.workshop.test_open_copy import NUMBER, SERVICE, change
from tests.working_files import TOWN


def left(copy: OpenCopy, work: WorkFile) -> None:
    text = work.texts[TOWN].replace(
        "notes: [Ask for the duty worker.]", 'notes: ["Read the last three back: 101."]'
    )
    with work.changing() as step:
        step.put("source", {"name": TOWN, "text": text})
    assert copy.edit(change(copy, "Number", NUMBER)).taken


def test_a_text_is_named_quoted_and_stands_at_its_fact(copy: OpenCopy, work: WorkFile) -> None:
    left(copy, work)
    (look,) = copy.to_look_at()
    assert (look.service, look.heading, look.found) == (SERVICE, "Good to know", ("101",))
    assert look.text == "Read the last three back: 101."
    assert look.was == "01632 960101"
    facts = [fact.place for card in copy.sheet(SERVICE).cards for fact in card.facts]
    assert look.place[: len(facts[-2])] in facts


def test_what_was_found_right_is_not_told_again(copy: OpenCopy, work: WorkFile) -> None:
    left(copy, work)
    copy.right_as_it_is(copy.to_look_at()[0])
    assert copy.to_look_at() == ()
