"""A real Varnish in front of the real site: what it keeps, and what it forgets."""

import json
import re
import threading
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from cms.caches import purging
from cms.caches.models import SharedCache
from cms.caches.purging import Purger
from cms.caches.queueing import caches_behind
from pages.delivery import routers
from pages.models import PageContact
from tests import factories
from tests.caches.varnish import detail

pytestmark = pytest.mark.varnish


def published(page, **values):
    """The page as somebody publishes it anew."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page


def caches(varnish, *paths):
    return [varnish.ask(path).cache for path in paths]


def test_answers_are_kept_for_all_visitors(varnish, workshop):
    paths = [workshop.url, detail(workshop), "/api/v1/pages", "/sitemap.xml"]

    first = [varnish.ask(path, Cookie="theme=dark") for path in paths]
    second = [varnish.ask(path) for path in paths]

    assert [answer.cache for answer in first] == ["miss"] * 4
    assert [answer.cache for answer in second] == ["hit"] * 4
    assert [one.body for one in first] == [one.body for one in second]
    assert [answer.headers["Cache-Control"] for answer in second] == [
        "public, max-age=0",
        "public, max-age=60",
        "public, max-age=60",
        "public, max-age=300",
    ]
    hidden = ("Cache-Tag", "Age", "Via", "X-Varnish", "Set-Cookie")
    assert [answer.headers.get(name) for answer in second for name in hidden] == (
        [None] * 20
    )


def test_what_says_nothing_or_no_is_not_kept(varnish, workshop, settings):
    settings.PAGE_SHARED_MAX_AGE = 0
    document = factories.document()
    paths = [workshop.url, "/nix/", "/api/v1/changes", "/suche/", document.url]

    answers = [varnish.ask(path) for path in paths for _time in range(2)]

    assert {answer.cache for answer in answers} == {"miss"}
    assert {answer.status for answer in answers} == {200, 404}


def test_publication_is_seen_at_once_and_the_rest_is_kept(
    varnish, workshop, project, know_everything
):
    other = factories.standard(project.get_parent(), "Impressum")
    know_everything()
    paths = [
        workshop.url,
        detail(workshop),
        f"/api/v1/workshops/{workshop.pk}/programme",
        "/api/v1/pages?type=workshop",
        f"/api/v1/pages/by-path?path={workshop.url}",
        project.url,
        "/feeds/changes.atom",
        "/sitemap.xml",
    ]
    caches(varnish, *paths, detail(other))

    published(workshop, title="Neuer Titel")

    assert caches(varnish, *paths, detail(other)) == [*["miss"] * len(paths), "hit"]
    assert caches(varnish, *paths) == ["hit"] * len(paths)
    titles = [varnish.ask(path).body.count("Neuer Titel") > 0 for path in paths[:6]]
    assert titles == [True] * 6


def test_changed_contact_is_seen_on_what_shows_it(
    varnish, workshop, project, know_everything
):
    contact = factories.contact("Jo Wallner")
    workshop.page_contacts = [PageContact(contact=contact, locale=workshop.locale)]
    workshop.save_revision().publish()
    other = factories.standard(project.get_parent(), "Impressum")
    know_everything()
    caches(varnish, workshop.url, detail(workshop), "/api/v1/contacts", detail(other))

    contact.name = "Kim Wallner"
    contact.save()

    shown = [workshop.url, detail(workshop), "/api/v1/contacts"]
    names = [re.findall(r"\w+ Wallner", varnish.ask(path).body) for path in shown]
    assert [set(found) for found in names] == [{"Kim Wallner"}] * 3
    assert caches(varnish, detail(other)) == ["hit"]


def test_hidden_page_is_gone_with_the_pages_below(varnish, workshop, project):
    caches(varnish, workshop.url, detail(workshop), "/api/v1/pages", "/sitemap.xml")

    project.view_restrictions.create(restriction_type="login")

    assert varnish.ask(detail(workshop)).status == 404
    assert varnish.ask(workshop.url).status == 302
    assert "Werkstatt" not in varnish.ask("/api/v1/pages").body
    assert workshop.url not in varnish.ask("/sitemap.xml").body


def test_moved_page_leads_to_its_new_address(varnish, workshop, project):
    by_path = f"/api/v1/pages/by-path?path={workshop.url}"
    caches(varnish, workshop.url, detail(workshop), by_path, "/vorhaben/werkstatt/")

    project.slug = "vorhaben"
    project.save()

    answer = varnish.ask(workshop.url)
    assert (answer.status, answer.headers["Location"]) == (301, "/vorhaben/werkstatt/")
    assert varnish.ask("/vorhaben/werkstatt/").status == 200
    assert json.loads(varnish.ask(by_path).body)["kind"] == "redirect"
    assert json.loads(varnish.ask(detail(workshop)).body)["path"] == (
        "/vorhaben/werkstatt/"
    )


def test_closed_collection_takes_its_files_along(varnish, workshop):
    flyer = factories.document()
    published(workshop, flyer=flyer)
    assert flyer.filename in varnish.ask(detail(workshop)).body

    flyer.collection.view_restrictions.create(restriction_type="login")

    assert flyer.filename not in varnish.ask(detail(workshop)).body
    assert varnish.ask(flyer.url).status == 302


def test_end_of_a_workshop_is_seen_although_nobody_publishes(varnish, project):
    end = timezone.now() + timedelta(seconds=1)
    workshop = factories.workshop(project, starts_at=end - timedelta(hours=2))
    published(workshop, ends_at=end)
    question = "/api/v1/pages?type=workshop&when=upcoming"
    assert len(json.loads(varnish.ask(question).body)["items"]) == 1

    threading.Event().wait((end - timezone.now()).total_seconds() + 0.05)
    call_command("deliver_webhooks")

    assert json.loads(varnish.ask(question).body)["items"] == []


def test_frozen_cache_holds_up_nobody(varnish, workshop, monkeypatch, caplog):
    monkeypatch.setattr(purging, "TIMEOUT", 0.3)
    varnish.ask(workshop.url)

    with varnish.frozen():
        published(workshop, title="Erste Fassung")
        published(workshop, title="Zweite Fassung")
    behind = [cache.address for cache in caches_behind()]
    SharedCache.objects.update(paused_until=None)
    call_command("deliver_webhooks")

    assert (behind, caches_behind()) == ([varnish.purge_address], [])
    assert "Zweite Fassung" in varnish.ask(workshop.url).body
    told = [text for text in caplog.messages if varnish.purge_address in text]
    assert len(told) == 2
    assert "does not forget what has changed (late)" in told[0]
    assert "answers again" in told[1]


def test_order_that_was_not_taken_is_given_again(varnish, workshop, monkeypatch):
    varnish.ask(workshop.url)
    monkeypatch.setattr(purging, "METHOD", "GET")
    published(workshop, title="Neuer Titel")
    monkeypatch.undo()
    before = varnish.ask(workshop.url)

    SharedCache.objects.update(paused_until=None)
    call_command("deliver_webhooks")

    assert (before.cache, "Neuer Titel" in before.body) == ("hit", False)
    assert "Neuer Titel" in varnish.ask(workshop.url).body


def test_answer_begun_before_a_publication_does_not_stay(
    varnish, workshop, monkeypatch
):
    begun, may_end = threading.Event(), threading.Event()
    real = routers.answer

    def slow(*arguments, **values):
        begun.set()
        assert may_end.wait(20)
        return real(*arguments, **values)

    monkeypatch.setattr(routers, "answer", slow)
    visitor = threading.Thread(target=varnish.ask, args=[detail(workshop)])
    visitor.start()
    assert begun.wait(20)
    published(workshop, title="Neuer Titel")
    may_end.set()
    visitor.join()
    stale = varnish.ask(detail(workshop))

    purger = Purger(varnish.purge_address)
    purger.moment += purging.AGAIN
    purger.run()

    assert (stale.cache, "Neuer Titel" in stale.body) == ("hit", False)
    assert "Neuer Titel" in varnish.ask(detail(workshop)).body
