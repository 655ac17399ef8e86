"""The JSON Schema accepts what an import accepts, and says what there is."""

from pathlib import Path

import pytest
from django.conf import settings
from jsonschema import Draft202012Validator

from pages.exchange.descriptions import page_models, snippet_models
from pages.exchange.exporter import export_content
from pages.exchange.given import plain
from pages.exchange.mistakes import Mistakes
from pages.exchange.schema import content_schema
from pages.exchange.source import read_source
from tests.exchange.writing import EVERYTHING, START

DEMO = Path(settings.BASE_DIR) / "home/demo/content.yaml"
EXAMPLE = Path(settings.BASE_DIR) / "docs/example-content.yaml"

WRONG = {
    "no version": ("version: 1\n", ""),
    "misspelt section": ("pages:", "page:"),
    "misspelt field": ("  lead: Guten Tag", "  leed: Guten Tag"),
    "unknown type": ("home.HomePage", "home.HomPage"),
    "wrong time": ('start: "14:00"', "start: 14"),
    "unknown block": ("type: heading, value: Über", "type: headin, value: Über"),
    "unknown choice": ("attendance: both", "attendance: all"),
    "number as text": ("places: 40", 'places: "40"'),
    "list as mapping": ("[{contact: wallner}]", "{contact: wallner}"),
    "unknown language": ("locale: en, slug: home", "locale: fr, slug: home"),
    "key of two words": ("key: start\n", "key: the start\n"),
    "missing slug": ("  slug: werkstatt\n", ""),
    "missing required field": ("  starts_at: 2018-03-04T19:00:00+01:00\n", ""),
    "moment without offset": ("09:00:00.123456+02:00", "09:00:00"),
    "unknown field of a block": ("caption: Zeichen}", "captoin: Zeichen}"),
    "no file": ("  file: images/foto.jpg\n", ""),
}


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = content_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def problems(validator, path: Path) -> list[str]:
    content = plain(read_source(path, Mistakes()))
    return [error.json_path for error in validator.iter_errors(content)]


@pytest.mark.parametrize(
    "path", [EVERYTHING, DEMO, EXAMPLE], ids=lambda path: path.name
)
def test_schema_accepts_what_an_import_accepts(validator, path):
    found = problems(validator, path)

    assert found == []


@pytest.mark.django_db
def test_schema_accepts_an_export(validator, importing, tmp_path):
    importing(EVERYTHING.read_text("utf-8"))
    (tmp_path / "export").mkdir()
    export_content(tmp_path / "export")

    found = problems(validator, tmp_path / "export/content.yaml")

    assert found == []


@pytest.mark.parametrize(("right", "wrong"), WRONG.values(), ids=WRONG)
def test_schema_refuses_what_an_import_refuses(
    validator, tmp_path, right, wrong, request
):
    text = EVERYTHING.read_text("utf-8")
    assert right in text
    path = tmp_path / "wrong.yaml"

    path.write_text(text.replace(right, wrong, 1), "utf-8")

    assert len(problems(validator, path)) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("right", "wrong"), WRONG.values(), ids=WRONG)
def test_import_refuses_what_the_schema_refuses(mistakes, right, wrong):
    text = EVERYTHING.read_text("utf-8")

    found = mistakes(text.replace(right, wrong, 1))

    assert found != []


def test_schema_names_all_types(validator):
    sections = validator.schema["properties"]

    listed = {
        section: [kind["$ref"].removeprefix("#/$defs/") for kind in kinds]
        for section in ("pages", "snippets")
        for kinds in [sections[section]["anyOf"][0]["items"]["anyOf"]]
    }

    assert listed == {"pages": list(page_models()), "snippets": list(snippet_models())}


def test_draft_may_lack_what_is_required(validator, tmp_path):
    text = START + (
        "- {type: pages.WorkshopPage, key: w, locale: de, slug: w, title: W, live: false}"
    )
    path = tmp_path / "draft.yaml"
    path.write_text(text)

    found = problems(validator, path)

    assert found == []
