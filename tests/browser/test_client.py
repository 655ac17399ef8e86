"""The client for TypeScript, asking a server as in production."""

import json
from urllib.request import urlopen

import pytest

from tests import node
from tests.clients.project import examples_in, make_project

pytestmark = pytest.mark.node


def test_client_reads_the_demo(demo):
    ran = node.start(
        *(node.NPM, "test"), cwd=node.CLIENT, surroundings={"WERKSTATT_URL": demo.url}
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr


def first_workshop(demo):
    query = "type=workshop&when=upcoming&order=starts_at&limit=1"
    with urlopen(f"{demo.url}/api/v1/pages?{query}") as answer:
        [workshop] = json.load(answer)["items"]
    return workshop


def test_manual_of_the_client_runs(demo, tmp_path):
    project = make_project(tmp_path)
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
