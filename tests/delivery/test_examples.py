"""The examples of docs/api.md work as they stand there."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings

from cms.management.commands.describe_api import core_description
from tests.delivery.test_query_counts import Workshops

TEXT = (Path(settings.BASE_DIR) / "docs" / "api.md").read_text()
BLOCKS = re.findall(r"<!-- api(?:: (\d+))? -->\n```sh\n(.*?)```", TEXT, re.DOTALL)
EXAMPLES = [
    pytest.param(address, int(status or 200), id=address)
    for status, block in BLOCKS
    for address in re.findall(r"'https://example\.org/api/v1(\S+)'", block)
]


@pytest.fixture
def places(db):
    content = Workshops(1)
    return {"id": content.workshops[0].pk, "project": content.project.pk}


@pytest.mark.parametrize(("address", "status"), EXAMPLES)
def test_example_is_answered(places, ask, address, status):
    data = ask(address.format(**places), status=status)

    assert data


def test_example_of_a_problem_is_the_answer(home, ask):
    [shown] = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)

    assert json.loads(shown) == ask("/pages?limit=0", status=400)


def test_every_address_is_in_the_documentation():
    paths = [path.removeprefix("/api/v1") for path in core_description()["paths"]]

    assert [path for path in paths if f"`{path}" not in TEXT] == []
