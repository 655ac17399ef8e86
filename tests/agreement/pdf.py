"""Reads the programme out of the tags of its PDF, as a screen reader does."""

import pypdfium2
from pypdfium2 import raw

from tests.agreement.rows import Row, bare, read_day, read_times
from tests.agreement.text import room_in
from tests.handouts.structure import children, marked_content, tag_of, words_in

ROOM = ("Raum:", "Room:", "Raum ", "Room ")
GROUP = ("Gruppe ", "Group ")
DESCRIPTION = {"Div", "NonStruct"}


def read_pdf(content, day):
    """Return the rows. ``day`` is that of the workshop, where no heading says one."""
    for tag, element, pieces in in_order(content):
        if tag == "H2":
            day = read_day(words(element, pieces)) or day
        elif tag == "TR":
            cells = [one for one in children(element) if tag_of(one) == "TD"]
            if cells:
                yield from read_entry(*cells, day, pieces)


def in_order(content):
    for page in pypdfium2.PdfDocument(content):
        pieces = marked_content(page)
        tree = raw.FPDF_StructTree_GetForPage(page)
        for number in range(raw.FPDF_StructTree_CountChildren(tree)):
            root = raw.FPDF_StructTree_GetChildAtIndex(tree, number)
            yield from ((*found, pieces) for found in descend(root))


def descend(element):
    yield tag_of(element), element
    for child in children(element):
        yield from descend(child)


def words(element, pieces):
    return " ".join(words_in(element, pieces).split())


def read_entry(time, content, day, pieces):
    times = (day, *read_times(words(time, pieces)))
    groups = [[]]
    for kind, text in pieces_of(content, pieces):
        if kind == "P" and text.startswith(GROUP):
            groups.append([])
            continue
        groups[-1].append((kind, text))
    for group in groups:
        yield read_item(times, group)


def pieces_of(element, pieces):
    """Paragraphs and points of a list, outer ones only."""
    for child in children(element):
        tag = tag_of(child)
        if tag == "P" or (tag == "LI" and not has_paragraphs(child)):
            yield tag, words(child, pieces)
        elif tag not in DESCRIPTION:
            yield from pieces_of(child, pieces)


def has_paragraphs(element):
    return any(tag == "P" for tag, _element in descend(element))


def read_item(times, group):
    paragraphs = [text for kind, text in group if kind == "P"]
    rooms = [text for text in paragraphs if text.startswith(ROOM)]
    first, *people = [text for text in paragraphs if text not in rooms] or [""]
    return Row(
        *times,
        bare(first),
        tuple(map(bare, people)),
        bare("".join(map(room_in, rooms))),
        tuple(bare(text) for kind, text in group if kind == "LI"),
    )


def as_printed(row: Row):
    """A row as the sheet has it: what comes first stands where a title would."""
    if row.title or not row.people:
        return row
    return row._replace(title=row.people[0], people=row.people[1:])
