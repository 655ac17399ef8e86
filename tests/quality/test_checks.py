"""The checks as functions over values: no page, no database."""

import pytest
from wagtail import blocks

from pages.models import ContentPage, ExternalAddress
from pages.quality.content import (
    Address,
    Content,
    Heading,
    Link,
    Picture,
    read_text,
    walk,
)
from pages.quality.known import Image, Known
from pages.quality.registry import CHECKS, KINDS, Kind, Subject, problems_of, register


def found(content, known=None, language="de"):
    subject = Subject(ContentPage, language, content, known or Known())
    return [(one.kind, one.place, one.data) for one in problems_of(subject)]


def headings(*levels):
    content = Content()
    for number, level in enumerate(levels):
        content.add_heading(Heading(f"body.{number}", level, f"Nr. {number}"))
    return content


@pytest.mark.parametrize(
    ("levels", "places"),
    [
        ([], []),
        ([2, 3, 4], []),
        ([3, 4], []),
        ([2, 3, 2, 3], []),
        ([2, 4], ["body.1"]),
        ([4], ["body.0"]),
        ([2, 4, 4], ["body.1"]),
        ([2, 3, 4, 2, 4], ["body.4"]),
    ],
)
def test_heading_that_leaves_out_a_level_is_found(levels, places):
    assert [place for _kind, place, _data in found(headings(*levels))] == places


def test_jump_names_heading_and_levels():
    assert found(headings(2, 4)) == [
        ("heading-jump", "body.1", {"text": "Nr. 1", "level": 4, "above": 2})
    ]


def test_headings_of_two_streams_are_two_orders():
    content = headings(2, 3)
    content.add_heading(Heading("report.1", 4, "Bericht"))

    assert [place for _kind, place, _data in found(content)] == ["report.1"]


def test_empty_heading_is_found_and_counts_as_none():
    content = headings(2)
    read_text("<h3> \n </h3><h4>Vier</h4>", content, "body.9")

    assert [kind for kind, _place, _data in found(content)] == [
        "empty-heading",
        "heading-jump",
    ]


@pytest.mark.parametrize(
    ("alt_texts", "language", "kinds"),
    [
        ({"de": "Ein Platz"}, "de", []),
        ({"de": "Ein Platz"}, "en", ["no-alternative-text"]),
        ({"de": "", "en": "A square"}, "de", ["no-alternative-text"]),
        ({}, "", []),
    ],
)
def test_picture_needs_a_text_in_the_language_of_its_page(alt_texts, language, kinds):
    content = Content(pictures=[Picture("body.1.image", 7)])
    known = Known(images={7: Image("Platz", alt_texts)})

    assert [one[0] for one in found(content, known, language)] == kinds


def test_deleted_picture_is_found():
    content = Content(pictures=[Picture("body.1.image", 7)])

    assert found(content) == [("deleted-picture", "body.1.image", {})]


def test_links_to_what_is_gone_are_found():
    content = Content(
        links=[
            Link("body.1", "page", 1, "da"),
            Link("body.2", "page", 2, "offline"),
            Link("body.3", "page", 3, "gelöscht"),
            Link("body.4", "document", 4, "da"),
            Link("body.5", "document", 5, "gelöscht"),
        ]
    )
    known = Known(pages={1: True, 2: False}, documents={4})

    assert found(content, known) == [
        ("unpublished-page", "body.2", {"words": "offline"}),
        ("deleted-page", "body.3", {"words": "gelöscht"}),
        ("deleted-document", "body.5", {"words": "gelöscht"}),
    ]


def test_external_link_is_only_told_when_it_is_certain():
    url = "https://example.org/"
    content = Content(addresses=[Address("body.1", url, "dort")])
    answers = [
        ExternalAddress(url=url, outcome=outcome)
        for outcome in ("", "fine", "refused", "timeout", "gone")
    ]

    said = [
        [kind for kind, *_rest in found(content, Known(addresses={url: address}))]
        for address in answers
    ]

    assert said == [[], [], [], [], ["broken-link"]]


def test_text_is_read_as_it_is_stored():
    content = Content()

    read_text(
        '<p><a linktype="page" id="3">Zur <b>Seite</b></a> '
        '<a linktype="document" id="4">Flyer</a> '
        '<a href="https://example.org/?a=1&amp;b=2">dort</a> '
        '<a href="mailto:jo@example.org">Jo</a> <a id="kaputt" linktype="page">x</a>',
        content,
        "intro",
    )

    assert content.links == [
        Link("intro", "page", 3, "Zur Seite"),
        Link("intro", "document", 4, "Flyer"),
    ]
    assert content.addresses == [
        Address("intro", "https://example.org/?a=1&b=2", "dort")
    ]


def test_old_list_with_bare_items_is_read():
    structure = blocks.StructBlock([("address", blocks.URLBlock(label="Adresse"))])
    stored = [
        {"address": "https://a.example/"},
        {"type": "item", "value": {"address": "https://b.example/"}},
        {"type": "item", "id": "7", "value": {"address": "https://c.example/"}},
    ]
    content = Content()

    walk(blocks.ListBlock(structure), stored, content, "body.1")
    walk(
        blocks.ListBlock(blocks.URLBlock(label="Adresse")),
        ["http://d.example"],
        content,
        "body.2",
    )

    assert content.addresses == [
        Address("body.1.address", "https://a.example/", "Adresse"),
        Address("body.1.address", "https://b.example/", "Adresse"),
        Address("body.1.7.address", "https://c.example/", "Adresse"),
        Address("body.2", "http://d.example", "Adresse"),
    ]


def test_check_that_fails_leaves_the_others_alone(monkeypatch, caplog):
    def faulty(subject):
        raise LookupError

    monkeypatch.setattr("pages.quality.registry.CHECKS", [faulty, *CHECKS])

    assert [kind for kind, *_rest in found(headings(2, 4))] == ["heading-jump"]
    assert "faulty" in caplog.text


def test_code_of_a_kind_is_taken_once():
    with pytest.raises(ValueError, match="'heading-jump'"):
        register(Kind("heading-jump", "", ""))


def test_every_kind_says_a_sentence_with_its_data():
    data = {
        "title": "Titel",
        "text": "Text",
        "level": 4,
        "above": 2,
        "file": "flyer.pdf",
        "words": "hier",
        "url": "https://example.org/",
        "moved_to": "https://example.com/",
        "outcome": "gone",
    }

    sentences = {kind.code: kind.say(data) for kind in KINDS.values()}

    assert all(sentence and "%(" not in sentence for sentence in sentences.values())
