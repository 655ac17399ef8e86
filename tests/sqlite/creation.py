"""Test databases that begin as a copy of a migrated one."""

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.backends.sqlite3 import creation

FOLDER = settings.DATA_DIR / "test-databases"


class DatabaseCreation(creation.DatabaseCreation):
    @cached_property
    def migrated(self) -> Path:
        """Where the migrated database is kept, or will be."""
        return FOLDER / f"{fingerprint()}.sqlite3"

    def create_test_db(self, *args: Any, **kwargs: Any) -> str:
        with one_at_a_time():
            name = super().create_test_db(*args, **kwargs)
            if not self.migrated.exists():
                self.keep()
        return name

    def _create_test_db(self, *args: Any, **kwargs: Any) -> str:
        """Django's, and what was kept; what is missing is migrated afterwards."""
        name = super()._create_test_db(*args, **kwargs)
        if self.migrated.exists():
            # Django reads the new name from its settings only later.
            self.connection.close()
            self.connection.settings_dict["NAME"] = name
            with closing(sqlite3.connect(self.migrated)) as kept:
                self.connection.ensure_connection()
                kept.backup(self.connection.connection)
        return name

    def keep(self) -> None:
        for outdated in FOLDER.glob("*.sqlite3"):
            outdated.unlink()
        unfinished = self.migrated.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        self.connection.ensure_connection()
        with closing(sqlite3.connect(unfinished)) as kept:
            self.connection.connection.backup(kept)
        unfinished.rename(self.migrated)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def fingerprint() -> str:
    """A name for what the migrated database depends on: all migrations."""
    digest = sha256()
    for app in apps.get_app_configs():
        for path in sorted(Path(app.path).glob("migrations/*.py")):
            digest.update(f"{app.label} {path.name} ".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
