"""The text inside PDF files is kept for the search, as much of it as is safe."""

import pytest
from django.core.files.base import ContentFile

from pages.models import PdfText
from pages.pdf.reader import MOST_PAGES, MOST_SIGNS
from pages.pdf.texts import readable
from tests.files.pdfs import BOX, checked, locked_pdf, opening_bomb, page_bomb, pdf


def page_of(text):
    return b"BT /F1 12 Tf 20 50 Td (%s) Tj ET" % text


def text_of(document):
    return PdfText.objects.filter(document=document).values_list("text", flat=True)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Bürger-\r\nbeteiligung", "Bürgerbeteiligung"),
        ("Rad\x02\nweg und Rad\ufffeweg", "Radweg und Radweg"),
        ("Nord-\nSüd  und\tmehr", "Nord- Süd und mehr"),
        ("a\x00b\ud800c", "a b c"),
        ("1-\n2", "1- 2"),
    ],
)
def test_text_is_readable(given, expected):
    assert readable(given) == expected


def test_text_of_all_pages_is_kept(db):
    document = checked(pdf(page_of(b"Kompost"), page_of(b"im Hof")))

    assert list(text_of(document)) == ["Kompost im Hof"]


def test_text_of_a_replaced_file_is_replaced(db, django_capture_on_commit_callbacks):
    document = checked(pdf(page_of(b"Kompost")))

    with django_capture_on_commit_callbacks(execute=True):
        document.file.save("neu.pdf", ContentFile(pdf(BOX)), save=False)
        document.file_size = None
        document.save()

    assert list(text_of(document)) == []


@pytest.mark.parametrize(
    "content",
    [locked_pdf(), b"%PDF-1.7 nothing", pdf(BOX), opening_bomb(100_000_000)],
    ids=["locked", "broken", "scanned", "bomb"],
)
def test_file_without_readable_text_has_none(db, content):
    document = checked(content)

    assert list(text_of(document)) == []


def test_page_that_grows_without_measure_leaves_the_text_before_it(db, monkeypatch):
    monkeypatch.setattr("pages.pdf.child.MEMORY", 300_000_000)

    document = checked(page_bomb(500_000_000))

    assert list(text_of(document)) == []
    assert document.pdf_check["outcome"] in {"read", "partly"}


def test_only_the_first_pages_of_a_very_long_file_are_read(db):
    pages = [page_of(b"Seite %d" % number) for number in range(1, 5001)]

    document = checked(pdf(*pages))

    [text] = text_of(document)
    assert document.page_count == 5000
    assert text.endswith(f"Seite {MOST_PAGES}")


def test_text_is_kept_up_to_a_limit(db):
    pages = [page_of(b"x" * 5000 + b" y")] * 60

    document = checked(pdf(*pages))

    [text] = text_of(document)
    assert len(text) <= MOST_SIGNS + 60
