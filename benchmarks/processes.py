"""Sites in processes of their own, whose databases and folders die with them."""

import multiprocessing
import os
import secrets
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from benchmarks.databases import EMPTY, Databases, throw_away_databases
from benchmarks.progress import Progress
from benchmarks.worker import serve

__all__ = ["Site", "environment", "migrate", "running_sites"]


class Site:
    """A site in another process, being built at first."""

    def __init__(self, size: int, environment: dict[str, str]) -> None:
        self.size = size
        # Not forked: each begins as a server's process does.
        context = multiprocessing.get_context("spawn")
        self.pipe: Connection
        self.pipe, other_end = context.Pipe()
        self.process = context.Process(
            target=serve, args=(other_end, environment, size), daemon=True
        )
        self.process.start()
        other_end.close()

    def answer(self) -> Any:
        """Wait for the next answer.

        Raises ValueError, with a sentence, if the question could not be answered, and
        SystemExit if the process died.
        """
        try:
            is_good, result = self.pipe.recv()
        except EOFError:
            raise SystemExit(f"The site of {self.size:,} workshops died.") from None
        if not is_good:
            raise ValueError(f"{result} on the site of {self.size:,} workshops.")
        return result

    def ask(self, *question: Any) -> Any:
        self.pipe.send(question)
        return self.answer()

    def close(self) -> None:
        self.process.terminate()
        self.process.join()


@contextmanager
def running_sites(sizes: list[int], progress: Progress) -> Iterator[list[Site]]:
    """Give a site per size, still being built; leave nothing of them behind."""
    running: list[Site] = []
    # Being asked to end is no reason to leave processes and databases behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with (
        tempfile.TemporaryDirectory(prefix="werkstatt-benchmark-") as name,
        throw_away_databases(Path(name)) as databases,
    ):
        try:
            progress.say("migrating an empty database")
            migrate(environment(Path(name) / EMPTY, databases.url(EMPTY)))
            running.extend(start(size, Path(name), databases) for size in sizes)
            yield running
        finally:
            for site in running:
                site.close()


def start(size: int, folder: Path, databases: Databases) -> Site:
    name = f"site_{size}"
    databases.copy(name)
    return Site(size, environment(folder / name, databases.url(name)))


def migrate(variables: dict[str, str]) -> None:
    command = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(command, env={**os.environ, **variables}, check=True)


def environment(folder: Path, database: str) -> dict[str, str]:
    """Return what the production's settings want to know; make the folder."""
    (folder / "static").mkdir(parents=True)
    return {
        "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "SITE_URL": "http://testserver",
        "ALLOWED_HOSTS": "testserver",
        "DATABASE_URL": database,
        "DATA_DIR": str(folder),
        "CACHE_URL": "locmemcache://",
        "EMAIL_URL": "consolemail://",
        "MEDIA_BUCKET": "",
        "LOG_LEVEL": "WARNING",
        "SECURE_SSL_REDIRECT": "false",
    }
