"""Facts changed in a terminal: one field, one number, one document."""

import argparse
from collections.abc import Mapping

from desktop_app.authoring.read.sources import Place, read_text
from desktop_app.cli.plain_parser import PlainError
from desktop_app.clock import SystemClock
from desktop_app.workshop.documents import evidence, evidence_bytes, keep_evidence
from desktop_app.workshop.editing import ChangeReason, change_texts, edit
from desktop_app.workshop.lines import SERVICES, services_of
from desktop_app.workshop.new_document import NewDocument, add_document
from desktop_app.workshop.numbers import change_number, number_plan, times_in_prose
from desktop_app.workshop.places import BY_ID, in_words
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import GONE, Edit

NO_SERVICE = "No service has the id “{}”. Look for it with: who-to-call search"
NO_VALUE = "Say the new value, or --take-away."
NOT_READ = "“{}” cannot be read as a value; put it in quotation marks."


def change_fact(options: argparse.Namespace) -> int:
    """Change one field of a service, a line or a list entry."""
    if (options.value is None) != options.take_away:
        raise PlainError(NO_VALUE)
    value = GONE if options.take_away else _value(options.value)
    with WorkFile.open(options.work) as work:
        file, place = _place(work.texts, options.place)
        act = edit(work, [Edit(file=file, place=place, value=value)], _said(options))
        print(f"Saved as change {act}: {in_words(place)}")
        if "hours" in place:
            _print_times(work.texts, options.place.split("/")[0])
    return 0


def number(options: argparse.Namespace) -> int:
    """Change a number on every line and in every text, or say what that would be."""
    with WorkFile.open(options.work, read_only=options.look) as work:
        plan = number_plan(work.texts, options.old, options.new)
        for line in plan.lines:
            print(f"{plan.old} → {plan.new}: {line.service_name} ({line.line})")
        for passage in plan.named_in:
            where = in_words(passage.place) or "the page"
            print(f"{plan.old} → {plan.new}: named in {passage.file}, {where}")
        for passage in plan.look_at:
            print(f"Look at this yourself, {in_words(passage.place)}: {passage.text}")
        if not options.look:
            act = change_number(work, options.old, options.new, _said(options))
            print(f"Saved as change {act}.")
    return 0


def document(options: argparse.Namespace) -> int:
    """Add a document to the list, and keep its file as evidence."""
    content = _bytes(options)
    now = SystemClock().now()
    facts = NewDocument(
        id=options.id,
        title=options.title,
        publisher=options.publisher,
        dated=options.dated,
        address=options.address,
        year=options.year,
    )
    with WorkFile.open(options.work) as work:
        act = add_document(work, facts, ChangeReason(by=options.by, at=now, why="A new document"))
        print(f"Saved as change {act}: {options.id}")
        if content is not None:
            kept = keep_evidence(work, options.file.name, content, document=options.id, at=now)
            print(f"Kept {kept.name} beside it, {len(content)} bytes.")
    return 0


def text(options: argparse.Namespace) -> int:
    """Put a whole text in the place of a page of guidance or a table."""
    try:
        content = options.content.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PlainError(f"{options.content} cannot be read. Nothing was saved.") from error
    with WorkFile.open(options.work) as work:
        act = change_texts(work, {options.name: content}, _said(options))
    print(f"Saved as change {act}: {options.name}")
    return 0


def kept_files(options: argparse.Namespace) -> int:
    """List the files kept as evidence, or write one of them out."""
    with WorkFile.open(options.work, read_only=True) as work:
        if options.save and options.to:
            options.to.write_bytes(evidence_bytes(work, options.save))
            print(f"Written: {options.to}")
            return 0
        for each in evidence(work):
            print(f"{each.sha256}  {each.document}  {each.name}")
    return 0


def _bytes(options: argparse.Namespace) -> bytes | None:
    if options.file is None:
        return None
    try:
        content: bytes = options.file.read_bytes()
    except OSError as error:
        raise PlainError(f"{options.file}: {error.strerror}. Nothing was saved.") from error
    return content


def _said(options: argparse.Namespace) -> ChangeReason:
    now = SystemClock().now()
    return ChangeReason(by=options.by, at=now, why=options.why, document=options.document)


def _place(texts: Mapping[str, str], typed: str) -> tuple[str, Place]:
    """“elm-adults/office/number” as a file and a place in it; lines go by their id alone."""
    wanted, *steps = [step for step in typed.split("/") if step]
    for name in sorted(texts):
        if not SERVICES.fullmatch(name):
            continue
        for place, service in services_of(name, texts[name]):
            if service["id"] == wanted:
                return name, (*place, *_steps(service, steps))
    raise PlainError(NO_SERVICE.format(wanted))


def _steps(service: Mapping[str, object], steps: list[str]) -> list[str | int]:
    lines = service.get("lines")
    ids = (
        {str(x.get("id")) for x in lines if isinstance(x, dict)} if isinstance(lines, list) else ()
    )
    if steps and steps[0] in ids and steps[0] not in service:
        steps = ["lines", BY_ID + steps[0], *steps[1:]]
    return [int(step) if step.isdecimal() else step for step in steps]


def _value(typed: str) -> object:
    """What was typed, read as it would be in a file."""
    found = read_text(f"value: {typed}\n", NOT_READ.format(typed)).content
    if not isinstance(found, dict) or set(found) != {"value"}:
        raise PlainError(NOT_READ.format(typed))
    return found["value"]


def _print_times(texts: Mapping[str, str], service: str) -> None:
    for passage in times_in_prose(texts, service):
        print(f"It names {', '.join(passage.found)}; look at it: {passage.text}")
