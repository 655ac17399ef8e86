"""What the automatic check says of PDF files, in German and in English."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from pages.pdf.findings import findings_of, summary_of
from tests import factories
from tests.files.pdfs import (
    BOX,
    NO_SCREEN_READERS,
    TEXT,
    accessible_pdf,
    checked,
    locked_pdf,
    pdf,
)


def told(document, language="en"):
    """The codes of what is not fine, and all sentences."""
    with override(language):
        findings = findings_of(document)
    bad = [finding.code for finding in findings if not finding.is_fine]
    return bad, [finding.sentence for finding in findings]


def test_accessible_file_has_no_obstacle(db):
    assert told(checked(accessible_pdf())) == (
        [],
        [
            "Text: it can be read aloud, searched and copied.",
            "Tags: headings, lists and tables can be marked as such.",
            "Title: “Ein Titel”.",
            "Language: German.",
            "Pages: 1, with bookmarks.",
        ],
    )


def test_findings_are_german_for_germans(db):
    assert told(checked(accessible_pdf()), "de") == (
        [],
        [
            "Text: Er lässt sich vorlesen, durchsuchen und kopieren.",
            "Tags: Überschriften, Listen und Tabellen können ausgezeichnet sein.",
            "Titel: „Ein Titel“.",
            "Sprache: Deutsch.",
            "Seiten: 1, mit Lesezeichen.",
        ],
    )


def test_bare_file_has_obstacles(db):
    assert told(checked(pdf())) == (
        ["tags", "title", "language"],
        [
            "Text: it can be read aloud, searched and copied.",
            (
                "Tags: there are none. A screen reader cannot tell headings, lists and "
                "tables. Export the file as a tagged (accessible) PDF."
            ),
            (
                "Title: the document properties have none, so the name of the file is "
                "read out. Fill in the title and export the file again."
            ),
            (
                "Language: the file does not name it, so it may be read aloud with the "
                "wrong pronunciation. Set the language and export the file again."
            ),
            "Pages: 1. So few need no bookmarks.",
        ],
    )


@pytest.mark.parametrize(
    ("pages", "is_fine", "sentence"),
    [
        ([TEXT, b""], True, "Text: it can be read aloud, searched and copied."),
        (
            [BOX, BOX],
            False,
            (
                "Text: there is none, only pictures of pages. Scan it with text "
                "recognition, or export it from the program it was written in."
            ),
        ),
        (
            [TEXT, BOX],
            False,
            "Text: 1 page has none, only a picture (page 2).",
        ),
        (
            [TEXT, *[BOX] * 12],
            False,
            (
                "Text: 12 pages have none, only pictures "
                "(pages 2, 3, 4, 5, 6, 7, 8, 9, 10, 11…)."
            ),
        ),
    ],
)
def test_pages_without_text_are_named(db, pages, is_fine, sentence):
    bad, sentences = told(checked(accessible_pdf(*pages)))

    assert (bad == [], sentences[0]) == (is_fine, sentence)


@pytest.mark.parametrize(("pages", "bad"), [(19, []), (20, ["bookmarks"])])
def test_bookmarks_are_asked_of_long_files_only(db, pages, bad):
    found, _sentences = told(checked(pdf(*[TEXT] * pages)))

    assert found[3:] == bad


def test_file_that_forbids_screen_readers_is_told(db):
    bad, _sentences = told(checked(locked_pdf(b"", NO_SCREEN_READERS)))

    assert bad == ["tags", "title", "language", "permission"]


def test_findings_stand_beside_the_file(english):
    document = checked(pdf(), accessibility="yes")

    answer = english.get(reverse("wagtaildocs:edit", args=[document.pk]))

    html = answer.content.decode()
    assert "The automatic check found 3 obstacles." in html
    assert "Tags: there are none." in html
    assert "It is recorded as accessible below." in html


def test_file_of_another_type_has_no_findings(english):
    document = factories.document()

    answer = english.get(reverse("wagtaildocs:edit", args=[document.pk]))

    assert (
        "automatic check"
        not in answer.content.decode()
        .split("</main>")[0]
        .split('id="id_accessibility"')[0]
        .split("What a person found")[0]
    )
    assert summary_of(document) == ""


def test_list_of_documents_says_what_was_found(english):
    checked(pdf())

    html = english.get(reverse("wagtaildocs:index")).content.decode()

    assert "3 obstacles" in html
