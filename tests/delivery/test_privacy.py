"""Only what an anonymous visitor may see, whichever way leads to it."""

import json

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from pages.models import NewsPage, PageContact, PageDocument, StandardPage
from tests import factories

SECRET = "Streng geheim"


@pytest.fixture
def locked(db):
    """A collection that only people who are signed in may see."""
    collection = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="login"
    )
    return collection.add_child(name="Darin")


def hide(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    return page


def secret(parent, kind="draft"):
    """A page that visitors may not see, for one of three reasons."""
    page = factories.standard(parent, SECRET, slug="geheim", live=kind != "draft")
    if kind == "private":
        hide(page)
    if kind == "expired":
        StandardPage.objects.filter(pk=page.pk).update(expire_at=timezone.now())
        call_command("publish_scheduled")
    return page


KINDS = ["draft", "private", "expired"]


def everything(ask):
    """All that can be read of all pages."""
    items = [ask(f"/pages/{one['id']}") for one in ask("/pages?limit=50")["items"]]
    return json.dumps(items, ensure_ascii=False)


@pytest.mark.parametrize("kind", KINDS)
def test_hidden_page_is_neither_listed_nor_read(home, ask, titles, kind):
    page = secret(home, kind)

    assert titles() == ["Start"]
    ask(f"/pages/{page.pk}", status=404)
    problem = ask(f"/pages?ancestor={page.pk}", status=400)
    assert problem == {
        **ask("/pages?ancestor=999", status=400),
        "detail": problem["detail"],
        "errors": problem["errors"],
    }


@pytest.mark.parametrize("kind", KINDS)
def test_what_lies_below_a_hidden_page_is_hidden(home, ask, titles, kind):
    page = factories.standard(secret(home, kind), "Darunter")

    ask(f"/pages/{page.pk}", status=404)
    assert titles() == ["Start"]


@pytest.mark.parametrize("kind", KINDS)
def test_chooser_does_not_tell_of_a_hidden_page(home, ask, kind):
    page = secret(home, kind)
    link = {"label": "Weiter", "page": page.pk, "text": "<p>Hier</p>"}
    factories.standard(home, body=[{"type": "call_to_action", "value": link}])

    assert SECRET not in everything(ask)


@pytest.mark.parametrize("kind", KINDS)
def test_link_in_a_text_leaves_its_words(home, ask, kind):
    page = secret(home, kind)
    text = f'<p><a linktype="page" id="{page.pk}">dort</a></p>'
    public = factories.standard(home, body=[{"type": "text", "value": text}])

    assert ask(f"/pages/{public.pk}")["body"][0]["html"] == "<p>dort</p>"


@pytest.mark.parametrize("kind", KINDS)
def test_news_do_not_tell_of_a_hidden_subject(home, ask, kind):
    page = secret(home, kind)
    news = factories.news(factories.news_index(home))
    NewsPage.objects.filter(pk=news.pk).update(about=page)

    assert ask(f"/pages/{news.pk}")["about"] is None


@pytest.mark.parametrize("kind", ["draft", "private"])
def test_series_does_not_list_a_hidden_workshop(home, ask, kind):
    series = factories.series(home)
    workshop = factories.workshop(series, SECRET, live=kind != "draft")
    if kind == "private":
        hide(workshop)

    assert ask(f"/pages/{series.pk}")["workshops"] == []


def test_draft_translation_is_not_told(home, english, ask):
    page = factories.standard(home, "Über uns")
    version = factories.translated(page, title=SECRET)
    version.unpublish()

    assert ask(f"/pages/{page.pk}")["translations"] == []


def test_draft_of_a_public_page_is_not_told(home, ask):
    page = factories.standard(home, "Über uns")
    page.title = page.lead = SECRET
    page.save_revision()

    assert SECRET not in everything(ask)


def test_picture_in_a_restricted_collection_has_no_sizes(home, ask, locked):
    image = factories.image(collection=locked, alt_texts={"de": SECRET})
    figure = {"image": image.pk, "caption": "", "is_decorative": False}
    news = factories.news(
        factories.news_index(home),
        image=image,
        body=[{"type": "figure", "value": figure}],
    )

    data = ask(f"/pages/{news.pk}")

    assert data["image"] is None
    assert data["body"][0]["image"] is None
    assert image.renditions.count() == 0


def test_logo_in_a_restricted_collection_is_left_out(home, ask, locked):
    page = factories.standard(home)
    logo = factories.image(collection=locked)
    office = factories.organisation(logo=logo)
    contact = factories.contact(organisation=office)
    PageContact.objects.create(contact=contact, page=page, locale=page.locale)

    [found] = ask(f"/pages/{page.pk}")["contacts"]

    assert found["organisation"]["logo"] is None


def test_file_in_a_restricted_collection_is_left_out(home, ask, locked):
    document = factories.document(SECRET, collection=locked)
    text = f'<p><a linktype="document" id="{document.pk}">Datei</a></p>'
    files = [{"type": "document", "value": document.pk}]
    page = factories.workshop(
        home,
        flyer=document,
        body=[
            {"type": "text", "value": text},
            {"type": "documents", "value": {"documents": files}},
        ],
    )
    PageDocument.objects.create(page=page, document=document, locale=page.locale)

    data = ask(f"/pages/{page.pk}")

    assert (data["flyer"], data["documents"]) == (None, [])
    assert data["body"][0]["html"] == "<p>Datei</p>"
    assert data["body"][1]["documents"] == []


def test_variant_in_a_restricted_collection_is_not_told(home, ask, locked):
    flyer = factories.document(language="de")
    factories.document(SECRET, language="en", variant_of=flyer, collection=locked)
    page = factories.workshop(home, flyer=flyer)

    assert ask(f"/pages/{page.pk}")["flyer"]["variants"] == []


def test_whoever_is_signed_in_reads_what_visitors_read(home, admin_client):
    page = secret(home, "private")

    assert admin_client.get(f"/api/v1/pages/{page.pk}").status_code == 404
    assert SECRET not in admin_client.get("/api/v1/pages").content.decode()


def test_password_of_a_page_opens_nothing_here(home, client):
    page = factories.standard(home, SECRET)
    lock = PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="offen"
    )
    session = client.session
    session["passed_page_view_restrictions"] = [lock.pk]
    session.save()

    assert client.get(page.url).status_code == 200
    assert client.get(f"/api/v1/pages/{page.pk}").status_code == 404
