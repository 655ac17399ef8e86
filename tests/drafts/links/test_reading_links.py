"""What people without an account read through a link."""

import pytest
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from cms.drafts.links.models import DraftLink, Scope
from pages.models import PageDocument
from tests import factories
from tests.drafts.links.conftest import drafted
from tests.rendering.reading import Reading


def attached(page, document):
    """The page with a document that only its draft names."""
    draft = page.get_latest_revision_as_object()
    draft.page_documents.add(PageDocument(document=document, locale=page.locale))
    draft.save_revision()
    page.refresh_from_db()


def released(page):
    """The page after its newest draft was published."""
    page.latest_revision.publish()
    page.refresh_from_db()
    return page


def banner(read):
    """What is said around the draft, sentence by sentence."""
    return read.all(".draft-banner p")


@pytest.fixture
def closed():
    """A collection of documents that only those who sign in may read."""
    collection = Collection.get_first_root_node().add_child(name="Intern")
    kind = CollectionViewRestriction.LOGIN
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=kind
    )
    return collection


def test_link_shows_newest_draft(client, german, share):
    link = share(german)

    first = Reading(client.get(link.path("de")))
    drafted(german, title="Neuester Plan")
    second = Reading(client.get(link.path("de")))

    assert link.path("de") == f"/entwurf/{link.secret}/"
    assert "Neuer Plan" in first.text
    assert "Neuester Plan" in second.text


def test_draft_newer_than_public_page_is_shown(client, german, share):
    public = released(german)
    drafted(public, title="Noch neuer")

    read = Reading(client.get(share(public).path("de")))

    assert read.title.startswith("Entwurf: Noch neuer")
    assert banner(read)[0] == "Entwurf – mit Änderungen, die nicht veröffentlicht sind"
    assert Reading(client.get(public.url)).all("h1") == ["Neuer Plan"]


def test_page_says_when_it_has_been_published_since(client, german, share):
    link = share(german)
    public = released(german)

    read = Reading(client.get(link.path("de")))

    assert banner(read)[0] == "Diese Fassung ist veröffentlicht."
    assert read.links(".draft-banner a") == {"Zur öffentlichen Seite": public.url}


def test_published_page_below_private_one_is_not_offered(client, german, share):
    public = released(german)
    PageViewRestriction.objects.create(page=public, restriction_type="login")

    read = Reading(client.get(share(public).path("de")))

    assert banner(read)[0] == "Diese Fassung ist veröffentlicht."
    assert read.links(".draft-banner a") == {}


def test_link_opens_page_below_private_one_and_nothing_else(client, home, share):
    parent = factories.project(home, "Intern")
    PageViewRestriction.objects.create(
        page=parent, restriction_type="password", password="geheim"
    )
    page = factories.standard(parent, "Protokoll")

    shown = client.get(share(page).path("de"))
    asked = [client.get(each.url) for each in (page, parent)]

    assert (shown.status_code, "Protokoll" in said(shown)) == (200, True)
    assert ["Passwort" in said(each) for each in asked] == [True, True]


def test_bundle_shows_both_languages(client, german, english, share):
    link = share(german, Scope.BUNDLE)

    answers = {code: client.get(link.path(code)) for code in ("de", "en")}

    assert link.path("en") == f"/en/draft/{link.secret}/"
    assert "Neuer Plan" in Reading(answers["de"]).text
    assert "New plan" in Reading(answers["en"]).text
    assert f'href="{link.path("en")}" hreflang="en"' in said(answers["de"])
    assert f'href="{link.path("de")}" hreflang="de"' in said(answers["en"])


def test_link_to_one_page_leads_to_its_language_and_shows_no_other(
    client, german, english, share
):
    link = share(german)

    response = client.get(link.path("en"))
    shown = said(client.get(link.path("de")))

    assert (response.status_code, response["Location"]) == (302, link.path("de"))
    assert response["Cache-Control"] == "no-store, private"
    assert "hreflang" not in shown


def test_bundle_shows_translation_that_is_made_later(client, german, share):
    link = share(german, Scope.BUNDLE)
    before = client.get(link.path("en"))
    drafted(german.copy_for_translation(factories.locale("en")), title="New plan")

    after = Reading(client.get(link.path("en")))

    assert before.status_code == 302
    assert "New plan" in after.text


def test_documents_are_read_through_the_link(client, german, closed, share):
    document = factories.document("Entwurf des Flyers", collection=closed)
    attached(german, document)
    link = share(german)
    address = f"{link.path('de')}datei/{document.pk}/"

    page = said(client.get(link.path("de")))
    file = client.get(address)

    assert f'<a href="{address}">Entwurf des Flyers' in page
    assert (b"".join(file), file["Cache-Control"]) == (b"Flyer", "no-store, private")
    assert file["Content-Security-Policy"] == "default-src 'none'"
    name = f'attachment; filename="{document.filename}"'
    assert file["Content-Disposition"] == name
    assert client.get(document.url).status_code == 302


