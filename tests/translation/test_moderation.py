"""Moderators approve English as they approve German."""

import pytest
from django.urls import reverse

from pages.roles import create_roles
from pages.translation.publishing import submit
from tests.translation.people import browser
from tests.translation.translating import (
    edit,
    english_of,
    start,
    translate,
    translation_of,
)

pytestmark = pytest.mark.django_db


def test_moderators_approve_english_and_publish_what_was_submitted(
    cast, german, english, settings
):
    settings.TRANSLATORS_PUBLISH = False
    create_roles()
    edit(german, lead="Wer wir jetzt sind.")
    translate(german, lead="Who we are now.")
    submit(translation_of(german), cast.translator)
    public_meanwhile = english_of(german).lead
    page = english_of(german)
    keys = [page.pk, "approve", page.current_workflow_task_state.pk]

    browser(cast.moderator).post(
        reverse("wagtailadmin_pages:workflow_action", args=keys)
    )

    page = english_of(german)
    assert public_meanwhile == "EN Wer wir sind."
    assert page.lead == "Who we are now."
    assert (page.live, page.workflow_in_progress) == (True, False)


def test_translators_do_not_approve_what_they_submitted(cast, german, english):
    edit(german, lead="Wer wir jetzt sind.")
    translate(german, lead="Who we are now.")
    submit(translation_of(german), cast.translator)
    page = english_of(german)
    keys = [page.pk, "approve", page.current_workflow_task_state.pk]

    browser(cast.translator).post(
        reverse("wagtailadmin_pages:workflow_action", args=keys)
    )

    assert english_of(german).lead == "EN Wer wir sind."
    assert english_of(german).workflow_in_progress


def test_translators_who_do_not_publish_are_refused_to(cast, german, settings):
    settings.TRANSLATORS_PUBLISH = False
    create_roles()
    start(german)
    where = reverse("wagtailadmin_pages:edit", args=[english_of(german).pk])

    browser(cast.translator).post(where, {"action": "publish"})

    assert english_of(german).live is False


def test_a_page_without_an_english_title_is_not_published_whatever_is_sent(
    cast, german, django_capture_on_commit_callbacks
):
    start(german)
    where = reverse("wagtailadmin_pages:edit", args=[english_of(german).pk])
    form = {"action": "publish", "title": "sent along"}

    with django_capture_on_commit_callbacks(execute=True):
        browser(cast.translator).post(where, form)

    assert english_of(german).live is False


def test_translators_who_publish_do(cast, german, django_capture_on_commit_callbacks):
    start(german)
    translate(german)
    where = reverse("wagtailadmin_pages:edit", args=[english_of(german).pk])

    with django_capture_on_commit_callbacks(execute=True):
        browser(cast.translator).post(where, {"action": "publish"})

    assert english_of(german).live is True
