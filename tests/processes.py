"""Processes of the site as on a server, all with the database of the running test."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

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


def wait_until(is_so):
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "It never came."
        time.sleep(0.1)


class Processes:
    def __init__(self, database):
        self.environment = {
            **os.environ,
            "DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "tests.webhooks.process_settings",
            "PYTHONPATH": str(ROOT),
        }

    def actor(self, module):
        """Return a function that runs a module and reads what it prints as JSON."""
        return partial(self.act, module)

    def act(self, module, *arguments) -> Any:
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout) if done.stdout else None

    def worker(self):
        options = ["--backend", "background", "--interval", "0.1", "--no-startup-delay"]
        return self.running("manage.py", "db_worker", "--no-reload", *options)

    def server(self, bound):
        """Run the site as in production, on a socket that is open already."""
        options = ["--worker-class=gthread", "--threads=2", "--no-control-socket"]
        bind = f"--bind=fd://{bound.fileno()}"
        command = ["-m", "gunicorn", "cms.wsgi", *options, bind]
        return self.running(*command, pass_fds=[bound.fileno()])

    @contextmanager
    def running(self, *command, **options):
        process = subprocess.Popen(
            [sys.executable, *command],
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **options,
        )
        try:
            yield process
        finally:
            process.terminate()
            end(process)


def end(process):
    """End a process that was told to, whether it listens or not."""
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.fixture
def processes(tmp_path, transactional_db, django_db_serialized_rollback):
    connection.ensure_connection()
    return Processes(database_for_all(tmp_path))
