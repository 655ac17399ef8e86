"""Who can make a token, what becomes of it, and what an answer says around it."""

from datetime import timedelta

import pytest
from django.core.signing import Signer
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Collection, CollectionViewRestriction, Site

from cms.drafts.models import UnsavedDraft
from cms.drafts.tokens import register_source, resolve
from pages.models import PageContact
from tests import factories
from tests.drafts.forms import sent_back, streams
from tests.drafts.looking import FRONT_END, Looking, look, set_front_end
from tests.translation.people import browser, create_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home):
    return factories.standard(home, "Impressum", live=False)


@pytest.fixture
def token(page, editor):
    return look(editor, page).token


def test_preview_leads_to_the_front_end_with_a_token(page, editor):
    looking = look(editor, page)

    assert looking.address.startswith(f"{FRONT_END}?token=preview.")
    assert {**looking.parameters, "token": ""} == {
        "token": "",
        "type": "page",
        "language": "de",
        "path": "/impressum/",
    }
    assert 'referrerpolicy="no-referrer"' in looking.html
    assert "allow-top-navigation" not in looking.html
    assert "no-store" in looking.response["Cache-Control"]
    policy = looking.response["Content-Security-Policy"]
    assert "frame-src https://front.example;" in f"{policy};"
    assert "script-src" not in policy


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://Front.Example/Vorschau/", "https://front.example"),
        ("https://front.example:443/", "https://front.example"),
        ("https://front.example:8443/", "https://front.example:8443"),
        ("http://localhost:80/", "http://localhost"),
        ("http://[::1]:4321/", "http://[::1]:4321"),
        ("https://müller.example/", "https://xn--mller-kva.example"),
    ],
)
def test_page_around_names_the_origin_as_browsers_do(page, editor, address, origin):
    set_front_end(Site.objects.get(), address)

    looking = look(editor, page)

    assert f'data-origin="{origin}"' in looking.html
    policy = looking.response["Content-Security-Policy"]
    assert f"frame-src {origin};" in f"{policy};"


def test_website_is_the_other_mode(page, editor):
    modes = [mode for mode, _label in page.preview_modes]

    assert modes == [f"front-end-{Site.objects.get().pk}", "website"]
    assert "<h1>Impressum</h1>" in look(editor, page, "website").html
    assert "<h1>Impressum</h1>" in look(editor, page, "").html


def test_without_a_front_end_previews_are_as_before(page, editor):
    set_front_end(Site.objects.get(), "")

    looking = look(editor, page)

    assert [mode for mode, _label in page.preview_modes] == [""]
    assert (looking.token, UnsavedDraft.objects.count()) == ("", 0)
    assert "<h1>Impressum</h1>" in looking.html


def test_front_end_that_left_the_settings_leaves_the_website(page, editor):
    mode = page.default_preview_mode
    set_front_end(Site.objects.get(), "")

    assert "<h1>Impressum</h1>" in look(editor, page, mode).html


def test_page_of_a_second_site_goes_to_its_own_front_end(page, editor, home, ask):
    elsewhere = factories.home_beside(home)
    site = Site.objects.create(hostname="elsewhere.example", root_page=elsewhere)
    below = factories.standard(elsewhere, "Nebenan")
    set_front_end(site, "https://other.example/draft?site=2")

    looking = look(editor, below)

    assert looking.address.startswith("https://other.example/draft?site=2&token=")
    assert looking.parameters["path"] == "/nebenan/"
    ask(f"/drafts/{looking.token}", 404)


def test_snippet_is_offered_the_front_end_of_each_site(page, home, editor):
    elsewhere = factories.home_beside(home)
    site = Site.objects.create(hostname="elsewhere.example", root_page=elsewhere)
    set_front_end(site, "https://other.example/")
    contact = factories.contact()

    with override("de"):
        labels = [str(label) for _mode, label in contact.preview_modes]

    assert labels == [
        "Separates Frontend von testserver",
        "Separates Frontend von elsewhere.example",
        "Website",
    ]


def test_answer_is_kept_nowhere(client, token):
    response = client.get(f"/api/v1/drafts/{token}")

    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Content-Language"] == "de"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "ETag" not in response
    assert response.cookies == {}


def test_answer_tells_its_source_and_its_end(ask, page, editor, time_machine):
    time_machine.move_to("2031-03-06T10:00:00Z", tick=False)

    draft = ask(f"/drafts/{look(editor, page).token}")

    assert (draft["source"], len(draft["items"])) == ("preview", 1)
    assert draft["expires_at"] == "2031-03-06T12:00:00+01:00"


