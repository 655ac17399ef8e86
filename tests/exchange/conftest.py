"""A folder for content files, and an empty storage."""

from pathlib import Path

import pytest
from django.utils.translation import override

from pages.exchange.importer import import_content
from pages.exchange.mistakes import ContentRefused
from tests.exchange.writing import write_files


@pytest.fixture(autouse=True)
def _english():
    """Sentences are compared in the language they are written in."""
    with override("en"):
        yield


@pytest.fixture(autouse=True)
def _quick_machine(monkeypatch):
    """However slow the machine is: no line says how far an import is."""
    monkeypatch.setattr("pages.progress.SECONDS_IN_LOG", 3600.0)


@pytest.fixture(autouse=True)
def _empty_storage(settings):
    # A new value makes Django build the storages anew, in memory.
    settings.STORAGES = {**settings.STORAGES}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with pictures and documents."""
    write_files(tmp_path)
    return tmp_path


@pytest.fixture
def importing(folder: Path, db):
    """Import a text as if it were a file in the folder."""

    def run(text: str, **options):
        path = folder / "content.yaml"
        path.write_text(text, "utf-8")
        return import_content([path], **options)

    return run


@pytest.fixture
def mistakes(importing, folder: Path):
    """Return what is wrong with a text: lines, paths and sentences."""

    def run(text: str) -> list[str]:
        with pytest.raises(ContentRefused) as refused:
            importing(text)
        start = f"{folder / 'content.yaml'}:"
        return [str(mistake).removeprefix(start) for mistake in refused.value.mistakes]

    return run