def test_documents_of_bundle_are_those_of_each_language(client, german, share, closed):
    flyer = factories.document("Flyer", collection=closed)
    leaflet = factories.document(
        "Leaflet", language="en", variant_of=flyer, collection=closed
    )
    attached(german, flyer)
    drafted(german.copy_for_translation(factories.locale("en")), title="New plan")
    link = share(german, Scope.BUNDLE)

    with_file = f"{link.path('en')}file/{leaflet.pk}/"
    page = said(client.get(link.path("en")))
    file = client.get(with_file)

    assert f'<a href="{with_file}">Leaflet' in page
    assert file.status_code == 200
    assert client.get(f"{link.path('de')}datei/{leaflet.pk}/").status_code == 404


def test_only_documents_of_the_draft_are_given(client, german, home, closed, share):
    own = factories.document("Eigenes", collection=closed)
    other = factories.document("Fremdes", collection=closed)
    attached(german, own)
    attached(factories.standard(home, "Anderes"), other)
    link = share(german)
    addresses = [f"{link.path('de')}datei/{pk}/" for pk in (own.pk, other.pk, 9999)]

    statuses = [client.get(address).status_code for address in addresses]
    draft = german.get_latest_revision_as_object()
    draft.page_documents.clear()
    draft.save_revision()
    removed = client.get(addresses[0])

    assert statuses == [200, 404, 404]
    assert removed.status_code == 404


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_link_opens_no_document_that_its_editor_may_not_read(
    client, german, closed, share, kind
):
    CollectionViewRestriction.objects.update(restriction_type=kind, password="geheim")
    document = factories.document(
        "Personalakte", collection=closed.add_child(name="Darunter")
    )
    attached(german, document)
    link = share(german)
    address = f"{link.path('de')}datei/{document.pk}/"

    page = said(client.get(link.path("de")))
    file = client.get(address)

    usual = f"/documents/{document.pk}/{document.filename}"
    is_open = kind == "login"
    assert f'<a href="{address if is_open else usual}">Personalakte' in page
    assert file.status_code == (200 if is_open else 404)


def test_document_without_its_file_is_not_found(client, german, share):
    document = factories.document("Weg")
    attached(german, document)
    document.file.storage.delete(document.file.name)
    link = share(german)

    response = client.get(f"{link.path('de')}datei/{document.pk}/")

    assert response.status_code == 404


def test_document_that_was_deleted_meanwhile_is_left_out(client, german, share):
    kept, gone = factories.document("Flyer"), factories.document("Weg")
    attached(german, kept)
    attached(german, gone)
    link = share(german)
    before = Reading(client.get(link.path("de"))).text
    gone.delete()

    after = Reading(client.get(link.path("de"))).text

    assert [name in before for name in ("Flyer", "Weg")] == [True, True]
    assert [name in after for name in ("Flyer", "Weg")] == [True, False]


def test_documents_keep_their_addresses_elsewhere(client, german, share):
    document = factories.document("Flyer")
    attached(german, document)
    client.get(share(german).path("de"))

    assert document.url == f"/documents/{document.pk}/{document.filename}"


def test_draft_is_kept_by_nobody(client, german, share):
    response = client.get(share(german).path("de"))

    headers = ("Cache-Control", "X-Robots-Tag", "Referrer-Policy")
    assert [response[name] for name in headers] == [
        "no-store, private",
        "noindex, nofollow",
        "no-referrer",
    ]
    assert "default-src 'self'" in response["Content-Security-Policy"]
    assert (response.has_header("ETag"), response.has_header("Vary")) == (False, False)
    assert response.cookies == {}
    assert '<meta name="robots" content="noindex, nofollow">' in said(response)


def test_public_version_is_not_mixed_in(client, home, share):
    workshop = factories.published(factories.workshop(home))
    drafted(workshop, title="Umbenannt")

    html = said(client.get(share(workshop).path("de")))

    for traces in ('rel="canonical"', "ld+json", "og:url", workshop.short_link.path):
        assert traces not in html


def test_openings_are_counted(client, german, share, time_machine):
    link = share(german)
    time_machine.move_to("2026-11-28T10:00:00+01:00", tick=False)
    DraftLink.objects.update(expires_at="2026-12-05T00:00:00+01:00")

    client.get(link.path("de"))
    client.head(link.path("de"))
    client.get(link.path("de"))

    link.refresh_from_db()
    assert (link.openings, link.opened_at.isoformat()) == (
        2,
        "2026-11-28T09:00:00+00:00",
    )


def test_nothing_can_be_sent_to_a_link(client, german, share):
    response = client.post(share(german).path("de"))

    assert response.status_code == 405


def said(response):
    return response.content.decode()