def test_only_reading_is_allowed(client, token):
    address = f"/api/v1/drafts/{token}"

    answers = {
        method: getattr(client, method)(address).status_code
        for method in ("head", "options", "post", "put", "patch", "delete")
    }

    assert answers == {
        "head": 200,
        "options": 204,
        "post": 405,
        "put": 405,
        "patch": 405,
        "delete": 405,
    }


def test_unknown_parameters_are_refused(client, token):
    response = client.get(f"/api/v1/drafts/{token}?fields=lead")

    assert (response.status_code, response.json()["parameter"]) == (400, "fields")


def in_seconds(time_machine, seconds):
    """Turn the clock on."""
    time_machine.move_to(timezone.now() + timedelta(seconds=seconds))


def tampered(token):
    source, content, signature = token.split(".")
    turned = signature[::-1]
    other = Signer(sep=".", salt="other").sign_object(["x", 2**40])
    ours = Signer(sep=".", salt="cms.drafts.preview")
    return [
        f"{source}.{content}.{turned}",
        f"{source}.{content[::-1]}.{signature}",
        f"{source}.{other}",
        f"{source}.{ours.sign_object(['made up', 2**33])}",
        f"{source}.",
        f"link.{content}.{signature}",
        f"nothing.{content}.{signature}",
        content,
        "x",
        token * 9,
        f"{token}%00",
        f"{token}/more",
    ]


def test_wrong_tokens_are_all_answered_alike(client, token):
    wrong = tampered(token)

    answers = {client.get(f"/api/v1/drafts/{one}").content for one in wrong}

    assert [resolve(one) for one in wrong] == [None] * len(wrong)
    assert answers == {client.get("/api/v1/nothing").content}


def test_token_ends_after_an_hour(client, token, time_machine):
    in_seconds(time_machine, 3590)
    before = client.get(f"/api/v1/drafts/{token}").status_code
    in_seconds(time_machine, 20)

    response = client.get(f"/api/v1/drafts/{token}")

    assert (before, response.status_code) == (200, 404)
    assert response["Cache-Control"] == "no-store"
    assert response.content == client.get("/api/v1/nothing").content


def test_how_long_is_a_setting(page, editor, client, settings, time_machine):
    settings.DRAFT_PREVIEW_AGE = 60
    token = look(editor, page).token

    in_seconds(time_machine, 61)

    assert client.get(f"/api/v1/drafts/{token}").status_code == 404


def test_what_is_too_old_is_removed_with_the_next_preview(
    page, token, colleague, time_machine
):
    in_seconds(time_machine, 3700)

    look(colleague, page)

    assert [draft.user for draft in UnsavedDraft.objects.all()] == [colleague]


def test_token_of_a_person_who_left_ends(client, token, editor):
    editor.is_active = False
    editor.save()

    assert client.get(f"/api/v1/drafts/{token}").status_code == 404


def test_token_of_a_deleted_page_ends(client, token, page):
    page.delete()

    assert client.get(f"/api/v1/drafts/{token}").status_code == 404


def test_page_that_was_moved_meanwhile_says_where_it_is(ask, token, page, home):
    page.move(factories.standard(home, "Oben"), pos="last-child")

    [item] = ask(f"/drafts/{token}")["items"]

    assert item["page"]["path"] == "/oben/impressum/"


# --- Several times, several people ------------------------------------------------


def test_each_change_takes_the_place_of_the_one_before(page, editor, ask):
    tokens = []
    for title in ("Eins", "Zwei", "Drei"):
        page.title = title
        tokens.append(look(editor, page).token)

    titles = [ask(f"/drafts/{one}")["items"][0]["page"]["title"] for one in tokens]

    assert titles == ["Drei"] * 3
    assert UnsavedDraft.objects.count() == 1


def test_two_people_see_each_their_own(page, editor, colleague, ask):
    page.title = "Von der einen"
    first = look(editor, page).token
    page.title = "Vom anderen"
    second = look(colleague, page).token

    titles = [
        ask(f"/drafts/{one}")["items"][0]["page"]["title"] for one in (first, second)
    ]

    assert titles == ["Von der einen", "Vom anderen"]


def test_version_that_is_looked_at_leaves_the_form_alone(page, editor, ask, client):
    page.title = "Im Formular"
    form = look(editor, page).token
    revision = factories.StandardPage.objects.get(pk=page.pk).save_revision()
    client.force_login(editor)
    address = reverse("wagtailadmin_pages:revisions_view", args=[page.pk, revision.pk])

    version = Looking(client.get(address)).token

    titles = [
        ask(f"/drafts/{one}")["items"][0]["page"]["title"] for one in (form, version)
    ]
    assert titles == ["Im Formular", "Impressum"]


