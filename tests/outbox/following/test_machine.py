"""Whatever editors do: who only reads the feed ends with what a crawl finds."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.outbox.following.machine import Following

ALWAYS_THE_SAME = settings(
    max_examples=3,
    stateful_step_count=40,
    derandomize=True,
    phases=[Phase.generate],
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def site(transactional_db, django_db_serialized_rollback):
    pass


def test_follower_has_what_a_crawl_finds_whatever_is_done(site, client):
    kind = type("Following", (Following,), {"client": client})

    run_state_machine_as_test(kind, settings=ALWAYS_THE_SAME)
