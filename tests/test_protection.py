"""What is in use is not deleted, what contradicts itself is not published."""

import pytest
from django.contrib.messages import get_messages
from django.db.models import ProtectedError
from wagtail.actions.publish_page_revision import PublishPagePermissionError
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import PageViewRestriction

from pages.models import Contact, Organisation, PageContact, Venue, WorkshopPage
from pages.protection import users_of
from tests import factories

pytestmark = pytest.mark.django_db

BACKWARDS = [
    {
        "type": "session",
        "value": {"start": "11:00", "end": "10:30", "title": "Rückwärts"},
    }
]


@pytest.fixture
def home():
    return factories.home()


def delete_url(instance):
    model = instance._meta.model_name
    return f"/admin/snippets/pages/{model}/delete/{instance.pk}/"


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_deleting_a_contact_in_use_names_its_pages(admin_client, home):
    person = factories.contact("Jo Wallner")
    page = factories.workshop(home, "Erste Werkstatt")
    page.page_contacts.add(PageContact(contact=person, locale=page.locale))
    page.save()

    response = admin_client.post(delete_url(person))

    assert Contact.objects.filter(pk=person.pk).exists()
    assert response.url == AdminURLFinder().get_edit_url(person)
    assert "Erste Werkstatt" in said(response)[0]
    assert f"/admin/pages/{page.pk}/edit/" in said(response)[0]


def test_deleting_a_venue_in_use_is_refused(admin_client, home):
    place = factories.venue()
    factories.workshop(home, venue=place)

    admin_client.post(delete_url(place))

    assert Venue.objects.filter(pk=place.pk).exists()


def test_deleting_an_organisation_of_a_contact_is_refused(admin_client):
    city = factories.organisation()
    factories.contact(organisation=city)

    admin_client.post(delete_url(city))

    assert Organisation.objects.filter(pk=city.pk).exists()


def test_deleting_several_at_once_is_refused_if_one_is_in_use(admin_client, home):
    used, unused = factories.venue("Rathaus"), factories.venue("Bücherei")
    factories.workshop(home, venue=used)
    ids = f"id={used.pk}&id={unused.pk}"

    response = admin_client.post(f"/admin/bulk/pages/venue/delete/?{ids}&next=/admin/")

    assert Venue.objects.count() == 2
    assert len(said(response)) == 1


def test_deleting_what_nobody_uses_works(admin_client):
    place = factories.venue()

    admin_client.post(delete_url(place))

    assert not Venue.objects.exists()


def test_users_are_found_in_both_languages(home):
    person = factories.contact()
    page = factories.workshop(home)
    page.page_contacts.add(PageContact(contact=person, locale=page.locale))
    page.save()
    english_home = factories.translated(home)

    english = factories.translated(page)

    assert sorted(user.pk for user in users_of(person)) == [page.pk, english.pk]
    assert english.get_parent() == english_home.page_ptr


def test_bulk_publishing_refuses_a_contradictory_draft(admin_client, home):
    page = factories.workshop(home, "Werkstatt", live=False, agenda=BACKWARDS)
    page.save_revision()

    response = admin_client.post(
        f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}&next=/admin/"
    )

    assert WorkshopPage.objects.get().live is False
    assert "11:00" in said(response)[0]


def test_publishing_a_contradictory_draft_by_code_is_refused(home):
    page = factories.workshop(home, live=False, agenda=BACKWARDS)
    revision = page.save_revision()

    with pytest.raises(PublishPagePermissionError, match="11:00"):
        revision.publish()

    assert WorkshopPage.objects.get().live is False


def test_deleting_a_venue_that_only_a_draft_shows_is_refused(admin_client, home):
    place = factories.venue()
    page = factories.workshop(home, "Entwurf")
    page.venue = place
    page.save_revision()

    response = admin_client.post(delete_url(place))

    assert Venue.objects.filter(pk=place.pk).exists()
    assert "Entwurf" in said(response)[0]


def test_contact_that_was_removed_from_its_page_can_be_deleted(admin_client, home):
    person = factories.contact()
    page = factories.workshop(home)
    page.page_contacts.add(PageContact(contact=person, locale=page.locale))
    page.save_revision().publish()
    page = WorkshopPage.objects.get()
    page.page_contacts.clear()
    page.save_revision().publish()

    admin_client.post(delete_url(person))

    assert not Contact.objects.exists()
    old = page.revisions.order_by("pk").first()
    assert old.as_object().page_contacts.count() == 0


def test_deleting_by_code_what_is_in_use_is_refused(home):
    place = factories.venue()
    factories.workshop(home, venue=place)

    with pytest.raises(ProtectedError):
        Venue.objects.all().delete()


def test_private_pages_are_not_listed(home):
    page = factories.workshop(home)
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert list(WorkshopPage.objects.listed()) == []
