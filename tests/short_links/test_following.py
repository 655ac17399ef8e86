"""A short address leads to its target for good, or says since when that is gone."""

from datetime import UTC, datetime

import pytest
from django.core.files.base import ContentFile
from wagtail.models import PageViewRestriction

from pages.models import ShortLink
from tests import factories

NOON = datetime(2031, 5, 3, 12, 0, tzinfo=UTC)


@pytest.fixture
def home(db):
    return factories.home()


@pytest.fixture
def workshop(home):
    page = factories.workshop(home)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


@pytest.fixture
def flyer(home):
    return factories.document("Flyer", "flyer.txt", language="de")


def link_of(target):
    key = getattr(target, "key", None) or target.translation_key
    return ShortLink.objects.get(key=key)


def followed(client, path):
    answer = client.get(path)
    return answer.status_code, answer.headers.get("Location")


def test_workshop_has_one_link_in_all_languages(workshop):
    factories.translated(workshop.get_parent().specific)
    factories.translated(workshop)

    assert ShortLink.objects.filter(key=workshop.translation_key).count() == 1


def test_link_leads_to_the_language_of_the_address(client, workshop):
    factories.translated(workshop.get_parent().specific)
    english = factories.translated(workshop, slug="workshop")
    code = link_of(workshop).code

    assert followed(client, f"/w/{code}") == (302, workshop.url)
    assert followed(client, f"/en/w/{code}") == (302, english.url)
    assert followed(client, f"/w/{code.upper()}/") == (302, workshop.url)


def test_link_leads_to_the_german_page_while_there_is_no_english_one(client, workshop):
    assert followed(client, f"/en/w/{link_of(workshop).code}") == (302, workshop.url)


@pytest.mark.parametrize("way", ["/w/", "/en/w/"])
def test_link_leads_to_the_english_page_while_there_is_no_german_one(
    client, workshop, way
):
    factories.translated(workshop.get_parent().specific)
    english = factories.translated(workshop, slug="workshop")
    workshop.unpublish()

    assert followed(client, f"{way}{link_of(workshop).code}") == (302, english.url)


def test_renamed_and_moved_workshop_is_still_found(client, home, workshop):
    code = link_of(workshop).code
    workshop.move(factories.series(home), pos="last-child")
    workshop.refresh_from_db()
    workshop.slug = "anders"
    workshop.save_revision().publish()

    assert followed(client, f"/w/{code}") == (302, "/reihe/anders/")


def test_replaced_document_is_still_found(client, flyer):
    code = link_of(flyer).code
    flyer.file.save("neu.txt", ContentFile(b"Neu"), save=False)
    flyer.save()

    assert followed(client, f"/d/{code}") == (302, flyer.url)
    assert flyer.url.startswith(f"/documents/{flyer.pk}/neu")


def test_document_is_the_variant_in_the_language_of_the_address(client, flyer):
    english = factories.document("Leaflet", "en.txt", language="en", variant_of=flyer)

    assert followed(client, f"/en/d/{link_of(flyer).code}") == (302, english.url)
    assert followed(client, f"/d/{link_of(flyer).code}") == (302, flyer.url)
    assert followed(client, f"/d/{link_of(english).code}") == (302, english.url)


SENTENCES = {
    "/w/": "Die Seite der Werkstatt, zu der diese Kurzadresse führte, wurde am "
    '<time datetime="2031-05-03">3. Mai 2031</time> entfernt.',
    "/en/w/": "The workshop page that this short address led to was removed on "
    '<time datetime="2031-05-03">3 May 2031</time>.',
}


@pytest.mark.parametrize("way", SENTENCES)
@pytest.mark.parametrize("act", ["unpublish", "delete"])
def test_removed_workshop_is_gone_since_a_day(client, workshop, time_machine, act, way):
    code = link_of(workshop).code
    time_machine.move_to(NOON, tick=False)
    getattr(workshop, act)()
    time_machine.shift(90 * 24 * 60 * 60)

    answer = client.get(f"{way}{code}")

    assert answer.status_code == 410
    assert SENTENCES[way] in answer.content.decode().replace("\xa0", " ")


def test_removed_document_is_gone_since_a_day(client, flyer, time_machine):
    code = link_of(flyer).code
    time_machine.move_to(NOON, tick=False)
    flyer.delete()

    answer = client.get(f"/d/{code}")

    assert answer.status_code == 410
    assert "3.\xa0Mai\xa02031" in answer.content.decode()
    assert "Flyer" not in answer.content.decode()


def test_workshop_that_comes_back_is_found_again(client, workshop):
    code = link_of(workshop).code
    workshop.unpublish()
    workshop.get_latest_revision().publish()

    assert followed(client, f"/w/{code}") == (302, workshop.url)
    assert link_of(workshop).gone_at is None


def test_english_page_keeps_a_link_alive(client, workshop):
    factories.translated(workshop.get_parent().specific)
    english = factories.translated(workshop, slug="workshop")
    english.unpublish()

    assert followed(client, f"/en/w/{link_of(workshop).code}") == (302, workshop.url)
    assert link_of(workshop).gone_at is None


def test_draft_is_not_found_and_leaves_nothing_behind(client, home):
    draft = factories.workshop(home, live=False)
    code = link_of(draft).code

    before = followed(client, f"/w/{code}")
    draft.delete()

    assert before == (404, None)
    assert followed(client, f"/w/{code}") == (404, None)
    assert not ShortLink.objects.filter(kind="w").exists()


@pytest.mark.parametrize("way", ["/w/", "/en/w/"])
@pytest.mark.parametrize("above", [False, True])
def test_private_workshop_is_not_found_and_not_named(client, workshop, above, way):
    hidden = workshop.get_parent() if above else workshop
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")

    found = followed(client, f"{way}{link_of(workshop).code}")

    assert found == (404, None)


@pytest.mark.parametrize("path", ["/w/zzzzzz", "/d/zzzzzz", "/w/zzzzzz.svg", "/w/x/"])
def test_unknown_code_is_not_found(client, home, path):
    assert client.get(path).status_code == 404


def test_qr_code_is_a_picture_of_the_address_in_its_language(client, workshop):
    code = link_of(workshop).code

    german = client.get(f"/w/{code}.svg")
    english = client.get(f"/en/w/{code}.svg")

    assert german["Content-Type"] == "image/svg+xml"
    assert german.content.startswith(b"<svg")
    assert german.content != english.content


def test_copied_workshop_has_a_link_of_its_own(home, workshop):
    copy = workshop.copy(update_attrs={"slug": "kopie", "title": "Kopie"})

    assert link_of(copy).code != link_of(workshop).code
