"""Gives a PDF that Qt wrote the tags a screen reader needs: headings, paragraphs, pictures, order.

Qt 6.11 writes PDF without a structure (`QPdfWriter` has nothing for it), and a library that can add
one takes more room than the packages have left. So whoever draws puts a mark before and after each
thing, a speck far off the page that Qt writes down like any other rectangle; here each pair of
marks becomes marked content (ISO 32000-1, 14.6 to 14.8), whatever lies between things an artifact,
and a structure tree names them in the order they were drawn.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

FIRST_MARK = 500_000
MARK_TOP, MARK_SIDE = -7, 1
"""Where a mark lies, in the units of whoever draws: so far off that nothing else is there."""
_MARK = re.compile(rb"(?<=\n)-(\d{6}) -7 1 1 re\nf\*?\n")
_ENTRY = re.compile(rb"(\d{10}) \d{5} n")
_ARTIFACT, _END = b"/Artifact BMC\n", b"EMC\n"


class Tag(NamedTuple):
    """What one thing on a page is: H1, H2, P or Figure, and how it is read aloud.

    Glyphs alone do not say it: letters are joined, lines end without a space.
    """

    kind: str
    says: str


class NotTagged(ValueError):
    """The PDF is not as Qt 6.11 writes it, so that no tags can be put in."""


def mark_of(thing: int, *, end: bool) -> int:
    """The left edge of the mark before, or after, the thing of this number on its page."""
    return -(FIRST_MARK + 2 * thing + end)


def tagged(whole: bytes, pages: Sequence[Sequence[Tag]], language: str) -> bytes:
    """The same PDF with tags; `pages` name what was drawn on each, in the order of reading.

    NotTagged when a page or a mark is missing.
    """
    objects, trailer = _objects(whole)
    drawn = [number for number in _kids(objects) if number in objects]
    if len(drawn) != len(pages):
        raise NotTagged("Pages are missing.")
    root, size = _reference(trailer, b"Root"), max(objects) + 1
    tree, document, parents = size, size + 1, size + 2
    free, arrays = size + 3, []
    children: list[int] = []
    for place, (page, tags) in enumerate(zip(drawn, pages, strict=True)):
        stream = _reference(objects[page], b"Contents")
        objects[stream] = _marked(objects[stream], tags)
        objects[page] = _with(objects[page], b"/StructParents %d /Tabs /S" % place)
        elements = range(free, free + len(tags))
        for mark, (element, tag) in enumerate(zip(elements, tags, strict=True)):
            objects[element] = _element(tag, document, page, mark)
        children += elements
        arrays.append(b"%d [%s]" % (place, _references(elements)))
        free += len(tags)
    held = b"/K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d" % (document, parents, len(pages))
    objects[tree] = b"<< /Type /StructTreeRoot %s >>" % held
    inside = b"/P %d 0 R /K [%s]" % (tree, _references(children))
    objects[document] = b"<< /Type /StructElem /S /Document %s >>" % inside
    objects[parents] = b"<< /Nums [%s] >>" % b" ".join(arrays)
    objects[root] = _with(
        objects[root],
        b"/MarkInfo << /Marked true >> /StructTreeRoot %d 0 R /Lang (%s) "
        b"/ViewerPreferences << /DisplayDocTitle true >>" % (tree, language.encode("ascii")),
    )
    return _written(objects, trailer)


def _objects(whole: bytes) -> tuple[dict[int, bytes], bytes]:
    """Every object by its number, and the trailer."""
    found = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", whole)
    if found is None:
        raise NotTagged("There is no table of objects.")
    table = whole[int(found[1]) :]
    begins, _, trailer = table.partition(b"trailer")
    if not begins.startswith(b"xref"):
        raise NotTagged("The table of objects is of another kind.")
    offsets = sorted(int(entry[1]) for entry in _ENTRY.finditer(begins))
    objects = {}
    for start, end in zip(offsets, [*offsets[1:], int(found[1])], strict=True):
        head, _, body = whole[start:end].partition(b" 0 obj")
        objects[int(head)] = body.strip().removesuffix(b"endobj").strip()
    return objects, trailer.partition(b"startxref")[0].strip()


def _kids(objects: dict[int, bytes]) -> Iterator[int]:
    tree = next((body for body in objects.values() if b"/Type /Pages" in body), b"")
    kids = re.search(rb"/Kids\s*\[([^\]]*)\]", tree)
    for number in re.finditer(rb"(\d+) 0 R", kids[1] if kids else b""):
        yield int(number[1])


def _reference(body: bytes, key: bytes) -> int:
    found = re.search(rb"/%s (\d+) 0 R" % key, body)
    if found is None:
        raise NotTagged(f"{key.decode()} is missing.")
    return int(found[1])


def _marked(stream: bytes, tags: Sequence[Tag]) -> bytes:
    """The drawing of a page with its marks turned into marked content."""
    head, _, rest = stream.partition(b"stream")
    drawing = rest.lstrip(b"\r\n").rpartition(b"endstream")[0]
    if b"/FlateDecode" in head:
        drawing = zlib.decompressobj().decompress(drawing)
    pieces = _MARK.split(drawing)
    marks = [-int(number) for number in pieces[1::2]]
    wanted = [mark_of(n, end=end) for n in range(len(tags)) for end in (False, True)]
    if marks != wanted:
        raise NotTagged("Marks are missing.")
    told = [_ARTIFACT, pieces[0]]
    for place, tag in enumerate(tags):
        within, after = pieces[4 * place + 2], pieces[4 * place + 4]
        begins = b"%s/%s << /MCID %d >> BDC\n" % (_END, tag.kind.encode(), place)
        told += [begins, within, _END, _ARTIFACT, after]
    packed = zlib.compress(b"".join([*told, b"\n", _END]))
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def _element(tag: Tag, parent: int, page: int, mark: int) -> bytes:
    key = b"Alt" if tag.kind == "Figure" else b"ActualText"
    told = b"/S /%s /P %d 0 R /Pg %d 0 R" % (tag.kind.encode(), parent, page)
    said = b"/K %d /%s <%s>" % (mark, key, _text(tag.says))
    return b"<< /Type /StructElem %s %s >>" % (told, said)


def _with(body: bytes, more: bytes) -> bytes:
    """A dictionary with further entries."""
    if not body.endswith(b">>"):
        raise NotTagged("A dictionary is not as expected.")
    return body[:-2].rstrip() + b"\n" + more + b"\n>>"


def _references(numbers: Sequence[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def _text(words: str) -> bytes:
    return b"FEFF" + words.encode("utf-16-be").hex().upper().encode()


def _written(objects: dict[int, bytes], trailer: bytes) -> bytes:
    whole = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    size = max(objects) + 1
    offsets = {}
    for number, body in sorted(objects.items()):
        offsets[number] = len(whole)
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(whole)
    whole += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        at = offsets.get(number)
        whole += b"0000000000 65535 f \n" if at is None else b"%010d 00000 n \n" % at
    whole += re.sub(rb"/Size \d+", b"/Size %d" % size, b"trailer\n" + trailer.strip())
    return bytes(whole + b"\nstartxref\n%d\n%%%%EOF\n" % table)
