"""What is told of snippets, documents, images, settings, sites and redirects."""

import pytest
from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Locale, Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from cms.models import SiteSettings
from cms.publishing.objects import ObjectNote, ObjectState, object_changes, state_of
from pages.models import Contact, Menu, MenuItem, SiteDocument, StandardPage
from tests import factories
from tests.publishing.conftest import change

pytestmark = pytest.mark.django_db


# --- Snippets -------------------------------------------------------------------


def test_new_snippet_is_told_as_changed(admin_client, heard, commit):
    german = factories.locale()

    with commit():
        url = f"/admin/snippets/pages/contact/add/?locale={german.language_code}"
        admin_client.post(url, {"name": "Jo Wallner"})

    assert heard == [(change("changed", Contact.objects.get()),)]


def test_saved_snippet_is_told_as_changed(admin_client, heard, commit):
    contact = factories.contact()

    with commit():
        url = f"/admin/snippets/pages/contact/edit/{contact.pk}/"
        admin_client.post(url, {"name": "Jo Wallner-Ott"})

    assert Contact.objects.get().name == "Jo Wallner-Ott"
    assert heard == [(change("changed", contact),)]


def test_deleted_snippet_is_told(admin_client, heard, commit):
    contact = factories.contact()

    with commit():
        admin_client.post(f"/admin/snippets/pages/contact/delete/{contact.pk}/")

    assert not Contact.objects.exists()
    assert heard == [(change("deleted", contact),)]


def test_snippet_in_english_says_so(heard, commit):
    english = factories.locale("en")

    with commit():
        contact = Contact.objects.create(name="Jo", locale=english)

    assert heard == [(change("changed", contact, language="en"),)]


def test_menu_is_told_once_with_its_entries(admin_client, heard, commit):
    menu = Menu.objects.create(place="header", locale=factories.locale())
    entry = {"page": "", "url": "https://example.org", "label": "Partner"}

    with commit():
        data = {"place": "header", "items": inline_formset([entry])}
        url = f"/admin/snippets/pages/menu/edit/{menu.pk}/"
        admin_client.post(url, nested_form_data(data))

    assert MenuItem.objects.get().menu_id == menu.pk
    assert heard == [(change("changed", menu),)]


LIVE, DRAFT = ObjectState(live=True), ObjectState(live=False)


@pytest.mark.parametrize(
    ("before", "after", "actions"),
    [
        (None, DRAFT, []),
        (None, LIVE, ["published"]),
        (DRAFT, DRAFT, []),
        (DRAFT, LIVE, ["published"]),
        (LIVE, LIVE, ["published"]),
        (LIVE, DRAFT, ["unpublished"]),
        (LIVE, None, ["deleted"]),
        (DRAFT, None, []),
    ],
)
def test_snippet_with_drafts_is_told_only_when_live(db, before, after, actions):
    # None of ours has drafts. Any model that has them stands for one of a plugin.
    noted = ObjectNote(StandardPage, "1", before, after)

    changes = object_changes([noted], "default")

    assert [change.action for change in changes] == actions
    assert (state_of(StandardPage(live=False)), state_of(Contact())) == (DRAFT, LIVE)


# --- Images and documents -------------------------------------------------------


def test_image_is_told_without_an_address(heard, commit):
    with commit():
        image = factories.image()

    assert heard == [(change("changed", image, language=""),)]


def test_looking_up_the_size_of_an_image_tells_nothing(heard, commit):
    image = factories.image()
    type(image).objects.update(file_size=None)
    image.refresh_from_db()

    with commit():
        image.get_file_size()

    assert type(image).objects.get().file_size > 0
    assert heard == []


def test_deleted_image_is_told(heard, commit):
    image = factories.image()
    expected = change("deleted", image, language="")

    with commit():
        image.delete()

    assert heard == [(expected,)]


def test_new_file_of_a_document_changes_its_address(heard, commit):
    document = factories.document(name="alt.txt")
    document.file = ContentFile(b"Neu", name="neu.txt")

    with commit():
        document.save()

    old, new = (f"/documents/{document.pk}/{name}.txt" for name in ("alt", "neu"))
    assert heard == [(change("changed", document, old, new, language=""),)]


def test_deleted_document_is_told_with_its_address(heard, commit):
    document = factories.document(name="plan.txt")
    expected = change("deleted", document, document.url, language="")

    with commit():
        document.delete()

    assert heard == [(expected,)]


def test_restriction_of_a_collection_tells_its_documents(heard, commit):
    root = Collection.get_first_root_node()
    internal = root.add_child(instance=Collection(name="Intern"))
    below = internal.add_child(instance=Collection(name="Protokolle"))
    inside = factories.document(name="a.txt", collection=internal)
    deeper = factories.document(name="b.txt", collection=below)
    factories.document(name="c.txt")

    with commit():
        restriction = CollectionViewRestriction.objects.create(
            collection=internal, restriction_type="login"
        )
    with commit():
        restriction.delete()

    urls = (inside.url, deeper.url)
    expected = change("access", internal, urls, urls, language="")
    assert heard == [(expected,), (expected,)]


# --- The site -------------------------------------------------------------------


def test_settings_are_told_as_changed(admin_client, home, heard, commit):
    site = Site.objects.get()
    settings = SiteSettings.for_site(site)

    with commit():
        data = {"site_name_de": "Lindenau", "site_name_en": "", "logo": ""}
        admin_client.post(f"/admin/settings/cms/sitesettings/{site.pk}/", data)

    assert SiteSettings.objects.get().site_name == {"de": "Lindenau"}
    assert heard == [(change("changed", settings, language=""),)]


@pytest.mark.parametrize("find", [Site.objects.get, Locale.objects.first])
def test_site_and_locale_are_told_as_changed(home, heard, commit, find):
    instance = find()

    with commit():
        instance.save()

    assert heard == [(change("changed", instance, language=""),)]


def test_redirect_is_told_when_made_and_when_deleted(home, heard, commit):
    with commit():
        redirect = Redirect.objects.create(old_path="/alt", redirect_page=home)
    made = change("changed", redirect, language="", after="/alt")
    with commit():
        pk = redirect.pk
        redirect.delete()
        redirect.pk = pk

    gone = change("deleted", redirect, language="", before="/alt")
    assert heard == [(made,), (gone,)]


# --- Several things at once -----------------------------------------------------


def test_saving_a_snippet_twice_is_told_once(heard, commit):
    contact = factories.contact()

    with commit():
        contact.save()
        contact.save()

    assert heard == [(change("changed", contact),)]


def test_snippet_made_and_deleted_is_not_told(heard, commit):
    factories.locale()

    with commit():
        factories.contact().delete()

    assert heard == []


def test_document_saved_and_deleted_had_its_first_address(heard, commit):
    document = factories.document(name="alt.txt")
    expected = change("deleted", document, document.url, language="")
    document.file = ContentFile(b"Neu", name="neu.txt")

    with commit():
        document.save()
        document.delete()

    assert SiteDocument.objects.count() == 0
    assert heard == [(expected,)]
