"""What a translator publishes, submits, previews and confirms."""

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import StringTranslation, Translation

from pages.models import WorkshopPage
from pages.roles import create_roles
from pages.translation import publishing
from pages.translation.starting import NotPublishedError, start_translation
from tests import factories
from tests.translation.translating import (
    edit,
    english_of,
    publish,
    published,
    start,
    translate,
    translation_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop(home):
    return factories.workshop(home, "Werkstatt 1", lead="Machen Sie mit.", price="frei")


def test_begun_translation_is_a_draft_whose_words_are_known_as_german(workshop):
    english = start(workshop)

    assert not english.live
    assert english.text_origins == {
        "title": [{"string": None}],
        "lead": [{"string": None}],
        "price": [{"string": None}],
    }
    assert translation_of(workshop).work.open_strings == 3


def test_beginning_twice_keeps_what_there_is(workshop):
    first = start(workshop)
    translate(workshop)

    second = start(workshop)

    assert first.pk == second.pk
    assert (
        Translation.objects.filter(source__object_id=workshop.translation_key).count()
        == 1
    )
    assert translation_of(workshop).work.open_strings == 0


def test_private_page_begins_private(workshop):
    PageViewRestriction.objects.create(page=workshop, restriction_type="login")

    english = start(workshop)

    assert PageViewRestriction.objects.get(page=english.pk).restriction_type == "login"


def test_draft_cannot_be_begun(home):
    draft = factories.workshop(home, "Entwurf", live=False)

    with pytest.raises(NotPublishedError, match="Entwurf"):
        start_translation(draft, factories.locale("en"))


def test_page_below_an_untranslated_one_begins_with_it(home):
    project = factories.project(home, "Projekt")
    workshop = factories.workshop(project, "Werkstatt 1")

    english = start(workshop)

    parent = english.get_parent()
    assert (parent.translation_key, parent.live) == (project.translation_key, False)


def test_published_translation_says_which_version_it_reflects(workshop):
    english = published(workshop)

    work = translation_of(workshop).work
    assert english.live
    assert (english.title, english.slug) == ("EN Werkstatt 1", "en-werkstatt-1")
    assert (work.version, work.source_version, work.has_unpublished) == (1, 1, False)


def test_address_once_public_stays_when_titles_change(workshop):
    published(workshop)

    edit(workshop, title="Werkstatt eins", slug="werkstatt-eins")
    translate(workshop)

    assert publish(workshop).slug == "en-werkstatt-1"


def test_partly_translated_page_is_published_with_german_words_known_as_such(workshop):
    start(workshop)
    translate(workshop)
    StringTranslation.objects.get(context__path="lead").delete()

    english = publish(workshop)

    assert (english.lead, english.text_version) == ("Machen Sie mit.", 0)
    assert english.text_origins["lead"] == [{"string": None}]
    assert translation_of(workshop).work.open_strings == 1


def test_translated_change_makes_the_translation_current(workshop):
    published(workshop)
    workshop = edit(workshop, lead="Alle machen mit.")
    translate(workshop, lead="Everybody takes part.")
    waiting = translation_of(workshop).work.has_unpublished

    english = publish(workshop)

    assert waiting
    assert english.lead == "Everybody takes part."
    assert english.text_version == workshop.text_version == 2
    assert english.content_updated_at == workshop.content_updated_at


def test_machine_translation_is_known_as_such_until_it_is_confirmed(workshop):
    start(workshop)
    translate(workshop)
    lead = StringTranslation.objects.get(context__path="lead")
    lead.translation_type = StringTranslation.TRANSLATION_TYPE_MACHINE
    lead.save()

    by_machine = publish(workshop).text_origins["lead"][0]
    machine_strings = translation_of(workshop).work.machine_strings
    lead.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
    lead.save()
    confirmed = publish(workshop).text_origins["lead"][0]

    assert by_machine["machine"] is True
    assert machine_strings == 1
    assert "machine" not in confirmed


def test_text_with_an_error_is_not_used(workshop):
    published(workshop)
    workshop = edit(workshop, lead="Neu.")
    translate(workshop, lead="<script>New</script>")

    english = publish(workshop)

    assert english.lead == "EN Machen Sie mit."
    assert translation_of(workshop).work.open_strings == 1


def test_text_too_long_for_its_field_is_refused_and_nothing_published(workshop):
    published(workshop)
    workshop = edit(workshop, price="10 Euro")
    translate(workshop, price="T" * 300)

    with pytest.raises(ValidationError):
        publishing.publish_translation(translation_of(workshop))

    assert english_of(workshop).price == "EN frei"


def test_original_that_is_offline_is_not_published_in_english(workshop):
    published(workshop)
    workshop.unpublish()

    with pytest.raises(publishing.OriginalOfflineError):
        publishing.publish_translation(translation_of(workshop))

    assert not english_of(workshop).live


def test_deleted_original_keeps_the_strings_of_its_translation(workshop):
    published(workshop)
    translation = translation_of(workshop)

    Page.objects.get(pk=workshop.pk).delete()

    assert StringTranslation.objects.filter(data="EN Machen Sie mit.").exists()
    with pytest.raises(publishing.OriginalOfflineError):
        publishing.publish_translation(Translation.objects.get(pk=translation.pk))


def test_still_valid_makes_a_translation_current_without_a_word(workshop):
    published(workshop)
    workshop = edit(workshop, lead="Machen Sie bitte mit.")

    left = publishing.confirm(translation_of(workshop), user=None)
    english = publish(workshop)

    assert left == 0
    assert english.lead == "EN Machen Sie mit."
    assert english.text_version == workshop.text_version


def test_still_valid_says_what_it_cannot_confirm(workshop):
    published(workshop)
    workshop = edit(workshop, lead="Machen Sie bitte mit.", status_note="Neu.")

    left = publishing.confirm(translation_of(workshop), user=None)

    assert left == 1


def test_draft_changes_nothing_that_is_public(workshop):
    published(workshop)
    workshop = edit(workshop, lead="Neu.")
    translate(workshop, lead="New.")

    revision = publishing.save_draft(translation_of(workshop))

    english = english_of(workshop)
    assert revision.as_object().lead == "New."
    assert (english.lead, english.live) == ("EN Machen Sie mit.", True)


def test_moderator_approves_what_was_submitted(workshop):
    published(workshop)
    create_roles()
    users = get_user_model().objects
    moderator = users.create_superuser("moderator", "m@city.example", "x")
    workshop = edit(workshop, lead="Neu.")
    translate(workshop, lead="New.")

    publishing.submit(translation_of(workshop), moderator)
    StringTranslation.objects.filter(data="New.").update(data="Not seen by anybody")
    edit(workshop, places=7)
    english = english_of(workshop)
    english.current_workflow_task.on_action(
        english.current_workflow_task_state, moderator, "approve"
    )

    english = english_of(workshop)
    assert (english.lead, english.places) == ("New.", 7)
    assert not english.workflow_in_progress


def test_draft_of_the_original_is_not_published_with_the_translation(workshop):
    published(workshop)
    draft = workshop.get_latest_revision_as_object()
    draft.lead, draft.places = "Noch geheim.", 99
    draft.save_revision()

    english = publish(workshop)

    assert (english.lead, english.places) == ("EN Machen Sie mit.", None)
    assert translation_of(workshop).work.open_strings == 0


def test_copy_of_a_translation_translates_nothing(admin_client, workshop):
    english = published(workshop)

    admin_client.post(
        reverse("wagtailadmin_pages:copy", args=[english.pk]),
        {
            "new_title": "Copy",
            "new_slug": "copy",
            "new_parent_page": english.get_parent().pk,
            "publish_copies": "on",
            "alias": "",
        },
    )

    copy = WorkshopPage.objects.get(slug="copy")
    assert (copy.text_origins, copy.own_forms) == ({}, {})
    assert not Translation.objects.filter(
        source__object_id=copy.translation_key
    ).exists()


def test_preview_saves_nothing(workshop):
    start(workshop)
    translate(workshop)

    preview = publishing.preview_instance(translation_of(workshop))

    assert preview.lead == "EN Machen Sie mit."
    assert english_of(workshop).lead == "Machen Sie mit."
    assert type(preview) is WorkshopPage
