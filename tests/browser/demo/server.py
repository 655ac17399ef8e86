"""Starts and stops the demo's server."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from django.conf import settings

from tests.browser.demo.themes import THEMES

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Demo:
    urls: Mapping[str, str]
    """Where each theme is served."""
    pages: Mapping[str, Mapping[str, str]]
    """Paths by language and name; the same in each theme."""
    blocks: Mapping[str, Mapping[str, str]]
    """As `pages`: the preview of each block."""
    types: list[str]
    """The page types, a label for each page."""

    @property
    def url(self) -> str:
        return next(iter(self.urls.values()))


@contextmanager
def running(folder: Path) -> Iterator[Demo]:
    """Serve the demo with data in ``folder`` as long as the context is open."""
    with ExitStack() as open_things:
        sockets = [
            open_things.enter_context(socket.create_server((HOST, 0))) for _ in THEMES
        ]
        ports = [each.getsockname()[1] for each in sockets]
        surroundings = environment(folder, ports[0])
        paths = prepare(surroundings, ports)
        open_things.enter_context(serving(surroundings, sockets, folder / "log.txt"))
        urls = [f"http://{HOST}:{port}" for port in ports]
        urlopen(f"{urls[0]}/health/", timeout=60).close()
        yield Demo(dict(zip(THEMES, urls, strict=True)), **paths)


def environment(folder: Path, port: int) -> dict[str, str]:
    """As docs/operators.md has it, without https, web server in front and worker."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.browser.demo.settings",
        "SECRET_KEY": "only-for-tests",
        "SITE_URL": f"http://{HOST}:{port}",
        "ALLOWED_HOSTS": HOST,
        "SECURE_SSL_REDIRECT": "false",
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "CACHE_URL": "locmemcache://",
        "EMAIL_URL": "consolemail://",
        "TASKS": "immediate",
        "DATA_DIR": str(folder),
        "LOG_LEVEL": "ERROR",
    }


def prepare(surroundings: dict[str, str], ports: list[int]) -> dict[str, Any]:
    """Fill the database and collect the static files, both at a time."""
    collecting = subprocess.Popen(
        [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity=0"],
        cwd=settings.BASE_DIR,
        env=surroundings,
    )
    filled = subprocess.run(
        [sys.executable, "-m", "tests.browser.demo.prepare", *map(str, ports)],
        cwd=settings.BASE_DIR,
        env=surroundings,
        stdout=subprocess.PIPE,
        check=True,
    )
    assert collecting.wait() == 0
    return json.loads(filled.stdout)


@contextmanager
def serving(
    surroundings: dict[str, str], sockets: list[socket.socket], log: Path
) -> Iterator[None]:
    """gunicorn as docs/operators.md starts it, on sockets that are open already."""
    numbers = [each.fileno() for each in sockets]
    binds = [f"--bind=fd://{number}" for number in numbers]
    command = [sys.executable, "-m", "gunicorn", "tests.browser.demo.wsgi"]
    command += ["--workers=2", "--worker-class=gthread", "--threads=4"]
    with log.open("w") as said:
        server = subprocess.Popen(
            [*command, "--no-control-socket", *binds],
            cwd=settings.BASE_DIR,
            env=surroundings,
            pass_fds=numbers,
            stdout=said,
            stderr=said,
        )
        try:
            yield
        finally:
            server.terminate()
            server.wait(timeout=30)
