"""Who works on which language, and may translate into it."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import PermissionDenied
from django.utils.translation import override
from wagtail.models import GroupPagePermission, Locale, Page

from pages.translation.permissions import locales_of, may_translate, translates
from tests.translation.translating import (
    translation_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quoted_in_english():
    with override("en"):
        yield


def languages(user):
    found = Locale.objects.filter(pk__in=locales_of(user))
    return sorted(found.values_list("language_code", flat=True))


def refreshed(user):
    """Rights are read once for each request."""
    return User.objects.get(pk=user.pk)


# --- Languages ---------------------------------------------------------------


def test_languages_are_those_of_the_trees_a_person_works_on(cast):
    people = (cast.editor, cast.translator, cast.moderator, cast.administrator)

    found = [languages(person) for person in (*people, cast.stranger)]

    everything = ["de", "en"]
    assert found == [everything, ["en"], everything, everything, []]


def test_reading_a_tree_is_not_working_on_its_language(cast):
    Group.objects.get(name="Translators").page_permissions.filter(
        permission__codename__in=["change_page", "publish_page"]
    ).delete()

    found = languages(refreshed(cast.translator))

    assert found == []


def test_editors_of_the_source_language_alone_do_not_translate(cast, home):
    group = Group.objects.create(name="German editors")
    change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=group, page=home, permission=change)
    cast.stranger.groups.add(group)

    found = [translates(refreshed(cast.stranger)), translates(cast.translator)]

    assert found == [False, True]


def test_people_who_are_switched_off_have_no_language(cast):
    cast.administrator.is_active = False

    found = languages(cast.administrator)

    assert found == []


# --- May translate -----------------------------------------------------------


@pytest.mark.parametrize("role", ["editor", "translator", "moderator", "administrator"])
def test_who_works_on_english_may_translate(cast, german, english, role):
    translation = translation_of(german)

    may_translate(getattr(cast, role), translation)  # raises nothing


def test_strangers_may_not_translate(cast, german, english):
    with pytest.raises(PermissionDenied) as denied:
        may_translate(cast.stranger, translation_of(german))

    assert str(denied.value) == (
        "You do not have permission to change “EN Impressum” (English)."
    )


def test_nobody_translates_what_somebody_else_has_locked(cast, german, english):
    cast.editor.first_name, cast.editor.last_name = "Greta", "Blumenroth"
    cast.editor.save()
    Page.objects.filter(pk=english.pk).update(locked=True, locked_by=cast.editor)

    with pytest.raises(PermissionDenied) as denied:
        may_translate(cast.translator, translation_of(german))

    assert str(denied.value) == (
        "“EN Impressum” is locked by Greta Blumenroth. Your change was not saved."
    )


def test_one_translates_what_one_has_locked_oneself(cast, german, english):
    Page.objects.filter(pk=english.pk).update(locked=True, locked_by=cast.translator)

    may_translate(cast.translator, translation_of(german))  # raises nothing


def test_translators_wait_for_moderation_and_moderators_do_not(cast, german, english):
    english.get_workflow().start(english, cast.translator)

    may_translate(cast.moderator, translation_of(german))  # raises nothing
    with pytest.raises(PermissionDenied) as denied:
        may_translate(cast.translator, translation_of(german))

    assert str(denied.value) == (
        "“EN Impressum” is being reviewed. It can be changed again when that is done. "
        "Your change was not saved."
    )
