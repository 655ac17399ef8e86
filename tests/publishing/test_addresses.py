"""What is told when pages move, alone or with their parents, and when they go."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from cms.publishing.pages import note_on_deletion, note_on_save, page_changes
from tests import factories
from tests.publishing.conftest import change, form_of, fresh

pytestmark = pytest.mark.django_db


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
    home, sites_known, commit, django_assert_num_queries
):
    small, large = factories.project(home, "Klein"), factories.project(home, "Gross")
    for number in range(30):
        factories.standard(large, f"Seite {number}")
    for number in range(3):
        factories.standard(small, f"Seite {number}")
    with commit():  # what a process looks up once
        rename(factories.project(home, "Anders"), "anderswo")

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
