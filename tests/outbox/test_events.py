"""Which events are written, and what they name."""

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from cms.models import SiteSettings
from cms.outbox.models import Event
from cms.outbox.writing import reconcile
from pages.models import PageContact
from tests import factories
from tests.outbox.conftest import fresh

PROJECT, WORKSHOP = "/projekt/", "/projekt/werkstatt/"


def hide(page):
    return PageViewRestriction.objects.create(page=page, restriction_type="login")


def test_page_published_again_names_its_address(workshop, written):
    fresh(workshop).save_revision().publish()

    [event] = written()
    assert event.type == "page.published"
    assert event.model == "pages.WorkshopPage"
    assert event.pages == [[workshop.pk, WORKSHOP, WORKSHOP]]


def test_page_taken_offline_is_told_with_its_former_address(workshop, written):
    fresh(workshop).unpublish()

    [event] = written()
    assert event.type == "page.unpublished"
    assert event.is_gone
    assert event.pages == [[workshop.pk, WORKSHOP, None]]


def test_new_host_of_a_site_affects_all_its_pages(home, project, workshop, written):
    site = home.get_site()
    site.hostname = "stadt.example"
    site.save()

    [event] = written()
    assert event.type == "settings.changed"
    assert [pk for pk, _path in event.affected] == [home.pk, project.pk, workshop.pk]


def test_deleting_a_tree_tells_each_page(project, workshop, written):
    fresh(project).delete()

    assert [(event.type, event.pages) for event in written()] == [
        ("page.deleted", [[project.pk, PROJECT, None]]),
        ("page.deleted", [[workshop.pk, WORKSHOP, None]]),
    ]


def test_new_slug_tells_all_addresses_below(project, workshop, written):
    project = fresh(project)
    project.slug = "vorhaben"
    project.save()

    [event] = [event for event in written() if event.type == "page.moved"]
    assert event.pages == [
        [project.pk, PROJECT, "/vorhaben/"],
        [workshop.pk, WORKSHOP, "/vorhaben/werkstatt/"],
    ]


def test_hiding_a_page_hides_those_below(project, workshop, written):
    restriction = hide(project)
    restriction.delete()

    hidden, shown = written()
    assert {hidden.type, shown.type} == {"access.changed"}
    assert (hidden.is_gone, shown.is_gone) == (True, False)
    assert hidden.pages == [[project.pk, PROJECT, None], [workshop.pk, WORKSHOP, None]]
    assert shown.pages == [[project.pk, None, PROJECT], [workshop.pk, None, WORKSHOP]]


def test_what_happens_to_hidden_pages_is_not_told(project, workshop, written):
    hide(project)
    factories.standard(fresh(project), "Vertrauliches")
    fresh(workshop).save_revision().publish()
    fresh(workshop).unpublish()

    assert [event.type for event in written()] == ["access.changed"]


def test_page_moved_to_where_it_is_hidden_has_gone(home, workshop, written):
    closed = factories.project(home, "Intern")
    hide(closed)
    start = len(written())

    fresh(workshop).move(fresh(closed), pos="last-child")

    [event] = written()[start:]
    assert event.type == "page.unpublished"
    assert event.pages == [[workshop.pk, WORKSHOP, None]]


def test_changed_contact_names_the_pages_that_show_it(workshop, written):
    contact = factories.contact()
    page = fresh(workshop)
    page.page_contacts = [PageContact(contact=contact, locale=page.locale)]
    page.save_revision().publish()
    start = len(written())

    contact.name = "Jo Wallner-Ott"
    contact.save()

    [event] = written()[start:]
    assert event.type == "snippet.changed"
    assert event.affected == [[workshop.pk, WORKSHOP]]


def test_deleted_translation_is_told_to_its_original(home, project, written):
    factories.translated(home)
    english = factories.translated(fresh(project))
    start = len(written())

    english.delete()

    [event] = written()[start:]
    assert event.is_gone
    assert project.pk in {pk for pk, _address in event.affected}


