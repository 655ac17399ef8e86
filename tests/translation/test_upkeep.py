"""``follow_originals`` repairs what did not follow, and says what it cannot repair."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import Translation

from pages.models import Venue
from pages.models.translated import TranslationProgress
from pages.translation import upkeep
from tests import factories
from tests.translation.translating import edit, english_of, published, translation_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english_messages():
    with translation.override("en"):
        yield


@pytest.fixture
def workshop(home):
    workshop = factories.workshop(home, "Werkstatt", venue=factories.venue())
    published(workshop)
    return edit(workshop, places=30)


def call(*arguments, **options):
    out = StringIO()
    call_command("follow_originals", *arguments, stdout=out, **options)
    return out.getvalue().splitlines()


def lose(page, **values):
    """Change a translation past everything that watches it."""
    type(page).objects.filter(pk=page.pk).update(**values)


def test_facts_that_got_lost_are_brought_back(workshop):
    lose(english_of(workshop), places=3)
    lose(english_of(workshop.venue), street="Falsche Straße 1")

    said = call()

    assert said == ["2 translations were brought up to date."]
    assert english_of(workshop).places == 30
    assert english_of(workshop.venue).street == workshop.venue.street


def test_what_is_true_is_left_alone(workshop):
    versions = english_of(workshop).revisions.count()

    said = call()

    assert said == ["0 translations were brought up to date."]
    assert english_of(workshop).revisions.count() == versions


def test_failure_is_named_and_stops_no_other(home, workshop, monkeypatch, caplog):
    other = factories.workshop(home, "Andere")
    published(other)
    lose(english_of(other), places=3)
    follow = upkeep.follow

    def fail(original):
        if original.pk == workshop.pk:
            raise ValueError("nobody knows")
        return follow(original)

    monkeypatch.setattr(upkeep, "follow", fail)
    err = StringIO()
    message = r"^1 original could not be followed\. All others were\.$"
    with pytest.raises(CommandError, match=message):
        call(stderr=err, no_color=True)

    assert err.getvalue() == (
        f"Workshop page “Werkstatt” (number {workshop.pk}): An error that nobody "
        "foresaw (ValueError: nobody knows). The log has more of it.\n"
    )
    assert english_of(other).places is None
    assert "did not follow" in caplog.text


def test_translation_without_public_original_goes_offline(workshop):
    lose(workshop, live=False)

    said = call()

    assert said == ["1 translation was brought up to date."]
    assert not english_of(workshop).live
    assert english_of(workshop).is_withdrawn


def test_lost_privacy_is_restored(workshop):
    PageViewRestriction.objects.create(page=workshop, restriction_type="login")
    restriction = PageViewRestriction.objects.filter(page=english_of(workshop).pk)
    restriction._raw_delete("default")

    call()

    assert restriction.exists()


def test_progress_is_counted_again_on_demand(workshop):
    TranslationProgress.objects.update(open_strings=99)
    everything = Translation.objects.count()

    said = call("--count")

    assert said[1] == f"{everything} translations were counted again."
    assert translation_of(workshop).work.open_strings == 0
    assert not TranslationProgress.objects.filter(open_strings=99).exists()


def test_interruption_says_that_it_can_go_on(workshop, monkeypatch):
    def interrupt(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(upkeep, "repair", interrupt)

    with pytest.raises(CommandError, match=r"^Stopped\.") as stopped:
        call()

    assert stopped.value.returncode == 130
    assert Page.objects.filter(pk=workshop.pk).exists()
    assert Venue.objects.count() == 2
