"""What moves "updated on", and what does not."""

from datetime import UTC, datetime, timedelta

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from pages.models import StandardPage
from tests import factories

pytestmark = pytest.mark.django_db

FIRST = datetime(2026, 1, 10, 9, 0, tzinfo=UTC)
LATER = FIRST + timedelta(days=30)
MUCH_LATER = FIRST + timedelta(days=60)


@pytest.fixture
def imprint(time_machine):
    """A page that was first published on 10 January."""
    time_machine.move_to(FIRST, tick=False)
    page = factories.standard(factories.home())
    page.save_revision().publish()
    time_machine.move_to(LATER, tick=False)
    return reloaded(page)


def reloaded(page):
    return StandardPage.objects.get(pk=page.pk)


def edit(client, page, **fields):
    """Save the page's form as an editor does; ``publish=True`` publishes."""
    publish = fields.pop("publish", True)
    data = nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "lead": page.lead,
            "body": streamfield([]),
            "page_documents": inline_formset([]),
            "page_contacts": inline_formset([]),
            "change_notes": inline_formset([]),
            "comments": inline_formset([]),
            **fields,
        }
    )
    if publish:
        data["action-publish"] = "1"
    return client.post(f"/admin/pages/{page.pk}/edit/", data)


def test_first_publication_sets_both_dates(imprint):
    assert imprint.published_on == FIRST.date()
    assert imprint.content_updated_at == FIRST
    assert imprint.updated_on is None


def test_publishing_an_edit_moves_the_date(admin_client, imprint):
    edit(admin_client, imprint, lead="Neu")

    page = reloaded(imprint)
    assert page.lead == "Neu"
    assert page.updated_on == LATER.date()
    assert page.update_pending is False


def test_publishing_a_minor_change_keeps_the_date(admin_client, imprint):
    edit(admin_client, imprint, lead="Neu", minor_change="on")

    page = reloaded(imprint)
    assert page.lead == "Neu"
    assert page.updated_on is None


def test_saving_a_draft_keeps_the_date_until_it_is_published(
    admin_client, imprint, time_machine
):
    edit(admin_client, imprint, lead="Neu", publish=False)

    assert reloaded(imprint).content_updated_at == FIRST

    time_machine.move_to(MUCH_LATER, tick=False)
    reloaded(imprint).get_latest_revision().publish()

    assert reloaded(imprint).updated_on == MUCH_LATER.date()


def test_minor_change_speaks_for_all_drafts_since_the_last_publication(
    admin_client, imprint
):
    edit(admin_client, imprint, lead="Neu", publish=False)
    edit(admin_client, imprint, lead="Neu.", minor_change="on")

    assert reloaded(imprint).updated_on is None


def test_publishing_a_revision_again_keeps_the_date(
    admin_client, imprint, time_machine
):
    edit(admin_client, imprint, lead="Neu")
    page = reloaded(imprint)
    page.unpublish()

    time_machine.move_to(MUCH_LATER, tick=False)
    page.get_latest_revision().publish()

    assert reloaded(imprint).updated_on == LATER.date()


def test_publishing_by_code_keeps_the_date(imprint):
    imprint.lead = "Aus einem Abgleich"

    imprint.save_revision().publish()

    page = reloaded(imprint)
    assert page.lead == "Aus einem Abgleich"
    assert page.updated_on is None


def test_publishing_an_old_revision_never_turns_the_date_back(admin_client, imprint):
    old = imprint.get_latest_revision()
    edit(admin_client, imprint, lead="Neu")

    old.publish()

    assert reloaded(imprint).updated_on == LATER.date()


def test_scheduled_publication_takes_the_day_it_goes_live(
    admin_client, imprint, time_machine
):
    edit(admin_client, imprint, lead="Neu", publish=False)
    draft = reloaded(imprint).get_latest_revision_as_object()
    draft.go_live_at = MUCH_LATER
    revision = draft.save_revision()
    revision.publish()

    assert reloaded(imprint).content_updated_at == FIRST

    time_machine.move_to(MUCH_LATER + timedelta(minutes=1), tick=False)
    revision.refresh_from_db()
    revision.publish()

    assert reloaded(imprint).updated_on == MUCH_LATER.date()


def test_original_date_counts_as_the_first_one(imprint):
    imprint.original_published_on = datetime(2018, 2, 22, tzinfo=UTC).date()

    assert imprint.published_on.isoformat() == "2018-02-22"
    assert imprint.updated_on == FIRST.date()
