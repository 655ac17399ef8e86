"""What is not published, in the front end, by a token."""

from datetime import timedelta
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import expect
from wagtail.models import Site

from cms.drafts.links.keeping import create, revoke
from cms.drafts.links.models import Scope
from cms.drafts.links.source import token_of as token_of_link
from cms.drafts.stored import keep
from cms.models import SiteSettings
from pages.models import PageDocument
from tests import factories
from tests.browser.frontend.process import running

pytestmark = [pytest.mark.browser, pytest.mark.node]

SOON = 20_000  # milliseconds, for a busy machine
HIDDEN = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}


@pytest.fixture
def page(site):
    return factories.published(factories.standard(factories.home(), "Rundgang"))


@pytest.fixture
def own(page, site, tmp_path):
    """A front end of the test's own site, in which its editors see their drafts."""
    with running(site, tmp_path) as own:
        SiteSettings.objects.update_or_create(
            site=Site.objects.get(),
            defaults={"front_end_preview": f"{own.url}/preview/"},
        )
        yield own


def token_of(instance):
    editor, _is_new = User.objects.get_or_create(username="editor")
    return keep(instance, editor, Site.objects.get())


def path_to(**parameters):
    return f"/preview/?{urlencode(parameters)}"


def test_unsaved_text_is_shown_beside_the_form(moderator, own, page):
    moderator.edit_page(page.pk)

    moderator.page.click("[data-side-panel-toggle='preview'] >> visible=true")
    moderator.fill("lead", "Noch nicht gespeichert, schon zu sehen.")

    panel = moderator.page.frame_locator("#w-preview-iframe")
    shown = panel.frame_locator("iframe").locator("body")
    expect(shown).to_contain_text("schon zu sehen", timeout=SOON)
    expect(shown.locator("aside")).to_contain_text("Entwurf")
    expect(shown.locator("h1")).to_have_text("Rundgang")


def test_draft_looks_like_the_page_and_is_faultless(own, page, visit):
    page.title = "Noch geheim"
    visitor = visit(at=own.url)

    status = visitor.go(path_to(token=token_of(page), language="de"))

    assert (status, visitor.faults(), visitor.barriers()) == (200, {}, [])
    assert visitor.page.locator("h1").inner_text() == "Noch geheim"
    assert "Noch geheim" not in (own.pages / "rundgang/index.html").read_text()


def test_draft_is_kept_by_nobody(own, page, site):
    with urlopen(own.url + path_to(token=token_of(page))) as answer:
        headers = answer.headers

    assert {name: headers[name] for name in HIDDEN} == HIDDEN
    policy = headers["Content-Security-Policy"].split("; ")
    assert f"frame-ancestors {site}" in policy
    assert "default-src 'none'" in policy


def test_draft_of_a_contact_is_shown(own, visit):
    visitor = visit(at=own.url)

    visitor.go(path_to(token=token_of(factories.contact("Jo Wallner"))))

    assert "Jo Wallner" in visitor.text()
    assert visitor.barriers() == []


@pytest.fixture
def bundle(own, page, site):
    """A link to a workshop with a file, in two languages, neither ever published.

    The second language is younger than what the front end has built.
    """
    home = page.get_parent().specific
    address = urlsplit(site)
    Site.objects.update(hostname=address.hostname, port=address.port)
    factories.translated(home, title="Home", slug="home")
    german = factories.workshop(home, "Werkstatt am Fluss", live=False)
    german.page_documents.add(
        PageDocument(document=factories.document("Ablauf"), locale=german.locale)
    )
    german.save_revision()
    english = german.copy_for_translation(factories.locale("en"))
    english.title = "Workshop at the river"
    english.save_revision()
    expires_at = timezone.now() + timedelta(days=7)
    return create(german, Scope.BUNDLE, expires_at, user=None)


def shown_by(visitor):
    """The language, the title, and where the link to what else is there leads."""
    note = visitor.page.locator("aside")
    return (
        visitor.page.locator("html").get_attribute("lang"),
        visitor.page.locator("h1").inner_text(),
        note.get_by_role("link").inner_text(),
    )


def test_link_to_a_bundle_shows_each_language(own, bundle, visit):
    german = ("de", "Werkstatt am Fluss", "Workshop at the river")
    english = ("en", "Workshop at the river", "Werkstatt am Fluss")
    visitor = visit(at=own.url, width=360)

    status = visitor.go(path_to(token=token_of_link(bundle.secret), language="de"))
    first, faults = shown_by(visitor), visitor.faults() | {"axe": visitor.barriers()}
    file = visitor.page.locator("main").get_by_role("link", name="Ablauf")
    content = visitor.context.request.get(file.get_attribute("href")).body()
    visitor.page.locator("aside").get_by_role("link").click()
    second = shown_by(visitor)
    visitor.page.locator("aside").get_by_role("link").click()

    assert (status, first, faults) == (200, german, {"axe": []})
    assert content == b"Flyer"
    assert (second, shown_by(visitor)) == (english, german)


def test_bundle_says_until_when_and_then_nothing(own, bundle, visit):
    token = token_of_link(bundle.secret)
    visitor = visit(at=own.url)
    visitor.go(path_to(token=token, language="en"))
    note = visitor.page.locator("aside").inner_text()

    revoke(bundle, None)
    status = visitor.go(path_to(token=token, language="de"))

    day = timezone.localdate(bundle.expires_at)
    assert f"This link works until {day.day} {day:%B %Y}, " in note
    assert (status, visitor.page.locator("h1").inner_text()) == (
        404,
        "Diesen Entwurf gibt es nicht (mehr)",
    )


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("de", "Diesen Entwurf gibt es nicht (mehr)"),
        ("en", "This draft does not exist (any more)"),
    ],
)
@pytest.mark.parametrize("token", ["", "preview.falsch", "../pages/1"])
def test_token_for_nothing_is_a_sentence(front_end, reader, token, language, title):
    visitor = reader(width=360)

    status = visitor.go(path_to(token=token, language=language))

    assert (status, visitor.page.locator("h1").inner_text()) == (404, title)
    assert visitor.page.locator("html").get_attribute("lang") == language
    assert visitor.barriers() == []


def test_refusal_is_kept_by_nobody(front_end):
    with pytest.raises(HTTPError) as refusal:
        urlopen(front_end.url + path_to(token="preview.falsch"))

    with refusal.value as answer:
        assert {name: answer.headers[name] for name in HIDDEN} == HIDDEN
