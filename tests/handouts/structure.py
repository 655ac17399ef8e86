"""Reads the tags of a PDF, as a screen reader does."""

from collections import defaultdict
from ctypes import c_ushort, create_string_buffer

import pypdfium2
from pypdfium2 import raw


def words_by_tag(content):
    """What stands in the elements of each tag, in reading order."""
    found = defaultdict(list)
    for page in pypdfium2.PdfDocument(content):
        for tag, words in tagged(page):
            found[tag].append(words)
    return found


def tagged(page):
    """Every element of a page, outer ones first, with all the words inside."""
    pieces = marked_content(page)
    tree = raw.FPDF_StructTree_GetForPage(page)
    for number in range(raw.FPDF_StructTree_CountChildren(tree)):
        yield from elements(raw.FPDF_StructTree_GetChildAtIndex(tree, number), pieces)


def elements(element, pieces):
    yield tag_of(element), " ".join(words_in(element, pieces).split())
    for child in children(element):
        yield from elements(child, pieces)


def children(element):
    for number in range(raw.FPDF_StructElement_CountChildren(element)):
        if child := raw.FPDF_StructElement_GetChildAtIndex(element, number):
            yield child


def words_in(element, pieces):
    own = []
    for number in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, number)
        if child:
            own.append(words_in(child, pieces))
        else:
            mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, number)
            own.append(pieces[mark])
    return "".join(own)


def marked_content(page):
    """The words of a page by the numbers that the tags call them."""
    pieces = defaultdict(str)
    text = page.get_textpage()
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        mark = raw.FPDFPageObj_GetMarkedContentID(thing)
        length = raw.FPDFTextObj_GetText(thing, text, None, 0)
        buffer = (c_ushort * (length // 2))()
        raw.FPDFTextObj_GetText(thing, text, buffer, length)
        pieces[mark] += bytes(buffer).decode("utf-16-le").rstrip("\0")
    return pieces


def tag_of(element):
    length = raw.FPDF_StructElement_GetType(element, None, 0)
    buffer = create_string_buffer(length)
    raw.FPDF_StructElement_GetType(element, buffer, length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")
