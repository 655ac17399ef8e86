"""Two sites with the same pages in two themes, as a browser shows them."""

import pytest
from wagtail.models import Site

from cms.models import SiteSettings
from cms.theme.palette import DARK, LIGHT, Palette
from tests.rendering.content import Content

pytestmark = pytest.mark.browser

BLUE = "#2044aa"
RED = "#9c2f1f"

# As a screen shows it, whatever way the stylesheet writes it.
COLOURS = """names => {
  const canvas = document.createElement('canvas').getContext(
    '2d', {willReadFrequently: true});
  const probe = document.body.appendChild(document.createElement('i'));
  return names.map(name => {
    probe.style.setProperty('color', `var(${name})`);
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    return '#' + parts.map(part => part.toString(16).padStart(2, '0')).join('');
  });
}"""
NAMES = ["--paper", "--ink", "--ink-muted", "--kern-color-action-visited"]


@pytest.fixture
def hosts(site):
    """The two addresses of a site with content; the second one has a theme."""
    content = Content()
    content.translate()
    first = Site.objects.get()
    port = int(site.rpartition(":")[2])
    Site.objects.filter(pk=first.pk).update(hostname="localhost", port=port)
    second = Site.objects.create(
        hostname="127.0.0.1", port=port, root_page=first.root_page
    )
    SiteSettings.objects.create(site=second, accent=RED, has_band=True)
    Site.clear_site_root_paths_cache()
    return {BLUE: f"http://localhost:{port}", RED: f"http://127.0.0.1:{port}"}


@pytest.mark.parametrize(("name", "scheme"), [("light", LIGHT), ("dark", DARK)])
def test_themes_are_shown_as_measured(hosts, visit, name, scheme):
    visitor = visit(width=360, color_scheme=name)
    for accent, host in hosts.items():
        visitor.site = host
        visitor.go("/projekt/reihe/werkstatt-1/")

        *grounds, shown, tint = visitor.page.evaluate(
            COLOURS, [*NAMES, "--accent", "--tint"]
        )

        assert grounds == [scheme.paper, scheme.ink, scheme.muted, scheme.visited]
        if accent == RED:
            palette = Palette(RED, LIGHT)
            if scheme is DARK:
                palette = Palette.in_the_dark(RED)
            assert (shown, tint) == (palette.accent, palette.tint)
        assert (visitor.faults(), visitor.barriers()) == ({}, [])


def test_menu_opens_without_a_script_and_stays_on_its_host(hosts, visit):
    for host in hosts.values():
        visitor = visit(width=360, java_script_enabled=False)
        visitor.site = host
        visitor.go("/en/")
        page = visitor.page
        menu = page.locator("#menu")

        closed = menu.is_visible()
        page.get_by_role("button", name="Menu").press("Enter")
        opened = menu.is_visible()
        page.keyboard.press("Escape")
        closed_again = menu.is_visible()
        page.get_by_role("button", name="Menu").click()
        with page.expect_navigation():
            menu.get_by_role("link").first.click()

        assert (closed, opened, closed_again) == (False, True, False)
        assert page.url.startswith(f"{host}/en/")
