"""Whatever editors do: what a cache still keeps afterwards is what it would be told.

That the pages which events name are enough is shown by ``tests.outbox.test_follower``
for any deeds in any order; this is about pages of all kinds, and what is no page.
"""

import pytest
from wagtail.models import Page

from cms.caches import queueing
from cms.caches.tags import tags_after
from cms.outbox.models import Event
from pages.models import PageContact
from tests import factories
from tests.outbox.test_follower import Editor, do

OTHERS = ("/", "/api/v1/pages", "/api/v1/navigation", "/api/v1/contacts")


class SiteEditor(Editor):
    """One whose site has pages of all kinds: 0 is the project, 1 its series, 2 and 3
    the workshops in it, 4 the index of the news, 5 one of them."""

    def pages(self):
        below = Page.objects.descendant_of(self.home).order_by("pk")
        return [page.specific for page in below]

    def begin(self):
        project = factories.project(self.home, "Projekt")
        series = factories.series(project, "Reihe")
        for number in (1, 2):
            workshop = factories.workshop(series, f"Werkstatt {number}", number=number)
            workshop.page_contacts = [
                PageContact(contact=self.contact, locale=workshop.locale)
            ]
            workshop.save_revision().publish()
        index = factories.news_index(self.home)
        factories.news(index, "Meldung", about=project)


class Cache:
    """Keeps answers with their tags, as a real one does."""

    def __init__(self, client):
        self.client = client
        self.kept = {}
        self.position = Event.objects.count()

    def fetch(self):
        for path in {*details(), *OTHERS} - {*self.kept}:
            response = self.client.get(path)
            if "Cache-Tag" in response.headers:
                tags = set(response["Cache-Tag"].split(","))
                self.kept[path] = response.content, tags

    def learn(self):
        """Forget by what has happened since the last time, and by that alone."""
        events = list(Event.objects.order_by("position")[self.position :])
        self.position += len(events)
        untrue = set(tags_after(events))
        self.kept = {
            path: (content, tags)
            for path, (content, tags) in self.kept.items()
            if not tags & untrue
        }

    def untrue(self):
        return [
            path
            for path, (content, _tags) in self.kept.items()
            if self.client.get(path).content != content
        ]


def details():
    return [f"/api/v1/pages/{pk}" for pk in Page.objects.values_list("pk", flat=True)]


@pytest.fixture
def editor(home, settings, monkeypatch):
    settings.SHARED_CACHES = ["http://cache.example"]
    settings.PAGE_SHARED_MAX_AGE = 86_400
    monkeypatch.setattr(queueing, "purge_soon", lambda: None)
    editor = SiteEditor(home, factories.contact())
    editor.begin()
    return editor


@pytest.mark.parametrize(
    "deeds",
    [
        ["publish 2", "publish 1", "publish 0", "publish 5", "edit_contact 0"],
        ["hide 0", "publish 2", "show 0", "rename 1", "move 3 5", "delete 5"],
        ["draft 2", "unpublish 3", "publish 3", "rename 0", "delete 1"],
    ],
)
def test_kept_answers_stay_true(editor, client, deeds):
    cache = Cache(client)
    cache.fetch()
    kept = []

    for deed in deeds:
        name, which, *other = deed.split()
        do(editor, [(name, int(which), int(other[0]) if other else 0)])
        cache.learn()
        kept.append(len(cache.kept))
        assert (deed, cache.untrue()) == (deed, [])
        cache.fetch()

    assert max(kept) > 0