def test_contact_of_a_hidden_page_names_nothing(workshop, written):
    contact = factories.contact()
    page = fresh(workshop)
    page.page_contacts = [PageContact(contact=contact, locale=page.locale)]
    page.save_revision().publish()
    hide(workshop)
    start = len(written())

    contact.save()

    [event] = written()[start:]
    assert (event.affected, event.addresses) == ([], [])


def test_restricted_document_has_no_address(home, project, workshop, written):
    root = Collection.get_first_root_node()
    closed = root.add_child(instance=Collection(name="Intern"))
    CollectionViewRestriction.objects.create(
        collection=closed, restriction_type="login"
    )
    start = len(written())

    public = factories.document(name="a.txt")
    factories.document(name="b.txt", collection=closed)

    assert [event.addresses for event in written()[start:]] == [
        [[None, public.url]],
        [],
    ]


def test_settings_and_redirects_have_events_of_their_own(home, workshop, written):
    draft = factories.standard(home, "Geheim", live=False)
    SiteSettings.for_site(home.get_site()).save()
    Redirect.objects.create(old_path="/alt", redirect_page=home)
    Redirect.objects.create(old_path="/geheim", redirect_page=draft)

    kinds = [(event.type, event.addresses) for event in written()]
    assert kinds[-2:] == [
        ("redirect.changed", [[None, "/alt"]]),
        ("redirect.changed", []),
    ]
    assert {kind for kind, _addresses in kinds[:-2]} == {"settings.changed"}


def test_redirect_that_changes_or_goes_names_its_addresses(home, written):
    redirect = Redirect.objects.create(old_path="/alt", redirect_page=home)
    redirect.old_path = "/uralt"
    redirect.save()
    redirect.delete()

    assert [event.addresses for event in written()[-3:]] == [
        [[None, "/alt"]],
        [["/alt", "/uralt"]],
        [["/uralt", None]],
    ]


def test_redirect_to_a_draft_names_nothing_when_it_goes(home, written):
    draft = factories.standard(home, "Geheim", live=False)
    redirect = Redirect.objects.create(old_path="/geheim", redirect_page=draft)

    redirect.delete()

    assert [event.addresses for event in written()[-2:]] == [[], []]


def test_new_page_affects_the_one_above_and_those_beside(project, workshop, written):
    factories.workshop(fresh(project), "Zweite Werkstatt")

    [event] = written()
    assert [pk for pk, _address in event.affected] == [project.pk, workshop.pk]


def test_translation_is_told_to_its_original(home, project, workshop, written):
    factories.translated(home)
    start = len(written())

    factories.translated(fresh(project))

    affected = {pk for event in written()[start:] for pk, _address in event.affected}
    assert project.pk in affected


def test_positions_have_no_gap(workshop, written):
    for _number in range(3):
        fresh(workshop).save_revision().publish()

    positions = list(Event.objects.values_list("position", flat=True))
    assert positions == list(range(1, len(positions) + 1))


def test_reconciling_tells_what_sent_no_signal(project, workshop, written):
    type(workshop).objects.filter(pk=workshop.pk).update(live=False)

    numbers = [reconcile(), reconcile()]

    [event] = written()
    assert event.pages == [[workshop.pk, WORKSHOP, None]]
    assert numbers == [1, 0]


def test_variant_tied_and_untied_names_the_pages_of_the_other(workshop, written):
    german = factories.document(language="de")
    english = factories.document("Leaflet", "en.txt", language="en")
    page = fresh(workshop)
    page.flyer = german
    page.save_revision().publish()
    start = len(written())

    english.variant_of = german
    english.save()
    english.variant_of = None
    english.save()
    third = factories.document("Notice", "n.txt", language="en", variant_of=german)
    third.delete()

    affected = [event.affected for event in written()[start:]]
    assert affected == [[[workshop.pk, WORKSHOP]]] * 4


def test_taking_a_page_offline_tells_those_below(project, workshop, written):
    fresh(project).unpublish()
    fresh(project).save_revision().publish()

    offline, online = written()
    assert offline.pages == [[project.pk, PROJECT, None], [workshop.pk, WORKSHOP, None]]
    assert online.pages == [[project.pk, None, PROJECT], [workshop.pk, None, WORKSHOP]]
