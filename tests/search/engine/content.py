"""What the tests search for."""

from pages.models import PageContact, PageDocument
from pages.pdf.checking import check
from tests import factories
from tests.files.pdfs import pdf


def session(title, *people, room="", start="11:00"):
    """A session of a programme; people are pairs of name and institution."""
    value = {
        "start": start,
        "title": title,
        "people": [
            {"type": "person", "value": {"name": name, "institution": institution}}
            for name, institution in people
        ],
        "contributions": [],
        "abstract": "",
        "room": room,
        "slides": [],
    }
    return {"type": "session", "value": value}


def pdf_of(*texts):
    """A PDF with a page for each text, in letters of ASCII."""
    return pdf(*(f"BT /F1 12 Tf 20 50 Td ({text}) Tj ET".encode() for text in texts))


def attach(page, text="Der Kompost liegt im Hinterhof", title="Flyer", **values):
    """A PDF beside a page, which has been read."""
    document = factories.document(title, "flyer.pdf", pdf_of(text), **values)
    check(document)
    show(page, document)
    return document


def show(page, document, title=""):
    PageDocument.objects.create(
        page=page.page_ptr, document=document, title=title, locale=page.locale
    )


def name(page, contact):
    PageContact.objects.create(page=page.page_ptr, contact=contact, locale=page.locale)
