"""The one stylesheet: served, collected under a name of its content, and light."""

import gzip
import re

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import override_settings

from cms.styles import finder
from cms.styles.sheet import KERN, NAME, SOURCES, joined, mentioning_files, sheet

HASHED = re.compile(r"^cms/css/site\.[0-9a-f]{12}\.css$")


@pytest.fixture
def data(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


def test_sheet_has_every_kern_class_that_templates_use():
    templates = [file for file in mentioning_files() if file.suffix == ".html"]
    written = {
        name
        for file in templates
        for names in re.findall(r'class="([^"{]*)"', file.read_text("utf-8"))
        for name in names.split()
        if name.startswith("kern-")
    }

    kern = KERN.read_text("utf-8")
    known = {name for name in written if re.search(rf"\.{name}(?![\w-])", kern)}
    missing = {name for name in known if not re.search(rf"\.{name}(?![\w-])", sheet())}
    assert len(known) == 15
    assert missing == set()


def test_sheet_ends_with_paper_and_names_its_licence():
    css = sheet()

    assert css.startswith("/*! KERN (kern-ux.de), EUPL-1.2")
    assert css.rstrip().rindex("@media print{@page") > css.index(".entry__time")
    assert "@import" not in css


def test_sheet_is_light():
    css = sheet().encode()

    weights = len(gzip.compress(css, 9)), len(brotli.compress(css))

    assert weights[0] < 12_000
    assert weights[1] < 10_000


def test_sheet_follows_its_sources(data, monkeypatch, tmp_path):
    source = tmp_path / "more.css"
    source.write_text(".more { color: red }")
    monkeypatch.setattr("cms.styles.sheet.SOURCES", [*SOURCES, source])
    joined.cache_clear()
    first = finder.written().read_text()

    source.write_text(".more { color: rebeccapurple; margin: 0 }")
    second = finder.written().read_text()

    joined.cache_clear()
    assert ".more{color: red}" in first
    assert ".more{color: rebeccapurple;margin: 0}" in second


def test_finder_finds_the_sheet_and_nothing_else(data):
    found = finders.find(NAME)

    assert found == str(data / "stylesheet" / NAME)
    assert finders.find(NAME, find_all=True) == [found]
    assert finders.find("cms/css/frame.css") is None
    assert finders.find("cms/vendor/kern/kern.min.css") == str(KERN)


def test_sheet_is_written_once_while_nothing_changes(data):
    first = finder.written().stat().st_mtime_ns

    second = finder.written().stat().st_mtime_ns

    assert first == second
    assert [file.name for file in (data / "stylesheet/cms/css").iterdir()] == [
        "site.css"
    ]


def test_collected_sheet_is_named_after_its_content_and_finds_its_fonts(data):
    only_cms = override_settings(
        STATIC_ROOT=data / "static",
        STATICFILES_FINDERS=[
            "cms.styles.finder.StylesheetFinder",
            "django.contrib.staticfiles.finders.FileSystemFinder",
        ],
        STATICFILES_DIRS=[KERN.parents[3]],
        STORAGES={
            "staticfiles": {
                "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
            }
        },
    )

    with only_cms:
        finders.get_finder.cache_clear()
        call_command("collectstatic", interactive=False, verbosity=0)
        name = staticfiles_storage.stored_name(NAME)
        css = (data / "static" / name).read_text("utf-8")
    finders.get_finder.cache_clear()

    folder = data / "static" / "cms" / "css"
    fonts = re.findall(r'url\("(\.\./vendor/fira-sans/[^"]+)"\)', css)
    assert HASHED.match(name)
    assert len(fonts) == 3
    assert all((folder / font).resolve().is_file() for font in fonts)
    assert all(re.search(r"\.[0-9a-f]{12}\.woff2$", font) for font in fonts)
    assert (data / "static" / f"{name}.br").is_file()
    assert (data / "static" / f"{name}.gz").is_file()