# --- Who may -------------------------------------------------------------------------


def token_through_form(person, page, form):
    """What somebody gets who sends the form of a page and looks at the preview."""
    target = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    client = browser(person)
    client.post(target, form)
    return Looking(client.get(f"{target}?in_preview_panel=true")).token


def test_only_who_may_edit_gets_a_token(page):
    cast = create_cast()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    sent = sent_back(browser(cast.administrator).get(address).content.decode())
    form = {**sent, "title": "Neu", **streams("body")}

    tokens = {
        name: token_through_form(person, page, form)
        for name, person in vars(cast).items()
    }

    assert {name: bool(token) for name, token in tokens.items()} == {
        "administrator": True,
        "editor": True,
        "moderator": True,
        "translator": False,
        "stranger": False,
    }
    drafts = UnsavedDraft.objects.values_list("user__username", flat=True)
    assert sorted(drafts) == ["administrator", "editor", "moderator"]


@pytest.mark.parametrize("view", ["view_draft", "revisions_view"])
def test_only_who_may_edit_gets_a_token_without_a_form(page, view):
    cast = create_cast()
    revision = page.save_revision()
    keys = [page.pk] if view == "view_draft" else [page.pk, revision.pk]
    address = reverse(f"wagtailadmin_pages:{view}", args=keys)

    tokens = {
        name: Looking(browser(person).get(address)).token
        for name, person in vars(cast).items()
    }

    assert {name for name, token in tokens.items() if token} == {
        "administrator",
        "editor",
        "moderator",
    }
    assert UnsavedDraft.objects.count() == 3


def test_nobody_gets_a_token_without_signing_in(page):
    response = page.make_preview_request(preview_mode=page.default_preview_mode)

    assert "<h1>Impressum</h1>" in response.content.decode()
    assert UnsavedDraft.objects.count() == 0


# --- What it may tell ----------------------------------------------------------------


def test_draft_below_a_hidden_page_tells_nothing_of_that(home, editor, ask):
    hidden = factories.project(home, "Geheimes Projekt", live=False)
    page = factories.workshop(hidden, "Entwurf", live=False)

    [item] = ask(f"/drafts/{look(editor, page).token}")["items"]

    found = item["page"]
    assert (found["title"], found["parent"], found["project"]) == (
        "Entwurf",
        None,
        None,
    )
    assert [one["title"] for one in found["ancestors"]] == ["Start"]
    assert "Geheimes" not in str(found)


def test_draft_does_not_show_what_is_not_public(page, home, editor, ask):
    locked = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(
        collection=locked, restriction_type="login"
    )
    draft = factories.standard(home, "Anderer Entwurf", live=False)
    image = factories.image("Geheim", collection=locked)
    document = factories.document("Geheim", collection=locked)
    links = (
        f'<p><a linktype="page" id="{draft.pk}">Dort</a> '
        f'<a linktype="document" id="{document.pk}">Datei</a></p>'
    )
    page.body = [
        {"type": "text", "id": "t", "value": links},
        {"type": "figure", "id": "f", "value": {"image": image.pk}},
    ]

    [item] = ask(f"/drafts/{look(editor, page).token}")["items"]

    text, figure = item["page"]["body"]
    assert text["html"] == "<p>Dort Datei</p>"
    assert figure["image"] is None


def test_file_that_was_deleted_meanwhile_is_left_out(home, editor, ask):
    image, flyer = factories.image(), factories.document()
    contact, venue = factories.contact(), factories.venue()
    news = factories.news(factories.news_index(home), live=False)
    workshop = factories.workshop(home, live=False)
    news.image, workshop.flyer, workshop.venue = image, flyer, venue
    workshop.page_contacts.add(PageContact(contact=contact, locale=home.locale))
    tokens = [look(editor, one).token for one in (news, workshop)]
    for one in (image, flyer, contact, venue):
        one.delete()

    [first], [second] = (ask(f"/drafts/{token}")["items"] for token in tokens)

    assert first["page"]["image"] is None
    assert (second["page"]["flyer"], second["page"]["venue"]) == (None, None)
    assert second["page"]["contacts"] == []


# --- Other kinds ---------------------------------------------------------------------


def test_other_kinds_of_tokens_are_asked_by_their_name(db, monkeypatch):
    monkeypatch.setattr("cms.drafts.tokens.SOURCES", {})
    register_source("link", {"abc": "a draft"}.get)

    assert resolve("link.abc") == "a draft"
    assert resolve("link.other") is None
    assert resolve("preview.abc") is None
