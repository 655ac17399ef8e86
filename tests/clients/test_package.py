"""The client for TypeScript as a package: what is in it, and how strangers use it."""

import json
import re
import shutil
from pathlib import Path

import pytest
from django.conf import settings

from tests import node
from tests.clients.project import (
    complaints,
    examples_in,
    generate,
    make_project,
    npm,
)

pytestmark = pytest.mark.node

ROOT = Path(settings.BASE_DIR)
DOCUMENTS = [node.CLIENT / "README.md", ROOT / "docs/api.md", ROOT / "docs/webhooks.md"]


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return make_project(tmp_path_factory.mktemp("project"))


def test_types_are_those_of_the_description(tmp_path):
    generated = generate(ROOT / "docs/openapi.json", tmp_path / "schema.ts")

    assert generated == (node.CLIENT / "src/schema.ts").read_text(), (
        "The description has changed: deploy/node.sh generate"
    )


def test_package_is_of_the_version_of_the_description():
    package = json.loads((node.CLIENT / "package.json").read_text())
    description = json.loads((ROOT / "docs/openapi.json").read_text())

    # The last number is the client's own.
    assert (
        package["version"].split(".")[:2]
        == (description["info"]["version"].split(".")[:2])
    )


def test_package_has_the_licence_of_the_platform():
    assert (node.CLIENT / "LICENSE").read_text() == (ROOT / "LICENSE").read_text()


def test_package_has_what_was_built_and_its_sources(tmp_path):
    [packed] = json.loads(npm("pack", "--dry-run", "--json", cwd=node.CLIENT))
    names = [source.stem for source in (node.CLIENT / "src").iterdir()]

    assert {file["path"] for file in packed["files"]} == {
        *("LICENSE", "README.md", "package.json"),
        *(f"src/{name}.ts" for name in names),
        *(
            f"dist/{name}{ending}"
            for name in names
            for ending in (".js", ".js.map", ".d.ts", ".d.ts.map")
        ),
    }


def test_package_runs_nothing_when_it_is_installed(project):
    installed = project / "node_modules/@werkstatt/client/package.json"
    scripts = json.loads(installed.read_text())["scripts"]

    assert {"preinstall", "install", "postinstall", "prepare"} & set(scripts) == set()


@pytest.fixture(scope="module")
def written(project):
    """The project with the examples of the documents, and with the event they show."""
    for document in DOCUMENTS:
        (project / f"{document.stem}.ts").write_text(examples_in(document))
    # The description of the reader's own site, which may say the same as ours.
    shutil.copy(node.CLIENT / "src/schema.ts", project / "site.ts")
    (project / "event.ts").write_text(
        "import type { WebhookEvent } from '@werkstatt/client';\n"
        f"export const event: WebhookEvent = {event_shown()};\n"
    )
    return project


def event_shown():
    """What a webhook sends; tests/webhooks compares it with a real one."""
    text = (ROOT / "docs/webhooks.md").read_text()
    return re.search(r"```json\n(.*?)```", text, re.DOTALL)[1]


@pytest.mark.parametrize(
    "options", [(), ("--module", "preserve", "--moduleResolution", "bundler")]
)
def test_examples_of_the_documents_compile(written, options):
    assert complaints(written, *options) == ""


AGENDA = """
import { createClient } from "@werkstatt/client";

const page = await createClient({ baseUrl: "https://example.org" }).page(12);
if (page.type === "workshop") {
  for (const block of page.agenda) {
    if (block.type === "session") {
      block.contributions[0].people[0].name;
      block.nonsense;
    }
    if (block.type === "break") block.contributions;
  }
}
"""


def test_agenda_is_told_apart_by_type_under_strict_alone(project):
    (project / "agenda.ts").write_text(AGENDA)

    try:
        said = complaints(project, "--noUncheckedIndexedAccess", "false")
    finally:
        (project / "agenda.ts").unlink()

    assert re.findall(r"Property '(\w+)' does not exist", said) == [
        "nonsense",
        "contributions",
    ]
    assert said.count("error TS") == 2
