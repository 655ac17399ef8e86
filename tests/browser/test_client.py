"""The client for TypeScript, asking a server as in production."""

import json
from urllib.request import urlopen

import pytest

from tests import node
from tests.browser.elsewhere import website
from tests.clients.project import complaints, examples_in, generate, make_project

pytestmark = pytest.mark.node


def test_client_reads_the_demo(demo):
    ran = node.start(
        *(node.NPM, "test"), cwd=node.CLIENT, surroundings={"WERKSTATT_URL": demo.url}
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.fixture
def project(tmp_path):
    return make_project(tmp_path)


def first_workshop(demo):
    query = "type=workshop&when=upcoming&order=starts_at&limit=1"
    with urlopen(f"{demo.url}/api/v1/pages?{query}") as answer:
        [workshop] = json.load(answer)["items"]
    return workshop


def test_manual_of_the_client_runs(demo, project):
    workshop = first_workshop(demo)
    program = examples_in(node.CLIENT / "README.md")
    program = program.replace("https://example.org", demo.url)
    program = program.replace("client.page(12)", f"client.page({workshop['id']})")
    (project / "manual.ts").write_text(program)

    ran = node.start("manual.ts", cwd=project)

    assert (ran.returncode, ran.stderr) == (0, "")
    said = ran.stdout.splitlines()
    assert said[0] == f"{workshop['starts_at']} {workshop['title']} {workshop['url']}"
    assert "404 Look at the address, or at the manual at /api/v1/docs." in said


PLUGIN = """
import { type BodyBlock, createClient } from "@werkstatt/client";

export const textOf = (block: BodyBlock): string =>
  block.type === "notices_notice" ? block.text : "";

const client = createClient({ baseUrl: "https://example.org" });
for await (const page of client.pages({ type: ["notices.NoticePage"] })) {
  console.log(page.type, page.name);
}
const { data } = await client.api.GET("/api/v1/notices/");
console.log(data);
"""


def test_types_of_a_site_with_a_plugin_are_its_own(demo, project):
    generate(f"{demo.url}/api/v1/openapi.json", project / "site.ts")
    program = PLUGIN.replace("https://example.org", demo.url)
    (project / "plugin.ts").write_text(program)
    of_the_core = complaints(project)
    (project / "README.ts").write_text(examples_in(node.CLIENT / "README.md"))

    of_the_site = complaints(project)
    ran = node.start("plugin.ts", cwd=project)

    assert of_the_core.count("notice") > 2
    assert of_the_site == ""
    assert (ran.stdout.splitlines()[0], ran.stderr) == ("plugin notices.NoticePage", "")


PAGE = """<!doctype html>
<script type="importmap">
  {"imports": {
    "@werkstatt/client": "/node_modules/@werkstatt/client/dist/index.js",
    "openapi-fetch": "/node_modules/openapi-fetch/dist/index.mjs"
  }}
</script>"""

IN_BROWSER = """async ([baseUrl, id]) => {
  const { createClient } = await import("@werkstatt/client");
  const client = createClient({ baseUrl });
  const problem = await client.page(999999999).catch((error) => error.status);
  return [(await client.page(id)).title, problem];
}"""


@pytest.mark.browser
def test_client_runs_in_a_browser_on_another_website(demo, project, tour):
    workshop = first_workshop(demo)
    (project / "index.html").write_text(PAGE)

    with website(project) as address:
        visitor = tour(at=address)
        visitor.go("/")
        answer = visitor.page.evaluate(IN_BROWSER, [demo.url, workshop["id"]])

    assert answer == [workshop["title"], 404]
