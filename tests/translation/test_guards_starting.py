"""Starting translations: leaks 1 and 2, and what is allowed.

The numbers are those of the research on wagtail-localize 1.14.5.
"""

import pytest
from django.urls import reverse
from django_tasks import task_backends
from wagtail.models import PageViewRestriction

from pages.translation.subtree import translate_subtree_task
from tests import factories
from tests.translation.people import address, browser, grant, sentence
from tests.translation.translating import (
    english_of,
)

pytestmark = pytest.mark.django_db


def exists_in(language, original):
    locale = factories.locale(language)
    return type(original).objects.filter(
        translation_key=original.translation_key, locale=locale
    )


def submission(original, language="en", **values):
    where = address("submit_page_translation", original.pk)
    return where, {"locales": [factories.locale(language).pk], **values}


# --- 1: any page into any language --------------------------------------------


def test_translators_start_a_translation_as_a_draft(cast, german):
    where, form = submission(german)

    answer = browser(cast.translator).post(where, form)

    english = english_of(german)
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert english.live is False


def test_leak_1_a_translation_is_started_into_ones_own_languages_only(
    cast, german, french
):
    where, form = submission(german, "fr")

    answers = [browser(one).post(where, form) for one in (cast.translator, cast.editor)]

    assert [answer.status_code for answer in answers] == [200, 302]
    assert exists_in("fr", german).count() == 1


def test_leak_1_the_permission_alone_starts_nothing(cast, german):
    grant(cast.stranger, "submit_translation")
    where, form = submission(german)

    browser(cast.stranger).post(where, form)

    assert not exists_in("en", german)


def test_leak_1_strangers_start_nothing(cast, german):
    where, form = submission(german)

    answer = browser(cast.stranger).post(where, form)

    assert answer.status_code == 403
    assert "permission to start translations" in sentence(answer)
    assert not exists_in("en", german)


def test_leak_1_a_translation_is_not_translated_back(cast, english):
    where, form = submission(english, "de")

    answer = browser(cast.moderator).post(where, form)

    assert answer.status_code == 403
    assert "Translate its original." in sentence(answer)


# --- 2: reading drafts and private pages through their translation ------------


def test_leak_2_a_draft_is_not_translated(cast, home):
    draft = factories.standard(home, "Geheim", slug="geheim", live=False)
    where, form = submission(draft)

    answers = [browser(one).post(where, form) for one in (cast.translator, cast.editor)]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert "Geheim" not in sentence(answers[0])
    assert "Publish it first" in sentence(answers[1])
    assert not exists_in("en", draft)


def test_leak_2_a_private_page_is_translated_by_who_may_edit_it(cast, german):
    PageViewRestriction.objects.create(page=german, restriction_type="login")
    where, form = submission(german)

    answers = [
        browser(one).post(where, form) for one in (cast.translator, cast.moderator)
    ]

    assert [answer.status_code for answer in answers] == [403, 302]
    assert english_of(german).get_view_restrictions().exists()


def test_leak_2_a_page_below_a_private_one_is_private(cast, german):
    PageViewRestriction.objects.create(page=german, restriction_type="login")
    below = factories.standard(german, "Beirat", slug="beirat")
    where, form = submission(below)

    answer = browser(cast.translator).post(where, form)

    assert answer.status_code == 403
    assert not exists_in("en", below)


def test_leak_2_a_draft_above_a_page_is_not_copied_along(cast, home):
    draft = factories.standard(home, "Geheim", slug="geheim", live=False)
    below = factories.standard(draft, "Darunter", slug="darunter")
    where, form = submission(below)

    answer = browser(cast.translator).post(where, form)

    assert answer.status_code == 403
    assert not exists_in("en", draft)


@pytest.fixture
def queue(settings):
    """The tasks that were put off, as with a worker in the background."""
    backend = "django_tasks.backends.dummy.DummyBackend"
    settings.TASKS = {**settings.TASKS, "background": {"BACKEND": backend}}
    return task_backends["background"].results


def test_pages_below_are_translated_in_the_background(
    cast, german, queue, django_capture_on_commit_callbacks
):
    factories.standard(german, "Offen", slug="offen")
    where, form = submission(german, include_subtree="on")

    with django_capture_on_commit_callbacks(execute=True):
        browser(cast.translator).post(where, form)

    waiting = [one.args for one in queue if one.task == translate_subtree_task]
    assert waiting == [[german.pk, "en", cast.translator.pk]]


def test_leak_2_drafts_below_are_not_copied_along(cast, german):
    draft = factories.standard(german, "Geheim", slug="geheim", live=False)
    private = factories.standard(german, "Beirat", slug="beirat")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    live = factories.standard(german, "Offen", slug="offen")

    translate_subtree_task.enqueue(german.pk, "en", cast.translator.pk)

    assert [list(exists_in("en", page)) for page in (draft, private)] == [[], []]
    assert exists_in("en", live).count() == 1


def test_leak_2_nobody_waits_for_the_pages_below(cast, german):
    draft = factories.standard(german, "Geheim", slug="geheim", live=False)
    live = factories.standard(german, "Offen", slug="offen")
    where, form = submission(german, include_subtree="on")

    offered = browser(cast.translator).get(where).content.decode()
    browser(cast.translator).post(where, form)

    assert "include_subtree" not in offered
    assert english_of(german).numchild == 0
    assert not exists_in("en", draft) | exists_in("en", live)
