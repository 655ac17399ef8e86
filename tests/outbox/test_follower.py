"""A client that only reads the feed and details ends with what a full crawl finds."""

from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from cms.outbox.models import Event
from pages.models import PageContact, StandardPage
from tests import factories
from tests.outbox.conftest import fresh
from tests.publishing.test_transactions import Failure

MOST_PAGES = 8


@pytest.fixture
def contact(home):
    return factories.contact()


def detail_of(client, pk):
    """What a client reads of a page; None if it is not public."""
    response = client.get(f"/api/v1/pages/{pk}")
    return response.json() if response.status_code == 200 else None


def crawl(client):
    """Read all that is public, without the feed."""
    found = ((page.pk, detail_of(client, page.pk)) for page in Page.objects.all())
    return {pk: detail for pk, detail in found if detail}


@dataclass
class Follower:
    client: object
    copy: dict = field(default_factory=dict)
    cursor: str = ""

    def read(self, limit=3, parts=1):
        """Read some parts; whether there is more."""
        for _number in range(parts):
            asked = {"limit": limit, **({"since": self.cursor} if self.cursor else {})}
            part = self.client.get("/api/v1/changes", asked).json()
            for entry in part["entries"]:
                self.take(entry)
            self.cursor = part["cursor"]
            if not part["has_more"]:
                return False
        return True

    def take(self, entry):
        if entry["kind"] == "object":
            return
        detail = None
        if entry["kind"] == "page":
            detail = detail_of(self.client, entry["id"])
        if detail is None:  # It may have gone between the feed and this.
            self.copy.pop(entry["id"], None)
        else:
            self.copy[entry["id"]] = detail

    def catch_up(self):
        while self.read(limit=5):
            pass


class Editor:
    """Does one thing after the other. What is not possible is left."""

    def __init__(self, home, contact):
        self.home = home
        self.contact = contact
        self.number = 0

    def pages(self):
        return list(StandardPage.objects.descendant_of(self.home).order_by("pk"))

    def chosen(self, which, *, home=False):
        pages = [*([fresh(self.home)] if home else []), *self.pages()]
        return fresh(pages[which % len(pages)]) if pages else None

    def name(self):
        self.number += 1
        return f"Seite {self.number}"

    def create(self, which, other):
        if len(self.pages()) < MOST_PAGES:
            parent = self.chosen(which, home=True)
            factories.standard(parent, self.name(), live=other % 3 > 0)

    def publish(self, which, other):
        page = self.chosen(which)
        if page:
            page.title = self.name()
            page.save_revision().publish()

    def draft(self, which, other):
        page = self.chosen(which)
        if page:
            page.title = "Geheim"
            page.save_revision()

    def rename(self, which, other):
        page = self.chosen(which)
        if page:
            page.slug = f"adresse-{self.name().split()[-1]}"
            page.save()

    def move(self, which, other):
        page, target = self.chosen(which), self.chosen(other, home=True)
        if page and not (target == page or target.is_descendant_of(page)):
            page.move(target, pos="last-child")

    def hide(self, which, other):
        page = self.chosen(which)
        if page and not page.view_restrictions.exists():
            page.view_restrictions.create(restriction_type="login")

    def show(self, which, other):
        restriction = PageViewRestriction.objects.order_by("pk").first()
        if restriction:
            restriction.delete()

    def unpublish(self, which, other):
        page = self.chosen(which)
        if page:
            page.unpublish()

    def delete(self, which, other):
        page = self.chosen(which)
        if page:
            page.delete()

    def name_contact(self, which, other):
        page = self.chosen(which)
        if page:
            page.page_contacts = [PageContact(contact=self.contact, locale=page.locale)]
            page.save_revision().publish()

    def edit_contact(self, which, other):
        self.contact.name = self.name()
        self.contact.save()


DEEDS = sorted(name for name, value in vars(Editor).items() if callable(value))
DEEDS = [name for name in DEEDS if name not in ("__init__", "pages", "chosen", "name")]
numbers = st.integers(0, 20)
deed = st.tuples(st.sampled_from(DEEDS), numbers, numbers)
together = st.tuples(st.just("together"), st.lists(deed, min_size=1, max_size=3))
rolled_back = st.tuples(st.just("rolled back"), st.lists(deed, min_size=1, max_size=2))
reading = st.tuples(st.just("read"), st.integers(1, 4))
steps = st.lists(deed | together | rolled_back | reading, min_size=4, max_size=14)


def perform(editor, follower, step):
    if step[0] == "read":
        follower.read(limit=step[1])
    elif step[0] == "together":
        with transaction.atomic():
            do(editor, step[1])
    elif step[0] == "rolled back":
        with suppress(Failure), transaction.atomic():
            do(editor, step[1])
            raise Failure
    else:
        do(editor, [step])


def do(editor, deeds):
    for name, which, other in deeds:
        getattr(editor, name)(which, other)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=steps)
@example(steps=[("read", 4), ("hide", 0, 0)])
@example(steps=[("hide", 0, 0), ("read", 4), ("publish", 1, 0), ("show", 0, 0)])
@example(steps=[("read", 4), ("hide", 3, 0), ("read", 4), ("move", 0, 4)])
@example(steps=[("read", 1), ("rename", 0, 0), ("read", 1), ("unpublish", 1, 0)])
@example(steps=[("name_contact", 1, 0), ("read", 4), ("edit_contact", 0, 0)])
def test_follower_has_what_a_crawl_finds(client, home, contact, steps):
    for page in StandardPage.objects.child_of(home):
        fresh(page).delete()
    editor, follower = Editor(home, contact), Follower(client)
    for depth in (0, 1, 2, 0):
        editor.create(depth, 1)

    for step in steps:
        perform(editor, follower, step)
    follower.catch_up()

    assert follower.copy == crawl(client)
    assert "Geheim" not in str(list(Event.objects.values()))
