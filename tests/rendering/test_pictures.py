"""Pictures: what is said of them, and that a broken one harms nobody."""

import pytest
from django.core.files.base import ContentFile

from cms.pictures import picture
from tests import factories


@pytest.fixture
def photo(db):
    return factories.image(
        alt_texts={"de": "Ein Platz", "en": "A square"},
        credit="Photo: Jo Doe",
        licence="CC BY 4.0",
        licence_url="https://licence.example/",
    )


@pytest.fixture
def show(read, home):
    """Publish figures below /en/ and read their page: ``show({...}, {...})``."""

    def show(*figures):
        body = [{"type": "figure", "value": figure} for figure in figures]
        return read(factories.standard(factories.translated(home), "Page", body=body))

    return show


def test_figure_prints_caption_credit_and_licence(show, photo):
    seen = show({"image": photo.pk, "caption": "The square"})

    assert seen.all("figcaption") == ["The square Photo: Jo Doe, CC BY 4.0"]
    assert seen.links("figcaption a") == {"CC BY 4.0": "https://licence.example/"}


def test_figure_has_measures_formats_and_its_text_in_the_language(show, photo):
    seen = show({"image": photo.pk})

    image = seen.one("main picture img")
    types = [source["type"] for source in seen.html.select("main picture source")]
    assert image["alt"] == "A square"
    assert (image["width"], image["height"]) == ("64", "48")
    assert types == ["image/avif", "image/webp"]


def test_decoration_is_passed_over_by_screen_readers(show, photo):
    seen = show({"image": photo.pk, "is_decorative": True})

    assert seen.one("main picture img")["alt"] == ""


def test_all_but_the_first_picture_wait(show, photo):
    seen = show({"image": photo.pk}, {"image": photo.pk}, {"image": photo.pk})

    waiting = [image.get("loading") for image in seen.html.select("main picture img")]
    assert waiting == [None, "lazy", "lazy"]


def test_missing_file_takes_only_its_picture_away(show, photo):
    photo.file.storage.delete(photo.file.name)

    seen = show({"image": photo.pk, "caption": "The square"})

    assert seen.status == 200
    assert seen.text == "Page"


def test_broken_file_takes_only_its_picture_away(photo):
    photo.file.storage.delete(photo.file.name)
    photo.file.storage.save(photo.file.name, ContentFile(b"no picture at all"))

    assert picture(photo, "A square", sizes="100vw", lazy=True) == ""


def test_deleted_image_takes_only_its_picture_away(show, photo):
    pk = photo.pk
    photo.delete()

    assert show({"image": pk}).text == "Page"
