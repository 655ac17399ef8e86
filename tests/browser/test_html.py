"""That the HTML of every page is valid, as html-validate judges it."""

from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.browser.validity import complaints

pytestmark = pytest.mark.node


def html_at(url):
    try:
        with urlopen(url) as answer:
            return answer.read()
    except HTTPError as error:  # the pages that say so are to be valid, too
        return error.read()


@pytest.fixture
def files(demo, tmp_path):
    """Every page in a file; the folder."""
    for language, pages in demo.pages.items():
        for name, address in pages.items():
            file = tmp_path / f"{language} {name}.html"
            file.write_bytes(html_at(demo.url + address))
    return tmp_path


def test_html_of_every_page_is_valid(files, demo):
    names = {file.stem for file in files.glob("*.html")}

    assert len(names) == sum(map(len, demo.pages.values()))
    assert "\n".join(complaints(files)) == ""


def test_invalid_html_is_complained_about(tmp_path):
    page = "<!doctype html><html lang=de><head><title>A</title></head><body><p><h1>"
    (tmp_path / "page.html").write_text(page)

    assert complaints(tmp_path) != []
