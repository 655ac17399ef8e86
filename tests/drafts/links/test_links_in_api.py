"""The drafts of a link for a separate front end."""

import pytest
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from cms.drafts.links.keeping import revoke
from cms.drafts.links.models import Scope
from pages.models import PageDocument
from tests import factories
from tests.drafts.links.conftest import drafted


def ask(client, secret):
    return client.get(f"/api/v1/drafts/link.{secret}")


def pages_in(response):
    return [item["page"] for item in response.json()["items"]]


@pytest.fixture
def closed(home):
    """A document that only those who sign in may read."""
    collection = Collection.get_first_root_node().add_child(name="Intern")
    kind = CollectionViewRestriction.LOGIN
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=kind
    )
    return factories.document("Flyer", collection=collection)


def test_bundle_is_read_in_one_answer_german_first(client, german, english, share):
    link = share(english, Scope.BUNDLE)

    response = ask(client, link.secret)

    assert [page["title"] for page in pages_in(response)] == ["Neuer Plan", "New plan"]
    assert response.json()["source"] == "link"
    assert response["Cache-Control"] == "no-store"


def test_one_page_comes_alone(client, german, english, share):
    response = ask(client, share(english).secret)

    assert [page["title"] for page in pages_in(response)] == ["New plan"]


def test_documents_have_the_address_of_the_link(client, german, closed, share):
    draft = german.get_latest_revision_as_object()
    draft.page_documents.add(PageDocument(document=closed, locale=german.locale))
    draft.save_revision()
    link = share(german)

    (page,) = pages_in(ask(client, link.secret))

    address = f"http://testserver{link.path('de')}datei/{closed.pk}/"
    assert [one["url"] for one in page["documents"]] == [address]
    assert b"".join(client.get(address)) == b"Flyer"


def test_documents_for_certain_groups_are_not_named(client, german, closed, share):
    CollectionViewRestriction.objects.update(restriction_type="groups")
    draft = german.get_latest_revision_as_object()
    draft.page_documents.add(PageDocument(document=closed, locale=german.locale))
    draft.save_revision()

    (page,) = pages_in(ask(client, share(german).secret))

    assert page["documents"] == []


def test_documents_of_the_link_are_in_no_other_answer(client, home, german, closed):
    page = factories.standard(home, "Öffentlich")
    page.page_documents.add(PageDocument(document=closed, locale=page.locale))
    page.save_revision().publish()

    response = client.get(f"/api/v1/pages/{page.pk}")

    assert response.json()["documents"] == []


def test_page_below_private_one_is_read(client, home, share):
    parent = factories.project(home, "Intern")
    PageViewRestriction.objects.create(page=parent, restriction_type="login")
    page = drafted(factories.standard(parent, "Protokoll", live=False), lead="Neu")

    (found,) = pages_in(ask(client, share(page).secret))

    assert (found["title"], found["lead"]) == ("Protokoll", "Neu")


def test_answers_without_a_valid_link_are_equal(client, home, german, share, cast):
    expired, revoked = share(german, days=-1), share(german)
    revoke(revoked, cast.editor)
    orphan = share(factories.standard(home, "Bald weg"))
    orphan.page.delete()
    secrets = ["0" * 32, "x", expired.secret, revoked.secret, orphan.secret]

    answers = {
        (answer.status_code, answer.content, tuple(answer.headers.items()))
        for secret in secrets
        for answer in [ask(client, secret)]
    }

    ((status, _content, headers),) = answers
    assert (status, dict(headers)["Cache-Control"]) == (404, "no-store")


def test_reading_counts_as_opening(client, german, share):
    link = share(german)

    ask(client, link.secret)

    link.refresh_from_db()
    assert link.openings == 1
