"""What an editor learns about a programme while saving it."""

import pytest
from django.utils.translation import override

from pages.blocks import AgendaStream
from pages.models import WorkshopPage
from tests import factories

pytestmark = pytest.mark.browser

SESSION = AgendaStream().child_blocks["session"]


@pytest.fixture
def page(site):
    workshop = factories.workshop(factories.home())
    workshop.save_revision().publish()
    return workshop


@pytest.fixture
def form(moderator, page):
    moderator.edit_page(page.pk)
    return moderator


def add_session(form, start, end, title):
    session = form.add_block("agenda", SESSION)
    form.fill_time(f"{session}-start", start)
    form.fill_time(f"{session}-end", end)
    form.fill(f"{session}-title", title)


def live(page):
    return WorkshopPage.objects.get(pk=page.pk)


def titles(page):
    return [block.value["title"] for block in page.agenda]


def sentences(page, code):
    with override("de"):
        return [found.message for found in page.warnings() if found.code == code]


def test_overlap_is_shown_and_published(form, page):
    add_session(form, "11:00", "12:00", "Eins")
    add_session(form, "11:30", "16:00", "Zwei")
    form.publish()

    assert titles(live(page)) == ["Eins", "Zwei"]
    [sentence] = sentences(live(page), "overlap")
    assert [text for text in form.messages() if sentence in text] != []
    form.edit_page(page.pk)
    assert sentence in form.page.locator(".help-warning").inner_text()


def test_end_before_start_is_told_at_the_programme(form, page):
    add_session(form, "11:00", "10:00", "Zurück")
    form.publish()
    told = form.errors("agenda")
    form.save()

    assert told == sentences(draft(page), "end-before-start")
    assert len(told) == 1


def test_refused_programme_is_saved_as_draft_with_nothing_lost(form, page):
    add_session(form, "11:00", "10:00", "Zurück")
    form.publish()
    form.save()

    assert titles(draft(page)) == ["Zurück"]
    assert titles(live(page)) == []


def draft(page):
    return live(page).get_latest_revision_as_object()
