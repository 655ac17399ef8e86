"""Translations move with their originals, and leave redirects of their own."""

import pytest
from django.core.cache import cache
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from tests import factories
from tests.translation.translating import published, start

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    cache.clear()
    home = factories.home()
    start(home)
    published(home)
    return home


def redirects():
    rows = Redirect.objects.order_by("old_path").select_related("redirect_page")
    return {row.old_path: row.redirect_page.url for row in rows}


def test_original_that_moves_takes_its_translation_along(
    client, home, django_capture_on_commit_callbacks
):
    project = factories.project(home, "Projekt")
    page = factories.standard(home, "Angaben", lead="Worum es geht.")
    before = [published(each).url for each in (project, page)]

    with django_capture_on_commit_callbacks(execute=True):
        german = Page.objects.get(pk=page.pk).specific
        german.move(Page.objects.get(pk=project.pk), pos="last-child")

    after = Page.objects.get(
        translation_key=page.translation_key, locale=factories.locale("en")
    ).url
    old_english = before[1]
    assert after.startswith(before[0])
    assert redirects() == {
        "/angaben": "/projekt/angaben/",
        old_english.rstrip("/"): after,
    }
    assert client.get(old_english)["Location"] == after
