"""That the HTML of every page is valid, as html-validate judges it."""

import json
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests import node

pytestmark = pytest.mark.node

RULES = {
    "extends": ["html-validate:standard", "html-validate:document"],
    "rules": {
        # Scripts and styles are the site's own.
        "require-sri": ["error", {"target": "crossorigin"}],
        # How a text is laid out in the source, and what HTML leaves to taste.
        "long-title": "off",
        "no-trailing-whitespace": "off",
    },
}


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


def complaints(folder):
    """Sentences, each with the file and the line it is about."""
    (folder / ".htmlvalidate.json").write_text(json.dumps({"root": True, **RULES}))
    report = folder / "report.json"
    ran = node.run(
        "html-validate/bin/html-validate.mjs",
        # Through a pipe, the end of a long report is lost.
        *("--formatter", f"json={report}", "."),
        cwd=folder,
    )
    assert ran.stderr == ""
    return [
        f"{file['filePath']}:{found['line']} {found['ruleId']}: {found['message']}"
        for file in json.loads(report.read_text())
        for found in file["messages"]
    ]


def test_html_of_every_page_is_valid(files, demo):
    names = {file.stem for file in files.glob("*.html")}

    assert len(names) == sum(map(len, demo.pages.values()))
    assert "\n".join(complaints(files)) == ""


def test_invalid_html_is_complained_about(tmp_path):
    page = "<!doctype html><html lang=de><head><title>A</title></head><body><p><h1>"
    (tmp_path / "page.html").write_text(page)

    assert complaints(tmp_path) != []
