"""What is told when pages are published, moved, hidden and deleted."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from cms.publishing.pages import note_on_deletion, note_on_save, page_changes
from pages.models import StandardPage
from tests import factories
from tests.publishing.conftest import change

pytestmark = pytest.mark.django_db


def form_of(page, **fields):
    """What a browser sends when an editor saves the form of a standard page."""
    return nested_form_data(
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


def fresh(page):
    return page.specific_class.objects.get(pk=page.pk)


# --- Publishing -----------------------------------------------------------------


def test_draft_of_a_new_page_tells_nothing(home, heard, commit):
    page = StandardPage(title="Impressum", live=False, locale=home.locale)

    with commit():
        home.add_child(instance=page)
        page.save_revision()
        page.title = "Pflichtangaben"
        page.save()

    assert heard == []


def test_draft_of_a_live_page_tells_nothing(admin_client, home, heard, commit):
    page = factories.standard(home)

    with commit():
        data = form_of(page, title="Neu", slug="neu")
        admin_client.post(f"/admin/pages/{page.pk}/edit/", data)

    assert fresh(page).draft_title == "Neu"
    assert heard == []


def test_first_publication_tells_the_new_address(admin_client, home, heard, commit):
    page = factories.standard(home, live=False)

    with commit():
        data = {**form_of(page), "action-publish": "1"}
        admin_client.post(f"/admin/pages/{page.pk}/edit/", data)

    assert heard == [(change("published", page, after="/impressum/"),)]


def test_publishing_again_tells_the_same_address_twice(workshop, heard, commit):
    with commit():
        workshop.save_revision().publish()

    address = "/projekt/werkstatt/"
    assert heard == [(change("published", workshop, address, address),)]


def test_creating_a_live_page_is_publishing_it(home, heard, commit):
    with commit():
        page = factories.standard(home)

    assert heard == [(change("published", page, after="/impressum/"),)]


def test_saving_a_live_page_in_a_script_changes_it(workshop, heard, commit):
    workshop.places = 12

    with commit():
        workshop.save()

    address = "/projekt/werkstatt/"
    assert heard == [(change("changed", workshop, address, address),)]


def test_unpublishing_leaves_no_address(admin_client, workshop, heard, commit):
    with commit():
        admin_client.post(f"/admin/pages/{workshop.pk}/unpublish/")

    assert heard == [(change("unpublished", workshop, "/projekt/werkstatt/"),)]


def test_unpublishing_a_tree_tells_each_page(project, workshop, heard, commit):
    with commit():
        project.unpublish()
        fresh(workshop).unpublish()

    assert heard == [
        (
            change("unpublished", project, "/projekt/"),
            change("unpublished", workshop, "/projekt/werkstatt/"),
        )
    ]


def test_scheduled_publishing_is_told_when_it_happens(home, heard, commit):
    page = factories.standard(home, live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)

    with commit():
        page.save_revision().publish()

    assert heard == []

    page.revisions.update(approved_go_live_at=timezone.now() - timedelta(hours=1))
    revision = page.revisions.get()
    revision.content["go_live_at"] = None
    revision.save()
    with commit():
        call_command("publish_scheduled")

    assert heard == [(change("published", page, after="/impressum/"),)]


def test_expiry_is_told_as_unpublished(home, heard, commit):
    page = factories.standard(home, expire_at=timezone.now() - timedelta(minutes=1))

    with commit():
        call_command("publish_scheduled")

    assert heard == [(change("unpublished", page, "/impressum/"),)]


def test_copy_of_a_live_page_is_published(workshop, heard, commit):
    with commit():
        copy = workshop.copy(update_attrs={"slug": "zweite", "title": "Zweite"})

    assert heard == [(change("published", copy, after="/projekt/zweite/"),)]


def test_copy_kept_as_a_draft_tells_nothing(workshop, heard, commit):
    with commit():
        workshop.copy(update_attrs={"slug": "zweite"}, keep_live=False)

    assert heard == []


# --- Aliases and other languages ------------------------------------------------


def test_new_alias_of_a_live_page_is_published(workshop, heard, commit):
    with commit():
        alias = workshop.create_alias(update_slug="spiegel")

    assert heard == [(change("published", alias, after="/projekt/spiegel/"),)]


def test_alias_is_published_with_its_original(workshop, heard, commit):
    alias = workshop.create_alias(update_slug="spiegel")

    with commit():
        fresh(workshop).save_revision().publish()

    address, mirror = "/projekt/werkstatt/", "/projekt/spiegel/"
    assert heard == [
        (
            change("published", workshop, address, address),
            change("published", alias, mirror, mirror),
        )
    ]


def test_alias_in_another_language_has_an_address_there(home, project, heard, commit):
    factories.translated(home)

    with commit():
        alias = project.copy_for_translation(factories.locale("en"), alias=True)

    expected = change("published", alias, after="/en/projekt/", language="en")
    assert heard == [(expected,)]


def test_new_translation_is_a_draft_and_tells_nothing(home, project, heard, commit):
    factories.translated(home)

    with commit():
        project.copy_for_translation(factories.locale("en"))

    assert heard == []


def test_english_page_has_an_english_address(home, heard, commit):
    english = factories.translated(home)
    address = "/en/"

    with commit():
        english.save_revision().publish()

    assert heard == [(change("published", english, address, address, language="en"),)]


# --- Addresses ------------------------------------------------------------------


def test_new_slug_moves_everything_below(admin_client, home, heard, commit):
    page = factories.standard(home)
    below = factories.standard(page, "Kontakt")
    factories.standard(page, "Entwurf", live=False)
    factories.standard(below, "Anfahrt")

    with commit():
        data = {**form_of(page, slug="angaben"), "action-publish": "1"}
        admin_client.post(f"/admin/pages/{page.pk}/edit/", data)

    before = ("/impressum/", "/impressum/kontakt/", "/impressum/kontakt/anfahrt/")
    after = ("/angaben/", "/angaben/kontakt/", "/angaben/kontakt/anfahrt/")
    assert heard == [(change("moved", page, before, after),)]


@pytest.fixture
def sites_known(home):
    """Wagtail has found out where sites stand, as in any process that runs a while."""
    return home.get_url()


def rename(page, slug):
    page.slug = slug
    page.save()


@pytest.mark.parametrize("count", [3, 30])
def test_new_slug_tells_any_number_of_pages_below(project, heard, commit, count):
    below = [
        factories.standard(project, f"Seite {number:02}") for number in range(count)
    ]

    with commit():
        rename(project, "vorhaben")

    before = ("/projekt/", *(page.url for page in below))
    after = tuple(url.replace("/projekt/", "/vorhaben/") for url in before)
    assert heard == [(change("moved", project, before, after),)]


def test_new_slug_takes_as_many_queries_for_30_pages_as_for_3(
    home, sites_known, commit, settings, django_assert_num_queries
):
    settings.WAGTAILREDIRECTS_AUTO_CREATE = False  # which asks once per page
    small, large = factories.project(home, "Klein"), factories.project(home, "Gross")
    for number in range(30):
        factories.standard(large, f"Seite {number}")
    for number in range(3):
        factories.standard(small, f"Seite {number}")

    with CaptureQueriesContext(connection) as queries, commit():
        rename(small, "kleiner")

    with django_assert_num_queries(len(queries)), commit():
        rename(large, "groesser")


def test_new_slug_costs_five_queries_of_our_own(
    project, sites_known, django_assert_num_queries
):
    for number in range(30):
        factories.standard(project, f"Seite {number}")
    page = fresh(project)
    page.slug = "vorhaben"
    page.set_url_path(page.get_parent())

    with django_assert_num_queries(2):
        noted = note_on_save(page, "default")
    page.save()
    with django_assert_num_queries(3):
        changes = list(page_changes([noted], "default"))

    assert [len(change.addresses_after) for change in changes] == [31]


def test_new_slug_of_the_home_page_moves_nothing(home, project, heard, commit):
    home.slug = "anfang"

    with commit():
        home.save()

    assert heard == [(change("changed", home, "/", "/"),)]


def test_move_tells_old_and_new_addresses_of_the_tree(
    admin_client, home, project, heard, commit
):
    index = factories.standard(home)
    page = factories.standard(index, "Kontakt")
    below = factories.standard(page, "Anfahrt")
    factories.standard(page, "Entwurf", live=False)

    with commit():
        url = f"/admin/pages/{page.pk}/move/{project.pk}/confirm/"
        admin_client.post(url)

    before = ("/impressum/kontakt/", "/impressum/kontakt/anfahrt/")
    after = ("/projekt/kontakt/", "/projekt/kontakt/anfahrt/")
    assert fresh(below).url == after[1]
    assert heard == [(change("moved", page, before, after),)]


def test_move_of_a_draft_tells_the_public_pages_below(home, project, heard, commit):
    draft = factories.standard(home, live=False)
    factories.standard(draft, "Kontakt")

    with commit():
        draft.move(fresh(project), pos="last-child")

    before, after = "/impressum/kontakt/", "/projekt/impressum/kontakt/"
    assert heard == [(change("moved", draft, before, after),)]


def test_move_of_nothing_but_drafts_tells_nothing(home, project, heard, commit):
    draft = factories.standard(home, live=False)

    with commit():
        draft.move(project, pos="last-child")

    assert heard == []


def test_new_order_of_siblings_changes_the_page_that_went(project, heard, commit):
    first = factories.standard(project, "Eins")
    second = factories.standard(project, "Zwei")

    with commit():
        second.move(first, pos="left")

    address = "/projekt/zwei/"
    assert heard == [(change("changed", second, address, address),)]


# --- Deleting -------------------------------------------------------------------


def test_deleting_a_tree_tells_each_public_page(
    admin_client, project, workshop, heard, commit
):
    factories.standard(project, "Entwurf", live=False)

    with commit():
        admin_client.post(f"/admin/pages/{project.pk}/delete/")

    assert not Page.objects.filter(pk=project.pk).exists()
    assert heard == [
        (
            change("deleted", project, "/projekt/"),
            change("deleted", workshop, "/projekt/werkstatt/"),
        )
    ]


def test_noting_a_deletion_costs_no_query(
    project, sites_known, django_assert_num_queries
):
    page = fresh(project)

    with django_assert_num_queries(0):
        noted = note_on_deletion(page)

    assert noted.before[page.pk].addresses == ("/projekt/",)


def test_deleting_a_draft_tells_nothing(home, heard, commit):
    draft = factories.standard(home, live=False)

    with commit():
        draft.delete()

    assert heard == []


# --- Privacy --------------------------------------------------------------------


def test_making_a_tree_private_tells_all_its_addresses(
    admin_client, project, workshop, heard, commit
):
    with commit():
        url = f"/admin/pages/{project.pk}/privacy/"
        admin_client.post(url, {"restriction_type": "login"})

    both = ("/projekt/", "/projekt/werkstatt/")
    assert PageViewRestriction.objects.get().page_id == project.pk
    assert heard == [(change("access", project, both, both),)]


def test_making_a_tree_public_tells_all_its_addresses(
    admin_client, project, workshop, heard, commit
):
    PageViewRestriction.objects.create(page=project, restriction_type="login")

    with commit():
        url = f"/admin/pages/{project.pk}/privacy/"
        admin_client.post(url, {"restriction_type": "none"})

    both = ("/projekt/", "/projekt/werkstatt/")
    assert heard == [(change("access", project, both, both),)]


def test_other_groups_of_a_restriction_are_told(project, heard, commit):
    restriction = PageViewRestriction.objects.create(
        page=project, restriction_type="groups"
    )

    with commit():
        restriction.groups.add(Group.objects.create(name="Beirat"))

    assert heard == [(change("access", project, "/projekt/", "/projekt/"),)]


def test_restriction_of_a_draft_tells_nothing(home, heard, commit):
    draft = factories.standard(home, live=False)

    with commit():
        PageViewRestriction.objects.create(page=draft, restriction_type="login")

    assert heard == []


def test_restriction_moved_to_another_page_tells_both(home, project, heard, commit):
    imprint = factories.standard(home)
    restriction = PageViewRestriction.objects.create(
        page=project, restriction_type="login"
    )
    restriction.page = imprint

    with commit():
        restriction.save()

    assert heard == [
        (
            change("access", project, "/projekt/", "/projekt/"),
            change("access", imprint, "/impressum/", "/impressum/"),
        )
    ]
