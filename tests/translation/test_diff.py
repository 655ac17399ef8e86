"""What has changed in an original, text by text and word by word."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail_localize.models import StringTranslation

from pages.models import ChangeNote
from pages.translation.changes import Kind, Status, TextChange, changes, compare
from pages.translation.progress import Rendered
from pages.translation.texts import Piece, Text
from pages.translation.wording import difference, shown
from tests import factories
from tests.translation.translating import (
    edit,
    publish,
    published,
    start,
    translate,
    translation_of,
)

# --- Words --------------------------------------------------------------------------


def differing(old, new):
    """The difference without what is only said to those who do not see it."""
    with override("en"):
        html = difference(old, new)
    for words in ("removed:", "added:"):
        html = html.replace(f'<span class="w-sr-only">{words} </span>', "")
    return html


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Suppe", "Suppe", "Suppe"),
        ("Um elf Uhr", "Um zwölf Uhr", "Um <del>elf</del><ins>zwölf</ins> Uhr"),
        ("Bitte kommen.", "Bitte bald kommen.", "Bitte<ins> bald</ins> kommen."),
        ("", "Neu", "<ins>Neu</ins>"),
        ("Alt", "", "<del>Alt</del>"),
        # A sentence that is another one is not torn to pieces.
        (
            "Wir essen Suppe",
            "Alle kochen gemeinsam Brot",
            "<del>Wir essen Suppe</del><ins>Alle kochen gemeinsam Brot</ins>",
        ),
        ("Kaffee!", "Kaffee?", "Kaffee<del>!</del><ins>?</ins>"),
    ],
)
def test_difference_marks_words(old, new, expected):
    assert differing(old, new) == expected


def test_difference_says_in_words_what_was_removed_and_added():
    with override("de"):
        html = difference("elf", "zwölf")

    assert html == (
        '<del><span class="w-sr-only">entfernt: </span>elf</del>'
        '<ins><span class="w-sr-only">hinzugefügt: </span>zwölf</ins>'
    )


def test_tags_are_shown_and_compared_as_a_whole():
    assert differing("Das <b>Rathaus</b>", 'Das <a id="a1">Rathaus</a>') == (
        "Das <del><code>&lt;b&gt;</code></del>"
        "<ins><code>&lt;a id=&quot;a1&quot;&gt;</code></ins>"
        "Rathaus"
        "<del><code>&lt;/b&gt;</code></del><ins><code>&lt;/a&gt;</code></ins>"
    )


def test_text_that_looks_like_a_tag_is_text():
    assert shown("1 &lt; 2 &amp; 3 &gt; 2") == "1 &lt; 2 &amp; 3 &gt; 2"
    assert differing("&lt;script&gt;", "&lt;script&gt;x") == (
        "&lt;script&gt;<ins>x</ins>"
    )


def test_scripts_are_shown_and_not_run():
    assert shown("<script>alert(1)</script>") == (
        "<code>&lt;script&gt;</code>alert(1)<code>&lt;/script&gt;</code>"
    )


# --- Comparing, without a database --------------------------------------------------

SOURCES = {1: "Suppe um elf", 2: "Brot", 3: "Suppe um zwölf", 4: "Kuchen zum Kaffee"}


def piece(key, path="lead", order=1):
    return Piece(path, key, SOURCES[key], {}, order)


def found(texts, pieces, renderings=None):
    return [
        (change.kind, change.before, change.now, change.shown, change.status)
        for change in compare(texts, pieces, SOURCES, renderings or {})
    ]


def test_text_made_from_the_present_original_has_not_changed():
    assert found({"lead": [Text(1, "Soup at 11")]}, [piece(1)]) == []


def test_changed_text_is_compared_with_the_one_it_was_made_from():
    assert found({"lead": [Text(1, "Soup at 11")]}, [piece(3)]) == [
        (Kind.CHANGED, "Suppe um elf", "Suppe um zwölf", "Soup at 11", Status.OPEN)
    ]


def test_text_that_never_was_translated_is_new():
    assert found({"lead": [Text(None)]}, [piece(1)]) == [
        (Kind.NEW, "", "Suppe um elf", "", Status.OPEN)
    ]


def test_field_that_is_new_is_new():
    assert found({}, [piece(1)]) == [(Kind.NEW, "", "Suppe um elf", "", Status.OPEN)]


def test_field_that_is_gone_is_removed():
    assert found({"lead": [Text(1, "Soup at 11")]}, []) == [
        (Kind.REMOVED, "Suppe um elf", "", "Soup at 11", Status.NONE)
    ]


def test_german_words_that_are_gone_are_no_change():
    assert found({"lead": [Text(None)]}, []) == []


def test_paragraph_in_the_middle_is_new_and_the_others_are_not():
    texts = {"lead": [Text(1, "Soup"), Text(2, "Bread")]}

    assert found(texts, [piece(1), piece(4, order=2), piece(2, order=3)]) == [
        (Kind.NEW, "", "Kuchen zum Kaffee", "", Status.OPEN)
    ]


def test_removed_paragraph_is_removed_and_the_others_are_not():
    texts = {"lead": [Text(1, "Soup"), Text(4, "Cake"), Text(2, "Bread")]}

    assert found(texts, [piece(1), piece(2, order=2)]) == [
        (Kind.REMOVED, "Kuchen zum Kaffee", "", "Cake", Status.NONE)
    ]


def test_changed_paragraph_behind_a_new_one_is_found_by_likeness():
    texts = {"lead": [Text(1, "Soup at 11")]}

    assert found(texts, [piece(4), piece(3, order=2)]) == [
        (Kind.NEW, "", "Kuchen zum Kaffee", "", Status.OPEN),
        (Kind.CHANGED, "Suppe um elf", "Suppe um zwölf", "Soup at 11", Status.OPEN),
    ]


def test_same_words_twice_are_two_texts():
    texts = {"lead": [Text(2, "Bread"), Text(2, "Bread")]}

    assert found(texts, [piece(2)]) == [
        (Kind.REMOVED, "Brot", "", "Bread", Status.NONE)
    ]


@pytest.mark.parametrize(
    ("is_machine", "status"), [(False, Status.TRANSLATED), (True, Status.MACHINE)]
)
def test_saved_translation_is_shown_with_who_made_it(is_machine, status):
    renderings = {("lead", 3): Rendered("Soup at 12", is_machine, 9)}
    texts = {"lead": [Text(1, "Soup at 11")]}

    [change] = compare(texts, [piece(3)], SOURCES, renderings)

    assert (change.prepared, change.status) == ("Soup at 12", status)


def test_paragraphs_are_numbered_where_there_are_several():
    one = compare({}, [piece(1)], SOURCES, {})
    two = compare({}, [piece(1), piece(2, order=2)], SOURCES, {})

    assert [change.part for change in one + two] == [0, 1, 2]


# --- Of real translations -----------------------------------------------------------


@pytest.fixture(autouse=True)
def _english_interface():
    with override("en"):
        yield


def changes_of(original):
    return changes(translation_of(original))


def labels(original):
    return [(change.label, change.kind) for change in changes_of(original)]


def session(key, start_time="11:00", title="Begrüßung", **values):
    value = {"start": start_time, "title": title, **values}
    return {"type": "session", "id": key, "value": value}


def talk(key, title):
    return {"type": "contribution", "id": key, "value": {"title": title}}


def test_changed_field_of_a_page(home):
    page = factories.standard(home, "Impressum", lead="Suppe um elf")
    published(page, lead="Soup at 11")
    edit(page, lead="Suppe um zwölf")

    assert changes_of(page) == [
        TextChange(
            path="lead",
            kind=Kind.CHANGED,
            before="Suppe um elf",
            now="Suppe um zwölf",
            shown="Soup at 11",
            prepared="",
            status=Status.OPEN,
            label="Lead",
        )
    ]


def test_current_translation_has_no_changes(home):
    page = factories.standard(home, "Impressum", lead="Suppe um elf")
    published(page)

    assert changes_of(page) == []


def test_translation_saved_and_not_published_is_beside_the_public_one(home):
    page = factories.standard(home, "Impressum", lead="Suppe um elf")
    published(page, lead="Soup at 11")
    edit(page, lead="Suppe um zwölf")
    translate(page, lead="Soup at 12")

    [change] = changes_of(page)

    assert (change.shown, change.prepared) == ("Soup at 11", "Soup at 12")
    assert change.status is Status.TRANSLATED


def test_machine_translation_is_to_be_confirmed(home):
    page = factories.standard(home, "Impressum", lead="Suppe um elf")
    published(page)
    edit(page, lead="Suppe um zwölf")
    translate(page)
    StringTranslation.objects.update(translation_type="machine")

    assert [change.status for change in changes_of(page)] == [Status.MACHINE]


def test_published_translation_ends_the_change(home):
    page = factories.standard(home, "Impressum", lead="Suppe um elf")
    published(page)
    edit(page, lead="Suppe um zwölf")
    translate(page)
    publish(page)

    assert changes_of(page) == []


def test_all_texts_of_a_draft_are_new(home):
    page = factories.standard(home, "Impressum", lead="Suppe um elf")
    start(page)

    assert labels(page) == [("Title", Kind.NEW), ("Lead", Kind.NEW)]


def test_programme_names_the_way_to_a_text(home):
    page = factories.workshop(home, agenda=[session("one")])
    published(page)
    talks = [talk("first", "Licht"), talk("second", "Luft")]
    edit(page, agenda=[session("one", title="Empfang", contributions=talks)])

    assert labels(page) == [
        ("Programme › 11:00 Programme item › Title", Kind.CHANGED),
        ("Programme › 11:00 Programme item › Talks › Talk 1 › Title", Kind.NEW),
        ("Programme › 11:00 Programme item › Talks › Talk 2 › Title", Kind.NEW),
    ]


def test_entry_that_is_gone_is_gone_in_both_languages_and_so_no_change(home):
    page = factories.workshop(home, agenda=[session("one"), session("two", "12:00")])
    published(page)
    edit(page, agenda=[session("one")])

    assert labels(page) == []


def test_paragraphs_of_a_rich_text_are_numbered(home):
    page = factories.workshop(home, intro="<p>Eins.</p><p>Zwei.</p>")
    published(page)
    edit(page, intro="<p>Eins.</p><p>Zwei und drei.</p>")

    assert labels(page) == [("Introduction, part 2", Kind.CHANGED)]


def test_change_note_is_named(home):
    page = factories.standard(home, "Impressum")
    published(page)
    edit(page, change_notes=[ChangeNote(text="Neuer Raum", locale=page.locale)])

    assert labels(page) == [("Change note › What changed", Kind.NEW)]


def test_labels_are_in_the_language_of_the_reader(home):
    page = factories.workshop(home, agenda=[session("one")])
    published(page)
    edit(page, agenda=[session("one", title="Empfang")])

    with override("de"):
        assert labels(page) == [
            ("Programm › 11:00 Programmpunkt › Titel", Kind.CHANGED)
        ]


def test_change_of_a_contact(home, django_capture_on_commit_callbacks):
    contact = factories.contact("Jo Wallner", role="Leitung")
    published(contact, role="Lead")
    contact.role = "Projektleitung"
    with django_capture_on_commit_callbacks(execute=True):
        contact.save()

    assert labels(contact) == [("Role", Kind.CHANGED)]


def test_changes_of_a_deleted_original_are_none(home):
    page = factories.standard(home, "Impressum", lead="Suppe um elf")
    published(page)
    translation = translation_of(page)
    type(page).objects.get(pk=page.pk).delete()

    assert changes(translation) == []


@pytest.mark.parametrize("amount", [1, 12])
def test_changes_ask_as_much_for_any_number_of_texts(home, amount):
    numbers = range(amount)
    page = factories.workshop(home, agenda=[session(f"s{n}") for n in numbers])
    published(page)
    edit(page, agenda=[session(f"s{n}", title=f"Punkt {n}") for n in numbers])
    translation = translation_of(page)
    changes(translation)

    with CaptureQueriesContext(connection) as asked:
        found = changes(translation)

    assert (len(asked), len(found)) == (QUERIES, amount)


QUERIES = 5
