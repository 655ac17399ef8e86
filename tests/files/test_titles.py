"""Titles of files: what is proposed, and what one writes."""

import pytest
from django.urls import reverse

from pages.models import SiteDocument, SiteImage
from tests import factories
from tests.files import corpus
from tests.files.ways import upload, values

INVISIBLE = "\u200f \u202e"


@pytest.mark.parametrize(
    ("title", "kept"),
    [("Pl\u202ean", "Plan"), (INVISIBLE, "Haushalt 2031")],
)
def test_title_has_only_visible_characters_and_is_never_empty(english, title, kept):
    for app, model, name, content in (
        ("wagtaildocs", SiteDocument, "Haushalt 2031.zip", corpus.GOOD["zip"]),
        ("wagtailimages", SiteImage, "Haushalt 2031.png", corpus.picture()),
    ):
        given = values(file=upload(name, content), title=title)

        answer = english.post(reverse(f"{app}:add"), given)

        assert answer.status_code == 302
        assert model.objects.get().title == kept


def test_title_that_is_emptied_later_is_the_name_of_the_file(english):
    document = factories.document("Plan", "flyer.txt")
    place = reverse("wagtaildocs:edit", args=[document.pk])

    answer = english.post(place, values(title=INVISIBLE))

    document.refresh_from_db()
    assert (answer.status_code, document.title) == (302, "flyer")
