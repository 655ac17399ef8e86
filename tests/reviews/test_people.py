"""Who can be asked to look at a page: who may edit it, and nobody else."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from pages.models import PageReview
from pages.reviews.people import editable_by, people_for
from pages.reviews.planning import may_review, plan
from tests import factories
from tests.reviews.filling import edit, people_offered, review
from tests.translation.people import browser

pytestmark = pytest.mark.django_db

SOON = date(2031, 3, 6)


def test_those_who_may_edit_the_page_are_offered(cast, home, page):
    english = home.get_translation(factories.locale("en"))
    forms = [
        reverse("page_review", args=[page.pk]),
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_pages:add", args=["pages", "standardpage", home.pk]),
    ]

    offered = [people_offered(cast.editor, address) for address in forms]

    assert offered == [["editor", "moderator", "administrator"]] * 3
    assert cast.translator in people_for(english)


def test_who_only_adds_pages_is_asked_about_their_own(cast, home, page):
    adders = Group.objects.create(name="Adders")
    adding = Permission.objects.get(codename="add_page")
    GroupPagePermission.objects.create(group=adders, page=home, permission=adding)
    cast.stranger.groups.add(adders)
    own = factories.standard(home, "Eigene", owner=cast.stranger)

    may = [
        (cast.stranger in people_for(one), may_review(one, cast.stranger))
        for one in (page, own)
    ]

    add = reverse("wagtailadmin_pages:add", args=["pages", "standardpage", home.pk])
    assert may == [(False, False), (True, True)]
    assert set(editable_by(cast.stranger)) == {Page.objects.get(pk=own.pk)}
    assert "stranger" in people_offered(cast.stranger, add)
    assert "stranger" not in people_offered(cast.editor, add)


def test_nobody_else_is_accepted(cast, page):
    later = timezone.localdate() + timedelta(days=9)
    stranger = str(cast.stranger.pk)

    by_button = review(cast.editor, page, due_on=later, person=stranger)
    by_form = edit(cast.editor, page, review_person=stranger)

    assert by_button.context["form"].errors.keys() == {"person"}
    assert by_form.context["form"].errors.keys() == {"review_person"}
    assert not PageReview.objects.exists()


def test_form_names_who_may_no_longer_edit_and_takes_nobody_away(cast, page):
    plan(page, {"person": cast.stranger, "due_on": SOON})
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])

    form = browser(cast.editor).get(address).content.decode()
    edit(cast.editor, page, title="Impressum und Anschrift")

    assert (
        "stranger may no longer edit this page and gets no mail. Please choose "
        "somebody else." in form
    )
    assert PageReview.objects.get().person == cast.stranger


def test_first_look_goes_to_nobody_who_may_not_edit(settings, cast, home):
    settings.REVIEW_INTERVAL_MONTHS = 12
    page = factories.standard(home, "Datenschutz", owner=cast.stranger)

    page.save_revision().publish()

    assert PageReview.objects.get(page=page).person is None
