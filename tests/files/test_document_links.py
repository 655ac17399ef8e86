"""What visitors are told of a document before they open it."""

import pytest
from django.utils.html import strip_tags
from django.utils.translation import override

from pages.rendering.files import document_link, document_note
from tests.files.pdfs import (
    TEXT,
    accessible_pdf,
    checked,
    pdf,
)


@pytest.mark.parametrize(
    ("content", "word", "note"),
    [
        (accessible_pdf(), "yes", "Tested for accessibility"),
        (accessible_pdf(), "", "Ask for “Plan” in another format"),
        (accessible_pdf(), "no", "Ask for “Plan” in another format"),
        (pdf(), "yes", "Ask for “Plan” in another format"),
    ],
)
def test_visitors_are_told_what_a_person_found(db, settings, content, word, note):
    settings.DOCUMENT_NOTES = True
    settings.OTHER_FORMAT_CONTACT = "mailto:hilfe@stadt.example"
    document = checked(content, accessibility=word)

    with override("en"):
        html = document_note(document)

    assert note in strip_tags(html)
    subject = "?subject=Another%20format%20of%20%E2%80%9CPlan%E2%80%9D"
    assert (subject in html) == note.startswith("Ask")


def test_visitors_are_told_nothing_by_default(db):
    assert document_note(checked(pdf())) == ""


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "Plan (PDF, 1,33 MB, 4 Seiten)"), ("en", "Plan (PDF, 1.33 MB, 4 pages)")],
)
def test_link_prints_type_size_and_pages(db, language, words):
    filling = b"%" + b"x" * (1_330_000 - 1_500)
    document = checked(pdf(TEXT, TEXT, TEXT, TEXT + b"\n" + filling))

    with override(language):
        html = document_link(document)

    text = html.replace("<", "\n<").split("\n")
    assert "".join(part.split(">")[-1] for part in text) == words
