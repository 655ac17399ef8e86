"""The two commands, as a person meets them."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from wagtail.models import Page

from pages.exchange.schema import content_schema
from tests.exchange.writing import START

EXAMPLE = Path(settings.BASE_DIR) / "docs/example-content.yaml"


def call(*arguments: object, **options: object) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command(*map(str, arguments), stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


@pytest.fixture
def content(folder) -> Path:
    path = folder / "content.yaml"
    path.write_text(START)
    return path


@pytest.mark.django_db
def test_example_of_the_documentation_can_be_imported():
    out, err = call("import_content", EXAMPLE)

    assert (out, err) == (
        "Created 8, changed 0 and left 0 objects as they were.\n",
        "",
    )


@pytest.mark.django_db
def test_check_says_what_would_happen(content):
    out, _err = call("import_content", content, "--check")

    assert out == (
        "No mistakes. Would create 1, change 0 and leave 0 objects as they are.\n"
    )
    assert not Page.objects.filter(slug="start").exists()


@pytest.mark.django_db
def test_mistakes_are_printed_line_by_line(content):
    content.write_text(START.replace("title", "titel") + "- 7\n")
    err = StringIO()

    with pytest.raises(CommandError, match=r"^3 mistakes\. Nothing was changed\.$"):
        call_command("import_content", str(content), stderr=err, no_color=True)

    assert err.getvalue().splitlines() == [
        f"{content}:3: pages[0].titel: “titel” is not known here. Did you mean “title”?",
        f"{content}:3: pages[0].title: This is required.",
        f"{content}:4: pages[1]: Names with values are expected here, as “title: …”.",
    ]


def test_import_without_files_asks_for_them():
    with pytest.raises(CommandError, match=r"^Which files\? Name at least one\.$"):
        call("import_content")


def test_schema_is_printed_as_json():
    out, _err = call("import_content", "--schema")

    assert json.loads(out) == content_schema()


@pytest.mark.django_db
def test_export_says_what_it_wrote(content, tmp_path):
    call("import_content", content)

    out, err = call("export_content", tmp_path / "a/new/folder")

    assert (tmp_path / "a/new/folder/content.yaml").is_file()
    assert out == f"1 object is in {tmp_path / 'a/new/folder/content.yaml'}.\n"
    assert err == ""


@pytest.mark.django_db
def test_export_leaves_a_folder_alone_that_is_not_empty(content, tmp_path):
    with pytest.raises(CommandError, match=r"is not empty\. Name another folder"):
        call("export_content", tmp_path)

    assert content.read_text() == START


@pytest.mark.django_db
def test_export_can_be_forced(content, tmp_path):
    call("export_content", tmp_path, "--force")

    assert content.read_text() == "version: 1\n"


def test_export_says_when_a_folder_cannot_be_used(content):
    with pytest.raises(CommandError, match=r"^The folder cannot be used: "):
        call("export_content", content)
