"""Databases that are made for one run of the benchmark and thrown away after it."""

import os
import secrets
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

__all__ = ["Databases", "throw_away_databases"]

EMPTY = "empty"
"""Name of the database that is migrated once; the others begin as its copies."""


class Databases(ABC):
    """Makes databases by name. :meth:`url` is what ``DATABASE_URL`` shall say."""

    @abstractmethod
    def url(self, name: str) -> str: ...

    @abstractmethod
    def create(self, name: str) -> None: ...

    @abstractmethod
    def copy(self, name: str) -> None:
        """Make a database that begins as a copy of the empty, migrated one."""

    @abstractmethod
    def remove(self) -> None: ...


class SQLite(Databases):
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def url(self, name: str) -> str:
        return f"sqlite:///{self.path(name)}"

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.sqlite3"

    def create(self, name: str) -> None:
        """SQLite makes the file when it is first opened."""

    def copy(self, name: str) -> None:
        with (
            closing(sqlite3.connect(self.path(EMPTY))) as source,
            closing(sqlite3.connect(self.path(name))) as target,
        ):
            source.backup(target)

    def remove(self) -> None:
        """The folder is thrown away as a whole, by whoever made it."""


class PostgreSQL(Databases):
    """Databases of their own names on the server that ``DATABASE_URL`` names."""

    def __init__(self, server: str) -> None:
        self.server = urlsplit(server)
        self.prefix = f"benchmark_{os.getpid()}_{secrets.token_hex(3)}"
        self.made: list[str] = []

    def url(self, name: str) -> str:
        return self.server._replace(path=f"/{self.prefix}_{name}").geturl()

    def create(self, name: str) -> None:
        self.execute("CREATE DATABASE {}", name)
        self.made.append(name)

    def copy(self, name: str) -> None:
        self.execute("CREATE DATABASE {} TEMPLATE {}", name, EMPTY)
        self.made.append(name)

    def remove(self) -> None:
        for name in self.made:
            self.execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def execute(self, statement: str, *names: str) -> None:
        quoted = [sql.Identifier(f"{self.prefix}_{name}") for name in names]
        maintenance = self.server._replace(path="/postgres").geturl()
        with psycopg.connect(maintenance, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*quoted))


@contextmanager
def throw_away_databases(folder: Path) -> Iterator[Databases]:
    """Give databases on the PostgreSQL of ``DATABASE_URL``, else SQLite's in a folder.

    Raises SystemExit for a ``DATABASE_URL`` of another kind.
    """
    url = os.environ.get("DATABASE_URL", "sqlite")
    if not url.startswith(("sqlite", "postgres")):
        raise SystemExit("DATABASE_URL must begin with postgres:// or sqlite://.")
    databases = SQLite(folder) if url.startswith("sqlite") else PostgreSQL(url)
    try:
        databases.create(EMPTY)
        yield databases
    finally:
        databases.remove()
