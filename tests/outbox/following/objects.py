"""What editors do to all that is no page."""

from contextlib import suppress

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import CollectionViewRestriction, Site

from cms.models import SiteSettings
from pages.models import Contact, MenuItem, SiteDocument
from tests import factories


class ObjectEditor:
    def rename_object(self, thing, field="name"):
        thing.refresh_from_db()
        setattr(thing, field, self.name())
        thing.save()

    # --- The directory ---

    def edit_contact(self, which, other):
        self.rename_object(self.contact)

    def edit_organisation(self, which, other):
        self.rename_object(self.organisation)

    def edit_venue(self, which, other):
        self.rename_object(self.venue)

    def edit_funding(self, which, other):
        self.rename_object(self.funding, "programme")

    def delete_contact(self, which, other):
        contact = Contact.objects.order_by("pk")[which % Contact.objects.count()]
        with suppress(ProtectedError, ValidationError), transaction.atomic():
            if contact != self.contact:
                contact.delete()

    # --- Files ---

    def edit_image(self, which, other):
        image = self.logo if which % 2 else self.image
        self.rename_object(image, "credit")

    def edit_document(self, which, other):
        documents = (self.document, self.variant, self.minutes)
        self.rename_object(documents[which % 3], "title")

    def tie_variant(self, which, other):
        self.variant.refresh_from_db()
        self.variant.variant_of = None if self.variant.variant_of else self.document
        self.variant.save()

    def move_document(self, which, other):
        document = (self.document, self.minutes, self.variant)[which % 3]
        document.refresh_from_db()
        home = self.inner if other % 2 else self.collection.get_parent()
        document.collection = home
        document.save()

    def delete_document(self, which, other):
        """One comes in its place, so that there is always something to do."""
        rows = SiteDocument.objects.filter(pk=self.variant.pk)
        with transaction.atomic():
            rows.get().delete()
        self.variant = factories.document(
            self.name(), "en.txt", b"En", language="en", variant_of=self.document
        )

    def close_collection(self, which, other):
        collection = self.inner if which % 2 else self.collection
        restriction = CollectionViewRestriction(
            collection=collection, restriction_type="groups"
        )
        restriction.save()
        restriction.groups.add(self.group)

    def open_collection(self, which, other):
        rows = CollectionViewRestriction.objects.order_by("pk")
        if rows:
            rows[which % len(rows)].delete()

    # --- The site ---

    def edit_menu(self, which, other):
        item = MenuItem.objects.first()
        if item:
            menu = item.menu
            items = list(menu.items.all())
            items[0].label = self.name()
            menu.items = items
            menu.save()

    def redirect(self, which, other):
        Redirect.objects.update_or_create(
            old_path=f"/alt-{which}", defaults={"redirect_page_id": self.project.pk}
        )

    def name_site(self, which, other):
        found = SiteSettings.objects.get()
        found.site_name = {"de": self.name(), "en": "City"}
        found.save()

    def change_host(self, which, other):
        site = Site.objects.get()
        site.port = 8000 + which
        site.save()
