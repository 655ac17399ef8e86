"""A draft goes to somebody without an account, and is taken back."""

from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import expect

from pages.models import PageDocument
from pages.roles import create_roles
from tests import factories
from tests.browser.conftest import PICTURES
from tests.browser.editor import Editor
from tests.drafts.links.conftest import drafted

pytestmark = pytest.mark.browser

WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
NOT_FOUND = (
    "Failed to load resource: the server responded with a status of 404 (Not Found)"
)


@pytest.fixture
def german(site):
    """A workshop with a flyer, and its translation; nobody outside has seen either."""
    home = factories.home()
    factories.translated(home, title="Home", slug="home")
    own, address = home.get_site(), urlsplit(site)
    own.hostname, own.port = address.hostname, address.port
    own.save()
    german = factories.workshop(home, "Werkstatt am Fluss", live=False)
    german.page_documents.add(
        PageDocument(document=factories.document("Ablauf"), locale=german.locale)
    )
    german.save_revision()
    english = german.copy_for_translation(factories.locale("en"))
    drafted(english, title="Workshop at the river")
    return german


@pytest.fixture
def editor(visit, german):
    create_roles()
    member = User.objects.create_user("editor", password="Lindenblüte 7")
    member.groups.add(Group.objects.get(name="Editors"))
    return Editor(visit(), "editor", "Lindenblüte 7")


def share(editor, page):
    """Make a link to all languages with the keyboard; return what the button copies."""
    editor.visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    editor.edit_page(page.pk)
    editor.page.click("header .w-dropdown__toggle >> visible=true")
    with editor.page.expect_navigation(wait_until="load"):
        editor.page.click("[data-tippy-root] a[href$='/draft-links/']")
    editor.fill("recipient", "Pressestelle")
    with editor.page.expect_navigation(wait_until="load"):
        editor.page.keyboard.press("Enter")
    assert barriers_in_admin(editor) == []
    button = editor.page.get_by_role("button", name="Kopieren")
    button.focus()
    editor.page.keyboard.press("Enter")
    expect(editor.page.get_by_text("Kopiert", exact=True)).to_be_visible()
    return editor.page.evaluate("navigator.clipboard.readText()")


def barriers_in_admin(editor):
    """What axe finds, once Wagtail's message has come in: it is pale on its way."""
    editor.page.evaluate(
        "Promise.all(document.getAnimations().map((each) => each.finished))"
    )
    expect(editor.page.locator(".messages")).to_have_css("opacity", "1")
    return editor.visit.barriers()


def look(visitor, path, name, width):
    """Open a draft in light and dark; return its status and what is wrong with it."""
    status = visitor.go(path)
    faults = visitor.faults()
    for scheme in SCHEMES:
        visitor.page.emulate_media(color_scheme=scheme)
        visitor.keep_picture(PICTURES / f"{name}-{width}-{scheme}.png")
        faults |= {scheme: found} if (found := visitor.barriers()) else {}
    visitor.page.emulate_media(media="print", color_scheme="light")
    visitor.keep_picture(PICTURES / f"{name}-{width}-print.png")
    visitor.page.emulate_media(media="screen")
    return status, faults


def test_draft_is_shared_read_and_taken_back(editor, german, visit, site):
    path = share(editor, german).removeprefix(site)
    secret = path.split("/")[2]
    readers = {width: visit(width=width) for width in WIDTHS}
    titles = {
        f"/entwurf/{secret}/": "Werkstatt am Fluss",
        f"/en/draft/{secret}/": "Workshop at the river",
    }

    seen = {
        (width, each): look(reader, each, f"draft-{number}", width)
        for width, reader in readers.items()
        for number, each in enumerate(titles)
    }
    assert path in titles
    assert seen == dict.fromkeys(seen, (200, {}))

    reader = readers[360]
    for each, title in titles.items():
        reader.go(each)
        expect(reader.page.get_by_role("heading", level=1)).to_have_text(title)
        assert reader.download("Ablauf") == b"Flyer"
    reader.page.get_by_role("link", name="Entwurf auf Deutsch").click()
    expect(reader.page.get_by_role("heading", level=1)).to_have_text(titles[path])

    editor.page.get_by_role("link", name="Widerrufen").click()
    with editor.page.expect_navigation(wait_until="load"):
        editor.page.get_by_role("button", name="Link widerrufen").click()
    assert barriers_in_admin(editor) == []
    expect(editor.page.locator("main tbody")).to_contain_text("widerrufen am")

    over = {
        each: look(readers[360], each, f"draft-over-{number}", 360)
        for number, each in enumerate(titles)
    }
    assert over == dict.fromkeys(titles, (404, {"errors": [NOT_FOUND]}))
