"""A client that only reads the feed and details ends with what a full crawl finds."""

from contextlib import suppress

import pytest
from django.db import transaction
from wagtail.models import PageViewRestriction

from cms.outbox.models import Event
from pages.models import PageContact, StandardPage
from tests import factories
from tests.outbox.conftest import fresh
from tests.outbox.following.follower import Follower, crawl
from tests.publishing.test_transactions import Failure

MOST_PAGES = 8


@pytest.fixture
def contact(home):
    return factories.contact()


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


# Chance is left to tests/outbox/following; these are what it once found, or might.
PINNED = [
    [("read", 4), ("hide", 0, 0)],
    [("hide", 0, 0), ("read", 4), ("publish", 1, 0), ("show", 0, 0)],
    [("read", 4), ("hide", 3, 0), ("read", 4), ("move", 0, 4)],
    [("read", 1), ("rename", 0, 0), ("read", 1), ("unpublish", 1, 0)],
    [("read", 4), ("read", 4), ("unpublish", 1, 0)],
    [("unpublish", 1, 0), ("read", 4), ("read", 4), ("publish", 1, 0)],
    [("read", 4), ("rolled back", [("delete", 1, 0), ("create", 0, 1)])],
    [("read", 4), ("together", [("unpublish", 1, 0), ("publish", 2, 0)])],
    [("name_contact", 1, 0), ("read", 4), ("edit_contact", 0, 0)],
]


@pytest.mark.parametrize("steps", PINNED)
def test_follower_has_what_a_crawl_finds(client, home, contact, steps):
    editor, follower = Editor(home, contact), Follower(client)
    for depth in (0, 1, 2, 0):
        editor.create(depth, 1)

    for step in steps:
        perform(editor, follower, step)
    follower.catch_up()

    assert follower.copy == crawl(client)
    assert "Geheim" not in str(list(Event.objects.values()))
