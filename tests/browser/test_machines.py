"""What pages tell programs, in a browser under the site's strict policy."""

import json

import pytest

from tests import factories

pytestmark = pytest.mark.browser

ATTACK = "</script><script>document.title='Übernommen'</script>"


def documents(visitor):
    """The structured data that the browser has found."""
    scripts = visitor.page.locator("script[type='application/ld+json']")
    return [json.loads(text) for text in scripts.all_text_contents()]


@pytest.mark.parametrize("language", ["de", "en"])
def test_browser_finds_the_data_and_runs_nothing(demo, tour, language):
    visitor = tour()

    visitor.go(demo.pages[language]["workshop"])

    (document,) = documents(visitor)
    kinds = [node["@type"] for node in document["@graph"]]
    # What is on the evening before are events of their own.
    events = ["Event", "Event", "Event"]
    assert kinds == ["Organization", "WebPage", "BreadcrumbList", *events]
    assert visitor.faults() == {}


def test_title_that_wants_to_run_is_data(site, visit):
    factories.standard(factories.home(), ATTACK, slug="angriff")
    visitor = visit()

    visitor.go("/angriff/")

    assert visitor.faults() == {}
    assert visitor.page.title().startswith("</script>")
    (document,) = documents(visitor)
    assert document["@graph"][1]["name"] == ATTACK


def test_policy_forbids_a_script_inside_the_page(demo, tour):
    """Else the tests above would prove nothing."""
    visitor = tour()
    visitor.go(demo.pages["de"]["workshop"])

    visitor.page.evaluate("""() => {
      const script = document.createElement('script');
      script.textContent = "document.title = 'Übernommen'";
      document.head.append(script);
    }""")

    assert visitor.page.title() != "Übernommen"
    assert any("Content Security Policy" in error for error in visitor.errors)


def test_picture_for_sharing_is_shown(demo, tour):
    visitor = tour()
    visitor.go(demo.pages["de"]["workshop"])
    picture = visitor.page.locator("meta[property='og:image']")

    shown = visitor.page.evaluate(
        """async (url) => {
          const image = new Image();
          image.src = url;
          await image.decode();
          return [image.naturalWidth, image.naturalHeight];
        }""",
        picture.get_attribute("content"),
    )

    assert shown == [1200, 630]
