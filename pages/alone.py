"""Work that must not be done twice at the same time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

from django.conf import settings
from django.db import connection

__all__ = ["alone"]


@contextmanager
def alone(task: str) -> Iterator[bool]:
    """Give whether nobody else is doing a task of this name on this site.

    While it is so, others are told that it is not. A process that dies gives way.
    """
    if connection.vendor == "postgresql":
        with alone_in_database(task) as is_alone:
            yield is_alone
    else:  # Whoever uses an SQLite file is on this machine.
        folder = Path(settings.DATA_DIR)
        folder.mkdir(parents=True, exist_ok=True)
        with alone_in_folder(task, folder) as is_alone:
            yield is_alone


# What this process is doing. PostgreSQL gives one connection the same lock twice.
HELD: set[int] = set()


@contextmanager
def alone_in_database(task: str) -> Iterator[bool]:
    key = crc32(task.encode())
    if key in HELD:
        yield False
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [key])
        [is_alone] = cursor.fetchone()
    if not is_alone:
        yield False
        return
    HELD.add(key)
    try:
        yield True
    finally:
        HELD.discard(key)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [key])


@contextmanager
def alone_in_folder(task: str, folder: Path) -> Iterator[bool]:
    with (folder / f"{task}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
