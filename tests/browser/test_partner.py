"""examples/partner.html on a website of a partner: another server, another origin."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from django.conf import settings

from tests.browser.elsewhere import website
from tests.browser.test_html import complaints

ROOT = Path(settings.BASE_DIR)
FILE = ROOT / "examples/partner.html"
[SHOWN] = re.findall(
    r"```html\n(<section.*?)```", (ROOT / "docs/api.md").read_text(), re.DOTALL
)
"""The section in English that the documentation shows."""

SERIES = {"de": "/quartierlabor/werkstaetten/", "en": "/en/quartierlabor/workshops/"}
FAILED = {
    "de": "Die Termine lassen sich gerade nicht laden. "
    "Sie finden sie unter diesem Link:",
    "en": "The dates cannot be loaded at the moment. You find them at this link:",
}

# On the page of the series, those that are not over.
COMING = "main ol.items > li:not(:has(.badge-past))"

# What a list says of each workshop: title, link, status, when.
OURS = """items => items.map(item => [
  item.querySelector('.item__title').innerText,
  item.querySelector('a')?.href,
  item.querySelector('.item__note')?.innerText,
  item.querySelector('.item__facts').innerText,
])"""
THEIRS = """items => items.map(item => [
  item.querySelector('h3').innerText,
  item.querySelector('a')?.href,
  item.querySelector('.status')?.parentElement.innerText,
  item.querySelector('.facts').innerText,
])"""


@pytest.fixture
def visit_partner(tmp_path, tour):
    """Begin a visit to a partner's website on which the file stands, with a policy."""
    with website(tmp_path) as address:

        def begin(link, language="de", number=3, **settings):
            text = FILE.read_text()
            text = text.replace('data-number="3"', f'data-number="{number}"')
            if language == "en":
                text = re.sub("<section.*</section>", SHOWN, text, flags=re.DOTALL)
            text = re.sub('href="https://example.org/[^"]*"', f'href="{link}"', text)
            (tmp_path / "index.html").write_text(with_policy(text, link))
            return tour(at=address, **settings)

        yield begin


def with_policy(text, link):
    [style] = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    [script] = re.findall(r'<script type="module">(.*?)</script>', text, re.DOTALL)
    rules = (
        "default-src 'none'",
        f"connect-src {'/'.join(link.split('/')[:3])}",
        f"style-src '{fingerprint(style)}'",
        f"script-src '{fingerprint(script)}'",
        "img-src data:",
    )
    head = (
        "<head>"
        f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'
        # Without it, browsers ask the server for one.
        '<link rel="icon" href="data:,">'
    )
    return text.replace("<head>", head)


def fingerprint(text):
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def looked_at(visitor):
    """Open the partner's page; return when it has done what it does."""
    visitor.go("/")
    visitor.page.locator(".workshops[aria-busy]").wait_for(state="detached")
    return visitor.page.locator(".workshops")


def said(rows):
    """The same without the spaces in which lines may not break."""
    return [[text and " ".join(text.split()) for text in row] for row in rows]


@pytest.mark.browser
@pytest.mark.parametrize("language", ["de", "en"])
def test_workshops_are_those_of_our_series_page(demo, tour, visit_partner, language):
    ours = tour()
    ours.go(SERIES[language])

    section = looked_at(visit_partner(demo.url + SERIES[language], language))

    expected = said(ours.page.locator(COMING).evaluate_all(OURS))
    assert said(section.locator("li").evaluate_all(THEIRS)) == expected
    assert len(expected) == 3
    assert section.get_by_role("status").inner_text() == ""


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_partners_page_is_faultless(demo, visit_partner, width, scheme):
    link = demo.url + SERIES["de"]
    visitor = visit_partner(link, width=width, color_scheme=scheme)

    looked_at(visitor)

    asked = {address.split("?")[0] for address in visitor.strangers}
    assert asked == {f"{demo.url}/api/v1/pages/by-path", f"{demo.url}/api/v1/pages"}
    visitor.strangers.clear()
    assert (visitor.faults(), visitor.barriers()) == ({}, [])


@pytest.mark.browser
def test_status_is_told(demo, visit_partner):
    section = looked_at(visit_partner(f"{demo.url}/", number=1))

    [row] = section.locator("li").evaluate_all(THEIRS)

    assert row[0] == "Stadtspaziergang: Schulwege mit Kinderaugen"
    assert row[2].startswith("abgesagt ")


@pytest.mark.browser
def test_nothing_planned_is_a_sentence(demo, visit_partner):
    section = looked_at(visit_partner(f"{demo.url}/impressum/"))

    assert section.get_by_role("status").inner_text() == (
        "Zurzeit ist kein Termin geplant. "
        "Frühere Werkstätten finden Sie unter diesem Link:"
    )
    assert section.get_by_role("list").count() == 0


@pytest.fixture
def failing(demo, tmp_path_factory):
    """Addresses at which there is nothing to read, each for a reason of its own."""
    with website(tmp_path_factory.mktemp("other")) as without_cors:
        yield {
            "offline": f"http://127.0.0.1:1{SERIES['de']}",
            "no such page": f"{demo.url}/nirgendwo/",
            "no CORS": f"{without_cors}{SERIES['de']}",
        }


@pytest.mark.browser
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("reason", ["offline", "no such page", "no CORS"])
def test_failure_is_a_sentence_with_a_link(failing, visit_partner, language, reason):
    visitor = visit_partner(failing[reason], language)

    section = looked_at(visitor)

    assert section.get_by_role("status").inner_text() == FAILED[language]
    assert section.get_by_role("link").get_attribute("href") == failing[reason]
    assert section.get_by_role("list").count() == 0
    assert visitor.barriers() == []
    assert any("could not be loaded" in message for message in visitor.errors)


@pytest.mark.browser
def test_link_is_there_without_javascript(demo, visit_partner):
    visitor = visit_partner(demo.url + SERIES["de"], java_script_enabled=False)

    visitor.page.goto(visitor.site)

    link = visitor.page.get_by_role("link")
    assert link.get_attribute("href") == demo.url + SERIES["de"]
    assert visitor.page.locator("[aria-busy], [role=status]").count() == 0


@pytest.mark.node
def test_partners_page_is_valid_html(tmp_path):
    (tmp_path / "partner.html").write_text(FILE.read_text())

    assert "\n".join(complaints(tmp_path)) == ""
