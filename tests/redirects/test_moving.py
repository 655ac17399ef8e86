"""Former addresses lead to where the page is now, in each language, without chains."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from pages.roles import create_roles
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    cache.clear()
    home = factories.home()
    home.get_url()
    return home


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def fresh(page):
    return Page.objects.get(pk=page.pk).specific


@pytest.fixture
def rename(commit):
    """Give a page another slug, as a transaction of its own."""

    def rename(page, slug):
        with commit():
            page = fresh(page)
            page.slug = slug
            page.save()

    return rename


@pytest.fixture
def move(commit):
    def move(page, parent):
        with commit():
            fresh(page).move(fresh(parent), pos="last-child")

    return move


def redirects():
    rows = Redirect.objects.order_by("old_path").select_related("redirect_page")
    return {row.old_path: row.redirect_page.url for row in rows}


def follow(client, address):
    response = client.get(address)
    return response.status_code, response.get("Location")


def test_renamed_page_is_found_with_all_below_it(client, home, rename):
    page = factories.standard(home, "Angaben")
    below = factories.standard(page, "Kontakt")
    factories.standard(below, "Anfahrt")
    factories.standard(page, "Entwurf", live=False)

    rename(page, "impressum")

    assert redirects() == {
        "/angaben": "/impressum/",
        "/angaben/kontakt": "/impressum/kontakt/",
        "/angaben/kontakt/anfahrt": "/impressum/kontakt/anfahrt/",
    }
    assert follow(client, "/angaben/kontakt/") == (301, "/impressum/kontakt/")
    assert follow(client, "/angaben/kontakt?from=en") == (301, "/impressum/kontakt/")


def test_renamed_translation_is_found_in_its_language_only(client, home, rename):
    factories.translated(home)
    page = factories.standard(home, "Angaben")
    english = factories.translated(page)
    factories.translated(factories.standard(page, "Kontakt"))

    rename(english, "imprint")

    assert redirects() == {
        "/en/angaben": "/en/imprint/",
        "/en/angaben/kontakt": "/en/imprint/kontakt/",
    }
    assert follow(client, "/en/angaben/") == (301, "/en/imprint/")
    assert client.get("/angaben/").status_code == 200


def test_moved_page_is_found_with_all_below_it(client, home, move):
    project = factories.project(home, "Projekt")
    page = factories.standard(home, "Angaben")
    factories.standard(page, "Kontakt")

    move(page, project)

    assert redirects() == {
        "/angaben": "/projekt/angaben/",
        "/angaben/kontakt": "/projekt/angaben/kontakt/",
    }


def test_several_names_make_no_chain(client, home, rename, move):
    project = factories.project(home, "Projekt")
    page = factories.standard(home, "A")

    rename(page, "b")
    rename(page, "c")
    move(page, project)

    assert redirects() == dict.fromkeys(["/a", "/b", "/c"], "/projekt/c/")
    assert follow(client, "/a/") == (301, "/projekt/c/")


def test_page_that_returns_takes_its_redirects_away(client, home, rename):
    page = factories.standard(home, "A")
    factories.standard(page, "Unten")

    rename(page, "b")
    rename(page, "a")

    assert redirects() == {"/b": "/a/", "/b/unten": "/a/unten/"}
    assert client.get("/a/").status_code == 200
    assert follow(client, "/b/") == (301, "/a/")


def test_pages_that_change_places_leave_no_redirect(home, commit):
    one, two = factories.standard(home, "Eins"), factories.standard(home, "Zwei")

    with commit():
        for page, slug in ((one, "frei"), (two, "eins"), (one, "zwei")):
            renamed = fresh(page)
            renamed.slug = slug
            renamed.save()

    assert redirects() == {}


def test_steps_of_one_transaction_leave_no_address_that_nobody_saw(home, commit):
    project = factories.project(home, "Projekt")
    page = factories.standard(home, "Angaben")

    with commit():
        page.slug = "zwischendurch"
        page.save()
        fresh(page).move(fresh(project), pos="last-child")

    assert redirects() == {"/angaben": "/projekt/zwischendurch/"}


def test_new_page_at_a_former_address_takes_the_redirect_away(home, commit, rename):
    page = factories.standard(home, "A")
    rename(page, "b")

    with commit():
        factories.standard(home, "A", slug="a")

    assert redirects() == {}


def test_draft_leaves_no_redirect(home, rename, move):
    draft = factories.standard(home, "Entwurf", live=False)

    rename(draft, "anders")
    move(draft, factories.project(home))

    assert redirects() == {}


@pytest.mark.parametrize("language", ["de", "en"])
def test_page_taken_offline_is_not_found_under_any_address(
    client, home, rename, language
):
    factories.translated(home)
    german = factories.standard(home, "A")
    page = german if language == "de" else factories.translated(german)
    old = page.url
    rename(page, "b")

    if language == "en":
        fresh(german).unpublish()
    fresh(page).unpublish()

    assert client.get(old).status_code == 404
    assert client.get(fresh(page).url).status_code == 404


@pytest.mark.parametrize("above", [False, True])
@pytest.mark.parametrize("route", ["", "/archiv/"])
def test_page_that_became_private_keeps_its_new_name_to_itself(
    client, home, rename, above, route
):
    parent = factories.standard(home, "Oben")
    page = factories.standard(parent, "A")
    rename(page, "geheim")
    Redirect.objects.update(redirect_page_route_path=route)

    hidden = parent if above else page
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")

    assert follow(client, "/oben/a/") == (404, None)


def test_page_that_is_public_again_is_found_under_its_former_address(
    client, home, rename
):
    page = factories.standard(home, "A")
    rename(page, "b")
    fresh(page).unpublish()

    fresh(page).save_revision().publish()

    assert follow(client, "/a/") == (301, "/b/")


def test_deleted_page_leaves_no_redirect(home, rename):
    page = factories.standard(home, "A")
    rename(page, "b")

    fresh(page).delete()

    assert redirects() == {}


def test_redirect_that_a_person_wrote_stays(client, home, rename):
    page, other = factories.standard(home, "A"), factories.standard(home, "Anderes")
    Redirect.add_redirect("/a", other, site=home.get_site())

    rename(page, "b")

    assert redirects() == {"/a": "/anderes/"}


def test_caches_ask_each_time(client, home, rename):
    rename(factories.standard(home, "A"), "b")

    assert client.get("/a/")["Cache-Control"] == "public, no-cache"


def test_sites_with_one_root_both_redirect(client, home, rename):
    page = factories.standard(home, "A")
    Site.objects.create(hostname="zweite.example", root_page=home)

    rename(page, "b")

    answer = client.get("/a/", headers={"host": "zweite.example"})
    assert (answer.status_code, answer["Location"]) == (301, "/b/")
    assert Redirect.objects.count() == 2


def test_site_inside_another_one_redirects_on_both(home, rename):
    project = factories.project(home, "Projekt")
    page = factories.standard(project, "A")
    inner = Site.objects.create(hostname="zweite.example", root_page=project)

    rename(page, "b")

    rows = Redirect.objects.values_list("site_id", "old_path")
    assert set(rows) == {(inner.pk, "/a"), (home.get_site().pk, "/projekt/a")}


@pytest.mark.parametrize("act", ["publish", "rename", "move"])
def test_page_of_one_site_leaves_the_redirects_of_another(
    home, commit, rename, move, act
):
    other_home = factories.home_beside(home)
    Site.objects.create(hostname="zweite.example", root_page=other_home)
    rename(factories.standard(other_home, "A", slug="a"), "b")
    page = factories.standard(factories.project(home), "A", slug="a")
    other = factories.standard(home, "Anders", slug="anders")

    if act == "publish":
        with commit():
            factories.standard(home, "A", slug="a")
    elif act == "rename":
        rename(other, "a")
    else:
        move(page, home)

    rows = Redirect.objects.filter(site__hostname="zweite.example")
    assert [row.old_path for row in rows] == ["/a"]


@pytest.mark.parametrize("way", ["into", "out of"])
def test_page_that_enters_or_leaves_the_tree_of_a_site_costs_no_other_its_redirect(
    home, commit, way
):
    outside = factories.home_beside(home)
    page = factories.standard(outside if way == "into" else home, "Wandernd")
    factories.standard(page, "Unten")
    renamed = factories.standard(home, "A")

    with commit():
        goal = home if way == "into" else outside
        fresh(page).move(fresh(goal), pos="last-child")
        other = fresh(renamed)
        other.slug = "b"
        other.save()

    assert redirects() == {"/a": "/b/"}


def test_address_that_is_too_long_is_no_fault(home, rename, caplog):
    page = home
    for _level in range(4):
        page = factories.standard(page, "Seite", slug="s" * 90)
    first = page.get_ancestors()[2]

    rename(first, "kurz")

    assert {len(path) for path in redirects()} == {91, 182}
    assert "too long" in caplog.text


def queries_of_renaming(commit, page):
    page = fresh(page)
    page.slug += "-neu"
    with CaptureQueriesContext(connection) as asked, commit():
        page.save()
    return sum("wagtailredirects" in query["sql"] for query in asked)


def test_300_pages_below_cost_two_queries_more_than_3(home, commit):
    """Because SQLite takes 124 rows at a time; each database has such a limit."""
    counted = {}
    for amount in (3, 300):
        project = factories.project(home, f"Projekt {amount}")
        for number in range(amount):
            factories.standard(project, f"Seite {number}")
        counted[amount] = queries_of_renaming(commit, project)

    assert counted[300] - counted[3] <= 2
    assert Redirect.objects.count() == 305


@pytest.mark.parametrize(
    ("group", "status"), [("Moderators", 200), ("Editors", 302), ("Translators", 302)]
)
def test_moderators_see_redirects_in_the_admin(client, home, rename, group, status):
    rename(factories.standard(home, "A"), "b")
    create_roles()
    member = User.objects.create_user("person")
    member.groups.add(Group.objects.get(name=group))
    client.force_login(member)

    seen = client.get("/admin/redirects/")

    assert seen.status_code == status
    assert ("/a" in seen.content.decode()) == (status == 200)
