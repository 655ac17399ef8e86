"""The pages of a front end that knows nothing but the API, beside our own."""

import json
import shutil
from urllib.request import urlopen

import pytest

from tests.agreement.page import read_page
from tests.browser.validity import complaints

pytestmark = [pytest.mark.browser, pytest.mark.node]

LANGUAGES = ("de", "en")
WAYS = {360: ("light",), 1280: ("light", "dark")}
"""Colours do not change with the width."""


def read(url):
    with urlopen(url, timeout=60) as answer:
        return answer.read().decode()


def public_pages(demo, language):
    """All pages of a language in short, as the API lists them."""
    address = f"{demo.url}/api/v1/pages?language={language}&limit=50"
    answer = json.loads(read(address))
    assert answer["next"] is None
    return answer["items"]


def workshops_with_programme(demo, language):
    address = f"{demo.url}/api/v1/pages?type=workshop&language={language}"
    answer = json.loads(read(f"{address}&fields=agenda,starts_at&limit=20"))
    assert answer["next"] is None
    return [page for page in answer["items"] if page["agenda"]]


def plugin_blocks(workshop):
    return sum(block["type"] == "plugin" for block in workshop["agenda"])


def programmes(url, workshops):
    return {
        page["path"]: set(read_page(read(url + page["path"]), page["starts_at"][:10]))
        for page in workshops
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_site_is_named_in_the_language_of_the_page(demo, front_end, language):
    site = json.loads(read(f"{demo.url}/api/v1/site?language={language}"))
    [home] = [one["home"] for one in site["languages"] if one["code"] == language]

    html = read(front_end.url + home["path"])

    assert f"<title>{home['title']} – {site['name']}</title>" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_programmes_are_those_of_our_own_pages(demo, front_end, language):
    workshops = workshops_with_programme(demo, language)

    ours = programmes(demo.url, workshops)
    theirs = programmes(front_end.url, workshops)

    # What a plugin's block shows is known to its template only.
    unknown = {page["path"]: plugin_blocks(page) for page in workshops}
    invented = {path: theirs[path] - ours[path] for path in ours}
    missing = {path: len(ours[path] - theirs[path]) for path in ours}
    assert [path for path, rows in invented.items() if rows] == []
    assert missing == unknown
    assert sum(len(rows) > 2 for rows in theirs.values()) >= 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_public_page_is_at_its_address(demo, front_end, language):
    pages = public_pages(demo, language)

    written = {
        page["path"]: front_end.pages.joinpath(*page["path"].split("/"), "index.html")
        for page in pages
    }

    assert [path for path, file in written.items() if not file.is_file()] == []
    assert {page["type"] for page in pages} >= {"workshop", "series", "plugin"}


def test_nothing_else_is_there(demo, front_end):
    public = {page["path"] for code in LANGUAGES for page in public_pages(demo, code)}

    found = {
        f"/{file.parent.relative_to(front_end.pages)}/".replace("/./", "/")
        for file in front_end.pages.rglob("index.html")
    }

    assert found == public


def faults_of(visitor, path, demo, schemes):
    """What is wrong with a page; pictures come from where the content comes from."""
    found = {}
    if (status := visitor.go(path)) != 200:
        found["status"] = status
    faults = visitor.faults()
    strangers = faults.pop("other hosts", [])
    media = f"{demo.url}/media/"
    faults["other hosts"] = [url for url in strangers if not url.startswith(media)]
    found |= {what: value for what, value in faults.items() if value}
    for scheme in schemes:
        visitor.page.emulate_media(color_scheme=scheme)
        if barriers := visitor.barriers():
            found[scheme] = barriers
    return found


@pytest.mark.parametrize("width", WAYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_faultless(demo, front_end, reader, width, language):
    visitor = reader(width=width)
    paths = [page["path"] for page in public_pages(demo, language)]

    found = {path: faults_of(visitor, path, demo, WAYS[width]) for path in paths}

    assert {path: faults for path, faults in found.items() if faults} == {}


def test_html_is_valid(front_end, tmp_path):
    pages = shutil.copytree(front_end.pages, tmp_path / "pages")

    assert "\n".join(complaints(pages)) == ""


def test_links_stay_on_the_front_end(demo, front_end, reader):
    visitor = reader()
    visitor.go(demo.pages["en"]["workshop"])

    targets = visitor.page.locator("main a[data-page]").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )

    assert targets == [
        "/en/quartierlabor/workshops/workshop-1-listening/",
        "/en/quartierlabor/",
    ]


@pytest.mark.parametrize(
    ("path", "status", "end"),
    [
        # A page that is not translated: the German one.
        (
            "/en/aktuelles/befragung-auf-dem-wochenmarkt/",
            200,
            "/aktuelles/befragung-auf-dem-wochenmarkt/",
        ),
        ("/gibt-es-nicht/", 404, "/gibt-es-nicht/"),
        ("/geschuetzt/", 404, "/geschuetzt/"),
    ],
)
def test_other_addresses_lead_where_the_site_leads(
    reader, front_end, path, status, end
):
    visitor = reader()

    assert (visitor.go(path), visitor.page.url) == (status, front_end.url + end)


def test_scripts_are_not_needed_and_not_there(front_end):
    found = [
        file
        for file in front_end.pages.rglob("*.html")
        if "<script" in file.read_text()
    ]

    assert found == []
