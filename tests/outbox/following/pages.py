"""What editors do to pages. What is not possible just now is left."""

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageViewRestriction

from pages.models import (
    NewsPage,
    PageContact,
    PageDocument,
    SeriesPage,
    StandardPage,
    WorkshopPage,
)
from tests import factories
from tests.translation.translating import published

MOST_PAGES = 20
BELOW = {
    "HomePage": (factories.standard, factories.project, factories.series),
    "ProjectPage": (factories.series, factories.workshop),
    "SeriesPage": (factories.workshop,),
    "NewsIndexPage": (factories.news,),
}


class PageEditor:
    """``which`` and ``other`` are any numbers: they choose among what there is."""

    number = 0

    def name(self):
        self.number += 1
        return f"Name {self.number}"

    def chosen(self, which, *kinds, depth=3, **conditions):
        rows = Page.objects.filter(depth__gte=depth, **conditions).order_by("pk")
        if kinds:
            rows = rows.type(kinds)
        count = rows.count()
        return rows[which % count].specific if count else None

    # --- Content ---

    def create(self, which, other):
        parent = self.chosen(which, depth=2)
        kinds = BELOW.get(type(parent).__name__)
        if kinds and Page.objects.count() < MOST_PAGES:
            kinds[other % len(kinds)](parent, self.name(), live=other % 4 > 0)

    def publish(self, which, other):
        page = self.chosen(which, depth=2)
        page.title = self.name()
        page.save_revision().publish()

    def draft(self, which, other):
        page = self.chosen(which)
        page.title = "Geheim"
        page.lead = "Geheim"
        page.save_revision()

    def publish_again(self, which, other):
        """As scripts do: without a new version."""
        page = self.chosen(which)
        page.live = True
        page.lead = self.name()
        page.save()

    def save_title(self, which, other):
        page = self.chosen(which)
        page.title = self.name()
        page.save(update_fields=["title"])

    def translate(self, which, other):
        page = self.chosen(which, live=True, locale__language_code="de")
        if page and Page.objects.count() < MOST_PAGES:
            published(page)

    def change_children(self, which, other):
        if page := self.chosen(which, WorkshopPage):
            own = {"locale": page.locale}
            page.page_contacts = [PageContact(contact=self.contact, **own)]
            page.page_documents = [PageDocument(document=self.document, **own)]
            page.flyer = self.variant if other % 2 else None
            page.save_revision().publish()

    def tell_of(self, which, other):
        if page := self.chosen(which, NewsPage):
            page.about = self.chosen(other)
            page.save_revision().publish()

    def link(self, which, other):
        if page := self.chosen(which, StandardPage):
            target = self.chosen(other)
            text = f'<p><a linktype="page" id="{target.pk}">Dort</a></p>'
            page.body = [{"type": "text", "value": text}]
            page.save_revision().publish()

    # --- Places ---

    def rename(self, which, other):
        page = self.chosen(which)
        page.slug = f"adresse-{self.name().split()[-1]}"
        page.save()

    def move(self, which, other):
        page, target = self.chosen(which), self.chosen(other, depth=2)
        if target != page and not target.is_descendant_of(page):
            page.slug = f"umzug-{self.name().split()[-1]}"
            page.save()
            page.move(target, pos="last-child")

    def move_series(self, which, other):
        series = self.chosen(which, SeriesPage)
        target = self.chosen(other, depth=2)
        if series and target != series and not target.is_descendant_of(series):
            series.move(target, pos="first-child")

    def reorder(self, which, other):
        page = self.chosen(which)
        page.move(page.get_parent(), pos="first-child")

    def copy(self, which, other):
        page, target = self.chosen(which), self.chosen(other, depth=2)
        if Page.objects.count() < MOST_PAGES and not target.is_descendant_of(page):
            slug = f"kopie-{self.name().split()[-1]}"
            page.copy(to=target, recursive=True, update_attrs={"slug": slug})

    # --- Who sees them, and when ---

    def hide(self, which, other):
        page = self.chosen(which)
        if not page.view_restrictions.exists():
            page.view_restrictions.create(restriction_type="login")

    def restriction(self, which):
        rows = PageViewRestriction.objects.order_by("pk")
        return rows[which % len(rows)] if rows else None

    def show(self, which, other):
        if restriction := self.restriction(which):
            restriction.delete()

    def hide_another(self, which, other):
        if restriction := self.restriction(which):
            restriction.page = self.chosen(other).page_ptr
            restriction.save()

    def unpublish(self, which, other):
        self.chosen(which).unpublish()

    def unpublish_all(self, which, other):
        UnpublishPageAction(self.chosen(which), include_descendants=True).execute(
            skip_permission_checks=True
        )

    def delete(self, which, other):
        if other % 3 == 0:
            self.chosen(which).delete()

    def schedule(self, which, other):
        page = self.chosen(which)
        page.lead = self.name()
        page.go_live_at = timezone.now() + timedelta(minutes=30)
        page.save_revision().publish()

    def limit(self, which, other):
        page = self.chosen(which)
        page.expire_at = timezone.now() + timedelta(minutes=30)
        page.save_revision().publish()

    def wait(self, which, other):
        self.clock.shift(timedelta(hours=1))
        call_command("publish_scheduled", verbosity=0)
