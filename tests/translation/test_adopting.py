"""Pages written in another language by hand become translations, and lose nothing."""

import pytest
from wagtail.models import PageViewRestriction
from wagtail_localize.models import StringTranslation, Translation

from pages.translation.adopting import adopt
from pages.translation.starting import NotConnectedError
from tests import factories
from tests.translation.translating import edit, english_of, start, translation_of

pytestmark = pytest.mark.django_db


def session(key, title):
    return {"type": "session", "id": key, "value": {"start": "11:00", "title": title}}


@pytest.fixture
def workshop(home):
    return factories.workshop(
        home,
        "Werkstatt 1",
        lead="Machen Sie mit.",
        intro="<p>Willkommen.</p>",
        agenda=[session("a", "Begrüßung")],
    )


@pytest.fixture
def english(workshop):
    """An English page that somebody wrote, with the same structure."""
    return factories.translated(
        workshop,
        title="Workshop 1",
        lead="Take part.",
        intro="<p>Welcome.</p>",
        agenda=[session("a", "Opening")],
    )


def test_adopted_page_keeps_its_words_and_follows(workshop, english):
    lone = adopt(english)
    edit(workshop, places=30)

    english = english_of(workshop)
    assert lone == []
    assert (english.lead, english.places) == ("Take part.", 30)
    assert english.agenda[0].value["title"] == "Opening"
    assert translation_of(workshop).work.open_strings == 0


def test_adopting_twice_takes_over_newer_words(workshop, english):
    adopt(english)
    english = english_of(workshop)
    english.lead = "Join us."
    english.save()

    adopt(english)

    assert english_of(workshop).lead == "Join us."
    assert StringTranslation.objects.filter(data="Join us.").exists()


def test_page_with_another_structure_is_left_as_it_is(workshop, english):
    english.agenda = [session("a", "Opening"), session("b", "Only here")]
    english.save()

    lone = adopt(english)

    assert lone == ["Only here"]
    assert len(english_of(workshop).agenda) == 2
    assert not Translation.objects.filter(
        source__object_id=workshop.translation_key
    ).exists()


def test_text_with_a_link_that_the_original_lacks_is_named(workshop, english):
    english.intro = '<p>See <a href="https://a.example/">here</a>.</p>'
    english.save()

    assert adopt(english) == ["See here."]
    assert "a.example" in english_of(workshop).intro


def test_name_in_another_language_is_kept_as_a_form_of_its_own(workshop):
    german = factories.organisation("Stadt Lindenau")
    english = german.copy_for_translation(factories.locale("en"))
    english.name = "City of Lindenau"
    english.save()

    adopt(english)

    english.refresh_from_db()
    assert english.name == "City of Lindenau"
    assert english.own_forms == {"name": ["Stadt Lindenau", "City of Lindenau"]}


def test_german_words_of_a_translation_are_not_taken_for_english(workshop):
    english = start(workshop)

    adopt(english)

    assert english_of(workshop).text_origins["lead"] == [{"string": None}]


def test_adopted_page_is_as_private_as_its_original(workshop, english):
    PageViewRestriction.objects.create(page=workshop, restriction_type="login")

    adopt(english)

    assert PageViewRestriction.objects.filter(page=english.pk).exists()


def test_beginning_where_a_page_is_already_takes_its_words(workshop, english):
    start(workshop)

    edit(workshop, places=3)

    assert english_of(workshop).lead == "Take part."


def test_beginning_where_a_page_differs_is_refused(workshop, english):
    english.agenda = []
    english.save()

    with pytest.raises(NotConnectedError, match="Begrüßung"):
        start(workshop)
