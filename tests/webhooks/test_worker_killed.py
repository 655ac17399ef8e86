"""A worker is killed in the middle: nothing is lost, each object keeps its order.

Editor, worker and receiver are processes of their own, as on a server.
"""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

ROOT = Path(settings.BASE_DIR)
PATIENCE = 90
"""Seconds after which something that should happen never will."""


def database_for_all(folder):
    """Return the address of the test's database, or of a copy in a file."""
    if connection.vendor == "sqlite":
        file = folder / "db.sqlite3"
        with closing(sqlite3.connect(file)) as copy:
            connection.connection.backup(copy)
        return f"sqlite:///{file}"
    its = connection.settings_dict
    return f"postgres://{its['USER']}@{its['HOST']}:{its['PORT']}/{its['NAME']}"


@pytest.fixture
def environment(tmp_path, transactional_db, django_db_serialized_rollback):
    connection.ensure_connection()
    return {
        **os.environ,
        "DATABASE_URL": database_for_all(tmp_path),
        "DJANGO_SETTINGS_MODULE": "tests.webhooks.process_settings",
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture
def act(environment):
    def act(*arguments):
        done = subprocess.run(
            [sys.executable, "-m", "tests.webhooks.actor", *arguments],
            env=environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout) if done.stdout else None

    return act


@pytest.fixture
def worker(environment):
    @contextmanager
    def worker():
        options = ["--backend", "background", "--interval", "0.1", "--no-startup-delay"]
        process = subprocess.Popen(
            [sys.executable, "manage.py", "db_worker", "--no-reload", *options],
            env=environment,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()

    return worker


def wait_until(is_so):
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "It never came."
        time.sleep(0.1)


def test_killed_worker_loses_nothing_and_keeps_the_order(act, worker, receiver):
    act("set-up", receiver.url("leisurely"))
    act("publish", "3", "4")

    for number in (3, 6):
        with worker() as process:
            wait_until(lambda number=number: len(receiver.requests) >= number)
            process.send_signal(signal.SIGKILL)
            process.wait()
    with worker():
        wait_until(lambda: act("report")["waiting"] == 0)

    events = act("report")["events"]
    arrived = defaultdict(list)
    for request in receiver.requests:
        position = int(request["body"]["cursor"].split(".")[1])
        arrived[request["body"]["object"]["id"]].append(position)
    expected = defaultdict(list)
    for pk, position, _key in events:
        expected[pk].append(position)
    assert len(events) == 15
    for pk, positions in arrived.items():
        assert positions == sorted(positions)
        assert sorted(set(positions)) == sorted(expected[pk])
    assert set(arrived) == set(expected)
