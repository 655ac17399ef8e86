"""A page is moved below a hidden one that has no translation."""

import pytest
from django.core.management import call_command
from wagtail.models import Page, PageViewRestriction

from pages.translation.publishing import OriginalOfflineError
from tests import factories
from tests.translation.translating import (
    edit,
    english_of,
    publish,
    published,
)

pytestmark = pytest.mark.django_db


def make_private(page):
    return PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.fixture
def workshop(home):
    """A workshop with an English version, and a page below it that has one, too."""
    workshop = factories.workshop(home, "Werkstatt 1", lead="Machen Sie mit.")
    below = factories.standard(home, "Anfahrt", slug="anfahrt")
    published(workshop)
    published(below)
    below.move(workshop, pos="last-child")
    return reloaded(workshop)


@pytest.fixture
def draft(home):
    return factories.project(home, "Geheimer Entwurf", live=False)


@pytest.fixture
def private(home):
    project = factories.project(home, "Nur für den Beirat")
    make_private(project)
    return project


@pytest.fixture(params=["draft", "private", "below draft"])
def hidden(request, home):
    """A page nobody may begin a translation of unasked."""
    if request.param == "below draft":
        return factories.project(request.getfixturevalue("draft"), "Darunter")
    return request.getfixturevalue(request.param)


def reloaded(page):
    return type(page).objects.get(pk=page.pk)


def english_copies(page):
    keys = page.get_ancestors(inclusive=True).filter(depth__gt=2)
    return Page.objects.filter(
        translation_key__in=keys.values("translation_key"),
        locale=factories.locale("en"),
    )


def state(workshop):
    """Whether the English versions of the workshop and of what is below are public."""
    english = english_of(workshop)
    return [page.live for page in english.get_descendants(inclusive=True)]


def test_hidden_page_is_not_copied_for_a_page_that_moves_below_it(
    home, workshop, hidden, caplog
):
    workshop.move(hidden, pos="last-child")

    assert not english_copies(hidden).exists()
    assert english_of(workshop).get_parent().pk == english_of(home).pk
    assert "of “Werkstatt 1” stays where it is" in caplog.text
    assert not any(Page.find_problems())


def test_translation_stays_public_if_its_original_moves_below_a_draft(workshop, draft):
    workshop.move(draft, pos="last-child")

    assert state(workshop) == [True, True]


def test_translation_goes_offline_if_its_original_becomes_private(workshop, private):
    workshop.move(private, pos="last-child")

    assert state(workshop) == [False, False]


def test_translation_goes_offline_if_the_draft_above_becomes_private(workshop, draft):
    workshop.move(draft, pos="last-child")

    make_private(draft)

    assert state(workshop) == [False, False]


def test_publishing_brings_nothing_back_below_a_private_page(workshop, private):
    workshop.move(private, pos="last-child")

    edit(workshop, lead="Kommen Sie alle.")
    with pytest.raises(OriginalOfflineError):
        publish(workshop)
    english_of(workshop).latest_revision.publish()

    assert state(workshop) == [False, False]
    assert not english_copies(private).exists()


def test_translation_comes_back_where_its_original_is_moved_out_again(
    home, workshop, private
):
    workshop.move(private, pos="last-child")

    reloaded(workshop).move(reloaded(home), pos="last-child")

    assert state(workshop) == [True, True]


def test_translation_finds_its_place_when_the_page_above_is_public(workshop, hidden):
    workshop.move(hidden, pos="last-child")
    PageViewRestriction.objects.all().delete()
    Page.objects.filter(live=False, locale=workshop.locale).update(live=True)

    call_command("follow_originals", verbosity=0)

    english = english_of(workshop)
    assert english.get_parent().translation_key == hidden.translation_key
    assert state(workshop) == [True, True]
    assert not any(Page.find_problems())


def test_command_leaves_hidden_pages_alone(home, workshop, hidden, caplog):
    workshop.move(hidden, pos="last-child")
    caplog.clear()

    call_command("follow_originals", verbosity=0)

    assert not english_copies(hidden).exists()
    assert "of “Werkstatt 1” stays where it is" in caplog.text


def test_page_without_translation_is_begun_if_everybody_may_read_it(home, workshop):
    project = factories.project(home, "Öffentlich")

    workshop.move(project, pos="last-child")

    assert english_of(project).live is False
    assert english_of(workshop).get_parent().pk == english_of(project).pk
