"""Pictures of public pages say what they show, or that they are decoration."""

import pytest
from wagtail.actions.publish_page_revision import PublishPagePermissionError

from tests import factories

SENTENCE = (
    "Das Bild „Platz“ hat keinen Alternativtext. Öffnen Sie das Bild und schreiben "
    "Sie, was es zeigt, oder kennzeichnen Sie es hier als „Nur Schmuckbild“."
)


def figure(image, **values):
    return {"type": "figure", "value": {"image": image.pk, **values}}


def gallery(*images):
    return {"type": "gallery", "value": {"pictures": [figure(one) for one in images]}}


@pytest.fixture
def home(db):
    return factories.home()


@pytest.fixture
def silent(db):
    return factories.image("Platz")


def draft(home, **values):
    return factories.standard(home, live=False, **values)


def test_picture_without_words_is_not_published(home, silent):
    page = draft(home, body=[figure(silent)])

    with pytest.raises(PublishPagePermissionError) as refused:
        page.save_revision().publish()

    page.refresh_from_db()
    assert (str(refused.value), page.live) == (SENTENCE, False)


def test_picture_without_words_can_be_saved_in_a_draft(home, silent):
    page = draft(home, body=[figure(silent)])

    page.save_revision()

    assert page.get_latest_revision_as_object().body[0].value["image"] == silent


@pytest.mark.parametrize(
    "values", [{"is_decorative": True}, {"caption": "Der Platz", "is_decorative": True}]
)
def test_decoration_needs_no_words(home, silent, values):
    page = draft(home, body=[figure(silent, **values)])

    assert page.publication_errors() == {}


def test_each_picture_of_a_gallery_is_named_once(home, silent):
    second = factories.image("Halle")
    told = factories.image("Garten", alt_texts={"de": "Ein Garten"})
    page = draft(home, body=[gallery(silent, told, second), figure(silent)])

    assert page.publication_errors() == {
        "body": "Die Bilder „Platz“, „Halle“ haben keinen Alternativtext. Öffnen Sie "
        "jedes Bild und schreiben Sie, was es zeigt, oder kennzeichnen Sie es hier als "
        "„Nur Schmuckbild“."
    }


def test_picture_of_a_news_page_needs_words(home, silent):
    index = factories.news_index(home)

    news = factories.news(index, live=False, image=silent)

    assert news.publication_errors() == {
        "image": "Das Bild „Platz“ hat keinen Alternativtext. Öffnen Sie das Bild und "
        "schreiben Sie, was es zeigt."
    }


@pytest.mark.parametrize(
    ("texts", "is_refused"),
    [
        ({}, True),
        ({"de": "Ein Platz"}, False),
        ({"en": "A square"}, False),
        ({"de": "Ein Platz", "en": "A square"}, False),
    ],
)
def test_translation_may_do_with_the_words_of_the_original(home, texts, is_refused):
    english = factories.translated(home)
    image = factories.image("Platz", alt_texts=texts)

    page = factories.standard(english, live=False, body=[figure(image)])

    assert bool(page.publication_errors()) == is_refused


def test_english_words_do_not_do_for_a_german_page(home):
    image = factories.image("Platz", alt_texts={"en": "A square"})

    assert draft(home, body=[figure(image)]).publication_errors() == {"body": SENTENCE}
