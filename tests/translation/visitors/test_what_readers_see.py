"""From what a translator publishes to what a visitor reads."""

import pytest
from wagtail_localize.models import StringTranslation

from tests import factories
from tests.translation.translating import edit, publish, published, start, translate

TEXT = "<p>Erster Absatz.</p><p>Zweiter <b>Absatz</b>.</p>"


def german(seen):
    return [
        one.get_text()
        for one in seen.html.select("main :not(.language-notice *)[lang=de]")
    ]


def notices(seen):
    return seen.all(".language-notice p")


@pytest.fixture
def workshop(home):
    published(home)
    agenda = [{"type": "session", "value": {"start": "11:00", "title": "Beginn"}}]
    return factories.workshop(
        home, "Werkstatt 1", lead="Machen Sie mit.", intro=TEXT, agenda=agenda
    )


def test_complete_translation_reads_as_english(read, workshop):
    seen = read(published(workshop))

    assert seen.all("h1") == ["EN Werkstatt 1"]
    assert (german(seen), notices(seen)) == ([], [])


def test_untranslated_paragraph_is_marked_and_announced(read, workshop):
    start(workshop)
    translate(workshop)
    StringTranslation.objects.get(translation_of__data__contains="Zweiter").delete()

    seen = read(publish(workshop))

    assert german(seen) == ["Zweiter ", "Absatz", "."]
    assert notices(seen)[0] == (
        "Parts of this page are not translated yet and are shown in German."
    )


def test_new_entry_is_marked_and_the_page_says_it_is_behind(read, workshop):
    english = published(workshop)
    new = {"type": "session", "value": {"start": "12:00", "title": "Schluss"}}
    edit(workshop, agenda=[*workshop.agenda.get_prep_value(), new])

    seen = read(english)

    # In the programme, and where each entry has a calendar of its own.
    assert set(german(seen)) == {"Schluss"}
    assert [line.split(" ")[0] for line in notices(seen)] == ["This", "Parts", "Dates,"]


def test_changed_text_keeps_its_english_and_the_page_says_it_is_behind(read, workshop):
    english = published(workshop)
    edit(workshop, lead="Alle machen mit.")

    seen = read(english)

    assert seen.all(".lead") == ["EN Machen Sie mit."]
    assert german(seen) == []
    assert "the German original was changed on" in notices(seen)[0]


def test_minor_change_is_not_announced(read, workshop):
    english = published(workshop)
    edit(workshop, minor=True, lead="Machen Sie alle mit.")

    assert notices(read(english)) == []


def test_unpublished_original_leaves_nothing_at_the_english_address(client, workshop):
    english = published(workshop)
    workshop.unpublish()

    assert client.get(english.url).status_code == 404
