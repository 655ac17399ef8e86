"""What becomes of links: with their pages, people and time; and what they cost."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from cms.drafts.links.keeping import revoke
from cms.drafts.links.models import DraftLink, Scope
from cms.models import Event, UntoldNote
from pages.models import PageContact, PageDocument
from tests import factories
from tests.drafts.links.conftest import drafted
from tests.rendering.reading import Reading


def test_link_goes_with_its_page(german, english, share):
    share(german)
    other = share(english)

    german.delete()

    assert list(DraftLink.objects.all()) == [other]


def test_link_is_no_reason_to_keep_a_page(editor, german, share):
    share(german)

    html = editor.get(reverse("wagtailadmin_pages:usage", args=[german.pk]))

    assert "DraftLink" not in html.content.decode()
    assert "draft link" not in html.content.decode().lower()


def test_copy_of_a_page_has_no_links(home, german, share):
    share(german)

    copy = german.copy(update_attrs={"slug": "kopie"})

    assert DraftLink.objects.filter(page=copy).count() == 0


def test_exported_content_carries_no_links(german, share, tmp_path):
    link = share(german, recipient="Pressestelle")

    call_command("export_content", str(tmp_path), stdout=StringIO())

    written = "".join(
        file.read_text() for file in tmp_path.rglob("*") if file.suffix == ".yaml"
    )
    assert "Plan" in written
    assert (link.secret in written, "Pressestelle" in written) == (False, False)


def test_links_stay_without_the_person_who_made_them(german, share, cast, client):
    made = share(german, user=cast.editor)
    revoked = share(german, user=cast.editor)
    revoke(revoked, cast.editor)

    User.objects.filter(pk=cast.editor.pk).delete()

    made.refresh_from_db()
    revoked.refresh_from_db()
    assert (made.created_by, revoked.revoked_by) == (None, None)
    assert client.get(made.path("de")).status_code == 200


def test_programs_are_told_nothing_of_links(german, share, cast, client):
    client.get("/")  # The first visitor makes the settings.
    before = (Event.objects.count(), UntoldNote.objects.count())

    link = share(german)
    client.get(link.path("de"))
    revoke(link, cast.editor)

    assert (Event.objects.count(), UntoldNote.objects.count()) == before


@pytest.mark.parametrize(
    ("days", "left"), [(-29, 1), (-31, 0)], ids=["lately", "long ago"]
)
def test_links_are_deleted_long_after_their_end(german, share, days, left):
    share(german, days=days)
    valid = share(german)

    call_command("prune_draft_links", stdout=StringIO())

    assert DraftLink.objects.exclude(pk=valid.pk).count() == left
    assert DraftLink.objects.filter(pk=valid.pk).exists()


def test_revoked_links_are_deleted_long_after_that(german, share):
    lately, long_ago = share(german, days=90), share(german, days=90)
    for link, days in ((lately, 29), (long_ago, 31)):
        link.revoked_at = timezone.now() - timedelta(days)
        link.save()
    said = StringIO()

    call_command("prune_draft_links", stdout=said)

    assert list(DraftLink.objects.all()) == [lately]
    assert said.getvalue() == "1 Link zu einem Entwurf gelöscht.\n"


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_for_one_link_and_for_three(
    editor, english, share, number, django_assert_num_queries
):
    german = english.get_translation(factories.locale("de"))
    for _each in range(number):
        share(german, Scope.BUNDLE)
    url = reverse("draft_links", args=[german.pk])
    editor.get(url)  # It knows the content types, sites and settings afterwards.

    with django_assert_num_queries(29):
        response = editor.get(url)

    assert len(Reading(response).all("main tbody tr")) == number


@pytest.mark.parametrize("number", [1, 3])
def test_opening_costs_the_same_whatever_the_draft_names(
    client, home, share, number, django_assert_num_queries
):
    page = factories.standard(home, "Plan", live=False)
    files = [{"type": "document", "value": one.pk} for one in documents(number)]
    here = {"locale": page.locale}
    drafted(
        page,
        body=json.dumps([{"type": "documents", "value": {"documents": files}}]),
        page_contacts=[PageContact(contact=one, **here) for one in people(number)],
        page_documents=[
            PageDocument(document=one, **here) for one in documents(number)
        ],
    )
    link = share(page, Scope.BUNDLE)
    client.get(link.path("de"))

    with django_assert_num_queries(18):
        response = client.get(link.path("de"))

    html = response.content.decode()
    assert (html.count("/datei/"), html.count("Amt für")) == (2 * number, number)


def people(number):
    return [
        factories.contact(f"Kim {each}", organisation=factories.organisation("Amt für"))
        for each in range(number)
    ]


def documents(number):
    return [factories.document(f"Anlage {each}") for each in range(number)]
