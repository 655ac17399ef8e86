"""Translators see the German pages that are public, and nothing else of them."""

import pytest
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from tests import factories
from tests.translation.people import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(home):
    page = factories.standard(home, "Geheimer Entwurf", slug="geheim", live=False)
    page.save_revision()
    return page


def test_translators_read_the_german_pages_that_are_public(cast, home, german, draft):
    explorer = reverse("wagtailadmin_explore", args=[home.pk])

    answer = browser(cast.translator).get(explorer)

    text = answer.content.decode()
    assert "Impressum" in text
    assert "Geheimer Entwurf" not in text


def listings(home):
    explore = reverse("wagtailadmin_explore", args=[home.pk])
    kind = ("pages", "standardpage")
    return {
        "explorer": explore,
        "filtered explorer": f"{explore}?q=Geheimer&search_all=1",
        "search": reverse("wagtailadmin_pages:search") + "?q=Geheimer",
        "pages of a type": reverse("wagtailadmin_pages:type_use", args=kind),
        "report on types": reverse("wagtailadmin_reports:page_types_usage"),
        "history of the site": reverse("wagtailadmin_reports:site_history"),
        "API": reverse("wagtailadmin_api:pages:listing") + f"?child_of={home.pk}",
        "API of the explorer": reverse("wagtailadmin_api:pages:listing")
        + f"?child_of={home.pk}&for_explorer=1",
        "chooser": reverse("wagtailadmin_choose_page_child", args=[home.pk]),
        "search of the chooser": reverse("wagtailadmin_choose_page_search")
        + "?q=Geheimer",
    }


@pytest.mark.parametrize("where", list(listings(Page(pk=1))))
def test_titles_of_drafts_are_shown_to_editors_only(cast, home, draft, where):
    draft.save_revision(user=cast.editor, log_action=True)
    address = listings(home)[where]

    answers = [
        browser(person).get(address) for person in (cast.editor, cast.translator)
    ]

    assert [answer.status_code for answer in answers] == [200, 200]
    found = ["Geheimer Entwurf" in answer.content.decode() for answer in answers]
    assert found == [True, False]


def test_titles_of_private_pages_are_shown_to_editors_only(cast, home, german):
    below = factories.standard(german, "Nur für den Beirat", slug="beirat")
    PageViewRestriction.objects.create(page=german, restriction_type="login")
    explorer = reverse("wagtailadmin_explore", args=[german.pk])

    answers = [
        browser(person).get(explorer) for person in (cast.editor, cast.translator)
    ]

    assert below.title in answers[0].content.decode()
    assert answers[1].status_code == 302


def test_the_question_before_moving_names_no_page(cast, home, draft):
    address = reverse("wagtailadmin_pages:move_confirm", args=[draft.pk, home.pk])

    answers = [
        browser(person).get(address) for person in (cast.editor, cast.translator)
    ]

    assert [answer.status_code for answer in answers] == [200, 403]
    found = ["Geheimer Entwurf" in answer.content.decode() for answer in answers]
    assert found == [True, False]


def test_a_draft_is_not_opened_as_a_folder(cast, draft):
    addresses = [
        reverse("wagtailadmin_explore", args=[draft.pk]),
        reverse("wagtailadmin_choose_page_child", args=[draft.pk]),
    ]

    answers = [browser(cast.translator).get(address) for address in addresses]

    assert [answer.status_code for answer in answers] == [302, 302]


def test_translators_see_their_own_drafts(cast, english):
    home = english.get_parent()
    page = factories.standard(home, "Unfinished", live=False)
    explorer = reverse("wagtailadmin_explore", args=[home.pk])

    answer = browser(cast.translator).get(explorer)

    assert page.title in answer.content.decode()


def test_a_draft_stays_closed_to_translators(cast, draft):
    revision = draft.latest_revision_id
    views = {
        **dict.fromkeys(["edit", "view_draft", "history", "usage"], ()),
        **dict.fromkeys(["delete", "copy", "move", "workflow_history"], ()),
        **dict.fromkeys(["revisions_view", "revisions_revert"], (revision,)),
        "revisions_compare": ("earliest", "latest"),
    }
    addresses = [
        reverse(f"wagtailadmin_pages:{name}", args=[draft.pk, *keys])
        for name, keys in views.items()
    ]
    addresses.append(reverse("wagtailadmin_api:pages:detail", args=[draft.pk]))

    found = {
        address: browser(cast.translator).get(address).status_code
        for address in addresses
    }

    assert set(found.values()) <= {302, 404}
    assert [browser(cast.editor).get(one).status_code for one in addresses[:4]] == (
        [200] * 4
    )


@pytest.mark.parametrize(
    "name", ["preview_on_edit", "lock", "unpublish", "set_privacy"]
)
def test_german_pages_are_only_read(cast, german, name):
    address = reverse(f"wagtailadmin_pages:{name}", args=[german.pk])

    answer = browser(cast.translator).post(address, {"restriction_type": "login"})

    german.refresh_from_db()
    assert answer.status_code == 302
    assert answer.url == reverse("wagtailadmin_home")
    assert (german.live, german.locked) == (True, False)
    assert not german.get_view_restrictions()


def test_the_permission_to_read_deletes_nothing(cast, home, german, draft):
    page = factories.standard(german, "Darunter")
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    addresses = [
        f"{bulk}?id={german.pk}&id={draft.pk}&id={home.pk}",
        reverse("wagtailadmin_pages:delete", args=[german.pk]),
        reverse("wagtailadmin_pages:delete", args=[page.pk]),
    ]

    for address in addresses:
        browser(cast.translator).post(address)

    kept = Page.objects.filter(pk__in=[home.pk, german.pk, draft.pk, page.pk])
    assert kept.count() == 4
