"""The example as a package: its own tests and its manual. `make lint` checks types."""

import json
import re

import pytest

from tests import node

pytestmark = pytest.mark.node

SOURCES = ("astro.config.mjs", "server/settings.ts", "src/content/snapshot.ts")
VARIABLES = re.compile(r"(?:process\.env|environment)(?:\.|\[\")([A-Z_]+)")


def test_own_tests_pass():
    tested = node.start("--test", cwd=node.FRONT_END)

    assert tested.returncode == 0, tested.stdout
    assert re.search(r"^ℹ pass 1\d$", tested.stdout, re.MULTILINE), tested.stdout


def test_every_variable_is_in_the_manual():
    sources = [(node.FRONT_END / name).read_text() for name in SOURCES]
    manual = (node.FRONT_END / "README.md").read_text()

    read = set(VARIABLES.findall("\n".join(sources)))

    assert len(read) == 9
    assert [name for name in read if f"`{name}`" not in manual] == []


@pytest.mark.parametrize("program", ["server/main.ts", "scripts/follow.ts"])
@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("CONTENT_URL", "werkstatt", "CONTENT_URL=werkstatt is no address."),
        ("PORT", "http", "PORT=http is no port."),
        ("WEBHOOK_SECRET", "whsec_ä", "WEBHOOK_SECRET is no secret of a webhook:"),
    ],
)
def test_wrong_variable_is_a_sentence(program, variable, value, sentence):
    tried = node.start(program, cwd=node.FRONT_END, surroundings={variable: value})

    assert (tried.returncode, tried.stdout) == (1, "")
    assert tried.stderr.startswith(sentence)
    assert tried.stderr.count("\n") == 1


def test_versions_are_pinned():
    package = json.loads((node.FRONT_END / "package.json").read_text())

    versions = {**package["dependencies"], **package["devDependencies"]}

    assert versions.pop("@werkstatt/client") == "file:../../clients/typescript"
    assert [v for v in versions.values() if not re.fullmatch(r"\d+\.\d+\.\d+", v)] == []


def test_lock_names_no_host():
    lock = (node.FRONT_END / "package-lock.json").read_text()

    assert (
        re.findall(r'"resolved": "(?!\.\./\.\./clients/typescript")[^"]*', lock) == []
    )
